type Environment = Readonly<Record<string, string | undefined>>;

/** Colour only on a terminal, and never when NO_COLOR is set and not empty (no-color.org). */
export function wantsColour(
  stream: { readonly isTTY?: boolean },
  environment: Environment,
): boolean {
  const refused = environment['NO_COLOR'];
  return stream.isTTY === true && (refused === undefined || refused === '');
}

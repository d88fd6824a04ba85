/** An object identity such as `public."Users"` or `public.f(integer)`, taken apart. */
export function parseIdentity(
  identity: string,
  isColumn: boolean,
): { readonly schema?: string; readonly name: string; readonly part?: string } {
  const parts = partsOf(identity.replace(/\(.*$/s, ''));
  if (parts === undefined) return { name: identity };
  const part = isColumn ? parts.at(-1) : undefined;
  const names = isColumn ? parts.slice(0, -1) : parts;
  const schema = names.length > 1 ? names[0] : undefined;
  return {
    name: names.at(-1) ?? identity,
    ...(schema === undefined ? {} : { schema }),
    ...(part === undefined ? {} : { part }),
  };
}

/** The names of a dotted path; undefined when it is something else, such as `t on public.users`. */
function partsOf(path: string): readonly string[] | undefined {
  if (!/^(?:"(?:[^"]|"")+"|[^".\s]+)(?:\.(?:"(?:[^"]|"")+"|[^".\s]+))*$/.test(path))
    return undefined;
  const parts = path.match(/"(?:[^"]|"")+"|[^".\s]+/g) ?? [];
  return parts.map((part) =>
    part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part,
  );
}

/** Every input of action.yml. */
export const inputNames = ['paths', 'policy', 'fail-on'] as const;
export type InputName = (typeof inputNames)[number];

type Environment = Readonly<Record<string, string | undefined>>;

/** An input as the runner passes it; empty means absent. */
export function readInput(environment: Environment, name: InputName): string | undefined {
  const text = environment[`INPUT_${name.toUpperCase()}`]?.trim();
  return text === '' ? undefined : text;
}

/** The lines of an input that are not empty. */
export function readLines(environment: Environment, name: InputName): readonly string[] {
  const lines = (readInput(environment, name) ?? '').split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '');
}

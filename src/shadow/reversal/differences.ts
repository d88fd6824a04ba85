import type { State } from './state.ts';

/** Sentences of one comparison; more are counted. */
const mostSentences = 12;

/** What the schema of `now` lacks, has more, or has otherwise than that of `then`, in sentences. */
export function schemaDifferences(then: State, now: State, when: string): readonly string[] {
  const lost = inOrder([...then.objects].filter((name) => !now.objects.has(name)));
  const left = inOrder([...now.objects].filter((name) => !then.objects.has(name)));
  const named = [
    ...lost.map((name) => `${when} ${name} is missing.`),
    ...left.map((name) => `${when} ${name} is left behind.`),
  ];
  const others = [...new Set(changedParts(then, now))].map(
    (name) => `${when} the ${name} is not defined as it was.`,
  );
  return shortened([...named, ...others]);
}

/** What carries others goes first. */
function inOrder(objects: readonly string[]): readonly string[] {
  const rank = (name: string): number => (/^(?:extension|schema|table) /.test(name) ? 0 : 1);
  return objects.toSorted((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
}

/** Parts by kind and first names: what follows them are definitions, which may quote constants. */
function changedParts(then: State, now: State): readonly string[] {
  const before = new Set(then.shape);
  const after = new Set(now.shape);
  return [
    ...then.shape.filter((line) => !after.has(line)),
    ...now.shape.filter((line) => !before.has(line)),
  ].map(nameOf);
}

/** How many of the texts behind the kind name the part, and how it is called in a sentence. */
const names: Readonly<Record<string, (names: readonly string[]) => string>> = {
  column: ([schema, table]) => `order or definition of the columns of ${schema}.${table}`,
  relation: ([schema, name]) => `relation ${schema}.${name}`,
  function: ([schema, name]) => `function ${schema}.${name}`,
  type: ([schema, name]) => `type ${schema}.${name}`,
  sequence: ([schema, name]) => `sequence ${schema}.${name}`,
  constraint: ([table, domain, name]) => `constraint ${name} of ${table === '-' ? domain : table}`,
  policy: ([schema, table, name]) => `policy ${name} of ${schema}.${table}`,
  schema: ([name]) => `schema ${name}`,
};

function nameOf(line: string): string {
  const parts: unknown = JSON.parse(line);
  const [kind = '', ...rest] = Array.isArray(parts) ? parts.map(String) : [];
  return names[kind]?.(rest) ?? `set of definitions of kind ${kind}`;
}

/** Tables of both whose rows are not the same, in sentences. */
export function rowDifferences(then: State, now: State, when: string): readonly string[] {
  const differing = [...then.tables].flatMap(([name, before]) => {
    const after = now.tables.get(name);
    if (after === undefined || after.checksum === before.checksum) return [];
    return after.count === before.count
      ? [`${when} the ${before.count} rows of ${name} are not the ones that it held.`]
      : [`${when} ${name} holds ${after.count} rows; it held ${before.count}.`];
  });
  return shortened(differing);
}

function shortened(sentences: readonly string[]): readonly string[] {
  const more = sentences.length - mostSentences;
  return more <= 0
    ? sentences
    : [...sentences.slice(0, mostSentences), `There are ${more} more differences.`];
}

/** Changes what stands in the value, as JSON.stringify knows it. */
type Replacer = (key: string, value: unknown) => unknown;

/** What lies so deep is written at once: one statement of a file, one result of a run. */
const pieceDepth = 4;

/**
 * JSON as JSON.stringify indents it with two blanks, piece by piece, so that no report has to fit into one
 * string. Whatever can be iterated is written as a list.
 */
export function* jsonPieces(value: unknown, replace: Replacer, depth = 0): Generator<string> {
  if (depth === pieceDepth || typeof value !== 'object' || value === null) {
    const text = JSON.stringify(value, replace, 2) ?? 'null';
    yield text.replaceAll('\n', `\n${'  '.repeat(depth)}`);
    return;
  }
  const indent = `\n${'  '.repeat(depth + 1)}`;
  const [open, close] = Symbol.iterator in value ? '[]' : '{}';
  let before = open;
  for (const [name, member] of membersOf(value)) {
    yield `${before}${indent}${name}`;
    yield* jsonPieces(member, replace, depth + 1);
    before = ',';
  }
  yield before === open ? `${open}${close}` : `\n${'  '.repeat(depth)}${close}`;
}

/** What stands before each member, and the member. */
function* membersOf(value: object): Generator<readonly [string, unknown]> {
  if (isIterable(value)) {
    for (const item of value) yield ['', item];
    return;
  }
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  for (const [key, member] of entries)
    if (member !== undefined) yield [`${JSON.stringify(key)}: `, member];
}

function isIterable(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value;
}

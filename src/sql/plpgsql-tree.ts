/** A tree of PL/pgSQL's compiler: records of which nobody has promised anything. */
export type Tree = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every record of the tree, without recursion, because hostile blocks nest. */
export function recordsIn(tree: unknown): readonly Tree[] {
  const records: Tree[] = [];
  const pending: unknown[] = [tree];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    const children: readonly unknown[] = Array.isArray(value) ? value : [];
    if (isRecord(value)) records.push(value);
    pending.push(...(isRecord(value) ? Object.values(value) : children));
  }
  return records;
}

/** Where the compiler keeps an expression that yields SQL text: EXECUTE and its relatives. */
const dynamicPlaces = new Set([
  'PLpgSQL_stmt_dynexecute.query',
  'PLpgSQL_stmt_dynfors.query',
  'PLpgSQL_stmt_return_query.dynquery',
  'PLpgSQL_stmt_open.dynquery',
]);

/** Whether `owner.field` is one of them. */
export function isDynamicPlace(place: string): boolean {
  return dynamicPlaces.has(place);
}

import { isDynamicPlace, isRecord, type Tree } from './plpgsql-tree.ts';

/** One piece of SQL inside PL/pgSQL, as its compiler classified it. */
export type Embedded =
  | { readonly kind: 'statement' | 'assignment' | 'unknown'; readonly text: string }
  | { readonly kind: 'expression'; readonly text: string; readonly returned?: true }
  /** `source` is the compiler's own record of the expression. */
  | { readonly kind: 'dynamic'; readonly text: string; readonly source: object }
  | { readonly kind: 'transaction'; readonly action: 'commit' | 'rollback' };

/** RawParseMode of PostgreSQL's parser.h. */
const modes: ReadonlyMap<number, 'statement' | 'expression' | 'assignment'> = new Map([
  [0, 'statement'],
  [2, 'expression'],
  [3, 'assignment'],
  [4, 'assignment'],
  [5, 'assignment'],
] as const);

/** A loop's query runs before its body, and a block's handlers after it, whatever the order of the keys. */
const late = new Set(['body', 'exceptions']);

type Place = { readonly value: unknown; readonly owner: string; readonly field: string };

/**
 * Every piece of SQL at any depth of the compiler's trees, in the order of the source, declarations first.
 * Walks by shape, so that a kind of statement that a later PostgreSQL adds is read, too; and without
 * recursion, because hostile blocks nest.
 */
export function embeddedIn(functions: readonly unknown[]): readonly Embedded[] {
  const found: Embedded[] = [];
  const pending: Place[] = [{ value: functions, owner: '', field: '' }];
  for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
    found.push(...toEmbedded(place));
    pending.push(...inside(place).toReversed());
  }
  return found;
}

function inside({ value, owner, field }: Place): readonly Place[] {
  if (Array.isArray(value)) return value.map((item: unknown) => ({ value: item, owner, field }));
  if (!isRecord(value)) return [];
  const entries = Object.entries(value);
  const inOrder = [
    ...entries.filter(([name]) => !late.has(name)),
    ...entries.filter(([name]) => name === 'body'),
    ...entries.filter(([name]) => name === 'exceptions'),
  ];
  return inOrder.map(([name, child]) =>
    name.startsWith('PLpgSQL_')
      ? { value: child, owner: name, field: name === 'PLpgSQL_expr' ? `${owner}.${field}` : '' }
      : { value: child, owner, field: name },
  );
}

function toEmbedded({ value, owner, field }: Place): readonly Embedded[] {
  if (!isRecord(value)) return [];
  if (owner === 'PLpgSQL_expr') return [toSql(value, field)];
  if (field !== '') return [];
  if (owner === 'PLpgSQL_stmt_commit') return [{ kind: 'transaction', action: 'commit' }];
  if (owner === 'PLpgSQL_stmt_rollback') return [{ kind: 'transaction', action: 'rollback' }];
  return [];
}

function toSql(source: Tree, place: string): Embedded {
  const { query, parseMode } = source;
  if (typeof query !== 'string') return { kind: 'unknown', text: '' };
  if (isDynamicPlace(place)) return { kind: 'dynamic', text: query, source };
  const kind = typeof parseMode === 'number' ? modes.get(parseMode) : undefined;
  if (kind === 'expression' && place === 'PLpgSQL_stmt_return.expr')
    return { kind, text: query, returned: true };
  return { kind: kind ?? 'unknown', text: query };
}

import type { SourceColumn, TypeFamily } from '../../masking/column.ts';
import type { SourceTable } from '../../masking/plan.ts';
import type { Session } from '../../ports/database.ts';
import { quoteIdentifier, quoteName } from '../../sql/quote.ts';
import { readText } from '../observe/row.ts';
import { readTables } from '../source-tables.ts';

/** Enough to tell one row from another. */
const rowsEach = 3;
/** Rows that refer to others need those first. */
const rounds = 4;

/**
 * Puts made-up rows into tables that hold none, so that a loss can be seen. Gives the tables that took them,
 * and whether every column got a value. The worker, as which submitted SQL runs, must be limited in time.
 */
export async function makeUpRows(
  observer: Session,
  worker: Session,
  empty: ReadonlySet<string>,
): Promise<ReadonlyMap<string, boolean>> {
  const filled = new Map<string, boolean>();
  let waiting: readonly Empty[] = await findEmpty(observer, empty);
  for (let round = 0; round < rounds && waiting.length > 0; round += 1) {
    const refused: Empty[] = [];
    for (const one of waiting) {
      const outcome = await worker.execute(insertOf(one.table));
      if (outcome.kind === 'done') filled.set(one.name, one.table.columns.every(isKnown));
      else refused.push(one);
    }
    if (refused.length === waiting.length) return filled;
    waiting = refused;
  }
  return filled;
}

type Empty = { readonly table: SourceTable; readonly name: string };

async function findEmpty(observer: Session, empty: ReadonlySet<string>): Promise<readonly Empty[]> {
  const found: Empty[] = [];
  for (const table of await readTables(observer)) {
    const [row] = await observer.query(
      "select pg_catalog.format('%I.%I', $1::pg_catalog.text, $2::pg_catalog.text) as name",
      [table.schema, table.name],
    );
    const name = readText(row, 'name');
    if (empty.has(name)) found.push({ table, name });
  }
  return found;
}

function insertOf(table: SourceTable): string {
  const columns = table.columns.filter(isKnown);
  const names = columns.map(({ name }) => quoteIdentifier(name)).join(', ');
  const target = columns.length === 0 ? '' : ` (${names})`;
  const values = columns.map(valueOf).join(', ');
  return `insert into ${quoteName(table.schema, table.name)}${target} overriding system value select ${values} from pg_catalog.generate_series(1, ${rowsEach}) i`;
}

function isKnown(column: SourceColumn): boolean {
  return valueOf(column) !== undefined;
}

/** An expression over `i`; undefined for a type of which nobody knows a value. */
function valueOf(column: SourceColumn): string | undefined {
  return values[column.family](column);
}

const nobodyKnows = (): undefined => undefined;

const values: Readonly<Record<TypeFamily, (column: SourceColumn) => string | undefined>> = {
  text: ({ type, length }) =>
    `pg_catalog.left('row ' operator(pg_catalog.||) i, ${length ?? 10_000})::${type}`,
  integer: ({ type }) => `i::${type}`,
  date: ({ type }) =>
    `('2001-01-01'::pg_catalog.timestamp operator(pg_catalog.+) pg_catalog.make_interval(days => i))::${type}`,
  json: ({ type }) => `('{"row": ' operator(pg_catalog.||) i operator(pg_catalog.||) '}')::${type}`,
  uuid: ({ type }) => `pg_catalog.md5(i::pg_catalog.text)::${type}`,
  bytea: ({ type }) => `pg_catalog.convert_to('row ' operator(pg_catalog.||) i, 'UTF8')::${type}`,
  network: ({ type }) => `('10.0.0.' operator(pg_catalog.||) i)::${type}`,
  plain: ({ type }) => plainValue(type),
  'text-search': nobodyKnows,
  xml: nobodyKnows,
  array: nobodyKnows,
  unknown: nobodyKnows,
};

function plainValue(type: string): string | undefined {
  if (type === 'boolean') return '(i operator(pg_catalog.=) 2)';
  if (/^(?:smallint|real|double precision|oid)$/.test(type)) return `i::pg_catalog.int4::${type}`;
  if (type === 'interval') return 'pg_catalog.make_interval(days => i)';
  return undefined;
}

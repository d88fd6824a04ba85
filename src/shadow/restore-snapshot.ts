import type { DatabaseMasking } from '../domain/masking-config.ts';
import type { Snapshot, SnapshotSequence, SnapshotTable } from '../domain/snapshot.ts';
import { SluiceError } from '../errors.ts';
import { planCopy, type SourceTable, type TablePlan } from '../masking/plan.ts';
import { proofOf } from '../masking/prove.ts';
import type { Session } from '../ports/database.ts';
import { quoteIdentifier, quoteName } from '../sql/quote.ts';
import { readCount } from './observe/row.ts';
import { readSequences } from './sequences.ts';
import { readTables } from './source-tables.ts';

export type Restored = {
  readonly rows: number;
  /** When the rows were masked; absent where that was now. */
  readonly takenAt?: string;
  readonly maskedColumns: Snapshot['maskedColumns'];
  /** Tables whose rows could not be loaded, in sentences. */
  readonly differences: readonly string[];
};

export type RestoreRequest = {
  readonly snapshot: Snapshot;
  readonly masking: Pick<DatabaseMasking, 'columns'>;
  /** Reads and proves; its path is pinned. */
  readonly shadow: Session;
  /** Writes, without triggers and foreign keys. */
  readonly writer: Session;
};

/**
 * Loads the rows of a snapshot, and proves of every cell that is masked today that a mask wrote it.
 * Throws SluiceError input/snapshot for one that holds anything else.
 */
export async function restoreSnapshot(request: RestoreRequest): Promise<Restored> {
  const { snapshot, masking, shadow, writer } = request;
  const present = new Map((await readTables(shadow)).map((table) => [keyOf(table), table]));
  const plans = new Map(
    planCopy([...present.values()], masking.columns).map((plan) => [keyOf(plan), plan]),
  );
  const differences: string[] = [];
  let rows = 0;
  let offset = 0;
  for (const table of snapshot.tables) {
    const data = snapshot.data.subarray(offset, offset + table.bytes);
    offset += table.bytes;
    const plan = plans.get(keyOf(table));
    if (plan === undefined || !hasAll(present.get(keyOf(table)), table)) {
      differences.push(
        `Rows of ${table.schema}.${table.name} were not loaded: its columns are not those of the snapshot.`,
      );
      continue;
    }
    rows += await loadTable(table, data, { plan, shadow, writer });
  }
  await restoreSequences(snapshot.sequences, request);
  const proved = [...plans.values()].flatMap(({ masked }) =>
    masked.map(({ column, mask }) => ({ column, mask })),
  );
  const others = snapshot.maskedColumns.filter(
    ({ column }) => !proved.some((one) => one.column === column),
  );
  const { takenAt } = snapshot;
  return { rows, takenAt, differences, maskedColumns: [...proved, ...others] };
}

function keyOf({ schema, name }: Pick<SnapshotTable, 'schema' | 'name'>): string {
  return quoteName(schema, name);
}

function hasAll(found: SourceTable | undefined, { columns }: SnapshotTable): boolean {
  const names = found?.columns.map(({ name }) => name) ?? [];
  return found !== undefined && columns.every((column) => names.includes(column));
}

type Sessions = Pick<RestoreRequest, 'shadow' | 'writer'> & { readonly plan: TablePlan };

async function loadTable(
  table: SnapshotTable,
  data: Uint8Array,
  { plan, shadow, writer }: Sessions,
): Promise<number> {
  const name = keyOf(table);
  await writer.query(`delete from only ${name}`);
  const list = table.columns.map(quoteIdentifier).join(', ');
  if (table.columns.length > 0) await load(`copy ${name} (${list}) from stdin`, data, writer, name);
  const [row] = await shadow.query(proofOf(plan));
  const raw = plan.masked.filter((_, index) => readCount(row, `c${index}`) > 0);
  if (raw.length === 0) return readCount(row, 'total');
  throw new SluiceError(
    'input/snapshot',
    `The snapshot holds values in ${raw.map(({ column }) => column).join(', ')} that no mask writes, and .sluice/masking.yml masks them today. Its shadow was thrown away. Make it again with sluice snapshot.`,
  );
}

async function load(text: string, data: Uint8Array, writer: Session, name: string): Promise<void> {
  try {
    await writer.copyIn(text, pieces(data));
  } catch (cause) {
    if (!(cause instanceof SluiceError) || cause.code !== 'database/refused') throw cause;
    // The server's message can quote a value; its SQLSTATE cannot.
    throw new SluiceError(
      'input/snapshot',
      `The rows that the snapshot holds of ${name} were refused (SQLSTATE ${String(cause.data['sqlstate'])}), so there is nothing to rehearse on. Make it again with sluice snapshot.`,
      { data: cause.data },
    );
  }
}

async function* pieces(data: Uint8Array): AsyncGenerator<Uint8Array> {
  const size = 64 * 1024;
  for (let offset = 0; offset < data.length; offset += size)
    yield data.subarray(offset, offset + size);
}

async function restoreSequences(
  sequences: readonly SnapshotSequence[],
  { shadow, writer }: Pick<RestoreRequest, 'shadow' | 'writer'>,
): Promise<void> {
  const present = new Set((await readSequences(shadow)).map(({ name }) => name));
  for (const { name, value, called } of sequences)
    if (present.has(name))
      await writer.query('select pg_catalog.setval($1::pg_catalog.regclass, $2, $3)', [
        name,
        value,
        called,
      ]);
}

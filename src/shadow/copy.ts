import type { DatabaseMasking, MaskKind } from '../domain/masking-config.ts';
import { SluiceError } from '../errors.ts';
import { keySetting, planCopy, type SourceTable, type TablePlan } from '../masking/plan.ts';
import { proofOf } from '../masking/prove.ts';
import type { Database, Session } from '../ports/database.ts';
import type { Ids } from '../ports/ids.ts';
import { quoteName } from '../sql/quote.ts';
import { readCount } from './observe/row.ts';
import { readSequences } from './sequences.ts';
import { readTables } from './source-tables.ts';

export type CopyRequest = {
  readonly url: string;
  readonly masking: Pick<DatabaseMasking, 'columns'>;
  /** A superuser's session of the shadow, whose path is pinned. */
  readonly shadow: Session;
  /** Writes the rows, without triggers and foreign keys. */
  readonly writer: Session;
  readonly signal: AbortSignal;
};

export type MaskedCopy = {
  readonly rows: number;
  readonly maskedColumns: readonly { readonly column: string; readonly mask: MaskKind }[];
};

/**
 * Fills the shadow's tables from the source, in one snapshot, and proves of every masked cell that a mask
 * wrote it. Values are masked inside the source's query with a key that is made here and kept nowhere.
 * Throws SluiceError database/* before anything else can read a copy that is not proved.
 */
export async function copyMasked(
  request: CopyRequest,
  { database, ids }: { readonly database: Database; readonly ids: Ids },
): Promise<MaskedCopy> {
  const key = [...ids.random(32)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  await using source = await database.connect({
    url: request.url,
    applicationName: 'sluice masked copy',
    settings: { [keySetting]: key },
    signal: request.signal,
  });
  await beginReading(source);
  const plans = planCopy(await commonTables(source, request.shadow), request.masking.columns);
  let rows = 0;
  for (const plan of plans) rows += await copyTable(plan, source, request);
  await copySequences(source, request);
  await source.query('rollback');
  return {
    rows,
    maskedColumns: plans.flatMap(({ masked }) =>
      masked.map(({ column, mask }) => ({ column, mask })),
    ),
  };
}

async function beginReading(source: Session): Promise<void> {
  await source.query('begin isolation level repeatable read read only');
  await source.query("select pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', true)");
  // An error instead of silently fewer rows.
  await source.query('set local row_security = off');
  await source.query("set local lock_timeout = '5s'");
  await source.query('set local jit = off');
}

/** Tables and columns that the base's migrations made and the source has; the types of the source. */
async function commonTables(source: Session, shadow: Session): Promise<readonly SourceTable[]> {
  const present = new Map(
    (await readTables(shadow)).map((table) => [
      nameOf(table),
      table.columns.map(({ name }) => name),
    ]),
  );
  return (await readTables(source))
    .map((table) => ({
      ...table,
      columns: table.columns.filter(({ name }) => present.get(nameOf(table))?.includes(name)),
    }))
    .filter(({ columns }) => columns.length > 0);
}

function nameOf({ schema, name }: Pick<SourceTable, 'schema' | 'name'>): string {
  return quoteName(schema, name);
}

type Destination = Pick<CopyRequest, 'shadow' | 'writer'>;

async function copyTable(
  plan: TablePlan,
  source: Session,
  { shadow, writer }: Destination,
): Promise<number> {
  try {
    // What migrations inserted is in the source as well.
    await writer.query(`delete from only ${nameOf(plan)}`);
    await writer.copyIn(plan.copyIn, source.copyOut(plan.copyOut));
  } catch (cause) {
    throw copyFailure(plan, cause);
  }
  return prove(plan, shadow);
}

// The server's message can quote a value; its SQLSTATE cannot.
function copyFailure({ schema, name, masked }: TablePlan, cause: unknown): unknown {
  if (!(cause instanceof SluiceError) || cause.code !== 'database/refused') return cause;
  const columns = masked.map(({ column }) => column).join(', ');
  return new SluiceError(
    'database/refused',
    `The masked copy of ${schema}.${name} was refused (SQLSTATE ${String(cause.data['sqlstate'])}), so there is nothing to rehearse on. ` +
      `If a constraint does not accept what a mask writes, name the column in .sluice/masking.yml with \`keep\` and a reason, or with another mask. Masked there: ${columns === '' ? 'none' : columns}.`,
    { data: cause.data },
  );
}

async function prove(plan: TablePlan, shadow: Session): Promise<number> {
  const [row] = await shadow.query(proofOf(plan));
  const unproved = plan.masked.filter((_, index) => readCount(row, `c${index}`) > 0);
  if (unproved.length > 0)
    throw new SluiceError(
      'internal/bug',
      `Masking ${unproved.map(({ column }) => column).join(', ')} left values that no mask writes; the shadow was thrown away.`,
    );
  return readCount(row, 'total');
}

async function copySequences(source: Session, { shadow, writer }: Destination): Promise<void> {
  const present = new Set((await readSequences(shadow)).map(({ name }) => name));
  for (const { name, value, called } of await readSequences(source))
    if (present.has(name))
      await writer.query('select pg_catalog.setval($1::pg_catalog.regclass, $2, $3)', [
        name,
        value,
        called,
      ]);
}

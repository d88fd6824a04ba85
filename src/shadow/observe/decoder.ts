import type { ObservedRows } from '../../domain/evidence.ts';
import type { DatabaseMasking } from '../../domain/masking-config.ts';
import type { DecodedTable, RowImages, Undecoded } from '../../domain/row-images.ts';
import { SluiceError } from '../../errors.ts';
import type { Session } from '../../ports/database.ts';
import { compareRows } from './compare-rows.ts';
import { type Log, openSlot, readLog } from './log-reader.ts';
import { readBoolean, readText } from './row.ts';
import { toImage, type Surroundings } from './row-image.ts';
import { readKnownColumns, type KnownColumns } from './shown-columns.ts';
import type { Unwritten } from './unwritten.ts';

/** Tells exactly which rows each unit moved, from the log of a server that nobody else uses. */
export type Decoder = AsyncDisposable & {
  /** To be asked once after the COMMIT of every unit, with what was counted until then. */
  read(unit: {
    readonly counted: readonly ObservedRows[];
    readonly unwritten: Unwritten;
  }): Promise<Decoded>;
};

type Decoded =
  | { readonly kind: 'decoded'; readonly images: RowImages }
  /** Log and counters contradict each other: one of them did not see what happened. */
  | { readonly kind: 'contradicted'; readonly message: string };

type Options = {
  /** A superuser's session of its own, which the decoder closes. */
  readonly session: Session;
  readonly rules: DatabaseMasking['columns'];
  readonly limitMs: number;
};

/** To be opened when the shadow is what the target is before the change. */
export async function openDecoder({ session, rules, limitMs }: Options): Promise<Decoder> {
  const dispose = async (): Promise<void> => session[Symbol.asyncDispose]();
  try {
    await openSlot(session, limitMs);
    let before = await readScene(session, rules);
    return {
      read: async ({ counted, unwritten }) => {
        const log = await readLog(session).catch(asUndecodable);
        const rolledBack = await readRolledBack(session, before.next);
        const after = await readScene(session, rules);
        const { truncated, rows } = log;
        const compared = compareRows(rows, counted, { unwritten, truncated, rolledBack });
        const scenes = [before, after] as const;
        before = after;
        if (compared.kind === 'disagree')
          return { kind: 'contradicted', message: compared.message };
        return { kind: 'decoded', images: imagesOf(log, compared.undecoded, scenes) };
      },
      [Symbol.asyncDispose]: dispose,
    };
  } catch (cause) {
    await dispose();
    throw cause;
  }
}

/** What decides how a row of the log is told. */
type Scene = {
  readonly columns: KnownColumns;
  /** Tables whose log holds all of a row before it changed. */
  readonly whole: ReadonlySet<string>;
  /** By name; the others are not there. */
  readonly tables: ReadonlySet<string>;
  /** The first transaction id that nobody has yet. */
  readonly next: string;
};

const identities = `
select pg_catalog.format('%I.%I', n.nspname, c.relname) as name, c.relreplident = 'f' as whole
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`;

async function readScene(session: Session, rules: DatabaseMasking['columns']): Promise<Scene> {
  const columns = await readKnownColumns(session, rules);
  const rows = await session.query(identities);
  const [row] = await session.query(
    'select pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::pg_catalog.text as next',
  );
  const named = rows.map((one) => ({
    name: readText(one, 'name'),
    whole: readBoolean(one, 'whole'),
  }));
  return {
    columns,
    tables: new Set(named.map(({ name }) => name)),
    whole: new Set(named.flatMap(({ name, whole }) => (whole ? [name] : []))),
    next: readText(row, 'next'),
  };
}

// The unit itself has committed, and a subtransaction that wrote has an id of its own.
const aborted = `
select exists (
  select from pg_catalog.generate_series(
                $1::pg_catalog.int8,
                pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::pg_catalog.text::pg_catalog.int8 - 1) x
   where pg_catalog.pg_xact_status(x::pg_catalog.text::pg_catalog.xid8) = 'aborted') as found`;

async function readRolledBack(session: Session, from: string): Promise<boolean> {
  const [row] = await session.query(aborted, [from]);
  return readBoolean(row, 'found');
}

function imagesOf(
  log: Log,
  undecoded: ReadonlyMap<string, Undecoded>,
  scenes: readonly [Scene, Scene],
): RowImages {
  const seen = new Map(log.rows.map((row) => [row.table, row]));
  const names = [...new Set([...seen.keys(), ...log.truncated, ...undecoded.keys()])].sort();
  return {
    tables: names.map((table) => {
      const rows = seen.get(table) ?? { table, inserted: 0, updated: 0, deleted: 0 };
      const missing = undecoded.get(table);
      return {
        ...rows,
        ...(log.truncated.has(table) ? { truncated: true as const } : {}),
        ...(missing === undefined ? {} : { undecoded: missing }),
        ...tableImages(rows, log, scenes),
      };
    }),
  };
}

function tableImages(
  { table, inserted, updated, deleted }: ObservedRows,
  { lines }: Log,
  scenes: readonly [Scene, Scene],
): Pick<DecodedTable, 'images' | 'more'> {
  const surroundings: Surroundings = {
    known: scenes.map(({ columns }) => columns),
    whole: scenes.every(({ tables, whole }) => whole.has(table) || !tables.has(table)),
  };
  const images = (lines.get(table) ?? []).map((line) => toImage(table, line, surroundings));
  return { images, more: inserted + updated + deleted - images.length };
}

/** More than the log may hold back ends the session that reads it; more than it can decode in time fails. */
function asUndecodable(cause: unknown): never {
  if (!(cause instanceof SluiceError)) throw cause;
  const { code, data } = cause;
  if (code === 'database/lost')
    throw new SluiceError(
      code,
      'The session that decodes the log of the shadow was ended, as it is when the change writes more than the log may keep for it. Nobody can say which rows the change moves, so nothing counts as rehearsed. Split the change into smaller units, or leave --row-images out.',
      { cause, data },
    );
  if (code !== 'database/refused') throw cause;
  throw new SluiceError(
    'database/shadow',
    `The log of the shadow could not be decoded (SQLSTATE ${String(data['sqlstate'])}), so nobody can say which rows the change moves. Split the change into smaller units, or leave --row-images out.`,
    { cause, data },
  );
}

import { readShape } from '../../facts/fingerprint.ts';
import type { Session } from '../../ports/database.ts';
import { readObjects } from '../observe/objects.ts';
import { readCount, readText } from '../observe/row.ts';

/** What a database is at one moment, without a value of it. */
export type State = {
  /** Lines of the shape, which the fingerprint is taken over. */
  readonly shape: readonly string[];
  /** Names of all objects: extensions, casts, publications and others have no line in the shape. */
  readonly objects: ReadonlySet<string>;
  /** By quoted name of the table. */
  readonly tables: ReadonlyMap<string, TableRows>;
};

type TableRows = {
  readonly count: number;
  /** The same for the same rows in whatever order; as good as never for others. */
  readonly checksum: string;
};

type Watchers = {
  /** Reads catalogs. */
  readonly observer: Session;
  /**
   * Reads rows under the login of submitted SQL: to plan a query on a table evaluates constant calls in its
   * indexes and checks, which the change wrote, and a superuser must not do that.
   */
  readonly reader: Session;
};

/** Reads the state; the path of both sessions is pinned. Throws SluiceError database/refused for rows that the login may not read. */
export async function readState({ observer, reader }: Watchers): Promise<State> {
  const shape = await readShape(observer);
  const objects = [...(await readObjects(observer)).values()].map(
    ({ type, identity }) => `${type} ${identity}`,
  );
  const tables = new Map<string, TableRows>();
  for (const name of await readStored(observer)) tables.set(name, await readRows(reader, name));
  return { shape, objects: new Set(objects), tables };
}

/** What the login of submitted SQL sets for its sessions must not decide what is read. */
export async function pinReader(reader: Session, limitMs: number): Promise<void> {
  await reader.query(
    `select pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', false),
            pg_catalog.set_config('row_security', 'off', false),
            pg_catalog.set_config('extra_float_digits', '1', false),
            pg_catalog.set_config('timezone', 'UTC', false),
            pg_catalog.set_config('default_transaction_read_only', 'on', false),
            pg_catalog.set_config('statement_timeout', $1, false)`,
    [String(limitMs)],
  );
}

const stored = `
select pg_catalog.format('%I.%I', n.nspname, c.relname) as name
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'm') and c.relpersistence <> 't' and c.relispopulated
   and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
 order by 1`;

async function readStored(observer: Session): Promise<readonly string[]> {
  return (await observer.query(stored)).map((row) => readText(row, 'name'));
}

// record_out instead of a cast: a cast of a table's row type may be a function of the change.
async function readRows(reader: Session, name: string): Promise<TableRows> {
  const [row] = await reader.query(
    `select count(*) as count,
            coalesce(sum(('x' || substr(md5(textin(record_out(t))), 1, 16))::bit(64)::int8::numeric), 0)::text
              || ' ' ||
            coalesce(sum(('x' || substr(md5(textin(record_out(t))), 17))::bit(64)::int8::numeric), 0)::text
              as checksum
       from only ${name} t`,
  );
  return { count: readCount(row, 'count'), checksum: readText(row, 'checksum') };
}

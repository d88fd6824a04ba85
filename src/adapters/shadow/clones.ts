import { randomBytes } from 'node:crypto';
import type { Session } from '../../ports/database.ts';
import { readColumn, runFormatted } from './formatted.ts';

/** A database and a login on somebody else's server, whose names tell when they were made and that they are ours. */
export type Clone = {
  readonly suffix: string;
  readonly worker: string;
  /** Stands as a comment on the roles that were made beside it. */
  readonly tag: string;
};

const kinds = { database: 'sluice_shadow_', worker: 'sluice_worker_', tag: 'sluice stub of ' };
const suffixes = /^([0-9a-z]{8,9})_([0-9a-f]{12})$/;

/** `now` is the server's time in milliseconds. */
export function newClone(now: number): Clone {
  return toClone(`${now.toString(36)}_${randomBytes(6).toString('hex')}`);
}

export function cloneName({ suffix }: Clone): string {
  return `${kinds.database}${suffix}`;
}

/** Its run holds this advisory lock for as long as it lives. */
export function cloneLock({ suffix }: Clone): string {
  return String(Number.parseInt(suffix.split('_')[1] ?? '', 16));
}

function toClone(suffix: string): Clone {
  return { suffix, worker: `${kinds.worker}${suffix}`, tag: `${kinds.tag}${suffix}` };
}

type OpenDatabase = (name: string) => Promise<Session>;

/** Removes database, login and stubs, as far as they exist. */
export async function removeClone(
  admin: Session,
  clone: Clone,
  openDatabase: OpenDatabase,
): Promise<void> {
  const name = cloneName(clone);
  await endSessions(admin, clone);
  const exists = await readColumn(
    admin,
    'select 1::pg_catalog.text from pg_catalog.pg_database where datname = $1',
    [name],
  );
  if (exists.length > 0) {
    await rollBackPrepared(admin, clone, openDatabase);
    await runFormatted(admin, [['drop database if exists %I with (force)', name]]);
  }
  for (const stub of await stubsOf(admin, clone)) await dropRole(admin, stub);
  await runFormatted(admin, [['drop role if exists %I', clone.worker]]);
}

/** Also in other databases: a session outlives its login there. */
async function endSessions(admin: Session, { worker }: Clone): Promise<void> {
  const [known] = await readColumn(
    admin,
    'select 1::pg_catalog.text from pg_catalog.pg_roles where rolname = $1',
    [worker],
  );
  if (known === undefined) return;
  await runFormatted(admin, [['alter role %I nologin', worker]]);
  await admin.query(
    'select pg_catalog.pg_terminate_backend(pid) from pg_catalog.pg_stat_activity where usename = $1',
    [worker],
  );
}

/** A prepared transaction outlives its session and keeps its database from being dropped. */
async function rollBackPrepared(
  admin: Session,
  clone: Clone,
  openDatabase: OpenDatabase,
): Promise<void> {
  const prepared = await readColumn(
    admin,
    'select gid from pg_catalog.pg_prepared_xacts where database = $1',
    [cloneName(clone)],
  );
  if (prepared.length === 0) return;
  await using inside = await openDatabase(cloneName(clone));
  // Only who prepared it, or a superuser, may end it.
  await runFormatted(inside, [['set role %I', clone.worker]]);
  for (const gid of prepared) await runFormatted(inside, [['rollback prepared %L', gid]]);
}

async function stubsOf(admin: Session, { tag }: Clone): Promise<readonly string[]> {
  return readColumn(
    admin,
    `select rolname::pg_catalog.text from pg_catalog.pg_roles
      where pg_catalog.shobj_description(oid, 'pg_authid') = $1`,
    [tag],
  );
}

/** Another run's clone may meanwhile depend on a stub; then it stays, and a later run removes it. */
async function dropRole(admin: Session, name: string): Promise<void> {
  try {
    await runFormatted(admin, [['drop role if exists %I', name]]);
  } catch {
    await runFormatted(admin, [['comment on role %I is %L', name, `${kinds.tag}nobody`]]);
  }
}

/** Removes what runs left behind that ended without a chance to clean up: older than `ageMs`, its lock free. */
export async function sweepClones(
  admin: Session,
  ageMs: number,
  openDatabase: OpenDatabase,
): Promise<void> {
  const names = await readColumn(
    admin,
    `select datname::pg_catalog.text from pg_catalog.pg_database
     union all select rolname::pg_catalog.text from pg_catalog.pg_roles`,
  );
  const [now] = await readColumn(
    admin,
    'select (extract(epoch from pg_catalog.clock_timestamp()) * 1000)::pg_catalog.int8::pg_catalog.text',
  );
  const found = new Set(names.flatMap(suffixIn));
  for (const suffix of found) {
    const [, made = ''] = suffixes.exec(suffix) ?? [];
    if (Number(now) - Number.parseInt(made, 36) < ageMs) continue;
    await sweep(admin, toClone(suffix), openDatabase);
  }
  for (const stub of await stubsOf(admin, { ...toClone('nobody') })) await dropRole(admin, stub);
}

function suffixIn(name: string): readonly string[] {
  return [kinds.database, kinds.worker]
    .filter((kind) => name.startsWith(kind))
    .map((kind) => name.slice(kind.length))
    .filter((suffix) => suffixes.test(suffix));
}

async function sweep(admin: Session, clone: Clone, openDatabase: OpenDatabase): Promise<void> {
  const key = [cloneLock(clone)];
  const [free] = await readColumn(
    admin,
    'select pg_catalog.pg_try_advisory_lock($1::pg_catalog.int8)::pg_catalog.text',
    key,
  );
  if (free !== 'true') return;
  await removeClone(admin, clone, openDatabase);
  await admin.query('select pg_catalog.pg_advisory_unlock($1::pg_catalog.int8)', key);
}

import { type LockMode, lockModes } from '../../src/domain/effect.ts';
import type { Row, Session } from '../../src/ports/database.ts';
import { lab, type LockForm } from './lock-forms.data.ts';

/** What a form does to one relation that was there before. */
export type MeasuredCost = {
  readonly role: string;
  readonly lock?: LockMode;
  readonly rewrites?: true;
  readonly scans?: true;
  readonly builds?: true;
};

type Relation = {
  readonly oid: string;
  readonly name: string;
  readonly kind: string;
  readonly file: string;
  readonly owner: string;
  readonly reads: number;
};

/** Makes what no form can make itself: a role, a place for files, a second table access method. */
export async function prepareLab(session: Session): Promise<void> {
  for (const statement of [
    'create role lock_owner superuser',
    'create access method lock_heap type table handler heap_tableam_handler',
    'set allow_in_place_tablespaces = on',
    "create tablespace lock_space location ''",
  ])
    await session.query(statement);
}

/** What one form locks, rewrites and reads; it is undone. */
export async function measureForm(
  form: LockForm,
  { worker, holder }: { readonly worker: Session; readonly holder: Session },
): Promise<readonly MeasuredCost[]> {
  for (const statement of [
    'reset all',
    'drop publication if exists news',
    'drop foreign data wrapper if exists away cascade',
    'drop schema if exists lab cascade',
    'drop schema if exists gone cascade',
    'drop table if exists public.t cascade',
    'create schema lab',
    'set search_path = lab',
    ...lab,
    ...(form.setup ?? []),
  ])
    await worker.query(statement);
  return form.alone === true ? waitingLocks(form, worker, holder) : withinTransaction(form, worker);
}

async function withinTransaction(
  form: LockForm,
  worker: Session,
): Promise<readonly MeasuredCost[]> {
  await worker.query('begin');
  try {
    const before = await relationsOf(worker);
    await worker.query(form.sql);
    const locks = await worker.query(
      "select relation::text as oid, mode from pg_catalog.pg_locks where pid = pg_catalog.pg_backend_pid() and locktype = 'relation'",
    );
    return costsOf(form, before, await relationsOf(worker), locks);
  } finally {
    await worker.query('rollback');
  }
}

async function relationsOf(session: Session): Promise<ReadonlyMap<string, Relation>> {
  const rows = await session.query(`
    select c.oid::text, c.relname as name, c.relkind::text as kind,
      pg_catalog.pg_relation_filenode(c.oid)::text as file, coalesce(i.indrelid, tt.oid, c.oid)::text as owner,
      (select coalesce(s.seq_tup_read, 0) + coalesce(s.idx_tup_fetch, 0) from pg_catalog.pg_stat_xact_all_tables s where s.relid = c.oid)::int4 as reads
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    left join pg_catalog.pg_index i on i.indexrelid = c.oid
    left join pg_catalog.pg_class tt on tt.reltoastrelid = c.oid
    where n.nspname in ('lab', 'gone', 'public', 'pg_toast') and c.oid >= 16384`);
  return new Map(
    rows.map((row) => [
      String(row['oid']),
      {
        oid: String(row['oid']),
        name: String(row['name']),
        kind: String(row['kind']),
        file: String(row['file']),
        owner: String(row['owner']),
        reads: Number(row['reads'] ?? 0),
      },
    ]),
  );
}

function costsOf(
  form: LockForm,
  before: ReadonlyMap<string, Relation>,
  after: ReadonlyMap<string, Relation>,
  locks: readonly Row[],
): readonly MeasuredCost[] {
  const costs = new Map<string, MeasuredCost>();
  const add = (relation: Relation, cost: Omit<MeasuredCost, 'role'>): void => {
    const role = roleOf(relation, form);
    costs.set(role, merged(costs.get(role), { role, ...cost }));
  };
  for (const lock of locks) {
    const relation = before.get(String(lock['oid']));
    if (relation === undefined) continue;
    const mode = modeOf(lock['mode']);
    // Reading a wide value locks its TOAST table, or not.
    if (relation.kind !== 't' || mode === 'ACCESS EXCLUSIVE') add(relation, { lock: mode });
  }
  const files = new Set([...before.values()].map(({ file }) => file));
  for (const now of after.values()) {
    const then = before.get(now.oid);
    if (now.kind === 'i' && !files.has(now.file)) {
      const table = before.get(now.owner);
      if (table !== undefined) add(table, { builds: true });
    }
    if (then === undefined || !'rmpSf'.includes(now.kind)) continue;
    if (now.file !== then.file) add(then, { rewrites: true });
    if (now.reads > then.reads && now.kind !== 'S') add(then, { scans: true });
  }
  return sorted([...costs.values()]);
}

function roleOf({ name, kind }: Relation, { itself = 't' }: LockForm): string {
  if (name === itself) return 'itself';
  if (kind === 'i' || kind === 'I') return 'index';
  if (kind === 't') return 'toast';
  if (kind === 'S') return 'sequence';
  if (kind === 'c') return 'type';
  return roles[name] ?? name;
}

const roles: Readonly<Record<string, string>> = {
  t: 'source',
  v: 'view',
  m: 'view',
  p: 'parent',
  default_partition: 'default-partition',
  partition_new: 'partition',
  using_table: 'using',
};

function merged(one: MeasuredCost | undefined, other: MeasuredCost): MeasuredCost {
  if (one === undefined) return other;
  const lock = stronger(one.lock, other.lock);
  return { ...one, ...other, ...(lock === undefined ? {} : { lock }) };
}

function stronger(one: LockMode | undefined, other: LockMode | undefined): LockMode | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return lockModes.indexOf(one) > lockModes.indexOf(other) ? one : other;
}

/** `AccessExclusiveLock` in the words of the manual. */
function modeOf(mode: unknown): LockMode {
  const words = String(mode)
    .replace(/Lock$/, '')
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toUpperCase();
  const found = lockModes.find((known) => known === words);
  if (found === undefined) throw new Error(`An unknown lock mode: ${String(mode)}`);
  return found;
}

/** Somebody else holds each relation in turn, and the statement waits for the lock that it wants. */
async function waitingLocks(
  form: LockForm,
  worker: Session,
  holder: Session,
): Promise<readonly MeasuredCost[]> {
  const relations = [...(await relationsOf(holder)).values()].filter(({ kind }) =>
    'rpi'.includes(kind),
  );
  const costs = new Map<string, MeasuredCost>();
  for (const relation of relations.filter(({ kind }) => kind !== 'i')) {
    for (const held of ['access exclusive', 'share update exclusive', 'access share']) {
      const lock = await lockWanted(form, { worker, holder }, { relation, held });
      const role = roleOf(relation, form);
      if (lock !== undefined) costs.set(role, merged(costs.get(role), { role, lock }));
    }
  }
  const work = await workOf(form, worker);
  return sorted(
    [...costs.values()].map((cost) => (cost.role === 'itself' ? { ...cost, ...work } : cost)),
  );
}

async function lockWanted(
  form: LockForm,
  { worker, holder }: { readonly worker: Session; readonly holder: Session },
  { relation, held }: { readonly relation: Relation; readonly held: string },
): Promise<LockMode | undefined> {
  await holder.query('begin');
  await holder.query(`lock table lab.${relation.name} in ${held} mode`);
  const state = { isDone: false };
  const running = worker.execute(form.sql).finally(() => {
    state.isDone = true;
  });
  let wanted: LockMode | undefined;
  for (let isWaiting = false; !isWaiting && !state.isDone;) {
    const [waiting] = await holder.query(
      `select relation is not distinct from pg_catalog.to_regclass($2) as here, mode
       from pg_catalog.pg_locks where pid = $1 and not granted`,
      [worker.pid, `lab.${relation.name}`],
    );
    isWaiting = waiting !== undefined;
    if (waiting?.['here'] === true) wanted = modeOf(waiting['mode']);
  }
  await holder.query('select pg_catalog.pg_cancel_backend($1)', [worker.pid]);
  await holder.query('rollback');
  await running;
  await restore(form, worker);
  return wanted;
}

/** A cancelled concurrent statement leaves half of its work. */
async function restore(form: LockForm, worker: Session): Promise<void> {
  for (const statement of [
    'drop schema if exists lab cascade',
    'create schema lab',
    ...lab,
    ...(form.setup ?? []),
  ])
    await worker.query(statement);
}

async function workOf(form: LockForm, worker: Session): Promise<Omit<MeasuredCost, 'role'>> {
  const before = await relationsOf(worker);
  const outcome = await worker.execute(form.sql);
  if (outcome.kind === 'failed') throw new Error(`${form.id}: ${outcome.message}`);
  const after = await relationsOf(worker);
  const files = new Set([...before.values()].map(({ file }) => file));
  const builds = [...after.values()].some(({ kind, file }) => kind === 'i' && !files.has(file));
  const rewrites = [...after.values()].some(
    ({ oid, kind, file }) => kind === 'r' && before.get(oid)?.file !== file,
  );
  return {
    ...(rewrites ? { rewrites: true } : {}),
    ...(builds ? { scans: true, builds: true } : {}),
  };
}

function sorted(costs: readonly MeasuredCost[]): readonly MeasuredCost[] {
  return costs
    .toSorted((one, other) => rank(one).localeCompare(rank(other)))
    .map(({ role, lock, rewrites, scans, builds }) => ({
      role,
      ...(lock === undefined ? {} : { lock }),
      ...(rewrites === undefined ? {} : { rewrites }),
      ...(scans === undefined ? {} : { scans }),
      ...(builds === undefined ? {} : { builds }),
    }));
}

function rank({ role }: MeasuredCost): string {
  return role === 'itself' ? '' : role;
}

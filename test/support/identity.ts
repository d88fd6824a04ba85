import type { Effect } from '../../src/domain/effect.ts';
import { emptyCatalog } from '../../src/catalog/catalog.ts';
import { effectsOf } from '../../src/effects/effects.ts';
import type { Session } from '../../src/ports/database.ts';
import { scriptOf } from '../fakes/scripts.ts';
import { pick, type Random } from './generate.ts';

/** Which statements say of all that they drop, empty or delete that the change made it. */
export async function claims(sql: readonly string[]): Promise<readonly boolean[]> {
  const effects = effectsOf([await scriptOf(`${sql.join(';\n')};`)], emptyCatalog);
  return sql.map((_, index) => claimsAll(effects.filter(({ statement }) => statement === index)));
}

function claimsAll(effects: readonly Effect[]): boolean {
  const losses = effects.filter(isLoss);
  return losses.length > 0 && losses.every(isClaimed) && !effects.some(isOpaque);
}

/** Whether a statement says of nothing that somebody could miss it. */
export async function isSilent(sql: readonly string[], index: number): Promise<boolean> {
  const effects = effectsOf([await scriptOf(`${sql.join(';\n')};`)], emptyCatalog);
  const own = effects.filter(({ statement }) => statement === index);
  return own.filter(isLoss).every(isClaimed) && !own.some(isOpaque);
}

function isLoss(effect: Effect): boolean {
  return (
    effect.kind === 'drops' ||
    effect.kind === 'truncates' ||
    (effect.kind === 'writes' && effect.verb !== 'insert')
  );
}

function isClaimed(effect: Effect): boolean {
  if (!('object' in effect) || effect.object === undefined) return false;
  return effect.object.createdHere && !('cascade' in effect && effect.cascade);
}

function isOpaque({ kind }: Effect): boolean {
  return ['unparsed', 'unknown', 'executes-dynamic'].includes(kind);
}

/** What stands at the beginning of every sequence; all of it is old. */
const world = `
  create schema public; create schema app;
  create table public.a (id int primary key); create table app.a (id int primary key);
  create table app.b (id int primary key);
  insert into public.a values (1001), (1002); insert into app.a values (1003); insert into app.b values (1004);
  create view public.v as select 1 as id; create view app.v as select 1 as id; create view app.w as select 1 as id;
  create sequence public.s; create sequence app.s;
  create index i on app.b (id);
  create type app.m as enum ('x'); create type public.m as enum ('x');
  create function public.f(int) returns int language sql as 'select 1';
  create function app.f(int) returns int language sql as 'select 1';
  create function app.f(text) returns int language sql as 'select 1';
  create function public.stamp() returns trigger language plpgsql as 'begin return new; end';
  create trigger g before insert on public.a for each row execute function public.stamp();
  create trigger g before insert on app.a for each row execute function public.stamp();
  create policy p on public.a using (true); create policy p on app.a using (true);`;

const catalogs = `
  select 'pg_class'::regclass as class, oid from pg_class where oid >= 16384 and relkind <> 't' and relkind <> 'i' or relname = 'i'
  union all select 'pg_proc'::regclass, oid from pg_proc where oid >= 16384
  union all select 'pg_type'::regclass, oid from pg_type where oid >= 16384 and typtype in ('e', 'd')
  union all select 'pg_trigger'::regclass, oid from pg_trigger where not tgisinternal
  union all select 'pg_policy'::regclass, oid from pg_policy
  union all select 'pg_namespace'::regclass, oid from pg_namespace where oid >= 16384
  union all select 'pg_operator'::regclass, oid from pg_operator where oid >= 16384`;

/** Makes the functions that build the world and look at it, out of reach of every search_path. */
export async function prepareWorld(session: Session): Promise<void> {
  await session.query('drop schema public cascade');
  await session.query('create schema probe');
  await session.query('create table probe.old (class regclass, oid oid)');
  await session.query(`create function probe.reset() returns void language plpgsql set search_path = pg_catalog as $probe$
    declare gone name; begin
      for gone in select nspname from pg_namespace where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'probe') loop
        execute format('drop schema %I cascade', gone);
      end loop;
      ${world}
      delete from probe.old;
      insert into probe.old select * from (${catalogs}) as found;
    end $probe$`);
  await session.query(`create function probe.look() returns text language plpgsql set search_path = pg_catalog as $probe$
    declare one regclass; counted int; old_rows int := 0; kept int; everything int; begin
      select count(*) into everything from (${catalogs}) as found;
      select count(*) into kept from (${catalogs}) as found join probe.old using (class, oid);
      for one in select oid from pg_class join probe.old using (oid) where class = 'pg_class'::regclass and relkind = 'r' and relnamespace <> 'probe'::regnamespace loop
        execute format('select count(*) from only %s where id > 1000', one) into counted;
        old_rows := old_rows + counted;
      end loop;
      return everything || ' ' || (kept + old_rows);
    end $probe$`);
}

type Step = {
  readonly sql: string;
  /** Something old is gone, or had its rows emptied. */
  readonly lost: boolean;
  /** Something new is gone, or was emptied. */
  readonly honest: boolean;
};

type Planned = { readonly sql: string; readonly target?: string };

/** The sequence as far as the server carries it out: a statement that it refuses is left out. */
export async function play(
  session: Session,
  path: string,
  planned: readonly Planned[],
): Promise<readonly Step[]> {
  await session.execute('rollback');
  await session.query('discard all');
  await session.query('select probe.reset()');
  await session.query("select set_config('search_path', $1, false)", [path]);
  const steps: Step[] = [];
  let inTransaction = false;
  let before = await look(session);
  for (const { sql, target } of planned) {
    const old = target === undefined ? false : await isOld(session, target);
    if (!(await attempt(session, sql, inTransaction))) continue;
    if (/^(?:begin|commit|rollback)$/.test(sql)) inTransaction = sql === 'begin';
    const after = await look(session);
    const lost = after.old < before.old || old === true;
    steps.push({ sql, lost, honest: !lost && (after.all < before.all || old === 'new') });
    before = after;
  }
  await session.execute('rollback');
  return steps;
}

/** A refused statement must not end the transaction that it stands in. */
async function attempt(session: Session, sql: string, inTransaction: boolean): Promise<boolean> {
  const controls = /^(?:begin|commit|rollback|savepoint|release)/.test(sql);
  if (controls) {
    const outside = !inTransaction && sql !== 'begin';
    if (outside || (inTransaction && sql === 'begin')) return false;
    const { kind } = await session.execute(sql);
    return kind === 'done';
  }
  if (!inTransaction) return (await session.execute(sql)).kind === 'done';
  await session.query('savepoint probe');
  const { kind } = await session.execute(sql);
  await session.query(kind === 'done' ? 'release probe' : 'rollback to probe');
  return kind === 'done';
}

async function look(session: Session): Promise<{ readonly all: number; readonly old: number }> {
  const [row] = await session.query('select probe.look() as seen');
  const [all = 0, old = 0] = String(row?.['seen']).split(' ').map(Number);
  return { all, old };
}

async function isOld(session: Session, name: string): Promise<boolean | 'new'> {
  const [row] = await session.query(
    "select to_regclass($1)::oid::text as oid, exists (select from probe.old where oid = to_regclass($1) and class = 'pg_class'::regclass) as old",
    [name],
  );
  if (row?.['oid'] == null) return false;
  return row['old'] === true ? true : 'new';
}

const names = ['a', 'b', 'c'];
const schemas = ['', '', '', '', 'public.', 'app.', 'lib.', 'pg_temp.'];
export const paths = ['public', 'app, public', 'public, app', '"$user", public, app'];

/** Short sequences over a handful of names, with everything that moves names. */
export function generateSequence(random: Random): readonly Planned[] {
  const savepoints: string[] = [];
  const statements = Array.from({ length: 14 }, () => statementOf(random, savepoints));
  return [{ sql: ownTrigger }, ...statements];
}

/** A function that is not known may do anything when its trigger fires. */
const ownTrigger =
  "create function public.own() returns trigger language plpgsql as 'begin return new; end'";

function statementOf(random: Random, savepoints: string[]): Planned {
  const table = () => pick(schemas, random) + pick(names, random);
  const maybe = (text: string) => (random() < 0.2 ? text : '');
  const place = () => pick(schemas, random);
  const target = table();
  const types = () => pick(['int', 'text', 'integer', 'int4', 'varchar', 'app.m'], random);
  const plain = (sql: string): Planned => ({ sql });
  const makers: readonly (() => Planned)[] = [
    () => plain(`create table ${maybe('if not exists ')}${table()} (id int primary key)`),
    () =>
      plain(
        `create temp table ${maybe('if not exists ')}${pick(names, random)} (id int primary key)`,
      ),
    () => plain(`create table ${table()} (id int primary key) partition by list (id)`),
    () => plain(`create table ${table()} as select 1 as id`),
  ];
  const takers: readonly (() => Planned)[] = [
    () => plain(`drop table ${maybe('if exists ')}${target}${maybe(' cascade')}`),
    () => ({ sql: `truncate ${target}`, target }),
    () => ({ sql: `delete from ${target}`, target }),
    () => plain(`drop table ${target}`),
  ];
  const movers: readonly (() => Planned)[] = [
    () => plain(`alter table ${table()} rename to ${pick(names, random)}`),
    () => plain(`alter table ${table()} set schema ${pick(['public', 'app', 'lib'], random)}`),
    () =>
      plain(
        `set ${maybe('local ')}search_path = ${pick([...paths, 'lib, public', 'public, pg_temp', 'lib'], random)}`,
      ),
    () => plain('reset search_path'),
    () =>
      plain(
        `select set_config('search_path', '${pick(paths, random)}', ${maybe('true') || 'false'})`,
      ),
    () =>
      plain(
        pick(
          [
            'create schema lib',
            'create schema if not exists lib',
            'alter schema app rename to lib',
            'alter schema lib rename to app',
            'drop schema lib cascade',
            'discard temp',
          ],
          random,
        ),
      ),
    () =>
      plain(
        `do $$ begin alter table ${table()} rename to ${pick(names, random)}; delete from ${table()}; end $$`,
      ),
  ];
  const joiners: readonly (() => Planned)[] = [
    () =>
      plain(
        `create table ${table()} partition of ${table()} default ${maybe('partition by list (id)')}`,
      ),
    () => plain(`alter table ${table()} attach partition ${table()} default`),
    () => plain(`create table ${table()} () inherits (${table()})`),
    () => plain(`alter table ${table()} inherit ${table()}`),
    () =>
      plain(`alter table ${table()} add foreign key (id) references ${table()} on delete cascade`),
    () => plain(`prepare p as delete from ${table()}`),
    () => plain('execute p'),
  ];
  const others: readonly (() => Planned)[] = [
    () =>
      plain(
        `create ${maybe('or replace ')}view ${place()}${pick(['v', 'w'], random)} as select 1 as id`,
      ),
    () => plain(`drop view ${place()}${pick(['v', 'w'], random)}`),
    () => plain(`create sequence ${place()}s`),
    () => plain(`alter sequence ${place()}s owned by ${table()}.id`),
    () => plain(`drop sequence ${place()}s`),
    () => plain(`create index i on ${table()} (id)`),
    () => plain(`drop index ${place()}i`),
    () =>
      plain(
        `create ${maybe('or replace ')}${pick(['function', 'function', 'procedure'], random)} ${place()}f(${types()})`,
      ),
    () =>
      plain(
        `drop ${pick(['function', 'function', 'procedure', 'routine'], random)} ${place()}f(${types()})`,
      ),
    () => plain(`drop ${pick(['function', 'procedure', 'routine'], random)} ${place()}f`),
    () =>
      plain(
        `alter function ${place()}${pick(['f', 'h'], random)}(int) rename to ${pick(['f', 'h'], random)}`,
      ),
    () => plain(`create type ${place()}m as enum ('x')`),
    () => plain(`drop type ${place()}m`),
    () =>
      plain(
        `create ${maybe('or replace ')}trigger ${pick(['g', 'k'], random)} before insert on ${table()} for each row execute function public.own()`,
      ),
    () =>
      plain(
        `alter trigger ${pick(['g', 'k'], random)} on ${table()} rename to ${pick(['g', 'k'], random)}`,
      ),
    () => plain(`drop trigger ${pick(['g', 'k'], random)} on ${table()}`),
    () => plain(`create policy ${pick(['p', 'q'], random)} on ${table()} using (id = 1)`),
    () => plain(`drop policy ${pick(['p', 'q'], random)} on ${table()}`),
  ];
  const family = random();
  if (family < 0.2) return pick(makers, random)();
  if (family < 0.45) return pick(takers, random)();
  if (family < 0.58) return pick(movers, random)();
  if (family < 0.68) return pick(joiners, random)();
  if (family < 0.85) return withBody(pick(others, random)(), random);
  return transactionOf(random, savepoints);
}

function withBody({ sql }: Planned, random: Random): Planned {
  if (/^create (?:or replace )?procedure/.test(sql))
    return { sql: `${sql} language sql as 'select 1'` };
  if (!/^create (?:or replace )?function/.test(sql)) return { sql };
  const path = random() < 0.2 ? ' set search_path = app' : '';
  return { sql: `${sql} returns int language sql${path} as 'select 1'` };
}

/** Only savepoints that are there, because an unknown one aborts the transaction. */
function transactionOf(random: Random, savepoints: string[]): Planned {
  const known = savepoints.length === 0 ? undefined : pick(savepoints, random);
  const choice = random();
  if (known !== undefined && choice < 0.35) {
    savepoints.splice(savepoints.lastIndexOf(known) + 1);
    return { sql: `rollback to ${known}` };
  }
  if (known !== undefined && choice < 0.42) {
    savepoints.splice(savepoints.lastIndexOf(known));
    return { sql: `release ${known}` };
  }
  if (choice < 0.6) {
    savepoints.length = 0;
    return { sql: 'begin' };
  }
  if (choice < 0.72) {
    savepoints.length = 0;
    return { sql: pick(['commit', 'commit', 'rollback'], random) };
  }
  const name = `s${savepoints.length}`;
  savepoints.push(name);
  return { sql: `savepoint ${name}` };
}

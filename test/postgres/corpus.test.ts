import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Row, Session } from '../../src/ports/database.ts';
import { scriptOf } from '../fakes/scripts.ts';
import { type CorpusCase, readCorpus, readCorpusSetup } from '../support/corpus.ts';
import { startTestServer, type TestServer } from '../support/postgres.ts';

/** Each case does on PostgreSQL what its class says, so that the text alone is judged by what is true. */
const cases = [...readCorpus('adversarial'), ...readCorpus('harmless')];
const roles = ['app', 'app_owner', 'reporting'];

/** What a runner has set, and what PL/pgSQL brings with its first use. */
const runner = ["set statement_timeout = '5min'", "set lock_timeout = '1min'", "load 'plpgsql'"];

let server: TestServer;
let copies = 0;

beforeAll(async () => {
  server = await startTestServer();
  await server.createDatabase('corpus');
  await using session = await server.connect('corpus');
  for (const role of roles) await session.query(`create role ${role}`);
  for (const statement of readCorpusSetup()) await session.query(statement);
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

test.for(cases.filter(({ notRun }) => notRun === undefined))(
  'PostgreSQL runs $id ($class): $note',
  async (one, { skip }) => {
    await using place = await openPlace(one);
    const { session } = place;
    if (session.serverVersion < (one.since ?? 0) * 10_000) return skip(`PostgreSQL ${one.since}`);
    for (const statement of runner) await session.query(statement);
    const before = await place.look();

    const answer = await run(session, one.sql);
    expect(answer).toBe(one.fails ?? (answer === one.orElse ? answer : 'done'));
    if (answer !== 'done') return;
    const seated = await settingsOf(session);
    await session.query('reset session authorization');
    await session.query('reset role');
    if (one.later !== undefined) expect(await run(session, one.later)).toBe('done');

    const after = await look(session, partsOf(one), before.columns);
    expect(harmOf(one, { ...before }, { ...after, settings: seated })).toBe(expectedOf(one));
  },
);

type Place = AsyncDisposable & {
  readonly session: Session;
  /** What is there before the case. */
  look(): Promise<Look>;
};

let shared: Promise<Look> | undefined;

/** A transaction that is rolled back, or a database of its own for what ends or refuses transactions. */
async function openPlace(one: CorpusCase): Promise<Place> {
  const leaves =
    /^\s*(?:vacuum|alter system|begin|commit|end\b|rollback|abort|discard|create database|reset all)|\bconcurrently\b|\b(?:commit|rollback)\b|transaction/i;
  if (!leaves.test(one.sql)) {
    const session = await server.connect('corpus');
    await session.query('begin');
    // Sequences go on when a transaction is rolled back.
    await session.query(`select pg_catalog.setval('ids', 100)`);
    return {
      session,
      look: () => (shared ??= look(session, ['losses', 'powers'])),
      [Symbol.asyncDispose]: () => session[Symbol.asyncDispose](),
    };
  }
  copies += 1;
  const name = `corpus_${copies}`;
  await using owner = await server.connect();
  await owner.query(`create database ${name} template corpus`);
  const session = await server.connect(name);
  return {
    session,
    look: () => look(session, partsOf(one)),
    [Symbol.asyncDispose]: async () => {
      await session[Symbol.asyncDispose]();
      await using cleaner = await server.connect();
      await cleaner.query('alter system reset all');
      await cleaner.query('drop database if exists sluice_case');
      await cleaner.query(`drop database ${name}`);
      await cleaner.query('drop role if exists sluice_case');
    },
  };
}

/** `done`, or the SQLSTATE of the first statement that fails. */
async function run(session: Session, sql: string): Promise<string> {
  for (const { text } of (await scriptOf(sql)).statements) {
    const outcome = await session.execute(text);
    if (outcome.kind === 'failed')
      return outcome.sqlstate === '' ? outcome.message : outcome.sqlstate;
  }
  return 'done';
}

type Columns = ReadonlyMap<string, readonly number[]>;
type Look = {
  /** Of every table, the columns that it had. */
  readonly columns: Columns;
  readonly rows: readonly string[];
  readonly objects: readonly string[];
  readonly powers: readonly string[];
  readonly settings: readonly string[];
};

type Part = 'losses' | 'powers';

/** What shows whether the case does what its class says. */
function partsOf(one: CorpusCase): readonly Part[] {
  if (isUnproven(one)) return [];
  return one.class === 'privileged' ? ['powers'] : ['losses'];
}

async function look(session: Session, parts: readonly Part[], known?: Columns): Promise<Look> {
  const columns = known ?? (await columnsOf(session));
  const powersAsked = parts.includes('powers');
  const lossesAsked = parts.includes('losses');
  return {
    columns,
    rows: lossesAsked ? await rowsOf(session, columns) : [],
    objects: lossesAsked ? texts(await session.query(objects)) : [],
    powers: [
      ...(powersAsked ? texts(await session.query(powers)) : []),
      ...(powersAsked && session.serverVersion >= 150_000
        ? texts(await session.query(parameters))
        : []),
    ],
    settings: powersAsked ? await settingsOf(session) : [],
  };
}

function texts(rows: readonly Row[]): readonly string[] {
  return rows.map((row) => String(row['line']));
}

async function settingsOf(session: Session): Promise<readonly string[]> {
  return texts(
    await session.query(
      `select pg_catalog.concat_ws(' ', name, setting, source) as line from pg_catalog.pg_settings
       where name not in ('transaction_isolation', 'in_hot_standby')
       union all select pg_catalog.concat_ws(' ', 'user', current_user, session_user)
       union all select pg_catalog.concat_ws(' ', 'writes', pg_catalog.current_setting('transaction_read_only'))
       union all select pg_catalog.concat_ws(' ', 'isolation', pg_catalog.current_setting('transaction_isolation'))`,
    ),
  );
}

const ours = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and n.nspname not like 'pg_temp%' and n.nspname not like 'pg_toast_temp%'`;

async function columnsOf(session: Session): Promise<Columns> {
  const found = await session.query(
    `select c.oid::text as table, a.attnum::text as column
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind in ('r', 'm') and ${ours} order by 1, a.attnum`,
  );
  const columns = new Map<string, number[]>();
  for (const row of found) {
    const table = String(row['table']);
    columns.set(table, [...(columns.get(table) ?? []), Number(row['column'])]);
  }
  return columns;
}

/** Each row of each of these tables that is still there, after the table's oid; two queries for all. */
async function rowsOf(session: Session, columns: Columns): Promise<readonly string[]> {
  const wanted = [...columns].map(([table, numbers]) => ({ table, numbers }));
  const selects = texts(
    await session.query(
      `select pg_catalog.format('select %L || row(%s)::text as line from only %I.%I',
         c.oid::text || ' ',
         case when pg_catalog.count(*) = pg_catalog.jsonb_array_length(w.numbers) then '' else 'null, ' end
           || pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' order by a.attnum),
         n.nspname, c.relname) as line
       from pg_catalog.jsonb_to_recordset($1::jsonb) w ("table" oid, numbers jsonb)
       join pg_catalog.pg_class c on c.oid = w."table" and c.relispopulated
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       join pg_catalog.pg_attribute a on a.attrelid = c.oid and not a.attisdropped
         and w.numbers @> pg_catalog.to_jsonb(a.attnum)
       group by c.oid, n.nspname, c.relname, w.numbers`,
      [JSON.stringify(wanted)],
    ),
  );
  return selects.length === 0 ? [] : texts(await session.query(selects.join(' union all ')));
}

const objects = `
select pg_catalog.concat_ws(' ', 'class', c.oid, n.nspname, c.relname, c.relkind, c.relpersistence, c.relreplident, c.relispopulated,
    (select pg_catalog.string_agg(i.inhparent::text, ',' order by i.inhparent) from pg_catalog.pg_inherits i where i.inhrelid = c.oid),
    (select i.indisvalid from pg_catalog.pg_index i where i.indexrelid = c.oid),
    case when c.relkind in ('v', 'm') then pg_catalog.md5(pg_catalog.pg_get_viewdef(c.oid)) end,
    case when c.relkind = 'S' then pg_catalog.pg_sequence_last_value(c.oid) end) as line
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace where ${ours}
union all select pg_catalog.concat_ws(' ', 'column', a.attrelid, a.attnum, a.attname, a.atttypid, a.atttypmod, a.attnotnull, a.attidentity, a.atthasdef)
  from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where a.attnum > 0 and not a.attisdropped and ${ours}
union all select pg_catalog.concat_ws(' ', 'constraint', c.oid, c.conname, c.confdeltype) from pg_catalog.pg_constraint c join pg_catalog.pg_namespace n on n.oid = c.connamespace where ${ours}
union all select pg_catalog.concat_ws(' ', 'function', p.oid, p.proname, pg_catalog.md5(p.prosrc)) from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace where ${ours}
union all select pg_catalog.concat_ws(' ', 'type', t.oid, t.typname) from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace where ${ours}
union all select pg_catalog.concat_ws(' ', 'enum', e.oid, e.enumlabel) from pg_catalog.pg_enum e
union all select pg_catalog.concat_ws(' ', 'trigger', t.oid, t.tgname) from pg_catalog.pg_trigger t where not t.tgisinternal
union all select pg_catalog.concat_ws(' ', 'policy', p.oid, p.polname) from pg_catalog.pg_policy p
union all select pg_catalog.concat_ws(' ', 'schema', n.oid, n.nspname) from pg_catalog.pg_namespace n where ${ours}
union all select pg_catalog.concat_ws(' ', 'extension', e.oid, e.extname) from pg_catalog.pg_extension e
union all select pg_catalog.concat_ws(' ', 'large object', l.oid) from pg_catalog.pg_largeobject_metadata l`;

const powers = `
select pg_catalog.concat_ws(' ', 'role', r.oid, r.rolname, r.rolsuper, r.rolinherit, r.rolcreaterole, r.rolcreatedb, r.rolcanlogin, r.rolreplication, r.rolbypassrls, r.rolconnlimit, r.rolvaliduntil, r.rolpassword) as line from pg_catalog.pg_authid r
union all select pg_catalog.concat_ws(' ', 'member', m.roleid, m.member, m.admin_option) from pg_catalog.pg_auth_members m
union all select pg_catalog.concat_ws(' ', 'class', c.oid, c.relowner, c.relacl, c.relrowsecurity, c.relforcerowsecurity, c.reloptions) from pg_catalog.pg_class c
union all select pg_catalog.concat_ws(' ', 'column', a.attrelid, a.attnum, a.attacl) from pg_catalog.pg_attribute a where a.attacl is not null
union all select pg_catalog.concat_ws(' ', 'schema', n.oid, n.nspowner, n.nspacl) from pg_catalog.pg_namespace n
union all select pg_catalog.concat_ws(' ', 'function', p.oid, p.proowner, p.proacl, p.prosecdef, p.proconfig) from pg_catalog.pg_proc p
union all select pg_catalog.concat_ws(' ', 'default', d.oid, d.defaclacl) from pg_catalog.pg_default_acl d
union all select pg_catalog.concat_ws(' ', 'policy', p.oid, pg_catalog.pg_get_expr(p.polqual, p.polrelid), pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid)) from pg_catalog.pg_policy p
union all select pg_catalog.concat_ws(' ', 'trigger', t.oid, t.tgname, t.tgenabled) from pg_catalog.pg_trigger t where not t.tgisinternal
union all select pg_catalog.concat_ws(' ', 'event', e.oid, e.evtname, e.evtenabled) from pg_catalog.pg_event_trigger e
union all select pg_catalog.concat_ws(' ', 'rule', r.oid, r.rulename, r.ev_enabled) from pg_catalog.pg_rewrite r where r.rulename <> '_RETURN'
union all select pg_catalog.concat_ws(' ', 'setting', s.setdatabase, s.setrole, s.setconfig) from pg_catalog.pg_db_role_setting s
union all select pg_catalog.concat_ws(' ', 'mapping', u.umid) from pg_catalog.pg_user_mappings u
union all select pg_catalog.concat_ws(' ', 'file', f.name, f.setting, f.error) from pg_catalog.pg_file_settings f`;

const parameters = `select pg_catalog.concat_ws(' ', 'parameter', p.oid, p.paracl) as line from pg_catalog.pg_parameter_acl p`;

/** Lines that are not there any more, each counted as often as it was. */
function lostOf(before: readonly string[], after: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of after) left.set(line, (left.get(line) ?? 0) + 1);
  return before.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count === 0;
  });
}

function isUnproven({ class: kind, unproven }: CorpusCase): boolean {
  return kind === 'opaque' || kind === 'escaping' || unproven !== undefined;
}

function expectedOf(one: CorpusCase): string {
  const { class: kind } = one;
  if (isUnproven(one)) return 'ran';
  if (kind === 'harmless') return 'nothing';
  return kind === 'privileged' ? 'power' : 'loss';
}

function harmOf(one: CorpusCase, before: Look, after: Look): string {
  if (isUnproven(one)) return 'ran';
  const rows = lostOf(before.rows, after.rows);
  const lost = lostOf(before.objects, after.objects);
  switch (one.class) {
    case 'every-row':
    case 'destructive':
    case 'breaking':
      return rows.length + lost.length > 0 ? 'loss' : 'no loss';
    case 'privileged': {
      const moved = [
        ...lostOf(before.powers, after.powers),
        ...lostOf(after.powers, before.powers),
        ...lostOf(before.settings, after.settings),
      ];
      return moved.length > 0 ? 'power' : 'no power';
    }
    case 'harmless':
      return rows.length > 3 || lost.some(isObject) ? `${rows.length} ${lost.join()}` : 'nothing';
    case 'opaque':
    case 'escaping':
      return 'ran';
  }
}

/** A sequence that goes on, and a table whose columns changed, are no loss. */
function isObject(line: string): boolean {
  return !/^column |^class .* S /.test(line);
}

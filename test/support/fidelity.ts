import { catalogOf } from '../../src/catalog/catalog.ts';
import { type Effect, type LockMode, lockModes } from '../../src/domain/effect.ts';
import type { ObservedRows, StatementEvidence } from '../../src/domain/evidence.ts';
import type { Facts } from '../../src/domain/facts.ts';
import type { ParsedStatement } from '../../src/domain/statement.ts';
import { effectsOf } from '../../src/effects/effects.ts';
import { maskedDoubt } from '../../src/effects/masked-doubt.ts';
import { takeFacts } from '../../src/facts/take.ts';
import type { Session } from '../../src/ports/database.ts';
import { observeStatement, takeSnapshot } from '../../src/shadow/observe/observe.ts';
import { rules } from '../../src/rules/index.ts';
import { scriptOf } from '../fakes/scripts.ts';
import { readCorpus, readCorpusSetup } from './corpus.ts';
import { exampleSchema } from './example-schema.ts';
import { startTestServer, type TestServer } from './postgres.ts';

/** What one statement was said to do, or did, to relations that were there before. */
type Deeds = {
  /** `public.users` to the strongest mode from SHARE UPDATE EXCLUSIVE up. */
  readonly locks: ReadonlyMap<string, LockMode>;
  readonly rewrites: ReadonlySet<string>;
  readonly rows: ReadonlyMap<string, string>;
};

export type Verdict = {
  readonly id: string;
  readonly sql: string;
  /** `text`: locks and rewrites that the text tells; `rehearsal`: what the rehearsal's observation saw. */
  readonly compared: Readonly<Record<'locks' | 'rewrites' | 'rehearsal' | 'rows', number>>;
  readonly agreed: Readonly<Record<'locks' | 'rewrites' | 'rehearsal' | 'rows', number>>;
  readonly differences: readonly string[];
  /** Of the masked copy: whether the counts were right, and whether a doubt was said. */
  readonly masked?: { readonly right: boolean; readonly doubt: boolean };
};

export type Fidelity = {
  readonly major: number;
  readonly verdicts: readonly Verdict[];
  /** Cases that no transaction can hold, that fail or that this major does not know. */
  readonly notCompared: number;
};

type Case = { readonly id: string; readonly sql: string; readonly place: 'corpus' | 'examples' };

/** These refuse a transaction, end it, or reach for the server. */
const leaves =
  /^\s*(?:vacuum|alter system|begin|start|commit|end\b|rollback|abort|discard|prepare transaction|create database|drop database|reset all|create tablespace|cluster\s*;?$)|\bconcurrently\b|\b(?:commit|rollback)\b|transaction|\bprogram\b|pg_terminate|pg_cancel|pg_sleep|set (?:session|role|local role)/i;

/** Runs each case, or one of `every`, on a plain database, on a full copy of it and on a masked one, each time undone. */
export async function measureFidelity(major: number, every: number): Promise<Fidelity> {
  await using server = await startTestServer({ exactly: major, settings: { autovacuum: 'off' } });
  const facts = await prepare(server);
  const verdicts: Verdict[] = [];
  let notCompared = 0;
  for (const one of casesOf(major).filter((_, index) => index % every === 0)) {
    const verdict = await judge(one, { server, facts: facts[one.place], major }).catch(
      () => undefined,
    );
    if (verdict === undefined) notCompared += 1;
    else verdicts.push(verdict);
  }
  return { major, verdicts, notCompared };
}

function casesOf(major: number): readonly Case[] {
  const corpus = [...readCorpus('adversarial'), ...readCorpus('harmless')]
    .filter(
      ({ notRun, fails, since = 0 }) =>
        notRun === undefined && fails === undefined && since <= major,
    )
    .map(({ id, sql }) => ({ id, sql, place: 'corpus' as const }));
  const examples = rules.flatMap(({ id, invalid, valid }) =>
    [...invalid.map(({ sql }) => sql), ...valid].map((sql) => ({
      id: `rule ${id}`,
      sql,
      place: 'examples' as const,
    })),
  );
  return [...corpus, ...examples].filter(({ sql }) => !leaves.test(sql));
}

async function prepare(server: TestServer): Promise<Record<Case['place'], Facts>> {
  const fill = async (name: string, statements: readonly string[]): Promise<Facts> => {
    await server.createDatabase(name);
    await using session = await server.connect(name);
    for (const statement of statements) await session.query(statement);
    await session.query('analyze');
    await using reader = await server.connect(name);
    return (await takeFacts(reader, { database: name, takenAt: '2026-01-01T00:00:00Z' })).facts;
  };
  await using session = await server.connect();
  for (const role of ['app', 'app_owner', 'reporting']) await session.query(`create role ${role}`);
  const corpus = await fill('corpus', readCorpusSetup());
  const examples = await fill(
    'examples',
    exampleSchema.filter((statement) => !statement.startsWith('create role')),
  );
  for (const name of ['corpus', 'examples']) {
    await session.query(`create database ${name}_full template ${name}`);
    await session.query(`create database ${name}_masked template ${name}`);
    await using masked = await server.connect(`${name}_masked`);
    await masked.query("set session_replication_role = 'replica'");
    for (const column of maskedColumns[name] ?? []) {
      const [schema, table, part] = column.split('.');
      await masked.query(`update ${schema}.${table} set ${part} = 'masked-' || md5(${part})`);
    }
  }
  return { corpus, examples };
}

const maskedColumns: Readonly<Record<string, readonly string[]>> = {
  corpus: ['public.users.email', 'public.users.name', 'archive.users.name', 'public.secrets.token'],
  examples: [],
};

type Place = { readonly server: TestServer; readonly facts: Facts; readonly major: number };

async function judge(one: Case, place: Place): Promise<Verdict | undefined> {
  const { server } = place;
  const script = await scriptOf(one.sql);
  const statements = script.statements.filter((statement) => statement.kind === 'parsed');
  if (statements.length !== script.statements.length) return undefined;
  const real = await doReally(server, one.place, statements);
  const rehearsed = await rehearse(server, `${one.place}_full`, statements);
  if (real === undefined || rehearsed === undefined) return undefined;
  const effects = effectsOf([script], catalogOf(place.facts), { postgres: place.major });
  const named = onlyNamed(real, one.sql);
  const differences: string[] = [];
  const locks = compare('lock', predictedLocks(effects, one.sql), named.locks, differences);
  const rewrites = compare(
    'rewrite',
    predictedRewrites(effects, one.sql),
    asMap(named.rewrites),
    differences,
  );
  const seen = compare(
    'rehearsed',
    new Map([...rehearsed.locks, ...asMap(rehearsed.rewrites)]),
    new Map([...real.locks, ...asMap(real.rewrites)]),
    differences,
  );
  const rows = compare('rehearsed rows', rehearsed.rows, real.rows, differences);
  const masked = await judgeMasked(one, { statements, server, real });
  return {
    id: one.id,
    sql: one.sql,
    compared: { locks: locks.all, rewrites: rewrites.all, rehearsal: seen.all, rows: rows.all },
    agreed: { locks: locks.same, rewrites: rewrites.same, rehearsal: seen.same, rows: rows.same },
    differences,
    ...(masked === undefined ? {} : { masked }),
  };
}

async function judgeMasked(
  one: Case,
  {
    statements,
    server,
    real,
  }: {
    readonly statements: readonly ParsedStatement[];
    readonly server: TestServer;
    readonly real: Deeds;
  },
): Promise<Verdict['masked']> {
  const columns = maskedColumns[one.place] ?? [];
  if (columns.length === 0) return undefined;
  const masked = await rehearse(server, `${one.place}_masked`, statements);
  const doubt = statements.some((statement) => maskedDoubt(statement, columns) !== undefined);
  if (masked === undefined) return { right: false, doubt };
  return { right: compare('', masked.rows, real.rows, []).wrong === 0, doubt };
}

function compare(
  what: string,
  said: ReadonlyMap<string, string>,
  real: ReadonlyMap<string, string>,
  differences: string[],
): { readonly all: number; readonly same: number; readonly wrong: number } {
  const keys = [...new Set([...said.keys(), ...real.keys()])];
  const wrong = keys.filter((key) => said.get(key) !== real.get(key));
  for (const key of wrong)
    differences.push(
      `${what} ${key}: said ${said.get(key) ?? 'none'}, was ${real.get(key) ?? 'none'}`,
    );
  return { all: keys.length, same: keys.length - wrong.length, wrong: wrong.length };
}

function asMap(names: ReadonlySet<string>): ReadonlyMap<string, string> {
  return new Map([...names].map((name) => [`file of ${name}`, 'another']));
}

const weakest = lockModes.indexOf('SHARE UPDATE EXCLUSIVE');

function predictedLocks(effects: readonly Effect[], sql: string): ReadonlyMap<string, LockMode> {
  const locks = new Map<string, LockMode>();
  for (const effect of effects) {
    if (effect.kind !== 'locks' || effect.object.createdHere) continue;
    const name = `${effect.object.schema ?? 'public'}.${effect.object.name}`;
    if (isNamed(name, sql)) strengthen(locks, name, effect.mode);
  }
  return locks;
}

function strengthen(locks: Map<string, LockMode>, name: string, mode: LockMode): void {
  const rank = lockModes.indexOf(mode);
  const before = locks.get(name);
  if (rank >= weakest && (before === undefined || lockModes.indexOf(before) < rank))
    locks.set(name, mode);
}

function predictedRewrites(effects: readonly Effect[], sql: string): ReadonlyMap<string, string> {
  const names = effects
    .filter((effect) => effect.kind === 'rewrites' || effect.kind === 'truncates')
    .filter(({ object }) => !object.createdHere)
    .map(({ object }) => `${object.schema ?? 'public'}.${object.name}`);
  return asMap(new Set(names.filter((name) => isNamed(name, sql))));
}

function onlyNamed(deeds: Deeds, sql: string): Deeds {
  return {
    ...deeds,
    locks: new Map([...deeds.locks].filter(([name]) => isNamed(name, sql))),
    rewrites: new Set([...deeds.rewrites].filter((name) => isNamed(name, sql))),
  };
}

/** The text has the relation's own name as a word. */
function isNamed(relation: string, sql: string): boolean {
  const name = relation.slice(relation.indexOf('.') + 1);
  return new RegExp(`(?<![\\w])${name.replaceAll(/[^\w]/g, '\\$&')}(?![\\w])`, 'i').test(sql);
}

/** Asked of PostgreSQL without any code of Sluice: another session reads locks, files and counters. */
async function doReally(
  server: TestServer,
  name: string,
  statements: readonly ParsedStatement[],
): Promise<Deeds | undefined> {
  await using worker = await server.connect(name);
  await using beside = await server.connect(name);
  await worker.query('begin');
  const before = await relationsOf(worker);
  for (const { text } of statements)
    if ((await worker.execute(text)).kind === 'failed') return undefined;
  await worker.execute('reset search_path');
  const held = await beside.query(
    "select relation::text as oid, mode from pg_catalog.pg_locks where pid = $1 and locktype = 'relation' and granted",
    [worker.pid],
  );
  const after = await relationsOf(worker);
  const locks = new Map<string, LockMode>();
  for (const row of held) {
    const relation = before.get(String(row['oid']));
    const mode = lockModes.find(
      (one) => one.replaceAll(' ', '') === String(row['mode']).replace(/Lock$/, '').toUpperCase(),
    );
    if (relation !== undefined && mode !== undefined) strengthen(locks, relation.name, mode);
  }
  const rewrites = [...before].filter(
    ([oid, one]) => 'rm'.includes(one.kind) && after.has(oid) && after.get(oid)?.file !== one.file,
  );
  const rows = [...after].flatMap(([oid, one]) => {
    const moved = one.moved;
    const earlier = before.get(oid)?.moved ?? '0/0/0';
    return moved === earlier || one.kind !== 'r' ? [] : [[one.name, moved] as const];
  });
  return { locks, rewrites: new Set(rewrites.map(([, one]) => one.name)), rows: new Map(rows) };
}

type Relation = {
  readonly name: string;
  readonly kind: string;
  readonly file: string;
  readonly moved: string;
};

async function relationsOf(session: Session): Promise<ReadonlyMap<string, Relation>> {
  const rows = await session.query(
    `select c.oid::text, n.nspname || '.' || c.relname as name, c.relkind::text as kind, pg_catalog.pg_relation_filenode(c.oid)::text as file,
       concat_ws('/', coalesce(s.n_tup_ins, 0), coalesce(s.n_tup_upd, 0), coalesce(s.n_tup_del, 0)) as moved
     from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     left join pg_catalog.pg_stat_xact_all_tables s on s.relid = c.oid
     where c.oid >= 16384 and n.nspname !~ '^pg_(toast|temp)'`,
  );
  return new Map(
    rows.map((row) => [
      String(row['oid']),
      {
        name: String(row['name']),
        kind: String(row['kind']),
        file: String(row['file']),
        moved: String(row['moved']),
      },
    ]),
  );
}

/** What the rehearsal's own observation says, on a copy. */
async function rehearse(
  server: TestServer,
  name: string,
  statements: readonly ParsedStatement[],
): Promise<Deeds | undefined> {
  await using worker = await server.connect(name);
  await using observer = await server.connect(name);
  const watch = { worker, observer };
  await worker.query('begin');
  let current = await takeSnapshot(watch);
  const all: StatementEvidence[] = [];
  for (const [statement, { text }] of statements.entries()) {
    if ((await worker.execute(text)).kind === 'failed') return undefined;
    const seen = await observeStatement(watch, current, { statement, durationMs: 0 });
    if (seen.kind === 'escaped') return undefined;
    all.push(seen.evidence);
    current = seen.after;
  }
  const locks = new Map<string, LockMode>();
  for (const { relation, mode } of all.flatMap((one) => one.locks))
    strengthen(locks, relation.replaceAll('"', ''), mode);
  return {
    locks,
    rewrites: new Set(all.flatMap((one) => one.rewrites)),
    rows: new Map(summed(all.flatMap((one) => one.rows))),
  };
}

function summed(rows: readonly ObservedRows[]): ReadonlyMap<string, string> {
  const tables = [...new Set(rows.map(({ table }) => table))];
  return new Map(
    tables.map((table) => {
      const own = rows.filter((one) => one.table === table);
      const sum = (key: 'inserted' | 'updated' | 'deleted') =>
        own.reduce((total, one) => total + one[key], 0);
      return [table, `${sum('inserted')}/${sum('updated')}/${sum('deleted')}`];
    }),
  );
}

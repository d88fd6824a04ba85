import { catalogOf } from '../../src/catalog/catalog.ts';
import {
  type Effect,
  type LockMode,
  lockModes,
  type ObjectReference,
} from '../../src/domain/effect.ts';
import type { ObservedRows, StatementEvidence } from '../../src/domain/evidence.ts';
import type { Facts } from '../../src/domain/facts.ts';
import type { ParsedStatement } from '../../src/domain/statement.ts';
import { effectsOf } from '../../src/effects/effects.ts';
import { maskedDoubt } from '../../src/effects/masked-doubt.ts';
import { takeFacts } from '../../src/facts/take.ts';
import type { Session } from '../../src/ports/database.ts';
import { observeStatement, takeSnapshot, type Watch } from '../../src/shadow/observe/observe.ts';
import { rules } from '../../src/rules/index.ts';
import { scriptOf } from '../fakes/scripts.ts';
import { readCorpus, readCorpusSetup } from './corpus.ts';
import { exampleSchema } from './example-schema.ts';
import { startTestServer, type TestServer } from './postgres.ts';

/** What a change did to relations that were there before. */
type Deeds = {
  /** `public.users` to the strongest mode from SHARE UPDATE EXCLUSIVE up. */
  readonly locks: ReadonlyMap<string, LockMode>;
  readonly rewrites: ReadonlySet<string>;
  readonly rows: ReadonlyMap<string, string>;
  /** For each statement the names of relations around it, and what each was called at first, if it was there. */
  readonly names: readonly ReadonlyMap<string, string | undefined>[];
};

export type Comparison = {
  readonly happened: number;
  /** What happened and was not said, or said otherwise, in words. */
  readonly missed: readonly string[];
  /** Without what is said of code that did not run. */
  readonly said: number;
  /** What was said and did not happen, in words. */
  readonly tooMuch: readonly string[];
  /** Said of code that the change holds and that did not run, or not to there. */
  readonly notRun: number;
};

export type Verdict = {
  readonly id: string;
  readonly sql: string;
  /** By the text. */
  readonly locks: Comparison;
  readonly rewrites: Comparison;
  /** Locks and rewrites that the rehearsal's observation saw, and rows. */
  readonly rehearsal: Comparison;
  readonly rows: Comparison;
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
  await using server = await startTestServer({
    exactly: major,
    settings: { autovacuum: 'off', statement_timeout: '120s', max_locks_per_transaction: '256' },
  });
  const facts = await prepare(server);
  const verdicts: Verdict[] = [];
  let notCompared = 0;
  await using desks = openDesks(server);
  for (const one of casesOf(major).filter((_, index) => index % every === 0)) {
    const verdict = await judge(one, { desks, facts: facts[one.place], major }).catch(
      () => undefined,
    );
    if (verdict === undefined) notCompared += 1;
    else verdicts.push(verdict);
  }
  return { major, verdicts, notCompared };
}

type Desks = AsyncDisposable & {
  /** Runs `action` in a transaction of the database, which is undone; the sessions stay for the next. */
  within<Result>(name: string, action: (watch: Watch) => Promise<Result>): Promise<Result>;
};

/** Two sessions for each database: a new one takes longer than a case. */
function openDesks(server: TestServer): Desks {
  const open = new Map<string, Watch>();
  const close = async (name: string): Promise<void> => {
    const watch = open.get(name);
    open.delete(name);
    await watch?.worker[Symbol.asyncDispose]();
    await watch?.observer[Symbol.asyncDispose]();
  };
  return {
    within: async (name, action) => {
      const watch = open.get(name) ?? {
        worker: await server.connect(name),
        observer: await server.connect(name),
      };
      open.set(name, watch);
      try {
        await watch.worker.query('begin');
        const result = await action(watch);
        await watch.worker.query('rollback');
        await watch.worker.query('discard all');
        return result;
      } catch (cause) {
        await close(name);
        throw cause;
      }
    },
    [Symbol.asyncDispose]: async () => {
      for (const name of open.keys()) await close(name);
    },
  };
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

type Place = { readonly desks: Desks; readonly facts: Facts; readonly major: number };

async function judge(one: Case, place: Place): Promise<Verdict | undefined> {
  const script = await scriptOf(one.sql);
  const statements = script.statements.filter((statement) => statement.kind === 'parsed');
  if (statements.length !== script.statements.length) return undefined;
  const { desks } = place;
  const isMasked = (maskedColumns[one.place] ?? []).length > 0;
  const runs = {
    real: () => desks.within(one.place, (watch) => doReally(watch, statements)),
    full: () => desks.within(`${one.place}_full`, (watch) => rehearse(watch, statements)),
    masked: () => desks.within(`${one.place}_masked`, (watch) => rehearse(watch, statements)),
  };
  // At the same time, unless they get in each other's way: a replication slot belongs to the server.
  let [real, rehearsed, masked] = await Promise.all([
    runs.real(),
    runs.full(),
    isMasked ? runs.masked() : undefined,
  ]);
  real ??= await runs.real();
  rehearsed ??= await runs.full();
  if (isMasked) masked ??= await runs.masked();
  if (real === undefined || rehearsed === undefined) return undefined;
  const effects = effectsOf([script], catalogOf(place.facts), { postgres: place.major });
  const named = onlyNamed(real, one.sql);
  const comparisons = {
    locks: compare('lock', predictedLocks(effects, real, one.sql), named.locks),
    rewrites: compare('rewrite', predictedRewrites(effects, real, one.sql), asMap(named.rewrites)),
    rehearsal: compare(
      'rehearsed',
      said([...rehearsed.locks, ...asMap(rehearsed.rewrites)]),
      new Map([...real.locks, ...asMap(real.rewrites)]),
    ),
    rows: compare('rehearsed rows', said(rehearsed.rows), real.rows),
  };
  return {
    id: one.id,
    sql: one.sql,
    ...comparisons,
    ...(isMasked ? { masked: maskedVerdict(one, statements, { masked, real }) } : {}),
  };
}

function maskedVerdict(
  one: Case,
  statements: readonly ParsedStatement[],
  { masked, real }: { readonly masked: Omit<Deeds, 'names'> | undefined; readonly real: Deeds },
): NonNullable<Verdict['masked']> {
  const columns = maskedColumns[one.place] ?? [];
  const doubt = statements.some((statement) => maskedDoubt(statement, columns) !== undefined);
  if (masked === undefined) return { right: false, doubt };
  const { missed, tooMuch } = compare('', said(masked.rows), real.rows);
  return { right: missed.length + tooMuch.length === 0, doubt };
}

type Said = ReadonlyMap<string, { readonly what: string; readonly certain: boolean }>;

function said(entries: Iterable<readonly [string, string]>): Said {
  return new Map([...entries].map(([key, what]) => [key, { what, certain: true }]));
}

function compare(what: string, predicted: Said, real: ReadonlyMap<string, string>): Comparison {
  const told = (key: string): string =>
    `${what} ${key}: said ${predicted.get(key)?.what ?? 'none'}, was ${real.get(key) ?? 'none'}`;
  const missed = [...real].filter(([key, was]) => predicted.get(key)?.what !== was);
  const more = [...predicted].filter(([key]) => !real.has(key));
  return {
    happened: real.size,
    missed: missed.map(([key]) => told(key)),
    said: predicted.size - more.filter(([, { certain }]) => !certain).length,
    tooMuch: more.filter(([, { certain }]) => certain).map(([key]) => told(key)),
    notRun: more.filter(([, { certain }]) => !certain).length,
  };
}

function asMap(names: ReadonlySet<string>): ReadonlyMap<string, string> {
  return new Map([...names].map((name) => [`file of ${name}`, 'another']));
}

const weakest = lockModes.indexOf('SHARE UPDATE EXCLUSIVE');

function predictedLocks(effects: readonly Effect[], real: Deeds, sql: string): Said {
  const direct = new Map<string, LockMode>();
  const all = new Map<string, LockMode>();
  for (const effect of effects) {
    if (effect.kind !== 'locks') continue;
    const name = nameAtFirst(effect, real);
    if (name === undefined || !isNamed(name, sql)) continue;
    strengthen(all, name, effect.mode);
    if (effect.via === 'direct') strengthen(direct, name, effect.mode);
  }
  return new Map(
    [...all].map(([name, what]) => [name, { what, certain: direct.get(name) === what }]),
  );
}

/** What the relation was called before the change; undefined where it was not there. */
function nameAtFirst(
  { object, statement }: Effect & { readonly object: ObjectReference },
  { names }: Deeds,
): string | undefined {
  // The temporary schema of a new session is empty.
  if (object.createdHere || object.schema === 'pg_temp') return undefined;
  const name = `${object.schema ?? 'public'}.${object.name}`;
  const then = names[statement];
  return then?.has(name) === true ? then.get(name) : name;
}

function strengthen(locks: Map<string, LockMode>, name: string, mode: LockMode): void {
  const rank = lockModes.indexOf(mode);
  const before = locks.get(name);
  if (rank >= weakest && (before === undefined || lockModes.indexOf(before) < rank))
    locks.set(name, mode);
}

function predictedRewrites(effects: readonly Effect[], real: Deeds, sql: string): Said {
  const predicted = new Map<string, { readonly what: string; readonly certain: boolean }>();
  for (const effect of effects) {
    if (effect.kind !== 'rewrites' && effect.kind !== 'truncates') continue;
    const name = nameAtFirst(effect, real);
    if (name === undefined || !isNamed(name, sql)) continue;
    const key = `file of ${name}`;
    const certain = effect.via === 'direct' || predicted.get(key)?.certain === true;
    predicted.set(key, { what: 'another', certain });
  }
  return predicted;
}

function onlyNamed(deeds: Deeds, sql: string): Pick<Deeds, 'locks' | 'rewrites'> {
  return {
    locks: new Map([...deeds.locks].filter(([name]) => isNamed(name, sql))),
    rewrites: new Set([...deeds.rewrites].filter((name) => isNamed(name, sql))),
  };
}

/** The text has the relation's own name as a word; OWNED BY names the relation `owned` no more than a role does. */
function isNamed(relation: string, sql: string): boolean {
  const name = relation.slice(relation.indexOf('.') + 1);
  return new RegExp(`(?<![\\w])${name.replaceAll(/[^\w]/g, '\\$&')}(?![\\w])`, 'i').test(
    sql.replaceAll(/\bowned by\b/gi, ''),
  );
}

/** Asked of PostgreSQL without any code of Sluice: another session reads locks, files and counters. */
async function doReally(
  { worker, observer }: Watch,
  statements: readonly ParsedStatement[],
): Promise<Deeds | undefined> {
  const before = await relationsOf(worker);
  const names: Map<string, string | undefined>[] = [];
  const rows = new Map<string, Rows>();
  let earlier = before;
  for (const { text } of statements) {
    if ((await worker.execute(text)).kind === 'failed') return undefined;
    const now = await relationsOf(worker);
    names.push(
      new Map([...earlier, ...now].map(([oid, { name }]) => [name, before.get(oid)?.name])),
    );
    addRows(rows, earlier, now);
    earlier = now;
  }
  const held = await observer.query(
    "select relation::text as oid, mode from pg_catalog.pg_locks where pid = $1 and locktype = 'relation' and granted",
    [worker.pid],
  );
  const locks = new Map<string, LockMode>();
  for (const row of held) {
    const relation = before.get(String(row['oid']));
    const mode = lockModes.find(
      (one) => one.replaceAll(' ', '') === String(row['mode']).replace(/Lock$/, '').toUpperCase(),
    );
    if (relation !== undefined && mode !== undefined) strengthen(locks, relation.name, mode);
  }
  const rewrites = [...before].filter(
    ([oid, one]) =>
      'rm'.includes(one.kind) && earlier.has(oid) && earlier.get(oid)?.file !== one.file,
  );
  return {
    locks,
    rewrites: new Set(rewrites.map(([, one]) => one.name)),
    rows: shown(rows),
    names,
  };
}

/** Under the name that a table has after the statement. A truncation takes counts back. */
function addRows(
  rows: Map<string, Rows>,
  earlier: ReadonlyMap<string, Relation>,
  now: ReadonlyMap<string, Relation>,
): void {
  for (const [oid, { name, kind, moved }] of now) {
    const then = earlier.get(oid)?.moved ?? [0, 0, 0];
    const more = moved.map((count, at) => Math.max(0, count - (then[at] ?? 0)));
    if (!'rm'.includes(kind) || more.every((count) => count === 0)) continue;
    const sum = rows.get(name) ?? [0, 0, 0];
    rows.set(
      name,
      more.map((count, at) => count + (sum[at] ?? 0)),
    );
  }
}

function shown(rows: ReadonlyMap<string, Rows>): ReadonlyMap<string, string> {
  return new Map([...rows].map(([name, counts]) => [name, counts.join('/')]));
}

type Rows = readonly number[];

type Relation = {
  readonly name: string;
  readonly kind: string;
  readonly file: string;
  /** Inserted, updated and deleted by this transaction. */
  readonly moved: Rows;
};

async function relationsOf(session: Session): Promise<ReadonlyMap<string, Relation>> {
  const rows = await session.query(
    `select c.oid::pg_catalog.text, pg_catalog.concat(n.nspname, '.', c.relname) as name, c.relkind::pg_catalog.text as kind,
       pg_catalog.pg_relation_filenode(c.oid)::pg_catalog.text as file,
       pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid)::pg_catalog.text as inserted,
       pg_catalog.pg_stat_get_xact_tuples_updated(c.oid)::pg_catalog.text as updated,
       pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid)::pg_catalog.text as deleted
     from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid operator(pg_catalog.=) c.relnamespace
     where c.oid operator(pg_catalog.>=) 16384
       and n.nspname::pg_catalog.text operator(pg_catalog.!~) '^pg_(toast|temp)'`,
  );
  return new Map(
    rows.map((row) => [
      String(row['oid']),
      {
        name: String(row['name']),
        kind: String(row['kind']),
        file: String(row['file']),
        moved: ['inserted', 'updated', 'deleted'].map((key) => Number(row[key])),
      },
    ]),
  );
}

/** What the rehearsal's own observation says, on a copy. */
async function rehearse(
  watch: Watch,
  statements: readonly ParsedStatement[],
): Promise<Omit<Deeds, 'names'> | undefined> {
  let current = await takeSnapshot(watch);
  const known = new Set([...current.known.values()].map((one) => one.name));
  const all: StatementEvidence[] = [];
  for (const [statement, { text }] of statements.entries()) {
    if ((await watch.worker.execute(text)).kind === 'failed') return undefined;
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
    // A table that the change itself makes has no file that anybody waits for.
    rewrites: new Set(all.flatMap((one) => one.rewrites).filter((table) => known.has(table))),
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

import { expect, test } from 'vitest';
import { createParser } from '../../src/adapters/parser/pg-query.ts';
import { database } from '../../src/adapters/postgres/session.ts';
import { systemClock } from '../../src/adapters/system/clock.ts';
import { systemIds } from '../../src/adapters/system/ids.ts';
import type { Unit } from '../../src/domain/change.ts';
import { digestOf } from '../../src/domain/digest.ts';
import type { Evidence } from '../../src/domain/evidence.ts';
import { probeGrammar } from '../../src/shadow/probe.ts';
import { rehearse } from '../../src/shadow/rehearse.ts';
import { readScript } from '../../src/sql/read.ts';
import { startTestServer, testShadows } from '../support/postgres.ts';

const { signal } = new AbortController();
const base = 'create table t (id int primary key, n int not null default 0);';
const provider = testShadows('local-binaries');

function unitOf(id: string, text: string): Unit {
  const bytes = new TextEncoder().encode(text);
  return { id, database: 'shop', path: id, digest: digestOf(bytes), bytes, firstLine: 1 };
}

/** Units in the order of their texts: `0.sql`, `1.sql` … */
async function rehearsed(...change: readonly string[]): Promise<Evidence> {
  await using parser = createParser();
  const units = ['base', ...change].map((text, index) => {
    return index === 0 ? unitOf('base.sql', base) : unitOf(`${index - 1}.sql`, text);
  });
  const [before, ...scripts] = await Promise.all(units.map((unit) => readScript(unit, parser)));
  const request = {
    databaseName: 'shop',
    baseScripts: before === undefined ? [] : [before],
    units: units.slice(1),
    scripts,
    signal,
  };
  const progress = { step: () => {} };
  const ports = { provider, database, clock: systemClock, ids: systemIds, progress };
  return await rehearse(request, ports);
}

function refused(major: number, because: string): string {
  return `PostgreSQL ${major} does not read this statement as it was judged: ${because}. What was judged is not what would run, so nothing of the change was rehearsed. Write it in a way that this version knows, or upgrade the database first.`;
}

type Said = { readonly sqlstate?: string; readonly because: string };

const refuses = (because: string): Said => ({ sqlstate: '42601', because });
const near = (word: string): Said => refuses(`syntax error at or near "${word}"`);
const newerNumber: Said = { because: 'a number with 0x, 0o, 0b or an underscore came with 16' };
const junkAfter = (what: string, word: string): Said =>
  refuses(`trailing junk after ${what} at or near "${word}"`);

/** What a server of each major version says to a statement that the grammar of Sluice takes; else nothing. */
const differences: readonly {
  readonly sql: string;
  readonly said: Readonly<Record<number, Said>>;
}[] = [
  {
    sql: 'merge into t using t as s on t.id = s.id when matched then do nothing',
    said: { 14: near('merge') },
  },
  {
    sql: 'merge into t using t as s on t.id = s.id when matched then do nothing returning t.id',
    said: { 14: near('merge'), 15: near('returning'), 16: near('returning') },
  },
  {
    sql: 'alter table t add column twice int generated always as (n * 2) virtual',
    said: { 14: near('virtual'), 15: near('virtual'), 16: near('virtual'), 17: near('virtual') },
  },
  { sql: 'select 0x1f', said: { 14: newerNumber, 15: junkAfter('numeric literal', '0x1f') } },
  {
    sql: 'update t set n = 1_000',
    said: { 14: near('_000'), 15: junkAfter('numeric literal', '1_000') },
  },
  { sql: "do 'begin perform 0x1f; end'", said: { 14: newerNumber, 15: newerNumber } },
  {
    sql: 'select n from (select n from t)',
    said: {
      14: refuses('subquery in FROM must have an alias'),
      15: refuses('subquery in FROM must have an alias'),
    },
  },
  { sql: 'create unique index on t (n) nulls not distinct', said: { 14: near('nulls') } },
];

test('the server is asked for each statement, and only says what its grammar does not take', async () => {
  await using server = await startTestServer();
  await using parser = createParser();
  for (const { sql, said } of differences) {
    await using worker = await server.connect();
    await worker.query('create table if not exists t (id int primary key, n int)');
    const script = await readScript(unitOf('1.sql', `begin; select 1; ${sql}; commit;`), parser);

    const failure = await probeGrammar([script], worker, signal);

    const major = Math.floor(worker.serverVersion / 10_000);
    const difference = said[major];
    expect(failure, sql).toEqual(
      difference === undefined
        ? undefined
        : {
            unitId: '1.sql',
            statement: 2,
            ...(difference.sqlstate === undefined ? {} : { sqlstate: difference.sqlstate }),
            message: refused(major, difference.because),
          },
    );
  }
});

test('nothing of what is asked runs, and what ends the transaction all the same is a difference', async () => {
  await using server = await startTestServer();
  await using parser = createParser();
  await using worker = await server.connect();
  await worker.query('create table t (n int)');
  const text =
    "insert into t values (1); truncate t; drop table t; do 'begin drop table t; end'; rollback;";
  const script = await readScript(unitOf('1.sql', text), parser);

  expect(await probeGrammar([script], worker, signal)).toBeUndefined();

  const ending = script.statements.map((statement) => ({ ...statement, tag: 'Mistaken' }));
  await worker.query('rollback');
  const failure = await probeGrammar([{ ...script, statements: ending }], worker, signal);
  expect(failure).toMatchObject({ statement: 4, message: expect.stringContaining('ended') });
  expect(await worker.query('select count(*)::int as rows from t')).toEqual([{ rows: 0 }]);
});

test('a statement that the server takes only otherwise is named before one of an earlier unit fails', async () => {
  const evidence = await rehearsed('select 1/0;', 'select 1; select $1a;');

  const major = Math.floor(evidence.shadow.serverVersion / 10_000);
  const [unitId, statement] = major >= 15 ? ['1.sql', 1] : ['0.sql', 0];
  expect(evidence.outcome).toMatchObject({ kind: 'failed', failure: { unitId, statement } });
});

test('what the server takes runs as before, whatever is in it', async () => {
  const evidence = await rehearsed(
    'begin; set local search_path = public; update t set n = 2; insert into t values (1, 1); commit;',
    'create index concurrently t_n on t (n);',
    "prepare p as select 1; execute p; explain select 1; comment on table t is 'commit; rollback';",
  );

  expect(evidence.outcome).toEqual({ kind: 'completed' });
});

import { readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditVerify } from '../../src/apply/audit.ts';
import { digestOf } from '../../src/domain/digest.ts';
import { someFacts, someTable } from '../support/facts.ts';
import { startTestServer, type TestServer } from '../support/postgres.ts';
import { type Range, startRange } from '../support/range.ts';

const ajv = new Ajv2020({ allowUnionTypes: true });
const validatorOf = (name: string) =>
  ajv.compile(JSON.parse(readFileSync(new URL(`../../schemas/${name}`, import.meta.url), 'utf8')));
const isRecord = validatorOf('audit-record.json');
const isAnswer = validatorOf('clear.json');

const policy = `version: 1
extends: default
mode: enforce
apply: external
databases:
  billing:
    layout: plain
    paths: [db/**]
    targets: [{ name: production, url: env:URL }]
guardians: ['@ben']
fallback-owners: ['@ben']
approvals: [{ name: everything, owners: true }]
`;

const files = {
  'db/0001_t1.sql': 'create table t1 (id int);',
  'db/0002_t2.sql': 'create table t2 (id int);',
};

let server: TestServer;
let range: Range;
let commit: string;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

beforeEach(async () => {
  range = await startRange(server, policy);
  const head = await range.git.propose('change-1', files);
  commit = await range.git.squash('change-1');
  range.merged(1, head, commit);
  return () => range[Symbol.asyncDispose]();
});

const target = '--target=billing/production';

async function run(name: 'clear' | 'record', ...more: readonly string[]) {
  return range.run(
    name,
    `--commit=${commit}`,
    target,
    `--pull-request=${await range.storePullRequest(1)}`,
    `--evidence=${await range.storeEvidence()}`,
    ...more,
  );
}

async function recordedTexts(): Promise<readonly string[]> {
  await using session = await range.connect();
  const [found] = await session.query("select to_regclass('sluice.audit_record') is null as none");
  if (found?.['none'] === true) return [];
  const rows = await session.query('select body from sluice.audit_record order by sequence');
  return rows.map(({ body }) => String(body));
}

const lines = Object.entries(files).map(([path, text]) => `${digestOf(text)}  ${path}\n`);

describe('sluice clear', () => {
  it('prints exactly the pending files, and changes nothing', async () => {
    const answer = await run('clear');

    expect(answer).toEqual({ code: 0, output: lines.join('') });
    expect(await recordedTexts()).toEqual([]);
  });

  it('answers in JSON as its schema says', async () => {
    const { code, output } = await run('clear', '--format=json');

    const answer: unknown = JSON.parse(output);
    expect(isAnswer(answer), JSON.stringify(isAnswer.errors)).toBe(true);
    expect([code, answer]).toMatchObject([
      0,
      { outcome: 'cleared', commit, pending: [{ path: 'db/0001_t1.sql' }, {}], because: [] },
    ]);
  });

  it('asks the host when no file is given', async () => {
    const evidence = await range.storeEvidence();

    const answer = await range.run('clear', `--commit=${commit}`, target, `--evidence=${evidence}`);

    expect(answer).toEqual({ code: 0, output: lines.join('') });
  });

  it('refuses what nobody approved', async () => {
    range.fake.world.reviews.set(1, []);

    const { code, output } = await run('clear');

    expect(code).toBe(1);
    expect(output).toContain('Target billing/production. Refused.');
    expect(output).toContain('@ben has to approve');
    expect(output).not.toContain(digestOf(files['db/0001_t1.sql']));
  });

  it('refuses without evidence of exactly this change', async () => {
    const path = await range.storeEvidence([]);
    const pullRequest = `--pull-request=${await range.storePullRequest(1)}`;
    const words = [`--commit=${commit}`, target, pullRequest, `--evidence=${path}`];

    const answers = [await range.run('clear', ...words), await range.run('record', ...words)];

    expect(answers.map(({ code }) => code)).toEqual([1, 1]);
    expect(await recordedTexts()).toEqual([]);
  });

  it('refuses where Sluice applies itself', async () => {
    await using own = await startRange(server, policy.replace('apply: external', 'apply: sluice'));
    const head = await own.git.propose('change-1', files);
    const merge = await own.git.merge('change-1');
    own.merged(1, head, merge);

    const answers = [];
    for (const name of ['clear', 'record'])
      answers.push(await own.run(name, `--commit=${merge}`, target));

    expect(answers.map(({ code }) => code)).toEqual([1, 1]);
    expect(answers[0]?.output).toContain('The policy lets Sluice apply');
  });

  it('refuses while what came before is not recorded, even when nothing else is pending', async () => {
    const head = await range.git.propose('change-2', { 'README.md': 'Hello.\n' });
    const later = await range.git.squash('change-2');
    range.merged(2, head, later);
    const evidence = `--evidence=${await range.storeEvidence()}`;
    const clear = () => range.run('clear', `--commit=${later}`, target, evidence);

    const before = await clear();
    await run('record');
    const after = await clear();

    expect(before.code).toBe(1);
    for (const path of Object.keys(files))
      expect(before.output).toContain(
        `${path} came before, with ${commit.slice(0, 12)}, and billing/production does not hold it`,
      );
    expect(after).toEqual({ code: 0, output: '' });
  });

  it('does not wait for what was reverted before it was applied', async () => {
    await range.git.git('rm', '--quiet', ...Object.keys(files));
    await range.git.git('commit', '--quiet', '--message', 'Revert');
    const head = await range.git.propose('change-2', { 'db/0003_t3.sql': 'select 1;' });
    const later = await range.git.squash('change-2');
    range.merged(2, head, later);

    const evidence = `--evidence=${await range.storeEvidence()}`;
    const answer = await range.run('clear', `--commit=${later}`, target, evidence);

    expect(answer.output).not.toContain('came before');
  });

  it('takes no commit that is not the end of a merge', async () => {
    const head = await range.git.git('rev-parse', 'HEAD~1');

    const answer = await range.run('clear', `--commit=${head}`, target);

    expect(answer.code).toBe(2);
    expect(answer.output).toContain('No pull request was merged as this commit.');
  });
});

describe('sluice record', () => {
  it('records each unit once, with what that does not prove', async () => {
    const first = await run('record');
    const second = await run('record');

    expect([first.code, second.code]).toEqual([0, 0]);
    expect(first.output).toContain('Sluice did not see it run.');
    expect(second.output).toContain('Nothing to record');
    const texts = await recordedTexts();
    expect(texts).toHaveLength(2);
    for (const text of texts) {
      const body: unknown = JSON.parse(text);
      expect(isRecord(body), JSON.stringify(isRecord.errors)).toBe(true);
      expect(body).toMatchObject({
        event: 'apply.external',
        approvals: [{ login: 'ben' }],
        effect: null,
        timing: null,
        notGuaranteed: expect.arrayContaining([expect.stringContaining('one transaction')]),
      });
    }
  });

  it('leaves nothing pending, an intact chain and units that Sluice would not run again', async () => {
    await run('record');

    expect(await run('clear')).toEqual({ code: 0, output: '' });
    await using session = await range.connect();
    expect(await auditVerify(session, { strict: true })).toMatchObject({
      kind: 'intact',
      count: 2,
    });
    expect(await session.query('select distinct kind from sluice.unit')).toEqual([
      { kind: 'external' },
    ]);
  });

  it('shows in verify a ledger row that was removed', async () => {
    await run('record');
    await using session = await range.connect();
    await session.query('alter table sluice.unit disable trigger only_added');
    await session.query("delete from sluice.unit where unit = 'db/0002_t2.sql'");
    await session.query('alter table sluice.unit enable always trigger only_added');

    expect(await auditVerify(session)).toMatchObject({ kind: 'broken', at: 2 });
  });
});

describe('facts of the target', () => {
  const asking = policy
    .replace('layout: plain', 'layout: flyway')
    .replace(
      'name: everything, owners: true',
      'name: waiting, when: risk.level != "low", people: 1',
    );

  async function factsFile(rows: number, versions: readonly string[]): Promise<string> {
    const facts = someFacts({
      takenAt: new Date().toISOString(),
      relations: [someTable('public', 'users', { rows, bytes: 16_384 })],
      histories: [
        {
          layout: 'flyway',
          table: { schema: 'public', name: 'flyway_schema_history' },
          entries: versions.map((version) => ({ version, succeeded: true })),
        },
      ],
    });
    const path = join(await mkdtemp(join(tmpdir(), 'sluice-facts-')), 'facts.json');
    await writeFile(path, JSON.stringify({ version: 1, ...facts }));
    return path;
  }

  it('let clear and record judge as the review did, and record does not mind what ran since', async () => {
    await using small = await startRange(server, asking);
    const evaluate = async (
      name: 'clear' | 'record',
      [number, merged]: readonly [number, string],
      ...more: readonly string[]
    ) => {
      const recorded = `--pull-request=${await small.storePullRequest(number)}`;
      const words = [`--commit=${merged}`, target, recorded, ...more];
      const answer = await small.run(name, ...words, `--evidence=${await small.storeEvidence()}`);
      return { ...answer, output: answer.output.replaceAll(/\s+/g, ' ') };
    };
    const begin = await small.git.propose('one', {
      'db/V1__users.sql': 'create table users (id int);',
    });
    const first = await small.git.squash('one');
    small.merged(1, begin, first);
    expect(await evaluate('record', [1, first])).toMatchObject({ code: 0 });
    const head = await small.git.propose('two', {
      'db/V2__index.sql': 'create index users_by_id on users (id);',
    });
    const second = await small.git.squash('two');
    small.merged(2, head, second);
    small.fake.world.reviews.set(2, []);
    const before = `--facts=${await factsFile(12, ['1'])}`;
    const large = `--facts=${await factsFile(5_000_000, ['1'])}`;
    const after = `--facts=${await factsFile(12, ['1', '2'])}`;

    const refused = [
      await evaluate('clear', [2, second]),
      await evaluate('clear', [2, second], large),
      await evaluate('clear', [2, second], after),
      await evaluate('record', [2, second], large),
    ];
    expect(refused.map(({ code }) => code)).toEqual([1, 1, 1, 1]);
    expect(refused[2]?.output).toContain('has recorded version 2 as run');
    expect(await evaluate('clear', [2, second], before)).toMatchObject({ code: 0 });
    expect(await evaluate('record', [2, second], after)).toMatchObject({ code: 0 });
  });
});

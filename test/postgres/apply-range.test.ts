import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditVerify } from '../../src/apply/audit.ts';
import { takeLock } from '../../src/apply/lock.ts';
import { digestOf } from '../../src/domain/digest.ts';
import { SluiceError } from '../../src/errors.ts';
import { portsOf } from '../support/apply.ts';
import { startTestServer, type TestServer } from '../support/postgres.ts';
import { type Answer, type Range, startRange } from '../support/range.ts';

const schema = new URL('../../schemas/audit-record.json', import.meta.url);
const validate = new Ajv2020({ allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(schema, 'utf8')),
);

const policy = (targets = '[{ name: production, url: env:URL }]', rest = '') => `version: 1
extends: default
mode: enforce
databases:
  billing:
    layout: plain
    paths: [db/**]
    targets: ${targets}
guardians: ['@ben']
fallback-owners: ['@ben']
approvals: [{ name: everything, owners: true }]
${rest}`;

let server: TestServer;
let range: Range;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

beforeEach(async () => {
  range = await startRange(server, policy());
  return async () => {
    await expectSoundRecords();
    await range[Symbol.asyncDispose]();
  };
});

const table = (number: number) => ({
  [`db/000${number}_t${number}.sql`]: `create table t${number} (id int);`,
});

/** Proposes, merges and lists a pull request. */
async function merge(
  number: number,
  files: Readonly<Record<string, string>> = table(number),
  how: 'merge' | 'squash' = 'merge',
): Promise<string> {
  const head = await range.git.propose(`change-${number}`, files);
  const commit = await range.git[how](`change-${number}`);
  range.merged(number, head, commit);
  return commit;
}

/** Every record is as its schema says, and the chain agrees with the ledger. */
async function expectSoundRecords(): Promise<void> {
  await using session = await range.connect();
  expect(await auditVerify(session, { strict: true })).toMatchObject({ kind: 'intact' });
  for (const { text } of await records())
    expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
}

async function records(): Promise<readonly { readonly event: string; readonly text: string }[]> {
  await using session = await range.connect();
  const [found] = await session.query("select to_regclass('sluice.audit_record') is null as none");
  if (found?.['none'] === true) return [];
  const rows = await session.query('select event, body from sluice.audit_record order by sequence');
  return rows.map(({ event, body }) => ({ event: String(event), text: String(body) }));
}

const events = async () => (await records()).map(({ event }) => event);

async function tables(): Promise<readonly string[]> {
  await using session = await range.connect();
  const rows = await session.query(
    "select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1",
  );
  return rows.map(({ name }) => String(name));
}

const outcomes = ({ report }: Answer) =>
  report.merges.map(({ pullRequest, outcome, refusal }) => [
    pullRequest?.number ?? 'push',
    outcome,
    ...(refusal === undefined ? [] : [refusal.reason, refusal.stops]),
  ]);

describe('what was merged', () => {
  it('is applied in order, whichever way it was merged, and once', async () => {
    await merge(1);
    await merge(2, table(2), 'squash');
    await range.git.propose('change-3', table(3));
    await range.git.git('checkout', '--quiet', 'change-3');
    const head = await range.git.commit('More', table(4));
    await range.git.git('checkout', '--quiet', 'main');
    const commit = await range.git.rebase('change-3');
    range.merged(3, head, commit, [await range.git.git('rev-parse', 'HEAD~1')]);

    const first = await range.apply();
    const second = await range.apply();

    expect(outcomes(first)).toEqual([
      [1, 'applied'],
      [2, 'applied'],
      [3, 'applied'],
    ]);
    expect(first).toMatchObject({
      exitCode: 0,
      outputs: { applied: '4', outcome: 'applied' },
      notice: 'Merges: 3. Units applied: 4. Merges refused: 0.',
    });
    expect(await tables()).toEqual(['t1', 't2', 't3', 't4']);
    expect(outcomes(second)).toEqual([[3, 'held']]);
    expect(second).toMatchObject({
      exitCode: 0,
      outputs: { applied: '0', outcome: 'nothing-to-do' },
    });
    expect(await events()).toEqual(Array(4).fill('apply.committed'));
  });

  it('is shown as a deployment of each merge', async () => {
    const one = await merge(1);
    const two = await merge(2);

    await range.apply();

    const environment = 'billing/production';
    expect(range.fake.world.deployments).toMatchObject([
      { environment, commit: one, state: 'in_progress' },
      { environment, commit: one, state: 'success' },
      { environment, commit: two, state: 'in_progress' },
      { environment, commit: two, state: 'success' },
    ]);
  });

  it('is applied although the host takes no deployment', async () => {
    await merge(1);
    for (const nth of [1, 2])
      range.fake.before('writeDeployment', nth, () => {
        throw new SluiceError('host/forbidden', 'The token may not.');
      });

    expect(outcomes(await range.apply())).toEqual([[1, 'applied']]);
  });

  it('is applied to the end when an earlier run stopped halfway', async () => {
    await using session = await range.connect();
    await session.query('create table t2 (blocked int)');
    await merge(1, { ...table(1), ...table(2), ...table(3) });

    const first = await range.apply();
    await session.query('drop table t2');
    const second = await range.apply();

    expect(outcomes(first)).toEqual([[1, 'refused', 'not-applied', true]]);
    expect(first.report.merges[0]).toMatchObject({ pending: ['db/0003_t3.sql'] });
    expect(first.exitCode).toBe(1);
    expect(second.report.merges[0]?.units.map(({ kind }) => kind)).toEqual([
      'already-applied',
      'applied',
      'applied',
    ]);
    expect(await tables()).toEqual(['t1', 't2', 't3']);
    expect(range.fake.world.deployments.map(({ state }) => state)).toEqual([
      'in_progress',
      'failure',
      'in_progress',
      'success',
    ]);
  });

  it('is not asked about at the host again once it is applied', async () => {
    await merge(1);
    await range.apply();
    const before = range.fake.calls.length;

    await range.apply({ rehearsals: [] });

    expect(range.fake.calls.slice(before)).toEqual(['findByCommit', 'readPullRequest']);
  });
});

describe('a direct push', () => {
  it('is recorded once, stops what comes after it, and what came before is applied', async () => {
    await merge(1);
    const push = await range.git.commit('Push', table(2));
    await merge(3);

    const first = await range.apply();
    const second = await range.apply();

    expect(outcomes(first)).toEqual([
      [1, 'applied'],
      ['push', 'refused', 'unreviewed-push', true],
      [3, 'waits'],
    ]);
    expect(first.exitCode).toBe(1);
    expect(outcomes(second)).toEqual([
      [1, 'held'],
      ['push', 'refused', 'unreviewed-push', true],
      [3, 'waits'],
    ]);
    expect(second.exitCode).toBe(1);
    expect(await events()).toEqual(['apply.committed', 'merge.refused']);
    expect(JSON.parse((await records())[1]?.text ?? '')).toMatchObject({
      merge: {
        commit: push,
        pullRequest: null,
        mergedBy: null,
        pushedBy: null,
        paths: [{ path: 'db/0002_t2.sql' }],
      },
      outcome: { reason: 'unreviewed-push' },
      target: { name: 'billing/production' },
    });
    expect(await tables()).toEqual(['t1']);
  });

  it('is recorded on a target that Sluice never was on', async () => {
    await range.git.commit('Push', table(1));

    await range.apply();

    expect(await events()).toEqual(['merge.refused']);
  });

  it('stops nothing once it is reverted', async () => {
    await range.git.commit('Push', table(1));
    await range.git.git('revert', '--no-edit', 'HEAD');
    await merge(2);

    const first = await range.apply();
    const second = await range.apply();

    expect(outcomes(first)).toEqual([
      ['push', 'refused', 'unreviewed-push', false],
      ['push', 'refused', 'unreviewed-push', false],
      [2, 'applied'],
    ]);
    expect(first.exitCode).toBe(1);
    expect(outcomes(second)).toEqual([[2, 'held']]);
    expect(await tables()).toEqual(['t2']);
  });

  it('that edits or removes what was applied stops what comes after it', async () => {
    await merge(1);
    await range.apply();
    await range.git.commit('Edit', { 'db/0001_t1.sql': 'create table other ();' });
    await merge(2);

    expect(outcomes(await range.apply())).toEqual([
      [1, 'held'],
      ['push', 'refused', 'unreviewed-push', true],
      [2, 'waits'],
    ]);
    expect(await tables()).toEqual(['t1']);
  });

  it('of control files is recorded, and what comes after it waits until it is reverted', async () => {
    const strict = policy();
    await range.git.commit('Weaken', { '.sluice/policy.yml': `${strict}# weaker\n` });
    await merge(2);

    const first = await range.apply();
    await range.git.commit('Revert', { '.sluice/policy.yml': strict });
    const second = await range.apply();
    const third = await range.apply();

    expect(outcomes(first)).toEqual([
      ['push', 'refused', 'unreviewed-push', true],
      [2, 'waits'],
    ]);
    expect(outcomes(second)).toEqual([
      ['push', 'refused', 'unreviewed-push', false],
      [2, 'applied'],
      ['push', 'refused', 'unreviewed-push', false],
    ]);
    expect(outcomes(third)).toEqual([
      ['push', 'refused', 'unreviewed-push', false],
      [2, 'held'],
      ['push', 'refused', 'unreviewed-push', false],
    ]);
    expect([first, second, third].map(({ exitCode }) => exitCode)).toEqual([1, 1, 0]);
    expect(await events()).toEqual(['merge.refused', 'apply.committed', 'merge.refused']);
  });

  it('of a weaker policy judges nothing, also when it was reverted before anybody looked', async () => {
    const strict = policy();
    await range.git.commit('Weaken', {
      '.sluice/policy.yml': strict.replace(/^approvals: .*\n/m, ''),
    });
    await merge(2);
    range.fake.world.reviews.set(2, []);
    await range.git.commit('Revert', { '.sluice/policy.yml': strict });

    expect(outcomes(await range.apply())).toEqual([
      ['push', 'refused', 'unreviewed-push', false],
      [2, 'refused', 'merged-without-approval', true],
      ['push', 'refused', 'unreviewed-push', false],
    ]);
    expect(await tables()).toEqual([]);
  });

  it('of a workflow is recorded and stops nothing', async () => {
    await range.git.commit('Workflow', { '.github/workflows/ci.yml': 'on: push\n' });
    await merge(2);

    expect(outcomes(await range.apply())).toEqual([
      ['push', 'refused', 'unreviewed-push', false],
      [2, 'applied'],
    ]);
  });

  it('of one commit of a pull request that is merged later is no part of it', async () => {
    await range.git.git('checkout', '--quiet', '-b', 'change-1', 'main');
    const early = await range.git.commit('Early', table(1));
    const head = await range.git.commit('Late', table(2));
    await range.git.git('checkout', '--quiet', 'main');
    await range.git.git('merge', '--quiet', '--ff-only', early);
    const commit = await range.git.squash('change-1');
    range.merged(1, head, commit, [early]);

    expect(outcomes(await range.apply())).toEqual([[1, 'refused', 'unreviewed-push', true]]);
    expect(await tables()).toEqual([]);
  });
});

describe('a merge', () => {
  it('without an approval is refused, with the name of who merged', async () => {
    await merge(1);
    range.fake.world.reviews.set(1, []);

    const answer = await range.apply();

    expect(outcomes(answer)).toEqual([[1, 'refused', 'merged-without-approval', true]]);
    expect(answer.report.merges[0]?.refusal?.because[0]).toContain('@ben merged it');
    expect(JSON.parse((await records())[0]?.text ?? '')).toMatchObject({
      merge: { pullRequest: 1, mergedBy: 'ben' },
      outcome: { reason: 'merged-without-approval' },
    });
    expect(await tables()).toEqual([]);
  });

  it('that was approved only afterwards stays refused', async () => {
    await merge(1);
    const [review] = range.fake.world.reviews.get(1) ?? [];
    if (review === undefined) throw new Error('no review');
    range.fake.world.reviews.set(1, [{ ...review, submittedAt: '2026-01-06T09:00:00.000Z' }]);

    expect(outcomes(await range.apply())).toEqual([
      [1, 'refused', 'merged-without-approval', true],
    ]);
  });

  it('with other bytes than were reviewed is refused', async () => {
    const head = await range.git.propose('change-1', table(1));
    await range.git.git('merge', '--no-ff', '--no-commit', 'change-1');
    const evil = await range.git.commit('Merge', { 'db/0001_t1.sql': 'create table evil ();' });
    range.merged(1, head, evil);

    expect(outcomes(await range.apply())).toEqual([[1, 'refused', 'other-bytes', true]]);
    expect(await tables()).toEqual([]);
  });

  it('with another control file than was reviewed is refused, unless git merged both sides', async () => {
    const lines = (first: string, last: string) => ({
      '.sluice/teams.yml': `# ${first}\n${'#\n'.repeat(20)}# ${last}\n`,
    });
    await merge(8, lines('a', 'b'));
    const fine = await range.git.propose('change-1', { ...lines('a', 'changed'), ...table(1) });
    const bad = await range.git.propose('change-2', { ...lines('a', 'b2'), ...table(2) });
    await merge(9, lines('changed', 'b'));
    await range.git.git('merge', '--no-ff', '--no-edit', 'change-1');
    range.merged(1, fine, await range.git.git('rev-parse', 'HEAD'));
    await range.git.git('merge', '--no-ff', '--no-commit', '-X', 'ours', 'change-2');
    range.merged(2, bad, await range.git.commit('Merge', lines('evil', 'changed')));

    expect(outcomes(await range.apply())).toEqual([
      [8, 'allowed'],
      [9, 'allowed'],
      [1, 'applied'],
      [2, 'refused', 'other-bytes', true],
    ]);
    expect(await tables()).toEqual(['t1']);
  });

  it.each([
    ['without evidence', 'no-evidence', {}],
    ['whose rehearsal failed', 'failed-rehearsal', { 'db/0001_t1.sql': 'drop table nothing;' }],
  ])('%s is refused', async (_, reason, files) => {
    await merge(1, { ...table(1), ...files });

    const answer = await range.apply(reason === 'no-evidence' ? { rehearsals: [] } : {});

    expect(outcomes(answer)).toEqual([[1, 'refused', reason, true]]);
  });

  it('without evidence is no record, and the next rehearsal begins before it', async () => {
    const base = await range.git.git('rev-parse', 'main');
    await merge(1);

    await range.apply({ rehearsals: [] });
    const recorded = await events();
    const again = await range.apply();

    expect(recorded).toEqual([]);
    expect(range.fake.world.deployments[0]).toMatchObject({
      environment: 'billing/production',
      commit: base,
      state: 'success',
      description: 'The target holds what was merged until here.',
    });
    expect(outcomes(again)).toEqual([[1, 'applied']]);
  });

  it('is refused with the reason why an approval does not count', async () => {
    await merge(1);
    range.fake.world.lastPushers.delete(1);

    const { report } = await range.apply();

    expect(report.merges[0]?.refusal?.because).toContain(
      'It is not known who pushed last; it could have been @ben.',
    );
  });

  it.each(['baseline', 'change'])(
    'whose evidence speaks for another %s is refused',
    async (key) => {
      await merge(1);
      const rehearsals = (await range.rehearse()).map((one) => ({
        ...one,
        [key]: digestOf('other'),
      }));

      expect(outcomes(await range.apply({ rehearsals }))).toEqual([
        [1, 'refused', 'no-evidence', true],
      ]);
    },
  );

  it('where the policy leaves applying to another tool is refused', async () => {
    await merge(1, { '.sluice/policy.yml': policy(undefined, 'apply: external') });
    await merge(2);

    expect(outcomes(await range.apply())).toEqual([
      [1, 'allowed'],
      [2, 'refused', 'applied-elsewhere', true],
    ]);
  });

  it('is judged by the policy of its base, also when that cannot be read', async () => {
    await range.git.commit('Break', { '.sluice/policy.yml': 'version: 7\n' });
    await merge(1);
    await range.git.commit('Repair', { '.sluice/policy.yml': policy() });

    expect(outcomes(await range.apply())).toEqual([
      ['push', 'refused', 'unreviewed-push', false],
      [1, 'refused', 'unreadable-policy', true],
      ['push', 'refused', 'unreviewed-push', false],
    ]);
    expect(await tables()).toEqual([]);
  });

  it('waits for the target before it', async () => {
    await using other = await startRange(
      server,
      policy(
        '[{ name: staging, url: env:STAGING }, { name: production, url: env:URL, after: staging }]',
      ),
    );
    const head = await other.git.propose('change-1', table(1));
    const commit = await other.git.merge('change-1');
    other.merged(1, head, commit);
    await server.createDatabase('range_staging');
    const environment = { STAGING: server.url('range_staging') };

    const early = await other.apply({ environment });
    const staging = await other.apply({ environment, target: 'billing/staging' });
    const late = await other.apply({ environment });

    expect(outcomes(early)).toEqual([[1, 'refused', 'not-staged', true]]);
    expect(outcomes(staging)).toEqual([[1, 'applied']]);
    expect(outcomes(late)).toEqual([[1, 'applied']]);
  });

  it('keeps names from the change inert in the summary', async () => {
    const path = 'db/0001_`<img src=x onerror=alert(1)>`\n@everybody #1 \u202e.sql';
    await range.git.commit('Push', { [path]: 'select 1;' });

    const { summary, report } = await range.apply();

    expect(report.merges[0]).toMatchObject({ outcome: 'refused' });
    expect(summary).not.toContain('<img');
    expect(summary).not.toContain('\u202e');
    expect(summary).not.toMatch(/^@everybody/m);
  });
});

describe('a refusal', () => {
  it('is reported although another apply holds the lock, and recorded by the next run', async () => {
    await range.git.commit('Push', table(1));
    await using session = await range.connect();
    await takeLock(session, portsOf(server, 'postgres'));
    const held = await range.apply();

    expect(outcomes(held)).toEqual([['push', 'refused', 'unreviewed-push', true]]);
    expect(held.report.merges[0]?.refusal).not.toHaveProperty('record');
    await session.query('select pg_advisory_unlock_all()');
    await range.apply();
    expect(await events()).toEqual(['merge.refused']);
  }, 60_000);
});

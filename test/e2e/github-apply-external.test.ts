import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  exampleApply,
  idleWorkflow,
  policyOf,
  outcomes,
  startApplyStory,
  table,
} from '../support/apply-story.ts';
import { root } from '../support/cli.ts';
import { startTestServer, type TestServer } from '../support/postgres.ts';

let server: TestServer;
let directory: string;

beforeAll(async () => {
  server = await startTestServer();
  directory = await mkdtemp(join(tmpdir(), 'sluice-external-'));
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await rm(directory, { recursive: true, force: true });
});

const limit = 900_000;

/** The team's own tool: applies the files that were cleared, with a driver of its own, and lists them. */
const migrate = `
  import { appendFileSync, readFileSync } from 'node:fs';
  import pg from '${root}node_modules/pg/esm/index.mjs';
  const { pending } = JSON.parse(readFileSync('cleared.json', 'utf8'));
  appendFileSync(process.env.APPLIED, JSON.stringify(pending.map(({ path }) => path)) + '\\n');
  const client = new pg.Client(process.env.BILLING_PRODUCTION_URL);
  await client.connect();
  for (const { path } of pending) await client.query(readFileSync(path, 'utf8'));
  await client.end();
`;

test(
  'another tool applies exactly what was cleared, once, and the record says what that does not prove',
  async () => {
    const policy = policyOf('apply: external\n')
      .replace(/.*name: staging.*\n/, '')
      .replace(', after: staging', '');
    const program = join(directory, 'migrate.mjs');
    const applied = join(directory, 'applied');
    await writeFile(program, migrate);
    await writeFile(applied, '');
    await using story = await startApplyStory({ server, policy, workflow: idleWorkflow });
    const { github, shop } = story;
    const action = await github.createRepository('sluice/sluice');
    const commit = await action.push({
      from: await repositoryOfAction(),
      branch: 'main',
      by: 'sluice',
    });
    const example = await readFile(join(root, 'examples/sluice-external.yml'), 'utf8');
    const workflow = example
      .replace(/ref: [0-9a-f]{40}/, `ref: ${commit}`)
      .replace('run: make migrate', 'run: node "$MIGRATE"');
    const path = '.github/workflows/sluice.yml';
    await shop.commit({ branch: 'main', files: { [path]: workflow }, by: 'olivia' });
    const options = { machine: { MIGRATE: program, APPLIED: applied } };
    const lists = async () => (await readFile(applied, 'utf8')).trim().split('\n');

    await story.deliver({ ...table('0001'), ...table('0002'), 'README.md': 'planted' }, 'squash');
    const first = await story.run(options);
    const again = await story.run(options);
    const unapproved = await story.propose(table('0003'));
    await shop.merge(unapproved, 'merge', 'olivia');
    const refused = await story.run(options);

    expect(first.result.jobs['apply']?.log).toContain('Recorded as applied by another tool');
    expect([first, again, refused].map(({ conclusion }) => conclusion)).toEqual([
      'success',
      'success',
      'failure',
    ]);
    expect(await lists()).toEqual(['["db/0001.sql","db/0002.sql"]', '[]']);
    expect(again.result.jobs['apply']?.log).toContain('Nothing to record');
    expect(
      refused.result.jobs['apply']?.steps.map(({ conclusion }) => conclusion).slice(-3),
    ).toEqual(['failure', 'skipped', 'skipped']);
    expect(await story.tables('production')).toEqual(['planted_0001', 'planted_0002']);
    expect(await story.events('production')).toEqual(['apply.external', 'apply.external']);
    await using session = await story.connect('production');
    const records = await session.query('select body from sluice.audit_record order by sequence');
    for (const { body } of records)
      expect(String(body)).toContain(
        'It is not proved that the bytes that ran are the bytes that were approved.',
      );
    expect((await story.audit('production')).code).toBe(0);

    const own = await exampleApply({ one: true });
    const files = {
      [path]: own.replaceAll('staging', 'production').replaceAll('STAGING', 'PRODUCTION'),
    };
    await shop.commit({ branch: 'main', files, by: 'olivia' });
    await shop.commit({ branch: 'main', files: { 'db/0003.sql': null }, by: 'olivia' });
    await story.deliver(table('0004'));
    const byItself = await story.run();

    expect(byItself.conclusion).toBe('failure');
    expect(outcomes(byItself.reports.production).at(-1)).toEqual([
      3,
      'refused',
      'applied-elsewhere',
      'stops',
    ]);
    expect(await story.tables('production')).toEqual(['planted_0001', 'planted_0002']);
  },
  limit,
);

/** What a checkout of the action brings: what is built. */
async function repositoryOfAction(): Promise<string> {
  const to = join(directory, 'action');
  const git = (...words: readonly string[]) => promisify(execFile)('git', words);
  await promisify(execFile)('mkdir', [to]);
  await promisify(execFile)('cp', ['-r', join(root, 'dist'), join(root, 'policies'), to]);
  await git('init', '--quiet', '--initial-branch=main', to);
  await git('-C', to, 'add', '--all', '--force');
  const who = ['-c', 'user.name=sluice', '-c', 'user.email=sluice@example.com'];
  await git('-C', to, ...who, 'commit', '--quiet', '--no-verify', '--message', 'Build');
  return to;
}

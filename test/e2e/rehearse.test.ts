import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runInProcess } from '../support/context.ts';
import { initRepository, type TestRepository } from '../support/git.ts';

let directory: string;
let repository: TestRepository;

const policy = `version: 1
databases:
  billing: { layout: plain, paths: [db/**], targets: [{ name: production, url: env:URL }] }
`;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sluice-rehearse-'));
  repository = await initRepository(join(directory, 'repository'));
  await repository.commit('begin', {
    '.sluice/policy.yml': policy,
    '.sluice/masking.yml':
      'version: 1\ndatabases: { billing: { columns: { public.notes.body: { keep: Words of ours. } } } }\n',
    'db/0_notes.sql': 'create table notes (id int primary key, body text, author text);\n',
    'db/1_users.sql':
      "create table users (id int primary key, name text);\ninsert into users values (1, 'a'), (2, 'b');\n",
  });
  await repository.propose('fix', {
    'db/2_fix.sql': "update users set name = 'c' where id = 1;\nalter table users add note text;\n",
  });
  await repository.propose('broken', { 'db/2_broken.sql': 'alter table nobody add x int;\n' });
  await repository.propose('setting', {
    'db/2_setting.sql': 'set standard_conforming_strings = off;\n',
  });
  await repository.propose('hostile', {
    'db/2_hostile.sql':
      "insert into notes values (1, E'|`@ada` #1 <!-- sluice -->\\n</code>', 'Grace');\n",
  });
  await repository.propose('nothing', { 'README.md': 'Hello.\n' });
});

afterAll(() => rm(directory, { recursive: true, force: true }));

function rehearse(head: string, ...more: readonly string[]) {
  const words = ['rehearse', '--repo', repository.directory, '--base', 'main', '--head', head];
  return runInProcess([...words, ...more], {});
}

describe('sluice review', () => {
  test('tells which rows change in cells that their values cannot leave', async () => {
    const file = join(directory, 'pull-request.json');
    await writeFile(
      file,
      JSON.stringify({
        version: 1,
        number: 1,
        title: 'Notes',
        targetBranch: 'main',
        author: { login: 'ada', type: 'User' },
        reviews: [],
      }),
    );
    const words = ['review', '--repo', repository.directory, '--base', 'main', '--head', 'hostile'];
    const more = ['--pull-request', file, '--format', 'markdown', '--row-images'];

    const { stdout } = await runInProcess([...words, ...more], {});

    const lines = stdout.split('\n');
    const start = lines.indexOf('<details><summary>Which rows change</summary>');
    expect(lines.slice(start + 2, start + 8)).toEqual([
      '| Unit | Rows in the log of the shadow |',
      '|---|---|',
      '| <code>db/2_hostile.sql</code> | <code>public.notes: 1 inserted</code> |',
      '| | <code>insert id &#61; 1, body &#61; &#124;&#96;&#64;ada&#96; &#35;1 &#60;&#33;-- sluice --&#62;&#60;U&#43;000A&#62;&#60;/code&#62;, author &#8226;&#8226;&#8226;</code> |',
      '',
      '</details>',
    ]);
  });
});

describe('sluice rehearse', () => {
  test('tells what every statement did, and draws how long it took', async () => {
    const { code, stdout } = await rehearse('fix');

    const frozen = stdout
      .replaceAll(/█+ *|PostgreSQL [\d.]+[^\n,;]*/g, '…')
      .replaceAll(/… *\d+ ms/g, '… 0 ms')
      .replaceAll(/measured [\d.]+ m?s/g, 'measured 0 ms')
      .replaceAll(/[0-9a-f]{64}/g, '0');
    expect({ code, frozen: frozen.split('\n') }).toEqual({
      code: 0,
      frozen: [
        'billing: rehearsed on …, with no rows but those that migrations insert.',
        '  …; the version of the target is not known.',
        '  Observation level A: a server of its own, watched by a superuser.',
        '',
        'db/2_fix.sql',
        '    1  … 0 ms  ROW EXCLUSIVE on public.users',
        '       public.users: 1 updated',
        '    2  … 0 ms  ACCESS EXCLUSIVE on public.users',
        '       created table column public.users.note',
        '',
        'Who waits',
        '  ACCESS EXCLUSIVE blocks reads and writes of public.users briefly: nothing that happens meanwhile grows with a table (measured 0 ms).',
        '  db/2_fix.sql takes ROW EXCLUSIVE on public.users and later ACCESS EXCLUSIVE: whoever waits in between for the first waits for ever, and one of the two is ended. Take the stronger lock first.',
        '',
        'It ran to its end.',
        'Evidence sha256:0',
        '',
      ],
    });
  });

  test('tells exactly which rows change, where it is asked to', async () => {
    const { code, stdout } = await rehearse('fix', '--row-images');

    const lines = stdout.split('\n');
    const start = lines.indexOf('  Rows in the log of the shadow');
    expect({ code, told: lines.slice(start + 1, start + 4) }).toEqual({
      code: 0,
      told: ['    public.users: 1 updated', '      update id = 1, name •••; before: not known', ''],
    });
  });

  test('gives the same as JSON that its schema describes', async () => {
    const { code, stdout } = await rehearse('fix', '--row-images', '--format', 'json');

    const report: unknown = JSON.parse(stdout);
    const schema: object = JSON.parse(readFileSync('schemas/rehearsal.json', 'utf8'));
    const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
    validate(report);
    expect({ code, errors: validate.errors }).toEqual({ code: 0, errors: null });
    expect(validate({ version: 1, rehearsals: [{}] })).toBe(false);
  });

  test('exits with 1 and names the statement that failed', async () => {
    const { code, stdout } = await rehearse('broken');

    expect(code).toBe(1);
    expect(stdout).toContain(
      'It failed in db/2_broken.sql, statement 1: relation "nobody" does not exist',
    );
  });

  test('has no row images of a server by URL', async () => {
    const { code, stderr } = await rehearse('fix', '--row-images', '--shadow', 'dsn:SHADOW_URL');

    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining('others write that log') as string,
    });
  });

  test('does not run what is refused by its text', async () => {
    const { code, stderr } = await rehearse('setting');

    expect(code).toBe(2);
    expect(stderr).toMatch(/^sluice: db\/2_setting\.sql:1: .+ It is refused as it stands/);
  });

  test('says that there is nothing to rehearse', async () => {
    const { code, stdout } = await rehearse('nothing');

    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'Nothing to rehearse: no governed file changes.\n',
    });
  });
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { runInProcess } from '../support/context.ts';
import { initRepository, type TestRepository } from '../support/git.ts';

let directory: string;
let repository: TestRepository;
const mounted: string[] = [];

const policy = (rest = '') => `version: 1
databases:
  billing: { layout: plain, paths: [db/**]${rest}, targets: [{ name: production, url: env:URL }] }
limits: { statement-timeout: 2s }
`;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sluice-bad-rehearsal-'));
  repository = await initRepository(join(directory, 'repository'));
  const users = { 'db/1_users.sql': 'create table users (id int);\n' };
  const branch = async (name: string, base: Readonly<Record<string, string>>, sql: string) => {
    await repository.git('checkout', '-q', '--orphan', `${name}-base`);
    await repository.git('read-tree', '--empty');
    await repository.git('clean', '-fdxq');
    await repository.commit(`begin ${name}`, { '.sluice/policy.yml': policy(), ...base });
    await repository.git('checkout', '-q', '-b', name);
    await repository.commit(name, { 'db/9_change.sql': sql });
  };
  await branch('base', { 'db/1_users.sql': 'select 1;\nselect nothing();\n' }, 'select 1;\n');
  await branch('extension', { 'db/1_users.sql': 'create extension nowhere;\n' }, 'select 1;\n');
  await branch(
    'endless',
    users,
    'insert into users values (1);\ndo $$ begin loop perform pg_sleep(1); end loop; end $$;\n',
  );
  await branch(
    'swallowed',
    users,
    'do $$ begin loop begin perform pg_sleep(9); exception when query_canceled then null; end; end loop; end $$;\n',
  );
  await branch(
    'full',
    { ...users, '.sluice/policy.yml': policy().replace('2s', '60s') },
    'insert into users select 1 from generate_series(1, 100000000);\n',
  );
  const dump = 'create table users (id int, name text);\n';
  const named = { '.sluice/policy.yml': policy(', baseline: schema.sql'), 'schema.sql': dump };
  await branch('dump', named, 'alter table users drop column name;\n');
  await branch('no-dump', { '.sluice/policy.yml': named['.sluice/policy.yml'] }, 'select 1;\n');
});

afterAll(async () => {
  for (const place of mounted) {
    system('umount', place);
    await rm(place, { recursive: true });
  }
  await rm(directory, { recursive: true, force: true });
});

async function rehearse(
  name: string,
  { room = '', more = [] as readonly string[], environment = {} } = {},
): Promise<{ readonly code: number; readonly said: string; readonly left: readonly string[] }> {
  // Sockets have short names, and the server's account has to get there.
  const place = await mkdtemp('/tmp/sluice-room-');
  await chmod(place, 0o1777);
  if (room !== '') {
    system('mount', '-t', 'tmpfs', '-o', `size=${room},mode=1777`, 'none', place);
    mounted.push(place);
  }
  vi.stubEnv('TMPDIR', place);
  const words = ['rehearse', '--repo', repository.directory, '--base', `${name}-base`];
  const { code, stdout, stderr } = await runInProcess(
    [...words, '--head', name, ...more],
    environment,
  );
  vi.unstubAllEnvs();
  const left = await readdir(place);
  if (room === '') await rm(place, { recursive: true });
  return { code, said: stdout + stderr, left };
}

function system(program: string, ...words: readonly string[]): void {
  execFileSync(program, words, { stdio: 'ignore' });
}

/** What happened, why it matters, what to do. */
const inThreeParts = /[^.]+\. .+\. .+\./;

/** Tried, because neither the account nor the system tells. */
const canMount = (() => {
  if (process.platform !== 'linux') return false;
  const place = mkdtempSync('/tmp/sluice-mount-');
  try {
    system('mount', '-t', 'tmpfs', '-o', 'size=1m', 'none', place);
    system('umount', place);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
})();

describe('a rehearsal that cannot be', () => {
  test.each([
    ['base', 'The baseline cannot be replayed: db/1_users.sql, statement 2, line 2: function'],
    ['extension', 'does not have the extension nowhere. Nothing can be rehearsed'],
    ['endless', 'It was stopped: it ran longer than 2000 ms. What it would do'],
    ['swallowed', 'It was stopped: it ran longer than 2000 ms. What it would do'],
  ])('ends with 3 for %s, says why in three parts, and leaves nothing', async (name, because) => {
    const { code, said, left } = await rehearse(name);

    expect({ code, left }).toEqual({ code: 3, left: [] });
    expect(said).toContain(because);
    expect(said).toMatch(inThreeParts);
  });

  // Needs a file system of its own, which only root can make.
  test.skipIf(!canMount).each([
    ['full', '120m', 'The disk of the shadow is full'],
    ['full', '8m', 'Without a shadow nothing was rehearsed.'],
  ])('ends with 3 on a full disk (%s, %s), and leaves nothing', async (name, room, because) => {
    const { code, said, left } = await rehearse(name, { room });

    expect({ code, left }).toEqual({ code: 3, left: [] });
    expect(said).toContain(because);
  });

  test('is none where a workflow would keep it', async () => {
    const environment = { GITHUB_ACTIONS: 'true' };

    const { code, said, left } = await rehearse('endless', { more: ['--keep'], environment });

    expect({ code, left }).toEqual({ code: 2, left: [] });
    expect(said).toContain('A workflow cannot keep a shadow');
  });
});

describe('a baseline that the policy names', () => {
  test('is built in place of the migrations', async () => {
    const { code, said } = await rehearse('dump');

    expect(code).toBe(0);
    expect(said).toContain('dropped table column public.users.name');
  });

  test('is refused where the target branch does not have it', async () => {
    const { code, said } = await rehearse('no-dump');

    expect(code).toBe(2);
    expect(said).toContain('the target branch has no such file');
  });
});

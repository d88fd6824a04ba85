import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BuiltRepository } from '../../src/demo/build-repository.ts';
import type { Stage } from '../../src/demo/stage.ts';
import { type Run, root, sluice } from '../support/cli.ts';
import { type Theatre, openTheatre } from '../support/theatre.ts';
import { type Edits, buildVariant } from '../support/variant.ts';

let directory: string;
let theatre: Theatre;
let stage: Stage;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sluice-failures-'));
  await chmod(directory, 0o755);
  theatre = await openTheatre();
  stage = await theatre.set(join(root, 'fixtures/harmless-human'), 'failures');
});

afterAll(async () => {
  await theatre[Symbol.asyncDispose]();
  await rm(directory, { recursive: true, force: true });
});

/** What happened, why it matters, what to do instead; and nothing that only its author understands. */
function expectComplaint({ code, stdout, stderr }: Run, exitCode: 2 | 3, message: RegExp): void {
  expect(stderr).toMatch(message);
  expect(stderr).toMatch(/(?:^|\n)sluice: .+\n {2}[a-z]+\/[a-z-]+: .+\n {2}.+\n$/s);
  expect(stdout + stderr).not.toMatch(/\n\s+at |node:internal|[0-9a-f]{36}/);
  expect({ code, stdout }).toEqual({ code: exitCode, stdout: '' });
}

const policyPath = 'commits/01-start/.sluice/policy.yml';
const policy = await readFile(join(root, 'fixtures/harmless-human', policyPath), 'utf8');

function reviewWords(built: BuiltRepository, shadow: string): readonly string[] {
  const { directory: repo, base, head, pullRequestPath } = built;
  return ['review', '--repo', repo, '--base', base, '--head', head].concat([
    '--pull-request',
    pullRequestPath,
    '--shadow',
    shadow,
  ]);
}

describe('output that nobody takes', () => {
  async function write(to: string): Promise<{ readonly code: number; readonly stderr: string }> {
    const file = join(directory, 'many.sql');
    await writeFile(file, 'drop table planted;\n'.repeat(3_000));
    const script = `"$0" "$1" check "$2" ${to}`;
    const words = [
      '-o',
      'pipefail',
      '-c',
      script,
      process.execPath,
      join(root, 'dist/cli.js'),
      file,
    ];
    const { status, stderr } = spawnSync('bash', words, { encoding: 'utf8' });
    return { code: status ?? -1, stderr };
  }

  test('is dropped when its reader has seen enough, and the decision stays', async () => {
    expect(await write('| head -n 1 > /dev/null')).toEqual({ code: 1, stderr: '' });
  });

  test('is a failure when the disk is full', async () => {
    const { code, stderr } = await write('> /dev/full');

    expectComplaint({ code, stdout: '', stderr }, 3, /cannot be written \(ENOSPC\)/);
  });
});

describe('control files of the target branch', () => {
  const unreadable: readonly (readonly [string, Edits, RegExp])[] = [
    [
      'an unknown layout',
      { [policyPath]: policy.replace('layout: plain', 'layout: plian') },
      /policy\.yml:7:13 unknown value of databases\.billing\.layout; did you mean plain\?/,
    ],
    [
      'an unknown key',
      { [policyPath]: policy.replace('guardians:', 'gaurdians:') },
      /policy\.yml:11:1 unknown key gaurdians; did you mean guardians\?/,
    ],
    [
      'a binary policy',
      { [policyPath]: new Uint8Array([0x7f, 0x45, 0xff, 0xfe, 0]) },
      /policy\.yml.*UTF-8/s,
    ],
    ['a policy that is no YAML', { [policyPath]: 'version: 1\ndatabases: [' }, /policy\.yml:2:\d+/],
    ['no policy', { [policyPath]: undefined }, /has no \.sluice\/policy\.yml/],
  ];

  test.each(unreadable)('%s stops everything', async (_name, edits, message) => {
    const built = await buildVariant('harmless-human', directory, edits);

    const run = await sluice(reviewWords(built, 'none'));

    expectComplaint(run, 2, message);
  });

  test('a missing CODEOWNERS allows nothing destructive and says what to do', async () => {
    const built = await buildVariant('suppression-comment', directory, {
      'commits/01-start/.github/CODEOWNERS': undefined,
    });

    const { code, stdout, stderr } = await sluice(reviewWords(built, 'auto'), {
      environment: stage.environment,
    });

    expect(code).toBe(1);
    expect(stdout).toMatch(/^Blocked: .*CODEOWNERS/m);
    expect(stdout).toMatch(/Add .*CODEOWNERS|fallbackOwners/);
    expect(stdout + stderr).not.toMatch(/\n\s+at /);
  });
});

describe('targets', () => {
  const verify = (target: string, environment: Readonly<Record<string, string>>): Promise<Run> =>
    sluice(['audit', 'verify', '--repo', stage.built.directory, '--target', target], {
      environment,
    });
  const url = (text: string) => ({ BILLING_PRODUCTION_URL: text });

  test('a wrong name is answered with the right one', async () => {
    expectComplaint(
      await verify('billing/prodution', stage.environment),
      2,
      /no target "billing\/prodution"\. Did you mean billing\/production\?/,
    );
  });

  test.each([
    ['not set', {}],
    ['empty', url('')],
  ])('a URL that is %s is asked for by the name of its variable', async (_name, environment) => {
    expectComplaint(
      await verify('billing/production', environment),
      2,
      /variable BILLING_PRODUCTION_URL.* is not set/,
    );
  });

  test('a URL that is none is not repeated', async () => {
    const run = await verify('billing/production', url('mysql://u:hunter2@h/db'));

    expectComplaint(run, 2, /does not begin with postgres:\/\//);
    expect(run.stderr).not.toMatch(/hunter2/);
  });

  test('a server that is not there is unreachable', async () => {
    const run = await verify(
      'billing/production',
      url(`postgres://u:hunter2@localhost/db?host=${directory}`),
    );

    expectComplaint(run, 3, /database\/unreachable/);
    expect(run.stderr).not.toMatch(/hunter2/);
  });

  test('a server that refuses the password is unreachable', async () => {
    const right = new URL(stage.environment['BILLING_PRODUCTION_URL'] ?? '');
    right.password = 'hunter2';

    const run = await verify('billing/production', url(right.href));

    expectComplaint(run, 3, /refused the login \(28P01\)/);
    expect(run.stderr).not.toMatch(/hunter2/);
  });

  test('a server without TLS is refused unless the URL says that it may be', async () => {
    const plain = createServer((socket) => {
      socket.on('error', () => {});
      // What PostgreSQL without TLS says to an SSLRequest.
      socket.once('data', () => socket.write('N'));
    });
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const address = plain.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;

    const run = await verify(
      'billing/production',
      url(`postgres://u:hunter2@127.0.0.1:${port}/db`),
    );
    plain.close();

    expectComplaint(run, 3, /offers no TLS.*sslmode=disable/);
    expect(run.stderr).not.toMatch(/hunter2/);
  });
});

describe('servers', () => {
  test('a shadow that cannot be started ends the review with what to do', async () => {
    const bin = join(directory, 'bin');
    await mkdir(bin);
    await symlink(await findProgram('git'), join(bin, 'git'));

    const run = await sluice(reviewWords(stage.built, 'npm-binaries'), {
      environment: {
        ...stage.environment,
        PATH: bin,
        SLUICE_CACHE: join(directory, 'cache'),
      },
    });

    expectComplaint(run, 3, /npm could not install .*database\/shadow/s);
  });

  test('a server that dies midway leaves nothing half applied, and a fresh apply finishes', async () => {
    const commit = await stage.built.mergePullRequest('squash');
    const { directory: repo, pullRequestPaths } = stage.built;
    const words = ['apply', '--repo', repo, '--commit', commit, '--target', 'production'].concat([
      '--pull-request',
      pullRequestPaths.get('pull-request-merged.json') ?? '',
    ]);
    const options = { environment: stage.environment };

    const running = sluice(words, options);
    await crashWhileItWaits(running);
    const broken = await running;
    await untilBack();

    expectComplaint(broken, 3, /database\/(?:lost|unreachable)/);
    expect(await tableExists()).toBe(false);
    expect(await sluice(words, options)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/Target billing\/production\. Applied\./),
    });
    expect(await tableExists()).toBe(true);
  });
});

/** Holds a table that the change needs until the apply waits for it, and then kills its backend: the server restarts. */
async function crashWhileItWaits(running: Promise<Run>): Promise<void> {
  const ended = running.then((run) => {
    throw new Error(`The apply did not wait: ${run.stderr}`);
  });
  await using holder = await theatre.connect(stage, 'BILLING_PRODUCTION_URL');
  await holder.query('begin');
  await holder.query('lock table orders in row exclusive mode');
  process.kill(await Promise.race([findWaiting(), ended]), 'SIGKILL');
  ended.catch(() => undefined);
}

async function findWaiting(): Promise<number> {
  // Not the holder: inside a transaction pg_stat_activity stands still.
  await using session = await theatre.connect(stage, 'BILLING_PRODUCTION_URL');
  for (;;) {
    const [waiting] = await session.query(
      `select pid from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock' and query ilike 'create table%'`,
    );
    if (waiting !== undefined) return Number(waiting['pid']);
    await sleep(20);
  }
}

/** The server has recovered from the crash. */
async function untilBack(): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answered = await tableExists().catch(() => undefined);
    if (answered !== undefined) return;
    await sleep(100);
  }
}

async function tableExists(): Promise<boolean> {
  await using session = await theatre.connect(stage, 'BILLING_PRODUCTION_URL');
  const [row] = await session.query("select to_regclass('order_notes') is not null as found");
  return row?.['found'] === true;
}

async function findProgram(name: string): Promise<string> {
  for (const place of (process.env['PATH'] ?? '').split(delimiter)) {
    const found = await readFile(join(place, name)).then(
      () => true,
      () => false,
    );
    if (found) return join(place, name);
  }
  throw new Error(`No ${name} in PATH.`);
}

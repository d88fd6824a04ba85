import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type CommitSha, parseCommitSha } from '../../domain/change.ts';
import type { RemoteReference } from '../../ports/remote.ts';
import { openRemote } from './remote.ts';

const token = 'ghs_0123456789secret';
const credential = Buffer.from(`x-access-token:${token}`).toString('base64');
const hostileBranch = '--upload-pack=touch${IFS}pwned;$(x)/é';
const { signal } = new AbortController();

let root = '';
let temporary = '';
const usual = process.env['TMPDIR'];
let source = '';
let served: Served;
let main: CommitSha;
let proposed: CommitSha;
let orphan: CommitSha;

type Served = {
  readonly url: string;
  /** Authorization headers in their order. */
  readonly authorizations: (string | undefined)[];
  /** Answers before git does, when it gives a status. */
  refuse: (request: IncomingMessage) => number | undefined;
  readonly server: Server;
};

function git(...words: readonly string[]): string {
  return execFileSync('git', ['-C', source, ...words], {
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'a',
      GIT_AUTHOR_EMAIL: 'a@example.com',
      GIT_COMMITTER_NAME: 'a',
      GIT_COMMITTER_EMAIL: 'a@example.com',
    },
  }).trim();
}

function commit(message: string): CommitSha {
  git('commit', '--quiet', '--allow-empty', '--message', message);
  return parseCommitSha(git('rev-parse', 'HEAD'))!;
}

/** Git's own server, behind the check of the token that GitHub makes. */
async function serve(): Promise<Served> {
  const backend = join(execFileSync('git', ['--exec-path']).toString().trim(), 'git-http-backend');
  const authorizations: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    authorizations.push(request.headers.authorization);
    const status = state.refuse(request);
    if (status === undefined) return bridge(backend, request, response);
    const elsewhere = `http://127.0.0.1:1${request.url}`;
    response.writeHead(status, {
      ...(status === 401 ? { 'www-authenticate': 'Basic realm="GitHub"' } : {}),
      ...(status === 302 ? { location: elsewhere } : {}),
    });
    response.end('the server says: ::error::pwned');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const state: Served = {
    url: `http://127.0.0.1:${port}`,
    authorizations,
    refuse: checkToken,
    server,
  };
  return state;
}

function checkToken(request: IncomingMessage): number | undefined {
  return request.headers.authorization === `basic ${credential}` ? undefined : 401;
}

function bridge(backend: string, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const child = spawn(backend, [], {
    env: {
      PATH: process.env['PATH'],
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      ...(request.headers['content-encoding'] === undefined
        ? {}
        : { HTTP_CONTENT_ENCODING: request.headers['content-encoding'] }),
    },
  });
  request.pipe(child.stdin);
  child.stdin.on('error', () => undefined);
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.on('close', () => {
    const answer = Buffer.concat(chunks);
    const end = answer.indexOf('\r\n\r\n');
    const headers = answer
      .subarray(0, end)
      .toString()
      .split('\r\n')
      .map((line) => line.split(': ') as [string, string]);
    const status = headers.find(([name]) => name === 'Status')?.[1].slice(0, 3) ?? '200';
    response.writeHead(Number(status), Object.fromEntries(headers));
    response.end(answer.subarray(end + 4));
  });
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'sluice-remote-test-'));
  temporary = await mkdtemp(join(root, 'temporary-'));
  process.env['TMPDIR'] = temporary;
  source = join(root, 'acme', 'shop.git');
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', source]);
  commit('one');
  main = commit('two');
  git('checkout', '--quiet', '-b', 'topic');
  await writeFile(join(source, '1.sql'), 'select 1;\n');
  git('add', '1.sql');
  proposed = commit('three');
  git('update-ref', 'refs/pull/7/head', proposed);
  git('update-ref', `refs/heads/${hostileBranch}`, main);
  git('update-ref', 'refs/other/refs/heads/hidden', main);
  git('checkout', '--quiet', '--orphan', 'gone');
  orphan = commit('four');
  git('checkout', '--quiet', 'main');
  git('branch', '--quiet', '-D', 'gone');
  git('tag', '--annotate', '--message', 'x', 'v1', main);
  served = await serve();
});

beforeEach(() => {
  served.authorizations.length = 0;
  served.refuse = checkToken;
});

afterAll(async () => {
  served.server.close();
  if (usual === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = usual;
  await rm(root, { recursive: true, force: true });
});

function open(options: Partial<Parameters<typeof openRemote>[0]> = {}) {
  return openRemote({
    serverUrl: served.url,
    repository: 'acme/shop',
    token,
    signal,
    pause: 1,
    ...options,
  });
}

/** What stands in the directory for temporary files, which is this test's own. */
function leftovers(): Promise<readonly string[]> {
  return readdir(temporary);
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => expect.unreachable('it succeeded'),
    (failure: unknown) => failure,
  );
}

test('fetches branches, pull requests and commits with their whole history', async () => {
  const references: readonly RemoteReference[] = [
    { kind: 'branch', name: 'main' },
    { kind: 'branch', name: hostileBranch },
    { kind: 'pull-request', number: 7 },
    { kind: 'commit', commit: orphan },
  ];

  await using fetched = await open().fetch(references);

  expect(fetched.commits).toEqual([main, main, proposed, orphan]);
  expect(await fetched.repository.firstParents(proposed, undefined)).toHaveLength(3);
  expect(await fetched.repository.changedFiles(main, proposed)).toMatchObject([
    { path: '1.sql', status: 'added' },
  ]);
  expect(await failureOf(fetched.repository.resolve('v1'))).toMatchObject({ code: 'host/git' });
});

test('sends the token with every request', async () => {
  await using fetched = await open().fetch([{ kind: 'branch', name: 'main' }]);

  expect(fetched.commits).toEqual([main]);
  expect(new Set(served.authorizations)).toEqual(new Set([`basic ${credential}`]));
});

test('removes its directory when it is disposed and when it fails', async () => {
  const fetched = await open().fetch([{ kind: 'branch', name: 'main' }]);
  const during = await leftovers();
  await fetched[Symbol.asyncDispose]();
  await failureOf(open().fetch([{ kind: 'branch', name: 'nowhere' }]));

  expect(during).toHaveLength(1);
  expect(await leftovers()).toEqual([]);
});

test('tells the tip of exactly the branch that is asked for', async () => {
  const branches = ['main', hostileBranch, 'topic', 'nowhere', 'hidden'];

  const tips = await Promise.all(branches.map((branch) => open().tipOf(branch)));

  expect(tips).toEqual([main, main, proposed, undefined, undefined]);
});

test.each([
  '',
  '..',
  'a..b',
  'a b',
  'a\nb',
  'a~1',
  'a^',
  'a:b',
  'a?',
  '*',
  'a[b',
  'a\\b',
  '/a',
  'a/',
  'a//b',
  '.a',
  'a/.b',
  'a.lock',
  'a.lock/b',
  'a.',
  'a@{1}',
  '\ud800',
  'x'.repeat(2000),
])('asks for no branch named %j', async (branch) => {
  const tip = await failureOf(open().tipOf(branch));
  const fetched = await failureOf(open().fetch([{ kind: 'branch', name: branch }]));

  expect([tip, fetched]).toMatchObject([{ code: 'host/git' }, { code: 'host/git' }]);
  expect(served.authorizations).toEqual([]);
});

test.each([
  ['a branch', { kind: 'branch', name: 'nowhere' }],
  ['a branch that another one ends like', { kind: 'branch', name: 'hidden' }],
  ['a pull request', { kind: 'pull-request', number: 8 }],
  ['a number that is none', { kind: 'pull-request', number: -1 }],
  ['a commit', { kind: 'commit', commit: parseCommitSha('1'.repeat(40))! }],
] as const)('fails when %s is not there', async (_name, missing) => {
  const failure = await failureOf(open().fetch([{ kind: 'branch', name: 'main' }, missing]));

  expect(failure).toMatchObject({ code: 'host/git' });
});

test.each([
  [401, 'host/forbidden'],
  [403, 'host/forbidden'],
  [404, 'host/not-found'],
  [429, 'host/rate-limit'],
  [302, 'host/refused'],
  [500, 'host/unreachable'],
  [502, 'host/unreachable'],
] as const)('an answer of %d is %s', async (status, code) => {
  served.refuse = () => status;

  const fetched = await failureOf(open().fetch([{ kind: 'branch', name: 'main' }]));
  const tip = await failureOf(open().tipOf('main'));

  expect([fetched, tip]).toMatchObject([{ code }, { code }]);
  expect(inspect([fetched, tip], { depth: 9 })).not.toMatch(/pwned/);
});

test('asks again when the server does not answer, and not when it refuses', async () => {
  let count = 0;
  const down = () => {
    count += 1;
    return count === 1 ? 502 : undefined;
  };

  served.refuse = down;
  await using fetched = await open().fetch([{ kind: 'branch', name: 'main' }]);
  count = 0;
  const tip = await open().tipOf('main');
  served.authorizations.length = 0;
  served.refuse = () => 403;
  await failureOf(open().tipOf('main'));

  expect([...fetched.commits, tip]).toEqual([main, main]);
  expect(served.authorizations).toHaveLength(1);
});

test('a wrong token is refused, and no failure shows a token', async () => {
  const wrong = 'ghs_wrongsecret';
  const encoded = Buffer.from(`x-access-token:${wrong}`).toString('base64');

  const failures = [
    await failureOf(open({ token: wrong }).fetch([{ kind: 'branch', name: 'main' }])),
    await failureOf(open({ token: wrong }).tipOf('main')),
    await failureOf(
      open({ token: wrong, serverUrl: 'http://127.0.0.1:1' }).fetch([
        { kind: 'branch', name: 'main' },
      ]),
    ),
  ];

  expect(failures).toMatchObject([
    { code: 'host/forbidden' },
    { code: 'host/forbidden' },
    { code: 'host/unreachable' },
  ]);
  const shown = failures.map((failure) => inspect(failure, { depth: 9 })).join();
  expect(shown).not.toContain(wrong);
  expect(shown).not.toContain(encoded);
});

test('the token stands on no command line', async () => {
  const lines = new Set<string>();
  served.refuse = (request) => {
    lines.add(execFileSync('ps', ['-A', '-o', 'args']).toString());
    return checkToken(request);
  };

  await using fetched = await open().fetch([{ kind: 'branch', name: 'main' }]);

  expect(fetched.commits).toEqual([main]);
  const shown = [...lines].join();
  expect(shown).toContain(`${served.url}/acme/shop.git`);
  expect(shown).not.toContain(token);
  expect(shown).not.toContain(credential);
});

test('nothing of the configuration of whoever runs it is in force', async () => {
  const home = await mkdtemp(join(root, 'home-'));
  const hostile = `[url "http://127.0.0.1:1/"]\n  insteadOf = ${served.url}/\n`;
  await writeFile(join(home, '.gitconfig'), hostile);
  const previous = { ...process.env };
  Object.assign(process.env, {
    HOME: home,
    GIT_CONFIG_PARAMETERS: `'http.proxy=http://127.0.0.1:1'`,
    GIT_DIR: source,
    GIT_ASKPASS: 'false',
  });

  try {
    expect(await open().tipOf('main')).toBe(main);
  } finally {
    for (const name of ['HOME', 'GIT_CONFIG_PARAMETERS', 'GIT_DIR', 'GIT_ASKPASS'])
      delete process.env[name];
    Object.assign(process.env, previous);
  }
});

test('reads no configuration of a directory that it happens to run in', async () => {
  const trap = await mkdtemp(join(root, 'trap-'));
  execFileSync('git', ['init', '--quiet', trap]);
  execFileSync('git', [
    '-C',
    trap,
    'config',
    'url.http://127.0.0.1:1/.insteadOf',
    `${served.url}/`,
  ]);
  process.env['TMPDIR'] = trap;

  try {
    expect(await open().tipOf('main')).toBe(main);
    await using fetched = await open().fetch([{ kind: 'branch', name: 'main' }]);
    expect(fetched.commits).toEqual([main]);
  } finally {
    process.env['TMPDIR'] = temporary;
  }
});

test.each(['file:///tmp', 'ssh://git@github.com', 'ext::sh', 'https://user@github.com', ''])(
  'takes no server at %j',
  (serverUrl) => {
    expect(() => open({ serverUrl })).toThrow(expect.objectContaining({ code: 'host/git' }));
  },
);

test.each(['acme', 'acme/..', 'acme/shop/more', '../shop', 'acme/shop?x', '-x/shop y'])(
  'takes no repository named %j',
  (repository) => {
    expect(() => open({ repository })).toThrow(expect.objectContaining({ code: 'host/git' }));
  },
);

test('takes the odd signatures that old tools left in well-known histories', async () => {
  const tree = git('rev-parse', 'main^{tree}');
  const text = `tree ${tree}\nauthor Old Tool<old> 1 +051800\ncommitter <> 1 +0000\n\nold\n`;
  const file = join(root, 'odd');
  await writeFile(file, text);
  const odd = git('hash-object', '-t', 'commit', '-w', '--literally', file);
  git('update-ref', 'refs/heads/odd', odd);

  await using fetched = await open().fetch([{ kind: 'branch', name: 'odd' }]);

  expect(fetched.commits).toEqual([odd]);
  git('update-ref', '-d', 'refs/heads/odd');
});

test('refuses a history that holds an object which the checks of git refuse', async () => {
  const broken = `tree ${git('rev-parse', 'main^{tree}')}\nauthor a <a@x> x\ncommitter a <a@x> 1 +0000\n\nx\n`;
  const file = join(root, 'broken');
  await writeFile(file, broken);
  const name = git('hash-object', '-t', 'commit', '-w', '--literally', file);
  await writeFile(join(source, '.git', 'refs', 'heads', 'broken'), `${name}\n`);

  const failure = await failureOf(open().fetch([{ kind: 'branch', name: 'broken' }]));

  expect(failure).toMatchObject({
    code: 'host/git',
    message: expect.stringMatching(/checks of git refuse/),
  });
});

test('stops when the run is interrupted, and leaves nothing behind', async () => {
  const silent = createSocketServer();
  await new Promise<void>((resolve) => {
    silent.listen(0, '127.0.0.1', resolve);
  });
  const { port } = silent.address() as AddressInfo;
  const controller = new AbortController();
  silent.once('connection', () => controller.abort());

  const failure = await failureOf(
    open({ serverUrl: `http://127.0.0.1:${port}`, signal: controller.signal }).fetch([
      { kind: 'branch', name: 'main' },
    ]),
  );
  silent.close();

  expect(failure).toMatchObject({ code: 'internal/cancelled' });
  expect(await leftovers()).toEqual([]);
});

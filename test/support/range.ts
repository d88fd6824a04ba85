import { systemPrograms } from '../../src/adapters/system/programs.ts';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileCodeHost } from '../../src/adapters/file-code-host/file-code-host.ts';
import { runCommandLine } from '../../src/commands/run.ts';
import { parsePullRequest } from '../../src/config/pull-request.ts';
import type { Sink } from '../../src/ports/sink.ts';
import { environmentCredentials } from '../../src/adapters/credentials/environment.ts';
import { openRepository } from '../../src/adapters/git/repository.ts';
import { createParser } from '../../src/adapters/parser/pg-query.ts';
import { database } from '../../src/adapters/postgres/session.ts';
import { systemClock } from '../../src/adapters/system/clock.ts';
import { systemFiles } from '../../src/adapters/system/files.ts';
import { systemIds } from '../../src/adapters/system/ids.ts';
import type { ActionContext, ActionResult } from '../../src/commands/action-command.ts';
import { applyRange } from '../../src/commands/apply-range.ts';
import { renderStoredEvidence, toRehearsals } from '../../src/change/evidence-file.ts';
import { loadPendingMerges } from '../../src/range/pending-merges.ts';
import { rehearseAll } from '../../src/commands/rehearse-change.ts';
import { type CommitSha, parseCommitSha } from '../../src/domain/change.ts';
import { digestOf } from '../../src/domain/digest.ts';
import type { StoredRehearsal } from '../../src/domain/stored-evidence.ts';
import type { Session } from '../../src/ports/database.ts';
import type { RangeReport } from '../../src/report/range.ts';
import { type FakeCodeHost, fakeCodeHost } from '../fakes/live-code-host.ts';
import { fakeRemote } from '../fakes/remote.ts';
import { root } from './cli.ts';
import { initRepository, type TestRepository } from './git.ts';
import type { TestServer } from './postgres.ts';

/** A repository, its code host and one target, as the job that applies meets them. */
export type Range = AsyncDisposable & {
  readonly git: TestRepository;
  readonly fake: FakeCodeHost;
  /** URL of the target's database. */
  readonly url: string;
  connect(): Promise<Session>;
  /** Lists a merged pull request by @ada that @ben approved at `head`, and merged. */
  merged(number: number, head: string, commit: string, also?: readonly string[]): void;
  /** What the job that rehearses hands on. */
  rehearse(): Promise<readonly StoredRehearsal[]>;
  /** Writes what `rehearse` says to a file and gives its path. */
  storeEvidence(rehearsals?: readonly StoredRehearsal[]): Promise<string>;
  /** Writes a recorded pull request and gives its path. */
  storePullRequest(number: number): Promise<string>;
  /** Runs a command line in the repository. */
  run(...words: readonly string[]): Promise<{ readonly code: number; readonly output: string }>;
  /** Runs the job that applies, with what `rehearse` says unless other evidence is given. */
  apply(given?: Given): Promise<Answer>;
};

type Given = {
  readonly rehearsals?: readonly StoredRehearsal[];
  readonly target?: string;
  readonly environment?: Readonly<Record<string, string>>;
};

export type Answer = Omit<ActionResult, 'report'> & { readonly report: RangeReport };

let ranges = 0;

export async function startRange(server: TestServer, policy: string): Promise<Range> {
  ranges += 1;
  const name = `range_${ranges}`;
  await server.createDatabase(name);
  const directory = await mkdtemp(join(tmpdir(), 'sluice-range-'));
  const git = await initRepository(join(directory, 'repository'));
  await git.commit('Govern', { '.sluice/policy.yml': policy });
  const fake = fakeCodeHost();
  fake.world.permissions.set('ben', 'write');
  const contextFor = (inputs: Readonly<Record<string, string>>, given: Given): ActionContext =>
    contextOf({ server, git, fake }, inputs, { URL: server.url(name), ...given.environment });
  const rehearse = async (given: Given = {}): Promise<readonly StoredRehearsal[]> => {
    const context = contextFor({ target: given.target ?? 'billing/production' }, given);
    const repository = context.openRepository(git.directory);
    await using parser = createParser();
    const tip = await repository.resolve('main');
    const pending = await loadPendingMerges(context, { repository, parser, tip, since: undefined });
    const rehearsals: StoredRehearsal[] = [];
    for (const loaded of pending)
      rehearsals.push(
        ...toRehearsals(
          loaded,
          await rehearseAll(loaded, { context, repository, parser, choice: 'auto' }),
        ),
      );
    return rehearsals;
  };
  const storeEvidence = async (given?: readonly StoredRehearsal[]): Promise<string> => {
    const rehearsals = given ?? (await rehearse());
    const path = join(directory, 'evidence.json');
    const text = renderStoredEvidence({ repository: 'acme/shop', run: '1', rehearsals });
    await writeFile(path, text);
    return path;
  };
  return {
    git,
    fake,
    storeEvidence,
    storePullRequest: async (number) => {
      const path = join(directory, 'pull-request.json');
      await writeFile(path, JSON.stringify(toFile(fake, number)));
      return path;
    },
    run: async (...words) => {
      const written: string[] = [];
      const output = { write: async (text: string) => void written.push(text) };
      const context = contextOf({ server, git, fake }, {}, { URL: server.url(name) }, output);
      const repo = `--repo=${git.directory}`;
      const code = await runCommandLine([...words, repo], context, output);
      return { code, output: written.join('') };
    },
    url: server.url(name),
    connect: () => server.connect(name),
    merged: (number, head, commit, also = []) => list(fake, { number, head, commit, also }),
    rehearse,
    apply: async (given = {}) => {
      const path = await storeEvidence(given.rehearsals ?? (await rehearse(given)));
      const { report, ...result } = await applyRange(
        contextFor(
          {
            target: given.target ?? 'billing/production',
            evidence: path,
            'evidence-digest': digestOf(await readFile(path)),
          },
          given,
        ),
      );
      return { ...result, report: JSON.parse([...(report ?? '')].join('')) as RangeReport };
    },
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }),
  };
}

function toFile({ world }: FakeCodeHost, number: number) {
  const listed = world.pullRequests.get(number);
  return {
    version: 1,
    number,
    title: listed?.title,
    head: listed?.head,
    targetBranch: listed?.targetBranch,
    author: { login: 'ada', type: 'User' },
    lastPusher: 'ada',
    reviews: (world.reviews.get(number) ?? []).map(({ id, login, commit, submittedAt }) => ({
      id,
      login,
      type: 'User',
      state: 'APPROVED',
      commit,
      submittedAt,
    })),
    permissions: Object.fromEntries(world.permissions),
    mergedAt: listed?.mergedAt,
  };
}

type Listed = {
  readonly number: number;
  readonly head: string;
  readonly commit: string;
  readonly also: readonly string[];
};

function list({ world }: FakeCodeHost, { number, head, commit, also }: Listed): void {
  world.pullRequests.set(number, {
    number,
    title: `Change ${number} <!-- sluice:gate --> @everybody`,
    open: false,
    head: sha(head),
    headRepository: 'acme/shop',
    headBranch: `change-${number}`,
    targetBranch: 'main',
    author: { login: 'ada', account: 'human' },
    assignees: [],
    mergedAt: '2026-01-06T08:00:00.000Z',
    mergedBy: 'ben',
    mergeCommit: sha(commit),
  });
  world.lastPushers.set(number, 'ada');
  world.reviews.set(number, [
    {
      id: String(number),
      login: 'ben',
      account: 'human',
      state: 'approved',
      commit: head,
      submittedAt: '2026-01-06T07:00:00.000Z',
    },
  ]);
  for (const part of also)
    world.commits.set(sha(part), [...(world.commits.get(sha(part)) ?? []), number]);
}

function sha(text: string): CommitSha {
  const commit = parseCommitSha(text);
  if (commit === undefined) throw new Error(`no commit: ${text}`);
  return commit;
}

type World = {
  readonly server: TestServer;
  readonly git: TestRepository;
  readonly fake: FakeCodeHost;
};

let shadows = 0;

function contextOf(
  { server, git, fake }: World,
  inputs: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>>,
  output: Sink = { write: async () => {} },
): ActionContext {
  const { signal } = new AbortController();
  return {
    signal,
    environment,
    colour: false,
    output,
    progress: { step: () => {} },
    clock: systemClock,
    ids: systemIds,
    files: systemFiles,
    programs: systemPrograms,
    home: root,
    credentials: environmentCredentials(environment),
    openParser: createParser,
    openRepository: (directory) => openRepository(directory, signal),
    openCodeHost: (path) => fileCodeHost(path, parsePullRequest),
    openDatabase: async () => database,
    openLiveCodeHost: async () => fake.host,
    // A database of the same server stands in for the shadow: the suite starts one server, not many.
    openShadowProvider: async () => ({
      open: async () => {
        shadows += 1;
        const name = `range_shadow_${shadows}`;
        await server.createDatabase(name);
        return {
          provider: 'test',
          reason: 'the server of the suite',
          level: 'A',
          cannotSee: [],
          differences: [],
          prepared: false,
          serverVersion: 150000,
          provideRoles: async () => {},
          worker: () => server.connect(name),
          observer: () => server.connect(name),
          loader: () => server.connect(name),
          [Symbol.asyncDispose]: async () => {},
        };
      },
    }),
    host: fake.host,
    remote: fakeRemote(git.directory, (number) => fake.world.pullRequests.get(number)?.head),
    runner: {
      repository: 'acme/shop',
      serverUrl: 'https://github.example',
      run: '1',
      attempt: '1',
      url: 'https://github.example/acme/shop/actions/runs/1/attempts/1',
      workflow: '.github/workflows/sluice.yml',
      workflowReference: 'refs/heads/main',
      event: 'push',
      actor: 'ada',
      hosted: true,
    },
    occasion: { kind: 'branch', branch: 'main' },
    inputs: new Map(Object.entries(inputs)),
  };
}

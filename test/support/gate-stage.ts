import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRepository } from '../../src/adapters/git/repository.ts';
import { createParser } from '../../src/adapters/parser/pg-query.ts';
import type { ActionContext, ActionResult } from '../../src/commands/action-command.ts';
import { renderStoredEvidence, toRehearsals } from '../../src/change/evidence-file.ts';
import { gate } from '../../src/commands/gate.ts';
import { loadChange } from '../../src/change/load-change.ts';
import type { Review } from '../../src/domain/approval.ts';
import { parseCommitSha, type CommitSha } from '../../src/domain/change.ts';
import { digestOf } from '../../src/domain/digest.ts';
import type { Evidence } from '../../src/domain/evidence.ts';
import type { Occasion } from '../../src/domain/occasion.ts';
import type { ListedPullRequest } from '../../src/ports/live-code-host.ts';
import type { Runner } from '../../src/ports/runner.ts';
import { fakeCodeHost, type FakeCodeHost } from '../fakes/live-code-host.ts';
import { fakeRemote } from '../fakes/remote.ts';
import { contextOf } from './context.ts';
import { initRepository, type TestRepository } from './git.ts';

type Files = Readonly<Record<string, string>>;

/** A repository with a policy, its code host and an action that gates there; nothing of it is mocked. */
export type GateStage = AsyncDisposable & {
  readonly repository: TestRepository;
  readonly fake: FakeCodeHost;
  readonly runner: Runner;
  readonly runUrl: string;
  /** Proposes files on a branch of its own, and opens the pull request; everybody is as given. */
  propose(files: Files, more?: Partial<ListedPullRequest>): Promise<ListedPullRequest>;
  /** What the pull request is now. */
  update(number: number, more: Partial<ListedPullRequest>): void;
  approve(number: number, login: string, more?: Partial<Review>): void;
  /** Evidence of a rehearsal that ran to its end and saw nothing surprising, as the job before wrote it. */
  rehearse(
    base: string,
    head: string,
    more?: Partial<Evidence>,
    milliseconds?: number,
  ): Promise<void>;
  run(occasion: Occasion, more?: Partial<ActionContext>): Promise<ActionResult>;
  /** Runs `change` before the nth fetch or question for a tip. */
  beforeGit(question: 'fetch' | 'tipOf', nth: number, change: () => void | Promise<void>): void;
};

const policyText = `version: 1
mode: enforce
extends: default
databases:
  shop:
    paths: ['db/**']
    layout: plain
    targets: [{ name: production, url: env:SHOP_URL }]
guardians: ['@acme/guards']
approvals:
  - name: an owner always
    owners: true
`;

export const standardFiles: Files = {
  '.sluice/policy.yml': policyText,
  '.github/CODEOWNERS': '/db/ @acme/dba\n',
  'db/001_users.sql': 'create table users (id bigint primary key, name text);\n',
};

export async function openGateStage(files: Files = standardFiles): Promise<GateStage> {
  const directory = await mkdtemp(join(tmpdir(), 'sluice-gate-'));
  const repository = await initRepository(join(directory, 'repository'));
  await repository.commit('Begin', files);
  const fake = fakeCodeHost();
  const { world } = fake;
  for (const login of ['olga', 'dana', 'bea', 'gina']) world.permissions.set(login, 'write');
  world.teams.set('acme/dba', ['olga', 'dana']);
  world.teams.set('acme/guards', ['gina']);
  const hooks: { question: string; nth: number; change: () => void | Promise<void> }[] = [];
  const remote = fakeRemote(
    repository.directory,
    (number) => world.pullRequests.get(number)?.head,
    async (question, nth) => {
      for (const hook of hooks)
        if (hook.question === question && hook.nth === nth) await hook.change();
    },
  );
  const inputs = new Map<string, string>();
  let reviews = 0;
  return {
    repository,
    fake,
    runner,
    runUrl: runner.url,
    propose: async (proposed, more = {}) => {
      const number = world.pullRequests.size + 1;
      const headBranch = `proposal-${number}`;
      const head = sha(await repository.propose(headBranch, proposed));
      world.pullRequests.set(number, {
        number,
        title: 'A change',
        open: true,
        head,
        headRepository: fake.host.repository,
        headBranch,
        targetBranch: 'main',
        author: { login: 'ivan', account: 'human' },
        assignees: [],
        ...more,
      });
      world.lastPushers.set(number, 'ivan');
      return world.pullRequests.get(number)!;
    },
    update: (number, more) => {
      world.pullRequests.set(number, { ...world.pullRequests.get(number)!, ...more });
    },
    approve: (number, login, more = {}) => {
      reviews++;
      const review: Review = {
        id: String(reviews),
        login,
        account: 'human',
        state: 'approved',
        commit: world.pullRequests.get(number)!.head,
        submittedAt: `2026-01-05T09:00:0${reviews}Z`,
        ...more,
      };
      world.reviews.set(number, [...(world.reviews.get(number) ?? []), review]);
    },
    rehearse: async (base, head, more = {}, milliseconds = 1) => {
      const text = await storedEvidence(repository.directory, { base, head, more, milliseconds });
      const path = join(directory, 'evidence.json');
      await writeFile(path, text);
      inputs.set('evidence', path);
      inputs.set('evidence-digest', digestOf(text));
    },
    run: (occasion, more = {}) => {
      const output = { write: async () => {} };
      return gate({
        ...contextOf({}, output),
        host: fake.host,
        remote,
        runner,
        occasion,
        inputs,
        ...more,
      });
    },
    beforeGit: (question, nth, change) => void hooks.push({ question, nth, change }),
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }),
  };
}

const runner: Runner = {
  repository: 'acme/shop',
  serverUrl: 'https://github.com',
  run: '100',
  attempt: '1',
  url: 'https://github.com/acme/shop/actions/runs/100/attempts/1',
  workflow: '.github/workflows/sluice.yml',
  workflowReference: 'refs/heads/main',
  event: 'pull_request_target',
  actor: 'ivan',
  hosted: true,
};

export function sha(text: string): CommitSha {
  const commit = parseCommitSha(text);
  if (commit === undefined) throw new Error(`${text} is no commit.`);
  return commit;
}

async function storedEvidence(
  directory: string,
  seen: {
    readonly base: string;
    readonly head: string;
    readonly more: Partial<Evidence>;
    readonly milliseconds: number;
  },
): Promise<string> {
  const { base, head, more, milliseconds } = seen;
  await using parser = createParser();
  const repository = openRepository(directory, new AbortController().signal);
  const pullRequest = {
    number: 1,
    title: '',
    targetBranch: 'main',
    author: { kind: 'human', login: 'ivan', onBehalfOf: [] },
    reviews: [],
    permissions: new Map(),
    teams: new Map(),
  } as const;
  const loaded = await loadChange(
    { pullRequest, base: sha(base), head: sha(head) },
    { repository, parser },
  );
  const stored = loaded.databases.map(({ database, units }): readonly [string, Evidence] => [
    database.name,
    {
      shadow: {
        provider: 'npm-binaries',
        reason: 'It is there.',
        serverVersion: 160_014,
        data: 'none',
        copiedRows: 0,
        maskedColumns: [],
      },
      units: units.map(({ id, digest }) => ({
        unitId: id,
        digest,
        statements: [nothingSeen(0, milliseconds)],
        deferred: nothingSeen(1, milliseconds),
      })),
      outcome: { kind: 'completed' },
      ...more,
    },
  ]);
  return renderStoredEvidence({
    repository: 'acme/shop',
    run: runner.run,
    rehearsals: toRehearsals(loaded, new Map(stored)),
  });
}

function nothingSeen(statement: number, durationMs: number): Evidence['units'][number]['deferred'] {
  return {
    statement,
    durationMs,
    locks: [],
    rows: [],
    rewrites: [],
    created: [],
    dropped: [],
    altered: [],
  };
}

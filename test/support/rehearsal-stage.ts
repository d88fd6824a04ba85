import { join } from 'node:path';
import type { ActionContext } from '../../src/commands/action-command.ts';
import { parseCommitSha } from '../../src/domain/change.ts';
import type { CommitSha } from '../../src/domain/change.ts';
import type { Occasion } from '../../src/domain/occasion.ts';
import type { ListedPullRequest } from '../../src/ports/live-code-host.ts';
import type { ShadowProvider } from '../../src/ports/shadow-provider.ts';
import { fakeCodeHost } from '../fakes/live-code-host.ts';
import { fakeRemote } from '../fakes/remote.ts';
import { contextOf } from './context.ts';
import { initRepository } from './git.ts';
import type { TestRepository } from './git.ts';

const policy = `version: 1
extends: default
databases:
  shop:
    layout: plain
    paths: ['db/**']
    targets: [{ name: production, url: 'env:SHOP_URL' }]
`;
/** Names a source whose URL no test sets: reading it would fail. */
const masking = `version: 1
databases:
  shop:
    source: env:SOURCE_URL
`;

/** A repository whose `main` governs db/, and what is proposed to it: pull request 1, 2 and so on. */
export type RehearsalStage = {
  readonly repository: TestRepository;
  readonly base: CommitSha;
  readonly heads: ReadonlyMap<number, CommitSha>;
  /** Where the evidence goes. */
  readonly evidence: string;
};

export async function buildRehearsalStage(
  directory: string,
  proposals: readonly Readonly<Record<string, string>>[],
): Promise<RehearsalStage> {
  const repository = await initRepository(join(directory, 'git'));
  const files = { '.sluice/policy.yml': policy, '.sluice/masking.yml': masking };
  const base = sha(
    await repository.commit('begin', { ...files, 'db/1.sql': 'create table t ();' }),
  );
  const heads = new Map<number, CommitSha>();
  for (const [index, tree] of proposals.entries())
    heads.set(index + 1, sha(await repository.propose(`branch-${index + 1}`, tree)));
  return { repository, base, heads, evidence: join(directory, 'evidence.json') };
}

export type Given = {
  readonly occasion: Occasion;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly hosted?: boolean;
  readonly edit?: Partial<ListedPullRequest>;
};

/** What the command would be given there, with this provider of shadows. */
export function rehearsalContext(
  { repository, heads, evidence }: RehearsalStage,
  shadows: ShadowProvider,
  { occasion, inputs = {}, hosted = true, edit = {} }: Given,
): ActionContext {
  const { host, world } = fakeCodeHost();
  for (const [number, head] of heads)
    world.pullRequests.set(number, {
      number,
      title: '##[set-output name=evidence;]planted',
      open: true,
      head,
      headRepository: 'fork/shop',
      headBranch: `branch-${number}`,
      targetBranch: 'main',
      author: { login: 'ivan', account: 'human' },
      assignees: [],
      ...edit,
    });
  return {
    ...contextOf({}, { write: async () => {} }),
    openShadowProvider: async () => shadows,
    host,
    remote: fakeRemote(repository.directory, (number) => heads.get(number)),
    runner: {
      repository: 'acme/shop',
      serverUrl: 'https://github.com',
      run: '7',
      attempt: '1',
      url: 'https://github.com/acme/shop/actions/runs/7/attempts/1',
      workflow: '.github/workflows/sluice-gate.yml',
      workflowReference: 'refs/heads/main',
      event: 'pull_request_target',
      actor: 'ivan',
      hosted,
    },
    occasion,
    inputs: new Map(Object.entries({ evidence, ...inputs })),
  };
}

function sha(text: string): CommitSha {
  return parseCommitSha(text)!;
}

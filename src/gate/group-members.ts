import type { LoadedChange } from '../commands/judge-input.ts';
import type { CommitSha } from '../domain/change.ts';
import type { ListedPullRequest, LiveCodeHost } from '../ports/live-code-host.ts';
import type { Repository } from '../ports/repository.ts';

/** A pull request that a merge group holds. */
export type Member = ListedPullRequest;

export type LoadedMember = { readonly listed: Member; readonly loaded: LoadedChange };

export type Members =
  | { readonly kind: 'known'; readonly members: readonly [Member, ...Member[]] }
  /** Some commit of the group belongs to no open pull request that the host knows. */
  | { readonly kind: 'unknown' };

type Span = {
  readonly base: CommitSha;
  readonly head: CommitSha;
  readonly targetBranch: string;
};

/** The pull requests of every commit that the group adds to the target branch. */
export async function findMembers(
  { base, head, targetBranch }: Span,
  repository: Repository,
  host: LiveCodeHost,
): Promise<Members> {
  const found = new Map<number, Member>();
  for (const commit of await repository.firstParents(head, base)) {
    const members = (await findOfCommit(commit, repository, host)).filter(
      (member) => member.open && member.targetBranch === targetBranch,
    );
    if (members.length === 0) return { kind: 'unknown' };
    for (const member of members) found.set(member.number, member);
  }
  const [first, ...others] = [...found.values()].toSorted(
    (one, other) => one.number - other.number,
  );
  if (first === undefined) return { kind: 'unknown' };
  return { kind: 'known', members: [first, ...others] };
}

/** A merge names the head that it merged; whatever else adds a commit, the host has to know it. */
async function findOfCommit(
  commit: CommitSha,
  repository: Repository,
  host: LiveCodeHost,
): Promise<readonly Member[]> {
  const [, merged, ...more] = await repository.parents(commit);
  if (more.length > 0) return [];
  if (merged === undefined) return host.findByCommit(commit);
  return (await host.findByCommit(merged)).filter(({ head }) => head === merged);
}

import type { LoadedChange } from '../change/judge-input.ts';
import type { CommitSha } from '../domain/change.ts';
import { SluiceError } from '../errors.ts';
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
  const isMember = ({ open, targetBranch: branch }: Member): boolean =>
    open && branch === targetBranch;
  const numbers = new Set<number>();
  for (const commit of await repository.firstParents(head, base)) {
    const listed = (await findOfCommit(commit, repository, host)).filter(isMember);
    if (listed.length === 0) return { kind: 'unknown' };
    for (const { number } of listed) numbers.add(number);
  }
  // Read one by one, because a list may tell less of each.
  const members = await Promise.all(
    [...numbers]
      .toSorted((one, other) => one - other)
      .map((number) => host.readPullRequest(number)),
  );
  const [first, ...others] = members;
  if (first === undefined || !members.every(isMember)) return { kind: 'unknown' };
  return { kind: 'known', members: [first, ...others] };
}

/** A merge names the head that it merged; whatever else adds a commit, the host has to know it. */
async function findOfCommit(
  commit: CommitSha,
  repository: Repository,
  host: LiveCodeHost,
): Promise<readonly Member[]> {
  const [parent, merged, ...more] = await repository.parents(commit);
  if (parent === undefined || more.length > 0) return [];
  if (merged !== undefined)
    return (await host.findByCommit(merged)).filter(({ head }) => head === merged);
  const known = await host.findByCommit(commit);
  return known.length > 0 ? known : findNamedBy(await subjectOf(commit, parent, repository), host);
}

/**
 * A squash belongs to no pull request before it is merged; its subject ends with the number. That is
 * only where to look: the governed bytes of the group have to be those of the pull request.
 */
async function findNamedBy(subject: string, host: LiveCodeHost): Promise<readonly Member[]> {
  const [, number] = /\(#([1-9]\d{0,8})\)$/.exec(subject) ?? [];
  if (number === undefined) return [];
  try {
    return [await host.readPullRequest(Number(number))];
  } catch (failure) {
    if (failure instanceof SluiceError && failure.code === 'host/not-found') return [];
    throw failure;
  }
}

async function subjectOf(
  commit: CommitSha,
  parent: CommitSha,
  repository: Repository,
): Promise<string> {
  const [facts] = await repository.history(parent, commit, 1);
  return facts?.message.split('\n')[0]?.trimEnd() ?? '';
}

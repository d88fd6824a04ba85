import type { Change, CommitSha, PullRequest } from '../domain/change.ts';
import { SluiceError } from '../errors.ts';
import type { Parser } from '../ports/parser.ts';
import type { Repository, TreeEntry } from '../ports/repository.ts';
import type { Arguments } from './command.ts';
import type { Context } from './context.ts';
import type { LoadedChange } from './judge-input.ts';
import { loadControls } from './load-controls.ts';
import { loadDatabase } from './load-units.ts';
import type { LoadedDatabase } from './load-units.ts';

type Tools = { readonly repository: Repository; readonly parser: Parser };

export type MergedChange = LoadedChange & { readonly commit: CommitSha };

/**
 * Reads a merged change from git: what the merge brought to the target branch, judged by the controls
 * of its first parent. Throws when it was not merged, or when the merge holds other governed bytes
 * than the head that was reviewed.
 */
export async function loadMerged(
  given: Arguments,
  context: Context,
  tools: Tools,
): Promise<MergedChange> {
  const { repository } = tools;
  const host = context.openCodeHost(given.options.get('pull-request') ?? '');
  const pullRequest = await host.readPullRequest(context.signal);
  if (pullRequest.mergedAt === undefined)
    throw refusal('The pull request is not merged.', 'Merge it first.');
  const commit = await repository.resolve(given.options.get('commit') ?? '');
  const { base, head } = await findSpan(pullRequest, commit, repository);
  const [files, controls, before, after] = await Promise.all([
    repository.changedFiles(base, commit),
    loadControls(repository, base),
    repository.tree(base),
    repository.tree(commit),
  ]);
  const change: Change = { pullRequest, base, head, files };
  const databases: LoadedDatabase[] = [];
  for (const database of controls.policy.databases)
    databases.push(await loadDatabase(database, { before, after, commit }, tools));
  refuseOtherBytes(databases, await repository.tree(head), after);
  return { change, controls, databases, commit };
}

async function findSpan(
  pullRequest: PullRequest,
  commit: CommitSha,
  repository: Repository,
): Promise<{ readonly base: CommitSha; readonly head: CommitSha }> {
  const [base, merged] = await repository.parents(commit);
  if (base === undefined)
    throw refusal('The commit has no parent.', 'Name the commit that the merge made.');
  const head = pullRequest.head ?? merged;
  if (head === undefined)
    throw refusal(
      'Nothing says which head was reviewed: the commit is no merge and the pull request was recorded without its head.',
      'Record the pull request with its head.',
    );
  return { base, head };
}

/** A conflict that was settled in the merge, or a merge made by hand, can hold what nobody reviewed. */
function refuseOtherBytes(
  databases: readonly LoadedDatabase[],
  reviewed: readonly TreeEntry[],
  merged: readonly TreeEntry[],
): void {
  const blobs = new Map(reviewed.map(({ path, blob }) => [path, blob]));
  const mergedBlobs = new Map(merged.map(({ path, blob }) => [path, blob]));
  for (const { path } of databases.flatMap(({ units }) => units))
    if (blobs.get(path) !== mergedBlobs.get(path))
      throw refusal(
        `${JSON.stringify(path)} holds other bytes after the merge than at the head that was reviewed.`,
        'Open a pull request with what is really meant, and have it approved.',
      );
}

function refusal(what: string, instead: string): SluiceError {
  return new SluiceError(
    'input/pull-request',
    `${what} Sluice applies only what was reviewed and merged, so nothing was applied. ${instead}`,
  );
}

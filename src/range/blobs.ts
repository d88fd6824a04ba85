import type { CommitSha } from '../domain/change.ts';
import type { Repository } from '../ports/repository.ts';

/** What each path of a commit holds, by the object name of its content. */
export async function blobsAt(
  repository: Repository,
  commit: CommitSha,
): Promise<ReadonlyMap<string, string>> {
  return new Map((await repository.tree(commit)).map(({ path, blob }) => [path, blob]));
}

import type { Change, CommitSha, PullRequest } from '../domain/change.ts';
import type { Parser } from '../ports/parser.ts';
import type { Repository } from '../ports/repository.ts';
import type { LoadedChange } from './judge-input.ts';
import { withApplied } from './load-applied.ts';
import { loadControls } from './load-controls.ts';
import type { Controls } from './load-controls.ts';
import { loadDatabase, mergeTrees } from './load-units.ts';
import type { LoadedDatabase } from './load-units.ts';

export type ProposedChange = {
  readonly pullRequest: PullRequest;
  /** Tip of the target branch. */
  readonly base: CommitSha;
  readonly head: CommitSha;
};

export type LoadTools = {
  readonly repository: Repository;
  readonly parser: Parser;
  /** How the controls of a commit are read; loadControls unless a branch may lack a policy. */
  readonly readControls?: (repository: Repository, commit: CommitSha) => Promise<Controls>;
};

/** Reads a proposed change from git: what the target branch would hold after a merge, and its judge. */
export async function loadChange(
  { pullRequest, base, head }: ProposedChange,
  { repository, parser, readControls = loadControls }: LoadTools,
): Promise<LoadedChange> {
  const [files, controls, before, ofHead] = await Promise.all([
    repository.mergeBase(base, head).then((fork) => repository.changedFiles(fork, head)),
    readControls(repository, base),
    repository.tree(base),
    repository.tree(head),
  ]);
  const change: Change = { pullRequest, base, head, files };
  const after = mergeTrees(before, ofHead, files);
  const databases: LoadedDatabase[] = [];
  for (const database of controls.policy.databases)
    databases.push(
      await withApplied(
        await loadDatabase(database, { before, after, commit: head }, { repository, parser }),
        controls.policy,
        { after, repository },
      ),
    );
  return { change, controls, databases };
}

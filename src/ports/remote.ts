import type { CommitSha } from '../domain/change.ts';
import type { Repository } from './repository.ts';

export type RemoteReference =
  | { readonly kind: 'branch'; readonly name: string }
  | { readonly kind: 'pull-request'; readonly number: number }
  | { readonly kind: 'commit'; readonly commit: CommitSha };

/** Objects in a bare directory of their own; nothing is checked out. Disposing deletes it. */
export type FetchedRepository = AsyncDisposable & {
  readonly repository: Repository;
  /** What each reference stood for when it was fetched, in their order. */
  readonly commits: readonly CommitSha[];
};

/** The repository on its host, by git, with its whole history. Throws SluiceError host/git. */
export type Remote = {
  /** Tip of a branch at this moment; undefined when there is no such branch. */
  tipOf(branch: string): Promise<CommitSha | undefined>;
  /** Brings these references and their history. Throws host/git when one of them is not there. */
  fetch(references: readonly RemoteReference[]): Promise<FetchedRepository>;
};

import { openRepository } from '../../src/adapters/git/repository.ts';
import type { CommitSha } from '../../src/domain/change.ts';
import type { Remote, RemoteReference } from '../../src/ports/remote.ts';

/**
 * A remote whose objects lie in a repository on this disk. `headOf` tells the head of a pull request,
 * and `before` runs before the `nth` fetch or question for a tip, so that the world can change there.
 */
export function fakeRemote(
  directory: string,
  headOf: (number: number) => CommitSha | undefined,
  before: (question: 'fetch' | 'tipOf', nth: number) => void | Promise<void> = () => {},
): Remote {
  const repository = openRepository(directory, new AbortController().signal);
  const asked = { fetch: 0, tipOf: 0 };
  const commitOf = (reference: RemoteReference): Promise<CommitSha> => {
    switch (reference.kind) {
      case 'branch':
        return repository.resolve(`refs/heads/${reference.name}`);
      case 'pull-request':
        return repository.resolve(headOf(reference.number) ?? '');
      case 'commit':
        return repository.resolve(reference.commit);
    }
  };
  return {
    tipOf: async (branch) => {
      await before('tipOf', ++asked.tipOf);
      return repository.resolve(`refs/heads/${branch}`).catch(() => undefined);
    },
    fetch: async (references) => {
      await before('fetch', ++asked.fetch);
      const commits: CommitSha[] = [];
      for (const reference of references) commits.push(await commitOf(reference));
      return {
        repository,
        commits,
        [Symbol.asyncDispose]: async () => {},
      };
    },
  };
}

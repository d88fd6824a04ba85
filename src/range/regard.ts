import type { ChangedFile, CommitSha } from '../domain/change.ts';
import type { Policy } from '../domain/policy.ts';
import { SluiceError } from '../errors.ts';
import type { Regard } from '../merged/walk.ts';
import { controlFilesOf } from '../policy/control-files.ts';
import { matchesGlob } from '../policy/glob.ts';
import type { Repository } from '../ports/repository.ts';
import { policyPath } from '../change/control-paths.ts';
import { findPolicy } from '../change/load-controls.ts';

/** Regards what touches the database's governed paths or control files, by the policy of each base. */
export function regardDatabase(repository: Repository, database: string): Regard {
  const known = new Map<CommitSha, Found>();
  return async ({ commit, base }, files) => {
    const same = files.some(touchesPolicy) ? undefined : known.get(commit);
    const found = same ?? (await readPolicy(repository, base));
    known.set(base, found);
    if (found === 'absent') return 'ungoverned';
    // Nobody can say what an unreadable policy governs, so everything counts.
    if (found === 'unreadable' || controlFilesOf({ files }).length > 0) return 'regarded';
    return files.some((file) => isGoverned(file, database, found)) ? 'regarded' : 'passed-over';
  };
}

type Found = Policy | 'absent' | 'unreadable';

async function readPolicy(repository: Repository, commit: CommitSha): Promise<Found> {
  try {
    return (await findPolicy(repository, commit)) ?? 'absent';
  } catch (error) {
    if (error instanceof SluiceError && error.code === 'input/policy') return 'unreadable';
    throw error;
  }
}

function touchesPolicy({ path, previousPath }: ChangedFile): boolean {
  return path === policyPath || previousPath === policyPath;
}

function isGoverned(
  { path, previousPath }: ChangedFile,
  database: string,
  policy: Policy,
): boolean {
  const globs = policy.databases
    .filter(({ name }) => name === database)
    .flatMap(({ paths }) => paths);
  return globs.some(
    (glob) =>
      matchesGlob(glob, path) || (previousPath !== undefined && matchesGlob(glob, previousPath)),
  );
}

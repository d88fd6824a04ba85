import type { ActionContext } from '../commands/action-command.ts';
import { largestHeader, parseSnapshot } from '../config/snapshot.ts';
import { mostSnapshotBytes, type Snapshot } from '../domain/snapshot.ts';
import { SluiceError } from '../errors.ts';
import { tooOld, usualMaxAgeDays } from '../shadow/snapshot-age.ts';
import type { LoadedChange } from './judge-input.ts';
import { problemOfTakenRun, snapshotWorkflow } from './trusted-run.ts';

/** Masked rows by the database that they are of. */
export type SnapshotsByDatabase = ReadonlyMap<string, Snapshot>;

/**
 * The snapshots of the inputs `snapshot` and `snapshot-run`; undefined where none are given. Throws
 * SluiceError input/snapshot for files that are not there, not whole or of another run: whoever
 * wants rows does not get a rehearsal without them.
 */
export async function readGivenSnapshots(
  context: ActionContext,
): Promise<SnapshotsByDatabase | undefined> {
  const path = context.inputs.get('snapshot');
  if (path === undefined) return undefined;
  const run = context.inputs.get('snapshot-run');
  const problem =
    run === undefined ? undefined : await problemOfTakenRun(run, snapshotWorkflow, context);
  if (problem !== undefined) throw unusable(`of another run: ${problem}`);
  const snapshots = new Map<string, Snapshot>();
  for (const file of await findFiles(path, context)) {
    const snapshot = parseSnapshot(
      await context.files.read(file, mostSnapshotBytes + largestHeader),
    );
    if (snapshots.has(snapshot.database))
      throw unusable(`one of two of ${JSON.stringify(snapshot.database)}`);
    snapshots.set(snapshot.database, snapshot);
  }
  if (snapshots.size === 0) throw unusable('not there');
  return snapshots;
}

async function findFiles(path: string, { files }: ActionContext): Promise<readonly string[]> {
  try {
    return await files.allFiles(path);
  } catch (cause) {
    throw unusable('not there', { cause });
  }
}

/** Throws SluiceError input/snapshot for rows of no database of the policy, and for those that are too old. */
export function assertUsable(
  snapshots: SnapshotsByDatabase,
  { controls: { policy } }: LoadedChange,
  now: string,
): void {
  const known = policy.databases.map(({ name }) => name);
  for (const snapshot of snapshots.values()) {
    const { database } = snapshot;
    if (!known.includes(database))
      throw unusable(`of ${JSON.stringify(database)}, and the policy governs ${known.join(', ')}`);
    const old = tooOld(snapshot, now, policy.factsMaxAgeDays ?? usualMaxAgeDays);
    if (old !== undefined) throw unusable(`too old. ${old.replace(/\.$/, '')}`);
  }
}

function unusable(why: string, options?: { readonly cause: unknown }): SluiceError {
  return new SluiceError(
    'input/snapshot',
    `The snapshot is ${why}. Nothing was rehearsed, because without its rows a rehearsal would show less than was asked for. Let sluice-snapshot.yml run on the default branch, or leave the input snapshot out.`,
    options,
  );
}

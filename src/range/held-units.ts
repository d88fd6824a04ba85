import { type LedgerRow, readApplied, readEvents } from '../apply/ledger.ts';
import { type RefusedSpan, refusedSpan } from '../audit/refused-merge.ts';
import type { Application } from '../domain/application.ts';
import type { Unit } from '../domain/change.ts';
import type { Digest } from '../domain/digest.ts';
import { type Target, targetName } from '../domain/target.ts';
import type { Session } from '../ports/database.ts';
import type { Context } from '../commands/context.ts';
import type { FoundTarget } from '../policy/targets.ts';

/**
 * Why the target has to wait: the units that the target before it (`after:`) does not hold yet. Empty
 * when there is none before it, or it holds exactly these bytes.
 */
export async function findUnstaged(
  { database, target }: FoundTarget,
  units: readonly Unit[],
  context: Context,
): Promise<readonly string[]> {
  const earlier = database.targets.find(({ name }) => name === target.after);
  if (earlier === undefined) return [];
  const held = await readHeld(earlier, units, context);
  return units
    .filter(({ id }) => !held.has(id))
    .map(
      ({ id }) =>
        `${targetName(earlier)} does not hold ${id} yet, and ${targetName(target)} comes after it. Apply it there first.`,
    );
}

/** What there is to say when the target holds every unit already; undefined when it does not. */
export async function findNothingToDo(
  { target }: FoundTarget,
  units: readonly Unit[],
  context: Context,
): Promise<Application | undefined> {
  const held = await readHeld(target, units, context);
  const done = units.flatMap(({ id }) => {
    const record = held.get(id);
    return record === undefined ? [] : [{ kind: 'already-applied', unitId: id, record } as const];
  });
  if (done.length < units.length) return undefined;
  return { target: targetName(target), units: done, outcome: 'nothing-to-do' };
}

/** What the target's own ledger says of it, oldest first; nothing when Sluice was never there. */
export async function readTargetLedger(
  target: Target,
  context: Context,
): Promise<readonly LedgerRow[]> {
  await using session = await openTarget(target, context);
  return await readApplied(session, targetName(target));
}

/** The merges that the target's chain says were refused, oldest first. */
export async function readRefusedSpans(
  target: Target,
  context: Context,
): Promise<readonly RefusedSpan[]> {
  await using session = await openTarget(target, context);
  const records = await readEvents(session, 'merge.refused');
  return records.flatMap(({ text }) => refusedSpan(text) ?? []);
}

async function openTarget({ urlVariable }: Target, context: Context): Promise<Session> {
  const url = await context.credentials.urlOf(urlVariable);
  const database = await context.openDatabase();
  const { signal } = context;
  return database.connect({ url, applicationName: 'sluice apply', signal });
}

/** Units that the target's own ledger holds with exactly these bytes, and their records. */
async function readHeld(
  target: Target,
  units: readonly Unit[],
  context: Context,
): Promise<ReadonlyMap<string, Digest>> {
  return heldUnits(await readTargetLedger(target, context), units);
}

/** Units that these rows hold with exactly these bytes, and their records. */
export function heldUnits(
  rows: readonly LedgerRow[],
  units: readonly Unit[],
): ReadonlyMap<string, Digest> {
  const done = rows.filter(({ state }) => state === 'done');
  return new Map(
    units.flatMap(({ id, digest }) => {
      const row = done.find(({ unitId }) => unitId === id);
      return row === undefined || row.digest !== digest ? [] : [[id, row.recordDigest] as const];
    }),
  );
}

import { readApplied } from '../apply/ledger.ts';
import type { Unit } from '../domain/change.ts';
import { targetName } from '../domain/target.ts';
import type { Context } from './context.ts';
import type { FoundTarget } from './targets.ts';

/**
 * Why the target has to wait: the units that the target before it (`after:`) does not hold yet, asked
 * of that target's own ledger. Empty when there is none before it, or it holds exactly these bytes.
 */
export async function findUnstaged(
  { database, target }: FoundTarget,
  units: readonly Unit[],
  context: Context,
): Promise<readonly string[]> {
  const earlier = database.targets.find(({ name }) => name === target.after);
  if (earlier === undefined) return [];
  const url = await context.credentials.urlOf(earlier.urlVariable);
  const { signal } = context;
  const connect = await context.openDatabase();
  await using session = await connect.connect({ url, applicationName: 'sluice apply', signal });
  const applied = await readApplied(session, targetName(earlier));
  const done = new Map(applied.map((row) => [row.unitId, row]));
  return units
    .filter(({ id, digest }) => {
      const row = done.get(id);
      return row === undefined || row.state !== 'done' || row.digest !== digest;
    })
    .map(
      ({ id }) =>
        `${targetName(earlier)} does not hold ${id} yet, and ${targetName(target)} comes after it. Apply it there first.`,
    );
}

import type { Facts } from '../domain/facts.ts';
import { compareSchemas, type Drifted } from '../facts/drift.ts';
import { takeFacts } from '../facts/take.ts';
import { readText } from './observe/row.ts';
import type { Stage } from './rehearse-unit.ts';

/** How the schema that stands on the shadow before the change differs from the target's; undefined without facts. */
export async function findDrift(
  target: Facts | undefined,
  { observer, worker: openWorker, clock }: Pick<Stage, 'observer' | 'worker' | 'clock'>,
): Promise<Drifted | undefined> {
  if (target === undefined) return undefined;
  await using worker = await openWorker();
  const [row] = await worker.query('select current_user::pg_catalog.text as name');
  const { facts } = await takeFacts(observer, {
    database: target.database,
    takenAt: clock.now(),
    standIn: readText(row, 'name'),
  });
  return compareSchemas(target, facts);
}

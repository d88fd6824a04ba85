import { SluiceError } from '../../errors.ts';
import type { Session } from '../../ports/database.ts';
import type { ShadowRequest } from '../../ports/shadow-provider.ts';
import { database } from '../postgres/session.ts';

const identity = `
select (select system_identifier::pg_catalog.text from pg_catalog.pg_control_system())
       || ' ' || extract(epoch from pg_catalog.pg_postmaster_start_time())::pg_catalog.text as identity`;

/**
 * Refuses the server of a target. A thin clone has the target's identifier and another time of its start.
 * Gives what could not be compared, in sentences. Throws SluiceError database/shadow.
 */
export async function assertNoTarget(
  admin: Session,
  { targetUrls = [], signal }: ShadowRequest,
): Promise<readonly string[]> {
  if (targetUrls.length === 0)
    return ['Whether the server is that of a target: no credential of a target is at hand.'];
  const [own] = await admin.query(identity);
  for (const url of targetUrls) {
    await using target = await database.connect({
      url,
      applicationName: 'sluice shadow',
      signal,
    });
    const [other] = await target.query(identity);
    if (other?.['identity'] === own?.['identity'])
      throw new SluiceError(
        'database/shadow',
        'The server that was named for the shadow is the server of a target. Submitted SQL does not run beside what it would change, so nothing was rehearsed. Name another server, or a thin clone of it.',
      );
  }
  return [];
}

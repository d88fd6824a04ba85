import type { RecordedTarget } from '../audit/record.ts';
import { type Target, targetName } from '../domain/target.ts';
import { SluiceError } from '../errors.ts';
import type { Session } from '../ports/database.ts';

/** What a record says of the target that the session is connected to. */
export async function readTargetFacts(session: Session, target: Target): Promise<RecordedTarget> {
  return {
    database: target.database,
    name: targetName(target),
    systemIdentifier: await readSystemIdentifier(session),
    serverVersion: session.serverVersion,
    transport: session.transport,
  };
}

async function readSystemIdentifier(session: Session): Promise<string> {
  const [row] = await session.query(
    'select system_identifier::pg_catalog.text as id from pg_catalog.pg_control_system()',
  );
  const id = row?.['id'];
  if (typeof id !== 'string')
    throw new SluiceError('internal/bug', 'The server did not tell which cluster it is.');
  return id;
}

/** The clock of the database, RFC 3339 UTC. */
export async function readTime(session: Session): Promise<string> {
  const [row] = await session.query(
    `select pg_catalog.to_char(pg_catalog.timezone('UTC', pg_catalog.clock_timestamp()),
                               'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`,
  );
  const now = row?.['now'];
  if (typeof now !== 'string')
    throw new SluiceError('internal/bug', 'The database did not tell the time.');
  return now;
}

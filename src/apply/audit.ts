import { type Verification, verifyLedger, verifyStrictly } from '../audit/verify.ts';
import { genesis } from '../audit/chain.ts';
import type { Session } from '../ports/database.ts';
import { readState } from './ledger-schema.ts';
import { readLedger, readRecords } from './ledger.ts';

/**
 * Whether the records and the ledger of the session's database agree with each other and with their
 * digests. Throws SluiceError database/ledger when the tables themselves are not ours any more.
 */
export async function auditVerify(
  session: Session,
  options: { readonly strict: boolean } = { strict: false },
): Promise<Verification> {
  if ((await readState(session)) === 'absent') return { kind: 'intact', count: 0, head: genesis };
  await session.query('begin isolation level repeatable read read only');
  const records = await readRecords(session);
  const ledger = await readLedger(session);
  await session.query('rollback');
  const verification = options.strict ? verifyStrictly(records) : undefined;
  return verification?.kind === 'broken' ? verification : verifyLedger(records, ledger);
}

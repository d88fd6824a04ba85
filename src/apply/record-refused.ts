import { type RefusedMerge, tellsOf, toRefusedMergeBody } from '../audit/refused-merge.ts';
import type { Digest } from '../domain/digest.ts';
import type { Target } from '../domain/target.ts';
import type { Session } from '../ports/database.ts';
import { inOwnTransaction } from './journal.ts';
import { installLedger } from './ledger-schema.ts';
import { appendRecord, readEvents } from './ledger.ts';
import { takeLock } from './lock.ts';
import type { ExecutePorts } from './run.ts';
import { type Limits, pinForKeeper } from './settings.ts';
import { readTargetFacts, readTime } from './target-facts.ts';

export type RefusalRecord =
  | { readonly kind: 'recorded'; readonly record: Digest }
  /** An earlier run recorded the same refusal of the same commit. */
  | { readonly kind: 'known'; readonly record: Digest }
  /** Another apply held the lock; the next run records it. */
  | { readonly kind: 'busy' };

/**
 * Adds to the target's chain that a merge is not applied, and why; once. It makes no ledger row.
 * Throws SluiceError database/* and input/target as execute does.
 */
export async function recordRefusedMerge(
  refused: RefusedMerge,
  { target, limits }: { readonly target: Target; readonly limits: Limits },
  ports: ExecutePorts,
): Promise<RefusalRecord> {
  const url = await ports.credentials.urlOf(target.urlVariable);
  const { signal } = ports;
  await using keeper = await ports.database.connect({
    url,
    applicationName: 'sluice apply',
    signal,
  });
  await pinForKeeper(keeper, limits);
  const known = await findKnown(keeper, refused);
  if (known !== undefined) return { kind: 'known', record: known };
  if ((await takeLock(keeper, ports)) === 'busy') return { kind: 'busy' };
  await installLedger(keeper);
  return await inOwnTransaction(keeper, async () => {
    const since = await findKnown(keeper, refused);
    if (since !== undefined) return { kind: 'known', record: since } as const;
    const facts = await readTargetFacts(keeper, target);
    const times = { at: await readTime(keeper), atRunner: ports.clock.now() };
    const { digest } = await appendRecord(keeper, toRefusedMergeBody(refused, facts, times));
    return { kind: 'recorded', record: digest } as const;
  });
}

async function findKnown(session: Session, refused: RefusedMerge): Promise<Digest | undefined> {
  const records = await readEvents(session, 'merge.refused');
  return records.find(({ text }) => tellsOf(text, refused))?.digest;
}

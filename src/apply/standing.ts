import type { Digest } from '../domain/digest.ts';
import type { UnitEvidence } from '../domain/evidence.ts';
import type { ConcurrentIndexRun } from './concurrent-index.ts';
import type { UnitRun } from './journal.ts';
import type { LedgerRow } from './ledger.ts';
import { planUnit } from './plan.ts';
import type { Run } from './run.ts';
import type { Transactional } from './transactional.ts';

/** How a cleared unit stands to the target before anything runs. */
export type Pending =
  | (UnitRun & { readonly kind: 'already-applied'; readonly record: Digest })
  | (UnitRun & { readonly kind: 'refused'; readonly because: string })
  | (Transactional & { readonly kind: 'transactional' })
  | (ConcurrentIndexRun & { readonly kind: 'concurrent-index' });

/** What is to be done with each cleared unit, in order, by what the ledger holds of this target. */
export function planPending(run: Run, ledger: readonly LedgerRow[]): readonly Pending[] {
  return run.clearance.units.map((unit) => {
    const script = run.input.scripts.find(({ unitId }) => unitId === unit.id);
    const source = { path: unit.path, firstLine: unit.firstLine, text: '' };
    const subject = { unit, script: script ?? { unitId: unit.id, source, statements: [] } };
    const rows = ledger.filter(({ unitId }) => unitId === unit.id);
    return standingOf(run, subject, rows);
  });
}

function standingOf(run: Run, subject: UnitRun, rows: readonly LedgerRow[]): Pending {
  const { unit, script } = subject;
  const edited = rows.find(({ digest }) => digest !== unit.digest);
  if (edited !== undefined)
    return { ...subject, kind: 'refused', because: editedReason(run, subject, edited) };
  const done = rows.find(({ state }) => state === 'done');
  if (done !== undefined) return { ...subject, kind: 'already-applied', record: done.recordDigest };
  const plan = planUnit(script);
  if (plan.kind === 'refused') return { ...subject, kind: 'refused', because: plan.because };
  const rehearsed = rehearsalOf(run, subject);
  if (rehearsed === undefined) return { ...subject, kind: 'refused', because: unrehearsed };
  return plan.kind === 'transactional'
    ? { ...subject, kind: 'transactional', plan, rehearsed }
    : { ...subject, kind: 'concurrent-index', plan, rehearsed, intended: rows.length > 0 };
}

function editedReason(run: Run, { unit }: UnitRun, row: LedgerRow): string {
  return `The unit was applied to ${run.target} as ${row.digest} with commit ${row.commit}, and is now ${unit.digest}: the target would differ from the migrations for ever. Instead, restore the file and put the change into a new one.`;
}

const unrehearsed =
  'The rehearsal at the merged commit did not complete this unit: nobody saw what it does. Instead, let the rehearsal succeed first.';

function rehearsalOf({ input }: Run, { unit }: UnitRun): UnitEvidence | undefined {
  return input.evidence.units.find(
    ({ unitId, digest }) => unitId === unit.id && digest === unit.digest,
  );
}

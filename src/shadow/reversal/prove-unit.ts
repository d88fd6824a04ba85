import type { Unit } from '../../domain/change.ts';
import type { Reversal, UnitEvidence } from '../../domain/evidence.ts';
import type { Script } from '../../domain/statement.ts';
import { SluiceError } from '../../errors.ts';
import { runScript, type ScriptFailure } from '../run-script.ts';
import { isAlive } from '../server-ended.ts';
import { rowDifferences, schemaDifferences } from './differences.ts';
import { type Ground, look } from './ground.ts';
import type { State } from './state.ts';

export type DownHalf = { readonly unit: Unit; readonly script: Script };

export type UnitProof =
  /** The clone is as after the first up, and the next unit can follow; otherwise it is `dirty`. */
  | { readonly kind: 'clean' | 'dirty'; readonly reversal: Reversal }
  /** The unit itself does not run on made-up rows. */
  | { readonly kind: 'in-the-way' };

type Halves = { readonly unit: UnitEvidence; readonly up: Script; readonly down: DownHalf };

/** Nobody can say whether the half undoes its unit. */
export function unproved({ unit }: DownHalf, because: readonly string[]): Reversal {
  const { path, digest } = unit;
  return { path, digest, verdict: 'unknown', because, rows: 'none' };
}

/** Up, down and up again. Whatever the half does to its sessions or to the rows is its own verdict. */
export async function proveUnit(ground: Ground, halves: Halves): Promise<UnitProof> {
  try {
    return await runHalves(ground, halves);
  } catch (cause) {
    if (!isOfStatement(cause) || !(await isAlive(ground.stage.observer))) throw cause;
    return { kind: 'dirty', reversal: unproved(halves.down, [cause.message]) };
  }
}

function isOfStatement(cause: unknown): cause is SluiceError {
  return (
    cause instanceof SluiceError &&
    (cause.code === 'database/lost' || cause.code === 'database/refused')
  );
}

async function runHalves(ground: Ground, { unit, up, down }: Halves): Promise<UnitProof> {
  const { stage, madeUp } = ground;
  const before = await look(stage);
  const verdict = (
    kind: 'clean' | 'dirty',
    verdict: Reversal['verdict'],
    because: readonly string[],
  ): UnitProof => {
    const { path, digest } = down.unit;
    return { kind, reversal: { path, digest, verdict, because, rows: rowsOf(before, madeUp) } };
  };
  const first = await runScript(up, stage);
  if (first !== undefined && madeUp.size > 0) return { kind: 'in-the-way' };
  if (first !== undefined) return verdict('dirty', 'unknown', [said('The up half', first)]);
  const changed = await look(stage);
  const undone = await runScript(down.script, stage);
  if (undone !== undefined)
    return verdict('dirty', 'not-reversible', [said('The down half', undone)]);
  const back = await look(stage);
  const remains = schemaDifferences(before, back, 'After the down half');
  if (remains.length > 0) return verdict('dirty', 'not-reversible', remains);
  const again = await runScript(up, stage);
  if (again !== undefined)
    return verdict('dirty', 'not-reversible', [said('The up half, run again,', again)]);
  const last = await look(stage);
  const drift = schemaDifferences(changed, last, 'After the second up half');
  if (drift.length > 0) return verdict('dirty', 'not-reversible', drift);
  const lost = rowDifferences(before, back, 'After the down half');
  const later = rowDifferences(changed, last, 'After the second up half');
  const unseen = unseenLosses(unit, before, madeUp);
  const because = [...lost, ...unseen, ...later];
  const kind = lost.length + later.length > 0 ? 'dirty' : 'clean';
  return verdict(kind, because.length > 0 ? 'data-loss' : 'proved', because);
}

/** Why a half did not run, in a sentence. */
export function said(who: string, failure: ScriptFailure): string {
  if (failure.kind === 'refused') return `${who} cannot run: ${failure.because}`;
  const { statement, outcome } = failure;
  const line = statement === undefined ? 'its end' : `line ${statement.place.line}`;
  return `${who} failed at ${line}: ${outcome.message}`;
}

function rowsOf({ tables }: State, madeUp: Ground['madeUp']): Reversal['rows'] {
  if (madeUp.size > 0) return 'made-up';
  return [...tables.values()].some(({ count }) => count > 0) ? 'own' : 'none';
}

/** What the unit drops comes back empty unless a row showed otherwise, and where there was none nothing did. */
function unseenLosses(
  { statements, deferred }: UnitEvidence,
  { tables }: State,
  madeUp: Ground['madeUp'],
): readonly string[] {
  const dropped = [...statements, deferred].flatMap((seen) => seen.dropped);
  return [...tables].flatMap(([name, { count }]) => {
    const shown = count > 0 && (madeUp.get(name) ?? true);
    const isHit = dropped.some(
      ({ type, identity }) =>
        (type === 'table' && identity === name) ||
        (type === 'table column' && identity.startsWith(`${name}.`)),
    );
    return isHit && !shown
      ? [
          `The unit drops what ${name} holds, and no row of it was there to show that it comes back.`,
        ]
      : [];
  });
}

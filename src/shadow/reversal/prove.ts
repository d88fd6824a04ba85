import type { Evidence, Reversal } from '../../domain/evidence.ts';
import { SluiceError } from '../../errors.ts';
import { onShadow, prepare, type Opened } from '../prepare.ts';
import type { RehearsalPorts, RehearsalRequest } from '../request.ts';
import { runScript } from '../run-script.ts';
import { openGround, type Ground } from './ground.ts';
import { type DownHalf, proveUnit, said, unproved } from './prove-unit.ts';

/**
 * Adds to each unit that has a down half what running it proves: up, down and up again, on a clone of the
 * same baseline. It decides nothing of the rehearsal itself, and never lowers anything.
 */
export async function proveReversals(
  evidence: Evidence,
  request: RehearsalRequest,
  ports: RehearsalPorts,
): Promise<Evidence> {
  // Whether the baseline drifted has been told, and the shadow that is kept is the rehearsal's own.
  const { downs = new Map<string, DownHalf>(), facts: _, onKept: __, ...alike } = request;
  const task = { evidence, request: alike, downs, ports, proofs: new Map<number, Reversal>() };
  if (nextOf(task) !== undefined) ports.progress.step('Proving the down halves.');
  let madeUp = true;
  for (let next = nextOf(task); next !== undefined; next = nextOf(task)) {
    request.signal.throwIfAborted();
    madeUp = await proveFrom({ position: next, madeUp }, task);
  }
  const units = evidence.units.map((unit, position) => {
    const reversal = task.proofs.get(position);
    return reversal === undefined ? unit : { ...unit, reversal };
  });
  return { ...evidence, units };
}

/** The first unit that a clone is opened for; made-up rows can be in the way where the shadow's own are not. */
type Begin = { readonly position: number; readonly madeUp: boolean };

type Task = {
  readonly evidence: Evidence;
  readonly request: RehearsalRequest;
  readonly downs: ReadonlyMap<string, DownHalf>;
  readonly ports: RehearsalPorts;
  /** By the position of the unit. */
  readonly proofs: Map<number, Reversal>;
};

/** The first unit with a down half that nobody has spoken of yet. */
function nextOf({ evidence, downs, proofs }: Task): number | undefined {
  const found = evidence.units.findIndex(
    ({ unitId }, position) => downs.has(unitId) && !proofs.has(position),
  );
  return found === -1 ? undefined : found;
}

/** As far as one clone carries; gives whether the next one gets made-up rows. */
async function proveFrom(begin: Begin, task: Task): Promise<boolean> {
  const { request, ports, proofs } = task;
  try {
    return await onShadow(request, ports, (opened) => proveOn(opened, begin, task));
  } catch (cause) {
    if (!(cause instanceof SluiceError) || !cause.code.startsWith('database/')) throw cause;
    // The rehearsal itself came to its end: all that is lost is this proof.
    const position = nextOf(task);
    const down = task.downs.get(task.evidence.units[position ?? -1]?.unitId ?? '');
    if (position !== undefined && down !== undefined)
      proofs.set(position, unproved(down, [cause.message]));
    return true;
  }
}

async function proveOn(opened: Opened, begin: Begin, task: Task): Promise<boolean> {
  const { request, ports, evidence } = task;
  const prepared = await prepare(opened, request, ports);
  if (prepared.kind === 'failed')
    throw new SluiceError('database/shadow', prepared.failure.message);
  const ground = await openGround(prepared, begin.madeUp);
  for (const position of evidence.units.keys()) {
    const result = await step(ground, { position, begin }, task);
    if (result === 'in-the-way') return false;
    if (result === 'dirty') return true;
  }
  return true;
}

/** `dirty`: this clone carries no further. `in-the-way`: nor would another one with made-up rows. */
async function step(
  ground: Ground,
  { position, begin }: { readonly position: number; readonly begin: Begin },
  { request, evidence, downs, proofs }: Task,
): Promise<'clean' | 'dirty' | 'in-the-way'> {
  const unit = evidence.units[position];
  const up = request.scripts[position];
  if (unit === undefined || up === undefined) return 'clean';
  const down = position < begin.position ? undefined : downs.get(unit.unitId);
  if (down !== undefined) {
    const proof = await proveUnit(ground, { unit, up, down });
    if (proof.kind === 'in-the-way') return proof.kind;
    proofs.set(position, proof.reversal);
    return proof.kind;
  }
  const failure = await runScript(up, ground.stage);
  if (failure === undefined) return 'clean';
  if (ground.madeUp.size > 0) return 'in-the-way';
  throw new SluiceError('database/shadow', said('The unit before it', failure));
}

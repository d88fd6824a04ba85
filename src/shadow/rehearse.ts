import type { Evidence, ShadowDescription, UnitEvidence } from '../domain/evidence.ts';
import { SluiceError } from '../errors.ts';
import type { Progress } from '../ports/progress.ts';
import type { Decoder } from './observe/decoder.ts';
import { readSizes, touchedSizes } from './observe/sizes.ts';
import { onShadow, prepare, type Opened, type Prepared } from './prepare.ts';
import { proveReversals } from './reversal/prove.ts';
import { rehearseUnit, type Stage } from './rehearse-unit.ts';
import { openRowImages, withRowImages } from './row-images.ts';
import type { Restored } from './restore-snapshot.ts';
import type { RehearsalPorts, RehearsalRequest } from './request.ts';

/**
 * Runs the change on a disposable, masked shadow and tells what it did there. A statement that fails is
 * evidence; what is thrown (SluiceError database/*) means that nothing was rehearsed.
 */
export async function rehearse(
  request: RehearsalRequest,
  ports: RehearsalPorts,
): Promise<Evidence> {
  const evidence = await onShadow(request, ports, (opened) => rehearseOn(opened, request, ports));
  const { onKept: _, rowImages: __, ...again } = request;
  return proveReversals(evidence, again, ports);
}

async function rehearseOn(
  opened: Opened,
  request: RehearsalRequest,
  ports: RehearsalPorts,
): Promise<Evidence> {
  const prepared = await prepare(opened, request, ports);
  if (prepared.kind === 'failed') {
    const { kind, failure, shadow } = prepared;
    return { shadow: describe({ shadow }), units: [], outcome: { kind, failure } };
  }
  const { stage } = prepared;
  await using decoder = await openRowImages(opened, request);
  const before = await readSizes(stage.observer);
  const on = { stage, decoder };
  const { units, outcome } = await rehearseUnits(request, on, ports.progress);
  const sizes = touchedSizes(before, { units });
  return { shadow: { ...describe(prepared), sizes }, units, outcome };
}

async function rehearseUnits(
  request: RehearsalRequest,
  { stage, decoder }: { readonly stage: Stage; readonly decoder: Decoder | undefined },
  progress: Progress,
): Promise<Pick<Evidence, 'units' | 'outcome'>> {
  progress.step('Rehearsing the change.');
  const units: UnitEvidence[] = [];
  for (const [position, unit] of request.units.entries()) {
    request.signal.throwIfAborted();
    const script = request.scripts[position];
    if (script?.unitId !== unit.id)
      throw new SluiceError('internal/bug', 'A unit and its script do not belong together.');
    const ran = await rehearseUnit(unit, script, stage);
    stage.live('');
    const rehearsal = await withRowImages(ran, decoder);
    if (rehearsal.kind !== 'rehearsed') return { units, outcome: rehearsal };
    units.push(rehearsal.evidence);
  }
  return { units, outcome: { kind: 'completed' } };
}

function describe({
  shadow,
  copy,
  drifted,
}: Pick<Extract<Prepared, { kind: 'ready' }>, 'shadow' | 'copy' | 'drifted'>): ShadowDescription {
  const { provider, reason, level, cannotSee, differences, serverVersion } = shadow;
  return {
    provider,
    reason,
    level,
    cannotSee,
    differences: drifted?.unexplained === true ? [...differences, unexplainedDrift] : differences,
    ...(drifted === undefined ? {} : { drift: drifted.drift }),
    serverVersion,
    ...describeRows(copy),
  };
}

function describeRows(
  copy: Restored | undefined,
): Pick<ShadowDescription, 'data' | 'takenAt' | 'copiedRows' | 'maskedColumns'> {
  if (copy === undefined) return { data: 'none', copiedRows: 0, maskedColumns: [] };
  const { takenAt, rows, maskedColumns } = copy;
  const taken = takenAt === undefined ? {} : { takenAt };
  return { data: 'masked-copy', ...taken, copiedRows: rows, maskedColumns };
}

const unexplainedDrift =
  'The fingerprint of its schema is not that of the target, and no table, function or domain that facts describe differs: owners, grants, bodies or expressions do.';

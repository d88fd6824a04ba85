import type { Unit } from '../domain/change.ts';
import type {
  Evidence,
  RehearsalFailure,
  ShadowDescription,
  UnitEvidence,
} from '../domain/evidence.ts';
import type { EnvironmentFacts } from '../domain/facts.ts';
import type { DatabaseMasking } from '../domain/masking-config.ts';
import type { Script } from '../domain/statement.ts';
import { SluiceError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Database, Session } from '../ports/database.ts';
import type { Ids } from '../ports/ids.ts';
import type { Progress } from '../ports/progress.ts';
import type { Shadow, ShadowProvider } from '../ports/shadow-provider.ts';
import { resemble } from './environment.ts';
import { copyMasked, type MaskedCopy } from './copy.ts';
import { readSizes, touchedSizes } from './observe/sizes.ts';
import { openGauge } from './observe/gauge.ts';
import { probeGrammar } from './probe.ts';
import { rehearseUnit, type Stage } from './rehearse-unit.ts';
import { replayUnit } from './replay.ts';
import { rolesNamedIn } from './roles.ts';
import { namingTheEnd } from './server-ended.ts';

export type RehearsalRequest = {
  /** Name of the target's database. */
  readonly databaseName: string;
  /** Major version of the targets, when the policy names it. */
  readonly major?: number;
  /** URLs of the targets that are at hand: none of their servers may carry the shadow. */
  readonly targetUrls?: readonly string[];
  /** What the target is like, where facts tell; a shadow that begins empty is made like it. */
  readonly environment?: EnvironmentFacts;
  /** What the base already holds, in order. */
  readonly baseScripts: readonly Script[];
  /** The change, in order; `scripts` are its units read. */
  readonly units: readonly Unit[];
  readonly scripts: readonly Script[];
  /** Where rows come from, masked; without it the shadow is empty but for what migrations insert. */
  readonly source?: { readonly url: string; readonly masking: Pick<DatabaseMasking, 'columns'> };
  /** Of one statement; 60 s by default. */
  readonly statementTimeoutMs?: number;
  /** So much may the database grow while one statement runs; 4 GiB by default. */
  readonly growthBytes?: number;
  readonly signal: AbortSignal;
};

export type RehearsalPorts = {
  readonly provider: ShadowProvider;
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly progress: Progress;
};

const defaultLimitMs = 60_000;
const defaultGrowthBytes = 4 * 1024 ** 3;

/**
 * Runs the change on a disposable, masked shadow and tells what it did there. A statement that fails is
 * evidence; what is thrown (SluiceError database/*) means that nothing was rehearsed.
 */
export async function rehearse(
  request: RehearsalRequest,
  ports: RehearsalPorts,
): Promise<Evidence> {
  const { databaseName, major, targetUrls, signal } = request;
  await using shadow = await ports.provider.open({
    databaseName,
    ...(major === undefined ? {} : { major }),
    ...(targetUrls === undefined ? {} : { targetUrls }),
    signal,
  });
  await using observer = await shadow.observer();
  // What the change locks, it may never let go of: to wait for that would be to wait for ever.
  await observer.query(
    `select pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', false),
            pg_catalog.set_config('lock_timeout', '30s', false)`,
  );
  await using gauge = await openGauge(shadow, observer, databaseName);
  const stage = {
    gauge,
    worker: () => shadow.worker(),
    provideRoles: (names: readonly string[]) => shadow.provideRoles(names),
    observer,
    openObserver: () => shadow.observer(),
    clock: ports.clock,
    maskedColumns: [],
    limitMs: request.statementTimeoutMs ?? defaultLimitMs,
    growthBytes: request.growthBytes ?? defaultGrowthBytes,
    ownServer: shadow.level === 'A',
  };
  return await namingTheEnd(observer, () => rehearseOn(shadow, request, { stage, ports }));
}

async function rehearseOn(
  opened: Shadow,
  request: RehearsalRequest,
  { stage, ports }: { readonly stage: Stage; readonly ports: RehearsalPorts },
): Promise<Evidence> {
  const { observer } = stage;
  const shadow = await likeTarget(opened, request, observer);
  const failure =
    (await probe(request, stage)) ??
    (shadow.prepared ? undefined : await replayBase(request, stage, ports.progress));
  if (failure !== undefined)
    return { shadow: describe(shadow), units: [], outcome: { kind: 'failed', failure } };
  const copy = shadow.prepared ? undefined : await fill(request, { observer, ports });
  const maskedColumns = (copy?.maskedColumns ?? []).map(({ column }) => column);
  const filled = { ...stage, maskedColumns };
  const before = await readSizes(observer);
  const { units, outcome } = await rehearseUnits(request, filled, ports.progress);
  const sizes = touchedSizes(before, { units });
  return { shadow: { ...describe(shadow, copy), sizes }, units, outcome };
}

async function probe(
  { scripts, signal }: RehearsalRequest,
  stage: Stage,
): Promise<RehearsalFailure | undefined> {
  await using worker = await stage.worker();
  return await probeGrammar(scripts, worker, signal);
}

async function likeTarget(
  shadow: Shadow,
  { environment, baseScripts, scripts }: RehearsalRequest,
  observer: Session,
): Promise<Shadow> {
  if (environment === undefined || shadow.prepared || shadow.level === 'B') return shadow;
  const all = [...baseScripts, ...scripts];
  const differences = await resemble(environment, { shadow, observer, scripts: all });
  return { ...shadow, differences: [...shadow.differences, ...differences] };
}

async function replayBase(
  { baseScripts, signal }: RehearsalRequest,
  stage: Stage,
  progress: Progress,
): Promise<RehearsalFailure | undefined> {
  if (baseScripts.length === 0) return undefined;
  progress.step('Replaying the migrations of the base.');
  await stage.provideRoles(rolesNamedIn(baseScripts));
  for (const script of baseScripts) {
    signal.throwIfAborted();
    const failure = await replayUnit(script, stage);
    if (failure !== undefined) return failure;
  }
  return undefined;
}

async function fill(
  { source, signal }: RehearsalRequest,
  { observer, ports }: { readonly observer: Session; readonly ports: RehearsalPorts },
): Promise<MaskedCopy | undefined> {
  if (source !== undefined) ports.progress.step('Copying rows, masked at their source.');
  const copy =
    source === undefined
      ? undefined
      : await copyMasked({ ...source, shadow: observer, signal }, ports);
  await observer.query('analyze');
  return copy;
}

async function rehearseUnits(
  request: RehearsalRequest,
  stage: Stage,
  progress: Progress,
): Promise<Pick<Evidence, 'units' | 'outcome'>> {
  progress.step('Rehearsing the change.');
  const units: UnitEvidence[] = [];
  for (const [position, unit] of request.units.entries()) {
    request.signal.throwIfAborted();
    const script = request.scripts[position];
    if (script?.unitId !== unit.id)
      throw new SluiceError('internal/bug', 'A unit and its script do not belong together.');
    const rehearsal = await rehearseUnit(unit, script, stage);
    if (rehearsal.kind !== 'rehearsed') return { units, outcome: rehearsal };
    units.push(rehearsal.evidence);
  }
  return { units, outcome: { kind: 'completed' } };
}

function describe(shadow: Shadow, copy?: MaskedCopy): ShadowDescription {
  const { provider, reason, level, cannotSee, differences, serverVersion } = shadow;
  return {
    provider,
    reason,
    level,
    cannotSee,
    differences,
    serverVersion,
    data: copy === undefined ? 'none' : 'masked-copy',
    copiedRows: copy?.rows ?? 0,
    maskedColumns: copy?.maskedColumns ?? [],
  };
}

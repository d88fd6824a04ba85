import type { RehearsalFailure } from '../domain/evidence.ts';
import type { Drifted } from '../facts/drift.ts';
import type { Shadow } from '../ports/shadow-provider.ts';
import { buildBaseline } from './baseline.ts';
import { copyMasked } from './copy.ts';
import { findDrift } from './drift.ts';
import { openGauge } from './observe/gauge.ts';
import type { Basis } from './predictive.ts';
import { probeGrammar } from './probe.ts';
import type { Stage } from './rehearse-unit.ts';
import type { RehearsalPorts, RehearsalRequest } from './request.ts';
import { namingTheEnd } from './server-ended.ts';
import { tooOld } from './snapshot-age.ts';
import { type Restored, restoreSnapshot } from './restore-snapshot.ts';

type Filled = Restored;

/** A shadow that was opened, and who stands on it. */
export type Opened = { readonly shadow: Shadow; readonly stage: Stage };

export type Prepared =
  | {
      readonly kind: 'ready';
      readonly shadow: Shadow;
      readonly stage: Stage;
      /** Absent where no row was copied. */
      readonly copy?: Filled;
      /** Absent where no facts were given. */
      readonly drifted?: Drifted;
    }
  /** The server does not read the change as it was judged. */
  | { readonly kind: 'failed'; readonly shadow: Shadow; readonly failure: RehearsalFailure };

const defaultLimitMs = 60_000;
const defaultGrowthBytes = 4 * 1024 ** 3;

/** An empty cluster, a schema, and the rows of a masked snapshot, which is 256 MiB at most. */
const baselineBytes = 1024 ** 3;

/** Opens a shadow, hands it on and throws it away. A server that ends meanwhile is named as such. */
export async function onShadow<Result>(
  request: RehearsalRequest,
  ports: RehearsalPorts,
  use: (opened: Opened) => Promise<Result>,
): Promise<Result> {
  const { databaseName, major, targetUrls, environment, rowImages, signal } = request;
  await using shadow = await ports.provider.open({
    databaseName,
    ...(major === undefined ? {} : { major }),
    ...(targetUrls === undefined ? {} : { targetUrls }),
    ...(environment === undefined ? {} : { role: environment.role }),
    ...(rowImages === undefined ? {} : { decodable: true }),
    ...sizeOf(request),
    signal,
  });
  await using observer = await shadow.observer();
  // What the change locks, it may never let go of: to wait for that would be to wait for ever.
  await observer.query(
    `select pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', false),
            pg_catalog.set_config('lock_timeout', '30s', false),
            pg_catalog.set_config('jit', 'off', false)`,
  );
  await using gauge = await openGauge(shadow, observer, databaseName);
  const stage = {
    gauge,
    worker: () => shadow.worker(),
    provideRoles: (names: readonly string[]) => shadow.provideRoles(names),
    observer,
    openObserver: () => shadow.observer(),
    clock: ports.clock,
    basis: { maskedColumns: [], rows: 'none' as const, drifted: [] },
    limitMs: request.statementTimeoutMs ?? defaultLimitMs,
    growthBytes: request.growthBytes ?? defaultGrowthBytes,
    ownServer: shadow.level === 'A',
    live: (sentence: string) => ports.progress.live?.(sentence),
  };
  const result = await namingTheEnd(observer, () => use({ shadow, stage }));
  if (request.onKept !== undefined && shadow.keep !== undefined)
    request.onKept(await shadow.keep());
  return result;
}

/** Of rows that are copied nobody knows how many there are, and what is kept for a day should not fill the memory. */
function sizeOf({ source, onKept, growthBytes }: RehearsalRequest): { readonly bytes?: number } {
  if (source !== undefined || onKept !== undefined) return {};
  return { bytes: baselineBytes + (growthBytes ?? defaultGrowthBytes) };
}

/** Makes the shadow what the target is before the change. Throws SluiceError database/shadow for a base that cannot be made. */
export async function prepare(
  opened: Opened,
  request: RehearsalRequest,
  ports: RehearsalPorts,
): Promise<Prepared> {
  const { stage, shadow } = opened;
  const failure = await probe(request, stage);
  if (failure !== undefined) return { kind: 'failed', shadow, failure };
  const built = await buildBaseline(shadow, request, { stage, progress: ports.progress });
  const drifted = await findDrift(request.facts, stage);
  const copy = shadow.prepared ? undefined : await fill(request, { opened, ports });
  const stale = staleness(request.snapshot, ports.clock.now());
  return {
    kind: 'ready',
    shadow: {
      ...shadow,
      differences: [...shadow.differences, ...built, ...(copy?.differences ?? [])],
    },
    stage: { ...stage, basis: { ...basisOf(shadow, copy, drifted), ...stale } },
    ...(copy === undefined ? {} : { copy }),
    ...(drifted === undefined ? {} : { drifted }),
  };
}

/** Whoever prepared a clone filled it as well. */
function basisOf(shadow: Shadow, copy: Filled | undefined, drifted?: Drifted): Basis {
  return {
    maskedColumns: (copy?.maskedColumns ?? []).map(({ column }) => column),
    rows: rowsOf(shadow, copy),
    drifted: drifted?.tables ?? [],
  };
}

function rowsOf(shadow: Shadow, copy: Filled | undefined): Basis['rows'] {
  if (copy === undefined) return shadow.prepared ? 'all' : 'none';
  return copy.differences.length === 0 ? 'all' : 'subset';
}

function staleness(given: RehearsalRequest['snapshot'], now: string): Pick<Basis, 'stale'> {
  if (given === undefined) return {};
  const stale = tooOld(given.snapshot, now, given.maxAgeDays);
  return stale === undefined ? {} : { stale };
}

async function probe(
  { scripts, signal }: RehearsalRequest,
  stage: Stage,
): Promise<RehearsalFailure | undefined> {
  await using worker = await stage.worker();
  return await probeGrammar(scripts, worker, signal);
}

async function fill(
  { source, snapshot, signal }: RehearsalRequest,
  { opened, ports }: { readonly opened: Opened; readonly ports: RehearsalPorts },
): Promise<Filled | undefined> {
  const { observer } = opened.stage;
  if (source === undefined && snapshot === undefined) {
    await observer.query('analyze');
    return undefined;
  }
  await using writer = await opened.shadow.loader();
  const both = { shadow: observer, writer };
  ports.progress.step(
    snapshot === undefined ? 'Copying rows, masked at their source.' : 'Loading masked rows.',
  );
  const filled =
    source !== undefined && snapshot === undefined
      ? { ...(await copyMasked({ ...source, ...both, signal }, ports)), differences: [] }
      : snapshot && (await restoreSnapshot({ ...snapshot, ...both }));
  await observer.query('analyze');
  return filled;
}

import type { RehearsalFailure } from '../domain/evidence.ts';
import type { Session } from '../ports/database.ts';
import type { Progress } from '../ports/progress.ts';
import type { Shadow } from '../ports/shadow-provider.ts';
import { copyMasked, type MaskedCopy } from './copy.ts';
import { resemble } from './environment.ts';
import { openGauge } from './observe/gauge.ts';
import { probeGrammar } from './probe.ts';
import type { Stage } from './rehearse-unit.ts';
import { replayUnit } from './replay.ts';
import type { RehearsalPorts, RehearsalRequest } from './request.ts';
import { rolesNamedIn } from './roles.ts';
import { namingTheEnd } from './server-ended.ts';

/** A shadow that was opened, and who stands on it. */
export type Opened = { readonly shadow: Shadow; readonly stage: Stage };

export type Prepared =
  | {
      readonly kind: 'ready';
      readonly shadow: Shadow;
      readonly stage: Stage;
      /** Absent where no row was copied. */
      readonly copy?: MaskedCopy;
    }
  /** The base cannot be made, or the server does not read the change as it was judged. */
  | { readonly kind: 'failed'; readonly shadow: Shadow; readonly failure: RehearsalFailure };

const defaultLimitMs = 60_000;
const defaultGrowthBytes = 4 * 1024 ** 3;

/** Opens a shadow, hands it on and throws it away. A server that ends meanwhile is named as such. */
export async function onShadow<Result>(
  request: RehearsalRequest,
  ports: RehearsalPorts,
  use: (opened: Opened) => Promise<Result>,
): Promise<Result> {
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
  return await namingTheEnd(observer, () => use({ shadow, stage }));
}

/** Makes the shadow what the target is before the change. */
export async function prepare(
  opened: Opened,
  request: RehearsalRequest,
  ports: RehearsalPorts,
): Promise<Prepared> {
  const { stage } = opened;
  const { observer } = stage;
  const shadow = await likeTarget(opened.shadow, request, observer);
  const failure =
    (await probe(request, stage)) ??
    (shadow.prepared ? undefined : await replayBase(request, stage, ports.progress));
  if (failure !== undefined) return { kind: 'failed', shadow, failure };
  const copy = shadow.prepared ? undefined : await fill(request, { observer, ports });
  const maskedColumns = (copy?.maskedColumns ?? []).map(({ column }) => column);
  const ready = { kind: 'ready', shadow, stage: { ...stage, maskedColumns } } as const;
  return copy === undefined ? ready : { ...ready, copy };
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

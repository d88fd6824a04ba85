import type { Application, UnitApplication } from '../domain/application.ts';
import type { Clearance } from '../domain/clearance.ts';
import { targetName } from '../domain/target.ts';
import type { Session } from '../ports/database.ts';
import { applyConcurrentIndex } from './concurrent-index.ts';
import { assertCleared } from './cleared.ts';
import { refuse } from './journal.ts';
import { toRecordContext } from './record-context.ts';
import { installLedger } from './ledger-schema.ts';
import { readApplied } from './ledger.ts';
import { takeLock } from './lock.ts';
import type { ExecuteInput, ExecutePorts, Run } from './run.ts';
import { pinForKeeper } from './settings.ts';
import { type Pending, planPending } from './standing.ts';
import { readTargetFacts } from './target-facts.ts';
import { applyTransactional } from './transactional.ts';

/**
 * Applies exactly the cleared units to the cleared target, in order, up to the first that is refused.
 * Each commits together with its ledger row and its audit record; what the ledger holds does not run
 * again. Throws SluiceError database/* when the server is gone or the ledger is not ours, input/target
 * when the URL is missing, internal/bug when the input is not what was cleared.
 */
export async function execute(
  clearance: Clearance,
  input: ExecuteInput,
  ports: ExecutePorts,
): Promise<Application> {
  assertCleared(clearance, input);
  const url = await ports.credentials.urlOf(clearance.target.urlVariable);
  const connect = (): Promise<Session> =>
    ports.database.connect({ url, applicationName: 'sluice apply', signal: ports.signal });
  await using keeper = await connect();
  await pinForKeeper(keeper, clearance.limits);
  if ((await takeLock(keeper, ports)) === 'busy') return busy(clearance);
  await installLedger(keeper);
  const target = targetName(clearance.target);
  const facts = await readTargetFacts(keeper, clearance.target);
  const context = toRecordContext(clearance, input, facts);
  return await applyAll({ clearance, input, ports, target, keeper, connect, context });
}

function busy(clearance: Clearance): Application {
  const because =
    'Another apply holds the lock of this database: two at once could apply a unit twice. Instead, run the same command again when it has ended.';
  const units = clearance.units
    .slice(0, 1)
    .map(({ id }) => ({ kind: 'refused', unitId: id, because: [because] }) as const);
  return { target: targetName(clearance.target), units, outcome: 'refused' };
}

async function applyAll(run: Run): Promise<Application> {
  const pending = planPending(run, await readApplied(run.keeper, run.target));
  const units: UnitApplication[] = [];
  // What can be refused beforehand is, so that no part of the change is applied for nothing.
  const refused = pending.find((unit) => unit.kind === 'refused');
  for (const unit of refused === undefined ? pending : [refused]) {
    const application = await applyOne(run, unit);
    units.push(application);
    if (application.kind === 'refused') break;
  }
  return { target: run.target, units, outcome: outcomeOf(units) };
}

function outcomeOf(units: readonly UnitApplication[]): Application['outcome'] {
  if (units.some(({ kind }) => kind === 'refused')) return 'refused';
  return units.some(({ kind }) => kind === 'applied') ? 'applied' : 'nothing-to-do';
}

async function applyOne(run: Run, pending: Pending): Promise<UnitApplication> {
  switch (pending.kind) {
    case 'already-applied':
      return { kind: 'already-applied', unitId: pending.unit.id, record: pending.record };
    case 'refused':
      return refuse(run, pending, {
        event: 'apply.refused',
        startedAt: run.ports.clock.ticks(),
        attempts: 1,
        because: [pending.because],
      });
    case 'transactional':
      run.ports.progress.step('Applying a unit in its own transaction.');
      return applyTransactional(run, pending);
    case 'concurrent-index':
      run.ports.progress.step('Working on an index without locking its table.');
      return applyConcurrentIndex(run, pending);
  }
}

import { type RecordContext, toRecordBody } from '../audit/record.ts';
import type { Application, UnitApplication } from '../domain/application.ts';
import type { ExternalClearance } from '../domain/clearance.ts';
import type { Unit } from '../domain/change.ts';
import type { Script } from '../domain/statement.ts';
import { targetName } from '../domain/target.ts';
import { SluiceError } from '../errors.ts';
import { verifyClearance } from '../policy/clear.ts';
import type { Session } from '../ports/database.ts';
import { inOwnTransaction, statementsOf } from './journal.ts';
import { installLedger } from './ledger-schema.ts';
import { appendRecord, appendUnit, type LedgerRow, readApplied } from './ledger.ts';
import { takeLock } from './lock.ts';
import type { ExecuteInput, ExecutePorts } from './run.ts';
import { toRecordContext } from './record-context.ts';
import { pinForKeeper } from './settings.ts';
import { readTargetFacts, readTime } from './target-facts.ts';

/** What nobody may conclude from such a record. */
const notGuaranteed = [
  'The record did not commit in one transaction with the change: either can exist without the other.',
  'It is not proved that the change ran exactly once, in this order, or at all.',
  'It is not proved that the bytes that ran are the bytes that were approved.',
  'What the change did was not observed, and it was not compared with the rehearsal before it took effect.',
  'When it ran, and by which login, is not known.',
];

/**
 * Notes that another tool applied the cleared units: a record and a ledger row each, so that they are
 * not pending any more. All or none, and once. Throws as execute does.
 */
export async function recordExternal(
  clearance: ExternalClearance,
  input: ExecuteInput,
  ports: ExecutePorts,
): Promise<Application> {
  const problems = verifyClearance(clearance, 'external');
  if (problems.length > 0)
    throw new SluiceError(
      'internal/bug',
      `What was to be recorded is not what was cleared: ${problems.join('; ')}. Nothing was recorded.`,
    );
  const url = await ports.credentials.urlOf(clearance.target.urlVariable);
  const { signal } = ports;
  await using keeper = await ports.database.connect({
    url,
    applicationName: 'sluice record',
    signal,
  });
  await pinForKeeper(keeper, clearance.limits);
  if ((await takeLock(keeper, ports)) === 'busy') return refused(clearance, [busy]);
  await installLedger(keeper);
  return await inOwnTransaction(keeper, () => recordAll({ clearance, input, ports, keeper }));
}

const busy =
  'Another run holds the lock of this database, so what the ledger says could change at once. Nothing was recorded. Run the same command again when it has ended.';

type Recording = {
  readonly clearance: ExternalClearance;
  readonly input: ExecuteInput;
  readonly ports: ExecutePorts;
  readonly keeper: Session;
};

async function recordAll(recording: Recording): Promise<Application> {
  const { clearance, keeper } = recording;
  const target = targetName(clearance.target);
  const rows = await readApplied(keeper, target);
  const because = clearance.units.flatMap((unit) => whyEdited(unit, rows));
  if (because.length > 0) return refused(clearance, because);
  const facts = await readTargetFacts(keeper, clearance.target);
  const context = toRecordContext(clearance, recording.input, facts);
  const units: UnitApplication[] = [];
  for (const unit of clearance.units) {
    const row = rows.find(({ unitId, state }) => unitId === unit.id && state === 'done');
    if (row !== undefined)
      units.push({ kind: 'already-applied', unitId: unit.id, record: row.recordDigest });
    else units.push(await recordOne(recording, unit, context));
  }
  const outcome = units.some(({ kind }) => kind === 'applied') ? 'applied' : 'nothing-to-do';
  return { target, units, outcome };
}

/** Why a unit cannot be taken: the ledger holds other bytes under its name. */
export function whyEdited({ id, digest }: Unit, rows: readonly LedgerRow[]): readonly string[] {
  const other = rows.find((row) => row.unitId === id && row.digest !== digest);
  if (other === undefined) return [];
  return [
    `The ledger holds ${id} as ${other.digest}, and it is now ${digest}: a file that was applied may not change. Nothing was recorded. Restore the file and put the change into a new one.`,
  ];
}

async function recordOne(
  { clearance, input, ports, keeper }: Recording,
  unit: Unit,
  context: RecordContext,
): Promise<UnitApplication> {
  const body = toRecordBody(context, {
    event: 'apply.external',
    at: await readTime(keeper),
    atRunner: ports.clock.now(),
    unit: { id: unit.id, digest: unit.digest, statements: statementsOf(scriptOf(unit, input)) },
    notGuaranteed,
  });
  const record = await appendRecord(keeper, body);
  const row = {
    change: clearance.change,
    unitId: unit.id,
    target: context.target.name,
    digest: unit.digest,
    commit: clearance.commit,
    pullRequest: input.pullRequest.number,
    ...(input.repository === undefined ? {} : { repository: input.repository }),
    state: 'done',
    kind: 'external',
  } as const;
  await appendUnit(keeper, row, record);
  return {
    kind: 'applied',
    unitId: unit.id,
    durationMs: 0,
    attempts: 1,
    rows: [],
    record: record.digest,
  };
}

function scriptOf({ id }: Unit, { scripts }: ExecuteInput): Pick<Script, 'statements'> {
  return scripts.find(({ unitId }) => unitId === id) ?? { statements: [] };
}

function refused({ target, units }: ExternalClearance, because: readonly string[]): Application {
  const [first] = units;
  const unitId = first?.id ?? targetName(target);
  return {
    target: targetName(target),
    units: [{ kind: 'refused', unitId, because }],
    outcome: 'refused',
  };
}

import { readInputs } from './adapters/actions/inputs.ts';
import type { ActionCommandName, GivenInputs } from './adapters/actions/inputs.ts';
import { publish } from './adapters/actions/publish.ts';
import type { ActionCommand, ActionResult } from './commands/action-command.ts';
import { toFailedResult } from './commands/failed-action.ts';
import { toSluiceError } from './commands/run.ts';
import { wire } from './wiring.ts';

const standardReport = 'sluice-report.json';

type Run = (given: GivenInputs) => Promise<ActionResult>;

/** Each is loaded when it is asked for: `check` must start quickly. */
const commands: Readonly<Record<ActionCommandName, Run>> = {
  check: async ({ inputs }) => {
    const { checkForAction } = await import('./commands/check-action.ts');
    return checkForAction({ ...wire(process, signal), inputs });
  },
  facts: live(async () => (await import('./commands/facts-action.ts')).factsForAction),
  'find-facts': live(async () => (await import('./commands/facts-action.ts')).findFactsForAction),
  snapshot: live(async () => (await import('./commands/snapshot-action.ts')).snapshotForAction),
  'find-snapshot': live(
    async () => (await import('./commands/snapshot-action.ts')).findSnapshotForAction,
  ),
  rehearse: live(async () => (await import('./commands/rehearse-action.ts')).rehearseForAction),
  gate: live(async () => (await import('./commands/gate.ts')).gate),
  apply: live(async () => (await import('./commands/apply-range.ts')).applyRange),
};

const interrupted = new AbortController();
const { signal } = interrupted;
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => interrupted.abort());
// Node prints what was thrown, and that can quote the change.
process.once('uncaughtException', refuse);

try {
  process.exitCode = await act();
} catch {
  refuse();
}
// What waits for a rate limit to end would keep a run alive that was told to stop.
if (signal.aborted) process.exit(1);

/** Runs the command and tells the runner. 0 only when the command ended as it should. */
async function act(): Promise<0 | 1> {
  const { environment, files } = wire(process, signal);
  const report = environment['INPUT_REPORT']?.trim();
  return publish(await run(), {
    environment,
    files,
    report: report === undefined || report === '' ? standardReport : report,
    say,
  });
}

/** Every failure becomes a result that refuses. */
async function run(): Promise<ActionResult> {
  try {
    const given = readInputs(process.env);
    return await commands[given.command](given);
  } catch (failure) {
    return toFailedResult(toSluiceError(failure, signal));
  }
}

function live(load: () => Promise<ActionCommand>): Run {
  return async ({ inputs }) => {
    const { wireAction } = await import('./wire-action.ts');
    const command = await load();
    return command(await wireAction(wire(process, signal), inputs));
  };
}

/** Only sentences of ours: the runner obeys commands that stand in a log. */
function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

function refuse(): void {
  process.exitCode = 1;
  say('::error::Sluice failed before it could decide, so nothing is allowed.');
}

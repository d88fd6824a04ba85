import type { ActionContext } from '../commands/action-command.ts';
import { SluiceError } from '../errors.ts';
import type { Verdict } from '../ports/live-code-host.ts';
import { sealTerminal } from '../report/redact.ts';
import { statusContext, type Subject } from './subject.ts';

export type Board = Pick<ActionContext, 'host' | 'runner'>;

/** Takes an older verdict away while this run works: a slow or broken run must not leave a green one. */
export async function writePending(subject: Subject, board: Board): Promise<void> {
  await write(subject, { state: 'pending', description: looking(subject) }, board);
}

/**
 * Does the work, and writes the verdict `error` when it fails: whatever is thrown refuses the gate.
 * Throws what the work threw, also when that verdict cannot be written.
 */
export async function orError<Result>(
  subject: Subject,
  board: Board,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (failure) {
    await tryToWriteError(subject, failure, board);
    throw failure;
  }
}

/** Writes the last verdict of this run; false when a newer run has begun, which then has the word. */
export async function writeVerdict(
  subject: Subject,
  verdict: Pick<Verdict, 'state' | 'description'>,
  board: Board,
): Promise<boolean> {
  if (await isSuperseded(subject, board)) return false;
  await write(subject, verdict, board);
  return true;
}

/** Writes a verdict without looking for a newer run. */
export async function write(
  subject: Subject,
  verdict: Pick<Verdict, 'state' | 'description'>,
  { host, runner }: Board,
): Promise<void> {
  await host.writeVerdict(subject.head, {
    ...verdict,
    context: statusContext(subject),
    url: runner.url,
  });
}

/**
 * Whether another run of ours wrote here after we wrote `pending`. Whoever may push can write any
 * verdict: what another account wrote is no run of ours and does not silence us.
 */
async function isSuperseded(subject: Subject, { host, runner }: Board): Promise<boolean> {
  const verdicts = await host.readVerdicts(subject.head, statusContext(subject));
  const isOurs = ({ url, state }: (typeof verdicts)[number]): boolean =>
    url === runner.url && state === 'pending';
  const own = verdicts.findLast(isOurs);
  if (own === undefined)
    throw new SluiceError(
      'host/answer',
      'GitHub does not show the verdict that this run wrote, so it is not certain which run has the word. Nothing is allowed. Run the workflow again.',
    );
  const newest = verdicts.find(({ creator }) => creator === own.creator) ?? own;
  return !isOurs(newest);
}

/** Best effort: the failure itself matters more than that it could not be shown. */
async function tryToWriteError(subject: Subject, failure: unknown, board: Board): Promise<void> {
  const description = errorInWords(failure);
  try {
    if (await mayWriteError(subject, board))
      await write(subject, { state: 'error', description }, board);
  } catch {
    return;
  }
}

/** The description of a verdict `error`. */
export function errorInWords(failure: unknown): Verdict['description'] {
  const code = failure instanceof SluiceError ? failure.code : 'internal/bug';
  return sealTerminal(`Sluice could not decide (${code}), so nothing is allowed.`);
}

/** Where nobody can tell which run is the newest, the one that refuses has the word. */
async function mayWriteError(subject: Subject, board: Board): Promise<boolean> {
  try {
    return !(await isSuperseded(subject, board));
  } catch {
    return true;
  }
}

function looking({ head }: Subject): Verdict['description'] {
  return sealTerminal(`Sluice is looking at ${head.slice(0, 12)}.`);
}

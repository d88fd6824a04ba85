import type { CommitSha } from '../domain/change.ts';
import type { Occasion } from '../domain/occasion.ts';
import { errorInWords, type Board } from './board.ts';
import { isStatusContext } from './subject.ts';

/**
 * Does the work. When it fails, perhaps before it could tell what to judge, earlier verdicts that allow
 * the head of the event are taken back. Throws what the work threw.
 */
export async function orTakeBack<Result>(
  occasion: Occasion,
  board: Board,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (failure) {
    if ('head' in occasion) await tryToTakeBack(occasion.head, failure, board);
    throw failure;
  }
}

/** Best effort: the failure itself matters more than that it could not be shown. */
async function tryToTakeBack(head: CommitSha, failure: unknown, board: Board): Promise<void> {
  try {
    const contexts = await board.host.readContexts(head);
    for (const context of contexts.filter(isStatusContext))
      await takeBack(head, context, failure, board);
  } catch {
    return;
  }
}

/** What this very run allowed was judged by it, before something else broke. */
async function takeBack(
  head: CommitSha,
  context: string,
  failure: unknown,
  { host, runner }: Board,
): Promise<void> {
  const [newest] = await host.readVerdicts(head, context);
  if (newest?.state !== 'success' || newest.url === runner.url) return;
  const description = errorInWords(failure);
  await host.writeVerdict(head, { context, state: 'error', description, url: runner.url });
}

import type { ActionContext } from '../commands/action-command.ts';
import { SluiceError } from '../errors.ts';
import { writeVerdict } from './board.ts';
import { tryToComment } from './comment.ts';
import type { Judged } from './judge-pull-request.ts';
import type { Outcome } from './outcome.ts';
import type { Subject } from './subject.ts';
import { rule } from './verdict.ts';

/** How often a change is looked at that keeps changing. */
export const mostRounds = 3;

/** What was judged is no longer what is there: look again. */
export type Changed = { readonly kind: 'changed' };

type Publication = {
  readonly subject: Subject;
  readonly judged: readonly [Judged, ...Judged[]];
  /** Which of them get a comment. */
  readonly commented: readonly Judged[];
  /** Asked as late as possible, because the change may be merged the moment that success is written. */
  readonly stillHolds: () => Promise<boolean>;
};

/** The verdict first: it was true a moment ago, and a comment may take seconds. */
export async function publish(
  { subject, judged, commented, stillHolds }: Publication,
  context: ActionContext,
): Promise<Outcome | Changed> {
  const ruling = rule(...judged);
  if (ruling.state === 'success' && !(await stillHolds())) return { kind: 'changed' };
  if (!(await writeVerdict(subject, ruling, context))) return { kind: 'superseded' };
  const failedComments = await tryToComment(commented, ruling, context.host);
  return { kind: 'judged', ruling, judged, failedComments };
}

export function unsettled(): SluiceError {
  return new SluiceError(
    'host/unsettled',
    'What was to be judged changed each time that it was judged, so no verdict would have been about what is there now. Nothing is allowed. Run the workflow again when nobody pushes or reviews.',
  );
}

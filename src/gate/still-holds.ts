import type { LiveCodeHost } from '../ports/live-code-host.ts';
import type { Judged } from './judge-pull-request.ts';

/** Whether the host still shows what was judged: the same heads, the same reviews, the same people. */
export async function stillHolds(judged: readonly Judged[], host: LiveCodeHost): Promise<boolean> {
  for (const one of judged) if (!(await holds(one, host))) return false;
  return true;
}

async function holds({ listed, report }: Judged, host: LiveCodeHost): Promise<boolean> {
  const now = await host.readPullRequest(listed.number);
  if (!now.open || now.head !== listed.head || now.targetBranch !== listed.targetBranch)
    return false;
  if (!isSame(now.assignees, listed.assignees)) return false;
  const { reviews } = report.change.pullRequest;
  return isSame(await host.readReviews(now, reviews), reviews);
}

function isSame(now: unknown, before: unknown): boolean {
  return JSON.stringify(now) === JSON.stringify(before);
}

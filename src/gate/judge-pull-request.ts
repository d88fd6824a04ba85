import { judgeInput } from '../change/judge-input.ts';
import type { EvidenceByDatabase, LoadedChange } from '../change/judge-input.ts';
import { toReviewReport } from '../commands/review-report.ts';
import { judge } from '../judge.ts';
import type { Effect } from '../domain/effect.ts';
import type { StoredRehearsal } from '../domain/stored-evidence.ts';
import type { ListedPullRequest } from '../ports/live-code-host.ts';
import { controlFilesOf } from '../policy/control-files.ts';
import type { ReviewReport } from '../report/model.ts';
import { decisionInputs, type DecisionInputs } from './decision-inputs.ts';

/** A pull request that was judged, and what it was judged by. */
export type Judged = {
  readonly listed: ListedPullRequest;
  readonly report: ReviewReport;
  readonly inputs: DecisionInputs;
  readonly effects: readonly Effect[];
};

/** Whether nothing of the change is Sluice's business. */
export function isUngoverned({ change, databases }: LoadedChange): boolean {
  return (
    controlFilesOf(change).length === 0 &&
    databases.every(({ units, refused }) => units.length === 0 && refused.length === 0)
  );
}

/** What was rehearsed, and the part of it that speaks for the change that is judged. */
type Rehearsed = {
  readonly all: readonly StoredRehearsal[];
  readonly evidence: EvidenceByDatabase;
};

/** The last decision: with the rehearsal where every touched database has one, else without. */
export function judgePullRequest(
  listed: ListedPullRequest,
  loaded: LoadedChange,
  { all, evidence }: Rehearsed,
): Judged {
  const touched = loaded.databases.filter(({ units }) => units.length > 0);
  const isRehearsed = touched.every(({ database }) => evidence.has(database.name));
  // Evidence of some databases cannot take the place of the rest, but what it saw still counts.
  const judgement = judge(
    judgeInput(loaded, { rehearsal: isRehearsed ? 'done' : 'skipped', evidence }),
  );
  const report = toReviewReport(loaded, judgement, evidence);
  const isOfOther = all.length > 0 && evidence.size === 0 && touched.length > 0;
  return {
    listed,
    report: isOfOther ? { ...report, notRehearsed: rehearsedOther } : report,
    inputs: decisionInputs(loaded, evidence),
    effects: judgement.effects,
  };
}

const rehearsedOther =
  'The rehearsal saw another state of the change or of the target branch, so it does not count. Run the workflow again.';

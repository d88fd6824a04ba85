import type { Decision, MissingApproval } from '../domain/decision.ts';
import { ownerName, type Owner } from '../domain/owner.ts';

/** What somebody has to do next; the sentence carries names from files: render before showing. */
export type NextStep = { readonly sentence: string; readonly owners: readonly Owner[] };

/** Who must act next, and how; empty when the change is allowed. */
export function nextSteps(decision: Decision): readonly NextStep[] {
  switch (decision.kind) {
    case 'allow':
      return [];
    case 'await-approval':
      return decision.missing.map(stepOf);
    case 'deny':
      return decision.because.map((sentence) => ({ sentence, owners: [] }));
  }
}

function stepOf({ rule, paths, anyOf }: MissingApproval): NextStep {
  const about = paths.length === 0 ? 'the change' : paths.join(', ');
  const names = anyOf.map(ownerName).join(' or ');
  if (rule === 'changes-requested')
    return {
      sentence: `${names} has to approve, or somebody has to dismiss that review.`,
      owners: anyOf,
    };
  const who = anyOf.length === 0 ? 'A person with write access who did not make it' : names;
  return { sentence: `${who} has to approve ${about}.`, owners: anyOf };
}

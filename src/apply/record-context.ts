import type { RecordContext, RecordedTarget } from '../audit/record.ts';
import type { Clearance, ExternalClearance } from '../domain/clearance.ts';
import { evidenceDigest } from '../domain/evidence.ts';
import type { ExecuteInput } from './run.ts';

/** What all records of one clearance on one target have in common. */
export function toRecordContext(
  clearance: Clearance | ExternalClearance,
  input: ExecuteInput,
  target: RecordedTarget,
): RecordContext {
  return {
    change: {
      digest: clearance.change,
      ...(input.repository === undefined ? {} : { repository: input.repository }),
      pullRequest: input.pullRequest.number,
      title: input.pullRequest.title,
      commit: clearance.commit,
      head: clearance.head,
      base: input.base,
    },
    actor: input.actor,
    approvals: clearance.approvals,
    assessment: input.assessment,
    policy: clearance.policy,
    evidence: evidenceDigest(input.evidence),
    target,
  };
}

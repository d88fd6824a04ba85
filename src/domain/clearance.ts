import type { Approval } from './approval.ts';
import type { Brand } from './brand.ts';
import type { CommitSha, Unit } from './change.ts';
import type { Digest } from './digest.ts';
import type { Target } from './target.ts';

/** What a clearance says, before anybody vouches for it. */
export type ClearanceContent = {
  /** Who will apply: `external` is another tool, which Sluice only answers. */
  readonly by: 'sluice' | 'external';
  /** Digest of the change: its database and the ids and digests of its units, in order. */
  readonly change: Digest;
  readonly commit: CommitSha;
  readonly head: CommitSha;
  readonly policy: Digest;
  readonly approvals: readonly Approval[];
  readonly units: readonly Unit[];
  readonly target: Target;
  readonly limits: { readonly lockTimeoutMs: number; readonly statementTimeoutMs: number };
};

/**
 * Proof that a decision allowed exactly these bytes on this target. Only policy/clear.ts makes one;
 * apply takes nothing else, so that applying something undecided does not compile.
 */
export type Clearance = Brand<ClearanceContent & { readonly by: 'sluice' }, 'Clearance'>;

/** The same for a target that another tool applies to: execute does not take it. */
export type ExternalClearance = Brand<
  ClearanceContent & { readonly by: 'external' },
  'ExternalClearance'
>;

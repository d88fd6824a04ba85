import type { Digest } from './digest.ts';
import type { Level } from './finding.ts';
import type { Owner } from './owner.ts';
import type { Target } from './target.ts';

/** `.sluice/policy.yml` of the target branch, read and checked. */
export type Policy = {
  /** Digest of the file's bytes, or of the preset's. */
  readonly digest: Digest;
  readonly mode: 'observe' | 'enforce';
  readonly apply: 'sluice' | 'external';
  readonly databases: readonly GovernedDatabase[];
  readonly rules: readonly PolicyRule[];
  /** Who must approve a change of the control files. */
  readonly guardians: readonly Owner[];
  /** Who must approve where CODEOWNERS names nobody. */
  readonly fallbackOwners: readonly Owner[];
  /** Logins that are agents although their accounts look like people's. */
  readonly agents: readonly string[];
  /** Rules about taste, by id, that the policy switches on. */
  readonly switched?: SwitchedRules;
  /** How old facts of a target may be before they only raise; 7 days where the policy is silent. */
  readonly factsMaxAgeDays?: number;
  readonly limits: { readonly lockTimeoutMs: number; readonly statementTimeoutMs: number };
};

/** `on` keeps the rule's own level; a level can only be higher than it. */
export type SwitchedRules = ReadonlyMap<string, 'on' | 'off' | Level>;

export type GovernedDatabase = {
  readonly name: string;
  /** Globs of governed files, gitignore style, from the repository's root. */
  readonly paths: readonly string[];
  readonly layout: string;
  /** Major version of the targets, 14 to 18. */
  readonly postgres?: number;
  /** A larger file is refused unread; domain/file-size.ts says how large where the policy is silent. */
  readonly maxFileBytes?: number;
  /** In the order in which they are applied. */
  readonly targets: readonly Target[];
};

/** A rule of the policy: a CEL condition over the judgement, and what it asks. */
export type PolicyRule = {
  readonly name: string;
  /** CEL source; absent means always. */
  readonly when?: string;
  readonly requires: Requirement;
};

export type Requirement =
  /** One owner of every governed file. */
  | { readonly kind: 'owners' }
  /** So many people with write access. */
  | { readonly kind: 'people'; readonly count: number }
  /** One of these owners. */
  | { readonly kind: 'one-of'; readonly owners: readonly Owner[] }
  | { readonly kind: 'deny'; readonly because: string };

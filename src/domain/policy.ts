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
  /** What the score takes for small, and from which score on a level counts. */
  readonly risk?: RiskSettings;
  /** Findings that the guardians allow for a while. */
  readonly suppressions?: readonly Suppression[];
  readonly limits: { readonly lockTimeoutMs: number; readonly statementTimeoutMs: number };
};

export type RiskSettings = {
  /** Waiting for a table below both is low, where facts prove it. */
  readonly smallTable: { readonly rows: number; readonly bytes: number };
  readonly levels: Readonly<Record<Exclude<Level, 'low'>, number>>;
};

export type Suppression = {
  readonly rule: string;
  /** As reports name it: `table public.users`. */
  readonly object: string;
  readonly reason: string;
  /** The last day on which it holds, in UTC: `2027-01-31`. */
  readonly expires: string;
  /** Only findings in these files; everywhere where absent. */
  readonly paths?: readonly string[];
};

/** `on` keeps the rule's own level; a level can only be higher than it. */
export type SwitchedRules = ReadonlyMap<string, 'on' | 'off' | Level>;

export type GovernedDatabase = {
  readonly name: string;
  /** Globs of governed files, gitignore style, from the repository's root. */
  readonly paths: readonly string[];
  readonly layout: string;
  /** A dump of the schema, from the repository's root: shadows are built from it, not from the migrations. */
  readonly baseline?: string;
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

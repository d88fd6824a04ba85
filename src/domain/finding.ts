import type { Axis } from './assessment.ts';
import type { Brand } from './brand.ts';
import type { ObjectReference } from './effect.ts';
import type { Place } from './statement.ts';

/** The file name of a rule, kebab-case; made by defineRule only. */
export type RuleId = Brand<string, 'RuleId'>;

export const levels = ['low', 'medium', 'high', 'critical'] as const;
export type Level = (typeof levels)[number];

/** A rule spoke about effects. `message` carries names from the change; `why` and `instead` are the rule's own words. */
export type Finding = {
  readonly rule: RuleId;
  /** What its points are about. */
  readonly axis: Axis;
  readonly level: Level;
  /** What happens, naming the object. */
  readonly message: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do instead. */
  readonly instead: string;
  readonly place: Place;
  readonly unitId: string;
  readonly statement: number;
  /** Data or an object that somebody relies on is lost. */
  readonly destructive: boolean;
  /** Nobody can say what it does. */
  readonly unknown: boolean;
  /** No approval can allow it: policy/decide.ts refuses the change whatever a policy says. */
  readonly denies: boolean;
  readonly source: 'static' | 'observed';
  /** What it is about, where that is one object. */
  readonly object?: ObjectReference;
  /** The facts about the target made a difference to it. */
  readonly usesFacts?: true;
  /** How large the table is, where facts say so. */
  readonly size?: TableSize;
  /** Columns of it that hold personal data or secrets, by their names. */
  readonly personal?: readonly string[];
  /** Columns of it for which the masking rules of the base ask for a mask. */
  readonly masked?: readonly string[];
  /** How many relations go with it by CASCADE; -1 where nobody knows. */
  readonly followers?: number;
  /** The policy allows it for a while, so it counts for nothing. */
  readonly suppressed?: { readonly reason: string; readonly expires: string };
  /** How it would weigh less, in one sentence: what to do, and the level that this gives. */
  readonly counterfactual?: string;
  /** The same in a safer form: a suggestion, of which the rule that made it has nothing to say. */
  readonly rewrite?: Rewrite;
};

/** Estimates; -1 means unknown, never small. */
export type TableSize = {
  readonly rows: number;
  readonly bytes: number;
  /** When the facts were taken, RFC 3339. */
  readonly takenAt: string;
};

/** SQL that reaches the same schema as one statement. */
export type Rewrite = {
  readonly steps: readonly {
    readonly sql: string;
    /** It runs in a transaction of its own, after the one before; `none` where it refuses one. */
    readonly transaction: 'same' | 'own' | 'none';
  }[];
  /** What the author has to look after, in one sentence. */
  readonly note: string;
};

/** One file of a rewrite: what runs in one transaction, or alone without one. */
type RewriteFile = { readonly inTransaction: boolean; readonly statements: readonly string[] };

/** The files that a rewrite asks for, in the order in which they have to run. */
export function filesOfRewrite({ steps }: Rewrite): readonly RewriteFile[] {
  const files: RewriteFile[] = [];
  for (const { sql, transaction } of steps) {
    const before = transaction === 'same' ? files.pop() : undefined;
    const statements = [...(before?.statements ?? []), sql];
    files.push({ inTransaction: transaction !== 'none', statements });
  }
  return files;
}

/** A rewrite as SQL, in which a comment says where each file begins. */
export function rewriteInSql(rewrite: Rewrite): string {
  return filesOfRewrite(rewrite)
    .map(({ inTransaction, statements }, index) => {
      const how = inTransaction ? '' : ', without a transaction';
      return [`-- file ${index + 1}${how}`, ...statements.map((sql) => `${sql};`)].join('\n');
    })
    .join('\n');
}

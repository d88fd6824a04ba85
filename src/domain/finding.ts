import type { Brand } from './brand.ts';
import type { Place } from './statement.ts';

/** The file name of a rule, kebab-case; made by defineRule only. */
export type RuleId = Brand<string, 'RuleId'>;

export const levels = ['low', 'medium', 'high', 'critical'] as const;
export type Level = (typeof levels)[number];

/** A rule spoke about effects. `message` carries names from the change; `why` and `instead` are the rule's own words. */
export type Finding = {
  readonly rule: RuleId;
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
};

import type { Facts } from '../domain/facts.ts';
import { levels } from '../domain/finding.ts';
import type { Suppression } from '../domain/policy.ts';
import { findCheckPolicy } from './check-policy.ts';
import type { CheckPolicy } from './check-policy.ts';
import type { CheckOptions } from './check-scripts.ts';
import type { Arguments } from './command.ts';
import type { Context } from './context.ts';

/** What a check goes by, and how large a file may be where the policy says more than is usual. */
export type CheckSettings = CheckOptions & {
  readonly maxFileBytesOf: (path: string) => number | undefined;
};

export async function readCheckSettings(
  given: Arguments,
  context: Context,
): Promise<CheckSettings> {
  const found = await findCheckPolicy(given, context);
  const facts = await findFacts(given, context);
  const settings = found === undefined ? unruled(facts) : await ruledBy(found, facts, context);
  const failOn = levels.find((level) => level === given.options.get('fail-on'));
  const text = given.options.get('pg');
  const major = text === undefined ? undefined : Number(text);
  return { ...settings, failOn, postgresOf: (path) => major ?? settings.postgresOf(path) };
}

type ReadFacts = Awaited<ReturnType<typeof findFacts>>;

/** Loaded only when they are given: a file alone must be checked quickly. */
async function findFacts(given: Arguments, context: Context) {
  if (!given.options.has('facts')) return undefined;
  const { readCheckedFacts } = await import('./read-facts.ts');
  return readCheckedFacts(given, context);
}

function unruled(facts: ReadFacts): CheckSettings {
  return {
    askOwnRules: undefined,
    failOn: undefined,
    maxFileBytesOf: () => undefined,
    postgresOf: () => facts?.major,
    factsOf: () => facts?.ofNoPolicy(),
  };
}

async function ruledBy(
  found: CheckPolicy,
  facts: ReadFacts,
  context: Context,
): Promise<CheckSettings> {
  const { askOwnRules, databaseOf } = await import('./own-rules.ts');
  const { expiredSuppressions, expiryInWords } = await import('../policy/suppress.ts');
  const { policy, nameOf, used } = found;
  const { suppressions = [], risk, switched } = policy;
  const governing = (path: string) => databaseOf(policy, nameOf(path));
  const factsOf = facts?.of(policy);
  const now = context.clock.now();
  const expired = expiredSuppressions(suppressions, now).map(expiryInWords);
  return {
    askOwnRules: (path, judged) => askOwnRules(policy, nameOf(path), judged),
    failOn: undefined,
    switched,
    risk,
    now,
    used,
    notices: [...found.notices, ...expired],
    maskingOf: (path) => {
      const name = governing(path)?.name;
      return found.masking?.databases.find(({ database }) => database === name);
    },
    suppressionsOf: await suppressionsBy(suppressions, nameOf),
    maxFileBytesOf: (path) => governing(path)?.maxFileBytes,
    postgresOf: (path) => governing(path)?.postgres,
    factsOf: factsOf && ((path): Facts | undefined => factsOf(nameOf(path))),
  };
}

/** Those of a file; what is read is named as its reader gave it, and the policy begins at its root. */
async function suppressionsBy(
  suppressions: readonly Suppression[],
  nameOf: (path: string) => string,
): Promise<(path: string) => readonly Suppression[]> {
  const { matchesGlob } = await import('../policy/glob.ts');
  return (path) =>
    suppressions
      .filter(({ paths }) => paths?.some((pattern) => matchesGlob(pattern, nameOf(path))) ?? true)
      .map(({ paths: _paths, ...everywhere }) => everywhere);
}

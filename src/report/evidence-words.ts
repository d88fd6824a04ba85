import type { Drift, StatementEvidence } from '../domain/evidence.ts';

/** Why the counts of one statement say nothing; a shadow without rows is said once, of the whole. */
export function doubtInWords({ predictive }: StatementEvidence): string | undefined {
  if (predictive?.kind !== 'no' || predictive.because === 'no-rows') return undefined;
  return predictive.sentence;
}

/** How the schema that was rehearsed on differs from the target's, in sentences, unescaped. */
export function driftInWords(drift: Drift | undefined): readonly string[] {
  if (drift === undefined) return [];
  const said = drift.objects.map(({ object, how }) => driftWords[how](object));
  return drift.more === 0 ? said : [...said, `${drift.more} more objects differ.`];
}

const driftWords = {
  'only-on-target': (object: string) => `The target has the ${object}; the baseline does not.`,
  'only-on-shadow': (object: string) => `The baseline has the ${object}; the target does not.`,
  different: (object: string) => `The ${object} is not the same on the target.`,
} as const;

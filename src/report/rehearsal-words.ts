import type { Evidence, Reversal, ReversalVerdict, UnitEvidence } from '../domain/evidence.ts';
import { driftInWords } from './evidence-words.ts';

const levels = {
  A: 'a server of its own, watched by a superuser',
  B: 'a server by URL, which others may use',
};

/** What the shadow was, what is not as on the target, and what nobody looked at. Names are as they are. */
export function shadowInWords(shadow: Evidence['shadow']): readonly string[] {
  const { level = 'A', cannotSee = [], differences = [], drift } = shadow;
  return [
    `Observation level ${level}: ${levels[level]}.`,
    ...driftInWords(drift).map((sentence) => `drift: ${sentence}`),
    ...differences.map((sentence) => `differs: ${sentence}`),
    ...cannotSee.map((sentence) => `not seen: ${sentence}`),
  ];
}

const verdicts: Readonly<Record<ReversalVerdict, string>> = {
  proved: 'proved: up, down and up again left schema and rows as they were',
  'data-loss': 'proved with data loss: the schema comes back, rows do not',
  'not-reversible': 'not reversible',
  unknown: 'not proved',
};

const compared: Readonly<Record<Reversal['rows'], string>> = {
  own: 'rows of the shadow were compared',
  'made-up': 'made-up rows stood in empty tables',
  none: 'no row was there to compare',
};

/** What the down halves proved, in sentences. Names are as they are. */
export function reversalsInWords(units: readonly UnitEvidence[]): readonly string[] {
  return units.flatMap(({ unitId, reversal }) =>
    reversal === undefined ? [] : reversalInWords(unitId, reversal),
  );
}

function reversalInWords(
  unitId: string,
  { path, verdict, because, rows }: Reversal,
): readonly string[] {
  const where = path === unitId ? `The down half of ${path}` : `${path}, which undoes ${unitId},`;
  return [
    `${where} is ${verdicts[verdict]} (${compared[rows]}).`,
    ...because.map((sentence) => `  ${sentence}`),
  ];
}

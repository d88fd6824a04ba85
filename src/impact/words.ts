import type { LockImpact } from './lock-impact.ts';

/** One sentence of each impact, unescaped; those that are brief share one per lock mode. */
export function impactsInWords(impacts: readonly LockImpact[]): readonly string[] {
  const brief = impacts.filter(({ estimate }) => estimate.kind === 'brief');
  const long = impacts.filter(({ estimate }) => estimate.kind !== 'brief');
  const modes = [...new Set(brief.map(({ mode }) => mode))];
  return [
    ...long.map(impactInWords),
    ...modes.map((mode) => briefInWords(brief.filter((impact) => impact.mode === mode))),
  ];
}

function briefInWords(impacts: readonly LockImpact[]): string {
  const [first] = impacts;
  if (first === undefined) return '';
  const relations = [...new Set(impacts.map(({ relation }) => relation))];
  const longest = Math.max(...impacts.map(({ measuredMs }) => measuredMs));
  return `${first.mode} blocks ${first.blocks} of ${listed(relations)} briefly: nothing that happens meanwhile grows with a table (measured ${inTime(longest)}).`;
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** `ACCESS EXCLUSIVE blocks reads and writes of public.orders for about 20 s to 80 s …`, unescaped. */
function impactInWords(impact: LockImpact): string {
  const { mode, blocks, relation, measuredMs, share, estimate } = impact;
  const measured = `measured ${inTime(measuredMs)}${share === undefined ? '' : ` at ${inPercent(share)} of the rows`}`;
  const subject = `${mode} blocks ${blocks} of ${relation}`;
  switch (estimate.kind) {
    case 'brief':
      return briefInWords([impact]);
    case 'range':
      return `${subject} for about ${inTime(estimate.lowMs)} to ${inTime(estimate.highMs)} at the target's size (${measured}; ${estimate.assumption}).`;
    case 'unknown':
      return `${subject} until its unit ends (${measured}); for how long on the target nobody can say: ${estimate.because}.`;
  }
}

/** `0.8 s`, `41 s`, `3 min`, `2 h`. */
function inTime(milliseconds: number): string {
  if (milliseconds < 100) return `${Math.max(1, Math.round(milliseconds))} ms`;
  const seconds = milliseconds / 1_000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 120) return `${Math.round(seconds)} s`;
  return seconds < 7_200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3_600)} h`;
}

function inPercent(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 0.01) return 'less than 0.01 %';
  return `${percent < 1 ? percent.toFixed(2) : Math.round(percent)} %`;
}

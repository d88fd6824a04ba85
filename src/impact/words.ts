import type { LockImpact } from './lock-impact.ts';

/** `ACCESS EXCLUSIVE blocks reads and writes of public.orders for about 20 s to 80 s …`, unescaped. */
export function impactInWords(impact: LockImpact): string {
  const { mode, blocks, relation, measuredMs, share, estimate } = impact;
  const measured = `measured ${inTime(measuredMs)}${share === undefined ? '' : ` at ${inPercent(share)} of the rows`}`;
  const subject = `${mode} blocks ${blocks} of ${relation}`;
  switch (estimate.kind) {
    case 'brief':
      return `${subject} briefly: nothing that its unit does grows with a table (${measured}).`;
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

import type { ProbeAnswer } from '../domain/application.ts';
import type { Probe } from '../domain/evidence.ts';

/** Characters of one probe that people are shown; JSON has them all. */
const shownProbe = 200;

/** What the apply asks the target because of a doubt, unescaped. */
export function probesInWords(probes: readonly Probe[]): readonly string[] {
  if (probes.length === 0) return ['No probe could be written.'];
  return probes.map(({ sql, about, kind }) => {
    const line = sql.replaceAll(/\s+/g, ' ').trim();
    const short = line.length > shownProbe ? `${line.slice(0, shownProbe)}…` : line;
    const what = kind === 'count' ? `counts ${about}` : `looks for ${about}`;
    return `Before it locks anything, the apply ${what}: ${short}`;
  });
}

/** What the target answered to the probes of a unit. */
export function answerInWords(answer: ProbeAnswer): string {
  const of = `statement ${answer.statement + 1}: ${answer.about}`;
  switch (answer.kind) {
    case 'counted':
      return `probe of ${of}: ${answer.rows}`;
    case 'clear':
      return `probe of ${of}: none`;
    case 'violated':
      return `probe of ${of}: found`;
    case 'unanswered':
      return `probe of ${of}: not answered (SQLSTATE ${answer.sqlstate})`;
  }
}

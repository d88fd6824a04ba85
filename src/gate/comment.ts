import { withoutTimes } from '../domain/evidence.ts';
import type { Redacted } from '../domain/redacted.ts';
import type { LiveCodeHost } from '../ports/live-code-host.ts';
import type { ReviewReport } from '../report/model.ts';
import { sealMarkdown } from '../report/redact.ts';
import { renderReviewMarkdown } from '../report/render-markdown.ts';
import { shortDigest } from './decision-inputs.ts';
import type { Judged } from './judge-pull-request.ts';
import type { Ruling } from './verdict.ts';

const marker = '<!-- sluice:gate -->';

/**
 * Says on each pull request what was decided. Best effort: whoever reads the status knows the verdict
 * without it. Gives the number of comments that could not be written.
 */
export async function tryToComment(
  judged: readonly Judged[],
  ruling: Ruling,
  host: LiveCodeHost,
): Promise<number> {
  let failed = 0;
  for (const one of judged)
    try {
      await host.writeComment(one.listed.number, marker, toComment(one, ruling));
    } catch {
      failed++;
    }
  return failed;
}

/** Without a time, so that the same state is the same text and nobody is told twice. */
function toComment(judged: Judged, ruling: Ruling): Redacted {
  const { policy, evidence } = judged.inputs;
  const seen = evidence.length === 0 ? 'none' : evidence.map(shortDigest).join(', ');
  return sealMarkdown(
    [
      marker,
      ...sharedHead(judged, ruling),
      renderReviewMarkdown(untimed(judged.report)),
      `<sub>Policy ${shortDigest(policy)} · evidence ${seen} · head ${judged.listed.head}</sub>`,
    ].join('\n'),
  );
}

function untimed(report: ReviewReport): ReviewReport {
  const { evidence } = report;
  return evidence === undefined ? report : { ...report, evidence: withoutTimes(evidence) };
}

function sharedHead({ listed }: Judged, { state, decisive }: Ruling): readonly string[] {
  if (state === 'success' || decisive.listed.number === listed.number) return [];
  return [
    `Pull request ${decisive.listed.number} proposes the same commit to the same branch and blocks it. The status is the one of that pull request.`,
    '',
  ];
}

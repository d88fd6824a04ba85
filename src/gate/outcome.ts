import type { ActionResult } from '../commands/action-command.ts';
import type { Redacted } from '../domain/redacted.ts';
import { sealMarkdown } from '../report/redact.ts';
import { renderReviewJson } from '../report/render-json.ts';
import { renderReviewMarkdown } from '../report/render-markdown.ts';
import { count } from '../report/words.ts';
import type { Judged } from './judge-pull-request.ts';
import { ungovernedInWords, type Ruling } from './verdict.ts';

/** How the look at one commit ended. */
export type Outcome =
  | { readonly kind: 'closed' }
  /** A newer run has begun and has the word. */
  | { readonly kind: 'superseded' }
  | { readonly kind: 'ungoverned' }
  /** Refused before anybody was judged; `why` is one of our own sentences. */
  | { readonly kind: 'refused'; readonly why: string }
  | {
      readonly kind: 'judged';
      readonly ruling: Ruling;
      readonly judged: readonly Judged[];
      readonly failedComments: number;
    };

/** What the run of the action shows. The job is green whatever the verdict is: the status says it. */
export function toResult(outcomes: readonly Outcome[]): ActionResult {
  const decisive = outcomes.toSorted((one, other) => weight(other) - weight(one))[0];
  const judged = outcomes.flatMap((outcome) => (outcome.kind === 'judged' ? outcome.judged : []));
  const report = decisive?.kind === 'judged' ? decisive.ruling.decisive.report : undefined;
  const sentences = outcomes.map(inWords);
  return {
    exitCode: 0,
    outputs: outputsOf(decisive),
    summary: judged.length > 0 ? summarize(judged) : sealMarkdown(sentencesOf(sentences)),
    notice: sentencesOf(sentences),
    ...(report === undefined ? {} : { report: renderReviewJson(report) }),
  };
}

function sentencesOf(sentences: readonly string[]): string {
  return sentences.length === 0
    ? 'No open pull request has this head, so there is nothing to do.'
    : sentences.join('\n');
}

function summarize(judged: readonly Judged[]): Redacted {
  return sealMarkdown(judged.map(({ report }) => renderReviewMarkdown(report)).join('\n'));
}

/** The worst of several is what the outputs tell. */
function weight(outcome: Outcome): number {
  switch (outcome.kind) {
    case 'refused':
      return 4;
    case 'judged':
      return outcome.ruling.state === 'failure' ? 3 : 2;
    case 'ungoverned':
      return 1;
    case 'superseded':
    case 'closed':
      return 0;
  }
}

function outputsOf(outcome: Outcome | undefined): Readonly<Record<string, string>> {
  switch (outcome?.kind) {
    case 'judged': {
      const { decision, assessment } = outcome.ruling.decisive.report;
      const { level, score } = assessment;
      return { decision: decision.kind, level, score: String(score) };
    }
    case 'ungoverned':
      return { decision: 'allow', level: 'low', score: '0' };
    case 'refused':
      return { decision: 'deny' };
    case 'superseded':
    case 'closed':
    case undefined:
      return {};
  }
}

function inWords(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'closed':
      return 'The pull request is closed, so nothing was written.';
    case 'superseded':
      return 'A newer run has begun and has the word, so this one wrote no verdict.';
    case 'ungoverned':
      return `${ungovernedInWords} The verdict is success.`;
    case 'refused':
      return outcome.why;
    case 'judged':
      return [
        `Pull request ${outcome.ruling.decisive.listed.number}: ${judgedInWords(outcome.ruling)}.`,
        ...(outcome.failedComments === 0
          ? []
          : [
              `${count(outcome.failedComments, 'comment')} could not be written; the job may lack the permission pull-requests: write.`,
            ]),
      ].join(' ');
  }
}

function judgedInWords({ state, decisive }: Ruling): string {
  const { decision, assessment, policy } = decisive.report;
  const { score, level } = assessment;
  return `the verdict is ${state}, the decision ${decision.kind} in mode ${policy.mode}, risk ${score} of 100, ${level}`;
}

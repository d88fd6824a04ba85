import type { UnitApplication } from '../domain/application.ts';
import type { Redacted } from '../domain/redacted.ts';
import { appliedUnits, type RangeMerge, type RangeReport } from './range.ts';
import { codeSpan, sealJson, sealMarkdown } from './redact.ts';
import { answerInWords } from './probe-words.ts';
import { count, rowsInWords, shortSha } from './words.ts';

/** A step summary takes one megabyte; details beyond this are only in the JSON report. */
const longestSummary = 100_000;
const longestReason = 600;

/** What an apply of everything that was merged did, as GitHub Markdown. */
export function renderRangeMarkdown(report: RangeReport): Redacted {
  const head = [`## ${headline(report)}`, '', identity(report)];
  const { text, dropped } = report.merges.map(mergeLines).reduce(
    (whole, lines) => {
      const longer = [whole.text, '', ...lines].join('\n');
      return longer.length > longestSummary
        ? { ...whole, dropped: whole.dropped + 1 }
        : { ...whole, text: longer };
    },
    { text: head.join('\n'), dropped: 0 },
  );
  const left =
    dropped === 0
      ? ''
      : `\n\n${count(dropped, 'merge')} left out for length; the JSON report has all.`;
  return sealMarkdown(`${text}${left}\n`);
}

/** The same, whole. */
export function renderRangeJson(report: RangeReport): Redacted {
  return sealJson({ version: 1, ...report });
}

function headline(report: RangeReport): string {
  const target = codeSpan(report.target);
  switch (report.outcome) {
    case 'applied':
      return `Applied ${count(appliedUnits(report), 'unit')} to ${target}`;
    case 'nothing-to-do':
      return `Nothing to do: ${target} holds everything that was merged and approved`;
    case 'refused':
      return `Refused: not everything that was merged may be applied to ${target}`;
  }
}

function identity({ branch, tip, since, merges }: RangeReport): string {
  const from = since === undefined ? 'its first policy' : codeSpan(shortSha(since));
  const to = codeSpan(shortSha(tip));
  return `Branch ${codeSpan(branch)} from ${from} to ${to}: ${count(merges.length, 'merge')}.`;
}

function mergeLines(merge: RangeMerge): readonly string[] {
  return [
    `### ${nameOf(merge)}: ${words[merge.outcome]}`,
    '',
    ...merge.units.flatMap(unitLines),
    ...merge.pending.map((id) => `- ${codeSpan(id)}: not applied`),
    ...refusalLines(merge),
  ];
}

const words: Readonly<Record<RangeMerge['outcome'], string>> = {
  applied: 'applied',
  held: 'applied before',
  allowed: 'approved, nothing to run',
  refused: 'refused',
  waits: 'waits for what was refused before it',
};

function nameOf({ commit, pullRequest, mergedBy }: RangeMerge): string {
  const by = mergedBy === undefined ? '' : ` by ${codeSpan(`@${mergedBy}`)}`;
  return pullRequest === undefined
    ? `Direct push ${codeSpan(shortSha(commit))}`
    : `Pull request ${pullRequest.number} (${pullRequest.how} ${codeSpan(shortSha(commit))}${by})`;
}

function unitLines(unit: UnitApplication): readonly string[] {
  const name = codeSpan(unit.unitId);
  switch (unit.kind) {
    case 'applied':
      return [
        `- ${name}: applied, record ${codeSpan(unit.record)}`,
        ...unit.rows.map((rows) => `  - ${codeSpan(rowsInWords(rows))}`),
        ...(unit.probes ?? []).map((answer) => `  - ${codeSpan(answerInWords(answer))}`),
      ];
    case 'already-applied':
      return [`- ${name}: applied before, record ${codeSpan(unit.record)}`];
    case 'refused':
      return [
        `- ${name}: refused`,
        ...unit.because.map((reason) => `  - ${codeSpan(reason, longestReason)}`),
      ];
  }
}

function refusalLines({ refusal }: RangeMerge): readonly string[] {
  if (refusal === undefined) return [];
  const { reason, because, record, isKnown, stops } = refusal;
  const when = isKnown ? 'recorded before as' : 'record';
  return [
    `- Why: ${codeSpan(reason)}${record === undefined ? '' : `, ${when} ${codeSpan(record)}`}`,
    ...because.map((sentence) => `  - ${codeSpan(sentence, longestReason)}`),
    ...(stops
      ? ['- Everything after it waits, because it was rehearsed on top of this.']
      : ['- Nothing waits for it.']),
  ];
}

import type { RecordSummary } from '../audit/summary.ts';
import { visible } from './redact.ts';

/** One audit record as lines of a terminal. */
export function entryLines(entry: RecordSummary): readonly string[] {
  return entry.refused === undefined ? unitLines(entry) : refusedLines(entry, entry.refused);
}

function unitLines(entry: RecordSummary): readonly string[] {
  const steered = entry.onBehalfOf.map((login) => ` for @${visible(login)}`).join('');
  const approvers = entry.approvers.map((login) => `@${visible(login)}`).join(', ');
  return [
    `  ${entry.sequence}. ${visible(entry.at)} ${visible(entry.event)} ${visible(entry.unit)}`,
    `     why: pull request ${visible(entry.pullRequest)}, reviewed at ${short(entry.head)}, merged as ${short(entry.commit)}`,
    `     who: ${visible(entry.actor)}${steered}; approved by ${approvers === '' ? 'nobody, nobody had to' : approvers}`,
    `     what: ${visible(entry.unitDigest)}, risk ${visible(entry.risk)}`,
    ...entry.rows.map((rows) => `     effect: ${visible(rows)}`),
    `     judged by policy ${visible(entry.policy)}`,
    `     rehearsed as evidence ${visible(entry.evidence)}`,
    ...(entry.notGuaranteed ?? []).map((text) => `     not guaranteed: ${visible(text)}`),
  ];
}

type Refused = NonNullable<RecordSummary['refused']>;

function refusedLines(
  { sequence, at, event, pullRequest, commit, policy }: RecordSummary,
  { reason, mergedBy, paths, because }: Refused,
): readonly string[] {
  const how = pullRequest === '?' ? 'direct push' : `pull request ${visible(pullRequest)}`;
  const who = mergedBy === '?' ? '' : ` by @${visible(mergedBy)}`;
  return [
    `  ${sequence}. ${visible(at)} ${visible(event)} ${visible(reason)}`,
    `     what: ${how}, merged as ${short(commit)}${who}; nothing of it ran`,
    ...paths.map((path) => `     path: ${visible(path)}`),
    ...because.map((text) => `     why: ${visible(text)}`),
    `     judged by policy ${visible(policy)}`,
  ];
}

function short(commit: string): string {
  return visible(commit.slice(0, 12));
}

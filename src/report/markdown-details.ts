import type { ReviewReport } from './model.ts';
import { codeBlock } from './redact.ts';
import { rowImagesInMarkdown } from './row-image-words.ts';
import { reversalsInWords, shadowInWords } from './rehearsal-words.ts';
import { pointsInWords, waitsInWords } from './words.ts';

/** A section of Markdown that is folded away; `title` is safe already, and so is `body`. */
export function details(title: string, body: string): string {
  return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

export function score({ assessment }: ReviewReport): readonly string[] {
  const lines = pointsInWords(assessment, (text) => text);
  if (lines.length === 0) return [];
  return [details('How the risk adds up', codeBlock(lines.join('\n'), 'text'))];
}

export function waits(report: ReviewReport): readonly string[] {
  const lines = waitsInWords(report);
  return lines.length === 0 ? [] : [details('Who waits', codeBlock(lines.join('\n'), 'text'))];
}

export function rehearsed({ evidence }: ReviewReport): readonly string[] {
  if (evidence === undefined) return [];
  const lines = [...shadowInWords(evidence.shadow), ...reversalsInWords(evidence.units)];
  return [details('How it was rehearsed', codeBlock(lines.join('\n'), 'text'))];
}

export function rowImages({ evidence }: ReviewReport): readonly string[] {
  const table = rowImagesInMarkdown(evidence?.units ?? []);
  return table === '' ? [] : [details('Which rows change', table)];
}

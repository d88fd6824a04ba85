import { codeTokensOf } from './code-tokens.ts';
import type { Stretch } from './marks.ts';

/** What the comments of a text say, without their marks; those inside of code that it carries, too. */
export function commentsOf(text: string): readonly Stretch[] {
  if (!text.includes('--') && !text.includes('/*')) return [];
  return [...codeTokensOf(text)]
    .filter(({ kind }) => kind === 'comment')
    .map(({ start, end }) => ({ index: start, text: wordsOf(text.slice(start, end)) }));
}

function wordsOf(comment: string): string {
  return comment.startsWith('--') ? comment.slice(2) : comment.slice(2, -2);
}

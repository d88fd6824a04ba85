import { codeTokensOf } from './code-tokens.ts';
import type { Token } from './lexer.ts';
import type { Stretch } from './marks.ts';

/** Wider than any window shows beside what stands before it, and higher than a screen. */
const widest = 120;
const highest = 60;

/** Blanks that comments divide into shorter stretches are not passed over: the comments are seen. */
const mayHold = /[ \t]{41}|\n(?:[ \t\f\v\r]*\n){60}/;

/** Where text goes on behind so many blanks or blank lines that a reader takes what is before for all. */
export function gapsOf(text: string): readonly Stretch[] {
  if (!mayHold.test(text)) return [];
  const gaps: Stretch[] = [];
  let blanks = 0;
  let lines = 0;
  for (const token of codeTokensOf(text)) {
    if (token.kind === 'space') {
      const parts = text.slice(token.start, token.end).split('\n');
      blanks = (parts.length === 1 ? blanks : 0) + (parts.at(-1)?.length ?? 0);
      lines += parts.length - 1;
    } else {
      if (isHidden(token, { blanks, lines }))
        gaps.push({ index: token.start, text: text.slice(token.start, token.end) });
      lines = 0;
      if (token.kind !== 'comment') blanks = 0;
    }
  }
  return gaps;
}

/** A comment is shown by editors like everything else, but does nothing. */
function isHidden(
  { kind }: Token,
  gap: { readonly blanks: number; readonly lines: number },
): boolean {
  return kind !== 'comment' && (gap.blanks > widest || gap.lines > highest);
}

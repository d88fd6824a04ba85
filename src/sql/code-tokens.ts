import { tokensOf } from './lexer.ts';
import type { Token } from './lexer.ts';

/** Deeper than bodies are read. */
const deepest = 8;

/**
 * The tokens of a text, and inside the dollar quotes of CREATE and DO those of the code in them; its
 * quotes themselves are left out.
 */
export function* codeTokensOf(text: string, depth = 0): Generator<Token> {
  let command: string | undefined;
  for (const token of tokensOf(text)) {
    const { kind, start, end } = token;
    if (kind === 'word') command ??= text.slice(start, end).toLowerCase();
    if (kind === 'punctuation' && text[start] === ';') command = undefined;
    const dollarQuoted = kind === 'quoted' && text[start] === '$';
    if (dollarQuoted && carriesCode(command, depth)) yield* inside(text, token, depth);
    else yield token;
  }
}

function carriesCode(command: string | undefined, depth: number): boolean {
  return depth < deepest && (command === 'create' || command === 'do');
}

function* inside(text: string, { start, end }: Token, depth: number): Generator<Token> {
  const tag = text.indexOf('$', start + 1) + 1 - start;
  const base = start + tag;
  for (const token of codeTokensOf(text.slice(base, end - tag), depth + 1))
    yield { ...token, start: token.start + base, end: token.end + base };
}

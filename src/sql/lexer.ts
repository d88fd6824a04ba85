/** What PostgreSQL's scan.l makes of a stretch of text, as far as nesting and assignments need it. */
type TokenKind = 'word' | 'operator' | 'punctuation' | 'quoted' | 'number' | 'comment' | 'space';

/** `start` and `end` are UTF-16 indexes; `depth` counts nested comments. */
export type Token = {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  readonly depth: number;
};

const space = /[ \t\n\r\f\v]+/y;
const lineComment = /--[^\n\r]*/y;
const commentMark = /\/\*|\*\//g;
const word = /[A-Za-z_\u0080-\uffff][A-Za-z0-9_$\u0080-\uffff]*/y;
const number = /\.?[0-9](?:[A-Za-z0-9_.]|(?<=[eE])[+-])*/y;
const operator = /(?:(?!--|\/\*)[-+*/<>=~!@#%^&|`?])+|::|:=/y;
const dollarQuote = /\$(?:[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*)?\$/y;
const escapePrefix = /[eE]'/y;
const otherPrefix = /(?:[bBxXnN]|[uU]&)(?=['"])/y;
const continuation = /[ \t\f\v]*[\n\r][ \t\n\r\f\v]*'/y;

/**
 * The tokens of `text`, without gaps, in time linear in its length. What is not closed reaches to the end:
 * the grammar refuses it. Follows PostgreSQL with standard_conforming_strings on, as sessions pin it.
 */
export function* tokensOf(text: string): Generator<Token> {
  let start = 0;
  while (start < text.length) {
    const token = tokenAt(text, start);
    yield token;
    start = token.end;
  }
}

function tokenAt(text: string, start: number): Token {
  return (
    matched('space', space, text, start) ??
    matched('comment', lineComment, text, start) ??
    blockComment(text, start) ??
    quoted(text, start) ??
    matched('word', word, text, start) ??
    matched('number', number, text, start) ??
    matched('operator', operator, text, start) ?? {
      kind: 'punctuation',
      start,
      end: start + 1,
      depth: 0,
    }
  );
}

function matched(kind: TokenKind, pattern: RegExp, text: string, start: number): Token | undefined {
  const end = endOf(pattern, text, start);
  return end === undefined ? undefined : { kind, start, end, depth: 0 };
}

function endOf(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function blockComment(text: string, start: number): Token | undefined {
  if (!text.startsWith('/*', start)) return undefined;
  let open = 0;
  let deepest = 0;
  commentMark.lastIndex = start;
  for (let mark = commentMark.exec(text); mark !== null; mark = commentMark.exec(text)) {
    open += mark[0] === '/*' ? 1 : -1;
    deepest = Math.max(deepest, open);
    if (open === 0) return { kind: 'comment', start, end: commentMark.lastIndex, depth: deepest };
  }
  return { kind: 'comment', start, end: text.length, depth: deepest };
}

function quoted(text: string, start: number): Token | undefined {
  const end = quotedEnd(text, start);
  return end === undefined ? undefined : { kind: 'quoted', start, end, depth: 0 };
}

function quotedEnd(text: string, start: number): number | undefined {
  const escaped = endOf(escapePrefix, text, start);
  if (escaped !== undefined) return escapedEnd(text, escaped);
  const opening = endOf(otherPrefix, text, start) ?? start;
  const quote = text[opening];
  if (quote === "'" || quote === '"') return doubledEnd(text, opening + 1, quote);
  const tag = endOf(dollarQuote, text, start);
  if (tag === undefined) return undefined;
  return after(text, text.slice(start, tag), tag);
}

/** A doubled quote lexes as two adjacent literals here, which ends at the same place. */
function doubledEnd(text: string, start: number, quote: string): number {
  return after(text, quote, start);
}

/** `E'…'` and its continuations on later lines, in all of which a backslash escapes. */
function escapedEnd(text: string, start: number): number {
  let index = start;
  while (index < text.length) {
    const character = text[index];
    if (character === '\\') index += 2;
    else if (character !== "'") index += 1;
    else if (text[index + 1] === "'") index += 2;
    else {
      const next = endOf(continuation, text, index + 1);
      if (next === undefined) return index + 1;
      index = next;
    }
  }
  return text.length;
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? text.length : found + mark.length;
}

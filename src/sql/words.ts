import { tokensOf } from './lexer.ts';

/** A word, quoted name, literal or mark of a statement; `text` is in lower case where it is a bare word. */
export type Word = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** How many brackets are open around it. */
  readonly depth: number;
};

/** What a statement says, without its blanks and comments. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  let depth = 0;
  for (const { kind, start, end } of tokensOf(text)) {
    if (kind === 'space' || kind === 'comment') continue;
    const said = text.slice(start, end);
    if (closing.has(said)) depth -= 1;
    const last = words.at(-1);
    if (last !== undefined && isSameName(last, said, start)) {
      words[words.length - 1] = { ...last, text: last.text + said, end };
      continue;
    }
    words.push({ text: kind === 'word' ? said.toLowerCase() : said, start, end, depth });
    if (opening.has(said)) depth += 1;
  }
  return words;
}

const opening = new Set(['(', '[']);
const closing = new Set([')', ']']);

/** A doubled quote divides a name into two tokens. */
function isSameName(last: Word, said: string, start: number): boolean {
  return last.end === start && said.startsWith('"') && last.text.endsWith('"');
}

/** The author's own text from the first of these words to the last; a comment after it is left out. */
export function written(text: string, words: readonly Word[]): string {
  const [first] = words;
  const last = words.at(-1);
  return first === undefined || last === undefined ? '' : text.slice(first.start, last.end);
}

/** The words between commas that stand in no bracket. */
export function commaParts(words: readonly Word[]): readonly (readonly Word[])[] {
  const commas = words.flatMap(({ text, depth }, index) =>
    text === ',' && depth === 0 ? [index] : [],
  );
  return [...commas, words.length].map((end, index) =>
    words.slice((commas[index - 1] ?? -1) + 1, end),
  );
}

/** How many words a qualified name takes that begins at `at`. */
export function nameLength(words: readonly Word[], at: number): number {
  let length = 1;
  while (words[at + length]?.text === '.') length += 2;
  return length;
}

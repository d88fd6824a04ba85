import { rules } from '../../src/rules/index.ts';
import { tokensOf } from '../../src/sql/lexer.ts';
import { readCorpus } from './corpus.ts';

/** Numbers from 0 to below 1, the same for the same seed. */
export type Random = () => number;

/** mulberry32: small, and good enough to choose test cases. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
}

/** Every statement of the corpus and every example of a rule. */
export const statements: readonly string[] = [
  ...new Set([
    ...[...readCorpus('adversarial'), ...readCorpus('harmless')].map(({ sql }) => sql),
    ...rules.flatMap(({ invalid, valid }) => [...invalid.map(({ sql }) => sql), ...valid]),
  ]),
];

/** One to four statements. */
export function generateChange(random: Random): readonly string[] {
  const count = 1 + Math.floor(random() * 4);
  return Array.from({ length: count }, () => pick(statements, random));
}

/** A statement may end in a comment, so the semicolon stands on a line of its own. */
export function joined(change: readonly string[]): string {
  return change.map((sql) => sql.replace(/;\s*$/, '')).join('\n;\n');
}

const spaces = [' ', '\n', '\t', '\r\n', '  ', ' /* as agreed */ ', '\n-- as agreed\n'];

/** The same tokens with other white space, comments between them, and words in another case. */
export function reformat(sql: string, random: Random): string {
  const tokens = [...tokensOf(sql)];
  return tokens
    .map(({ kind, start, end }, index) => {
      const text = sql.slice(start, end);
      const isBeforeComment = tokens[index + 1]?.kind === 'comment';
      const isAfterComment = tokens[index - 1]?.kind === 'comment';
      const before = tokens[index - 1];
      // The grammar looks ahead from these words, and a comment in between makes it refuse the text.
      const looksAhead =
        before !== undefined &&
        /^(?:not|nulls|with|without|format)$/i.test(sql.slice(before.start, before.end));
      if (looksAhead) return text;
      if (kind === 'space' && !isBeforeComment && !isAfterComment) return pick(spaces, random);
      if (kind === 'word' && /^[a-z_]+$/.test(text) && random() < 0.3) return text.toUpperCase();
      return text;
    })
    .join('');
}

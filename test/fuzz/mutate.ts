import { tokensOf } from '../../src/sql/lexer.ts';
import type { Dice } from './dice.ts';

const encoder = new TextEncoder();

/** Bytes and stretches that have broken readers of SQL before. */
const tricks = [
  '\0',
  '\uFEFF',
  '\u202E',
  '\u200B',
  '\u00A0',
  '\r',
  '\u0085',
  '\uFFFD',
  "'",
  '"',
  '$$',
  '$a$',
  '\\',
  "E'",
  "U&'",
  '/*',
  '*/',
  '--',
  ';',
  '(',
  ')',
  ',',
  '::',
  'а',
  '\\restrict x\n',
  '\\gexec\n',
  ' cascade',
  ' or true',
  ' union select',
  ' as $$',
  'begin atomic ',
  '('.repeat(600),
  '/*'.repeat(70),
  '##[error]',
  '\n::error::x',
];

/** Some SQL after a few changes, as bytes: no longer always text. */
export function mutate(seeds: readonly string[], dice: Dice): Uint8Array {
  let text = dice.pick(seeds);
  for (let changes = 1 + dice.roll(4); changes > 0; changes -= 1)
    text = dice.pick(textChanges)(text, dice, seeds);
  const bytes = encoder.encode(text.slice(0, 50_000));
  return dice.roll(5) === 0 ? changeByte(bytes, dice) : bytes;
}

type TextChange = (text: string, dice: Dice, seeds: readonly string[]) => string;

const textChanges: readonly TextChange[] = [
  (text, dice) => spliced(text, dice, () => ''),
  (text, dice) => spliced(text, dice, (token) => `${token} ${token}`),
  (text, dice, seeds) => spliced(text, dice, () => tokenOf(dice.pick(seeds), dice)),
  (text, dice, seeds) =>
    spliced(text, dice, (token) => `${token} ${tokenOf(dice.pick(seeds), dice)} `),
  (text, dice) => inserted(text, dice, dice.pick(tricks)),
  (text, dice) => text.slice(0, dice.roll(text.length + 1)),
  (text, dice) => text.slice(dice.roll(text.length + 1)),
  (text, dice, seeds) => `${text};\n${dice.pick(seeds)}`,
  (text) => `do $m$ begin ${text}; end $m$`,
  (text) => `create function f() returns void language sql as $m$ ${text} $m$`,
  (text) => `explain analyze ${text}`,
  (text) => `with w as (${text}) select 1`,
  (text) => `do $m$ begin execute '${text.replaceAll("'", "''")}'; end $m$`,
  (text) => text.toUpperCase(),
];

/** One token of the text exchanged. */
function spliced(text: string, dice: Dice, change: (token: string) => string): string {
  const tokens = [...tokensOf(text)];
  if (tokens.length === 0) return text;
  const { start, end } = dice.pick(tokens);
  return text.slice(0, start) + change(text.slice(start, end)) + text.slice(end);
}

function tokenOf(text: string, dice: Dice): string {
  const tokens = [...tokensOf(text)].filter(({ kind }) => kind !== 'space');
  if (tokens.length === 0) return '';
  const { start, end } = dice.pick(tokens);
  return text.slice(start, end);
}

function inserted(text: string, dice: Dice, part: string): string {
  const at = dice.roll(text.length + 1);
  return text.slice(0, at) + part + text.slice(at);
}

function changeByte(bytes: Uint8Array, dice: Dice): Uint8Array {
  const changed = Uint8Array.from(bytes);
  if (changed.length > 0) changed[dice.roll(changed.length)] = dice.roll(256);
  return changed;
}

import type { Dice } from './dice.ts';
import { grammar } from './grammar.data.ts';

const deepest = 12;

/** A script after the grammar: most of it is PostgreSQL's, all of it looks so. */
export function generate(dice: Dice): string {
  return expand('script', dice, 0);
}

function expand(symbol: string, dice: Dice, depth: number): string {
  const choices = grammar[symbol] ?? [''];
  const choice = depth > deepest ? choices[0]! : dice.pick(choices);
  return choice.replace(/<([a-z-]+)>/g, (_, inner: string) => expand(inner, dice, depth + 1));
}

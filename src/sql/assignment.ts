import { tokensOf, type Token } from './lexer.ts';

/**
 * The expressions that `target := value` evaluates: the value, and the target when its subscripts are
 * expressions themselves. Undefined when there is no assignment.
 */
export function splitAssignment(text: string): readonly string[] | undefined {
  let brackets = 0;
  for (const token of tokensOf(text)) {
    brackets += bracket(token, text);
    if (brackets === 0 && isAssignment(token, text)) return split(text, token);
  }
  return undefined;
}

function bracket(token: Token, text: string): number {
  if (token.kind !== 'punctuation') return 0;
  const character = text[token.start];
  if (character === '[' || character === '(') return 1;
  return character === ']' || character === ')' ? -1 : 0;
}

function isAssignment(token: Token, text: string): boolean {
  const written = text.slice(token.start, token.end);
  return token.kind === 'operator' && (written === ':=' || written === '=');
}

function split(text: string, sign: Token): readonly string[] {
  const target = text.slice(0, sign.start);
  const value = text.slice(sign.end);
  return target.includes('[') ? [target, value] : [value];
}

import { tokensOf, type Token } from './lexer.ts';

/** What nests too deeply, and where: a UTF-16 index. */
export type TooDeep = { readonly what: 'comments' | 'expressions'; readonly index: number };

/** PostgreSQL's scanner is quadratic in the nesting of comments. */
const deepestComment = 64;

/**
 * The parser recurses on the native stack; 1,000 nested sub-selects pass on the smallest stack that Node
 * gives a main thread, 2,000 do not. Half of the former leaves room for readers of the tree, too.
 */
const deepestExpression = 500;

/** One open bracket or CASE, and what has been stacked upon each other inside it. */
type Frame = { readonly opener: string; operators: number; joins: number };

const separators = new Set([
  'and',
  'or',
  'when',
  'then',
  'else',
  'select',
  'from',
  'where',
  'set',
  'values',
]);
const nestingWords = new Set([
  'not',
  'is',
  'isnull',
  'notnull',
  'collate',
  'at',
  'like',
  'ilike',
  'similar',
  'between',
  'in',
]);
const joiningWords = new Set(['union', 'intersect', 'except', 'join']);

/** The first place at which comments or expressions nest more deeply than the parser can take. */
export function findTooDeep(text: string): TooDeep | undefined {
  const stack: Frame[] = [{ opener: '', operators: 0, joins: 0 }];
  let total = 0;
  for (const token of tokensOf(text)) {
    if (token.depth > deepestComment) return { what: 'comments', index: token.start };
    if (token.kind === 'space' || token.kind === 'comment') continue;
    total += advance(stack, token, text);
    if (total + stack.length > deepestExpression) {
      return { what: 'expressions', index: token.start };
    }
  }
  return undefined;
}

/** Applies one token to the stack; by how much the sum of all counts changed. */
function advance(stack: Frame[], token: Token, text: string): number {
  switch (token.kind) {
    case 'operator':
      return count(stack, 'operators');
    case 'punctuation':
      return punctuate(stack, text.charAt(token.start));
    case 'word':
      return read(stack, text.slice(token.start, token.end).toLowerCase());
    case 'quoted':
    case 'number':
    case 'comment':
    case 'space':
      return 0;
  }
}

function punctuate(stack: Frame[], character: string): number {
  switch (character) {
    case '(':
    case '[':
      return open(stack, character);
    case ')':
    case ']':
      return closeCases(stack) + close(stack);
    case ',':
      return -reset(stack, ['operators']);
    case ';':
      return closeCases(stack) - reset(stack, ['operators', 'joins']);
    default:
      return 0;
  }
}

function read(stack: Frame[], name: string): number {
  if (name === 'case') return open(stack, name);
  if (name === 'end') return stack.at(-1)?.opener === 'case' ? close(stack) : 0;
  if (separators.has(name)) return -reset(stack, ['operators']);
  if (nestingWords.has(name)) return count(stack, 'operators');
  if (joiningWords.has(name)) return count(stack, 'joins');
  return 0;
}

function open(stack: Frame[], opener: string): number {
  stack.push({ opener, operators: 0, joins: 0 });
  return 0;
}

function close(stack: Frame[]): number {
  if (stack.length === 1) return 0;
  const frame = stack.pop();
  return frame === undefined ? 0 : -(frame.operators + frame.joins);
}

function closeCases(stack: Frame[]): number {
  let change = 0;
  while (stack.at(-1)?.opener === 'case') change += close(stack);
  return change;
}

function count(stack: Frame[], what: 'operators' | 'joins'): number {
  const frame = stack.at(-1);
  if (frame === undefined) return 0;
  frame[what] += 1;
  return 1;
}

function reset(stack: Frame[], what: readonly ('operators' | 'joins')[]): number {
  const frame = stack.at(-1);
  if (frame === undefined) return 0;
  const removed = what.reduce((sum, name) => sum + frame[name], 0);
  for (const name of what) frame[name] = 0;
  return removed;
}

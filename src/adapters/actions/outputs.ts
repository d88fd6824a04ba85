import { randomUUID } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import { SluiceError } from '../../errors.ts';
import type { Redacted } from '../../domain/redacted.ts';

/** Every output of action.yml. */
export const outputNames = ['decision', 'level', 'score'] as const;
export type Outputs = Readonly<Partial<Record<(typeof outputNames)[number], string>>>;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Appends outputs to the file that the runner reads. The delimiter is made at run time, so that no
 * value can end its own block and begin another. Throws SluiceError input/usage outside of a runner.
 */
export async function writeOutputs(environment: Environment, outputs: Outputs): Promise<void> {
  const path = environment['GITHUB_OUTPUT'];
  if (path === undefined || path === '')
    throw new SluiceError(
      'input/usage',
      'GITHUB_OUTPUT is not set, so nobody could read the decision. Nothing is allowed. Use the command line outside of GitHub Actions.',
    );
  const blocks = outputNames.map((name) => toBlock(name, outputs[name] ?? ''));
  await appendFile(path, blocks.join(''));
}

/** Appends Markdown to the summary of the step; a runner without summaries gets none. */
export async function writeSummary(environment: Environment, text: Redacted): Promise<void> {
  const path = environment['GITHUB_STEP_SUMMARY'];
  if (path !== undefined && path !== '') await appendFile(path, `${text}\n`);
}

function toBlock(name: string, value: string): string {
  const delimiter = `sluice-${randomUUID()}`;
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}

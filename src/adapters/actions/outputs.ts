import { randomUUID } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import type { Redacted } from '../../domain/redacted.ts';
import { SluiceError } from '../../errors.ts';

/** Every output of action.yml, in its order; a command that has nothing to say leaves one empty. */
export const outputNames = [
  'decision',
  'level',
  'score',
  'evidence',
  'evidence-digest',
  'facts',
  'facts-digest',
  'facts-run',
  'snapshot',
  'snapshot-run',
  'outcome',
  'applied',
] as const;

/** GitHub drops a summary of more than one megabyte, whole. */
const largestSummary = 1_000_000;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Appends outputs to the file that the runner reads. The delimiter is made at run time, so that no
 * value can end its own block and begin another; without the file nothing is written elsewhere,
 * because outputs in the log could be forged there. Throws SluiceError input/usage.
 */
export async function writeOutputs(
  environment: Environment,
  outputs: Readonly<Record<string, string>>,
): Promise<void> {
  const path = environment['GITHUB_OUTPUT'];
  if (path === undefined || path === '')
    throw new SluiceError(
      'input/usage',
      'GITHUB_OUTPUT is not set, so nobody could read the decision. Nothing is allowed. Use the command line outside of GitHub Actions.',
    );
  const unknown = Object.keys(outputs).find((name) => !isOutput(name));
  if (unknown !== undefined)
    throw new SluiceError(
      'internal/bug',
      'A command has an output that action.yml does not have. Nobody could read it, so nothing is allowed. Report it.',
    );
  const blocks = outputNames.map((name) => toBlock(name, outputs[name] ?? ''));
  await appendFile(path, blocks.join(''));
}

/** Appends Markdown to the summary of the step; a runner without summaries gets none. */
export async function writeSummary(environment: Environment, text: Redacted): Promise<void> {
  const path = environment['GITHUB_STEP_SUMMARY'];
  if (path === undefined || path === '') return;
  const fits = Buffer.byteLength(text) <= largestSummary;
  await appendFile(path, fits ? `${text}\n` : tooLong);
}

/** A summary that is cut could end inside of a block, and the rest of the page with it. */
const tooLong =
  '## Sluice\n\nThe summary is longer than GitHub takes. The JSON report holds all of it.\n';

function isOutput(name: string): boolean {
  return outputNames.some((known) => known === name);
}

function toBlock(name: string, value: string): string {
  const delimiter = `sluice-${randomUUID()}`;
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}

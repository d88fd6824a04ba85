import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { actionNode, root } from './cli.ts';

export type Acted = {
  readonly code: number | null;
  /** All that it printed, on both streams. */
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
};

/** Runs dist/index.js as a runner does, in a directory of its own; a variable that is empty is as unset. */
export async function act(
  directory: string,
  environment: Readonly<Record<string, string>>,
): Promise<Acted> {
  const output = join(directory, 'output');
  const summary = join(directory, 'summary.md');
  for (const path of [output, summary]) await writeFile(path, '');
  const child = spawn(actionNode, [join(root, 'dist/index.js')], {
    cwd: directory,
    env: {
      PATH: process.env['PATH'] ?? '',
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (bytes: Buffer) => chunks.push(bytes));
  child.stderr.on('data', (bytes: Buffer) => chunks.push(bytes));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return {
    code,
    log: Buffer.concat(chunks).toString(),
    outputs: toOutputs(await readFile(output, 'utf8')),
    summary: await readFile(summary, 'utf8'),
  };
}

/** Read as the runner reads them: `name<<delimiter`, lines, `delimiter`. */
function toOutputs(text: string): Readonly<Record<string, string>> {
  const blocks = text.matchAll(/^([^\n<]+)<<([^\n]+)\n([^]*?)\n\2\n/gm);
  return Object.fromEntries([...blocks].map(([, name = '', , value = '']) => [name, value]));
}

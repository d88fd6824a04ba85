import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What runs the action in these tests: this Node.js, or the one that the environment names. */
export const actionNode = process.env['SLUICE_TEST_NODE'] ?? process.execPath;

export type Run = {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

export type RunOptions = {
  readonly cwd?: string;
  readonly environment?: Readonly<Record<string, string>>;
};

/** Starts the committed dist/cli.js as a user would. */
export function startSluice(words: readonly string[], options: RunOptions = {}) {
  const program = `${root}dist/cli.js`;
  if (!existsSync(program))
    throw new Error(`${program} is not there, and these tests run it. Run npm run build first.`);
  return spawn(process.execPath, [program, ...words], {
    cwd: options.cwd ?? root,
    env: { ...process.env, NO_COLOR: '1', ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs it to its end. */
export function sluice(words: readonly string[], options: RunOptions = {}): Promise<Run> {
  return untilClosed(startSluice(words, options));
}

/** What it wrote, once it has ended. */
export function untilClosed(child: ReturnType<typeof startSluice>): Promise<Run> {
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (bytes: Buffer) => stdout.push(bytes));
  child.stderr.on('data', (bytes: Buffer) => stderr.push(bytes));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({
        code,
        stdout: Buffer.concat(stdout).toString(),
        stderr: Buffer.concat(stderr).toString(),
      }),
    );
  });
}

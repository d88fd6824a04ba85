import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

export type RunOptions = {
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  readonly cwd?: string;
  readonly uid?: number;
  readonly gid?: number;
};

/** Runs a program without a shell and gives its standard output. Rejects when it fails or takes too long. */
export async function run(
  program: string,
  parameters: readonly string[],
  options: RunOptions,
): Promise<string> {
  const { timeoutMs, ...rest } = options;
  const { stdout } = await execute(program, [...parameters], {
    ...rest,
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
  });
  return stdout;
}

/** What a program of ours may know of our environment: nothing that could be a secret. */
export function scrubbedEnvironment(): Readonly<Record<string, string>> {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}

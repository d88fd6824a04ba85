import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { SluiceError } from '../../errors.ts';

/** No answer of git that we read is larger; more is refused, not cut. */
const longestAnswer = 64 * 1024 * 1024;

export type GitRun = {
  readonly directory: string;
  readonly signal: AbortSignal;
  readonly environment?: Readonly<Record<string, string>>;
  /** Written to git's standard input. */
  readonly input?: string;
};

/**
 * Runs one git command and gives its output. Nothing of the repository's configuration that starts a
 * program is in force, no prompt, no network. Throws SluiceError host/git.
 */
export async function runGit(run: GitRun, parameters: readonly string[]): Promise<Uint8Array> {
  const command = parameters[0] ?? '';
  const child = spawn('git', [...hardening, '-C', run.directory, ...parameters], {
    env: { ...environmentOf(process.env['PATH']), ...run.environment },
    stdio: ['pipe', 'pipe', 'pipe'],
    signal: run.signal,
    windowsHide: true,
  });
  // Git may end before it has read everything; its exit code is what tells.
  child.stdin.on('error', () => undefined);
  child.stdin.end(run.input ?? '');
  const complaint = collect(child.stderr, 64 * 1024, () => undefined);
  const answer = collect(child.stdout, longestAnswer, () => child.kill('SIGKILL'));
  const code = await exitCodeOf(child, run.signal);
  const { bytes, overflow } = await answer;
  if (overflow)
    throw new SluiceError(
      'host/git',
      `The answer of git ${command} is larger than 64 MiB. What is not read could decide, so nothing is allowed. Remove large files from the governed paths, or split the repository.`,
    );
  if (code !== 0) throw failure(command, code, (await complaint).bytes);
  return bytes;
}

const hardening = [
  '--no-pager',
  '--no-replace-objects',
  '--literal-pathspecs',
  ...[
    'core.hooksPath=/dev/null',
    'core.fsmonitor=false',
    'core.attributesFile=/dev/null',
    'core.quotePath=false',
    'protocol.allow=never',
    // The person who runs Sluice named this directory; whose it is does not matter, since nothing
    // of its configuration that starts a program is in force.
    'safe.directory=*',
  ].flatMap((setting) => ['-c', setting]),
];

/** Nothing of our own environment reaches git: GIT_DIR and its relatives would redirect it. */
function environmentOf(path: string | undefined): Record<string, string> {
  return {
    ...(path === undefined ? {} : { PATH: path }),
    LC_ALL: 'C',
    HOME: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    // Older gits know no GIT_NO_LAZY_FETCH: a transport that does not exist stops them as well.
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_GRAFT_FILE: '/dev/null',
  };
}

async function exitCodeOf(child: ReturnType<typeof spawn>, signal: AbortSignal): Promise<unknown> {
  try {
    const [code] = await once(child, 'close');
    return code;
  } catch (cause) {
    if (signal.aborted)
      throw new SluiceError(
        'internal/cancelled',
        'The run was interrupted while git worked. Nothing is allowed by half of an answer. Run it again.',
        { cause },
      );
    throw new SluiceError(
      'host/git',
      'Git could not be started. Without it nothing of the change can be read, so nothing is allowed. Install git 2.38 or newer, and see that it is on the PATH.',
      { cause },
    );
  }
}

async function collect(
  stream: NodeJS.ReadableStream,
  longest: number,
  onOverflow: () => void,
): Promise<{ readonly bytes: Uint8Array; readonly overflow: boolean }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size <= longest) chunks.push(bytes);
    else onOverflow();
  }
  return { bytes: Buffer.concat(chunks), overflow: size > longest };
}

function failure(command: string, code: unknown, complaint: Uint8Array): SluiceError {
  return new SluiceError(
    'host/git',
    `Git ${command} failed. What cannot be read cannot be judged, so nothing is allowed. See that the repository is whole (git fsck) and that git is 2.38 or newer, and run it again.`,
    {
      cause: new Error(new TextDecoder().decode(complaint)),
      data: { command, exitCode: String(code) },
    },
  );
}

import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { type JobLog, parsePairs } from './commands.ts';

/** The machine of one job: its folders, its environment, and what steps leave there. */
export type Machine = {
  readonly workspace: string;
  readonly temporary: string;
  readonly log: JobLog;
  /** What the machine itself has; `env:` can replace it. */
  readonly own: Readonly<Record<string, string>>;
  /** GITHUB_*, RUNNER_* and ACTIONS_*, which nothing can replace. */
  readonly fixed: Map<string, string>;
  /** What earlier steps put into GITHUB_ENV. */
  readonly exported: Map<string, string>;
  /** Folders that steps put before PATH. */
  readonly path: string[];
  /** One for each step that wrote one. */
  readonly summaries: string[];
};

export type Process = {
  readonly program: string;
  readonly words: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeout: number;
};

const mebibyte = 1024 * 1024;

/** Runs one process as a step: reads its lines as commands, then the files that it wrote. */
export async function runProcess(
  machine: Machine,
  process: Process,
): Promise<{ readonly succeeded: boolean; readonly outputs: ReadonlyMap<string, string> }> {
  const files = await makeFiles(machine.temporary);
  const outputs = new Map<string, string>();
  machine.log.resume();
  const refusals: string[] = [];
  const code = await runLines(machine, process, files, (line) => {
    try {
      machine.log.read(line, { outputs });
    } catch (error) {
      refusals.push(messageOf(error));
    }
  });
  try {
    await readFiles(machine, files, outputs);
  } catch (error) {
    refusals.push(messageOf(error));
  }
  for (const refusal of refusals) machine.log.annotate('error', refusal);
  if (code !== 0)
    machine.log.annotate('error', `Process completed with exit code ${String(code)}.`);
  return { succeeded: code === 0 && refusals.length === 0, outputs };
}

const fileCommands = {
  GITHUB_OUTPUT: 'set_output_',
  GITHUB_ENV: 'set_env_',
  GITHUB_PATH: 'add_path_',
  GITHUB_STATE: 'save_state_',
  GITHUB_STEP_SUMMARY: 'step_summary_',
} as const;

type Files = Readonly<Record<keyof typeof fileCommands, string>>;

async function makeFiles(temporary: string): Promise<Files> {
  const folder = join(temporary, '_runner_file_commands');
  await mkdir(folder, { recursive: true });
  const entries = Object.entries(fileCommands).map(([name, prefix]) => [
    name,
    join(folder, `${prefix}${randomUUID()}`),
  ]);
  const files = Object.fromEntries(entries) as Files;
  for (const file of Object.values(files)) await writeFile(file, '');
  return files;
}

async function readFiles(
  machine: Machine,
  files: Files,
  outputs: Map<string, string>,
): Promise<void> {
  await readSummary(machine, files.GITHUB_STEP_SUMMARY);
  for (const [name, value] of await pairsOf(files.GITHUB_OUTPUT)) outputs.set(name, value);
  await pairsOf(files.GITHUB_STATE);
  for (const [name, value] of await pairsOf(files.GITHUB_ENV)) {
    if (name.toUpperCase() === 'NODE_OPTIONS')
      throw new Error("Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.");
    machine.exported.set(name, value);
  }
  const added = await readFile(files.GITHUB_PATH, 'utf8');
  machine.path.unshift(...added.split('\n').filter((line) => line !== ''));
}

async function pairsOf(file: string): Promise<ReadonlyMap<string, string>> {
  return parsePairs(await readFile(file, 'utf8'));
}

async function readSummary({ log, summaries }: Machine, file: string): Promise<void> {
  const { size } = await stat(file);
  if (size === 0) return;
  if (size > mebibyte) {
    log.annotate(
      'error',
      `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${String(Math.ceil(size / 1024))}k.`,
    );
    return;
  }
  const text = await readFile(file, 'utf8');
  summaries.push(
    text
      .split('\n')
      .map((line) => log.masked(line))
      .join('\n'),
  );
}

function runLines(
  machine: Machine,
  process: Process,
  files: Files,
  onLine: (line: string) => void,
): Promise<number> {
  const { program, words, cwd, environment, timeout } = process;
  const path = environment['PATH'] ?? machine.own['PATH'] ?? globalThis.process.env['PATH'] ?? '';
  const child = spawn(program, words, {
    cwd,
    env: {
      ...machine.own,
      ...environment,
      ...Object.fromEntries(machine.fixed),
      ...files,
      PATH: [...machine.path, path].join(':'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), timeout);
  const ends = [child.stdout, child.stderr].map((stream) => {
    const reader = new LineReader(onLine);
    stream.on('data', (bytes: Buffer) => reader.read(bytes));
    return () => reader.end();
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      for (const end of ends) end();
      resolve(code ?? 1);
    });
  });
}

/** Lines as .NET reads them: a carriage return alone ends one as well. */
class LineReader {
  readonly #decoder = new StringDecoder('utf8');
  readonly #onLine: (line: string) => void;
  #rest = '';

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
  }

  read(bytes: Buffer): void {
    this.#rest += this.#decoder.write(bytes);
    const lines = this.#rest.split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#onLine(line);
  }

  end(): void {
    const text = (this.#rest + this.#decoder.end()).replace(/\r$/, '');
    if (text !== '') this.#onLine(text);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

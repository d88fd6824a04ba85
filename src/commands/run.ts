import { nearest } from '../config/nearest.ts';
import { SluiceError, codes, exitCodeOf } from '../errors.ts';
import { sealJson, sealTerminal, visibleLines } from '../report/redact.ts';
import type { Sink } from '../ports/sink.ts';
import { readArguments } from './arguments.ts';
import type { Command, ExitCode } from './command.ts';
import type { Context } from './context.ts';
import { renderHelp, renderOverview } from './help.ts';
import { commands } from './index.ts';

/** Runs one command line. Nothing is thrown: every failure becomes a message and an exit code. */
export async function runCommandLine(
  words: readonly string[],
  context: Context,
  complaints: Sink,
): Promise<ExitCode> {
  try {
    return await runCommand(words, context);
  } catch (failure) {
    return complain(failure, words, { context, complaints });
  }
}

async function runCommand(words: readonly string[], context: Context): Promise<ExitCode> {
  const { command, rest } = findCommand(words);
  if (command === undefined) return printOverview(words, context);
  if (rest.includes('--help') || rest.includes('-h')) {
    await context.output.write(sealTerminal(renderHelp(command)));
    return 0;
  }
  const given = readArguments(command, rest);
  const run = await command.load();
  return run(given, context);
}

function findCommand(words: readonly string[]) {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ');
    const command = commands.find((candidate) => candidate.name === name);
    if (command !== undefined) return { command, rest: words.slice(length) };
  }
  return { command: undefined, rest: words };
}

async function printOverview(words: readonly string[], context: Context): Promise<ExitCode> {
  const [word] = words;
  if (word === undefined || word === '--help' || word === '-h' || word === 'help') {
    await context.output.write(sealTerminal(renderOverview(commands)));
    return word === undefined ? 2 : 0;
  }
  const guess = nearest(
    word,
    commands.map(({ name }: Command) => name),
  );
  const hint = guess === undefined ? '' : ` Did you mean ${guess}?`;
  throw new SluiceError(
    'input/usage',
    `There is no command ${JSON.stringify(word)}.${hint} Nothing was done. See sluice --help.`,
  );
}

type Ways = { readonly context: Context; readonly complaints: Sink };

async function complain(
  failure: unknown,
  words: readonly string[],
  { context, complaints }: Ways,
): Promise<ExitCode> {
  const error = toSluiceError(failure, context.signal);
  const { means, fix } = codes[error.code];
  // A message may quote names of files and words of the command line.
  const message = visibleLines(error.message).join('\n');
  const told = sealTerminal(`sluice: ${message}\n  ${error.code}: ${means}\n  ${fix}\n`);
  await complaints.write(told).catch(nobodyListens);
  if (wantsJson(words)) {
    const body = { version: 1, error: { code: error.code, message: error.message, fix } };
    await context.output.write(sealJson(body)).catch(nobodyListens);
  }
  return exitCodeOf(error.code);
}

/** A complaint that cannot be written leaves the exit code, which says the same. */
function nobodyListens(): void {}

function wantsJson(words: readonly string[]): boolean {
  const at = words.indexOf('--format');
  return words.includes('--format=json') || (at >= 0 && words[at + 1] === 'json');
}

/** A bug may quote anything in its message, so only the name of its class is shown. */
export function toSluiceError(failure: unknown, signal: AbortSignal): SluiceError {
  if (signal.aborted) return cancelled(failure);
  if (failure instanceof SluiceError) return failure;
  const name = failure instanceof Error ? failure.name : typeof failure;
  return new SluiceError(
    'internal/bug',
    `Something unforeseen happened (${name}). Sluice cannot tell what it means, so nothing is allowed. Run it again, and report it when it stays.`,
    { cause: failure },
  );
}

function cancelled(cause: unknown): SluiceError {
  return new SluiceError(
    'internal/cancelled',
    'The run was interrupted. Nothing that was not committed took effect. Run it again.',
    { cause },
  );
}

import { environmentCredentials } from '../../src/adapters/credentials/environment.ts';
import { fileCodeHost } from '../../src/adapters/file-code-host/file-code-host.ts';
import { openRepository } from '../../src/adapters/git/repository.ts';
import { createParser } from '../../src/adapters/parser/pg-query.ts';
import { database } from '../../src/adapters/postgres/session.ts';
import { createShadowProvider } from '../../src/adapters/shadow/auto.ts';
import { systemClock } from '../../src/adapters/system/clock.ts';
import { systemFiles } from '../../src/adapters/system/files.ts';
import { systemPrograms } from '../../src/adapters/system/programs.ts';
import { systemIds } from '../../src/adapters/system/ids.ts';
import type { Context } from '../../src/commands/context.ts';
import { runCommandLine } from '../../src/commands/run.ts';
import { parsePullRequest } from '../../src/config/pull-request.ts';
import { openEnvironmentHost } from '../../src/wire-host.ts';
import { root } from './cli.ts';

export type Answer = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Runs a command line in this process, as cli.ts would, with the real adapters. */
export async function runInProcess(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Answer> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const output = { write: async (text: string) => void stdout.push(text) };
  const complaints = { write: async (text: string) => void stderr.push(text) };
  const code = await runCommandLine(words, contextOf(environment, output), complaints);
  return { code, stdout: stdout.join(''), stderr: stderr.join('') };
}

/** The real adapters, as wiring.ts chooses them, and another output. */
export function contextOf(
  environment: Readonly<Record<string, string>>,
  output: Context['output'],
): Context {
  const { signal } = new AbortController();
  const progress = { step: () => {} };
  return {
    signal,
    environment,
    colour: false,
    output,
    progress,
    clock: systemClock,
    ids: systemIds,
    files: systemFiles,
    programs: systemPrograms,
    home: root,
    credentials: environmentCredentials(environment),
    openParser: createParser,
    openRepository: (directory) => openRepository(directory, signal),
    openCodeHost: (path) => fileCodeHost(path, parsePullRequest),
    openLiveCodeHost: async () => openEnvironmentHost(environment, signal),
    openDatabase: async () => database,
    openShadowProvider: async (choice) =>
      createShadowProvider(choice, { progress, credentials: environmentCredentials(environment) }),
  };
}

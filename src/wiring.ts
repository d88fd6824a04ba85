import { fileURLToPath } from 'node:url';
import { environmentCredentials } from './adapters/credentials/environment.ts';
import { fileCodeHost } from './adapters/file-code-host/file-code-host.ts';
import { openRepository } from './adapters/git/repository.ts';
import { createParser } from './adapters/parser/pg-query.ts';
import { systemClock } from './adapters/system/clock.ts';
import { systemFiles } from './adapters/system/files.ts';
import { systemPrograms } from './adapters/system/programs.ts';
import { systemIds } from './adapters/system/ids.ts';
import { wantsColour } from './adapters/terminal/colour.ts';
import { terminalProgress } from './adapters/terminal/progress.ts';
import { standardOutput } from './adapters/terminal/standard-output.ts';
import type { Context } from './commands/context.ts';

/** Chooses the adapters. What `check` does not need is loaded when a command first asks for it. */
export function wire(process: NodeJS.Process, signal: AbortSignal): Context {
  const progress = terminalProgress(process.stderr, wantsColour(process.stderr, process.env));
  return {
    signal,
    environment: process.env,
    colour: wantsColour(process.stdout, process.env),
    output: standardOutput(process.stdout),
    progress,
    clock: systemClock,
    ids: systemIds,
    files: systemFiles,
    programs: systemPrograms,
    home: fileURLToPath(new URL('..', import.meta.url)),
    credentials: environmentCredentials(process.env),
    openParser: createParser,
    openRepository: (directory) => openRepository(directory, signal),
    openCodeHost: (path) =>
      fileCodeHost(path, async (text) => {
        const { parsePullRequest } = await import('./config/pull-request.ts');
        return parsePullRequest(text);
      }),
    openLiveCodeHost: async () => {
      const { openEnvironmentHost } = await import('./wire-host.ts');
      return openEnvironmentHost(process.env, signal);
    },
    openDatabase: async () => (await import('./adapters/postgres/session.ts')).database,
    openShadowProvider: async (choice) => {
      const { createShadowProvider } = await import('./adapters/shadow/auto.ts');
      return createShadowProvider(choice, {
        progress,
        credentials: environmentCredentials(process.env),
      });
    },
  };
}

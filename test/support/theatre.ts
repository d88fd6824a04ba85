import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentCredentials } from '../../src/adapters/credentials/environment.ts';
import { createParser } from '../../src/adapters/parser/pg-query.ts';
import { type Cluster, startCluster } from '../../src/adapters/postgres/cluster.ts';
import { database } from '../../src/adapters/postgres/session.ts';
import type { ShadowChoice } from '../../src/adapters/shadow/auto.ts';
import { silentProgress } from '../../src/adapters/terminal/progress.ts';
import type { ExitCode } from '../../src/commands/command.ts';
import { runCommandLine } from '../../src/commands/run.ts';
import { type Stage, setStage } from '../../src/demo/stage.ts';
import type { Session } from '../../src/ports/database.ts';
import type { Sink } from '../../src/ports/sink.ts';
import { wire } from '../../src/wiring.ts';
import { findTestBinaries, testShadows } from './postgres.ts';

type Play = {
  readonly code: ExitCode;
  readonly output: string;
  readonly complaints: string;
};

/** One server on which the productions of several fixtures run, and Sluice's command line in process. */
export type Theatre = AsyncDisposable & {
  readonly cluster: Cluster;
  /** Everything lives below; removed in the end. */
  readonly directory: string;
  /** Builds git and databases of a fixture; `name` tells them from those of the others. */
  set(fixture: string, name: string): Promise<Stage>;
  /** Runs Sluice as wiring.ts makes it, with the credentials of the stage. */
  play(words: readonly string[], stage: Stage): Promise<Play>;
  /** A session on the database that a variable of the stage names; the caller disposes it. */
  connect(stage: Stage, variable: string): Promise<Session>;
};

export async function openTheatre(): Promise<Theatre> {
  const { signal } = new AbortController();
  const cluster = await startCluster({
    binaries: await findTestBinaries(),
    settings: {},
    bytes: 1024 ** 3,
    signal,
  });
  const directory = await mkdtemp(join(tmpdir(), 'sluice-theatre-'));
  const parser = createParser();
  const wired = wire(process, signal);
  return {
    cluster,
    directory,
    set: (fixture, name) =>
      setStage(fixture, join(directory, name), {
        cluster,
        database,
        parser,
        openRepository: wired.openRepository,
        signal,
        prefix: `${name.replaceAll('-', '_')}_`,
      }),
    play: async (words, stage) => {
      const [output, complaints] = [collect(), collect()];
      const context = {
        ...wired,
        output,
        colour: false,
        progress: silentProgress,
        openShadowProvider: async (choice: ShadowChoice) => testShadows(choice),
        environment: stage.environment,
        credentials: environmentCredentials(stage.environment),
      };
      const code = await runCommandLine(words, context, complaints);
      return { code, output: output.text(), complaints: complaints.text() };
    },
    connect: (stage, variable) =>
      database.connect({
        url: stage.environment[variable] ?? '',
        applicationName: 'sluice test',
        signal,
      }),
    [Symbol.asyncDispose]: async () => {
      await parser[Symbol.asyncDispose]();
      await cluster[Symbol.asyncDispose]();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function collect(): Sink & { readonly text: () => string } {
  const written: string[] = [];
  return {
    write: async (text) => {
      written.push(text);
    },
    text: () => written.join(''),
  };
}

import type { Clock } from '../ports/clock.ts';
import type { CodeHost } from '../ports/code-host.ts';
import type { CredentialProvider } from '../ports/credential-provider.ts';
import type { Database } from '../ports/database.ts';
import type { Files } from '../ports/files.ts';
import type { Ids } from '../ports/ids.ts';
import type { LiveCodeHost } from '../ports/live-code-host.ts';
import type { Parser } from '../ports/parser.ts';
import type { Programs } from '../ports/programs.ts';
import type { Progress } from '../ports/progress.ts';
import type { Repository } from '../ports/repository.ts';
import type { ShadowProvider } from '../ports/shadow-provider.ts';
import type { Sink } from '../ports/sink.ts';

/** `dsn:NAME` is the server whose URL the environment variable NAME holds. */
export type ShadowChoice = 'auto' | 'local-binaries' | 'npm-binaries' | `dsn:${string}`;

/** Everything that a command may touch; wiring.ts makes it, tests make their own. */
export type Context = {
  readonly signal: AbortSignal;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether standard output shows colour. */
  readonly colour: boolean;
  readonly output: Sink;
  readonly progress: Progress;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly files: Files;
  readonly programs: Programs;
  /** Sluice's own directory, which holds fixtures/ and policies/. */
  readonly home: string;
  readonly credentials: CredentialProvider;
  readonly openParser: () => Parser;
  readonly openRepository: (directory: string) => Repository;
  readonly openCodeHost: (path: string) => CodeHost;
  /** GitHub, as the environment of a workflow names it. Throws SluiceError input/usage when it does not. */
  readonly openLiveCodeHost: () => Promise<LiveCodeHost>;
  /** Loaded when first needed, because `check` must start quickly. */
  readonly openDatabase: () => Promise<Database>;
  readonly openShadowProvider: (choice: ShadowChoice) => Promise<ShadowProvider>;
};

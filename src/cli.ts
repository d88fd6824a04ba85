#!/usr/bin/env node
import { standardOutput } from './adapters/terminal/standard-output.ts';
import { runCommandLine } from './commands/run.ts';
import { wire } from './wiring.ts';

const interrupted = new AbortController();
// The first signal asks for an orderly end; the second one is Node's own: at once.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(name, () => interrupted.abort());

process.exitCode = await runCommandLine(
  process.argv.slice(2),
  wire(process, interrupted.signal),
  standardOutput(process.stderr),
);

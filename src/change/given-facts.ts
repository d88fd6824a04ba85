import type { ActionContext } from '../commands/action-command.ts';
import { largestFacts, readFacts } from '../config/facts.ts';
import type { Facts } from '../domain/facts.ts';
import { SluiceError } from '../errors.ts';
import { decodeUtf8 } from './decode.ts';
import { factsOfDatabases } from './facts-of-databases.ts';
import type { LoadedChange } from './judge-input.ts';
import { factsWorkflow, problemOfTakenRun } from './trusted-run.ts';

/** Lays facts beside a change, or says in its notices why there are none; in any case what time it is. */
export type LayFacts = (loaded: LoadedChange) => LoadedChange;

/**
 * The facts of the inputs `facts` and `facts-run`. What is missing, broken or not provably from outside
 * of every pull request is not used at all: every size then counts as the largest, and the report says
 * so. Throws only when the run was cancelled, or for a bug.
 */
export async function readGivenFacts(context: ActionContext): Promise<LayFacts> {
  const now = context.clock.now();
  const path = context.inputs.get('facts');
  if (path === undefined) return (loaded) => ({ ...loaded, now });
  const given = await orNotice(() => readTrusted(path, context));
  if (given.kind === 'unused') return (loaded) => ({ ...loaded, now, notices: [given.notice] });
  return (loaded) => layBeside(loaded, given.value, now);
}

function layBeside(loaded: LoadedChange, given: readonly Facts[], now: string): LoadedChange {
  try {
    return { ...loaded, now, facts: factsOfDatabases(given, loaded.controls.policy, now) };
  } catch (failure) {
    return { ...loaded, now, notices: [noticeOf(failure)] };
  }
}

type Read<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'unused'; readonly notice: string };

async function orNotice<Value>(read: () => Promise<Value>): Promise<Read<Value>> {
  try {
    return { kind: 'read', value: await read() };
  } catch (failure) {
    return { kind: 'unused', notice: noticeOf(failure) };
  }
}

function noticeOf(failure: unknown): string {
  if (!(failure instanceof SluiceError) || failure.code.startsWith('internal/')) throw failure;
  return `No facts are used, so every table counts as large. ${failure.message}`;
}

async function readTrusted(path: string, context: ActionContext): Promise<readonly Facts[]> {
  const run = context.inputs.get('facts-run');
  if (run === undefined) throw untrusted('nothing says which run took them');
  const problem = await problemOfTakenRun(run, factsWorkflow, context);
  if (problem !== undefined) throw untrusted(problem);
  const { files, host } = context;
  const facts: Facts[] = [];
  for (const file of await files.allFiles(path)) {
    const text = decodeUtf8(await files.read(file, largestFacts), file, 'input/facts');
    const read = readFacts(text);
    if (read.madeBy?.repository !== host.repository || read.madeBy.run !== run)
      throw untrusted('a file of another run stands where theirs should');
    facts.push(read);
  }
  if (facts.length === 0) throw untrusted('there is no file');
  return facts;
}

function untrusted(why: string): SluiceError {
  return new SluiceError(
    'input/facts',
    `The facts cannot be trusted: ${why}. Nothing is taken from them. Let sluice-facts.yml run on the default branch, as the file in examples/ does, and pass the run that find-facts found.`,
  );
}

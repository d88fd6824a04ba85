import { runInThisContext } from 'node:vm';

/** The task did not end in time and was stopped; what it worked on is in no known state. */
export class TimeLimitExceeded extends Error {}

const key = Symbol.for('sluice.task-with-time-limit');

/**
 * Runs a synchronous task and stops it after `milliseconds`, WebAssembly included: V8 looks for a request to
 * terminate at every loop and call. Throws TimeLimitExceeded, or whatever the task throws.
 */
export function withTimeLimit<Result>(milliseconds: number, task: () => Result): Result {
  const results: Result[] = [];
  Reflect.set(globalThis, key, () => {
    results.push(task());
  });
  try {
    runInThisContext(`globalThis[Symbol.for('${key.description}')]()`, { timeout: milliseconds });
  } catch (error) {
    throw isTimeout(error) ? new TimeLimitExceeded('The time limit was exceeded.') : error;
  } finally {
    Reflect.deleteProperty(globalThis, key);
  }
  const [result] = results;
  if (result === undefined) throw new TimeLimitExceeded('The task gave no result.');
  return result;
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}

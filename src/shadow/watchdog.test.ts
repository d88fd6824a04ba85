import { describe, expect, test } from 'vitest';
import type { Clock } from '../ports/clock.ts';
import type { Row, Session, StatementOutcome } from '../ports/database.ts';
import { executeWithin } from './watchdog.ts';

const quiet = { bytes: 0, temporary: 0, locks: 1, waiting: false };

/** A worker that runs until somebody cancels it, and a server that shows these numbers. */
function stage(seen: Row) {
  let cancel = (): void => {};
  const cancelled = new Promise<void>((resolve) => {
    cancel = resolve;
  });
  const asked: string[] = [];
  const common = {
    pid: 7,
    serverVersion: 150_000,
    transport: 'unix-socket' as const,
    copyIn: async () => {},
    copyOut: async function* () {},
    [Symbol.asyncDispose]: async () => {},
  };
  const worker: Session = {
    ...common,
    query: async () => [],
    execute: async (): Promise<StatementOutcome> => {
      await cancelled;
      return { kind: 'failed', sqlstate: '57014', message: 'canceling', durationMs: 1 };
    },
  };
  const observer: Session = {
    ...common,
    execute: async () => ({ kind: 'done', durationMs: 0 }),
    query: async (text) => {
      asked.push(text);
      if (text.includes('cancel')) cancel();
      return [seen];
    },
  };
  let now = 0;
  const clock: Clock = {
    now: () => '2026-01-01T00:00:00Z',
    ticks: () => now,
    sleep: async (ms, signal) => {
      await new Promise((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
      now += ms;
    },
  };
  return { worker, observer, clock, asked };
}

async function run(seen: Row, ownServer = true): Promise<StatementOutcome> {
  const { worker, observer, clock } = stage(seen);
  const limits = { limitMs: 60_000, growthBytes: 1_000, ownServer, clock };
  return executeWithin({ worker, observer }, 'select 1', limits);
}

describe('a statement is stopped', () => {
  test.each([
    [{ temporary: 2 * 1024 ** 3 }, 'its temporary files took more than 1073741824 bytes'],
    [{ locks: 20_001 }, 'it took more than 20000 locks'],
    [{ waiting: true }, 'it waited for a lock for more than 10000 ms'],
    [{}, 'it ran longer than 60000 ms'],
  ])('where the server shows %j', async (seen, because) => {
    const outcome = await run({ ...quiet, ...seen });

    expect(outcome).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining(`It was stopped: ${because}.`),
    });
  });

  test('on a server of others, its wait and the temporary files are not looked at', async () => {
    const { worker, observer, clock, asked } = stage(quiet);

    await executeWithin({ worker, observer }, 'select 1', {
      limitMs: 1_000,
      growthBytes: 1,
      ownServer: false,
      clock,
    });

    expect(asked[0]).not.toMatch(/tmpdir|wait_event/);
  });
});

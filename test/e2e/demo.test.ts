import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sluice, startSluice, untilClosed } from '../support/cli.ts';

/** Everything temporary of one run lies below, and every process of its servers names it. */
let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sluice-tmp-'));
  // As root the servers run under another account.
  await chmod(directory, 0o755);
});

afterEach(() => rm(directory, { recursive: true, force: true }));

test('the demo tells its story to the end and leaves nothing behind', async () => {
  const { code, stdout } = await sluice(['demo'], { environment: { TMPDIR: directory } });

  expect(code).toBe(0);
  expect(stdout.match(/^\d\. .+$/gm)).toEqual([
    '1. An agent opens a pull request',
    '2. The code owner approves',
    '3. The pull request is merged: staging first',
    '4. Then production',
    '5. The job runs again',
    '6. A year later, an auditor asks',
  ]);
  expect(stdout).toMatch(/Waiting: 2 approvals missing/);
  expect(stdout).toMatch(/Ready: approved by @dana/);
  expect(stdout).toMatch(/Target billing\/production\. Applied\./);
  expect(stdout).toMatch(/The chain is whole/);
  expect(await whatIsLeft()).toEqual({ files: [], processes: [] });
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  'a demo that gets %s in the middle of a rehearsal says so and leaves nothing behind',
  async (name) => {
    const child = startSluice(['demo'], { environment: { TMPDIR: directory } });
    const run = untilClosed(child);
    let progress = '';
    child.stderr.on('data', (bytes: Buffer) => (progress += bytes.toString()));
    while (!progress.includes('Rehearsing')) await once(child.stderr, 'data');

    child.kill(name);

    const { code, stdout, stderr } = await run;
    expect(code).toBe(3);
    expect(stdout + stderr).toMatch(/The run was interrupted/);
    expect(stdout + stderr).not.toMatch(/\n\s+at /);
    expect(await whatIsLeft()).toEqual({ files: [], processes: [] });
  },
);

/** What there still is after a moment in which the watchdogs may end. */
async function whatIsLeft() {
  for (let tries = 0; ; tries += 1) {
    const files = await readdir(directory);
    const processes = (await listProcesses()).filter((command) => command.includes(directory));
    if (tries === 50 || files.length + processes.length === 0) return { files, processes };
    await sleep(100);
  }
}

/** Command lines of all processes; a slim container has no ps. */
async function listProcesses(): Promise<readonly string[]> {
  if (!existsSync('/proc/self/cmdline'))
    return (await promisify(execFile)('ps', ['-A', '-o', 'args'])).stdout.split('\n');
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  return Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => 'gone')),
  );
}

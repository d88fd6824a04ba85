import { execFile } from 'node:child_process';
import { stat, utimes } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { testShadows } from '../support/postgres.ts';

const run = promisify(execFile);
const signal = new AbortController().signal;

test('lives on, takes whoever has its file, and is removed by what it says', async () => {
  const shadow = await testShadows('local-binaries').open({ databaseName: "my 'shop'", signal });
  const kept = await shadow.keep?.();
  await shadow[Symbol.asyncDispose]();
  const home = /rm -rf '([^']+)'/.exec(kept?.remove ?? '')?.[1] ?? '';

  const alive = await stat(home);
  const passwords = await stat(`${home}/pgpass`);
  const asked = await run('sh', ['-c', `${kept?.connect} -Atc 'select current_database()'`]).catch(
    (failure: unknown) => failure as { stdout: string; code: number },
  );
  await run('sh', ['-c', kept?.remove ?? 'false']);

  expect(alive.isDirectory()).toBe(true);
  expect(passwords.mode & 0o777).toBe(0o600);
  // A machine may have a server and no client.
  if (!('code' in asked) || asked.code !== 127) expect(asked.stdout).toBe("my 'shop'\n");
  await expect(stat(home)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('whose day is over and whose watchdog died is removed by the next one', async () => {
  const provider = testShadows('local-binaries');
  const shadow = await provider.open({ databaseName: 'shop', signal });
  const kept = await shadow.keep?.();
  const home = /rm -rf '([^']+)'/.exec(kept?.remove ?? '')?.[1] ?? '';
  const yesterday = new Date(Date.now() - 25 * 3_600_000);
  await utimes(`${home}/pgpass`, yesterday, yesterday);

  await using next = await provider.open({ databaseName: 'shop', signal });

  expect(next.serverVersion).toBeGreaterThan(0);
  await expect(stat(home)).rejects.toMatchObject({ code: 'ENOENT' });
});

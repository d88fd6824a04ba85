import { mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sweepKept } from './kept-cluster.ts';

const hour = 3_600_000;
const now = Date.parse('2026-01-05T08:00:00Z');
const mine = { uid: process.getuid!(), gid: process.getgid!() };

test('a server that was kept for longer than a day is removed, and nothing else', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'sluice-sweep-'));
  const place = async (name: string, hours: number, file = 'pgpass'): Promise<void> => {
    await mkdir(join(parent, name, 'data'), { recursive: true });
    await writeFile(join(parent, name, file), 'x');
    const at = new Date(now - hours * hour);
    await utimes(join(parent, name, file), at, at);
  };
  await place('sluice-pg-old', 25);
  await place('sluice-pg-young', 24);
  await place('sluice-pg-running', 100, 'server.log');
  await place('another', 100);
  await symlink(join(parent, 'another'), join(parent, 'sluice-pg-link'));
  await mkdir(join(parent, 'sluice-pg-linked'));
  await symlink(join(parent, 'another', 'pgpass'), join(parent, 'sluice-pg-linked', 'pgpass'));
  await writeFile(join(parent, 'sluice-pg-file'), 'x');
  const before = await readdir(parent);

  await sweepKept(parent, { uid: mine.uid + 1, gid: mine.gid }, now);
  const afterOther = await readdir(parent);
  await sweepKept(parent, mine, now);
  const after = await readdir(parent);
  await rm(parent, { recursive: true });

  expect(afterOther).toEqual(before);
  expect(after).toEqual(before.filter((name) => name !== 'sluice-pg-old'));
  await expect(sweepKept(join(parent, 'gone'), mine, now)).resolves.toBeUndefined();
});

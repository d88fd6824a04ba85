import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PullRequest } from '../../domain/change.ts';
import { fileCodeHost } from './file-code-host.ts';

const signal = new AbortController().signal;
let directory = '';

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sluice-code-host-'));
});

afterAll(() => rm(directory, { recursive: true, force: true }));

function titled(text: string): PullRequest {
  return {
    number: 1,
    title: text,
    targetBranch: 'main',
    author: { kind: 'human', login: 'carol', onBehalfOf: [] },
    reviews: [],
    permissions: new Map(),
    teams: new Map(),
  };
}

test('hands the text of the file to the parser', async () => {
  const path = join(directory, 'pull-request.json');
  await writeFile(path, '{"é": 1}');

  const pullRequest = await fileCodeHost(path, titled).readPullRequest(signal);

  expect(pullRequest).toEqual(titled('{"é": 1}'));
});

test.each([
  ['is absent', undefined],
  ['is too large', Buffer.alloc(4 * 1024 * 1024 + 1, 32)],
  ['is not UTF-8', Buffer.from([0x7b, 0xff])],
])('refuses a file that %s', async (title, content) => {
  const path = join(directory, title);
  if (content !== undefined) await writeFile(path, content);

  const reading = fileCodeHost(path, titled).readPullRequest(signal);

  await expect(reading).rejects.toMatchObject({ code: 'input/file-unreadable' });
});

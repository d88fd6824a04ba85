import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sealMarkdown } from '../../report/redact.ts';
import { writeOutputs, writeSummary } from './outputs.ts';

let directory: string;
let environment: { readonly GITHUB_OUTPUT: string; readonly GITHUB_STEP_SUMMARY: string };

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sluice-outputs-'));
  environment = {
    GITHUB_OUTPUT: join(directory, 'output'),
    GITHUB_STEP_SUMMARY: join(directory, 'summary'),
  };
  await writeFile(environment.GITHUB_STEP_SUMMARY, '');
});

afterEach(() => rm(directory, { recursive: true, force: true }));

test('no value can end its own block', async () => {
  await writeOutputs(environment, { decision: 'deny\nEOF\nlevel<<EOF\nlow\nEOF' });

  const text = await readFile(environment.GITHUB_OUTPUT, 'utf8');
  const [, delimiter = ''] = /^decision<<(sluice-[0-9a-f-]{36})\n/.exec(text) ?? [];
  expect(delimiter).not.toBe('');
  expect(text.split(`\n${delimiter}\n`)[0]).toBe(
    `decision<<${delimiter}\ndeny\nEOF\nlevel<<EOF\nlow\nEOF`,
  );
});

test('an output that action.yml does not have is a bug', async () => {
  await expect(writeOutputs(environment, { planted: 'x' })).rejects.toMatchObject({
    code: 'internal/bug',
  });
});

test.each([undefined, ''])('without a file the outputs go nowhere: %j', async (path) => {
  const given = path === undefined ? {} : { GITHUB_OUTPUT: path };

  await expect(writeOutputs(given, { decision: 'allow' })).rejects.toMatchObject({
    code: 'input/usage',
  });
});

test('a summary that GitHub would drop is replaced, not cut', async () => {
  await writeSummary(environment, sealMarkdown(`# Long\n${'ä'.repeat(600_000)}`));
  await writeSummary(environment, sealMarkdown('# Short'));

  const text = await readFile(environment.GITHUB_STEP_SUMMARY, 'utf8');
  expect(text).toBe(
    '## Sluice\n\nThe summary is longer than GitHub takes. The JSON report holds all of it.\n# Short\n',
  );
});

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sealJson, sealMarkdown } from '../../report/redact.ts';
import { systemFiles } from '../system/files.ts';
import { publish } from './publish.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sluice-publish-'));
});

afterEach(() => rm(directory, { recursive: true, force: true }));

async function publishing(exitCode: 0 | 1, notice: string) {
  const said: string[] = [];
  const places = {
    environment: { GITHUB_OUTPUT: join(directory, 'output') },
    files: systemFiles,
    report: join(directory, 'report.json'),
    say: (line: string) => void said.push(line),
  };
  const result = {
    exitCode,
    outputs: { decision: 'deny' },
    summary: sealMarkdown('# Summary'),
    report: sealJson({ version: 1 }),
    notice,
  };
  return { code: await publish(result, places), said };
}

test('says what a command did, and writes its report', async () => {
  expect(await publishing(0, 'Rehearsals: 1.')).toEqual({ code: 0, said: ['Rehearsals: 1.'] });
  expect(await readFile(join(directory, 'report.json'), 'utf8')).toBe('{\n  "version": 1\n}\n');
});

test('shows the last line as an error when the job fails', async () => {
  expect(await publishing(1, 'Files: 1.\nThe decision is deny.')).toEqual({
    code: 1,
    said: ['Files: 1.', '::error::The decision is deny.'],
  });
});

test('lets no line be a command of the runner', async () => {
  const { said } = await publishing(1, '::set-output name=x::y\n##[add-path]x\n  ::error::z');

  expect(said).toEqual([
    '<U+003A>:set-output name=x::y',
    '##<U+005B>add-path]x',
    '::error::  <U+003A>:error::z',
  ]);
});

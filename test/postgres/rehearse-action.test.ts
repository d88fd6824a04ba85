import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rehearseForAction } from '../../src/commands/rehearse-action.ts';
import { parseStoredEvidence } from '../../src/config/stored-evidence.ts';
import { digestOf } from '../../src/domain/digest.ts';
import { testShadows } from '../support/postgres.ts';
import { buildRehearsalStage, rehearsalContext } from '../support/rehearsal-stage.ts';
import type { RehearsalStage } from '../support/rehearsal-stage.ts';

const sql = 'create table planted (id int); insert into planted values (1), (2);';
let directory: string;
let stage: RehearsalStage;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sluice-rehearse-action-'));
  stage = await buildRehearsalStage(directory, [
    { 'db/2.sql': sql },
    { 'db/2.sql': 'select 1/0;' },
  ]);
});

afterAll(() => rm(directory, { recursive: true, force: true }));

test.each([
  [1, 'completed', 'Rehearsals: 1. Completed: 1.'],
  [2, 'failed', 'Rehearsals: 1. Completed: 0.'],
])('stores what pull request %i did on a schema without rows: %s', async (number, kind, notice) => {
  const context = rehearsalContext(stage, testShadows('local-binaries'), {
    occasion: { kind: 'pull-request', number },
  });

  const result = await rehearseForAction(context);

  const text = await readFile(stage.evidence, 'utf8');
  const { rehearsals } = parseStoredEvidence(text);
  expect(rehearsals.map(({ database, evidence }) => [database, evidence.outcome.kind])).toEqual([
    ['shop', kind],
  ]);
  expect(rehearsals[0]?.evidence.shadow).toMatchObject({ data: 'none', copiedRows: 0 });
  expect(result).toMatchObject({
    exitCode: 0,
    outputs: { evidence: stage.evidence, 'evidence-digest': digestOf(text) },
    notice,
  });
  expect(result.summary).not.toContain('planted');
});

test('stores which rows change, where it is told to', async () => {
  const context = rehearsalContext(stage, testShadows('local-binaries'), {
    occasion: { kind: 'pull-request', number: 1 },
    inputs: { 'row-images': 'true' },
  });

  await rehearseForAction(context);

  const { rehearsals } = parseStoredEvidence(await readFile(stage.evidence, 'utf8'));
  expect(rehearsals[0]?.evidence.units[0]?.rowImages?.tables).toMatchObject([
    { table: 'public.planted', inserted: 2, images: [{ kind: 'insert' }, { kind: 'insert' }] },
  ]);
});

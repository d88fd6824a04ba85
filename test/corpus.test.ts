import { expect, test } from 'vitest';
import { emptyCatalog } from '../src/catalog/catalog.ts';
import type { Finding } from '../src/domain/finding.ts';
import { effectsOf } from '../src/effects/effects.ts';
import { evaluateRules } from '../src/rules/evaluate.ts';
import { scriptOf } from './fakes/scripts.ts';
import {
  type CorpusCase,
  readCorpus,
  readKnownMisses,
  renderCoverage,
  sightOf,
} from './support/corpus.ts';

const adversarial = readCorpus('adversarial');
const harmless = readCorpus('harmless');
const misses = readKnownMisses();

async function findingsOf({ sql }: CorpusCase): Promise<readonly Finding[]> {
  const scripts = [await scriptOf(sql)];
  return evaluateRules(effectsOf(scripts, emptyCatalog), emptyCatalog, scripts);
}

test.each(adversarial.filter(({ id }) => !misses.has(id)))('sees $id: $note', async (adversary) => {
  expect(sightOf(adversary, await findingsOf(adversary))).toBe('seen');
});

test.each(harmless.filter(({ id }) => !misses.has(id)))(
  'has nothing to say about $id: $note',
  async (one) => {
    expect((await scriptOf(one.sql)).statements.map(({ kind }) => kind)).not.toContain('unparsed');
    expect(await findingsOf(one)).toEqual([]);
  },
);

test('every case has a name of its own', () => {
  const ids = [...adversarial, ...harmless].map(({ id }) => id);

  expect(new Set(ids).size).toBe(ids.length);
});

test('corpus/misses.txt lists what is not seen, and nothing else', async () => {
  const found: string[] = [];
  for (const one of adversarial) {
    const sight = sightOf(one, await findingsOf(one));
    if (sight !== 'seen') found.push(`${one.id} ${sight}`);
  }
  const listed = [...misses].map(([id, sight]) => `${id} ${sight}`);
  const cases = new Set(harmless.map(({ id }) => id));

  expect(listed.filter((line) => !cases.has(line.split(' ')[0] ?? ''))).toEqual(found);
});

test('docs/coverage.md counts them', async () => {
  const sights = [];
  for (const one of adversarial)
    sights.push({ case: one, sight: sightOf(one, await findingsOf(one)) });
  const judged = [];
  for (const one of harmless) judged.push({ case: one, findings: await findingsOf(one) });

  await expect(renderCoverage(sights, judged)).toMatchFileSnapshot('../docs/coverage.md');
});

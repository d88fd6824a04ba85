import { describe, expect, test } from 'vitest';
import { scriptOf } from '../../test/fakes/scripts.ts';
import { advance, emptyCatalog } from '../catalog/catalog.ts';
import type { Actor } from '../domain/actor.ts';
import type { Assessment } from '../domain/assessment.ts';
import { levels } from '../domain/finding.ts';
import { effectsOf } from '../effects/effects.ts';
import { evaluateRules } from '../rules/evaluate.ts';
import { rules } from '../rules/index.ts';
import { assess } from './assess.ts';

const actor: Actor = { kind: 'human', login: 'ann', onBehalfOf: [] };

async function assessed(files: readonly string[]): Promise<Assessment> {
  const scripts = await Promise.all(files.map((sql, index) => scriptOf(sql, `${index}.sql`)));
  const effects = effectsOf(scripts, emptyCatalog);
  const findings = evaluateRules(effects, advance(emptyCatalog, effects), scripts);
  return assess({ findings, actor });
}

const speaking = rules.flatMap(({ id, invalid, counterfactual }) =>
  counterfactual === undefined ? [] : [{ id, first: invalid[0].sql, counterfactual }],
);

describe.each(speaking)('$id', ({ first, counterfactual }) => {
  test('weighs as little as it says, done the other way', async () => {
    const otherwise = await assessed(counterfactual.with);

    expect(otherwise.level).toBe(counterfactual.level);
  });

  test('says so of its first example, and of less than that example weighs', async () => {
    const before = await assessed([first]);

    const sentence = `${counterfactual.level} if ${counterfactual.when}.`;
    expect(before.reasons.map((reason) => reason.counterfactual)).toContain(sentence);
    expect(levels.indexOf(counterfactual.level)).toBeLessThan(levels.indexOf(before.level));
  });
});

test('many rules know another way', () => {
  expect(speaking.length).toBeGreaterThan(10);
});

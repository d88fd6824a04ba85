import { expect, test } from 'vitest';
import { scriptOf } from '../../test/fakes/scripts.ts';
import { emptyCatalog } from '../catalog/catalog.ts';
import { evaluateRules } from '../rules/evaluate.ts';
import { effectsOf } from './effects.ts';

test('refuses functions that call each other too often to be followed', async () => {
  const finding = await refusalOf(steps(20), 'select f0()');

  expect(finding).toMatch(/^Cannot be judged: Functions of this change call each other so often/);
});

test('refuses them where a column hides the call', async () => {
  const finding = await refusalOf(steps(20), 'select t.f0 from t');

  expect(finding).toMatch(/^Cannot be judged: Functions of this change call each other so often/);
});

test('follows a long chain of functions', async () => {
  const chain = Array.from(
    { length: 100 },
    (_, step) => `create function f${step}() returns int language sql as 'select f${step + 1}()';`,
  );
  const end = "create function f100() returns int language sql as 'delete from users returning 1';";
  const script = await scriptOf(`${chain.join('')}${end}select f0()`);

  const effects = effectsOf([script], emptyCatalog);

  expect(effects.filter(({ kind }) => kind === 'unknown')).toEqual([]);
  expect(effects.some(({ kind, statement }) => kind === 'writes' && statement === 101)).toBe(true);
});

/** Each step calls the next one twice. */
function steps(count: number): string {
  const bodies = Array.from(
    { length: count },
    (_, step) =>
      `create function f${step}() returns int language sql as 'select f${step + 1}() + f${step + 1}()';`,
  );
  return `${bodies.join('')}create function f${count}() returns int language sql as 'select 1';`;
}

async function refusalOf(functions: string, statement: string): Promise<string | undefined> {
  const script = await scriptOf(`${functions}${statement}`);
  const effects = effectsOf([script], emptyCatalog);
  const findings = evaluateRules(effects, emptyCatalog, [script]);
  return findings.find(({ denies }) => denies)?.message;
}

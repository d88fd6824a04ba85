import { expect, test } from 'vitest';
import { scriptOf } from '../../test/fakes/scripts.ts';
import { folded, notFolded } from '../../test/support/fold.ts';
import { foldSelect } from './fold.ts';

async function foldOf(expression: string): Promise<string | undefined> {
  const [statement] = (await scriptOf(`select ${expression}`)).statements;
  if (statement?.kind !== 'parsed') throw new Error(`It does not parse: ${expression}`);
  return foldSelect(statement.node);
}

test.each(folded)('folds %s to %s', async (expression, text) => {
  expect(await foldOf(expression)).toBe(text);
});

test.each(notFolded)('does not fold %s', async (expression) => {
  expect(await foldOf(expression)).toBeUndefined();
});

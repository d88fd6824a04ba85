import { expect, test } from 'vitest';
import { fakes, honest } from './support/identity.data.ts';
import { isSilent } from './support/identity.ts';

test.each(fakes)('is not taken in by $name', async ({ sql }) => {
  expect(await isSilent(sql, sql.length - 1)).toBe(false);
});

test.each(honest)('says nothing of $name that was made and dropped', async ({ sql }) => {
  expect(await isSilent(sql, sql.length - 1)).toBe(true);
});

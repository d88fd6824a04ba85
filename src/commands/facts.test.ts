import { expect, it } from 'vitest';
import type { Context } from './context.ts';
import { facts } from './facts.ts';

const asked: string[] = [];
const context = {
  credentials: {
    urlOf: async (variable: string) => {
      asked.push(variable);
      throw new Error('asked');
    },
  },
} as unknown as Context;

const given = (options: Readonly<Record<string, string>>) => ({
  positionals: [],
  options: new Map(Object.entries(options)),
});

it.each([
  ['a variable without a database', { from: 'env:REPLICA_URL' }],
  ['a variable that is none', { from: 'env:replica url', database: 'billing' }],
  ['a database beside a target', { from: 'billing/production', database: 'users' }],
])('refuses %s before it asks for a credential', async (_what, options) => {
  await expect(facts(given(options), context)).rejects.toMatchObject({ code: 'input/usage' });
  expect(asked).toEqual([]);
});

it('asks for the variable that it was given', async () => {
  const run = facts(given({ from: 'env:REPLICA_URL', database: 'billing' }), context);

  await expect(run).rejects.toThrow('asked');
  expect(asked).toEqual(['REPLICA_URL']);
});

import { describe, expect, it } from 'vitest';
import { someFacts } from '../../test/support/facts.ts';
import { parsePolicy } from '../config/policy.ts';
import type { Facts } from '../domain/facts.ts';
import type { LoadedChange } from '../change/judge-input.ts';
import type { Context } from './context.ts';
import { readCheckedFacts, withFacts } from './read-facts.ts';

type Tree = Readonly<Record<string, string>>;

function contextOf(tree: Tree): Context {
  return {
    clock: { now: () => '2026-03-02T12:00:00Z' },
    files: {
      allFiles: async (path: string) =>
        Object.keys(tree).filter((name) => name === path || name.startsWith(`${path}/`)),
      read: async (path: string) => new TextEncoder().encode(tree[path]),
    },
  } as unknown as Context;
}

const given = (path: string) => ({ positionals: [], options: new Map([['facts', path]]) });
const written = (facts: Facts) => JSON.stringify({ version: 1, ...facts });
const billing = someFacts({ serverVersion: 140_022 });
const users = someFacts({ database: 'users/production' });
const policy = parsePolicy(
  `version: 1
databases:
  billing: { paths: [db/**], layout: plain, targets: [] }
  users: { paths: [users/**], layout: plain, targets: [{ name: production, url: env:U }] }
`,
  'policy.yml',
);

describe('check', () => {
  it('reads no directory that is hardly one of facts', async () => {
    const files = Array.from({ length: 201 }, (_, index) => [`f/${index}.json`, '{}'] as const);

    const read = readCheckedFacts(given('f'), contextOf(Object.fromEntries(files)));

    await expect(read).rejects.toMatchObject({
      code: 'input/facts',
      message: expect.stringMatching(/holds 201 files/),
    });
  });

  it('lets the only file speak for everything where there is no policy', async () => {
    const context = contextOf({ 'facts.json': written(billing) });

    const read = await readCheckedFacts(given('facts.json'), context);

    expect([read.major, read.ofNoPolicy()]).toEqual([14, billing]);
  });

  it('gives each path the facts of the database that governs it', async () => {
    const context = contextOf({ 'f/a.json': written(users), 'f/b.json': written(billing) });

    const read = await readCheckedFacts(given('f'), context);

    const of = read.of(policy);
    expect([of('db/1.sql'), of('users/1.sql'), of('other/1.sql')]).toEqual([
      billing,
      users,
      undefined,
    ]);
  });

  it.each([
    ['two files', { 'f/a': written(users), 'f/b': written(billing) }],
    ['no file', {}],
  ])('refuses %s without a policy', async (_what, tree: Tree) => {
    const read = await readCheckedFacts(given('f'), contextOf(tree));

    expect(() => read.ofNoPolicy()).toThrow(expect.objectContaining({ code: 'input/facts' }));
  });

  it('refuses what is no UTF-8', async () => {
    const context = contextOf({ f: '' });
    const broken = {
      ...context,
      files: { ...context.files, read: async () => new Uint8Array([0xff]) },
    };

    await expect(readCheckedFacts(given('f'), broken)).rejects.toMatchObject({
      code: 'input/facts',
    });
  });
});

describe('review and rehearse', () => {
  const loaded: LoadedChange = {
    change: {},
    databases: [],
    controls: { policy, codeowners: undefined, masking: undefined },
  } as never;

  it('lay the facts beside the change by the policy of its base', async () => {
    const change = await withFacts(loaded, given('f'), contextOf({ f: written(users) }));

    expect([...(change.facts ?? [])]).toEqual([['users', users]]);
  });

  it('refuse the facts of a database that the policy does not name', async () => {
    const context = contextOf({ f: written({ ...users, database: 'users/staging' }) });

    await expect(withFacts(loaded, given('f'), context)).rejects.toMatchObject({
      code: 'input/facts',
    });
  });
});

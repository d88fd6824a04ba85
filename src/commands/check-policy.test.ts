import { expect, test } from 'vitest';
import { openRepository } from '../adapters/git/repository.ts';
import type { Repository } from '../ports/repository.ts';
import { SluiceError } from '../errors.ts';
import { findCheckPolicy } from './check-policy.ts';
import type { Context } from './context.ts';

type Tree = Readonly<Record<string, string>>;

const policyWith = (more: string) =>
  `version: 1\ndatabases: { shop: { paths: [db/**], layout: plain, targets: [] } }\n${more}\n`;
const allowing = `suppressions:
  - { rule: blocking-scan, object: table users, reason: Small., expires: 2999-12-31 }
risk: { small-table: { rows: 500 }, levels: { high: 30 } }`;
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A work tree below /shop, one works in /shop/db, and a clone that may hold the base. */
function contextOf(
  tree: Tree,
  { base, links = [], branch }: { base?: Tree; links?: readonly string[]; branch?: string } = {},
): Context {
  const repository: Pick<Repository, 'resolve' | 'tree' | 'blob'> = {
    resolve: async (name) => {
      if (base === undefined || name !== 'refs/remotes/origin/main')
        throw new SluiceError('host/git', 'There is no such commit.');
      return 'b'.repeat(40) as never;
    },
    tree: async () =>
      Object.keys(base ?? {}).map((path) => ({ path, entry: 'file', blob: path, size: 1 })),
    blob: async (name) => bytesOf(base?.[name] ?? ''),
  };
  return {
    environment: branch === undefined ? {} : { GITHUB_BASE_REF: branch },
    files: {
      read: async (path: string) => bytesOf(tree[path.replace('/shop/', '')] ?? ''),
      root: async () => ({
        directory: '/shop',
        find: async (name: string) =>
          name in tree ? { path: `/shop/${name}`, isPlain: !links.includes(name) } : undefined,
        nameOf: (path: string) => `db/${path}`,
      }),
    },
    openRepository: () => repository,
  } as unknown as Context;
}

const nothing = { positionals: [], options: new Map<string, string>() };
const own = '.sluice/policy.yml';

test('there is none where the repository has none, and nothing is read', async () => {
  expect(await findCheckPolicy(nothing, contextOf({}))).toBeUndefined();
});

test('the repository’s own policy comes with its masking, and names paths from its root', async () => {
  const masking = 'version: 1\ndatabases: { shop: { columns: { public.users.tag: token } } }\n';
  const tree = { [own]: policyWith(allowing), '.sluice/masking.yml': masking };

  const found = await findCheckPolicy(nothing, contextOf(tree));

  expect(found?.used).toEqual({
    path: own,
    from: 'work-tree',
    digest: expect.stringMatching(/^sha256:/),
  });
  expect(found?.policy.suppressions).toHaveLength(1);
  expect(found?.masking?.databases.map(({ database }) => database)).toEqual(['shop']);
  expect(found?.nameOf('1.sql')).toBe('db/1.sql');
});

test('--policy goes before it, and names paths as they are written', async () => {
  const tree = { [own]: policyWith(allowing), 'other.yml': policyWith('') };
  const given = { positionals: [], options: new Map([['policy', 'other.yml']]) };

  const found = await findCheckPolicy(given, contextOf(tree, { branch: 'main' }));

  expect(found?.used).toMatchObject({ path: 'other.yml', from: 'option' });
  expect(found?.policy.suppressions).toBeUndefined();
  expect(found?.nameOf('1.sql')).toBe('1.sql');
});

test('for a pull request it is that of the base, whatever stands in the work tree', async () => {
  const tree = { [own]: policyWith(allowing) };

  const found = await findCheckPolicy(
    nothing,
    contextOf(tree, { base: { [own]: policyWith('') }, branch: 'main' }),
  );

  expect(found?.used).toMatchObject({ path: own, from: 'target-branch' });
  expect(found?.policy.suppressions).toBeUndefined();
});

test('for a pull request whose base has none there is none', async () => {
  const context = contextOf({ [own]: policyWith(allowing) }, { base: {}, branch: 'main' });

  expect(await findCheckPolicy(nothing, context)).toBeUndefined();
});

test('a pull request makes nothing lenient where the clone has no base, and says so', async () => {
  const context = contextOf({ [own]: policyWith(allowing) }, { branch: 'main' });

  const found = await findCheckPolicy(nothing, context);

  expect(found?.used.from).toBe('work-tree');
  expect(found?.policy.suppressions).toBeUndefined();
  expect(found?.policy.risk).toEqual({
    smallTable: { rows: 10_000, bytes: 16 * 1024 ** 2 },
    levels: { medium: 15, high: 30, critical: 70 },
  });
  expect(found?.notices).toEqual([expect.stringMatching(/does not hold the target branch main/)]);
});

test('a run that was interrupted is not taken for a clone without a base', async () => {
  const context = {
    ...contextOf({ [own]: policyWith(allowing) }, { branch: 'main' }),
    openRepository: (directory: string) => openRepository(directory, AbortSignal.abort()),
  };

  await expect(findCheckPolicy(nothing, context)).rejects.toMatchObject({
    code: 'internal/cancelled',
  });
});

test.each([
  ['a link', { links: [own] }, policyWith('')],
  ['no YAML', {}, 'version: 1\ndatabases: ['],
  ['an unknown key', {}, policyWith('supressions: []')],
])('a policy that is %s is refused, not passed over', async (_what, more, text) => {
  await expect(findCheckPolicy(nothing, contextOf({ [own]: text }, more))).rejects.toMatchObject({
    code: 'input/policy',
  });
});

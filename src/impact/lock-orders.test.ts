import { describe, expect, test } from 'vitest';
import { catalogOf } from '../catalog/catalog.ts';
import { effectsOf } from '../effects/effects.ts';
import { scriptOf } from '../../test/fakes/scripts.ts';
import {
  lockOrders,
  locksSeveral,
  oppositeOrders,
  tooMany,
  type LockOrder,
} from './lock-orders.ts';

async function ordersOf(...texts: readonly string[]): Promise<readonly LockOrder[]> {
  const scripts = [];
  for (const [index, sql] of texts.entries()) scripts.push(await scriptOf(sql, `${index + 1}.sql`));
  const effects = effectsOf(scripts, catalogOf(undefined), { postgres: 16 });
  return lockOrders(effects, ({ unitId }) => unitId);
}

async function hints(own: string, ...theirs: readonly string[]): Promise<readonly string[]> {
  const other = { name: 'pull request 12', orders: await ordersOf(...theirs) };
  return oppositeOrders((await ordersOf(own)).filter(locksSeveral), [other]);
}

const column = (table: string): string => `alter table ${table} add column note text;`;
const own = `${column('orders')} ${column('customers')}`;

describe('a change and another that is under way', () => {
  test('deadlock where they lock the same tables in opposite orders', async () => {
    expect(await hints(own, `${column('customers')} ${column('orders')}`)).toEqual([
      '1.sql locks orders (ACCESS EXCLUSIVE), then customers (ACCESS EXCLUSIVE); pull request 12 locks them the other way round. When both run at once each waits for the other, and PostgreSQL ends one of them. Take the tables in the same order, or give each a file of its own.',
    ]);
  });

  test.each([
    ['another schema is written', `${column('public.customers')} ${column('orders')}`, 1],
    ['the other writes before it alters', `update customers set a = 1; ${column('orders')}`, 1],
    ['the other indexes them', 'create index on customers (a); create index on orders (a);', 1],
    ['a third table comes between', `${column('customers')} ${column('x')} ${column('orders')}`, 1],
    ['a table is taken again later', `${own} ${column('orders')}`, 0],
    ['the orders are the same', own, 0],
    ['they share one table', `${column('customers')} ${column('notes')}`, 0],
    ['the schemas differ', `${column('a.customers')} ${column('a.orders')}`, 1],
    ['the other only writes', 'update customers set a = 1; update orders set a = 1;', 1],
    ['the other creates one itself', `${column('customers')} create table orders (); ${own}`, 0],
  ])('where %s', async (_, theirs, count) => {
    expect(await hints(own, theirs)).toHaveLength(count);
  });

  test('do not deadlock where schemas tell the tables apart', async () => {
    const here = `${column('a.orders')} ${column('a.customers')}`;
    expect(await hints(here, `${column('b.customers')} ${column('b.orders')}`)).toEqual([]);
  });

  test('do not deadlock over modes that several may hold', async () => {
    const index = (table: string): string => `create index on ${table} (a);`;
    const both = [index('orders') + index('customers'), index('customers') + index('orders')];
    expect(await hints(both[0]!, both[1]!)).toEqual([]);
  });

  test('do not deadlock where each table has a transaction of its own', async () => {
    expect(await hints(own, column('customers'), column('orders'))).toEqual([]);
  });
});

test('only who waits for one table while another waits for it is compared', async () => {
  const several = async (sql: string): Promise<boolean> => (await ordersOf(sql)).some(locksSeveral);
  expect(await several(own)).toBe(true);
  expect(await several(`update orders set a = 1; ${column('customers')}`)).toBe(false);
  expect(await several(`${column('orders')} ${column('public.orders')}`)).toBe(false);
  expect(await several(`create table orders (); ${own}`)).toBe(false);
});

test('more than anybody reviews is not compared', async () => {
  const many = (count: number): readonly string[] =>
    Array.from({ length: count }, (_, index) => column(`t${index}`));
  expect(tooMany(await ordersOf(...many(20)))).toBeUndefined();
  expect(tooMany(await ordersOf(...many(21)))).toMatch(/^more than 20 transactions/);
  expect(tooMany(await ordersOf(many(100).join('\n')))).toBeUndefined();
  expect(tooMany(await ordersOf(many(101).join('\n')))).toMatch(/more than 100 locks$/);
});

import { describe, expect, it } from 'vitest';
import { someFacts, someTable } from '../../test/support/facts.ts';
import { digestOf } from '../domain/digest.ts';
import type { Facts } from '../domain/facts.ts';
import { compareSchemas } from './drift.ts';

const users = someTable('public', 'users');
const orders = someTable('public', 'orders', {
  foreignKeys: [
    {
      name: 'orders_user',
      columns: ['id'],
      references: { schema: 'public', name: 'users', columns: ['id'] },
      onDelete: 'cascade',
      onUpdate: 'no-action',
      validated: true,
    },
  ],
});

const target = (facts: Partial<Facts>) => someFacts({ ...facts, fingerprint: digestOf('target') });
const shadow = (facts: Partial<Facts>) => someFacts({ ...facts, fingerprint: digestOf('shadow') });

describe('how the schema of a shadow differs', () => {
  it('is not asked where the fingerprints are the same', () => {
    const one = someFacts({ relations: [users] });
    const other = someFacts({ relations: [] });

    expect(compareSchemas(one, other)).toEqual({
      drift: { objects: [], more: 0 },
      tables: [],
      unexplained: false,
    });
  });

  it('does not lie in sizes, partitions, tables of tools or functions of extensions', () => {
    const tool = someTable('public', 'flyway_schema_history');
    const partition = { ...someTable('public', 'events_2026'), isPartition: true };
    const c = {
      schema: 'public',
      name: 'similarity',
      arguments: 'text, text',
      kind: 'function',
      volatility: 'immutable',
      language: 'c',
      securityDefiner: false,
    } as const;

    const { drift, unexplained } = compareSchemas(
      target({ relations: [{ ...users, rows: 9, bytes: 8192 }, tool, partition], functions: [c] }),
      shadow({ relations: [users] }),
    );

    expect(drift).toEqual({ objects: [], more: 0 });
    expect(unexplained).toBe(true);
  });

  it('is told by object, with the tables that stand in doubt because of it', () => {
    const { drift, tables } = compareSchemas(
      target({ relations: [users, orders] }),
      shadow({
        relations: [
          someTable('public', 'users', { rowSecurity: 'on' }),
          someTable('public', 'notes'),
        ],
      }),
    );

    expect(drift.objects).toEqual([
      { object: 'table public.notes', how: 'only-on-shadow' },
      { object: 'table public.orders', how: 'only-on-target' },
      { object: 'table public.users', how: 'different' },
    ]);
    expect(tables).toEqual(['public.notes', 'public.orders', 'public.users']);
  });

  it('names ten objects and counts the others', () => {
    const relations = Array.from({ length: 13 }, (_, index) =>
      someTable('public', `t${String(index).padStart(2, '0')}`),
    );

    const { drift } = compareSchemas(target({ relations }), shadow({}));

    expect(drift.objects).toHaveLength(10);
    expect(drift.more).toBe(3);
  });
});

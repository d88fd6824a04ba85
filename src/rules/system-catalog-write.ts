import type { Effect, ObjectReference } from '../domain/effect.ts';
import { objectName } from '../domain/effect.ts';
import { defineRule } from './rule.ts';

export const systemCatalogWrite = defineRule({
  id: 'system-catalog-write',
  axis: 'privilege',
  title: 'PostgreSQL’s own tables are changed',
  why: 'A catalog that is changed by hand can lose objects, privileges or the whole database.',
  instead: 'Use the statement that PostgreSQL offers for it.',
  invalid: [
    {
      sql: "update pg_catalog.pg_authid set rolsuper = true where rolname = 'app'",
      level: 'critical',
      message: 'Changes table pg_catalog.pg_authid, which belongs to PostgreSQL.',
    },
    {
      sql: 'delete from pg_depend where objid = 1',
      level: 'critical',
      message: 'Changes table pg_depend, which belongs to PostgreSQL.',
    },
  ],
  valid: ['select relname from pg_class'],
  check: ({ effects }) =>
    effects.flatMap((effect) => {
      const object = changedObject(effect);
      if (object === undefined || !isSystem(object)) return [];
      const message = `Changes ${objectName(object)}, which belongs to PostgreSQL.`;
      return [{ effect, level: 'critical', message, destructive: true, denies: true }];
    }),
});

function changedObject(effect: Effect): ObjectReference | undefined {
  if (effect.source === 'observed') return undefined;
  if (effect.kind === 'writes' || effect.kind === 'truncates') return effect.object;
  return effect.kind === 'drops' || effect.kind === 'alters' ? effect.object : undefined;
}

function isSystem({ kind, schema, name }: ObjectReference): boolean {
  if (kind === 'role' || kind === 'database') return false;
  if (schema === 'pg_catalog' || schema === 'information_schema') return true;
  return schema === undefined && name.startsWith('pg_') && (kind === 'table' || kind === 'schema');
}

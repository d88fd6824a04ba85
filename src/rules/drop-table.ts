import { sizedName } from '../domain/effect.ts';
import { defineRule, factsOn, isNamed, ofKind } from './rule.ts';

export const dropTable = defineRule({
  id: 'drop-table',
  axis: 'data-loss',
  title: 'A table is dropped',
  why: 'Every row is gone when the change commits, and only a backup brings it back.',
  instead:
    'Stop using the table first, rename it and keep it for a while, then drop it with its owner’s approval.',
  invalid: [
    { sql: 'drop table public.users', level: 'critical', message: 'Drops table public.users.' },
    {
      sql: 'drop table if exists orders cascade',
      level: 'critical',
      message: 'Drops table orders and everything that depends on it.',
    },
    {
      sql: 'create table if not exists users (id int); drop table users',
      level: 'critical',
      message: 'Drops table users.',
    },
    {
      sql: 'create temp table users (id int); drop table users; drop table users',
      level: 'critical',
      message: 'Drops table users.',
    },
  ],
  valid: ['create table scratch (id int); drop table scratch'],
  check: ({ effects }) =>
    ofKind(effects, 'drops').flatMap((effect) => {
      const { object, cascade } = effect;
      if (!isNamed(effect)) return [];
      if (object.kind !== 'table' && object.kind !== 'foreign-table') return [];
      if (object.createdHere && !cascade) return [];
      const more = cascade ? ' and everything that depends on it' : '';
      const message = `Drops ${sizedName(object)}${more}.`;
      return [{ effect, level: 'critical', message, destructive: true, ...factsOn(object) }];
    }),
});

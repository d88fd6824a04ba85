import type { ObjectKind } from '../domain/effect.ts';
import { objectName } from '../domain/effect.ts';
import type { Level } from '../domain/finding.ts';
import { saferForm } from '../effects/rewrites/index.ts';
import { defineRule, isNamed, ofKind } from './rule.ts';

/** Kinds whose loss weighs more or less than `high`. */
const levels: Partial<Record<ObjectKind, Level>> = {
  schema: 'critical',
  database: 'critical',
  extension: 'critical',
  'owned-objects': 'critical',
  tablespace: 'critical',
  index: 'medium',
  statistics: 'medium',
};

export const dropObject = defineRule({
  id: 'drop-object',
  axis: 'data-loss',
  title: 'An object is dropped',
  why: 'Whatever uses it fails at once, and what it held or protected is gone.',
  instead: 'Make sure that nothing uses it any more, without CASCADE, and let its owner approve.',
  invalid: [
    {
      sql: 'drop schema billing cascade',
      level: 'critical',
      message: 'Drops schema billing and everything that depends on it.',
    },
    { sql: 'drop view public.report', level: 'high', message: 'Drops view public.report.' },
    { sql: 'drop index users_email', level: 'medium', message: 'Drops index users_email.' },
    { sql: 'drop policy tenant on users', level: 'high', message: 'Drops policy users.tenant.' },
  ],
  valid: ['create view scratch as select 1; drop view scratch'],
  rewrite: saferForm,
  check: ({ effects }) =>
    ofKind(effects, 'drops').flatMap((effect) => {
      const { object, cascade } = effect;
      if (!isNamed(effect)) return [];
      if (['table', 'foreign-table', 'column'].includes(object.kind)) return [];
      if (object.createdHere && !cascade) return [];
      const more = cascade ? ' and everything that depends on it' : '';
      const destructive = cascade || (object.kind !== 'index' && object.kind !== 'statistics');
      const level = levels[object.kind] ?? 'high';
      return [{ effect, level, message: `Drops ${objectName(object)}${more}.`, destructive }];
    }),
});

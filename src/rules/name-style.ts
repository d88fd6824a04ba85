import { declarationsOf } from '../effects/declarations.ts';
import { defineRule, ofKind } from './rule.ts';

const plain = /^[a-z_][a-z0-9_]*$/;

export const nameStyle = defineRule({
  id: 'name-style',
  axis: 'design',
  default: 'off',
  title: 'A new name has to be quoted',
  why: 'Whoever writes it without quotes means another name, because PostgreSQL folds it to lower case.',
  instead: 'Use lower-case letters, digits and underscores.',
  invalid: [
    {
      sql: 'create table "Notes" (id bigint)',
      level: 'low',
      message: 'The name Notes has to be quoted.',
    },
    {
      sql: 'alter table users add column "lastLogin" date',
      level: 'low',
      message: 'The name lastLogin has to be quoted.',
    },
  ],
  valid: ['create table Notes (Id bigint)', 'create table "notes" ("id" bigint)'],
  check: ({ effects, scripts }) => {
    const objects = ofKind(effects, 'creates')
      .filter(({ source }) => source === 'static')
      .map((effect) => ({ effect, name: effect.object.part ?? effect.object.name }));
    const columns = declarationsOf(scripts, 'column').map((effect) => ({
      effect,
      name: effect.column,
    }));
    return [...objects, ...columns]
      .filter(({ name }) => name !== '' && !plain.test(name))
      .map(({ effect, name }) => ({
        effect,
        level: 'low',
        message: `The name ${name} has to be quoted.`,
      }));
  },
});

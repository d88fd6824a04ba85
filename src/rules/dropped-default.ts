import { objectName } from '../domain/effect.ts';
import { declarationsOf } from '../effects/declarations.ts';
import { defineRule, ofKind, statementOf } from './rule.ts';

export const droppedDefault = defineRule({
  id: 'dropped-default',
  axis: 'compatibility',
  title: 'A column loses its default',
  why: 'Clients that relied on it insert NULL from then on, or fail.',
  instead: 'Release a version that fills the column itself first.',
  invalid: [
    {
      sql: 'alter table users alter column active drop default',
      level: 'low',
      message: 'Drops the default of column users.active.',
    },
  ],
  valid: [
    'alter table users alter column active set default true',
    'create table scratch (id int default 1); alter table scratch alter column id drop default',
  ],
  check: ({ effects, scripts }) => {
    const dropped = new Set(
      declarationsOf(scripts, 'default-dropped').map(
        (column) => `${statementOf(column)} ${column.column}`,
      ),
    );
    return ofKind(effects, 'alters')
      .filter(({ change, object }) => change === 'column-default' && !object.createdHere)
      .filter((effect) => dropped.has(`${statementOf(effect)} ${effect.object.part ?? ''}`))
      .map((effect) => ({
        effect,
        level: 'low',
        message: `Drops the default of ${objectName(effect.object)}.`,
      }));
  },
});

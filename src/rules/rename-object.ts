import { objectName } from '../domain/effect.ts';
import { defineRule, ofKind } from './rule.ts';

export const renameObject = defineRule({
  id: 'rename-object',
  axis: 'compatibility',
  title: 'An object gets another name or schema',
  why: 'Clients that use the old name fail at once, and a later statement may meet another object under it.',
  instead:
    'Add the new name beside the old one, for example with a view, and move the clients first.',
  invalid: [
    {
      sql: 'alter table users rename to people',
      level: 'high',
      message: 'Renames table users to people.',
    },
    {
      sql: 'alter table users rename column email to mail',
      level: 'high',
      message: 'Renames column users.email to mail.',
    },
    {
      sql: 'alter table users set schema archive',
      level: 'high',
      message: 'Moves table users to schema archive.',
    },
    {
      sql: "alter type priority rename value 'normal' to 'usual'",
      level: 'high',
      message: 'Renames a value of type priority.',
    },
  ],
  valid: ['create table scratch (id int); alter table scratch rename to notes'],
  check: ({ effects }) =>
    ofKind(effects, 'alters').flatMap((effect) => {
      const { object, change, to } = effect;
      const words = wordsOf(change, objectName(object), to ?? '');
      if (object.createdHere || words === undefined) return [];
      return [{ effect, level: 'high', message: words }];
    }),
});

function wordsOf(change: string, name: string, to: string): string | undefined {
  switch (change) {
    case 'rename':
      return `Renames ${name} to ${to}.`;
    case 'set-schema':
      return `Moves ${name} to schema ${to}.`;
    case 'rename-value':
      return `Renames a value of ${name}.`;
    default:
      return undefined;
  }
}

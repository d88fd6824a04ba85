import type { EffectOf } from '../domain/effect.ts';
import { objectName } from '../domain/effect.ts';
import { grouped } from '../domain/grouped.ts';
import { declarationsOf } from '../effects/declarations.ts';
import { defineRule, isNamed, ofKind } from './rule.ts';

export const keyUpdate = defineRule({
  id: 'key-update',
  axis: 'compatibility',
  title: 'A primary key gets another value',
  why: 'Whatever holds the old key points at nothing or at another row: other tables, caches, links, logs.',
  instead: 'Keep the key, and insert a row under the new one where it has to change.',
  invalid: [
    {
      sql: 'update users set id = 8 where id = 7',
      level: 'medium',
      message: 'Changes the key id of table users.',
    },
    {
      sql: 'update users set id = id + 1000 where created_at < now()',
      level: 'high',
      message: 'Changes the key id of table users in rows that a condition selects.',
    },
    {
      sql: 'create table if not exists shelves (code text primary key); update shelves set code = upper(code) where code <> upper(code)',
      level: 'high',
      message: 'Changes the key code of table shelves in rows that a condition selects.',
    },
  ],
  valid: ["update users set name = 'a' where id = 7"],
  check: ({ effects, scripts }) => {
    const declared = declarationsOf(scripts, 'column').filter(({ isKey }) => isKey);
    const keysOfTables = new Map(
      [...grouped(declared, ({ table }) => table)].map(([table, keys]) => [
        table,
        new Set(keys.map(({ column }) => column)),
      ]),
    );
    return ofKind(effects, 'writes').flatMap((effect) => {
      const { object, verb, columns = [] } = effect;
      if (verb !== 'update' || object.createdHere || !isNamed(effect)) return [];
      const own = keysOfTables.get(nameOf(effect));
      const known = keysOf(effect);
      const others = known ?? ['id'];
      const key = columns.find((column) => own?.has(column) === true || others.includes(column));
      if (key === undefined) return [];
      const keyed = effect.reach === 'keyed';
      const where = keyed ? '' : ' in rows that a condition selects';
      const message = `Changes the key ${key} of ${objectName(object)}${where}.`;
      const facts = known === undefined ? {} : { usesFacts: true as const };
      return [{ effect, level: keyed ? 'medium' : 'high', message, ...facts }];
    });
  },
});

function nameOf({ object: { schema, name } }: EffectOf<'writes'>): string {
  return schema === undefined ? name : `${schema}.${name}`;
}

/** By the facts; undefined where they do not know the table. */
function keysOf({ object, key }: EffectOf<'writes'>): readonly string[] | undefined {
  if (object.size === undefined) return undefined;
  return key === undefined ? [] : [key];
}

import { splitPath, type Layout } from './layout.ts';

/** Rails: migrations are programs; `structure.sql` is what they left behind and runs nowhere. */
export const rails: Layout = {
  name: 'rails',
  tool: 'Rails',
  files:
    '`db/migrate/*.rb` are programs; `structure.sql` and `schema.rb` are what they left behind',
  unit: 'none: a program is not analyzed',
  order: 'none',
  refuses: 'every migration, because only the program itself knows what it does',
  signs: [{ weight: 3, in: 'path', pattern: /(?:^|\/)db\/migrate\/\d{14}_[^/]*\.rb$/ }],
  roleOf: (path) => {
    const { name } = splitPath(path);
    if (/^(?:\w+_)?(?:structure\.sql|schema\.rb)$/.test(name)) return { kind: 'supports' };
    return { kind: 'unexpected', reason: 'It is neither a migration nor the dump of the schema.' };
  },
};

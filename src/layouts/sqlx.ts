import { checksumsOf } from './checksums.ts';
import { downBesideUp, splitPath, type Layout, type Reading } from './layout.ts';
import { linesOf, partOf, type Line } from './lines.ts';

/** sqlx (Rust): `N_name.sql`, or a pair of `.up.sql` and `.down.sql`. */
export const sqlx: Layout = {
  name: 'sqlx',
  tool: 'sqlx',
  files: '`N_name.sql`, or `N_name.up.sql` beside `N_name.down.sql`',
  unit: 'the file, or the up file',
  order: 'the number',
  refuses: 'equal numbers; other names',
  transaction: 'per-file',
  outside: 'Begin the file with -- no-transaction, and let it hold that statement alone',
  signs: [{ weight: 2, in: 'text', pattern: /^-- no-transaction/ }],
  record: {
    checksumsOf: checksumsOf('sha384'),
    edited: 'sqlx refuses to run anything while a file is not what it ran.',
  },
  down: downBesideUp,
  roleOf: (path) => {
    const { directory, name } = splitPath(path);
    const version = /^(\d+)_.*\.sql$/.exec(name)?.[1];
    if (version === undefined) return { kind: 'unexpected', reason: 'It is not named N_name.sql.' };
    if (name.endsWith('.down.sql')) return { kind: 'reverts' };
    return { kind: 'runs', version, group: directory };
  },
  read: ({ text }): Reading => {
    // sqlx looks at the very first characters, and sends the whole file as one message then.
    const outside = text.startsWith('-- no-transaction');
    const keeps = ({ number }: Line): boolean => !outside || number > 1;
    const transaction = outside ? 'per-message' : 'per-file';
    return { kind: 'parts', parts: [partOf(linesOf(text), keeps, transaction)] };
  },
};

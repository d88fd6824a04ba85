import { isDumpName } from './dump-name.ts';
import { splitPath, type Layout } from './layout.ts';

/** Every `.sql` file is a unit; a leading number orders them within a directory. */
export const plain: Layout = {
  name: 'plain',
  tool: 'no tool',
  files: 'every `*.sql`; a leading number is its version',
  unit: 'the file',
  order: 'natural order of the paths',
  refuses: 'equal versions in one directory; files of any other kind',
  signs: [{ weight: 0, in: 'path', pattern: /\.sql$/ }],
  roleOf: (path) => {
    const { directory, name } = splitPath(path);
    if (!name.endsWith('.sql') || name === '.sql')
      return { kind: 'unexpected', reason: 'It is not named *.sql.' };
    // A date such as 2024-01-31 is not a version: two files of one day are ordered by their names.
    const version = /^(\d+)(?=\.sql$|[_.-]\D)/.exec(name)?.[1];
    return { kind: 'runs', group: directory, ...(version === undefined ? {} : { version }) };
  },
  isDump: isDumpName,
};

import { splitPath, type Layout } from './layout.ts';

/** Every `.sql` file is a unit; a leading number orders them within a directory. */
export const plain: Layout = {
  name: 'plain',
  description: 'Every .sql file runs once, in the natural order of the paths.',
  roleOf: (path) => {
    const { directory, name } = splitPath(path);
    if (name === '.gitkeep' || name === '.keep') return { kind: 'supports' };
    if (!name.endsWith('.sql') || name === '.sql')
      return { kind: 'unexpected', reason: 'It is not named *.sql.' };
    // A date such as 2024-01-31 is not a version: two files of one day are ordered by their names.
    const version = /^(\d+)(?=\.sql$|[_.-]\D)/.exec(name)?.[1];
    return { kind: 'runs', group: directory, ...(version === undefined ? {} : { version }) };
  },
};

import { splitPath, type Layout } from './layout.ts';

/** Bytebase: the version is the numbers with which a name begins. */
export const bytebase: Layout = {
  name: 'bytebase',
  tool: 'Bytebase',
  files: '`<version>….sql`, such as `1.2.3_name.sql` or `v20240131_name.sql`',
  unit: 'the file',
  order: 'the parts of the version as numbers',
  refuses: 'equal versions in one directory; names without a version',
  signs: [{ weight: 1, in: 'path', pattern: /(?:^|\/)[vV]?\d+(?:\.\d+)+[^/\d.][^/]*\.sql$/ }],
  roleOf: (path) => {
    const { directory, name } = splitPath(path);
    const version = /^[vV]?(\d+(?:\.\d+)*)(?!\d).*\.sql$/.exec(name)?.[1];
    if (version === undefined)
      return {
        kind: 'unexpected',
        reason: 'Its name does not begin with a version and end in .sql.',
      };
    const normal = version
      .split('.')
      .map((part) => part.replace(/^0+(?=\d)/, ''))
      .join('.');
    return { kind: 'runs', version: normal, group: directory, rank: `${directory}${normal}` };
  },
};

import { readBreakpoints } from './drizzle-breakpoints.ts';
import { splitPath, type Layout } from './layout.ts';

/** Drizzle from v1 on: a folder a migration, no journal; what has not run, runs. */
export const drizzleFolders: Layout = {
  name: 'drizzle-folders',
  tool: 'Drizzle',
  files: '`<14 digits>_name/migration.sql`; `snapshot.json` beside it is its own',
  unit: 'the file',
  order: 'names of the directories',
  refuses: 'equal stamps; directories without a stamp; a breakpoint inside something else',
  transaction: 'per-run',
  outside: 'Run that statement by hand: Drizzle has no way to leave its transaction',
  signs: [{ weight: 3, in: 'path', pattern: /(?:^|\/)\d{14}_[^/]+\/snapshot\.json$/ }],
  roleOf: (path) => {
    const { directory, name } = splitPath(path);
    if (name === 'schema.ts' || name === 'relations.ts') return { kind: 'supports' };
    const [, group, version] = /^((?:.*\/)?)(\d{14})_[^/]+\/$/.exec(directory) ?? [];
    if (group !== undefined && version !== undefined) {
      if (name === 'migration.sql') return { kind: 'runs', version, group };
      if (name === 'snapshot.json') return { kind: 'supports' };
    }
    return { kind: 'unexpected', reason: 'It is not named <14 digits>_name/migration.sql.' };
  },
  read: ({ text }) => readBreakpoints(text, 'per-run'),
};

import { downBesideUp, splitPath, type Layout } from './layout.ts';

/** github.com/golang-migrate/migrate: its history holds the newest version and nothing else. */
export const golangMigrate: Layout = {
  name: 'golang-migrate',
  tool: 'golang-migrate',
  files: '`N_name.up.sql` beside `N_name.down.sql`',
  unit: 'the up file',
  order: 'the number',
  refuses: 'equal numbers; a number below one of the target branch; files outside of a pair',
  transaction: 'per-message',
  late: 'golang-migrate remembers the newest number alone and would silently never run it. Give it a number above that.',
  signs: [{ weight: 1, in: 'path', pattern: /(?:^|\/)\d+_[^/]*\.up\.sql$/ }],
  down: downBesideUp,
  roleOf: (path) => {
    const { directory, name } = splitPath(path);
    const [, version, half] = /^(\d+)_.*\.(up|down)\.sql$/.exec(name) ?? [];
    if (version === undefined)
      return {
        kind: 'unexpected',
        reason: 'It is named neither N_name.up.sql nor N_name.down.sql.',
      };
    return half === 'down' ? { kind: 'reverts' } : { kind: 'runs', version, group: directory };
  },
};

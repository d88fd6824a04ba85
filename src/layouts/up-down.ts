import { downBesideUp, splitPath, type Layout, type Role } from './layout.ts';

/** `N_name.up.sql` beside `N_name.down.sql` (golang-migrate), or `N_name/up.sql` beside `down.sql` (Diesel). */
export const upDown: Layout = {
  name: 'up-down',
  tool: 'a tool with pairs of files',
  files: '`N_name.up.sql` beside `N_name.down.sql`, or `N_name/up.sql` beside `down.sql`',
  unit: 'the up half',
  order: 'natural order of the paths',
  refuses: 'equal versions in one directory; files outside of a pair',
  down: {
    pathOf: (path) => {
      const { directory, name } = splitPath(path);
      return name === 'up.sql' ? `${directory}down.sql` : downBesideUp.pathOf(path);
    },
  },
  roleOf: (path) => {
    const { directory, name } = splitPath(path);
    return pairOfFiles(directory, name) ?? pairInDirectory(directory, name) ?? unexpected;
  },
};

const unexpected: Role = {
  kind: 'unexpected',
  reason: 'It is named neither N_name.up.sql nor N_name/up.sql, nor like their down halves.',
};

function pairOfFiles(directory: string, name: string): Role | undefined {
  const [, version, half] = /^(\d+)_.*\.(up|down)\.sql$/.exec(name) ?? [];
  if (version === undefined) return undefined;
  return half === 'down' ? { kind: 'reverts' } : { kind: 'runs', version, group: directory };
}

function pairInDirectory(directory: string, name: string): Role | undefined {
  const [, group, stamp] = /^((?:.*\/)?)([\d-]*\d[\d-]*)_[^/]*\/$/.exec(directory) ?? [];
  if (group === undefined || stamp === undefined) return undefined;
  if (name === 'down.sql') return { kind: 'reverts' };
  // Diesel's version is the part before the first underscore without its dashes.
  return name === 'up.sql'
    ? { kind: 'runs', version: stamp.replaceAll('-', ''), group }
    : undefined;
}

import { checksumsOf } from './checksums.ts';
import { splitPath, type Layout } from './layout.ts';

/** `<14 digits>_name/migration.sql`, in the order of the directories' names. */
export const prisma: Layout = {
  name: 'prisma',
  tool: 'Prisma Migrate',
  files: '`<14 digits>_name/migration.sql`; `migration_lock.toml` is its own',
  unit: 'the file',
  order: 'names of the directories',
  refuses: 'equal versions; directories without a time',
  transaction: 'per-message',
  signs: [
    { weight: 3, in: 'path', pattern: /(?:^|\/)migration_lock\.toml$/ },
    { weight: 2, in: 'path', pattern: /(?:^|\/)\d{14}_[^/]+\/migration\.sql$/ },
  ],
  record: {
    nameOf: (path) => splitPath(splitPath(path).directory.slice(0, -1)).name,
    checksumsOf: (text) => checksumsOf('sha256')(text).flatMap((sum) => [sum, unpadded(sum)]),
    edited: 'prisma migrate deploy only warns of it, and never runs what was changed.',
  },
  roleOf: (path) => {
    const { directory, name } = splitPath(path);
    if (name === 'migration_lock.toml') return { kind: 'supports' };
    const [, group, version] = /^((?:.*\/)?)(\d{14})_[^/]+\/$/.exec(directory) ?? [];
    if (group !== undefined && version !== undefined && name === 'migration.sql')
      return { kind: 'runs', version, group };
    return {
      kind: 'unexpected',
      reason: 'It is not named <14 digits>_name/migration.sql.',
    };
  },
};

/** Its old versions wrote each byte without a leading zero. */
function unpadded(sum: string): string {
  return (sum.match(/../g) ?? []).map((byte) => byte.replace(/^0/, '')).join('');
}

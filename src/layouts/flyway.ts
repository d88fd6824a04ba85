import { crc32 } from './checksums.ts';
import { splitPath, type Layout, type Reading, type Role, type RunnerTree } from './layout.ts';
import type { RunningFile, Simulation, SourceText } from './layout.ts';
import { linesOf, partOf } from './lines.ts';
import { compareNaturally } from './order.ts';

/** Flyway with its default names: versioned, repeatable, undo and baseline files. */
export const flyway: Layout = {
  name: 'flyway',
  tool: 'Flyway',
  files:
    '`V<version>__name.sql`, `R__name.sql`, `B<version>__name.sql`; `U<version>__name.sql` undoes; `<file>.conf` is its own',
  unit: 'the file',
  order:
    'the parts of the version as numbers, then repeatable files by their names; from the newest baseline on',
  refuses:
    'equal versions (1.0 is 1); a version below one of the target branch; a new baseline; placeholders `${…}`',
  transaction: 'per-file-where-possible',
  outside: 'Let the file hold that statement alone',
  late: 'Flyway refuses to migrate, or ignores the file, while outOfOrder is not set. Give it a higher version.',
  signs: [{ weight: 2, in: 'path', pattern: /(?:^|\/)V\d+(?:[._]\d+)*__[^/]+\.sql$/ }],
  roleOf: (path) => {
    const { name } = splitPath(path);
    if (name.endsWith('.sql.conf')) return { kind: 'supports' };
    const [, prefix, version] = /^([VUB])(\d+(?:[._]\d+)*)__.+\.sql$/.exec(name) ?? [];
    if (version !== undefined) return versioned(prefix, version);
    const repeatable = /^R__(.+)\.sql$/.exec(name)?.[1];
    if (repeatable !== undefined)
      return { kind: 'runs', group: '', rank: `2 ${repeatable}`, repeats: true };
    return {
      kind: 'unexpected',
      reason: 'It is named neither V<version>__name.sql nor R__name.sql.',
    };
  },
  down: { pathOf: undoOf },
  isDump: (path) => /^B\d/.test(splitPath(path).name),
  record: {
    checksumsOf: (text) => [String(checksumOfLines(text))],
    edited: 'Flyway refuses to migrate while a file is not what it ran.',
  },
  companionsOf: (path) => [`${path}.conf`],
  simulate,
  compareTrees: (before, after) =>
    after.running
      .filter((file) => isBaseline(file) && !before.running.some(({ path }) => path === file.path))
      .map(({ path }) => ({
        path,
        reason:
          'Flyway runs a baseline only in an empty database, so it changes no target and could be rehearsed on none. Add it outside of the governed paths.',
      })),
  read,
};

function undoOf(path: string): string | undefined {
  const { directory, name } = splitPath(path);
  return name.startsWith('V') ? `${directory}U${name.slice(1)}` : undefined;
}

/** Flyway looks into directories, too: all files share their versions. */
function versioned(prefix: string | undefined, version: string): Role {
  if (prefix === 'U') return { kind: 'reverts' };
  const parts = version.split(/[._]/).map((part) => part.replace(/^0+(?=\d)/, ''));
  const normal = parts.join('.').replace(/(?:\.0)+$/, '');
  // A baseline stands where the versions up to its own would have brought a database.
  if (prefix === 'B') return { kind: 'runs', group: 'B', version: normal, rank: `0 ${normal}` };
  return { kind: 'runs', group: '', version: normal, rank: `1 ${normal}` };
}

function isBaseline({ rank }: RunningFile): boolean {
  return rank?.startsWith('0 ') === true;
}

/** In an empty database Flyway begins with the newest baseline and leaves out what it stands for. */
function simulate({ running }: RunnerTree): Simulation {
  const baseline = running.findLast(isBaseline);
  if (baseline === undefined) return { order: running, refused: [] };
  const stands = (file: RunningFile): boolean =>
    file === baseline ||
    file.version === undefined ||
    (!isBaseline(file) && compareNaturally(file.version, baseline.version ?? '') > 0);
  return { order: running.filter(stands), refused: [] };
}

function read({ path, text, textOf }: SourceText): Reading {
  const settings = textOf(`${path}.conf`) ?? '';
  const isOff = (key: string): boolean =>
    new RegExp(`^[ \\t]*(?:flyway\\.)?${key}[ \\t]*=[ \\t]*false[ \\t]*\\r?$`, 'm').test(settings);
  const placeholder = /\$\{[^}\n]*\}?/.exec(text);
  if (placeholder !== null && !isOff('placeholderReplacement'))
    return {
      kind: 'refused',
      reason: `It holds the placeholder ${JSON.stringify(placeholder[0].slice(0, 60))}, which Flyway replaces by what is configured where it runs: nobody can say what that is. Write the value itself, or set placeholderReplacement=false in ${splitPath(path).name}.conf.`,
    };
  const transaction = isOff('executeInTransaction') ? 'per-statement' : 'per-file-where-possible';
  return { kind: 'parts', parts: [partOf(linesOf(text), () => true, transaction)] };
}

/** Over the lines without their ends, whichever those are, and without a byte order mark. */
function checksumOfLines(text: string): number {
  return crc32(new TextEncoder().encode(text.replace(/^\uFEFF/, '').replaceAll(/[\r\n]/g, '')));
}

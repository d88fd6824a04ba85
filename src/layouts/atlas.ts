import { digestOf } from '../domain/digest.ts';
import type { TransactionMode } from '../domain/change.ts';
import { splitPath, type Layout, type LayoutRefusal, type Reading } from './layout.ts';
import type { RunnerTree, RunningFile, Simulation } from './layout.ts';
import { linesOf, partOf, type Line } from './lines.ts';
import { compareText } from './order.ts';

/** Atlas with versioned files: `atlas.sum` holds the hash of every one of them. */
export const atlas: Layout = {
  name: 'atlas',
  tool: 'Atlas',
  files: '`<version>_name.sql`, and `atlas.sum`, which holds their hashes',
  unit: 'the file',
  order: 'the file names as texts; from the newest checkpoint on',
  refuses:
    'an `atlas.sum` that is missing or does not match; equal versions; a version below one of the target branch; a new checkpoint; `atlas:delimiter`, `atlas:txtar`, `atlas:import` and `atlas:sum`',
  transaction: 'per-file',
  outside:
    'Begin the file with -- atlas:txmode none and an empty line, and let it hold that statement alone',
  late: 'Atlas refuses a version that is older than the newest one that ran. Run atlas migrate rebase.',
  compare: compareText,
  signs: [{ weight: 3, in: 'path', pattern: /(?:^|\/)atlas\.sum$/ }],
  roleOf: (path) => {
    const { directory, name } = splitPath(path);
    if (name === 'atlas.sum') return { kind: 'supports' };
    const version = /^(\d+)(?:_.*)?\.sql$/.exec(name)?.[1];
    if (version !== undefined) return { kind: 'runs', version, group: directory };
    return { kind: 'unexpected', reason: 'It is not named <version>_name.sql.' };
  },
  companionsOf: (path) => [path, `${splitPath(path).directory}atlas.sum`],
  simulate,
  compareTrees: (before, after) => findNewCheckpoints(before, after),
  read: ({ text }) => readFile(text),
};

/** The lines of comments with which a file begins, where an empty line follows; Atlas ignores others. */
function headerOf(text: string): readonly string[] {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('--') && !line.startsWith('#'));
  return end !== -1 && lines[end] === '' && end < lines.length - 1 ? lines.slice(0, end) : [];
}

function directivesOf(text: string): readonly (readonly [name: string, value: string])[] {
  return headerOf(text).flatMap((line) => {
    const [, name, value] = /^[ -~]*?atlas:(\w+)(?: +([ -~]*))?/.exec(line.trim()) ?? [];
    return name === undefined ? [] : [[name, value?.trim() ?? ''] as const];
  });
}

function isCheckpoint(text: string | undefined): boolean {
  return directivesOf(text ?? '').some(([name]) => name === 'checkpoint');
}

/** In an empty database Atlas begins with the newest checkpoint. */
function simulate({ running, textOf }: RunnerTree): Simulation {
  const groups = [...new Set(running.map(({ group }) => group))];
  const order = groups.flatMap((group) => {
    const files = running.filter((file) => file.group === group);
    const start = files.findLastIndex(({ path }) => isCheckpoint(textOf(path)));
    return files.slice(Math.max(start, 0));
  });
  return { order, refused: groups.flatMap((group) => checkSum(group, { running, textOf })) };
}

function checkSum(
  group: string,
  { running, textOf }: Pick<RunnerTree, 'running' | 'textOf'>,
): readonly LayoutRefusal[] {
  const path = `${group}atlas.sum`;
  const text = textOf(path);
  if (text === undefined)
    return [
      {
        path,
        reason: 'Atlas refuses to run without it, and it is not there. Run atlas migrate hash.',
      },
    ];
  const files = running.filter((file) => file.group === group);
  const listed = text
    .split('\n')
    .slice(1)
    .filter((line) => line !== '');
  const expected = sumOf(files, textOf);
  const matches =
    listed.length === files.length &&
    files.every((file, index) => listed[index]?.startsWith(`${splitPath(file.path).name} h1:`)) &&
    (expected === undefined || listed.at(-1)?.endsWith(` h1:${expected}`) === true);
  return matches
    ? []
    : [
        {
          path,
          reason:
            'It does not match the files: Atlas refuses to run. Run atlas migrate hash, and look at what was changed.',
        },
      ];
}

/** Atlas feeds one hash with the name and the bytes of each file, so that the last one covers all. */
function sumOf(files: readonly RunningFile[], textOf: RunnerTree['textOf']): string | undefined {
  if (files.length === 0) return undefined;
  const content = files.map(({ path }) => `${splitPath(path).name}${textOf(path) ?? ''}`).join('');
  const pairs = digestOf(content).slice('sha256:'.length).match(/../g) ?? [];
  return btoa(String.fromCharCode(...pairs.map((pair) => Number.parseInt(pair, 16))));
}

function findNewCheckpoints(before: RunnerTree, after: RunnerTree): readonly LayoutRefusal[] {
  const known = new Set(before.running.map(({ path }) => path));
  return after.running
    .filter(({ path }) => !known.has(path) && isCheckpoint(after.textOf(path)))
    .map(({ path }) => ({
      path,
      reason:
        'Atlas runs a checkpoint only in an empty database, so it changes no target and could be rehearsed on none. Add it outside of the governed paths.',
    }));
}

function readFile(text: string): Reading {
  const lines = linesOf(text);
  const odd = lines.find(({ text }) =>
    /^[^\S\n]*(?:--|#).*atlas:(?:delimiter|txtar|import|sum)\b/i.test(text),
  );
  if (odd !== undefined)
    return {
      kind: 'refused',
      reason: `Line ${odd.number} tells Atlas to read the file in another way: nobody here can say what would run. Write plain statements that end with semicolons.`,
    };
  const transaction = modeOf(text);
  // One that Atlas does not obey stays, so that it is spoken of.
  const keeps = ({ text: line, open }: Line): boolean =>
    open || transaction === 'per-file' || !/^-- ?atlas:txmode\b/.test(line);
  return { kind: 'parts', parts: [partOf(lines, keeps, transaction)] };
}

function modeOf(text: string): TransactionMode {
  const mode = directivesOf(text).find(([name]) => name === 'txmode')?.[1];
  if (mode === 'none') return 'per-statement';
  return mode === 'all' ? 'per-run' : 'per-file';
}

import { mostFileBytes } from '../domain/file-size.ts';
import type { GovernedDatabase } from '../domain/policy.ts';
import type { Target } from '../domain/target.ts';
import { readInteger, readList, readMap, readText, readWord, requireCell } from './yaml.ts';
import type { Cell, Problems } from './yaml.ts';

/** The governed databases: at least one, each with paths, a layout and targets in order. */
export function readDatabases(
  cell: Cell,
  problems: Problems,
  layoutNames: readonly string[],
): readonly GovernedDatabase[] {
  const databases = readMap(cell, problems, 'anything');
  if (databases.size === 0) problems.report(cell, 'databases names none, so nothing is governed');
  return [...databases].map(([name, database]) => {
    checkName(name, database, problems);
    return readDatabase(name, database, { problems, layoutNames });
  });
}

const databaseKeys = [
  'paths',
  'layout',
  'baseline',
  'postgres',
  'max-file-bytes',
  'targets',
] as const;

type Reading = { readonly problems: Problems; readonly layoutNames: readonly string[] };

function readDatabase(
  name: string,
  cell: Cell,
  { problems, layoutNames }: Reading,
): GovernedDatabase {
  const entries = readMap(cell, problems, databaseKeys);
  const paths = requireCell(entries, 'paths', cell, problems);
  const layout = requireCell(entries, 'layout', cell, problems);
  const targets = requireCell(entries, 'targets', cell, problems);
  const baseline = readBaseline(entries.get('baseline'), problems);
  const postgres = entries.get('postgres');
  const major = postgres === undefined ? undefined : readInteger(postgres, problems, [14, 20]);
  const size = entries.get('max-file-bytes');
  const maxFileBytes = size && readInteger(size, problems, [1, mostFileBytes]);
  return {
    name,
    paths: paths === undefined ? [] : readGlobs(paths, problems),
    layout: (layout === undefined ? undefined : readWord(layout, problems, layoutNames)) ?? '',
    ...(baseline === undefined ? {} : { baseline }),
    ...(major === undefined ? {} : { postgres: major }),
    ...(maxFileBytes === undefined ? {} : { maxFileBytes }),
    targets: targets === undefined ? [] : readTargets(name, targets, problems),
  };
}

/** A path as git spells it, no pattern. */
function readBaseline(cell: Cell | undefined, problems: Problems): string | undefined {
  const path = cell === undefined ? undefined : readText(cell, problems, 500);
  if (cell === undefined || path === undefined) return undefined;
  if (/[*?\\]|^\/|\/$|(?:^|\/)\.{0,2}(?:\/|$)/.test(path))
    problems.report(
      cell,
      'baseline has to be the path of one file below the root of the repository',
    );
  return path;
}

/** Patterns of paths, as `databases` and `suppressions` name them. */
export function readGlobs(cell: Cell, problems: Problems): readonly string[] {
  const paths = readList(cell, problems).flatMap((item) => {
    const path = readText(item, problems, 500);
    if (path !== undefined && (/[[\]!]|\*\*\*/.test(path) || path === '/'))
      problems.report(item, `${item.name} is a glob without !, [ ], *** and not / alone`);
    return path === undefined ? [] : [path];
  });
  if (paths.length === 0) problems.report(cell, `${cell.name} names no path`);
  return paths;
}

function readTargets(database: string, cell: Cell, problems: Problems): readonly Target[] {
  const targets: Target[] = [];
  for (const item of readList(cell, problems)) {
    const target = readTarget(database, item, { problems, earlier: targets });
    if (target !== undefined) targets.push(target);
  }
  return targets;
}

function readTarget(
  database: string,
  item: Cell,
  { problems, earlier }: { readonly problems: Problems; readonly earlier: readonly Target[] },
): Target | undefined {
  const entries = readMap(item, problems, ['name', 'url', 'after']);
  const nameCell = requireCell(entries, 'name', item, problems);
  const url = requireCell(entries, 'url', item, problems);
  const name = nameCell === undefined ? undefined : readText(nameCell, problems, 100);
  if (name !== undefined) checkName(name, item, problems);
  if (earlier.some((target) => target.name === name))
    problems.report(item, `two targets of ${database} have the name ${name}`);
  const after = readAfter(entries.get('after'), problems, earlier);
  const urlVariable = url === undefined ? undefined : readVariable(url, problems);
  if (name === undefined || urlVariable === undefined) return undefined;
  return { database, name, urlVariable, ...(after === undefined ? {} : { after }) };
}

function readAfter(
  cell: Cell | undefined,
  problems: Problems,
  earlier: readonly Target[],
): string | undefined {
  const after = cell === undefined ? undefined : readText(cell, problems, 100);
  if (cell === undefined || earlier.some(({ name }) => name === after)) return after;
  const names = earlier.map(({ name }) => name).join(', ');
  const message = `after has to name a target that stands before; before it: ${names || 'none'}`;
  problems.report(cell, message);
  return undefined;
}

/** `env:NAME`; the message does not repeat the value, which may hold a password. */
export function readVariable(cell: Cell, problems: Problems): string | undefined {
  const [, name] = /^env:([A-Z][A-Z0-9_]{0,99})$/.exec(readText(cell, problems) ?? '') ?? [];
  if (name === undefined)
    problems.report(
      cell,
      `${cell.name} has to be env:NAME: a URL holds a password, so only the name of its environment variable belongs here`,
    );
  return name;
}

function checkName(name: string, cell: Cell, problems: Problems): void {
  if (!/^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}$/.test(name))
    problems.report(
      cell,
      `the name ${JSON.stringify(name)} has to be letters, digits, dots, - and _`,
    );
}

import { checksumsOf } from './checksums.ts';
import { readBreakpoints } from './drizzle-breakpoints.ts';
import { readJournal, type Journal, type JournalEntry } from './drizzle-journal.ts';
import { splitPath, type Layout, type LayoutRefusal } from './layout.ts';
import { groupsOf, simulateGroups } from './groups.ts';
import type { RunnerTree, RunningFile, Simulation } from './layout.ts';

/** Drizzle up to 0.45: `NNNN_name.sql` and a journal that says what runs, in which order. */
export const drizzle: Layout = {
  name: 'drizzle',
  tool: 'Drizzle',
  files:
    '`NNNN_name.sql`, and `meta/_journal.json`, which names them; `meta/*.json` and `*.ts` are its own',
  unit: 'the file',
  order: 'the entries of the journal',
  refuses:
    'a file without an entry and an entry without a file; a stamp that is not above the last one; any change of an entry of the target branch; a breakpoint inside something else',
  transaction: 'per-run',
  outside: 'Run that statement by hand: Drizzle has no way to leave its transaction',
  signs: [{ weight: 3, in: 'path', pattern: /(?:^|\/)meta\/_journal\.json$/ }],
  roleOf: (path) => {
    const { directory, name } = splitPath(path);
    if (directory.endsWith('meta/') && name.endsWith('.json')) return { kind: 'supports' };
    if (name === 'schema.ts' || name === 'relations.ts') return { kind: 'supports' };
    const version = /^(\d{4,})_[^/]+\.sql$/.exec(name)?.[1];
    if (version !== undefined) return { kind: 'runs', version, group: directory };
    return { kind: 'unexpected', reason: 'It is not named NNNN_name.sql.' };
  },
  companionsOf: (path) => [journalPath(splitPath(path).directory)],
  simulate: (tree) => simulateGroups(tree, simulateGroup),
  compareTrees: (before, after) =>
    groupsOf(after).flatMap((group) => compareJournals(group, before, after)),
  stampOf: (path, textOf) => {
    const { directory, name } = splitPath(path);
    const journal = readJournal(textOf(journalPath(directory)));
    if (journal.kind === 'unreadable') return undefined;
    const entry = journal.entries.find(({ tag }) => `${tag}.sql` === name);
    return entry === undefined ? undefined : String(entry.when);
  },
  record: {
    checksumsOf: checksumsOf('sha256'),
    edited: 'Drizzle looks at stamps alone, and never runs what was changed.',
  },
  read: ({ text }) => readBreakpoints(text, 'per-run'),
};

function journalPath(group: string): string {
  return `${group}meta/_journal.json`;
}

function simulateGroup(group: string, tree: RunnerTree): Simulation {
  const files = tree.running.filter((file) => file.group === group);
  const path = journalPath(group);
  const journal = readJournal(tree.textOf(path));
  if (journal.kind === 'unreadable')
    return { order: files, refused: [{ path, reason: journal.reason }] };
  const byTag = new Map(files.map((file) => [tagOf(file), file]));
  const tags = new Set(journal.entries.map(({ tag }) => tag));
  return {
    order: journal.entries.flatMap(({ tag }) => byTag.get(tag) ?? []),
    refused: [
      ...files.filter((file) => !tags.has(tagOf(file))).map(unlisted),
      ...journal.entries.filter(({ tag }) => !byTag.has(tag)).map((entry) => missing(path, entry)),
    ],
  };
}

function tagOf({ path }: RunningFile): string {
  return splitPath(path).name.slice(0, -'.sql'.length);
}

function unlisted({ path }: RunningFile): LayoutRefusal {
  const reason =
    'Drizzle will silently skip this file: meta/_journal.json has no entry for it. Make it with drizzle-kit generate.';
  return { path, reason };
}

function missing(path: string, { tag }: JournalEntry): LayoutRefusal {
  const reason = `Its entry ${JSON.stringify(tag)} has no governed file: Drizzle would stop there, or run what nobody reviewed. Add the file or remove the entry.`;
  return { path, reason };
}

function compareJournals(
  group: string,
  before: RunnerTree,
  after: RunnerTree,
): readonly LayoutRefusal[] {
  const path = journalPath(group);
  const old = readJournal(before.textOf(path));
  const now = readJournal(after.textOf(path));
  if (now.kind === 'unreadable') return [];
  const known = old.kind === 'unreadable' ? [] : old.entries;
  const touched = known.find((entry, index) => !isSame(entry, now.entries[index]));
  return [
    ...(touched === undefined ? [] : [{ path, reason: touchedReason(touched) }]),
    ...findSkipped(group, known, now),
  ];
}

function isSame(one: JournalEntry, other: JournalEntry | undefined): boolean {
  return one.tag === other?.tag && one.when === other.when;
}

function touchedReason({ tag }: JournalEntry): string {
  return `Its entry ${JSON.stringify(tag)} stands on the target branch already, and was changed, moved or removed: Drizzle looks at the stamp alone, so it could run the file again or skip another. Put it back and add new entries at the end.`;
}

/** Drizzle compares each stamp with the newest one in the database, and says nothing when it skips. */
function findSkipped(
  group: string,
  known: readonly JournalEntry[],
  { entries }: Extract<Journal, { readonly kind: 'journal' }>,
): readonly LayoutRefusal[] {
  let newest: JournalEntry | undefined;
  return entries.flatMap((entry, index) => {
    const { tag, when } = entry;
    const earlier = newest;
    if (earlier === undefined || when > earlier.when) newest = entry;
    if (index < known.length || earlier === undefined || when > earlier.when) return [];
    const reason = `Drizzle will silently skip this file: its stamp in meta/_journal.json is not newer than that of ${earlier.tag}, which may have been applied. Generate it again on top of the target branch.`;
    return [{ path: `${group}${tag}.sql`, reason }];
  });
}

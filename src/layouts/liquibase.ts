import type { TransactionMode } from '../domain/change.ts';
import { looksOf, readDirectives, type DirectiveSyntax } from './directives.ts';
import { splitPath, type Layout, type Part, type Reading } from './layout.ts';
import { linesOf, partOf, type Line } from './lines.ts';
import { compareText } from './order.ts';

/** Liquibase changelogs that are formatted SQL; XML, YAML and JSON are not analyzed. */
export const liquibase: Layout = {
  name: 'liquibase',
  tool: 'Liquibase',
  files: '`*.sql` that begin with `--liquibase formatted sql`',
  unit: 'each changeset',
  order: 'the paths as texts, as includeAll takes them, then the changesets in each',
  refuses:
    'SQL outside of changesets; equal changesets; `${…}`, preconditions, properties, contexts, labels, endDelimiter, runAlways, runWith and other databases; directives inside quoted texts or comments',
  transaction: 'per-file',
  outside:
    'Write runInTransaction:false behind its changeset, and let that hold the statement alone',
  compare: compareText,
  signs: [{ weight: 2, in: 'text', pattern: /^--[ \t]*liquibase formatted sql/i }],
  roleOf: (path) => {
    const { directory, name } = splitPath(path);
    if (name.endsWith('.sql') && name !== '.sql') return { kind: 'runs', group: directory };
    return { kind: 'unexpected', reason: 'It is not named *.sql.' };
  },
  read: ({ text }) => readChangelog(text, linesOf(text)),
};

const syntax: DirectiveSyntax = {
  tool: 'Liquibase',
  looks: looksOf(
    /^[^\S\n]*--\s*(?:liquibase\s|changeset\b|rollback\b|preconditions?\b|property\b|ignore(?:Lines)?:)/gim,
  ),
  exact: /^--[ \t]*(liquibase formatted sql|changeset|rollback)\b[ \t]*(.*)$/i,
};

function readChangelog(text: string, lines: readonly Line[]): Reading {
  const directives = readDirectives(lines, syntax);
  if (directives.kind === 'refused') return directives;
  const [title, ...marks] = directives.found.filter(
    ({ groups }) => groups[0]?.toLowerCase() !== 'rollback',
  );
  if (title?.line.number !== 1 || !/^liquibase/i.test(title.groups[0] ?? ''))
    return refuse(noTitle);
  const property = /\$\{[^}\n]*\}?/.exec(text);
  if (property !== null)
    return refuse(
      `It holds ${JSON.stringify(property[0].slice(0, 60))}, which Liquibase replaces by a property that is set where it runs: nobody can say what that is. Write the value itself.`,
    );
  const first = marks[0]?.line.number ?? lines.length + 1;
  if (lines.slice(1, first - 1).some((line) => line.open || !/^\s*(?:--|$)/.test(line.text)))
    return refuse(
      'Something stands before its first changeset, where Liquibase runs nothing. Move it below.',
    );
  const changesets = marks.map(({ line, groups }, index) =>
    readChangeset(
      {
        header: groups[0]?.toLowerCase() === 'changeset' ? (groups[1] ?? '') : '',
        number: line.number,
      },
      lines.slice(line.number, (marks[index + 1]?.line.number ?? lines.length + 1) - 1),
    ),
  );
  return combine(changesets);
}

const noTitle =
  'It does not begin with --liquibase formatted sql: Liquibase would run it as one change with settings that are elsewhere. Make it a formatted changelog.';

function refuse(reason: string): { readonly kind: 'refused'; readonly reason: string } {
  return { kind: 'refused', reason };
}

type Changeset = { readonly kind: 'part'; readonly part: Part } | ReturnType<typeof refuse>;

function combine(changesets: readonly Changeset[]): Reading {
  const parts: Part[] = [];
  const names = new Set<string | undefined>();
  for (const changeset of changesets) {
    if (changeset.kind === 'refused') return changeset;
    if (names.has(changeset.part.name))
      return refuse(
        `It holds the changeset ${changeset.part.name} twice: Liquibase would refuse it, or skip one. Give it an id of its own.`,
      );
    names.add(changeset.part.name);
    parts.push(changeset.part);
  }
  return { kind: 'parts', parts };
}

function readChangeset(
  { header, number }: { readonly header: string; readonly number: number },
  body: readonly Line[],
): Changeset {
  const [, author, id, rest] =
    /^([^\s:"]+):([^\s:"]+)((?:[ \t]+[A-Za-z]+:\S+)*)[ \t]*$/.exec(header) ?? [];
  if (author === undefined || id === undefined)
    return refuse(
      `The changeset on line ${number} is not written as author:id with attributes name:value, none of them with blanks: nobody here can say how Liquibase reads it. Write it so.`,
    );
  const attributes = new Map(
    (rest ?? '').split(/[ \t]+/).flatMap((attribute) => {
      const colon = attribute.indexOf(':');
      return colon === -1
        ? []
        : [[attribute.slice(0, colon).toLowerCase(), attribute.slice(colon + 1).toLowerCase()]];
    }),
  );
  const odd = [...attributes].find(([name, value]) => !isPlain(name ?? '', value ?? ''));
  if (odd !== undefined)
    return refuse(
      `The changeset on line ${number} says ${odd.join(':')}, which makes what runs depend on where it runs, or on more than this file: nobody here can say what that is. Leave it out.`,
    );
  const part = partOf(body, () => true, modeOf(attributes));
  return { kind: 'part', part: { ...part, name: `${author}:${id}` } };
}

/** Attributes that change neither which text runs nor whether it runs. */
const harmless = new Set([
  'runintransaction',
  'splitstatements',
  'stripcomments',
  'runonchange',
  'created',
  'logicalfilepath',
  'rollbacksplitstatements',
  'rollbackenddelimiter',
]);

function isPlain(name: string, value: string): boolean {
  switch (name) {
    case 'dbms':
      return value === 'postgresql' || value === 'all';
    case 'enddelimiter':
      return value === ';';
    case 'failonerror':
      return value === 'true';
    case 'runalways':
    case 'ignore':
      return value === 'false';
    default:
      return harmless.has(name);
  }
}

function modeOf(attributes: ReadonlyMap<string | undefined, string | undefined>): TransactionMode {
  if (attributes.get('runintransaction') !== 'false') return 'per-file';
  return attributes.get('splitstatements') === 'false' ? 'per-message' : 'per-statement';
}

import { looksOf, readDirectives, type Directive, type DirectiveSyntax } from './directives.ts';
import { splitPath, type Layout, type Part, type Reading } from './layout.ts';
import { linesOf, partOf, type Line } from './lines.ts';
import { compareText } from './order.ts';

/** github.com/amacneil/dbmate. */
export const dbmate: Layout = {
  name: 'dbmate',
  tool: 'dbmate',
  files: '`N….sql`; `schema.sql` is what they left behind',
  unit: 'what follows `-- migrate:up`, up to `-- migrate:down`',
  order: 'the file names as texts, so 10 comes before 9',
  refuses:
    'equal versions; several up halves; SQL before `-- migrate:up`; directives inside quoted texts or comments',
  transaction: 'per-file',
  outside: 'Write -- migrate:up transaction:false, and let the file hold that statement alone',
  compare: compareText,
  signs: [{ weight: 2, in: 'text', pattern: /^--[ \t]*migrate:up\b/m }],
  roleOf: (path) => {
    const { directory, name } = splitPath(path);
    const version = /^(\d+)[^/]*\.sql$/.exec(name)?.[1];
    if (version !== undefined) return { kind: 'runs', version, group: directory };
    if (name === 'schema.sql') return { kind: 'supports' };
    return { kind: 'unexpected', reason: 'Its name does not begin with a number and end in .sql.' };
  },
  read: ({ text }) => readDbmate(linesOf(text)),
  down: { pathOf: (path) => path, read: (text) => readDown(linesOf(text)) },
};

const syntax: DirectiveSyntax = {
  tool: 'dbmate',
  looks: looksOf(/^[^\S\n]*--\s*migrate:(?:up|down)/gim),
  exact: /^--[ \t]*migrate:(up|down)(?:[ \t]+(transaction:(?:true|false)))?[ \t]*$/,
};

function readDbmate(lines: readonly Line[]): Reading {
  const directives = readDirectives(lines, syntax);
  if (directives.kind === 'refused') return directives;
  const [up, down, ...others] = directives.found;
  if (up === undefined || others.length > 0 || !isPair(up, down)) return refusedPairs;
  if (lines.slice(0, up.line.number - 1).some((line) => !isIgnored(line))) return refusedBefore;
  const end = down?.line.number ?? lines.length + 1;
  const transaction = up.groups[1] === 'transaction:false' ? 'per-message' : 'per-file';
  const keeps = ({ number }: Line): boolean => number > up.line.number && number < end;
  return { kind: 'parts', parts: [partOf(lines, keeps, transaction)] };
}

function readDown(lines: readonly Line[]): readonly Part[] {
  const directives = readDirectives(lines, syntax);
  const down = directives.kind === 'directives' ? directives.found[1] : undefined;
  if (down === undefined) return [];
  return [partOf(lines, ({ number }) => number > down.line.number, 'per-file')];
}

function isPair(up: Directive, down: Directive | undefined): boolean {
  return up.groups[0] === 'up' && (down === undefined || down.groups[0] === 'down');
}

function isIgnored({ text, open }: Line): boolean {
  return !open && /^\s*(?:--|$)/.test(text);
}

const refusedPairs: Reading = {
  kind: 'refused',
  reason:
    'It does not hold one -- migrate:up with at most one -- migrate:down after it: versions of dbmate disagree on what runs. Use one pair a file.',
};
const refusedBefore: Reading = {
  kind: 'refused',
  reason:
    'Something stands before -- migrate:up, where dbmate takes only comments that begin with --: nothing of the file would run. Move it below.',
};

import { readDirectives, type DirectiveSyntax } from './directives.ts';
import { splitPath, type Layout, type Part, type Reading } from './layout.ts';
import { linesOf, partOf, type Line } from './lines.ts';

/** node-pg-migrate with SQL files; its programs are not analyzed. */
export const nodePgMigrate: Layout = {
  name: 'node-pg-migrate',
  tool: 'node-pg-migrate',
  files:
    '`<time>_name.sql`, or `.up.sql` beside `.down.sql`; a time has 13 digits, or 17 as year to millisecond',
  unit: 'what follows `-- Up Migration`, up to `-- Down Migration`; without the former, the whole file',
  order: 'the time',
  refuses:
    'equal times; a time below one of the target branch; several halves; directives inside quoted texts or comments',
  transaction: 'per-run',
  outside: 'node-pg-migrate leaves its transaction only for programs, with pgm.noTransaction()',
  late: 'node-pg-migrate refuses to run while an older file is missing. Give it a newer time.',
  signs: [
    { weight: 2, in: 'text', pattern: /^[ \t]*--[ \t-]*up[ \t]+migration/im },
    { weight: 1, in: 'path', pattern: /(?:^|\/)1\d{12}_[^/]*\.sql$/ },
  ],
  roleOf: (path) => {
    const { directory, name } = splitPath(path);
    const time = /^(\d{13}|\d{17})_[^/]*\.sql$/.exec(name)?.[1];
    if (time === undefined)
      return { kind: 'unexpected', reason: 'It is not named <13 or 17 digits>_name.sql.' };
    if (name.endsWith('.down.sql')) return { kind: 'reverts' };
    const version = String(time.length === 13 ? time : millisecondsOf(time));
    return { kind: 'runs', version, group: directory, rank: `${directory}${version}` };
  },
  read: ({ text }) => readHalves(linesOf(text)),
  down: {
    pathOf: downOf,
    read: (text) => readDown(linesOf(text)),
  },
};

/** Milliseconds since 1970 of year, month, day, hour, minute, second and millisecond in 17 digits. */
function millisecondsOf(stamp: string): number {
  const part = (start: number, end: number): number => Number(stamp.slice(start, end));
  const days = daysOf(part(0, 4), part(4, 6), part(6, 8));
  const seconds = (days * 24 + part(8, 10)) * 3600 + part(10, 12) * 60 + part(12, 14);
  return seconds * 1000 + part(14, 17);
}

/** Days since 1970-01-01 in the Gregorian calendar; a year that begins in March ends with its leap day. */
function daysOf(year: number, month: number, day: number): number {
  const from = month > 2 ? year : year - 1;
  const months = (month + 9) % 12;
  const leaps = Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400);
  return from * 365 + leaps + Math.floor((months * 153 + 2) / 5) + day - 719_469;
}

const syntax: DirectiveSyntax = {
  tool: 'node-pg-migrate',
  looks: findMarks,
  exact: /^[ \t]*--[ \t-]*(up|down)[ \t]+migration/i,
};

/**
 * Where dashes and blanks lead to the words. The tool's own pattern lets both run over many lines, and
 * takes quadratic time for that; this begins at the words, and looks back.
 */
function findMarks(text: string): readonly number[] {
  return [...text.matchAll(/(?:up|down)\s+migration/gi)].flatMap(({ index }) => {
    let start = index;
    while (/[\s-]/.test(text.charAt(start - 1))) start -= 1;
    const before = `${start === 0 ? '' : 'x'}${text.slice(start, index)}`;
    const dashes = /(?:^|\n)[^\S\n]*--/.exec(before);
    return dashes === null ? [] : [text.indexOf('--', start + dashes.index)];
  });
}

/** Beside the file that runs, or below its mark in the same one. */
function downOf(path: string): string {
  return path.replace(/\.up\.sql$/, '.down.sql');
}

function readDown(lines: readonly Line[]): readonly Part[] {
  const directives = readDirectives(lines, syntax);
  if (directives.kind === 'refused') return [];
  const marks = directives.found.map(({ line, groups }) => ({
    number: line.number,
    half: groups[0]?.toLowerCase(),
  }));
  const down = marks.find(({ half }) => half === 'down')?.number;
  if (down === undefined) return [];
  const up = marks.find(({ half }) => half === 'up')?.number ?? 0;
  const end = up > down ? up : lines.length + 1;
  return [partOf(lines, ({ number }) => number > down && number < end, 'per-run')];
}

function readHalves(lines: readonly Line[]): Reading {
  const directives = readDirectives(lines, syntax);
  if (directives.kind === 'refused') return directives;
  const found = directives.found.map(({ line, groups }) => ({
    number: line.number,
    half: groups[0]?.toLowerCase(),
  }));
  const ups = found.filter(({ half }) => half === 'up');
  const downs = found.filter(({ half }) => half === 'down');
  if (ups.length > 1 || downs.length > 1) return refusedHalves;
  const up = ups[0]?.number;
  const down = downs[0]?.number ?? 0;
  // Without its mark the up half is everything, the down half as well.
  if (up === undefined) return { kind: 'parts', parts: [partOf(lines, () => true, 'per-run')] };
  const end = down > up ? down : lines.length + 1;
  const keeps = ({ number }: Line): boolean => number > up && number < end;
  return { kind: 'parts', parts: [partOf(lines, keeps, 'per-run')] };
}

const refusedHalves: Reading = {
  kind: 'refused',
  reason:
    'It holds -- Up Migration or -- Down Migration more than once: node-pg-migrate looks at the first one alone, which hides the rest. Use one pair a file.',
};

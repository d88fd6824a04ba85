import { ownerName, type Owner } from '../domain/owner.ts';
import { compileGlob, matchesCompiled, type Glob } from './glob.ts';
import { readOwner } from './owner-name.ts';

/** A CODEOWNERS file as GitHub would load it. */
export type Codeowners = {
  readonly entries: readonly CodeownersEntry[];
  /** Lines that GitHub skips, and why. */
  readonly invalid: readonly { readonly line: number; readonly why: string }[];
  /** 3 MB and more: GitHub does not load it, so it names nobody. */
  readonly tooLarge: boolean;
};

type CodeownersEntry = {
  /** From 1. */
  readonly line: number;
  readonly pattern: string;
  readonly glob: Glob;
  /** Empty: the line takes ownership away. */
  readonly owners: readonly Owner[];
};

/** Who owns a path, by which line, and why in words (they quote the file: render before showing). */
export type Ownership = {
  readonly owners: readonly Owner[];
  readonly line: number | undefined;
  readonly reason: string;
};

/** "must be under 3 MB" (docs.github.com); the smaller reading of MB, as a lost file fails closed. */
const sizeLimit = 3_000_000;

/** Where GitHub looks, in its order; the first one found counts alone. */
export const codeownersPaths = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'] as const;

/** The CODEOWNERS file that counts among these paths. */
export function findCodeownersPath(paths: readonly string[]): string | undefined {
  const present = new Set(paths);
  return codeownersPaths.find((path) => present.has(path));
}

/** Reads a file with GitHub's semantics. Never throws: what GitHub skips is listed in `invalid`. */
export function parseCodeowners(text: string): Codeowners {
  if (new TextEncoder().encode(text).length >= sizeLimit)
    return { entries: [], invalid: [], tooLarge: true };
  const lines = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((content, index) => readLine(content, index + 1));
  return {
    entries: lines.filter((line) => line !== undefined && 'owners' in line),
    invalid: lines.filter((line) => line !== undefined && 'why' in line),
    tooLarge: false,
  };
}

/** The owners of one path from the repository's root: the last matching line decides. */
export function ownersOf(codeowners: Codeowners, path: string): Ownership {
  if (codeowners.tooLarge)
    return nobody(undefined, 'CODEOWNERS has 3 MB or more, which GitHub does not load');
  const skipped = describeInvalid(codeowners);
  const entry = codeowners.entries.findLast(({ glob }) => matchesCompiled(glob, path));
  if (entry === undefined) return nobody(undefined, `No line of CODEOWNERS matches${skipped}`);
  if (entry.owners.length === 0)
    return nobody(
      entry.line,
      `Line ${entry.line} of CODEOWNERS (${entry.pattern}) names no owner, which takes ownership away${skipped}`,
    );
  const names = entry.owners.map(ownerName).join(', ');
  return {
    owners: entry.owners,
    line: entry.line,
    reason: `Line ${entry.line} of CODEOWNERS (${entry.pattern}) names ${names}${skipped}.`,
  };
}

function nobody(line: number | undefined, why: string): Ownership {
  return { owners: [], line, reason: `${why}.` };
}

function describeInvalid({ invalid }: Codeowners): string {
  if (invalid.length === 0) return '';
  const shown = invalid.slice(0, 3).map(({ line, why }) => `line ${line}: ${why}`);
  const more = invalid.length > 3 ? `; and ${invalid.length - 3} more` : '';
  return `; GitHub skips invalid lines (${shown.join('; ')}${more})`;
}

type Line = CodeownersEntry | { readonly line: number; readonly why: string };

function readLine(content: string, line: number): Line | undefined {
  const words = wordsOf(content);
  const comment = words.findIndex((word) => word.startsWith('#'));
  const [pattern, ...names] = comment === -1 ? words : words.slice(0, comment);
  if (pattern === undefined) return undefined;
  const wrong = patternProblem(pattern);
  if (wrong !== undefined) return { line, why: wrong };
  const owners = names.map(readOwner);
  const unknown = names[owners.indexOf(undefined)];
  if (unknown !== undefined) return { line, why: `${unknown} is no owner` };
  return { line, pattern, glob: compileGlob(pattern), owners: unique(owners) };
}

/** Splits at blanks; a backslash keeps the blank after it inside the word. */
function wordsOf(content: string): readonly string[] {
  return content.match(/(?:\\.|[^\s\\]|\\$)+/gsu) ?? [];
}

function patternProblem(pattern: string): string | undefined {
  const bare = pattern.replace(/\\./gsu, '');
  if (pattern.startsWith('!')) return 'a pattern cannot be negated with !';
  if (pattern.startsWith('\\#')) return 'a pattern cannot start with an escaped #';
  if (/[[\]]/.test(bare)) return 'a pattern cannot hold [ or ] unless each is escaped';
  if (bare.includes('***')) return 'a pattern cannot hold ***';
  if (bare.endsWith('\\')) return 'a pattern cannot end with a lone backslash';
  return pattern === '/' ? 'the pattern / matches nothing' : undefined;
}

function unique(owners: readonly (Owner | undefined)[]): readonly Owner[] {
  const byName = new Map<string, Owner>();
  for (const owner of owners) if (owner !== undefined) byName.set(ownerName(owner), owner);
  return [...byName.values()];
}

import {
  type ChangedFile,
  type CommitSha,
  type EntryKind,
  parseCommitSha,
} from '../../domain/change.ts';
import { SluiceError } from '../../errors.ts';
import type { CommitFacts, TreeEntry } from '../../ports/repository.ts';

/** The output of `git diff-tree -r -z -M --raw`. Submodules and links keep their kind. */
export function parseChangedFiles(output: Uint8Array): readonly ChangedFile[] {
  const fields = splitFields(output);
  const files: ChangedFile[] = [];
  for (let index = 0; index < fields.length;) {
    const renamed = /^:[^ ]+ [^ ]+ [^ ]+ [^ ]+ R/.test(fields[index] ?? '');
    const length = renamed ? 3 : 2;
    files.push(toChangedFile(fields.slice(index, index + length)));
    index += length;
  }
  return files.toSorted(byPath);
}

/** A commit object as `git cat-file commit` prints it. */
export function parseCommit(commit: CommitSha, text: string): CommitFacts {
  const end = text.indexOf('\n\n');
  const header = (end < 0 ? text : text.slice(0, end)).split('\n');
  const values = (key: string): readonly string[] =>
    header.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1));
  return {
    commit,
    parents: values('parent').map(toCommit),
    authorEmail: toEmail(values('author')[0]),
    committerEmail: toEmail(values('committer')[0]),
    message: end < 0 ? '' : text.slice(end + 2),
  };
}

/** Throws SluiceError host/git for anything that is no full object name. */
export function toCommit(text: string): CommitSha {
  const commit = parseCommitSha(text);
  if (commit === undefined)
    throw new SluiceError(
      'host/git',
      'Git named a commit in a form that is not an object name. Which commit is meant is not certain, so nothing is allowed. Use a released version of git.',
    );
  return commit;
}

/** `Name <e-mail> seconds zone`; whoever wrote the commit chose it. */
function toEmail(signature: string | undefined): string {
  return /<([^<>]*)> -?\d+ [+-]\d+$/.exec(signature ?? '')?.[1] ?? '';
}

/** The output of `git ls-tree -r -z -l`. */
export function parseTree(output: Uint8Array): readonly TreeEntry[] {
  return splitFields(output).map(toTreeEntry).toSorted(byPath);
}

/** The output of `git check-attr -z`: `name=value`, `name` when set, `-name` when unset. */
export function parseAttributes(
  output: Uint8Array,
  paths: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>(paths.map((path) => [path, []]));
  const fields = splitFields(output);
  for (let index = 0; index < fields.length; index += 3) {
    const [path, name, value] = fields.slice(index, index + 3);
    if (path === undefined || name === undefined || value === undefined) throw unreadable();
    found.set(path, [...(found.get(path) ?? []), toAttribute(name, value)]);
  }
  return found;
}

function toAttribute(name: string, value: string): string {
  if (value === 'set') return name;
  return value === 'unset' ? `-${name}` : `${name}=${value}`;
}

function toChangedFile([raw = '', first, second]: readonly string[]): ChangedFile {
  const [, oldMode, newMode, blob, letter] =
    /^:(\d{6}) (\d{6}) [0-9a-f]+ ([0-9a-f]+) ([AMDTR])\d*$/.exec(raw) ?? [];
  const previousPath = required(first);
  if (letter === 'D')
    return { path: previousPath, status: 'removed', entry: toEntryKind(required(oldMode)) };
  const content = { entry: toEntryKind(required(newMode)), blob: required(blob) };
  if (letter === 'R')
    return { path: required(second), status: 'renamed', previousPath, ...content };
  return { path: previousPath, status: letter === 'A' ? 'added' : 'modified', ...content };
}

function required(field: string | undefined): string {
  if (field === undefined) throw unreadable();
  return field;
}

function toTreeEntry(field: string): TreeEntry {
  const [, mode, blob, size, path] =
    /^(\d{6}) [a-z]+ ([0-9a-f]+) +(\d+|-)\t([^]+)$/.exec(field) ?? [];
  if (mode === undefined || blob === undefined || path === undefined) throw unreadable();
  return { path, entry: toEntryKind(mode), blob, size: size === '-' ? 0 : Number(size) };
}

function toEntryKind(mode: string): EntryKind {
  switch (mode) {
    case '100644':
    case '100664':
      return 'file';
    case '100755':
      return 'executable';
    case '120000':
      return 'symbolic-link';
    case '160000':
      return 'submodule';
    default:
      throw unreadable();
  }
}

/** No file system takes a longer one; patterns are matched in the square of a hostile name's length. */
const longestName = 4096;

function splitFields(output: Uint8Array): readonly string[] {
  const fields = decode(output).split('\0').slice(0, -1);
  if (fields.every((field) => field.length <= longestName)) return fields;
  throw new SluiceError(
    'host/git',
    `The repository holds a file name of more than ${longestName} characters. No machine could check it out, and nobody would read it, so nothing is allowed. Rename the file.`,
  );
}

/** Git does not say how names are encoded: one that is no UTF-8 cannot be told from another. */
function decode(output: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(output);
  } catch (cause) {
    throw new SluiceError(
      'host/git',
      'The repository holds a file name that is not UTF-8. It cannot be told from others, so nobody knows whether it is governed, and nothing is allowed. Rename the file.',
      { cause },
    );
  }
}

function byPath(one: { readonly path: string }, other: { readonly path: string }): number {
  if (one.path === other.path) return 0;
  return one.path < other.path ? -1 : 1;
}

function unreadable(): SluiceError {
  return new SluiceError(
    'host/git',
    'Git answered in a form that is not known. What cannot be read cannot be judged, so nothing is allowed. Use a released version of git.',
  );
}

import { checksumOf } from '../domain/digest.ts';
import { splitPath, type Layout, type LayoutRefusal, type Reading } from './layout.ts';
import type { RunnerTree, RunningFile } from './layout.ts';
import { linesOf, partOf, type Line } from './lines.ts';

/** graphile-migrate: `committed/NNNNNN.sql`, each of which names the hash of the one before it. */
export const graphileMigrate: Layout = {
  name: 'graphile-migrate',
  tool: 'graphile-migrate',
  files:
    '`committed/NNNNNN.sql` or `committed/NNNNNN-name.sql`; `current.sql` and `current/` are for development and never deployed',
  unit: 'what follows the header of `--!` lines and its empty line',
  order: 'the number',
  refuses:
    'equal numbers; gaps; a `Previous` that is not the `Hash` of the file before; placeholders `:NAME`; other `--!` lines',
  transaction: 'per-file',
  outside:
    'Write --! no-transaction as the first line below the header, and let the file hold that statement alone',
  signs: [
    { weight: 3, in: 'path', pattern: /(?:^|\/)\.gmrc(?:\.js)?$/ },
    { weight: 2, in: 'text', pattern: /^--! Previous: / },
  ],
  roleOf: (path) => {
    const { directory, name } = splitPath(path);
    const group = /^((?:.*\/)?)committed\/$/.exec(directory)?.[1];
    const version = /^(\d{6,})(?:-[^/]+)?\.sql$/.exec(name)?.[1];
    if (group !== undefined && version !== undefined) return { kind: 'runs', version, group };
    if (name === 'current.sql' || /(?:^|\/)current\/$/.test(directory)) return { kind: 'supports' };
    return { kind: 'unexpected', reason: 'It is not named committed/NNNNNN.sql.' };
  },
  record: {
    nameOf: (path) => `${/^\d+/.exec(splitPath(path).name)?.[0] ?? ''}.sql`,
    checksumsOf: hashesOf,
    edited: 'graphile-migrate looks at what is new alone, and never runs what was changed.',
  },
  companionsOf: (path) => [path],
  simulate: (tree) => ({ order: tree.running, refused: findBroken(tree) }),
  read: ({ text }) => readBody(text),
};

type Header = { readonly previous: string; readonly hash: string; readonly lines: number };

/** `Previous` and `Hash` first, then other headers, then an empty line. */
function readHeader(text: string): Header | undefined {
  const lines = text.split('\n');
  const previous = /^--! Previous: (-|sha1:[0-9a-f]{40})$/.exec(lines[0] ?? '')?.[1];
  const hash = /^--! Hash: (sha1:[0-9a-f]{40})$/.exec(lines[1] ?? '')?.[1];
  const end = lines.indexOf('');
  const rest = lines.slice(2, Math.max(end, 2));
  if (previous === undefined || hash === undefined || end === -1) return undefined;
  if (!rest.every((line) => /^--! (?:Message: .*|AllowInvalidHash)$/.test(line))) return undefined;
  return { previous, hash, lines: end + 1 };
}

function findBroken({ running, textOf }: RunnerTree): readonly LayoutRefusal[] {
  return running.flatMap((file, index) => {
    const before = running[index - 1];
    const earlier = before?.group === file.group ? before : undefined;
    const reason = brokenReason(file, earlier, textOf);
    return reason === undefined ? [] : [{ path: file.path, reason }];
  });
}

function brokenReason(
  file: RunningFile,
  earlier: RunningFile | undefined,
  textOf: RunnerTree['textOf'],
): string | undefined {
  const header = readHeader(textOf(file.path) ?? '');
  if (header === undefined) return noHeader;
  if (Number(file.version) !== Number(earlier?.version ?? 0) + 1)
    return 'Its number does not follow that of the file before it: graphile-migrate commits without gaps. Commit it again on top of the target branch.';
  const expected = earlier === undefined ? '-' : readHeader(textOf(earlier.path) ?? '')?.hash;
  return header.previous === expected
    ? undefined
    : 'Its --! Previous is not the --! Hash of the file before it: graphile-migrate would refuse to run. Commit it again on top of the target branch.';
}

const noHeader =
  'It has no header of --! Previous, --! Hash and an empty line: graphile-migrate would refuse to run. Make it with graphile-migrate commit.';

/** Of the hash before it and of its body; what it says itself only where it may say anything. */
function hashesOf(text: string): readonly string[] {
  const unix = text.replaceAll('\r\n', '\n');
  const header = readHeader(unix);
  if (header === undefined) return [];
  const lines = unix.split('\n');
  if (lines.slice(0, header.lines).includes('--! AllowInvalidHash')) return [header.hash];
  const previous = header.previous === '-' ? '' : header.previous;
  const body = lines.slice(header.lines).join('\n').trim();
  return [`sha1:${checksumOf('sha1', `${`${previous}\n${body}`.trim()}\n`)}`];
}

function readBody(text: string): Reading {
  const header = readHeader(text);
  if (header === undefined) return { kind: 'refused', reason: noHeader };
  const lines = linesOf(text);
  const body = lines.slice(header.lines);
  const outside = /^--!\s*no-transaction\b/.test(body[0]?.text ?? '');
  const other = body.slice(outside ? 1 : 0).find((line) => /^\s*--!/.test(line.text));
  if (other !== undefined)
    return {
      kind: 'refused',
      reason: `Line ${other.number} begins with --!, which speaks to graphile-migrate in a header alone. Remove it.`,
    };
  const placeholder = /(?<!:):[A-Z][0-9A-Z_]+\b/.exec(body.map((line) => line.text).join('\n'));
  if (placeholder !== null)
    return {
      kind: 'refused',
      reason: `It holds ${placeholder[0]}, which graphile-migrate replaces by what is configured where it runs: nobody can say what that is. Write the value itself.`,
    };
  const transaction = outside ? 'per-message' : 'per-file';
  const start = header.lines + (outside ? 1 : 0);
  const keeps = ({ number }: Line): boolean => number > start;
  return {
    kind: 'parts',
    parts: [partOf(lines, keeps, transaction)],
  };
}

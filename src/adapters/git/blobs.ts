import { parseCommitSha } from '../../domain/change.ts';
import { SluiceError } from '../../errors.ts';
import { type GitRun, runGit } from './run-git.ts';

/** What one git hands out at most, unless a single file is larger; run-git.ts takes no more than 64 MiB. */
const batchBytes = 32 * 1024 * 1024;

type Blob = { readonly name: string; readonly size: number };

/**
 * Contents in the order of their names, by few processes: a repository can hold thousands of
 * migrations. Throws SluiceError host/git when one of them is no content of this repository.
 */
export async function readBlobs(
  run: GitRun,
  names: readonly string[],
): Promise<readonly Uint8Array[]> {
  if (names.length === 0) return [];
  if (names.some((name) => parseCommitSha(name) === undefined))
    throw new SluiceError(
      'host/git',
      'Content can only be read by its full object name. Another name could mean something else later, so nothing is allowed. Report it.',
    );
  const contents: Uint8Array[] = [];
  for (const batch of inBatches(await readSizes(run, names))) {
    const asked = batch.map(({ name }) => name);
    contents.push(...parseContents(await ask(run, '--batch', asked), asked));
  }
  return contents;
}

async function readSizes(run: GitRun, names: readonly string[]): Promise<readonly Blob[]> {
  const answer = new TextDecoder().decode(await ask(run, '--batch-check', names));
  const lines = answer.split('\n');
  return names.map((name, index) => ({ name, size: sizeOf(lines[index] ?? '', name) }));
}

function ask(run: GitRun, how: string, names: readonly string[]): Promise<Uint8Array> {
  return runGit({ ...run, input: names.map((name) => `${name}\n`).join('') }, ['cat-file', how]);
}

/** `<name> blob <size>`; git says something else of what it does not have, and of what is no blob. */
function sizeOf(line: string, wanted: string): number {
  const [name, kind, text = ''] = line.split(' ');
  if (name === wanted && kind === 'blob' && /^\d{1,15}$/.test(text)) return Number(text);
  throw new SluiceError(
    'host/git',
    'The repository does not hold the content of a file. What cannot be read cannot be judged, so nothing is allowed. Fetch the whole repository, without a filter.',
  );
}

function inBatches(blobs: readonly Blob[]): readonly (readonly Blob[])[] {
  const batches: Blob[][] = [];
  let bytes = 0;
  for (const blob of blobs) {
    const last = batches.at(-1);
    const fits = last !== undefined && bytes + blob.size <= batchBytes;
    bytes = fits ? bytes + blob.size : blob.size;
    if (fits) last.push(blob);
    else batches.push([blob]);
  }
  return batches;
}

/** Each one is a line that says its size, its bytes, and a line feed. */
function parseContents(answer: Uint8Array, names: readonly string[]): readonly Uint8Array[] {
  let offset = 0;
  return names.map((name) => {
    const start = answer.indexOf(0x0a, offset) + 1;
    const line = new TextDecoder().decode(answer.subarray(offset, Math.max(offset, start - 1)));
    const end = start + sizeOf(line, name);
    offset = end + 1;
    if (offset > answer.length)
      throw new SluiceError(
        'host/git',
        'Git handed out less than it announced. Half of a file is not what was reviewed, so nothing is allowed. Run it again, and check the repository with git fsck when it stays.',
      );
    return answer.subarray(start, end);
  });
}

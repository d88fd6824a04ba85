import { open } from 'node:fs/promises';
import type { PullRequest } from '../../domain/change.ts';
import { SluiceError } from '../../errors.ts';
import type { CodeHost } from '../../ports/code-host.ts';

const longestFile = 4 * 1024 * 1024;

/**
 * A pull request that was recorded in a file; `parse` gives its text meaning (config/pull-request.ts).
 * Throws SluiceError input/file-unreadable and whatever `parse` throws.
 */
export function fileCodeHost(
  path: string,
  parse: (text: string) => PullRequest | Promise<PullRequest>,
): CodeHost {
  return {
    readPullRequest: async (signal) => {
      signal.throwIfAborted();
      return parse(await readBounded(path));
    },
  };
}

async function readBounded(path: string): Promise<string> {
  try {
    await using file = await open(path, 'r');
    const buffer = Buffer.alloc(longestFile + 1);
    let length = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length, null);
      length += bytesRead;
      if (bytesRead === 0 || length > longestFile) break;
    }
    if (length > longestFile) throw new RangeError('It is larger than 4 MiB.');
    return new TextDecoder('utf-8', { fatal: true }).decode(buffer.subarray(0, length));
  } catch (cause) {
    throw new SluiceError('input/file-unreadable', 'The recorded pull request cannot be read.', {
      cause,
      data: { path },
    });
  }
}

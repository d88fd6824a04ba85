import { type Code, SluiceError } from '../../errors.ts';

/**
 * What a failed fetch means; anything else is thrown again. The complaint of git is read and not kept:
 * it quotes the server, and the server quotes whoever it likes.
 */
export function toRemoteFailure(failure: unknown): SluiceError {
  if (!(failure instanceof SluiceError) || failure.code !== 'host/git') throw failure;
  const complaint = failure.cause instanceof Error ? failure.cause.message : '';
  const [, code, message] = meanings.find(([pattern]) => pattern.test(complaint)) ?? unknown;
  return new SluiceError(code, message, { data: failure.data });
}

type Meaning = readonly [pattern: RegExp, code: Code, message: string];

const unknown: Meaning = [
  /^/,
  'host/git',
  'Git could not fetch from the server. What is not fetched cannot be judged, so nothing is allowed. Run the workflow again, and report it when it stays.',
];

/** The words of git in English, which LC_ALL=C makes it speak; the first one that fits. */
const meanings: readonly Meaning[] = [
  [
    /^fatal: (?:couldn't find remote ref|remote error: upload-pack: not our ref)|not our ref/m,
    'host/git',
    'A branch, pull request or commit is not on the server. It was deleted or moved, and something else cannot be judged in its place. Run the workflow again for what is there now.',
  ],
  [
    /fsck error|^error: object [0-9a-f]+: |index-pack failed/m,
    'host/git',
    'The history holds an object that the checks of git refuse. Git versions read such objects differently, so what would be judged is not certain. Find it with git fsck and rewrite it.',
  ],
  [
    /could not read (?:Username|Password)|Authentication failed|returned error: 40[13]\b/,
    'host/forbidden',
    'The server does not let the token read the repository. What is not fetched cannot be judged, so nothing is allowed. Give the job the permission "contents: read".',
  ],
  [
    /^fatal: repository .* not found|returned error: (?:404|410)\b/m,
    'host/not-found',
    'The server knows no such repository, or hides it from the token. What is not fetched cannot be judged, so nothing is allowed. Give the job the permission "contents: read".',
  ],
  [
    /returned error: 429\b/,
    'host/rate-limit',
    'The server asked to be left alone for a while. What is not fetched cannot be judged, so nothing is allowed. Run the workflow again later.',
  ],
  [
    /returned error: 3\d\d\b|redirect/i,
    'host/refused',
    'The server sent git elsewhere, and Sluice does not follow. A token belongs to one server, and a repository that moved has another name. Run the workflow of the repository where it is now.',
  ],
  [
    /^fatal: unable to access|RPC failed|early EOF|unexpected disconnect|hung up|returned error: 5\d\d\b/m,
    'host/unreachable',
    'The server did not answer git, or stopped in the middle. What is not fetched cannot be judged, so nothing is allowed. Run the workflow again, and check the network when it stays.',
  ],
];

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CommitSha } from '../../domain/change.ts';
import { SluiceError } from '../../errors.ts';
import type { FetchedRepository, Remote, RemoteReference } from '../../ports/remote.ts';
import { toCommit } from './parse.ts';
import { isBranchName } from './reference-name.ts';
import { connectionOf, type Connection, type RemoteOptions } from './remote-connection.ts';
import { toRemoteFailure } from './remote-failure.ts';
import { openRepository } from './repository.ts';
import { runGit, type GitRun } from './run-git.ts';

/**
 * The repository on its server, by git over HTTPS. Throws SluiceError host/git for a reference that
 * is not there, other host/* when the server cannot be reached or refuses the token.
 */
export function openRemote(options: RemoteOptions): Remote {
  const connection = connectionOf(options);
  return {
    tipOf: (branch) => tipOf(connection, branch),
    fetch: (references) => fetch(connection, references),
  };
}

async function tipOf(connection: Connection, branch: string): Promise<CommitSha | undefined> {
  const reference = toBranchReference(branch);
  // No repository is looked for: what one of them is configured to do must not matter here.
  const environment = { ...connection.environment, GIT_DIR: '/dev/null' };
  const run = { directory: tmpdir(), signal: connection.signal, environment };
  const words = ['ls-remote', '--quiet', '--refs', '--end-of-options', connection.url, reference];
  const answer = new TextDecoder().decode(await runOnServer(connection, run, words));
  // Git also lists what only ends like it, such as refs/other/refs/heads/main.
  const lines = answer.split('\n').map((line) => line.split('\t'));
  const [name] = lines.find(([, listed]) => listed === reference) ?? [];
  return name === undefined ? undefined : toCommit(name);
}

async function fetch(
  connection: Connection,
  references: readonly RemoteReference[],
): Promise<FetchedRepository> {
  const asked = references.map(toServerReference);
  const directory = await mkdtemp(join(tmpdir(), 'sluice-remote-'));
  const remove = () => rm(directory, { recursive: true, force: true, maxRetries: 10 });
  try {
    const run = { directory, signal: connection.signal };
    await runGit(run, ['init', '--quiet', '--bare', '--template=', '.']);
    if (asked.length > 0)
      await runOnServer(connection, { ...run, environment: connection.environment }, [
        ...fetching,
        connection.url,
        ...asked.map((reference, index) => `+${reference}:refs/sluice/${index}`),
      ]);
    const repository = openRepository(directory, connection.signal);
    const commits: CommitSha[] = [];
    for (const [index, reference] of references.entries())
      commits.push(await resolve(run, `refs/sluice/${index}`, reference));
    return { repository, commits, [Symbol.asyncDispose]: remove };
  } catch (failure) {
    await remove();
    throw failure;
  }
}

const fetching = [
  'fetch',
  '--quiet',
  '--no-tags',
  '--no-write-fetch-head',
  '--no-recurse-submodules',
  '--no-auto-maintenance',
  '--end-of-options',
];

const tries = 3;

/** Asks again when the server does not answer: most of what breaks a connection is over soon. */
async function runOnServer(
  { pause, signal }: Connection,
  run: GitRun,
  words: readonly string[],
): Promise<Uint8Array> {
  for (let count = 1; ; count += 1) {
    const outcome = await runGit(run, words).catch(toRemoteFailure);
    if (!(outcome instanceof SluiceError)) return outcome;
    if (outcome.code !== 'host/unreachable' || count === tries) throw outcome;
    // The next git says that the run was interrupted.
    await sleep(pause * count ** 2, undefined, { signal }).catch(() => undefined);
  }
}

function toServerReference(reference: RemoteReference): string {
  switch (reference.kind) {
    case 'branch':
      return toBranchReference(reference.name);
    case 'pull-request':
      return toPullRequestReference(reference.number);
    case 'commit':
      return toCommit(reference.commit);
  }
}

function toBranchReference(branch: string): string {
  if (isBranchName(branch)) return `refs/heads/${branch}`;
  throw new SluiceError(
    'host/git',
    'A branch has a name that git does not allow. It could mean something else to git, so it is not asked for. Rename the branch.',
    { data: { branch } },
  );
}

function toPullRequestReference(number: number): string {
  if (Number.isSafeInteger(number) && number > 0) return `refs/pull/${number}/head`;
  throw new SluiceError(
    'host/git',
    'A pull request has a number that is none. Its head cannot be fetched. Give the number that GitHub shows.',
  );
}

/** What was fetched has to be a commit, and the one that was asked for by its name. */
async function resolve(run: GitRun, name: string, wanted: RemoteReference): Promise<CommitSha> {
  const found = await openRepository(run.directory, run.signal).resolve(name);
  if (wanted.kind !== 'commit' || found === wanted.commit) return found;
  throw new SluiceError(
    'host/git',
    'The name of a commit stands for something else on the server. What would be judged is not what was asked for. Run the workflow again.',
    { data: { commit: wanted.commit } },
  );
}

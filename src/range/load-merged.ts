import type { ChangedFile, CommitSha, PullRequest, Unit } from '../domain/change.ts';
import { SluiceError } from '../errors.ts';
import type { FoundTarget } from '../policy/targets.ts';
import { controlFilesOf } from '../policy/control-files.ts';
import type { Parser } from '../ports/parser.ts';
import type { Repository, TreeEntry } from '../ports/repository.ts';
import type { Arguments } from '../commands/command.ts';
import type { Context } from '../commands/context.ts';
import { withFacts } from '../commands/read-facts.ts';
import type { LoadedChange } from '../change/judge-input.ts';
import { withReviews, withoutReviews } from '../gate/pull-request.ts';
import { findMerge, wasThereBefore } from '../merged/find-merges.ts';
import type { LiveCodeHost } from '../ports/live-code-host.ts';
import { withApplied } from '../change/load-applied.ts';
import { loadControls } from '../change/load-controls.ts';
import type { Controls } from '../change/load-controls.ts';
import { loadDatabase } from '../change/load-units.ts';
import type { LoadedDatabase } from '../change/load-units.ts';

type Tools = { readonly repository: Repository; readonly parser: Parser };

export type MergedChange = LoadedChange & { readonly commit: CommitSha };

/** What a pull request brought to the target branch. */
export type MergedSpan = {
  readonly pullRequest: PullRequest;
  /** First parent of what was merged: the rules come from here. */
  readonly base: CommitSha;
  /** The commit whose bytes would run. */
  readonly commit: CommitSha;
  /** The head that reviewers saw. */
  readonly head: CommitSha;
};

/**
 * Reads a merged change from git: what the merge brought to the target branch, judged by the controls
 * of its first parent. Throws when it was not merged, or when the merge holds other governed bytes
 * than the head that was reviewed.
 */
export async function loadMerged(
  given: Arguments,
  context: Context,
  tools: Tools,
): Promise<MergedChange> {
  const { repository } = tools;
  const commit = await repository.resolve(given.options.get('commit') ?? '');
  const path = given.options.get('pull-request');
  const merged =
    path === undefined
      ? await loadFromHost(commit, { ...tools, host: await context.openLiveCodeHost() })
      : await loadRecorded(commit, path, { ...tools, context });
  const [other] = await findOtherBytes(merged, repository);
  if (other !== undefined)
    throw refusal(
      `${JSON.stringify(other)} ${otherBytes}`,
      'Open a pull request with what is really meant, and have it approved.',
    );
  return withFacts(merged, given, context);
}

async function loadRecorded(
  commit: CommitSha,
  path: string,
  { context, ...tools }: Tools & { readonly context: Context },
): Promise<MergedChange> {
  const pullRequest = await context.openCodeHost(path).readPullRequest(context.signal);
  if (pullRequest.mergedAt === undefined)
    throw refusal('The pull request is not merged.', 'Merge it first.');
  const span = await findSpan(pullRequest, commit, tools.repository);
  return loadMerge({ pullRequest, commit, ...span }, tools);
}

async function loadFromHost(
  commit: CommitSha,
  { host, ...tools }: Tools & { readonly host: LiveCodeHost },
): Promise<MergedChange> {
  const { repository } = tools;
  const merge = await findMerge(commit, { repository, host });
  if (merge === undefined || (await wasThereBefore(merge, repository)))
    throw refusal(
      'No pull request was merged as this commit.',
      'Name the commit that the merge made; of a rebase, the last one.',
    );
  const { pullRequest, base } = merge;
  const span = { pullRequest: withoutReviews(pullRequest), base, commit, head: pullRequest.head };
  const loaded = await loadMerge(span, tools);
  return { ...(await withReviews(loaded, pullRequest, { host, repository })), commit };
}

/** What the merge would run on the database of a target, in order. */
export function unitsFor(
  { databases }: Pick<MergedChange, 'databases'>,
  { database }: FoundTarget,
): readonly Unit[] {
  return databases.find((part) => part.database.name === database.name)?.units ?? [];
}

/** Reads what a merge brought. Whether these are the bytes that were reviewed, findOtherBytes says. */
export async function loadMerge(
  { pullRequest, base, commit, head }: MergedSpan,
  tools: Tools,
): Promise<MergedChange> {
  const { files, ...brought } = await loadSpan({ base, commit }, tools);
  return { change: { pullRequest, base, head, files }, ...brought, commit };
}

/** What some commits brought, judged by the controls of their base, whoever brought it. */
export type Brought = Pick<LoadedChange, 'controls' | 'databases'> & {
  readonly files: readonly ChangedFile[];
};

/** Reads what was brought from `base` to `commit`; `substitute` stands in where those of the base cannot be read. */
export async function loadSpan(
  { base, commit }: Pick<MergedSpan, 'base' | 'commit'>,
  { repository, parser }: Tools,
  substitute?: Controls,
): Promise<Brought> {
  const [files, controls, before, after] = await Promise.all([
    repository.changedFiles(base, commit),
    substitute ?? loadControls(repository, base),
    repository.tree(base),
    repository.tree(commit),
  ]);
  const databases: LoadedDatabase[] = [];
  for (const database of controls.policy.databases)
    databases.push(
      await withApplied(
        await loadDatabase(database, { before, after, commit }, { repository, parser }),
        controls.policy,
        { after, repository },
      ),
    );
  return { files, controls, databases };
}

/**
 * Governed paths and control files of the merge that do not hold what the reviewed head holds: a
 * conflict that was settled in the merge, or a merge made by hand, can bring what nobody reviewed. A
 * control file that both sides changed may hold what git makes of the two.
 */
export async function findOtherBytes(
  { change, commit, databases }: MergedChange,
  repository: Repository,
): Promise<readonly string[]> {
  const reviewed = entriesOf(await repository.tree(change.head));
  const merged = entriesOf(await repository.tree(commit));
  const differs = (path: string): boolean => reviewed.get(path) !== merged.get(path);
  const governed = databases.flatMap(({ units }) => units.map(({ path }) => path)).filter(differs);
  const controls = controlFilesOf(change).filter(differs);
  if (controls.length === 0) return governed;
  const made = await repository.mergedTree(change.base, change.head);
  if (made === undefined) return [...governed, ...controls];
  const expected = entriesOf(made);
  return [...governed, ...controls.filter((path) => expected.get(path) !== merged.get(path))];
}

/** What is said after the path. */
export const otherBytes = 'holds other bytes after the merge than at the head that was reviewed.';

function entriesOf(entries: readonly TreeEntry[]): ReadonlyMap<string, string> {
  return new Map(entries.map(({ path, entry, blob }) => [path, `${entry} ${blob}`]));
}

async function findSpan(
  pullRequest: PullRequest,
  commit: CommitSha,
  repository: Repository,
): Promise<{ readonly base: CommitSha; readonly head: CommitSha }> {
  const [base, merged] = await repository.parents(commit);
  if (base === undefined)
    throw refusal('The commit has no parent.', 'Name the commit that the merge made.');
  const head = pullRequest.head ?? merged;
  if (head === undefined)
    throw refusal(
      'Nothing says which head was reviewed: the commit is no merge and the pull request was recorded without its head.',
      'Record the pull request with its head.',
    );
  return { base, head };
}

function refusal(what: string, instead: string): SluiceError {
  return new SluiceError(
    'input/pull-request',
    `${what} Sluice applies only what was reviewed and merged, so nothing was applied. ${instead}`,
  );
}

import type { ActionContext } from '../commands/action-command.ts';
import { findEvidence, readEvidenceFile } from '../change/evidence-file.ts';
import type { LayFacts } from '../change/given-facts.ts';
import type { LoadedChange } from '../change/judge-input.ts';
import { loadChange } from '../change/load-change.ts';
import { loadControlsOrObserve } from '../change/load-controls.ts';
import type { ListedPullRequest, LiveCodeHost } from '../ports/live-code-host.ts';
import type { Parser } from '../ports/parser.ts';
import type { Repository } from '../ports/repository.ts';
import { orError, write, writePending } from './board.ts';
import { decisionInputs } from './decision-inputs.ts';
import { isUngoverned, judgePullRequest, type Judged } from './judge-pull-request.ts';
import { withOtherOrders } from './other-orders.ts';
import type { Outcome } from './outcome.ts';
import { mostRounds, publish, unsettled, type Changed } from './publish.ts';
import { withoutReviews, withReviews } from './pull-request.ts';
import { stillHolds } from './still-holds.ts';
import { isSameSubject, type Subject } from './subject.ts';
import { describe, ungovernedInWords } from './verdict.ts';

export type Tools = {
  readonly context: ActionContext;
  readonly parser: Parser;
  readonly layFacts: LayFacts;
};

/** Judges a pull request as it is now, and says so on its head. Starts over when it changes meanwhile. */
export async function gatePullRequest(
  number: number,
  tools: Tools,
  earlier: { readonly round: number; readonly subject?: Subject } = { round: 0 },
): Promise<Outcome> {
  const { context } = tools;
  const listed = await context.host.readPullRequest(number);
  if (!listed.open) return { kind: 'closed' };
  const round = earlier.round + 1;
  return orError(listed, context, async () => {
    if (!isSameSubject(listed, earlier.subject)) await writePending(listed, context);
    const outcome = await lookOnce(listed, tools);
    if (outcome.kind !== 'changed') return outcome;
    if (round === mostRounds) throw unsettled();
    return gatePullRequest(number, tools, { round, subject: listed });
  });
}

async function lookOnce(
  listed: ListedPullRequest,
  { context, parser, layFacts }: Tools,
): Promise<Outcome | Changed> {
  await using fetched = await context.remote.fetch([
    { kind: 'branch', name: listed.targetBranch },
    { kind: 'pull-request', number: listed.number },
  ]);
  const { repository, commits } = fetched;
  const [base, head] = commits;
  if (base === undefined || head !== listed.head) return { kind: 'changed' };
  const proposed = { pullRequest: withoutReviews(listed), base, head };
  const tools = { repository, parser, readControls: loadControlsOrObserve };
  const loaded = layFacts(await loadChange(proposed, tools));
  const isTip = async (): Promise<boolean> =>
    (await context.remote.tipOf(listed.targetBranch)) === base;
  if (isUngoverned(loaded))
    return (await isTip()) ? await passUngoverned(listed, loaded, context) : { kind: 'changed' };
  const judged = await withOtherOrders(
    await judgeAll(listed, loaded, { context, repository }),
    loaded,
    { context, parser },
  );
  return await publish(
    {
      subject: listed,
      judged,
      commented: judged,
      stillHolds: async () => (await isTip()) && (await stillHolds(judged, context.host)),
    },
    context,
  );
}

/** Nothing that anybody said could matter, so nothing more is asked: most pull requests end here. */
async function passUngoverned(
  subject: Subject,
  loaded: LoadedChange,
  context: ActionContext,
): Promise<Outcome> {
  const inputs = decisionInputs(loaded, new Map());
  const description = describe(ungovernedInWords, inputs);
  await write(subject, { state: 'success', description }, context);
  return { kind: 'ungoverned' };
}

/** A status belongs to the commit: everybody who proposes it to the same branch is judged for it. */
async function judgeAll(
  listed: ListedPullRequest,
  loaded: LoadedChange,
  { context, repository }: { readonly context: ActionContext; readonly repository: Repository },
): Promise<readonly [Judged, ...Judged[]]> {
  const { host } = context;
  const rehearsals = await readEvidenceFile(context, [listed.head]);
  const rehearsed = { all: rehearsals, evidence: findEvidence(loaded, rehearsals) };
  const judgeOne = async (one: ListedPullRequest): Promise<Judged> =>
    judgePullRequest(one, await withReviews(loaded, one, { host, repository }), rehearsed);
  const others = await findOthers(listed, host);
  const judged: [Judged, ...Judged[]] = [await judgeOne(listed)];
  for (const other of others) judged.push(await judgeOne(other));
  return judged;
}

/** Read one by one, because a list may tell less of each. */
async function findOthers(
  listed: ListedPullRequest,
  host: LiveCodeHost,
): Promise<readonly ListedPullRequest[]> {
  const isOther = (other: ListedPullRequest): boolean =>
    other.open && other.number !== listed.number && isSameSubject(other, listed);
  const found = (await host.findByCommit(listed.head)).filter(isOther);
  const others = await Promise.all(found.map(({ number }) => host.readPullRequest(number)));
  return others.filter(isOther);
}

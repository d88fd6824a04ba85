import type { ActionContext } from '../commands/action-command.ts';
import type { LoadedChange } from '../change/judge-input.ts';
import {
  crossableOrders,
  hintsAgainst,
  notComparedInWords,
  type NotCompared,
} from '../change/other-changes.ts';
import { SluiceError } from '../errors.ts';
import type { ListedPullRequest } from '../ports/live-code-host.ts';
import type { Parser } from '../ports/parser.ts';
import type { Judged } from './judge-pull-request.ts';

type Tools = { readonly context: ActionContext; readonly parser: Parser };

/** The newest of those that people could merge next. */
const mostCompared = 20;

/**
 * Adds to the reports how the change could deadlock with other open pull requests, where it holds one
 * table while it waits for another. A hint: it changes no decision, and nothing that goes wrong with
 * another pull request does.
 */
export async function withOtherOrders(
  [first, ...others]: readonly [Judged, ...Judged[]],
  loaded: LoadedChange,
  tools: Tools,
): Promise<readonly [Judged, ...Judged[]]> {
  const orders = crossableOrders(loaded, first.effects);
  if (orders.size === 0) return [first, ...others];
  const hints = await compare({ loaded, orders }, first.listed, tools);
  const told = (judged: Judged): Judged => ({
    ...judged,
    report: { ...judged.report, deadlocks: [...(judged.report.deadlocks ?? []), ...hints] },
  });
  return [told(first), ...others.map(told)];
}

async function compare(
  own: Parameters<typeof hintsAgainst>[0],
  listed: ListedPullRequest,
  { context, parser }: Tools,
): Promise<readonly string[]> {
  try {
    const { compared, left } = await chooseOthers(listed, context);
    if (compared.length === 0) return notComparedInWords(left);
    await using fetched = await context.remote.fetch([
      { kind: 'commit', commit: own.loaded.change.base },
      ...compared.map(({ number }) => ({ kind: 'pull-request', number }) as const),
    ]);
    const { repository, commits } = fetched;
    const others = compared.flatMap((one, index) => {
      const head = commits[index + 1];
      return head === undefined ? [] : [{ name: nameOf(one), head }];
    });
    const { clock, signal } = context;
    const hints = await hintsAgainst(own, others, { repository, parser, clock, signal });
    return [...hints, ...notComparedInWords(left)];
  } catch (failure) {
    if (context.signal.aborted || !(failure instanceof SluiceError)) throw failure;
    return [
      'The order of its locks was not compared with other open pull requests (they could not be read).',
    ];
  }
}

type Choice = {
  readonly compared: readonly ListedPullRequest[];
  readonly left: readonly NotCompared[];
};

/** Anybody may open a pull request from a fork, with as much in it as they like. */
async function chooseOthers(
  { number, head, targetBranch }: ListedPullRequest,
  { host }: ActionContext,
): Promise<Choice> {
  const { newest, isAll } = await host.findByTarget(targetBranch);
  const others = newest.filter((other) => other.number !== number && other.head !== head);
  const own = others.filter(({ headRepository }) => headRepository === host.repository);
  const forks = others.filter(({ headRepository }) => headRepository !== host.repository);
  const tooMany = own.slice(mostCompared);
  return {
    compared: own.slice(0, mostCompared),
    left: [
      ...forks.map((one) => ({ name: nameOf(one), why: 'of a fork' })),
      ...(tooMany.length > 0 || !isAll
        ? [
            {
              name: 'older open pull requests',
              why: `only the ${mostCompared} newest are looked at`,
            },
          ]
        : []),
    ],
  };
}

function nameOf({ number }: ListedPullRequest): string {
  return `pull request ${number}`;
}

import type { CommitSha, PullRequest } from '../domain/change.ts';
import type { Policy } from '../domain/policy.ts';
import type { Redacted } from '../domain/redacted.ts';
import { SluiceError } from '../errors.ts';
import { judge, type Judgement } from '../judge.ts';
import type { Parser } from '../ports/parser.ts';
import type { Repository } from '../ports/repository.ts';
import type { ReviewReport } from '../report/model.ts';
import { renderReviewJson } from '../report/render-json.ts';
import { renderReviewMarkdown } from '../report/render-markdown.ts';
import { renderReviewText } from '../report/render-text.ts';
import type { Arguments, ExitCode } from './command.ts';
import type { Context } from './context.ts';
import { judgeInput } from '../change/judge-input.ts';
import type { LoadedChange } from '../change/judge-input.ts';
import { loadChange } from '../change/load-change.ts';
import { crossableOrders, hintsAgainst, type OtherChange } from '../change/other-changes.ts';
import { withFacts } from './read-facts.ts';
import { readRowImages, rehearseAll, shadowChoice } from './rehearse-change.ts';
import { toReviewReport } from './review-report.ts';
import { writeResult } from './write-result.ts';

/** `sluice review`: reads the change, judges it, rehearses what is not denied, and judges again. */
export async function review(given: Arguments, context: Context): Promise<ExitCode> {
  const repository = context.openRepository(given.options.get('repo') ?? '.');
  await using parser = context.openParser();
  context.progress.step('Reading the change.');
  const loaded = await readChange(given, context, { repository, parser });
  const others = await readOthers(given, { repository, parser });
  const tools = { context, repository, parser };
  const reviewed = await reviewChange(loaded, given, tools);
  const report = await withOthers(reviewed, { loaded, others }, tools);
  await writeResult(renderReport(report, given, context), given, context);
  return isOpen(report, loaded.controls.policy) ? 0 : 1;
}

type Tools = { readonly repository: Repository; readonly parser: Parser };

async function readChange(given: Arguments, context: Context, tools: Tools): Promise<LoadedChange> {
  const host = context.openCodeHost(given.options.get('pull-request') ?? '');
  const pullRequest = await host.readPullRequest(context.signal);
  const base = await tools.repository.resolve(given.options.get('base') ?? '');
  const head = await tools.repository.resolve(given.options.get('head') ?? '');
  refuseOtherHead(pullRequest, head);
  return withFacts(await loadChange({ pullRequest, base, head }, tools), given, context);
}

/** A recorded pull request speaks of one head; its reviews say nothing of another. */
function refuseOtherHead({ head: recorded }: PullRequest, head: CommitSha): void {
  if (recorded === undefined || recorded === head) return;
  throw new SluiceError(
    'input/pull-request',
    `The pull request was recorded at ${recorded}, but ${head} is to be reviewed, so its reviews may speak of something else. Nothing is allowed. Record it again.`,
  );
}

type Reviewed = { readonly report: ReviewReport; readonly judgement: Judgement };

async function reviewChange(
  loaded: LoadedChange,
  given: Arguments,
  tools: Tools & { readonly context: Context },
): Promise<Reviewed> {
  const choice = shadowChoice(given);
  const images = readRowImages(given, choice);
  const first = judge(judgeInput(loaded, { rehearsal: choice === 'none' ? 'skipped' : 'pending' }));
  if (first.decision.kind === 'deny' || choice === 'none' || !hasUnits(loaded))
    return { judgement: first, report: toReviewReport(loaded, first, undefined) };
  const evidence = await rehearseAll(loaded, { ...tools, choice, ...images });
  const second = judge(judgeInput(loaded, { rehearsal: 'done', evidence }));
  return { judgement: second, report: toReviewReport(loaded, second, evidence) };
}

/** `--others`: how the change could deadlock with others that are under way. It decides nothing. */
async function withOthers(
  { report, judgement }: Reviewed,
  { loaded, others }: { readonly loaded: LoadedChange; readonly others: readonly OtherChange[] },
  { context, ...git }: Tools & { readonly context: Context },
): Promise<ReviewReport> {
  const orders = crossableOrders(loaded, judgement.effects);
  if (others.length === 0 || orders.size === 0) return report;
  const { clock, signal } = context;
  const hints = await hintsAgainst({ loaded, orders }, others, { ...git, clock, signal });
  return { ...report, deadlocks: [...(report.deadlocks ?? []), ...hints] };
}

async function readOthers(given: Arguments, { repository }: Tools): Promise<OtherChange[]> {
  const others: OtherChange[] = [];
  for (const name of given.options.get('others')?.split(',') ?? [])
    others.push({ name, head: await repository.resolve(name) });
  return others;
}

function hasUnits({ databases }: LoadedChange): boolean {
  return databases.some(({ units }) => units.length > 0);
}

function renderReport(report: ReviewReport, given: Arguments, context: Context): Redacted {
  switch (given.options.get('format')) {
    case 'json':
      return renderReviewJson(report);
    case 'markdown':
      return renderReviewMarkdown(report);
    default:
      return renderReviewText(report, { colour: context.colour && !given.options.has('output') });
  }
}

/** In observe mode the gate stays open and the report says what would have been asked. */
function isOpen(report: ReviewReport, policy: Policy): boolean {
  return report.decision.kind === 'allow' || policy.mode === 'observe';
}

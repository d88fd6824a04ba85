import { findMerges } from '../merged/find-merges.ts';
import { targetName } from '../domain/target.ts';
import { appliedUnits, type RangeReport } from '../report/range.ts';
import { renderRangeJson, renderRangeMarkdown } from '../report/render-range.ts';
import type { ActionCommand, ActionContext } from './action-command.ts';
import { applyMerges, isDealtWith, type Range } from '../range/apply-merges.ts';
import { type BroughtMerge, loadBrought } from '../range/brought-merges.ts';
import { readGivenFacts } from '../change/given-facts.ts';
import { readEvidenceFile } from '../change/evidence-file.ts';
import { readRefusedSpans, readTargetLedger } from '../range/held-units.ts';
import { loadControls } from '../change/load-controls.ts';
import { branchOf } from '../range/pending-merges.ts';
import { findStart } from '../range/range-start.ts';
import { regardDatabase } from '../range/regard.ts';
import { findTarget } from '../policy/targets.ts';

/**
 * Applies to the target of the input `target` whatever was merged and is not applied yet, in the order
 * in which it was merged. Nothing is rehearsed here: a job that holds no credential did that before.
 */
export const applyRange: ActionCommand = async (context) => {
  const report = await reportOf(context);
  const refused = report.merges.filter(({ outcome }) => outcome === 'refused').length;
  return {
    exitCode: report.outcome === 'refused' ? 1 : 0,
    outputs: { applied: String(appliedUnits(report)), outcome: report.outcome },
    summary: renderRangeMarkdown(report),
    report: renderRangeJson(report),
    notice: `Merges: ${report.merges.length}. Units applied: ${appliedUnits(report)}. Merges refused: ${refused}.`,
  };
};

async function reportOf(context: ActionContext): Promise<RangeReport> {
  const branch = branchOf(context);
  context.progress.step('Reading what was merged.');
  await using parser = context.openParser();
  await using fetched = await context.remote.fetch([{ kind: 'branch', name: branch }]);
  const { repository } = fetched;
  const tip = await repository.resolve(fetched.commits[0] ?? '');
  const latest = await loadControls(repository, tip);
  const found = findTarget(latest.policy, context.inputs.get('target') ?? '');
  const ledger = await readTargetLedger(found.target, context);
  const line = await repository.firstParents(tip, undefined);
  const last = ledger.findLast((row) => line.some((commit) => commit === row.commit))?.commit;
  const newest = line.find((commit) => commit === last);
  const refusals = await readRefusedSpans(found.target, context);
  const since = await findStart({ repository, line, newest, refusals });
  const regard = regardDatabase(repository, found.database.name);
  const merges = await findMerges({
    repository,
    host: context.host,
    branch,
    tip,
    since,
    regard,
  });
  const brought = await loadBrought(merges, { repository, parser, found, latest });
  const { limits } = latest.policy;
  const layFacts = await readGivenFacts(context);
  const outcome = await fetchAndApply(
    { repository, branch, tip, found, limits, ledger, brought, layFacts },
    context,
  );
  const identity = { target: targetName(found.target), branch, tip };
  return { ...identity, ...(since === undefined ? {} : { since }), ...outcome };
}

/** A squash leaves no trace of the head that was reviewed: it has to be fetched. */
async function fetchAndApply(
  { repository, ...range }: Omit<Range, 'heads' | 'rehearsals'>,
  context: ActionContext,
): Promise<Pick<RangeReport, 'merges' | 'outcome'>> {
  const open = range.brought.filter((brought) => !isDealtWith(brought, range.ledger));
  if (open.length === 0)
    return applyMerges({ ...range, repository, heads: new Map(), rehearsals: [] }, context);
  const numbers = [...new Set(open.flatMap(numberOf))];
  const references = numbers.map((number) => ({ kind: 'pull-request', number }) as const);
  const branch = { kind: 'branch', name: range.branch } as const;
  await using fetched = await context.remote.fetch([branch, ...references]);
  const [, ...commits] = fetched.commits;
  const heads = new Map(numbers.flatMap((number, index) => pair(number, commits[index])));
  const rehearsals = await readEvidenceFile(context, []);
  const whole = { ...range, repository: fetched.repository, heads, rehearsals };
  return await applyMerges(whole, context);
}

function numberOf({ merge }: BroughtMerge): readonly number[] {
  return merge.kind === 'pull-request' ? [merge.pullRequest.number] : [];
}

function pair<Value>(key: number, value: Value | undefined): readonly (readonly [number, Value])[] {
  return value === undefined ? [] : [[key, value]];
}

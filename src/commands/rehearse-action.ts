import { largestEvidence } from '../config/stored-evidence.ts';
import { digestOf } from '../domain/digest.ts';
import type { Redacted } from '../domain/redacted.ts';
import type { StoredRehearsal } from '../domain/stored-evidence.ts';
import { SluiceError } from '../errors.ts';
import { judge } from '../judge.ts';
import type { Parser } from '../ports/parser.ts';
import type { Repository } from '../ports/repository.ts';
import { sealMarkdown } from '../report/redact.ts';
import type { ActionCommand, ActionContext, ActionResult } from './action-command.ts';
import { renderStoredEvidence, toRehearsals } from '../change/evidence-file.ts';
import { readGivenFacts } from '../change/given-facts.ts';
import { assertUsable, readGivenSnapshots } from '../change/given-snapshots.ts';
import type { SnapshotsByDatabase } from '../change/given-snapshots.ts';
import { judgeInput } from '../change/judge-input.ts';
import type { LoadedChange } from '../change/judge-input.ts';
import { planOccasion } from './occasion-changes.ts';
import type { OccasionPlan } from './occasion-changes.ts';
import { rehearseAll } from './rehearse-change.ts';

const standardPath = 'sluice-evidence.json';

/**
 * The job that runs submitted SQL. It decides nothing, writes nothing to the host and holds no
 * credential of a database: what it leaves is a file, which the next job reads as a stranger's.
 */
export const rehearseForAction: ActionCommand = async (context) => {
  assertThrowAway(context);
  context.progress.step('Reading the change.');
  const plan = await planOccasion(context);
  const rehearsals = plan.references.length === 0 ? [] : await rehearseAsPlanned(plan, context);
  return store(rehearsals, plan, context);
};

async function rehearseAsPlanned(
  { references, isFromFork, read }: OccasionPlan,
  context: ActionContext,
): Promise<readonly StoredRehearsal[]> {
  const layFacts = await readGivenFacts(context);
  const snapshots = isFromFork ? undefined : await readGivenSnapshots(context);
  await using parser = context.openParser();
  await using fetched = await context.remote.fetch(references);
  const rows = snapshots === undefined ? {} : { snapshots };
  const tools = { context, parser, repository: fetched.repository, ...rows };
  const rehearsals: StoredRehearsal[] = [];
  for (const change of await read(fetched, parser))
    rehearsals.push(...(await rehearseChange(layFacts(change), tools)));
  return rehearsals;
}

/** Submitted SQL can become any account of a machine that lets everybody be root, as hosted ones do. */
function assertThrowAway({ runner, inputs }: ActionContext): void {
  if (runner.hosted || inputs.get('ephemeral-runner') === 'true') return;
  throw new SluiceError(
    'input/usage',
    'The command rehearse was started on a runner that GitHub does not host. It runs submitted SQL, which could stay on a machine that is used again. Use a hosted runner, or set the input ephemeral-runner to true when this one is thrown away after each job.',
  );
}

type Tools = {
  readonly context: ActionContext;
  readonly parser: Parser;
  readonly repository: Repository;
  /** Masked rows that a job with a credential made; none of a fork's changes sees them. */
  readonly snapshots?: SnapshotsByDatabase;
};

/** What is denied already is not run. */
async function rehearseChange(
  change: LoadedChange,
  { snapshots, ...tools }: Tools,
): Promise<readonly StoredRehearsal[]> {
  if (snapshots !== undefined) assertUsable(snapshots, change, tools.context.clock.now());
  const { decision } = judge(judgeInput(change, { rehearsal: 'pending' }));
  if (decision.kind === 'deny') return [];
  const rows = snapshots === undefined ? ({ data: 'none' } as const) : { snapshots };
  const rowImages = tools.context.inputs.get('row-images') === 'true';
  const evidence = await rehearseAll(change, { ...tools, choice: 'auto', ...rows, rowImages });
  return toRehearsals(change, evidence);
}

async function store(
  rehearsals: readonly StoredRehearsal[],
  { isFromFork }: OccasionPlan,
  { runner, inputs, files }: ActionContext,
): Promise<ActionResult> {
  const { repository, run } = runner;
  const text = renderStoredEvidence({ repository, run, rehearsals });
  assertBounded(text);
  const path = inputs.get('evidence') ?? standardPath;
  await files.write(path, text);
  const completed = rehearsals.filter(({ evidence }) => evidence.outcome.kind === 'completed');
  const counts = `Rehearsals: ${rehearsals.length}. Completed: ${completed.length}.`;
  const isLeftOut = isFromFork && inputs.has('snapshot');
  const notice = isLeftOut ? `${counts} No row of the snapshot was shown to a fork.` : counts;
  return {
    exitCode: 0,
    outputs: { evidence: path, 'evidence-digest': digestOf(text) },
    summary: sealMarkdown(
      `## Sluice rehearsed\n\n${notice} The job that decides reads what it saw.`,
    ),
    report: text,
    notice,
  };
}

function assertBounded(text: Redacted): void {
  if (Buffer.byteLength(text) <= largestEvidence) return;
  throw new SluiceError(
    'input/evidence',
    `The rehearsal saw more than ${largestEvidence} bytes can tell. The job that decides would refuse the file, so none was written. Split the change.`,
  );
}

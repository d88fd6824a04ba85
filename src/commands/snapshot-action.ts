import { snapshotWorkflow, trustedBranch } from '../change/trusted-run.ts';
import { renderSnapshot } from '../config/snapshot.ts';
import { branchOf } from '../range/pending-merges.ts';
import { sealMarkdown } from '../report/redact.ts';
import type { ActionCommand } from './action-command.ts';
import { planOccasion } from './occasion-changes.ts';
import { takeSnapshotOf } from './snapshot.ts';

const standardPath = 'sluice-snapshot.rows';

/**
 * Masks the rows of the input `database` into a file, for jobs that hold no credential. The policy, the
 * masking and the schema are those of the branch; the URL is in the environment of this job alone.
 */
export const snapshotForAction: ActionCommand = async (context) => {
  const { files, inputs, remote } = context;
  const branch = branchOf(context);
  await using parser = context.openParser();
  await using fetched = await remote.fetch([{ kind: 'branch', name: branch }]);
  const { repository } = fetched;
  const base = await repository.resolve(fetched.commits[0] ?? '');
  const name = inputs.get('database') ?? '';
  const taken = await takeSnapshotOf(name, base, { context, repository, parser, choice: 'auto' });
  const path = inputs.get('snapshot') ?? standardPath;
  await files.write(path, renderSnapshot(taken));
  const notice = `Masked rows of ${taken.tables.length} tables were written.`;
  return {
    exitCode: 0,
    outputs: { snapshot: path, 'snapshot-run': context.runner.run },
    summary: sealMarkdown(`## Sluice took a snapshot\n\n${notice}`),
    notice,
  };
};

/**
 * Which run took the newest snapshot; what it took is trusted, or not, by who reads the file. A job that
 * runs the SQL of a fork is not told, so that the rows are not on its machine.
 */
export const findSnapshotForAction: ActionCommand = async (context) => {
  const { isFromFork } = await planOccasion(context);
  const branch = trustedBranch(context) ?? '';
  const run = isFromFork ? undefined : await context.host.findNewestRun(snapshotWorkflow, branch);
  const notice = isFromFork
    ? 'The change comes from a fork, which sees no masked rows.'
    : foundInWords(run);
  return {
    exitCode: 0,
    outputs: run === undefined ? {} : { 'snapshot-run': run },
    summary: sealMarkdown(`## Sluice looked for a snapshot\n\n${notice}`),
    notice,
  };
};

function foundInWords(run: string | undefined): string {
  return run === undefined
    ? 'No run of sluice-snapshot.yml has succeeded, so there are no masked rows.'
    : `Run ${run} took the newest snapshot.`;
}

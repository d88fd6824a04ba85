import { loadControls } from '../change/load-controls.ts';
import { factsWorkflow, trustedBranch } from '../change/trusted-run.ts';
import { digestOf } from '../domain/digest.ts';
import { targetName } from '../domain/target.ts';
import { findTarget } from '../policy/targets.ts';
import { branchOf } from '../range/pending-merges.ts';
import { sealJson, sealMarkdown } from '../report/redact.ts';
import type { ActionCommand, ActionContext } from './action-command.ts';
import { takeFactsOf } from './facts.ts';

const standardPath = 'sluice-facts.json';

/**
 * Takes the facts of the input `target` into a file that says which run took them. The policy is that
 * of the branch, and the URL is in the environment of this job alone.
 */
export const factsForAction: ActionCommand = async (context) => {
  const { files, inputs, runner } = context;
  const { target } = await findBranchTarget(context);
  const source = { database: targetName(target), urlVariable: target.urlVariable };
  const { repository, run } = runner;
  const facts = await takeFactsOf(source, context);
  const text = sealJson({ version: 1, ...facts, madeBy: { repository, run } });
  const path = inputs.get('facts') ?? standardPath;
  await files.write(path, text);
  const notice = `Facts of ${facts.relations.length} relations were taken.`;
  return {
    exitCode: 0,
    outputs: { facts: path, 'facts-digest': digestOf(text), 'facts-run': run },
    summary: sealMarkdown(`## Sluice took facts\n\n${notice}`),
    notice,
  };
};

/** Which run took the newest facts; what it took is trusted, or not, by who reads the file. */
export const findFactsForAction: ActionCommand = async (context) => {
  const run = await context.host.findNewestRun(factsWorkflow, trustedBranch(context) ?? '');
  const notice =
    run === undefined
      ? 'No run of sluice-facts.yml has succeeded, so every table counts as large.'
      : `Run ${run} took the newest facts.`;
  return {
    exitCode: 0,
    outputs: run === undefined ? {} : { 'facts-run': run },
    summary: sealMarkdown(`## Sluice looked for facts\n\n${notice}`),
    notice,
  };
};

async function findBranchTarget(context: ActionContext) {
  const branch = branchOf(context);
  await using fetched = await context.remote.fetch([{ kind: 'branch', name: branch }]);
  const tip = await fetched.repository.resolve(fetched.commits[0] ?? '');
  const { policy } = await loadControls(fetched.repository, tip);
  return findTarget(policy, context.inputs.get('target') ?? '');
}

import { readGivenFacts } from '../change/given-facts.ts';
import { gateMergeGroup } from '../gate/gate-merge-group.ts';
import { gatePullRequest } from '../gate/gate-pull-request.ts';
import { toResult } from '../gate/outcome.ts';
import { findSubjects, lookAtEach } from '../gate/subjects.ts';
import { orTakeBack } from '../gate/take-back.ts';
import type { ActionCommand } from './action-command.ts';

/** Finds the pull requests of the event, judges each as its host shows it now, and publishes the verdict. */
export const gate: ActionCommand = async (context) => {
  const { host, occasion, progress } = context;
  await using parser = context.openParser();
  progress.step('Judging the pull request.');
  const tools = { context, parser, layFacts: await readGivenFacts(context) };
  if (occasion.kind === 'merge-group') return toResult([await gateMergeGroup(occasion, tools)]);
  const outcomes = await orTakeBack(occasion, context, async () => {
    const numbers = await findSubjects(occasion, host);
    return lookAtEach(numbers, (number) => gatePullRequest(number, tools));
  });
  return toResult(outcomes);
};

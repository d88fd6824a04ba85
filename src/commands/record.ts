import { recordExternal } from '../apply/record-external.ts';
import type { Application } from '../domain/application.ts';
import { targetName } from '../domain/target.ts';
import { renderApplicationJson } from '../report/render-json.ts';
import { renderRecordText } from '../report/render-external.ts';
import type { Arguments, ExitCode } from './command.ts';
import type { Context } from './context.ts';
import { executePorts, toExecuteInput } from '../range/execute-cleared.ts';
import { weighExternal } from '../range/external-change.ts';
import { loadMerged } from '../range/load-merged.ts';
import { writeResult } from './write-result.ts';

/** `sluice record`: notes what another tool applied, once it did, with what Sluice can know of it. */
export async function record(given: Arguments, context: Context): Promise<ExitCode> {
  const application = await recordMerged(given, context);
  const report =
    given.options.get('format') === 'json'
      ? renderApplicationJson(application)
      : renderRecordText(application);
  await writeResult(report, given, context);
  return application.outcome === 'refused' ? 1 : 0;
}

async function recordMerged(given: Arguments, context: Context): Promise<Application> {
  const answer = await weighExternal(given, context, loadRun);
  const target = targetName(answer.found.target);
  switch (answer.kind) {
    case 'nothing-pending':
      return { target, units: [], outcome: 'nothing-to-do' };
    case 'refused': {
      const { because } = answer;
      return { target, units: [{ kind: 'refused', unitId: target, because }], outcome: 'refused' };
    }
    case 'cleared': {
      const input = toExecuteInput(answer.found.database.name, answer.judged);
      return recordExternal(answer.clearance, input, await executePorts(context));
    }
  }
}

/** The tool has run by now, so that its own table holds the files is no reason against them. */
const loadRun: typeof loadMerged = async (given, context, tools) => {
  const merged = await loadMerged(given, context, tools);
  if (merged.facts === undefined) return merged;
  const facts = [...merged.facts].map(([name, one]) => [name, { ...one, histories: [] }] as const);
  return { ...merged, facts: new Map(facts) };
};

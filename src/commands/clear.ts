import { targetName } from '../domain/target.ts';
import type { ClearReport } from '../report/model.ts';
import { renderClearJson, renderClearText } from '../report/render-external.ts';
import type { Arguments, ExitCode } from './command.ts';
import type { Context } from './context.ts';
import { type ExternalAnswer, weighExternal } from '../range/external-change.ts';
import { writeResult } from './write-result.ts';

/** `sluice clear`: which files another tool may apply now, or why none. */
export async function clear(given: Arguments, context: Context): Promise<ExitCode> {
  const report = toReport(await weighExternal(given, context));
  const render = given.options.get('format') === 'json' ? renderClearJson : renderClearText;
  await writeResult(render(report), given, context);
  return report.outcome === 'refused' ? 1 : 0;
}

function toReport(answer: ExternalAnswer): ClearReport {
  return {
    target: targetName(answer.found.target),
    commit: answer.merged.commit,
    outcome: answer.kind,
    pending:
      answer.kind === 'cleared'
        ? answer.pending.map(({ id, path, digest }) => ({ unit: id, path, digest }))
        : [],
    because: answer.kind === 'refused' ? answer.because : [],
  };
}

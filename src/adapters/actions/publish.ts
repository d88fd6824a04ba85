import type { ActionResult } from '../../commands/action-command.ts';
import type { Files } from '../../ports/files.ts';
import { sealTerminal } from '../../report/redact.ts';
import { writeOutputs, writeSummary } from './outputs.ts';

type Places = {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly files: Files;
  /** Where the JSON report goes. */
  readonly report: string;
  readonly say: (line: string) => void;
};

/** Tells the runner, the reader of the summary and the artifact what came of a command. */
export async function publish(result: ActionResult, places: Places): Promise<0 | 1> {
  const { environment, files, report, say } = places;
  await writeSummary(environment, result.summary);
  if (result.report !== undefined) await files.write(report, result.report);
  await writeOutputs(environment, result.outputs);
  // The runner obeys commands that stand in a log; the only one here is ours.
  const lines = sealTerminal(result.notice).split('\n');
  const error = result.exitCode === 1 ? lines.pop() : undefined;
  for (const line of lines) say(line);
  if (error !== undefined) say(`::error::${error}`);
  return result.exitCode;
}

import { renderCheckJson } from '../report/render-json.ts';
import { renderCheckText } from '../report/render-text.ts';
import { codeBlock, sealMarkdown } from '../report/redact.ts';
import type { ActionContext, ActionResult } from './action-command.ts';
import { checkFiles } from './check.ts';
import type { Arguments } from './command.ts';
import type { Context } from './context.ts';
import { readArguments } from './arguments.ts';
import { commands } from './index.ts';
import { SluiceError } from '../errors.ts';

/** A summary takes one megabyte; an invisible character of the change is written as eight. */
const longestSummary = 100_000;

/** `sluice check` as the action runs it: a decision other than allow fails the job. */
export async function checkForAction(
  context: Context & Pick<ActionContext, 'inputs'>,
): Promise<ActionResult> {
  const report = await checkFiles(argumentsOf(context.inputs), context);
  const { decision, assessment, files } = report;
  const { level, score } = assessment;
  const text = startOf(renderCheckText(report, { colour: false }));
  const findings = files.flatMap((file) => file.findings);
  const suppressed = findings.filter((finding) => finding.suppressed !== undefined).length;
  const among = suppressed === 0 ? '' : ` (${suppressed} suppressed)`;
  const counted = `Files: ${files.length}. Findings: ${findings.length}${among}. Risk: ${score} of 100, ${level}.`;
  const allowed = decision.kind === 'allow';
  const refusal = `The decision is ${decision.kind}. The summary of this step says why.`;
  return {
    exitCode: allowed ? 0 : 1,
    outputs: { decision: decision.kind, level, score: String(score) },
    summary: sealMarkdown(`## Sluice\n\n${codeBlock(text, 'text')}`),
    report: renderCheckJson(report),
    notice: allowed ? counted : `${counted}\n${refusal}`,
  };
}

function startOf(pieces: Iterable<string>): string {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length >= longestSummary) break;
  }
  return text.slice(0, longestSummary);
}

/** The inputs as the command line would have them, so that both refuse the same. */
function argumentsOf(inputs: ReadonlyMap<string, string>): Arguments {
  const command = commands.find(({ name }) => name === 'check');
  if (command === undefined)
    throw new SluiceError(
      'internal/bug',
      'The command check is gone. Nothing was read, so nothing is allowed. Report it.',
    );
  const paths = (inputs.get('paths') ?? '').split('\n').map((line) => line.trim());
  const given = {
    policy: inputs.get('policy'),
    facts: inputs.get('facts'),
    'fail-on': inputs.get('fail-on'),
  };
  const options = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}=${value}`],
  );
  return readArguments(command, [...options, '--', ...paths.filter((path) => path !== '')]);
}

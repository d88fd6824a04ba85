import { readInput, readLines } from './adapters/actions/inputs.ts';
import { writeOutputs, writeSummary } from './adapters/actions/outputs.ts';
import { readFailure, readVerdict } from './adapters/actions/verdict.ts';
import { runCommandLine } from './commands/run.ts';
import { codes } from './errors.ts';
import type { Sink } from './ports/sink.ts';
import { codeBlock, sealMarkdown } from './report/redact.ts';
import { wire } from './wiring.ts';

/** A step summary takes one megabyte; an invisible character of the change is written as eight. */
const longestSummary = 100_000;

const interrupted = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => interrupted.abort());
// Node prints what was thrown, and that can quote the change.
process.once('uncaughtException', refuse);

try {
  process.exitCode = await act();
} catch {
  refuse();
}

/** Checks the files and tells the runner. 0 only when the check allowed all of them. */
async function act(): Promise<0 | 1> {
  const json = await run('json');
  const report: unknown = JSON.parse(json.text);
  const verdict = readVerdict(report);
  if (verdict === undefined) {
    await writeOutputs(process.env, { decision: 'deny' });
    await summarize(json.complaints);
    const code = readFailure(report) ?? 'internal/bug';
    say(`::error::Sluice could not decide, so nothing is allowed. ${code}: ${codes[code].fix}`);
    return 1;
  }
  const { decision, level, score, files, findings } = verdict;
  await summarize((await run('text')).text);
  await writeOutputs(process.env, { decision, level, score: String(score) });
  say(`Files: ${files}. Findings: ${findings}. Risk: ${score} of 100, ${level}.`);
  if (decision === 'allow' && json.exitCode === 0) return 0;
  say(`::error::The decision is ${decision}. The summary of this step says why.`);
  return 1;
}

async function run(format: 'json' | 'text') {
  const output: string[] = [];
  const complaints: string[] = [];
  const context = { ...wire(process, interrupted.signal), colour: false, output: into(output) };
  const words = [
    'check',
    `--format=${format}`,
    ...options(),
    '--',
    ...readLines(process.env, 'paths'),
  ];
  const exitCode = await runCommandLine(words, context, into(complaints));
  return { exitCode, text: output.join(''), complaints: complaints.join('') };
}

function options(): readonly string[] {
  const names = ['policy', 'fail-on'] as const;
  return names.flatMap((name) => {
    const value = readInput(process.env, name);
    return value === undefined ? [] : [`--${name}=${value}`];
  });
}

function into(texts: string[]): Sink {
  return { write: async (text) => void texts.push(text) };
}

function summarize(text: string): Promise<void> {
  const block = codeBlock(text.slice(0, longestSummary), 'text');
  return writeSummary(process.env, sealMarkdown(`## Sluice\n\n${block}`));
}

/** Only sentences of ours: the runner obeys commands that stand in a log. */
function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

function refuse(): void {
  process.exitCode = 1;
  say('::error::Sluice failed before it could decide, so nothing is allowed.');
}

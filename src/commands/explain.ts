import { nearest } from '../config/nearest.ts';
import { SluiceError, codes } from '../errors.ts';
import { sealJson, sealTerminal } from '../report/redact.ts';
import { rules } from '../rules/index.ts';
import type { Arguments, ExitCode } from './command.ts';
import type { Context } from './context.ts';
import { writeResult } from './write-result.ts';

type Explanation = {
  readonly name: string;
  readonly title: string;
  readonly why: string;
  readonly instead: string;
};

/** `sluice explain RULE`: the texts of a rule, or of an error code. */
export async function explain(given: Arguments, context: Context): Promise<ExitCode> {
  const explanation = findExplanation(given.positionals[0] ?? '');
  const text =
    given.options.get('format') === 'json'
      ? sealJson({ version: 1, ...explanation })
      : sealTerminal(renderExplanation(explanation));
  await writeResult(text, given, context);
  return 0;
}

function findExplanation(name: string): Explanation {
  const found = explanations().find((explanation) => explanation.name === name);
  if (found !== undefined) return found;
  const guess = nearest(
    name,
    explanations().map((explanation) => explanation.name),
  );
  const hint = guess === undefined ? '' : ` Did you mean ${guess}?`;
  throw new SluiceError(
    'input/usage',
    `There is no rule or error code ${JSON.stringify(name)}.${hint} Nothing was done. docs/rules/README.md lists the rules.`,
  );
}

function explanations(): readonly Explanation[] {
  return [
    ...rules.map(({ id, title, why, instead }) => ({ name: id, title, why, instead })),
    ...Object.entries(codes).map(([name, { means, fix }]) => ({
      name,
      title: means,
      why: 'Whatever cannot be read, reached or proved is refused.',
      instead: fix,
    })),
  ];
}

function renderExplanation({ name, title, why, instead }: Explanation): string {
  return `${name}: ${title}\n\nWhy it matters\n  ${why}\n\nWhat to do instead\n  ${instead}\n`;
}

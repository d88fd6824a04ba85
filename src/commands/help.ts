import type { Command } from './command.ts';

/** The page that `sluice --help` prints. */
export function renderOverview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'Sluice: change governance for PostgreSQL.',
    '',
    'Usage: sluice COMMAND [OPTIONS]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'sluice COMMAND --help explains one command, with examples.',
    'Exit codes: 0 allowed or done; 1 a decision other than allow; 2 wrong use or configuration;',
    '3 a failure of the host, the database or Sluice itself.',
    '',
  ].join('\n');
}

/** The page that `sluice COMMAND --help` prints. */
export function renderHelp(command: Command): string {
  const options = Object.entries(command.options).map(([name, { value, describes, choices }]) => {
    const label = value === undefined ? `--${name}` : `--${name} ${value}`;
    const allowed = choices === undefined ? '' : ` One of ${choices.join(', ')}.`;
    return `  ${label.padEnd(24)} ${describes}${allowed}`;
  });
  return [
    command.summary,
    '',
    `Usage: sluice ${command.name} ${command.usage}`,
    '',
    ...(options.length === 0 ? [] : ['Options:', ...options, '']),
    'Examples:',
    ...command.examples.map((example) => `  ${example}`),
    '',
  ].join('\n');
}

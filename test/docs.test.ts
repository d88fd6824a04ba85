import { expect, test } from 'vitest';
import { codes, exitCodeOf } from '../src/errors.ts';
import type { Code } from '../src/errors.ts';

test('docs/errors.md is the table of codes', async () => {
  const page = renderErrors();

  await expect(page).toMatchFileSnapshot('../docs/errors.md');
});

function renderErrors(): string {
  const names = Object.keys(codes) as Code[];
  const rows = names.map((name) => {
    const { means, fix } = codes[name];
    return `| \`${name}\` | ${exitCodeOf(name)} | ${means} | ${fix} |`;
  });
  return [
    '# Errors',
    '',
    'A decision exits with 0 (allow) or 1 (anything else). Everything below is a failure: nothing was allowed',
    'because of it. `sluice explain CODE` prints the same.',
    '',
    '| code | exits with | what it means | what to do |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

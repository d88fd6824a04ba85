import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const names = readdirSync('docs/decisions').filter((name) => name !== 'README.md');
const pages = names.map((name) => ({ name, text: readFileSync(`docs/decisions/${name}`, 'utf8') }));

test('decisions are numbered from 1 without gaps, in their names and their titles', () => {
  const numbers = names.map((_, index) => index + 1);

  expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(numbers);
  expect(pages.map(({ text }) => Number(/^# (\d+)\. /.exec(text)?.[1]))).toEqual(numbers);
});

test('a decision has at most ten lines', () => {
  const long = pages.filter(({ text }) => text.trimEnd().split('\n').length > 10);

  expect(long.map(({ name }) => name)).toEqual([]);
});

test('docs/architecture.md has a sentence for every folder of src', () => {
  const page = readFileSync('docs/architecture.md', 'utf8');
  const folders = readdirSync('src', { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );

  const unsaid = folders.filter(({ name }) => !page.includes(`| \`src/${name}\` | `));

  expect(unsaid.map(({ name }) => name)).toEqual([]);
});

test('docs/decisions/README.md lists every decision', async () => {
  const page = [
    '# Decisions',
    '',
    'Choices that had a real alternative, each in at most ten lines. A decision that no longer holds is replaced',
    'by a new one that says why. `npm run unit -- -u` writes this list.',
    '',
    ...pages.map(({ name, text }) => {
      const [, number = '', title = ''] = /^# (\d+)\. (.*)$/m.exec(text) ?? [];
      return `${number}. [${title}](${name})`;
    }),
    '',
  ].join('\n');

  await expect(page).toMatchFileSnapshot('../docs/decisions/README.md');
});

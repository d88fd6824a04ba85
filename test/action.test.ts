import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { inputNames } from '../src/adapters/actions/inputs.ts';
import { outputNames } from '../src/adapters/actions/outputs.ts';
import { commands } from '../src/commands/index.ts';
import type { Command } from '../src/commands/command.ts';

type Manifest = {
  readonly name: string;
  readonly description: string;
  readonly inputs: Readonly<Record<string, { description: string; required: boolean }>>;
  readonly outputs: Readonly<Record<string, { description: string }>>;
  readonly runs: Readonly<Record<string, string>>;
};

const manifest: Manifest = parse(readFileSync('action.yml', 'utf8'));

test('action.yml declares the inputs that are read and the outputs that are written', () => {
  expect(Object.keys(manifest.inputs)).toEqual([...inputNames]);
  expect(Object.keys(manifest.outputs)).toEqual([...outputNames]);
  expect(manifest.runs).toEqual({ using: 'node24', main: 'dist/index.js' });
});

test('every input of the action but its paths is an option of check', () => {
  const check = commands.find(({ name }) => name === 'check');

  expect(Object.keys(check?.options ?? {})).toEqual(
    expect.arrayContaining(inputNames.filter((name) => name !== 'paths')),
  );
});

test('docs/inputs.md lists every command, option, input and output', async () => {
  await expect(renderInputs()).toMatchFileSnapshot('../docs/inputs.md');
});

function renderInputs(): string {
  return [
    '# Commands, options, inputs',
    '',
    'Written by `test/action.test.ts` from `src/commands/index.ts` and `action.yml`; `npm run unit -- -u` writes it',
    'again. Every command also takes `--help`. Results go to standard output, progress and failures to standard',
    'error. Exit codes: 0 allowed or done, 1 any other decision, 2 wrong use or input, 3 a failure outside.',
    '',
    ...commands.flatMap(renderCommand),
    '## The GitHub Action',
    '',
    manifest.description,
    '',
    '| input | required | what it is |',
    '|---|---|---|',
    ...Object.entries(manifest.inputs).map(
      ([name, { required, description }]) =>
        `| \`${name}\` | ${required ? 'yes' : 'no'} | ${description} |`,
    ),
    '',
    '| output | what it is |',
    '|---|---|',
    ...Object.entries(manifest.outputs).map(
      ([name, { description }]) => `| \`${name}\` | ${description} |`,
    ),
    '',
  ].join('\n');
}

function renderCommand(command: Command): readonly string[] {
  const options = Object.entries(command.options).map(
    ([name, { value, choices, required, describes }]) =>
      `| \`--${name}${value === undefined ? '' : ` ${value}`}\` | ${required === true ? 'yes' : 'no'} | ${describes}${
        choices === undefined
          ? ''
          : ` One of ${choices.map((choice) => `\`${choice}\``).join(', ')}.`
      } |`,
  );
  return [
    `## sluice ${command.name}`,
    '',
    command.summary,
    '',
    '```',
    ...command.examples,
    '```',
    '',
    '| option | required | what it does |',
    '|---|---|---|',
    ...options,
    '',
  ];
}

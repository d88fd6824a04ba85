import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { actionCommands, inputs } from '../src/adapters/actions/inputs.ts';
import { outputNames } from '../src/adapters/actions/outputs.ts';
import { commands } from '../src/commands/index.ts';
import type { Command } from '../src/commands/command.ts';

type Input = {
  readonly description: string;
  readonly required: boolean;
  readonly default?: string;
};
type Manifest = {
  readonly name: string;
  readonly description: string;
  readonly inputs: Readonly<Record<string, Input>>;
  readonly outputs: Readonly<Record<string, { description: string }>>;
  readonly runs: Readonly<Record<string, string>>;
};

const manifest: Manifest = parse(readFileSync('action.yml', 'utf8'));

test('action.yml declares the inputs that are read and the outputs that are written', () => {
  expect(Object.keys(manifest.inputs)).toEqual(Object.keys(inputs));
  expect(Object.keys(manifest.outputs)).toEqual([...outputNames]);
  expect(manifest.runs).toEqual({ using: 'node24', main: 'dist/index.js' });
});

test('the code looks at every input of the table, and at no other', () => {
  const code = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join('src', name), 'utf8'))
    .join('');
  const named = [...code.matchAll(/inputs\.get\('([a-z-]+)'\)|INPUT_([A-Z-]+)/g)].map(
    ([, lower, upper]) => lower ?? upper?.toLowerCase() ?? '',
  );

  expect([...new Set([...named, 'command'])].sort()).toEqual(Object.keys(inputs).sort());
});

test('the token is the only input that every live command is given without being asked', () => {
  const defaults = Object.entries(manifest.inputs).flatMap(([name, input]) =>
    input.default === undefined ? [] : [[name, input.default]],
  );

  expect(defaults).toEqual([['token', '${{ github.token }}']]);
});

test('every input of check that is no path is one of its options', () => {
  const check = commands.find(({ name }) => name === 'check');
  const own = Object.entries(inputs).filter(([, names]) => names.join() === 'check');

  expect(own.map(([name]) => name)).toEqual(['paths', 'policy', 'fail-on']);
  expect(Object.keys(check?.options ?? {})).toEqual(expect.arrayContaining(['policy', 'fail-on']));
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
    '| input | for | what it is |',
    '|---|---|---|',
    ...Object.entries(manifest.inputs).map(
      ([name, { description }]) => `| \`${name}\` | ${commandsOf(name)} | ${description} |`,
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

function commandsOf(input: string): string {
  const names = inputs[input] ?? [];
  return names.length === actionCommands.length ? 'every command' : names.join(', ');
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

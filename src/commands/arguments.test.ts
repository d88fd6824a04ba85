import { expect, test } from 'vitest';
import { SluiceError } from '../errors.ts';
import { readArguments } from './arguments.ts';
import type { Command } from './command.ts';

const command: Command = {
  name: 'weigh',
  summary: 'Weighs.',
  usage: 'PATH…',
  positionals: { least: 1, most: 2 },
  options: {
    format: { value: 'FORMAT', describes: 'How.', choices: ['text', 'json'] },
    twice: { describes: 'Again.' },
    repo: { value: 'DIR', describes: 'Where.', required: true },
  },
  examples: [],
  load: async () => async () => 0,
};

test.each([
  [['a.sql', '--repo', '.'], ['a.sql'], { repo: '.' }],
  [['--repo=.', 'a', 'b', '--twice'], ['a', 'b'], { repo: '.', twice: 'true' }],
  [['--format=json', '--repo', 'x', '--', '-a'], ['-a'], { format: 'json', repo: 'x' }],
])('reads %j', (words, positionals, options) => {
  const given = readArguments(command, words);

  expect({ ...given, options: Object.fromEntries(given.options) }).toEqual({
    positionals,
    options,
  });
});

test.each([
  [['a', '--repo', '.', '--fromat', 'json'], 'Did you mean --format?'],
  [['a', '--repo', '.', '--format', 'yaml'], 'The option --format takes text, json.'],
  [['a', '--repo', '.', '--format'], 'The option --format needs a value (FORMAT).'],
  [['a'], 'Missing: --repo.'],
  [['--repo', '.'], 'Something to work on is missing.'],
  [['a', 'b', 'c', '--repo', '.'], 'There are more words than it takes.'],
  [['a', '--repo', '.', '--constructor', 'x'], 'There is no option "--constructor".'],
])('refuses %j and says why', (words, message) => {
  const attempt = () => readArguments(command, words);

  expect(attempt).toThrow(SluiceError);
  expect(attempt).toThrow(message);
});

test.each([
  [['a', '--repo', 'postgres://app:secret@db/billing']],
  [['postgresql://secret@db/billing', '--repo', '.']],
  [['a', '--repo=POSTGRES://u:secret@[::1]/x']],
])('refuses a credential in the arguments without repeating it', (words) => {
  const attempt = () => readArguments(command, words);

  expect(attempt).toThrow('A URL with a credential stands in the arguments');
  expect(attempt).not.toThrow('secret');
});

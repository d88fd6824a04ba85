import { expect, test } from 'vitest';
import { readInputs } from './inputs.ts';

test('reads the inputs of the command, without blanks around them and without empty ones', () => {
  const given = readInputs({
    INPUT_COMMAND: ' gate ',
    INPUT_TOKEN: 'token',
    'INPUT_TEAM-TOKEN': '',
    INPUT_EVIDENCE: '  ',
    'INPUT_EVIDENCE-DIGEST': 'sha256:1\n',
    GITHUB_TOKEN: 'other',
  });

  expect(given).toEqual({
    command: 'gate',
    inputs: new Map([
      ['command', 'gate'],
      ['token', 'token'],
      ['evidence-digest', 'sha256:1'],
    ]),
  });
});

test('passes over the token that every step is given', () => {
  const given = readInputs({ INPUT_COMMAND: 'check', INPUT_PATHS: 'db', INPUT_TOKEN: 'token' });

  expect([...given.inputs.keys()]).toEqual(['command', 'paths']);
});

const wrong = [
  [
    {},
    'The input command has to be one of check, facts, find-facts, snapshot, find-snapshot, rehearse, gate, apply',
  ],
  [{ INPUT_COMMAND: 'Gate' }, 'The input command has to be one of'],
  [{ INPUT_COMMAND: 'gate', INPUT_PATHS: 'db' }, 'The input paths is given, but the command gate'],
  [{ INPUT_COMMAND: 'check', INPUT_TARGET: 'x' }, 'The input target is given'],
  [{ INPUT_COMMAND: 'check', 'INPUT_FACTS-RUN': '7' }, 'The input facts-run is given'],
  [{ INPUT_COMMAND: 'find-facts', INPUT_FACTS: 'x' }, 'The input facts is given'],
  [{ INPUT_COMMAND: 'gate', 'INPUT_EPHEMERAL-RUNNER': 'true' }, 'The input ephemeral-runner'],
] as const;

test.each(wrong)('refuses %j', (environment, says) => {
  const read = () => readInputs(environment);

  expect(read).toThrow(expect.objectContaining({ code: 'input/usage' }));
  expect(read).toThrow(says);
});

import { expect, test } from 'vitest';
import { parseTeams } from './teams.ts';

const path = '.sluice/teams.yml';

test('reads teams and their members in lower case', () => {
  const text = "version: 1\nteams:\n  'Acme/DBA': [Dana, olga]\n  acme/empty: []\n";

  expect(parseTeams(text, path)).toEqual(
    new Map([
      ['acme/dba', ['dana', 'olga']],
      ['acme/empty', []],
    ]),
  );
});

test.each([
  ['no version', 'teams: {}', 'the key version is missing; write version: 1'],
  ['no teams', 'version: 1', 'the file needs the key teams'],
  ['another key', 'version: 1\nteams: {}\nteam: {}', 'unknown key team; did you mean teams?'],
  [
    'a name without an organization',
    'version: 1\nteams: { dba: [dana] }',
    'teams.dba has to be organization/team',
  ],
  [
    'a login that is none',
    "version: 1\nteams: { a/b: ['@dana'] }",
    'item 1 of teams.a/b is no login',
  ],
  ['a single member', 'version: 1\nteams: { a/b: dana }', 'teams.a/b has to be a list'],
  [
    'names that differ in case only',
    'version: 1\nteams: { a/b: [x], A/B: [y] }',
    'teams names somebody twice',
  ],
  ['an alias', 'version: 1\nteams: { a/b: &x [dana], a/c: *x }', 'anchors are not allowed'],
])('refuses %s', (_name, text, problem) => {
  expect(() => parseTeams(text, path)).toThrow(problem);
});

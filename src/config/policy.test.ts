import { expect, test } from 'vitest';
import { SluiceError } from '../errors.ts';
import { parsePolicy, presetPolicy } from './policy.ts';

const valid = `version: 1
extends: default
mode: observe
apply: sluice
databases:
  billing:
    paths: [db/billing/**]
    layout: plain
    postgres: 16
    max-file-bytes: 6000000
    targets:
      - { name: staging, url: env:STAGING_URL }
      - { name: production, url: env:PRODUCTION_URL, after: staging }
approvals:
  - name: money
    when: risk.score > 10 && findings.exists(f, f.rule == "drop-table")
    one-of: ['@acme/DBA', '@Olga']
  - { name: frozen, when: 'change.targetBranch == "release"', deny: The branch is frozen. }
guardians: ['@acme/platform']
fallback-owners: ['@olga']
agents: [Robo]
rules: { varchar-length: on, money-type: high }
limits: { lock-timeout: 500ms }
`;

test('reads every key of a policy', () => {
  const policy = parsePolicy(valid, 'p.yml');

  expect({ ...policy, digest: '' }).toEqual({
    digest: '',
    mode: 'observe',
    apply: 'sluice',
    switched: new Map([
      ['varchar-length', 'on'],
      ['money-type', 'high'],
    ]),
    databases: [
      {
        name: 'billing',
        paths: ['db/billing/**'],
        layout: 'plain',
        postgres: 16,
        maxFileBytes: 6_000_000,
        targets: [
          { database: 'billing', name: 'staging', urlVariable: 'STAGING_URL' },
          {
            database: 'billing',
            name: 'production',
            urlVariable: 'PRODUCTION_URL',
            after: 'staging',
          },
        ],
      },
    ],
    rules: [
      ...presetPolicy('default').rules,
      {
        name: 'money',
        when: 'risk.score > 10 && findings.exists(f, f.rule == "drop-table")',
        requires: {
          kind: 'one-of',
          owners: [
            { kind: 'team', organization: 'acme', slug: 'dba' },
            { kind: 'user', login: 'olga' },
          ],
        },
      },
      {
        name: 'frozen',
        when: 'change.targetBranch == "release"',
        requires: { kind: 'deny', because: 'The branch is frozen.' },
      },
    ],
    guardians: [{ kind: 'team', organization: 'acme', slug: 'platform' }],
    fallbackOwners: [{ kind: 'user', login: 'olga' }],
    agents: ['robo'],
    limits: { lockTimeoutMs: 500, statementTimeoutMs: 60_000 },
  });
});

const database = (lines: string) => `version: 1\ndatabases:\n  billing:\n${lines}`;
const whole = '    paths: [a/**]\n    layout: plain\n    targets: []\n';

const invalid: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'a misspelt key',
    `${database(whole)}mod: observe\n`,
    ['p.yml:7:1 unknown key mod; did you mean mode?'],
  ],
  [
    'a misspelt layout',
    database('    paths: [a]\n    layout: plai\n    targets: []\n'),
    ['p.yml:5:13 unknown value of databases.billing.layout; did you mean plain?'],
  ],
  [
    'a misspelt name in a condition',
    `${database(whole)}approvals:\n  - name: x\n    when: risk.scor > 1\n    people: 1\n`,
    ['p.yml:9:11 item 1 of approvals.when: No such key: scor (at character 6)'],
  ],
  [
    'a condition that is no boolean',
    `${database(whole)}approvals:\n  - { name: x, when: risk.score, people: 1 }\n`,
    ['p.yml:8:22 item 1 of approvals.when: a condition is true or false, this is of type int'],
  ],
  [
    'a literal URL, without repeating it',
    database(
      '    paths: [a]\n    layout: plain\n    targets: [{ name: p, url: postgres://u:secret@h/d }]\n',
    ),
    [
      'p.yml:6:31 item 1 of databases.billing.targets.url has to be env:NAME: a URL holds a password, so only the name of its environment variable belongs here',
    ],
  ],
  [
    'a target after a later one',
    database(
      '    paths: [a]\n    layout: plain\n    targets: [{ name: p, url: env:P, after: q }, { name: q, url: env:Q, after: p }]\n',
    ),
    ['p.yml:6:45 after has to name a target that stands before; before it: none'],
  ],
  [
    'a rule that protects and is to be silent',
    `${database(whole)}rules: { drop-table: off, varchar-lenght: on }\n`,
    [
      'p.yml:7:22 rules.drop-table: drop-table is always on; only rules about taste can be switched',
      'p.yml:7:43 rules.varchar-lenght: there is no rule varchar-lenght; did you mean varchar-length?',
    ],
  ],
  ['a repeated key', `version: 1\nversion: 1\n`, ['p.yml:2:1 Map keys must be unique']],
  [
    'an anchor and its alias',
    `version: &one 1\ndatabases: *one\n`,
    [
      'p.yml:1:15 anchors are not allowed',
      'p.yml:2:12 aliases are not allowed; write the value again',
    ],
  ],
  [
    'everything that is wrong at once',
    'version: 2\nmode: enforced\n',
    [
      'p.yml:1:1 the key databases is missing; it says what is governed',
      'p.yml:1:10 version has to be 1',
      'p.yml:2:7 unknown value of mode; did you mean enforce?',
    ],
  ],
  [
    'a limit of zero',
    `${database(whole)}limits: { lock-timeout: 0s }\n`,
    ['p.yml:7:25 limits.lock-timeout has to be a duration such as 500ms, 2s or 5min, up to 60min'],
  ],
  [
    'a rule that asks twice',
    `${database(whole)}approvals: [{ name: x, people: 1, owners: true }]\n`,
    ['p.yml:7:13 item 1 of approvals needs exactly one of owners, people, one-of, deny'],
  ],
  ['an empty file', '', ['p.yml:1:1 the file has to be a mapping of keys to values']],
];

test.each(invalid)('refuses %s', (_name, text, lines) => {
  const error = errorOf(() => parsePolicy(text, 'p.yml'));

  expect(error?.code).toBe('input/policy');
  expect(error?.message.split('\n').slice(1)).toEqual(expect.arrayContaining([...lines]));
});

test('refuses nesting that exhausts the stack', () => {
  const error = errorOf(() => parsePolicy('['.repeat(100_000), 'p.yml'));

  expect(error?.code).toBe('input/policy');
});

function errorOf(run: () => unknown): SluiceError | undefined {
  try {
    run();
  } catch (error) {
    if (error instanceof SluiceError) return error;
    throw error;
  }
  return undefined;
}

import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readFacts } from '../src/config/facts.ts';
import { parseMasking } from '../src/config/masking.ts';
import { parsePolicy } from '../src/config/policy.ts';
import { parsePullRequest } from '../src/config/pull-request.ts';
import { parseTeams } from '../src/config/teams.ts';
import { layouts } from '../src/layouts/index.ts';
import { someFacts, someTable } from './support/facts.ts';

const readers = {
  policy: (text: string) => parsePolicy(text, 'x'),
  masking: (text: string) => parseMasking(text, 'x'),
  'pull-request': (text: string) => parsePullRequest(text),
  teams: (text: string) => parseTeams(text, 'x'),
  facts: (text: string) => readFacts(text),
} as const;

const database = '{ paths: [db/**], layout: plain, targets: [{ name: p, url: env:P }] }';
const policy = (rest: string) => `version: 1\ndatabases: { billing: ${database} }\n${rest}`;
const suppressed = (rest: object) =>
  `suppressions: ${JSON.stringify([
    {
      rule: 'blocking-scan',
      object: 'table public.orders',
      reason: 'It is empty.',
      expires: '2027-01-31',
      ...rest,
    },
  ])}\n`;
const masking = (rest: string) => `version: 1\ndatabases: { billing: { ${rest} } }\n`;
const pullRequest = (rest: object) =>
  JSON.stringify({
    version: 1,
    number: 1,
    title: 'x',
    targetBranch: 'main',
    author: { login: 'ivan', type: 'User' },
    ...rest,
  });

const facts = (rest: object) => JSON.stringify({ version: 1, ...someFacts({}), ...rest });

/** The reader and the schema have to agree on every one of these. */
const cases: readonly (readonly [keyof typeof readers, boolean, string])[] = [
  ['policy', true, policy('')],
  ['policy', true, policy('extends: strict\nmode: observe\napply: external\n')],
  ['policy', true, policy("guardians: ['@a/b']\nfallback-owners: ['@a']\nagents: [robo]\n")],
  ['policy', true, policy('limits: { lock-timeout: 2s, statement-timeout: 5min }\n')],
  ['policy', true, policy('approvals: [{ name: x, when: risk.unknown, owners: true }]\n')],
  ['policy', true, policy("approvals: [{ name: x, one-of: ['@a/b'] }]\n")],
  ['policy', true, policy('rules: { varchar-length: on, json-type: off, money-type: high }\n')],
  ['policy', true, policy('facts: { max-age-days: 30 }\n')],
  ['policy', true, policy('').replace('layout: plain', 'layout: plain, baseline: db/schema.sql')],
  ...['/schema.sql', 'db/', '../schema.sql', 'db/../x.sql', 'db/*.sql', 'db//x.sql', '.'].map(
    (path) =>
      [
        'policy',
        false,
        policy('').replace('layout: plain', `layout: plain, baseline: '${path}'`),
      ] as const,
  ),
  ['policy', false, policy('facts: { max-age-days: 0 }\n')],
  ['policy', false, policy('facts: { max-age: 3 }\n')],
  [
    'policy',
    true,
    policy('risk: { small-table: { rows: 0, bytes: 512kB }, levels: { high: 30 } }\n'),
  ],
  ['policy', false, policy('risk: { levels: { high: 41 } }\n')],
  ['policy', false, policy('risk: { small-table: { rows: 2000000 } }\n')],
  ['policy', false, policy('risk: { small-table: { bytes: 2GB } }\n')],
  ['policy', true, policy(suppressed({}))],
  ['policy', true, policy(suppressed({ paths: ['db/**'] }))],
  ['policy', false, policy(suppressed({ reason: undefined }))],
  ['policy', false, policy(suppressed({ expires: undefined }))],
  ['policy', false, policy(suppressed({ expires: 'never' }))],
  ['policy', false, policy(suppressed({ expires: '2027-13-01' }))],
  ['policy', false, policy(suppressed({ object: 'orders' }))],
  ['policy', false, policy(suppressed({ paths: [] }))],
  ['policy', false, policy(suppressed({ level: 'low' }))],
  ['policy', false, policy('rules: { varchar-length: loud }\n')],
  ['policy', false, policy('rules: { varchar-lenght: on }\n')],
  ['policy', false, policy('rules: { drop-table: off }\n')],
  ['policy', false, policy('rules: { drop-table: critical }\n')],
  ['policy', false, policy('rules: { varchar-length: true }\n')],
  ['policy', false, policy('mod: observe\n')],
  ['policy', false, policy('mode: enforced\n')],
  ['policy', false, policy('extends: lax\n')],
  ['policy', false, policy('limits: { lock-timeout: 0s }\n')],
  ['policy', false, policy('limits: { lock-timeout: 2 }\n')],
  ['policy', false, policy('approvals: [{ name: x }]\n')],
  ['policy', false, policy('approvals: [{ name: x, people: 1, owners: true }]\n')],
  ['policy', false, policy('approvals: [{ name: x, people: 0 }]\n')],
  ['policy', false, policy('approvals: [{ name: x, owners: false }]\n')],
  ['policy', false, policy('approvals: [{ name: x, one-of: [] }]\n')],
  ['policy', false, policy('guardians: [olga]\n')],
  ['policy', false, policy('examples: []\n')],
  ['policy', false, policy('').replace('env:P', 'postgres://u:p@h/d')],
  ['policy', false, policy('').replace('plain', 'plian')],
  ['policy', false, policy('').replace('[db/**]', '[]')],
  ['policy', false, policy('').replace('version: 1', 'version: 2')],
  ['policy', false, 'version: 1\n'],
  ['policy', false, 'version: 1\ndatabases: {}\n'],
  ['masking', true, masking('source: env:S, columns: { a.b.c: email, a.b.d: { keep: why } }')],
  ['masking', false, masking('source: postgres://h/d')],
  ['masking', false, masking('columns: { b.c: email }')],
  ['masking', false, masking('columns: { a.b.c: emale }')],
  ['masking', false, masking('columns: { a.b.c: { keep: "" } }')],
  ['masking', false, masking('columns: { a.b.c: { kept: why } }')],
  ['masking', false, 'version: 1\n'],
  ['teams', true, 'version: 1\nteams: { Acme/dba.team: [Dana, a-b], a/b: [] }\n'],
  ['teams', false, 'version: 1\nteams: { dba: [dana] }\n'],
  ['teams', false, "version: 1\nteams: { a/b: ['@dana'] }\n"],
  ['teams', false, 'version: 1\nteams: { a/b: dana }\n'],
  ['teams', false, 'version: 1\nteams: {}\nmore: {}\n'],
  ['teams', false, 'version: 1\n'],
  ['facts', true, facts({})],
  ['facts', true, facts({ relations: [someTable('public', 't')] })],
  ['facts', false, facts({ relations: [{ ...someTable('public', 't'), rows: -2 }] })],
  ['facts', false, facts({ relations: [{ ...someTable('public', 't'), rows: 1.5 }] })],
  ['facts', false, facts({ relations: [{ ...someTable('public', 't'), mostCommon: ['x'] }] })],
  ['facts', false, facts({ relations: [{ ...someTable('public', 't'), rowSecurity: 'maybe' }] })],
  ['facts', true, facts({ relations: [someTable('public', 't', { isDefaultPartition: true })] })],
  [
    'facts',
    false,
    facts({ relations: [{ ...someTable('public', 't'), isDefaultPartition: false }] }),
  ],
  [
    'facts',
    true,
    facts({
      relations: [someTable('public', 't', { partitionKey: { strategy: 'hash', columns: ['a'] } })],
    }),
  ],
  [
    'facts',
    false,
    facts({
      relations: [{ ...someTable('public', 't'), partitionKey: { strategy: 'x', columns: [] } }],
    }),
  ],
  ['facts', false, facts({ stale: true })],
  ['facts', false, facts({ version: 2 })],
  ['facts', false, facts({ takenAt: 'yesterday' })],
  ['facts', false, facts({ fingerprint: 'sha256:0' })],
  ['facts', false, facts({ histories: [{ layout: 'flyway', entries: [] }] })],
  ['facts', false, '[]'],
  ['pull-request', true, pullRequest({})],
  [
    'pull-request',
    true,
    pullRequest({
      lastPusher: 'a[bot]',
      permissions: { a: 'write' },
      teams: { 'a/b': ['c'] },
      mergedAt: '2026-01-01T00:00:00Z',
    }),
  ],
  ['pull-request', false, pullRequest({ approved: true })],
  ['pull-request', false, pullRequest({ number: 0 })],
  ['pull-request', false, pullRequest({ title: '' })],
  ['pull-request', false, pullRequest({ author: { login: 'ivan', type: 'Organization' } })],
  ['pull-request', false, pullRequest({ reviews: [{ id: '1' }] })],
  ['pull-request', false, pullRequest({ permissions: { a: 'owner' } })],
  ['pull-request', false, pullRequest({ teams: { a: [] } })],
  ['pull-request', false, pullRequest({ mergedAt: 'yesterday' })],
];

const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true });
const validators = {
  policy: ajv.compile(schema('policy')),
  masking: ajv.compile(schema('masking')),
  'pull-request': ajv.compile(schema('pull-request')),
  teams: ajv.compile(schema('teams')),
  facts: ajv.compile(schema('facts')),
};

test.each(cases)('the schema and the reader of %s agree (%s): %j', (name, valid, text) => {
  const byReader = succeeds(() => readers[name](text));
  const bySchema = validators[name](parse(text));

  expect([byReader, bySchema]).toEqual([valid, valid]);
});

test('schemas/policy.json names auto and every layout, in the order of the index', () => {
  const { $defs } = schema('policy') as { $defs: { database: { properties: object } } };

  expect($defs.database.properties).toHaveProperty('layout.enum', [
    'auto',
    ...layouts.map(({ name }) => name),
  ]);
});

function schema(name: string): object {
  return JSON.parse(readFileSync(`schemas/${name}.json`, 'utf8'));
}

function succeeds(run: () => unknown): boolean {
  try {
    run();
    return true;
  } catch {
    return false;
  }
}

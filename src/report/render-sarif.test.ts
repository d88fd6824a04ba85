import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { scriptOf } from '../../test/fakes/scripts.ts';
import { checkScripts } from '../commands/check-scripts.ts';
import { rules } from '../rules/index.ts';
import { renderSarif } from './render-sarif.ts';

const hostile = '\u001B[2J\u202E ##[error]%41\uD800\n::error::x';

type Log = { readonly runs: readonly [Run] };
type Run = {
  readonly results: readonly Result[];
  readonly invocations: readonly [{ executionSuccessful: boolean; toolExecutionNotifications: [] }];
  readonly artifacts: readonly { readonly location: { readonly uri: string } }[];
};
type Result = {
  readonly ruleId: string;
  readonly level: string;
  readonly locations: readonly [{ physicalLocation: { region: object } }];
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
};

async function textOf(sql: string, path = 'db/1.sql'): Promise<string> {
  const script = await scriptOf(sql, path);
  const options = { askOwnRules: undefined, failOn: undefined, postgresOf: () => undefined };
  return [...renderSarif(checkScripts([{ path, script }], options), rules)].join('');
}

async function runOf(sql: string, path = 'db/1.sql'): Promise<Run> {
  return (JSON.parse(await textOf(sql, path)) as Log).runs[0];
}

const text = { type: 'string', minLength: 1 };
const message = object({ text }, { markdown: text });
const artifactLocation = object(
  { uri: { ...text, pattern: '^[!-~]+$', format: 'uri-reference' } },
  { uriBaseId: text },
);
const one = { type: 'integer', minimum: 1 };
const region = object({ startLine: one, endLine: one }, { startColumn: one, endColumn: one });
const location = object({
  physicalLocation: object({
    artifactLocation,
    region,
  }),
});
const fix = object({
  description: message,
  artifactChanges: list(
    object({
      artifactLocation,
      replacements: list(object({ deletedRegion: region, insertedContent: object({ text }) })),
    }),
  ),
});
const level = { enum: ['none', 'note', 'warning', 'error'] };
const bag = { type: 'object' };

/** What SARIF 2.1.0 requires of the properties that Sluice writes, and no others. */
const sarif = object({
  $schema: text,
  version: { const: '2.1.0' },
  runs: {
    type: 'array',
    minItems: 1,
    items: object(
      {
        tool: object({
          driver: object({
            name: text,
            rules: {
              type: 'array',
              uniqueItems: true,
              items: object({
                id: text,
                shortDescription: message,
                fullDescription: message,
                help: message,
                defaultConfiguration: object({ enabled: { type: 'boolean' }, level }),
                properties: bag,
              }),
            },
          }),
        }),
        automationDetails: object({ id: text }),
        invocations: list(
          object({
            executionSuccessful: { type: 'boolean' },
            toolExecutionNotifications: list(
              object({
                level,
                descriptor: object({ id: text }),
                message,
                locations: list(location),
              }),
            ),
          }),
        ),
        columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
        artifacts: { ...list(object({ location: artifactLocation })), uniqueItems: true },
        results: list(
          object(
            {
              ruleId: text,
              ruleIndex: { type: 'integer', minimum: 0 },
              level,
              message,
              locations: list(location),
              partialFingerprints: { type: 'object', additionalProperties: { type: 'string' } },
              properties: bag,
            },
            {
              fixes: list(fix),
              suppressions: list(
                object(
                  { kind: { enum: ['inSource', 'external'] } },
                  {
                    status: { enum: ['accepted', 'underReview', 'rejected'] },
                    justification: text,
                    guid: text,
                  },
                ),
              ),
            },
          ),
        ),
      },
      { properties: bag },
    ),
  },
});

function list(items: object) {
  return { type: 'array', items };
}

function object(required: Record<string, object>, optional: Record<string, object> = {}) {
  return {
    type: 'object',
    required: Object.keys(required),
    properties: { ...required, ...optional },
    additionalProperties: false,
  };
}

describe('renderSarif', () => {
  test.each([
    ['nothing', 'select 1', 'db/1.sql'],
    ['findings', 'drop table users;\ndelete from orders', 'db/1.sql'],
    ['a file that is not read', 'drop tabel users', '/tmp/x.sql'],
    ['bytes that are not read', '\0', 'db/1.sql'],
    ['hostile text', `drop table "${hostile}"; delete from "${hostile}"`, hostile],
  ])('writes a SARIF 2.1.0 log of %s', async (_title, sql, path) => {
    const ajv = new Ajv2020({ allErrors: true, formats: { 'uri-reference': /^[!-~]*$/ } });

    const written = await textOf(sql, path);

    expect([ajv.validate(sarif, JSON.parse(written)), ajv.errors]).toEqual([true, null]);
    expect(written).toMatch(/^[\n -~\u00a1-\uffff]+$/u);
    expect(written).not.toMatch(/##\[|^::|\u202E/m);
  });

  test('carries what is suppressed with who allows it and why, and the policy that says so', async () => {
    const ajv = new Ajv2020({ allErrors: true, formats: { 'uri-reference': /^[!-~]*$/ } });
    const script = await scriptOf('create index i on a (b); drop table b', 'db/1.sql');
    const digest = `sha256:${'a'.repeat(64)}`;
    const report = checkScripts([{ path: 'db/1.sql', script }], {
      askOwnRules: undefined,
      failOn: undefined,
      postgresOf: () => undefined,
      used: { path: '.sluice/policy.yml', from: 'work-tree', digest: digest as never },
      notices: [hostile],
      now: '2027-01-01T00:00:00Z',
      suppressionsOf: () =>
        [
          { rule: 'index-without-concurrently', object: 'table a' },
          { rule: 'drop-table', object: 'table b' },
        ].map((one) => ({
          ...one,
          reason: hostile,
          expires: '2027-01-31',
        })),
    });

    const written = [...renderSarif(report, rules)].join('');

    const log = JSON.parse(written);
    expect([ajv.validate(sarif, log), ajv.errors]).toEqual([true, null]);
    expect(log.runs[0].properties.policy.digest).toBe(digest);
    expect(
      log.runs[0].results.map((result: object) => ('suppressions' in result ? result : {})),
    ).toMatchObject([
      {
        suppressions: [
          {
            kind: 'external',
            status: 'accepted',
            justification: expect.stringMatching(/^<U\+001B>\[2J.+<U\+000A>::error::x$/),
          },
        ],
      },
      {},
    ]);
    expect(written).not.toMatch(/##\[|^::|\u202E/m);
  });

  test('counts columns in UTF-16 code units and gives the end of the statement', async () => {
    const { results } = await runOf("select '😀'; drop view users;\n\tdelete\n  from orders ;");

    expect(
      results.map(({ ruleId, level, locations: [where] }) => [
        ruleId,
        level,
        where.physicalLocation.region,
      ]),
    ).toEqual([
      ['drop-object', 'error', { startLine: 1, startColumn: 14, endLine: 1, endColumn: 29 }],
      ['unbounded-delete', 'error', { startLine: 2, startColumn: 2, endLine: 3, endColumn: 14 }],
    ]);
  });

  test('keeps a fingerprint when other statements are reformatted or moved', async () => {
    const before = await runOf('drop table a; drop table b;');
    const after = await runOf('-- why\nselect\n  1;\ndrop   table b;\n\ndrop table a;');

    const fingerprints = ({ results }: Run) =>
      results.map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash);
    expect(fingerprints(after).toSorted()).toEqual(fingerprints(before).toSorted());
    expect(new Set(fingerprints(before)).size).toBe(2);
  });

  test('numbers findings that say the same of the same words', async () => {
    const { results } = await runOf('drop table a; drop table a;');

    const fingerprints = results.map(
      (result) => result.partialFingerprints.primaryLocationLineHash,
    );
    expect(fingerprints.map((fingerprint) => fingerprint.slice(16))).toEqual([':1', ':2']);
  });

  test('tells that a file was not read', async () => {
    const { invocations } = await runOf('drop tabel users');

    expect(invocations[0].executionSuccessful).toBe(false);
    expect(invocations[0].toolExecutionNotifications).toMatchObject([
      {
        level: 'error',
        descriptor: { id: 'unparsed' },
        locations: [{ physicalLocation: { region: { startLine: 1, startColumn: 6 } } }],
      },
    ]);
  });

  test.each([
    ['db/1.sql', 'db/1.sql'],
    ['./db/1.sql', 'db/1.sql'],
    ['a b/ü#?%41.sql', 'a%20b/%C3%BC%23%3F%2541.sql'],
    ['c:/x\u202Ey\n(1).sql', 'c%3A/x%E2%80%AEy%0A%281%29.sql'],
    ['/tmp/a b.sql', 'file:///tmp/a%20b.sql'],
    ['\uD800.sql', '%EF%BF%BD.sql'],
  ])('writes the path %j as %s', async (path, uri) => {
    const { artifacts } = await runOf('select 1', path);

    expect(artifacts.map(({ location }) => location.uri)).toEqual([uri]);
  });

  test('hides credentials', async () => {
    const written = await textOf(
      'alter role app password \'geheim\'; drop table "postgres://u:geheim@h"',
    );

    expect(written).not.toContain('geheim');
  });

  test.each([
    ['create index i on t (a);', ['create index concurrently i on t (a)']],
    ['create index "x</code>```" on t (a)', ['create index concurrently "x</code>```" on t (a)']],
    ['create index i on t (a); select 1', []],
    ['create index "a\u202e" on t (a)', []],
    ['alter table t add check (a > 0)', []],
    ["create index i on t (a) where b = 'postgres://u:secret@h/d'", []],
  ])('fixes what one statement can replace: %s', async (sql, texts) => {
    const ajv = new Ajv2020({ allErrors: true, formats: { 'uri-reference': /^[!-~]*$/ } });
    const log: unknown = JSON.parse(await textOf(sql));

    const { results } = await runOf(sql);

    const fixes = results.flatMap((result) => ('fixes' in result ? [result.fixes] : []));
    expect([ajv.validate(sarif, log), ajv.errors]).toEqual([true, null]);
    expect(fixes).toMatchObject(
      texts.map((inserted) => [
        {
          artifactChanges: [
            {
              replacements: [
                {
                  deletedRegion: {
                    startLine: 1,
                    startColumn: 1,
                    endColumn: sql.replace(';', '').length + 1,
                  },
                  insertedContent: { text: inserted },
                },
              ],
            },
          ],
        },
      ]),
    );
  });
});

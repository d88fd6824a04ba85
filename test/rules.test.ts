import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { emptyCatalog } from '../src/catalog/catalog.ts';
import type { Evidence } from '../src/domain/evidence.ts';
import { digestOf } from '../src/domain/digest.ts';
import type { Finding } from '../src/domain/finding.ts';
import { effectsOf } from '../src/effects/effects.ts';
import { observedEffects } from '../src/effects/observed.ts';
import { evaluateRules } from '../src/rules/evaluate.ts';
import { rules } from '../src/rules/index.ts';
import { renderRule, renderRuleIndex } from '../src/rules/render.ts';
import { scriptOf } from './fakes/scripts.ts';

async function findingsOf(
  sql: string,
  {
    evidence,
    postgres,
    on = '',
  }: { readonly evidence?: Evidence; readonly postgres?: number; readonly on?: string } = {},
): Promise<readonly Finding[]> {
  const scripts = [await scriptOf(sql, 'unit')];
  const observed = evidence === undefined ? [] : observedEffects(evidence);
  const effects = [...effectsOf(scripts, emptyCatalog), ...observed];
  return evaluateRules(effects, emptyCatalog, scripts, {
    postgres,
    switched: new Map([[on, 'on']]),
  });
}

/** A rehearsal in which a statement deleted three users. */
const threeDeleted: Evidence = {
  shadow: {
    provider: 'test',
    reason: 'test',
    serverVersion: 160000,
    data: 'none',
    copiedRows: 0,
    maskedColumns: [],
  },
  units: [
    {
      unitId: 'unit',
      digest: digestOf(''),
      statements: [
        {
          statement: 0,
          durationMs: 1,
          locks: [],
          rows: [{ table: 'public.users', inserted: 0, updated: 0, deleted: 3 }],
          rewrites: [],
          created: [],
          dropped: [],
          altered: [],
        },
      ],
      deferred: {
        statement: 0,
        durationMs: 0,
        locks: [],
        rows: [],
        rewrites: [],
        created: [],
        dropped: [],
        altered: [],
      },
    },
  ],
  outcome: { kind: 'completed' },
};

test('every file of the folder is a rule of the index', () => {
  const others = new Set(['rule.ts', 'evaluate.ts', 'index.ts', 'render.ts']);
  const files = readdirSync('src/rules').filter(
    (file) => !others.has(file) && !/\.(?:test|data)\.ts$/.test(file),
  );

  expect(rules.map(({ id }) => `${id}.ts`)).toEqual(files.toSorted());
});

describe.each(rules)('$id', (rule) => {
  test('has a page that is its rendering', async () => {
    const [{ sql }] = rule.invalid;
    const found = (await findingsOf(sql, { on: rule.id })).find((one) => one.rule === rule.id);

    await expect(renderRule(rule, found?.rewrite)).toMatchFileSnapshot(
      `../docs/rules/${rule.id}.md`,
    );
    expect(readFileSync(`src/rules/${rule.id}.ts`, 'utf8')).toContain(rule.id);
  });

  test.each(rule.invalid)('finds $sql', async ({ sql, level, message, postgres }) => {
    const known = {
      on: rule.id,
      ...(rule.id === 'observed-not-predicted' ? { evidence: threeDeleted } : {}),
      ...(postgres === undefined ? {} : { postgres }),
    };

    const found = (await findingsOf(sql, known)).filter((finding) => finding.rule === rule.id);

    expect(found.map((finding) => ({ level: finding.level, message: finding.message }))).toEqual([
      { level, message },
    ]);
  });

  test.each(rule.valid)('has nothing to say about %s', async (sql) => {
    const statements = (await scriptOf(sql)).statements.map(({ kind }) => kind);

    expect(statements).not.toContain('unparsed');
    expect(await findingsOf(sql, { on: rule.id })).toEqual([]);
  });
});

test('docs/rules/README.md lists the rules', async () => {
  await expect(renderRuleIndex(rules)).toMatchFileSnapshot('../docs/rules/README.md');
  expect(readdirSync('docs/rules').toSorted()).toEqual(
    ['README.md', ...rules.map(({ id }) => `${id}.md`)].toSorted(),
  );
});

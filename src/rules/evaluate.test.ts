import { expect, test } from 'vitest';
import { scriptOf } from '../../test/fakes/scripts.ts';
import { emptyCatalog } from '../catalog/catalog.ts';
import type { SwitchedRules } from '../domain/policy.ts';
import { effectsOf } from '../effects/effects.ts';
import { evaluateRules } from './evaluate.ts';
import { rules } from './index.ts';

async function findingsOf(
  sql: string,
  switched: SwitchedRules | undefined,
): Promise<readonly string[]> {
  const scripts = [await scriptOf(sql)];
  const findings = evaluateRules(effectsOf(scripts, emptyCatalog), emptyCatalog, scripts, {
    switched,
  });
  return findings.map(({ rule, level }) => `${level} ${rule}`);
}

const taste = 'create table notes (title varchar(80))';

test.each([
  ['is silent by itself', taste, undefined, []],
  ['speaks where the policy wants it', taste, [['varchar-length', 'on']], ['low varchar-length']],
  [
    'speaks louder where the policy wants it',
    taste,
    [['varchar-length', 'high']],
    ['high varchar-length'],
  ],
  ['is silent where the policy says so', taste, [['varchar-length', 'off']], []],
] as const)('a rule about taste %s', async (_title, sql, switched, expected) => {
  expect(await findingsOf(sql, switched && new Map(switched))).toEqual(expected);
});

test.each(rules.filter((rule) => rule.default !== 'off' && rule.id !== 'observed-not-predicted'))(
  '$id can neither be switched off nor be made quieter',
  async ({ id, invalid: [{ sql }] }) => {
    const loud = await findingsOf(sql, undefined);

    expect(await findingsOf(sql, new Map([[id, 'off']]))).toEqual(loud);
    expect(await findingsOf(sql, new Map([[id, 'low']]))).toEqual(loud);
  },
);

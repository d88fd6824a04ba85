import { expect, test } from 'vitest';
import { parsePolicy } from './policy.ts';

function policyOf(suppression: object): string {
  const database = '{ paths: [db/**], layout: plain, targets: [{ name: p, url: env:P }] }';
  return `version: 1\ndatabases: { billing: ${database} }\nsuppressions: ${JSON.stringify([suppression])}\n`;
}

const whole = {
  rule: 'blocking-scan',
  object: 'table public.orders',
  reason: 'It is empty.',
  expires: '2027-01-31',
};

test('reads what the guardians allow for a while', () => {
  expect(parsePolicy(policyOf(whole), 'x').suppressions).toEqual([whole]);
});

test('refuses a rule that is not there, and names the nearest', () => {
  const text = policyOf({ ...whole, rule: 'blocking-scam' });

  expect(() => parsePolicy(text, 'x')).toThrow(
    /no rule blocking-scam; did you mean blocking-scan\?/,
  );
});

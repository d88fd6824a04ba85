import { expect, test } from 'vitest';
import { digestOf } from '../domain/digest.ts';
import type { GovernedDatabase, Policy } from '../domain/policy.ts';
import { SluiceError } from '../errors.ts';
import { findTarget } from './targets.ts';

const billing = database('billing', ['staging', 'production']);
const orders = database('orders', ['production']);

test.each([
  ['billing/production', billing, 1],
  ['orders/production', orders, 0],
  ['staging', billing, 0],
])('finds %s', (name, expected, index) => {
  const found = findTarget(policy, name);

  expect(found).toEqual({ database: expected, target: expected.targets[index] });
});

test.each([
  ['production', 'names more than one target: billing/production, orders/production'],
  ['billing/prodction', 'Did you mean billing/production?'],
  ['', 'Its targets are billing/staging, billing/production, orders/production.'],
])('refuses %j', (name, message) => {
  const attempt = () => findTarget(policy, name);

  expect(attempt).toThrow(SluiceError);
  expect(attempt).toThrow(message);
});

function database(name: string, targets: readonly string[]): GovernedDatabase {
  return {
    name,
    paths: ['**'],
    layout: 'plain',
    targets: targets.map((target) => ({ database: name, name: target, urlVariable: 'URL' })),
  };
}

const policy: Policy = {
  digest: digestOf(''),
  mode: 'enforce',
  apply: 'sluice',
  databases: [billing, orders],
  rules: [],
  guardians: [],
  fallbackOwners: [],
  agents: [],
  limits: { lockTimeoutMs: 1000, statementTimeoutMs: 1000 },
};

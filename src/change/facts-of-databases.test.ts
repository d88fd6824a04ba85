import { describe, expect, it } from 'vitest';
import { someFacts, someTable } from '../../test/support/facts.ts';
import { agedAt, factsOfDatabases } from './facts-of-databases.ts';

const target = (name: string) => ({ database: 'billing', name, urlVariable: 'URL' });
const billing = {
  name: 'billing',
  paths: [],
  layout: 'plain',
  targets: [target('staging'), target('production')],
};
const policy = { databases: [billing, { ...billing, name: 'users', targets: [] }] };
const now = '2026-03-02T12:00:00Z';

describe('which database facts speak of', () => {
  it.each([
    ['billing', 'billing'],
    ['billing/production', 'billing'],
    ['users', 'users'],
  ])('gives the facts of %s to %s', (database, governed) => {
    const facts = someFacts({ database });

    expect([...factsOfDatabases([facts], policy, now)]).toEqual([[governed, facts]]);
  });

  it.each(['billing/staging', 'production', 'Billing', '', 'toString', 'a\u001B[2J'])(
    'refuses the facts of %j',
    (database) => {
      const assign = () => factsOfDatabases([someFacts({ database })], policy, now);

      expect(assign).toThrow(expect.objectContaining({ code: 'input/facts' }));
    },
  );

  it('refuses two that speak of one', () => {
    const given = [someFacts({}), someFacts({ database: 'billing/production' })];

    expect(() => factsOfDatabases(given, policy, now)).toThrow('Two files hold facts of "billing"');
  });
});

describe('how old facts are', () => {
  const facts = someFacts({ relations: [someTable('public', 't')] });

  it.each([
    ['2026-03-01T12:00:00Z', undefined, undefined],
    ['2026-03-08T12:00:00Z', undefined, undefined],
    ['2026-03-08T12:00:01Z', undefined, true],
    ['2026-03-02T12:00:01Z', 1, true],
    ['2026-03-20T12:00:00Z', 30, undefined],
    ['2026-03-01T11:55:00Z', undefined, undefined],
    ['2026-03-01T11:00:00Z', undefined, true],
  ])('at %s with at most %s days, stale is %s', (at, days, stale) => {
    expect(agedAt(facts, at, days).stale).toBe(stale);
  });

  it('takes a day that does not exist for too old', () => {
    expect(agedAt({ ...facts, takenAt: '2026-99-99T99:99:99Z' }, now).stale).toBe(true);
  });

  it('takes every size from what is too old, and leaves the shape', () => {
    const [relation] = agedAt(facts, '2027-01-01T00:00:00Z').relations;

    const unknown = { rows: -1, bytes: -1, indexBytes: -1, toastBytes: -1, writesPerHour: -1 };
    const [index] = someTable('public', 't').indexes;
    expect(relation).toEqual(
      someTable('public', 't', {
        ...unknown,
        ...(index === undefined ? {} : { indexes: [{ ...index, bytes: -1 }] }),
      }),
    );
  });
});

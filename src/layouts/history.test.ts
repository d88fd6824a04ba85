import { expect, it } from 'vitest';
import type { HistoryFacts } from '../domain/facts.ts';
import { findHistoryRefusals } from './history.ts';

function historyOf(layout: string, entries: readonly Partial<HistoryFacts['entries'][number]>[]) {
  const table = { schema: 'public', name: 'history' };
  const whole = entries.map((entry) => ({ version: '', succeeded: true, ...entry }));
  return { layout, table, entries: whole };
}

const ran = (layout: string, ...versions: readonly string[]) =>
  historyOf(
    layout,
    versions.map((version) => ({ version })),
  );

it.each([
  ['golang-migrate', ran('golang-migrate', '7'), 'db/6_a.up.sql', /below 7.*silently never run/],
  ['golang-migrate', ran('golang-migrate', '7'), 'db/0007_a.up.sql', /recorded version 7 as run/],
  ['golang-migrate', ran('golang-migrate', '7'), 'db/8_a.up.sql', undefined],
  ['goose', ran('goose', '1', '10'), 'db/00009_a.sql', /below 10/],
  ['goose', ran('goose', '1', '10'), 'db/00011_a.sql', undefined],
  ['dbmate', ran('dbmate', '5'), 'db/3_a.sql', undefined],
  ['dbmate', ran('dbmate', '5'), 'db/5_b.sql', /never run/],
  [
    'supabase',
    ran('supabase', '20260101000000'),
    'supabase/migrations/20250101000000_a.sql',
    /refuses a stamp/,
  ],
  [
    'flyway',
    historyOf('flyway', [{ version: '1.0', name: 'V1.0__a.sql' }]),
    'db/V1__b.sql',
    /never run/,
  ],
  ['flyway', historyOf('flyway', [{ version: '2', name: 'V2__a.sql' }]), 'db/R__b.sql', undefined],
  ['goose', ran('golang-migrate', '7'), 'db/00001_a.sql', undefined],
] as const)('%s with %j takes %s: %s', (layout, history, path, expected) => {
  const [refusal] = findHistoryRefusals(layout, [path], { histories: [history] });

  if (expected === undefined) expect(refusal).toBeUndefined();
  else expect(refusal?.reason).toMatch(expected);
});

it('runs nothing after a failure, unless nobody knows whether it still stands', () => {
  const histories = [historyOf('golang-migrate', [{ version: '7', succeeded: false }])];
  const refusalsOf = (facts: Parameters<typeof findHistoryRefusals>[2]) =>
    findHistoryRefusals('golang-migrate', ['db/8_a.up.sql'], facts).length;

  expect([refusalsOf({ histories }), refusalsOf({ histories, stale: true })]).toEqual([1, 0]);
});

it('says nothing where two tables could be the history', () => {
  const histories = [ran('goose', '9'), ran('goose', '9')];

  expect(findHistoryRefusals('goose', ['db/00001_a.sql'], { histories })).toEqual([]);
});

it.each([
  ['1700000000000', /not above 1700000000000.*silently skip/],
  ['1699999999999', /silently skip/],
  ['999999999999', /silently skip/],
  ['1700000000001', undefined],
] as const)('compares the stamp %s of Drizzle with the newest that ran: %s', (stamp, expected) => {
  const histories = [ran('drizzle', '1600000000000', '1700000000000', '1650000000000')];
  const path = 'drizzle/0003_notes.sql';

  const refusals = findHistoryRefusals(
    'drizzle',
    [path],
    { histories, stale: true },
    new Map([[path, stamp]]),
  );

  if (expected === undefined) expect(refusals).toEqual([]);
  else expect(refusals).toEqual([{ path, reason: expect.stringMatching(expected) }]);
});

it('has nothing to compare a stamp with where nothing ran', () => {
  const path = 'drizzle/0000_notes.sql';

  const stamps = new Map([[path, '1']]);
  expect(findHistoryRefusals('drizzle', [path], { histories: [ran('drizzle')] }, stamps)).toEqual(
    [],
  );
});

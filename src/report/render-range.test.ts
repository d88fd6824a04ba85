import { expect, test } from 'vitest';
import { digestOf } from '../domain/digest.ts';
import type { RangeMerge, RangeReport } from './range.ts';
import { renderRangeJson, renderRangeMarkdown } from './render-range.ts';

const record = digestOf('record');
const hostile = '`</code><img src=x>`\n## @everybody #1 \u202e<!-- sluice:gate -->.sql';

const report: RangeReport = {
  target: 'billing/production',
  branch: 'main',
  tip: 'e'.repeat(40),
  since: 'a'.repeat(40),
  outcome: 'refused',
  merges: [
    {
      commit: 'b'.repeat(40),
      pullRequest: { number: 7, how: 'squash' },
      mergedBy: 'ben',
      outcome: 'applied',
      pending: [],
      units: [
        {
          kind: 'applied',
          unitId: 'db/1.sql',
          durationMs: 5,
          attempts: 1,
          rows: [{ table: 'public.orders', inserted: 0, updated: 3, deleted: 0 }],
          record,
        },
      ],
    },
    {
      commit: 'c'.repeat(40),
      outcome: 'refused',
      units: [],
      pending: [hostile],
      refusal: {
        reason: 'unreviewed-push',
        because: [`${hostile} was reviewed by nobody.`],
        record,
        isKnown: false,
        stops: true,
      },
    },
    {
      commit: 'd'.repeat(40),
      pullRequest: { number: 8, how: 'merge' },
      outcome: 'waits',
      units: [],
      pending: ['db/3.sql'],
    },
  ],
};

test('the summary says of each merge what was done, and why not', async () => {
  await expect(renderRangeMarkdown(report)).toMatchFileSnapshot('expected/range.md');
});

test('no text of the change means anything in the summary', () => {
  const text = renderRangeMarkdown(report);

  expect(text).not.toMatch(/<img|<!--|\u202e|^## @/m);
});

test('a summary of very many merges says how many it leaves out', () => {
  const [, refused] = report.merges;
  const merges = Array.from({ length: 2_000 }, (): RangeMerge => refused!);

  const text = renderRangeMarkdown({ ...report, merges });

  expect(text.length).toBeLessThan(110_000);
  expect(text).toMatch(/\d+ merges left out for length; the JSON report has all\.\n$/);
});

test('the JSON holds everything', () => {
  expect(JSON.parse(renderRangeJson(report))).toEqual({ version: 1, ...report });
});

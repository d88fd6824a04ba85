import { describe, expect, test } from 'vitest';
import { digestOf } from '../domain/digest.ts';
import type { UnitEvidence } from '../domain/evidence.ts';
import type { DecodedTable } from '../domain/row-images.ts';
import { rowImagesInMarkdown, rowImagesInWords } from './row-image-words.ts';

const nothing = { locks: [], rows: [], rewrites: [], created: [], dropped: [], altered: [] };
const unit = (...tables: DecodedTable[]): UnitEvidence => ({
  unitId: '1|`.sql',
  digest: digestOf(''),
  statements: [],
  deferred: { ...nothing, statement: 0, durationMs: 0 },
  rowImages: { tables },
});
const value = (column: string, text: string) => ({ column, kind: 'value' as const, text });
const table = { table: 'public.users', inserted: 0, updated: 0, deleted: 0, images: [], more: 0 };
const hostile = "x' |\n`</code>` <!-- sluice --> @ada #1 ::error:: \u202e";

describe('rows of the log', () => {
  test('are told with what is hidden, what is not known and what has no image', () => {
    const lines = rowImagesInWords(
      unit(
        {
          ...table,
          inserted: 2,
          updated: 2,
          deleted: 2,
          truncated: true,
          images: [
            { kind: 'insert', after: [value('id', '1'), { column: 'email', kind: 'hidden' }] },
            {
              kind: 'update',
              before: { known: 'row', cells: [value('id', '1')] },
              after: [
                { column: 'age', kind: 'null' },
                { column: 'body', kind: 'unchanged' },
              ],
              cut: true,
            },
            { kind: 'delete', before: { known: 'key', cells: [value('id', '2')] } },
            { kind: 'delete', before: { known: 'nothing', cells: [] } },
          ],
          more: 2,
        },
        { ...table, table: 'public.u', undecoded: { rows: 3, because: 'unlogged' } },
        { ...table, table: 'public.v', undecoded: { rows: 1, because: 'rolled-back' } },
      ),
    );

    expect(lines).toEqual([
      'public.users: 2 inserted, 2 updated, 2 deleted, truncated',
      '  insert id = 1, email •••',
      '  update age is null, body unchanged; before: id = 1; more columns',
      '  delete before: id = 2 (key only)',
      '  delete before: not known',
      '  and 2 more',
      'public.u: none',
      '  3 counted, but not in the log: the table is unlogged',
      'public.v: none',
      '  1 counted, but not in the log: something was rolled back within the unit',
    ]);
  });

  test('cannot leave their cell of the Markdown table', () => {
    const markdown = rowImagesInMarkdown([
      unit({
        ...table,
        table: `public."${hostile}"`,
        inserted: 1,
        images: [{ kind: 'insert', after: [value(hostile, hostile)] }],
      }),
    ]);

    const lines = markdown.split('\n');
    expect(lines).toHaveLength(4);
    for (const line of lines) expect(line.match(/\|/g)).toHaveLength(3);
    expect(lines.slice(2).join('')).not.toMatch(/[`@\u202e]|<!--/);
  });

  test('are at most 40 lines there', () => {
    const tables = Array.from({ length: 50 }, () => table);

    expect(rowImagesInMarkdown([unit(...tables)]).split('\n')).toHaveLength(44);
    expect(rowImagesInMarkdown([unit()])).toBe('');
  });
});

import { expect, test } from 'vitest';
import { digestOf } from '../domain/digest.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import { parseSnapshot, renderSnapshot } from './snapshot.ts';

const data = Buffer.from('1\tmüller@masked.example\n2\t\\N\n');
const snapshot: Snapshot = {
  database: 'shop',
  takenAt: '2026-03-01T12:00:00.000Z',
  maskedColumns: [{ column: 'public.users.email', mask: 'email' }],
  tables: [
    { schema: 'public', name: 'users', columns: ['id', 'email'], bytes: data.length },
    { schema: 'public', name: 'empty "one"\n', columns: [], bytes: 0 },
  ],
  sequences: [{ name: 'public.users_id_seq', value: '-9223372036854775808', called: false }],
  digest: digestOf(data),
  data,
};
const file = (rest: Partial<Snapshot> = {}) =>
  Buffer.from([...renderSnapshot({ ...snapshot, ...rest })].join(''));

test('reads what it wrote', () => {
  const read = parseSnapshot(file());

  expect({ ...read, data: Buffer.from(read.data) }).toEqual(snapshot);
});

test.each([
  ['is cut short', file().subarray(0, -1)],
  ['has more rows than it says', Buffer.concat([file(), data])],
  ['has other rows', Buffer.from(file().toString().replace('müller', 'mäller'))],
  ['says other sizes', file({ tables: [] })],
  ['is empty', Buffer.alloc(0)],
  ['is SQL', Buffer.from('create table t ();\n')],
  ['has no header', Buffer.from('\n')],
  ['is of another version', Buffer.from(file().toString().replace('"version":1', '"version":2'))],
  ['holds another moment', file({ takenAt: 'yesterday' })],
  ['has a key of its own', Buffer.from(file().toString().replace('{', '{"planted":1,'))],
  [
    'moves a sequence by more than a number',
    file({ sequences: [{ name: 'a', value: '1); drop table t', called: true }] }),
  ],
])('refuses a file that %s', (_, bytes) => {
  expect(() => parseSnapshot(bytes)).toThrow(expect.objectContaining({ code: 'input/snapshot' }));
});

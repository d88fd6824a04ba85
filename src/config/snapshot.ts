import { digestOf, isDigest } from '../domain/digest.ts';
import type { Snapshot, SnapshotSequence, SnapshotTable } from '../domain/snapshot.ts';
import { SluiceError } from '../errors.ts';
import { listOf, oneOf, readCount, readJson, readObject, textOf, textThat } from './json.ts';
import type { Decode } from './json.ts';

const name = textOf(10_000);
const most = 100_000;

/** What describes the rows has no more bytes. */
export const largestHeader = 16 * 1024 * 1024;

/** One line of JSON that describes the rows, then the rows themselves. */
export function renderSnapshot({ data, ...header }: Snapshot): Iterable<string> {
  return [`${JSON.stringify({ version: 1, ...header })}\n`, new TextDecoder().decode(data)];
}

/** Throws SluiceError input/snapshot for what is not whole, or not a snapshot. */
export function parseSnapshot(bytes: Uint8Array): Snapshot {
  const end = bytes.indexOf(0x0a);
  const first = new TextDecoder().decode(bytes.subarray(0, Math.max(end, 0)));
  const source = { code: 'input/snapshot', file: 'The snapshot' } as const;
  const header = readJson(first, source, readHeader);
  const data = bytes.subarray(end + 1);
  const told = header.tables.reduce((sum, table) => sum + table.bytes, 0);
  if (told !== data.length || digestOf(data) !== header.digest)
    throw new SluiceError(
      'input/snapshot',
      'The snapshot is not whole: its rows are not those that it describes. None of them is loaded. Make it again with sluice snapshot.',
    );
  return { ...header, data };
}

const readHeader: Decode<Omit<Snapshot, 'data'>> = (value, place) => {
  const keys = ['version', 'database', 'takenAt', 'maskedColumns', 'tables', 'sequences', 'digest'];
  const { need } = readObject(value, place, keys);
  need('version', oneOf([1]));
  return {
    database: need('database', name),
    takenAt: need('takenAt', textThat(isMoment, 'a moment as RFC 3339 writes it, in UTC')),
    maskedColumns: need('maskedColumns', listOf(readMasked, most)),
    tables: need('tables', listOf(readTable, most)),
    sequences: need('sequences', listOf(readSequence, most)),
    digest: need('digest', textThat(isDigest, 'a SHA-256 digest')),
  };
};

const readMasked: Decode<Snapshot['maskedColumns'][number]> = (value, place) => {
  const { need } = readObject(value, place, ['column', 'mask']);
  return { column: need('column', name), mask: need('mask', name) };
};

const readTable: Decode<SnapshotTable> = (value, place) => {
  const { need } = readObject(value, place, ['schema', 'name', 'columns', 'bytes']);
  return {
    schema: need('schema', name),
    name: need('name', name),
    columns: need('columns', listOf(name, 2000)),
    bytes: need('bytes', readCount),
  };
};

const readSequence: Decode<SnapshotSequence> = (value, place) => {
  const { need } = readObject(value, place, ['name', 'value', 'called']);
  return {
    name: need('name', name),
    value: need('value', textThat(isInteger, 'a whole number')),
    called: need('called', readFlag),
  };
};

const readFlag: Decode<boolean> = (value, place) => {
  if (typeof value === 'boolean') return value;
  return oneOf(['true'])(value, place) === 'true';
};

function isMoment(text: string): text is string {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(text);
}

function isInteger(text: string): text is string {
  return /^-?\d{1,19}$/.test(text);
}

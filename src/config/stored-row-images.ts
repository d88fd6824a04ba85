import { bareCells, knownBefore, rowImageKinds, undecodedReasons } from '../domain/row-images.ts';
import type {
  DecodedTable,
  ImageCell,
  RowImage,
  RowImages,
  Undecoded,
} from '../domain/row-images.ts';
import { listOf, oneOf, readCount, readObject, readTrue, textOf } from './json.ts';
import type { Decode } from './json.ts';

const name = textOf(10_000);
/** More than any rehearsal tells. */
const mostTables = 100_000;
const mostImages = 1_000;
const mostCells = 2_000;

/** Rows that a unit moved, from the log of the shadow. */
export const readRowImages: Decode<RowImages> = (value, place) => {
  const { need } = readObject(value, place, ['tables']);
  return { tables: need('tables', listOf(readTable, mostTables)) };
};

const readTable: Decode<DecodedTable> = (value, place) => {
  const { need, may } = readObject(value, place, [
    'table',
    'inserted',
    'updated',
    'deleted',
    'truncated',
    'undecoded',
    'images',
    'more',
  ]);
  const truncated = may('truncated', readTrue);
  const undecoded = may('undecoded', readUndecoded);
  return {
    table: need('table', name),
    inserted: need('inserted', readCount),
    updated: need('updated', readCount),
    deleted: need('deleted', readCount),
    ...(truncated === undefined ? {} : { truncated }),
    ...(undecoded === undefined ? {} : { undecoded }),
    images: need('images', listOf(readImage, mostImages)),
    more: need('more', readCount),
  };
};

const readUndecoded: Decode<Undecoded> = (value, place) => {
  const { need } = readObject(value, place, ['rows', 'because']);
  return { rows: need('rows', readCount), because: need('because', oneOf(undecodedReasons)) };
};

const readImage: Decode<RowImage> = (value, place) => {
  const { need, may } = readObject(value, place, ['kind', 'before', 'after', 'cut']);
  const before = may('before', readBefore);
  const after = may('after', listOf(readCell, mostCells));
  const cut = may('cut', readTrue);
  return {
    kind: need('kind', oneOf(rowImageKinds)),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(cut === undefined ? {} : { cut }),
  };
};

const readBefore: Decode<NonNullable<RowImage['before']>> = (value, place) => {
  const { need } = readObject(value, place, ['known', 'cells']);
  return {
    known: need('known', oneOf(knownBefore)),
    cells: need('cells', listOf(readCell, mostCells)),
  };
};

const readCell: Decode<ImageCell> = (value, place) => {
  const { need } = readObject(value, place, ['column', 'kind', 'text']);
  const kind = need('kind', oneOf(['value', ...bareCells]));
  const column = need('column', name);
  if (kind === 'value') return { column, kind, text: need('text', textOf(1_000)) };
  readObject(value, place, ['column', 'kind']);
  return { column, kind };
};

import { drifts } from '../domain/evidence.ts';
import type { Drift, DriftedObject, ObservedSize, ShadowDescription } from '../domain/evidence.ts';
import { listOf, oneOf, readCount, readObject, textOf } from './json.ts';
import type { Decode } from './json.ts';

const name = textOf(10_000);
const sentence = textOf(100_000);
const most = 100_000;

/** How the shadow of stored evidence was made. */
export const readShadow: Decode<ShadowDescription> = (value, place) => {
  const { need, may } = readObject(value, place, [
    'provider',
    'reason',
    'level',
    'cannotSee',
    'differences',
    'drift',
    'serverVersion',
    'data',
    'takenAt',
    'sizes',
    'copiedRows',
    'maskedColumns',
  ]);
  const level = may('level', oneOf(['A', 'B']));
  const cannotSee = may('cannotSee', listOf(sentence, most));
  const differences = may('differences', listOf(sentence, most));
  const drift = may('drift', readDrift);
  const takenAt = may('takenAt', name);
  const sizes = may('sizes', listOf(readSize, most));
  return {
    provider: need('provider', name),
    reason: need('reason', name),
    ...(level === undefined ? {} : { level }),
    ...(cannotSee === undefined ? {} : { cannotSee }),
    ...(differences === undefined ? {} : { differences }),
    ...(drift === undefined ? {} : { drift }),
    serverVersion: need('serverVersion', readCount),
    data: need('data', oneOf(['none', 'masked-copy'])),
    ...(takenAt === undefined ? {} : { takenAt }),
    ...(sizes === undefined ? {} : { sizes }),
    copiedRows: need('copiedRows', readCount),
    maskedColumns: need('maskedColumns', listOf(readMaskedColumn, most)),
  };
};

const readDrift: Decode<Drift> = (value, place) => {
  const { need } = readObject(value, place, ['objects', 'more']);
  return { objects: need('objects', listOf(readDrifted, 10)), more: need('more', readCount) };
};

const readDrifted: Decode<DriftedObject> = (value, place) => {
  const { need } = readObject(value, place, ['object', 'how']);
  return { object: need('object', name), how: need('how', oneOf(drifts)) };
};

const readSize: Decode<ObservedSize> = (value, place) => {
  const { need } = readObject(value, place, ['table', 'rows', 'bytes']);
  return {
    table: need('table', name),
    rows: need('rows', readCount),
    bytes: need('bytes', readCount),
  };
};

const readMaskedColumn: Decode<ShadowDescription['maskedColumns'][number]> = (value, place) => {
  const { need } = readObject(value, place, ['column', 'mask']);
  return { column: need('column', name), mask: need('mask', name) };
};

import { isDigest } from '../domain/digest.ts';
import { lockModes } from '../domain/effect.ts';
import { unpredictive } from '../domain/evidence.ts';
import type {
  Evidence,
  NestedStatement,
  ObservedLock,
  ObservedObject,
  ObservedRows,
  ObservedScan,
  Predictive,
  Probe,
  RehearsalFailure,
  StatementEvidence,
  UnitEvidence,
} from '../domain/evidence.ts';
import type { StoredEvidence, StoredRehearsal } from '../domain/stored-evidence.ts';
import { listOf, oneOf, readCount, readJson, readMeasure, readObject } from './json.ts';
import { textOf, textThat } from './json.ts';
import type { Decode } from './json.ts';
import { readShadow } from './stored-shadow.ts';
import { readReversal } from './stored-reversal.ts';
import { readRowImages } from './stored-row-images.ts';

/** The file is written where submitted SQL ran, so its size is bounded before it is read. */
export const largestEvidence = 20_000_000;

const name = textOf(10_000);
const sentence = textOf(100_000);
const digest = textThat(isDigest, 'a SHA-256 digest');
const repository = textThat(isRepository, 'owner/name in lower case');
const run = textThat(isRunNumber, 'the number of a run');
/** No list is longer: the whole file could not hold more. */
const most = 100_000;
const isSqlstate = (text: string): text is string => /^[0-9A-Z]{5}$/.test(text);

/**
 * Reads the evidence that a rehearsal stored. Whoever wrote it ran submitted SQL, so unknown keys,
 * other types and more than a bounded size are refused. Throws SluiceError input/evidence.
 */
export function parseStoredEvidence(text: string): StoredEvidence {
  const source = { code: 'input/evidence', file: 'The evidence file' } as const;
  return readJson(text, source, readRoot);
}

const readRoot: Decode<StoredEvidence> = (value, place) => {
  const { need } = readObject(value, place, ['version', 'repository', 'run', 'rehearsals']);
  need('version', oneOf([1]));
  return {
    repository: need('repository', repository),
    run: need('run', run),
    rehearsals: need('rehearsals', listOf(readRehearsal, 1000)),
  };
};

const readRehearsal: Decode<StoredRehearsal> = (value, place) => {
  const { need } = readObject(value, place, ['database', 'baseline', 'change', 'evidence']);
  return {
    database: need('database', name),
    baseline: need('baseline', digest),
    change: need('change', digest),
    evidence: need('evidence', readEvidence),
  };
};

const readEvidence: Decode<Evidence> = (value, place) => {
  const { need } = readObject(value, place, ['shadow', 'units', 'outcome']);
  return {
    shadow: need('shadow', readShadow),
    units: need('units', listOf(readUnit, most)),
    outcome: need('outcome', readOutcome),
  };
};

const readUnit: Decode<UnitEvidence> = (value, place) => {
  const { need, may } = readObject(value, place, [
    'unitId',
    'digest',
    'statements',
    'deferred',
    'rowImages',
    'reversal',
  ]);
  const rowImages = may('rowImages', readRowImages);
  const reversal = may('reversal', readReversal);
  return {
    unitId: need('unitId', name),
    digest: need('digest', digest),
    statements: need('statements', listOf(readStatement, most)),
    deferred: need('deferred', readStatement),
    ...(rowImages === undefined ? {} : { rowImages }),
    ...(reversal === undefined ? {} : { reversal }),
  };
};

const readStatement: Decode<StatementEvidence> = (value, place) => {
  const { need, may } = readObject(value, place, [
    'statement',
    'durationMs',
    'locks',
    'rows',
    'rewrites',
    'truncated',
    'created',
    'dropped',
    'altered',
    'predictive',
    'probes',
    'scans',
    'sequences',
    'walBytes',
    'nested',
  ]);
  const scans = may('scans', listOf(readScan, most));
  const sequences = may('sequences', listOf(name, most));
  const walBytes = may('walBytes', readCount);
  const nested = may('nested', listOf(readNested, most));
  const truncated = may('truncated', listOf(name, most));
  const predictive = may('predictive', readPredictive);
  const probes = may('probes', listOf(readProbe, most));
  return {
    statement: need('statement', readCount),
    durationMs: need('durationMs', readMeasure),
    locks: need('locks', listOf(readLock, most)),
    rows: need('rows', listOf(readRows, most)),
    rewrites: need('rewrites', listOf(name, most)),
    ...(truncated === undefined ? {} : { truncated }),
    created: need('created', listOf(readObserved, most)),
    dropped: need('dropped', listOf(readObserved, most)),
    altered: need('altered', listOf(readObserved, most)),
    ...(scans === undefined ? {} : { scans }),
    ...(sequences === undefined ? {} : { sequences }),
    ...(walBytes === undefined ? {} : { walBytes }),
    ...(nested === undefined ? {} : { nested }),
    ...(predictive === undefined ? {} : { predictive }),
    ...(probes === undefined ? {} : { probes }),
  };
};

const readPredictive: Decode<Predictive> = (value, place) => {
  const { need } = readObject(value, place, ['kind', 'because', 'sentence']);
  const kind = need('kind', oneOf(['yes', 'no']));
  if (kind === 'no')
    return {
      kind,
      because: need('because', oneOf(unpredictive)),
      sentence: need('sentence', sentence),
    };
  readObject(value, place, ['kind']);
  return { kind };
};

const readProbe: Decode<Probe> = (value, place) => {
  const { need } = readObject(value, place, ['kind', 'sql', 'about']);
  return {
    kind: need('kind', oneOf(['count', 'violation'])),
    sql: need('sql', sentence),
    about: need('about', sentence),
  };
};

const readScan: Decode<ObservedScan> = (value, place) => {
  const { need } = readObject(value, place, ['table', 'rows']);
  return { table: need('table', name), rows: need('rows', readCount) };
};

const readNested: Decode<NestedStatement> = (value, place) => {
  const { need } = readObject(value, place, ['text', 'calls']);
  return { text: need('text', sentence), calls: need('calls', readCount) };
};

const readLock: Decode<ObservedLock> = (value, place) => {
  const { need, may } = readObject(value, place, ['relation', 'mode', 'of']);
  const of = may('of', name);
  return {
    relation: need('relation', name),
    mode: need('mode', oneOf(lockModes)),
    ...(of === undefined ? {} : { of }),
  };
};

const readRows: Decode<ObservedRows> = (value, place) => {
  const { need } = readObject(value, place, ['table', 'inserted', 'updated', 'deleted']);
  return {
    table: need('table', name),
    inserted: need('inserted', readCount),
    updated: need('updated', readCount),
    deleted: need('deleted', readCount),
  };
};

const readObserved: Decode<ObservedObject> = (value, place) => {
  const { need } = readObject(value, place, ['type', 'identity']);
  return { type: need('type', name), identity: need('identity', sentence) };
};

const readOutcome: Decode<Evidence['outcome']> = (value, place) => {
  const { need } = readObject(value, place, ['kind', 'failure']);
  const kind = need('kind', oneOf(['completed', 'failed', 'not-rehearsable']));
  if (kind !== 'completed') return { kind, failure: need('failure', readFailure) };
  readObject(value, place, ['kind']);
  return { kind };
};

const readFailure: Decode<RehearsalFailure> = (value, place) => {
  const { need, may } = readObject(value, place, ['unitId', 'statement', 'sqlstate', 'message']);
  const sqlstate = may('sqlstate', textThat(isSqlstate, 'five capital letters or digits'));
  return {
    unitId: need('unitId', name),
    statement: need('statement', readCount),
    ...(sqlstate === undefined ? {} : { sqlstate }),
    message: need('message', sentence),
  };
};

export function isRepository(text: string): text is string {
  return /^[a-z0-9_.-]{1,100}\/[a-z0-9_.-]{1,100}$/.test(text);
}

export function isRunNumber(text: string): text is string {
  return /^[0-9]{1,20}$/.test(text);
}

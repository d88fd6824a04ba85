import { carriedSettings } from '../domain/facts.ts';
import { isDigest } from '../domain/digest.ts';
import type {
  DomainFacts,
  EnvironmentFacts,
  Facts,
  FunctionFacts,
  HistoryFacts,
  PublicationFacts,
  QualifiedName,
} from '../domain/facts.ts';
import { readRelation } from './facts-relation.ts';
import { label, mostFacts, name, qualified, readBoolean } from './facts-words.ts';
import { isRepository, isRunNumber } from './stored-evidence.ts';
import { listOf, oneOf, readCount, readJson, readObject, textOf, textThat } from './json.ts';
import type { Decode, Place } from './json.ts';
import { SluiceError } from '../errors.ts';

/** About 50,000 relations; the file is read whole. */
export const largestFacts = 64 * 1024 * 1024;

/**
 * Reads a facts file (schemas/facts.json), wherever it came from: unknown keys, other types, lists
 * without end and a relation that stands there twice are refused. Throws SluiceError input/facts.
 */
export function readFacts(text: string): Facts {
  if (text.length > largestFacts) throw tooLarge();
  return readJson(text, { code: 'input/facts', file: 'The facts file' }, readRoot);
}

const readRoot: Decode<Facts> = (value, place) => {
  const { need, may } = readObject(value, place, [
    'version',
    'database',
    'takenAt',
    'serverVersion',
    'fingerprint',
    'environment',
    'relations',
    'domains',
    'functions',
    'publications',
    'histories',
    'madeBy',
  ]);
  need('version', oneOf([1]));
  const relations = need('relations', listOf(readRelation, mostFacts));
  refuseTwice(relations, place);
  const madeBy = may('madeBy', readMaker);
  return {
    database: need('database', name),
    takenAt: need('takenAt', textThat(isTime, 'a time as 2026-01-31T12:00:00Z')),
    serverVersion: need('serverVersion', readCount),
    fingerprint: need('fingerprint', textThat(isDigest, 'a SHA-256 digest')),
    environment: need('environment', readEnvironment),
    relations,
    domains: need('domains', listOf(readDomain, mostFacts)),
    functions: need('functions', listOf(readFunction, mostFacts)),
    publications: need('publications', listOf(readPublication, 10_000)),
    histories: need('histories', listOf(readHistory, 1_000)),
    ...(madeBy === undefined ? {} : { madeBy }),
  };
};

const readMaker: Decode<NonNullable<Facts['madeBy']>> = (value, place) => {
  const { need } = readObject(value, place, ['repository', 'run']);
  return {
    repository: need('repository', textThat(isRepository, 'owner/name in lower case')),
    run: need('run', textThat(isRunNumber, 'the number of a run')),
  };
};

const readEnvironment: Decode<EnvironmentFacts> = (value, place) => {
  const { need, may } = readObject(value, place, [
    'owner',
    'role',
    'searchPath',
    'encoding',
    'collate',
    'ctype',
    'localeProvider',
    'timeZone',
    'roles',
    'extensions',
    'settings',
  ]);
  const settings = may('settings', listOf(readSetting, carriedSettings.length));
  return {
    owner: need('owner', name),
    role: need('role', name),
    searchPath: need('searchPath', listOf(name, 1_000)),
    encoding: need('encoding', name),
    collate: need('collate', name),
    ctype: need('ctype', name),
    localeProvider: need('localeProvider', name),
    timeZone: need('timeZone', name),
    roles: need('roles', listOf(name, mostFacts)),
    extensions: need('extensions', listOf(readExtension, 10_000)),
    ...(settings === undefined ? {} : { settings }),
  };
};

const readSetting: Decode<{ readonly name: string; readonly value: string }> = (value, place) => {
  const { need } = readObject(value, place, ['name', 'value']);
  return { name: need('name', oneOf(carriedSettings)), value: need('value', name) };
};

const readExtension: Decode<EnvironmentFacts['extensions'][number]> = (value, place) => {
  const { need } = readObject(value, place, ['name', 'version', 'schema']);
  return { name: need('name', name), version: need('version', name), schema: need('schema', name) };
};

const readDomain: Decode<DomainFacts> = (value, place) => {
  const { need } = readObject(value, place, ['schema', 'name', 'type', 'notNull', 'hasChecks']);
  return {
    schema: need('schema', name),
    name: need('name', name),
    type: need('type', label),
    notNull: need('notNull', readBoolean),
    hasChecks: need('hasChecks', readBoolean),
  };
};

const readFunction: Decode<FunctionFacts> = (value, place) => {
  const { need } = readObject(value, place, [
    'schema',
    'name',
    'arguments',
    'kind',
    'volatility',
    'language',
    'securityDefiner',
  ]);
  return {
    schema: need('schema', name),
    name: need('name', name),
    arguments: need('arguments', textOf(100_000)),
    kind: need('kind', oneOf(['function', 'procedure', 'aggregate', 'window'])),
    volatility: need('volatility', oneOf(['immutable', 'stable', 'volatile'])),
    language: need('language', name),
    securityDefiner: need('securityDefiner', readBoolean),
  };
};

const readPublication: Decode<PublicationFacts> = (value, place) => {
  const { need } = readObject(value, place, ['name', 'allTables', 'tables']);
  return {
    name: need('name', name),
    allTables: need('allTables', readBoolean),
    tables: need('tables', listOf(qualified, mostFacts)),
  };
};

const readHistory: Decode<HistoryFacts> = (value, place) => {
  const { need } = readObject(value, place, ['layout', 'table', 'entries']);
  return {
    layout: need('layout', name),
    table: need('table', qualified),
    entries: need('entries', listOf(readEntry, mostFacts)),
  };
};

const readEntry: Decode<HistoryFacts['entries'][number]> = (value, place) => {
  const { need, may } = readObject(value, place, ['version', 'name', 'checksum', 'succeeded']);
  const named = may('name', label);
  const checksum = may('checksum', label);
  return {
    version: need('version', label),
    ...(named === undefined ? {} : { name: named }),
    ...(checksum === undefined ? {} : { checksum }),
    succeeded: need('succeeded', readBoolean),
  };
};

/** Two answers to one question are none. */
function refuseTwice(relations: readonly QualifiedName[], { file }: Place): void {
  const names = new Set(relations.map(({ schema, name }) => JSON.stringify([schema, name])));
  if (names.size === relations.length) return;
  throw new SluiceError(
    'input/facts',
    `${file} tells of one relation twice, so it is not certain which holds. Nothing is taken from it. Make it again with sluice facts.`,
  );
}

function tooLarge(): SluiceError {
  return new SluiceError(
    'input/facts',
    `The facts file has more than ${largestFacts} characters. Nothing is taken from it. Make it again with sluice facts.`,
  );
}

/** What is no day of the calendar is as good as too old. */
function isTime(text: string): text is string {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(text);
}

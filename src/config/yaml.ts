import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Document, Pair } from 'yaml';
import { SluiceError, type Code } from '../errors.ts';
import { nearest } from './nearest.ts';

/** One value of the file: its node, where it stands, and its name in messages. */
export type Cell = { readonly node: unknown; readonly offset: number; readonly name: string };

/** Collects what is wrong, so that one run shows all of it. */
export type Problems = {
  report(cell: Pick<Cell, 'offset'>, message: string): void;
};

type Source = { readonly text: string; readonly path: string; readonly code: Code };

/** Bounds the time that hostile files can take. */
const largestFile = 1_000_000;

/**
 * Reads a YAML (or JSON) file with one decoder for its root. Duplicate keys, anchors, aliases and
 * tags are refused. Throws one SluiceError of the given code that lists `path:line:column what`.
 */
export function readYaml<Value>(
  source: Source,
  decode: (root: Cell, problems: Problems) => Value | undefined,
): Value {
  const found: { readonly offset: number; readonly message: string }[] = [];
  const problems: Problems = {
    report({ offset }, message) {
      found.push({ offset, message });
    },
  };
  const lines = new LineCounter();
  const document = toDocument(source, lines);
  for (const { pos, message } of [...document.errors, ...document.warnings])
    problems.report({ offset: pos[0] }, message);
  refuseIndirection(document, problems);
  const value =
    found.length === 0
      ? decode({ node: document.contents, offset: 0, name: 'the file' }, problems)
      : undefined;
  if (value !== undefined && found.length === 0) return value;
  const listed = found
    .toSorted((one, other) => one.offset - other.offset)
    .slice(0, 50)
    .map(({ offset, message }) => {
      const { line, col } = lines.linePos(offset);
      return `${source.path}:${Math.max(line, 1)}:${Math.max(col, 1)} ${message}`;
    });
  throw invalid(source, listed.join('\n'));
}

/** The entries of a mapping, by key. Keys outside `known` are reported; `anything` allows all. */
export function readMap(
  cell: Cell,
  problems: Problems,
  known: readonly string[] | 'anything',
): ReadonlyMap<string, Cell> {
  if (!isMap(cell.node)) {
    problems.report(cell, `${cell.name} has to be a mapping of keys to values`);
    return new Map();
  }
  const entries = cell.node.items.flatMap((pair) => readPair(pair, cell, problems));
  const allowed = entries.filter(([key, value]) => {
    if (known === 'anything' || known.includes(key)) return true;
    problems.report({ offset: keyOffset(value) }, unknownWord(`key ${key}`, key, known));
    return false;
  });
  return new Map(allowed.map(([key, { cell }]) => [key, cell]));
}

/** The items of a list. */
export function readList(cell: Cell, problems: Problems): readonly Cell[] {
  if (isSeq(cell.node))
    return cell.node.items.map((node, index) => ({
      node,
      offset: offsetOf(node) ?? cell.offset,
      name: `item ${index + 1} of ${cell.name}`,
    }));
  problems.report(cell, `${cell.name} has to be a list`);
  return [];
}

/** Text that is not empty; numbers and booleans have to be quoted to be text. */
export function readText(cell: Cell, problems: Problems, longest = 1000): string | undefined {
  const value = scalarOf(cell);
  if (typeof value === 'string' && value !== '' && value.length <= longest) {
    if (!/(?![\t\n])[\p{Cc}\p{Surrogate}]/u.test(value)) return value;
    problems.report(cell, `${cell.name} holds control characters`);
  } else problems.report(cell, `${cell.name} has to be text of 1 to ${longest} characters`);
  return undefined;
}

export function readInteger(
  cell: Cell,
  problems: Problems,
  [least, most]: readonly [number, number],
): number | undefined {
  const value = scalarOf(cell);
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most)
    return value;
  problems.report(cell, `${cell.name} has to be a whole number from ${least} to ${most}`);
  return undefined;
}

export function readBoolean(cell: Cell, problems: Problems): boolean | undefined {
  const value = scalarOf(cell);
  if (typeof value === 'boolean') return value;
  problems.report(cell, `${cell.name} has to be true or false`);
  return undefined;
}

/** One of a few words. */
export function readWord<Word extends string>(
  cell: Cell,
  problems: Problems,
  words: readonly Word[],
): Word | undefined {
  const value = scalarOf(cell);
  const word = words.find((candidate) => candidate === value);
  if (word === undefined)
    problems.report(cell, unknownWord(`value of ${cell.name}`, String(value), words));
  return word;
}

/** Every file says `version: 1`. */
export function requireVersion(
  entries: ReadonlyMap<string, Cell>,
  root: Cell,
  problems: Problems,
): void {
  const version = entries.get('version');
  if (version === undefined) problems.report(root, 'the key version is missing; write version: 1');
  else if (scalarOf(version) !== 1) problems.report(version, 'version has to be 1');
}

/** Reports a key that has to be there. */
export function requireCell(
  entries: ReadonlyMap<string, Cell>,
  key: string,
  parent: Cell,
  problems: Problems,
): Cell | undefined {
  const cell = entries.get(key);
  if (cell === undefined) problems.report(parent, `${parent.name} needs the key ${key}`);
  return cell;
}

/** Whether the value is a mapping, where a file may also hold something simpler. */
export function holdsMap({ node }: Cell): boolean {
  return isMap(node);
}

function toDocument(source: Source, lines: LineCounter): Document.Parsed {
  if (source.text.length > largestFile)
    throw invalid(source, `${source.path}:1:1 the file has more than ${largestFile} characters`);
  try {
    const options = { lineCounter: lines, prettyErrors: false, uniqueKeys: true } as const;
    return parseDocument(source.text, { ...options, schema: 'core', merge: false });
  } catch (cause) {
    // Nesting that exhausts the stack ends here.
    throw new SluiceError(source.code, `${source.path}:1:1 the file cannot be read as YAML`, {
      cause,
    });
  }
}

function refuseIndirection(document: Document.Parsed, problems: Problems): void {
  visit(document, {
    Node(_key, node) {
      const place = { offset: offsetOf(node) ?? 0 };
      if (isAlias(node)) problems.report(place, 'aliases are not allowed; write the value again');
      else if (node.anchor !== undefined) problems.report(place, 'anchors are not allowed');
      else if (node.tag !== undefined) problems.report(place, 'tags are not allowed');
    },
  });
}

type Entry = readonly [string, { readonly cell: Cell; readonly keyOffset: number }];

function readPair({ key, value }: Pair, parent: Cell, problems: Problems): readonly Entry[] {
  const place = offsetOf(key) ?? parent.offset;
  const name = isScalar(key) && typeof key.value === 'string' ? key.value : undefined;
  if (name === undefined) {
    problems.report({ offset: place }, `a key of ${parent.name} has to be text`);
    return [];
  }
  const label = parent.name === 'the file' ? name : `${parent.name}.${name}`;
  return [
    [
      name,
      { cell: { node: value, offset: offsetOf(value) ?? place, name: label }, keyOffset: place },
    ],
  ];
}

function keyOffset(entry: Entry[1]): number {
  return entry.keyOffset;
}

function scalarOf({ node }: Cell): unknown {
  return isScalar(node) ? node.value : undefined;
}

function offsetOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

function unknownWord(what: string, word: string, known: readonly string[]): string {
  const guess = nearest(word, known);
  const hint = guess === undefined ? `known are ${known.join(', ')}` : `did you mean ${guess}?`;
  return `unknown ${what}; ${hint}`;
}

function invalid({ path, code }: Source, listed: string): SluiceError {
  return new SluiceError(
    code,
    `${path} is not valid, so nothing can be decided by it. Nothing is allowed until these are corrected:\n${listed}`,
  );
}

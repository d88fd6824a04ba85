import type { Unit } from '../domain/change.ts';
import { digestOf } from '../domain/digest.ts';
import type { GovernedDatabase } from '../domain/policy.ts';
import { passByteGate } from '../sql/byte-gate.ts';
import { layouts } from './index.ts';
import type { Layout, Part } from './layout.ts';
import type { LayoutFile } from './tree.ts';

export type UnitsOutcome =
  | { readonly kind: 'units'; readonly units: readonly Unit[] }
  | { readonly kind: 'refused'; readonly reason: string };

/** The units of exactly what runs of these bytes, or why nobody can say what does. */
export function toUnits(
  file: Pick<LayoutFile, 'path' | 'companions'>,
  database: Pick<GovernedDatabase, 'name' | 'layout' | 'maxFileBytes'>,
  bytes: Uint8Array,
): UnitsOutcome {
  if (isLfsPointer(bytes))
    return {
      kind: 'refused',
      reason: 'It is a Git LFS pointer: git does not hold the SQL. Commit the SQL itself.',
    };
  const layout = layouts.find(({ name }) => name === database.layout);
  const dump = layout?.isDump?.(file.path) === true ? { dump: true as const } : {};
  const whole = { path: file.path, database: database.name, ...modeOf(layout), ...dump };
  if (layout?.read === undefined) return one(toUnit(whole, file.path, bytes, 1));
  const gate = passByteGate(bytes, database.maxFileBytes);
  // What does not pass is read by nobody: the gate says so again, and where, when it becomes a script.
  if (gate.kind === 'refused') return one(toUnit(whole, file.path, bytes, 1));
  const reading = layout.read({
    path: file.path,
    text: gate.text,
    textOf: (path) => file.companions?.get(path),
  });
  if (reading.kind === 'refused') return reading;
  return { kind: 'units', units: reading.parts.map((part) => toPartUnit(whole, part)) };
}

/**
 * What undoes the units of a running file, each under the id of the unit that it undoes. `down` is where it
 * stands. A half that holds nothing but blanks is none.
 */
export function toDownUnits(
  running: Pick<LayoutFile, 'path'>,
  database: Pick<GovernedDatabase, 'name' | 'layout' | 'maxFileBytes'>,
  down: { readonly path: string; readonly bytes: Uint8Array },
): readonly Unit[] {
  const common = { path: down.path, database: database.name };
  const gate = passByteGate(down.bytes, database.maxFileBytes);
  if (gate.kind === 'refused') return [toUnit(common, running.path, down.bytes, 1)];
  const read = layouts.find(({ name }) => name === database.layout)?.down?.read;
  if (down.path !== running.path || read === undefined)
    return gate.text.trim() === '' ? [] : [toUnit(common, running.path, down.bytes, 1)];
  return read(gate.text)
    .filter(({ text }) => text.trim() !== '')
    .map((part) => toPartUnit(common, part));
}

/** Where what undoes a running file may stand. */
export function downPathOf(layoutName: string, path: string): string | undefined {
  return layouts.find(({ name }) => name === layoutName)?.down?.pathOf(path);
}

type Common = Pick<Unit, 'path' | 'database' | 'transaction' | 'dump'>;

function modeOf(layout: Layout | undefined): Pick<Unit, 'transaction'> {
  return layout?.transaction === undefined ? {} : { transaction: layout.transaction };
}

function one(unit: Unit): UnitsOutcome {
  return { kind: 'units', units: [unit] };
}

function toPartUnit(common: Common, { name, text, firstLine, transaction }: Part): Unit {
  const id = name === undefined ? common.path : `${common.path}#${name}`;
  return toUnit({ ...common, transaction }, id, new TextEncoder().encode(text), firstLine);
}

function toUnit(common: Common, id: string, bytes: Uint8Array, firstLine: number): Unit {
  return { ...common, id, digest: digestOf(bytes), bytes, firstLine };
}

function isLfsPointer(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 64));
  return start.startsWith('version https://git-lfs.github.com/spec/');
}

import type { QualifiedName } from '../domain/facts.ts';
import { readObject, textOf } from './json.ts';
import type { Decode, Place } from './json.ts';
import { SluiceError } from '../errors.ts';

/** No list of facts is longer: the whole file could not hold more. */
export const mostFacts = 200_000;

/** An identifier, or something as short. */
export const name = textOf(1_000);

/** A type as format_type writes it, a version, a checksum. */
export const label = textOf(10_000);

export const readBoolean: Decode<boolean> = (value, place) => {
  if (typeof value === 'boolean') return value;
  throw wrong(place, 'true or false');
};

/** A mark that stands there or not. */
export const readTrue: Decode<true> = (value, place) => {
  if (value === true) return value;
  throw wrong(place, 'true, or left out');
};

/** A whole number, or -1 where nobody knows. */
export const readSize: Decode<number> = (value, place) => {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= -1) return value;
  throw wrong(place, 'a whole number, or -1 for unknown');
};

export const qualified: Decode<QualifiedName> = (value, place) => {
  const { need } = readObject(value, place, ['schema', 'name']);
  return { schema: need('schema', name), name: need('name', name) };
};

function wrong({ code, file, path }: Place, what: string): SluiceError {
  return new SluiceError(
    code,
    `${file} is not readable: ${path} has to be ${what}. Nothing is taken from it. Make it again.`,
  );
}

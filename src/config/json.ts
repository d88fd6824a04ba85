import { SluiceError } from '../errors.ts';
import type { Code } from '../errors.ts';

/** Turns one value of parsed JSON into ours, or throws; `place` says where it stands, in our words. */
export type Decode<Value> = (value: unknown, place: Place) => Value;

/** Where a value stands, and what to say when it is wrong. Nothing of the value itself is ever quoted. */
export type Place = { readonly code: Code; readonly file: string; readonly path: string };

/** Reads one key of an object. */
type Take = {
  readonly need: <Value>(key: string, decode: Decode<Value>) => Value;
  readonly may: <Value>(key: string, decode: Decode<Value>) => Value | undefined;
};

/** Parses JSON of a stranger with one decoder for its root. Throws SluiceError of the given code. */
export function readJson<Value>(
  text: string,
  source: Pick<Place, 'code' | 'file'>,
  decode: Decode<Value>,
): Value {
  const place = { ...source, path: 'the file' };
  return decode(parse(text, place), place);
}

/** An object that has no other keys than the known ones. */
export function readObject(value: unknown, place: Place, known: readonly string[]): Take {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrong(place, 'has to be an object');
  const entries = new Map<string, unknown>(Object.entries(value));
  if ([...entries.keys()].some((key) => !known.includes(key)))
    throw wrong(place, `has a key that is none of ${known.join(', ')}`);
  const at = (key: string) => ({ ...place, path: `${place.path}.${key}` });
  return {
    need(key, decode) {
      if (!entries.has(key)) throw wrong(place, `needs the key ${key}`);
      return decode(entries.get(key), at(key));
    },
    may: (key, decode) => (entries.has(key) ? decode(entries.get(key), at(key)) : undefined),
  };
}

/** A list of at most `most` items. */
export function listOf<Value>(decode: Decode<Value>, most: number): Decode<readonly Value[]> {
  return (value, place) => {
    if (!Array.isArray(value) || value.length > most)
      throw wrong(place, `has to be a list of at most ${most} items`);
    const items: readonly unknown[] = value;
    return items.map((item, index) => decode(item, { ...place, path: `${place.path}[${index}]` }));
  };
}

/** Well-formed text of at most `longest` characters. */
export function textOf(longest: number): Decode<string> {
  return (value, place) => {
    if (typeof value === 'string' && value.length <= longest && !/\p{Surrogate}/u.test(value))
      return value;
    throw wrong(place, `has to be text of at most ${longest} characters`);
  };
}

/** Text that a type guard takes. */
export function textThat<Value extends string>(
  is: (text: string) => text is Value,
  what: string,
): Decode<Value> {
  return (value, place) => {
    if (typeof value === 'string' && is(value)) return value;
    throw wrong(place, `has to be ${what}`);
  };
}

/** One of a few words or numbers. */
export function oneOf<const Value extends string | number>(
  values: readonly Value[],
): Decode<Value> {
  return (value, place) => {
    const found = values.find((candidate) => candidate === value);
    if (found === undefined) throw wrong(place, `has to be one of ${values.join(', ')}`);
    return found;
  };
}

/** A whole number from 0. */
export const readCount: Decode<number> = (value, place) => {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw wrong(place, 'has to be a whole number that is not negative');
};

/** A number from 0, such as a duration. */
export const readMeasure: Decode<number> = (value, place) => {
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
  throw wrong(place, 'has to be a number that is not negative');
};

/** A mark that is there or is not. */
export const readTrue: Decode<true> = (value, place) => {
  if (value === true) return value;
  throw wrong(place, 'has to be true, or absent');
};

function parse(text: string, place: Place): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw wrong(place, 'has to be JSON', cause);
  }
}

function wrong({ code, file, path }: Place, what: string, cause?: unknown): SluiceError {
  return new SluiceError(
    code,
    `${file} is not readable: ${path} ${what}. Nothing is taken from it. Run the workflow again.`,
    { cause },
  );
}

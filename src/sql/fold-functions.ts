import { formatText } from './fold-format.ts';
import type { FoldedValue } from './fold-value.ts';
import { bytesOfHex, bytesOfLiteral, longestText, textOf } from './fold-value.ts';
import { partFunctions } from './fold-parts.ts';
import { quotedIdentifier, quotedLiteral } from './fold-quote.ts';

type Arguments = readonly FoldedValue[];
type Folded = FoldedValue | undefined;

/** What a call of a built-in function yields; undefined when it is not folded. */
export function foldCall(names: readonly string[], values: Arguments): Folded {
  const name = names.at(-1) ?? '';
  if (names.length > 1 && (names.length > 2 || names[0] !== 'pg_catalog')) return undefined;
  if (!isFoldable(name)) return undefined;
  const loose = Object.hasOwn(lenient, name) ? lenient[name] : undefined;
  if (loose !== undefined) return loose(values);
  if (values.some(({ kind }) => kind === 'null')) return { kind: 'null' };
  return strict[name]?.(values);
}

/** Whether somebody's own function of this name could stand in for the built-in one. */
export function isFoldable(name: string): boolean {
  return Object.hasOwn(lenient, name) || Object.hasOwn(strict, name) || ofRows.has(name);
}

/** Folded where they stand in a sub-select. */
const ofRows = new Set(['string_agg', 'unnest']);

/** Functions that look at NULL themselves. */
const lenient: Readonly<Record<string, (values: Arguments) => Folded>> = {
  concat: (values) => joined(values, ''),
  concat_ws: ([separator, ...values]) => {
    if (separator?.kind === 'null') return separator;
    const between = separator === undefined ? undefined : textOf(separator);
    return between === undefined ? undefined : joined(values, between);
  },
  format: ([template, ...values]) =>
    template?.kind === 'text' ? text(formatText(template.text, values)) : undefined,
  quote_nullable: ([value]) => {
    if (value?.kind === 'null') return text('NULL');
    return value === undefined ? undefined : mapText(value, quotedLiteral);
  },
};

/** Functions that yield NULL for NULL. */
const strict: Readonly<Record<string, (values: Arguments) => Folded>> = {
  quote_ident: ([value]) => only(value, quotedIdentifier),
  quote_literal: ([value]) => only(value, quotedLiteral),
  chr: ([code]) => {
    const value = integer(code);
    // Beyond ASCII the character depends on the encoding of the database.
    return value === undefined || value < 1 || value > 127
      ? undefined
      : text(String.fromCodePoint(value));
  },
  reverse: ([value]) => only(value, (from) => [...from].toReversed().join('')),
  lower: ([value]) => ascii(value, (from) => from.toLowerCase()),
  upper: ([value]) => ascii(value, (from) => from.toUpperCase()),
  initcap: ([value]) =>
    ascii(value, (from) =>
      from.toLowerCase().replace(/[a-z0-9]+/g, (word) => word[0]?.toUpperCase() + word.slice(1)),
    ),
  replace: (values) =>
    texts(values, 3, ([from = '', what = '', to = '']) =>
      what === '' ? from : from.replaceAll(what, () => to),
    ),
  translate: (values) =>
    texts(values, 3, ([from = '', what = '', to = '']) => translated(from, what, to)),
  repeat: ([value, count]) => {
    const times = Math.max(0, integer(count) ?? Number.POSITIVE_INFINITY);
    return only(value, (from) =>
      from.length * times > longestText ? undefined : from.repeat(times),
    );
  },
  left: ([value, count]) => sliced(value, count, (from, length) => from.slice(0, length)),
  right: ([value, count]) =>
    sliced(value, count, (from, length) =>
      length === 0 ? [] : from.slice(length < 0 ? -length : -length),
    ),
  substr: (values) => substring(values),
  substring: (values) => substring(values),
  overlay: (values) => overlaid(values),
  btrim: (values) => trimmed(values, true, true),
  ltrim: (values) => trimmed(values, true, false),
  rtrim: (values) => trimmed(values, false, true),
  lpad: (values) => padded(values, (from, fill) => [...fill, ...from]),
  rpad: (values) => padded(values, (from, fill) => [...from, ...fill]),
  split_part: ([value, separator, position]) => {
    const at = integer(position) ?? 0;
    if (separator === undefined || at < 1) return undefined;
    const between = textOf(separator) ?? '';
    return only(value, (from) =>
      between === '' ? undefined : (from.split(between)[at - 1] ?? ''),
    );
  },
  array_to_string: ([array, separator, ...more]) => {
    if (array?.kind !== 'array' || separator === undefined || more.length > 0) return undefined;
    const between = textOf(separator);
    return between === undefined ? undefined : joined(array.items, between);
  },
  decode: (values) => decoded(values),
  encode: (values) => encoded(values),
  convert_from: ([bytes, encoding]) => converted(bytes, encoding),
  convert_to: ([value, encoding]) =>
    value?.kind === 'text' && isUtf8(encoding)
      ? { kind: 'bytes', bytes: new TextEncoder().encode(value.text) }
      : undefined,
  text: ([value]) => only(value, (from) => from),
  ...partFunctions,
};

function text(value: string | undefined): Folded {
  return value === undefined ? undefined : { kind: 'text', text: value };
}

function mapText(value: FoldedValue, change: (text: string) => string | undefined): Folded {
  const from = textOf(value);
  return from === undefined ? undefined : text(change(from));
}

function only(
  value: FoldedValue | undefined,
  change: (text: string) => string | undefined,
): Folded {
  return value?.kind === 'text' ? mapText(value, change) : undefined;
}

/** Other letters change case as the collation of the database says. */
function ascii(value: FoldedValue | undefined, change: (text: string) => string): Folded {
  // oxlint-disable-next-line no-control-regex -- all of ASCII is meant
  return only(value, (from) => (/^[\x00-\x7f]*$/.test(from) ? change(from) : undefined));
}

function integer(value: FoldedValue | undefined): number | undefined {
  return value?.kind === 'integer' ? value.value : undefined;
}

function texts(
  values: Arguments,
  count: number,
  change: (texts: readonly string[]) => string,
): Folded {
  const all = values.flatMap((value) => (value.kind === 'text' ? [value.text] : []));
  return all.length === count && values.length === count ? text(change(all)) : undefined;
}

function joined(values: Arguments, separator: string): Folded {
  const known = values.filter(({ kind }) => kind !== 'null');
  const all = known.flatMap((value) => textOf(value) ?? []);
  return all.length === known.length ? text(all.join(separator)) : undefined;
}

function translated(from: string, what: string, to: string): string {
  const letters = [...what];
  const others = [...to];
  return [...from]
    .map((letter) => {
      const at = letters.indexOf(letter);
      return at === -1 ? letter : (others[at] ?? '');
    })
    .join('');
}

function sliced(
  value: FoldedValue | undefined,
  count: FoldedValue | undefined,
  slice: (from: readonly string[], length: number) => readonly string[],
): Folded {
  const length = integer(count);
  if (length === undefined) return undefined;
  return only(value, (from) => slice([...from], length).join(''));
}

function substring([value, start, count]: Arguments): Folded {
  const first = integer(start);
  const length = count === undefined ? Number.POSITIVE_INFINITY : integer(count);
  if (first === undefined || length === undefined || length < 0) return undefined;
  return only(value, (from) =>
    [...from].slice(Math.max(0, first - 1), Math.max(0, first - 1 + length)).join(''),
  );
}

function overlaid([value, by, start, count]: Arguments): Folded {
  const first = integer(start);
  if (by?.kind !== 'text' || first === undefined || first < 1) return undefined;
  const length = count === undefined ? [...by.text].length : integer(count);
  if (length === undefined || length < 0) return undefined;
  return only(value, (from) => {
    const letters = [...from];
    return [...letters.slice(0, first - 1), by.text, ...letters.slice(first - 1 + length)].join('');
  });
}

function trimmed([value, letters]: Arguments, left: boolean, right: boolean): Folded {
  const taken = letters === undefined ? [' '] : [...(textOf(letters) ?? '')];
  return only(value, (from) => {
    const all = [...from];
    const start = left ? all.findIndex((letter) => !taken.includes(letter)) : 0;
    const last = right ? all.findLastIndex((letter) => !taken.includes(letter)) : all.length - 1;
    return start === -1 ? '' : all.slice(start, last + 1).join('');
  });
}

function padded(
  [value, count, filler]: Arguments,
  put: (from: readonly string[], fill: readonly string[]) => readonly string[],
): Folded {
  const length = integer(count);
  const fill = [...(filler === undefined ? ' ' : (textOf(filler) ?? ''))];
  if (length === undefined || length > longestText || fill.length === 0) return undefined;
  return only(value, (from) => {
    const all = [...from].slice(0, Math.max(0, length));
    const missing = Array.from({ length: length - all.length }, (_, at) => fill[at % fill.length]);
    return put(
      all,
      missing.flatMap((letter) => letter ?? []),
    ).join('');
  });
}

function decoded([value, format]: Arguments): Folded {
  if (value?.kind !== 'text' || format?.kind !== 'text') return undefined;
  const { text: from } = value;
  switch (format.text.toLowerCase()) {
    case 'hex':
      return bytesOfHex(from);
    case 'base64':
      return bytesOfBase64(from.replace(/\s/g, ''));
    case 'escape':
      return from.startsWith('\\x') ? undefined : bytesOfLiteral(from);
    default:
      return undefined;
  }
}

function bytesOfBase64(from: string): Folded {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(from))
    return undefined;
  const bytes = Uint8Array.from([...atob(from)].map((letter) => letter.codePointAt(0) ?? 0));
  return { kind: 'bytes', bytes };
}

function encoded([value, format]: Arguments): Folded {
  if (value?.kind !== 'bytes' || format?.kind !== 'text') return undefined;
  const bytes = [...value.bytes];
  switch (format.text.toLowerCase()) {
    case 'hex':
      return text(bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(''));
    case 'escape':
      return bytes.some((byte) => byte === 0 || byte > 127)
        ? undefined
        : text(String.fromCodePoint(...bytes).replaceAll('\\', '\\\\'));
    default:
      return undefined;
  }
}

function isUtf8(encoding: FoldedValue | undefined): boolean {
  return encoding?.kind === 'text' && /^utf-?8$/i.test(encoding.text);
}

/** Other encodings agree with UTF-8 on ASCII only. */
function converted(value: FoldedValue | undefined, encoding: FoldedValue | undefined): Folded {
  if (value?.kind !== 'bytes' || encoding?.kind !== 'text') return undefined;
  if (value.bytes.includes(0)) return undefined;
  if (!isUtf8(encoding) && value.bytes.some((byte) => byte > 127)) return undefined;
  if (!/^(?:utf-?8|sql_ascii|latin[\d-]+|iso[-_]?8859[-_]\d+|win\d+)$/i.test(encoding.text))
    return undefined;
  const decodedText = new TextDecoder('utf-8', { ignoreBOM: true }).decode(value.bytes);
  return decodedText.includes('\ufffd') ? undefined : text(decodedText);
}

import type { Node } from '@pgsql/types';
import type { FoldedValue } from './fold-value.ts';
import { textOf } from './fold-value.ts';
import { namesOf, nodeAs } from './nodes.ts';

type Folded = FoldedValue | undefined;

/** `(array['a', 'b'])[2]`. */
export function pickItem(array: Folded, index: Folded): Folded {
  if (array?.kind !== 'array' || index?.kind !== 'integer') return undefined;
  return array.items[index.value - 1] ?? { kind: 'null' };
}

/** `'{"a": "b"}'::json ->> 'a'`; only a text is taken out, because numbers may be written otherwise. */
export function pickJson(document: Node, left: Folded, key: Folded): Folded {
  const type = namesOf(nodeAs(document, 'TypeCast')?.typeName?.names).at(-1) ?? '';
  if (!['json', 'jsonb'].includes(type) || left?.kind !== 'text') return undefined;
  const name = key === undefined ? undefined : textOf(key);
  const found = name === undefined ? undefined : propertyOf(parse(left.text), name);
  return typeof found === 'string' ? { kind: 'text', text: found } : undefined;
}

function propertyOf(value: unknown, name: string): unknown {
  const holds = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
  return holds ? Reflect.get(value, name) : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Functions that take texts apart or write them in escapes; they yield NULL for NULL. */
export const partFunctions: Readonly<Record<string, (values: readonly FoldedValue[]) => Folded>> = {
  string_to_array: ([text, separator, ...more]) => {
    if (text?.kind !== 'text' || separator?.kind !== 'text' || more.length > 0) return undefined;
    if (separator.text === '' || text.text === '') return undefined;
    const items = text.text
      .split(separator.text)
      .map((part) => ({ kind: 'text', text: part }) as const);
    return { kind: 'array', items };
  },
  unistr: ([text]) => {
    if (text?.kind !== 'text') return undefined;
    const plain = text.text.replaceAll(escape, (_, ...digits: readonly unknown[]) => {
      const found = digits.slice(0, 4).find((digit) => typeof digit === 'string');
      return typeof found === 'string' ? String.fromCodePoint(Number.parseInt(found, 16)) : '\0';
    });
    // A lone backslash, and what may not stand in a text, is an error there.
    return /[\\\0]/.test(plain) ? undefined : { kind: 'text', text: plain };
  },
};

const escape = /\\(?:([0-9a-f]{4})|\+([0-9a-f]{6})|u([0-9a-f]{4})|U([0-9a-f]{8}))/gi;

/** What canonical JSON may hold: no floats beyond safe integers, no undefined. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/**
 * JSON with sorted keys and no blanks (RFC 8785 for the values that `Json` allows), so that equal
 * values have equal bytes. Throws a RangeError for numbers that are not safe integers and for lone
 * surrogates, which RFC 8785 cannot represent without loss.
 */
export function toCanonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new RangeError('Canonical JSON takes safe integers only; write other numbers as text.');
  if (typeof value === 'string' && /\p{Surrogate}/u.test(value))
    throw new RangeError('Canonical JSON takes well-formed Unicode only.');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(toCanonicalJson).join(',')}]`;
  // RFC 8785 sorts by UTF-16 code units, which is what the default comparison of strings does.
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${toCanonicalJson(key)}:${toCanonicalJson(value[key] ?? null)}`).join(',')}}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

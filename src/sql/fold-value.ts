/** What an expression of constants yields; a value of another kind is not folded. */
export type FoldedValue =
  | { readonly kind: 'null' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'integer'; readonly value: number }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'array'; readonly items: readonly FoldedValue[] };

/** Text that grows beyond this is not folded. */
export const longestText = 1_000_000;

/** The value as PostgreSQL makes text of it; undefined for NULL and what has another form. */
export function textOf(value: FoldedValue): string | undefined {
  if (value.kind === 'text') return value.text.length > longestText ? undefined : value.text;
  return value.kind === 'integer' ? String(value.value) : undefined;
}

/** The bytes of a bytea literal in hexadecimal form, or of one without escapes. */
export function bytesOfLiteral(text: string): FoldedValue | undefined {
  if (text.startsWith('\\x')) return bytesOfHex(text.slice(2));
  return text.includes('\\') ? undefined : { kind: 'bytes', bytes: new TextEncoder().encode(text) };
}

export function bytesOfHex(text: string): FoldedValue | undefined {
  const digits = text.replace(/\s/g, '');
  if (digits.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(digits)) return undefined;
  const pairs = digits.match(/../g) ?? [];
  return { kind: 'bytes', bytes: Uint8Array.from(pairs.map((pair) => Number.parseInt(pair, 16))) };
}

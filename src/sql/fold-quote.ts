import { quotedKeywords } from './keywords.data.ts';

/** quote_ident(): quoted unless it can stand as it is, as a word that is no reserved keyword. */
export function quotedIdentifier(name: string): string {
  const plain = /^[a-z_][a-z0-9_]*$/.test(name) && !quotedKeywords.has(name);
  return plain ? name : `"${name.replaceAll('"', '""')}"`;
}

/** quote_literal(). */
export function quotedLiteral(text: string): string {
  const body = text.replaceAll("'", "''");
  return text.includes('\\') ? `E'${body.replaceAll('\\', '\\\\')}'` : `'${body}'`;
}

import { codeTokensOf } from './code-tokens.ts';
import type { Token } from './lexer.ts';
import type { Stretch } from './marks.ts';

/** A name or key word as the text writes it, and as PostgreSQL takes it before it cuts it. */
export type WrittenName = Stretch & { readonly name: string };

/** Every word and every quoted name of a text, those inside of code that it carries, too. */
export function namesIn(text: string): readonly WrittenName[] {
  const names: WrittenName[] = [];
  let quoted: Token | undefined;
  for (const token of codeTokensOf(text)) {
    const { kind, start, end } = token;
    if (kind === 'word') {
      const written = text.slice(start, end);
      names.push({ index: start, text: written, name: foldCase(written) });
    }
    if (kind !== 'quoted' || text[end - 1] !== '"') continue;
    // A doubled quote divides a name into two tokens.
    if (quoted?.end === start) names.pop();
    quoted = quoted?.end === start ? { ...token, start: quoted.start } : token;
    names.push(toName(text, quoted));
  }
  return names;
}

function toName(text: string, { start, end }: Token): WrittenName {
  const written = text.slice(start, end);
  const name = written.slice(written.indexOf('"') + 1, -1).replaceAll('""', '"');
  return { index: start, text: written, name };
}

/** PostgreSQL folds ASCII letters only, in a database of UTF-8. */
function foldCase(word: string): string {
  return word.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Bytes of a name that PostgreSQL keeps. */
const longestName = 63;

/** The name as PostgreSQL keeps it: whole characters of at most 63 bytes. */
export function keptName(name: string): string {
  const bytes = new TextEncoder().encode(name);
  if (bytes.length <= longestName) return name;
  let end = longestName;
  while (((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return new TextDecoder().decode(bytes.subarray(0, end));
}

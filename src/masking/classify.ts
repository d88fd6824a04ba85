import type { Classification } from '../domain/classification.ts';
import type { SourceColumn } from './column.ts';
import { emailWords, nameWords, peopleTables, phoneWords, tokenWords } from './words.data.ts';

/**
 * Which personal thing a column holds, by its name, type, table and comment; never by its values. Text
 * that no word explains is `unclassified`. Booleans, enums, numbers, dates and text whose CHECK lists every
 * value are not personal, except where the name says so.
 */
export function classify(
  column: Pick<SourceColumn, 'table' | 'name' | 'family' | 'comment' | 'listed'>,
): Classification {
  if (column.listed) return 'not-personal';
  const named = byName(wordsOf(column.name), wordsOf(column.table));
  const isText = freeForm.has(column.family);
  if (named !== undefined) return isText || isValue(column) ? named : 'not-personal';
  if (!isText) return 'not-personal';
  return byName(wordsOf(column.comment ?? ''), []) ?? 'unclassified';
}

const freeForm: ReadonlySet<string> = new Set([
  'text',
  'json',
  'bytea',
  'xml',
  'text-search',
  'array',
  'unknown',
]);

/** `phone bigint` and `national_id bigint` are values; `email_count bigint` and `token_expires date` are about one. */
function isValue({ name, family }: Pick<SourceColumn, 'name' | 'family'>): boolean {
  if (family === 'plain') return false;
  const text = ` ${wordsOf(name).join(' ')}`.replace(/ (?:number|num|no|value|digit)$/, '');
  return [...emailWords, ...phoneWords, ...nameWords, ...tokenWords].some((phrase) =>
    text.endsWith(` ${phrase}`),
  );
}

function byName(words: readonly string[], table: readonly string[]): Classification | undefined {
  if (holds(words, emailWords)) return 'email';
  if (holds(words, phoneWords)) return 'phone';
  if (holds(words, nameWords)) return 'person-name';
  if (words.join(' ') === 'name' && holds(table, peopleTables)) return 'person-name';
  if (holds(words, tokenWords)) return 'token';
  return undefined;
}

function holds(words: readonly string[], vocabulary: readonly string[]): boolean {
  const text = ` ${words.join(' ')} `;
  return vocabulary.some((phrase) => text.includes(` ${phrase} `));
}

/** `userEMailAddresses2` → user, e, mail, address */
export function wordsOf(name: string): readonly string[] {
  return name
    .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '')
    .map(singular);
}

function singular(word: string): string {
  if (/(?:ss|us|is)$/.test(word) || word.length < 4) return word;
  if (word.endsWith('sses')) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

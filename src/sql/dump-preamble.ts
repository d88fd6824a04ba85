/** What pg_dump writes first, in this order; its versions leave some out (`_doSetFixedOutputState`). */
const opening: readonly string[] = [
  'SET statement_timeout = 0',
  'SET lock_timeout = 0',
  'SET idle_in_transaction_session_timeout = 0',
  'SET transaction_timeout = 0',
  "SET client_encoding = 'UTF8'",
  'SET standard_conforming_strings = on',
  "SELECT pg_catalog.set_config('search_path', '', false)",
  'SET check_function_bodies = false',
  'SET xmloption = content',
  'SET client_min_messages = warning',
  'SET row_security = off',
];

/** What every version of it writes. */
const always: ReadonlySet<string> = new Set([
  'SET statement_timeout = 0',
  'SET lock_timeout = 0',
  'SET standard_conforming_strings = on',
  'SET check_function_bodies = false',
  'SET client_min_messages = warning',
  'SET row_security = off',
]);

/** Whether the statements begin with all that every version of pg_dump begins with. */
export function holdsWholePreamble(statements: readonly string[]): boolean {
  const top = new Set(takeInOrder(statements, 0, opening).map((index) => statements[index]));
  return [...always].every((text) => top.has(text));
}

/** What it writes once before the first table, behind the schemas, extensions and functions. */
const beforeTables: readonly string[] = [
  "SET default_tablespace = ''",
  'SET default_table_access_method = heap',
];

/**
 * Which statements of a dump are pg_dump's own settings. Only its very words count, in its order, at
 * the top; behind such a top those for its tables count once, side by side.
 */
export function findPreamble(statements: readonly string[]): ReadonlySet<number> {
  const top = takeInOrder(statements, 0, opening);
  if (top.length === 0) return new Set();
  const start = statements.findIndex(
    (text, index) => index >= top.length && beforeTables.includes(text),
  );
  return new Set([...top, ...(start === -1 ? [] : takeInOrder(statements, start, beforeTables))]);
}

function takeInOrder(
  statements: readonly string[],
  start: number,
  words: readonly string[],
): readonly number[] {
  const taken: number[] = [];
  let next = 0;
  for (let index = start; index < statements.length; index += 1) {
    const word = words.indexOf(statements[index] ?? '', next);
    if (word === -1) break;
    next = word + 1;
    taken.push(index);
  }
  return taken;
}

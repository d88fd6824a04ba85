import type { Node } from '@pgsql/types';

/** One statement as the grammar found it; `offset` and `length` are UTF-8 bytes. */
export type RawStatement = {
  readonly node: Node;
  readonly offset: number;
  readonly length: number;
};

export type ParseOutcome =
  | { readonly kind: 'parsed'; readonly statements: readonly RawStatement[] }
  /** `offset` in UTF-8 bytes from 0. */
  | { readonly kind: 'syntax-error'; readonly message: string; readonly offset: number }
  /** Too slow, out of memory, crashed: nothing is known. The parser recovered and can be used again. */
  | { readonly kind: 'failed'; readonly reason: string };

/** The trees of all functions and DO blocks of the text, as PostgreSQL's PL/pgSQL compiler made them. */
export type PlPgSqlOutcome =
  | { readonly kind: 'parsed'; readonly functions: readonly unknown[] }
  | { readonly kind: 'syntax-error'; readonly message: string }
  | { readonly kind: 'failed'; readonly reason: string };

/** PostgreSQL's own grammar. The text must have passed the byte gate (sql/byte-gate.ts). */
export type Parser = AsyncDisposable & {
  parse(sql: string): Promise<ParseOutcome>;
  parsePlPgSql(sql: string): Promise<PlPgSqlOutcome>;
};

import type { Node } from '@pgsql/types';

/** Where something stands: `line` and `column` from 1 (columns in code points), `offset` in bytes from 0. */
export type Place = {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly offset: number;
};

/** One SQL statement with its place and its tree, or what could not be parsed. */
export type Statement = ParsedStatement | UnparsedStatement;

export type ParsedStatement = {
  readonly kind: 'parsed';
  /** The exact text that will run, without the separating semicolon. */
  readonly text: string;
  readonly place: Place;
  /** Name of the grammar's node, for example `DropStmt`. */
  readonly tag: string;
  readonly node: Node;
  /** Code carried by DO, CREATE FUNCTION and CREATE PROCEDURE. */
  readonly bodies: readonly Body[];
  readonly texts?: Texts;
  /** One of the fixed settings that pg_dump begins its output with, in a file that it wrote. */
  readonly preamble?: true;
};

/** SQL texts that a statement hands to a function which runs them, and the statements in each. */
export type Texts = ReadonlyMap<string, readonly BodyPart[]>;

/** Nothing is known of it, so it denies. */
export type UnparsedStatement = {
  readonly kind: 'unparsed';
  readonly text: string;
  readonly place: Place;
  /** What the parser or the byte gate said. */
  readonly reason: string;
};

export type Body =
  | {
      readonly kind: 'read';
      readonly language: 'plpgsql' | 'sql';
      readonly parts: readonly BodyPart[];
    }
  /** Another language, or a body that did not parse. */
  | { readonly kind: 'opaque'; readonly language: string; readonly reason: string };

export type BodyPart =
  /** A statement that the body executes. */
  | {
      readonly kind: 'statement';
      readonly text: string;
      readonly tag: string;
      readonly node: Node;
      readonly texts?: Texts;
    }
  /** A condition, assignment, argument …: a SELECT of it, as PostgreSQL evaluates it. */
  | {
      readonly kind: 'expression';
      readonly text: string;
      readonly node: Node;
      /** RETURN of PL/pgSQL. */
      readonly returned?: true;
      readonly texts?: Texts;
    }
  /** EXECUTE and its relatives: the expression that yields the SQL text, as a SELECT of it. */
  | {
      readonly kind: 'dynamic';
      readonly text: string;
      readonly node: Node;
      /** What it executes, when constants make the text and the grammar accepts it. */
      readonly folded?: readonly BodyPart[];
      readonly texts?: Texts;
    }
  | { readonly kind: 'transaction'; readonly action: 'commit' | 'rollback' }
  | { readonly kind: 'unparsed'; readonly text: string; readonly reason: string };

/** Everything of one unit that was read, with what stands between the statements. */
export type Source = {
  readonly path: string;
  /** Line of the file, from 1, at which `text` begins. */
  readonly firstLine: number;
  /** Empty when the bytes did not pass the gate. */
  readonly text: string;
};

/** The statements of one unit, in order. */
export type Script = {
  readonly unitId: string;
  readonly source: Source;
  readonly statements: readonly Statement[];
};

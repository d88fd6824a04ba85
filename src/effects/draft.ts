import type { RangeVar } from '@pgsql/types';
import type { Catalog } from '../catalog/catalog.ts';
import { lookup } from '../catalog/catalog.ts';
import type { Effect, LockMode, ObjectKind, ObjectReference, Via } from '../domain/effect.ts';
import type { Body, Texts } from '../domain/statement.ts';
import type { Allowance, Functions } from './functions.ts';
import type { NodeOf, StatementTag } from '../sql/nodes.ts';
import { nodeAs } from '../sql/nodes.ts';

type Origin = 'unitId' | 'statement' | 'source' | 'via';
type WithoutOrigin<Union> = Union extends Union ? Omit<Union, Origin> : never;

/** An effect before anybody knows which statement had it; `via` is direct unless it says otherwise. */
export type Draft = WithoutOrigin<Effect> & { readonly via?: Via };

/** What the derivation of one statement may look at. */
export type Context = {
  readonly catalog: Catalog;
  /** Major version of the database; undefined when nobody said. */
  readonly postgres?: number | undefined;
  /** The functions that this change created. */
  readonly functions: Functions;
  /** How much of their code this statement may still be followed into. */
  readonly allowance: Allowance;
  /** Bodies that the statement itself carries. */
  readonly bodies: readonly Body[];
  /** Schema for unqualified names inside CREATE SCHEMA. */
  readonly schema?: string;
  /** Reads the statements of a body as those of the change itself (walk.ts; handed in to break the circle). */
  readonly run: (bodies: readonly Body[], context: Context) => readonly Draft[];
  /** Functions whose bodies are being read: a recursive call ends here. */
  readonly expanding: readonly string[];
  /** Statements that this unit prepared, by their name. */
  readonly prepared: ReadonlyMap<string, Body>;
  /** What the texts mean that calls of this statement run. */
  readonly texts?: Texts | undefined;
  /** Something of this change could stand in for a built-in function, so constants are not folded. */
  readonly shadowed: boolean;
  /** Within a body: DO, a function, a text that something executes. */
  readonly inBody: boolean;
};

/** How the walk goes on below a statement. */
export type Below = 'walk' | 'skip' | 'indirect';

/** Derives the effects of one kind of statement; nested statements are found by the walk. */
export type Deriver = {
  readonly derive: (node: object, context: Context) => readonly Draft[];
  readonly below: (node: object) => Below;
};

/** The deriver of one kind of statement. */
export function deriver<Tag extends StatementTag>(
  tag: Tag,
  derive: (statement: NodeOf<Tag>, context: Context) => readonly Draft[],
  below: (statement: NodeOf<Tag>) => Below = () => 'walk',
): Deriver {
  return {
    derive: (node, context) => {
      const statement = nodeAs(node, tag);
      return statement === undefined ? [] : derive(statement, context);
    },
    below: (node) => {
      const statement = nodeAs(node, tag);
      return statement === undefined ? 'walk' : below(statement);
    },
  };
}

/** A statement kind that is refused: nothing is claimed about it, so it denies. */
export function refused(tag: string, reason: string): Deriver {
  return {
    derive: () => [{ kind: 'unknown', tag, reason }],
    below: () => 'walk',
  };
}

/** The relation that a range variable names. */
export function relation(
  rangeVar: RangeVar | undefined,
  context: Context,
  kind: ObjectKind = 'table',
  part?: string,
): ObjectReference {
  const temporary = rangeVar?.relpersistence === 't';
  const schema = temporary ? 'pg_temp' : (rangeVar?.schemaname ?? context.schema);
  return lookup(context.catalog, {
    kind,
    name: rangeVar?.relname ?? '',
    ...(schema === undefined ? {} : { schema }),
    ...(part === undefined ? {} : { part }),
  });
}

/** The object that a qualified name means: `[schema,] name`. */
export function named(
  kind: ObjectKind,
  names: readonly string[],
  context: Context,
  part?: string,
): ObjectReference {
  const schema = names.length > 1 ? names.at(-2) : undefined;
  return lookup(context.catalog, {
    kind,
    name: names.at(-1) ?? '',
    ...(schema === undefined ? {} : { schema }),
    ...(part === undefined ? {} : { part }),
  });
}

export function locks(object: ObjectReference, mode: LockMode): Draft {
  return { kind: 'locks', object, mode };
}

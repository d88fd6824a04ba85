import type { Effect, ObjectReference } from '../domain/effect.ts';
import type { BodyPart, ParsedStatement, Script } from '../domain/statement.ts';
import { childrenOf, hasTag } from '../sql/nodes.ts';
import { calledName, codeTraits } from './traits-code.ts';
import { schemaTraits } from './traits-schema.ts';

export type TableName = Pick<ObjectReference, 'schema' | 'name'>;

/** What a statement is like, beyond the effects that it has. Tables are named as they are written. */
export type Trait =
  /** Which server or moment it runs at decides what it does. */
  | { readonly kind: 'environment'; readonly what: string }
  /** Code that goes on after any error. */
  | { readonly kind: 'swallows-errors' }
  /** SELECT … FOR UPDATE of every row. */
  | { readonly kind: 'locks-rows'; readonly table: TableName }
  | { readonly kind: 'parameter'; readonly number: number }
  /** A sequence gives a value for each of any number of rows, and no row keeps it. */
  | { readonly kind: 'burns-sequence' }
  /** A new table that is filled by a query. */
  | {
      readonly kind: 'copies';
      readonly into: TableName;
      readonly from: readonly TableName[];
      readonly columns: readonly string[];
      readonly everything: boolean;
    }
  | {
      readonly kind: 'view';
      readonly view: TableName;
      readonly reads: readonly TableName[];
      readonly invoker: boolean;
    }
  | {
      readonly kind: 'policy';
      readonly table: TableName;
      readonly policy: string;
      readonly permissive: boolean;
      readonly command: string;
      /** It trusts what users write about themselves. */
      readonly metadata: boolean;
    }
  | { readonly kind: 'volatile-check'; readonly table: TableName }
  /** A storage or view option; without a value it goes back to its default. */
  | {
      readonly kind: 'option';
      readonly of: TableName & { readonly kind: 'table' | 'view' };
      readonly option: string;
      readonly value?: string;
    }
  | { readonly kind: 'function-option'; readonly name: string; readonly option: string }
  | {
      readonly kind: 'publishes';
      readonly publication: string;
      readonly tables: readonly TableName[];
      readonly everything: boolean;
    }
  | { readonly kind: 'domain-check'; readonly domain: string }
  | { readonly kind: 'sequence-option'; readonly sequence: TableName; readonly option: string }
  | {
      readonly kind: 'assigns';
      readonly table: TableName;
      readonly columns: readonly string[];
    }
  | {
      readonly kind: 'references';
      readonly table: TableName;
      readonly columns: readonly string[];
    }
  | {
      readonly kind: 'indexes';
      readonly table: TableName;
      readonly columns: readonly string[];
    }
  | { readonly kind: 'unlogged'; readonly table: TableName };

export type TraitOf<Kind extends Trait['kind'] = Trait['kind']> = Extract<
  Trait,
  { readonly kind: Kind }
> &
  Pick<Effect, 'unitId' | 'statement' | 'source'>;

/** A statement of its own, or one that code within it runs. */
export type Root = {
  readonly node: object;
  /** The statement itself, not one of the code within it. */
  readonly isOwn: boolean;
  /** DO runs it: its conditions decide what follows. */
  readonly isCondition: boolean;
};

/** The traits of one kind, in the statements of all scripts and in the code that DO runs. */
export function traitsOf<Kind extends Trait['kind']>(
  scripts: readonly Script[],
  kind: Kind,
): readonly TraitOf<Kind>[] {
  return scripts.flatMap((script) => known(script).filter((one) => isOfKind(one, kind)));
}

function isOfKind<Kind extends Trait['kind']>(trait: TraitOf, kind: Kind): trait is TraitOf<Kind> {
  return trait.kind === kind;
}

/** Many rules ask about the same script. */
const cache = new WeakMap<Script, readonly TraitOf[]>();

function known(script: Script): readonly TraitOf[] {
  const found = cache.get(script) ?? read(script);
  cache.set(script, found);
  return found;
}

function read({ unitId, statements }: Script): readonly TraitOf[] {
  return statements.flatMap((statement, index) =>
    statement.kind === 'unparsed'
      ? []
      : rootsOf(statement)
          .flatMap(traitsWithin)
          .map((trait) => ({ ...trait, unitId, statement: index, source: 'static' as const })),
  );
}

function rootsOf({ node, bodies }: ParsedStatement): readonly Root[] {
  const own = { node, isOwn: true, isCondition: false };
  if (!hasTag(node, 'DoStmt')) return [own];
  const parts = bodies.flatMap((body) => (body.kind === 'read' ? body.parts : []));
  return [own, ...parts.flatMap(rootsOfPart)];
}

function rootsOfPart(part: BodyPart): readonly Root[] {
  switch (part.kind) {
    case 'statement':
    case 'expression':
      return [{ node: part.node, isOwn: false, isCondition: part.kind === 'expression' }];
    case 'dynamic':
      return (part.folded ?? []).flatMap(rootsOfPart);
    default:
      return [];
  }
}

function traitsWithin(root: Root): readonly Trait[] {
  const found: Trait[] = [];
  const tags = new Set<string>();
  const calls = new Set<string>();
  const pending: object[] = [root.node];
  for (let here = pending.pop(); here !== undefined; here = pending.pop()) {
    for (const [key, child] of childrenOf(here)) {
      tags.add(key);
      if (key === 'FuncCall') calls.add(calledName(here));
      found.push(...schemaTraits(key, here));
      pending.push(child);
    }
  }
  return [...codeTraits(root, { tags, calls }), ...found];
}

import type { Node } from '@pgsql/types';

type KeyOf<Union> = Union extends Union ? keyof Union : never;

/** Every kind of node that the grammar knows. */
export type NodeTag = KeyOf<Node>;
export type NodeOf<Tag extends NodeTag> = Extract<Node, { readonly [Key in Tag]: unknown }>[Tag];

/** Every node kind that can stand as a statement. */
export type StatementTag = Extract<NodeTag, `${string}Stmt`>;

/** The tree wraps each node in an object with one key, its tag. */
export function hasTag<Tag extends NodeTag>(
  node: object,
  tag: Tag,
): node is { readonly [Key in Tag]: NodeOf<Key> } {
  return Object.hasOwn(node, tag);
}

/** The node below its tag, or undefined when it is of another kind. */
export function nodeAs<Tag extends NodeTag>(
  node: object | undefined,
  tag: Tag,
): NodeOf<Tag> | undefined {
  return node !== undefined && hasTag(node, tag) ? node[tag] : undefined;
}

/** Those of the nodes that have this tag. */
export function nodesAs<Tag extends NodeTag>(
  nodes: readonly Node[] | undefined,
  tag: Tag,
): readonly NodeOf<Tag>[] {
  const found: NodeOf<Tag>[] = [];
  for (const node of nodes ?? []) {
    const one = nodeAs(node, tag);
    if (one !== undefined) found.push(one);
  }
  return found;
}

/** The strings of a list such as a qualified name. */
export function namesOf(nodes: readonly Node[] | undefined): readonly string[] {
  return nodesAs(nodes, 'String').map((text) => text.sval ?? '');
}

/** Key and value of each property that holds a tree, in source order. */
export function childrenOf(tree: object): readonly (readonly [string, object])[] {
  const children: (readonly [string, object])[] = [];
  // Every walk comes through here, mostly before it is optimized: Object.entries takes four times as long.
  for (const key of Object.keys(tree)) {
    const value: unknown = Reflect.get(tree, key);
    if (isTree(value)) children.push([key, value]);
  }
  return children;
}

function isTree(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Whether any node at any depth satisfies the condition; the first may be the tree itself. */
export function someNode(tree: object | undefined, condition: (node: object) => boolean): boolean {
  const pending = tree === undefined ? [] : [tree];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (condition(node)) return true;
    const children: readonly unknown[] = Object.values(node);
    for (const child of children) if (isTree(child)) pending.push(child);
  }
  return false;
}

/** The option of this name in a list of DefElem. */
export function optionNamed(
  options: readonly Node[] | undefined,
  name: string,
): NodeOf<'DefElem'> | undefined {
  return nodesAs(options, 'DefElem').find((option) => option.defname === name);
}

/** A boolean option: present without a value means true. */
export function isOptionOn(options: readonly Node[] | undefined, name: string): boolean {
  const option = optionNamed(options, name);
  if (option === undefined) return false;
  const text = constantText(option.arg)?.toLowerCase();
  return text === undefined || !['false', 'off', '0', 'no', 'f'].includes(text);
}

/** A constant as text, or undefined when it is no constant; casts are looked through. */
export function constantText(node: object | undefined): string | undefined {
  const cast = nodeAs(node, 'TypeCast');
  if (cast !== undefined) return constantText(cast.arg);
  const bare = nodeAs(node, 'String') ?? undefined;
  if (bare !== undefined) return bare.sval ?? '';
  const integer = nodeAs(node, 'Integer');
  if (integer !== undefined) return String(integer.ival ?? 0);
  const truth = nodeAs(node, 'Boolean');
  if (truth !== undefined) return String(truth.boolval ?? false);
  return literalText(nodeAs(node, 'A_Const'));
}

function literalText(literal: NodeOf<'A_Const'> | undefined): string | undefined {
  if (literal === undefined || literal.isnull === true) return undefined;
  const { ival, boolval } = literal;
  if (ival !== undefined) return String(ival.ival ?? 0);
  if (boolval !== undefined) return String(boolval.boolval ?? false);
  return writtenText(literal);
}

function writtenText({ sval, fval, bsval }: NodeOf<'A_Const'>): string {
  return [sval?.sval, fval?.fval, bsval?.bsval].find((text) => text !== undefined) ?? '';
}

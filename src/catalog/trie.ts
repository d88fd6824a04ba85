/**
 * A map of texts that is never changed: every change gives another one, which shares with it all but the way
 * to one leaf. The catalog makes one for each effect, and a change may hold tens of thousands.
 */
export type Trie<Value> =
  | { readonly kind: 'leaf'; readonly entries: ReadonlyMap<string, Value> }
  | { readonly kind: 'branch'; readonly children: readonly Trie<Value>[] };

const empty = { kind: 'leaf', entries: new Map<string, never>() } as const;

const bitsOfLevel = 4;
const deepest = 6;
const largestLeaf = 16;

export function emptyTrie<Value>(): Trie<Value> {
  return empty;
}

export function trieHas<Value>(trie: Trie<Value>, key: string): boolean {
  return leafOf(trie, key).has(key);
}

export function trieGet<Value>(trie: Trie<Value>, key: string): Value | undefined {
  return leafOf(trie, key).get(key);
}

function leafOf<Value>(trie: Trie<Value>, key: string): ReadonlyMap<string, Value> {
  let here = trie;
  for (let depth = 0; here.kind === 'branch'; depth += 1)
    here = here.children[branchOf(key, depth)] ?? empty;
  return here.entries;
}

export function trieWith<Value>(
  trie: Trie<Value>,
  [key, value]: readonly [string, Value],
  depth = 0,
): Trie<Value> {
  if (trie.kind === 'branch') {
    const at = branchOf(key, depth);
    const child = trieWith(trie.children[at] ?? empty, [key, value], depth + 1);
    return { kind: 'branch', children: trie.children.with(at, child) };
  }
  const entries = new Map(trie.entries).set(key, value);
  if (entries.size <= largestLeaf || depth === deepest) return { kind: 'leaf', entries };
  return divided(entries, depth);
}

export function trieWithout<Value>(trie: Trie<Value>, key: string, depth = 0): Trie<Value> {
  if (!trieHas(trie, key) && depth === 0) return trie;
  if (trie.kind === 'leaf') {
    const kept = [...trie.entries].filter(([other]) => other !== key);
    return { kind: 'leaf', entries: new Map(kept) };
  }
  const at = branchOf(key, depth);
  const child = trieWithout(trie.children[at] ?? empty, key, depth + 1);
  return { kind: 'branch', children: trie.children.with(at, child) };
}

function divided<Value>(entries: ReadonlyMap<string, Value>, depth: number): Trie<Value> {
  const children = Array.from({ length: 2 ** bitsOfLevel }, () => new Map<string, Value>());
  for (const [key, value] of entries) children[branchOf(key, depth)]?.set(key, value);
  return { kind: 'branch', children: children.map((one) => ({ kind: 'leaf', entries: one })) };
}

/** Which way a key takes at this depth: some bits of its FNV-1a hash. */
function branchOf(key: string, depth: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1)
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return (hash >>> (depth * bitsOfLevel)) & (2 ** bitsOfLevel - 1);
}

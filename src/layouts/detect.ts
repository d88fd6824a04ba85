import { layouts } from './index.ts';
import type { Layout, Sign } from './layout.ts';

/** A layout that paths and texts speak for, the surest first. */
export type Candidate = {
  readonly layout: string;
  readonly weight: number;
  readonly reasons: readonly string[];
};

/**
 * Which layouts a set of paths could have, from the signs that each of them declares. `readText` gives
 * the SQL of those paths that were read. `plain` speaks last, for any SQL at all.
 */
export function detectLayout(
  paths: readonly string[],
  readText: (path: string) => string | undefined = () => undefined,
): readonly Candidate[] {
  const read = paths.flatMap((path) => {
    const text = path.endsWith('.sql') ? readText(path) : undefined;
    return text === undefined ? [] : [{ path, text }];
  });
  return layouts
    .flatMap((layout) => candidateOf(layout, paths, read) ?? [])
    .toSorted((one, other) => other.weight - one.weight);
}

/** The one layout that the signs speak for most; undefined when two speak as loudly. */
export function chooseLayout(candidates: readonly Candidate[]): string | undefined {
  const [first, second] = candidates;
  return first === undefined || first.weight === second?.weight ? undefined : first.layout;
}

type ReadFile = { readonly path: string; readonly text: string };

function candidateOf(
  layout: Layout,
  paths: readonly string[],
  read: readonly ReadFile[],
): Candidate | undefined {
  const seen = (layout.signs ?? []).flatMap((sign) => {
    const path = sign.in === 'path' ? firstPath(sign, paths) : firstText(sign, read);
    return path === undefined
      ? []
      : [{ weight: sign.weight, reason: reasonOf(layout, sign, path) }];
  });
  if (seen.length === 0) return undefined;
  return {
    layout: layout.name,
    weight: Math.max(...seen.map(({ weight }) => weight)),
    reasons: seen.map(({ reason }) => reason),
  };
}

function firstPath({ pattern }: Sign, paths: readonly string[]): string | undefined {
  return paths.find((path) => pattern.test(path));
}

/** One file that happens to hold a mark says nothing of the others. */
function firstText({ pattern }: Sign, read: readonly ReadFile[]): string | undefined {
  const marked = read.filter(({ text }) => pattern.test(text));
  return marked.length * 2 > read.length ? marked[0]?.path : undefined;
}

function reasonOf({ tool }: Layout, sign: Sign, path: string): string {
  return sign.in === 'path'
    ? `${path} is named as ${tool} names its files.`
    : `${path} and most others hold marks of ${tool}.`;
}

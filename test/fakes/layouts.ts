import { findCompanions, locateChange } from '../../src/layouts/locate.ts';
import { toUnits } from '../../src/layouts/units.ts';
import { matchesGlob } from '../../src/policy/glob.ts';

/** Path to content. */
export type Tree = Readonly<Record<string, string>>;

/** What a change of `before` to `after` would run, and what is refused, by the paths and first words. */
export function locateTrees(layout: string, before: Tree, after: Tree) {
  const database = { paths: ['db/**'], layout };
  const base = toFiles(before);
  const head = toFiles(after);
  const input = { database, matches: matchesGlob };
  const companions = findCompanions({ ...input, files: [...base, ...head] });
  const texts = new Map(companions.map(({ blob }) => [blob, blob]));
  const located = locateChange({ ...input, base, head, texts });
  return {
    base: located.base.map(({ path }) => path),
    added: located.added.map(({ path }) => path),
    refused: located.refused.map(({ path, reason }) => `${path}: ${reason}`),
  };
}

/** What of one file runs, with the companions that the layout asks for. */
export function readUnits(layout: string, path: string, text: string, companions: Tree = {}) {
  const file = { path, companions: new Map(Object.entries(companions)) };
  const bytes = new TextEncoder().encode(text);
  const outcome = toUnits(file, { name: 'billing', layout }, bytes);
  if (outcome.kind === 'refused') return outcome.reason;
  return outcome.units.map(({ id, firstLine, transaction, bytes }) => ({
    id,
    firstLine,
    transaction,
    text: new TextDecoder().decode(bytes),
  }));
}

/** Content stands in for the name that git would give it. */
function toFiles(tree: Tree) {
  return Object.entries(tree).map(([path, blob]) => ({ path, entry: 'file' as const, blob }));
}

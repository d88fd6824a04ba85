import type { RunnerTree, Simulation } from './layout.ts';

/** Directories that the runner takes each for itself, in the order of their first file. */
export function groupsOf({ running }: RunnerTree): readonly string[] {
  return [...new Set(running.map(({ group }) => group))];
}

/** What the runner does with all of them, one after another. */
export function simulateGroups(
  tree: RunnerTree,
  simulateGroup: (group: string, tree: RunnerTree) => Simulation,
): Simulation {
  const parts = groupsOf(tree).map((group) => simulateGroup(group, tree));
  return {
    order: parts.flatMap(({ order }) => order),
    refused: parts.flatMap(({ refused }) => refused),
  };
}

import type { LedgerRow } from '../apply/ledger.ts';
import { targetName } from '../domain/target.ts';
import { SluiceError } from '../errors.ts';
import { type Step, walk } from '../merged/walk.ts';
import type { Parser } from '../ports/parser.ts';
import type { Repository } from '../ports/repository.ts';
import { blobsAt } from './blobs.ts';
import { heldUnits } from './held-units.ts';
import { type Brought, loadSpan, type MergedChange } from './load-merged.ts';
import { regardDatabase } from './regard.ts';
import type { FoundTarget } from '../policy/targets.ts';

type Tools = {
  readonly repository: Repository;
  readonly parser: Parser;
  readonly found: FoundTarget;
  /** Of the target. */
  readonly ledger: readonly LedgerRow[];
};

/**
 * Why the target has to wait: what came before the change since the last that was recorded, is still
 * there, and is not in the target's ledger. A tool that runs whatever it finds would run that as well,
 * refused or not. What came while nothing was enforced was never asked for.
 */
export async function findEarlier(merged: MergedChange, tools: Tools): Promise<readonly string[]> {
  const { repository, found, ledger } = tools;
  const commits = await repository.firstParents(merged.change.base, undefined);
  const recorded = new Set(ledger.map(({ commit }) => commit));
  const since = commits.find((commit) => recorded.has(commit));
  const regard = regardDatabase(repository, found.database.name);
  const steps = await walk({ repository, commits, regard }, since);
  const now = await blobsAt(repository, merged.commit);
  const because: string[] = [];
  for (const step of steps.filter(({ regarded }) => regarded)) {
    const then = await blobsAt(repository, step.commit);
    const paths = pathsOf(await loadReadable(step, merged, tools), tools);
    const left = paths.filter((path) => then.has(path) && then.get(path) === now.get(path));
    because.push(...left.map((path) => whyWait(path, step, found)));
  }
  return because;
}

/** What would run on the target and is not there yet, and what no tool should run. */
function pathsOf({ controls, databases }: Brought, { found, ledger }: Tools): readonly string[] {
  const part = databases.find(({ database }) => database.name === found.database.name);
  const isMeant = part?.database.targets.some(({ name }) => name === found.target.name) === true;
  if (part === undefined || !isMeant || controls.policy.mode === 'observe') return [];
  const held = heldUnits(ledger, part.units);
  const open = part.units.filter(({ id }) => !held.has(id));
  return [...new Set([...open, ...part.refused].map(({ path }) => path))];
}

async function loadReadable(
  step: Step,
  { controls }: MergedChange,
  tools: Pick<Tools, 'repository' | 'parser'>,
): Promise<Brought> {
  try {
    return await loadSpan(step, tools);
  } catch (error) {
    if (!(error instanceof SluiceError) || error.code !== 'input/policy') throw error;
    return loadSpan(step, tools, controls);
  }
}

function whyWait(path: string, { commit }: Step, { target }: FoundTarget): string {
  return `${path} came before, with ${commit.slice(0, 12)}, and ${targetName(target)} does not hold it: a tool that runs what it finds would run it as well. Clear and record that merge first, or revert it.`;
}

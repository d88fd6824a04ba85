import type { Change } from '../domain/change.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { Facts } from '../domain/facts.ts';
import { findEdited } from '../layouts/edited.ts';
import { findHistoryRefusals } from '../layouts/history.ts';
import type { LayoutRefusal } from '../layouts/layout.ts';
import { editedReason } from '../layouts/locate.ts';
import type { JudgeInput, Rehearsal } from '../judge.ts';
import type { FactsByDatabase } from './facts-of-databases.ts';
import type { Controls } from './load-controls.ts';
import type { LoadedDatabase } from './load-units.ts';

/** A change with everything that git and the code host know of it. */
export type LoadedChange = {
  readonly change: Change;
  readonly controls: Controls;
  readonly databases: readonly LoadedDatabase[];
  /** What is known of the targets, from outside the change (facts-of-databases.ts). */
  readonly facts?: FactsByDatabase;
  /** What readers of the report should know of how it was read. */
  readonly notices?: readonly string[];
  /** When it is judged, RFC 3339; a merged change is judged as of its merge. */
  readonly now?: string;
};

/** Evidence by name of the database. */
export type EvidenceByDatabase = ReadonlyMap<string, Evidence>;

type Seen = { readonly rehearsal: Rehearsal; readonly evidence?: EvidenceByDatabase };

/** What the judge is asked, before or after a rehearsal. */
export function judgeInput(loaded: LoadedChange, { rehearsal, evidence }: Seen): JudgeInput {
  const { change, controls, databases, facts: known } = loaded;
  return {
    change,
    policy: controls.policy,
    codeowners: controls.codeowners,
    databases: databases.map(({ database, units, scripts }) => ({
      ...withFacts(known?.get(database.name)),
      masking: controls.masking?.databases.find((one) => one.database === database.name),
      paths: [...new Set(units.map(({ path }) => path))],
      scripts,
      target: database.targets.at(-1),
      postgres: database.postgres,
      evidence: evidence?.get(database.name),
    })),
    refused: databases.flatMap((part) => refusedOf(part, loaded)),
    rehearsal,
    now: change.pullRequest.mergedAt ?? loaded.now,
  };
}

function withFacts(facts: Facts | undefined): { readonly facts?: Facts } {
  return facts === undefined ? {} : { facts };
}

/** Where Sluice applies, a tool's own table is a memory of earlier days. */
function refusedOf(part: LoadedDatabase, loaded: LoadedChange): readonly LayoutRefusal[] {
  const { database, units, stamps, applied = [], refused } = part;
  const facts = loaded.facts?.get(database.name);
  if (facts === undefined || loaded.controls.policy.apply === 'sluice') return refused;
  const paths = [...new Set(units.map(({ path }) => path))];
  const edited = findEdited(database.layout, applied, facts);
  return [
    ...refused.filter(({ path, reason }) => reason !== editedReason || !edited.restored.has(path)),
    ...findHistoryRefusals(database.layout, paths, facts, stamps),
    ...edited.refused,
  ];
}

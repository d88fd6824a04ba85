import type { LockMode } from '../domain/effect.ts';
import type { Evidence, StatementEvidence, UnitEvidence } from '../domain/evidence.ts';
import type { Facts } from '../domain/facts.ts';
import { estimate, type Estimate } from './estimate.ts';
import { rootOf, sizesOf } from './sizes.ts';

/** Whom a lock that one unit takes makes wait, and for how long. */
export type LockImpact = {
  readonly unitId: string;
  /** The statement that takes it, from 0; it is held until the unit ends. */
  readonly statement: number;
  /** The table that people know: partitions count for their root, indexes for their table. */
  readonly relation: string;
  readonly mode: LockMode;
  readonly blocks: 'reads and writes' | 'writes';
  /** On the shadow, from the statement to the end of its unit. */
  readonly measuredMs: number;
  /** Rows of the shadow's table in those of the target's, from 0; undefined where one is unknown. */
  readonly share?: number;
  readonly estimate: Estimate;
};

/** Table 13.2 of the PostgreSQL manual: reading takes ACCESS SHARE, writing ROW EXCLUSIVE. */
const blocking: Partial<Record<LockMode, LockImpact['blocks']>> = {
  SHARE: 'writes',
  'SHARE ROW EXCLUSIVE': 'writes',
  EXCLUSIVE: 'writes',
  'ACCESS EXCLUSIVE': 'reads and writes',
};

/** What the locks of a rehearsal would cost at the size that the facts tell, the first of each kind per table and unit. */
export function lockImpacts(evidence: Evidence, facts: Facts | undefined): readonly LockImpact[] {
  return evidence.units.flatMap((unit) => impactsOf(unit, evidence, facts));
}

function impactsOf(
  { unitId, statements, deferred }: UnitEvidence,
  evidence: Evidence,
  facts: Facts | undefined,
): readonly LockImpact[] {
  const all = [...statements, deferred];
  const impacts = new Map<string, LockImpact>();
  for (const [position, { statement, locks }] of all.entries()) {
    const rest = all.slice(position);
    for (const lock of locks) {
      const { mode } = lock;
      const blocks = blocking[mode];
      const relation = rootOf(lock, facts);
      const key = JSON.stringify([relation, blocks]);
      if (blocks === undefined || impacts.has(key)) continue;
      const share = shareOf(lock.relation, evidence, facts);
      impacts.set(key, {
        unitId,
        statement,
        relation,
        mode,
        blocks,
        measuredMs: rest.reduce((sum, { durationMs }) => sum + durationMs, 0),
        ...(share === undefined ? {} : { share }),
        estimate: together(rest, evidence, facts),
      });
    }
  }
  return [...impacts.values()];
}

/** One after the other, because the lock is held through all of them. */
function together(
  statements: readonly StatementEvidence[],
  evidence: Evidence,
  facts: Facts | undefined,
): Estimate {
  return statements
    .map((seen) => estimate(seen, evidence, facts))
    .reduce<Estimate>(sum, {
      kind: 'brief',
    });
}

function sum(one: Estimate, other: Estimate): Estimate {
  if (one.kind === 'unknown' || other.kind === 'brief') return one;
  if (other.kind === 'unknown' || one.kind === 'brief') return other;
  return {
    kind: 'range',
    lowMs: one.lowMs + other.lowMs,
    highMs: one.highMs + other.highMs,
    assumption: [...new Set([one.assumption, other.assumption])].join('; '),
  };
}

function shareOf(
  identity: string,
  evidence: Evidence,
  facts: Facts | undefined,
): number | undefined {
  const { shadow, target } = sizesOf(identity, evidence, facts);
  return shadow.rows < 0 || target.rows <= 0 ? undefined : shadow.rows / target.rows;
}

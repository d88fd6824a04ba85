import type { StatementEvidence, UnitEvidence } from '../domain/evidence.ts';

/** Whether the unit read, wrote, locked or redefined anything in our own schema. */
export function touchesLedger(observed: UnitEvidence): boolean {
  return [...observed.statements, observed.deferred].some(touches);
}

function touches(evidence: StatementEvidence): boolean {
  const relations = [
    ...evidence.locks.map(({ relation }) => relation),
    ...evidence.rows.map(({ table }) => table),
    ...evidence.rewrites,
  ];
  const objects = [...evidence.created, ...evidence.dropped, ...evidence.altered];
  return (
    relations.some((name) => /^"?sluice"?\./.test(name)) ||
    objects.some(({ identity }) => /(?:^|[^\w.])"?sluice"?(?:\.|$)/.test(identity))
  );
}

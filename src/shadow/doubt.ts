import type { StatementEvidence } from '../domain/evidence.ts';
import type { ParsedStatement } from '../domain/statement.ts';
import { maskedDoubt } from '../effects/masked-doubt.ts';
import { probesOf } from '../effects/probes/index.ts';

/** Why a statement's numbers say nothing of the target, and what the apply will ask it instead. */
export function doubtOf(
  statement: ParsedStatement,
  earlier: readonly ParsedStatement[],
  maskedColumns: readonly string[],
): Pick<StatementEvidence, 'doubt' | 'probes'> {
  const doubt = maskedDoubt(statement, maskedColumns);
  if (doubt === undefined) return {};
  const probes = probesOf(statement, earlier).map(({ kind, sql, about }) => ({ kind, sql, about }));
  return probes.length === 0 ? { doubt } : { doubt, probes };
}

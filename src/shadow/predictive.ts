import type { Predictive, StatementEvidence } from '../domain/evidence.ts';
import type { ParsedStatement } from '../domain/statement.ts';
import { maskedDoubt } from '../effects/masked-doubt.ts';
import { probesOf } from '../effects/probes/index.ts';
import { plain } from './plain-name.ts';

/** What is known of the data and the schema that the change is rehearsed on. */
export type Basis = {
  /** Columns whose values the shadow does not have as they are: `public.users.email`. */
  readonly maskedColumns: readonly string[];
  readonly rows: 'none' | 'subset' | 'all';
  /** Why the rows or the schema are not those of today, in a sentence; absent where they are. */
  readonly stale?: string;
  /** Tables, unquoted, that are otherwise on the target, or that its other tables reach. */
  readonly drifted: readonly string[];
};

type Said = Pick<StatementEvidence, 'predictive' | 'probes'>;
type Seen = Pick<StatementEvidence, 'locks' | 'rows' | 'rewrites'>;

/** Whether a statement's numbers speak for the target, and what the apply will ask it where they do not. */
export function predictiveOf(
  statement: ParsedStatement,
  seen: Seen,
  { earlier, basis }: { readonly earlier: readonly ParsedStatement[]; readonly basis: Basis },
): Said {
  const predictive = judge(statement, seen, basis);
  if (predictive.kind === 'yes' || predictive.because === 'no-rows') return { predictive };
  const probes = probesOf(statement, earlier).map(({ kind, sql, about }) => ({ kind, sql, about }));
  return probes.length === 0 ? { predictive } : { predictive, probes };
}

/** What the end of a unit does is what its statements left for it. */
export function predictiveOfAll(statements: readonly StatementEvidence[]): Predictive {
  const doubts = statements.flatMap(({ predictive }) =>
    predictive?.kind === 'no' ? [predictive] : [],
  );
  return doubts[0] ?? { kind: 'yes' };
}

function judge(statement: ParsedStatement, seen: Seen, basis: Basis): Predictive {
  const masked = maskedDoubt(statement, basis.maskedColumns);
  if (masked !== undefined) return { kind: 'no', because: 'masked-column', sentence: masked };
  const drifted = driftedAmong(seen, basis);
  if (drifted !== undefined)
    return {
      kind: 'no',
      because: 'stale-baseline',
      sentence: `It touches ${drifted}, which is not on the target as it was rehearsed.`,
    };
  if (definitions.has(statement.tag)) return { kind: 'yes' };
  if (basis.stale !== undefined)
    return { kind: 'no', because: 'stale-baseline', sentence: basis.stale };
  return basis.rows === 'all' ? { kind: 'yes' } : { kind: 'no', ...fewer[basis.rows] };
}

const fewer = {
  none: {
    because: 'no-rows',
    sentence: 'The shadow holds no rows but those that migrations insert.',
  },
  subset: { because: 'subset', sentence: 'The shadow holds a part of the rows only.' },
} as const;

/** What does the same whatever rows there are; anything else may look at some. */
const definitions: ReadonlySet<string> = new Set([
  'AlterOwnerStmt',
  'CommentStmt',
  'CompositeTypeStmt',
  'CreateEnumStmt',
  'CreateFunctionStmt',
  'CreatePolicyStmt',
  'CreateSchemaStmt',
  'CreateSeqStmt',
  'CreateStmt',
  'CreateTrigStmt',
  'DropStmt',
  'GrantStmt',
  'RenameStmt',
  'VariableSetStmt',
  'ViewStmt',
]);

function driftedAmong({ locks, rows, rewrites }: Seen, { drifted }: Basis): string | undefined {
  const touched = [
    ...locks.map(({ relation }) => relation),
    ...rows.map(({ table }) => table),
    ...rewrites,
  ];
  return touched.find((name) => drifted.includes(plain(name)));
}

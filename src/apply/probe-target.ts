import type { ProbeAnswer } from '../domain/application.ts';
import type { StatementEvidence, UnitEvidence } from '../domain/evidence.ts';
import type { ParsedStatement } from '../domain/statement.ts';
import { probesOf } from '../effects/probes/index.ts';
import type { PlannedProbe } from '../effects/probes/probe.ts';
import { SluiceError } from '../errors.ts';
import type { Row, Session } from '../ports/database.ts';
import { isBeyond } from '../shadow/compare.ts';
import { readCount } from '../shadow/observe/row.ts';
import type { Run } from './run.ts';
import { pinForTransaction } from './settings.ts';

/** What runs, and what a rehearsal showed of it. */
export type Doubtful = {
  readonly statements: readonly ParsedStatement[];
  /** Place of the first of them in the unit, from 0. */
  readonly first: number;
  readonly rehearsed: UnitEvidence;
};

export type Probed = {
  readonly answers: readonly ProbeAnswer[];
  readonly counts: readonly Count[];
  /** What was found that makes a statement fail, in three parts. */
  readonly because: readonly string[];
};

/** So many rows of these tables one statement may move. */
type Count = {
  readonly statement: number;
  readonly verb: 'inserted' | 'updated' | 'deleted';
  readonly tables: readonly string[];
  readonly rows: number;
};

/**
 * Asks the target what the rehearsal could not know, in read-only transactions of another session, before
 * the unit takes any lock. The questions are made of the cleared bytes, never of the evidence.
 */
export async function probeTarget(run: Run, doubtful: Doubtful): Promise<Probed> {
  const planned = plannedProbes(doubtful);
  const asked: Asked[] = [];
  if (planned.length > 0) {
    await using session = await run.connect();
    await pinForTransaction(session, run.clearance.limits);
    for (const one of planned) asked.push(await ask(session, one));
  }
  return {
    answers: asked.map(({ answer }) => answer),
    counts: asked.flatMap(({ count }) => (count === undefined ? [] : [count])),
    because: asked.flatMap(({ answer, statement }) =>
      answer.kind === 'violated' ? [violated(statement, answer)] : [],
    ),
  };
}

/** What the statements moved beyond what the target had counted, in words. */
export function beyondProbes(
  { counts }: Probed,
  observed: readonly StatementEvidence[],
): readonly string[] {
  return counts.flatMap(({ statement, verb, tables, rows }) => {
    const seen = observed.find((one) => one.statement === statement)?.rows ?? [];
    const moved = seen
      .filter(({ table }) => tables.includes(table))
      .reduce((sum, row) => sum + row[verb], 0);
    return isBeyond(moved, rows)
      ? [`${verb} more rows than the target had counted before: ${moved}, counted ${rows}`]
      : [];
  });
}

type Planned = {
  readonly statement: ParsedStatement;
  readonly position: number;
  readonly probe: PlannedProbe;
};

function plannedProbes({ statements, first, rehearsed }: Doubtful): readonly Planned[] {
  const doubted = new Set(
    rehearsed.statements.flatMap(({ statement, predictive }) =>
      predictive?.kind === 'no' && predictive.because !== 'no-rows' ? [statement] : [],
    ),
  );
  return statements.flatMap((statement, index) => {
    const position = first + index;
    if (!doubted.has(position)) return [];
    const probes = probesOf(statement, statements.slice(0, index));
    return probes.map((probe) => ({ statement, position, probe }));
  });
}

type Asked = {
  readonly statement: ParsedStatement;
  readonly answer: ProbeAnswer;
  readonly count?: Count;
};

async function ask(session: Session, planned: Planned): Promise<Asked> {
  const { statement, position, probe } = planned;
  const common = { statement: position, about: probe.about };
  await session.query('begin isolation level read committed read only');
  const reply = await replyTo(session, probe);
  await session.query('rollback');
  if (reply.kind === 'refused')
    return { statement, answer: { ...common, ...refusedAnswer(probe, reply.sqlstate) } };
  const { row, tables } = reply;
  if (probe.kind === 'violation')
    return {
      statement,
      answer: { ...common, kind: row['answer'] === true ? 'violated' : 'clear' },
    };
  const rows = readCount(row, 'answer');
  const count = { statement: position, verb: probe.verb, tables, rows };
  return { statement, answer: { ...common, kind: 'counted', rows }, count };
}

type Reply =
  | { readonly kind: 'replied'; readonly row: Row; readonly tables: readonly string[] }
  | { readonly kind: 'refused'; readonly sqlstate: string };

async function replyTo(session: Session, probe: PlannedProbe): Promise<Reply> {
  try {
    const tree = await session.query(treeQuery, [probe.table]);
    const [root] = tree;
    const isEntangled = probe.kind === 'violation' && probe.alone && tree.length > 1;
    if (isEntangled && root?.['kind'] !== 'p') return { kind: 'refused', sqlstate: '0A000' };
    const [row = {}] = await session.query(probe.sql);
    return { kind: 'replied', row, tables: tree.map(({ name }) => String(name)) };
  } catch (cause) {
    if (!(cause instanceof SluiceError) || cause.code !== 'database/refused') throw cause;
    return { kind: 'refused', sqlstate: String(cause.data['sqlstate']) };
  }
}

// The table first, then what inherits from it or is a partition of it, named as observations name it.
const treeQuery = `
with recursive tree(oid, depth) as (
  select pg_catalog.to_regclass($1)::pg_catalog.oid, 0
  union all
  select i.inhrelid, tree.depth + 1 from pg_catalog.pg_inherits i join tree on i.inhparent = tree.oid)
select pg_catalog.format('%I.%I', n.nspname, c.relname) as name, c.relkind::pg_catalog.text as kind
  from tree
  join pg_catalog.pg_class c on c.oid = tree.oid
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'p', 'f')
 order by tree.depth`;

/** A value that cannot be converted is what a probe of a conversion asks for. */
function refusedAnswer(probe: PlannedProbe, sqlstate: string) {
  const isFound = probe.kind === 'violation' && probe.answer === 'fails' && /^2[23]/.test(sqlstate);
  return isFound ? ({ kind: 'violated' } as const) : ({ kind: 'unanswered', sqlstate } as const);
}

function violated({ place }: ParsedStatement, { about }: ProbeAnswer): string {
  return `On the target there are ${about}, which the statement at line ${place.line}, column ${place.column} does not allow: it would fail while it holds its lock, and the rehearsal could not know, because it had no real values. Instead, correct these rows in a change before this one.`;
}

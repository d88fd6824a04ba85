import type { Effect, LockMode } from '../domain/effect.ts';
import type { ObservedObject, StatementEvidence, UnitEvidence } from '../domain/evidence.ts';
import { isStronger } from './observe/locks.ts';
import { joinedRows } from './observe/settle.ts';
import { plain } from './plain-name.ts';

/** A production that grew since the copy may move this much more than the rehearsal did. */
const rowsFactor = 1.2;
/** … or so many rows more, for small counts. */
const rowsMargin = 10;

export type Comparison = {
  readonly rehearsed: UnitEvidence;
  /** What the applying transaction did, before COMMIT. */
  readonly observed: UnitEvidence;
  /** Static effects of the unit. */
  readonly statics: readonly Effect[];
  /** What the shadow held: numbers are compared where it held a masked copy and all of them are predictive. */
  readonly data: 'none' | 'masked-copy';
};

/**
 * How the apply went beyond its rehearsal, in words that name objects only; empty when it did not. Objects
 * must be the same. Locks from SHARE UPDATE EXCLUSIVE up, rewrites and moved tables must have been
 * rehearsed, or be what the statement's own text says: an empty shadow moves no rows.
 */
export function compareEffects(comparison: Comparison): readonly string[] {
  const rehearsed = totalOf(comparison.rehearsed);
  const observed = totalOf(comparison.observed);
  const { statics } = comparison;
  const data = isDoubtful(comparison.rehearsed) ? 'none' : comparison.data;
  return [
    ...objectDifferences('created', rehearsed.created, observed.created),
    ...objectDifferences('dropped', rehearsed.dropped, observed.dropped),
    ...objectDifferences('altered', rehearsed.altered, observed.altered),
    ...lockDifferences(rehearsed, observed, statics),
    ...fileDifferences(rehearsed, observed),
    ...rowDifferences(rehearsed, observed, { statics, data }),
  ];
}

/** What the shadow could not know is no expectation. */
function isDoubtful({ statements, deferred }: UnitEvidence): boolean {
  return [...statements, deferred].some(({ predictive }) => predictive?.kind === 'no');
}

function totalOf(unit: UnitEvidence): StatementEvidence {
  const all = [...unit.statements, unit.deferred];
  return {
    ...unit.deferred,
    locks: all.flatMap(({ locks }) => locks),
    rows: joinedRows(all.flatMap(({ rows }) => rows)),
    rewrites: all.flatMap(({ rewrites }) => rewrites),
    truncated: all.flatMap(({ truncated }) => truncated ?? []),
    created: all.flatMap(({ created }) => created),
    dropped: all.flatMap(({ dropped }) => dropped),
    altered: all.flatMap(({ altered }) => altered),
  };
}

function objectDifferences(
  verb: string,
  rehearsed: readonly ObservedObject[],
  observed: readonly ObservedObject[],
): readonly string[] {
  const one = new Set(rehearsed.map(nameOf));
  const other = new Set(observed.map(nameOf));
  return [
    ...[...other]
      .filter((name) => !one.has(name))
      .map((name) => `${verb} ${name}, which the rehearsal did not`),
    ...[...one]
      .filter((name) => !other.has(name))
      .map((name) => `did not do as rehearsed: ${verb} ${name}`),
  ];
}

function nameOf({ type, identity }: ObservedObject): string {
  return `${type} ${identity}`;
}

function lockDifferences(
  rehearsed: StatementEvidence,
  observed: StatementEvidence,
  statics: readonly Effect[],
): readonly string[] {
  const expected = [
    ...rehearsed.locks.map(({ relation, mode }) => ({ relation: plain(relation), mode })),
    ...statics.flatMap((effect) =>
      effect.kind === 'locks'
        ? [
            {
              relation: `${effect.object.schema ?? 'public'}.${effect.object.name}`,
              mode: effect.mode,
            },
          ]
        : [],
    ),
  ];
  return observed.locks
    .filter(({ mode }) => isStronger(mode, 'ROW EXCLUSIVE'))
    .filter(
      ({ relation, mode }) =>
        !expected.some((lock) => lock.relation === plain(relation) && covers(lock.mode, mode)),
    )
    .map(({ relation, mode }) => `locked ${relation} in ${mode} mode, which the rehearsal did not`);
}

function covers(expected: LockMode, mode: LockMode): boolean {
  return !isStronger(mode, expected);
}

function fileDifferences(
  rehearsed: StatementEvidence,
  observed: StatementEvidence,
): readonly string[] {
  const rewritten = new Set(rehearsed.rewrites);
  return observed.rewrites
    .filter((table) => !rewritten.has(table))
    .map((table) => `rewrote ${table}, which the rehearsal did not`);
}

const verbs = [
  ['insert', 'inserted'],
  ['update', 'updated'],
  ['delete', 'deleted'],
] as const;

function rowDifferences(
  rehearsed: StatementEvidence,
  observed: StatementEvidence,
  { statics, data }: Pick<Comparison, 'statics' | 'data'>,
): readonly string[] {
  return observed.rows.flatMap((row) => {
    const expected = rehearsed.rows.find(({ table }) => table === row.table);
    return verbs.flatMap(([verb, count]) => {
      const moved = row[count];
      const allowed = expected?.[count] ?? 0;
      if (moved === 0) return [];
      if (data === 'masked-copy' && isBeyond(moved, allowed))
        return [
          `${count} more rows of ${row.table} than the rehearsal: ${moved}, rehearsed ${allowed}`,
        ];
      if (allowed > 0) return [];
      if (data === 'none' && isDirectTarget(statics, verb, row.table)) return [];
      return [`${count} rows of ${row.table}, which the rehearsal did not`];
    });
  });
}

/** Whether more rows moved than a table that has grown a little explains. */
export function isBeyond(moved: number, expected: number): boolean {
  return moved > Math.max(expected * rowsFactor, expected + rowsMargin);
}

function isDirectTarget(
  statics: readonly Effect[],
  verb: 'insert' | 'update' | 'delete',
  table: string,
): boolean {
  return statics.some(
    (effect) =>
      effect.kind === 'writes' &&
      effect.via === 'direct' &&
      effect.verb === verb &&
      `${effect.object.schema ?? 'public'}.${effect.object.name}` === plain(table),
  );
}

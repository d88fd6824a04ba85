import type { ObservedRows } from '../../domain/evidence.ts';
import type { Undecoded, UndecodedReason } from '../../domain/row-images.ts';

/** What explains that the counters told of more rows than the log holds. */
export type Excuses = {
  /** Tables that do not write rows to the log, or write them so that no decoding tells of them. */
  readonly unwritten: ReadonlyMap<string, 'unlogged' | 'refresh'>;
  /** Of these the log tells a TRUNCATE. */
  readonly truncated: ReadonlySet<string>;
  /** A subtransaction that had written something was rolled back. */
  readonly rolledBack: boolean;
};

export type ComparedRows =
  /** By table, only those whose counters told of more. */
  | { readonly kind: 'agree'; readonly undecoded: ReadonlyMap<string, Undecoded> }
  | { readonly kind: 'disagree'; readonly message: string };

/**
 * Holds the rows of the log against those that were counted, both of one unit, one entry a table. More in
 * the log than was counted is never explained.
 */
export function compareRows(
  decoded: readonly ObservedRows[],
  counted: readonly ObservedRows[],
  excuses: Excuses,
): ComparedRows {
  const tables = new Map([...decoded, ...counted].map(({ table }) => [table, nothingIn(table)]));
  const [log, counters] = [decoded, counted].map(
    (rows) => new Map(rows.map((row) => [row.table, row])),
  );
  const undecoded = new Map<string, Undecoded>();
  for (const [table, none] of tables) {
    const [inLog, inCounters] = [log?.get(table) ?? none, counters?.get(table) ?? none];
    const unseen = surplus(inLog, inCounters);
    if (unseen > 0) return { kind: 'disagree', message: neverCounted(table, unseen) };
    const rows = surplus(inCounters, inLog);
    if (rows === 0) continue;
    const because = excuseOf(table, excuses);
    if (because === undefined) return { kind: 'disagree', message: notInLog(table, rows) };
    undecoded.set(table, { rows, because });
  }
  return { kind: 'agree', undecoded };
}

function nothingIn(table: string): ObservedRows {
  return { table, inserted: 0, updated: 0, deleted: 0 };
}

/** By kind: a deletion too many does not pay for an insertion too few. */
function surplus(more: ObservedRows, less: ObservedRows): number {
  return (['inserted', 'updated', 'deleted'] as const)
    .map((kind) => Math.max(0, more[kind] - less[kind]))
    .reduce((sum, rows) => sum + rows, 0);
}

function excuseOf(
  table: string,
  { unwritten, truncated, rolledBack }: Excuses,
): UndecodedReason | undefined {
  const own = unwritten.get(table);
  if (own !== undefined) return own;
  if (truncated.has(table)) return 'truncate';
  return rolledBack ? 'rolled-back' : undefined;
}

function neverCounted(table: string, rows: number): string {
  return `The log of the shadow holds ${rows} row changes of ${table} that no counter told of. Something moved rows where the rehearsal could not see it, so it cannot say what the change does. Let a DROP, TRUNCATE or RENAME of the table be a statement of its own, and let no index call a function that writes.`;
}

function notInLog(table: string, rows: number): string {
  return `The counters tell of ${rows} row changes of ${table} that the log of the shadow does not hold, and nothing explains it: the table is logged, it was not truncated, and no subtransaction was rolled back. Nobody can say which rows the change moves. Rehearse again; if it stays so, split the change into smaller units.`;
}

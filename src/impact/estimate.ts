import type { Evidence, StatementEvidence } from '../domain/evidence.ts';
import type { Facts } from '../domain/facts.ts';
import { type Sizes, sizesOf } from './sizes.ts';

/** How long a statement would take on the target. */
export type Estimate =
  /** It does nothing that grows with a table. */
  | { readonly kind: 'brief' }
  | {
      readonly kind: 'range';
      readonly lowMs: number;
      readonly highMs: number;
      /** What was taken for granted, in words. */
      readonly assumption: string;
    }
  | { readonly kind: 'unknown'; readonly because: string };

/** What grows with a table, and how. */
type Work = {
  readonly model: keyof typeof models;
  readonly table: string;
};

type Model = {
  /** How much longer for `factor` times the rows. */
  readonly growth: (factor: number, rows: number) => number;
  /** Around the measured value: a warm cache here and other load there. */
  readonly spread: readonly [low: number, high: number];
  /** Bytes a second of an ordinary disk, the slow one first: where the shadow held too little to measure. */
  readonly throughput: readonly [slow: number, fast: number];
  readonly assumption: string;
};

const mega = 1_000_000;

const models = {
  scan: {
    growth: (factor) => factor,
    spread: [0.5, 2],
    throughput: [100 * mega, 1_000 * mega],
    assumption: 'a scan grows with the rows',
  },
  rewrite: {
    growth: (factor) => factor,
    spread: [0.5, 3],
    throughput: [20 * mega, 200 * mega],
    assumption: 'a rewrite grows with the rows, and its indexes with them',
  },
  // Sorting takes n log n, and three times as long where it no longer fits into memory.
  index: {
    growth: (factor, rows) => (factor * logarithm(rows * factor)) / logarithm(rows),
    spread: [0.5, 3],
    throughput: [10 * mega, 100 * mega],
    assumption: 'building an index sorts the rows, on disk where memory ends',
  },
  // One pass over both tables, hashed in memory or in parts on disk.
  'foreign-key': {
    growth: (factor) => factor,
    spread: [0.5, 4],
    throughput: [20 * mega, 200 * mega],
    assumption: 'checking a foreign key reads both tables once',
  },
  write: {
    growth: (factor) => factor,
    spread: [0.5, 3],
    throughput: [5 * mega, 100 * mega],
    assumption: 'the same share of the rows is written',
  },
} as const satisfies Readonly<Record<string, Model>>;

function logarithm(rows: number): number {
  return Math.log2(Math.max(rows, 2));
}

/** Fewer rows, or a quicker statement, measure the machine and not the table. */
const leastRows = 1_000;
const leastMs = 5;
/** Beyond this a measurement says less than a disk's speed. */
const mostFactor = 10_000;

/** Estimates one statement from what it did on the shadow; undefined facts give `unknown` where it worked on a table. */
export function estimate(
  seen: StatementEvidence,
  evidence: Evidence,
  facts: Facts | undefined,
): Estimate {
  const works = worksOf(seen);
  const parts = works.map((work) => ofWork(work, seen, sizesOf(work.table, evidence, facts)));
  const unknown = parts.find(({ kind }) => kind === 'unknown');
  if (unknown !== undefined) return unknown;
  // One statement does its works together, so the longest stands for it.
  return parts.reduce<Estimate>(longer, { kind: 'brief' });
}

function longer(one: Estimate, other: Estimate): Estimate {
  if (other.kind !== 'range') return one;
  return one.kind === 'range' && one.highMs >= other.highMs ? one : other;
}

function worksOf({
  created,
  rewrites,
  truncated,
  rows,
  scans,
}: StatementEvidence): readonly Work[] {
  const makes = (type: string): boolean => created.some((object) => object.type === type);
  const read = (scans ?? []).map(({ table }) => table);
  const emptied = new Set(truncated ?? []);
  const reading = ((): Work['model'] => {
    if (makes('index')) return 'index';
    return makes('table constraint') && read.length > 1 ? 'foreign-key' : 'scan';
  })();
  return [
    ...rewrites
      .filter((table) => !emptied.has(table))
      .map((table) => ({ model: 'rewrite', table }) as const),
    ...read.map((table) => ({ model: reading, table })),
    ...rows
      .filter(({ updated, deleted }) => updated + deleted > 0)
      .map(({ table }) => ({ model: 'write', table }) as const),
  ];
}

function ofWork({ model, table }: Work, { durationMs }: StatementEvidence, sizes: Sizes): Estimate {
  const { shadow, target } = sizes;
  if (target.rows < 0 || target.bytes < 0)
    return { kind: 'unknown', because: `nobody knows how big ${table} is on the target` };
  const { growth, spread, throughput, assumption } = models[model];
  const factor = target.rows / Math.max(shadow.rows, 1);
  if (shadow.rows < leastRows || durationMs < leastMs || factor > mostFactor)
    return {
      kind: 'range',
      lowMs: (target.bytes / throughput[1]) * 1_000,
      highMs: (target.bytes / throughput[0]) * 1_000,
      assumption: `${assumption}; too little was measured, so ${throughput[0] / mega} to ${throughput[1] / mega} MB a second are taken`,
    };
  const expected = durationMs * growth(Math.max(factor, 1), shadow.rows);
  const [low, high] = spread;
  return { kind: 'range', lowMs: expected * low, highMs: expected * high, assumption };
}

import type { Classification } from '../domain/classification.ts';
import type { ColumnMasking, DatabaseMasking, MaskKind } from '../domain/masking-config.ts';
import { quoteIdentifier, quoteName } from '../sql/quote.ts';
import { cellOf, type MaskedCell } from './cell.ts';
import { classify } from './classify.ts';
import { columnName, type SourceColumn } from './column.ts';

/** Name of the startup setting that carries the key, in hexadecimal. */
export const keySetting = 'sluice.mask_key';

export type SourceTable = {
  readonly schema: string;
  readonly name: string;
  /** Those that are copied: no generated ones. In the table's order. */
  readonly columns: readonly SourceColumn[];
};

type MaskedColumn = {
  readonly column: string;
  readonly mask: MaskKind;
  /** Quoted, and the test over the copy that every non-null cell must pass. */
  readonly quoted: string;
  readonly isInside: string;
};

export type TablePlan = {
  readonly schema: string;
  readonly name: string;
  /** COPY (select …) TO STDOUT for the source, whose transaction pins search_path to pg_catalog. */
  readonly copyOut: string;
  /** COPY … FROM STDIN for the shadow. */
  readonly copyIn: string;
  readonly masked: readonly MaskedColumn[];
};

/**
 * How every table is copied so that no personal value leaves the source's own query. Columns joined by
 * foreign keys are masked alike: the class of the referenced column, the length of the shortest.
 */
export function planCopy(
  tables: readonly SourceTable[],
  rules: DatabaseMasking['columns'],
): readonly TablePlan[] {
  const columns = new Map(
    tables.flatMap((table) => table.columns.map((column) => [columnName(column), column] as const)),
  );
  return tables.map((table) => planTable(table, { columns, rules }));
}

type Knowledge = {
  readonly columns: ReadonlyMap<string, SourceColumn>;
  readonly rules: ReadonlyMap<string, ColumnMasking>;
};

type PlannedColumn = {
  readonly column: SourceColumn;
  readonly quoted: string;
  readonly mask?: { readonly kind: MaskKind; readonly domain: string; readonly cell: MaskedCell };
};

function planTable(table: SourceTable, knowledge: Knowledge): TablePlan {
  const planned = table.columns.map((column) => planColumn(column, knowledge));
  const name = quoteName(table.schema, table.name);
  const list = planned.map(({ quoted }) => quoted).join(', ');
  return {
    schema: table.schema,
    name: table.name,
    copyOut: `copy (${selection(name, planned)}) to stdout`,
    copyIn: `copy ${name} (${list}) from stdin`,
    masked: planned.flatMap(({ column, quoted, mask }) =>
      mask === undefined
        ? []
        : [
            {
              column: columnName(column),
              mask: mask.kind,
              quoted,
              isInside: mask.cell.isInside(quoted),
            },
          ],
    ),
  };
}

function planColumn(column: SourceColumn, knowledge: Knowledge): PlannedColumn {
  const quoted = quoteIdentifier(column.name);
  const group = linkedTo(column, knowledge.columns);
  const root = group[0] ?? column;
  const kind = maskOf(root, knowledge.rules.get(columnName(root)));
  const own = knowledge.rules.get(columnName(column));
  const mask = own === undefined ? kind : maskOf(column, own);
  if (mask === undefined) return { column, quoted };
  const lengths = group.flatMap(({ length }) => (length === undefined ? [] : [length]));
  const length = lengths.length === 0 ? {} : { length: Math.min(...lengths) };
  const cell = cellOf({ family: column.family, type: column.type, ...length }, mask);
  return { column, quoted, mask: { kind: mask, domain: mask, cell } };
}

/** The column that all of these refer to in the end, then the others; the column alone when it has no keys. */
function linkedTo(
  column: SourceColumn,
  columns: ReadonlyMap<string, SourceColumn>,
): readonly SourceColumn[] {
  const root = rootOf(column, columns);
  const others = [...columns.values()].filter(
    (other) => other.references !== undefined && rootOf(other, columns) === root,
  );
  return [root, ...others];
}

function rootOf(
  column: SourceColumn,
  columns: ReadonlyMap<string, SourceColumn>,
  seen: readonly SourceColumn[] = [],
): SourceColumn {
  const next = column.references === undefined ? undefined : columns.get(column.references);
  if (next === undefined || seen.includes(next)) return column;
  return rootOf(next, columns, [...seen, column]);
}

function maskOf(column: SourceColumn, rule: ColumnMasking | undefined): MaskKind | undefined {
  if (rule?.kind === 'keep') return undefined;
  if (rule?.kind === 'mask') return rule.mask;
  return toMask(classify(column));
}

function toMask(classification: Classification): MaskKind | undefined {
  if (classification === 'not-personal') return undefined;
  return classification === 'unclassified' ? 'token' : classification;
}

/** OFFSET 0 keeps the planner from repeating each hash for every use of it. */
function selection(name: string, planned: readonly PlannedColumn[]): string {
  const inner = planned.flatMap(({ quoted, mask }, index) => [
    `t.${quoted} as c${index}`,
    ...(mask?.cell.input === undefined
      ? []
      : [`${hashOf(mask.cell.input(`t.${quoted}`), mask.domain)} as h${index}`]),
  ]);
  const outer = planned.map(({ mask }, index) =>
    mask === undefined
      ? `s.c${index}`
      : `case when s.c${index} is not null then ${mask.cell.output(`s.h${index}`)} end`,
  );
  return `select ${outer.join(', ')} from (select ${inner.join(', ')} from ${name} t offset 0) s`;
}

// A missing setting raises an error: nothing is ever masked without a key. Different classes never correlate.
function hashOf(text: string, domain: string): string {
  return `pg_catalog.sha256((select pg_catalog.decode(pg_catalog.current_setting('${keySetting}'), 'hex')) || pg_catalog.convert_to('${domain}:' || ${text}, 'UTF8'))`;
}

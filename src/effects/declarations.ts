import type { AlterTableCmd, ColumnDef, Constraint, RangeVar } from '@pgsql/types';
import type { Effect } from '../domain/effect.ts';
import type { ParsedStatement, Script } from '../domain/statement.ts';
import { type Bounds, boundsOf, checkedBounds } from './partition-bounds.ts';
import { namesOf, nodeAs, nodesAs } from '../sql/nodes.ts';

/** What a definition says beyond the effects that it has. Tables are named as they are written. */
type Declaration =
  | {
      readonly kind: 'table';
      readonly table: string;
      readonly hasPrimaryKey: boolean;
      /** A partition, a child or a copy: its columns come from elsewhere. */
      readonly derived: boolean;
      readonly temporary: boolean;
    }
  | {
      readonly kind: 'column';
      readonly table: string;
      readonly column: string;
      /** The last part of the type's name, as PostgreSQL writes it: `int4`, `varchar`, `serial`. */
      readonly type: string;
      readonly hasLength: boolean;
      /** By ALTER TABLE, to a table that may hold rows. */
      readonly added: boolean;
      readonly isKey: boolean;
      readonly notNull: boolean;
      /** Something fills it where a row does not: a default, a sequence, an expression. */
      readonly filled: boolean;
    }
  | {
      readonly kind: 'foreign-key';
      readonly table: string;
      readonly references: string;
      readonly onDelete: 'keeps' | 'cascade' | 'set null' | 'set default';
      readonly added: boolean;
    }
  /** CHECK (column IS NOT NULL). */
  | {
      readonly kind: 'not-null-check';
      readonly table: string;
      readonly constraint: string;
      readonly column: string;
    }
  /** CHECK that takes exactly the rows of a partition's bounds. */
  | {
      readonly kind: 'bounds-check';
      readonly table: string;
      readonly constraint: string;
      readonly column: string;
      readonly bounds: Bounds;
    }
  /** `table` is the partition. */
  | {
      readonly kind: 'attached-partition';
      readonly table: string;
      readonly parent: { readonly schema?: string; readonly name: string };
      readonly bounds: Bounds;
    }
  | { readonly kind: 'default-dropped'; readonly table: string; readonly column: string }
  | { readonly kind: 'enum-value'; readonly type: string; readonly value: string }
  | { readonly kind: 'table-comment'; readonly table: string };

export type Declared<Kind extends Declaration['kind'] = Declaration['kind']> = Extract<
  Declaration,
  { readonly kind: Kind }
> &
  Pick<Effect, 'unitId' | 'statement' | 'source'>;

/** The declarations of one kind in the statements of all scripts; those inside of bodies are left out. */
export function declarationsOf<Kind extends Declaration['kind']>(
  scripts: readonly Script[],
  kind: Kind,
): readonly Declared<Kind>[] {
  return scripts.flatMap((script) => declaredIn(script).filter((one) => isOfKind(one, kind)));
}

function isOfKind<Kind extends Declaration['kind']>(
  declared: Declared,
  kind: Kind,
): declared is Declared<Kind> {
  return declared.kind === kind;
}

/** Many rules ask about the same script. */
const known = new WeakMap<Script, readonly Declared[]>();

function declaredIn(script: Script): readonly Declared[] {
  const found = known.get(script) ?? readDeclarations(script);
  known.set(script, found);
  return found;
}

function readDeclarations({ unitId, statements }: Script): readonly Declared[] {
  return statements.flatMap((statement, index) =>
    statement.kind === 'unparsed'
      ? []
      : declare(statement).map((declaration) => ({
          ...declaration,
          unitId,
          statement: index,
          source: 'static' as const,
        })),
  );
}

function declare({ node }: ParsedStatement): readonly Declaration[] {
  const created = nodeAs(node, 'CreateStmt');
  if (created !== undefined) return newTable(created);
  const altered = nodeAs(node, 'AlterTableStmt');
  if (altered !== undefined) {
    const table = tableName(altered.relation);
    return nodesAs(altered.cmds, 'AlterTableCmd').flatMap((command) =>
      command.subtype === 'AT_AttachPartition'
        ? attachment(command, altered.relation)
        : alteration(command, table),
    );
  }
  const value = nodeAs(node, 'AlterEnumStmt');
  if (value?.newVal !== undefined && value.oldVal === undefined)
    return [{ kind: 'enum-value', type: namesOf(value.typeName).join('.'), value: value.newVal }];
  const comment = nodeAs(node, 'CommentStmt');
  if (comment?.objtype !== 'OBJECT_TABLE') return [];
  return [
    { kind: 'table-comment', table: namesOf(nodeAs(comment.object, 'List')?.items).join('.') },
  ];
}

type CreateTable = NonNullable<ReturnType<typeof nodeAs<'CreateStmt'>>>;

function newTable(created: CreateTable): readonly Declaration[] {
  const table = tableName(created.relation);
  const columns = nodesAs(created.tableElts, 'ColumnDef');
  const constraints = nodesAs(created.tableElts, 'Constraint');
  const keys = constraints
    .filter(({ contype }) => contype === 'CONSTR_PRIMARY')
    .flatMap(({ keys }) => namesOf(keys));
  const hasPrimaryKey =
    keys.length > 0 ||
    columns.some((column) => hasConstraint(column, 'CONSTR_PRIMARY')) ||
    constraints.some(({ contype }) => contype === 'CONSTR_PRIMARY');
  return [
    {
      kind: 'table',
      table,
      hasPrimaryKey,
      derived:
        (created.inhRelations ?? []).length > 0 ||
        created.ofTypename !== undefined ||
        nodesAs(created.tableElts, 'TableLikeClause').length > 0,
      temporary: created.relation?.relpersistence === 't',
    },
    ...columns.flatMap((column) => newColumn(column, { table, added: false, keys })),
    ...constraints.flatMap((constraint) => newConstraint(constraint, table, false)),
  ];
}

function alteration(command: AlterTableCmd, table: string): readonly Declaration[] {
  const column = command.name ?? '';
  switch (command.subtype) {
    case 'AT_AddColumn': {
      const definition = nodeAs(command.def, 'ColumnDef');
      return definition === undefined
        ? []
        : newColumn(definition, { table, added: true, keys: [] });
    }
    case 'AT_AddConstraint': {
      const constraint = nodeAs(command.def, 'Constraint');
      return constraint === undefined ? [] : newConstraint(constraint, table, true);
    }
    case 'AT_ColumnDefault':
      return command.def === undefined ? [{ kind: 'default-dropped', table, column }] : [];
    default:
      return [];
  }
}

function attachment(
  { def }: AlterTableCmd,
  { schemaname: schema, relname: name = '' }: RangeVar = {},
): readonly Declaration[] {
  const definition = nodeAs(def, 'PartitionCmd');
  const bounds = boundsOf(definition?.bound);
  if (bounds === undefined) return [];
  const parent = schema === undefined ? { name } : { schema, name };
  const table = tableName(definition?.name);
  return [{ kind: 'attached-partition', table, parent, bounds }];
}

const serials = new Set(['serial', 'serial2', 'serial4', 'serial8', 'smallserial', 'bigserial']);

function newColumn(
  definition: ColumnDef,
  where: { readonly table: string; readonly added: boolean; readonly keys: readonly string[] },
): readonly Declaration[] {
  const { table, added, keys } = where;
  const column = definition.colname ?? '';
  const type = namesOf(definition.typeName?.names).at(-1) ?? '';
  const isKey = keys.includes(column) || hasConstraint(definition, 'CONSTR_PRIMARY');
  const constraints = nodesAs(definition.constraints, 'Constraint');
  return [
    {
      kind: 'column',
      table,
      column,
      type,
      hasLength: (definition.typeName?.typmods ?? []).length > 0,
      added,
      isKey,
      notNull: isKey || hasConstraint(definition, 'CONSTR_NOTNULL'),
      filled: serials.has(type) || constraints.some(fills),
    },
    ...constraints.flatMap((constraint) => newConstraint(constraint, table, added)),
  ];
}

function fills({ contype, raw_expr }: Constraint): boolean {
  if (contype === 'CONSTR_DEFAULT') return nodeAs(raw_expr, 'A_Const')?.isnull !== true;
  return contype === 'CONSTR_IDENTITY' || contype === 'CONSTR_GENERATED';
}

function hasConstraint(column: ColumnDef, wanted: Constraint['contype']): boolean {
  return nodesAs(column.constraints, 'Constraint').some(({ contype }) => contype === wanted);
}

/** pg_constraint.confdeltype, as the grammar writes it. */
const deletions = { c: 'cascade', n: 'set null', d: 'set default' } as const;

function newConstraint(
  constraint: Constraint,
  table: string,
  added: boolean,
): readonly Declaration[] {
  if (constraint.contype === 'CONSTR_FOREIGN') {
    const action = constraint.fk_del_action;
    const onDelete =
      action === 'c' || action === 'n' || action === 'd' ? deletions[action] : 'keeps';
    const references = tableName(constraint.pktable);
    return [{ kind: 'foreign-key', table, references, onDelete, added }];
  }
  const { contype, conname, raw_expr: expression } = constraint;
  if (contype !== 'CONSTR_CHECK' || conname === undefined) return [];
  const column = provenColumn(constraint);
  if (column !== undefined) return [{ kind: 'not-null-check', table, constraint: conname, column }];
  const checked = checkedBounds(expression);
  if (checked === undefined) return [];
  return [{ kind: 'bounds-check', table, constraint: conname, ...checked }];
}

function provenColumn({ raw_expr }: Constraint): string | undefined {
  const test = nodeAs(raw_expr, 'NullTest');
  if (test?.nulltesttype !== 'IS_NOT_NULL') return undefined;
  const names = namesOf(nodeAs(test.arg, 'ColumnRef')?.fields);
  return names.length === 1 ? names[0] : undefined;
}

function tableName(relation: RangeVar | undefined): string {
  return [relation?.schemaname, relation?.relname].filter((part) => part !== undefined).join('.');
}

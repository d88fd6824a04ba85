import type { AlterTableCmd, ColumnDef, Constraint } from '@pgsql/types';
import type { ObjectReference } from '../domain/effect.ts';
import { isOptionOn, nodeAs } from '../sql/nodes.ts';
import { addColumnForms, isUnchecked } from './add-column-forms.ts';
import { subcommands } from './alter-table.data.ts';
import { type Context, relation } from './draft.ts';
import { byFacts, type PlayedForm } from './form-costs.ts';
import {
  defaultPartition,
  dependentViews,
  descendantTables,
  isProvenNotNull,
  knownColumn,
  referencedTables,
  referencingTables,
} from './known-relations.ts';
import type { LockForm } from './locks.ts';
import { catalogOnlyForm } from './type-change.ts';

/** One subcommand of ALTER TABLE, on its table. */
export type Alteration = {
  readonly command: AlterTableCmd;
  readonly table: ObjectReference;
  /** Partitions and inheritors get it too: nobody wrote ONLY. */
  readonly inherits: boolean;
  readonly context: Context;
};

/** The rows of the table of locks that say what a subcommand costs. */
export function formsOf(alteration: Alteration): readonly PlayedForm[] {
  const played = ownForms(alteration);
  return [...played, ...played.flatMap(({ form }) => descendantForms(form, alteration))];
}

function ownForms(alteration: Alteration): readonly PlayedForm[] {
  const { command, table, context } = alteration;
  const { form } = subcommands[command.subtype ?? 'AT_AddColumn'];
  switch (command.subtype) {
    case 'AT_AddColumn':
      return addColumnForms(command, table, context);
    case 'AT_AddConstraint':
      return addConstraint(alteration);
    case 'AT_AlterColumnType':
      return changeType(alteration);
    case 'AT_AttachPartition':
    case 'AT_DetachPartition':
      return partition(alteration);
    case 'AT_DropColumn':
    case 'AT_DropConstraint':
      return dropPart(alteration);
    case 'AT_AddInherit': {
      const parent = relation(nodeAs(command.def, 'RangeVar'), context);
      return [{ form, roles: { itself: [table], parent: [parent] } }];
    }
    default:
      return [{ form: simpleForm(alteration, form), roles: { itself: [table] } }];
  }
}

/** Forms that look at an option, or at what the facts say of the column. */
function simpleForm(alteration: Alteration, form: LockForm): LockForm {
  const { command, table } = alteration;
  switch (command.subtype) {
    case 'AT_AlterConstraint':
      return alteredForm(command) ?? form;
    case 'AT_SetRelOptions':
    case 'AT_ResetRelOptions':
      return optionsForm(command, table) ?? form;
    default:
      return columnForm(alteration) ?? form;
  }
}

function columnForm({ command, table, context }: Alteration): LockForm | undefined {
  const { name = '', subtype } = command;
  if (subtype === 'AT_SetNotNull' && isProvenNotNull(table, name, context.catalog))
    return 'set-not-null-proven';
  const becomesVirtual = subtype === 'AT_SetExpression' && isVirtual(table, name, context);
  return becomesVirtual ? 'set-virtual-expression' : undefined;
}

function isVirtual(table: ObjectReference, column: string, { catalog }: Context): boolean {
  return knownColumn(table, column, catalog)?.generated === 'virtual';
}

function alteredForm({ def }: AlterTableCmd): LockForm | undefined {
  const altered = nodeAs(def, 'ATAlterConstraint');
  if (altered?.alterEnforceability !== true) return undefined;
  return altered.is_enforced === true
    ? 'alter-foreign-key-enforced'
    : 'alter-foreign-key-not-enforced';
}

function optionsForm({ def }: AlterTableCmd, { kind }: ObjectReference): LockForm | undefined {
  if (kind === 'view') return 'set-view-options';
  const options = nodeAs(def, 'List')?.items;
  return isOptionOn(options, 'user_catalog_table') ? 'set-user-catalog-table' : undefined;
}

function changeType({ command, table, context }: Alteration): readonly PlayedForm[] {
  const { catalog } = context;
  const column = command.name ?? '';
  const definition = nodeAs(command.def, 'ColumnDef');
  const before = knownColumn(table, column, catalog)?.type;
  const kept = before === undefined ? undefined : keptForm(before, definition, context);
  const refers = referencedTables(table, catalog, ({ columns }) => columns.includes(column));
  const referred = referencingTables(table, catalog, column);
  return [
    kept === undefined
      ? { form: 'type-int-to-bigint', roles: { itself: [table] } }
      : { form: kept, roles: { itself: [table] }, usesFacts: true },
    ...byFacts('type-with-foreign-key', { referenced: refers }),
    ...byFacts('type-of-referenced-key', { referencing: referred }),
  ];
}

function keptForm(
  before: string,
  definition: ColumnDef | undefined,
  { catalog }: Context,
): LockForm | undefined {
  if (definition?.typeName === undefined) return undefined;
  if (definition.raw_default !== undefined || definition.collClause !== undefined) return undefined;
  return catalogOnlyForm(before, definition.typeName, catalog.facts);
}

function addConstraint({ command, table, context }: Alteration): readonly PlayedForm[] {
  const constraint = nodeAs(command.def, 'Constraint');
  if (constraint === undefined) return [{ form: 'add-check', roles: { itself: [table] } }];
  if (constraint.contype === 'CONSTR_FOREIGN') {
    const referenced = [relation(constraint.pktable, context)];
    const form = isUnchecked(constraint) ? 'add-foreign-key-not-valid' : 'add-foreign-key';
    return [{ form, roles: { itself: [table], referenced } }];
  }
  return [{ form: constraintForm(constraint), roles: { itself: [table] } }];
}

function constraintForm(constraint: Constraint): LockForm {
  const unchecked = isUnchecked(constraint);
  const adopts = constraint.indexname !== undefined;
  switch (constraint.contype) {
    case 'CONSTR_NOTNULL':
      return unchecked ? 'add-not-null-not-valid' : 'add-not-null';
    case 'CONSTR_PRIMARY':
      return adopts ? 'add-primary-key-using-index' : 'add-primary-key';
    case 'CONSTR_UNIQUE':
      return adopts ? 'add-unique-using-index' : 'add-unique';
    case 'CONSTR_EXCLUSION':
      return 'add-exclusion';
    default:
      return unchecked ? 'add-check-not-valid' : 'add-check';
  }
}

function dropPart({ command, table, context }: Alteration): readonly PlayedForm[] {
  const { catalog } = context;
  const cascades = command.behavior === 'DROP_CASCADE';
  if (command.subtype === 'AT_DropColumn') {
    const view = cascades ? dependentViews(table, catalog) : [];
    return [
      { form: 'drop-column', roles: { itself: [table] } },
      ...byFacts('drop-column-cascade', { view }),
    ];
  }
  const referenced = referencedTables(table, catalog, ({ name }) => name === command.name);
  const referencing = cascades ? referencingTables(table, catalog) : [];
  return [
    { form: 'drop-check', roles: { itself: [table] } },
    ...byFacts('drop-foreign-key', { referenced }),
    ...byFacts('drop-primary-key-cascade', { referencing }),
  ];
}

function partition(alteration: Alteration): readonly PlayedForm[] {
  const { command, table, context } = alteration;
  const definition = nodeAs(command.def, 'PartitionCmd');
  const object = relation(definition?.name, context, table.kind);
  const roles = { itself: [table], partition: [object] };
  if (command.subtype === 'AT_DetachPartition') {
    const form =
      definition?.concurrent === true ? 'detach-partition-concurrently' : 'detach-partition';
    const isOnline = definition?.concurrent === true;
    return [{ form, roles }, ...(isOnline ? [] : besideDefault('detach-partition', alteration))];
  }
  return table.kind === 'index'
    ? [{ form: 'attach-index', roles: { index: [table, object] } }]
    : [{ form: 'attach-partition', roles }, ...besideDefault('attach-partition', alteration)];
}

/** The default partition is locked along, and read for rows that a new partition would take. */
function besideDefault(
  form: 'attach-partition' | 'detach-partition',
  { table, context }: Alteration,
): readonly PlayedForm[] {
  return byFacts(`${form}-beside-default`, {
    'default-partition': defaultPartition(table, context.catalog),
  });
}

/** What those below the table are locked for, where the same is done to each of them. */
const descending: Readonly<Partial<Record<LockForm, LockForm>>> = {
  'add-column': 'add-column-on-partitioned',
  'add-column-serial': 'add-column-on-partitioned',
  'drop-column': 'drop-column-on-partitioned',
  'set-not-null': 'set-not-null-on-partitioned',
  'type-int-to-bigint': 'type-on-partitioned',
  'add-check': 'add-check-on-partitioned',
  'add-foreign-key': 'add-foreign-key-on-partitioned',
  'add-unique': 'add-unique-on-partitioned',
  'add-primary-key': 'add-unique-on-partitioned',
  'validate-check': 'validate-check-on-partitioned',
};

function descendantForms(
  form: LockForm,
  { table, inherits, context }: Alteration,
): readonly PlayedForm[] {
  const below = descending[form];
  if (below === undefined || !inherits) return [];
  return byFacts(below, { partition: descendantTables(table, context.catalog) });
}

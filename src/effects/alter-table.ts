import type { AlterTableCmd, Constraint } from '@pgsql/types';
import type { ObjectReference } from '../domain/effect.ts';
import { nodeAs, nodesAs, optionNamed } from '../sql/nodes.ts';
import { subcommands } from './alter-table.data.ts';
import { type Alteration, formsOf } from './alter-table-forms.ts';
import type { Context, Draft } from './draft.ts';
import { deriver, relation } from './draft.ts';
import { formCosts } from './form-costs.ts';
import { kindOf } from './objects.ts';
import { roleName } from './privilege.ts';

export const alterTable = {
  AlterTableStmt: deriver('AlterTableStmt', (statement, context) => {
    const table = relation(statement.relation, context, kindOf(statement.objtype));
    const inherits = statement.relation?.inh === true;
    return nodesAs(statement.cmds, 'AlterTableCmd').flatMap((command) =>
      subcommandEffects({ command, table, inherits, context }),
    );
  }),
} as const;

function subcommandEffects(alteration: Alteration): readonly Draft[] {
  const { command, table, context } = alteration;
  const part = partOf(command, table);
  const costs = formsOf(alteration).flatMap((played) => formCosts(played, context));
  if (command.subtype === 'AT_DropColumn') {
    const cascade = command.behavior === 'DROP_CASCADE';
    return [{ kind: 'drops', object: { ...part, kind: 'column' }, cascade }, ...costs];
  }
  const change = changeOf(command);
  const to = command.newowner === undefined ? {} : { to: roleName(command.newowner) };
  return [
    { kind: 'alters', object: part, change, ...to },
    ...withoutRepetition(costs),
    ...consequences(command, table, context),
  ];
}

function changeOf(command: AlterTableCmd): string {
  const options = nodeAs(command.def, 'List')?.items;
  const restarts = optionNamed(options, 'restart') !== undefined;
  if (command.subtype === 'AT_SetIdentity' && restarts) return 'restart-sequence';
  return subcommands[command.subtype ?? 'AT_AddColumn'].change;
}

/** Several forms of one subcommand lock, rewrite and read its table only once. */
function withoutRepetition(costs: readonly Draft[]): readonly Draft[] {
  const told = new Map(costs.map((cost) => [JSON.stringify(cost), cost]));
  const rewrites = costs.some(({ kind }) => kind === 'rewrites');
  return [...told.values()].filter(({ kind }) => !rewrites || kind !== 'scans');
}

function partOf(command: AlterTableCmd, table: ObjectReference): ObjectReference {
  const part = partName(command);
  if (part === undefined) return table;
  const { change } = subcommands[command.subtype ?? 'AT_AddColumn'];
  if (change.includes('constraint')) return { ...table, kind: 'constraint', part };
  if (change.endsWith('trigger')) return { ...table, kind: 'trigger', part };
  return { ...table, kind: change.endsWith('rule') ? 'rule' : 'column', part };
}

function partName(command: AlterTableCmd): string | undefined {
  if (command.subtype === 'AT_ChangeOwner' || command.subtype === 'AT_ClusterOn') return undefined;
  const column = nodeAs(command.def, 'ColumnDef')?.colname;
  return command.name ?? column ?? nodeAs(command.def, 'Constraint')?.conname;
}

function consequences(
  command: AlterTableCmd,
  table: ObjectReference,
  context: Context,
): readonly Draft[] {
  switch (command.subtype) {
    case 'AT_AddColumn':
      return nodesAs(nodeAs(command.def, 'ColumnDef')?.constraints, 'Constraint').flatMap(
        (constraint) => newConstraint(constraint, table, context),
      );
    case 'AT_AddConstraint': {
      const constraint = nodeAs(command.def, 'Constraint');
      return constraint === undefined ? [] : newConstraint(constraint, table, context);
    }
    case 'AT_DropConstraint':
      return command.behavior === 'DROP_CASCADE'
        ? [{ kind: 'drops', object: partOf(command, table), cascade: true }]
        : [];
    case 'AT_AddInherit': {
      const object = relation(nodeAs(command.def, 'RangeVar'), context);
      return [{ kind: 'alters', object, change: table.createdHere ? 'parent-of' : 'inherited-by' }];
    }
    case 'AT_AttachPartition':
      return attached(command, table, context);
    default:
      return [];
  }
}

/** A partition goes along with its parent; one that was there before makes the parent old, too. */
function attached(
  command: AlterTableCmd,
  table: ObjectReference,
  context: Context,
): readonly Draft[] {
  const object = relation(nodeAs(command.def, 'PartitionCmd')?.name, context, table.kind);
  return object.createdHere && table.kind !== 'index'
    ? [{ kind: 'alters', object, change: 'part-of' }]
    : [{ kind: 'alters', object: table, change: 'adopts' }];
}

function newConstraint(
  constraint: Constraint,
  table: ObjectReference,
  context: Context,
): readonly Draft[] {
  switch (constraint.contype) {
    case 'CONSTR_FOREIGN':
      // Deleting from the table referred to may now delete from, or wait for, a table that was there before.
      return table.createdHere
        ? []
        : [
            {
              kind: 'alters',
              object: relation(constraint.pktable, context),
              change: follows(constraint) ? 'cascades-to' : 'referenced-by',
            },
          ];
    case 'CONSTR_PRIMARY':
    case 'CONSTR_UNIQUE':
    case 'CONSTR_EXCLUSION':
      return constraint.indexname === undefined ? [indexBuild(constraint, table)] : [];
    default:
      return [];
  }
}

/** Whether it deletes or overwrites rows along with those that they refer to. */
function follows({ fk_del_action, fk_upd_action }: Constraint): boolean {
  return [fk_del_action, fk_upd_action].some((action) => /^[cnd]$/.test(action ?? ''));
}

function indexBuild(constraint: Constraint, table: ObjectReference): Draft {
  const index = constraint.conname ?? '';
  const unique = constraint.contype !== 'CONSTR_EXCLUSION';
  return { kind: 'builds-index', object: table, index, concurrently: false, unique };
}

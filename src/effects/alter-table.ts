import type { AlterTableCmd, Constraint } from '@pgsql/types';
import type { LockMode, ObjectReference } from '../domain/effect.ts';
import type { SubcommandFacts } from './alter-table.data.ts';
import { subcommands } from './alter-table.data.ts';
import type { Context, Draft } from './draft.ts';
import { deriver, locks, relation } from './draft.ts';
import { namesOf, nodeAs, nodesAs } from '../sql/nodes.ts';
import { mayBeVolatile } from './expression.ts';
import { kindOf } from './objects.ts';
import { roleName } from './privilege.ts';

export const alterTable = {
  AlterTableStmt: deriver('AlterTableStmt', (statement, context) => {
    const table = relation(statement.relation, context, kindOf(statement.objtype));
    return nodesAs(statement.cmds, 'AlterTableCmd').flatMap((command) =>
      subcommandEffects(command, table, context),
    );
  }),
} as const;

function subcommandEffects(
  command: AlterTableCmd,
  table: ObjectReference,
  context: Context,
): readonly Draft[] {
  const facts = subcommands[command.subtype ?? 'AT_AddColumn'];
  const part = partOf(command, table);
  if (command.subtype === 'AT_DropColumn') {
    const cascade = command.behavior === 'DROP_CASCADE';
    return [
      { kind: 'drops', object: { ...part, kind: 'column' }, cascade },
      locks(table, facts.lock),
    ];
  }
  return [
    {
      kind: 'alters',
      object: part,
      change: facts.change,
      ...(command.newowner === undefined ? {} : { to: roleName(command.newowner) }),
    },
    ...costs(table, facts),
    ...consequences(command, table, context),
  ];
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

function costs(table: ObjectReference, facts: SubcommandFacts): readonly Draft[] {
  return [
    locks(table, facts.lock),
    ...(facts.rewrites === true ? [{ kind: 'rewrites', object: table } as const] : []),
    ...(facts.scans === true ? [{ kind: 'scans', object: table } as const] : []),
  ];
}

function consequences(
  command: AlterTableCmd,
  table: ObjectReference,
  context: Context,
): readonly Draft[] {
  switch (command.subtype) {
    case 'AT_AddColumn':
      return newColumn(command, table, context);
    case 'AT_AddConstraint': {
      const constraint = nodeAs(command.def, 'Constraint');
      return constraint === undefined ? [] : newConstraint(constraint, table, context);
    }
    case 'AT_DropConstraint':
      return command.behavior === 'DROP_CASCADE'
        ? [{ kind: 'drops', object: partOf(command, table), cascade: true }]
        : [];
    case 'AT_AttachPartition':
    case 'AT_DetachPartition':
      return table.kind === 'index'
        ? indexPartition(command, context)
        : partition(command, context);
    case 'AT_AddInherit': {
      const parent = nodeAs(command.def, 'RangeVar');
      const object = relation(parent, context);
      return [
        { kind: 'alters', object, change: 'inherited-by' },
        locks(object, 'SHARE UPDATE EXCLUSIVE'),
      ];
    }
    default:
      return [];
  }
}

/** Column types whose default is a sequence; they rewrite the table. */
const serials = new Set(['serial', 'serial2', 'serial4', 'serial8', 'smallserial', 'bigserial']);

function newColumn(
  command: AlterTableCmd,
  table: ObjectReference,
  context: Context,
): readonly Draft[] {
  const column = nodeAs(command.def, 'ColumnDef');
  const constraints = nodesAs(column?.constraints, 'Constraint');
  const serial = serials.has(namesOf(column?.typeName?.names).at(-1) ?? '');
  const rewrites = serial || constraints.some(rewritesTable);
  return [
    ...(rewrites ? [{ kind: 'rewrites', object: table } as const] : []),
    ...constraints.flatMap((constraint) => newConstraint(constraint, table, context)),
  ];
}

function rewritesTable(constraint: Constraint): boolean {
  if (constraint.contype === 'CONSTR_IDENTITY') return true;
  if (constraint.contype === 'CONSTR_GENERATED') return constraint.generated_kind !== 'v';
  const { contype, raw_expr: value } = constraint;
  return contype === 'CONSTR_DEFAULT' && value !== undefined && mayBeVolatile(value);
}

function newConstraint(
  constraint: Constraint,
  table: ObjectReference,
  context: Context,
): readonly Draft[] {
  const unchecked = constraint.skip_validation === true || constraint.is_enforced === false;
  switch (constraint.contype) {
    case 'CONSTR_FOREIGN':
      return foreignKey(constraint, table, context);
    case 'CONSTR_CHECK':
      return unchecked ? [] : [{ kind: 'scans', object: table }];
    case 'CONSTR_PRIMARY':
    case 'CONSTR_UNIQUE':
    case 'CONSTR_EXCLUSION':
      return constraint.indexname === undefined ? [indexBuild(constraint, table)] : [];
    default:
      return [];
  }
}

function foreignKey(
  constraint: Constraint,
  table: ObjectReference,
  context: Context,
): readonly Draft[] {
  const mode: LockMode = 'SHARE ROW EXCLUSIVE';
  const referenced = relation(constraint.pktable, context);
  const scans =
    constraint.skip_validation === true ? [] : [{ kind: 'scans', object: table } as const];
  // Deleting from the table referred to may now delete from, or wait for, a table that was there before.
  const entangled: readonly Draft[] = table.createdHere
    ? []
    : [{ kind: 'alters', object: referenced, change: 'referenced-by' }];
  return [...entangled, locks(referenced, mode), ...scans];
}

function indexBuild(constraint: Constraint, table: ObjectReference): Draft {
  const index = constraint.conname ?? '';
  const unique = constraint.contype !== 'CONSTR_EXCLUSION';
  return { kind: 'builds-index', object: table, index, concurrently: false, unique };
}

/** ALTER INDEX … ATTACH PARTITION reads no row: the index of the partition is there already. */
function indexPartition(command: AlterTableCmd, context: Context): readonly Draft[] {
  const definition = nodeAs(command.def, 'PartitionCmd');
  return [locks(relation(definition?.name, context, 'index'), 'ACCESS EXCLUSIVE')];
}

function partition(command: AlterTableCmd, context: Context): readonly Draft[] {
  const definition = nodeAs(command.def, 'PartitionCmd');
  const object = relation(definition?.name, context);
  const attaching = command.subtype === 'AT_AttachPartition';
  return [
    locks(object, 'ACCESS EXCLUSIVE'),
    ...(attaching ? [{ kind: 'scans', object } as const] : []),
  ];
}

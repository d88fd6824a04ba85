import type { AlterTableCmd, Constraint, Node, RangeVar } from '@pgsql/types';
import {
  constantText,
  hasTag,
  namesOf,
  nodeAs,
  nodesAs,
  optionNamed,
  someNode,
} from '../sql/nodes.ts';
import { isVolatile } from './expression.ts';
import { toTableName } from './table-name.ts';
import type { TableName, Trait } from './traits.ts';

/** What the node under `key` is like, wherever it stands. */
export function schemaTraits(key: string, node: object): readonly Trait[] {
  return Object.hasOwn(readers, key) ? (readers[key]?.(node) ?? []) : [];
}

const readers: Readonly<Record<string, (node: object) => readonly Trait[]>> = {
  ViewStmt: (node) => viewOf(nodeAs(node, 'ViewStmt')),
  CreatePolicyStmt: (node) => policyOf(nodeAs(node, 'CreatePolicyStmt')),
  AlterPolicyStmt: (node) => alteredPolicy(nodeAs(node, 'AlterPolicyStmt')),
  CreateTableAsStmt: (node) => {
    const { into, query } = nodeAs(node, 'CreateTableAsStmt') ?? {};
    return into?.skipData === true ? [] : copyOf(into?.rel, nodeAs(query, 'SelectStmt'));
  },
  SelectStmt: (node) => {
    const select = nodeAs(node, 'SelectStmt');
    return select?.intoClause === undefined ? [] : copyOf(select.intoClause.rel, select);
  },
  AlterTableStmt: (node) => {
    const statement = nodeAs(node, 'AlterTableStmt');
    const kind = statement?.objtype === 'OBJECT_VIEW' ? 'view' : 'table';
    const of = { kind, ...toTableName(statement?.relation) } as const;
    return nodesAs(statement?.cmds, 'AlterTableCmd').flatMap((command) => altered(command, of));
  },
  CreateStmt: (node) => {
    const statement = nodeAs(node, 'CreateStmt');
    const table = toTableName(statement?.relation);
    const unlogged = statement?.relation?.relpersistence === 'u';
    return [
      ...nodesAs(statement?.tableElts, 'Constraint').flatMap((one) => constrained(one, table)),
      ...nodesAs(statement?.tableElts, 'ColumnDef').flatMap((column) =>
        nodesAs(column.constraints, 'Constraint').flatMap((one) =>
          constrained(one, table, column.colname),
        ),
      ),
      ...(unlogged ? [{ kind: 'unlogged', table } as const] : []),
    ];
  },
  IndexStmt: (node) => {
    const { relation, indexParams } = nodeAs(node, 'IndexStmt') ?? {};
    const columns = nodesAs(indexParams, 'IndexElem').map(({ name }) => name ?? '');
    return [{ kind: 'indexes', table: toTableName(relation), columns }];
  },
  AlterFunctionStmt: (node) => {
    const { func, actions } = nodeAs(node, 'AlterFunctionStmt') ?? {};
    const name = namesOf(func?.objname).join('.');
    return nodesAs(actions, 'DefElem')
      .flatMap(promised)
      .map((option) => ({
        kind: 'function-option',
        name,
        option,
      }));
  },
  AlterDomainStmt: (node) => {
    const { typeName, subtype, def } = nodeAs(node, 'AlterDomainStmt') ?? {};
    const unchecked = nodeAs(def, 'Constraint')?.skip_validation === true;
    if ((subtype !== 'C' && subtype !== 'O') || unchecked) return [];
    return [{ kind: 'domain-check', domain: namesOf(typeName).join('.') }];
  },
  AlterSeqStmt: (node) => {
    const { sequence, options } = nodeAs(node, 'AlterSeqStmt') ?? {};
    const counting = nodesAs(options, 'DefElem').filter(countsOtherwise);
    return counting.map(({ defname = '' }) => ({
      kind: 'sequence-option',
      sequence: toTableName(sequence),
      option: defname,
    }));
  },
  CreatePublicationStmt: (node) => {
    const { pubname, pubobjects, for_all_tables } = nodeAs(node, 'CreatePublicationStmt') ?? {};
    return published(pubname, pubobjects, for_all_tables === true);
  },
  AlterPublicationStmt: (node) => {
    const { pubname, pubobjects, action } = nodeAs(node, 'AlterPublicationStmt') ?? {};
    return action === 'AP_DropObjects' ? [] : published(pubname, pubobjects, false);
  },
  UpdateStmt: (node) => {
    const { relation, targetList } = nodeAs(node, 'UpdateStmt') ?? {};
    return [{ kind: 'assigns', table: toTableName(relation), columns: targets(targetList) }];
  },
};

function targets(list: readonly Node[] | undefined): readonly string[] {
  return nodesAs(list, 'ResTarget').map(({ name }) => name ?? '');
}

type Statement<Tag extends 'ViewStmt' | 'CreatePolicyStmt' | 'AlterPolicyStmt' | 'SelectStmt'> =
  ReturnType<typeof nodeAs<Tag>>;

function viewOf(statement: Statement<'ViewStmt'>): readonly Trait[] {
  return [
    {
      kind: 'view',
      view: toTableName(statement?.view),
      reads: tablesIn(statement?.query),
      invoker: isInvoker(statement?.options),
    },
  ];
}

function tablesIn(node: object | undefined): readonly TableName[] {
  const found: TableName[] = [];
  someNode(node, (inner) => {
    const table = nodeAs(inner, 'RangeVar');
    if (table !== undefined) found.push(toTableName(table));
    return false;
  });
  return found;
}

/** What a user of the usual login services can write about themselves. */
const metadata = /^(?:raw_)?user_meta_?data$/;

function trustsMetadata(node: object | undefined): boolean {
  return someNode(node, (inner) => {
    const text = hasTag(inner, 'A_Const') ? constantText(inner) : undefined;
    const columns = namesOf(nodeAs(inner, 'ColumnRef')?.fields);
    return [text ?? '', ...columns].some((word) => metadata.test(word));
  });
}

function policyOf(statement: Statement<'CreatePolicyStmt'>): readonly Trait[] {
  return [
    {
      kind: 'policy',
      table: toTableName(statement?.table),
      policy: statement?.policy_name ?? '',
      permissive: statement?.permissive === true,
      command: statement?.cmd_name ?? 'all',
      metadata: trustsMetadata(statement?.qual) || trustsMetadata(statement?.with_check),
    },
  ];
}

function alteredPolicy(statement: Statement<'AlterPolicyStmt'>): readonly Trait[] {
  if (!trustsMetadata(statement?.qual) && !trustsMetadata(statement?.with_check)) return [];
  const table = toTableName(statement?.table);
  const policy = statement?.policy_name ?? '';
  return [{ kind: 'policy', table, policy, permissive: false, command: 'all', metadata: true }];
}

function copyOf(into: RangeVar | undefined, select: Statement<'SelectStmt'>): readonly Trait[] {
  const columns = nodesAs(select?.targetList, 'ResTarget').flatMap(({ val }) =>
    namesOf(nodeAs(val, 'ColumnRef')?.fields).slice(-1),
  );
  const everything = nodesAs(select?.targetList, 'ResTarget').some(({ val }) =>
    (nodeAs(val, 'ColumnRef')?.fields ?? []).some((field) => hasTag(field, 'A_Star')),
  );
  const from = tablesIn(select === undefined ? undefined : { fromClause: select.fromClause });
  return [{ kind: 'copies', into: toTableName(into), from, columns, everything }];
}

function altered(
  command: AlterTableCmd,
  of: TableName & { readonly kind: 'table' | 'view' },
): readonly Trait[] {
  const { kind: _kind, ...table } = of;
  switch (command.subtype) {
    case 'AT_SetRelOptions':
    case 'AT_ResetRelOptions': {
      const resets = command.subtype === 'AT_ResetRelOptions';
      return nodesAs(nodeAs(command.def, 'List')?.items, 'DefElem').map(({ defname, arg }) => ({
        kind: 'option',
        of,
        option: (defname ?? '').toLowerCase(),
        ...(resets ? {} : { value: wordOf(arg) }),
      }));
    }
    case 'AT_AddConstraint': {
      const constraint = nodeAs(command.def, 'Constraint');
      return constraint === undefined ? [] : constrained(constraint, table);
    }
    case 'AT_AddColumn': {
      const column = nodeAs(command.def, 'ColumnDef');
      return nodesAs(column?.constraints, 'Constraint').flatMap((one) =>
        constrained(one, table, column?.colname),
      );
    }
    default:
      return [];
  }
}

function constrained(constraint: Constraint, table: TableName, column?: string): readonly Trait[] {
  switch (constraint.contype) {
    case 'CONSTR_CHECK':
      return constraint.raw_expr !== undefined && isVolatile(constraint.raw_expr)
        ? [{ kind: 'volatile-check', table }]
        : [];
    case 'CONSTR_FOREIGN':
      return [{ kind: 'references', table, columns: named(constraint.fk_attrs, column) }];
    case 'CONSTR_PRIMARY':
    case 'CONSTR_UNIQUE':
      return [{ kind: 'indexes', table, columns: named(constraint.keys, column) }];
    default:
      return [];
  }
}

function named(nodes: readonly Node[] | undefined, column: string | undefined): readonly string[] {
  return column === undefined ? namesOf(nodes) : [column];
}

function isInvoker(options: readonly Node[] | undefined): boolean {
  const option = optionNamed(options, 'security_invoker');
  return option !== undefined && !['false', 'off', '0', 'no', 'f'].includes(wordOf(option.arg));
}

/** A bare word is a type name to the grammar; an option without a value is on. */
function wordOf(argument: Node | undefined): string {
  const word = namesOf(nodeAs(argument, 'TypeName')?.names).at(-1);
  return (constantText(argument) ?? word ?? 'true').toLowerCase();
}

type Option = { readonly defname?: string; readonly arg?: Node };

/** What PostgreSQL takes a function's word for. */
function promised({ defname, arg }: Option): readonly string[] {
  if (defname === 'volatility') return [constantText(arg) ?? defname];
  if (defname === 'support') return ['supported by another function'];
  if (defname === 'leakproof') return [constantText(arg) === 'false' ? 'not leakproof' : defname];
  return [];
}

/** Options that let a sequence repeat its values or run out of them. */
function countsOtherwise({ defname, arg }: Option): boolean {
  if (defname === 'cycle') return constantText(arg) !== 'false';
  return ['increment', 'maxvalue', 'minvalue', 'as'].includes(defname ?? '');
}

function published(
  publication = '',
  objects: readonly Node[] | undefined,
  forAll: boolean,
): readonly Trait[] {
  const specs = nodesAs(objects, 'PublicationObjSpec');
  const tables = specs.flatMap(({ pubtable }) =>
    pubtable?.relation === undefined ? [] : [toTableName(pubtable.relation)],
  );
  const everything = forAll || specs.some(({ pubtable }) => pubtable === undefined);
  return [{ kind: 'publishes', publication, tables, everything }];
}

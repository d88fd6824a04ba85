import type {
  CommentStmt,
  CreateStatsStmt,
  CreateStmt,
  DefElem,
  DefineStmt,
  IndexStmt,
  IntoClause,
  ViewStmt,
} from '@pgsql/types';
import { knownRelation } from '../catalog/catalog.ts';
import type { ObjectReference } from '../domain/effect.ts';
import type { Context, Draft } from './draft.ts';
import { deriver, locks, named, relation } from './draft.ts';
import { byFacts, formCosts, formLocks } from './form-costs.ts';
import { namesOf, nodeAs, nodesAs } from '../sql/nodes.ts';
import { callsOf } from './function-call.ts';
import { defaultPartition } from './known-relations.ts';
import { kindOf, objectOf } from './objects.ts';
import { roleOptions } from './privilege.ts';
import { dictionaryFiles, librariesOf } from './text-search.ts';
import { signatureOfAggregate, signatureOfOperator } from './signature.ts';
import { isOpenPolicy } from './open-policy.ts';

/** CREATE of everything that runs no code and leaves no database. */
export const create = {
  CreateStmt: deriver('CreateStmt', (statement, context) =>
    createTable(statement, relation(statement.relation, context), context),
  ),
  CreateSchemaStmt: deriver('CreateSchemaStmt', (statement, context) => [
    creates(
      named('schema', [statement.schemaname ?? statement.authrole?.rolename ?? ''], context),
      {
        ifNotExists: statement.if_not_exists === true,
      },
    ),
  ]),
  IndexStmt: deriver('IndexStmt', (statement, context) => {
    const object = relation(statement.relation, context);
    const concurrently = statement.concurrent === true;
    const indexForm = concurrently ? 'create-index-concurrently' : 'create-index';
    const index = statement.idxname ?? '';
    const { schema } = object;
    const name = { kind: 'index' as const, name: index };
    // An index goes to the schema of its table, which only a new or qualified table tells.
    const certain = index !== '' && (object.createdHere || schema !== undefined);
    return [
      creates(
        { ...name, ...(schema === undefined ? {} : { schema }), createdHere: certain },
        {
          ifNotExists: statement.if_not_exists === true || !certain,
        },
      ),
      ...(isEmptyParent(statement, context)
        ? []
        : [
            {
              kind: 'builds-index',
              object,
              index,
              concurrently,
              unique: statement.unique === true,
            } as const,
          ]),
      ...formLocks({ form: indexForm, roles: { itself: [object] } }, context),
    ];
  }),
  ViewStmt: deriver('ViewStmt', (statement, context) => [
    creates(relation(statement.view, context, 'view'), { replaces: statement.replace === true }),
    ...locksOfReplaced(statement, context),
  ]),
  CreateTableAsStmt: deriver('CreateTableAsStmt', (statement, context) => [
    creates(relation(statement.into?.rel, context, kindOf(statement.objtype)), {
      ifNotExists: statement.if_not_exists === true,
    }),
  ]),
  CreateSeqStmt: deriver('CreateSeqStmt', (statement, context) => [
    creates(relation(statement.sequence, context, 'sequence'), {
      ifNotExists: statement.if_not_exists === true,
    }),
  ]),
  CreateEnumStmt: deriver('CreateEnumStmt', (statement, context) => [
    creates(named('type', namesOf(statement.typeName), context)),
  ]),
  CompositeTypeStmt: deriver('CompositeTypeStmt', (statement, context) => [
    creates(relation(statement.typevar, context, 'type')),
  ]),
  CreateRangeStmt: deriver('CreateRangeStmt', (statement, context) => [
    creates(named('type', namesOf(statement.typeName), context)),
  ]),
  CreateDomainStmt: deriver('CreateDomainStmt', (statement, context) => [
    creates(named('domain', namesOf(statement.domainname), context)),
  ]),
  DefineStmt: deriver('DefineStmt', (statement, context) => [
    creates(defined(statement, context), {
      replaces: statement.replace === true,
      ifNotExists: statement.if_not_exists === true,
    }),
    ...nodesAs(statement.definition, 'DefElem').flatMap((option) => supportCalls(option, context)),
    ...dictionaryFiles(statement.definition),
    ...librariesOf(statement),
  ]),
  CreateStatsStmt: deriver('CreateStatsStmt', (statement, context) => [
    creates(named('statistics', namesOf(statement.defnames), context), {
      ifNotExists: statement.if_not_exists === true,
    }),
    ...formLocks(
      { form: 'create-statistics', roles: { itself: sampled(statement, context) } },
      context,
    ),
  ]),
  CreatePolicyStmt: deriver('CreatePolicyStmt', (statement, context) => {
    const object = relation(statement.table, context, 'policy', statement.policy_name);
    const target = {
      name: statement.table?.relname ?? '',
      relation: statement.table?.relname ?? '',
    };
    const conditions = [statement.qual, statement.with_check];
    const open =
      statement.permissive === true &&
      conditions.some((condition) => isOpenPolicy(condition, target));
    return [
      creates(object),
      ...(open ? [{ kind: 'alters', object, change: 'policy' } as const] : []),
      ...formLocks({ form: 'create-policy', roles: { itself: [object] } }, context),
    ];
  }),
  CreateRoleStmt: deriver('CreateRoleStmt', (statement, context) => {
    const object = named('role', [statement.role ?? ''], context);
    const to = roleOptions(statement.options).join(', ');
    return [creates(object), { kind: 'alters', object, change: 'role-attributes', to }];
  }),
  CreateConversionStmt: deriver('CreateConversionStmt', (statement, context) => [
    creates(named('conversion', namesOf(statement.conversion_name), context)),
    // It runs a function of C on every text of every later session.
    ...(statement.def === true
      ? [{ kind: 'accesses-server', how: 'library', detail: 'create default conversion' } as const]
      : []),
  ]),
  CommentStmt: deriver('CommentStmt', (statement, context) => [
    {
      kind: 'alters',
      object: objectOf(kindOf(statement.objtype), statement.object, context),
      change: 'comment',
    },
    ...locksOfComment(statement, context),
  ]),
} as const;

function locksOfComment({ objtype, object }: CommentStmt, context: Context): readonly Draft[] {
  if (objtype !== 'OBJECT_TABLE' && objtype !== 'OBJECT_COLUMN') return [];
  const names = namesOf(nodeAs(object, 'List')?.items);
  const [form, table] =
    objtype === 'OBJECT_TABLE'
      ? (['comment-on-table', names] as const)
      : (['comment-on-column', names.slice(0, -1)] as const);
  return formLocks({ form, roles: { itself: [named('table', table, context)] } }, context);
}

/** A view that is there is locked as if it were made again. */
function locksOfReplaced({ view, replace }: ViewStmt, context: Context): readonly Draft[] {
  const object = relation(view, context, 'view');
  if (replace !== true || knownRelation(context.catalog, object) === undefined) return [];
  return [{ ...locks(object, 'ACCESS EXCLUSIVE'), usesFacts: true }];
}

function sampled({ relations }: CreateStatsStmt, context: Context): readonly ObjectReference[] {
  return nodesAs(relations, 'RangeVar').map((table) => relation(table, context));
}

function defined(statement: DefineStmt, context: Context): ObjectReference {
  const { args, definition } = statement;
  const object = named(kindOf(statement.kind), namesOf(statement.defnames), context);
  if (object.kind === 'aggregate') return { ...object, ...signatureOfAggregate(args) };
  return object.kind === 'operator' ? { ...object, ...signatureOfOperator(definition) } : object;
}

/** ON ONLY a partitioned table: nothing is built, because the table itself holds nothing. */
function isEmptyParent({ relation: table }: IndexStmt, { catalog }: Context): boolean {
  if (table === undefined || table.inh === true || catalog.facts?.stale === true) return false;
  const { schemaname: schema, relname: name = '' } = table;
  const known = knownRelation(catalog, schema === undefined ? { name } : { schema, name });
  return known?.facts.kind === 'partitioned-table';
}

/** A table, its indexes come with it; what it refers to is locked. */
export function createTable(
  statement: CreateStmt,
  object: ObjectReference,
  context: Context,
): readonly Draft[] {
  const constraints = [
    ...nodesAs(statement.tableElts, 'Constraint'),
    ...nodesAs(statement.tableElts, 'ColumnDef').flatMap((column) =>
      nodesAs(column.constraints, 'Constraint'),
    ),
  ];
  const referenced = constraints.flatMap((constraint) =>
    constraint.contype === 'CONSTR_FOREIGN' ? [relation(constraint.pktable, context)] : [],
  );
  const parents = nodesAs(statement.inhRelations, 'RangeVar').map((parent) =>
    relation(parent, context),
  );
  const child = statement.partbound === undefined ? 'create-table-inherits' : 'create-partition';
  const columns = listedColumns(statement);
  return [
    {
      ...creates(object, { ifNotExists: statement.if_not_exists === true }),
      ...(columns === undefined ? {} : { columns }),
    },
    ...formLocks({ form: 'create-table-references', roles: { referenced } }, context),
    ...formLocks({ form: child, roles: { itself: parents } }, context),
    ...(statement.partbound === undefined ? [] : besideDefault(parents, context)),
    ...(statement.partbound === undefined
      ? []
      : [{ kind: 'alters', object, change: 'part-of' } as const]),
  ];
}

/** A default partition is read for rows that the new one would take. */
function besideDefault(parents: readonly ObjectReference[], context: Context): readonly Draft[] {
  const beside = parents.flatMap((parent) => defaultPartition(parent, context.catalog));
  return byFacts('create-partition-beside-default', { 'default-partition': beside }).flatMap(
    (played) => formCosts(played, context),
  );
}

/** Undefined where some come from another table or a type. */
function listedColumns(statement: CreateStmt): readonly string[] | undefined {
  const { tableElts, inhRelations = [], ofTypename } = statement;
  const copied = nodesAs(tableElts, 'TableLikeClause').length > 0;
  if (copied || inhRelations.length > 0 || ofTypename !== undefined) return undefined;
  return nodesAs(tableElts, 'ColumnDef').map(({ colname }) => colname ?? '');
}

/** Options that name a function which an operator, aggregate or type runs from then on. */
const support =
  /^(?:function|procedure|m?(?:s|final|inv)func|combinefunc|(?:de)?serialfunc|input|output|receive|send|typmod_in|typmod_out|analyze|subscript)$/;

function supportCalls(option: DefElem, context: Context): readonly Draft[] {
  const type = nodeAs(option.arg, 'TypeName');
  if (type === undefined || !support.test(option.defname ?? '')) return [];
  return callsOf({ funcname: type.names ?? [] }, context).map((draft) => ({
    ...draft,
    via: 'indirect',
  }));
}

/** SELECT … INTO. */
export function createInto(into: IntoClause, context: Context): readonly Draft[] {
  return [creates(relation(into.rel, context))];
}

export function creates(
  object: ObjectReference,
  how: { readonly replaces?: boolean; readonly ifNotExists?: boolean } = {},
): Draft & { readonly kind: 'creates' } {
  const { replaces = false, ifNotExists = false } = how;
  return {
    kind: 'creates',
    object: { ...object, createdHere: !replaces && !ifNotExists },
    replaces,
    ifNotExists,
  };
}

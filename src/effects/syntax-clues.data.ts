import type { Constraint, GrantStmt, ReturningClause } from '@pgsql/types';
import type { NodeOf, NodeTag } from '../sql/nodes.ts';
import { namesOf, nodeAs, nodesAs, optionNamed, someNode } from '../sql/nodes.ts';

/** A kind of node, or something about it, that PostgreSQL knows from one major version on. */
export type SyntaxClue = {
  readonly tag: NodeTag;
  readonly since: number;
  readonly feature: string;
  /** PL/pgSQL gives these words another meaning, so they say nothing inside a body. */
  readonly notInBodies: boolean;
  readonly holds: (node: object) => boolean;
};

/** Parameters that a server refuses to set before this major version. */
const settings: Readonly<Record<string, number>> = {
  stats_fetch_consistency: 15,
  recursive_worktable_factor: 15,
  createrole_self_grant: 16,
  vacuum_buffer_usage_limit: 16,
  enable_presorted_aggregate: 16,
  transaction_timeout: 17,
  event_triggers: 17,
  vacuum_truncate: 18,
  file_copy_method: 18,
  enable_self_join_elimination: 18,
  enable_distinct_reordering: 18,
};

/** From the sections "Migration to Version" and "Changes" of PostgreSQL's release notes, 15 to 18. */
export const syntaxClues: readonly SyntaxClue[] = [
  clue('MergeStmt', 15, 'MERGE'),
  clue('MergeStmt', 17, 'MERGE with RETURNING', ({ returningClause }) => returningClause !== undefined),
  clue(
    'MergeWhenClause',
    17,
    'WHEN NOT MATCHED BY SOURCE',
    ({ matchKind }) => matchKind === 'MERGE_WHEN_NOT_MATCHED_BY_SOURCE',
  ),
  clue('IndexStmt', 15, 'NULLS NOT DISTINCT', (index) => index.nulls_not_distinct === true),
  clue('Constraint', 15, 'NULLS NOT DISTINCT', (constraint) => constraint.nulls_not_distinct === true),
  clue('Constraint', 15, 'ON DELETE SET with a list of columns', ({ fk_del_set_cols }) => fk_del_set_cols !== undefined),
  clue('DefElem', 15, 'security_invoker', ({ defname }) => defname === 'security_invoker'),
  clue('GrantStmt', 15, 'GRANT ON PARAMETER', ({ objtype }) => objtype === 'OBJECT_PARAMETER_ACL'),
  clue('AlterTableCmd', 15, 'SET ACCESS METHOD', ({ subtype }) => subtype === 'AT_SetAccessMethod'),
  clue('CopyStmt', 15, 'COPY with HEADER MATCH', ({ options }) => headerMatches(options)),
  clue('PublicationObjSpec', 15, 'a publication of a schema', ({ pubobjtype }) =>
    (pubobjtype ?? '').startsWith('PUBLICATIONOBJ_TABLES_IN'),
  ),
  clue(
    'PublicationObjSpec',
    15,
    'a publication of some rows or columns',
    ({ pubtable }) => pubtable?.whereClause !== undefined || pubtable?.columns !== undefined,
  ),

  ...(
    [
      'JsonObjectConstructor',
      'JsonArrayConstructor',
      'JsonArrayQueryConstructor',
      'JsonObjectAgg',
      'JsonArrayAgg',
    ] as const
  ).map((tag) => clue(tag, 16, 'the SQL/JSON constructors')),
  clue('JsonIsPredicate', 16, 'IS JSON'),
  clue('RangeSubselect', 16, 'a subquery in FROM without an alias', ({ alias }) => alias === undefined),
  clue('CreateStatsStmt', 16, 'CREATE STATISTICS without a name', ({ defnames }) => defnames === undefined),
  clue('ColumnDef', 16, 'STORAGE in CREATE TABLE', ({ storage_name }) => storage_name !== undefined),
  clue('GrantRoleStmt', 16, 'GRANT of a role WITH INHERIT or SET', ({ opt }) =>
    hasOption(opt, 'inherit', 'set'),
  ),
  clue('CopyStmt', 16, 'COPY with DEFAULT', ({ options }) => hasOption(options, 'default')),
  clue('ExplainStmt', 16, 'EXPLAIN (GENERIC_PLAN)', ({ options }) => hasOption(options, 'generic_plan')),
  clue('VacuumStmt', 16, 'VACUUM (BUFFER_USAGE_LIMIT)', ({ options }) =>
    hasOption(options, 'buffer_usage_limit'),
  ),
  clue('FuncCall', 16, 'SYSTEM_USER', (call) => isSqlCall(call, 'system_user')),

  ...(['JsonFuncExpr', 'JsonParseExpr', 'JsonScalarExpr', 'JsonSerializeExpr'] as const).map((tag) =>
    clue(tag, 17, 'the SQL/JSON query functions'),
  ),
  clue('JsonTable', 17, 'JSON_TABLE'),
  clue('AlterTableCmd', 17, 'SET EXPRESSION', ({ subtype }) => subtype === 'AT_SetExpression'),
  clue(
    'AlterTableCmd',
    17,
    'SET ACCESS METHOD DEFAULT',
    ({ subtype, name }) => subtype === 'AT_SetAccessMethod' && name === undefined,
  ),
  clue('GrantStmt', 17, 'the privilege MAINTAIN', givesMaintain),
  clue('AlterDefaultPrivilegesStmt', 17, 'the privilege MAINTAIN', ({ action }) =>
    givesMaintain(action ?? {}),
  ),
  clue('CopyStmt', 17, 'COPY with ON_ERROR', ({ options }) => hasOption(options, 'on_error')),
  clue('CopyStmt', 17, 'COPY with LOG_VERBOSITY', ({ options }) => hasOption(options, 'log_verbosity')),
  clue('ExplainStmt', 17, 'EXPLAIN (MEMORY or SERIALIZE)', ({ options }) =>
    hasOption(options, 'memory', 'serialize'),
  ),
  clue(
    'FuncCall',
    17,
    'AT LOCAL',
    (call) => isSqlCall(call, 'timezone') && (call.args ?? []).length === 1,
  ),

  clue('Constraint', 18, 'GENERATED … VIRTUAL', ({ generated_kind }) => generated_kind === 'v'),
  clue('Constraint', 18, 'NOT ENFORCED', isNotEnforced),
  clue(
    'Constraint',
    18,
    'NOT NULL as a constraint of the table',
    ({ contype, keys }) => contype === 'CONSTR_NOTNULL' && keys !== undefined,
  ),
  clue('Constraint', 18, 'WITHOUT OVERLAPS', ({ without_overlaps }) => without_overlaps === true),
  clue('Constraint', 18, 'PERIOD', ({ fk_with_period }) => fk_with_period === true),
  clue(
    'ATAlterConstraint',
    18,
    'ALTER CONSTRAINT with ENFORCED or INHERIT',
    ({ alterEnforceability, alterInheritability }) =>
      alterEnforceability === true || alterInheritability === true,
  ),
  clue('CopyStmt', 18, 'COPY with REJECT_LIMIT', ({ options }) => hasOption(options, 'reject_limit')),
  clue('VacuumRelation', 18, 'VACUUM or ANALYZE ONLY', ({ relation }) => relation?.inh !== true && relation !== undefined),
  clue('CreateForeignTableStmt', 18, 'LIKE in CREATE FOREIGN TABLE', ({ base }) =>
    (base?.tableElts ?? []).some((element) => nodeAs(element, 'TableLikeClause') !== undefined),
  ),
  clue('InsertStmt', 18, 'RETURNING WITH', hasReturningOptions),
  clue('UpdateStmt', 18, 'RETURNING WITH', hasReturningOptions),
  clue('DeleteStmt', 18, 'RETURNING WITH', hasReturningOptions),
  clue('MergeStmt', 18, 'RETURNING WITH', hasReturningOptions),
  ...[
    clue('InsertStmt', 18, 'RETURNING of OLD and NEW', returnsOldOrNew),
    clue('UpdateStmt', 18, 'RETURNING of OLD and NEW', returnsOldOrNew),
    clue('DeleteStmt', 18, 'RETURNING of OLD and NEW', returnsOldOrNew),
    clue('MergeStmt', 18, 'RETURNING of OLD and NEW', returnsOldOrNew),
  ].map((oldOrNew) => ({ ...oldOrNew, notInBodies: true })),

  ...Object.entries(settings).flatMap(([name, since]) => [
    clue('VariableSetStmt', since, name, (set) => set.name === name),
    clue('AlterRoleSetStmt', since, name, ({ setstmt }) => setstmt?.name === name),
    clue('AlterDatabaseSetStmt', since, name, ({ setstmt }) => setstmt?.name === name),
    clue('AlterSystemStmt', since, name, ({ setstmt }) => setstmt?.name === name),
  ]),
];

function clue<Tag extends NodeTag>(
  tag: Tag,
  since: number,
  feature: string,
  when: (node: NodeOf<Tag>) => boolean = () => true,
): SyntaxClue {
  const holds = (node: object): boolean => {
    const found = nodeAs(node, tag);
    return found !== undefined && when(found);
  };
  return { tag, since, feature, notInBodies: false, holds };
}

function hasOption(options: NodeOf<'CopyStmt'>['options'], ...names: readonly string[]): boolean {
  return names.some((name) => optionNamed(options, name) !== undefined);
}

function headerMatches(options: NodeOf<'CopyStmt'>['options']): boolean {
  const header = nodeAs(optionNamed(options, 'header')?.arg, 'String');
  return header?.sval?.toLowerCase() === 'match';
}

/** Words that the grammar itself turns into a call. */
function isSqlCall(call: NodeOf<'FuncCall'>, name: string): boolean {
  return call.funcformat === 'COERCE_SQL_SYNTAX' && namesOf(call.funcname).at(-1) === name;
}

function givesMaintain({ privileges }: GrantStmt): boolean {
  return nodesAs(privileges, 'AccessPriv').some(({ priv_name }) => priv_name === 'maintain');
}

function isNotEnforced({ contype, is_enforced }: Constraint): boolean {
  return (contype === 'CONSTR_CHECK' || contype === 'CONSTR_FOREIGN') && is_enforced !== true;
}

function hasReturningOptions(statement: { readonly returningClause?: ReturningClause }): boolean {
  return statement.returningClause?.options !== undefined;
}

/** A table or an alias of that name is what the words mean on every version. */
function returnsOldOrNew(statement: { readonly returningClause?: ReturningClause }): boolean {
  return ['old', 'new'].some(
    (word) =>
      someNode(statement.returningClause, (node) => startsWith(node, word)) &&
      !someNode(statement, (node) => isNamed(node, word)),
  );
}

function startsWith(node: object, word: string): boolean {
  const fields = nodeAs(node, 'ColumnRef')?.fields;
  return (fields ?? []).length > 1 && nodeAs(fields?.[0], 'String')?.sval === word;
}

function isNamed(node: object, word: string): boolean {
  return (
    ('aliasname' in node && node.aliasname === word) || ('relname' in node && node.relname === word)
  );
}

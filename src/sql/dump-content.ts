import type { AlterTableStmt, CreateStmt, IndexStmt, Node, RangeVar } from '@pgsql/types';
import { holdsWholePreamble } from './dump-preamble.ts';
import { nodeAs } from './nodes.ts';
import { tagOf } from './tag.ts';

/**
 * Whether a file that is named as a dump also looks like one: it begins with the whole top that every
 * pg_dump writes, makes and fills objects, and touches no table but those that it makes itself. A name
 * is the author's choice, and under those settings anything else would run without its time limits.
 */
export function looksLikeDump(texts: readonly string[], nodes: readonly Node[]): boolean {
  if (!holdsWholePreamble(texts)) return false;
  const made = new Set(nodes.flatMap(relationMade).map(nameOf));
  return nodes.every(
    (node) =>
      dumped.has(tagOf(node)) && relationsTouched(node).every((one) => made.has(nameOf(one))),
  );
}

function nameOf({ schemaname = '', relname = '' }: RangeVar): string {
  return `${schemaname}.${relname}`;
}

/** A table that may have been there is made by nobody; pg_dump never writes that. */
function relationMade(node: Node): readonly RangeVar[] {
  const made = [
    newTable(nodeAs(node, 'CreateStmt')),
    newTable(nodeAs(node, 'CreateForeignTableStmt')?.base),
    nodeAs(node, 'CreateSeqStmt')?.sequence,
    nodeAs(node, 'ViewStmt')?.view,
    nodeAs(node, 'CreateTableAsStmt')?.into?.rel,
    newIndex(nodeAs(node, 'IndexStmt')),
  ];
  return made.flatMap((one) => one ?? []);
}

function newTable(table: CreateStmt | undefined): RangeVar | undefined {
  return table?.if_not_exists === true ? undefined : table?.relation;
}

/** It lives in the schema of its table. */
function newIndex(index: IndexStmt | undefined): RangeVar | undefined {
  return index && { ...index.relation, relname: index.idxname ?? '' };
}

function relationsTouched(node: Node): readonly RangeVar[] {
  const touched = [
    altered(nodeAs(node, 'AlterTableStmt')),
    nodeAs(node, 'AlterSeqStmt')?.sequence,
    nodeAs(node, 'CreatePolicyStmt')?.table,
    nodeAs(node, 'IndexStmt')?.relation,
    nodeAs(node, 'InsertStmt')?.relation,
    nodeAs(node, 'CreateTrigStmt')?.relation,
    ...rewritten(node),
  ];
  return touched.flatMap((one) => one ?? []);
}

/** The index of a constraint has a name that no statement of its own gave it. */
function altered(statement: AlterTableStmt | undefined): RangeVar | undefined {
  return statement?.objtype === 'OBJECT_INDEX' ? undefined : statement?.relation;
}

function rewritten(node: Node): readonly (RangeVar | undefined)[] {
  return [nodeAs(node, 'RuleStmt')?.relation, nodeAs(node, 'RefreshMatViewStmt')?.relation];
}

/** Kinds of statements of a plain dump without --clean. */
const dumped: ReadonlySet<string> = new Set([
  'AlterDefaultPrivilegesStmt',
  'AlterEventTrigStmt',
  'AlterOwnerStmt',
  'AlterPublicationStmt',
  'AlterSeqStmt',
  'AlterStatsStmt',
  'AlterTSConfigurationStmt',
  'AlterTableStmt',
  'AlterTypeStmt',
  'CommentStmt',
  'CompositeTypeStmt',
  'CreateAmStmt',
  'CreateCastStmt',
  'CreateConversionStmt',
  'CreateDomainStmt',
  'CreateEnumStmt',
  'CreateEventTrigStmt',
  'CreateExtensionStmt',
  'CreateFdwStmt',
  'CreateForeignServerStmt',
  'CreateForeignTableStmt',
  'CreateFunctionStmt',
  'CreateOpClassStmt',
  'CreateOpFamilyStmt',
  'CreatePLangStmt',
  'CreatePolicyStmt',
  'CreatePublicationStmt',
  'CreateRangeStmt',
  'CreateSchemaStmt',
  'CreateSeqStmt',
  'CreateStatsStmt',
  'CreateStmt',
  'CreateTableAsStmt',
  'CreateTransformStmt',
  'CreateTrigStmt',
  'CreateUserMappingStmt',
  'DefineStmt',
  'GrantStmt',
  'IndexStmt',
  'InsertStmt',
  'RefreshMatViewStmt',
  'RuleStmt',
  'SecLabelStmt',
  'SelectStmt',
  'VariableSetStmt',
  'ViewStmt',
]);

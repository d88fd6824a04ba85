import type { ParsedStatement } from '../domain/statement.ts';
import { parseIdentity } from './identity.ts';
import { childrenOf, namesOf, nodeAs, nodesAs } from '../sql/nodes.ts';

/**
 * Why the numbers of a statement say nothing of production although rows were copied: it chooses rows by
 * a masked column, or checks one. Undefined when its text shows no such place. `maskedColumns` as
 * `public.users.email`.
 */
export function maskedDoubt(
  statement: ParsedStatement,
  maskedColumns: readonly string[],
): string | undefined {
  if (maskedColumns.length === 0) return undefined;
  const used = new Set([
    ...choosingNames(statement.node, false),
    ...convertedNames(statement),
    ...bodyNames(statement),
  ]);
  const named = maskedColumns.filter((column) => isNamed(column, used));
  if (named.length > 0)
    return `It chooses or checks rows by ${named.join(', ')}, which the shadow holds masked.`;
  return hidesPredicates(statement)
    ? 'It runs code whose conditions cannot be read, on rows that the shadow holds masked.'
    : undefined;
}

/** By the column's own name, or by the name of its table as a whole row. */
function isNamed(column: string, used: ReadonlySet<string>): boolean {
  const { name, part: own } = parseIdentity(column, true);
  return used.has(everything) || used.has(name) || (own !== undefined && used.has(own));
}

const everything = '*';

/** Properties below which an expression decides which rows are meant, or whether they may stay. */
const choosing: ReadonlySet<string> = new Set([
  'whereClause',
  'havingClause',
  'groupClause',
  'distinctClause',
  'limitCount',
  'quals',
  'usingClause',
  'joinCondition',
  'condition',
  'raw_expr',
  'raw_default',
  'keys',
  'fk_attrs',
  'pk_attrs',
  'indexParams',
]);

function choosingNames(tree: object, within: boolean): readonly string[] {
  if (nodeAs(tree, 'JoinExpr')?.isNatural === true) return [everything];
  const own = within ? namesAt(tree) : [];
  // Its fields are the table's name and the column's: only the last one counts.
  if (nodeAs(tree, 'ColumnRef') !== undefined) return own;
  return [
    ...own,
    ...childrenOf(tree).flatMap(([key, child]) =>
      choosingNames(child, within || choosing.has(key)),
    ),
  ];
}

function namesAt(node: object): readonly string[] {
  const reference = nodeAs(node, 'ColumnRef');
  const text = nodeAs(node, 'String')?.sval;
  const indexed = nodeAs(node, 'IndexElem')?.name;
  const last = namesOf(reference?.fields).at(-1);
  return [last, text, indexed].flatMap((name) => (name === undefined ? [] : [name]));
}

/** A conversion meets every value, and VALIDATE whatever its constraint reads, which the text does not say. */
function convertedNames({ node }: ParsedStatement): readonly string[] {
  const altered = nodeAs(node, 'AlterTableStmt');
  return nodesAs(altered?.cmds, 'AlterTableCmd').flatMap(({ subtype, name }) => {
    const used = subtype === 'AT_ValidateConstraint' ? altered?.relation?.relname : name;
    const isMeant = subtype === 'AT_ValidateConstraint' || subtype === 'AT_AlterColumnType';
    return isMeant && used !== undefined ? [used] : [];
  });
}

/** Within a body every name counts: which of its statements runs is not known. */
function bodyNames({ bodies }: ParsedStatement): readonly string[] {
  return bodies.flatMap((body) =>
    body.kind === 'read'
      ? body.parts.flatMap((part) => ('node' in part ? choosingNames(part.node, true) : []))
      : [],
  );
}

/** Only code that runs now: a function that is merely defined moves nothing. */
function hidesPredicates({ tag, bodies }: ParsedStatement): boolean {
  if (tag !== 'DoStmt') return false;
  return bodies.some(
    (body) =>
      body.kind === 'opaque' ||
      body.parts.some(({ kind }) => kind === 'dynamic' || kind === 'unparsed'),
  );
}

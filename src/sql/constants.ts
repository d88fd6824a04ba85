import type { Node } from '@pgsql/types';
import { splitAssignment } from './assignment.ts';
import type { Constants } from './fold.ts';
import { foldSelect, foldTarget } from './fold.ts';
import type { FoldedValue } from './fold-value.ts';
import { isDynamicPlace, isRecord, recordsIn, type Tree } from './plpgsql-tree.ts';

/** Parses `SELECT <expression>`; undefined when it is something else. */
type ParseExpression = (expression: string) => Promise<Node | undefined>;

type Walk = {
  readonly parse: ParseExpression;
  readonly variables: Variables;
  /** The text that each dynamic expression yields, by the tree's own object. */
  readonly found: Map<object, string>;
  /** How many compound statements stand around. */
  readonly depth: number;
};

/** Hostile blocks nest: what stands deeper is not folded. */
const deepest = 40;

/** By number in the function's list; a name that two variables share is nobody's. */
type Variables = ReadonlyMap<number, string>;

/**
 * The SQL text that EXECUTE and its relatives run, where constants and variables that hold constants
 * there make it. Follows the statements in their order; what a branch, a loop or a handler may have
 * changed is not known any more, inside it and after it.
 */
export async function dynamicTexts(
  functions: readonly unknown[],
  parse: ParseExpression,
): Promise<ReadonlyMap<object, string>> {
  const found = new Map<object, string>();
  for (const wrapper of functions) {
    const body = isRecord(wrapper) ? wrapper['PLpgSQL_function'] : undefined;
    if (!isRecord(body) || !hasDynamic(body)) continue;
    const datums = Array.isArray(body['datums']) ? body['datums'].map(toDatum) : [];
    const walk = { parse, variables: variablesOf(datums), found, depth: 0 };
    await walkTree(body['action'], await initial(datums, body, walk), walk);
  }
  return found;
}

function hasDynamic(tree: unknown): boolean {
  return recordsIn(tree).some(
    (record) =>
      'dynquery' in record ||
      'PLpgSQL_stmt_dynexecute' in record ||
      'PLpgSQL_stmt_dynfors' in record,
  );
}

type Datum = { readonly name: string; readonly isText: boolean; readonly initial?: unknown };

/** Other types may change, cut or refuse a text that is assigned to them. */
const textTypes = new Set(['text', 'varchar', 'character varying', 'pg_catalog.text']);

function toDatum(datum: unknown): Datum {
  const variable = isRecord(datum) ? datum['PLpgSQL_var'] : undefined;
  if (!isRecord(variable)) return { name: '', isText: false };
  const type = isRecord(variable['datatype']) ? variable['datatype']['PLpgSQL_type'] : undefined;
  const typeName = isRecord(type) ? type['typname'] : undefined;
  return {
    name: typeof variable['refname'] === 'string' ? variable['refname'] : '',
    isText: typeof typeName === 'string' && textTypes.has(typeName.toLowerCase()),
    initial: variable['default_val'],
  };
}

function variablesOf(datums: readonly Datum[]): Variables {
  const names = datums.map(({ name }) => name);
  const known = datums.flatMap(({ name, isText }, index) =>
    isText && names.indexOf(name) === names.lastIndexOf(name) ? [[index, name] as const] : [],
  );
  return new Map(known);
}

/** What the declarations set; one that reads a variable which changes later counts as unknown. */
async function initial(datums: readonly Datum[], body: Tree, walk: Walk): Promise<Constants> {
  const changing = changedBy(body['action'], walk.variables);
  const constants = new Map<string, FoldedValue>();
  const unchanging = new Map<string, FoldedValue>();
  for (const [index, datum] of datums.entries()) {
    const name = walk.variables.get(index);
    if (name === undefined || datum.initial === undefined) continue;
    const value = await foldExpression(queryOf(datum.initial), unchanging, walk);
    if (value === undefined) continue;
    constants.set(name, value);
    if (!changing.has(name)) unchanging.set(name, value);
  }
  return constants;
}

function queryOf(expression: unknown): string | undefined {
  const inner = isRecord(expression) ? expression['PLpgSQL_expr'] : undefined;
  const query = isRecord(inner) ? inner['query'] : undefined;
  return typeof query === 'string' ? query : undefined;
}

async function foldExpression(
  query: string | undefined,
  constants: Constants,
  { parse }: Walk,
): Promise<FoldedValue | undefined> {
  const node = query === undefined ? undefined : await parse(query);
  const value = node === undefined ? undefined : foldTarget(node, constants);
  return value?.kind === 'text' ? value : undefined;
}

/** Every variable that anything in the tree may set; a CALL may set any. */
function changedBy(tree: unknown, variables: Variables): ReadonlySet<string> {
  const records = recordsIn(tree);
  if (records.some((record) => 'PLpgSQL_stmt_call' in record)) return new Set(variables.values());
  return new Set(records.flatMap((record) => setBy(record, variables)));
}

function setBy(record: Tree, variables: Variables): readonly string[] {
  const numbers = [record['varno'], record['target']];
  const variable = record['PLpgSQL_var'];
  const name = isRecord(variable) ? variable['refname'] : undefined;
  return [
    ...numbers.flatMap((index) => (typeof index === 'number' ? (variables.get(index) ?? []) : [])),
    ...(typeof name === 'string' ? [name] : []),
  ];
}

/** Everything of a compound statement; its lists of statements run in order, each from the same start. */
async function walkTree(tree: unknown, before: Constants, outer: Walk): Promise<void> {
  if (outer.depth > deepest) return;
  const walk = { ...outer, depth: outer.depth + 1 };
  const changed = changedBy(tree, walk.variables);
  const plain = isBlock(tree) ? before : without(before, changed);
  const pending: Tree[] = isRecord(tree) ? [tree] : [];
  for (let here = pending.pop(); here !== undefined; here = pending.pop()) {
    for (const [key, child] of Object.entries(here)) {
      await noteDynamic(key, child, plain, walk);
      if (Array.isArray(child) && child.some(isStatement)) await walkList(child, plain, walk);
      else if (Array.isArray(child)) pending.push(...child.filter(isRecord));
      else if (isRecord(child)) pending.push(child);
    }
  }
}

/** A block without handlers runs once, from its beginning, so it starts with what was known before. */
function isBlock(tree: unknown): boolean {
  const block = isRecord(tree) ? tree['PLpgSQL_stmt_block'] : undefined;
  return isRecord(block) && block['exceptions'] === undefined;
}

function without(constants: Constants, names: ReadonlySet<string>): Constants {
  return new Map([...constants].filter(([name]) => !names.has(name)));
}

function isStatement(value: unknown): boolean {
  return isRecord(value) && Object.keys(value).some((key) => key.startsWith('PLpgSQL_stmt_'));
}

async function noteDynamic(
  key: string,
  child: unknown,
  constants: Constants,
  walk: Walk,
): Promise<void> {
  if (!key.startsWith('PLpgSQL_') || !isRecord(child)) return;
  for (const [field, expression] of Object.entries(child)) {
    if (!isDynamicPlace(`${key}.${field}`) || !isRecord(expression)) continue;
    const source = expression['PLpgSQL_expr'];
    const query = queryOf(expression);
    const node = query === undefined ? undefined : await walk.parse(query);
    const text = node === undefined ? undefined : foldSelect(node, constants);
    if (text !== undefined && isRecord(source)) walk.found.set(source, text);
  }
}

async function walkList(list: readonly unknown[], before: Constants, walk: Walk): Promise<void> {
  let constants = before;
  for (const statement of list) {
    await walkTree(statement, constants, walk);
    const now = await assignmentOf(statement, constants, walk);
    constants = without(constants, changedBy(statement, walk.variables));
    if (now !== undefined) constants = new Map([...constants, now]);
  }
}

/** `name := constant`, and SELECT constant INTO name. */
async function assignmentOf(
  statement: unknown,
  constants: Constants,
  walk: Walk,
): Promise<readonly [string, FoldedValue] | undefined> {
  const found = isRecord(statement) ? (assigned(statement) ?? selected(statement)) : undefined;
  const name = found === undefined ? undefined : walk.variables.get(found.variable);
  if (found === undefined || name === undefined) return undefined;
  const folded = await foldExpression(found.value, constants, walk);
  return folded === undefined ? undefined : [name, folded];
}

type Assignment = { readonly variable: number; readonly value: string };

function assigned(statement: Tree): Assignment | undefined {
  const assign = statement['PLpgSQL_stmt_assign'];
  if (!isRecord(assign) || typeof assign['varno'] !== 'number') return undefined;
  const [value, ...others] = splitAssignment(queryOf(assign['expr']) ?? '') ?? [];
  return value === undefined || others.length > 0
    ? undefined
    : { variable: assign['varno'], value };
}

function selected(statement: Tree): Assignment | undefined {
  const execute = statement['PLpgSQL_stmt_execsql'];
  if (!isRecord(execute)) return undefined;
  const variable = onlyTarget(execute['target']);
  const value = /^\s*select\s(.*)$/is.exec(queryOf(execute['sqlstmt']) ?? '')?.[1];
  return variable === undefined || value === undefined ? undefined : { variable, value };
}

function onlyTarget(target: unknown): number | undefined {
  const row = isRecord(target) ? target['PLpgSQL_row'] : undefined;
  const fields = isRecord(row) ? row['fields'] : undefined;
  const [field, ...others]: readonly unknown[] = Array.isArray(fields) ? fields : [];
  if (!isRecord(field) || others.length > 0) return undefined;
  return typeof field['varno'] === 'number' ? field['varno'] : undefined;
}

import { tokensOf } from '../sql/lexer.ts';
import {
  constantText,
  hasTag,
  namesOf,
  nodeAs,
  nodesAs,
  optionNamed,
  someNode,
} from '../sql/nodes.ts';
import { operatorOf } from './expression.ts';
import { toTableName } from './table-name.ts';
import type { Root, Trait } from './traits.ts';

/** What stands anywhere in a statement: most have nothing that needs a closer look. */
type Contents = {
  readonly tags: ReadonlySet<string>;
  /** Functions that it calls, without their schemas. */
  readonly calls: ReadonlySet<string>;
};

/** What the code of a statement is like, where the statement as a whole tells. */
export function codeTraits(
  { node, isOwn, isCondition }: Root,
  { tags, calls }: Contents,
): readonly Trait[] {
  const mayDepend = isCondition || changesRows(node);
  const asks = tags.has('SQLValueFunction') || tags.has('FuncCall');
  return [
    ...(mayDepend && asks ? environmentOf(node, isCondition) : []),
    ...swallowed(node),
    ...lockedRows(node),
    // EXECUTE … USING fills those of its own text.
    ...(isOwn && tags.has('ParamRef') ? parametersOf(node) : []),
    ...(calls.has('nextval') && burnsSequence(node) ? [{ kind: 'burns-sequence' } as const] : []),
  ];
}

/** Name of the function that a node calls, without its schema; empty where it calls none. */
export function calledName(node: object): string {
  return namesOf(nodeAs(node, 'FuncCall')?.funcname).at(-1) ?? '';
}

function changesRows(node: object): boolean {
  return (
    hasTag(node, 'UpdateStmt') ||
    hasTag(node, 'DeleteStmt') ||
    hasTag(node, 'InsertStmt') ||
    hasTag(node, 'MergeStmt')
  );
}

/** What a rehearsal on another server, or at another time, answers differently. */
const places = new Set([
  'current_database',
  'inet_server_addr',
  'inet_server_port',
  'inet_client_addr',
  'pg_postmaster_start_time',
  'pg_conf_load_time',
  'pg_is_in_recovery',
  'pg_read_file',
  'version',
]);
const moments = new Set(['now', 'clock_timestamp', 'statement_timestamp', 'random', 'timeofday']);
const settings =
  /^(?:cluster_name|port|data_directory|listen_addresses|server_version\w*|config_file)$/;

function environmentOf(node: object, isCondition: boolean): readonly Trait[] {
  const found = new Set<string>();
  someNode(node, (inner) => {
    const direct = isCondition ? placeIn(inner) : undefined;
    if (direct !== undefined) found.add(direct);
    if (isComparison(inner))
      someNode(inner, (deeper) => {
        const what = placeIn(deeper) ?? (isCondition ? momentIn(deeper) : undefined);
        if (what !== undefined) found.add(what);
        return false;
      });
    return false;
  });
  return [...found].map((what) => ({ kind: 'environment', what }));
}

function isComparison(node: object): boolean {
  const expression = nodeAs(node, 'A_Expr');
  return expression !== undefined && !/^(?:[-+*/%|]|\|\|)$/.test(operatorOf(expression));
}

function placeIn(node: object): string | undefined {
  if (nodeAs(node, 'SQLValueFunction')?.op === 'SVFOP_CURRENT_CATALOG') return 'current_catalog';
  const call = nodeAs(node, 'FuncCall');
  const name = calledName(node);
  return name === 'current_setting' ? serverSetting(call?.args?.[0]) : only(places, name);
}

function serverSetting(argument: object | undefined): string | undefined {
  const name = constantText(argument) ?? '';
  return settings.test(name) ? name : undefined;
}

function only(known: ReadonlySet<string>, name: string): string | undefined {
  return known.has(name) ? name : undefined;
}

function momentIn(node: object): string | undefined {
  return only(moments, calledName(node));
}

/** A handler of every error that raises none itself. */
const handler = /\bwhen\s+(?:\w+\s+or\s+)*others\b.*?\bthen\b(.*?)\bend\b/gs;
const raises = /\braise\b(?!\s+(?:notice|warning|info|log|debug)\b)/;

function swallowed(node: object): readonly Trait[] {
  const code = constantText(optionNamed(nodeAs(node, 'DoStmt')?.args, 'as')?.arg);
  if (code === undefined || !/others/i.test(code)) return [];
  const handlers = [...wordsOf(code).matchAll(handler)];
  return handlers.some(([, body = '']) => !raises.test(body)) ? [{ kind: 'swallows-errors' }] : [];
}

function wordsOf(code: string): string {
  return [...tokensOf(code)]
    .filter(({ kind }) => kind !== 'comment' && kind !== 'quoted')
    .map(({ start, end }) => code.slice(start, end).toLowerCase())
    .join('');
}

function lockedRows(node: object): readonly Trait[] {
  const select = nodeAs(node, 'SelectStmt');
  if ((select?.lockingClause ?? []).length === 0) return [];
  if (select?.whereClause !== undefined || select?.limitCount !== undefined) return [];
  return nodesAs(select?.fromClause, 'RangeVar').map((table) => ({
    kind: 'locks-rows',
    table: toTableName(table),
  }));
}

function parametersOf(node: object): readonly Trait[] {
  if (hasTag(node, 'PrepareStmt') || hasTag(node, 'CreateFunctionStmt')) return [];
  const found = new Set<number>();
  someNode(node, (inner) => {
    if (hasTag(inner, 'ParamRef')) found.add(inner.ParamRef.number ?? 0);
    return false;
  });
  return [...found].map((number) => ({ kind: 'parameter', number }));
}

function burnsSequence(node: object): boolean {
  const select = nodeAs(node, 'SelectStmt');
  if (select !== undefined) return (select.fromClause ?? []).length > 0 && drawsValue(node);
  const written = nodeAs(node, 'UpdateStmt') ?? nodeAs(node, 'DeleteStmt');
  return drawsValue(written?.whereClause);
}

function drawsValue(node: object | undefined): boolean {
  return someNode(node, (inner) => calledName(inner) === 'nextval');
}

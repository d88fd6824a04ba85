import type { Node } from '@pgsql/types';
import { loadModule, parsePlPgSQLSync, parseSync } from 'libpg-query';
import type { Body, BodyPart, Script, Statement } from '../../src/domain/statement.ts';

await loadModule();

/** A small reader for tests of effects and rules: real grammar, PL/pgSQL without control flow. */
export function scriptOf(sql: string, unitId = 'unit'): Script {
  return { unitId, statements: statementsOf(sql) };
}

function statementsOf(sql: string): readonly Statement[] {
  const place = { path: 'change.sql', line: 1, column: 1, offset: 0 };
  try {
    return nodesOf(sql).map((node) => {
      const tag = Object.keys(node)[0] ?? '';
      return { kind: 'parsed', text: sql, place, tag, node, bodies: bodiesOf(node) };
    });
  } catch (error) {
    return [
      { kind: 'unparsed', text: sql, place, reason: error instanceof Error ? error.message : '' },
    ];
  }
}

function nodesOf(sql: string): readonly Node[] {
  const { stmts = [] } = parseSync(sql) as { stmts?: { stmt: Node }[] };
  return stmts.map(({ stmt }) => stmt);
}

function bodiesOf(node: Node): readonly Body[] {
  const options: { defname: string; text: string }[] = [];
  collect(node, options);
  const source = options.find(({ defname }) => defname === 'as')?.text;
  if (source === undefined) return [];
  const language = options.find(({ defname }) => defname === 'language')?.text ?? 'plpgsql';
  if (language === 'sql') return [{ kind: 'read', language, parts: nodesOf(source).map(partOf) }];
  if (language !== 'plpgsql') return [{ kind: 'opaque', language, reason: 'not read' }];
  return [{ kind: 'read', language, parts: plpgsqlParts(source) }];
}

function collect(node: unknown, options: { defname: string; text: string }[]): void {
  if (typeof node !== 'object' || node === null) return;
  if ('DoStmt' in node || 'CreateFunctionStmt' in node) {
    const statement = Object.values(node)[0] as { args?: unknown[]; options?: unknown[] };
    for (const item of statement.args ?? statement.options ?? []) {
      const { DefElem } = item as { DefElem: { defname: string; arg: unknown } };
      const text = /"sval":("(?:[^"\\]|\\.)*")/.exec(JSON.stringify(DefElem.arg ?? {}))?.[1];
      options.push({ defname: DefElem.defname, text: text === undefined ? '' : JSON.parse(text) });
    }
  }
}

function partOf(node: Node): BodyPart {
  return { kind: 'statement', text: '', tag: Object.keys(node)[0] ?? '', node };
}

function plpgsqlParts(source: string): readonly BodyPart[] {
  const wrapped = /\breturn new\b/i.test(source)
    ? `create function f() returns trigger language plpgsql as $body$${source}$body$`
    : `do $body$${source}$body$`;
  const parsed: unknown = parsePlPgSQLSync(wrapped);
  const parts: BodyPart[] = [];
  JSON.stringify(parsed, (key, value: { sqlstmt?: Query; query?: Query; expr?: Query }) => {
    if (key === 'PLpgSQL_stmt_execsql') parts.push(...queryParts(value.sqlstmt, 'statement'));
    if (key === 'PLpgSQL_stmt_perform') parts.push(...queryParts(value.expr, 'statement'));
    if (key === 'PLpgSQL_stmt_dynexecute') parts.push(...queryParts(value.query, 'dynamic'));
    if (key === 'PLpgSQL_stmt_commit') parts.push({ kind: 'transaction', action: 'commit' });
    return value;
  });
  return parts;
}

type Query = { PLpgSQL_expr: { query: string } };

function queryParts(query: Query | undefined, kind: 'statement' | 'dynamic'): readonly BodyPart[] {
  const text = query?.PLpgSQL_expr.query ?? '';
  if (kind === 'statement') return nodesOf(text).map(partOf);
  return nodesOf(`select ${text}`).map((node) => ({ kind, text, node }));
}

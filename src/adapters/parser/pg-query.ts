import type { ParseResult } from '@pgsql/types';
import type { ParseOutcome, Parser, PlPgSqlOutcome, RawStatement } from '../../ports/parser.ts';
import { createEngine, preferSmallMemory, type Answer, type Engine } from './engine.ts';
import { TimeLimitExceeded, withTimeLimit } from './time-limit.ts';

export type ParserOptions = { readonly timeLimitMs: number };

/** Even what is quadratic ends within milliseconds below this length; a watchdog costs more than that. */
const lengthWithoutLimit = 4096;

/** From so many texts on, what is garbage already counts for more than a little time. */
const manyTexts = 3000;

type Failed = { readonly kind: 'failed'; readonly reason: string };

/**
 * PostgreSQL 18's own grammar, as WebAssembly in this thread under a watchdog. After a time-out, a stack
 * overflow or a crash the instance is thrown away and the next call gets a fresh one.
 */
export function createParser(options: ParserOptions = { timeLimitMs: 10_000 }): Parser {
  let engine: Promise<Engine> | undefined;
  let texts = 0;

  async function ask<Outcome>(
    sql: string,
    work: (engine: Engine) => Outcome,
  ): Promise<Outcome | Failed> {
    if (sql.includes('\0')) return { kind: 'failed', reason: 'The text holds U+0000.' };
    texts += 1;
    if (texts === manyTexts) preferSmallMemory();
    engine ??= createEngine();
    const ready = await engine;
    // Emscripten's exit() sets the exit code of the whole process.
    const { exitCode } = process;
    try {
      return guarded(sql, options.timeLimitMs, () => work(ready));
    } catch (error) {
      engine = undefined;
      return { kind: 'failed', reason: reasonOf(error, options.timeLimitMs) };
    } finally {
      process.exitCode = exitCode;
    }
  }

  return {
    parse: (sql) => ask(sql, (engine) => toParseOutcome(sql, engine.parse(sql))),
    parsePlPgSql: (sql) => ask(sql, (engine) => toPlPgSqlOutcome(engine.parsePlPgSql(sql))),
    [Symbol.asyncDispose]: async () => {
      engine = undefined;
    },
  };
}

function guarded<Result>(sql: string, timeLimitMs: number, work: () => Result): Result {
  return sql.length > lengthWithoutLimit ? withTimeLimit(timeLimitMs, work) : work();
}

function reasonOf(error: unknown, timeLimitMs: number): string {
  if (error instanceof TimeLimitExceeded) {
    return `The parser did not finish within ${timeLimitMs} ms and was stopped.`;
  }
  if (error instanceof RangeError) return 'The text nests more deeply than the parser can follow.';
  return 'The parser broke down on this text.';
}

function toParseOutcome(sql: string, answer: Answer): ParseOutcome {
  if (answer.kind === 'json') {
    return { kind: 'parsed', statements: toStatements(sql, JSON.parse(answer.json)) };
  }
  if (isResourceMessage(answer.message)) return { kind: 'failed', reason: answer.message };
  return { kind: 'syntax-error', message: answer.message, offset: toOffset(sql, answer.cursor) };
}

function isResourceMessage(message: string): boolean {
  return /^(?:memory exhausted|out of memory)/.test(message);
}

function toStatements(sql: string, tree: unknown): readonly RawStatement[] {
  if (!isParseResult(tree)) throw new TypeError('The parser gave something that is no tree.');
  const end = Buffer.byteLength(sql);
  return (tree.stmts ?? []).map(({ stmt, stmt_location: offset = 0, stmt_len: length }) => {
    if (stmt === undefined) throw new TypeError('The parser gave a statement without a tree.');
    return { node: stmt, offset, length: length ?? end - offset };
  });
}

/** libpg-query writes it from PostgreSQL's own node definitions, which @pgsql/types are made of, too. */
function isParseResult(tree: unknown): tree is ParseResult {
  return typeof tree === 'object' && tree !== null && 'version' in tree;
}

/** `cursor` counts code points from 1; 0 says that PostgreSQL knows no position. */
function toOffset(sql: string, cursor: number): number {
  let codePoints = cursor - 1;
  let index = 0;
  while (codePoints > 0 && index < sql.length) {
    index += (sql.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
    codePoints -= 1;
  }
  return Buffer.byteLength(sql.slice(0, index));
}

function toPlPgSqlOutcome(answer: Answer): PlPgSqlOutcome {
  if (answer.kind === 'error') return { kind: 'syntax-error', message: answer.message };
  const tree: unknown = JSON.parse(answer.json);
  if (typeof tree !== 'object' || tree === null || !('plpgsql_funcs' in tree)) {
    return { kind: 'failed', reason: 'The parser gave something that is no PL/pgSQL tree.' };
  }
  const functions: unknown = tree.plpgsql_funcs;
  if (Array.isArray(functions)) return { kind: 'parsed', functions };
  return { kind: 'failed', reason: 'The parser gave no list of PL/pgSQL functions.' };
}

/* oxlint-disable no-underscore-dangle -- Emscripten names its exports so */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import createModule from 'libpg-query/wasm/libpg-query.js';

/** What libpg-query answered: JSON, or what it did not understand; `cursor` counts code points from 1. */
export type Answer =
  | { readonly kind: 'json'; readonly json: string }
  | { readonly kind: 'error'; readonly message: string; readonly cursor: number };

/** One instance of PostgreSQL's parser with its own memory. Anything that it throws has broken it. */
export type Engine = {
  parse(sql: string): Answer;
  parsePlPgSql(sql: string): Answer;
};

let compiled: WebAssembly.Module | undefined;

/** A fresh instance; the code is compiled once for the process. */
export async function createEngine(): Promise<Engine> {
  compiled ??= compile();
  const module = compiled;
  const library = await createModule({
    print: ignore,
    printErr: ignore,
    instantiateWasm: (imports, done) => {
      const instance = new WebAssembly.Instance(module, imports);
      done(instance, module);
      return instance.exports;
    },
  });
  return {
    parse: (sql) => withText(library, sql, (text) => parse(library, text)),
    parsePlPgSql: (sql) => withText(library, sql, (text) => parsePlPgSql(library, text)),
  };
}

/**
 * Optimizing the parser takes longer than almost every file that it reads, and Node waits for the compiler's
 * threads when it exits: see docs/decisions/0005-parser-in-thread.md.
 */
function compile(): WebAssembly.Module {
  setFlagsFromString('--no-wasm-tier-up');
  setFlagsFromString('--no-wasm-dynamic-tiering');
  return new WebAssembly.Module(readFileSync(findWasm()));
}

/**
 * Lets V8 collect garbage sooner, at some cost of time: see docs/decisions/0005-parser-in-thread.md. Node
 * keeps the flag changeable while it runs.
 */
export function preferSmallMemory(): void {
  setFlagsFromString('--optimize-for-size');
}

/** Beside the bundle, or in node_modules when the source itself runs. */
function findWasm(): string {
  const beside = fileURLToPath(new URL('./libpg-query.wasm', import.meta.url));
  if (existsSync(beside)) return beside;
  return createRequire(import.meta.url).resolve('libpg-query/wasm/libpg-query.wasm');
}

function withText(
  library: createModule.Module,
  sql: string,
  use: (pointer: number) => Answer,
): Answer {
  const bytes = library.lengthBytesUTF8(sql) + 1;
  const pointer = library._malloc(bytes);
  library.stringToUTF8(sql, pointer, bytes);
  const answer = use(pointer);
  library._free(pointer);
  return answer;
}

function parse(library: createModule.Module, text: number): Answer {
  const result = library._wasm_parse_query_raw(text);
  const answer = readResult(library, result);
  library._wasm_free_parse_result(result);
  return answer;
}

function readResult(library: createModule.Module, result: number): Answer {
  if (result === 0) throw new Error('The parser is out of memory.');
  const error = library.getValue(result + 8, 'i32');
  if (error === 0) {
    return { kind: 'json', json: library.UTF8ToString(library.getValue(result, 'i32')) };
  }
  const message = library.UTF8ToString(library.getValue(error, 'i32'));
  return { kind: 'error', message, cursor: library.getValue(error + 16, 'i32') };
}

function parsePlPgSql(library: createModule.Module, text: number): Answer {
  const result = library._wasm_parse_plpgsql(text);
  if (result === 0) throw new Error('The parser is out of memory.');
  const answer = library.UTF8ToString(result);
  library._wasm_free_string(result);
  if (answer.startsWith('{')) return { kind: 'json', json: answer };
  return { kind: 'error', message: answer, cursor: 0 };
}

function ignore(): void {}

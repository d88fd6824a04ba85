/** What a program runs: the SQL file beside it, in a transaction or not. */
export type Wrapper = { readonly file: string; readonly transaction: boolean };

const name = String.raw`(\d{14}_[\w.-]+\.sql)`;
const quoted = (text: string): string => `(?:'${text}'|"${text}")`;
const path = String.raw`(?:path\.)?(?:join|resolve)\(__dirname, ?${quoted(name)}\)`;
const reading = String.raw`(?:fs\.)?readFileSync\(${path}, ?(?:'utf-?8'|"utf-?8")\)(?:\.toString\(\))?`;
const running = [
  String.raw`=> knex\.(?:schema\.)?raw\(${reading}\);?`,
  String.raw`(?:=> )?\{ ?(?:return|await) knex\.(?:schema\.)?raw\(${reading}\);? ?\};?`,
  String.raw`(?:=> )?\{ ?const sql = ${reading};? (?:return|await) knex\.(?:schema\.)?raw\(sql\);? ?\};?`,
].join('|');
const head = String.raw`(?:async )?(?:function ?)?\(?(?:knex|knex: Knex)?\)? ?`;

const statement = {
  ignored: new RegExp(
    [
      String.raw`^(?:'use strict'|"use strict");?$`,
      String.raw`^const (?:fs|\{ ?readFileSync ?\}) = require\(${quoted('(?:node:)?fs')}\);?$`,
      String.raw`^const (?:path|\{ ?(?:join|resolve) ?\}) = require\(${quoted('(?:node:)?path')}\);?$`,
    ].join('|'),
  ),
  up: new RegExp(`^exports\\.up = ${head}(?:${running})$`),
  down: new RegExp(`^exports\\.down = ${head}(?:${running}|(?:=> )?\\{ ?\\};?)$`),
  config: /^exports\.config = \{ ?transaction: (true|false),? ?\};?$/,
} as const;

/**
 * The one form of program that is read: `exports.up`, perhaps `exports.down` and `exports.config`, and what
 * they need. Whatever is not exactly that makes it undefined: a program can do anything.
 */
export function readWrapper(text: string): Wrapper | undefined {
  // JavaScript ends a line, and with it a comment, at more characters than people see.
  if (!/^[\t\n\r\x20-\x7e]*$/.test(text) || /\r(?!\n)/.test(text)) return undefined;
  const parts = splitStatements(text);
  const ups = parts.flatMap((part) => findNames(statement.up, part));
  const configs = parts.flatMap((part) => statement.config.exec(part)?.[1] ?? []);
  const others = parts.filter((part) => !Object.values(statement).some((form) => form.test(part)));
  const [file] = ups;
  if (file === undefined || ups.length > 1 || configs.length > 1 || others.length > 0)
    return undefined;
  return { file, transaction: configs[0] !== 'false' };
}

/** Statements at the left margin, each on one line; whole lines of comment are left out. */
function splitStatements(text: string): readonly string[] {
  return text
    .split(/\r?\n(?=[A-Za-z'"/])/)
    .map((part) =>
      part
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('//'))
        .join(' '),
    )
    .filter((part) => part !== '');
}

function findNames(form: RegExp, part: string): readonly string[] {
  const groups = form.exec(part)?.slice(1) ?? [];
  return groups.filter((group) => group !== undefined);
}

// The least that any checker on this parser costs: load it, read the files and parse each.
// Arguments: SQL files, and directories of them.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { loadModule, parseSync } from 'libpg-query';

await loadModule();
let statements = 0;
for (const path of process.argv.slice(2).flatMap(filesAt))
  statements += parseSync(readFileSync(path, 'utf8')).stmts?.length ?? 0;
console.log(statements);

function filesAt(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).map((name) => join(path, name));
}

// The least that any checker on this parser costs: load it and parse one file.
import { readFileSync } from 'node:fs';
import { loadModule, parseSync } from 'libpg-query';

await loadModule();
const tree = parseSync(readFileSync(process.argv[2], 'utf8'));
console.log(tree.stmts?.length ?? 0);

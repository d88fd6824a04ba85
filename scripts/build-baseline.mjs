// Bundles the baseline of `npm run bench` into bench/baseline/dist/. It is committed, so that a change of
// Sluice cannot move what Sluice is measured against: run this only for a new libpg-query.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

const baseline = fileURLToPath(new URL('../bench/baseline/', import.meta.url));

await build({
  input: { 'parse-only': `${baseline}parse-only.mjs` },
  directory: `${baseline}dist`,
});
await writeFile(`${baseline}dist/package.json`, '{ "type": "module" }\n');

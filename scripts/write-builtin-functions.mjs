// Writes src/effects/builtin-functions.data.ts from a real PostgreSQL in single-user mode.
// Usage: node scripts/write-builtin-functions.mjs BINDIR   (not as root: PostgreSQL refuses)
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [binaries] = process.argv.slice(2);
if (binaries === undefined) throw new Error('Name the directory that holds initdb and postgres.');
const directory = mkdtempSync(join(tmpdir(), 'sluice-functions-'));
// Newer than the server that the list is made from: known to PostgreSQL 16, 17 or 18.
const newer = `any_value array_reverse array_sample array_shuffle array_sort casefold crc32 crc32c
  date_add date_subtract erf erfc gamma json_array_strip lgamma random_normal to_bin to_oct
  uuid_extract_timestamp uuid_extract_version uuidv4 uuidv7 xmltext`.split(/\s+/);
// PL/pgSQL trigger helper functions and grammar constructs that are written as calls.
const grammar = ['coalesce', 'greatest', 'least', 'nullif'];
try {
  execFileSync(join(binaries, 'initdb'), ['-D', directory, '-A', 'trust'], { stdio: 'ignore' });
  const query =
    "select string_agg(distinct proname, ' ' order by proname) from pg_proc where pronamespace = 'pg_catalog'::regnamespace\n";
  const output = execFileSync(
    join(binaries, 'postgres'),
    ['--single', '-D', directory, 'template1'],
    {
      input: query,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'ignore'],
      maxBuffer: 1 << 24,
    },
  );
  const names = /string_agg = "([^"]+)"/.exec(output)?.[1]?.split(' ');
  if (names === undefined) throw new Error('The server did not answer.');
  const all = [...new Set([...names, ...newer, ...grammar])].sort();
  const lines = all.join(' ').replace(/(.{1,96})(?: |$)/g, '  $1\n');
  writeFileSync(
    'src/effects/builtin-functions.data.ts',
    `/** Names of the functions in pg_catalog; written by scripts/write-builtin-functions.mjs. */\nexport const builtinFunctions: ReadonlySet<string> = new Set(\`\n${lines}\`.trim().split(/\\s+/));\n`,
  );
} finally {
  rmSync(directory, { recursive: true, force: true });
}

// Writes docs/fidelity.md: what Sluice says of every statement of corpus/ and every example of a rule, and
// what PostgreSQL then does, on each major version. Arguments: the major versions, or none for
// all; `--every=10` takes one case of ten, which the page then says.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const chosen = process.argv
  .slice(2)
  .filter((word) => /^\d+$/.test(word))
  .map(Number);
const majors = chosen.length === 0 ? [14, 15, 16, 17, 18] : chosen;
const every = Number(process.argv.find((word) => word.startsWith('--every='))?.slice(8) ?? 1);
const work = await mkdtemp(join(root, '.sluice-fidelity-'));

try {
  // As deep as the sources, which find corpus/ from where they are.
  const file = join(work, 'bundle', 'fidelity.mjs');
  await build({
    input: join(root, 'test/support/fidelity.ts'),
    platform: 'node',
    transform: { target: 'node20' },
    external: ['pg', 'pg-copy-streams', 'libpg-query', 'vitest'],
    output: { file, format: 'esm', codeSplitting: false },
    logLevel: 'silent',
  });
  const { measureFidelity } = await import(pathToFileURL(file).href);
  const results = [];
  for (const major of majors) {
    results.push(await measureFidelity(major, every));
    console.log(`PostgreSQL ${major}: ${results.at(-1).verdicts.length} cases`);
  }
  await writeFile(join(root, 'docs/fidelity.md'), render(results));
} finally {
  await rm(work, { recursive: true, force: true });
}
// The parser's thread has nothing left to do.
process.exit();

function render(results) {
  return [
    '# How true the predictions are',
    '<!-- Written by node scripts/fidelity.mjs -->',
    'Every case of corpus/ and every example of a rule that a transaction can hold runs on a plain database of the version, and another session reads its locks from `pg_locks`, its files from `pg_class` and its rows from the statistics of the transaction. Beside it stand what Sluice said before: the text with the facts of the schema (locks from SHARE UPDATE EXCLUSIVE up and new files, of relations that the text names), and what the observation of a rehearsal saw on a full copy. Each cell is how many of the statements about a relation agreed, in both directions: what was said and did not happen counts as well as what happened and was not said.\n',
    ...(every === 1 ? [] : [`This page was made from one case of ${every}.\n`]),
    '| PostgreSQL | Cases | Locks by the text | New files by the text | Locks and files by the rehearsal | Rows by the rehearsal, full copy |',
    '|---|---|---|---|---|---|',
    ...results.map(row),
    '',
    '## On a masked copy',
    'The same cases on a copy whose names, addresses and tokens are masked. A doubt says that the counts predict nothing. Counts that are wrong without a doubt are the ones that would mislead.\n',
    '| PostgreSQL | Cases | Doubt said | Wrong with a doubt | Wrong without a doubt |',
    '|---|---|---|---|---|',
    ...results.map(maskedRow),
    '',
    '## Where they disagree',
    'Line by line: the case, its first line of SQL, and what was said and what was.\n',
    ...disagreements(results),
    '',
    '## Not measured',
    'Statements that refuse or end a transaction, such as CREATE INDEX CONCURRENTLY: docs/locks.md has their locks, measured. Subsets of the rows: nothing here copies one. Each case runs on a table of a few rows; counts scale, locks do not.\n',
  ].join('\n');
}

function sum(verdicts, part, key) {
  return verdicts.reduce((total, verdict) => total + verdict[part][key], 0);
}

function share(verdicts, key) {
  const [same, all] = [sum(verdicts, 'agreed', key), sum(verdicts, 'compared', key)];
  return all === 0
    ? ''
    : `${same} of ${all} (${(Math.floor((1000 * same) / all) / 10).toFixed(1)} %)`;
}

function row({ major, verdicts }) {
  const cells = ['locks', 'rewrites', 'rehearsal', 'rows'].map((key) => share(verdicts, key));
  return `| ${[major, verdicts.length, ...cells].join(' | ')} |`;
}

function maskedRow({ major, verdicts }) {
  const masked = verdicts.flatMap((verdict) => verdict.masked ?? []);
  const count = (test) => masked.filter(test).length;
  const cells = [
    count(({ doubt }) => doubt),
    count(({ doubt, right }) => doubt && !right),
    count(({ doubt, right }) => !doubt && !right),
  ];
  return `| ${[major, masked.length, ...cells].join(' | ')} |`;
}

/** The same line of several versions is one line. */
function disagreements(results) {
  const lines = new Map();
  for (const { major, verdicts } of results)
    for (const { id, sql, differences, masked } of verdicts) {
      const misled =
        masked !== undefined && !masked.doubt && !masked.right
          ? ['masked copy: wrong rows without a doubt']
          : [];
      for (const difference of [...differences, ...misled]) {
        const text = sql.split('\n')[0].replaceAll('`', '´').slice(0, 100);
        const line = `- ${id} \`${text}\`: ${difference}`;
        lines.set(line, [...(lines.get(line) ?? []), major]);
      }
    }
  return lines.size === 0
    ? ['None.']
    : [...lines].map(([line, on]) => `${line} (${on.join(', ')})`);
}

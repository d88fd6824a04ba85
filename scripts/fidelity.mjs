// Writes docs/fidelity.md: what Sluice says of every statement of corpus/ and every example of a rule, and
// what PostgreSQL then does, on each major version. Arguments: the major versions, or none for
// all; `--every=10` takes one case of ten, which the page then says; `--keep=DIRECTORY` keeps what was
// measured there, and the page also tells what an earlier run kept of other versions; with `--render` only that.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const chosen = process.argv
  .slice(2)
  .filter((word) => /^\d+$/.test(word))
  .map(Number);
const rendersOnly = process.argv.includes('--render');
const majors = chosen.length > 0 || rendersOnly ? chosen : [14, 15, 16, 17, 18];
const every = Number(process.argv.find((word) => word.startsWith('--every='))?.slice(8) ?? 1);
const kept = process.argv.find((word) => word.startsWith('--keep='))?.slice(7);
const reasons = [
  '- `dynamic/` and `hidden/`: the statement is put together when it runs. The text cannot tell what it locks; Sluice says that nobody can tell (docs/coverage.md holds every case to that), and the rehearsal sees it.',
  '- `where-random-half`: it deletes other rows at each run, and the text says so (volatile reach).',
  '- A foreign key or an ownership that the same change makes is not followed by the text; the facts know the schema before the change. The same holds for members of an extension and tables of a publication.',
  '- The index of a dropped key is locked with its table, which the text names; the text does not name the index.',
  '- REFRESH MATERIALIZED VIEW: the text names its lock, not its new file.',
  '- Said and not there: IF EXISTS of something that is missing, and types and functions, which are no relations.',
];
const parts = ['locks', 'rewrites', 'rehearsal', 'rows'];
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
  const results = kept ?? join(work, 'results');
  await mkdir(results, { recursive: true });
  const { measureFidelity } = await import(pathToFileURL(file).href);
  for (const major of majors) {
    const start = performance.now();
    const result = await measureFidelity(major, every);
    await writeFile(join(results, `${major}.json`), JSON.stringify(result));
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    console.log(`PostgreSQL ${major}: ${result.verdicts.length} cases in ${seconds} s`);
  }
  const measured = (await readdir(results)).map((name) => readFile(join(results, name), 'utf8'));
  const pages = (await Promise.all(measured)).map((text) => JSON.parse(text));
  await writeFile(
    join(root, 'docs/fidelity.md'),
    render(pages.toSorted((one, other) => one.major - other.major)),
  );
} finally {
  await rm(work, { recursive: true, force: true });
}
// The parser's thread has nothing left to do.
process.exit();

function render(results) {
  return [
    '# How true the predictions are',
    '<!-- Written by node scripts/fidelity.mjs -->',
    'Every case of corpus/ and every example of a rule that a transaction can hold runs on a plain database of the version, statement by statement in one transaction as an apply runs it, and other code than that of Sluice reads its locks from `pg_locks`, its files from `pg_class` and its rows from the counters of the transaction. Beside it stand what Sluice said before: the text with the facts of the schema, and what the observation of a rehearsal saw on a copy. Locks are those from SHARE UPDATE EXCLUSIVE up; of the text, only relations that it names count, and a lock that was said weaker or stronger than it was is one that was not said. Versions whose numbers of cases are far apart were measured at different sizes of corpus/.\n',
    ...(every === 1 ? [] : [`This page was made from one case of ${every}.\n`]),
    '## What happened and was said before',
    '| PostgreSQL | Cases | Locks by the text | New files by the text | Locks and files by the rehearsal | Rows by the rehearsal, full copy |',
    '|---|---|---|---|---|---|',
    ...results.map((result) => row(result, foreseen)),
    '',
    '## What was said and happened',
    'Of code that a change only defines, such as the body of a function, the text says what it would do when it runs. Where it did not run, that is not counted here: the last column has how often.\n',
    '| PostgreSQL | Cases | Locks by the text | New files by the text | Locks and files by the rehearsal | Rows by the rehearsal, full copy | Said of code that did not run |',
    '|---|---|---|---|---|---|---|',
    ...results.map((result) => row(result, confirmed, notRun)),
    '',
    '## On a masked copy',
    'Cases of corpus/ on a copy whose names, addresses and tokens are masked. A doubt (`predictive: no`) says that the counts predict nothing. Counts that are wrong without a doubt are the ones that would mislead.\n',
    '| PostgreSQL | Cases | Right | Doubt said | Wrong with a doubt | Wrong without a doubt |',
    '|---|---|---|---|---|---|',
    ...results.map(maskedRow),
    '',
    '## Why they disagree',
    ...reasons,
    '',
    '## Where they disagree',
    'Line by line: the case, its first line of SQL, what was said and what was, and the versions.\n',
    ...disagreements(results),
    '',
    '## Not measured',
    `Statements that refuse or end a transaction, such as CREATE INDEX CONCURRENTLY: docs/locks.md has their locks, measured. Of the other cases, ${[...new Set(results.map(({ notCompared }) => notCompared))].join(' or ')} on each version fail there or are no SQL of it. Subsets of the rows: nothing here copies one. Each case runs on a table of a few rows; counts scale, locks do not.\n`,
  ].join('\n');
}

function foreseen({ happened, missed }) {
  return [happened - missed.length, happened];
}

function confirmed({ said, tooMuch }) {
  return [said - tooMuch.length, said];
}

function row({ major, verdicts }, measure, last) {
  const cells = parts.map((part) => {
    const counts = verdicts.map((verdict) => measure(verdict[part]));
    const [same, all] = [0, 1].map((at) => counts.reduce((sum, count) => sum + count[at], 0));
    return all === 0
      ? ''
      : `${same} of ${all} (${(Math.floor((1000 * same) / all) / 10).toFixed(1)} %)`;
  });
  const more = last === undefined ? [] : [last(verdicts)];
  return `| ${[major, verdicts.length, ...cells, ...more].join(' | ')} |`;
}

function notRun(verdicts) {
  return verdicts.reduce((sum, { locks, rewrites }) => sum + locks.notRun + rewrites.notRun, 0);
}

function maskedRow({ major, verdicts }) {
  const masked = verdicts.flatMap((verdict) => verdict.masked ?? []);
  const count = (test) => masked.filter(test).length;
  const cells = [
    count(({ right }) => right),
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
    for (const verdict of verdicts)
      for (const difference of differencesOf(verdict)) {
        const text = verdict.sql.split('\n')[0].replaceAll('`', '´').slice(0, 100);
        const line = `- ${verdict.id} \`${text}\`: ${difference}`;
        lines.set(line, [...(lines.get(line) ?? []), major]);
      }
  return lines.size === 0
    ? ['None.']
    : [...lines].map(([line, on]) => `${line} (${[...new Set(on)].join(', ')})`);
}

function differencesOf({ masked, ...verdict }) {
  const misled = masked !== undefined && !masked.doubt && !masked.right;
  return [
    ...parts.flatMap((part) => [...verdict[part].missed, ...verdict[part].tooMuch]),
    ...(misled ? ['masked copy: wrong rows without a doubt'] : []),
  ];
}

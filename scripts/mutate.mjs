// Breaks places of src/effects and src/risk one at a time, runs the tests, and writes docs/mutants.md.
// Options: --count N, 60 by default; --seed N; --only TEXT, those whose name holds it; --results FILE.
// A survivor needs a test, or a reason in scripts/mutants.reasons.json. Each result is kept at once in FILE:
// the next run tries again only what survived, or what has another text by now.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { mutantsOf } from './mutants.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    results: { type: 'string', default: join(tmpdir(), 'sluice-mutants.jsonl') },
  },
});
const reasons = JSON.parse(readFileSync(`${root}scripts/mutants.reasons.json`, 'utf8'));
/** The nearest tests first: most mutants do not outlive them. */
const nearTests = [
  ['src/effects', 'src/risk'],
  ['src/rules', 'test/rules.test.ts', 'test/corpus.test.ts'],
];
const copy = copyProject();
const known = readKnown();
let passUnbroken;

try {
  const results = choose(allMutants(), Number(values.count), Number(values.seed))
    .filter(({ name }) => name.includes(values.only))
    .map((mutant) => ({ ...mutant, killedBy: known.get(digestOf(mutant)) ?? tryMutant(mutant) }));
  if (values.only === '') writeFileSync(`${root}docs/mutants.md`, render(results));
  const unexplained = results.filter(
    ({ name, killedBy }) => killedBy === undefined && reasons[name] === undefined,
  );
  if (unexplained.length > 0) process.exitCode = 1;
} finally {
  rmSync(copy, { recursive: true });
}

/** What killed each mutant before, by the digest of its name and text. */
function readKnown() {
  if (!existsSync(values.results)) return new Map();
  const lines = readFileSync(values.results, 'utf8').split('\n').filter(Boolean);
  return new Map(lines.map((line) => JSON.parse(line)).map((one) => [one.digest, one.killedBy]));
}

function digestOf({ name, text }) {
  return createHash('sha256').update(`${name}\n${text}`).digest('hex');
}

function copyProject() {
  const directory = mkdtempSync(join(tmpdir(), 'sluice-mutants-'));
  const leave = new Set(['.git', 'node_modules', 'dist']);
  for (const name of readdirSync(root))
    if (!leave.has(name)) cpSync(join(root, name), join(directory, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(directory, 'node_modules'));
  return directory;
}

/** Generated tables are checked against PostgreSQL itself by the tests that need one. */
function allMutants() {
  return ['src/effects', 'src/risk']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true }).map((name) =>
        join(folder, String(name)),
      ),
    )
    .toSorted((one, other) => (one < other ? -1 : 1))
    .filter((path) => path.endsWith('.ts') && !/\.(?:test|data)\.ts$/.test(path))
    .map((path) => mutantsOf(path, readFileSync(join(root, path), 'utf8')))
    .filter((mutants) => mutants.length > 0);
}

/** In turn from each file, so that the long ones do not take all. */
function choose(files, count, seed) {
  const roll = diceOf(seed);
  const left = files.map((mutants) => [...mutants]);
  const chosen = [];
  while (chosen.length < count && left.some((mutants) => mutants.length > 0)) {
    const mutants = left[roll(left.length)];
    if (mutants.length > 0) chosen.push(mutants.splice(roll(mutants.length), 1)[0]);
  }
  return chosen;
}

function diceOf(seed) {
  let state = seed >>> 0;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** What noticed it; undefined when nothing did. */
function tryMutant(mutant) {
  passUnbroken ??= passesNear() && passesOthers();
  if (!passUnbroken) throw new Error('The tests fail without any mutant, so they tell nothing.');
  const { path, text, name } = mutant;
  const file = join(copy, path);
  const original = readFileSync(file, 'utf8');
  writeFileSync(file, text);
  const killedBy = killerOf();
  writeFileSync(file, original);
  console.log(`${killedBy ?? reasons[name] ?? 'SURVIVED'}: ${name}`);
  const line = JSON.stringify({ digest: digestOf(mutant), name, killedBy });
  appendFileSync(values.results, `${line}\n`);
  return killedBy;
}

function killerOf() {
  if (!passesNear()) return 'the tests beside it';
  if (!passes('typescript/bin/tsc', [])) return 'the compiler';
  return passesOthers() ? undefined : 'other unit tests';
}

function passesNear() {
  // One worker loads everything once.
  const words = ['run', '--project=unit', '--bail=1', '--maxWorkers=1'];
  return nearTests.every((paths) => passes('vitest/vitest.mjs', [...words, ...paths]));
}

function passesOthers() {
  const near = nearTests.flat().map((path) => (path.endsWith('.ts') ? path : `${path}/**`));
  const words = ['run', '--project=unit', '--bail=1', ...near.map((path) => `--exclude=${path}`)];
  return passes('vitest/vitest.mjs', words);
}

function passes(program, words) {
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', program), ...words], {
    cwd: copy,
    stdio: 'ignore',
    // A mutant may never end.
    timeout: 300_000,
  });
  return status === 0;
}

function render(results) {
  const by = (who) => results.filter(({ killedBy }) => killedBy === who).length;
  const survivors = results.filter(({ killedBy }) => killedBy === undefined);
  const rows = survivors.map(
    ({ name }) => `| ${cell(name)} | ${reasons[name] ?? 'None: a test is missing.'} |\n`,
  );
  const table =
    rows.length === 0 ? '' : `\n| Survivor | Why nothing notices |\n|---|---|\n${rows.join('')}`;
  return `# Mutants
<!-- Written by npm run mutants -->
\`npm run mutants\` breaks ${results.length} places of src/effects and src/risk, one at a time, chosen by a seed from all files alike: a condition is negated, a comparison or a constant exchanged, an item of a list left out, a function ended early. What no test notices gets a test, or a reason here.

| Noticed by | Mutants |
|---|---|
| the tests beside it | ${by('the tests beside it')} |
| the compiler | ${by('the compiler')} |
| other unit tests | ${by('other unit tests')} |
| nothing | ${survivors.length} |
${table}`;
}

function cell(text) {
  return `\`${text.replaceAll('|', String.raw`\|`)}\``;
}

// Prints every benchmark against a baseline that runs in the same rounds; --write keeps the results in docs/,
// --only=check, --only=review or --only=shadow runs a part.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from '../scripts/build.mjs';
import { peakMemory, race, runOnce } from './measure.mjs';
import { nodes } from './nodes.mjs';
import { makeRepository } from './repository.mjs';
import { renderResults, withVerdict } from './results.mjs';
import { measureShadow } from './shadow.mjs';
import { findSquawk } from './squawk.mjs';
import { listFiles, writeFiles } from './statements.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const rounds = Number(process.env.ROUNDS ?? 15);
const baseline = `${root}bench/baseline/dist/parse-only.js`;
const cli = `${root}dist/cli.js`;
const work = mkdtempSync(join(tmpdir(), 'sluice-bench-work-'));
const results = [];
const only = process.argv.find((word) => word.startsWith('--only='))?.slice(7);
const busy = (loadavg()[0] ?? 0) > availableParallelism();

if (busy) console.log('This machine is busy with something else: take the results with care.');

try {
  if (isAsked('check'))
    for (const [label, node] of Object.entries(nodes())) {
      checkOneFile(label, node);
      checkThousandFiles(label, node);
      checkLinearly(label, node);
      checkMemory(label, node);
    }
  if (isAsked('review')) await reviewOneFile();
  if (isAsked('shadow')) await measureShadow({ report, work, rounds: Math.ceil(rounds / 2) });
} finally {
  rmSync(work, { recursive: true });
}
if (process.argv.includes('--write') && only !== undefined)
  throw new Error('Nothing is written: the page has all benchmarks, and only some ran.');
// A difference that other work on the machine made is no result.
if (process.argv.includes('--write') && busy)
  throw new Error('Nothing is written: the machine was busy.');
if (process.argv.includes('--write'))
  writeFileSync(`${root}docs/benchmarks.md`, renderResults(results));

function isAsked(part) {
  return only === undefined || only === part;
}

function checkOneFile(node, path) {
  const file = `${root}bench/files/add-index.sql`;
  const against = [path, baseline, file];
  const measured = [path, cli, 'check', file];
  const times = race({ against, measured }, rounds);
  report({ what: 'check of one file', node, unit: 'ms', goal: { times: 1.3 }, ...times });
  const memory = { against: peakMemory(against), measured: peakMemory(measured) };
  report({ what: 'check of one file, peak memory', node, unit: 'MiB', ...memory });
}

function checkThousandFiles(node, path) {
  const files = join(work, 'thousand');
  writeFiles(files, { files: 1000, statements: 2500 });
  const measured = [path, cli, 'check', files];
  const commands = { against: [path, baseline, files], measured };
  const squawk = findSquawk();
  if (squawk !== undefined) commands.squawk = [squawk, ...listFiles(files)];
  const times = race(commands, Math.ceil(rounds / 2));
  const what = 'check of 1,000 files with 2,500 statements';
  report({ what, node, unit: 'ms', goal: { times: 2 }, ...times });
  if (squawk === undefined)
    console.log('squawk-cli is not measured: npm has no binary for this platform.');
  else
    report({
      what: `${what}, beside squawk-cli`,
      node,
      unit: 'ms',
      ...times,
      against: times.squawk,
    });
}

/** Ten times the statements have to take no more than ten times as long. */
function checkLinearly(node, path) {
  const [few, many] = [5000, 50_000].map((statements) => {
    const directory = join(work, `linear-${statements}`);
    writeFiles(directory, { files: 1, statements });
    return [path, cli, 'check', directory];
  });
  const times = race({ against: few, measured: many }, 3);
  const what = 'check of 50,000 statements, against 5,000';
  report({ what, node, unit: 'ms', goal: { times: 10 }, ...times });
}

function checkMemory(node, path) {
  const many = join(work, 'ten-thousand');
  writeFiles(many, { files: 10_000, statements: 25_000 });
  const one = join(work, 'linear-50000');
  for (const [what, words, goal] of [
    ['check of 10,000 small files, peak memory', [many], { most: 250 }],
    ['check of 50,000 statements in one file as SARIF, peak memory', ['--format', 'sarif', one]],
  ]) {
    const against = peakMemory([path, baseline, words.at(-1)]);
    const measured = peakMemory([path, cli, 'check', ...words]);
    report({ what, node, unit: 'MiB', goal, against, measured });
  }
}

async function reviewOneFile() {
  const { binaries, account } = await findPostgres();
  const what = 'review with rehearsal of one file';
  if (binaries === undefined) {
    console.log(`${what} is not measured: this machine has no PostgreSQL.`);
    return;
  }
  const files = ['base.sql', 'change.sql'].map((name) => `${root}bench/files/${name}`);
  const repository = makeRepository(...files);
  const measured = [process.execPath, cli, ...repository.reviewWords, '--shadow', 'local-binaries'];
  const { uid = -1, gid = -1 } = account;
  const bare = [`${root}bench/bare-postgres.mjs`, binaries.directory, String(uid), String(gid)];
  const against = [process.execPath, ...bare, ...files];
  try {
    const { stdout } = runOnce('review', [...measured, '--format', 'json']);
    if (JSON.parse(stdout).evidence === undefined)
      throw new Error('The review rehearsed nothing, so there is nothing to measure.');
    const times = race({ against, measured }, Math.ceil(rounds / 2));
    const node = `Node ${process.versions.node}`;
    report({ what, node, unit: 'ms', goal: { plus: 500 }, ...times });
  } finally {
    repository.dispose();
  }
}

/** The server that Sluice itself would choose, and the account that it would run as. */
async function findPostgres() {
  const from = 'src/adapters/postgres/';
  const input = { binaries: `${from}binaries.ts`, account: `${from}server-account.ts` };
  const directory = join(work, 'adapters');
  await build({ input, directory });
  writeFileSync(join(directory, 'package.json'), '{ "type": "module" }');
  const load = (name) => import(pathToFileURL(join(directory, `${name}.js`)).href);
  const { findBinaries } = await load('binaries');
  const { findServerAccount } = await load('account');
  const [binaries] = await findBinaries(new AbortController().signal);
  return { binaries, account: await findServerAccount() };
}

function report(given) {
  const { what, node, unit, measured, against } = given;
  const result = withVerdict(given);
  results.push(result);
  const told =
    result.goal === undefined
      ? 'no goal'
      : `goal ${result.asked}, ${result.met ? 'met' : 'missed'}`;
  console.log(
    `${what}, ${node}: ${measured.toFixed(0)} ${unit} against ${against.toFixed(0)} ${unit} = ${result.shown} (${told})`,
  );
}

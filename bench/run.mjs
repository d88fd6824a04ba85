// Prints every benchmark against a baseline that runs in the same rounds; --write keeps the results in docs/.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from '../scripts/build.mjs';
import { peakMemory, race, runOnce } from './measure.mjs';
import { nodes } from './nodes.mjs';
import { makeRepository } from './repository.mjs';
import { renderResults } from './results.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const rounds = Number(process.env.ROUNDS ?? 15);
const baseline = `${root}bench/baseline/dist/parse-only.js`;
const cli = `${root}dist/cli.js`;
const work = mkdtempSync(join(tmpdir(), 'sluice-bench-work-'));
const results = [];
const busy = (loadavg()[0] ?? 0) > availableParallelism();

if (busy) console.log('This machine is busy with something else: take the results with care.');

try {
  for (const [label, node] of Object.entries(nodes())) {
    checkOneFile(label, node);
    checkManyStatements(label, node);
  }
  await reviewOneFile();
} finally {
  rmSync(work, { recursive: true });
}
// A difference that other work on the machine made is no result.
if (process.argv.includes('--write') && busy)
  throw new Error('Nothing is written: the machine was busy.');
if (process.argv.includes('--write'))
  writeFileSync(`${root}docs/benchmarks.md`, renderResults(results));

function checkOneFile(node, path) {
  const file = `${root}bench/files/add-index.sql`;
  const against = [path, baseline, file];
  const measured = [path, cli, 'check', file];
  const times = race({ against, measured }, rounds);
  report({ what: 'check of one file', node, unit: 'ms', goal: 1.5, ...times });
  const memory = { against: peakMemory(against), measured: peakMemory(measured) };
  report({ what: 'check of one file, peak memory', node, unit: 'MiB', ...memory });
}

function checkManyStatements(node, path) {
  const file = join(work, 'many.sql');
  const statements = Array.from({ length: 2500 }, (_, index) =>
    index % 2 === 0
      ? `update orders set state = 'sent' where id = ${index} and shop in (select id from shops);`
      : `alter table parts_${index} add column note text;`,
  );
  writeFileSync(file, statements.join('\n'));
  const commands = { against: [path, baseline, file], measured: [path, cli, 'check', file] };
  const times = race(commands, Math.ceil(rounds / 3));
  report({ what: 'check of 2,500 statements', node, unit: 'ms', ...times });
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
    report({ what, node, unit: 'ms', goalPlus: 500, ...times });
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

function report(result) {
  const { what, node, unit, measured, against, goal, goalPlus } = result;
  const ratio = measured / against;
  const met =
    goalPlus === undefined ? goal === undefined || ratio <= goal : measured - against <= goalPlus;
  results.push({ ...result, ratio, met });
  const asked =
    goalPlus === undefined
      ? goal === undefined
        ? 'no goal'
        : `goal ${goal} ×, ${met ? 'met' : 'missed'}`
      : `goal + ${goalPlus} ms, ${met ? 'met' : 'missed'}: + ${(measured - against).toFixed(0)} ms`;
  console.log(
    `${what}, ${node}: ${measured.toFixed(0)} ${unit} against ${against.toFixed(0)} ${unit} = ${ratio.toFixed(2)} × (${asked})`,
  );
}

// Writes docs/side-by-side.md: what each linter that npm has says about the cases of corpus/, and Sluice beside them.
// `npm run build` first; the linters are installed into a temporary directory, in these versions.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const packages = {
  'squawk-cli': '2.66.0',
  '@flvmnt/pgfence': '0.1.5',
  '@postgres-language-server/cli': '0.25.5',
};

/** A rule that speaks of more than this share of the harmless cases tells nothing when it speaks. */
const noisy = 0.05;

const home = mkdtempSync(join(tmpdir(), 'sluice-side-by-side-'));
try {
  main();
} finally {
  rmSync(home, { recursive: true, force: true });
}

function main() {
  install();
  const cases = ['adversarial', 'harmless'].flatMap(readCases);
  for (const [index, one] of cases.entries()) {
    one.file = `${String(index).padStart(4, '0')}.sql`;
    writeFileSync(join(home, one.file), `${one.sql.trimEnd().replace(/;$/, '')};\n`);
  }
  const files = cases.map(({ file }) => file);
  const tools = [
    { name: 'Sluice', says: sluice(files) },
    { name: `squawk ${packages['squawk-cli']}`, says: squawk(files) },
    { name: `pgfence ${packages['@flvmnt/pgfence']}`, says: pgfence(files) },
    {
      name: `postgres-language-server ${packages['@postgres-language-server/cli']}`,
      says: languageServer(files),
    },
  ].map((tool) => ({ ...tool, telling: tellingRules(tool.says, cases) }));
  writeFileSync(join(root, 'docs/side-by-side.md'), page(cases, tools));
}

function install() {
  writeFileSync(
    join(home, 'package.json'),
    JSON.stringify({ private: true, dependencies: packages }),
  );
  run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** The same cut as test/support/corpus.ts: `--# name | class | note`, then the statements. */
function readCases(folder) {
  const directory = join(root, 'corpus', folder);
  return readdirSync(directory)
    .toSorted()
    .flatMap((file) =>
      readFileSync(join(directory, file), 'utf8')
        .split(/^--# /m)
        .slice(1)
        .map((text) => {
          const [marker, ...lines] = text.trimEnd().split('\n');
          const [name, kind] = marker.split(' | ');
          const sql = lines.filter((line) => !line.startsWith('--> ')).join('\n');
          return { id: `${basename(file, '.sql')}/${name}`, kind, sql };
        }),
    );
}

/** From a file to the rules that spoke of it. */
function collect(entries) {
  const says = new Map();
  for (const [file, rule] of entries) says.set(file, [...(says.get(file) ?? []), rule]);
  return says;
}

function sluice(files) {
  // By a name of its own, or a policy of the working directory would count.
  const output = run(process.execPath, [
    join(root, 'dist/cli.js'),
    'check',
    '--format',
    'json',
    ...files,
  ]);
  return collect(
    JSON.parse(output).files.flatMap(({ path, findings }) =>
      findings.map(({ rule }) => [basename(path), rule]),
    ),
  );
}

function squawk(files) {
  const output = run(join(home, 'node_modules/.bin/squawk'), ['--reporter', 'Json', ...files]);
  return collect(JSON.parse(output).map(({ file, rule_name: rule }) => [basename(file), rule]));
}

function pgfence(files) {
  const says = [];
  for (const file of files) {
    const output = run(join(home, 'node_modules/.bin/pgfence'), [
      'analyze',
      '--output',
      'json',
      file,
    ]);
    const start = output.indexOf('{');
    // It ends with a message of its own where it cannot read the file, which is saying something.
    if (start === -1) says.push([file, 'unreadable']);
    else
      for (const { checks, policyViolations = [] } of JSON.parse(output.slice(start)).results)
        says.push(...[...checks, ...policyViolations].map(({ ruleId }) => [file, ruleId]));
  }
  return collect(says);
}

function languageServer(files) {
  const output = run(join(home, 'node_modules/.bin/postgres-language-server'), [
    'check',
    '--disable-db',
    '--reporter=github',
    '--max-diagnostics=none',
    ...files,
  ]);
  const lines = [...output.matchAll(/^::\w+ title=([^,]*),file=([^,]*),/gm)];
  return collect(lines.map(([, rule, file]) => [basename(file), rule]));
}

function run(command, parameters) {
  const { stdout, stderr, error } = spawnSync(command, parameters, {
    cwd: home,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (error !== undefined) throw error;
  return stdout === '' ? stderr : stdout;
}

function tellingRules(says, cases) {
  const harmless = cases.filter(({ kind }) => kind === 'harmless');
  const counts = new Map();
  for (const { file } of harmless)
    for (const rule of new Set(says.get(file) ?? [])) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return (rule) => (counts.get(rule) ?? 0) <= noisy * harmless.length;
}

function saysAnything({ says }, { file }) {
  return says.has(file);
}

function tells({ says, telling }, { file }) {
  return (says.get(file) ?? []).some(telling);
}

function share(some, all) {
  return `${((100 * some) / all).toFixed(1)} %`;
}

function table(cases, tools, isSeen) {
  const kinds = [...new Set(cases.map(({ kind }) => kind))];
  return [
    `| Class | Cases | ${tools.map(({ name }) => name).join(' | ')} |`,
    `|---|---|${tools.map(() => '---|').join('')}`,
    ...[...kinds, 'all'].map((kind) => {
      const some = kind === 'all' ? cases : cases.filter((one) => one.kind === kind);
      const cells = tools.map((tool) =>
        share(some.filter((one) => isSeen(tool, one)).length, some.length),
      );
      return `| ${kind} | ${some.length} | ${cells.join(' | ')} |`;
    }),
  ];
}

function page(cases, tools) {
  const adversarial = cases.filter(({ kind }) => kind !== 'harmless');
  const harmless = cases.filter(({ kind }) => kind === 'harmless');
  const missed = tools.map((tool) => ({
    name: tool.name,
    ids: adversarial.filter((one) => !tells(tool, one)).map(({ id }) => id),
  }));
  return `${[
    '# Side by side with other linters',
    '<!-- Written by node scripts/side-by-side.mjs -->',
    'The same files, one case of corpus/ each, through every linter of PostgreSQL that npm installs here, with its own defaults and without a database. The cases are ours, so this says how the tools do on what we look for: destroyed data, privileges, ways to the server, and text that hides them. Locks, which the others are made for, are not what these cases are about.',
    '',
    '## A rule that tells',
    `A case counts where a rule speaks that is silent on at least ${100 - 100 * noisy} % of the harmless cases. A rule that speaks of everything, such as one that wants a timeout in every file, tells nothing about a file.`,
    '',
    ...table(adversarial, tools, tells),
    '',
    '## Anything at all',
    'A case counts where the tool says anything, whatever it is about.',
    '',
    ...table(adversarial, tools, saysAnything),
    '',
    '## Harmless',
    'Less is better: each of these files does nothing that anybody has to look at.',
    '',
    ...table(harmless, tools, saysAnything).filter((line) => !line.startsWith('| all')),
    '',
    '## What each does not see',
    'By the first table. docs/coverage.md tells of Sluice more strictly: there a finding has to name what the case does.',
    ...missed.flatMap(({ name, ids }) => [
      '',
      `<details><summary>${name}: ${ids.length} of ${adversarial.length}</summary>`,
      '',
      ids.length === 0 ? 'None.' : ids.map((id) => `\`${id}\``).join(', '),
      '',
      '</details>',
    ]),
  ].join('\n')}\n`;
}

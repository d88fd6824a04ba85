// Runs the PostgreSQL suites against each major version from npm and writes docs/campaign.md.
// Arguments: the majors; all of 14 to 18 by default. Lines of majors that did not run stay.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = `${root}docs/campaign.md`;
const asked = process.argv.slice(2);
const majors = asked.length > 0 ? asked : ['14', '15', '16', '17', '18'];
const lines = readLines();

for (const major of majors) {
  const line = runMajor(major);
  console.log(line);
  lines.set(major, line);
  writeFileSync(page, render(lines));
}

function runMajor(major) {
  const directory = mkdtempSync(join(tmpdir(), 'sluice-campaign-'));
  const output = join(directory, 'result.json');
  try {
    spawnSync(
      process.execPath,
      [
        `${root}node_modules/vitest/vitest.mjs`,
        'run',
        '--project=postgres',
        '--reporter=json',
        `--outputFile=${output}`,
      ],
      { cwd: root, env: { ...process.env, SLUICE_TEST_MAJOR: major }, stdio: 'ignore' },
    );
    const { testResults } = JSON.parse(readFileSync(output, 'utf8'));
    const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
    const count = (status) => tests.filter((test) => test.status === status).length;
    for (const { status, fullName, failureMessages } of tests)
      if (status === 'failed') console.log(`${fullName}\n  ${failureMessages[0]?.split('\n')[0]}`);
    // A suite that broke before its first test has no failed test, and is no success.
    const broken = testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
    ).length;
    const failed = count('failed') + broken;
    const skipped = tests.length - count('passed') - count('failed');
    if (failed > 0) process.exitCode = 1;
    return `| ${[major, testResults.length, count('passed'), failed, skipped].join(' | ')} |`;
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function readLines() {
  if (!existsSync(page)) return new Map();
  const found = readFileSync(page, 'utf8').matchAll(/^\| (\d+) \|.*$/gm);
  return new Map([...found].map(([line, major]) => [major, line]));
}

function render(lines) {
  const rows = [...lines].sort(([one], [other]) => one - other).map(([, line]) => `${line}\n`);
  return `# Every major version
<!-- Written by npm run campaign -->
The suites that need PostgreSQL (test/postgres), run against each major version from npm, pinned as Sluice's own shadows are. \`npm run campaign -- 14 18\` runs some of them again.

| PostgreSQL | Suites | Passed | Failed | Skipped |
|---|---|---|---|---|
${rows.join('')}`;
}

// Reads, judges and shows made-up inputs (test/fuzz) and writes docs/fuzzing.md.
// Options: --inputs N, 200,000 by default; --seed N, another one each day makes other inputs.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '200000' },
    seed: { type: 'string', default: '1' },
  },
});
const directory = mkdtempSync(join(tmpdir(), 'sluice-fuzz-'));
const file = join(directory, 'result.json');

try {
  const { status } = spawnSync(
    process.execPath,
    [`${root}node_modules/vitest/vitest.mjs`, 'run', '--project=unit', 'test/fuzz.test.ts'],
    {
      cwd: root,
      env: {
        ...process.env,
        SLUICE_FUZZ_INPUTS: values.inputs,
        SLUICE_FUZZ_SEED: values.seed,
        SLUICE_FUZZ_RESULT: file,
      },
      stdio: 'inherit',
    },
  );
  process.exitCode = status ?? 1;
  if (existsSync(file))
    writeFileSync(`${root}docs/fuzzing.md`, render(JSON.parse(readFileSync(file, 'utf8'))));
} finally {
  rmSync(directory, { recursive: true });
}

function render({ inputs, seed, seeds, seen, slowest, broken }) {
  const number = (value) => value.toLocaleString('en-US');
  const rows = Object.entries({
    Inputs: inputs,
    'Made after a grammar': seen.generated,
    [`Changed from ${number(seeds)} PostgreSQL statements`]: seen.mutated,
    Denied: seen.deny,
    'Waiting for an approval': seen['await-approval'],
    Allowed: seen.allow,
    'Broken properties': broken.length,
    'Longest time of one input, as a multiple of the median': slowest,
  }).map(([what, count]) => `| ${what} | ${number(count)} |\n`);
  return `# Fuzzing
<!-- Written by npm run fuzz -->
Made-up files are read, judged and shown as files of a pull request are. Of each it has to hold that

- nothing is thrown, and nothing hangs;
- PostgreSQL's own parser, as its package loads it, reads whatever is not denied, and finds as many statements;
- every statement has an effect or a finding, or is of a kind that may do nothing (test/fuzz/properties.ts lists them);
- no report shows a control character, or a command that the runner of GitHub would obey.

The statements that are changed come from the npm package graphile-worker, from corpus/ and from the examples of the rules. \`npm run fuzz -- --inputs ${inputs} --seed ${seed}\` makes the same inputs again; \`npm run check\` runs the first five hundred of seed 1. What breaks is printed as short as it can be made. An input that never ends would keep the run from ending; the longest is told below, and what the machine did meanwhile counts into it.

| What | Count |
|---|---|
${rows.join('')}`;
}

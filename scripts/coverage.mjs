// Writes docs/coverage.md: what is seen of corpus/, family by family, and every miss by its id.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { status } = spawnSync(
  process.execPath,
  [
    `${root}node_modules/vitest/vitest.mjs`,
    'run',
    '--project=unit',
    '--update',
    '--testNamePattern=docs/coverage.md',
    'test/corpus.test.ts',
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = status ?? 1;

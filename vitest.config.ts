import { mkdirSync, readFileSync, statfsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/**
 * GitHub's parser of workflows imports JSON without saying so, which only a bundler accepts; its
 * source maps point to files that it does not ship.
 */
const parser = {
  plugins: [
    {
      name: 'workflow-parser',
      load: (id: string) =>
        /@actions\/workflow-parser\/dist\/.*\.js$/.test(id)
          ? readFileSync(id, 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, '')
          : undefined,
    },
  ],
  server: { deps: { inline: ['@actions/workflow-parser'] } },
};

/** The suites make and remove many small files, which memory takes much faster than a disk does. */
function temporaryDirectory(): string | undefined {
  if (process.platform !== 'linux' || process.env['TMPDIR'] !== undefined) return undefined;
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    if (bavail * bsize < 4 * 1024 ** 3) return undefined;
    const directory = `/dev/shm/sluice-tests-${process.getuid?.() ?? 0}`;
    mkdirSync(directory, { recursive: true, mode: 0o755 });
    return directory;
  } catch {
    return undefined;
  }
}

const memory = temporaryDirectory();
const env = memory === undefined ? {} : { TMPDIR: memory };

/** PostgreSQL and end-to-end suites start servers; two at a time is what two cores carry. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters:
      process.env['GITHUB_ACTIONS'] === undefined ? ['minimal'] : ['minimal', 'github-actions'],
    coverage: { include: ['src/**/*.ts'], exclude: ['**/*.test.ts', '**/*.data.ts'] },
    projects: [
      {
        plugins: parser.plugins,
        test: {
          name: 'unit',
          // Modules are loaded once for all files of a worker: no unit test changes one.
          isolate: false,
          include: ['src/**/*.test.ts', 'test/*.test.ts'],
          testTimeout: 20_000,
          server: parser.server,
        },
      },
      {
        test: {
          name: 'postgres',
          env,
          include: ['test/postgres/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        plugins: parser.plugins,
        test: {
          name: 'e2e',
          env,
          include: ['test/e2e/**/*.test.ts'],
          server: parser.server,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});

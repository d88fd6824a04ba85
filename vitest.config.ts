import { defineConfig } from 'vitest/config';

/** PostgreSQL and end-to-end suites start servers; two at a time is what two cores carry. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters:
      process.env['GITHUB_ACTIONS'] === undefined ? ['minimal'] : ['minimal', 'github-actions'],
    coverage: { include: ['src/**/*.ts'], exclude: ['**/*.test.ts', '**/*.data.ts'] },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'test/*.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'postgres',
          include: ['test/postgres/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});

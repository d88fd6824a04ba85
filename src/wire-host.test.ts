import { expect, test } from 'vitest';
import { openEnvironmentHost } from './wire-host.ts';

const { signal } = new AbortController();

test.each([
  [{}],
  [{ GITHUB_TOKEN: 'x' }],
  [{ GITHUB_REPOSITORY: 'acme/shop' }],
  [{ GITHUB_TOKEN: '', GITHUB_REPOSITORY: 'acme/shop' }],
])('an environment of %j names no host, and the message says what to do', (environment) => {
  expect(() => openEnvironmentHost(environment, signal)).toThrow(
    'Pass a recorded pull request, or set the variables as GitHub Actions does.',
  );
});

test('the environment of a workflow names GitHub and the repository', () => {
  const environment = { GITHUB_TOKEN: 'x', GITHUB_REPOSITORY: 'Acme/Shop' };

  expect(openEnvironmentHost(environment, signal).repository).toBe('acme/shop');
});

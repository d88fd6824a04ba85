import { expect, test } from 'vitest';
import { readRunner } from './runner.ts';

const environment = {
  GITHUB_REPOSITORY: 'Acme/Shop',
  GITHUB_SERVER_URL: 'https://github.com/',
  GITHUB_RUN_ID: '42',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_WORKFLOW_REF: 'Acme/Shop/.github/workflows/sluice.yml@refs/heads/main',
  GITHUB_EVENT_NAME: 'pull_request_target',
  GITHUB_ACTOR: 'first',
  GITHUB_TRIGGERING_ACTOR: 'Dave',
  RUNNER_ENVIRONMENT: 'github-hosted',
};

test('tells the run by what the runner sets', () => {
  expect(readRunner(environment)).toEqual({
    repository: 'acme/shop',
    serverUrl: 'https://github.com',
    run: '42',
    attempt: '2',
    url: 'https://github.com/acme/shop/actions/runs/42/attempts/2',
    workflow: '.github/workflows/sluice.yml',
    workflowReference: 'refs/heads/main',
    event: 'pull_request_target',
    actor: 'dave',
    hosted: true,
  });
});

test.each([
  [{ RUNNER_ENVIRONMENT: 'self-hosted' }, { hosted: false }],
  [{ RUNNER_ENVIRONMENT: undefined }, { hosted: false }],
  [{ GITHUB_TRIGGERING_ACTOR: 'Dependabot[bot]' }, { actor: 'dependabot[bot]' }],
  [{ GITHUB_SERVER_URL: 'http://127.0.0.1:8080' }, { serverUrl: 'http://127.0.0.1:8080' }],
  [
    { GITHUB_WORKFLOW_REF: 'acme/shop/.github/workflows/a.yaml@refs/heads/x@y.yml' },
    { workflow: '.github/workflows/a.yaml', workflowReference: 'refs/heads/x@y.yml' },
  ],
  [
    { GITHUB_WORKFLOW_REF: 'acme/central/.github/workflows/sluice.yml@refs/heads/main' },
    { workflow: 'acme/central/.github/workflows/sluice.yml' },
  ],
])('%j gives %j', (changed, expected) => {
  expect(readRunner({ ...environment, ...changed })).toMatchObject(expected);
});

test.each([
  ['GITHUB_REPOSITORY', [undefined, '', 'acme', 'acme/..', 'acme/shop/x']],
  ['GITHUB_SERVER_URL', [undefined, 'github.com', 'https://a@b.c', 'javascript://x y']],
  ['GITHUB_RUN_ID', [undefined, '0', 'x', '1\n2']],
  ['GITHUB_RUN_ATTEMPT', [undefined, '-1']],
  [
    'GITHUB_WORKFLOW_REF',
    [
      undefined,
      'acme/shop/.github/workflows/sluice.yml',
      'acme/shop/.github/workflows/sluice.yml@x.yml@refs/heads/main',
      'acme/shop/sluice.yml@refs/heads/main',
      'acme/shop/.github/workflows/x/sluice.yml@refs/heads/main',
    ],
  ],
  ['GITHUB_EVENT_NAME', [undefined, 'a b']],
  ['GITHUB_TRIGGERING_ACTOR', [undefined, 'a/b', '..']],
] as const)('refuses what is no %s', (name, values) => {
  for (const value of values)
    expect(() => readRunner({ ...environment, [name]: value })).toThrow(
      expect.objectContaining({ code: 'input/event', message: expect.stringContaining(name) }),
    );
});

import { expect, it } from 'vitest';
import { npmEnvironment } from './npm-client.ts';

it('passes on what the user set for npm and nothing of an outer npm run or of the job', () => {
  const environment = npmEnvironment({
    PATH: '/bin',
    HOME: '/home/u',
    https_proxy: 'http://proxy',
    NPM_CONFIG_REGISTRY: 'https://npm.example',
    npm_config_registry: 'https://project.example',
    npm_package_name: 'project',
    npm_lifecycle_event: 'demo',
    GITHUB_TOKEN: 'secret',
    PRODUCTION_URL: 'secret',
    NODE_OPTIONS: '--require=./evil.js',
  });

  expect(environment).toEqual({
    PATH: '/bin',
    HOME: '/home/u',
    https_proxy: 'http://proxy',
    NPM_CONFIG_REGISTRY: 'https://npm.example',
  });
});

import { expect, it } from 'vitest';
import { environmentCredentials } from './environment.ts';

const credentials = environmentCredentials({ STAGING_URL: 'postgres://host/db', EMPTY_URL: '' });

it('gives the URL that the variable holds', async () => {
  const url = await credentials.urlOf('STAGING_URL');

  expect(url).toBe('postgres://host/db');
});

it.each(['EMPTY_URL', 'MISSING_URL', 'toString'])(
  'refuses %s, which holds none',
  async (variable) => {
    const url = credentials.urlOf(variable);

    await expect(url).rejects.toMatchObject({
      code: 'input/target',
      message: `The environment variable ${variable}, which should hold the URL of the target, is not set.`,
    });
  },
);

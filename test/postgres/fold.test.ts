import { afterAll, beforeAll, expect, test } from 'vitest';
import { folded } from '../support/fold.ts';
import { startTestServer, type TestServer } from '../support/postgres.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

test.each(folded)('PostgreSQL, too, makes of %s the text %s', async (expression, text) => {
  await using session = await server.connect();

  const rows = await session.query(`select (${expression})::text as text`);

  expect(rows).toEqual([{ text }]);
});

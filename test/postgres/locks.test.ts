import { afterAll, beforeAll, expect, test } from 'vitest';
import { costsOf, type LockForm } from '../../src/effects/locks.ts';
import { lockTable } from '../../src/effects/locks.data.ts';
import type { Session } from '../../src/ports/database.ts';
import { lockForms } from '../support/lock-forms.data.ts';
import { measureForm, prepareLab } from '../support/measure-locks.ts';
import { startTestServer, type TestServer } from '../support/postgres.ts';

/** The table of locks says of every form what the server at hand does; a campaign asks every major. */
let server: TestServer;
let worker: Session;
let holder: Session;

beforeAll(async () => {
  server = await startTestServer();
  worker = await server.connect();
  holder = await server.connect();
  await prepareLab(worker);
});

afterAll(async () => {
  await worker[Symbol.asyncDispose]();
  await holder[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

test('the table has a row for every form that can be tried, and no other', () => {
  expect(Object.keys(lockTable)).toEqual(lockForms.map(({ id }) => id));
});

test.for(lockForms)('PostgreSQL does what the table says: $id', async (form, { skip }) => {
  const major = Math.floor(worker.serverVersion / 10_000);
  if (major < (form.since ?? 0)) return skip(`PostgreSQL ${form.since}`);

  const measured = await measureForm(form, { worker, holder });

  expect(isForm(form.id) && costsOf(form.id, major)).toEqual(measured);
});

function isForm(id: string): id is LockForm {
  return Object.hasOwn(lockTable, id);
}

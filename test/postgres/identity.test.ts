import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Session } from '../../src/ports/database.ts';
import { randomOf } from '../support/generate.ts';
import { fakes, honest } from '../support/identity.data.ts';
import {
  claims,
  generateSequence,
  isSilent,
  paths,
  play,
  prepareWorld,
} from '../support/identity.ts';
import { startTestServer, type TestServer } from '../support/postgres.ts';

/** What the catalog calls new is asked of a server, which knows objects by their numbers. */
let server: TestServer;
let session: Session;

beforeAll(async () => {
  server = await startTestServer();
  session = await server.connect();
  await prepareWorld(session);
});

afterAll(async () => {
  await session[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

test.each(fakes)('is not taken in by $name', async ({ sql }) => {
  const steps = await play(
    session,
    'public',
    sql.map((text) => ({ sql: text })),
  );

  expect(steps.map((step) => step.sql)).toEqual(sql);
  expect(steps.at(-1)?.lost).toBe(true);
  expect(await isSilent(sql, sql.length - 1)).toBe(false);
});

test.each(honest)('says nothing of $name that was made and dropped', async ({ sql }) => {
  const steps = await play(
    session,
    'public',
    sql.map((text) => ({ sql: text })),
  );

  expect(steps.map((step) => step.sql)).toEqual(sql);
  expect(steps.at(-1)).toMatchObject({ lost: false, honest: true });
  expect(await isSilent(sql, sql.length - 1)).toBe(true);
});

/** From then on not even a person could tell from the text alone. */
const blurs = /if not exists|search_path|discard/;

test('never calls new what was there before, in generated changes', async () => {
  const random = randomOf(20_261_121);
  const wrong: string[] = [];
  let certain = 0;
  let harmless = 0;
  let losses = 0;
  for (let round = 0; round < 300; round += 1) {
    const path = paths[round % paths.length] ?? 'public';
    const steps = await play(session, path, generateSequence(random));
    const sql = steps.map((step) => step.sql);
    const claimed = await claims(sql);
    for (const [index, { lost, honest: isHonest, sql: text }] of steps.entries()) {
      if (lost) losses += 1;
      if (lost && (await isSilent(sql, index)))
        wrong.push(`${path}: ${sql.slice(0, index + 1).join('; ')}`);
      if (!isHonest || text.endsWith(' cascade') || !/^(?:drop|delete|truncate)/.test(text))
        continue;
      if (sql.slice(0, index).some((before) => blurs.test(before))) continue;
      harmless += 1;
      if (claimed[index] === true) certain += 1;
    }
  }
  console.log(
    `${losses} losses, ${wrong.length} unseen; ${certain} of ${harmless} harmless drops are certain`,
  );

  expect(wrong).toEqual([]);
  expect(losses).toBeGreaterThan(100);
  expect(certain / harmless).toBeGreaterThan(0.6);
});

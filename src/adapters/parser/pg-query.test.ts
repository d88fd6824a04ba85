import { expect, it } from 'vitest';
import { createParser } from './pg-query.ts';

it('stops what takes too long, and parses on', async () => {
  await using parser = createParser({ timeLimitMs: 200 });

  const slow = await parser.parse('/*'.repeat(50_000));
  const next = await parser.parse('select 1');

  expect(slow).toEqual({
    kind: 'failed',
    reason: 'The parser did not finish within 200 ms and was stopped.',
  });
  expect(next.kind).toBe('parsed');
});

it('survives forty stack overflows in a row', async () => {
  await using parser = createParser();
  const deep = `select 1${'+1'.repeat(30_000)}`;

  for (let round = 0; round < 40; round += 1) {
    const outcome = await parser.parse(deep);
    expect(outcome.kind).toBe('failed');
  }
  const next = await parser.parse('select 1');

  expect(next.kind).toBe('parsed');
  expect(process.exitCode).toBeUndefined();
});

it('counts offsets in bytes', async () => {
  await using parser = createParser();

  const outcome = await parser.parse("select 'é😀'; selec");

  expect(outcome).toEqual({
    kind: 'syntax-error',
    message: 'syntax error at or near "selec"',
    offset: 17,
  });
});

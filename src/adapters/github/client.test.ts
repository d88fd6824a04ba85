import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { answer, type Reply } from '../../../test/support/answering-server.ts';
import type { SluiceError } from '../../errors.ts';
import { openClient } from './client.ts';

const token = 'ghs_0123456789secret';
const theirWords = '::error::words of GitHub about `drop table users`';
const call = {
  route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
  parameters: { owner: 'acme', repo: 'shop', pull_number: 7 },
  purpose: 'read the reviews',
  needs: 'pull-requests: read',
};

function open(apiUrl: string, signal = new AbortController().signal) {
  const throttle = { second: 1, spaced: false, retries: 2 };
  return openClient({ token, apiUrl, signal, throttle });
}

async function failureOf(work: Promise<unknown>): Promise<SluiceError> {
  return work.then(
    () => expect.unreachable('it succeeded'),
    (failure: unknown) => failure as SluiceError,
  );
}

const secondary = {
  status: 403,
  json: { message: 'You have exceeded a secondary rate limit.' },
};
const inAnHour = String(Math.floor(Date.now() / 1000) + 3600);

const failing: readonly (readonly [string, Reply, string, number, RegExp])[] = [
  ['401', { status: 401 }, 'host/forbidden', 1, /token that is valid/],
  ['403', { status: 403 }, 'host/forbidden', 1, /"pull-requests: read"/],
  ['404', { status: 404 }, 'host/not-found', 1, /"pull-requests: read"/],
  ['410', { status: 410 }, 'host/not-found', 1, /HTTP 410/],
  ['409', { status: 409 }, 'host/refused', 1, /HTTP 409/],
  ['422', { status: 422 }, 'host/refused', 1, /HTTP 422/],
  ['451', { status: 451 }, 'host/refused', 1, /HTTP 451/],
  ['301', { status: 301, headers: { location: '/elsewhere' } }, 'host/refused', 1, /HTTP 301/],
  ['429', { status: 429 }, 'host/rate-limit', 1, /HTTP 429/],
  ['500', { status: 500 }, 'host/unreachable', 3, /HTTP 500/],
  ['502', { status: 502, text: '<html>' }, 'host/unreachable', 3, /HTTP 502/],
  ['a closed connection', { broken: 'before' }, 'host/unreachable', 3, /did not answer/],
  ['an answer that breaks off', { broken: 'within' }, 'host/unreachable', 3, /did not answer/],
  [
    'a secondary limit that lasts',
    { ...secondary, headers: { 'retry-after': '1' } },
    'host/rate-limit',
    3,
    /hour/,
  ],
  [
    'a secondary limit with a long wait',
    { ...secondary, headers: { 'retry-after': '61' } },
    'host/rate-limit',
    1,
    /hour/,
  ],
  [
    'a limit that is over in an hour',
    {
      status: 403,
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inAnHour },
    },
    'host/rate-limit',
    1,
    /hour/,
  ],
];

test.each(failing)('%s', async (_name, reply, code, requests, message) => {
  await using server = await answer(() => ({ json: { message: theirWords }, ...reply }));

  const failure = await failureOf(open(server.url).ask(call));

  expect(failure).toMatchObject({ code, message: expect.stringMatching(message) });
  expect(server.asked).toHaveLength(requests);
  const shown = inspect(failure, { depth: 9 });
  expect(shown).not.toContain('words of GitHub');
  expect(shown).not.toContain(token);
});

test.each([
  ['a 502', { status: 502 }],
  ['a closed connection', { broken: 'before' }],
  ['an answer that breaks off', { broken: 'within' }],
  ['a short secondary limit', { ...secondary, headers: { 'retry-after': '1' } }],
  ['a short limit', { status: 429, headers: { 'x-ratelimit-remaining': '0' } }],
] as const)('goes on after %s', async (_name, reply) => {
  let count = 0;
  await using server = await answer(() => {
    count += 1;
    return count === 1 ? { json: {}, ...reply } : { json: [] };
  });

  expect(await open(server.url).ask(call)).toEqual({ data: [], hasMore: false });
  expect(server.asked).toHaveLength(2);
});

test('says who asks, and with which token', async () => {
  await using server = await answer(() => ({ json: [] }));

  await open(`${server.url}/`).ask(call);

  expect(server.asked[0]).toMatchObject({
    path: '/repos/acme/shop/pulls/7/reviews',
    headers: {
      'user-agent': 'sluice',
      'x-github-api-version': '2022-11-28',
      authorization: `token ${token}`,
    },
  });
});

test('names what kept GitHub from answering', async () => {
  const server = await answer(() => undefined);
  await server[Symbol.asyncDispose]();

  const failure = await failureOf(open(server.url).ask(call));

  expect(failure).toMatchObject({ code: 'host/unreachable', data: { reason: 'ECONNREFUSED' } });
});

test('writes nothing to the log, not even what GitHub deprecates', async () => {
  await using server = await answer(() => ({
    json: [],
    headers: {
      deprecation: 'x',
      sunset: theirWords,
      link: `<https://example.com/${theirWords}>; rel="deprecation"`,
    },
  }));
  const said: unknown[] = [];
  const { warn, error } = console;
  Object.assign(console, {
    warn: (text: unknown) => said.push(text),
    error: (text: unknown) => said.push(text),
  });

  await open(server.url)
    .ask(call)
    .finally(() => Object.assign(console, { warn, error }));

  expect(said).toEqual([]);
});

test('reads all pages in their order', async () => {
  const items = Array.from({ length: 250 }, (_, id) => ({ id: id + 1 }));
  await using server = await answer(({ query }) => {
    const start = (Number(query['page']) - 1) * 100;
    return { json: items.slice(start, start + 100) };
  });

  const read = await open(server.url).askPages(call);

  expect(read.map((item) => item.number('id'))).toEqual(items.map(({ id }) => id));
  expect(server.asked.map(({ query }) => query)).toEqual(
    ['1', '2', '3'].map((page) => ({ per_page: '100', page })),
  );
});

test('goes on as long as GitHub says that there is more', async () => {
  await using server = await answer(({ query }) => ({
    json: [{ id: Number(query['page']) }],
    headers: query['page'] === '3' ? {} : { link: '<http://127.0.0.1:1/>; rel="next"' },
  }));

  const read = await open(server.url).askPages(call);

  expect(read.map((item) => item.number('id'))).toEqual([1, 2, 3]);
});

test('refuses a list that does not end, and cuts none', async () => {
  const page = Array.from({ length: 100 }, () => ({}));
  await using server = await answer(() => ({ json: page }));

  const failure = await failureOf(open(server.url).askPages(call));

  expect(failure).toMatchObject({ code: 'host/refused', message: expect.stringMatching(/3000/) });
  expect(server.asked).toHaveLength(30);
});

test.each([
  ['no JSON', { text: '[{"id": 1' }],
  ['an object where a list is documented', { json: { message: theirWords } }],
  ['a list of something else', { json: ['x'] }],
  ['nothing', { status: 204 }],
  ['null', { json: null }],
] as const)('takes %s for no list', async (_name, reply) => {
  await using server = await answer(() => reply);

  const failure = await failureOf(open(server.url).askPages(call));

  expect(failure).toMatchObject({ code: 'host/answer' });
  expect(failure.message).not.toContain('words of GitHub');
});

test('stops at once when the run is interrupted, in a request and in a wait', async () => {
  for (const reply of [{ ...secondary, headers: { 'retry-after': '60' } }, undefined]) {
    const controller = new AbortController();
    await using server = await answer(() => {
      setTimeout(() => controller.abort(), 30);
      return reply ?? new Promise<undefined>(() => undefined);
    });
    const client = openClient({ token, apiUrl: server.url, signal: controller.signal });

    const failure = await failureOf(client.ask(call));

    expect(failure).toMatchObject({ code: 'internal/cancelled' });
    expect(server.asked).toHaveLength(1);
  }
});

test('asks nothing once the run is interrupted', async () => {
  await using server = await answer(() => ({ json: [] }));

  const failure = await failureOf(open(server.url, AbortSignal.abort()).ask(call));

  expect(failure).toMatchObject({ code: 'internal/cancelled' });
  expect(server.asked).toEqual([]);
});

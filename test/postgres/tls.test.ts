import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { database } from '../../src/adapters/postgres/session.ts';
import { SluiceError } from '../../src/errors.ts';
import { startTestServer, type TestServer } from '../support/postgres.ts';
import { authority, type Certificate, startTlsProxy } from '../support/tls-proxy.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(() => server[Symbol.asyncDispose]());

/** Connects over TCP through a proxy with this certificate; gives how the bytes travelled. */
async function connectThrough(
  certificate: Certificate,
  settings: Readonly<Record<string, string>>,
): Promise<string> {
  const url = new URL(server.url());
  const socket = `${url.searchParams.get('host') ?? ''}/.s.PGSQL.5432`;
  await using proxy = await startTlsProxy(socket, certificate);
  url.searchParams.delete('host');
  url.host = `localhost:${proxy.port}`;
  for (const [name, value] of Object.entries(settings)) url.searchParams.set(name, value);
  const { signal } = new AbortController();
  await using session = await database.connect({
    url: url.href,
    applicationName: 'sluice test',
    signal,
  });
  const [row] = await session.query('select 1 as one');
  expect(row).toEqual({ one: 1 });
  return session.transport;
}

describe('a target over TCP', () => {
  test.each([
    ['localhost', { sslrootcert: authority }, 'verify-full'],
    ['localhost', { sslmode: 'verify-full', sslrootcert: authority }, 'verify-full'],
    ['elsewhere', { sslmode: 'verify-ca', sslrootcert: authority }, 'unverified: verify-ca'],
    ['elsewhere', { sslmode: 'require' }, 'unverified: require'],
    ['none', { sslmode: 'disable' }, 'unverified: disable'],
  ] as const)(
    'is reached with the certificate %s and %j as %s',
    async (certificate, settings, expected) => {
      const transport = await connectThrough(certificate, settings);

      expect(transport).toBe(expected);
    },
  );

  test.each([
    ['has a certificate of an unknown authority', 'localhost', {}],
    ['has the certificate of another host', 'elsewhere', { sslrootcert: authority }],
    ['has no TLS', 'none', {}],
    ['has no TLS although it is required', 'none', { sslmode: 'require' }],
    ['is of an unknown authority under verify-ca', 'localhost', { sslmode: 'verify-ca' }],
  ] as const)('is refused when it %s', async (_why, certificate, settings) => {
    const attempt = connectThrough(certificate, settings);

    await expect(attempt).rejects.toThrow(SluiceError);
    await expect(attempt).rejects.toMatchObject({ code: 'database/unreachable' });
    await expect(attempt).rejects.not.toThrow(new URL(server.url()).password);
  });
});

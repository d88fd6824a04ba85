import { describe, expect, it } from 'vitest';
import { readConnectionUrl } from './connection-url.ts';

describe('where to connect', () => {
  it.each([
    ['postgres://u:p%40ss@db.example:6432/billing', 'db.example', 6432, 'u', 'p@ss', 'billing'],
    ['postgresql://u@db.example', 'db.example', 5432, 'u', '', 'u'],
    ['postgres:///billing?host=/run/pg&user=u&password=p', '/run/pg', 5432, 'u', 'p', 'billing'],
    ['postgres://u:p@/billing?host=/run/pg', '/run/pg', 5432, 'u', 'p', 'billing'],
    ['postgres://u@%2Frun%2Fpg/billing', '/run/pg', 5432, 'u', '', 'billing'],
    ['postgres://u@[::1]:5433/d%20b', '::1', 5433, 'u', '', 'd b'],
    [
      'postgres://ignored:x@ignored/x?host=h&port=1&user=u&password=p&dbname=d',
      'h',
      1,
      'u',
      'p',
      'd',
    ],
  ])('%s', (url, host, port, user, password, database) => {
    const endpoint = readConnectionUrl(url);

    expect(endpoint).toMatchObject({ host, port, user, password, database });
  });
});

describe('how far the server is trusted', () => {
  it.each([
    ['postgres://u@h/d', 'verify-full'],
    ['postgres://u@127.0.0.1/d', 'verify-full'],
    [
      'postgres://u@h/d?sslmode=verify-full&sslrootcert=system&channel_binding=require',
      'verify-full',
    ],
    ['postgres://u@h/d?sslmode=verify-ca', 'unverified: verify-ca'],
    ['postgres://u@h/d?sslmode=require', 'unverified: require'],
    ['postgres://u@h/d?sslmode=disable', 'unverified: disable'],
    ['postgres:///d?host=/run&user=u&sslmode=verify-full', 'unix-socket'],
  ])('%s is %s', (url, transport) => {
    const endpoint = readConnectionUrl(url);

    expect(endpoint.transport).toBe(transport);
  });

  it('checks the name in the certificate unless it is told not to', () => {
    const { tls } = readConnectionUrl('postgres://u@db.example/d');

    const check = tls === false ? undefined : tls.checkServerIdentity;
    const other = { subject: { CN: 'other.example' }, subjectaltname: 'DNS:other.example' };

    expect(tls).toMatchObject({ rejectUnauthorized: true });
    expect(check?.('other.example', other as never)).toBeInstanceOf(Error);
  });
});

describe('a URL that is refused', () => {
  it.each([
    ['mysql://u:hunter2@h/d', 'It does not begin with postgres:// or postgresql://.'],
    ['host=h password=hunter2', 'It does not begin with postgres:// or postgresql://.'],
    ['postgres://u:hunter2@h:99999/d', 'It is not a URL.'],
    ['postgres://u:hunter2@h/d?port=0', 'Its port is not a port.'],
    ['postgres://u:hunter2@/d', 'It names no host.'],
    ['postgres:///d?user=u&password=hunter2', 'It must name exactly one host.'],
    ['postgres://u:hunter2@a,b/d', 'It must name exactly one host.'],
    ['postgres://:hunter2@h/d', 'It names no user.'],
    ['postgres://u:hunter2%@h/d', 'It has a % that does not begin an escape.'],
    [
      'postgres://u:hunter2@h/d?sslmode=prefer',
      'Its sslmode is none of verify-full, verify-ca, require and disable.',
    ],
    ['postgres://u:hunter2@h/d?sslmdoe=disable', 'It has a setting that Sluice does not know.'],
    [
      'postgres://u:hunter2@h/d?sslrootcert=/nowhere/hunter2',
      'It names a certificate or key file that cannot be read.',
    ],
  ])('%s', (url, why) => {
    expect(() => readConnectionUrl(url)).toThrow(
      expect.objectContaining({
        code: 'input/target',
        message: `The database URL cannot be used. ${why}`,
      }),
    );
  });
});

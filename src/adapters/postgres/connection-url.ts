import { readFileSync } from 'node:fs';
import { checkServerIdentity, type ConnectionOptions } from 'node:tls';
import { SluiceError } from '../../errors.ts';
import type { Transport } from '../../ports/database.ts';

/** Where and as whom to connect. `host` is a directory for a Unix socket. */
export type Endpoint = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly transport: Transport;
  readonly tls: ConnectionOptions | false;
};

const understood = new Set([
  'host',
  'port',
  'user',
  'password',
  'dbname',
  'sslmode',
  'sslrootcert',
  'sslcert',
  'sslkey',
  'channel_binding',
  'application_name',
  'connect_timeout',
]);

/**
 * Reads a postgres:// URL as libpq does (host, port, user, password and dbname may also stand in the
 * query; a host that begins with `/` is a socket directory), except that TCP without `sslmode` is
 * verify-full, and `prefer` and `allow` are refused because an attacker chooses what they mean.
 * Without `sslrootcert` the certificate must come from an authority that Node.js trusts
 * (NODE_EXTRA_CA_CERTS adds to them). Throws SluiceError input/target; no message repeats the URL.
 */
export function readConnectionUrl(text: string): Endpoint {
  const url = parse(text);
  const setting = (key: string): string | undefined => url.searchParams.get(key) ?? undefined;
  const host = setting('host') ?? unescape(url.hostname).replace(/^\[(.*)\]$/, '$1');
  const user = setting('user') ?? unescape(url.username);
  if (host === '' || host.includes(',')) throw refusal('It must name exactly one host.');
  if (user === '') throw refusal('It names no user.');
  const database = setting('dbname') ?? unescape(url.pathname.slice(1));
  return {
    host,
    port: toPort(setting('port') ?? url.port),
    user,
    password: setting('password') ?? unescape(url.password),
    database: database === '' ? user : database,
    ...security(host, setting),
  };
}

/** The same server and another database, as the same or as another login. */
export function withLogin(
  text: string,
  databaseName: string,
  login?: { readonly user: string; readonly password: string },
): string {
  const url = parse(text);
  url.searchParams.set('dbname', databaseName);
  if (login !== undefined) {
    url.searchParams.set('user', login.user);
    url.searchParams.set('password', login.password);
  }
  return url.href;
}

/** Name of the database that the URL leads to. */
export function databaseOf(text: string): string {
  return readConnectionUrl(text).database;
}

function parse(text: string): URL {
  const authority = /^postgres(?:ql)?:\/\//;
  if (!authority.test(text)) throw refusal('It does not begin with postgres:// or postgresql://.');
  // libpq takes `user@/database?host=…`; for a URL a user without a host is a mistake.
  const [base = '', query = ''] = text.split('?', 2);
  const hostless = base.replace(/^(postgres(?:ql)?:\/\/[^/]*@)(?=\/|$)/, '$1host-in-query.invalid');
  if (!URL.canParse(hostless)) throw refusal('It is not a URL.');
  const url = new URL(hostless);
  url.search = query;
  if (hostless !== base && !url.searchParams.has('host')) throw refusal('It names no host.');
  if ([...url.searchParams.keys()].some((key) => !understood.has(key)))
    throw refusal('It has a setting that Sluice does not know.');
  return url;
}

function unescape(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw refusal('It has a % that does not begin an escape.');
  }
}

function toPort(text: string): number {
  const port = text === '' ? 5432 : Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw refusal('Its port is not a port.');
  return port;
}

function security(
  host: string,
  setting: (key: string) => string | undefined,
): Pick<Endpoint, 'transport' | 'tls'> {
  if (host.startsWith('/')) return { transport: 'unix-socket', tls: false };
  const files = { ...file('ca', setting('sslrootcert')), ...certificate(setting) };
  switch (setting('sslmode')) {
    case undefined:
    case 'verify-full':
      return {
        transport: 'verify-full',
        tls: {
          ...files,
          rejectUnauthorized: true,
          checkServerIdentity: (_, peer) => checkServerIdentity(host, peer),
        },
      };
    case 'verify-ca':
      return {
        transport: 'unverified: verify-ca',
        tls: { ...files, rejectUnauthorized: true, checkServerIdentity: () => undefined },
      };
    case 'require':
      return { transport: 'unverified: require', tls: { ...files, rejectUnauthorized: false } };
    case 'disable':
      return { transport: 'unverified: disable', tls: false };
    default:
      throw refusal('Its sslmode is none of verify-full, verify-ca, require and disable.');
  }
}

function certificate(setting: (key: string) => string | undefined): ConnectionOptions {
  return { ...file('cert', setting('sslcert')), ...file('key', setting('sslkey')) };
}

function file(option: 'ca' | 'cert' | 'key', path: string | undefined): ConnectionOptions {
  if (path === undefined || (option === 'ca' && path === 'system')) return {};
  try {
    return { [option]: readFileSync(path) };
  } catch {
    throw refusal('It names a certificate or key file that cannot be read.');
  }
}

function refusal(why: string): SluiceError {
  return new SluiceError('input/target', `The database URL cannot be used. ${why}`);
}

import { Socket } from 'node:net';
import { Client, DatabaseError } from 'pg';
import { SluiceError } from '../../errors.ts';
import type { ConnectOptions } from '../../ports/database.ts';
import type { Endpoint } from './connection-url.ts';

const connectTimeoutMs = 15_000;
const closeTimeoutMs = 2_000;
/** What is asked for as rows is held in memory. */
const defaultAnswer = 512 * 1024 * 1024;
const watchIntervalMs = 100;

/** A client with what it takes to use it in turn and to tell that it is gone. */
export type Wire = {
  readonly client: Client;
  readonly signal: AbortSignal;
  readonly isGone: () => boolean;
  /** Resolves once the connection is closed, for whatever reason. */
  readonly gone: Promise<void>;
  /** Waits for all turns before, then keeps the others waiting until it is released. */
  readonly turn: () => Promise<() => void>;
  readonly close: () => void;
  /** Bytes that have come in so far. */
  readonly received: () => number;
  readonly largestAnswer: number;
};

export function openWire(endpoint: Endpoint, options: ConnectOptions): Wire {
  const socket = new Socket();
  const client = new Client({
    host: endpoint.host,
    port: endpoint.port,
    user: endpoint.user,
    // A function, even for the empty password: otherwise pg looks in PGPASSWORD and ~/.pgpass.
    password: () => endpoint.password,
    database: endpoint.database,
    application_name: options.applicationName,
    client_encoding: 'UTF8',
    // Not empty, or pg takes PGOPTIONS.
    options: startupOptions(options.settings ?? {}),
    sslnegotiation: 'postgres',
    ssl: endpoint.tls,
    enableChannelBinding: endpoint.transport === 'verify-full',
    stream: () => socket,
    keepAlive: true,
    connectionTimeoutMillis: connectTimeoutMs,
    types: { getTypeParser: parserOf },
  });
  let gone = false;
  const close = (): void => {
    options.signal.removeEventListener('abort', close);
    socket.destroy();
  };
  options.signal.addEventListener('abort', close, { once: true });
  const ended = new Promise<void>((resolve) => {
    client.once('end', () => {
      gone = true;
      options.signal.removeEventListener('abort', close);
      resolve();
    });
  });
  // Without a listener a broken idle connection would end the process; `end` follows and is what we act on.
  client.on('error', () => {
    gone = true;
  });
  return {
    client,
    signal: options.signal,
    isGone: () => gone,
    gone: ended,
    turn: turnstile(),
    close,
    received: () => socket.bytesRead,
    largestAnswer: options.largestAnswer ?? defaultAnswer,
  };
}

function startupOptions(settings: Readonly<Record<string, string>>): string {
  const escape = (text: string): string => text.replaceAll(/[\\\s]/g, '\\$&');
  const words = Object.entries(settings).map(([name, value]) => `-c ${name}=${escape(value)}`);
  return ` ${words.join(' ')}`;
}

function turnstile(): () => Promise<() => void> {
  let last = Promise.resolve();
  return async () => {
    const before = last;
    let release = (): void => {};
    last = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    return release;
  };
}

const bool = 16;
const int2 = 21;
const int4 = 23;

/** int8, numeric, dates and JSON stay text: JavaScript's types would change their values. */
function parserOf(type: number): (text: string) => boolean | number | string {
  if (type === bool) return (text) => text === 't';
  if (type === int2 || type === int4) return Number;
  return (text) => text;
}

/** FATAL is an error and then the end of the connection; only an idle server has truly answered. */
export function untilIdle(wire: Wire): Promise<void> {
  const idle = new Promise<void>((resolve) => {
    wire.client.once('drain', resolve);
  });
  return Promise.race([idle, wire.gone]);
}

export async function hangUp(wire: Wire): Promise<void> {
  if (wire.isGone()) return;
  const timer = setTimeout(wire.close, closeTimeoutMs);
  await wire.client.end().catch(() => {});
  clearTimeout(timer);
  wire.close();
}

/** Hangs up on a server that does not end, and says so instead of what `ask` fails with. */
export async function bounded<Answer>(wire: Wire, ask: () => Promise<Answer>): Promise<Answer> {
  const start = wire.received();
  const isTooMuch = (): boolean => wire.received() - start > wire.largestAnswer;
  let overflowed = false;
  const timer = setInterval(() => {
    if (!isTooMuch()) return;
    overflowed = true;
    wire.close();
  }, watchIntervalMs);
  try {
    return await ask();
  } catch (failure) {
    throw overflowed ? overflow(wire) : failure;
  } finally {
    clearInterval(timer);
  }
}

function overflow({ largestAnswer }: Wire): SluiceError {
  return new SluiceError(
    'database/lost',
    `PostgreSQL answered with more than ${largestAnswer} bytes, which is more than is held in memory, so the connection was ended. Nothing is taken from it. See what the catalog of this database holds.`,
  );
}

export type Refusal = { readonly sqlstate: string; readonly message: string };

export function refused(refusal: Refusal): SluiceError {
  return new SluiceError('database/refused', `PostgreSQL said: ${refusal.message}`, {
    data: { sqlstate: refusal.sqlstate },
  });
}

export function lost(wire: Wire): SluiceError {
  if (wire.signal.aborted) return new SluiceError('internal/cancelled', 'The run was interrupted.');
  return new SluiceError(
    'database/lost',
    'The connection to PostgreSQL broke while it was in use.',
  );
}

/** No cause: driver errors name hosts, users and addresses, which belong to the URL. */
export function unreachable(cause: unknown, signal: AbortSignal): SluiceError {
  if (signal.aborted) return new SluiceError('internal/cancelled', 'The run was interrupted.');
  if (cause instanceof SluiceError) return cause;
  if (cause instanceof Error && /does not support SSL/.test(cause.message))
    return new SluiceError(
      'database/unreachable',
      'The server offers no TLS, so anybody on the way could read and change what is sent; nothing was sent. Switch TLS on in the server, or say in the URL with sslmode=disable that none is wanted.',
    );
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'no code';
  const how =
    cause instanceof DatabaseError ? 'The server refused the login' : 'No connection could be made';
  return new SluiceError('database/unreachable', `${how} (${code}).`, { data: { reason: code } });
}

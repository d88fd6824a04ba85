import { performance } from 'node:perf_hooks';
import { DatabaseError, Query } from 'pg';
import { SluiceError } from '../../errors.ts';
import type {
  ConnectOptions,
  Database,
  Row,
  Session,
  StatementOutcome,
} from '../../ports/database.ts';
import { readConnectionUrl } from './connection-url.ts';
import { copyIn, copyOut } from './copy.ts';
import {
  bounded,
  hangUp,
  lost,
  openWire,
  type Refusal,
  refused,
  unreachable,
  untilIdle,
  type Wire,
} from './wire.ts';

/** PostgreSQL by its wire protocol. Nothing that passes through here is logged. */
export const database: Database = { connect };

async function connect(options: ConnectOptions): Promise<Session> {
  const endpoint = readConnectionUrl(options.url);
  options.signal.throwIfAborted();
  const wire = openWire(endpoint, options);
  const greeting = await wire.client
    .connect()
    .then(() => bounded(wire, () => greet(wire)))
    .catch((cause: unknown) => {
      wire.close();
      throw unreachable(cause, options.signal);
    });
  return {
    ...greeting,
    transport: endpoint.transport,
    query: async (text, parameters = []) =>
      (await bounded(wire, () => ask(wire, text, parameters))).rows,
    execute: (text) => execute(wire, text),
    copyOut: (text) => copyOut(wire, text),
    copyIn: (text, bytes) => copyIn(wire, text, bytes),
    [Symbol.asyncDispose]: () => hangUp(wire),
  };
}

/**
 * Pins what decides how text is read and written, after the connection is made because poolers refuse
 * the startup option, and asks who answers.
 */
async function greet(wire: Wire): Promise<Pick<Session, 'pid' | 'serverVersion'>> {
  const { rows } = await ask(
    wire,
    `select
       pg_catalog.set_config('standard_conforming_strings', 'on', false),
       pg_catalog.set_config('datestyle', 'ISO', false),
       pg_catalog.set_config('intervalstyle', 'postgres', false),
       pg_catalog.set_config('bytea_output', 'hex', false),
       pg_catalog.pg_backend_pid() as pid,
       pg_catalog.current_setting('server_version_num') as version`,
    [],
  );
  return { pid: Number(rows[0]?.['pid']), serverVersion: Number(rows[0]?.['version']) };
}

type Answer = { readonly rows: readonly Row[]; readonly rowCount: number | null };

async function ask(wire: Wire, text: string, parameters: readonly unknown[]): Promise<Answer> {
  const rows: Row[] = [];
  const reply = await exchange(wire, { text, values: [...parameters] }, (row) => rows.push(row));
  if ('sqlstate' in reply) throw refused(reply);
  return { rows, rowCount: reply.rowCount };
}

async function execute(wire: Wire, text: string): Promise<StatementOutcome> {
  const start = performance.now();
  const reply = await exchange(wire, { text, values: [] }, () => {});
  const durationMs = performance.now() - start;
  if ('sqlstate' in reply) return { kind: 'failed', ...reply, durationMs };
  return {
    kind: 'done',
    durationMs,
    ...(reply.rowCount === null ? {} : { rowCount: reply.rowCount }),
  };
}

/** One message pair in the extended protocol. Throws when the connection is gone before the server is idle again. */
async function exchange(
  wire: Wire,
  statement: { readonly text: string; readonly values: unknown[] },
  onRow: (row: Row) => void,
): Promise<Refusal | { readonly rowCount: number | null }> {
  const release = await wire.turn();
  try {
    if (wire.isGone()) throw lost(wire);
    const config = { ...statement, queryMode: 'extended' };
    const query = new Query<Row>(config);
    refuseCopyIn(query);
    query.on('row', onRow);
    const idle = untilIdle(wire);
    const reply = new Promise<unknown>((resolve) => {
      query.once('end', resolve);
      query.once('error', resolve);
    });
    wire.client.query(query);
    const outcome = await Promise.race([reply, wire.gone]);
    await idle;
    if (wire.isGone()) throw lost(wire);
    return toReply(outcome);
  } finally {
    release();
  }
}

/**
 * COPY … FROM STDIN swallows the Sync that was sent behind it, so that pg, which only says CopyFail,
 * would wait for ever.
 */
function refuseCopyIn(query: Query): void {
  Object.assign(query, {
    handleCopyInResponse: (connection: { sendCopyFail(why: string): void; sync(): void }) => {
      connection.sendCopyFail('no data accompanies this statement');
      connection.sync();
    },
  });
}

function toReply(outcome: unknown): Refusal | { readonly rowCount: number | null } {
  if (outcome instanceof DatabaseError)
    return { sqlstate: outcome.code ?? 'XX000', message: outcome.message };
  if (outcome instanceof Error)
    throw new SluiceError('internal/bug', 'The driver could not send a statement.', {
      cause: outcome,
    });
  const count =
    typeof outcome === 'object' && outcome !== null && 'rowCount' in outcome && outcome.rowCount;
  return { rowCount: typeof count === 'number' ? count : null };
}

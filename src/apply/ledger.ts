import { type Head, link } from '../audit/chain.ts';
import { type LedgerClaim } from '../audit/verify.ts';
import type { AuditBody, AuditEvent, AuditRecord } from '../domain/audit-record.ts';
import { type Digest, digestOf, isDigest } from '../domain/digest.ts';
import { SluiceError } from '../errors.ts';
import type { Row, Session } from '../ports/database.ts';
import { compileQuery, sqlBuilder } from './compile.ts';
import { ledgerSchema, readState } from './ledger-schema.ts';

/** What the ledger says of one unit on one target. */
export type LedgerRow = LedgerClaim & {
  /** Digest of the change that it came with. */
  readonly change: string;
  readonly commit: string;
  readonly recordDigest: Digest;
};

export type NewLedgerRow = Omit<LedgerRow, 'recordSequence' | 'recordDigest'> & {
  readonly pullRequest: number;
  readonly repository?: string;
  /** How it ran; `external` when another tool ran it. */
  readonly kind: 'transactional' | 'concurrent-index' | 'external';
};

/** Adds a record to the end of the chain, in the session's open transaction. */
export async function appendRecord(session: Session, body: AuditBody): Promise<AuditRecord> {
  const record = link(body, await readHead(session));
  await insert(session, 'audit_record', {
    sequence: record.sequence,
    previous: record.previous,
    digest: record.digest,
    event: body.event,
    body: record.text,
  });
  return record;
}

/** The newest record, checked against its bytes. Throws SluiceError database/ledger when they differ. */
async function readHead(session: Session): Promise<Head | undefined> {
  const query = from('audit_record').select('sequence', 'previous', 'digest', 'body');
  const [row] = await ask(session, query.orderBy('sequence', 'desc').limit(1));
  if (row === undefined) return undefined;
  const record = toRecord(row);
  if (digestOf(record.text) !== record.digest)
    throw new SluiceError(
      'database/ledger',
      `Audit record ${record.sequence} was changed, so nothing can be added to the chain; nothing was applied.`,
    );
  return record;
}

/** Says that the unit was begun or done, naming the record of the same transaction. */
export async function appendUnit(
  session: Session,
  row: NewLedgerRow,
  record: AuditRecord,
): Promise<void> {
  await insert(session, 'unit', {
    record_sequence: record.sequence,
    record_digest: record.digest,
    change: row.change,
    unit: row.unitId,
    target: row.target,
    state: row.state,
    digest: row.digest,
    commit: row.commit,
    repository: row.repository ?? null,
    pull_request: row.pullRequest,
    kind: row.kind,
  });
}

/** What the target holds, oldest first; nothing when Sluice was never there. */
export async function readApplied(
  session: Session,
  targetName: string,
): Promise<readonly LedgerRow[]> {
  if ((await readState(session)) === 'absent') return [];
  return readRows(session, from('unit').where({ target: targetName }));
}

/** All ledger rows, oldest first. */
export async function readLedger(session: Session): Promise<readonly LedgerRow[]> {
  return readRows(session, from('unit'));
}

/** All records, oldest first. */
export async function readRecords(session: Session): Promise<readonly AuditRecord[]> {
  const query = from('audit_record').select('sequence', 'previous', 'digest', 'body');
  return (await ask(session, query.orderBy('sequence'))).map(toRecord);
}

/** Records of one event, oldest first; none when Sluice was never there. */
export async function readEvents(
  session: Session,
  event: AuditEvent,
): Promise<readonly AuditRecord[]> {
  if ((await readState(session)) === 'absent') return [];
  const query = from('audit_record').select('sequence', 'previous', 'digest', 'body');
  return (await ask(session, query.where({ event }).orderBy('sequence'))).map(toRecord);
}

/** Whether the chain holds the record with this digest. */
export async function hasRecord(session: Session, digest: Digest): Promise<boolean> {
  const found = await ask(session, from('audit_record').select('sequence').where({ digest }));
  return found.length > 0;
}

type Query = ReturnType<typeof from>;

function from(table: string) {
  return sqlBuilder().withSchema(ledgerSchema).from(table);
}

async function readRows(session: Session, query: Query): Promise<readonly LedgerRow[]> {
  const rows = await ask(session, query.select('*').orderBy('record_sequence'));
  return rows.map(toLedgerRow);
}

async function ask(session: Session, query: Query): Promise<readonly Row[]> {
  const { text, parameters } = compileQuery(query);
  return session.query(text, parameters);
}

async function insert(
  session: Session,
  table: string,
  values: Readonly<Record<string, string | number | null>>,
): Promise<void> {
  await ask(session, from(table).insert(values));
}

function toRecord(row: Row): AuditRecord {
  return {
    sequence: Number(readColumn(row, 'sequence')),
    previous: readDigest(row, 'previous'),
    digest: readDigest(row, 'digest'),
    text: readColumn(row, 'body'),
  };
}

function toLedgerRow(row: Row): LedgerRow {
  const state = readColumn(row, 'state');
  if (state !== 'intent' && state !== 'done') throw unreadable('state');
  return {
    change: readColumn(row, 'change'),
    unitId: readColumn(row, 'unit'),
    target: readColumn(row, 'target'),
    digest: readColumn(row, 'digest'),
    commit: readColumn(row, 'commit'),
    state,
    recordSequence: Number(readColumn(row, 'record_sequence')),
    recordDigest: readDigest(row, 'record_digest'),
  };
}

function readDigest(row: Row, column: string): Digest {
  const text = readColumn(row, column);
  if (!isDigest(text)) throw unreadable(column);
  return text;
}

function readColumn(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw unreadable(column);
  return value;
}

function unreadable(column: string): SluiceError {
  return new SluiceError(
    'database/ledger',
    `The ledger holds something in the column ${column} that Sluice never writes; nothing was applied.`,
  );
}

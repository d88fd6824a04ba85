import type { Evidence, RehearsalFailure } from '../domain/evidence.ts';
import type { ParsedStatement } from '../domain/statement.ts';

export type Stopped = Exclude<Evidence['outcome'], { readonly kind: 'completed' }>;
type Failed = Pick<RehearsalFailure, 'sqlstate' | 'message'>;

/** What takes a superuser or the whole server, and which part of it. */
const beyond: ReadonlyMap<string, string> = new Map([
  ['CreateRoleStmt', 'roles belong to the whole server'],
  ['AlterRoleStmt', 'roles belong to the whole server'],
  ['AlterRoleSetStmt', 'roles belong to the whole server'],
  ['DropRoleStmt', 'roles belong to the whole server'],
  ['GrantRoleStmt', 'roles belong to the whole server'],
  ['CreateEventTrigStmt', 'an event trigger takes a superuser'],
  ['AlterEventTrigStmt', 'an event trigger takes a superuser'],
  ['CreatePublicationStmt', 'a publication of all tables or of a schema takes a superuser'],
  ['AlterPublicationStmt', 'a publication of all tables or of a schema takes a superuser'],
  ['CreateSubscriptionStmt', 'a subscription connects to another server'],
  ['AlterSubscriptionStmt', 'a subscription connects to another server'],
  ['DropSubscriptionStmt', 'a subscription connects to another server'],
  ['AlterSystemStmt', 'settings of the system belong to the whole server'],
  ['CreateTableSpaceStmt', 'tablespaces belong to the whole server'],
  ['DropTableSpaceStmt', 'tablespaces belong to the whole server'],
  ['CreatedbStmt', 'databases belong to the whole server'],
  ['AlterDatabaseStmt', 'the database belongs to somebody else'],
  ['AlterDatabaseSetStmt', 'the database belongs to somebody else'],
  ['CreateExtensionStmt', 'the extension is not trusted'],
  ['AlterExtensionStmt', 'the extension belongs to a superuser'],
  ['CreateFdwStmt', 'a foreign data wrapper takes a superuser'],
  ['CreatePLangStmt', 'a language takes a superuser'],
]);

const insufficientPrivilege = '42501';
/** A control file that is not there: `undefined_file`, and `feature_not_supported` from PostgreSQL 15 on. */
const missingExtension: readonly string[] = ['58P01', '0A000'];

export function isMissingExtension(sqlstate: string | undefined): boolean {
  return missingExtension.includes(sqlstate ?? '');
}

/** What a statement's failure means for the rehearsal. */
export function stopOf(
  at: Pick<RehearsalFailure, 'unitId' | 'statement'>,
  statement: ParsedStatement,
  { sqlstate, message }: Failed,
): Stopped {
  const said = { ...at, ...(sqlstate === undefined ? {} : { sqlstate }) };
  const because = beyondWorker(statement, { ...said, message });
  if (because === undefined) return { kind: 'failed', failure: { ...said, message } };
  return { kind: 'not-rehearsable', failure: { ...said, message: because } };
}

/**
 * Why a statement that the server refused to the worker says nothing of the target, in a sentence;
 * undefined where the refusal is the statement's own failure.
 */
function beyondWorker({ tag }: ParsedStatement, outcome: Failed): string | undefined {
  const because = beyond.get(tag);
  if (because === undefined) return undefined;
  if (tag === 'CreateExtensionStmt' && isMissingExtension(outcome.sqlstate))
    return `Not rehearsable: the server of the shadow does not have the extension (${outcome.message}). Install its package there, or name a server that has it with --shadow dsn:NAME.`;
  if (outcome.sqlstate !== insufficientPrivilege) return undefined;
  return `Not rehearsable: ${because}, and submitted SQL has no such rights on a shadow (${outcome.message}).`;
}

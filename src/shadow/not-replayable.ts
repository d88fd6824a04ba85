import type { ParsedStatement } from '../domain/statement.ts';
import { SluiceError } from '../errors.ts';
import type { StatementOutcome } from '../ports/database.ts';
import { nodeAs } from '../sql/nodes.ts';
import { isMissingExtension } from './beyond-worker.ts';

type Place = {
  readonly file: string;
  /** From 0. */
  readonly position: number;
  /** Absent where it is the end of the file that failed. */
  readonly statement?: ParsedStatement;
};

type Refusal = Pick<Extract<StatementOutcome, { kind: 'failed' }>, 'sqlstate' | 'message'>;

/** Why a file of the baseline does not run, by file, statement and line, and the way out. */
export function notReplayable(
  { file, position, statement }: Place,
  { sqlstate, message }: Refusal,
): SluiceError {
  const line = statement === undefined ? '' : `, line ${statement.place.line}`;
  const extension = statement && nodeAs(statement.node, 'CreateExtensionStmt')?.extname;
  const missing = extension !== undefined && isMissingExtension(sqlstate);
  const what = missing
    ? `the server of the shadow does not have the extension ${extension}`
    : message;
  const instead = missing
    ? 'Install its package on this machine, or name a server that has it with --shadow dsn:NAME.'
    : 'Correct the file, or give a dump of the schema with databases.<name>.baseline in the policy (pg_dump --schema-only).';
  const at = `${file}, statement ${position + 1}${line}`;
  return new SluiceError(
    'database/shadow',
    `The baseline cannot be replayed: ${at}: ${what}. Nothing can be rehearsed on a schema that is not known. ${instead}`,
    { data: { file, statement: position + 1, sqlstate } },
  );
}

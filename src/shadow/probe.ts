import type { RehearsalFailure } from '../domain/evidence.ts';
import type { ParsedStatement, Script } from '../domain/statement.ts';
import { readsNumbersOtherwise } from '../effects/newer-syntax.ts';
import { SluiceError } from '../errors.ts';
import type { Session } from '../ports/database.ts';

/**
 * Asks the server whether its own grammar takes each statement of the change; undefined when it takes
 * all. A session in an aborted transaction parses a statement and then refuses it with 25P02, so nothing
 * runs. Statements in bodies are not asked: the server reads those when they run.
 */
export async function probeGrammar(
  scripts: readonly Script[],
  worker: Session,
  signal: AbortSignal,
): Promise<RehearsalFailure | undefined> {
  await abortTransaction(worker);
  for (const { unitId, statements } of scripts)
    for (const [statement, asked] of statements.entries()) {
      signal.throwIfAborted();
      if (asked.kind !== 'parsed' || asked.tag === 'TransactionStmt') continue;
      const difference = await differenceOf(asked, worker);
      if (difference !== undefined) return { unitId, statement, ...difference };
    }
  return undefined;
}

const divisionByZero = '22012';
const transactionAborted = '25P02';

async function abortTransaction(worker: Session): Promise<void> {
  await worker.query('begin');
  const outcome = await worker.execute('select 1/0');
  if (outcome.kind === 'failed' && outcome.sqlstate === divisionByZero) return;
  throw new SluiceError(
    'internal/bug',
    'The transaction in which the server is asked for its grammar did not abort.',
  );
}

type Difference = Pick<RehearsalFailure, 'sqlstate' | 'message'>;

async function differenceOf(
  statement: ParsedStatement,
  worker: Session,
): Promise<Difference | undefined> {
  const major = Math.floor(worker.serverVersion / 10_000);
  const outcome = await worker.execute(statement.text);
  if (outcome.kind === 'done') return { message: refusal(major, 'it ended the transaction') };
  const { sqlstate, message } = outcome;
  if (sqlstate !== transactionAborted) return { sqlstate, message: refusal(major, message) };
  // PostgreSQL 14 takes 0x1f, as 0 under another name, and in bodies nothing was asked.
  return readsNumbersOtherwise(statement, major)
    ? { message: refusal(major, 'a number with 0x, 0o, 0b or an underscore came with 16') }
    : undefined;
}

function refusal(major: number, because: string): string {
  return `PostgreSQL ${major} does not read this statement as it was judged: ${because}. What was judged is not what would run, so nothing of the change was rehearsed. Write it in a way that this version knows, or upgrade the database first.`;
}

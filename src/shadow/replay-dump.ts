import type { ParsedStatement, Script, Statement } from '../domain/statement.ts';
import { SluiceError } from '../errors.ts';
import type { Session, StatementOutcome } from '../ports/database.ts';
import type { Progress } from '../ports/progress.ts';
import { nodeAs, nodesAs } from '../sql/nodes.ts';
import { notReplayable } from './not-replayable.ts';
import type { Stage } from './rehearse-unit.ts';
import { rolesNamedIn } from './roles.ts';
import { executeWithin } from './watchdog.ts';

type Tools = {
  readonly stage: Stage;
  readonly progress: Progress;
  /** The observer is a superuser of a server that is thrown away. */
  readonly ownServer: boolean;
};

/**
 * Runs a dump of a schema as pg_dump writes it, under the login of submitted SQL: nobody has proved what
 * is in it. The observer runs only what calls no code of the dump. Gives what was left out, in sentences;
 * throws SluiceError database/shadow for what does not run.
 */
export async function replayDump(
  script: Script,
  { stage, progress, ownServer }: Tools,
): Promise<readonly string[]> {
  progress.step('Building the schema of the dump.');
  await stage.provideRoles(rolesNamedIn([script]));
  await using worker = await stage.worker();
  const left = new Set<string>();
  for (const [position, statement] of script.statements.entries()) {
    const parsed = assertParsed(statement, script, position);
    const way = ownServer ? wayOf(parsed) : { kind: 'worker' as const };
    if (way.kind === 'left-out') {
      if (way.because !== undefined) left.add(way.because);
      continue;
    }
    const outcome = await run(parsed, { way: way.kind, worker, stage });
    if (outcome.kind === 'failed' && !isSettingOfAnotherVersion(parsed, outcome))
      throw notReplayable({ file: script.source.path, position, statement: parsed }, outcome);
  }
  return [...left];
}

function assertParsed(statement: Statement, { source }: Script, position: number): ParsedStatement {
  if (statement.kind === 'parsed') return statement;
  throw new SluiceError(
    'database/shadow',
    `The baseline cannot be replayed: ${source.path}, statement ${position + 1}, line ${statement.place.line}: ${statement.reason} Nothing can be rehearsed on a schema that is not known. Make it as plain SQL without rows: pg_dump --schema-only.`,
  );
}

type Way =
  | { readonly kind: 'worker' }
  | { readonly kind: 'observer' }
  /** Why that matters, in a sentence; absent where it does not. */
  | { readonly kind: 'left-out'; readonly because?: string };

const ownersLeftOut =
  'Objects of the dump belong to the login that rehearses, not to their owners.';
const eventTriggersLeftOut =
  'Event triggers of the dump were not made: they would run code of it as a superuser.';

function wayOf(statement: ParsedStatement): Way {
  const { node, tag } = statement;
  if (changesOwner(statement)) return { kind: 'left-out', because: ownersLeftOut };
  if (nodeAs(node, 'CreateSchemaStmt')?.schemaname === 'public') return { kind: 'left-out' };
  if (tag === 'CreateEventTrigStmt' || tag === 'AlterEventTrigStmt')
    return { kind: 'left-out', because: eventTriggersLeftOut };
  const about = nodeAs(node, 'CommentStmt')?.objtype;
  if (about === 'OBJECT_EVENT_TRIGGER') return { kind: 'left-out' };
  return { kind: ofOthers.has(about ?? tag) ? 'observer' : 'worker' };
}

/** What takes a superuser, or an object that is the server's own, and calls no code of the dump. */
const ofOthers: ReadonlySet<string> = new Set([
  'CreateExtensionStmt',
  'CreatePublicationStmt',
  'AlterPublicationStmt',
  'OBJECT_EXTENSION',
  'OBJECT_SCHEMA',
  'OBJECT_PUBLICATION',
]);

function changesOwner({ node, tag }: ParsedStatement): boolean {
  if (tag === 'AlterOwnerStmt') return true;
  const commands = nodesAs(nodeAs(node, 'AlterTableStmt')?.cmds, 'AlterTableCmd');
  return commands.length > 0 && commands.every(({ subtype }) => subtype === 'AT_ChangeOwner');
}

type By = { readonly way: 'worker' | 'observer'; readonly worker: Session; readonly stage: Stage };

async function run(
  { text }: ParsedStatement,
  { way, worker, stage }: By,
): Promise<StatementOutcome> {
  const { observer } = stage;
  if (way === 'worker') return executeWithin({ worker, observer }, text, stage);
  await using other = await stage.openObserver();
  return await executeWithin({ worker: other, observer }, text, stage);
}

const undefinedObject = '42704';

/** `SET transaction_timeout`, which servers before 17 do not know. */
function isSettingOfAnotherVersion(
  { tag }: ParsedStatement,
  { sqlstate }: Extract<StatementOutcome, { kind: 'failed' }>,
): boolean {
  return tag === 'VariableSetStmt' && sqlstate === undefinedObject;
}

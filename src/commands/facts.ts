import { loadControls } from '../change/load-controls.ts';
import type { Facts } from '../domain/facts.ts';
import { targetName } from '../domain/target.ts';
import { SluiceError } from '../errors.ts';
import { takeFacts } from '../facts/take.ts';
import { findTarget } from '../policy/targets.ts';
import { sealJson } from '../report/redact.ts';
import type { Arguments, ExitCode } from './command.ts';
import type { Context } from './context.ts';
import { writeResult } from './write-result.ts';

/** `sluice facts`: what is known of a target, without one value of its data. */
export async function facts(given: Arguments, context: Context): Promise<ExitCode> {
  const taken = await takeFactsOf(await findSource(given, context), context);
  await writeResult(sealJson({ version: 1, ...taken }), given, context);
  return 0;
}

/** What the policy calls the database, and where its URL is. */
type Source = { readonly database: string; readonly urlVariable: string };

/** Connects and takes the facts; says which histories the login may not read. */
export async function takeFactsOf(source: Source, context: Context): Promise<Facts> {
  const url = await context.credentials.urlOf(source.urlVariable);
  const { signal } = context;
  const database = await context.openDatabase();
  context.progress.step(`Reading the catalogs of ${source.database}.`);
  await using session = await database.connect({ url, applicationName: 'sluice facts', signal });
  const takenAt = context.clock.now();
  const taken = await takeFacts(session, { database: source.database, takenAt });
  for (const table of taken.hidden)
    context.progress.step(
      `The login may not read ${table}, so the facts hold no history. Grant select on it to have one.`,
    );
  return taken.facts;
}

async function findSource(given: Arguments, context: Context): Promise<Source> {
  const from = given.options.get('from') ?? '';
  const database = given.options.get('database');
  if (from.startsWith('env:')) return ofVariable(from.slice('env:'.length), database);
  if (database !== undefined)
    throw wrong('--database goes with env:VARIABLE: a target says itself which database it is of');
  const repository = context.openRepository(given.options.get('repo') ?? '.');
  const { policy } = await loadControls(repository, await repository.resolve('HEAD'));
  const { target } = findTarget(policy, from);
  return { database: targetName(target), urlVariable: target.urlVariable };
}

function ofVariable(urlVariable: string, database: string | undefined): Source {
  if (!/^[A-Z][A-Z0-9_]{0,99}$/.test(urlVariable))
    throw wrong('env: names an environment variable in capital letters, such as env:REPLICA_URL');
  if (database === undefined)
    throw wrong('env:VARIABLE needs --database, because facts speak of one database of the policy');
  return { database, urlVariable };
}

function wrong(what: string): SluiceError {
  return new SluiceError(
    'input/usage',
    `${what}. No facts were taken. See sluice facts --help for examples.`,
  );
}

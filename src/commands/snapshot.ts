import { loadChange } from '../change/load-change.ts';
import { loadControlsOrObserve } from '../change/load-controls.ts';
import { renderSnapshot } from '../config/snapshot.ts';
import type { CommitSha } from '../domain/change.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import { SluiceError } from '../errors.ts';
import { takeSnapshot } from '../shadow/snapshot.ts';
import type { Arguments, ExitCode } from './command.ts';
import type { Context } from './context.ts';
import { nobodys } from './nobodys.ts';
import { portsFor, requestFor, shadowChoice, type RehearsalTools } from './rehearse-change.ts';

/** `sluice snapshot`: masks the rows of a source once, where its credential is, for rehearsals without it. */
export async function snapshot(given: Arguments, context: Context): Promise<ExitCode> {
  const repository = context.openRepository(given.options.get('repo') ?? '.');
  await using parser = context.openParser();
  const base = await repository.resolve(given.options.get('base') ?? 'HEAD');
  const name = given.options.get('database') ?? '';
  const choice = shadowChoice(given);
  const taken = await takeSnapshotOf(name, base, {
    context,
    repository,
    parser,
    // It is not among the choices: rows need a server to be proved on.
    choice: choice === 'none' ? 'auto' : choice,
  });
  await context.files.write(given.options.get('output') ?? '', renderSnapshot(taken));
  context.progress.step(`Masked rows of ${taken.tables.length} tables were written.`);
  return 0;
}

/** Masked rows of a governed database, on the schema of the commit. */
export async function takeSnapshotOf(
  name: string,
  base: CommitSha,
  tools: RehearsalTools,
): Promise<Snapshot> {
  const { repository, parser } = tools;
  const loaded = await loadChange(
    { pullRequest: nobodys, base, head: base },
    { repository, parser, readControls: loadControlsOrObserve },
  );
  const part = loaded.databases.find(({ database }) => database.name === name);
  if (part === undefined)
    throw ungoverned(
      name,
      loaded.databases.map(({ database }) => database.name),
    );
  const request = await requestFor(part, loaded, tools);
  if (request.source === undefined)
    throw new SluiceError(
      'input/usage',
      `.sluice/masking.yml names no source of rows for ${name}, so there is nothing to mask. Nothing was read. Name the variable that holds its URL: databases.${name}.source.`,
    );
  return takeSnapshot(request, await portsFor(tools));
}

function ungoverned(name: string, known: readonly string[]): SluiceError {
  return new SluiceError(
    'input/usage',
    `The policy governs no database ${JSON.stringify(name)}, so there is no schema for its rows. Nothing was read. Name one of ${known.join(', ')}.`,
  );
}

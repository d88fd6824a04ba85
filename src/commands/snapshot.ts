import { loadChange } from '../change/load-change.ts';
import { loadControlsOrObserve } from '../change/load-controls.ts';
import { renderSnapshot } from '../config/snapshot.ts';
import { SluiceError } from '../errors.ts';
import { takeSnapshot } from '../shadow/snapshot.ts';
import type { Arguments, ExitCode } from './command.ts';
import type { Context } from './context.ts';
import { nobodys } from './nobodys.ts';
import { portsFor, requestFor, shadowChoice } from './rehearse-change.ts';

/** `sluice snapshot`: masks the rows of a source once, where its credential is, for rehearsals without it. */
export async function snapshot(given: Arguments, context: Context): Promise<ExitCode> {
  const repository = context.openRepository(given.options.get('repo') ?? '.');
  await using parser = context.openParser();
  const base = await repository.resolve(given.options.get('base') ?? 'HEAD');
  const tools = { repository, parser };
  const unchanged = { pullRequest: nobodys, base, head: base };
  const loaded = await loadChange(unchanged, { ...tools, readControls: loadControlsOrObserve });
  const name = given.options.get('database') ?? '';
  const part = loaded.databases.find(({ database }) => database.name === name);
  const choice = shadowChoice(given);
  if (part === undefined || choice === 'none')
    throw new SluiceError(
      'input/usage',
      `The policy governs no database ${JSON.stringify(name)}, so there is no schema for its rows. Nothing was read. Name one of ${loaded.databases.map(({ database }) => database.name).join(', ')}.`,
    );
  const all = { context, ...tools, choice };
  const request = await requestFor(part, loaded, all);
  if (request.source === undefined)
    throw new SluiceError(
      'input/usage',
      `.sluice/masking.yml names no source of rows for ${name}, so there is nothing to mask. Nothing was read. Name the variable that holds its URL: databases.${name}.source.`,
    );
  const taken = await takeSnapshot(request, await portsFor(all));
  await context.files.write(given.options.get('output') ?? '', renderSnapshot(taken));
  context.progress.step(`Masked rows of ${taken.tables.length} tables were written.`);
  return 0;
}

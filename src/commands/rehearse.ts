import { wasStopped } from '../domain/evidence.ts';
import type { Evidence } from '../domain/evidence.ts';
import { SluiceError } from '../errors.ts';
import { judge } from '../judge.ts';
import type { KeptShadow } from '../ports/shadow-provider.ts';
import { renderRehearsalJson, renderRehearsalText } from '../report/render-rehearsal.ts';
import type { Arguments, ExitCode } from './command.ts';
import type { Context } from './context.ts';
import { judgeInput } from '../change/judge-input.ts';
import type { LoadedChange } from '../change/judge-input.ts';
import { loadChange } from '../change/load-change.ts';
import { loadControlsOrObserve } from '../change/load-controls.ts';
import { withFacts } from './read-facts.ts';
import { nobodys } from './nobodys.ts';
import { readRehearsalFiles, refuseKeeping, tellKept } from './rehearsal-files.ts';
import { readRowImages, rehearseAll, shadowChoice } from './rehearse-change.ts';
import { writeResult } from './write-result.ts';

/** `sluice rehearse`: runs a change on a shadow and tells what it did there. Decides nothing. */
export async function rehearse(given: Arguments, context: Context): Promise<ExitCode> {
  const repository = context.openRepository(given.options.get('repo') ?? '.');
  await using parser = context.openParser();
  context.progress.step('Reading the change.');
  const tools = { repository, parser };
  const base = await repository.resolve(given.options.get('base') ?? '');
  const head = await repository.resolve(given.options.get('head') ?? '');
  const proposed = { pullRequest: nobodys, base, head };
  const known = await loadChange(proposed, { ...tools, readControls: loadControlsOrObserve });
  const loaded = await withFacts(known, given, context);
  refuseDenied(loaded);
  const choice = shadowChoice(given);
  if (choice === 'none') throw nothingToRunOn();
  const pg = given.options.get('pg');
  const major = pg === undefined ? {} : { major: Number(pg) };
  const images = readRowImages(given, choice);
  const files = await readRehearsalFiles(given, loaded, context);
  const kept: KeptShadow[] = [];
  const keep = given.options.has('keep') ? { onKept: (one: KeptShadow) => kept.push(one) } : {};
  if (given.options.has('keep')) refuseKeeping(choice, context);
  const all = { context, ...tools, choice, ...major, ...files, ...images, ...keep };
  const evidence = await rehearseAll(loaded, all);
  const asJson = given.options.get('format') === 'json';
  const report = asJson
    ? renderRehearsalJson(evidence)
    : renderRehearsalText(evidence, loaded.facts);
  await writeResult(report, given, context);
  for (const one of kept) tellKept(one, context);
  return exitCodeOf([...evidence.values()]);
}

/** A statement that was stopped tells nothing of the change; one that fails does. */
function exitCodeOf(evidence: readonly Evidence[]): ExitCode {
  if (evidence.some(({ outcome }) => wasStopped(outcome))) return 3;
  return evidence.every(({ outcome }) => outcome.kind === 'completed') ? 0 : 1;
}

/** What a statement denies by its text alone, or a file that cannot be taken, is not run anywhere. */
function refuseDenied(loaded: LoadedChange): void {
  const refused = loaded.databases.flatMap((part) =>
    part.refused.map(({ path, reason }) => `${path}: ${reason}`),
  );
  const { findings } = judge(judgeInput(loaded, { rehearsal: 'pending' }));
  const denied = findings.flatMap(({ denies, message, place }) =>
    denies ? [`${place.path}:${place.line}: ${message}`] : [],
  );
  const [first] = [...refused, ...denied];
  if (first === undefined) return;
  throw new SluiceError(
    'input/governed-file',
    `${first} It is refused as it stands, so it was not run. Correct it; sluice check tells more.`,
  );
}

function nothingToRunOn(): SluiceError {
  return new SluiceError(
    'input/usage',
    'A rehearsal needs a shadow database. Nothing was run. Leave --shadow out, or name a provider.',
  );
}

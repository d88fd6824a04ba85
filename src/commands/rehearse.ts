import type { PullRequest } from '../domain/change.ts';
import { wasStopped } from '../domain/evidence.ts';
import type { Evidence } from '../domain/evidence.ts';
import { mostFileBytes } from '../domain/file-size.ts';
import { SluiceError } from '../errors.ts';
import { judge } from '../judge.ts';
import { renderRehearsalJson, renderRehearsalText } from '../report/render-rehearsal.ts';
import type { Arguments, ExitCode } from './command.ts';
import type { Context } from './context.ts';
import { judgeInput } from '../change/judge-input.ts';
import type { LoadedChange } from '../change/judge-input.ts';
import { loadChange } from '../change/load-change.ts';
import { loadControlsOrObserve } from '../change/load-controls.ts';
import { withFacts } from './read-facts.ts';
import { rehearseAll, type RehearsalTools, shadowChoice } from './rehearse-change.ts';
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
  const baseline = await readBaseline(given, loaded, context);
  const evidence = await rehearseAll(loaded, { context, ...tools, choice, ...major, ...baseline });
  const asJson = given.options.get('format') === 'json';
  const report = asJson
    ? renderRehearsalJson(evidence)
    : renderRehearsalText(evidence, loaded.facts);
  await writeResult(report, given, context);
  return exitCodeOf([...evidence.values()]);
}

/** A statement that was stopped tells nothing of the change; one that fails does. */
function exitCodeOf(evidence: readonly Evidence[]): ExitCode {
  if (evidence.some(({ outcome }) => wasStopped(outcome))) return 3;
  return evidence.every(({ outcome }) => outcome.kind === 'completed') ? 0 : 1;
}

/** `--baseline`: it can stand for one database only. */
async function readBaseline(
  given: Arguments,
  { databases }: LoadedChange,
  { files }: Context,
): Promise<Pick<RehearsalTools, 'baseline'>> {
  const path = given.options.get('baseline');
  if (path === undefined) return {};
  if (databases.filter(({ units }) => units.length > 0).length > 1)
    throw new SluiceError(
      'input/usage',
      'The change touches more than one database, and --baseline is the schema of one. Nothing was run. Name a dump for each with databases.<name>.baseline in the policy.',
    );
  return { baseline: { path, bytes: await files.read(path, mostFileBytes) } };
}

/** Who proposes it does not matter where nobody decides. */
const nobodys: PullRequest = {
  number: 1,
  title: '',
  targetBranch: '',
  author: { kind: 'human', login: 'nobody', onBehalfOf: [] },
  reviews: [],
  permissions: new Map(),
  teams: new Map(),
};

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

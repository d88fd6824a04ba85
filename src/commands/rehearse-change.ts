import type { Evidence, ShadowDescription } from '../domain/evidence.ts';
import type { Facts } from '../domain/facts.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import type { Target } from '../domain/target.ts';
import { SluiceError } from '../errors.ts';
import type { KeptShadow } from '../ports/shadow-provider.ts';
import type { Parser } from '../ports/parser.ts';
import type { Repository } from '../ports/repository.ts';
import { rehearse } from '../shadow/rehearse.ts';
import { usualMaxAgeDays } from '../shadow/snapshot-age.ts';
import type { RehearsalPorts, RehearsalRequest } from '../shadow/request.ts';
import type { Arguments } from './command.ts';
import type { Context, ShadowChoice } from './context.ts';
import type { EvidenceByDatabase, LoadedChange } from '../change/judge-input.ts';
import { readDump } from '../change/load-dump.ts';
import { loadBaseScripts } from '../change/load-units.ts';
import type { LoadedDatabase } from '../change/load-units.ts';

export type RehearsalTools = {
  readonly context: Context;
  readonly repository: Repository;
  readonly parser: Parser;
  readonly choice: ShadowChoice;
  /** Major version to prefer; by default that of the policy, else that of the facts. */
  readonly major?: number;
  /**
   * What the shadow holds: by default a masked copy where the masking names a source. `none` where no
   * credential of a source may be; then there is a schema and nothing else, and the evidence says so.
   */
  readonly data?: ShadowDescription['data'];
  /** A dump of the schema, of a database that the change touches alone; goes before that of the policy. */
  readonly baseline?: { readonly path: string; readonly bytes: Uint8Array };
  /** Masked rows, in place of those of a source; a database without any has none. */
  readonly snapshots?: ReadonlyMap<string, Snapshot>;
  /** Which rows change exactly, from the log of the shadow. */
  readonly rowImages?: boolean;
  /** Keeps the shadow, and is told how to reach it. */
  readonly onKept?: (kept: KeptShadow) => void;
};

/** `--shadow`, which readArguments has checked; `auto` when it is absent. */
export function shadowChoice(given: Arguments): ShadowChoice | 'none' {
  const choice = given.options.get('shadow');
  if (choice === 'none' || choice === 'local-binaries' || choice === 'npm-binaries') return choice;
  return isByUrl(choice) ? choice : 'auto';
}

function isByUrl(choice: string | undefined): choice is `dsn:${string}` {
  return choice?.startsWith('dsn:') === true;
}

function urlsOf(
  targets: readonly Target[],
  environment: Context['environment'],
): readonly string[] {
  return targets.flatMap(({ urlVariable }) => environment[urlVariable] ?? []);
}

/** Rehearses every database that the change touches, each on a shadow of its own. */
export async function rehearseAll(
  loaded: LoadedChange,
  tools: RehearsalTools,
): Promise<EvidenceByDatabase> {
  const evidence = new Map<string, Evidence>();
  for (const database of loaded.databases)
    if (database.units.length > 0)
      evidence.set(database.database.name, await rehearseOne(database, loaded, tools));
  return evidence;
}

async function rehearseOne(
  part: LoadedDatabase,
  loaded: LoadedChange,
  tools: RehearsalTools,
): Promise<Evidence> {
  const { onKept } = tools;
  const request = await requestFor(part, loaded, tools);
  const keeping = onKept === undefined ? {} : { onKept };
  return rehearse({ ...request, ...keeping }, await portsFor(tools));
}

export async function portsFor({ context, choice }: RehearsalTools): Promise<RehearsalPorts> {
  const { clock, ids, progress } = context;
  const provider = await context.openShadowProvider(choice);
  const database = await context.openDatabase();
  return { provider, database, clock, ids, progress };
}

/** What is to be rehearsed of one database, and on what. */
export async function requestFor(
  part: LoadedDatabase,
  loaded: LoadedChange,
  tools: RehearsalTools,
): Promise<RehearsalRequest> {
  const { name, postgres } = part.database;
  const { context, choice, major, baseline } = tools;
  const { controls, facts } = loaded;
  const targetUrls = isByUrl(choice) ? urlsOf(part.database.targets, context.environment) : [];
  return {
    databaseName: name,
    ...targetLike(facts?.get(name), major ?? postgres),
    targetUrls,
    ...(await loadBaseline(part, tools, baseline)),
    units: part.units,
    scripts: part.scripts,
    downs: part.downs,
    signal: context.signal,
    ...(await rowsFor(name, loaded, tools)),
    ...imagesFor(name, loaded, tools),
    statementTimeoutMs: controls.policy.limits.statementTimeoutMs,
  };
}

/** Rows of a snapshot where one is given, else those of the masking's source; none where none may be. */
async function rowsFor(
  name: string,
  { controls: { masking, policy } }: LoadedChange,
  { context, data = 'masked-copy', snapshots }: RehearsalTools,
): Promise<Pick<RehearsalRequest, 'source' | 'snapshot'>> {
  if (data === 'none') return {};
  const own = masking?.databases.find(({ database }) => database === name);
  if (snapshots !== undefined) {
    const snapshot = snapshots.get(name);
    if (snapshot === undefined) return {};
    const maxAgeDays = policy.factsMaxAgeDays ?? usualMaxAgeDays;
    return { snapshot: { snapshot, masking: own ?? { columns: new Map() }, maxAgeDays } };
  }
  if (own?.sourceUrlVariable === undefined) return {};
  const url = await context.credentials.urlOf(own.sourceUrlVariable);
  return { source: { url, masking: own } };
}

/** Columns hide their values as a masked copy would mask them. */
function imagesFor(
  name: string,
  { controls: { masking } }: LoadedChange,
  { rowImages = false }: RehearsalTools,
): Pick<RehearsalRequest, 'rowImages'> {
  if (!rowImages) return {};
  const own = masking?.databases.find(({ database }) => database === name);
  return { rowImages: { masking: own ?? { columns: new Map() } } };
}

/** `--row-images`. Throws SluiceError input/usage where no log of our own would be there to decode. */
export function readRowImages(
  given: Arguments,
  choice: ShadowChoice | 'none',
): Pick<RehearsalTools, 'rowImages'> {
  if (!given.options.has('row-images')) return {};
  if (choice === 'none')
    throw new SluiceError(
      'input/usage',
      'Row images are read from the log of a shadow, and --shadow none asks for no shadow. Nothing was run. Leave one of the two out.',
    );
  if (isByUrl(choice))
    throw new SluiceError(
      'input/usage',
      'Row images are read from the log of a server, and on a server by URL others write that log and decide what it holds. Nothing was run. Leave --row-images out, or take another --shadow.',
    );
  return { rowImages: true };
}

/** What the schema before the change is built from: a dump where there is one, else the migrations. */
async function loadBaseline(
  part: LoadedDatabase,
  git: Pick<RehearsalTools, 'repository' | 'parser'>,
  given: RehearsalTools['baseline'],
): Promise<Pick<RehearsalRequest, 'baseScripts' | 'dump'>> {
  const { repository, parser } = git;
  if (given !== undefined)
    return { baseScripts: [], dump: await readDump(given.path, given.bytes, parser) };
  if (part.dump === undefined) return { baseScripts: await loadBaseScripts(part, git) };
  const { path, blob } = part.dump;
  return { baseScripts: [], dump: await readDump(path, await repository.blob(blob), parser) };
}

/** The version that was asked for goes before that of the facts. */
function targetLike(
  known: Facts | undefined,
  major: number | undefined,
): Pick<RehearsalRequest, 'major' | 'environment' | 'facts'> {
  const asked = major === undefined ? {} : { major };
  if (known === undefined) return asked;
  const { environment, serverVersion } = known;
  return { major: Math.floor(serverVersion / 10_000), environment, facts: known, ...asked };
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cluster } from '../adapters/postgres/cluster.ts';
import { loadControls } from '../change/load-controls.ts';
import type { Controls } from '../change/load-controls.ts';
import { readCompanions } from '../change/read-companions.ts';
import { resolveLayout } from '../change/resolve-layout.ts';
import type { Script } from '../domain/statement.ts';
import { locate } from '../layouts/locate.ts';
import { toUnits } from '../layouts/units.ts';
import { matchesGlob } from '../policy/glob.ts';
import type { Database } from '../ports/database.ts';
import type { Parser } from '../ports/parser.ts';
import type { Repository } from '../ports/repository.ts';
import { readScript } from '../sql/read.ts';
import { type BuiltRepository, buildRepository } from './build-repository.ts';
import { makeProduction } from './production.ts';

/** A fixture brought to life: git as its author left it, and a production that runs its base. */
export type Stage = {
  readonly built: BuiltRepository;
  /** The environment variables that the fixture's policy and masking name. */
  readonly environment: Readonly<Record<string, string>>;
};

export type StageTools = {
  /** Where production runs. */
  readonly cluster: Cluster;
  /** Begins the names of the databases, so that several fixtures can share the cluster. */
  readonly prefix?: string;
  readonly database: Database;
  readonly parser: Parser;
  readonly openRepository: (directory: string) => Repository;
  readonly signal: AbortSignal;
};

/** Builds the git repository below `into` and the databases of every target, with the fixture's data. */
export async function setStage(fixture: string, into: string, tools: StageTools): Promise<Stage> {
  const built = await buildRepository(fixture, into);
  const repository = tools.openRepository(built.directory);
  const controls = await loadControls(repository, built.base);
  const environment: Record<string, string> = {};
  for (const governed of controls.policy.databases) {
    const tree = await repository.tree(built.base);
    const database = await resolveLayout(governed, [tree], repository);
    const texts = await readCompanions(database, tree, repository);
    const { files } = locate({ database, matches: matchesGlob, files: tree, texts });
    const scripts: Script[] = [];
    for (const file of files) {
      const outcome = toUnits(file, database, await repository.blob(file.blob));
      if (outcome.kind === 'refused') continue;
      for (const unit of outcome.units) scripts.push(await readScript(unit, tools.parser));
    }
    scripts.push(await readData(fixture, tools.parser));
    for (const target of database.targets) {
      const name = `${tools.prefix ?? ''}${database.name}_${target.name}`;
      environment[target.urlVariable] = await makeProduction({ ...tools, name, scripts });
    }
    Object.assign(environment, sourceOf(controls, database.name, environment));
  }
  return { built, environment };
}

/** Masked data is copied from the last target, which is production. */
function sourceOf(
  { masking, policy }: Controls,
  name: string,
  environment: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const variable = masking?.databases.find(({ database }) => database === name)?.sourceUrlVariable;
  const production = policy.databases.find((database) => database.name === name)?.targets.at(-1);
  const url = production === undefined ? undefined : environment[production.urlVariable];
  return variable === undefined || url === undefined ? {} : { [variable]: url };
}

async function readData(fixture: string, parser: Parser): Promise<Script> {
  const path = join(fixture, 'database.sql');
  const bytes = await readFile(path);
  return readScript({ id: 'database.sql', path, bytes, firstLine: 1 }, parser);
}

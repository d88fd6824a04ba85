import type { LoadedChange } from '../change/judge-input.ts';
import { largestHeader, parseSnapshot } from '../config/snapshot.ts';
import { mostFileBytes } from '../domain/file-size.ts';
import { mostSnapshotBytes, type Snapshot } from '../domain/snapshot.ts';
import { SluiceError } from '../errors.ts';
import type { KeptShadow } from '../ports/shadow-provider.ts';
import type { Arguments } from './command.ts';
import type { Context, ShadowChoice } from './context.ts';
import type { RehearsalTools } from './rehearse-change.ts';

/** `--baseline` and `--snapshot`: either stands for one database only. */
export async function readRehearsalFiles(
  given: Arguments,
  { databases }: LoadedChange,
  { files }: Context,
): Promise<Pick<RehearsalTools, 'baseline' | 'snapshots'>> {
  const path = given.options.get('baseline');
  const rows = given.options.get('snapshot');
  if (path === undefined && rows === undefined) return {};
  const touched = databases.filter(({ units }) => units.length > 0);
  if (touched.length > 1) throw ofOneDatabase();
  const snapshot =
    rows === undefined
      ? undefined
      : parseSnapshot(await files.read(rows, mostSnapshotBytes + largestHeader));
  if (snapshot !== undefined) refuseOther(snapshot, touched[0]?.database.name);
  return {
    ...(path === undefined
      ? {}
      : { baseline: { path, bytes: await files.read(path, mostFileBytes) } }),
    ...(snapshot === undefined ? {} : { snapshots: new Map([[snapshot.database, snapshot]]) }),
  };
}

function ofOneDatabase(): SluiceError {
  return new SluiceError(
    'input/usage',
    'The change touches more than one database, and --baseline and --snapshot are of one. Nothing was run. Name a dump for each with databases.<name>.baseline in the policy.',
  );
}

function refuseOther({ database }: Snapshot, expected: string | undefined): void {
  if (expected === undefined || database === expected) return;
  throw new SluiceError(
    'input/usage',
    `The snapshot is of ${JSON.stringify(database)}, and the change touches ${expected}. Nothing was run. Give a snapshot of that database.`,
  );
}

/** A kept shadow is for a person at a terminal, and for a server of our own. */
export function refuseKeeping(choice: ShadowChoice, { environment }: Context): void {
  if (environment['GITHUB_ACTIONS'] === 'true')
    throw new SluiceError(
      'input/usage',
      'A workflow cannot keep a shadow: nobody could connect to it, and it would outlive the job. Nothing was run. Leave --keep out, or rehearse on your machine.',
    );
  if (choice.startsWith('dsn:'))
    throw new SluiceError(
      'input/usage',
      'A shadow on a server by URL is not kept: others use that server. Nothing was run. Leave --keep out, or take another --shadow.',
    );
}

/** On standard error, because the report is all of the output. */
export function tellKept({ connect, remove, hours }: KeptShadow, { progress }: Context): void {
  progress.step(`The shadow is kept for ${hours} hours. Connect: ${connect}`);
  progress.step(`Remove it: ${remove}`);
}

import type { Progress } from '../ports/progress.ts';
import type { Shadow } from '../ports/shadow-provider.ts';
import { resemble } from './environment.ts';
import type { Stage } from './rehearse-unit.ts';
import type { RehearsalRequest } from './request.ts';
import { replayDump } from './replay-dump.ts';
import { replayUnit } from './replay.ts';
import { rolesNamedIn } from './roles.ts';

type Tools = { readonly stage: Stage; readonly progress: Progress };

/**
 * Gives an empty shadow the schema that the change begins with: that of a dump, or of the base's
 * migrations. Gives how it differs from the target, in sentences. Throws SluiceError database/shadow for
 * a baseline that does not run.
 */
export async function buildBaseline(
  shadow: Shadow,
  request: RehearsalRequest,
  tools: Tools,
): Promise<readonly string[]> {
  if (shadow.prepared) return [];
  const like = await likeTarget(shadow, request, tools.stage);
  const left =
    request.dump === undefined
      ? await replayBase(request, tools)
      : await replayDump(request.dump, { ...tools, ownServer: shadow.level === 'A' });
  return [...like, ...left];
}

async function likeTarget(
  shadow: Shadow,
  { environment, baseScripts, dump, scripts }: RehearsalRequest,
  { observer }: Stage,
): Promise<readonly string[]> {
  if (environment === undefined || shadow.level === 'B') return [];
  const base = dump === undefined ? baseScripts : [dump];
  return resemble(environment, { shadow, observer, scripts: [...base, ...scripts] });
}

async function replayBase(
  { baseScripts, signal }: RehearsalRequest,
  { stage, progress }: Tools,
): Promise<readonly []> {
  if (baseScripts.length === 0) return [];
  progress.step('Replaying the migrations of the base.');
  await stage.provideRoles(rolesNamedIn(baseScripts));
  for (const script of baseScripts) {
    signal.throwIfAborted();
    await replayUnit(script, stage);
  }
  return [];
}

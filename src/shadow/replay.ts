import type { Script } from '../domain/statement.ts';
import { SluiceError } from '../errors.ts';
import { notReplayable } from './not-replayable.ts';
import type { Stage } from './rehearse-unit.ts';
import { runScript } from './run-script.ts';

/** Runs a migration that the base already holds. Throws SluiceError database/shadow where it does not run. */
export async function replayUnit(script: Script, stage: Stage): Promise<void> {
  const file = script.unitId;
  const failure = await runScript(script, stage);
  if (failure === undefined) return;
  if (failure.kind === 'refused') throw refused(file, failure.because);
  throw notReplayable({ file, ...failure }, failure.outcome);
}

function refused(file: string, because: string): SluiceError {
  return new SluiceError(
    'database/shadow',
    `The baseline cannot be replayed: ${file} cannot run as a migration. Nothing was rehearsed. ${because}`,
  );
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { playStory } from '../demo/story.ts';
import type { Arguments, ExitCode } from './command.ts';
import type { Context } from './context.ts';
import { shadowChoice } from './rehearse-change.ts';

/** `sluice demo`: an agent's pull request through all five steps, on a production of its own. */
export async function demo(given: Arguments, context: Context): Promise<ExitCode> {
  const choice = shadowChoice(given);
  const workspace = await mkdtemp(join(tmpdir(), 'sluice-demo-'));
  try {
    return await playStory(join(context.home, 'fixtures/agent-drops-column'), {
      workspace,
      context,
      shadow: choice === 'none' ? 'auto' : choice,
    });
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

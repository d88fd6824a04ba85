import { environmentCredentials } from '../adapters/credentials/environment.ts';
import { startCluster } from '../adapters/postgres/cluster.ts';
import { chooseOrigin } from '../adapters/shadow/auto.ts';
import type { ExitCode } from '../commands/command.ts';
import type { Context, ShadowChoice } from '../commands/context.ts';
import { runCommandLine } from '../commands/run.ts';
import { sealTerminal } from '../report/redact.ts';
import { type Scene, scenesOf } from './scenes.ts';
import { setStage } from './stage.ts';

export type Play = {
  /** An empty directory that the caller removes. */
  readonly workspace: string;
  readonly context: Context;
  readonly shadow: ShadowChoice;
};

/** Two small databases. */
const demoBytes = 1024 ** 3;

/**
 * Plays a fixture in front of the reader: what each person would see, at each step. Every step runs
 * Sluice's own command line; one that ends otherwise than it should ends the play with 3.
 */
export async function playStory(fixture: string, play: Play): Promise<ExitCode> {
  const { workspace, context, shadow } = play;
  const { progress, signal } = context;
  progress.step('Starting a PostgreSQL that plays production.');
  const { binaries } = await chooseOrigin(shadow, { databaseName: '', signal }, { progress });
  await using cluster = await startCluster({ binaries, settings: {}, bytes: demoBytes, signal });
  await using parser = context.openParser();
  const database = await context.openDatabase();
  const stage = await setStage(fixture, workspace, { ...context, cluster, database, parser });
  const credentials = environmentCredentials(stage.environment);
  return await tell(scenesOf(stage, shadow), { ...context, credentials });
}

async function tell(scenes: readonly Scene[], context: Context): Promise<ExitCode> {
  for (const [index, scene] of scenes.entries()) {
    const words = await scene.words();
    const heading = renderHeading(`${index + 1}. ${scene.title}`, scene, words);
    await context.output.write(sealTerminal(heading));
    const code = await runCommandLine(words, context, context.output);
    await context.output.write(sealTerminal('\n'));
    if (code !== scene.exits) return 3;
  }
  return 0;
}

function renderHeading(title: string, { story }: Scene, words: readonly string[]): string {
  const command = words.map(shorten).join(' ');
  return [title, '─'.repeat(title.length), ...story, '', `$ sluice ${command}`, '', ''].join('\n');
}

/** Names of temporary directories and commits say nothing to a reader. */
function shorten(word: string): string {
  if (/^[0-9a-f]{40}$/.test(word)) return word.slice(0, 12);
  return word.includes('/sluice-demo-') ? (word.split('/').at(-1) ?? word) : word;
}

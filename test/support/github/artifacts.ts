import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Emulator } from './emulator.ts';

/** Path within the artifact to its bytes. */
type Artifact = ReadonlyMap<string, Uint8Array>;

const shelves = new WeakMap<Emulator, Map<number, Map<string, Artifact>>>();

/** Artifacts of a run, by name. */
export function artifactsOf(github: Emulator, run: number): Map<string, Artifact> {
  let runs = shelves.get(github);
  if (runs === undefined) shelves.set(github, (runs = new Map()));
  let artifacts = runs.get(run);
  if (artifacts === undefined) runs.set(run, (artifacts = new Map()));
  return artifacts;
}

/** As actions/upload-artifact: paths below their least common folder, nothing hidden on the way. */
export async function collect(workspace: string, paths: readonly string[]): Promise<Artifact> {
  const files: string[] = [];
  for (const path of paths) files.push(...(await filesAt(resolve(workspace, path))));
  const root = files.length === 0 ? workspace : commonFolder(files);
  const artifact = new Map<string, Uint8Array>();
  for (const file of files) artifact.set(relative(root, file), await readFile(file));
  return artifact;
}

export async function unpack(artifact: Artifact, directory: string): Promise<void> {
  for (const [path, bytes] of artifact) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), bytes);
  }
}

async function filesAt(path: string): Promise<readonly string[]> {
  if (basename(path).startsWith('.')) return [];
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return [];
  if (!found.isDirectory()) return [path];
  const inner = await readdir(path);
  const all = await Promise.all(inner.sort().map((name) => filesAt(join(path, name))));
  return all.flat();
}

function commonFolder(files: readonly string[]): string {
  let folder = dirname(files[0] ?? '/');
  while (!files.every((file) => file.startsWith(`${folder}/`))) folder = dirname(folder);
  return folder;
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { root } from './cli.ts';

/** Imports a package that imports JSON without an attribute, which Node 20 takes from a bundle only. */
export async function importBundled<Module>(name: string): Promise<Module> {
  const directory = await mkdtemp(join(tmpdir(), 'sluice-bundled-'));
  try {
    const bundle = await rolldown({ input: name, cwd: root, platform: 'node', logLevel: 'silent' });
    await bundle.write({ dir: directory, format: 'esm', entryFileNames: 'bundle.mjs' });
    await bundle.close();
    return await import(/* @vite-ignore */ pathToFileURL(join(directory, 'bundle.mjs')).href);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuiltRepository } from '../../src/demo/build-repository.ts';
import { buildRepository } from '../../src/demo/build-repository.ts';
import { root } from './cli.ts';

/** Files of the fixture's folder to their new content; undefined removes one. */
export type Edits = Readonly<Record<string, string | Uint8Array | undefined>>;

/** A copy of a fixture below `into`, with other content in some of its files. */
async function copyFixture(name: string, into: string, edits: Edits): Promise<string> {
  const copy = await mkdtemp(join(into, `${name}-`));
  await cp(join(root, 'fixtures', name), copy, { recursive: true });
  for (const [path, content] of Object.entries(edits))
    await (content === undefined ? rm(join(copy, path)) : writeFile(join(copy, path), content));
  return copy;
}

/** Git as built from such a copy. */
export async function buildVariant(
  name: string,
  into: string,
  edits: Edits,
): Promise<BuiltRepository> {
  const copy = await copyFixture(name, into, edits);
  return buildRepository(copy, join(copy, 'built'));
}

import { readdir, readFile } from 'node:fs/promises';
import { root } from './cli.ts';

export type Migration = { readonly name: string; readonly text: string };

const directory = `${root}node_modules/graphile-worker/sql/`;

/** What the package ships, with its placeholder for the schema. */
export async function readShippedMigrations(): Promise<readonly Migration[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => ({ name, text: await readFile(directory + name, 'utf8') })),
  );
}

/** As the package's runner hands them to PostgreSQL. */
export async function readMigrations(): Promise<readonly Migration[]> {
  return (await readShippedMigrations()).map(({ name, text }) => ({
    name,
    text: text.replaceAll(/:GRAPHILE_WORKER_SCHEMA\b/g, '"graphile_worker"'),
  }));
}

// Bundles src/cli.ts and src/action.ts into dist/, with the parser's WebAssembly beside them.
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
// Drivers of other databases, which knex loads only when they are asked for; we ask for none.
const external = [
  'better-sqlite3',
  'mysql',
  'mysql2',
  'oracledb',
  'pg-query-stream',
  'sqlite3',
  'tedious',
  'pg-native',
  /^mariadb/,
  /^mysql2\//,
];

export async function build({ input, directory }) {
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  const bundle = await rolldown({
    input,
    cwd: root,
    platform: 'node',
    external,
    tsconfig: false,
    transform: { target: 'node20' },
    // No comment that says where node_modules lies on the machine that builds.
    experimental: { attachDebugInfo: 'none' },
  });
  await bundle.write({
    dir: directory,
    format: 'esm',
    entryFileNames: '[name].js',
    // Flat, because shared code finds its files relative to itself, in whatever chunk it ends.
    chunkFileNames: '[name]-[hash].js',
  });
  await bundle.close();
  await copyFile(
    `${root}node_modules/libpg-query/wasm/libpg-query.wasm`,
    `${directory}/libpg-query.wasm`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build({ input: { cli: 'src/cli.ts', index: 'src/action.ts' }, directory: `${root}dist` });
  await writeFile(`${root}dist/package.json`, '{ "type": "module" }\n');
}

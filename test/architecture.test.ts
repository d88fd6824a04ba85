import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
let planted: string;

beforeAll(async () => {
  planted = await mkdtemp(join(tmpdir(), 'sluice-architecture-'));
  await copyFile(join(root, '.oxlintrc.json'), join(planted, '.oxlintrc.json'));
});

afterAll(() => rm(planted, { recursive: true, force: true }));

const pureFolders = [
  'domain',
  'sql',
  'catalog',
  'effects',
  'rules',
  'risk',
  'impact',
  'policy',
  'layouts',
  'masking',
  'report',
  'audit',
  'config',
];

const forbidden = [
  ['a built-in', `import { readFileSync } from 'node:fs';\nexport const use = readFileSync;`],
  [
    'a built-in without its prefix',
    `import { readFileSync } from 'fs';\nexport const use = readFileSync;`,
  ],
  [
    'a built-in below a built-in',
    `import { readFile } from 'node:fs/promises';\nexport const use = readFile;`,
  ],
  ['a built-in as a namespace', `import * as fs from 'node:fs';\nexport const use = fs;`],
  ['a built-in passed on', `export { readFileSync } from 'node:fs';`],
  ['a built-in passed on whole', `export * from 'node:fs';`],
  ['a built-in at run time', `export const use = () => import('node:fs');`],
  ['a built-in by require', `export const use = () => require('node:fs');`],
  [
    'the digest room of Node',
    `import { createHash } from 'node:crypto';\nexport const use = createHash;`,
  ],
  [
    'an adapter',
    `import { database } from '../adapters/postgres/session.ts';\nexport const use = database;`,
  ],
  ['an adapter at run time', `export const use = () => import('../adapters/postgres/session.ts');`],
  ['a command', `import { check } from '../commands/check.ts';\nexport const use = check;`],
  ['the wiring', `import { wire } from '../wiring.ts';\nexport const use = wire;`],
  ['the process', `export const use = () => process.env;`],
  ['the process by way of globalThis', `export const use = () => globalThis.process;`],
  ['the clock', `export const use = () => Date.now();`],
  ['a new date', `export const use = () => new Date();`],
  ['a stopwatch', `export const use = () => performance.now();`],
  ['a timer', `export const use = () => setTimeout(() => undefined, 1);`],
  ['the network', `export const use = () => fetch('http://127.0.0.1');`],
  ['dice', `export const use = () => Math.random();`],
  ['random bytes', `export const use = () => crypto.randomUUID();`],
] as const;

describe('the core cannot touch the world', () => {
  test.each(forbidden)('lint refuses %s in every pure folder', async (_name, source) => {
    for (const folder of pureFolders) await plant(join('src', folder, 'planted.ts'), source);
    await plant('src/judge.ts', source);

    const report = await lint();

    const expected = [...pureFolders.map((folder) => `src/${folder}/planted.ts`), 'src/judge.ts'];
    expect(report).toEqual(expected.sort());
  });

  test('lint accepts a pure file', async () => {
    for (const folder of pureFolders) await plant(join('src', folder, 'planted.ts'), pure);
    await plant('src/judge.ts', pure);

    const report = await lint();

    expect(report).toEqual([]);
  });
});

const pure = `import { objectName } from '../domain/effect.ts';\nexport const use = objectName;`;

async function plant(path: string, source: string): Promise<void> {
  await mkdir(join(planted, path, '..'), { recursive: true });
  await writeFile(join(planted, path), `${source}\n`);
}

/** Files in which lint found an error. */
async function lint(): Promise<readonly string[]> {
  const oxlint = join(root, 'node_modules/.bin/oxlint');
  const { stdout } = await run(oxlint, ['--format', 'json', 'src'], { cwd: planted }).catch(
    (failure: unknown) => failure as { stdout: string },
  );
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { filename: string }[] };
  return [...new Set(diagnostics.map(({ filename }) => filename))].sort();
}

// The versions of Node that are measured: the one that runs this, and the newest 24 from npm.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Label to path; Node 24 is left out, and said so, where npm has no binary for this platform. */
export function nodes() {
  const found = { [`Node ${process.versions.node}`]: process.execPath };
  if (process.versions.node.startsWith('24.')) return found;
  const path = bringNode24();
  if (path === undefined)
    console.log('Node 24 is not measured: npm has no binary for this platform.');
  else found[versionOf(path)] = path;
  return found;
}

function bringNode24() {
  const name = `node-${process.platform}-${process.arch}`;
  const directory = join(tmpdir(), `sluice-bench-${name}-24`);
  const path = join(directory, 'node_modules', name, 'bin/node');
  if (existsSync(path)) return path;
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'package.json'), '{"private":true}');
  spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', `${name}@24`], {
    cwd: directory,
    stdio: 'ignore',
  });
  return existsSync(path) ? path : undefined;
}

function versionOf(path) {
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  return `Node ${stdout.trim().slice(1)}`;
}

// The native linter that `check` is timed beside, from npm.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const version = '2.66.0';

/** Its binary itself, without the script that starts it; undefined where npm has none for this platform. */
export function findSquawk() {
  const name = `@squawk-cli/${process.platform}-${process.arch}`;
  const directory = join(tmpdir(), `sluice-bench-squawk-${version}`);
  const path = join(directory, 'node_modules', name, 'bin/squawk');
  if (existsSync(path)) return path;
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'package.json'), '{"private":true}');
  spawnSync(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', `${name}@${version}`],
    {
      cwd: directory,
      stdio: 'ignore',
    },
  );
  return existsSync(path) ? path : undefined;
}

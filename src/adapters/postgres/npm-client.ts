import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './run.ts';

const installTimeoutMs = 300_000;

/** What npm needs of our environment: its user's configuration and the way out to the network. */
const passedOn =
  /^(PATH|HOME|USER|TMPDIR|XDG_\w+|LANG|(HTTPS?|NO|ALL)_PROXY|(https?|no|all)_proxy|NODE_EXTRA_CA_CERTS|SSL_CERT_(FILE|DIR)|NODE_AUTH_TOKEN|NPM_CONFIG_\w+)$/;

/**
 * Installs one package of one version into `directory`/node_modules. The directory has a package.json
 * of its own, so that no project's .npmrc is read; no install script runs. Lower-case npm_config_*
 * variables are what an outer `npm run` hands down from its project, and stay behind.
 */
export async function installPackage(
  specification: string,
  directory: string,
  signal: AbortSignal,
): Promise<void> {
  const manifest = { name: 'sluice-cache', version: '0.0.0', private: true };
  await writeFile(join(directory, 'package.json'), JSON.stringify(manifest));
  await run(
    'npm',
    [
      'install',
      '--ignore-scripts',
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--no-package-lock',
      '--no-update-notifier',
      '--loglevel=error',
      '--',
      specification,
    ],
    { env: npmEnvironment(process.env), signal, timeoutMs: installTimeoutMs, cwd: directory },
  );
}

export function npmEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const kept = Object.entries(environment).flatMap(([name, value]) =>
    value !== undefined && passedOn.test(name) ? [[name, value] as const] : [],
  );
  return Object.fromEntries(kept);
}

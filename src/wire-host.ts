import { openGitHub } from './adapters/github/code-host.ts';
import { SluiceError } from './errors.ts';
import type { LiveCodeHost } from './ports/live-code-host.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** GitHub as the environment of a workflow names it, for reading. Throws SluiceError input/usage. */
export function openEnvironmentHost(environment: Environment, signal: AbortSignal): LiveCodeHost {
  const token = environment['GITHUB_TOKEN'] ?? '';
  const repository = environment['GITHUB_REPOSITORY'] ?? '';
  const apiUrl = environment['GITHUB_API_URL'] ?? 'https://api.github.com';
  if (token === '' || repository === '')
    throw new SluiceError(
      'input/usage',
      'Nothing says who approved: there is neither --pull-request nor GITHUB_TOKEN with GITHUB_REPOSITORY. Nothing is allowed. Pass a recorded pull request, or set the variables as GitHub Actions does.',
    );
  // Nothing is written here, so nobody has to tell our own comments apart.
  return openGitHub({ token, apiUrl, repository, accountId: 0, signal });
}

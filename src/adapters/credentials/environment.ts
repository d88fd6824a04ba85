import { SluiceError } from '../../errors.ts';
import type { CredentialProvider } from '../../ports/credential-provider.ts';

/** URLs of targets from environment variables. An empty variable, as GitHub gives for a missing secret, is absent. */
export function environmentCredentials(
  environment: Readonly<Record<string, string | undefined>>,
): CredentialProvider {
  return {
    urlOf: async (variable) => {
      const url = Object.hasOwn(environment, variable) ? environment[variable] : undefined;
      if (url !== undefined && url !== '') return url;
      throw new SluiceError(
        'input/target',
        `The environment variable ${variable}, which should hold the URL of the target, is not set.`,
      );
    },
  };
}

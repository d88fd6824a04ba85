import type { CredentialProvider } from '../../ports/credential-provider.ts';

type Mask = (secret: string) => void;

/**
 * Masks each URL at the moment it is first read, before anything could print it: the runner replaces
 * what is masked in everything that is logged afterwards.
 */
export function maskedCredentials(provider: CredentialProvider, mask: Mask): CredentialProvider {
  return {
    urlOf: async (variable) => {
      const url = await provider.urlOf(variable);
      for (const secret of secretsOf(url)) mask(secret);
      return url;
    },
  };
}

/** A secret as it may be printed: whole, by line, and a URL's password as written and as meant. */
export function secretsOf(secret: string): readonly string[] {
  const password = passwordOf(secret);
  const texts = [secret, ...secret.split(/\r?\n/), ...password, ...password.flatMap(decoded)];
  return [...new Set(texts.map((text) => text.trim()))].filter((text) => text !== '');
}

/** Passwords stand before the last `@` of the authority, or in the setting `password`. */
function passwordOf(url: string): readonly string[] {
  const authority = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)@/i.exec(url.trim())?.[1] ?? '';
  const colon = authority.indexOf(':');
  const settings = [...url.matchAll(/[?&]password=([^&#\s]*)/gi)].map(([, value = '']) => value);
  return colon < 0 ? settings : [authority.slice(colon + 1), ...settings];
}

/** In a setting, a plus is a blank. */
function decoded(text: string): readonly string[] {
  try {
    return [decodeURIComponent(text), decodeURIComponent(text.replaceAll('+', ' '))];
  } catch {
    return [];
  }
}

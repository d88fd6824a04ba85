import { createHash } from 'node:crypto';
import type { Brand } from './brand.ts';

/** `sha256:` and 64 lower-case hexadecimal digits. */
export type Digest = Brand<string, 'Digest'>;

/** SHA-256 of exactly these bytes; text is taken as UTF-8. */
export function digestOf(content: Uint8Array | string): Digest {
  const text = `sha256:${createHash('sha256').update(content).digest('hex')}`;
  if (!isDigest(text)) throw new TypeError('A SHA-256 digest has 64 hexadecimal digits.');
  return text;
}

/** What migration tools record of a file: lower-case hexadecimal digits; text is taken as UTF-8. */
export function checksumOf(algorithm: 'sha1' | 'sha256' | 'sha384', content: string): string {
  return createHash(algorithm).update(content).digest('hex');
}

/** Whether `text` is written as a digest. */
export function isDigest(text: string): text is Digest {
  return /^sha256:[0-9a-f]{64}$/.test(text);
}

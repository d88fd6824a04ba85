import { SluiceError } from '../errors.ts';
import type { Code } from '../errors.ts';

/** UTF-8 or nothing: a replaced byte would be read otherwise than it was written. */
export function decodeUtf8(bytes: Uint8Array, path: string, code: Code): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new SluiceError(
      code,
      `${JSON.stringify(path)} is not UTF-8, so what it says is not certain. Nothing is allowed. Save it as UTF-8.`,
      { cause },
    );
  }
}

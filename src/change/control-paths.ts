import { SluiceError } from '../errors.ts';

/** Where the policy lives; the presets that it can extend are Sluice's own. */
export const policyPath = '.sluice/policy.yml';
export const maskingPath = '.sluice/masking.yml';

export const largestControlFile = 3_000_000;

/** What is thrown for a control file that is a link, a directory or too large. */
export function notPlain(path: string): SluiceError {
  return new SluiceError(
    'input/policy',
    `${path} is no plain file of at most ${largestControlFile} bytes, so what it says is not certain. Nothing is allowed. Commit it as a plain file.`,
  );
}

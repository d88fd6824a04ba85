import { isDigest } from '../domain/digest.ts';
import { reversalVerdicts, type Reversal } from '../domain/evidence.ts';
import { listOf, oneOf, readObject, textOf, textThat } from './json.ts';
import type { Decode } from './json.ts';

/** What running a down half proved. */
export const readReversal: Decode<Reversal> = (value, place) => {
  const { need } = readObject(value, place, ['path', 'digest', 'verdict', 'because', 'rows']);
  return {
    path: need('path', textOf(10_000)),
    digest: need('digest', textThat(isDigest, 'a SHA-256 digest')),
    verdict: need('verdict', oneOf(reversalVerdicts)),
    because: need('because', listOf(textOf(100_000), 100)),
    rows: need('rows', oneOf(['own', 'made-up', 'none'])),
  };
};

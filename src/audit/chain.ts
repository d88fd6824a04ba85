import type { AuditBody, AuditRecord } from '../domain/audit-record.ts';
import { type Json, toCanonicalJson } from '../domain/canonical-json.ts';
import { type Digest, digestOf } from '../domain/digest.ts';
import { SluiceError } from '../errors.ts';

/** C2SP tlog-tiles entries carry a 16-bit length; the record is to fit into such a log unchanged. */
const recordBytesLimit = 65_535;

/** What the first record names as its predecessor. */
export const genesis: Digest = digestOf('');

/** The place at the end of the chain: what the next record must name. */
export type Head = Pick<AuditRecord, 'sequence' | 'digest'>;

/**
 * The next record of a chain, `head` being the last one or undefined for an empty chain. Its text is
 * written once; only these bytes are ever hashed. Throws internal/bug when it is too large to log.
 */
export function link(body: AuditBody, head: Head | undefined): AuditRecord {
  const sequence = (head?.sequence ?? 0) + 1;
  const previous = head?.digest ?? genesis;
  const text = toCanonicalJson({ ...body, version: 1, sequence, previous } satisfies Json);
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > recordBytesLimit)
    throw new SluiceError(
      'internal/bug',
      'An audit record is larger than 65,535 bytes, so no log would take it; nothing was applied.',
      { data: { bytes } },
    );
  return { sequence, previous, digest: digestOf(text), text };
}

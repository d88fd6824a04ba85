import { usualFileBytes } from '../domain/file-size.ts';
import { findTooDeep } from './nesting.ts';

/** `offset` in bytes from 0; `reason` is a clause that completes "the file was refused because …". */
export type GateOutcome =
  | { readonly kind: 'passed'; readonly text: string }
  | { readonly kind: 'refused'; readonly reason: string; readonly offset: number };

/** Why a text was refused; `index` in UTF-16 units. */
export type TextRefusal = { readonly reason: string; readonly index: number };

/**
 * What a person reads must be what the parser reads and what the server runs. PostgreSQL takes several of
 * these characters as parts of names, and the parser stops at U+0000 where the server does not.
 */
const refusedCharacters = [
  { pattern: /\0/u, reason: 'it holds the byte NUL, at which the parser stops reading' },
  { pattern: /\ufeff/u, reason: 'it holds a byte order mark, which PostgreSQL takes as text' },
  {
    pattern: /\r(?!\n)/u,
    reason: 'it holds a carriage return without a line feed, which ends a comment unseen',
  },
  {
    pattern: /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u,
    reason: 'it holds a character that changes the direction of text, which hides the true order',
  },
  {
    pattern:
      /\u00ad|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u180e|\u200b|\u200c|\u200d|[\u2060-\u2065]|\u206a|\u206b|\u206c|\u206d|\u206e|\u206f|\u3164|\uffa0|[\ufff9-\ufffb]|[\u{e0000}-\u{e0fff}]/u,
    reason: 'it holds an invisible character, which makes two different names look the same',
  },
  {
    pattern: /[\u00a0\u2007\u202f]/u,
    reason: 'it holds a no-break space, which PostgreSQL takes as part of a name',
  },
  {
    pattern: /[\u0085\u2028\u2029]/u,
    reason: 'it holds a line break that PostgreSQL does not see as one',
  },
  {
    // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
    pattern: /[\u0001-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f]/u,
    reason: 'it holds a control character, which no editor shows',
  },
] as const;

/** Lets only bytes through that a person and the parser read alike. No bytes at all are no statements. */
export function passByteGate(
  bytes: Uint8Array,
  maximumBytes: number = usualFileBytes,
): GateOutcome {
  if (bytes.length > maximumBytes) {
    const reason = `it has ${bytes.length} bytes, more than the ${maximumBytes} that are read`;
    return { kind: 'refused', reason, offset: maximumBytes };
  }
  const text = decode(bytes);
  if (text === undefined) {
    const reason = 'it is not valid UTF-8, so nobody can say which text it is';
    return { kind: 'refused', reason, offset: firstInvalidByte(bytes) };
  }
  const refusal = findTextRefusal(text);
  if (refusal === undefined) return { kind: 'passed', text };
  const offset = new TextEncoder().encode(text.slice(0, refusal.index)).length;
  return { kind: 'refused', reason: refusal.reason, offset };
}

/** The gate for text that comes out of a statement, such as the body of a function. */
export function findTextRefusal(text: string): TextRefusal | undefined {
  return findRefusedCharacter(text) ?? findRefusedNesting(text);
}

function findRefusedCharacter(text: string): TextRefusal | undefined {
  return refusedCharacters
    .map(({ pattern, reason }) => ({ reason, index: text.search(pattern) }))
    .filter(({ index }) => index !== -1)
    .sort((a, b) => a.index - b.index)[0];
}

function findRefusedNesting(text: string): TextRefusal | undefined {
  const tooDeep = findTooDeep(text);
  if (tooDeep === undefined) return undefined;
  const reason = `its ${tooDeep.what} nest more deeply than the parser can read safely`;
  return { reason, index: tooDeep.index };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whether a prefix can still become valid is monotonic in its length. */
function firstInvalidByte(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length + 1;
  while (invalid - valid > 1) {
    const middle = Math.floor((valid + invalid) / 2);
    if (canContinue(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  return valid;
}

function canContinue(prefix: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(prefix, { stream: true });
    return true;
  } catch {
    return false;
  }
}

import type { Redacted } from '../domain/redacted.ts';

/** Somewhere that a finished report goes: standard output, a file, later a comment. */
export type Sink = { write(text: Redacted): Promise<void> };

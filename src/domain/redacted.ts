import type { Brand } from './brand.ts';

/** Text that is safe where it goes: every sink takes only this; report/redact.ts makes it. */
export type Redacted = Brand<string, 'Redacted'>;

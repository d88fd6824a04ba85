/** `when` in milliseconds: Drizzle runs what is above the newest one that the database knows. */
export type JournalEntry = { readonly tag: string; readonly when: number };

export type Journal =
  | { readonly kind: 'journal'; readonly entries: readonly JournalEntry[] }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Reads `meta/_journal.json`. */
export function readJournal(text: string | undefined): Journal {
  if (text === undefined)
    return unreadable(
      'Drizzle cannot run without it, and it is not there. Commit meta/_journal.json.',
    );
  const root = parse(text);
  const entries = isRecord(root) ? root['entries'] : undefined;
  if (!isRecord(root) || !Array.isArray(entries))
    return unreadable(
      'It is not a journal of Drizzle: nobody can say what runs. Make it with drizzle-kit.',
    );
  if (root['dialect'] !== 'postgresql' && root['dialect'] !== 'pg')
    return unreadable('It is a journal for another database than PostgreSQL.');
  const read = entries.map(readEntry);
  const whole = read.filter((entry) => entry !== undefined);
  if (whole.length < read.length)
    return unreadable(
      'An entry of it has no tag or no stamp: nobody can say what runs. Make it with drizzle-kit.',
    );
  if (new Set(whole.map(({ tag }) => tag)).size < whole.length)
    return unreadable(
      'It names a file twice: Drizzle would run it twice. Make it with drizzle-kit.',
    );
  return { kind: 'journal', entries: whole };
}

function unreadable(reason: string): Journal {
  return { kind: 'unreadable', reason };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readEntry(entry: unknown): JournalEntry | undefined {
  if (!isRecord(entry)) return undefined;
  const { tag, when } = entry;
  if (typeof tag !== 'string' || typeof when !== 'number' || !Number.isSafeInteger(when))
    return undefined;
  return { tag, when };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

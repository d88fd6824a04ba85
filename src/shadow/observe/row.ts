import { SluiceError } from '../../errors.ts';
import type { Row } from '../../ports/database.ts';

/** Text of a column of our own query. Throws SluiceError internal/bug when it is none. */
export function readText(row: Row | undefined, column: string): string {
  const value = row?.[column];
  if (typeof value === 'string') return value;
  throw unexpected(column);
}

export function readBoolean(row: Row | undefined, column: string): boolean {
  const value = row?.[column];
  if (typeof value === 'boolean') return value;
  throw unexpected(column);
}

/** A count: int8 arrives as text. */
export function readCount(row: Row | undefined, column: string): number {
  const value = row?.[column];
  const count = typeof value === 'string' ? Number(value) : value;
  if (typeof count === 'number' && Number.isSafeInteger(count)) return count;
  throw unexpected(column);
}

function unexpected(column: string): SluiceError {
  return new SluiceError('internal/bug', `A query of Sluice did not answer ${column} as expected.`);
}

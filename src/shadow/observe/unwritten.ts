import type { Relations } from './relations.ts';

/** Tables whose rows no decoding tells of, as they stood after any statement of a unit. */
export type Unwritten = ReadonlyMap<string, 'unlogged' | 'refresh'>;

/** REFRESH fills a materialized view as a rewrite, and rewrites are not decoded. */
export function unwrittenIn(relations: Relations): Unwritten {
  const found = new Map<string, 'unlogged' | 'refresh'>();
  for (const { name, kind, unlogged } of relations.values()) {
    if (unlogged === true) found.set(name, 'unlogged');
    else if (kind === 'm') found.set(name, 'refresh');
  }
  return found;
}

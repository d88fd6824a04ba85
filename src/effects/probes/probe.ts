import type { RangeVar } from '@pgsql/types';
import type { Probe } from '../../domain/evidence.ts';
import { quoteIdentifier } from '../../sql/quote.ts';
import type { Word } from '../../sql/words.ts';

/** What the apply asks the target before a statement whose rehearsal says nothing of it. */
export type PlannedProbe = Probe &
  (
    | {
        readonly kind: 'count';
        /** The table whose rows it moves, for `to_regclass`. */
        readonly table: string;
        readonly verb: 'inserted' | 'updated' | 'deleted';
      }
    | {
        readonly kind: 'violation';
        readonly table: string;
        /** A row answers `true`, or the question itself fails on a value. */
        readonly answer: 'exists' | 'fails';
        /** Tables that inherit from it, and are no partitions, are not meant although they are read. */
        readonly alone: boolean;
      }
  );

/** The name for `to_regclass`; undefined where it also names a database. */
export function quotedName(relation: RangeVar | undefined): string | undefined {
  if (relation?.relname === undefined || relation.catalogname !== undefined) return undefined;
  const { schemaname, relname } = relation;
  return [schemaname, relname]
    .flatMap((name) => (name === undefined ? [] : [quoteIdentifier(name)]))
    .join('.');
}

/** The question whether any row of a source is such. */
export function anyRow(source: string, condition: string): string {
  return `select exists (select from ${source} where ${condition}) as answer`;
}

/** Where a word stands outside of all brackets; undefined unless that is exactly one place. */
export function onlyPlace(words: readonly Word[], text: string): number | undefined {
  const [place, ...others] = placesOf(words, text);
  return others.length === 0 ? place : undefined;
}

/** Every place at which a word stands outside of all brackets. */
export function placesOf(words: readonly Word[], text: string): readonly number[] {
  return words.flatMap((word, place) => (word.depth === 0 && word.text === text ? [place] : []));
}

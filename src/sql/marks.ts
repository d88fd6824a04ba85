import type { Place, Script } from '../domain/statement.ts';

/** A stretch of the text that speaks for itself, wherever it stands. */
export type Stretch = {
  /** In UTF-16 units from 0. */
  readonly index: number;
  readonly text: string;
};

/** A stretch with its place, and the statement in which or before which it stands. */
export type Mark<Found extends Stretch = Stretch> = Found & {
  readonly unitId: string;
  readonly statement: number;
  readonly source: 'static';
  readonly place: Place;
};

const encoder = new TextEncoder();

/** The marks of stretches in ascending order, in time linear in the text. */
export function marksOf<Found extends Stretch>(
  { unitId, source, statements }: Script,
  stretches: readonly Found[],
): readonly Mark<Found>[] {
  const { path, firstLine, text } = source;
  const ends = statements.map(({ place, text }) => place.offset + encoder.encode(text).length);
  let line = firstLine;
  let column = 1;
  let offset = 0;
  let position = 0;
  let statement = 0;
  return stretches.map((stretch) => {
    for (const character of text.slice(position, stretch.index)) {
      offset += encoder.encode(character).length;
      line += character === '\n' ? 1 : 0;
      column = character === '\n' ? 1 : column + 1;
    }
    position = stretch.index;
    while (statement < ends.length - 1 && (ends[statement] ?? 0) <= offset) statement += 1;
    const place = { path, line, column, offset };
    return { ...stretch, unitId, statement, source: 'static', place };
  });
}

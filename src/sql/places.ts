import type { Place } from '../domain/statement.ts';

/** Where each of the ascending byte offsets stands; the bytes are UTF-8 and begin at `firstLine` of `path`. */
export function placesOf(
  source: { readonly path: string; readonly firstLine: number; readonly bytes: Uint8Array },
  offsets: readonly number[],
): readonly Place[] {
  let line = source.firstLine;
  let column = 1;
  let position = 0;
  return offsets.map((offset) => {
    for (; position < offset; position += 1) {
      const byte = source.bytes[position] ?? 0;
      if (byte === 0x0a) {
        line += 1;
        column = 1;
      } else if ((byte & 0xc0) !== 0x80) column += 1;
    }
    return { path: source.path, line, column, offset };
  });
}

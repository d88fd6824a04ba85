/** Characters of a piece, more or less: few enough to be held, enough to be worth a write. */
const pieceLength = 64 * 1024;

/** Joins small texts to pieces of a size that is worth writing. */
export function* gathered(texts: Iterable<string>): Generator<string> {
  let piece: string[] = [];
  let length = 0;
  for (const text of texts) {
    piece.push(text);
    length += text.length;
    if (length < pieceLength) continue;
    yield piece.join('');
    piece = [];
    length = 0;
  }
  if (length > 0) yield piece.join('');
}

/** A list that is made while it is written. */
export function* mapped<Item, Made>(
  items: Iterable<Item>,
  make: (item: Item) => Made,
): Generator<Made> {
  for (const item of items) yield make(item);
}

/** The UTF-16 index behind so many code points of a line. */
export type FindIndex = (line: string, codePoints: number) => number;

/** Asked in ascending order it reads a line once, however long that is. */
export function indexFinder(): FindIndex {
  let known = { line: '', codePoints: 0, index: 0 };
  return (line, codePoints) => {
    const goesOn = known.line === line && known.codePoints <= codePoints;
    let { codePoints: count, index } = goesOn ? known : { codePoints: 0, index: 0 };
    for (; count < codePoints && index < line.length; count += 1)
      index += (line.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
    known = { line, codePoints: count, index };
    return index;
  };
}

/** A compiled pattern: what each segment of a path has to be, `any` for zero or more segments. */
export type Glob = readonly (Segment | 'any')[];
type Segment = readonly Letter[];
type Letter = { readonly kind: 'literal'; readonly text: string } | 'one' | 'many';

const anySegment: Segment = ['many'];

/** Whether the path from the repository's root matches; the semantics are those of `compileGlob`. */
export function matchesGlob(pattern: string, path: string): boolean {
  return matchesCompiled(compileGlob(pattern), path);
}

/**
 * Reads a pattern as CODEOWNERS does (docs.github.com, "About code owners"): without a slash except
 * at the end it matches at any depth, otherwise from the root; `*` and `?` stay inside a segment;
 * `**` spans segments; a trailing slash means the contents of directories; a trailing `/*` means one
 * level; whatever else matches a directory owns its contents. A backslash makes the next letter
 * literal. `/` matches nothing.
 */
export function compileGlob(pattern: string): Glob {
  const directoryOnly = pattern.endsWith('/');
  const body = directoryOnly ? pattern.slice(0, -1) : pattern;
  const anchored = body.includes('/');
  const names = (body.startsWith('/') ? body.slice(1) : body).split('/');
  // An empty segment equals no segment of any path, which makes `/` and `a//b` match nothing.
  const inner = names.map((name) => (name === '**' ? 'any' : toSegment(name)));
  return [
    ...(anchored ? [] : ['any' as const]),
    ...inner,
    ...endOf(names, anchored, directoryOnly),
  ];
}

/** Paths have no leading slash. Takes time in proportion to the product of both lengths at most. */
export function matchesCompiled(glob: Glob, path: string): boolean {
  return matchesSequence(
    path.split('/'),
    glob,
    (part) => part === 'any',
    (part, name) => part !== 'any' && matchesSegment(part, name),
  );
}

function endOf(names: readonly string[], anchored: boolean, directoryOnly: boolean): Glob {
  const last = names.at(-1);
  if (directoryOnly || last === '**') return [anySegment, 'any'];
  return anchored && last === '*' ? [] : ['any'];
}

function toSegment(name: string): Segment {
  const letters: Letter[] = [];
  let escaped = false;
  for (const text of name) {
    const plain = escaped || !'\\*?'.includes(text);
    if (plain) letters.push({ kind: 'literal', text });
    else if (text !== '\\') letters.push(text === '*' ? 'many' : 'one');
    escaped = !escaped && text === '\\';
  }
  return letters;
}

function matchesSegment(segment: Segment, name: string): boolean {
  return matchesSequence(
    Array.from(name),
    segment,
    (letter) => letter === 'many',
    (letter, text) => letter === 'one' || (letter !== 'many' && letter.text === text),
  );
}

/**
 * Only the latest wildcard is ever widened: an earlier one cannot help where a later one failed, so
 * that a hostile pattern or path costs no more than the product of the two lengths.
 */
function matchesSequence<Part, Item>(
  items: readonly Item[],
  parts: readonly Part[],
  isWild: (part: Part) => boolean,
  fits: (part: Part, item: Item) => boolean,
): boolean {
  let at = 0;
  let item = 0;
  let wild: { readonly at: number; readonly item: number } | undefined;
  while (item < items.length) {
    const part = parts[at];
    const current = items[item];
    if (part !== undefined && isWild(part)) {
      wild = { at, item };
      at++;
    } else if (part !== undefined && current !== undefined && fits(part, current)) {
      at++;
      item++;
    } else if (wild === undefined) return false;
    else {
      wild = { at: wild.at, item: wild.item + 1 };
      at = wild.at + 1;
      item = wild.item;
    }
  }
  return parts.slice(at).every(isWild);
}

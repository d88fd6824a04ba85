import type { Line } from './lines.ts';

/** A line that speaks to the tool. `groups` are those of the exact pattern. */
export type Directive = { readonly line: Line; readonly groups: readonly string[] };

export type DirectiveSyntax = {
  readonly tool: string;
  /**
   * Where something begins that any version of the tool, or a reader, might take for one, in ascending
   * order and in linear time: pull requests choose the text.
   */
  readonly looks: (text: string) => readonly number[];
  /** One line without its line end, exactly as every version of the tool takes it. */
  readonly exact: RegExp;
};

export type Directives =
  | { readonly kind: 'directives'; readonly found: readonly Directive[] }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * The directives of a file. Tools look for them line by line and know nothing of SQL: one inside a
 * quoted text or a comment cuts the file for the tool and not for PostgreSQL, so it is refused, and
 * so is a line that only looks like one.
 */
export function readDirectives(lines: readonly Line[], syntax: DirectiveSyntax): Directives {
  const found: Directive[] = [];
  for (const line of findLooks(lines, syntax.looks)) {
    const match = syntax.exact.exec(line.text.replace(/\r$/, ''));
    if (match === null || line.open) return { kind: 'refused', reason: reasonOf(line, syntax) };
    found.push({ line, groups: match.slice(1).map((group) => group ?? '') });
  }
  return { kind: 'directives', found };
}

/** Where a global pattern matches. */
export function looksOf(pattern: RegExp): DirectiveSyntax['looks'] {
  return (text) => [...text.matchAll(pattern)].map(({ index }) => index);
}

/** The lines on which a look begins. */
function findLooks(lines: readonly Line[], looks: DirectiveSyntax['looks']): readonly Line[] {
  const text = lines.map((line) => line.text).join('\n');
  const found = new Set<Line>();
  let index = 0;
  let end = -1;
  for (const start of looks(text)) {
    for (; end < start && index < lines.length; index += 1) end += lengthOf(lines[index]) + 1;
    const line = lines[index - 1];
    if (line !== undefined) found.add(line);
  }
  return [...found];
}

function lengthOf(line: Line | undefined): number {
  return line?.text.length ?? 0;
}

function reasonOf({ number, open }: Line, { tool }: DirectiveSyntax): string {
  return open
    ? `Line ${number} is a directive to ${tool}, and to PostgreSQL it is inside a quoted text or a comment: they would disagree on what runs. Write it differently there.`
    : `Line ${number} reads like a directive of ${tool} and is not written as every version of it takes one: nobody can say what runs. Write it exactly as the documentation of ${tool} does, on a line of its own, or remove it.`;
}

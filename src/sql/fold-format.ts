import { quotedIdentifier, quotedLiteral } from './fold-quote.ts';
import type { FoldedValue } from './fold-value.ts';
import { longestText, textOf } from './fold-value.ts';

/** %[position$][-][width]type; the width may be an argument, a position of its own for it is not folded. */
const specifier = /%(?:(\d+)\$)?(-?)(\d*|\*)([sIL%])/y;

/** What format() yields; undefined when it is not folded, or when PostgreSQL refuses it. */
export function formatText(template: string, values: readonly FoldedValue[]): string | undefined {
  let result = '';
  let next = 0;
  let at = 0;
  while (at < template.length) {
    const percent = template.indexOf('%', at);
    if (percent === -1) return result + template.slice(at);
    result += template.slice(at, percent);
    specifier.lastIndex = percent;
    const found = specifier.exec(template);
    if (found === null || result.length > longestText) return undefined;
    const [all, position, , , type = ''] = found;
    at = percent + all.length;
    if (type === '%') {
      result += '%';
      continue;
    }
    const width = values.slice(next, next + taken(found));
    next = taken(found) + (position === undefined ? next + 1 : Number(position));
    const shown = aligned(writtenAs(type, values[next - 1]), found, width[0]);
    if (shown === undefined) return undefined;
    result += shown;
  }
  return result;
}

function writtenAs(type: string, value: FoldedValue | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (value.kind === 'null') {
    if (type === 'I') return undefined;
    return type === 'L' ? 'NULL' : '';
  }
  const text = textOf(value);
  if (text === undefined || type === 's') return text;
  return type === 'I' ? quotedIdentifier(text) : quotedLiteral(text);
}

/** How many arguments are taken for the width. */
function taken([, , , width]: RegExpExecArray): number {
  return width === '*' ? 1 : 0;
}

function aligned(
  text: string | undefined,
  [, position, minus, width = '']: RegExpExecArray,
  given: FoldedValue | undefined,
): string | undefined {
  const wide = width === '*' ? widthOf(given, position) : Number(width);
  if (text === undefined || wide === undefined || Math.abs(wide) > longestText) return undefined;
  const blanks = ' '.repeat(Math.max(0, Math.abs(wide) - [...text].length));
  return minus === '-' || wide < 0 ? text + blanks : blanks + text;
}

/** Beside a position of the value it is not folded. */
function widthOf(given: FoldedValue | undefined, position: string | undefined): number | undefined {
  return given?.kind === 'integer' && position === undefined ? given.value : undefined;
}

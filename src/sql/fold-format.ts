import { quotedIdentifier, quotedLiteral } from './fold-quote.ts';
import type { FoldedValue } from './fold-value.ts';
import { longestText, textOf } from './fold-value.ts';

/** %[position$][-][width]type; a width that an argument gives is not folded. */
const specifier = /%(?:(\d+)\$)?(-?)(\d*)([sIL%])/y;

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
    next = position === undefined ? next + 1 : Number(position);
    const written = writtenAs(type, values[next - 1]);
    const shown = written === undefined ? undefined : aligned(written, found);
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

function aligned(text: string, [, , minus, width = '']: RegExpExecArray): string | undefined {
  const missing = Number(width) - [...text].length;
  if (Number(width) > longestText) return undefined;
  const blanks = ' '.repeat(Math.max(0, missing));
  return minus === '-' ? text + blanks : blanks + text;
}

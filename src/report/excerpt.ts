import type { Place, Source } from '../domain/statement.ts';
import { visibleExcerpts } from './redact.ts';

const widest = 100;

/**
 * Shows the line of a place with a caret under its column, for a terminal with letters of one width.
 * Nothing when the text is not known or must not be pointed into. The text is read once for all places.
 */
export function excerptsOf(source: Source): (place: Place) => readonly string[] {
  const excerptAt = visibleExcerpts(source.text);
  return ({ line, column }) => {
    const excerpt = excerptAt(line - source.firstLine + 1, column);
    if (excerpt === undefined || excerpt.shown.trim() === '') return [];
    const { left, shown, before } = cut(excerpt.shown, excerpt.before);
    const gutter = `${line} | `;
    return [
      `${gutter}${left}${shown}`,
      `${' '.repeat(gutter.length - 2)}| ${' '.repeat(widthOf(`${left}${before}`))}^`,
    ];
  };
}

/** What a terminal shows around the caret. */
function cut(
  shown: string,
  before: string,
): { readonly left: string; readonly shown: string; readonly before: string } {
  const characters = Array.from(shown);
  const caret = Array.from(before).length;
  const start = caret < widest / 2 ? 0 : caret - widest / 4;
  const part = characters.slice(start, start + widest).join('');
  const right = characters.length > start + widest ? '…' : '';
  return {
    left: start === 0 ? '' : '…',
    shown: `${part}${right}`,
    before: characters.slice(start, caret).join(''),
  };
}

/** Letters that a terminal draws two cells wide. */
const wide =
  /\p{Emoji_Presentation}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|[\u3001-\u303e\uff01-\uff60\uffe0-\uffe6]/gu;
const narrow = /\p{M}/gu;

/** Cells of a terminal that a text without controls takes. */
function widthOf(text: string): number {
  const cells = Array.from(text.replace(narrow, '')).length;
  return cells + (text.match(wide) ?? []).length;
}

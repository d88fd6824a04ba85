import type { Redacted } from '../domain/redacted.ts';
import { jsonPieces } from './json-pieces.ts';
import { indexFinder } from './code-points.ts';
import { lastAnswer } from './last-answer.ts';
import { gathered } from './pieces.ts';

/**
 * Everything that shows nothing, moves text or breaks a line: controls, format characters (bidi,
 * zero width), surrogates, private use, separators, default ignorables, blanks other than the space.
 */
const invisible =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/gu;

/** Text of the change on one line of a terminal: what would be invisible is written as `<U+202E>`. */
export function visible(text: string): string {
  return withoutCredentials(text).replace(invisible, toCodePoint);
}

/** Text of the change as lines: line ends and tabs stay, everything else invisible is written out. */
export function visibleLines(text: string): readonly string[] {
  return withoutCredentials(text)
    .split(/\r?\n/)
    .map((line) => line.replaceAll('\t', '    ').replace(invisible, toCodePoint));
}

/** Text of the change inside a Markdown sentence or table cell: no character of it means anything. */
export function codeSpan(text: string, longest = 200): string {
  return `<code>${plainText(cut(visible(text), longest))}</code>`;
}

/**
 * Our own words inside a Markdown sentence or table cell. Text of the change needs `codeSpan`: here
 * GitHub would still take `@name` and `#1` for mentions.
 */
export function plainText(text: string): string {
  return visible(text).replace(meaningful, toEntity);
}

/**
 * What may mean something within a line of Markdown, left out only where it cannot: a dot that is not
 * of `www.`, an underscore inside a word, a colon before a blank.
 */
const meaningful =
  /(?<=www)\.|(?<![a-z0-9])_|_(?![a-z0-9])|:(?! )|[^\p{L}\p{M}\p{N}\p{Emoji_Presentation} ,/()'’…._:-]/giu;

/** Text of the change as a Markdown code block whose fence is longer than any run inside it. */
export function codeBlock(text: string, language: 'sql' | 'text'): string {
  // A comment of ours is found by its hidden marker: the change must not be able to write one.
  const shown = visibleLines(text).join('\n').replaceAll('<!--', '<U+003C>!--');
  const runs = shown.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return `${fence}${language}\n${shown}\n${fence}`;
}

/** A finished report for a terminal or a log, whose every text from the change is `visible`. */
export function sealTerminal(text: string): Redacted {
  // The Actions runner takes `::name::` at the start of a line and `##[name]` anywhere as commands.
  return seal(text.replace(/^([ \t]*):(?=:)/gm, '$1<U+003A>').replaceAll('##[', '##<U+005B>'));
}

/** One line of the change and what stands before a column of it, both made visible. */
export type VisibleExcerpt = { readonly shown: string; readonly before: string };

/**
 * Reads excerpts of a text: lines and columns from 1, columns in code points. Undefined when hiding
 * a credential moved the lines, so that nothing can be pointed at.
 */
export function visibleExcerpts(
  text: string,
): (line: number, column: number) => VisibleExcerpt | undefined {
  const hidden = withoutCredentials(text).split(/\r?\n/);
  const lines = text.split(/\r?\n/);
  const indexOf = indexFinder();
  const sameUntil = lastAnswer((line: number) => commonLength(lines[line - 1], hidden[line - 1]));
  return (line, column) => {
    const [original, shown] = [lines[line - 1], hidden[line - 1]];
    if (hidden.length !== lines.length || original === undefined || shown === undefined)
      return undefined;
    const index = indexOf(original, column - 1);
    if (index > sameUntil(line)) return undefined;
    // A line may be megabytes long, and have a finding every few letters.
    const [from, until] = [letterAt(shown, index - window), letterAt(shown, index + window)];
    return {
      shown: visibleLines(shown.slice(from, until)).join(''),
      before: visibleLines(shown.slice(from, index)).join(''),
    };
  };
}

/** UTF-16 units on either side of a place: more than any excerpt shows. */
const window = 1000;

/** Between two code points. */
function letterAt(text: string, index: number): number {
  const at = Math.min(Math.max(index, 0), text.length);
  return (text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at;
}

function commonLength(one = '', other = ''): number {
  if (one === other) return one.length;
  let length = 0;
  while (length < one.length && one.charCodeAt(length) === other.charCodeAt(length)) length += 1;
  return length;
}

/** A command for the Actions runner; its texts are as the change has them. */
export type WorkflowCommand = {
  readonly name: 'error' | 'warning' | 'notice';
  readonly properties: Readonly<Record<string, string | number>>;
  readonly message: string;
};

/** Commands for the Actions runner, then a sentence of ours: no text of the change can be another command. */
export function sealWorkflowCommands(
  commands: readonly WorkflowCommand[],
  sentence: string,
): Redacted {
  const lines = commands.map(({ name, properties, message }) => {
    const pairs = Object.entries(properties).map(
      ([key, value]) => `${key}=${commandProperty(value)}`,
    );
    return `::${name} ${pairs.join(',')}::${commandText(message)}`;
  });
  return seal(`${[...lines, sealTerminal(sentence)].join('\n')}\n`);
}

/** The runner reads `%25` back as `%`, and so on; what is invisible has been written out before. */
function commandText(text: string): string {
  return text
    .split('\n')
    .map(visible)
    .join('\n')
    .replaceAll('%', '%25')
    .replaceAll('\n', '%0A')
    .replaceAll('##[', '##<U+005B>');
}

function commandProperty(value: string | number): string {
  return commandText(visible(String(value)))
    .replaceAll(':', '%3A')
    .replaceAll(',', '%2C');
}

/** A finished Markdown report, whose every text from the change is in a span or a block of ours. */
export function sealMarkdown(text: string): Redacted {
  return seal(text);
}

/** JSON and a line end: every invisible character is escaped, and no line can be taken as a command. */
export function sealJson(value: unknown): Redacted {
  return seal([...sealJsonPieces(value)].join(''));
}

/** The same in pieces, for what may be long; a list may be made while it is written. */
export function* sealJsonPieces(value: unknown): Generator<Redacted> {
  for (const piece of gathered(jsonPieces(value, withoutCredentialsInStrings)))
    yield seal(
      piece
        .replaceAll('##[', String.raw`#\u0023[`)
        .replace(invisible, (character) =>
          character === '\n' ? character : toJsonEscape(character),
        ),
    );
  yield seal('\n');
}

/** Passwords in URLs, connection strings and role definitions never reach a reader. Linear in the text. */
function withoutCredentials(text: string): string {
  return text
    .replace(/(:\/\/)[^\s/@'"]*@/g, '$1***@')
    .replace(/\b(password\s*(?:=\s*)?)(?:[eEuU]&?)?'(?:[^']|'')*'/gi, "$1'***'")
    .replace(/\b(password=)(?!\s*'\*\*\*')[^\s'"&;]+/gi, '$1***');
}

function withoutCredentialsInStrings(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? withoutCredentials(value) : value;
}

function toCodePoint(character: string): string {
  return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
}

function toEntity(character: string): string {
  return `&#${character.codePointAt(0) ?? 0};`;
}

function toJsonEscape(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}

function cut(text: string, longest: number): string {
  const characters = Array.from(text);
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`;
}

function seal(text: string): Redacted {
  if (!isRedacted(text)) throw new TypeError('A report is text.');
  return text;
}

/** The one place where `Redacted` is made; only the seals above call it. */
function isRedacted(text: string): text is Redacted {
  return typeof text === 'string';
}

const opening = /^(?:(?:--[^\n]*)?\n)*(\\restrict ([A-Za-z0-9]+))\n/;

/**
 * pg_dump puts `\restrict KEY` before everything and `\unrestrict KEY` after it: between them psql
 * obeys no other command of its own. Only such a pair is accepted; blanks stand in for it, so that
 * every place stays as it is.
 */
export function withoutDumpFrame(text: string): string {
  const [before = '', command = '', key = ''] = opening.exec(text) ?? [];
  const closing = `\\unrestrict ${key}`;
  const end = text.trimEnd();
  if (command === '' || !end.endsWith(`\n${closing}`)) return text;
  const start = before.length - command.length - 1;
  return [
    text.slice(0, start),
    ' '.repeat(command.length),
    text.slice(start + command.length, end.length - closing.length),
    ' '.repeat(closing.length),
    text.slice(end.length),
  ].join('');
}

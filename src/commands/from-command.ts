import { SluiceError } from '../errors.ts';

/**
 * The words of a command. Quotes hold words together; nothing else of a shell is known, so that a
 * name with a semicolon in it stays a name.
 */
export function wordsOfCommand(command: string): readonly string[] {
  const words = command.match(/(?:[^\s'"]|'[^']*'|"[^"]*")+/g) ?? [];
  const isOpen = command.replaceAll(/'[^']*'|"[^"]*"/g, '').search(/['"]/) >= 0;
  if (words.length === 0 || isOpen)
    throw new SluiceError(
      'input/usage',
      'The command of --from-command is empty, or a quote in it is not closed. Nothing was run. Write a program and its arguments, such as --from-command "alembic upgrade 1:2 --sql".',
    );
  return words.map((word) => word.replaceAll(/'([^']*)'|"([^"]*)"/g, '$1$2'));
}

/** The one path in whose place the output is read. */
export function renderedPath(positionals: readonly string[], layout: string | undefined): string {
  const [path, ...others] = positionals;
  if (path !== undefined && others.length === 0 && layout === undefined) return path;
  throw new SluiceError(
    'input/usage',
    '--from-command renders one file and no layout. Nothing was run, because nobody could tell which file the output stands for. Give exactly one path, and leave --layout out.',
  );
}

import { parseArgs } from 'node:util';
import { nearest } from '../config/nearest.ts';
import { SluiceError } from '../errors.ts';
import type { Arguments, Command } from './command.ts';

/** Reads what follows the command's name. Throws SluiceError input/usage. */
export function readArguments(command: Command, words: readonly string[]): Arguments {
  refusePasswords(words);
  const { positionals, tokens } = parseArgs({
    args: [...words],
    options: parserOptions(command),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const options = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    options.set(token.name, readOption(command, token));
  }
  checkRequired(command, options);
  checkPositionals(command, positionals.length);
  return { positionals, options };
}

function parserOptions(command: Command) {
  return Object.fromEntries(
    Object.entries(command.options).map(([name, { value }]) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  );
}

function readOption(
  command: Command,
  token: { readonly name: string; readonly rawName: string; readonly value?: string | undefined },
): string {
  const definition = command.options[token.name];
  if (definition === undefined || !Object.hasOwn(command.options, token.name))
    throw unknownOption(command, token.rawName, token.name);
  if (definition.value === undefined) return 'true';
  if (token.value === undefined || token.value === '')
    throw usage(command, `The option ${token.rawName} needs a value (${definition.value}).`);
  if (definition.choices === undefined || isAmong(definition.choices, token.value))
    return token.value;
  throw usage(command, `The option ${token.rawName} takes ${definition.choices.join(', ')}.`);
}

function isAmong(choices: readonly string[], value: string): boolean {
  const general = value.replace(/^([a-z]+:)[A-Za-z_][A-Za-z0-9_]*$/, '$1NAME');
  return choices.includes(general);
}

function unknownOption(command: Command, rawName: string, name: string): SluiceError {
  const guess = nearest(name, Object.keys(command.options));
  const hint = guess === undefined ? '' : ` Did you mean --${guess}?`;
  return usage(command, `There is no option ${JSON.stringify(rawName)}.${hint}`);
}

function checkRequired(command: Command, options: ReadonlyMap<string, string>): void {
  const missing = Object.entries(command.options).filter(
    ([name, { required }]) => required === true && !options.has(name),
  );
  if (missing.length === 0) return;
  throw usage(command, `Missing: ${missing.map(([name]) => `--${name}`).join(', ')}.`);
}

function checkPositionals(command: Command, count: number): void {
  const { least, most } = command.positionals;
  if (count < least) throw usage(command, 'Something to work on is missing.');
  if (count > most) throw usage(command, 'There are more words than it takes.');
}

function usage(command: Command, what: string): SluiceError {
  return new SluiceError(
    'input/usage',
    `${what} Nothing was done. Usage: sluice ${command.name} ${command.usage}. See sluice ${command.name} --help.`,
  );
}

/** Arguments are visible to every user of the machine and end in shell histories. */
function refusePasswords(words: readonly string[]): void {
  if (!words.some((word) => /[a-z][a-z0-9+.-]*:\/\/[^/\s]*@/i.test(word))) return;
  throw new SluiceError(
    'input/usage',
    'A URL with a credential stands in the arguments, where other users of the machine and the shell history can read it. Nothing was done. Put the URL into an environment variable, name that variable in the policy, and pass the name of the target.',
  );
}

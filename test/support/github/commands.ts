/** How the runner reads what a step prints and the files that a step writes. */

export type Command = {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
  /** `::name::`, only at the start of a line, or `##[name]`, anywhere in it. */
  readonly grammar: 'colons' | 'brackets';
};

export type Annotation = {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title?: string;
  readonly file?: string;
  readonly line?: string;
};

const registered = new Set([
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'internal-set-repo-path',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
]);

/** The command that a line is for the runner, if it is one. `token` is what ends stop-commands. */
export function parseCommand(line: string, token?: string): Command | undefined {
  const isKnown = (name: string): boolean =>
    registered.has(name.toLowerCase()) || (token !== undefined && name === token);
  return parseColons(line, isKnown) ?? parseBrackets(line, isKnown);
}

type IsKnown = (name: string) => boolean;

function parseColons(line: string, isKnown: IsKnown): Command | undefined {
  const [, head, data = ''] = /^\s*::(.*?)::(.*)$/s.exec(line) ?? [];
  if (head === undefined) return undefined;
  return toCommand('colons', head, data, isKnown);
}

function parseBrackets(line: string, isKnown: IsKnown): Command | undefined {
  const [, head, data = ''] = /^.*?##\[(.*?)\](.*)$/s.exec(line) ?? [];
  if (head === undefined) return undefined;
  return toCommand('brackets', head, data, isKnown);
}

const grammars = {
  colons: {
    separator: ',',
    data: [],
    property: [
      ['%3A', ':'],
      ['%2C', ','],
    ],
  },
  brackets: {
    separator: ';',
    data: [
      ['%3B', ';'],
      ['%5D', ']'],
    ],
    property: [
      ['%3B', ';'],
      ['%5D', ']'],
    ],
  },
} as const;

function toCommand(
  grammar: Command['grammar'],
  head: string,
  data: string,
  isKnown: IsKnown,
): Command | undefined {
  const [name = '', ...rest] = head.split(' ');
  if (!isKnown(name)) return undefined;
  const { separator, ...escapes } = grammars[grammar];
  const pairs = rest
    .join(' ')
    .trim()
    .split(separator)
    .map((pair) => pair.split('='))
    .filter((pair) => pair.length > 1)
    .map(([key = '', ...value]) => [key, unescape(value.join('='), escapes.property)]);
  return {
    name: registered.has(name.toLowerCase()) ? name.toLowerCase() : name,
    properties: Object.fromEntries(pairs) as Record<string, string>,
    data: unescape(data, escapes.data),
    grammar,
  };
}

function unescape(text: string, more: readonly (readonly [string, string])[]): string {
  let plain = text.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
  for (const [from, to] of more) plain = plain.replaceAll(from, to);
  return plain.replaceAll('%25', '%');
}

/** Everything that a job has printed, as its log shows it, and what the runner did on its word. */
export class JobLog {
  readonly annotations: Annotation[] = [];
  readonly obeyed: Command[] = [];
  readonly #lines: string[] = [];
  readonly #masks = new Set<string>();
  #token: string | undefined;

  get text(): string {
    return this.#lines.join('\n');
  }

  /** From now on the value and each of its lines are shown as stars. */
  mask(value: string): void {
    for (const part of [value, ...value.split(/[\r\n]/)]) if (part !== '') this.#masks.add(part);
  }

  masked(text: string): string {
    const longestFirst = [...this.#masks].sort((one, other) => other.length - one.length);
    let shown = text;
    for (const value of longestFirst) shown = shown.replaceAll(value, '***');
    return shown;
  }

  /** Whether the text holds something that is masked. */
  isSecret(text: string): boolean {
    return this.masked(text) !== text;
  }

  /** The runner's own words, which are no commands. */
  say(text: string): void {
    for (const line of text.split('\n')) this.#lines.push(this.masked(line));
  }

  annotate(level: Annotation['level'], message: string): void {
    this.annotations.push({ level, message: this.masked(message) });
    this.say(`##[${level}]${message}`);
  }

  /** A step begins: what an earlier one stopped goes on. */
  resume(): void {
    this.#token = undefined;
  }

  /** Reads one line that a step printed, and does what it asks for. Throws when that is refused. */
  read(line: string, step: { readonly outputs: Map<string, string> }): void {
    const command = parseCommand(line, this.#token);
    if (command === undefined) {
      this.say(line);
      return;
    }
    if (command.name === 'stop-commands') {
      this.#stop(command, line);
      return;
    }
    if (this.#token !== undefined) {
      if (command.name === this.#token) this.#token = undefined;
      this.say(line);
      return;
    }
    this.obeyed.push(command);
    this.#obey(command, step);
  }

  #stop(command: Command, line: string): void {
    const { data } = command;
    if (data === '' || data === 'pause-logging' || registered.has(data.toLowerCase()))
      throw new Error('Invoking stop-commands with this token is disabled.');
    this.obeyed.push(command);
    this.#token = data;
    this.say(line);
    if (data.length > 6) this.mask(data);
  }

  #obey(command: Command, step: { readonly outputs: Map<string, string> }): void {
    const { name, properties, data } = command;
    switch (name) {
      case 'add-mask':
        this.mask(data);
        return;
      case 'set-output':
        step.outputs.set(properties['name'] ?? '', data);
        return;
      case 'set-env':
      case 'add-path':
        throw new Error(`The command ${name} is disabled.`);
      case 'error':
      case 'warning':
      case 'notice':
        this.annotations.push({
          level: name,
          message: this.masked(data),
          ...pick(properties, ['title', 'file', 'line']),
        });
        this.say(`##[${name}]${data}`);
        return;
      case 'group':
      case 'endgroup':
      case 'debug':
        this.say(`##[${name}]${data}`);
        return;
      default:
    }
  }
}

function pick(
  properties: Readonly<Record<string, string>>,
  names: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = properties[name];
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  );
}

/** `name=value` lines and heredocs, as GITHUB_OUTPUT and GITHUB_ENV hold them. */
export function parsePairs(text: string): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  const all = text.split(/\r?\n/);
  for (let at = 0; at < all.length; at += 1) {
    const line = all[at] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (heredoc >= 0 && (equals < 0 || heredoc < equals)) {
      const delimiter = line.slice(heredoc + 2);
      const end = all.indexOf(delimiter, at + 1);
      if (end < 0 || delimiter === '' || heredoc === 0)
        throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
      pairs.set(line.slice(0, heredoc), all.slice(at + 1, end).join('\n'));
      at = end;
    } else if (equals > 0) pairs.set(line.slice(0, equals), line.slice(equals + 1));
    else throw new Error(`Invalid format '${line}'`);
  }
  return pairs;
}

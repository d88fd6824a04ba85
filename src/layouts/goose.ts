import { looksOf, readDirectives, type DirectiveSyntax } from './directives.ts';
import { splitPath, type Layout, type Part, type Reading } from './layout.ts';
import { linesOf, partOf, type Line } from './lines.ts';

/** github.com/pressly/goose, as its SQL parser reads a file line by line. */
export const goose: Layout = {
  name: 'goose',
  tool: 'goose',
  files: '`N_name.sql`',
  unit: 'what follows `-- +goose Up`, up to `-- +goose Down`',
  order: 'the number',
  refuses:
    'equal numbers; a number below one of the target branch; `ENVSUB ON`; a statement that goose would cut at a semicolon; directives inside quoted texts or comments',
  transaction: 'per-file',
  outside: 'Begin the file with -- +goose NO TRANSACTION, and let it hold that statement alone',
  late: 'goose refuses to run while an older file is missing: every deployment would stop. Give it a number above that.',
  signs: [{ weight: 2, in: 'text', pattern: /^--[ \t]*\+goose Up\b/im }],
  roleOf: (path) => {
    const { directory, name } = splitPath(path);
    const version = /^0*([1-9]\d*)_[^/]*\.sql$/.exec(name)?.[1];
    if (version !== undefined) return { kind: 'runs', version, group: directory };
    return { kind: 'unexpected', reason: 'It is not named N_name.sql with a number above 0.' };
  },
  read: ({ text }) => readGoose(linesOf(text), 'up'),
  down: { pathOf: (path) => path, read: (text) => readDown(linesOf(text)) },
};

const syntax: DirectiveSyntax = {
  tool: 'goose',
  looks: looksOf(/^[^\S\n]*--[^\n]*\+goose/gim),
  exact:
    /^--[ \t]*\+goose (Up|Down|StatementBegin|StatementEnd|NO TRANSACTION|ENVSUB(?:ST)? (?:ON|OFF))[ \t]*$/i,
};

type State = {
  readonly section: 'start' | 'up' | 'down';
  /** Between StatementBegin and StatementEnd. */
  readonly block: boolean;
  /** A statement has begun and not ended. */
  readonly pending: boolean;
  readonly transaction: 'per-file' | 'per-statement';
  readonly refusal: string | undefined;
};

const initial: State = {
  section: 'start',
  block: false,
  pending: false,
  transaction: 'per-file',
  refusal: undefined,
};

function readGoose(lines: readonly Line[], half: 'up' | 'down'): Reading {
  const directives = readDirectives(lines, syntax);
  if (directives.kind === 'refused') return directives;
  const words = new Map(
    directives.found.map(({ line, groups }) => [line, (groups[0] ?? '').toLowerCase()]),
  );
  const kept = new Set<Line>();
  let state = initial;
  for (const [index, line] of lines.entries()) {
    const word = words.get(line);
    state =
      word === undefined
        ? afterSql(state, line, lines[index + 1]?.open ?? false)
        : afterDirective(state, word, line.number);
    if (state.refusal !== undefined) return { kind: 'refused', reason: state.refusal };
    if (word === undefined && state.section === half) kept.add(line);
  }
  const unfinished = refusalAtEnd(state);
  if (unfinished !== undefined) return { kind: 'refused', reason: unfinished };
  return { kind: 'parts', parts: [partOf(lines, (line) => kept.has(line), state.transaction)] };
}

function readDown(lines: readonly Line[]): readonly Part[] {
  const reading = readGoose(lines, 'down');
  return reading.kind === 'parts' ? reading.parts : [];
}

function afterDirective(state: State, word: string, number: number): State {
  switch (word) {
    case 'up':
      return state.section === 'start' ? { ...state, section: 'up' } : misplaced(state, number);
    case 'down':
      return afterDown(state, number);
    case 'statementbegin':
    case 'statementend':
      return afterBlock(state, word === 'statementbegin', number);
    case 'no transaction':
      return { ...state, transaction: 'per-statement' };
    default:
      return word.endsWith(' off') ? state : { ...state, refusal: substitution };
  }
}

function afterDown(state: State, number: number): State {
  if (state.section !== 'up' || state.block) return misplaced(state, number);
  return { ...state, section: 'down', pending: false, refusal: refuseUnfinished(state) };
}

function afterBlock(state: State, begins: boolean, number: number): State {
  if (state.section === 'start' || state.block === begins) return misplaced(state, number);
  return { ...state, block: begins, pending: begins && state.pending };
}

const substitution =
  'It asks goose to replace environment variables (ENVSUB ON): what runs is decided where it runs. Write the values themselves.';

function misplaced(state: State, number: number): State {
  const refusal = `goose stops at the directive on line ${number}, which stands in the wrong place: nothing of the file would run. Put one -- +goose Up first, and close every StatementBegin.`;
  return { ...state, refusal };
}

function afterSql(state: State, line: Line, opensNext: boolean): State {
  const text = line.text.trim();
  const ignored = text === '' || text.startsWith('--');
  switch (state.section) {
    case 'start':
      return ignored && !line.open ? state : { ...state, refusal: before };
    case 'down':
      return state;
    case 'up':
      return state.block || (ignored && !state.pending)
        ? state
        : afterStatementLine(state, line, opensNext);
  }
}

const before =
  'Something stands before -- +goose Up, where goose takes only comments that begin with --: nothing of the file would run. Move it below.';

function afterStatementLine(state: State, line: Line, opensNext: boolean): State {
  if (!endsStatement(line.text)) return { ...state, pending: true };
  if (!opensNext) return { ...state, pending: false };
  const refusal = `goose ends a statement at every line that ends with a semicolon, and line ${line.number} is in the middle of a quoted text or a comment: it would be cut there. Enclose the statement in -- +goose StatementBegin and -- +goose StatementEnd.`;
  return { ...state, refusal };
}

/** The last word before a word that begins with two dashes ends with a semicolon. */
function endsStatement(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const comment = words.findIndex((word) => word.startsWith('--'));
  return (comment === -1 ? words : words.slice(0, comment)).at(-1)?.endsWith(';') === true;
}

function refusalAtEnd(state: State): string | undefined {
  if (state.section === 'start')
    return 'It has no -- +goose Up, without which goose runs nothing of it. Put it on the first line.';
  if (state.block)
    return 'A -- +goose StatementBegin is never closed: goose would run nothing of the file. Add -- +goose StatementEnd.';
  return refuseUnfinished(state);
}

function refuseUnfinished({ pending }: State): string | undefined {
  return pending
    ? 'Its last statement does not end with a semicolon at the end of a line: goose would run nothing of the file. Add it.'
    : undefined;
}

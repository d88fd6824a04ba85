import { codeFirstReason } from './code-first.ts';
import { readWrapper } from './knex-wrapper.ts';
import { splitPath, type Layout, type LayoutRefusal, type Reading } from './layout.ts';
import type { RunnerTree, RunningFile, Simulation, SourceText } from './layout.ts';
import { linesOf, partOf } from './lines.ts';
import { compareText } from './order.ts';

/** Knex where each program does nothing but run the SQL file of its name. */
export const knex: Layout = {
  name: 'knex',
  tool: 'Knex',
  files:
    '`<14 digits>_name.sql` or `.up.sql`, run by the program `<14 digits>_name.js` (`.cjs`, `.mjs`, `.ts`) beside it, which does nothing else: `exports.up = (knex) => knex.raw(readFileSync(join(__dirname, "NAME"), "utf8"))`; `.down.sql` undoes',
  unit: 'the SQL file',
  order: 'the names as texts',
  refuses:
    'a program that does anything else; SQL without its program; question marks, which Knex replaces',
  transaction: 'per-file',
  outside:
    'Write exports.config = { transaction: false } into its program, and let the file hold that statement alone',
  compare: compareText,
  down: { pathOf: (path) => path.replace(/(?:\.up)?\.sql$/, '.down.sql') },
  roleOf: (path) => {
    const { directory, name } = splitPath(path);
    const [, stem, version, ending] =
      /^((\d{14})_[^/]*?)\.((?:up|down)\.sql|sql|[cm]?js|ts)$/.exec(name) ?? [];
    if (stem === undefined || version === undefined)
      return { kind: 'unexpected', reason: 'It is not named <14 digits>_name.' };
    if (ending === 'down.sql') return { kind: 'reverts' };
    if (ending?.endsWith('sql') === true)
      return { kind: 'runs', version, group: directory, rank: `${directory}${stem}` };
    return { kind: 'supports' };
  },
  companionsOf: (path) => programsOf(path),
  simulate,
  read,
};

function programsOf(path: string): readonly string[] {
  const stem = path.replace(/(?:\.up)?\.sql$/, '');
  return ['js', 'cjs', 'mjs', 'ts'].map((ending) => `${stem}.${ending}`);
}

function simulate({ running, supports, textOf }: RunnerTree): Simulation {
  const known = new Set(running.flatMap(({ path }) => programsOf(path)));
  const programs = supports.filter((path) => !known.has(path));
  return {
    order: running,
    refused: [
      ...programs.map((path) => ({ path, reason: codeFirstReason(path) ?? '' })),
      ...running.flatMap((file) => refuseProgram(file, textOf)),
    ],
  };
}

/** Exactly one program, and it does nothing but run the file. */
function refuseProgram(file: RunningFile, textOf: RunnerTree['textOf']): readonly LayoutRefusal[] {
  const programs = programsOf(file.path).filter((path) => textOf(path) !== undefined);
  const [program, ...others] = programs;
  if (program === undefined)
    return [{ path: file.path, reason: 'No program of its name runs it: Knex would never do so.' }];
  const wrapper = readWrapper(textOf(program) ?? '');
  if (others.length === 0 && wrapper?.file === splitPath(file.path).name) return [];
  const reason = `Not analyzed: it does more, or something else, than run ${splitPath(file.path).name}, as far as Sluice can tell. docs/layouts.md has the one form that is read.`;
  return programs.map((path) => ({ path, reason }));
}

function read({ path, text, textOf }: SourceText): Reading {
  if (text.includes('?'))
    return {
      kind: 'refused',
      reason:
        'It holds a question mark, which Knex replaces by a parameter wherever it stands: something else than this text would run. Write it without, such as jsonb_exists() for the operator.',
    };
  const wrapper = programsOf(path)
    .map((program) => readWrapper(textOf(program) ?? ''))
    .find((found) => found !== undefined);
  const transaction = wrapper?.transaction === false ? 'per-message' : 'per-file';
  return { kind: 'parts', parts: [partOf(linesOf(text), () => true, transaction)] };
}

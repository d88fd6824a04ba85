import { SluiceError } from '../../errors.ts';

/** What the input `command` chooses from. */
export const actionCommands = [
  'check',
  'facts',
  'find-facts',
  'snapshot',
  'find-snapshot',
  'rehearse',
  'gate',
  'apply',
] as const;
export type ActionCommandName = (typeof actionCommands)[number];

const live = ['rehearse', 'gate', 'apply'] as const;
const asking = ['facts', 'find-facts', 'snapshot', 'find-snapshot', ...live] as const;

/** Every input of action.yml, in its order, and the commands that read it. */
export const inputs: Readonly<Record<string, readonly ActionCommandName[]>> = {
  command: actionCommands,
  paths: ['check'],
  policy: ['check'],
  'fail-on': ['check'],
  token: asking,
  'team-token': ['gate', 'apply'],
  'account-id': ['gate', 'apply'],
  target: ['facts', 'rehearse', 'apply'],
  facts: ['check', 'facts', ...live],
  'facts-run': live,
  database: ['snapshot'],
  snapshot: ['snapshot', 'rehearse'],
  'snapshot-run': ['rehearse'],
  evidence: live,
  'evidence-digest': ['gate', 'apply'],
  'ephemeral-runner': ['rehearse'],
  'row-images': ['rehearse'],
  report: actionCommands,
};

export type GivenInputs = {
  readonly command: ActionCommandName;
  /** The inputs that were given, by name. */
  readonly inputs: ReadonlyMap<string, string>;
};

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The inputs as the runner passes them; an empty one is absent. Throws SluiceError input/usage for an
 * unknown command, and for an input that its command would not look at.
 */
export function readInputs(environment: Environment): GivenInputs {
  const given = Object.keys(inputs).flatMap((name) => {
    const text = environment[`INPUT_${name.toUpperCase()}`]?.trim();
    return text === undefined || text === '' ? [] : [[name, text] as const];
  });
  const command = readCommand(new Map(given).get('command'));
  const own = given.filter(([name]) => inputs[name]?.includes(command) === true);
  const ignored = given.find(([name]) => name !== 'token' && !own.some(([mine]) => mine === name));
  if (ignored !== undefined)
    throw new SluiceError(
      'input/usage',
      `The input ${ignored[0]} is given, but the command ${command} does not look at it, so it would not do what it seems to do. Nothing is allowed. Remove it, or choose the command that docs/inputs.md names for it.`,
    );
  return { command, inputs: new Map(own) };
}

function readCommand(text: string | undefined): ActionCommandName {
  const command = actionCommands.find((name) => name === text);
  if (command !== undefined) return command;
  throw new SluiceError(
    'input/usage',
    `The input command has to be one of ${actionCommands.join(', ')}, so that nobody runs SQL by mistake. Nothing is allowed. Name one in the workflow.`,
  );
}

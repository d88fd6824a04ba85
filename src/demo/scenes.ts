import type { ExitCode } from '../commands/command.ts';
import type { Stage } from './stage.ts';

/** One step of the demo: what happened, and the command line that Sluice then runs. */
export type Scene = {
  readonly title: string;
  readonly story: readonly string[];
  /** What must have happened before is done here, such as the merge. */
  readonly words: () => Promise<readonly string[]>;
  readonly exits: ExitCode;
};

/** An agent's pull request from its opening to its record. */
export function scenesOf({ built }: Stage, shadow: string): readonly Scene[] {
  const repo = built.directory;
  const recorded = (name: string): string => built.pullRequestPaths.get(name) ?? '';
  const review = (name: string) => async (): Promise<readonly string[]> =>
    `review --base ${built.base} --head ${built.head} --shadow ${shadow}`
      .split(' ')
      .concat('--repo', repo, '--pull-request', recorded(name));
  let merged: string | undefined;
  const apply = (target: string) => async (): Promise<readonly string[]> => {
    merged ??= await built.mergePullRequest('squash');
    return `apply --commit ${merged} --target ${target} --shadow ${shadow}`
      .split(' ')
      .concat('--repo', repo, '--pull-request', recorded('pull-request-merged.json'));
  };
  const verify = async (): Promise<readonly string[]> =>
    'audit verify --target billing/production --repo'.split(' ').concat(repo);
  return [
    { ...opened, words: review('pull-request.json') },
    { ...approved, words: review('pull-request-approved.json') },
    { ...mergedToStaging, words: apply('billing/staging') },
    { ...mergedToProduction, words: apply('billing/production') },
    { ...runAgain, words: apply('billing/production') },
    { ...audited, words: verify },
  ];
}

type Plot = Omit<Scene, 'words'>;

const opened: Plot = {
  title: 'An agent opens a pull request',
  story: [
    'Carol asked a coding agent to clean up. Its pull request fixes some orders and drops a column.',
    'Sluice parses the SQL, scores it, rehearses it on a masked copy of production, and blocks the',
    'gate. Carol has approved, but she asked for the change: somebody else must.',
  ],
  exits: 1,
};

const approved: Plot = {
  title: 'The code owner approves',
  story: ['Dana owns db/. She reads the report and approves this very commit. The gate opens.'],
  exits: 0,
};

const mergedToStaging: Plot = {
  title: 'The pull request is merged: staging first',
  story: [
    'Everything is evaluated again at the merged commit and rehearsed once more. In the applying',
    'transaction Sluice compares what happens with what the rehearsal showed, before it commits.',
  ],
  exits: 0,
};

const mergedToProduction: Plot = {
  title: 'Then production',
  story: ['The same bytes, now that staging holds them.'],
  exits: 0,
};

const runAgain: Plot = {
  title: 'The job runs again',
  story: ['Somebody presses “Re-run”. Nothing runs twice.'],
  exits: 0,
};

const audited: Plot = {
  title: 'A year later, an auditor asks',
  story: ['Who touched what, when and why, and did anybody change the record since?'],
  exits: 0,
};

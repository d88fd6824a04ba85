import type { Command, OptionDefinition } from './command.ts';

const output: OptionDefinition = {
  value: 'FILE',
  describes: 'Write the result there instead of to standard output.',
};
const format: OptionDefinition = {
  value: 'FORMAT',
  describes: 'How the result is written.',
  choices: ['text', 'json'],
};
const repo: OptionDefinition = { value: 'DIR', describes: 'The git repository.', required: true };
const pullRequest: OptionDefinition = {
  value: 'FILE',
  describes: 'The recorded pull request (schemas/pull-request.json).',
  required: true,
};
const shadow: OptionDefinition = {
  value: 'NAME',
  describes: 'Where to rehearse.',
  choices: ['auto', 'none', 'local-binaries', 'npm-binaries', 'dsn:NAME'],
};

const pg: OptionDefinition = {
  value: 'MAJOR',
  describes: 'Major version of PostgreSQL that will run it.',
  choices: ['14', '15', '16', '17', '18', '19', '20'],
};

const facts: OptionDefinition = {
  value: 'FILE',
  describes:
    'What is known of the targets (sluice facts); a directory holds one file for each database.',
};

const commit: OptionDefinition = {
  value: 'SHA',
  describes: 'The merged commit.',
  required: true,
};
const target: OptionDefinition = {
  value: 'NAME',
  describes: 'A target of the policy: DATABASE/TARGET, or TARGET when it is the only one.',
  required: true,
};

/** Of the commands for targets that another tool applies to. */
const externalOptions: Command['options'] = {
  commit,
  target,
  repo: { value: 'DIR', describes: 'The git repository; the current directory by default.' },
  'pull-request': {
    value: 'FILE',
    describes:
      'The recorded pull request; without it GitHub is asked (GITHUB_TOKEN, GITHUB_REPOSITORY, GITHUB_API_URL).',
  },
  evidence: {
    value: 'FILE',
    describes:
      'What a job before rehearsed; you vouch for the file. Without it, it is rehearsed here.',
  },
  shadow: { ...shadow, choices: ['auto', 'local-binaries', 'npm-binaries', 'dsn:NAME'] },
  format,
  output,
};

/** Every command, in the order in which a newcomer meets them. */
export const commands: readonly Command[] = [
  {
    name: 'demo',
    summary: 'Play an example change through all five steps on a real PostgreSQL.',
    usage: '[--shadow NAME]',
    positionals: { least: 0, most: 0 },
    options: {
      shadow: { ...shadow, choices: ['auto', 'local-binaries', 'npm-binaries', 'dsn:NAME'] },
    },
    examples: ['sluice demo'],
    load: async () => (await import('./demo.ts')).demo,
  },
  {
    name: 'check',
    summary: 'Read SQL files and say what they would do and how risky that is. Runs none of it.',
    usage: 'PATH… [OPTIONS]',
    positionals: { least: 1, most: 10_000 },
    options: {
      pg,
      policy: { value: 'FILE', describes: 'Apply this policy’s own rules as well.' },
      facts,
      layout: {
        value: 'NAME',
        describes: 'Read only what this tool would run (docs/layouts.md); `auto` finds the tool.',
      },
      'from-command': {
        value: 'COMMAND',
        describes:
          'Run this command, without a shell and without your environment, and read what it writes in place of the file.',
      },
      'fail-on': {
        value: 'LEVEL',
        describes: 'Deny from this level on.',
        choices: ['low', 'medium', 'high', 'critical'],
      },
      format: { ...format, choices: ['text', 'json', 'sarif', 'github'] },
      output,
    },
    examples: [
      'sluice check db/migrations',
      'sluice check db/migrations --format sarif --output sluice.sarif',
      'sluice check db/migrations/0042_drop_users.sql --format json',
      'sluice check db --fail-on high --policy .sluice/policy.yml',
      'sluice check db/migrations --layout goose',
      'sluice check db/migrations --facts facts.json',
      'sluice check alembic/versions/42_notes.py --from-command "alembic upgrade 41:42 --sql"',
    ],
    load: async () => (await import('./check.ts')).check,
  },
  {
    name: 'facts',
    summary: 'Write what is known of a target without one value of its data, for check and review.',
    usage: '--from NAME [OPTIONS]',
    positionals: { least: 0, most: 0 },
    options: {
      from: {
        value: 'NAME',
        describes:
          'A target of the policy (DATABASE/TARGET, or TARGET when it is the only one), or env:VARIABLE that holds a URL.',
        required: true,
      },
      database: {
        value: 'NAME',
        describes: 'With env:VARIABLE: the governed database that the facts are of.',
      },
      repo: { value: 'DIR', describes: 'The git repository; the current directory by default.' },
      output,
    },
    examples: [
      'sluice facts --from billing/production --output facts.json',
      'sluice facts --from env:REPLICA_URL --database billing',
    ],
    load: async () => (await import('./facts.ts')).facts,
  },
  {
    name: 'review',
    summary: 'Review a pull request: read it, rehearse it, and say who must approve.',
    usage: '--repo DIR --base REF --head REF --pull-request FILE [OPTIONS]',
    positionals: { least: 0, most: 0 },
    options: {
      repo,
      base: { value: 'REF', describes: 'Tip of the target branch.', required: true },
      head: { value: 'REF', describes: 'Tip of the pull request.', required: true },
      'pull-request': pullRequest,
      facts,
      shadow,
      format: { ...format, choices: ['text', 'json', 'markdown'] },
      output,
    },
    examples: [
      'sluice review --repo . --base origin/main --head HEAD --pull-request pull-request.json',
      'sluice review --repo . --base main --head fix --pull-request pr.json --format markdown',
    ],
    load: async () => (await import('./review.ts')).review,
  },
  {
    name: 'rehearse',
    summary:
      'Run a change on a disposable shadow and say what every statement did. Decides nothing.',
    usage: '--repo DIR --base REF --head REF [OPTIONS]',
    positionals: { least: 0, most: 0 },
    options: {
      repo,
      base: { value: 'REF', describes: 'Tip of the target branch.', required: true },
      head: { value: 'REF', describes: 'Tip of the change.', required: true },
      facts,
      pg,
      shadow: { ...shadow, choices: ['auto', 'local-binaries', 'npm-binaries', 'dsn:NAME'] },
      format,
      output,
    },
    examples: ['sluice rehearse --repo . --base origin/main --head HEAD --format json'],
    load: async () => (await import('./rehearse.ts')).rehearse,
  },
  {
    name: 'apply',
    summary: 'Apply exactly what was approved to one target, once, with a record.',
    usage: '--repo DIR --commit SHA --target NAME --pull-request FILE [OPTIONS]',
    positionals: { least: 0, most: 0 },
    options: {
      repo,
      commit,
      target,
      'pull-request': pullRequest,
      shadow: { ...shadow, choices: ['auto', 'local-binaries', 'npm-binaries', 'dsn:NAME'] },
      format,
      output,
    },
    examples: [
      'sluice apply --repo . --commit HEAD --target billing/production --pull-request pr.json',
    ],
    load: async () => (await import('./apply.ts')).apply,
  },
  {
    name: 'clear',
    summary: 'Say which merged files another tool may apply to a target now. Applies nothing.',
    usage: '--commit SHA --target NAME [--pull-request FILE] [OPTIONS]',
    positionals: { least: 0, most: 0 },
    options: externalOptions,
    examples: [
      'sluice clear --commit HEAD --target billing/production --pull-request pr.json',
      'sluice clear --commit HEAD --target production --evidence evidence.json --format json',
    ],
    load: async () => (await import('./clear.ts')).clear,
  },
  {
    name: 'record',
    summary: 'Record that another tool applied what was cleared, with what that does not prove.',
    usage: '--commit SHA --target NAME [--pull-request FILE] [OPTIONS]',
    positionals: { least: 0, most: 0 },
    options: externalOptions,
    examples: ['sluice record --commit HEAD --target billing/production --pull-request pr.json'],
    load: async () => (await import('./record.ts')).record,
  },
  {
    name: 'owners',
    summary: 'Say who owns a path, by which line of CODEOWNERS.',
    usage: 'PATH… --codeowners FILE',
    positionals: { least: 1, most: 10_000 },
    options: {
      codeowners: { value: 'FILE', describes: 'The CODEOWNERS file.', required: true },
      format,
      output,
    },
    examples: ['sluice owners db/migrations/0042.sql --codeowners .github/CODEOWNERS'],
    load: async () => (await import('./owners.ts')).owners,
  },
  {
    name: 'audit verify',
    summary: 'Verify that nobody changed the record of a target.',
    usage: '--target NAME [--repo DIR] [OPTIONS]',
    positionals: { least: 0, most: 0 },
    options: {
      target: { value: 'NAME', describes: 'A target of the policy.', required: true },
      repo: { value: 'DIR', describes: 'The git repository; the current directory by default.' },
      format,
      output,
    },
    examples: ['sluice audit verify --target billing/production'],
    load: async () => (await import('./audit-verify.ts')).auditVerify,
  },
  {
    name: 'explain',
    summary: 'Explain a rule or an error code: what, why, and what to do instead.',
    usage: 'RULE',
    positionals: { least: 1, most: 1 },
    options: { format, output },
    examples: ['sluice explain drop-column', 'sluice explain input/policy'],
    load: async () => (await import('./explain.ts')).explain,
  },
];

import type { Command, OptionDefinition } from './command.ts';

export const output: OptionDefinition = {
  value: 'FILE',
  describes: 'Write the result there instead of to standard output.',
};
export const format: OptionDefinition = {
  value: 'FORMAT',
  describes: 'How the result is written.',
  choices: ['text', 'json'],
};
export const repo: OptionDefinition = {
  value: 'DIR',
  describes: 'The git repository.',
  required: true,
};
export const pullRequest: OptionDefinition = {
  value: 'FILE',
  describes: 'The recorded pull request (schemas/pull-request.json).',
  required: true,
};
export const shadow: OptionDefinition = {
  value: 'NAME',
  describes: 'Where to rehearse.',
  choices: ['auto', 'none', 'local-binaries', 'npm-binaries', 'dsn:NAME'],
};

export const baseline: OptionDefinition = {
  value: 'FILE',
  describes:
    'A dump of the schema (pg_dump --schema-only) to begin with, in place of the base’s migrations.',
};

export const snapshot: OptionDefinition = {
  value: 'FILE',
  describes: 'Masked rows (sluice snapshot) to rehearse on, in place of a source of the masking.',
};
export const keep: OptionDefinition = {
  describes: 'Keep the shadow for a day, and say how to connect to it and how to remove it.',
};

export const rowImages: OptionDefinition = {
  describes:
    'Tell exactly which rows change, decoded from the log of a shadow on a server of its own; values of personal columns stay hidden.',
};

export const pg: OptionDefinition = {
  value: 'MAJOR',
  describes: 'Major version of PostgreSQL that will run it.',
  choices: ['14', '15', '16', '17', '18', '19', '20'],
};

export const facts: OptionDefinition = {
  value: 'FILE',
  describes:
    'What is known of the targets (sluice facts); a directory holds one file for each database.',
};

export const commit: OptionDefinition = {
  value: 'SHA',
  describes: 'The merged commit.',
  required: true,
};
export const target: OptionDefinition = {
  value: 'NAME',
  describes: 'A target of the policy: DATABASE/TARGET, or TARGET when it is the only one.',
  required: true,
};

/** Of the commands for targets that another tool applies to. */
export const externalOptions: Command['options'] = {
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
  facts,
  shadow: { ...shadow, choices: ['auto', 'local-binaries', 'npm-binaries', 'dsn:NAME'] },
  format,
  output,
};

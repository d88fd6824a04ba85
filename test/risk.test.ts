import { expect, test } from 'vitest';
import { axes, type Axis } from '../src/domain/assessment.ts';
import { levels } from '../src/domain/finding.ts';
import {
  defaultRisk,
  pointsOfLevel,
  sharesOfLoss,
  sizeSteps,
  supplements,
} from '../src/risk/scale.data.ts';
import { bytesInWords } from '../src/risk/size.ts';
import { rules } from '../src/rules/index.ts';

const words: Readonly<Record<Axis, string>> = {
  'data-loss': 'rows, values or objects are gone',
  reach: 'how much is touched: rows, bytes, what follows by CASCADE',
  sensitivity: 'personal data and secrets',
  lock: 'who has to wait, and how long, for a lock, a scan or a rewrite',
  reversibility: 'what cannot be taken back',
  privilege: 'who may do what afterwards',
  concealment: 'what a reader is kept from seeing',
  unknown: 'what nobody can tell; never low',
  compatibility: 'what somebody else relies on',
  design: 'taste today, hard to change later',
  environment: 'where it runs',
  actor: 'who made it',
};

test('docs/risk.md says how the score is made', async () => {
  await expect(render()).toMatchFileSnapshot('../docs/risk.md');
});

function render(): string {
  const { smallTable, levels: from } = defaultRisk;
  return [
    '# How the score is made\n',
    'The score is the sum of its reasons, 100 at most. Each reason has an axis, its points, the rule that speaks and, where',
    'there is one, another way that weighs less. `sluice review` prints them all; the JSON has them in `assessment.reasons`.\n',
    '## Points of a finding\n',
    '| level | points | the level of the change from this score on |',
    '|---|---|---|',
    ...levels.map(
      (level) => `| ${level} | ${pointsOfLevel[level]} | ${level === 'low' ? 0 : from[level]} |`,
    ),
    '',
    'The level of a change is never below that of one of its findings, and at least medium where something is unknown.',
    'Text that cannot be read has 100 points.\n',
    '## Axes\n',
    '| axis | about | rules |',
    '|---|---|---|',
    ...axes.map((axis) => {
      const own = rules.filter((rule) => rule.axis === axis).map(({ id }) => id);
      return `| ${axis} | ${words[axis]} | ${own.map((id) => `[${id}](rules/${id}.md)`).join(', ')} |`;
    }),
    '',
    `Of the points of a loss ${sharesOfLoss.reversibility} % are about reversibility and ${sharesOfLoss.reach} % about reach.\n`,
    '## Size\n',
    'Points of *lock* and *reach* count by the size of the table: rows or bytes, whichever asks for more. Nobody knows the',
    'size where there are no facts, where they are old or say -1, or where the change itself makes it uncertain what a name',
    'means or how many rows there are: then everything counts, as of the largest table.\n',
    '| from rows | or bytes | counts |',
    '|---|---|---|',
    ...sizeSteps.map(
      ({ rows, bytes, percent }) => `| ${rows} | ${bytesInWords(bytes)} | ${percent} % |`,
    ),
    '| unknown | unknown | 100 % |\n',
    `Waiting for a table that facts prove to be below ${smallTable.rows} rows and ${bytesInWords(smallTable.bytes)} is low and adds nothing. Losses, privileges,`,
    'concealment and doubt keep their level on the smallest table.\n',
    '## On top, once each\n',
    '| what | points |',
    '|---|---|',
    `| CASCADE takes other relations along, or nobody knows whether it does | ${supplements.cascade} |`,
    `| columns that hold personal data or secrets by their names | ${supplements.personal} |`,
    `| a target whose name begins with \`prod\` | ${supplements.production} |`,
    `| an agent made the change | ${supplements.agent} |`,
    '',
    'Thresholds and suppressions stand in the policy: [security.md](security.md).',
    '',
  ].join('\n');
}

import { commentsOf } from '../sql/comments.ts';
import { marksOf } from '../sql/marks.ts';
import { defineRule } from './rule.ts';

/** Words at the start of a comment by which tools that check SQL are told to be silent. */
const suppressions = [
  /^[\w.]+[-:](?:ignore|disable|suppress|nolint|skip)(?:[-:](?:next|file|line|all|start|begin))*(?:-line)?(?![\w-])/i,
  /^(?:noqa|nolint|nosec|nosemgrep|nosonar)\b/i,
  /^(?:squawk|pgfence|migrationpilot|eugene|atlas|sqlfluff|sqlcheck|schemalint|sluice)\s*[:-]/i,
  /^(?:pgt|pgls|pg_lint|biome|eslint|sql-lint|strong_migrations|checkov|tfsec|trivy|gitleaks)[-:]\w*(?:ignore|disable|skip|allow|nolint|assured)/i,
  /^(?:safety[_ -]assured|lint:(?:ignore|disable|off)|pragma:\s*allowlist|codeql\s*\[|lgtm\s*\[)/i,
];

const mayHold =
  /ignore|disable|suppress|nolint|skip|noqa|no(?:sec|semgrep|sonar)|allow|assured|squawk|pgfence|migrationpilot|eugene|atlas|sqlfluff|sqlcheck|schemalint|sluice|lint:|codeql|lgtm/i;

export const suppressionComment = defineRule({
  id: 'suppression-comment',
  axis: 'concealment',
  title: 'A comment tells a checking tool to be silent',
  why: 'Whoever writes the change decides with it what nobody is told about the change.',
  instead: 'Leave the comment out; let whoever guards the policy allow an exception there.',
  invalid: [
    {
      sql: '-- squawk-ignore-file\nselect 1',
      level: 'medium',
      message: 'Tells a checking tool to be silent: squawk-ignore-file.',
    },
    {
      sql: 'select 1 -- noqa: disable=all',
      level: 'medium',
      message: 'Tells a checking tool to be silent: noqa: disable=all.',
    },
    {
      sql: '-- atlas:nolint destructive\nselect 1',
      level: 'medium',
      message: 'Tells a checking tool to be silent: atlas:nolint destructive.',
    },
    {
      sql: '/* eslint-disable-next-line */ select 1',
      level: 'medium',
      message: 'Tells a checking tool to be silent: eslint-disable-next-line.',
    },
    {
      sql: '-- pgfence-ignore: drop-table\nselect 1',
      level: 'medium',
      message: 'Tells a checking tool to be silent: pgfence-ignore: drop-table.',
    },
    {
      sql: '-- pgt-ignore lint/safety/banDropTable: it is empty\nselect 1',
      level: 'medium',
      message:
        'Tells a checking tool to be silent: pgt-ignore lint/safety/banDropTable: it is empty.',
    },
    {
      sql: '-- sluice:ignore drop-table\nselect 1',
      level: 'medium',
      message: 'Tells a checking tool to be silent: sluice:ignore drop-table.',
    },
    {
      sql: 'do $$ begin /* migrationpilot-disable-file */ perform 1; end $$',
      level: 'medium',
      message: 'Tells a checking tool to be silent: migrationpilot-disable-file.',
    },
  ],
  valid: [
    '-- We ignore rows without an address, and disable nothing.\nselect 1',
    "select '-- squawk-ignore-file'",
    '-- Disable the old flag: see the atlas of flags.\nselect 1',
  ],
  check: ({ scripts }) =>
    scripts
      .filter(({ source }) => mayHold.test(source.text))
      .flatMap((script) => {
        const comments = commentsOf(script.source.text)
          .map(({ index, text }) => ({ index, text: text.replace(/^[\s*!#-]+|[\s*]+$/g, '') }))
          .filter(({ text }) => suppressions.some((pattern) => pattern.test(text)));
        return marksOf(script, comments).map((effect) => ({
          effect,
          place: effect.place,
          level: 'medium',
          message: `Tells a checking tool to be silent: ${effect.text.split('\n', 1)[0] ?? ''}.`,
        }));
      }),
});

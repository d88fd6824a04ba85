import type { Level } from '../domain/finding.ts';
import { commentsOf } from '../sql/comments.ts';
import { marksOf } from '../sql/marks.ts';
import type { Stretch } from '../sql/marks.ts';
import { defineRule } from './rule.ts';

/** How each tool marks parts of a file in comments; what `undoes` marks, every other runner runs as well. */
const directives = [
  { tool: 'goose', mark: /^\+goose\s/i, undoes: /^\+goose\s+down\b/i },
  { tool: 'sql-migrate', mark: /^\+migrate\s/i, undoes: /^\+migrate\s+down\b/i },
  { tool: 'micrate', mark: /^\+micrate\s/i, undoes: /^\+micrate\s+down\b/i },
  { tool: 'dbmate', mark: /^migrate:(?:up|down)\b/i, undoes: /^migrate:down\b/i },
  { tool: 'rambler', mark: /^rambler\s+(?:up|down)\b/i, undoes: /^rambler\s+down\b/i },
  { tool: 'MyBatis', mark: /^\/\/\s*@undo\b/i, undoes: /^\/\/\s*@undo\b/i },
  {
    tool: 'Liquibase',
    mark: /^(?:liquibase\s+formatted|changeset\s+\S+:|rollback\s|preconditions?[\s-])/i,
    undoes: /^rollback\s/i,
  },
  { tool: 'node-pg-migrate', mark: /^(?:up|down)\s+migration\b/i, undoes: /^down\s+migration\b/i },
  { tool: 'Play', mark: /^-*\s*!(?:ups|downs)\b/i, undoes: /^-*\s*!downs\b/i },
  { tool: 'graphile-migrate', mark: /^!\s*(?:include|split|no-transaction)\b/i, undoes: undefined },
  { tool: 'Drizzle', mark: /^> ?statement-breakpoint\b/i, undoes: undefined },
  { tool: 'sqlx', mark: /^no-transaction\b/i, undoes: undefined },
  { tool: 'Atlas', mark: /^atlas:(?!nolint)\w+/i, undoes: undefined },
] as const;

const mayHold =
  /\+(?:goose|migrate|micrate)|migrate:|rambler|@undo|liquibase|changeset|rollback|precondition|migration|atlas:|! *(?:ups|downs|include|split)|no-transaction|statement-breakpoint/i;

export const runnerDirective = defineRule({
  id: 'runner-directive',
  axis: 'concealment',
  title: 'A comment steers a migration tool',
  why: 'Only that tool knows what the comment means: whatever else runs the file runs the part that undoes the change, too.',
  instead: 'Name the tool’s layout in the policy, or keep only what is to run in the file.',
  invalid: [
    {
      sql: '-- +goose Up\nselect 1;\n-- +goose Down\nselect 2',
      level: 'high',
      message: 'Holds a part that only goose knows not to run: +goose Down.',
    },
    {
      sql: '-- migrate:down\nselect 1',
      level: 'high',
      message: 'Holds a part that only dbmate knows not to run: migrate:down.',
    },
    {
      sql: '--liquibase formatted sql\n--changeset ada:1\nselect 1',
      level: 'medium',
      message: 'Is written for Liquibase: liquibase formatted sql.',
    },
    {
      sql: '--//@UNDO\nselect 1',
      level: 'high',
      message: 'Holds a part that only MyBatis knows not to run: //@UNDO.',
    },
    {
      sql: '-- +migrate StatementBegin\nselect 1',
      level: 'medium',
      message: 'Is written for sql-migrate: +migrate StatementBegin.',
    },
    {
      sql: '-- no-transaction\nselect 1',
      level: 'medium',
      message: 'Is written for sqlx: no-transaction.',
    },
  ],
  valid: [
    '-- The rollback of this migration: none is needed.\nselect 1',
    "select '-- +goose Down'",
    '-- goose migrations ran here before.\nselect 1',
  ],
  check: ({ scripts }) =>
    scripts
      .filter(({ source }) => mayHold.test(source.text))
      .flatMap((script) =>
        marksOf(script, directivesIn(script.source.text)).map((effect) => ({
          effect,
          place: effect.place,
          level: effect.level,
          message: effect.message,
        })),
      ),
});

type Directive = Stretch & { readonly level: Level; readonly message: string };

/** One a tool: the first that undoes, else the first. */
function directivesIn(text: string): readonly Directive[] {
  const comments = commentsOf(text).map((comment) => ({ ...comment, text: comment.text.trim() }));
  return directives
    .flatMap(({ tool, mark, undoes }): readonly Directive[] => {
      const undoing = comments.find((comment) => undoes?.test(comment.text));
      const first = undoing ?? comments.find((comment) => mark.test(comment.text));
      if (first === undefined) return [];
      const words = first.text.split('\n', 1)[0] ?? '';
      return undoing === undefined
        ? [{ ...first, level: 'medium', message: `Is written for ${tool}: ${words}.` }]
        : [
            {
              ...first,
              level: 'high',
              message: `Holds a part that only ${tool} knows not to run: ${words}.`,
            },
          ];
    })
    .toSorted((a, b) => a.index - b.index);
}

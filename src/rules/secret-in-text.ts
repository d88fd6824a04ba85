import type { Statement } from '../domain/statement.ts';
import { tokensOf } from '../sql/lexer.ts';
import { defineRule } from './rule.ts';

/** Statements that take a secret as a literal. */
const tags = new Set([
  'CreateRoleStmt',
  'AlterRoleStmt',
  'CreateUserMappingStmt',
  'AlterUserMappingStmt',
  'CreateForeignServerStmt',
  'AlterForeignServerStmt',
  'CreateSubscriptionStmt',
  'AlterSubscriptionStmt',
]);

/** Inside a literal: a connection string or a URL that carries a password. */
const connection = /\bpassword=[^\s'"]|[a-z]:\/\/[^\s/@']+:[^\s/@']+@/i;

export const secretInText = defineRule({
  id: 'secret-in-text',
  axis: 'sensitivity',
  title: 'A password stands in the change',
  why: 'Everybody who can read the repository or the server’s log knows it from then on, and history keeps it.',
  instead:
    'Set the password outside of the change, from where secrets are kept, and replace this one.',
  invalid: [
    {
      sql: "alter role app password 'hunter2'",
      level: 'high',
      message: 'Holds a password in plain text.',
    },
    {
      sql: "create role worker login encrypted password 'hunter2'",
      level: 'high',
      message: 'Holds a password in plain text.',
    },
    {
      sql: 'alter role app /* new */ password /* = */ $$hunter2$$',
      level: 'high',
      message: 'Holds a password in plain text.',
    },
  ],
  valid: ["select 'password ''hunter2'''", "comment on role app is 'has no password'"],
  check: ({ scripts }) =>
    scripts.flatMap(({ unitId, statements }) =>
      statements.flatMap((statement, index) =>
        holdsSecret(statement)
          ? [
              {
                effect: { unitId, statement: index, source: 'static' },
                level: 'high',
                message: 'Holds a password in plain text.',
              },
            ]
          : [],
      ),
    ),
});

function holdsSecret(statement: Statement): boolean {
  if (statement.kind === 'unparsed' || !tags.has(statement.tag)) return false;
  const words = [...tokensOf(statement.text)]
    .filter(({ kind }) => kind !== 'space' && kind !== 'comment')
    .map(({ start, end }) => statement.text.slice(start, end));
  return words.some(
    (word, index) =>
      connection.test(word) || (/^password$/i.test(word) && isSecret(words[index + 1] ?? '')),
  );
}

function isSecret(literal: string): boolean {
  return /^(?:[eEuU]&?)?['$]./.test(literal) && literal !== "''";
}

import { expect, test } from 'vitest';
import { locateTrees } from '../../test/fakes/layouts.ts';
import { codeFirstReason, isProgramMigration } from './code-first.ts';
import { layouts } from './index.ts';

/** Migrations that are no SQL, as their tools name them, and the command that renders them. */
const migrations: readonly (readonly [tool: string, path: string, command: string])[] = [
  ['Knex', 'db/migrations/20240101000000_users.js', 'log_statement = all'],
  ['Knex', 'db/migrations/20240101000000_users.mjs', 'log_statement = all'],
  ['Sequelize', 'db/migrations/20240101000000-users.js', 'log_statement = all'],
  ['Sequelize', 'db/migrations/20240101000000-users.cjs', 'log_statement = all'],
  ['TypeORM', 'db/migrations/1700000000000-Users.ts', 'log_statement = all'],
  ['node-pg-migrate', 'db/migrations/1700000000000_users.js', 'node-pg-migrate up --dry-run'],
  ['node-pg-migrate', 'db/migrations/1700000000000_users.mts', 'node-pg-migrate up --dry-run'],
  ['Drizzle', 'db/migrations/0001_users.ts', 'drizzle-kit generate --custom'],
  ['Rails', 'db/migrate/20240101000000_add_users.rb', 'rails db:migrate'],
  ['Alembic', 'db/versions/1975ea83b712_add_users.py', 'alembic upgrade BASE:HEAD --sql'],
  ['Django', 'db/migrations/0002_users.py', 'python manage.py sqlmigrate APP NAME'],
  ['Flyway', 'db/migration/V2__Users.java', 'flyway migrate -dryRunOutput=FILE'],
  ['Flyway', 'db/migration/V2__Users.kt', 'flyway migrate -dryRunOutput=FILE'],
  ['Flyway', 'db/migration/R__Totals.java', 'flyway migrate -dryRunOutput=FILE'],
  ['Liquibase', 'db/changelog/db.changelog-master.xml', 'liquibase update-sql'],
  ['Liquibase', 'db/changelog/db.changelog-1.0.yaml', 'liquibase update-sql'],
  ['Liquibase', 'db/changelog-1.yml', 'liquibase update-sql'],
  ['Liquibase', 'db/changelog-1.json', 'liquibase update-sql'],
  ['goose', 'db/migrations/00003_users.go', 'log_statement = all'],
  ['Laravel', 'db/migrations/2024_01_01_000000_users.php', 'php artisan migrate --pretend'],
  ['Doctrine', 'db/migrations/Version20240101000000.php', 'doctrine migrations:migrate --dry-run'],
  ['Entity Framework', 'db/Migrations/20240101000000_Users.cs', 'dotnet ef migrations script'],
  ['Ecto', 'db/migrations/20240101000000_users.exs', 'mix ecto.migrate --log-migrations-sql'],
];

test.each(migrations)('%s: %s is not analyzed, and %s renders it', (_tool, path, command) => {
  const reason = codeFirstReason(path);

  expect(reason).toMatch(/^Not analyzed: /);
  expect(reason).toContain(command);
  expect(isProgramMigration(path)).toBe(true);
});

test.each(layouts.map(({ name }) => name))('%s never takes one of them for clean', (layout) => {
  for (const [, path] of migrations) {
    const located = locateTrees(layout, {}, { [path]: '' });

    expect(located.added, path).toEqual([]);
    expect(located.refused, path).toEqual([expect.stringMatching(/: Not analyzed: /)]);
  }
});

test.each([
  'db/migrations/meta/0000_snapshot.json',
  'db/migrations/meta/_journal.json',
  'db/migrations/package.json',
  'db/migrations/index.ts',
  'db/migrations/0001_users.sql',
  'src/0001_users.ts',
  'src/versions/index.py',
  'docs/CHANGELOG.md',
])('does not take %s for a migration', (path) => {
  expect(isProgramMigration(path)).toBe(false);
});

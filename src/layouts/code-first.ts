/** How SQL is made from migrations that are programs, by the end of their names. */
const renderers: readonly { readonly ending: RegExp; readonly render: string }[] = [
  {
    ending: /\.py$/,
    render:
      'alembic upgrade BASE:HEAD --sql, or python manage.py sqlmigrate APP NAME for Django, prints the SQL',
  },
  {
    ending: /\.rb$/,
    render: 'rails db:migrate on a scratch database, with its log, shows the SQL',
  },
  {
    ending: /\.php$/,
    render:
      'php artisan migrate --pretend, or doctrine migrations:migrate --dry-run --write-sql, prints the SQL',
  },
  {
    ending: /\.(?:xml|ya?ml|json)$/,
    render: 'liquibase update-sql prints the SQL of a changelog',
  },
  {
    ending: /\.(?:[cm]?[jt]s|java|kt|kts|go|cs|fs|ex|exs|scala|groovy|clj|rs|pl|sh)$/,
    render: 'running it on a scratch database with log_statement = all shows the SQL',
  },
];

/** Why a program is not analysed, with the command that renders it; undefined when it is no program. */
export function codeFirstReason(path: string): string | undefined {
  const renderer = renderers.find(({ ending }) => ending.test(path.toLowerCase()));
  return renderer === undefined
    ? undefined
    : `Not analyzed: it is no SQL, and what it does is known only when it runs. Commit the SQL itself: ${renderer.render}.`;
}

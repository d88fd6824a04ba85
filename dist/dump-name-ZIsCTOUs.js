/** `N_name.up.sql` is undone by `N_name.down.sql`. */
const downBesideUp = { pathOf: (path) => path.endsWith(".up.sql") ? path.replace(/\.up\.sql$/, ".down.sql") : void 0 };
/** Directory with its slash, and the name in it. */
function splitPath(path) {
	const slash = path.lastIndexOf("/");
	return {
		directory: path.slice(0, slash + 1),
		name: path.slice(slash + 1)
	};
}
/** Files that keep an empty directory in git. */
function isPlaceholder(name) {
	return name === ".gitkeep" || name === ".keep";
}
const scratch = "running it on a scratch database with log_statement = all shows the SQL";
/** How SQL is made from migrations that are programs, by the end of their names. */
const programs = [
	{
		ending: /\.py$/,
		render: "alembic upgrade BASE:HEAD --sql, or python manage.py sqlmigrate APP NAME for Django, prints the SQL"
	},
	{
		ending: /\.rb$/,
		render: "rails db:migrate on a scratch database, with its log, shows the SQL"
	},
	{
		ending: /\.php$/,
		render: "php artisan migrate --pretend, or doctrine migrations:migrate --dry-run --write-sql, prints the SQL"
	},
	{
		ending: /\.[cm]?[jt]s$/,
		render: `node-pg-migrate up --dry-run prints the SQL, and drizzle-kit generate --custom begins a file of SQL; for Knex, Sequelize and TypeORM, ${scratch}`
	},
	{
		ending: /\.(?:java|kts?|scala|groovy)$/,
		render: `flyway migrate -dryRunOutput=FILE writes the SQL where the edition has it; else ${scratch}`
	},
	{
		ending: /\.(?:cs|fs)$/,
		render: "dotnet ef migrations script FROM TO prints the SQL"
	},
	{
		ending: /\.exs?$/,
		render: "mix ecto.migrate --log-migrations-sql on a scratch database shows the SQL"
	},
	{
		ending: /\.(?:go|clj|rs|pl|sh)$/,
		render: scratch
	}
];
const changelog = {
	ending: /\.(?:xml|ya?ml|json)$/,
	render: "liquibase update-sql prints the SQL of a changelog"
};
/** Why a program is not analysed, with the command that renders it; undefined when it is no program. */
function codeFirstReason(path) {
	const renderer = [...programs, changelog].find(({ ending }) => ending.test(path.toLowerCase()));
	return renderer === void 0 ? void 0 : `Not analyzed: it is no SQL, and what it does is known only when it runs. Commit the SQL itself: ${renderer.render}. Where a command prints it, sluice check FILE --from-command COMMAND judges that.`;
}
/**
* Whether a file among others is a migration that is no SQL, by how its directory and its name are
* written: no directory that holds one may be called clean.
*/
function isProgramMigration(path) {
	const low = path.toLowerCase();
	if (changelog.ending.test(low)) return /(?:^|\/)[^/]*changelog[^/]*$/.test(low);
	if (!programs.some(({ ending }) => ending.test(low))) return false;
	const [name = "", ...directories] = low.split("/").toReversed();
	if (directories.includes("versions")) return /^[0-9a-f]{8,}_.*\.py$|^\d{3,}/.test(name);
	return directories.some(isOfMigrations) && /^(?:\d{3,}|[mv]\d|r__|version\d)/.test(name);
}
function isOfMigrations(directory) {
	return /^(?:migrat(?:e|ions?)|changelogs?)$/.test(directory);
}
/**
* Whether a file is named as tools and teams name what pg_dump wrote: `structure.sql` of Rails,
* `schema.sql` of dbmate and sqlx, and a baseline or dump with nothing but its version before that.
*/
function isDumpName(path) {
	const { name } = splitPath(path);
	return /^(?:\d+[._-])?(?:baseline|dump|schema|structure)\.sql$/.test(name) || /^\w+_structure\.sql$/.test(name);
}
export { isPlaceholder as a, downBesideUp as i, codeFirstReason as n, splitPath as o, isProgramMigration as r, isDumpName as t };

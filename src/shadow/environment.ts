import type { EnvironmentFacts } from '../domain/facts.ts';
import type { Script } from '../domain/statement.ts';
import { SluiceError } from '../errors.ts';
import type { Session } from '../ports/database.ts';
import type { Shadow } from '../ports/shadow-provider.ts';
import { nodeAs } from '../sql/nodes.ts';
import { quoteIdentifier, quoteLiteral } from '../sql/quote.ts';
import { readText } from './observe/row.ts';

type Site = {
  readonly shadow: Shadow;
  readonly observer: Session;
  /** Of the base and of the change: an extension that they create is theirs to create. */
  readonly scripts: readonly Script[];
};

/**
 * Makes an empty shadow like the target: its roles, its time zone and its extensions. Gives what stays
 * different, in sentences. Throws SluiceError database/shadow for an extension that the server does not have.
 */
export async function resemble(
  environment: EnvironmentFacts,
  { shadow, observer, scripts }: Site,
): Promise<readonly string[]> {
  const roles = [environment.owner, ...environment.roles];
  await shadow.provideRoles(roles.filter((name) => !name.startsWith('pg_')));
  const [row] = await observer.query(
    `select pg_catalog.current_database()::pg_catalog.text as name,
            pg_catalog.pg_encoding_to_char(encoding)::pg_catalog.text as encoding,
            datcollate::pg_catalog.text as collate, datctype::pg_catalog.text as ctype,
            case pg_catalog.to_jsonb(d) ->> 'datlocprovider' when 'i' then 'icu' when 'b' then 'builtin'
                 else 'libc' end as provider
       from pg_catalog.pg_database d where datname = pg_catalog.current_database()`,
  );
  if (row === undefined) throw new SluiceError('internal/bug', 'The shadow has no database.');
  await observer.query(
    `alter database ${quoteIdentifier(readText(row, 'name'))} set timezone = ${quoteLiteral(environment.timeZone)}`,
  );
  const { login, refused } = await applySettings(environment, { shadow, observer });
  const created = new Set(scripts.flatMap(extensionsIn));
  const versions: string[] = [];
  for (const extension of environment.extensions)
    if (extension.name !== 'plpgsql' && !created.has(extension.name))
      versions.push(...(await createExtension(extension, observer)));
  const settings = (['encoding', 'collate', 'ctype'] as const).flatMap((name) => {
    const own = readText(row, name);
    const theirs = environment[name];
    return own === theirs ? [] : [`Its ${name} is ${own}, that of the target ${theirs}.`];
  });
  const provider = readText(row, 'provider');
  return [
    ...settings,
    ...(provider === environment.localeProvider
      ? []
      : [
          `Its locale comes from ${provider}, that of the target from ${environment.localeProvider}.`,
        ]),
    `Its database belongs to a role of Sluice's own, that of the target to ${environment.owner}: submitted SQL owns no database here.`,
    ...standing(environment, login),
    ...refused.map(
      (name) => `Its server does not take the value of ${name} that the target sets for its login.`,
    ),
    ...versions,
  ];
}

/** Who runs the change, and what that leaves open. */
function standing({ role }: EnvironmentFacts, login: string): readonly string[] {
  const open =
    'its memberships and privileges on the target are not copied, and facts do not tell whether the same role applies the change';
  return login === role
    ? [`The change runs as ${role}, the login of the facts: ${open}.`]
    : [
        `The change runs under a login of Sluice's own, not as ${role}, the login of the facts: ${open}.`,
      ];
}

/** Gives the login of submitted SQL the settings that the login of the facts has on the target. */
async function applySettings(
  { settings = [] }: EnvironmentFacts,
  { shadow, observer }: Pick<Site, 'shadow' | 'observer'>,
): Promise<{ readonly login: string; readonly refused: readonly string[] }> {
  await using worker = await shadow.worker();
  const [row] = await worker.query('select session_user::pg_catalog.text as name');
  const login = readText(row, 'name');
  const refused: string[] = [];
  for (const setting of settings)
    if (!(await isApplied(setting, login, observer))) refused.push(setting.name);
  return { login, refused };
}

type Setting = NonNullable<EnvironmentFacts['settings']>[number];

/** FROM CURRENT takes lists of names as they are. */
async function isApplied(
  { name, value }: Setting,
  login: string,
  observer: Session,
): Promise<boolean> {
  const put = async (text: string): Promise<void> => {
    await observer.query('select pg_catalog.set_config($1, $2, false)', [name, text]);
  };
  const [saved] = await observer.query('select pg_catalog.current_setting($1) as value', [name]);
  try {
    await put(value);
    await observer.query(
      `alter role ${quoteIdentifier(login)} set ${quoteIdentifier(name)} from current`,
    );
  } catch (cause) {
    if (cause instanceof SluiceError && cause.code === 'database/refused') return false;
    throw cause;
  } finally {
    await put(readText(saved, 'value'));
  }
  return true;
}

function extensionsIn(script: Script): readonly string[] {
  return script.statements.flatMap((statement) =>
    statement.kind === 'parsed'
      ? (nodeAs(statement.node, 'CreateExtensionStmt')?.extname ?? [])
      : [],
  );
}

async function createExtension(
  { name, version, schema }: EnvironmentFacts['extensions'][number],
  observer: Session,
): Promise<readonly string[]> {
  const [known] = await observer.query(
    `select coalesce(a.installed_version, a.default_version)::pg_catalog.text as version,
            a.installed_version is not null as present,
            exists (select from pg_catalog.pg_available_extension_versions v
                     where v.name = a.name and v.version = $2) as same
       from pg_catalog.pg_available_extensions a where a.name = $1`,
    [name, version],
  );
  if (known === undefined)
    throw new SluiceError(
      'database/shadow',
      `The target has the extension ${name}, and the server of the shadow does not, so nothing was rehearsed. Install its package there, or name a server that has it with --shadow dsn:NAME.`,
    );
  const own = readText(known, 'version');
  const other = `Its extension ${name} is ${own}, that of the target ${version}.`;
  if (known['present'] === true) return own === version ? [] : [other];
  const same = known['same'] === true;
  await observer.query(`create schema if not exists ${quoteIdentifier(schema)}`);
  await observer.query(
    `create extension ${quoteIdentifier(name)} schema ${quoteIdentifier(schema)}${same ? ` version ${quoteLiteral(version)}` : ''} cascade`,
  );
  return same ? [] : [other];
}

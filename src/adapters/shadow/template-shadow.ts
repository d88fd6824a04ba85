import { SluiceError } from '../../errors.ts';
import type { Session } from '../../ports/database.ts';
import type { Shadow, ShadowRequest } from '../../ports/shadow-provider.ts';
import { newLogin } from '../postgres/cluster.ts';
import { databaseOf, withLogin } from '../postgres/connection-url.ts';
import { database } from '../postgres/session.ts';
import { cloneLock, cloneName, newClone, removeClone, sweepClones, type Clone } from './clones.ts';
import { runFormatted } from './formatted.ts';
import { letWorkerOwn } from './object-owners.ts';
import { provideRoles } from './role-stubs.ts';
import { assertNoTarget } from './target-server.ts';
import { chooseTemplate, createClone, type Template } from './template.ts';

export type TemplateOrigin = {
  /** Name of the environment variable that holds the URL. */
  readonly variable: string;
  readonly url: string;
  /** A clone that is older, and whose run is gone, is removed. */
  readonly sweepAfterMs: number;
};

/**
 * A shadow on a server that somebody else runs: a clone of the database that the URL names, or an empty
 * one where it names `postgres`. Submitted SQL has a login of its own there. Throws SluiceError
 * database/shadow where the login cannot make both, or the server is that of a target.
 */
export async function openTemplateShadow(
  origin: TemplateOrigin,
  request: ShadowRequest,
): Promise<Shadow> {
  const administer = (signal: AbortSignal, name = 'postgres'): Promise<Session> =>
    database.connect({
      url: withLogin(origin.url, name),
      applicationName: 'sluice shadow',
      signal,
    });
  const admin = await administer(request.signal);
  const login = await readPrivileges(admin, origin.variable).catch(async (cause: unknown) => {
    await admin[Symbol.asyncDispose]();
    throw cause;
  });
  const clone = newClone(await readTime(admin));
  const dispose = async (): Promise<void> => {
    await using last = await administer(AbortSignal.timeout(60_000));
    await removeClone(last, clone, (name) => administer(AbortSignal.timeout(60_000), name));
    await admin[Symbol.asyncDispose]();
  };
  try {
    const unchecked = await assertNoTarget(admin, request);
    await sweepClones(admin, origin.sweepAfterMs, (name) => administer(request.signal, name));
    await admin.query('select pg_catalog.pg_advisory_lock($1::pg_catalog.int8)', [
      cloneLock(clone),
    ]);
    const template = await chooseTemplate(admin, databaseOf(origin.url));
    const furnished = await furnish({ admin, administer, clone, template, login, request });
    return describe({ origin, request, clone, template, login, unchecked, dispose }, furnished);
  } catch (cause) {
    await dispose();
    throw cause;
  }
}

type Privileges = { readonly name: string; readonly superuser: boolean };

type Site = {
  readonly admin: Session;
  readonly administer: (signal: AbortSignal, name?: string) => Promise<Session>;
  readonly clone: Clone;
  readonly template: Template;
  readonly login: Privileges;
  readonly request: ShadowRequest;
};

type Furnished = { readonly password: string; readonly serverVersion: number };

async function furnish(site: Site): Promise<Furnished> {
  const { admin, clone, template, login, request } = site;
  const { password } = newLogin('worker');
  const name = cloneName(clone);
  await runFormatted(admin, [
    ['create role %I login password %L connection limit 4', clone.worker, password],
    ...(login.superuser
      ? [['alter role %I set temp_file_limit = %L', clone.worker, '1GB'] as const]
      : [['grant %I to %I', clone.worker, login.name] as const]),
  ]);
  await createClone(admin, name, template);
  await runFormatted(admin, [
    ['revoke all on database %I from public', name],
    ['grant connect, temporary, create on database %I to %I', name, clone.worker],
  ]);
  await using inside = await site.administer(request.signal, name);
  await runFormatted(inside, [['grant create, usage on schema public to %I', clone.worker]]);
  if (template.prepared) await letWorkerOwn(inside, clone.worker, login);
  return { password, serverVersion: inside.serverVersion };
}

type Description = Pick<Site, 'clone' | 'template' | 'login' | 'request'> & {
  readonly origin: TemplateOrigin;
  readonly unchecked: readonly string[];
  readonly dispose: () => Promise<void>;
};

function describe(site: Description, { password, serverVersion }: Furnished): Shadow {
  const { origin, request, clone, template, dispose } = site;
  const name = cloneName(clone);
  const open = (url: string, applicationName: string): Promise<Session> =>
    database.connect({ url, applicationName, signal: request.signal });
  const observer = (): Promise<Session> => open(withLogin(origin.url, name), 'sluice observer');
  return {
    provider: 'dsn-template',
    reason: `The server of ${origin.variable} was asked for; the shadow there is ${template.inWords}.`,
    level: 'B',
    cannotSee: [...limitsOf(site), ...site.unchecked],
    differences: differencesOf(site, serverVersion),
    prepared: template.prepared,
    serverVersion,
    provideRoles: async (names) => {
      await using session = await observer();
      await provideRoles(session, names, { worker: clone.worker, tag: clone.tag });
    },
    worker: () =>
      open(withLogin(origin.url, name, { user: clone.worker, password }), 'sluice worker'),
    observer,
    loader: async () => {
      const session = await observer();
      await session.query(
        "select pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', false), pg_catalog.set_config('session_replication_role', 'replica', false)",
      );
      return session;
    },
    [Symbol.asyncDispose]: dispose,
  };
}

function limitsOf({ login }: Description): readonly string[] {
  return [
    'Other sessions of the server share its memory, its disk and its locks on shared catalogs; none of them is bounded or seen.',
    'Other databases of the server stay open to submitted SQL where everybody may connect.',
    ...(login.superuser
      ? []
      : ['Temporary files are not limited, because that takes a superuser.']),
  ];
}

function differencesOf(
  { request, clone, template }: Description,
  serverVersion: number,
): readonly string[] {
  const major = Math.floor(serverVersion / 10_000);
  return [
    `The database is named ${cloneName(clone)}, not ${request.databaseName}; submitted SQL can ask.`,
    ...(request.major === undefined || request.major === major
      ? []
      : [`The server runs major version ${major}, the target ${request.major}.`]),
    ...(template.prepared
      ? ['The baseline is the template as it was found; Sluice neither replayed nor masked it.']
      : []),
  ];
}

async function readPrivileges(admin: Session, variable: string): Promise<Privileges> {
  const [row] = await admin.query(
    `select rolname::pg_catalog.text as name, rolsuper, rolcreatedb, rolcreaterole
       from pg_catalog.pg_roles where rolname = current_user`,
  );
  const superuser = row?.['rolsuper'] === true;
  if (!superuser && (row?.['rolcreatedb'] !== true || row['rolcreaterole'] !== true))
    throw new SluiceError(
      'database/shadow',
      `The login of ${variable} may not make databases and roles, and submitted SQL needs a database and a login of its own. Nothing was rehearsed. Give it CREATEDB and CREATEROLE.`,
    );
  return { name: String(row?.['name']), superuser };
}

async function readTime(admin: Session): Promise<number> {
  const [row] = await admin.query(
    'select (extract(epoch from pg_catalog.clock_timestamp()) * 1000)::pg_catalog.int8::pg_catalog.text as now',
  );
  return Number(row?.['now']);
}

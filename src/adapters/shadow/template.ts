import { SluiceError } from '../../errors.ts';
import type { Session } from '../../ports/database.ts';
import { quoteIdentifier } from '../../sql/quote.ts';

/** What a clone is made of. */
export type Template = {
  readonly name: string;
  readonly owner: string | undefined;
  /** It holds a baseline, where `template0` holds nothing. */
  readonly prepared: boolean;
  readonly inWords: string;
};

const maintenance: readonly string[] = ['postgres', 'template0', 'template1'];

/** The database that the URL names, or an empty one where it names one of the server's own. */
export async function chooseTemplate(admin: Session, named: string): Promise<Template> {
  if (maintenance.includes(named))
    return { name: 'template0', owner: undefined, prepared: false, inWords: 'an empty database' };
  const [row] = await admin.query(
    'select pg_catalog.pg_get_userbyid(datdba)::pg_catalog.text as owner from pg_catalog.pg_database where datname = $1',
    [named],
  );
  if (row === undefined)
    throw new SluiceError(
      'database/shadow',
      `The server has no database ${named} to clone, so nothing was rehearsed. Name one that exists, or postgres to begin with an empty one.`,
    );
  return {
    name: named,
    owner: String(row['owner']),
    prepared: true,
    inWords: `a clone of ${named}`,
  };
}

/** Copies files instead of logging every page, where the server can. Throws SluiceError database/shadow. */
export async function createClone(admin: Session, name: string, template: Template): Promise<void> {
  const owner = template.owner === undefined ? '' : ` owner ${quoteIdentifier(template.owner)}`;
  const strategy = admin.serverVersion >= 150_000 ? ' strategy file_copy' : '';
  try {
    await admin.query(
      `create database ${quoteIdentifier(name)} template ${quoteIdentifier(template.name)}${owner}${strategy}`,
    );
  } catch (cause) {
    throw explained(cause, template);
  }
}

function explained(cause: unknown, { name }: Template): unknown {
  const sqlstate = cause instanceof SluiceError ? cause.data['sqlstate'] : undefined;
  if (sqlstate === '55006')
    return new SluiceError(
      'database/shadow',
      `Other sessions are connected to ${name}, and a database in use cannot be cloned. Nothing was rehearsed. Keep a copy that nobody connects to (ALTER DATABASE … ALLOW_CONNECTIONS false) and name that one.`,
      { cause },
    );
  if (sqlstate === '42501')
    return new SluiceError(
      'database/shadow',
      `The login may not clone ${name} for its owner, so nothing was rehearsed. Mark it as a template (ALTER DATABASE … IS_TEMPLATE true) and make the login a member of its owner.`,
      { cause },
    );
  if (sqlstate === '53100')
    return new SluiceError(
      'database/shadow',
      `The server has no room for a copy of ${name}, so nothing was rehearsed. Free some of its disk, or name a smaller template.`,
      { cause },
    );
  return cause;
}

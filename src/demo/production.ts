import { type Cluster, newLogin } from '../adapters/postgres/cluster.ts';
import { planUnit } from '../apply/plan.ts';
import type { Script } from '../domain/statement.ts';
import { SluiceError } from '../errors.ts';
import type { Database } from '../ports/database.ts';
import { quoteIdentifier, quoteLiteral } from '../sql/quote.ts';

type Making = {
  readonly cluster: Cluster;
  readonly database: Database;
  readonly name: string;
  /** What production ran so far, in order, and then its data. */
  readonly scripts: readonly Script[];
  readonly signal: AbortSignal;
};

/**
 * Makes a database as production has it: owned by a login that is no superuser, holding what the
 * target branch's migrations made and the data of the fixture. Returns the URL of that login.
 */
export async function makeProduction(making: Making): Promise<string> {
  const { cluster, database, name, signal } = making;
  const owner = newLogin('billing');
  const connect = (url: string) =>
    database.connect({ url, applicationName: 'sluice demo', signal });
  {
    await using session = await connect(cluster.url(cluster.superuser, 'postgres'));
    await session.query(
      `create role ${quoteIdentifier(owner.user)} login password ${quoteLiteral(owner.password)}`,
    );
    await session.query(
      `create database ${quoteIdentifier(name)} owner ${quoteIdentifier(owner.user)}`,
    );
  }
  const url = cluster.url(owner, name);
  await using session = await connect(url);
  for (const script of making.scripts) await replay(script, session.execute.bind(session));
  await session.query('analyze');
  return url;
}

/** Each file in a transaction of its own, as runners of migrations do: LOCK TABLE wants one. */
async function replay(
  script: Script,
  execute: (text: string) => Promise<{ readonly kind: string }>,
): Promise<void> {
  const plan = planUnit(script);
  if (plan.kind === 'refused') throw broken(script);
  const texts =
    plan.kind === 'transactional'
      ? ['begin', ...plan.statements.map(({ text }) => text), 'commit']
      : [plan.statement.text];
  for (const text of texts) if ((await execute(text)).kind !== 'done') throw broken(script);
}

function broken({ unitId }: Script): SluiceError {
  return new SluiceError(
    'internal/bug',
    `The example's own ${JSON.stringify(unitId)} does not run, so there is nothing to show.`,
  );
}

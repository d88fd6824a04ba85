import { readFacts } from '../config/facts.ts';
import type { Facts } from '../domain/facts.ts';
import type { Session } from '../ports/database.ts';
import { readText } from '../shadow/observe/row.ts';
import { queryFingerprint } from './fingerprint.ts';
import { readHistories } from './histories.ts';
import {
  domainsQuery,
  environmentQuery,
  functionsQuery,
  publicationsQuery,
  searchPathQuery,
} from './objects.data.ts';
import { pinned } from './pinned.ts';
import { relationsQuery } from './relations.data.ts';

export type TakenFacts = {
  readonly facts: Facts;
  /** Histories of migration tools that the login may not read. */
  readonly hidden: readonly string[];
};

/**
 * Takes the facts of the database that the session is connected to, in one read-only transaction and
 * with any login that may connect. The session must not be in a transaction.
 */
export async function takeFacts(
  session: Session,
  {
    database,
    takenAt,
    standIn,
  }: Pick<Facts, 'database' | 'takenAt'> & {
    /** Owns everything in place of the owner, as the login that replays does on a shadow. */
    readonly standIn?: string;
  },
): Promise<TakenFacts> {
  const [path] = await session.query(searchPathQuery);
  return pinned(session, async () => {
    const { facts: histories, hidden } = await readHistories(session);
    const [environment = ''] = await facts(session, environmentQuery, [readText(path, 'fact')]);
    const parts = {
      version: '1',
      database: JSON.stringify(database),
      takenAt: JSON.stringify(takenAt),
      serverVersion: String(session.serverVersion),
      fingerprint: JSON.stringify(await queryFingerprint(session, standIn)),
      environment,
      relations: toList(await facts(session, relationsQuery)),
      domains: toList(await facts(session, domainsQuery)),
      functions: toList(await facts(session, functionsQuery)),
      publications: toList(await facts(session, publicationsQuery)),
      histories: toList(histories),
    };
    const members = Object.entries(parts).map(([key, json]) => `${JSON.stringify(key)}:${json}`);
    return { facts: readFacts(`{${members.join(',')}}`), hidden };
  });
}

async function facts(
  session: Session,
  query: string,
  parameters: readonly unknown[] = [],
): Promise<readonly string[]> {
  const rows = await session.query(query, parameters);
  return rows.map((row) => readText(row, 'fact'));
}

function toList(items: readonly string[]): string {
  return `[${items.join(',')}]`;
}

import { systemClock } from '../../src/adapters/system/clock.ts';
import { systemIds } from '../../src/adapters/system/ids.ts';
import { createParser } from '../../src/adapters/parser/pg-query.ts';
import { database } from '../../src/adapters/postgres/session.ts';
import type { ExecuteInput, ExecutePorts } from '../../src/apply/run.ts';
import { emptyCatalog } from '../../src/catalog/catalog.ts';
import { type CommitSha, parseCommitSha, type Unit } from '../../src/domain/change.ts';
import type { Clearance } from '../../src/domain/clearance.ts';
import { digestOf } from '../../src/domain/digest.ts';
import type { Evidence } from '../../src/domain/evidence.ts';
import type { Policy } from '../../src/domain/policy.ts';
import type { Script } from '../../src/domain/statement.ts';
import { effectsOf } from '../../src/effects/effects.ts';
import { clear } from '../../src/policy/clear.ts';
import type { Session } from '../../src/ports/database.ts';
import { rehearse } from '../../src/shadow/rehearse.ts';
import { readScript } from '../../src/sql/read.ts';
import type { TestServer } from './postgres.ts';

const target = { database: 'billing', name: 'production', urlVariable: 'URL' } as const;

/** File name to SQL, in order. */
export type Files = Readonly<Record<string, string>>;

export type Prepared = { readonly clearance: Clearance; readonly input: ExecuteInput };

function sha(digit: string): CommitSha {
  const commit = parseCommitSha(digit.repeat(40));
  if (commit === undefined) throw new Error(`not a digit: ${digit}`);
  return commit;
}

/** What `sluice apply` hands to execute: files cleared, and rehearsed on a second database of the server. */
export async function prepare(
  server: TestServer,
  files: { readonly base?: Files; readonly change: Files },
  limits = { lockTimeoutMs: 300, statementTimeoutMs: 20_000 },
): Promise<Prepared> {
  const base = await readAll(files.base ?? {});
  const { units, scripts } = await readAll(files.change);
  const effects = effectsOf([...base.scripts, ...scripts], emptyCatalog);
  return {
    clearance: clearanceOf(units, limits),
    input: {
      scripts,
      effects,
      evidence: await rehearseOn(server, base.scripts, { units, scripts }),
      assessment: { score: 12, level: 'low', destructive: false, unknown: false, reasons: [] },
      actor: { kind: 'human', login: 'ada', onBehalfOf: [] },
      pullRequest: { number: 7, title: 'Add a table' },
      base: sha('b'),
    },
  };
}

async function readAll(
  files: Files,
): Promise<{ readonly units: readonly Unit[]; readonly scripts: readonly Script[] }> {
  await using parser = createParser();
  const units = Object.entries(files).map(([id, text]): Unit => {
    const bytes = new TextEncoder().encode(text);
    return { id, path: id, database: 'billing', digest: digestOf(bytes), bytes, firstLine: 1 };
  });
  const scripts: Script[] = [];
  for (const unit of units) scripts.push(await readScript(unit, parser));
  return { units, scripts };
}

function clearanceOf(units: readonly Unit[], limits: Policy['limits']): Clearance {
  const policy: Policy = {
    digest: digestOf('policy'),
    mode: 'enforce',
    apply: 'sluice',
    databases: [{ name: 'billing', paths: ['*.sql'], layout: 'plain', targets: [target] }],
    rules: [],
    guardians: [],
    fallbackOwners: [],
    agents: [],
    limits,
  };
  const outcome = clear({
    decision: {
      kind: 'allow',
      reason: { rule: 'test', status: 'satisfied', description: '', children: [] },
    },
    change: {
      pullRequest: {
        number: 7,
        title: 'Add a table',
        targetBranch: 'main',
        author: { kind: 'human', login: 'ada', onBehalfOf: [] },
        reviews: [],
        permissions: new Map(),
        teams: new Map(),
      },
      base: sha('b'),
      head: sha('a'),
      files: [],
    },
    commit: sha('c'),
    units,
    target,
    policy,
  });
  if (outcome.kind === 'refused') throw new Error(outcome.because.join('; '));
  return outcome.clearance;
}

let shadows = 0;

/** A second database of the same server stands in for the shadow: the suite starts one server, not two. */
async function rehearseOn(
  server: TestServer,
  baseScripts: readonly Script[],
  change: { readonly units: readonly Unit[]; readonly scripts: readonly Script[] },
): Promise<Evidence> {
  shadows += 1;
  const name = `shadow_${shadows}`;
  await server.createDatabase(name);
  const { signal } = new AbortController();
  return rehearse(
    { databaseName: 'billing', baseScripts, ...change, signal },
    {
      provider: {
        open: async () => ({
          provider: 'test',
          reason: 'the server of the suite',
          level: 'A',
          cannotSee: [],
          differences: [],
          prepared: false,
          serverVersion: 150000,
          provideRoles: async () => {},
          worker: () => server.connect(name),
          observer: () => server.connect(name),
          loader: () => server.connect(name),
          [Symbol.asyncDispose]: async () => {},
        }),
      },
      ...portsOf(server, name),
    },
  );
}

/** Ports of an apply to the named database; `wrap` may stand between Sluice and the server. */
export function portsOf(
  server: TestServer,
  databaseName: string,
  wrap: (session: Session) => Session = (session) => session,
): ExecutePorts {
  const { signal } = new AbortController();
  return {
    database: { connect: async (options) => wrap(await database.connect(options)) },
    credentials: { urlOf: async () => server.url(databaseName) },
    clock: systemClock,
    ids: systemIds,
    progress: { step: () => {} },
    signal,
  };
}

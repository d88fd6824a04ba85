import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { auditVerify } from '../../src/apply/audit.ts';
import { execute } from '../../src/apply/execute.ts';
import type { UnitEvidence } from '../../src/domain/evidence.ts';
import type { ParsedStatement } from '../../src/domain/statement.ts';
import type { Session } from '../../src/ports/database.ts';
import { predictiveOf } from '../../src/shadow/predictive.ts';
import { type Files, portsOf, prepare, type Prepared } from '../support/apply.ts';
import { startTestServer, type TestServer } from '../support/postgres.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ settings: { max_connections: '40' } });
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

const sessions: Session[] = [];

afterEach(async () => {
  for (const session of sessions.splice(0)) await session[Symbol.asyncDispose]();
});

let targets = 0;

const base = {
  '1.sql':
    'create table users (id int primary key, email text);\ncreate table accounts (mail text primary key)',
};

/** A target with rows that its rehearsal held masked, and the change ready to be applied to it. */
async function stage(change: Files, rows: readonly string[]) {
  targets += 1;
  const name = `probed_${targets}`;
  await server.createDatabase(name);
  const session = await server.connect(name);
  sessions.push(session);
  for (const text of [...base['1.sql'].split(';\n'), ...rows]) await run(session, text);
  const prepared = await prepare(server, { base, change });
  return { name, session, prepared: masked(prepared) };
}

/** As after a rehearsal that held these columns masked. */
function masked({ clearance, input }: Prepared): Prepared {
  const units = input.evidence.units.map((unit): UnitEvidence => {
    const script = input.scripts.find(({ unitId }) => unitId === unit.unitId);
    const parsed = (script?.statements ?? []).filter(
      (one): one is ParsedStatement => one.kind === 'parsed',
    );
    const statements = unit.statements.map((seen) => {
      const statement = parsed[seen.statement];
      if (statement === undefined) throw new Error('no such statement');
      const earlier = parsed.slice(0, seen.statement);
      const basis = { maskedColumns: ['public.users.email'], rows: 'all' as const, drifted: [] };
      return { ...seen, ...predictiveOf(statement, seen, { earlier, basis }) };
    });
    return { ...unit, statements };
  });
  const { evidence } = input;
  const shadow = { ...evidence.shadow, data: 'masked-copy' } as const;
  return { clearance, input: { ...input, evidence: { ...evidence, shadow, units } } };
}

async function run(session: Session, text: string): Promise<void> {
  const outcome = await session.execute(text);
  if (outcome.kind === 'failed') throw new Error(`${outcome.sqlstate} ${outcome.message}`);
}

async function apply(name: string, { clearance, input }: Prepared, wrap?: (s: Session) => Session) {
  return execute(clearance, input, portsOf(server, name, wrap));
}

async function one(session: Session, text: string): Promise<unknown> {
  const [row] = await session.query(text);
  return Object.values(row ?? {})[0];
}

async function lastRecord(session: Session) {
  const text = await one(
    session,
    'select body from sluice.audit_record order by sequence desc limit 1',
  );
  return JSON.parse(String(text));
}

const twice = ["insert into users values (1, 'Ada@real.com'), (2, 'ada@real.com')"];

describe('before it takes a lock, the apply', () => {
  it.each([
    ['create unique index u on users (lower(email))', twice, 'values that more than one row holds'],
    [
      'create unique index concurrently u on users (lower(email))',
      twice,
      'values that more than one row holds',
    ],
    [
      'alter table users add unique (email)',
      ["insert into users values (1, 'a'), (2, 'a'), (3, null), (4, null)"],
      'values that more than one row holds',
    ],
    [
      "alter table users add constraint c check (email like '%@%')",
      ["insert into users values (1, 'nobody')"],
      'rows that the check refuses',
    ],
    [
      'alter table users add foreign key (email) references accounts (mail)',
      ["insert into users values (1, 'nobody'), (2, null)"],
      'rows that refer to nothing',
    ],
    [
      'alter table users alter email type int using email::int',
      ["insert into users values (1, '12'), (2, 'twelve')"],
      'values that the new type cannot hold',
    ],
    [
      'alter table users alter email type varchar(3) using lower(email)',
      ["insert into users values (1, 'abc   '), (2, 'abcd')"],
      'values that are too long',
    ],
  ])('refuses %s where the rows do not allow it', async (sql, rows, about) => {
    const { name, session, prepared } = await stage({ '2.sql': sql }, rows);
    const seen: string[] = [];

    const application = await apply(name, prepared, (worker) => ({
      ...worker,
      execute: (text) => {
        seen.push(text);
        return worker.execute(text);
      },
    }));

    expect(application).toMatchObject({ outcome: 'refused' });
    expect(application.units[0]).toHaveProperty(
      'because.0',
      `On the target there are ${about}, which the statement at line 1, column 1 does not allow: it would fail while it holds its lock, and the rehearsal could not know, because it had no real values. Instead, correct these rows in a change before this one.`,
    );
    expect(seen).not.toContain(sql);
    const record = await lastRecord(session);
    expect(record).toMatchObject({ event: 'apply.refused' });
    expect(record.probes).toContainEqual({ statement: 0, about, kind: 'violated' });
    expect(JSON.stringify(record)).not.toMatch(/real\.com|nobody|twelve/);
    expect(await one(session, "select to_regclass('u')::text")).toBe(null);
  });

  it.each([
    [
      'create unique index u on users (lower(email))',
      "insert into users values (1, 'a'), (2, 'b')",
    ],
    [
      'create unique index concurrently u on users (lower(email))',
      'insert into users values (1, null), (2, null)',
    ],
    [
      'alter table users add constraint c check (email like $$%@%$$)',
      'insert into users values (1, null)',
    ],
    [
      'alter table users add foreign key (email) references accounts (mail)',
      'insert into users values (1, null)',
    ],
    [
      'alter table users alter email type varchar(3) using lower(email)',
      "insert into users values (1, 'abc   ')",
    ],
  ])('finds nothing that keeps it from %s', async (sql, rows) => {
    const { name, prepared } = await stage({ '2.sql': sql }, [rows]);

    const application = await apply(name, prepared);

    expect(application).toMatchObject({ outcome: 'applied', units: [{ kind: 'applied' }] });
    const [unit] = application.units;
    const kinds = unit?.kind === 'applied' ? unit.probes?.map(({ kind }) => kind) : [];
    expect(new Set(kinds)).toEqual(new Set(['clear']));
  });

  it('counts what a predicate chooses here, whatever it chose among masked values', async () => {
    const { name, session, prepared } = await stage(
      { '2.sql': "delete from users where email like '%@x.com'" },
      ["insert into users values (1, 'ada@real.com')"],
    );

    const application = await apply(name, prepared);

    const about = 'rows that the statement chooses';
    expect(application).toMatchObject({
      outcome: 'applied',
      units: [{ rows: [], probes: [{ statement: 0, about, kind: 'counted', rows: 0 }] }],
    });
    const record = await lastRecord(session);
    expect(record.probes).toEqual([{ statement: 0, about, kind: 'counted', rows: '0' }]);
    expect(await auditVerify(session, { strict: true })).toMatchObject({ kind: 'intact' });
  });

  it('rolls back what then moves far more rows than it had counted', async () => {
    const { name, session, prepared } = await stage(
      { '2.sql': "delete from users where email like '%@x.com'" },
      ["insert into users values (1, 'ada@x.com')"],
    );
    const late = "insert into users select i, i || '@x.com' from generate_series(2, 40) i";

    const application = await apply(name, prepared, (worker) => ({
      ...worker,
      query: async (text, parameters) => {
        const rows = await worker.query(text, parameters);
        // The probe has ended, and the unit has not begun.
        if (text === 'rollback') await session.execute(late);
        return rows;
      },
    }));

    expect(application).toMatchObject({ outcome: 'refused' });
    expect(application.units[0]).toHaveProperty(
      'because.0',
      expect.stringContaining(
        'deleted more rows than the target had counted before: 40, counted 1',
      ),
    );
    expect(await one(session, 'select count(*)::int4 from users')).toBe(40);
  });

  it('applies what no probe can answer, and says so', async () => {
    const { name, session, prepared } = await stage(
      {
        '2.sql':
          "alter table users add b text; update users set b = 'x' where b is null and email like '%@x.com'",
      },
      ["insert into users values (1, 'ada@x.com')"],
    );

    const application = await apply(name, prepared);

    expect(application).toMatchObject({
      outcome: 'applied',
      units: [{ probes: [{ statement: 1, kind: 'unanswered', sqlstate: '42703' }] }],
    });
    expect(await one(session, "select count(*)::int4 from users where b = 'x'")).toBe(1);
  });

  it('asks in a transaction that cannot write', async () => {
    const { name, session, prepared } = await stage(
      {
        '2.sql':
          "create function spy(text, text) returns boolean language plpgsql as 'begin insert into users values (99); return true; end'",
        '3.sql': 'create operator ?? (leftarg = text, rightarg = text, function = spy)',
        '4.sql': "delete from users where email ?? 'x' and id = 1",
      },
      ["insert into users values (1, 'ada@x.com')"],
    );

    const application = await apply(name, prepared);

    expect(await lastRecord(session)).toMatchObject({
      probes: [{ statement: 0, kind: 'unanswered', sqlstate: '25006' }],
    });
    expect(application.units[2]).toMatchObject({ unitId: '4.sql', kind: 'refused' });
    expect(await one(session, 'select count(*)::int4 from users')).toBe(1);
  });

  it('asks nothing where the rehearsal has no doubt', async () => {
    const { name, prepared } = await stage(
      { '2.sql': 'create unique index u on users (id)' },
      twice,
    );

    const application = await apply(name, prepared);

    expect(application).toMatchObject({ outcome: 'applied' });
    expect(application.units[0]).not.toHaveProperty('probes');
  });

  it('leaves tables that merely inherit out of the question', async () => {
    const { name, prepared } = await stage({ '2.sql': 'create unique index u on users (email)' }, [
      "insert into users values (1, 'a')",
      'create table former_users () inherits (users)',
      "insert into former_users values (1, 'a')",
    ]);

    const application = await apply(name, prepared);

    expect(application).toMatchObject({
      outcome: 'applied',
      units: [{ probes: [{ kind: 'unanswered', sqlstate: '0A000' }] }],
    });
  });
});

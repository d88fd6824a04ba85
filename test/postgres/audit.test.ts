import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditVerify } from '../../src/apply/audit.ts';
import { execute } from '../../src/apply/execute.ts';
import { readApplied } from '../../src/apply/ledger.ts';
import { digestOf } from '../../src/domain/digest.ts';
import type { Session } from '../../src/ports/database.ts';
import { portsOf, prepare, type Prepared } from '../support/apply.ts';
import { startTestServer, type TestServer } from '../support/postgres.ts';

const schema = new URL('../../schemas/audit-record.json', import.meta.url);
const validate = new Ajv2020({ allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(schema, 'utf8')),
);

let server: TestServer;
let prepared: Prepared;
let session: Session;
let count = 0;

beforeAll(async () => {
  server = await startTestServer();
  prepared = await prepare(server, {
    change: { '1.sql': 'create table a (id int)', '2.sql': 'insert into a values (1)' },
  });
});

beforeEach(async () => {
  count += 1;
  await server.createDatabase(`target_${count}`);
  session = await server.connect(`target_${count}`);
  await execute(prepared.clearance, prepared.input, portsOf(server, `target_${count}`));
  return () => session[Symbol.asyncDispose]();
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

/** What the owner of the tables can do, who is not stopped by triggers. */
async function tamper(table: string, text: string): Promise<void> {
  await session.query(`alter table sluice.${table} disable trigger only_added`);
  await session.query(
    'alter table sluice.unit drop constraint if exists unit_record_digest_foreign',
  );
  await session.query(
    'alter table sluice.unit drop constraint if exists unit_record_sequence_foreign',
  );
  await session.query(text);
  await session.query(`alter table sluice.${table} enable always trigger only_added`);
}

describe('the audit records', () => {
  it('are as their schema says and agree with the ledger', async () => {
    const verification = await auditVerify(session, { strict: true });

    expect(verification).toMatchObject({ kind: 'intact', count: 2 });
    for (const row of await session.query('select body, digest from sluice.audit_record')) {
      expect(validate(JSON.parse(String(row['body']))), JSON.stringify(validate.errors)).toBe(true);
      expect(row['digest']).toBe(digestOf(String(row['body'])));
    }
  });

  it('have digests that the server computes too', async () => {
    const rows = await session.query(
      `select 'sha256:' || encode(sha256(convert_to(body, 'UTF8')), 'hex') = digest as same
         from sluice.audit_record`,
    );

    expect(rows).toEqual([{ same: true }, { same: true }]);
  });

  it.each([
    [
      'an edited body',
      'audit_record',
      "update sluice.audit_record set body = replace(body, 'ada', 'eve')",
      1,
    ],
    [
      'an edited body with its digest computed anew',
      'audit_record',
      `update sluice.audit_record set body = replace(body, 'ada', 'eve'),
         digest = 'sha256:' || encode(sha256(convert_to(replace(body, 'ada', 'eve'), 'UTF8')), 'hex')
       where sequence = 1`,
      2,
    ],
    [
      'a removed first record',
      'audit_record',
      'delete from sluice.audit_record where sequence = 1',
      1,
    ],
    [
      'the newest record removed',
      'audit_record',
      'delete from sluice.audit_record where sequence = 2',
      2,
    ],
    ['a removed ledger row', 'unit', "delete from sluice.unit where unit = '1.sql'", 1],
    [
      'a ledger row with another digest',
      'unit',
      `update sluice.unit set digest = '${digestOf('x')}' where unit = '2.sql'`,
      2,
    ],
    [
      'a ledger row for another target',
      'unit',
      "update sluice.unit set target = 'billing/staging' where unit = '2.sql'",
      2,
    ],
  ])('show %s', async (_, table, text, at) => {
    await tamper(table, text);

    expect(await auditVerify(session)).toMatchObject({ kind: 'broken', at });
  });

  it('cannot be added to after the newest was edited', async () => {
    await tamper(
      'audit_record',
      "update sluice.audit_record set body = replace(body, 'ada', 'eve')",
    );
    const next = await prepare(server, { change: { '3.sql': 'create table b (id int)' } });

    const applying = execute(next.clearance, next.input, portsOf(server, `target_${count}`));

    await expect(applying).rejects.toMatchObject({ code: 'database/ledger' });
    expect(await session.query("select to_regclass('b') is null as absent")).toEqual([
      { absent: true },
    ]);
  });

  it.each([
    "update sluice.unit set state = 'done'",
    'delete from sluice.audit_record',
    'truncate sluice.schema_version',
  ])('are guarded against %j, also in a replica role', async (text) => {
    await session.query("set session_replication_role = 'replica'");

    expect(await session.execute(text)).toMatchObject({ kind: 'failed', sqlstate: '42501' });
  });

  it('are refused as a whole when their guards are switched off', async () => {
    await session.query('alter table sluice.unit disable trigger only_added');

    await expect(auditVerify(session)).rejects.toMatchObject({ code: 'database/ledger' });
  });
});

describe('the ledger', () => {
  it('tells what a target holds, in order', async () => {
    const rows = await readApplied(session, 'billing/production');

    expect(rows.map(({ unitId, state, digest }) => ({ unitId, state, digest }))).toEqual(
      prepared.clearance.units.map(({ id, digest }) => ({ unitId: id, state: 'done', digest })),
    );
    expect(await readApplied(session, 'billing/staging')).toEqual([]);
  });

  it('is empty where Sluice never was', async () => {
    await using elsewhere = await server.connect();

    expect(await readApplied(elsewhere, 'billing/production')).toEqual([]);
    expect(await auditVerify(elsewhere)).toMatchObject({ kind: 'intact', count: 0 });
  });

  it('does not take somebody else’s schema of the same name for its own', async () => {
    await server.createDatabase(`foreign_${count}`);
    await using foreign = await server.connect(`foreign_${count}`);
    await foreign.query('create schema sluice');

    const applying = execute(
      prepared.clearance,
      prepared.input,
      portsOf(server, `foreign_${count}`),
    );

    await expect(applying).rejects.toMatchObject({ code: 'database/ledger' });
  });

  it('is made by a login that is no superuser', async () => {
    await server.createDatabase(`plain_${count}`);
    await using owner = await server.connect(`plain_${count}`);
    await owner.query('create role plain login');
    await owner.query(`alter database plain_${count} owner to plain`);
    await owner.query('grant create on schema public to plain');
    const ports = portsOf(server, `plain_${count}`, (inner) => inner);
    const asPlain = {
      ...ports,
      database: {
        connect: async (options: Parameters<typeof ports.database.connect>[0]) => {
          const inner = await ports.database.connect(options);
          await inner.query('set session authorization plain');
          // `reset session authorization` of the apply would give the superuser back.
          const skip = (text: string): boolean => text === 'reset session authorization';
          return {
            ...inner,
            query: async (text: string, parameters: readonly unknown[] = []) =>
              skip(text) ? [] : inner.query(text, parameters),
          };
        },
      },
    };

    const application = await execute(prepared.clearance, prepared.input, asPlain);

    expect(application.outcome).toBe('applied');
    expect(await auditVerify(owner)).toMatchObject({ kind: 'intact', count: 2 });
  });
});

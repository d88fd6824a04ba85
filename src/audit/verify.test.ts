import { describe, expect, it } from 'vitest';
import type { AuditRecord } from '../domain/audit-record.ts';
import { digestOf } from '../domain/digest.ts';
import { genesis, link } from './chain.ts';
import { type LedgerClaim, verifyChain, verifyLedger, verifyStrictly } from './verify.ts';

const unitDigest = digestOf('create table a (id int)');

function chainOf(count: number): readonly AuditRecord[] {
  const records: AuditRecord[] = [];
  for (let index = 1; index <= count; index += 1) records.push(link(bodyOf(index), records.at(-1)));
  return records;
}

function bodyOf(index: number) {
  return {
    event: 'apply.committed',
    change: { unit: `${index}.sql`, unitDigest },
    target: { name: 'billing/production' },
  } as const;
}

function claimOf(record: AuditRecord): LedgerClaim {
  return {
    unitId: `${record.sequence}.sql`,
    target: 'billing/production',
    digest: unitDigest,
    state: 'done',
    recordSequence: record.sequence,
    recordDigest: record.digest,
  };
}

const records = chainOf(5);
const claims = records.map(claimOf);

function edited(at: number, change: Partial<AuditRecord>): readonly AuditRecord[] {
  return records.map((record) => (record.sequence === at ? { ...record, ...change } : record));
}

function reworded(at: number): Partial<AuditRecord> {
  const text = records[at - 1]!.text.replace('.sql', '.txt');
  return { text, digest: digestOf(text) };
}

describe('verifyChain', () => {
  it('finds an untouched chain intact and names its head', () => {
    expect(verifyChain(records)).toEqual({ kind: 'intact', count: 5, head: records[4]!.digest });
  });

  it('takes no record for an intact chain', () => {
    expect(verifyChain([])).toEqual({ kind: 'intact', count: 0, head: genesis });
  });

  it.each([
    ['an edited text', edited(3, { text: records[2]!.text.replace('3.sql', '4.sql') }), 3],
    ['an edited text with its digest computed anew', edited(3, reworded(3)), 4],
    ['a removed record', records.filter(({ sequence }) => sequence !== 2), 2],
    ['a removed first record', records.slice(1), 1],
    ['swapped records', [records[0]!, records[2]!, records[1]!, ...records.slice(3)], 2],
    ['a repeated record', [...records, records[4]!], 6],
    ['a column that disagrees with its text', edited(5, { sequence: 6 }), 5],
    ['a text that is no JSON', edited(5, { text: '', digest: digestOf('') }), 5],
  ])('finds %s', (_, tampered, at) => {
    expect(verifyChain(tampered)).toMatchObject({ kind: 'broken', at });
  });

  it('cannot see that the newest records were cut off', () => {
    expect(verifyChain(records.slice(0, 3))).toMatchObject({ kind: 'intact', count: 3 });
  });
});

describe('verifyStrictly', () => {
  it('finds a text that says the same in another way', () => {
    const text = ` ${records[4]!.text}`;
    const tampered = edited(5, { text, digest: digestOf(text) });

    expect(verifyChain(tampered).kind).toBe('intact');
    expect(verifyStrictly(tampered)).toMatchObject({ kind: 'broken', at: 5 });
    expect(verifyStrictly(records).kind).toBe('intact');
  });
});

describe('verifyLedger', () => {
  it('finds ledger and records in agreement', () => {
    expect(verifyLedger(records, claims).kind).toBe('intact');
  });

  it('asks no ledger row of a record of something that was not applied', () => {
    const refusal = link({ ...bodyOf(6), event: 'apply.refused' }, records[4]);

    expect(verifyLedger([...records, refusal], claims).kind).toBe('intact');
  });

  it.each([
    ['a ledger row without its record', records.slice(0, 4), claims, 5],
    ['a record without its ledger row', records, claims.slice(1), 1],
    [
      'a row that names another record',
      records,
      [{ ...claims[0]!, recordDigest: claims[1]!.recordDigest }, ...claims.slice(1)],
      1,
    ],
    [
      'a row with another digest',
      records,
      [{ ...claims[0]!, digest: digestOf('') }, ...claims.slice(1)],
      1,
    ],
    ['a row of another unit', records, [{ ...claims[0]!, unitId: 'x' }, ...claims.slice(1)], 1],
    ['a row of another target', records, [{ ...claims[0]!, target: 'x' }, ...claims.slice(1)], 1],
    [
      'a row in another state',
      records,
      [{ ...claims[0]!, state: 'intent' as const }, ...claims.slice(1)],
      1,
    ],
    ['two rows for one record', records, [...claims, claims[1]!], 2],
    ['a broken chain', edited(2, { text: '' }), claims, 2],
  ])('finds %s', (_, chain, rows, at) => {
    expect(verifyLedger(chain, rows)).toMatchObject({ kind: 'broken', at });
  });
});

describe('link', () => {
  it('refuses a record that no log would take', () => {
    const body = { event: 'apply.failed', because: 'x'.repeat(65_536) } as const;

    expect(() => link(body, undefined)).toThrow(/65,535 bytes/);
  });
});

import { expect, test } from 'vitest';
import { classify, wordsOf } from './classify.ts';
import type { TypeFamily } from './column.ts';

function classified(table: string, name: string, family: TypeFamily = 'text'): string {
  return classify({ table, name, family, listed: false });
}

test.each([
  ['users', 'email', 'text', 'email'],
  ['users', 'billingEMail', 'text', 'email'],
  ['users', 'contact_emails', 'array', 'email'],
  ['users', 'E-Mail', 'text', 'email'],
  ['users', 'firstName', 'text', 'person-name'],
  ['users', 'LASTNAME', 'text', 'person-name'],
  ['customers', 'name', 'text', 'person-name'],
  ['products', 'name', 'text', 'unclassified'],
  ['users', 'mobile_number', 'text', 'phone'],
  ['users', 'phone', 'integer', 'phone'],
  ['users', 'password_hash', 'text', 'token'],
  ['apps', 'apiKey', 'text', 'token'],
  ['apps', 'APIKeys', 'text', 'token'],
  ['people', 'ssn', 'integer', 'token'],
  ['people', 'national_id', 'integer', 'token'],
  ['people', 'date_of_birth', 'date', 'token'],
  ['accounts', 'iban', 'text', 'token'],
  ['cards', 'card_number', 'text', 'token'],
  ['logins', 'ip_address', 'network', 'token'],
  ['users', 'email_sent_at', 'date', 'not-personal'],
  ['users', 'token_count', 'integer', 'not-personal'],
  ['users', 'email_verified', 'plain', 'not-personal'],
  ['orders', 'total', 'integer', 'not-personal'],
  ['orders', 'id', 'uuid', 'not-personal'],
  ['orders', 'notes', 'text', 'unclassified'],
  ['orders', 'payload', 'json', 'unclassified'],
  ['places', 'spot', 'unknown', 'unclassified'],
] as const)('classifies %s.%s of type %s as %s', (table, name, family, expected) => {
  const classification = classified(table, name, family);

  expect(classification).toBe(expected);
});

test('lets a comment explain a column whose name says nothing', () => {
  const classification = classify({
    table: 't',
    name: 'c1',
    family: 'text',
    comment: 'The e-mail address',
    listed: false,
  });

  expect(classification).toBe('email');
});

test('keeps text whose CHECK lists every value', () => {
  const classification = classify({ table: 't', name: 'state', family: 'text', listed: true });

  expect(classification).toBe('not-personal');
});

test('reads the words of names in every usual style', () => {
  const words = ['userEMailAddresses2', 'HTTPToken', 'zip-code', 'größe_cm'].map(wordsOf);

  expect(words).toEqual([
    ['user', 'e', 'mail', 'address'],
    ['http', 'token'],
    ['zip', 'code'],
    ['größe', 'cm'],
  ]);
});

import { expect, test } from 'vitest';
import { environmentCredentials } from '../credentials/environment.ts';
import { maskedCredentials, secretsOf } from './secrets.ts';

const cases: readonly (readonly [string, readonly string[]])[] = [
  ['', []],
  [' \n\n', []],
  ['ghs_token', ['ghs_token']],
  ['one\r\ntwo\n', ['one\r\ntwo', 'one', 'two']],
  ['postgres://applier@host/db', []],
  ['postgres://applier:secret@host:5432/db', ['secret']],
  ['postgres://applier:p%40ss%2Fword@host/db', ['p%40ss%2Fword', 'p@ss/word']],
  ['postgres://applier:a@b:c@host/db', ['a@b:c']],
  ['postgres://applier:100%@host/db', ['100%']],
  ['postgres://applier@host/db?password=s%20cret&sslmode=disable', ['s%20cret', 's cret']],
  ['postgres:///db?host=/run&password=a+b', ['a+b', 'a b']],
];

test.each(cases)('finds what of %j may be printed', (secret, parts) => {
  const whole = secret.startsWith('postgres') ? [secret] : [];

  expect([...secretsOf(secret)].sort()).toEqual([...whole, ...parts].sort());
});

test('masks a URL when it is first read, and not before', async () => {
  const masked: string[] = [];
  const url = 'postgres://applier:secret@host/db';
  const provider = environmentCredentials({ TARGET: url, OTHER: 'postgres://a:b@host/db' });
  const credentials = maskedCredentials(provider, (secret) => masked.push(secret));
  expect(masked).toEqual([]);

  await expect(credentials.urlOf('TARGET')).resolves.toBe(url);

  expect(masked).toEqual([url, 'secret']);
});

test('masks nothing of a variable that is not set', async () => {
  const masked: string[] = [];
  const credentials = maskedCredentials(environmentCredentials({}), (one) => masked.push(one));

  await expect(credentials.urlOf('TARGET')).rejects.toMatchObject({ code: 'input/target' });

  expect(masked).toEqual([]);
});

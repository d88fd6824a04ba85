import { expect, test } from 'vitest';
import { scriptOf } from '../../test/fakes/scripts.ts';
import { advance, emptyCatalog } from '../catalog/catalog.ts';
import { effectsOf } from '../effects/effects.ts';
import { evaluateRules } from './evaluate.ts';

/** What is said of files that run one after the other, each in a transaction of its own. */
async function findingsOf(files: readonly string[]): Promise<readonly string[]> {
  const scripts = await Promise.all(files.map((sql, index) => scriptOf(sql, `${index + 1}.sql`)));
  const effects = effectsOf(scripts, emptyCatalog);
  const findings = evaluateRules(effects, advance(emptyCatalog, effects), scripts);
  return findings.map(({ rule, place }) => `${place.path}:${place.line} ${rule}`);
}

const addCheck = 'alter table users add constraint c check (email is not null) not valid';
const validate = 'alter table users validate constraint c';
const setNotNull = 'alter table users alter column email set not null';

test.each([
  ['a constraint is validated in a later file', [addCheck, validate], []],
  [
    'a constraint is validated in the same file',
    [`${addCheck};\n${validate}`],
    ['1.sql:2 validate-in-same-transaction', '1.sql:2 work-under-lock'],
  ],
  ['a validated check makes SET NOT NULL cheap', [addCheck, validate, setNotNull], []],
  [
    'another action of the statement still has to read',
    [addCheck, validate, `${setNotNull}, alter column name set not null`],
    ['3.sql:1 blocking-scan'],
  ],
  [
    'a check that is not validated proves nothing',
    [addCheck, setNotNull],
    ['2.sql:1 blocking-scan'],
  ],
  [
    'a check that is validated later proves nothing',
    [addCheck, setNotNull, validate],
    ['2.sql:1 blocking-scan'],
  ],
  [
    'a check of another table proves nothing',
    [addCheck, validate, 'alter table other.users alter column email set not null'],
    ['3.sql:1 blocking-scan'],
  ],
  [
    'a check of another column proves nothing',
    [addCheck, validate, 'alter table users alter column name set not null'],
    ['3.sql:1 blocking-scan'],
  ],
  [
    'a check that allows something else proves nothing',
    [addCheck.replace('not null)', 'not null or true)'), validate, setNotNull],
    ['3.sql:1 blocking-scan'],
  ],
  [
    'a check that was replaced proves nothing',
    [
      addCheck.replace('email is not null', 'age > 0'),
      validate,
      setNotNull,
      'alter table users drop constraint c',
      addCheck,
    ],
    ['3.sql:1 blocking-scan', '4.sql:1 weaken-integrity'],
  ],
  [
    'a check that was dropped proves nothing',
    [addCheck, validate, 'alter table users drop constraint c', setNotNull],
    ['3.sql:1 weaken-integrity', '4.sql:1 blocking-scan'],
  ],
  [
    'an index is built concurrently and then used',
    [
      'create unique index concurrently users_email on users (email)',
      'alter table users add constraint users_email unique using index users_email',
    ],
    [],
  ],
  [
    'a value of an enumeration is used in a later file',
    ["alter type a add value 'b'", "insert into c (d) values ('b')"],
    [],
  ],
  [
    'work goes on in another file',
    ['alter table users add column note text', 'create index concurrently i on orders (id)'],
    [],
  ],
])('%s', async (_title, files, findings) => {
  expect(await findingsOf(files)).toEqual(findings);
});

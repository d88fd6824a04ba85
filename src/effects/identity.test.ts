import { expect, test } from 'vitest';
import { parseIdentity } from './identity.ts';

test.each([
  ['public.users', false, { schema: 'public', name: 'users' }],
  ['"My".""""', false, { schema: 'My', name: '"' }],
  ['"a.b"."c.d"', false, { schema: 'a.b', name: 'c.d' }],
  ['public.users.email', true, { schema: 'public', name: 'users', part: 'email' }],
  ['public.f(integer, text)', false, { schema: 'public', name: 'f' }],
  ['t on public.users', false, { name: 't on public.users' }],
  ['billing', false, { name: 'billing' }],
])('takes %s apart', (identity, isColumn, expected) => {
  expect(parseIdentity(identity, isColumn)).toEqual(expected);
});

import { expect, it } from 'vitest';
import { quoteIdentifier, quoteLiteral, quoteName } from './quote.ts';

it.each([
  ['plain', '"plain"', "'plain'"],
  ['Or"der', '"Or""der"', "'Or\"der'"],
  ["it's", '"it\'s"', "'it''s'"],
  ["a\\'b", '"a\\\'b"', " E'a\\\\''b'"],
])('quotes %s', (text, identifier, literal) => {
  expect([quoteIdentifier(text), quoteLiteral(text)]).toEqual([identifier, literal]);
});

it('quotes both halves of a name', () => {
  expect(quoteName('a.b', 'c')).toBe('"a.b"."c"');
});

it.each([() => quoteLiteral('a\0'), () => quoteIdentifier('a\0'), () => quoteIdentifier('')])(
  'refuses what PostgreSQL cannot hold (%#)',
  (quote) => {
    expect(quote).toThrow(TypeError);
  },
);

import { expect, test } from 'vitest';
import { codeBlock, codeSpan, sealJson, sealTerminal, visible, visibleLines } from './redact.ts';

test.each([
  ['plain text', 'plain text'],
  ['\u001B[31mred', '<U+001B>[31mred'],
  ['a\u202Eb', 'a<U+202E>b'],
  ['zero\u200Bwidth', 'zero<U+200B>width'],
  ['two\nlines\r\n', 'two<U+000A>lines<U+000D><U+000A>'],
  ['no\u00A0break', 'no<U+00A0>break'],
  ['hangul\u3164filler', 'hangul<U+3164>filler'],
  ['tag\u{E0041}', 'tag<U+E0041>'],
  ['lone \uD800', 'lone <U+D800>'],
  ['postgres://app:secret@db/x', 'postgres://***@db/x'],
  ["create role app password 'it''s'", "create role app password '***'"],
  ['host=db password=secret user=x', 'host=db password=*** user=x'],
  ['password text not null', 'password text not null'],
])('shows %j as %j', (text, shown) => {
  const result = visible(text);

  expect(result).toBe(shown);
});

test.each(['a.', 'a://', 'password ', "password'", 'password=', ' ', "'"])(
  'reads a hostile text of %j in time',
  (part) => {
    const text = `password${part.repeat(300_000)}`;

    expect(visible(text).length).toBeGreaterThan(0);
  },
);

test('keeps lines and tabs of SQL, and shows the rest', () => {
  const lines = visibleLines('select 1;\r\n\tselect 2;\rselect 3;');

  expect(lines).toEqual(['select 1;', '    select 2;<U+000D>select 3;']);
});

test.each([
  '`` ` </code><script>alert(1)</script>',
  '@everyone #1 [x](http://evil.example) | cell',
  '<!-- sluice --> <img src=x>',
  '\n\n# heading\n- list',
  'www.evil.example a_b_c **bold** ~~x~~ &lt;',
])('leaves nothing of %j that means anything in Markdown', (text) => {
  const span = codeSpan(text);

  expect(span).toMatch(
    /^<code>(?:[A-Za-z0-9 ,/()'.-]|: |(?<=[a-z0-9])_(?=[a-z0-9])|&#\d+;)*<\/code>$/u,
  );
  expect(span).not.toMatch(/www\./);
});

test('cuts a long text by whole characters', () => {
  const span = codeSpan('é😀'.repeat(10), 3);

  expect(span).toBe('<code>é😀…</code>');
});

test('fences code with more backticks than it holds, and hides no marker in it', () => {
  const block = codeBlock('select 1;\n````\n@dana <!-- sluice -->', 'sql');

  expect(block).toBe('`````sql\nselect 1;\n````\n@dana <U+003C>!-- sluice -->\n`````');
});

test.each([
  ['::set-output name=x::y', '<U+003A>:set-output name=x::y'],
  ['ok\n \t::error::x', 'ok\n \t<U+003A>:error::x'],
  ['a ##[set-output name=x;]y', 'a ##<U+005B>set-output name=x;]y'],
  ["select '1'::text", "select '1'::text"],
])('breaks workflow commands in %j', (text, sealed) => {
  const result = sealTerminal(text);

  expect(result).toBe(sealed);
});

test('writes JSON in which nothing is invisible and nothing is a command', () => {
  const value = { sql: '\u202E##[x]\u001B\u200B\u{E0041}', url: 'postgres://a:b@c/d' };

  const text = sealJson(value);

  expect(text).toBe(
    '{\n  "sql": "\\u202e#\\u0023[x]\\u001b\\u200b\\udb40\\udc41",\n  "url": "postgres://***@c/d"\n}\n',
  );
  expect(JSON.parse(text)).toEqual({ ...value, url: 'postgres://***@c/d' });
});

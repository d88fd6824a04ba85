import { afterAll, describe, expect, it } from 'vitest';
import { createParser } from '../adapters/parser/pg-query.ts';
import type { BodyPart, Statement } from '../domain/statement.ts';
import { readScript } from './read.ts';

const parser = createParser();
afterAll(() => parser[Symbol.asyncDispose]());

async function read(sql: string, firstLine = 1): Promise<readonly Statement[]> {
  const bytes = new TextEncoder().encode(sql);
  const script = await readScript({ id: 'u', path: 'a.sql', bytes, firstLine }, parser);
  return script.statements;
}

function summary(part: BodyPart): string {
  if (part.kind === 'transaction') return `transaction ${part.action}`;
  return `${part.kind} ${part.text.trim()}`;
}

async function bodiesIn(sql: string): Promise<readonly (string | readonly string[])[]> {
  const statements = await read(sql);
  return statements.flatMap((statement) =>
    statement.kind === 'unparsed'
      ? [`unparsed: ${statement.reason}`]
      : statement.bodies.map((body) =>
          body.kind === 'opaque' ? `opaque ${body.language}` : body.parts.map(summary),
        ),
  );
}

describe('readScript', () => {
  it.each(['', ' \n\t', '-- nothing\n', '/* a /* b */ c */', ';;'])(
    'finds no statement in %j',
    async (sql) => {
      expect(await read(sql)).toEqual([]);
    },
  );

  it('places every statement, with columns in code points and offsets in bytes', async () => {
    const sql = "select 'é😀'; -- note\n  select 2;\r\n/* x */ do $$ begin end $$;\nselect 3";

    const statements = await read(sql, 10);

    expect(
      statements.map(({ text, place }) => [text, place.line, place.column, place.offset]),
    ).toEqual([
      ["select 'é😀'", 10, 1, 0],
      ['select 2', 11, 3, 27],
      ['do $$ begin end $$', 12, 9, 46],
      ['select 3', 13, 1, 66],
    ]);
  });

  it('slices so that every text is exactly one statement again', async () => {
    const pieces = [
      'select 1',
      "insert into t values ('a;b', E'\\';', $q$;$q$)",
      '/* ; */ select -- ;\n 2',
      'create function f() returns int begin atomic select 1; select 2; end',
      "select U&'\\0041', \"a;b\", 'é'",
    ];
    const texts = pieces.flatMap((a) => pieces.map((b) => `  ${a} ; -- x\n${b}\n;`));

    const again = await Promise.all(
      texts.map(async (sql) => {
        const statements = await read(sql);
        const counts = await Promise.all(
          statements.map(async ({ text }) => (await read(text)).length),
        );
        return counts;
      }),
    );

    expect(again).toEqual(texts.map(() => [1, 1]));
  });

  it.each([
    [
      'select 1;\nselec 2;',
      'PostgreSQL\'s grammar does not accept it: syntax error at or near "selec".',
      2,
      1,
    ],
    [
      "select 'é😀'; selec",
      'PostgreSQL\'s grammar does not accept it: syntax error at or near "selec".',
      1,
      14,
    ],
    [
      'select 1;\n\\copy a from b',
      'It holds a psql meta-command, which only psql understands: PostgreSQL itself refuses it.',
      2,
      1,
    ],
  ])('makes one unparsed statement of %j', async (sql, reason, line, column) => {
    const statements = await read(sql);

    expect(statements).toEqual([
      {
        kind: 'unparsed',
        text: sql,
        reason,
        place: { path: 'a.sql', line, column, offset: expect.any(Number) },
      },
    ]);
  });

  it('survives what nests deeply, and reads on', async () => {
    const deep = await read(`select 1${'+1'.repeat(20_000)}`);
    const next = await read('select 1');

    expect(deep.map(({ kind }) => kind)).toEqual(['unparsed']);
    expect(next.map(({ kind }) => kind)).toEqual(['parsed']);
  });
});

describe('bodies', () => {
  it.each<[string, readonly (string | readonly string[])[]]>([
    ['do language plpython3u $$ x $$', ['opaque plpython3u']],
    ["create function f() returns int language c as 'a', 'b'", ['opaque c']],
    [
      "create function f() returns int language sql as 'select 1; delete from t'",
      [['statement select 1', 'statement delete from t']],
    ],
    ["create function f() returns int language sql as 'selec'", ['opaque sql']],
    ['do $$ begin nonsense here; if end $$', ['opaque plpgsql']],
    [
      'do $$ begin delete from t; commit; rollback; end $$',
      [['statement delete from t', 'transaction commit', 'transaction rollback']],
    ],
    [
      'do $$ declare x int := f(); a int[]; begin x := count(*) from t; a[g(1)] = 2; end $$',
      [
        [
          'expression SELECT f()',
          'expression SELECT  count(*) from t',
          'expression SELECT a[g(1)]',
          'expression SELECT  2',
        ],
      ],
    ],
    [
      "do $$ declare r record; begin for r in execute 'a' || b using c loop perform h(r); end loop; end $$",
      [["dynamic SELECT 'a' || b", 'expression SELECT c', 'statement SELECT h(r)']],
    ],
    [
      "create function f() returns setof int language plpgsql as $$ declare c cursor for select 9; z refcursor; begin open z for execute 'q'; return query execute 'r'; return query select 1; begin null; exception when others then truncate t; end; end $$",
      [
        [
          'statement select 9',
          "dynamic SELECT 'q'",
          "dynamic SELECT 'r'",
          'statement select 1',
          'statement truncate t',
        ],
      ],
    ],
    [
      'do $a$ begin create function g() returns int language sql as $b$ delete from t $b$; end $a$',
      [
        [
          'statement create function g() returns int language sql as $b$ delete from t $b$',
          'statement delete from t',
        ],
      ],
    ],
    [
      'create function f() returns int return g(1)',
      [['expression create function f() returns int return g(1)']],
    ],
    ['select 1', []],
  ])('reads %s', async (sql, expected) => {
    expect(await bodiesIn(sql)).toEqual(expected);
  });
});

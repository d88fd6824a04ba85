import { expect, test } from 'vitest';
import { scriptOf } from '../../test/fakes/scripts.ts';
import type { BodyPart } from '../domain/statement.ts';

/** The text of every statement that an EXECUTE of the block is known to run; `?` where nobody knows. */
async function executedBy(code: string): Promise<readonly string[]> {
  const [statement] = (await scriptOf(`do $do$ ${code} $do$`)).statements;
  if (statement?.kind !== 'parsed') throw new Error(`It does not parse: ${code}`);
  const parts = statement.bodies.flatMap((body) => (body.kind === 'read' ? body.parts : []));
  return parts.flatMap(textsOf);
}

function textsOf(part: BodyPart): readonly string[] {
  if (part.kind !== 'dynamic') return [];
  return part.folded?.map((inner) => ('text' in inner ? inner.text : '')) ?? ['?'];
}

test.each([
  ["begin execute 'select 1'; end", ['select 1']],
  ["begin execute 'select 1; select 2'; end", ['select 1', 'select 2']],
  ["declare q text := 'select 1'; begin execute q; end", ['select 1']],
  ["declare q text; begin execute q; q := 'select 1'; end", ['?']],
  [
    "declare q text; begin q := 'select 1'; execute q; q := 'select 2'; execute q; end",
    ['select 1', 'select 2'],
  ],
  ["declare q text := 'select'; begin q := q || ' 1'; execute q; end", ['select 1']],
  ["declare q text; begin select 'select 1' into q; execute q; end", ['select 1']],
  ["declare q text; begin select 'select 1' into q from pg_class; execute q; end", ['?']],
  [
    "declare q text := 'select 1'; begin if random() > 0 then q := 'select 2'; end if; execute q; end",
    ['?'],
  ],
  [
    "declare q text := 'select 1'; begin if random() > 0 then q := 'select 2'; execute q; end if; end",
    ['select 2'],
  ],
  [
    "declare q text := 'select 1'; begin for i in 1..2 loop execute q; q := 'select 2'; end loop; end",
    ['?'],
  ],
  ["declare q text := 'select 1'; begin for i in 1..2 loop execute q; end loop; end", ['select 1']],
  [
    "declare q text := 'select 1'; begin while true loop q := 'select 2'; end loop; execute q; end",
    ['?'],
  ],
  [
    "declare q text := 'select 1'; begin begin q := 'select 2'; raise 'x'; exception when others then execute q; end; end",
    ['?'],
  ],
  [
    "declare q text := 'select 1'; begin begin q := 'select 2'; perform 1 / 0; exception when others then null; end; execute q; end",
    ['?'],
  ],
  ["declare q text := 'select 1'; begin begin q := 'select 2'; end; execute q; end", ['?']],
  [
    "declare q text := 'select 1'; begin declare q text := 'select 2'; begin execute q; end; end",
    ['?'],
  ],
  [
    "declare q text := 'select 1'; begin foreach q in array array['select 2'] loop null; end loop; execute q; end",
    ['?'],
  ],
  ["declare q text := 'select 1'; begin get diagnostics q = pg_context; execute q; end", ['?']],
  [
    "declare q text := 'select 1'; begin execute 'select 2' into q; execute q; end",
    ['select 2', '?'],
  ],
  ["declare q text := 'select 1'; begin call p(q); execute q; end", ['?']],
  [
    "declare q text := 'select 1'; r record; begin for q in select 'x' loop execute q; end loop; end",
    ['?'],
  ],
  [
    "declare q text := 'select 1'; c cursor for select 'x'; begin open c; fetch c into q; execute q; end",
    ['?'],
  ],
  [
    "declare q text := 'select 1'; n int; begin delete from t returning 1, 'x' into n, q; execute q; end",
    ['?'],
  ],
  ["declare a text := 'select'; b text := a || ' 1'; begin execute b; end", ['select 1']],
  ["declare a text := 'select'; b text := a || ' 1'; begin a := 'drop'; execute b; end", ['?']],
  ["declare q varchar(8) := 'select 1'; begin execute q; end", ['?']],
  ["declare q char(3) := 'sel'; begin execute q || 'ect 1'; end", ['?']],
  ["declare q text[]; begin q[1] := 'select 1'; execute q[1]; end", ['?']],
  ["declare q text := 'select 1'; begin <<l>> declare r text; begin execute l.q; end; end", ['?']],
  ["begin execute 'selec 1'; end", ['?']],
  ["begin execute ''; end", ['?']],
  ["begin execute 'select ' || chr(1); end", ['?']],
])('of %s runs %j', async (code, texts) => {
  expect(await executedBy(code)).toEqual(texts);
});

import { marksOf } from '../sql/marks.ts';
import { namesIn } from '../sql/names.ts';
import { lookOf, trickIn } from './look-alikes.data.ts';
import { defineRule } from './rule.ts';

export const misleadingName = defineRule({
  id: 'misleading-name',
  axis: 'concealment',
  title: 'A name looks like another one',
  why: 'Reviewers read one name and PostgreSQL another: the change touches something else than they approve.',
  instead: 'Write each name in letters of one script, as they are typed on a keyboard.',
  invalid: [
    {
      // The а is Cyrillic.
      sql: 'create table pаyments (id bigint)',
      level: 'high',
      message: 'The name pаyments mixes Latin and Cyrillic letters.',
    },
    {
      sql: 'create table "users\u3000" (id bigint)',
      level: 'high',
      message:
        'The name users\u3000 holds a character that is shown like another one or not at all.',
    },
    {
      sql: 'create table ｕｓｅｒｓ (id bigint)',
      level: 'high',
      message:
        'The name ｕｓｅｒｓ holds a character that is shown like another one or not at all.',
    },
    {
      // All letters of the second name are Cyrillic.
      sql: 'create table cop (id bigint); create table сор (id bigint)',
      level: 'high',
      message: 'The name сор looks like cop, which the change names as well.',
    },
  ],
  valid: [
    'create table заказы (номер bigint, сумма bigint)',
    'create table "größe" (id bigint, データ text, 名前 text)',
    "select 'pаyments'",
  ],
  check: ({ scripts }) => {
    // oxlint-disable-next-line no-control-regex -- everything but ASCII is what it looks for
    const suspects = scripts.filter(({ source }) => /[^\u0000-\u007f]/.test(source.text));
    if (suspects.length === 0) return [];
    const plain = new Set(
      scripts.flatMap(({ source }) =>
        namesIn(source.text)
          .map(({ name }) => name)
          .filter(isAscii),
      ),
    );
    return suspects.flatMap((script) => {
      const found = namesIn(script.source.text).flatMap((name) => {
        const problem = isAscii(name.name) ? undefined : problemOf(name.name, plain);
        return problem === undefined ? [] : [{ ...name, problem }];
      });
      return marksOf(script, found).map((effect) => ({
        effect,
        place: effect.place,
        level: 'high',
        message: `The name ${effect.name} ${effect.problem}.`,
      }));
    });
  },
});

function problemOf(name: string, plain: ReadonlySet<string>): string | undefined {
  const trick = trickIn(name);
  if (trick !== undefined) return trick;
  const look = lookOf(name);
  return plain.has(look) ? `looks like ${look}, which the change names as well` : undefined;
}

function isAscii(name: string): boolean {
  return /^[ -~]*$/.test(name);
}

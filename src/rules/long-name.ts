import { marksOf } from '../sql/marks.ts';
import { keptName, namesIn } from '../sql/names.ts';
import { defineRule } from './rule.ts';

const long = 'archive_of_all_orders_that_were_cancelled_by_customers_in_the_year';

export const longName = defineRule({
  id: 'long-name',
  axis: 'design',
  default: 'off',
  title: 'A name is longer than PostgreSQL keeps',
  why: 'The database knows it by its first 63 bytes, and tools that look for the whole name do not find it.',
  instead: 'Use a name of at most 63 bytes.',
  invalid: [
    {
      sql: `create table ${long} (id bigint)`,
      level: 'low',
      message: `The name ${long} is cut to ${long.slice(0, 63)}.`,
    },
  ],
  valid: [`create table ${long.slice(0, 63)} (id bigint)`, `select '${long}'`],
  check: ({ scripts }) =>
    scripts.flatMap((script) => {
      const found = namesIn(script.source.text).filter(({ name }) => keptName(name) !== name);
      return marksOf(script, found).map((effect) => ({
        effect,
        place: effect.place,
        level: 'low',
        message: `The name ${effect.name} is cut to ${keptName(effect.name)}.`,
      }));
    }),
});

import { marksOf } from '../sql/marks.ts';
import { keptName, namesIn } from '../sql/names.ts';
import type { WrittenName } from '../sql/names.ts';
import { defineRule } from './rule.ts';

const kept = 'archive_of_all_orders_that_were_cancelled_by_customers_in_2024_a';

export const truncatedName = defineRule({
  id: 'truncated-name',
  axis: 'concealment',
  title: 'A name is cut to another one',
  why: 'PostgreSQL keeps 63 bytes of a name: the longer one means the object that the shorter one names.',
  instead: 'Give both objects names of at most 63 bytes.',
  invalid: [
    {
      sql: `create table ${kept.slice(0, 63)} (id bigint); comment on table ${kept.slice(0, 63)}_copy is 'x'`,
      level: 'high',
      message: `The name ${kept.slice(0, 63)}_copy is cut to ${kept.slice(0, 63)}, which the change names as well.`,
    },
    {
      sql: `create table ${kept}_one (id bigint); create table if not exists ${kept}_two (id bigint)`,
      level: 'high',
      message: `The name ${kept}_two is cut to ${kept.slice(0, 63)}, which the change names as well.`,
    },
  ],
  valid: [
    `create table ${kept.slice(0, 63)} (id bigint)`,
    `create table ${kept}_b (id bigint); comment on table ${kept}_b is 'x'`,
  ],
  check: ({ scripts }) => {
    if (!scripts.some(({ source }) => mayHold(source.text))) return [];
    const first = new Map<string, string>();
    const isCutToAnother = ({ name }: WrittenName): boolean => {
      const short = keptName(name);
      const known = first.get(short);
      if (known === undefined) first.set(short, name);
      return known !== undefined && known !== name;
    };
    return scripts.flatMap((script) => {
      const found = namesIn(script.source.text).filter(isCutToAnother);
      return marksOf(script, found).map((effect) => ({
        effect,
        place: effect.place,
        level: 'high',
        message: `The name ${effect.name} is cut to ${keptName(effect.name)}, which the change names as well.`,
      }));
    });
  },
});

function mayHold(text: string): boolean {
  return /[\w$]{64}|"[^"]{64}|[\u0080-\uffff]/.test(text);
}

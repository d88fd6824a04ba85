import { gapsOf } from '../sql/gaps.ts';
import { marksOf } from '../sql/marks.ts';
import { defineRule } from './rule.ts';

export const hiddenStatement = defineRule({
  id: 'hidden-statement',
  axis: 'concealment',
  title: 'Something stands where nobody looks',
  why: 'What is far to the right or far below is not on the screen of those who review the change.',
  instead: 'Write it where it is read, right after what stands before it.',
  invalid: [
    {
      sql: `select 1;${' '.repeat(200)}select 2`,
      level: 'high',
      message: 'Goes on behind a wide gap: select.',
    },
    {
      sql: `select 1;${'\n'.repeat(100)}select 2`,
      level: 'high',
      message: 'Goes on behind a wide gap: select.',
    },
    {
      sql: `select id from users where id = 1${'\t'.repeat(150)}/* all */ or true`,
      level: 'high',
      message: 'Goes on behind a wide gap: or.',
    },
  ],
  valid: [
    `select 1;\n\n\nselect 2;${' '.repeat(200)}\nselect 3`,
    `select '${' '.repeat(200)}'`,
    `select 1${' '.repeat(200)}-- the end`,
  ],
  check: ({ scripts }) =>
    scripts.flatMap((script) =>
      marksOf(script, gapsOf(script.source.text)).map((effect) => ({
        effect,
        place: effect.place,
        level: 'high',
        message: `Goes on behind a wide gap: ${effect.text.slice(0, 60)}.`,
      })),
    ),
});

import { createdObjects, defineRule, writtenTable } from './rule.ts';
import { traitsOf } from '../effects/traits.ts';

export const sequenceOptions = defineRule({
  id: 'sequence-options',
  axis: 'compatibility',
  title: 'A sequence counts differently',
  why: 'It may give values that rows have already, or none: inserts then fail, one after the other.',
  instead:
    'Leave the sequence alone, or say which values are in use and why none of them comes again.',
  invalid: [
    {
      sql: 'alter sequence ids cycle',
      level: 'medium',
      message: 'Changes cycle of sequence ids.',
    },
    {
      sql: 'alter sequence ids increment by -1',
      level: 'medium',
      message: 'Changes increment of sequence ids.',
    },
  ],
  valid: ['alter sequence ids cache 20'],
  check: ({ effects, scripts }) => {
    const created = createdObjects(effects, 'sequence');
    return traitsOf(scripts, 'sequence-option')
      .filter(({ sequence }) => !created.has(writtenTable(sequence)))
      .map((effect) => ({
        effect,
        level: 'medium',
        message: `Changes ${effect.option} of sequence ${writtenTable(effect.sequence)}.`,
      }));
  },
});

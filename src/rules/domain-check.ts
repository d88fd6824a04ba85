import { createdObjects } from './rule.ts';
import { traitsOf } from '../effects/traits.ts';
import { defineRule } from './rule.ts';

export const domainCheck = defineRule({
  id: 'domain-check',
  axis: 'lock',
  title: 'A domain gets a constraint that every table has to obey',
  why: 'Each table with a column of the domain is locked against writes while all of its rows are read.',
  instead: 'Add the check NOT VALID and validate it in a later change.',
  invalid: [
    {
      sql: 'alter domain percent add constraint positive check (value > 0)',
      level: 'medium',
      message: 'Reads every table that uses domain percent, under a lock that blocks writes.',
    },
  ],
  valid: [
    'alter domain percent add constraint positive check (value > 0) not valid',
    'create domain scratch as int; alter domain scratch add constraint positive check (value > 0)',
  ],
  check: ({ effects, scripts }) => {
    const created = createdObjects(effects, 'domain');
    return traitsOf(scripts, 'domain-check')
      .filter(({ domain }) => !created.has(domain))
      .map((effect) => ({
        effect,
        level: 'medium',
        message: `Reads every table that uses domain ${effect.domain}, under a lock that blocks writes.`,
      }));
  },
});

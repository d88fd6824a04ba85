import { objectName } from '../domain/effect.ts';
import { saferForm } from '../effects/rewrites/index.ts';
import { defineRule, ofKind } from './rule.ts';

export const indexWithoutConcurrently = defineRule({
  id: 'index-without-concurrently',
  axis: 'lock',
  title: 'An index is built while writes are blocked',
  why: 'Nobody can write to the table until the whole index is built.',
  instead:
    'Use CREATE INDEX CONCURRENTLY alone in its own file; add a constraint USING INDEX afterwards.',
  invalid: [
    {
      sql: 'create index users_email on users (email)',
      level: 'medium',
      message: 'Builds index users_email on table users while writes are blocked.',
    },
    {
      sql: 'alter table users add constraint users_email unique (email)',
      level: 'medium',
      message: 'Builds index users_email on table users while writes are blocked.',
    },
  ],
  valid: [
    'create index concurrently users_email on users (email)',
    'create table scratch (id int); create index scratch_id on scratch (id)',
  ],
  counterfactual: {
    level: 'low',
    when: 'it is built CONCURRENTLY in a file of its own',
    with: ['create index concurrently users_email on users (email)'],
  },
  rewrite: saferForm,
  check: ({ effects }) =>
    ofKind(effects, 'builds-index')
      .filter((effect) => !effect.concurrently && !effect.object.createdHere)
      .map((effect) => {
        const index = effect.index === '' ? 'an index' : `index ${effect.index}`;
        const message = `Builds ${index} on ${objectName(effect.object)} while writes are blocked.`;
        return { effect, level: 'medium', message };
      }),
});

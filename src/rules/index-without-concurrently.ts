import { objectName } from '../domain/effect.ts';
import { saferForm } from '../effects/rewrites/index.ts';
import type { EffectOf } from '../domain/effect.ts';
import { defineRule, ofKind, onPerhapsNew } from './rule.ts';
import type { Remark } from './rule.ts';

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
    {
      sql: 'create table if not exists notes (id int); create index notes_id on notes (id)',
      level: 'low',
      message:
        'Builds index notes_id on table notes while writes are blocked, unless this change makes the table.',
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
  check: ({ effects }) => {
    const perhapsNew = onPerhapsNew(effects);
    const builds = ofKind(effects, 'builds-index').filter(
      (effect) => !effect.concurrently && !effect.object.createdHere,
    );
    const [first, ...others] = builds.filter((effect) => perhapsNew.has(effect));
    return [
      ...builds
        .filter((effect) => !perhapsNew.has(effect))
        .map((effect) => ({ effect, level: 'medium' as const, message: `${words(effect)}.` })),
      ...(first === undefined ? [] : [unlessNew(first, others.length)]),
    ];
  },
});

function words({ index, object }: EffectOf<'builds-index'>): string {
  const what = index === '' ? 'an index' : `index ${index}`;
  return `Builds ${what} on ${objectName(object)} while writes are blocked`;
}

/** Once for all of them: a new schema of many tables is no larger risk than one of a single table. */
function unlessNew(effect: EffectOf<'builds-index'>, others: number): Remark {
  const more = others === 0 ? '' : ` So it does ${others} more.`;
  const message = `${words(effect)}, unless this change makes the table.${more}`;
  return { effect, level: 'low', message };
}

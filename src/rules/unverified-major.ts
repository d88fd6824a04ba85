import type { Effect } from '../domain/effect.ts';
import { majorOf } from '../catalog/catalog.ts';
import { newestMeasured } from '../effects/locks.data.ts';
import { defineRule } from './rule.ts';

export const unverifiedMajor = defineRule({
  id: 'unverified-major',
  axis: 'unknown',
  title: 'The locks of this PostgreSQL were not measured',
  why: `What a statement locks, rewrites and reads differs between major versions; for a newer one Sluice says what it measured on PostgreSQL ${newestMeasured}.`,
  instead: 'Rehearse it on a server of this version, or use a Sluice that has measured it.',
  invalid: [
    {
      sql: 'alter table users add column note text',
      postgres: 19,
      level: 'medium',
      message:
        'The locks of PostgreSQL 19 were not measured: everything that is said of them is so on PostgreSQL 18.',
    },
    {
      sql: 'create table drafts (id bigint); alter table users add column note text; drop index users_email',
      postgres: 20,
      level: 'medium',
      message:
        'The locks of PostgreSQL 20 were not measured: everything that is said of them is so on PostgreSQL 18.',
    },
  ],
  valid: ['alter table users add column note text'],
  check: ({ effects, catalog, postgres = majorOf(catalog) }) => {
    const first = effects.find(isOfSchema);
    if (first === undefined || postgres === undefined || postgres <= newestMeasured) return [];
    const { unitId, statement, source } = first;
    return [
      {
        effect: { unitId, statement, source },
        level: 'medium',
        message: `The locks of PostgreSQL ${postgres} were not measured: everything that is said of them is so on PostgreSQL ${newestMeasured}.`,
        unknown: true,
      },
    ];
  },
});

/** What the change itself creates is nobody else's to wait for; rows move under the same locks everywhere. */
function isOfSchema(effect: Effect): boolean {
  if (effect.source !== 'static' || !ofSchema.has(effect.kind)) return false;
  const object = 'object' in effect ? effect.object : undefined;
  return object === undefined || !object.createdHere;
}

const ofSchema: ReadonlySet<Effect['kind']> = new Set([
  'creates',
  'alters',
  'drops',
  'truncates',
  'locks',
  'rewrites',
  'scans',
  'builds-index',
]);

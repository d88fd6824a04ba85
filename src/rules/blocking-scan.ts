import type { Effect, EffectOf } from '../domain/effect.ts';
import { lockModes, objectName } from '../domain/effect.ts';
import { defineRule, ofKind } from './rule.ts';

export const blockingScan = defineRule({
  id: 'blocking-scan',
  title: 'A table is read or rewritten as a whole while it is locked',
  why: 'Writers, and often readers too, wait until every row has been looked at.',
  instead: 'Add the constraint NOT VALID and validate it in a later change; rewrite in batches.',
  invalid: [
    {
      sql: 'alter table users add constraint positive check (age > 0)',
      level: 'medium',
      message: 'Reads all of table users under a lock that blocks writes.',
    },
    {
      sql: 'alter table users alter column email set not null',
      level: 'medium',
      message: 'Reads all of table users under a lock that blocks writes.',
    },
    {
      sql: 'alter table users add column token uuid default gen_random_uuid()',
      level: 'high',
      message: 'Rewrites table users while nobody can read it.',
    },
    {
      sql: 'vacuum full users',
      level: 'high',
      message: 'Rewrites table users while nobody can read it.',
    },
  ],
  valid: [
    'alter table users add constraint positive check (age > 0) not valid',
    'alter table users add column note text',
  ],
  check: ({ effects }) => {
    const scans = ofKind(effects, 'scans').filter((effect) => isBlocking(effect, effects));
    const rewrites = ofKind(effects, 'rewrites').filter(
      (effect) => !effect.object.createdHere && !changesType(effect, effects),
    );
    return [
      ...scans.map((effect) => ({
        effect,
        level: 'medium' as const,
        message: `Reads all of ${objectName(effect.object)} under a lock that blocks writes.`,
      })),
      ...rewrites.map((effect) => ({
        effect,
        level: 'high' as const,
        message: `Rewrites ${objectName(effect.object)} while nobody can read it.`,
      })),
    ];
  },
});

function isBlocking(scan: EffectOf<'scans'>, effects: readonly Effect[]): boolean {
  if (scan.object.createdHere) return false;
  return ofKind(effects, 'locks').some(
    (effect) =>
      isSameStatement(effect, scan) &&
      effect.object.name === scan.object.name &&
      lockModes.indexOf(effect.mode) >= lockModes.indexOf('SHARE'),
  );
}

/** alter-column-type has said so already. */
function changesType(rewrite: Effect, effects: readonly Effect[]): boolean {
  return ofKind(effects, 'alters').some(
    (effect) => isSameStatement(effect, rewrite) && effect.change === 'column-type',
  );
}

function isSameStatement(a: Effect, b: Effect): boolean {
  return a.unitId === b.unitId && a.statement === b.statement;
}

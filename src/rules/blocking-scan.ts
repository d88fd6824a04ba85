import type { Effect, EffectOf } from '../domain/effect.ts';
import type { Script } from '../domain/statement.ts';
import { declarationsOf } from '../effects/declarations.ts';
import { lockModes, objectName } from '../domain/effect.ts';
import { provenAttachments, unsettling } from '../effects/proven-attachments.ts';
import { saferForm } from '../effects/rewrites/index.ts';
import { defineRule, ofKind, onPerhapsNew, statementOf } from './rule.ts';

export const blockingScan = defineRule({
  id: 'blocking-scan',
  axis: 'lock',
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
    {
      sql: 'vacuum full',
      level: 'high',
      message: 'Rewrites table * while nobody can read it.',
    },
    {
      sql: 'create table if not exists notes (id int); alter table notes add constraint positive check (id > 0)',
      level: 'low',
      message:
        'Reads all of table notes under a lock that blocks writes, unless this change makes the table.',
    },
  ],
  valid: [
    'alter table users add constraint positive check (age > 0) not valid',
    'alter table users add column note text',
  ],
  counterfactual: {
    level: 'low',
    when: 'it is added NOT VALID here, for NOT NULL as a CHECK, and validated in a later file',
    with: [
      'alter table users add constraint positive check (age > 0) not valid',
      'alter table users validate constraint positive',
    ],
    only: ['medium'],
  },
  rewrite: saferForm,
  check: ({ effects, scripts, catalog }) => {
    const proven = new Set([
      ...provenStatements(effects, scripts),
      ...provenAttachments({ effects, scripts, catalog }).map(statementOf),
    ]);
    const locked = lockedTables(effects);
    const retyped = retypingStatements(effects);
    const scans = ofKind(effects, 'scans')
      .filter((effect) => !effect.object.createdHere && locked.has(tableIn(effect)))
      .filter((effect) => !proven.has(statementOf(effect)));
    const perhapsNew = onPerhapsNew(effects);
    const [first] = scans.filter((effect) => perhapsNew.has(effect));
    const rewrites = ofKind(effects, 'rewrites').filter(
      (effect) => !effect.object.createdHere && !retyped.has(statementOf(effect)),
    );
    return [
      ...scans
        .filter((effect) => !perhapsNew.has(effect))
        .map((effect) => ({
          effect,
          level: 'medium' as const,
          message: `Reads all of ${objectName(effect.object)} under a lock that blocks writes.`,
        })),
      ...(first === undefined
        ? []
        : [
            {
              effect: first,
              level: 'low' as const,
              message: `Reads all of ${objectName(first.object)} under a lock that blocks writes, unless this change makes the table.`,
            },
          ]),
      ...rewrites.map((effect) => ({
        effect,
        level: 'high' as const,
        message: `Rewrites ${objectName(effect.object)} while nobody can read it.`,
      })),
    ];
  },
});

/** The tables that a statement locks against writers. */
function lockedTables(effects: readonly Effect[]): ReadonlySet<string> {
  const locks = ofKind(effects, 'locks').filter(
    ({ mode }) => lockModes.indexOf(mode) >= lockModes.indexOf('SHARE'),
  );
  return new Set(locks.map(tableIn));
}

function tableIn(effect: EffectOf<'locks' | 'scans'>): string {
  return `${statementOf(effect)} ${effect.object.name}`;
}

/** alter-column-type has said so already. */
function retypingStatements(effects: readonly Effect[]): ReadonlySet<string> {
  const alters = ofKind(effects, 'alters').filter(({ change }) => change === 'column-type');
  return new Set(alters.map(statementOf));
}

/**
 * SET NOT NULL reads nothing where an earlier statement validated CHECK (column IS NOT NULL). Only a
 * statement whose every part is such a SET NOT NULL counts.
 */
function provenStatements(
  effects: readonly Effect[],
  scripts: readonly Script[],
): ReadonlySet<string> {
  const declared = declarationsOf(scripts, 'not-null-check');
  if (declared.length === 0) return new Set();
  const columns = new Map(
    declared.map((check) => [
      `${statementOf(check)} ${check.table} ${check.constraint}`,
      `${check.table} ${check.column}`,
    ]),
  );
  const checked = new Map<string, string>();
  const proven = new Set<string>();
  const certain = new Set<string>();
  const open = new Set<string>();
  for (const effect of ofKind(effects, 'alters')) {
    const part = partOf(effect);
    const isProven = effect.change === 'set-not-null' && proven.has(part);
    (isProven ? certain : open).add(statementOf(effect));
    const column = columns.get(`${statementOf(effect)} ${part}`);
    if (effect.change === 'add-constraint' && column !== undefined) checked.set(part, column);
    const validated = effect.change === 'validate-constraint' ? checked.get(part) : undefined;
    if (validated !== undefined) proven.add(validated);
    if (!unsettling.has(effect.change)) continue;
    checked.clear();
    proven.clear();
  }
  return new Set([...certain].filter((statement) => !open.has(statement)));
}

function partOf(effect: EffectOf<'alters'>): string {
  return `${tableOf(effect)} ${effect.object.part ?? ''}`;
}

function tableOf({ object }: EffectOf<'alters'>): string {
  return [object.schema, object.name].filter((part) => part !== undefined).join('.');
}

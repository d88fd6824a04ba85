import type { Effect, EffectOf, ObjectKind, ObjectReference } from '../domain/effect.ts';
import { lockModes } from '../domain/effect.ts';
import type {
  Evidence,
  ObservedObject,
  ObservedRows,
  StatementEvidence,
} from '../domain/evidence.ts';
import { parseIdentity } from './identity.ts';

/**
 * What the rehearsal saw, as effects. What deferred constraints and triggers did counts for the
 * statement after the unit's last one, because no single statement can be blamed.
 */
export function observedEffects(evidence: Evidence): readonly Effect[] {
  return evidence.units.flatMap(({ unitId, statements, deferred }) => {
    const last = Math.max(-1, ...statements.map(({ statement }) => statement));
    return [...statements, { ...deferred, statement: last + 1 }].flatMap((observation) =>
      seen(observation).map((effect) => ({
        ...effect,
        unitId,
        statement: observation.statement,
        source: 'observed' as const,
        via: 'indirect' as const,
      })),
    );
  });
}

type Seen<Union> = Union extends Union
  ? Omit<Union, 'unitId' | 'statement' | 'source' | 'via'>
  : never;

function seen(observation: StatementEvidence): readonly Seen<Effect>[] {
  return [
    ...observation.created.map((object) => ({
      kind: 'creates' as const,
      object: toReference(object),
      replaces: false,
      ifNotExists: false,
    })),
    ...observation.dropped.map((object) => ({
      kind: 'drops' as const,
      object: toReference(object),
      cascade: false,
    })),
    ...observation.altered.map((object) => ({
      kind: 'alters' as const,
      object: toReference(object),
      change: 'definition',
    })),
    ...observation.rows.flatMap(writesOf),
    ...observation.rewrites.map((table) => ({ kind: 'rewrites' as const, object: toTable(table) })),
    ...observation.locks.map(({ relation, mode }) => ({
      kind: 'locks' as const,
      object: toTable(relation),
      mode,
    })),
  ];
}

function writesOf(rows: ObservedRows): readonly Seen<Effect>[] {
  const counts = [
    ['insert', rows.inserted],
    ['update', rows.updated],
    ['delete', rows.deleted],
  ] as const;
  return counts
    .filter(([, count]) => count > 0)
    .map(([verb, count]) => ({
      kind: 'writes',
      verb,
      object: toTable(rows.table),
      reach: 'filtered',
      rows: count,
    }));
}

function toTable(identity: string): ObjectReference {
  return toReference({ type: 'table', identity });
}

/** Types as pg_identify_object names them, where they differ from ours. */
const kinds: Readonly<Record<string, ObjectKind>> = {
  table: 'table',
  'table column': 'column',
  'table constraint': 'constraint',
  index: 'index',
  view: 'view',
  'materialized view': 'materialized-view',
  sequence: 'sequence',
  schema: 'schema',
  function: 'function',
  procedure: 'procedure',
  aggregate: 'aggregate',
  trigger: 'trigger',
  'event trigger': 'event-trigger',
  rule: 'rule',
  policy: 'policy',
  type: 'type',
  domain: 'domain',
  extension: 'extension',
  'foreign table': 'foreign-table',
  role: 'role',
};

function toReference({ type, identity }: ObservedObject): ObjectReference {
  const kind = kinds[type] ?? 'other';
  return { kind, ...parseIdentity(identity, kind === 'column'), createdHere: false };
}

/** What was observed although nothing in the text predicted it: the strongest sign of concealment. */
export function unpredicted(
  predictions: readonly Effect[],
  observations: readonly Effect[],
): readonly Effect[] {
  return observations.filter((observed) => {
    const unit = predictions.filter(({ unitId }) => unitId === observed.unitId);
    return !isPredicted(observed, unit);
  });
}

function isPredicted(observed: Effect, unit: readonly Effect[]): boolean {
  const statement = unit.filter((effect) => effect.statement === observed.statement);
  switch (observed.kind) {
    case 'writes':
      return unit.some((effect) => predictsWrite(effect, observed.verb, observed.object));
    case 'drops':
    case 'creates':
      if (statement.some((effect) => addsColumn(effect, observed))) return true;
      return isPrincipal(observed.object.kind)
        ? unit.some((effect) => predictsObject(effect, observed.kind, observed.object))
        : statement.some(changesSchema);
    case 'alters':
      return statement.some(changesSchema);
    case 'rewrites':
      return unit.some((effect) => predictsRewrite(effect, observed.object));
    case 'locks':
      return (
        isWeak(observed.mode) ||
        statement.some((effect) => effect.kind === 'locks' && !isWeak(effect.mode))
      );
    default:
      return true;
  }
}

/** A new column of an old table is an alteration of that table in the text. */
function predictsObject(effect: Effect, kind: string, object: ObjectReference): boolean {
  const adds = kind === 'creates' && effect.kind === 'alters' && effect.change === 'add-column';
  return (adds || effect.kind === kind) && 'object' in effect && effect.object !== undefined
    ? isSame(effect.object, object)
    : false;
}

function predictsWrite(effect: Effect, verb: string, object: ObjectReference): boolean {
  if (effect.kind === 'writes') return effect.verb === verb && isSame(effect.object, object);
  return effect.kind === 'creates' && effect.object.createdHere && isSame(effect.object, object);
}

/** ALTER TABLE ADD COLUMN alters its table in our words; partitions and children get the column too. */
function addsColumn(effect: Effect, observed: EffectOf<'creates' | 'drops'>): boolean {
  return (
    observed.kind === 'creates' &&
    observed.object.kind === 'column' &&
    effect.kind === 'alters' &&
    effect.change === 'add-column' &&
    effect.object.part === observed.object.part
  );
}

function predictsRewrite(effect: Effect, object: ObjectReference): boolean {
  if (effect.kind === 'rewrites' || effect.kind === 'truncates')
    return isSame(effect.object, object);
  return effect.kind === 'creates' && isSame(effect.object, object);
}

/** Objects that nothing drags along by itself, other than indexes, types and the like. */
function isPrincipal(kind: ObjectKind): boolean {
  const principal: readonly ObjectKind[] = [
    'table',
    'view',
    'materialized-view',
    'foreign-table',
    'schema',
    'function',
    'procedure',
    'aggregate',
    'extension',
    'role',
    'event-trigger',
    'column',
  ];
  return principal.includes(kind);
}

function changesSchema(effect: Effect): boolean {
  return [
    'creates',
    'drops',
    'alters',
    'builds-index',
    'grants',
    'revokes',
    'accesses-server',
  ].includes(effect.kind);
}

function isWeak(mode: (typeof lockModes)[number]): boolean {
  return lockModes.indexOf(mode) < lockModes.indexOf('SHARE');
}

/** A name without schema may be the observed one; a dropped table takes its columns along. */
function isSame(predicted: ObjectReference, observed: ObjectReference): boolean {
  const { schema } = predicted;
  if (predicted.name !== observed.name) return false;
  if (schema !== undefined && schema !== 'pg_temp' && schema !== observed.schema) return false;
  return (
    predicted.part === undefined || observed.part === undefined || predicted.part === observed.part
  );
}

import type { Effect, EffectOf, Through } from '../domain/effect.ts';
import { objectName, sizedName } from '../domain/effect.ts';
import type { Level } from '../domain/finding.ts';
import { grouped } from '../domain/grouped.ts';
import { declarationsOf } from '../effects/declarations.ts';
import type { Declared } from '../effects/declarations.ts';
import { defineRule, ofKind, statementOf } from './rule.ts';
import type { Remark } from './rule.ts';

export const indirectWrite = defineRule({
  id: 'indirect-write',
  axis: 'data-loss',
  title: 'A statement changes more than it names',
  why: 'Foreign keys, views, children, triggers and rules carry a write to other tables, and the statement does not say so.',
  instead:
    'Write to what is meant by name, in an order that lets nothing follow, and count the rows in the rehearsal.',
  invalid: [
    {
      sql: 'alter table orders add constraint orders_owner foreign key (user_id) references users on delete cascade not valid; delete from users where id = 7',
      level: 'medium',
      message: 'Deleting from table users also changes orders, by a foreign key of this change.',
    },
  ],
  valid: ["update users set name = 'a' where id = 7"],
  check: ({ effects, scripts }) => [
    ...byFacts(effects),
    ...byDeclarations(effects, declarationsOf(scripts, 'foreign-key')),
  ],
});

type Follower = EffectOf<'writes' | 'truncates' | 'drops'> & { readonly through: Through };

/** One remark for all that one statement takes along in the same way. */
function byFacts(effects: readonly Effect[]): readonly Remark[] {
  const groups = new Map<string, Follower[]>();
  for (const effect of effects) {
    if (!isFollower(effect)) continue;
    const key = [statementOf(effect), effect.kind, effect.through.how, effect.through.path[0]];
    const group = groups.get(key.join(' '));
    if (group === undefined) groups.set(key.join(' '), [effect]);
    else group.push(effect);
  }
  return [...[...groups.values()].map(remarkOn), ...runners(effects)];
}

function isFollower(effect: Effect): effect is Follower {
  return 'through' in effect && effect.through !== undefined;
}

function remarkOn(group: readonly Follower[]): Remark {
  const [first] = group;
  if (first === undefined) throw new TypeError('A group has a first member.');
  const { how, path } = first.through;
  const names = listed([...new Set(group.map(({ object }) => sizedName(object)))]);
  const message = `${words[how]} ${names}: ${reasons[how]} ${path[0] ?? ''}.`;
  const destructive = how !== 'view';
  const [object, ...others] = group.map((effect) => effect.object);
  const about = object === undefined || others.length > 0 ? {} : { object };
  const { unitId, statement, source } = first;
  const effect = { unitId, statement, source };
  return { effect, level: levelOf(first), message, destructive, usesFacts: true, ...about };
}

const words: Record<Through['how'], string> = {
  cascade: 'Also deletes rows of, or gives new keys to,',
  reset: 'Also empties columns of',
  view: 'Also writes to',
  child: 'Also reaches the rows of',
  dependent: 'Also takes along',
};

const reasons: Record<Through['how'], string> = {
  cascade: 'a foreign key follows rows of',
  reset: 'a foreign key follows rows of',
  view: 'it is what one sees through',
  child: 'it inherits, and the statement does not say ONLY',
  dependent: 'it depends on',
};

/** At most five of them. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(', ');
  return names.length > 5 ? `${shown} and ${names.length - 5} others` : shown;
}

function levelOf(effect: Follower): Level {
  if (effect.kind !== 'writes') return effect.kind === 'drops' ? 'high' : 'critical';
  if (effect.through.how === 'view') return 'low';
  if (effect.reach === 'unbounded' || effect.reach === 'tautology') return 'critical';
  if (effect.reach === 'keyed' || effect.through.how === 'reset') return 'medium';
  return effect.verb === 'insert' ? 'low' : 'high';
}

/** Triggers of a destructive write, and rules and triggers that stand in for any write. */
function runners(effects: readonly Effect[]): readonly Remark[] {
  const writes = [...ofKind(effects, 'writes'), ...ofKind(effects, 'truncates')];
  return writes.flatMap((effect) => {
    const { runs = [], object } = effect;
    const quiet = effect.kind === 'writes' && effect.verb !== 'delete';
    if (runs.length === 0 || (quiet && object.size !== undefined)) return [];
    const message = `Writing to ${objectName(object)} runs ${listed(runs)}: the text does not say what that does.`;
    const stands = object.size === undefined;
    return [{ effect, level: stands ? 'high' : 'low', message, unknown: stands, usesFacts: true }];
  });
}

/** Foreign keys that an earlier statement of the change gave to a table which was there before. */
function byDeclarations(
  effects: readonly Effect[],
  keys: readonly Declared<'foreign-key'>[],
): readonly Remark[] {
  const following = keys.filter((key) => key.added && key.onDelete !== 'keeps');
  const byStatement = grouped(following, statementOf);
  /** The tables that refer to a name, as far as the statements have been read. */
  const referring = new Map<string, Set<string>>();
  return effects.flatMap((effect): readonly Remark[] => {
    for (const { references, table } of byStatement.get(statementOf(effect)) ?? [])
      referring.set(references, (referring.get(references) ?? new Set()).add(table));
    if (effect.kind !== 'writes' || effect.verb !== 'delete' || effect.through !== undefined)
      return [];
    if (effect.object.createdHere) return [];
    return [...(referring.get(writtenName(effect)) ?? [])].map((table) => {
      const message = `Deleting from ${objectName(effect.object)} also changes ${table}, by a foreign key of this change.`;
      const level = effect.reach === 'keyed' ? 'medium' : 'high';
      return { effect, level, message, destructive: true };
    });
  });
}

function writtenName({ object: { schema, name } }: EffectOf<'writes'>): string {
  return schema === undefined ? name : `${schema}.${name}`;
}

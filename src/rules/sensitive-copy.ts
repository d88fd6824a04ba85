import type { Facts } from '../domain/facts.ts';
import type { TraitOf } from '../effects/traits.ts';
import { traitsOf } from '../effects/traits.ts';
import { isSensitive } from './sensitive-names.data.ts';
import { createdTables, defineRule, mayMean, tableOf, writtenTable } from './rule.ts';

export const sensitiveCopy = defineRule({
  id: 'sensitive-copy',
  axis: 'sensitivity',
  title: 'Personal or secret values are copied into another table',
  why: 'The copy has none of the privileges, policies and masking rules that guard the original.',
  instead:
    'Copy the key and read the rest where it is guarded, or give the copy the same guards first.',
  invalid: [
    {
      sql: 'create table mailing as select id, email from users',
      level: 'medium',
      message: 'Copies email into table mailing.',
    },
    {
      sql: 'select id, email into mailing from users',
      level: 'medium',
      message: 'Copies email into table mailing.',
    },
  ],
  valid: ['create table adults as select id, age from users where age > 17'],
  check: ({ effects, scripts, catalog }) => {
    const created = createdTables(effects);
    return traitsOf(scripts, 'copies').flatMap((effect) => {
      if (effect.from.every((table) => created.has(tableOf(table)))) return [];
      const named = effect.columns.filter(isSensitive);
      const known = effect.everything ? columnsOf(effect, catalog.facts) : [];
      const columns = [...new Set([...named, ...known])];
      if (columns.length === 0) return [];
      const message = `Copies ${columns.join(', ')} into table ${writtenTable(effect.into)}.`;
      return [
        { effect, level: 'medium', message, ...(known.length > 0 ? { usesFacts: true } : {}) },
      ];
    });
  },
});

/** The sensitive columns behind an asterisk, where facts tell. */
function columnsOf({ from }: TraitOf<'copies'>, facts: Facts | undefined): readonly string[] {
  return (facts?.relations ?? [])
    .filter((relation) => from.some((table) => mayMean(table, relation)))
    .flatMap(({ columns }) => columns.map(({ name }) => name).filter(isSensitive));
}

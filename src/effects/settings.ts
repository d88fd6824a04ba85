import type { Node, VariableSetStmt } from '@pgsql/types';
import type { EffectOf } from '../domain/effect.ts';
import type { Draft } from './draft.ts';
import { deriver } from './draft.ts';
import { constantText, nodeAs, nodesAs } from '../sql/nodes.ts';

type Scope = EffectOf<'sets'>['scope'];

export const settings = {
  VariableSetStmt: deriver('VariableSetStmt', (statement) => [
    setting(statement, statement.is_local === true ? 'transaction' : 'session'),
  ]),
  VariableShowStmt: deriver('VariableShowStmt', () => []),
  AlterRoleSetStmt: deriver('AlterRoleSetStmt', (statement) => [
    setting(statement.setstmt, 'role'),
  ]),
  AlterDatabaseSetStmt: deriver('AlterDatabaseSetStmt', (statement) => [
    setting(statement.setstmt, 'database'),
  ]),
  AlterSystemStmt: deriver('AlterSystemStmt', (statement) => [
    setting(statement.setstmt, 'system'),
    {
      kind: 'accesses-server',
      how: 'configuration',
      detail: `alter system ${statement.setstmt?.name ?? 'reset all'}`,
    },
  ]),
  DiscardStmt: deriver('DiscardStmt', () => [{ kind: 'sets', setting: 'all', scope: 'session' }]),
} as const;

/** What a function sets for its own run, by each SET of its definition. */
export function functionSettings(options: readonly Node[] | undefined): readonly Draft[] {
  return nodesAs(options, 'DefElem')
    .filter(({ defname }) => defname === 'set')
    .map(({ arg }) => setting(nodeAs(arg, 'VariableSetStmt'), 'function'));
}

/** What a SET, wherever it stands, changes; `all` for RESET ALL. */
function setting(statement: VariableSetStmt | undefined, scope: Scope): Draft {
  const values = (statement?.args ?? []).map((argument) => constantText(argument) ?? '?');
  if (statement?.kind === 'VAR_SET_CURRENT') values.push('its current value');
  return {
    kind: 'sets',
    setting: (statement?.name ?? 'all').toLowerCase(),
    scope,
    ...(values.length === 0 ? {} : { value: values.join(', ') }),
  };
}

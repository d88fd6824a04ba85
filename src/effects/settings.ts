import type { VariableSetStmt } from '@pgsql/types';
import type { EffectOf } from '../domain/effect.ts';
import type { Draft } from './draft.ts';
import { deriver } from './draft.ts';
import { constantText } from './nodes.ts';

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

/** What a SET, wherever it stands, changes; `all` for RESET ALL. */
export function setting(statement: VariableSetStmt | undefined, scope: Scope): Draft {
  const values = (statement?.args ?? []).map((argument) => constantText(argument) ?? '?');
  return {
    kind: 'sets',
    setting: (statement?.name ?? 'all').toLowerCase(),
    scope,
    ...(values.length === 0 ? {} : { value: values.join(', ') }),
  };
}

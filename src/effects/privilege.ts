import type { GrantStmt, Node, RoleSpec } from '@pgsql/types';
import type { Context, Draft } from './draft.ts';
import { deriver, named } from './draft.ts';
import { constantText, nodesAs } from '../sql/nodes.ts';
import { kindOf, objectOf } from './objects.ts';

export const privilege = {
  GrantStmt: deriver('GrantStmt', grantsOf),
  GrantRoleStmt: deriver('GrantRoleStmt', (statement) => {
    const privileges = nodesAs(statement.granted_roles, 'AccessPriv').map(
      (role) => role.priv_name ?? '',
    );
    const roles = roleNames(statement.grantee_roles);
    if (statement.is_grant !== true) return [{ kind: 'revokes', privileges, from: roles }];
    const admin = (statement.opt ?? []).length > 0;
    return [{ kind: 'grants', privileges, to: roles, withGrantOption: admin }];
  }),
  AlterDefaultPrivilegesStmt: deriver('AlterDefaultPrivilegesStmt', (statement, context) => {
    const object = named('default-privileges', [''], context);
    return privilegesOf(statement.action).map((draft) => ({ ...draft, object }));
  }),
} as const;

type Privileges = Extract<Draft, { readonly kind: 'grants' | 'revokes' }>;

function grantsOf(statement: GrantStmt, context: Context): readonly Draft[] {
  const drafts = privilegesOf(statement);
  const objects = statement.objects ?? [];
  if (statement.targtype !== 'ACL_TARGET_OBJECT' || objects.length === 0) return drafts;
  const kind = kindOf(statement.objtype);
  return objects.flatMap((node) =>
    drafts.map((draft) => ({ ...draft, object: objectOf(kind, node, context) })),
  );
}

function privilegesOf(statement: GrantStmt | undefined): readonly Privileges[] {
  const listed = nodesAs(statement?.privileges, 'AccessPriv').map(
    (item) => item.priv_name ?? 'all',
  );
  const privileges = listed.length === 0 ? ['all'] : listed;
  const roles = roleNames(statement?.grantees);
  if (statement?.is_grant !== true) return [{ kind: 'revokes', privileges, from: roles }];
  const withGrantOption = statement.grant_option === true;
  return [{ kind: 'grants', privileges, to: roles, withGrantOption }];
}

function roleNames(nodes: readonly Node[] | undefined): readonly string[] {
  return nodesAs(nodes, 'RoleSpec').map(roleName);
}

/** `public` for PUBLIC; the word for CURRENT_USER and its like. */
export function roleName(role: RoleSpec | undefined): string {
  if (role?.rolename !== undefined) return role.rolename;
  return (role?.roletype ?? 'ROLESPEC_CURRENT_USER').replace('ROLESPEC_', '').toLowerCase();
}

/** Options such as SUPERUSER in a CREATE or ALTER ROLE, as `superuser` or `superuser off`. */
export function roleOptions(options: readonly Node[] | undefined): readonly string[] {
  return nodesAs(options, 'DefElem').map((option) => {
    const name = option.defname ?? '';
    return constantText(option.arg) === 'false' ? `${name} off` : name;
  });
}

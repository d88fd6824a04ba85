import { alter } from './alter.ts';
import { alterTable } from './alter-table.ts';
import { code } from './code.ts';
import { copy } from './copy.ts';
import { create } from './create.ts';
import { dml } from './dml.ts';
import type { Deriver } from './draft.ts';
import { refused } from './draft.ts';
import { drop } from './drop.ts';
import { maintenance } from './maintenance.ts';
import type { StatementTag } from '../sql/nodes.ts';
import { privilege } from './privilege.ts';
import { serverAccess } from './server-access.ts';
import { settings } from './settings.ts';
import { transaction } from './transaction.ts';

const internal = 'PostgreSQL makes this node itself; no text can contain it.';
const opaque = 'It runs functions through operators, casts or index access that nobody can follow.';

/**
 * Every statement kind of the grammar, claimed by exactly one family or refused. The type makes a
 * kind that a newer grammar adds a compile error.
 */
export const registry: Readonly<Record<StatementTag, Deriver>> = {
  ...alter,
  ...alterTable,
  ...code,
  ...copy,
  ...create,
  ...dml,
  ...drop,
  ...maintenance,
  ...privilege,
  ...serverAccess,
  ...settings,
  ...transaction,
  CreateCastStmt: refused('CreateCastStmt', opaque),
  CreateOpClassStmt: refused('CreateOpClassStmt', opaque),
  CreateOpFamilyStmt: refused('CreateOpFamilyStmt', opaque),
  PLAssignStmt: refused('PLAssignStmt', internal),
  RawStmt: refused('RawStmt', internal),
  ReplicaIdentityStmt: {
    // Only as a part of ALTER TABLE, whose family says what it does.
    derive: () => [],
    below: () => 'walk',
  },
  SetOperationStmt: refused('SetOperationStmt', internal),
};

/** The deriver of a statement tag; undefined when the key is no statement. */
export function deriverOf(tag: string): Deriver | undefined {
  return isStatementTag(tag) ? registry[tag] : undefined;
}

function isStatementTag(tag: string): tag is StatementTag {
  return Object.hasOwn(registry, tag);
}

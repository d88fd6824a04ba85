import type { AlterTableCmd, ColumnDef, Constraint } from '@pgsql/types';
import type { ObjectReference } from '../domain/effect.ts';
import { namesOf, nodeAs, nodesAs } from '../sql/nodes.ts';
import { type Context, relation } from './draft.ts';
import { mayBeVolatile } from './expression.ts';
import { byFacts, type PlayedForm } from './form-costs.ts';
import type { LockForm } from './locks.ts';
import { domainNamed } from './type-change.ts';

/** What ADD COLUMN costs: the column itself, its type, and what is written behind it. */
export function addColumnForms(
  command: AlterTableCmd,
  table: ObjectReference,
  context: Context,
): readonly PlayedForm[] {
  const column = nodeAs(command.def, 'ColumnDef');
  const constraints = nodesAs(column?.constraints, 'Constraint');
  const itself = { itself: [table] };
  const around = {
    isFilled: constraints.some(({ contype }) => contype === 'CONSTR_DEFAULT'),
    postgres: context.postgres,
  };
  return [
    { form: isSerial(column) ? 'add-column-serial' : 'add-column', roles: itself },
    ...(isConditional(column, context) ? byFacts('add-column-constrained-domain', itself) : []),
    ...constraints.flatMap((constraint): readonly PlayedForm[] => {
      const form = inlineForms[constraint.contype ?? 'CONSTR_NULL']?.(constraint, around);
      if (form === undefined) return [];
      const referenced =
        constraint.contype === 'CONSTR_FOREIGN' ? [relation(constraint.pktable, context)] : [];
      return [{ form, roles: { ...itself, referenced } }];
    }),
  ];
}

/** Column types whose default is a sequence. */
const serials = new Set(['serial', 'serial2', 'serial4', 'serial8', 'smallserial', 'bigserial']);

function isSerial(column: ColumnDef | undefined): boolean {
  return serials.has(namesOf(column?.typeName?.names).at(-1) ?? '');
}

/** Its type is a domain that every row is checked against, even without a default. */
function isConditional(column: ColumnDef | undefined, { catalog }: Context): boolean {
  if (column?.typeName === undefined) return false;
  const domain = domainNamed(column.typeName, catalog.facts);
  return domain?.notNull === true || domain?.hasChecks === true;
}

type Around = { readonly isFilled: boolean; readonly postgres: number | undefined };
type InlineForm = (constraint: Constraint, around: Around) => LockForm | undefined;

const inlineForms: Readonly<Partial<Record<NonNullable<Constraint['contype']>, InlineForm>>> = {
  CONSTR_DEFAULT: ({ raw_expr: value }, { postgres }) =>
    value !== undefined && mayBeVolatile(value, postgres) ? 'add-column-random-default' : undefined,
  CONSTR_IDENTITY: () => 'add-column-identity',
  CONSTR_GENERATED: ({ generated_kind: kind }) =>
    kind === 'v' ? 'add-column-virtual' : 'add-column-stored',
  CONSTR_CHECK: (constraint) => (isUnchecked(constraint) ? undefined : 'add-column-check'),
  CONSTR_PRIMARY: () => 'add-column-primary-key',
  CONSTR_UNIQUE: () => 'add-column-unique',
  CONSTR_FOREIGN: (_, { isFilled }) =>
    isFilled ? 'add-column-references-default' : 'add-column-references',
};

/** NOT VALID or NOT ENFORCED: the rows that are there are not looked at. */
export function isUnchecked({ skip_validation: skips }: Constraint): boolean {
  return skips === true;
}

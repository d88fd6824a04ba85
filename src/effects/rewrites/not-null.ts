import { writeIdentifier } from '../../sql/quote.ts';
import { freeName } from './names.ts';
import { action, later } from './plan.ts';
import type { Piece } from './plan.ts';
import type { Command, Table } from './table-command.ts';

/** SET NOT NULL: proved by a constraint that is validated before. */
export function requiredColumn({ node }: Command, table: Table): readonly Piece[] | undefined {
  const { name: column = '' } = node;
  if ((table.around.postgres ?? 0) < 18) return provenNotNull(column, table);
  if (table.only) return undefined;
  const name = freeName(table, [column], 'not_null');
  if (name === undefined) return undefined;
  return [
    action(`add constraint ${name} not null ${writeIdentifier(column)} not valid`),
    later('validate', `validate constraint ${name}`),
  ];
}

/** Through CHECK (column IS NOT NULL), which spares SET NOT NULL its scan and goes again. */
export function provenNotNull(column: string, table: Table): readonly Piece[] | undefined {
  const name = freeName(table, [column], 'is_set');
  if (table.only || name === undefined) return undefined;
  const quoted = writeIdentifier(column);
  return [
    action(`add constraint ${name} check (${quoted} is not null) not valid`),
    later('validate', `validate constraint ${name}`),
    later('require', `alter column ${quoted} set not null`),
    later('release', `drop constraint ${name}`),
  ];
}

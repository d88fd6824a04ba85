import type { KnownRelation } from '../catalog/schema.ts';
import type { ObjectReference } from '../domain/effect.ts';
import type { DatabaseMasking } from '../domain/masking-config.ts';
import { classify } from '../masking/classify.ts';
import type { TypeFamily } from '../masking/column.ts';

const personal: ReadonlySet<string> = new Set(['email', 'person-name', 'phone', 'token']);

/** Columns of the object that hold personal data or secrets, by name: the one that is meant, else all that are known. */
export function personalColumns(
  { kind, name, part }: ObjectReference,
  table: KnownRelation | undefined,
): readonly string[] {
  const known = table?.facts.columns ?? [];
  const columns =
    kind === 'column' && part !== undefined
      ? [{ name: part, type: known.find((column) => column.name === part)?.type }]
      : known;
  return columns
    .filter((column) => {
      const family = familyOf(column.type);
      return personal.has(classify({ table: name, name: column.name, family, listed: false }));
    })
    .map((column) => column.name);
}

/** Columns of the object for which the masking of its database asks for a mask. It can only add to what is known. */
export function maskedColumns(
  { kind, schema, name, part }: ObjectReference,
  table: KnownRelation | undefined,
  masking: DatabaseMasking | undefined,
): readonly string[] {
  const meant = table === undefined ? [{ schema, name }] : [{ schema, name }, table.facts];
  const masks = [...(masking?.columns ?? [])].filter(([, { kind }]) => kind === 'mask');
  const columns = masks.flatMap(([path]) => {
    const [inSchema, inTable, column = ''] = path.split('.');
    const isIt = meant.some(
      (one) => one.name === inTable && (one.schema === undefined || one.schema === inSchema),
    );
    return isIt ? [column] : [];
  });
  const isPart = kind === 'column' && part !== undefined;
  return isPart ? columns.filter((column) => column === part) : columns;
}

/** Of a type as format_type writes it; whatever is not sure may hold anything. */
function familyOf(type: string | undefined): TypeFamily {
  if (type === undefined) return 'unknown';
  if (/^(?:boolean|timestamp|time|interval|real|double|numeric|money)\b/.test(type)) return 'plain';
  if (/^(?:smallint|integer|bigint)$/.test(type)) return 'integer';
  return type === 'date' ? 'date' : 'unknown';
}

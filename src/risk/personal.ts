import type { KnownRelation } from '../catalog/schema.ts';
import type { ObjectReference } from '../domain/effect.ts';
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

/** Of a type as format_type writes it; whatever is not sure may hold anything. */
function familyOf(type: string | undefined): TypeFamily {
  if (type === undefined) return 'unknown';
  if (/^(?:boolean|timestamp|time|interval|real|double|numeric|money)\b/.test(type)) return 'plain';
  if (/^(?:smallint|integer|bigint)$/.test(type)) return 'integer';
  return type === 'date' ? 'date' : 'unknown';
}

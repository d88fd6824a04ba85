import type { ObservedObject } from '../../domain/evidence.ts';
import type { Session } from '../../ports/database.ts';
import { catalogs, columns, type ObservedCatalog } from './catalogs.data.ts';
import { readText } from './row.ts';

/** An object and a digest of all that defines it: owner, privileges, body, settings. */
type FingerprintedObject = ObservedObject & {
  readonly fingerprint: string;
  /** Key of the relation that it is a part of. */
  readonly parent: string;
};

/** By `catalog:oid:column`. */
export type Objects = ReadonlyMap<string, FingerprintedObject>;

export type ObjectDifference = {
  readonly created: readonly ObservedObject[];
  readonly dropped: readonly ObservedObject[];
  readonly altered: readonly ObservedObject[];
};

/** Reads through a session whose path is pinned. */
export async function readObjects(session: Session): Promise<Objects> {
  const text = `
    select x.class || ':' || x.object || ':' || x.part as key, x.parent, x.fingerprint, i.type, i.identity
      from (${sources(session.serverVersion).join('\n union all ')}) x,
           lateral pg_catalog.pg_identify_object(
             x.class::pg_catalog.oid, x.object::pg_catalog.oid, x.part::pg_catalog.int4) i
     where i.identity is not null`;
  const rows = await session.query(text);
  return new Map(
    rows.map((row) => [
      readText(row, 'key'),
      {
        type: readText(row, 'type'),
        // The number of a session's temporary schema differs from run to run.
        identity: readText(row, 'identity').replaceAll(/\bpg_temp_\d+\b/g, 'pg_temp'),
        fingerprint: readText(row, 'fingerprint'),
        parent: readText(row, 'parent'),
      },
    ]),
  );
}

function sources(version: number): readonly string[] {
  return [
    ...catalogs
      .filter(({ since = 0 }) => version >= since)
      .map((catalog) => sourceOf(catalog, version)),
    columnSource(version),
    roleSource,
  ];
}

function sourceOf(catalog: ObservedCatalog, version: number): string {
  const { name, where, parent, also } = catalog;
  const row = definitionOf(catalog, version);
  return `
    select 'pg_catalog.${name}'::pg_catalog.regclass::pg_catalog.oid::pg_catalog.text as class,
           x.oid::pg_catalog.text as object, '0' as part,
           coalesce(${parent ?? '0'}, 0)::pg_catalog.text as parent,
           ${digest(`${row} || coalesce((${also ?? 'null'})::pg_catalog.text, '')`)} as fingerprint
      from pg_catalog.${name} x
     where ${where}`;
}

/**
 * The row `x` without what says nothing, as text. PostgreSQL writes a row as text in a tenth of the time
 * that JSON takes, so the columns that count are listed as far as majors are known.
 */
function definitionOf(
  { ignored, counted }: Pick<ObservedCatalog, 'ignored' | 'counted'>,
  version: number,
): string {
  if (ignored.length === 0) return 'x::pg_catalog.text';
  if (counted !== undefined && version < afterKnown)
    return `row(${counted.map((column) => `x.${column}`).join(', ')})::pg_catalog.text`;
  const hidden = ignored.map((column) => `'${column}'`).join(', ');
  return `(pg_catalog.to_jsonb(x) - array[${hidden}]::pg_catalog.text[])::pg_catalog.text`;
}

/** A newer major may have columns that nobody here knows of. */
const afterKnown = 190_000;

function digest(expression: string): string {
  return `pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(${expression}, 'UTF8')), 'hex')`;
}

function columnSource(version: number): string {
  return `
    select 'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid::pg_catalog.text,
           x.attrelid::pg_catalog.text, x.attnum::pg_catalog.text, x.attrelid::pg_catalog.text,
           ${digest(`${definitionOf(columns, version)}
             || coalesce((select d.adbin::pg_catalog.text from pg_catalog.pg_attrdef d
                           where d.adrelid = x.attrelid and d.adnum = x.attnum), '')`)}
      from pg_catalog.pg_attribute x
      join pg_catalog.pg_class c on c.oid = x.attrelid
     where c.oid >= 16384 and c.relkind in ('r', 'p', 'f', 'v', 'm', 'c')
       and x.attnum > 0 and not x.attisdropped`;
}

// pg_roles hides passwords; pg_authid, which pg_identify_object wants to hear of, may not be read by everybody.
const roleSource = `
    select 'pg_catalog.pg_authid'::pg_catalog.regclass::pg_catalog.oid::pg_catalog.text,
           x.oid::pg_catalog.text, '0', '0',
           ${digest(`pg_catalog.to_jsonb(x)::pg_catalog.text
             || coalesce((select pg_catalog.jsonb_agg(pg_catalog.to_jsonb(m) order by m.roleid, m.grantor)
                            from pg_catalog.pg_auth_members m where m.member = x.oid)::pg_catalog.text, '')`)}
      from pg_catalog.pg_roles x
     where x.oid >= 16384`;

/** What differs from `before` to `after`. Parts of a relation that came or went as a whole go unnamed. */
export function differenceOf(before: Objects, after: Objects): ObjectDifference {
  const created = absentFrom(before, after);
  const dropped = absentFrom(after, before);
  const altered = [...after].filter(([key, now]) => {
    const then = before.get(key);
    return then !== undefined && then.fingerprint !== now.fingerprint;
  });
  return {
    created: named(withoutParts(created)),
    dropped: named(withoutParts(dropped)),
    altered: named(altered),
  };
}

/**
 * The state before this session's own work, as far as the others changed meanwhile: what `others`, asked
 * just after `after`, see as `after` does was not done here, and likewise what neither of them sees.
 */
export function rebase(before: Objects, after: Objects, others: Objects): Objects {
  const rebased = new Map(before);
  for (const [key, theirs] of others) {
    const now = after.get(key);
    if (now?.fingerprint === theirs.fingerprint) rebased.set(key, now);
  }
  for (const key of before.keys()) if (!after.has(key) && !others.has(key)) rebased.delete(key);
  return rebased;
}

type Entry = readonly [key: string, object: FingerprintedObject];

function absentFrom(one: Objects, other: Objects): readonly Entry[] {
  return [...other].filter(([key]) => !one.has(key));
}

function withoutParts(entries: readonly Entry[]): readonly Entry[] {
  const relations = new Set(
    entries.filter(([key]) => key.endsWith(':0')).map(([key]) => key.split(':')[1]),
  );
  return entries.filter(
    ([key, { parent }]) => parent === '0' || parent === key || !relations.has(parent),
  );
}

function named(entries: readonly Entry[]): readonly ObservedObject[] {
  return entries
    .map(([, { type, identity }]) => ({ type, identity }))
    .sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
}

function sortKey({ type, identity }: ObservedObject): string {
  return `${type} ${identity}`;
}

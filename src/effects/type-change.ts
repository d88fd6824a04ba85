import type { TypeName } from '@pgsql/types';
import type { Facts } from '../domain/facts.ts';
import { constantText, namesOf } from '../sql/nodes.ts';
import type { LockForm } from './locks.ts';

type Type = { readonly base: string; readonly limits: readonly number[] };

/** The form of a change of type that leaves the rows as they are; undefined where they may be rewritten. */
export function catalogOnlyForm(
  before: string,
  after: TypeName,
  facts: Facts | undefined,
): LockForm | undefined {
  const from = writtenType(before);
  const to = namedType(after);
  if (from === undefined || to === undefined) return undefined;
  if (from.base !== to.base) return relabelled(from, to) ?? freeDomain(from, after, facts);
  if (from.limits.join() === to.limits.join()) return 'type-same';
  return wider(from, to);
}

function relabelled(from: Type, to: Type): LockForm | undefined {
  if (to.limits.length > 0) return undefined;
  if (from.base === 'varchar' && to.base === 'text') return 'type-varchar-to-text';
  return from.base === 'text' && to.base === 'varchar' ? 'type-text-to-varchar' : undefined;
}

/** A domain without a condition over the same type. */
function freeDomain(
  { base, limits }: Type,
  after: TypeName,
  facts: Facts | undefined,
): LockForm | undefined {
  const domain = domainNamed(after, facts);
  if (domain === undefined || domain.notNull || domain.hasChecks) return undefined;
  const under = writtenType(domain.type);
  return under?.base === base && under.limits.join() === limits.join()
    ? 'type-to-domain'
    : undefined;
}

/** The one domain of the facts that the name can mean. */
export function domainNamed(
  { names, arrayBounds }: TypeName,
  facts: Facts | undefined,
): Facts['domains'][number] | undefined {
  const written = namesOf(names);
  if (arrayBounds !== undefined) return undefined;
  const found = (facts?.domains ?? []).filter(
    ({ schema, name }) =>
      name === written.at(-1) && (written.length < 2 || schema === written.at(-2)),
  );
  return found.length === 1 ? found[0] : undefined;
}

type Widening = {
  readonly form: LockForm;
  readonly holds: (from: readonly number[], to: readonly number[]) => boolean;
};

/** By type: the limits that take every value that fitted before. */
const widenings: Readonly<Record<string, Widening>> = {
  varchar: { form: 'type-varchar-wider', holds: isLonger },
  varbit: { form: 'type-varbit-wider', holds: isLonger },
  numeric: {
    form: 'type-numeric-wider',
    holds: (from, to) => to.length === 0 || (isLonger(from, to) && from[1] === to[1]),
  },
  timestamp: { form: 'type-timestamptz-precision', holds: isFiner },
  timestamptz: { form: 'type-timestamptz-precision', holds: isFiner },
  interval: { form: 'type-interval-unlimited', holds: (_, to) => to.length === 0 },
};

function isLonger([from]: readonly number[], [to]: readonly number[]): boolean {
  return to === undefined || (from !== undefined && to >= from);
}

/** Without a limit there are six digits. */
function isFiner([from = 6]: readonly number[], [to = 6]: readonly number[]): boolean {
  return to >= from;
}

function wider({ base, limits: from }: Type, { limits: to }: Type): LockForm | undefined {
  const widening = widenings[base];
  return widening?.holds(from, to) === true ? widening.form : undefined;
}

/** The names of format_type in those of the grammar. */
const internal: Readonly<Record<string, string>> = {
  smallint: 'int2',
  integer: 'int4',
  bigint: 'int8',
  real: 'float4',
  'double precision': 'float8',
  boolean: 'bool',
  character: 'bpchar',
  'character varying': 'varchar',
  'bit varying': 'varbit',
  'timestamp with time zone': 'timestamptz',
  'timestamp without time zone': 'timestamp',
  'time with time zone': 'timetz',
  'time without time zone': 'time',
};

/** As format_type writes it: `character varying(20)`, `timestamp(3) with time zone`. */
function writtenType(text: string): Type | undefined {
  const [, head = '', limits, tail = ''] = /^([\w. ]+)(?:\(([\d,]+)\))?([\w ]*)$/.exec(text) ?? [];
  const name = `${head}${tail}`;
  if (name === '') return undefined;
  return { base: internal[name] ?? name, limits: limits?.split(',').map(Number) ?? [] };
}

function namedType({ names, typmods = [], arrayBounds }: TypeName): Type | undefined {
  const written = namesOf(names);
  const limits = typmods.map((limit) => Number(constantText(limit)));
  if (arrayBounds !== undefined || limits.some(Number.isNaN)) return undefined;
  const base = (written[0] === 'pg_catalog' ? written.slice(1) : written).join('.');
  // The grammar gives numeric(10) as it stands, and PostgreSQL reads a scale of 0.
  return { base, limits: base === 'numeric' && limits.length === 1 ? [...limits, 0] : limits };
}

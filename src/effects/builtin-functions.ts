import { builtinFunctions, functionSpans } from './builtin-functions.data.ts';

type Span = { readonly from: number; readonly to: number };

const spans: ReadonlyMap<string, Span> = new Map(
  functionSpans.map((span) => {
    const [name = '', majors = ''] = span.split(':');
    const [from = '', to = ''] = majors.split('-');
    const last = to === '' ? Number.POSITIVE_INFINITY : Number(to);
    return [name, { from: Number(from), to: last }] as const;
  }),
);

/**
 * Whether PostgreSQL has a function of this name in pg_catalog on the given major; on any, where nobody said
 * which. Where it has none, whoever calls it means somebody's own function.
 */
export function isBuiltin(name: string, postgres: number | undefined): boolean {
  const span = spans.get(name);
  if (span === undefined || postgres === undefined) return builtinFunctions.has(name);
  return span.from <= postgres && postgres <= span.to;
}

/** Whether every major that Sluice knows has it, so that nobody's own function can be meant. */
export function isAlwaysBuiltin(name: string): boolean {
  return builtinFunctions.has(name) && !spans.has(name);
}

import type { Node, TypeName } from '@pgsql/types';
import { namesOf, nodeAs, nodesAs, optionNamed } from '../sql/nodes.ts';

/** The argument types by which CREATE FUNCTION or CREATE PROCEDURE tells overloads apart. */
export function signatureOfParameters(parameters: readonly Node[] | undefined): {
  readonly signature?: string;
} {
  const inputs = nodesAs(parameters, 'FunctionParameter').filter(
    ({ mode }) => mode !== 'FUNC_PARAM_OUT' && mode !== 'FUNC_PARAM_TABLE',
  );
  return signatureOf(inputs.map(({ argType }) => argType));
}

/** Those of CREATE AGGREGATE, whose list also says how many are ordered. */
export function signatureOfAggregate(args: readonly Node[] | undefined): {
  readonly signature?: string;
} {
  return args === undefined ? {} : signatureOfParameters(nodeAs(args[0], 'List')?.items);
}

/** Those of CREATE OPERATOR. */
export function signatureOfOperator(definition: readonly Node[] | undefined): {
  readonly signature?: string;
} {
  const [left, right] = ['leftarg', 'rightarg'].map((side) =>
    nodeAs(optionNamed(definition, side)?.arg, 'TypeName'),
  );
  const isPrefix = optionNamed(definition, 'leftarg') === undefined;
  return signatureOf(isPrefix ? [right] : [left, right]);
}

/** Those of a DROP; none where it names none. */
export function signatureOfDropped(node: Node | undefined): { readonly signature?: string } {
  const routine = nodeAs(node, 'ObjectWithArgs');
  if (routine === undefined || routine.args_unspecified === true) return {};
  const args = routine.objargs ?? [];
  const types = args.flatMap((argument) => {
    const type = nodeAs(argument, 'TypeName');
    return type === undefined && Object.keys(argument).length === 0 ? [] : [type];
  });
  return signatureOf(types, unknownTypes);
}

/** Matches nothing that was noted, and is no DROP by name alone either. */
const unknownTypes = { signature: '?' };

/** Only built-in types mean the same everywhere. */
function signatureOf(
  types: readonly (TypeName | undefined)[],
  otherwise: { readonly signature?: string } = {},
): { readonly signature?: string } {
  const names = types.map(builtinType);
  return names.includes(undefined) ? otherwise : { signature: names.join(',') };
}

function builtinType(type: TypeName | undefined): string | undefined {
  const names = namesOf(type?.names);
  const written = names[0] === 'pg_catalog' ? names.slice(1) : names;
  const [name = ''] = written;
  if (type?.pct_type === true || written.length !== 1 || !builtinTypes.has(name)) return undefined;
  return `${name}${suffixOf(type)}`;
}

/** Two dimensions are the same type as one. */
function suffixOf(type: TypeName | undefined): string {
  return (type?.arrayBounds ?? []).length > 0 ? '[]' : '';
}

const builtinTypes = new Set(
  'bit bool bpchar bytea char cidr date float4 float8 inet int2 int4 int8 interval json jsonb macaddr money name numeric oid record regclass text time timestamp timestamptz timetz tsquery tsvector uuid varbit varchar xml anyelement anyarray'.split(
    ' ',
  ),
);

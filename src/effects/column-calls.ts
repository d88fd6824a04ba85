import type { ColumnRef, Node } from '@pgsql/types';
import type { Context, Draft } from './draft.ts';
import { functionsNamed, noFunctions } from './functions.ts';
import { callsOf } from './function-call.ts';
import { namesOf, nodeAs } from '../sql/nodes.ts';

/** `s.erase` and `(s).erase` call a function of one row as if it were a column; known of this change's own. */
export function columnCalls(key: string, node: object, context: Context): readonly Draft[] {
  if (context.functions === noFunctions) return [];
  const name = key === 'ColumnRef' ? qualified(nodeAs(node, key)) : selected(node);
  return name !== undefined && isCreated(name, context)
    ? callsOf({ funcname: [{ String: { sval: name } }] }, context).filter(isKnown)
    : [];
}

function qualified(reference: ColumnRef | undefined): string | undefined {
  const names = namesOf(reference?.fields);
  return names.length > 1 ? names.at(-1) : undefined;
}

function selected(node: object): string | undefined {
  const steps: readonly Node[] = nodeAs(node, 'A_Indirection')?.indirection ?? [];
  return namesOf(steps).at(-1);
}

function isCreated(name: string, { functions }: Context): boolean {
  return functionsNamed(functions, name).length > 0;
}

/** A column may have the name of a function, so the call itself is worth no word. */
function isKnown(draft: Draft): boolean {
  return draft.kind !== 'calls' || draft.known;
}

import type { Node } from '@pgsql/types';
import { namesOf, nodeAs, someNode } from '../sql/nodes.ts';
import { holdsForSamples } from './sampled-truth.ts';
import type { Target } from './truth.ts';
import { truthOf } from './truth.ts';

/** Whether a policy's condition holds for every row, or for whoever has not set what it asks for. */
export function isOpenPolicy(condition: Node | undefined, target: Target): boolean {
  if (condition === undefined) return false;
  return (
    truthOf(condition, target) === 'true' ||
    holdsForSamples(condition, target.name) ||
    asksForUnset(condition)
  );
}

function asksForUnset(condition: Node): boolean {
  return someNode(condition, (node) => {
    const test = nodeAs(node, 'NullTest');
    const call = test?.nulltesttype === 'IS_NULL' ? nodeAs(test.arg, 'FuncCall') : undefined;
    return namesOf(call?.funcname).at(-1) === 'current_setting';
  });
}

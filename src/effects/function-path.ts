import type { AlterFunctionStmt } from '@pgsql/types';
import { constantText, nodeAs, nodesAs } from '../sql/nodes.ts';

const trusted = new Set(['', 'pg_catalog', 'pg_temp', 'public', 'information_schema', '$user']);

/** Whether a function that reviewers know finds other tables and functions behind its names. */
export function movesPath({ actions }: AlterFunctionStmt, own: string | undefined): boolean {
  const paths = nodesAs(actions, 'DefElem').flatMap(
    ({ arg }) => nodeAs(arg, 'VariableSetStmt') ?? [],
  );
  return paths.some(
    ({ name, kind, args }) =>
      name === 'search_path' &&
      (kind === 'VAR_SET_CURRENT' ||
        (args ?? []).some((schema) => {
          const text = constantText(schema) ?? '?';
          return !trusted.has(text) && text !== own;
        })),
  );
}

import type { Node } from '@pgsql/types';
import type { BodyPart, Texts } from '../domain/statement.ts';
import { foldText } from './fold.ts';
import { childrenOf, namesOf, nodeAs } from './nodes.ts';

/** Functions that run SQL text, and which of their arguments it is. */
const executors: ReadonlyMap<string, readonly number[]> = new Map([
  ['query_to_xml', [0]],
  ['query_to_xmlschema', [0]],
  ['query_to_xml_and_xmlschema', [0]],
  ['ts_stat', [0]],
  ['ts_rewrite', [1]],
  ['crosstab', [0, 1]],
]);

/** The names stand in almost no statement, so most trees need no walk; an escaped name is not folded. */
const mentioned = /to_xml|ts_stat|ts_rewrite|crosstab/i;

/** The texts that calls in this statement run, when constants make them; undefined for all other calls. */
export function executedTexts(text: string, node: Node): readonly string[] {
  if (!mentioned.test(text)) return [];
  const found: string[] = [];
  const pending: object[] = [node];
  for (let here = pending.pop(); here !== undefined; here = pending.pop()) {
    found.push(...executedBy(here));
    for (const [, child] of childrenOf(here)) pending.push(child);
  }
  return found;
}

/** What one call runs; a text that is not made of constants is left out. */
export function executedBy(node: object): readonly string[] {
  const call = nodeAs(node, 'FuncCall');
  const places = executors.get(namesOf(call?.funcname).at(-1) ?? '') ?? [];
  return places.flatMap((place) => {
    const argument = call?.args?.[place];
    return argument === undefined ? [] : (foldText(argument) ?? []);
  });
}

/** The statements of each text that could be read. */
export async function readTexts(
  texts: readonly string[],
  read: (text: string) => Promise<readonly BodyPart[] | undefined>,
): Promise<{ readonly texts?: Texts }> {
  if (texts.length === 0) return {};
  const known = new Map<string, readonly BodyPart[]>();
  for (const text of texts) {
    const parts = await read(text);
    if (parts !== undefined) known.set(text, parts);
  }
  return { texts: known };
}

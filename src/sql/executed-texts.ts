import type { Node } from '@pgsql/types';
import type { BodyPart, Texts } from '../domain/statement.ts';
import { foldText } from './fold.ts';
import { childrenOf, namesOf, nodeAs } from './nodes.ts';

type Executors = ReadonlyMap<string, (count: number) => readonly number[]>;

/** Functions that run SQL text, and which of their arguments it is, by how many there are. */
const executors: Executors = new Map([
  ['query_to_xml', () => [0]],
  ['query_to_xmlschema', () => [0]],
  ['query_to_xml_and_xmlschema', () => [0]],
  ['ts_stat', () => [0]],
  ['ts_rewrite', () => [1]],
  ['crosstab', () => [0, 1]],
]);

/** The same of those that hand it to another session or another server; a connection may stand before it. */
const remoteExecutors: Executors = new Map<string, (count: number) => readonly number[]>([
  ['dblink', (count) => [count > 1 ? 1 : 0]],
  ['dblink_exec', (count) => [count > 1 ? 1 : 0]],
  ['dblink_send_query', () => [1]],
  ['dblink_open', (count) => [count > 2 ? 2 : 1]],
  ['schedule', (count) => [count > 2 ? 2 : 1]],
  ['schedule_in_database', () => [2]],
  ['alter_job', () => [2]],
  ['run_command_on_workers', () => [0]],
  ['run_command_on_all_nodes', () => [0]],
]);

/** How those arguments are called where they are given by name. */
const named = new Set(['command', 'sql', 'query']);

/** The names stand in almost no statement, so most trees need no walk; an escaped name is not folded. */
const mentioned = /to_xml|ts_stat|ts_rewrite|crosstab|dblink|schedule|alter_job|run_command_on/i;

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
  const name = namesOf(call?.funcname).at(-1) ?? '';
  const given = call?.args ?? [];
  const places = (executors.get(name) ?? remoteExecutors.get(name))?.(given.length);
  if (places === undefined) return [];
  const byName = given.flatMap((argument) => namedText(argument));
  const byPlace = places.flatMap((place) => given[place] ?? []);
  return [...byName, ...byPlace].flatMap((argument) => foldText(argument) ?? []);
}

function namedText(argument: Node): readonly Node[] {
  const { name = '', arg } = nodeAs(argument, 'NamedArgExpr') ?? {};
  return arg !== undefined && named.has(name) ? [arg] : [];
}

/** Whether the text runs in another session, where nothing of this transaction is to be seen. */
export function runsElsewhere(name: string): boolean {
  return remoteExecutors.has(name);
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

import type { Node } from '@pgsql/types';
import type { Effect } from '../domain/effect.ts';
import type { Body, ParsedStatement, Script } from '../domain/statement.ts';
import { tokensOf } from '../sql/lexer.ts';
import { childrenOf } from '../sql/nodes.ts';
import { syntaxClues } from './syntax-clues.data.ts';
import type { SyntaxClue } from './syntax-clues.data.ts';

/** Something in a statement that PostgreSQL knows only from the major version `since` on. */
export type NewerSyntax = Pick<Effect, 'unitId' | 'statement' | 'source'> & {
  readonly feature: string;
  readonly since: number;
};

type Need = { readonly feature: string; readonly since: number };

/** What a server of this major version would refuse or read differently. */
export function newerSyntax(scripts: readonly Script[], major: number): readonly NewerSyntax[] {
  return scripts.flatMap(({ unitId, statements }) =>
    statements.flatMap((statement, index) =>
      statement.kind === 'unparsed'
        ? []
        : needsOf(statement)
            .filter(({ since }) => since > major)
            .map((need) => ({ ...need, unitId, statement: index, source: 'static' as const })),
    ),
  );
}

/** Whether a server of this major version may take a number for another one, and say nothing. */
export function readsNumbersOtherwise({ text, bodies }: ParsedStatement, major: number): boolean {
  const parts = bodies.flatMap((body) => (body.kind === 'read' ? body.parts : []));
  return [{ text }, ...parts]
    .flatMap((part) => ('text' in part ? needsOfNumbers(part.text) : []))
    .some(({ since }) => since > major);
}

function needsOf({ node, text, bodies }: ParsedStatement): readonly Need[] {
  return [
    ...needsOfTree(node, () => true),
    ...needsOfNumbers(text),
    ...bodies.flatMap((body) => needsOfBody(body)),
  ];
}

function needsOfBody(body: Body): readonly Need[] {
  if (body.kind === 'opaque') return [];
  return body.parts.flatMap((part) =>
    'node' in part
      ? [...needsOfTree(part.node, ({ notInBodies }) => !notInBodies), ...needsOfNumbers(part.text)]
      : [],
  );
}

const cluesByTag = new Map<string, SyntaxClue[]>();
for (const clue of syntaxClues)
  cluesByTag.set(clue.tag, [...(cluesByTag.get(clue.tag) ?? []), clue]);

function needsOfTree(tree: Node, counts: (clue: SyntaxClue) => boolean): readonly Need[] {
  const needs: Need[] = [];
  const pending: object[] = [tree];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const here = node;
    for (const [key, child] of childrenOf(here)) {
      const clues = cluesByTag.get(key) ?? [];
      needs.push(...clues.filter((clue) => counts(clue) && clue.holds(here)));
      pending.push(child);
    }
  }
  return needs;
}

/** The tree holds the value alone. An older server reads `0x1f` as the number 0 named `x1f`. */
function needsOfNumbers(text: string): readonly Need[] {
  const written = [...tokensOf(text)].some(
    ({ kind, start, end }) => kind === 'number' && /^0[xob]|_/i.test(text.slice(start, end)),
  );
  return written ? [{ feature: 'a number with 0x, 0o, 0b or an underscore', since: 16 }] : [];
}

import type { DefElem, Node } from '@pgsql/types';
import type { Body, BodyPart } from '../domain/statement.ts';
import type { Parser } from '../ports/parser.ts';
import { findTextRefusal } from './byte-gate.ts';
import { embeddedIn, type Embedded } from './plpgsql.ts';
import { splitAssignment } from './assignment.ts';
import { tagOf } from './tag.ts';

/** A statement that may carry code, and how many bodies it stands in itself. */
type Carrier = { readonly text: string; readonly node: Node; readonly depth: number };

/** More than anybody writes: a function that creates a function that creates a function. */
const deepestBody = 8;

/** The code that a statement carries; what its bodies create in turn is part of them. */
export async function bodiesOf(carrier: Carrier, parser: Parser): Promise<readonly Body[]> {
  const { node } = carrier;
  if ('DoStmt' in node) {
    const options = (node.DoStmt.args ?? []).flatMap(toOption);
    return [await readQuoted(carrier, options, { parser, fallback: 'plpgsql' })];
  }
  if (!('CreateFunctionStmt' in node)) return [];
  const body = node.CreateFunctionStmt.sql_body;
  if (body !== undefined) return [await readStandard(carrier, body, parser)];
  const options = (node.CreateFunctionStmt.options ?? []).flatMap(toOption);
  return [await readQuoted(carrier, options, { parser, fallback: 'unknown' })];
}

function toOption(node: Node): readonly DefElem[] {
  return 'DefElem' in node ? [node.DefElem] : [];
}

async function readQuoted(
  carrier: Carrier,
  options: readonly DefElem[],
  given: { readonly parser: Parser; readonly fallback: string },
): Promise<Body> {
  const languages = options.filter(({ defname }) => defname === 'language').flatMap(stringsOf);
  const codes = options.filter(({ defname }) => defname === 'as').flatMap(stringsOf);
  const language = languages[0] ?? given.fallback;
  const [code] = codes;
  if (languages.length > 1 || codes.length !== 1 || code === undefined) {
    return opaque(language, 'It does not have exactly one language and one body.');
  }
  if (language !== 'plpgsql' && language !== 'sql') {
    return opaque(language, `Nobody can tell what code in the language ${language} does.`);
  }
  const trouble = findTrouble(code);
  if (trouble !== undefined) return opaque(language, trouble);
  if (language === 'sql') return readSql(code, carrier.depth, given.parser);
  return readPlPgSql(carrier, given.parser);
}

function stringsOf({ arg }: DefElem): readonly string[] {
  if (arg === undefined) return [];
  if ('String' in arg) return [arg.String.sval ?? ''];
  if (!('List' in arg)) return [];
  return (arg.List.items ?? []).flatMap((item) =>
    'String' in item ? [item.String.sval ?? ''] : [],
  );
}

/** Escapes in E'…' can write what the gate would not let through, and bytes that are no UTF-8. */
function findTrouble(code: string): string | undefined {
  if (code.includes('\ufffd')) return 'The body holds text that is not valid UTF-8.';
  const refusal = findTextRefusal(code);
  return refusal === undefined ? undefined : `The body was not read because ${refusal.reason}.`;
}

function opaque(language: string, reason: string): Body {
  return { kind: 'opaque', language, reason };
}

async function readSql(code: string, depth: number, parser: Parser): Promise<Body> {
  const outcome = await parser.parse(code);
  if (outcome.kind === 'failed') return opaque('sql', outcome.reason);
  if (outcome.kind === 'syntax-error') return opaque('sql', `The body: ${outcome.message}.`);
  return { kind: 'read', language: 'sql', parts: await readStatements(code, depth, parser) };
}

async function readPlPgSql(carrier: Carrier, parser: Parser): Promise<Body> {
  const outcome = await parser.parsePlPgSql(carrier.text);
  if (outcome.kind === 'failed') return opaque('plpgsql', outcome.reason);
  if (outcome.kind === 'syntax-error') return opaque('plpgsql', `The body: ${outcome.message}.`);
  if (outcome.functions.length !== 1) {
    return opaque('plpgsql', 'The body was not read as exactly one function.');
  }
  const parts: BodyPart[] = [];
  for (const embedded of embeddedIn(outcome.functions)) {
    parts.push(...(await readEmbedded(embedded, carrier.depth, parser)));
  }
  return { kind: 'read', language: 'plpgsql', parts };
}

async function readEmbedded(
  embedded: Embedded,
  depth: number,
  parser: Parser,
): Promise<readonly BodyPart[]> {
  switch (embedded.kind) {
    case 'transaction':
      return [{ kind: 'transaction', action: embedded.action }];
    case 'statement':
      return readStatements(embedded.text, depth, parser);
    case 'expression':
    case 'dynamic':
      return [await readExpression(embedded.kind, embedded.text, parser)];
    case 'assignment': {
      const expressions = splitAssignment(embedded.text);
      if (expressions === undefined) {
        return [unparsed(embedded.text, 'It is not an assignment as PL/pgSQL knows it.')];
      }
      return Promise.all(expressions.map((text) => readExpression('expression', text, parser)));
    }
    case 'unknown':
      return [unparsed(embedded.text, 'PL/pgSQL parsed it in a way that is not known here.')];
  }
}

/** PL/pgSQL puts SELECT before an expression, so that `count(*) from orders` is one, too. */
async function readExpression(
  kind: 'expression' | 'dynamic',
  expression: string,
  parser: Parser,
): Promise<BodyPart> {
  const text = `SELECT ${expression}`;
  const outcome = await parser.parse(text);
  if (outcome.kind === 'failed') return unparsed(text, outcome.reason);
  if (outcome.kind === 'syntax-error') return unparsed(text, outcome.message);
  const [only, ...others] = outcome.statements;
  if (only === undefined || others.length > 0 || !('SelectStmt' in only.node)) {
    return unparsed(text, 'It is more than one expression.');
  }
  return { kind, text, node: only.node };
}

async function readStatements(
  text: string,
  depth: number,
  parser: Parser,
): Promise<readonly BodyPart[]> {
  const outcome = await parser.parse(text);
  if (outcome.kind === 'failed') return [unparsed(text, outcome.reason)];
  if (outcome.kind === 'syntax-error') return [unparsed(text, outcome.message)];
  const bytes = new TextEncoder().encode(text);
  const parts: BodyPart[] = [];
  for (const { node, offset, length } of outcome.statements) {
    const slice = new TextDecoder().decode(bytes.subarray(offset, offset + length));
    parts.push(...(await readStatement({ text: slice, node, depth: depth + 1 }, parser)));
  }
  return parts;
}

/** The statement itself, and the parts of whatever bodies it carries. */
async function readStatement(carrier: Carrier, parser: Parser): Promise<readonly BodyPart[]> {
  const { text, node } = carrier;
  const itself: BodyPart = { kind: 'statement', text, tag: tagOf(node), node };
  const carries = 'DoStmt' in node || 'CreateFunctionStmt' in node;
  if (carries && carrier.depth > deepestBody) {
    return [itself, unparsed(text, 'Bodies stand in bodies more deeply than they are read.')];
  }
  const bodies = await bodiesOf(carrier, parser);
  return [
    itself,
    ...bodies.flatMap((body) =>
      body.kind === 'read' ? body.parts : [unparsed(text, body.reason)],
    ),
  ];
}

/** BEGIN ATOMIC … END and RETURN …: the grammar has read them; parts have the whole text for theirs. */
async function readStandard(carrier: Carrier, body: Node, parser: Parser): Promise<Body> {
  const parts: BodyPart[] = [];
  for (const node of flatten(body)) {
    if ('ReturnStmt' in node) parts.push(...toReturned(carrier.text, node.ReturnStmt.returnval));
    else {
      const inner = { text: carrier.text, node, depth: carrier.depth + 1 };
      parts.push(...(await readStatement(inner, parser)));
    }
  }
  return { kind: 'read', language: 'sql', parts };
}

function flatten(node: Node): readonly Node[] {
  return 'List' in node ? (node.List.items ?? []).flatMap(flatten) : [node];
}

function toReturned(text: string, value: Node | undefined): readonly BodyPart[] {
  if (value === undefined) return [];
  const node: Node = { SelectStmt: { targetList: [{ ResTarget: { val: value } }] } };
  return [{ kind: 'expression', text, node }];
}

function unparsed(text: string, reason: string): BodyPart {
  return { kind: 'unparsed', text, reason };
}

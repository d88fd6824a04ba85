import type { DefElem, Node } from '@pgsql/types';
import type { Body, BodyPart, Texts } from '../domain/statement.ts';
import type { Parser } from '../ports/parser.ts';
import { findTextRefusal } from './byte-gate.ts';
import { embeddedIn, type Embedded } from './plpgsql.ts';
import { splitAssignment } from './assignment.ts';
import { dynamicTexts } from './constants.ts';
import { executedTexts, readTexts } from './executed-texts.ts';
import { foldSelect } from './fold.ts';
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
  const known = await dynamicTexts(outcome.functions, (expression) =>
    parseExpression(expression, parser),
  );
  const parts: BodyPart[] = [];
  for (const embedded of embeddedIn(outcome.functions)) {
    parts.push(...(await readEmbedded(embedded, { depth: carrier.depth, known }, parser)));
  }
  return { kind: 'read', language: 'plpgsql', parts };
}

type Surroundings = { readonly depth: number; readonly known: ReadonlyMap<object, string> };

async function readEmbedded(
  embedded: Embedded,
  { depth, known }: Surroundings,
  parser: Parser,
): Promise<readonly BodyPart[]> {
  switch (embedded.kind) {
    case 'transaction':
      return [{ kind: 'transaction', action: embedded.action }];
    case 'statement':
      return readStatements(embedded.text, depth, parser);
    case 'expression':
      return [asReturned(embedded, await readExpression(embedded.text, depth, parser))];
    case 'dynamic':
      return [await readDynamic(embedded, { depth, known }, parser)];
    case 'assignment': {
      const expressions = splitAssignment(embedded.text);
      if (expressions === undefined) {
        return [unparsed(embedded.text, 'It is not an assignment as PL/pgSQL knows it.')];
      }
      return Promise.all(expressions.map((text) => readExpression(text, depth, parser)));
    }
    case 'unknown':
      return [unparsed(embedded.text, 'PL/pgSQL parsed it in a way that is not known here.')];
  }
}

function asReturned(embedded: Embedded, part: BodyPart): BodyPart {
  const returned = embedded.kind === 'expression' && embedded.returned === true;
  return returned && part.kind === 'expression' ? { ...part, returned } : part;
}

/** PL/pgSQL puts SELECT before an expression, so that `count(*) from orders` is one, too. */
async function readExpression(
  expression: string,
  depth: number,
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
  const { node } = only;
  return { kind: 'expression', text, node, ...(await textsOf({ text, node, depth }, parser)) };
}

async function parseExpression(expression: string, parser: Parser): Promise<Node | undefined> {
  const outcome = await parser.parse(`SELECT ${expression}`);
  const [only, ...others] = outcome.kind === 'parsed' ? outcome.statements : [];
  return others.length === 0 ? only?.node : undefined;
}

/** EXECUTE: what it runs is read, too, where constants make its text. */
async function readDynamic(
  embedded: Extract<Embedded, { readonly kind: 'dynamic' }>,
  { depth, known }: Surroundings,
  parser: Parser,
): Promise<BodyPart> {
  const part = await readExpression(embedded.text, depth, parser);
  if (part.kind !== 'expression') return part;
  const text = known.get(embedded.source) ?? foldSelect(part.node);
  const folded = text === undefined ? undefined : await readFolded(text, depth, parser);
  return { ...part, kind: 'dynamic', ...(folded === undefined ? {} : { folded }) };
}

/** The statements of a text that constants make; undefined when it cannot be read as a whole. */
async function readFolded(
  text: string,
  depth: number,
  parser: Parser,
): Promise<readonly BodyPart[] | undefined> {
  if (depth >= deepestBody || text.trim() === '' || findTrouble(text) !== undefined)
    return undefined;
  const parts = await readStatements(text, depth, parser);
  return parts.some(({ kind }) => kind === 'unparsed') ? undefined : parts;
}

/** What calls in the statement run as text of their own. */
export async function textsOf(
  carrier: Carrier,
  parser: Parser,
): Promise<{ readonly texts?: Texts }> {
  const texts = executedTexts(carrier.text, carrier.node);
  return readTexts(texts, (text) => readFolded(text, carrier.depth, parser));
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
  const texts = await textsOf(carrier, parser);
  const itself: BodyPart = { kind: 'statement', text, tag: tagOf(node), node, ...texts };
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

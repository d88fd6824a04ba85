import type { Script, Source, Statement, UnparsedStatement } from '../domain/statement.ts';
import type { Unit } from '../domain/change.ts';
import type { Parser, RawStatement } from '../ports/parser.ts';
import { bodiesOf, textsOf } from './bodies.ts';
import { looksLikeDump } from './dump-content.ts';
import { withoutDumpFrame } from './dump-frame.ts';
import { findPreamble } from './dump-preamble.ts';
import { passByteGate } from './byte-gate.ts';
import { placesOf } from './places.ts';
import { tagOf } from './tag.ts';

type Bytes = Pick<Unit, 'id' | 'path' | 'bytes' | 'firstLine' | 'dump'>;

/**
 * The statements of one unit. When the gate or the grammar refuses any of it, nothing else of it is trusted:
 * one unparsed statement stands for the whole, placed where the trouble is; its text is empty when the bytes
 * did not pass the gate.
 */
export async function readScript(
  source: Bytes,
  parser: Parser,
  maximumBytes?: number,
): Promise<Script> {
  const gate = passByteGate(source.bytes, maximumBytes);
  if (gate.kind === 'refused') {
    const reason = `The file was not read because ${gate.reason}.`;
    return only(source, { text: '', reason, offset: gate.offset });
  }
  const text = source.dump === true ? withoutDumpFrame(gate.text) : gate.text;
  const outcome = await parser.parse(text);
  switch (outcome.kind) {
    case 'failed':
      return only(source, { text, reason: outcome.reason, offset: 0 });
    case 'syntax-error': {
      const reason = explainSyntaxError(source.bytes, outcome);
      return only(source, { text, reason, offset: outcome.offset });
    }
    case 'parsed':
      return readParsed(
        withText(source, gate.text, text),
        { text, framed: text !== gate.text },
        {
          raws: outcome.statements,
          parser,
        },
      );
  }
}

async function readParsed(
  source: Bytes,
  { text, framed }: { readonly text: string; readonly framed: boolean },
  { raws, parser }: { readonly raws: readonly RawStatement[]; readonly parser: Parser },
): Promise<Script> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const texts = raws.map(({ offset, length }) =>
    decoder.decode(source.bytes.subarray(offset, offset + length)),
  );
  const nodes = raws.map(({ node }) => node);
  const isDump = source.dump === true && looksLikeDump(texts, nodes);
  // The commands of psql around it are pg_dump's own only where the rest of the file is.
  if (framed && !isDump) return only(source, { text, reason: metaCommand, offset: 0 });
  const preamble = isDump ? findPreamble(texts) : new Set<number>();
  const statements = await read(source, { raws, texts, preamble }, parser);
  return { unitId: source.id, source: sourceOf(source, text), statements };
}

const metaCommand =
  'It holds a psql meta-command, which only psql understands: PostgreSQL itself refuses it.';

/** The bytes of what was parsed: no statement carries anything else. */
function withText(source: Bytes, given: string, text: string): Bytes {
  return text === given ? source : { ...source, bytes: new TextEncoder().encode(text) };
}

function only(
  source: Bytes,
  trouble: { readonly text: string; readonly reason: string; readonly offset: number },
): Script {
  const statements = placesOf(source, [trouble.offset]).map((place): UnparsedStatement => ({
    kind: 'unparsed',
    text: trouble.text,
    place,
    reason: trouble.reason,
  }));
  return { unitId: source.id, source: sourceOf(source, trouble.text), statements };
}

function sourceOf({ path, firstLine }: Bytes, text: string): Source {
  return { path, firstLine, text };
}

/** Outside quotes a backslash begins nothing in SQL, but every command of psql. */
function explainSyntaxError(
  bytes: Uint8Array,
  error: { readonly message: string; readonly offset: number },
): string {
  if (bytes[error.offset] === 0x5c) {
    return metaCommand;
  }
  return `PostgreSQL's grammar does not accept it: ${error.message}.`;
}

type ReadRaws = {
  readonly raws: readonly RawStatement[];
  readonly texts: readonly string[];
  readonly preamble: ReadonlySet<number>;
};

async function read(
  source: Bytes,
  { raws, texts: textsOfRaws, preamble }: ReadRaws,
  parser: Parser,
): Promise<readonly Statement[]> {
  const places = placesOf(
    source,
    raws.map(({ offset }) => offset),
  );
  const statements: Statement[] = [];
  for (const [index, { node }] of raws.entries()) {
    const place = places[index];
    const text = textsOfRaws[index];
    if (place === undefined || text === undefined) continue;
    const carrier = { text, node, depth: 0 };
    const bodies = await bodiesOf(carrier, parser);
    const texts = await textsOf(carrier, parser);
    const mark = preamble.has(index) ? { preamble: true as const } : {};
    statements.push({
      kind: 'parsed',
      text,
      place,
      tag: tagOf(node),
      node,
      bodies,
      ...texts,
      ...mark,
    });
  }
  return statements;
}

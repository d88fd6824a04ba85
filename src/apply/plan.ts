import type { Body, ParsedStatement, Script, Statement } from '../domain/statement.ts';
import {
  type RelationName,
  type TransactionKind,
  transactionKindOf,
} from '../sql/transaction-kind.ts';

/** CREATE or DROP INDEX CONCURRENTLY, alone in its unit. */
export type ConcurrentIndex = {
  readonly kind: 'concurrent-index';
  readonly statement: ParsedStatement;
  /** Place of the statement in the unit, from 0. */
  readonly position: number;
  readonly index: RelationName;
} & (
  | { readonly action: 'create'; readonly table: RelationName; readonly ifNotExists: boolean }
  | { readonly action: 'drop' }
);

/** How one unit will be run. */
export type UnitPlan =
  | {
      readonly kind: 'transactional';
      /** Without the file's own BEGIN and COMMIT: the unit's transaction is theirs. */
      readonly statements: readonly ParsedStatement[];
      /** Place of the first of them in the unit, from 0: 1 when the file brings its own BEGIN. */
      readonly first: number;
    }
  | ConcurrentIndex
  /** What happened, why it matters, what to do instead. */
  | { readonly kind: 'refused'; readonly because: string };

type Planned = { readonly statement: ParsedStatement; readonly transaction: TransactionKind };

/** How to run a unit so that the change and its record commit together, or why that cannot be done. */
export function planUnit(script: Script): UnitPlan {
  const unread = script.statements.find((statement) => statement.kind === 'unparsed');
  if (unread !== undefined)
    return refuse(
      `${placeOf(unread)} could not be parsed`,
      'nobody can say what it does',
      'correct it; sluice check names the reason',
    );
  const planned = script.statements.filter(isParsed).map(plan);
  const only = planned[0];
  if (only !== undefined && planned.length === 1 && isConcurrent(only)) return planIndex(only);
  const enclosed = isEnclosed(planned);
  const inside = enclosed ? planned.slice(1, -1) : planned;
  const because = inside.map(objectionTo).find((text) => text !== undefined);
  if (because !== undefined) return { kind: 'refused', because };
  const statements = inside.map(({ statement }) => statement);
  return { kind: 'transactional', statements, first: enclosed ? 1 : 0 };
}

function isParsed(statement: Statement): statement is ParsedStatement {
  return statement.kind === 'parsed';
}

function plan(statement: ParsedStatement): Planned {
  return { statement, transaction: transactionKindOf(statement.node) };
}

function isConcurrent({ transaction }: Planned): boolean {
  return (
    transaction.kind === 'creates-index-concurrently' ||
    transaction.kind === 'drops-index-concurrently'
  );
}

function isEnclosed(planned: readonly Planned[]): boolean {
  const first = planned[0]?.transaction;
  const last = planned.at(-1)?.transaction;
  return first?.kind === 'begins' && first.plain && last?.kind === 'commits' && last.plain;
}

function planIndex({ statement, transaction }: Planned): UnitPlan {
  const common = { kind: 'concurrent-index', statement, position: 0 } as const;
  if (transaction.kind === 'drops-index-concurrently') {
    const [index, ...others] = transaction.indexes;
    if (index !== undefined && others.length === 0) return { ...common, action: 'drop', index };
  }
  if (transaction.kind === 'creates-index-concurrently' && transaction.index !== undefined) {
    const { table, ifNotExists } = transaction;
    // An index always lives in the schema of its table.
    const index = { ...table, name: transaction.index };
    return { ...common, action: 'create', index, table, ifNotExists };
  }
  return refuse(
    `${placeOf(statement)} does not name exactly one index`,
    'after an interruption nobody could tell whether it was finished',
    'name the index, one statement a file',
  );
}

function objectionTo(planned: Planned): string | undefined {
  const { statement, transaction } = planned;
  const place = placeOf(statement);
  switch (transaction.kind) {
    case 'ordinary':
      // A procedure may be defined with COMMIT in it: calling it in a transaction is what fails.
      return statement.tag === 'DoStmt' && statement.bodies.some(controlsTransaction)
        ? sentence(
            `${place} carries code that ends the transaction`,
            'what it did would be kept without its record',
            'let the code leave the transaction alone',
          )
        : undefined;
    case 'begins':
    case 'commits':
    case 'controls':
      return sentence(
        `${place} controls the transaction (${wordsOf(transaction)})`,
        'change and record could not commit together',
        'remove it, or enclose the whole file in one plain BEGIN … COMMIT',
      );
    case 'creates-index-concurrently':
    case 'drops-index-concurrently':
      return sentence(
        `${place} works CONCURRENTLY beside other statements`,
        'PostgreSQL runs it outside any transaction, so the rest could not be undone with it',
        'move it to a file of its own',
      );
    case 'refuses-transaction':
      return sentence(
        `${place} is ${transaction.words}, which cannot be rolled back or ends what the session relies on`,
        'it could happen without a record',
        'take it out of the change; an operator runs it with the server',
      );
  }
}

function controlsTransaction(body: Body): boolean {
  return body.kind === 'read' && body.parts.some(endsTransaction);
}

function endsTransaction(part: Extract<Body, { kind: 'read' }>['parts'][number]): boolean {
  if (part.kind === 'transaction') return true;
  return part.kind === 'statement' && isControl(transactionKindOf(part.node));
}

function isControl(transaction: TransactionKind): boolean {
  return ['begins', 'commits', 'controls'].includes(transaction.kind);
}

function wordsOf(transaction: TransactionKind): string {
  switch (transaction.kind) {
    case 'begins':
      return transaction.plain ? 'BEGIN' : 'BEGIN with options';
    case 'commits':
      return transaction.plain ? 'COMMIT' : 'COMMIT AND CHAIN';
    case 'controls':
      return transaction.words;
    default:
      return transaction.kind;
  }
}

function placeOf({ place }: Statement): string {
  return `The statement at line ${place.line}, column ${place.column}`;
}

function refuse(what: string, why: string, instead: string): UnitPlan {
  return { kind: 'refused', because: sentence(what, why, instead) };
}

function sentence(what: string, why: string, instead: string): string {
  return `${what}: ${why}. Instead, ${instead}.`;
}

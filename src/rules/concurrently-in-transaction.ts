import type { Script } from '../domain/statement.ts';
import { transactionKindOf } from '../sql/transaction-kind.ts';
import { defineRule } from './rule.ts';
import type { Remark } from './rule.ts';

export const concurrentlyInTransaction = defineRule({
  id: 'concurrently-in-transaction',
  axis: 'lock',
  title: 'CONCURRENTLY stands beside other statements',
  why: 'PostgreSQL refuses it in the transaction that holds the other statements together.',
  instead: 'Put the statement into a file of its own, without BEGIN and COMMIT.',
  invalid: [
    {
      sql: 'create index concurrently users_email on users (email); select 1',
      level: 'medium',
      message: 'Works CONCURRENTLY beside other statements.',
    },
  ],
  valid: ['create index concurrently users_email on users (email)'],
  check: ({ scripts }) => scripts.filter((script) => script.statements.length > 1).flatMap(beside),
});

function beside({ unitId, statements }: Script): readonly Remark[] {
  return statements.flatMap((statement, index) => {
    if (statement.kind === 'unparsed') return [];
    const { kind } = transactionKindOf(statement.node);
    if (kind !== 'creates-index-concurrently' && kind !== 'drops-index-concurrently') return [];
    return [
      {
        effect: { unitId, statement: index, source: 'static' },
        level: 'medium',
        message: 'Works CONCURRENTLY beside other statements.',
        counterfactual:
          'Alone in its file it is built without blocking writes, and nothing is said.',
      },
    ];
  });
}

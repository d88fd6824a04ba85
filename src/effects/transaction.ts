import { deriver } from './draft.ts';

export const transaction = {
  TransactionStmt: deriver('TransactionStmt', (statement) => [
    {
      kind: 'controls-transaction',
      action: (statement.kind ?? 'TRANS_STMT_BEGIN')
        .replace('TRANS_STMT_', '')
        .toLowerCase()
        .replaceAll('_', ' '),
    },
  ]),
  ConstraintsSetStmt: deriver('ConstraintsSetStmt', () => []),
} as const;

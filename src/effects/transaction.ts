import { deriver } from './draft.ts';

export const transaction = {
  TransactionStmt: deriver('TransactionStmt', (statement) => [
    {
      kind: 'controls-transaction',
      action: (statement.kind ?? 'TRANS_STMT_BEGIN')
        .replace('TRANS_STMT_', '')
        .toLowerCase()
        .replaceAll('_', ' '),
      ...(statement.savepoint_name === undefined ? {} : { savepoint: statement.savepoint_name }),
    },
  ]),
  // The change itself may defer its checks; code that does it changes the transaction of its caller.
  ConstraintsSetStmt: deriver('ConstraintsSetStmt', (statement, context) => {
    const value = statement.deferred === true ? 'deferred' : 'immediate';
    return context.inBody
      ? [{ kind: 'sets', setting: 'constraints', value, scope: 'transaction' }]
      : [];
  }),
} as const;

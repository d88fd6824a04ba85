import type { Draft } from './draft.ts';
import { deriver, locks, relation } from './draft.ts';

export const copy = {
  CopyStmt: deriver('CopyStmt', (statement, context): readonly Draft[] => {
    const object =
      statement.relation === undefined ? undefined : relation(statement.relation, context);
    const drafts: Draft[] = [];
    if (statement.filename !== undefined) {
      const how = statement.is_program === true ? 'program' : 'file';
      drafts.push({ kind: 'accesses-server', how, detail: `copy ${how}` });
    }
    if (statement.is_from === true && object !== undefined) {
      drafts.push({ kind: 'writes', verb: 'insert', object, reach: 'filtered' });
      drafts.push(locks(object, 'ROW EXCLUSIVE'));
    }
    if (statement.is_from !== true) {
      drafts.push({
        kind: 'exports',
        detail: 'copy to',
        ...(object === undefined ? {} : { object }),
      });
    }
    return drafts;
  }),
} as const;

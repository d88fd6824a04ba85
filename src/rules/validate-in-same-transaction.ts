import { objectName } from '../domain/effect.ts';
import { saferForm } from '../effects/rewrites/index.ts';
import { defineRule, ofKind } from './rule.ts';
import type { Remark } from './rule.ts';

export const validateInSameTransaction = defineRule({
  id: 'validate-in-same-transaction',
  axis: 'lock',
  title: 'A constraint is validated in the transaction that adds it',
  why: 'The lock of adding it is still held while every row is read, so NOT VALID gains nothing.',
  instead: 'Validate it in a file of its own, which runs in a transaction of its own.',
  invalid: [
    {
      sql: 'alter table users add constraint adult check (age > 17) not valid; alter table users validate constraint adult',
      level: 'medium',
      message: 'Validates constraint users.adult while the lock of adding it is held.',
    },
  ],
  valid: [
    'alter table users add constraint adult check (age > 17) not valid',
    'create table notes (id int); alter table notes add constraint c check (id > 0) not valid; alter table notes validate constraint c',
  ],
  counterfactual: {
    level: 'low',
    when: 'it is validated in a later file',
    with: [
      'alter table users add constraint adult check (age > 17) not valid',
      'alter table users validate constraint adult',
    ],
  },
  rewrite: saferForm,
  check: ({ effects }) => {
    const added = new Set<string>();
    return ofKind(effects, 'alters').flatMap((effect): readonly Remark[] => {
      const { change, object, unitId } = effect;
      const constraint = `${objectName(object)} ${unitId}`;
      if (change === 'add-constraint') added.add(constraint);
      if (change !== 'validate-constraint' || object.createdHere || !added.has(constraint))
        return [];
      const message = `Validates ${objectName(object)} while the lock of adding it is held.`;
      return [{ effect, level: 'medium', message }];
    });
  },
});

import { lockModes, type ObjectReference } from '../domain/effect.ts';
import { type Context, type Draft, locks } from './draft.ts';
import { costsOf, type LockCost, type LockForm, type LockRole } from './locks.ts';

/** Which relations play which roles in a statement. */
export type Roles = Readonly<Partial<Record<LockRole, readonly ObjectReference[]>>>;

/** One form of a statement, and the relations that it is about. */
export type PlayedForm = {
  readonly form: LockForm;
  readonly roles: Roles;
  /** The facts said which form it is, or which relations play along. */
  readonly usesFacts?: true;
};

/** A form that is played by what the facts know; none where they know nothing. */
export function byFacts(form: LockForm, roles: Roles): readonly PlayedForm[] {
  const isPlayed = Object.values(roles).some((objects) => objects.length > 0);
  return isPlayed ? [{ form, roles, usesFacts: true }] : [];
}

/** What a form locks, rewrites and reads, by the table of the target's major version. */
export function formCosts(
  { form, roles, usesFacts }: PlayedForm,
  context: Pick<Context, 'postgres'>,
): readonly Draft[] {
  const drafts = costsOf(form, context.postgres).flatMap((cost) =>
    (roles[cost.role] ?? []).flatMap((object) => costDrafts(cost, object)),
  );
  return usesFacts === undefined ? drafts : drafts.map((draft) => ({ ...draft, usesFacts }));
}

/** Its locks alone: of what has a kind of effect of its own. */
export function formLocks(
  played: PlayedForm,
  context: Pick<Context, 'postgres'>,
): readonly Draft[] {
  return formCosts(played, context).filter(({ kind }) => kind === 'locks');
}

/** Building an index is an effect of its own, and so is not told here. */
function costDrafts(
  { role, lock, rewrites, scans, builds }: LockCost,
  object: ObjectReference,
): readonly Draft[] {
  const reads = scans === true && rewrites !== true && builds !== true && !lookedUp.has(role);
  return [
    ...(lock === undefined || isWeak(lock) ? [] : [locks(object, lock)]),
    ...(rewrites === true ? [{ kind: 'rewrites', object } as const] : []),
    ...(reads ? [{ kind: 'scans', object } as const] : []),
  ];
}

/** Read by their keys when a foreign key is checked. */
const lookedUp: ReadonlySet<LockRole> = new Set(['referenced', 'referencing', 'source']);

/** Nothing but a stronger lock waits for these. */
function isWeak(mode: (typeof lockModes)[number]): boolean {
  return lockModes.indexOf(mode) < lockModes.indexOf('SHARE UPDATE EXCLUSIVE');
}

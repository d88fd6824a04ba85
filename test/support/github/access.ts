import { HttpProblem } from './http-problem.ts';
import type { Repository } from './repository.ts';
import type { Account } from './world.ts';

/** Whoever holds a token, and what it may do. */
export type Caller = {
  readonly kind: 'actions' | 'app' | 'user';
  readonly login: string;
  readonly id: number;
  /** By the names that workflows use: `pull-requests`, `contents`, `statuses`, `members` … */
  readonly permissions: Readonly<Record<string, 'read' | 'write'>>;
  /** `owner/name` of what it was made for; every repository unless given. */
  readonly repositories?: readonly string[];
};

/** `statuses: write`; one of several is enough. */
export type Need = `${string}: ${'read' | 'write'}`;

export function accountOf(caller: Caller): Account {
  const type = caller.kind === 'user' ? 'User' : 'Bot';
  return { login: caller.login, id: caller.id, type };
}

/**
 * Throws what GitHub answers when the caller may not. Stricter than GitHub in one thing: reading
 * the token's own repository needs the permission even when it is public, so that a workflow that
 * passes here also works in a private one.
 */
export function assertAccess(
  caller: Caller | undefined,
  repository: Repository,
  needs: readonly Need[],
): void {
  const writes = needs.some((need) => need.endsWith('write'));
  if (caller === undefined) {
    if (repository.private) throw new HttpProblem(404, 'Not Found');
    if (writes) throw new HttpProblem(401, 'Requires authentication');
    return;
  }
  const own = isOwn(caller, repository);
  if (!own && repository.private) throw new HttpProblem(404, 'Not Found');
  if (!own && !writes) return;
  if (!own || !needs.some((need) => isGranted(caller, need))) throw refused(caller);
}

export function isGranted(caller: Caller, need: Need): boolean {
  const [name = '', level] = need.split(': ');
  if (name === 'metadata') return level === 'read';
  const granted = caller.permissions[name];
  return granted === 'write' || (granted === 'read' && level === 'read');
}

export function refused(caller: Caller): HttpProblem {
  const kind = caller.kind === 'user' ? 'personal access token' : 'integration';
  return new HttpProblem(403, `Resource not accessible by ${kind}`);
}

function isOwn(caller: Caller, repository: Repository): boolean {
  const named = caller.repositories?.map((name) => name.toLowerCase());
  if (named !== undefined && !named.includes(repository.fullName.toLowerCase())) return false;
  return caller.kind !== 'user' || repository.role(caller.login) !== 'none';
}

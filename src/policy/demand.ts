import type { DisregardedReview } from '../domain/approval.ts';
import type { Change } from '../domain/change.ts';
import type { MissingApproval, Reason } from '../domain/decision.ts';
import { ownerName, type Owner } from '../domain/owner.ts';
import type { Policy } from '../domain/policy.ts';
import { coverageOf, type Standing } from './approvals.ts';
import { ownersOf, type Codeowners } from './codeowners.ts';

/** One thing that was looked at: its reason, and the approvals that it still waits for. */
export type Outcome = { readonly reason: Reason; readonly missing: readonly MissingApproval[] };

/** What every demand is measured against. */
export type Circumstances = {
  readonly change: Change;
  readonly policy: Policy;
  readonly codeowners: Codeowners | undefined;
  readonly standing: Standing;
  /** Governed paths, the places that renamed files left included. */
  readonly paths: readonly string[];
};

type Status = Reason['status'];

/** A reason without children. */
function reasonOf(rule: string, status: Status, description: string): Reason {
  return { rule, status, description, children: [] };
}

export function settled(rule: string, status: Status, description: string): Outcome {
  return { reason: reasonOf(rule, status, description), missing: [] };
}

/** Several outcomes as the children of one: the worst of them decides its status. */
export function together(rule: string, description: string, outcomes: readonly Outcome[]): Outcome {
  const children = outcomes.map(({ reason }) => reason);
  return {
    reason: { rule, status: worst(children), description, children },
    missing: outcomes.flatMap(({ missing }) => missing),
  };
}

function worst(reasons: readonly Reason[]): Status {
  const order = ['denied', 'missing', 'satisfied', 'skipped'] as const;
  return order.find((status) => reasons.some((reason) => reason.status === status)) ?? 'skipped';
}

/** One approval by one of these owners. */
export function demandOneOf(
  rule: string,
  owners: readonly Owner[],
  paths: readonly string[],
  circumstances: Circumstances,
): Outcome {
  const coverage = coverageOf(owners, circumstances.standing, circumstances.change.pullRequest);
  const about = paths.length === 0 ? '' : ` for ${paths.join(', ')}`;
  const names = owners.map(ownerName).join(' or ');
  const [given] = coverage.givenBy;
  if (given !== undefined)
    return settled(rule, 'satisfied', `@${given.login} approved${about} (${names}).`);
  return {
    reason: {
      ...reasonOf(rule, 'missing', `An approval by ${names} is missing${about}.`),
      children: [...describeDisregarded(coverage.disregarded), ...describeUnresolved(coverage)],
    },
    missing: [{ rule, paths, anyOf: owners, disregarded: coverage.disregarded }],
  };
}

/** Approvals by so many people with write access who did not make the change. */
export function demandPeople(rule: string, count: number, { standing }: Circumstances): Outcome {
  const given = standing.approvals.map(({ login }) => `@${login}`);
  const wanted = count === 1 ? 'one person' : `${count} people`;
  if (given.length >= count) return settled(rule, 'satisfied', `${given.join(', ')} approved.`);
  const { disregarded } = standing;
  const sofar = given.length === 0 ? '' : ` So far: ${given.join(', ')}.`;
  return {
    reason: {
      ...reasonOf(
        rule,
        'missing',
        `Approval by ${wanted} with write access who did not make the change is missing.${sofar}`,
      ),
      children: describeDisregarded(disregarded),
    },
    missing: [{ rule, paths: [], anyOf: [], disregarded }],
  };
}

/** One approval by an owner of every governed file; files with the same owners go together. */
export function demandOwners(rule: string, circumstances: Circumstances): Outcome {
  const { paths } = circumstances;
  if (paths.length === 0) return settled(rule, 'skipped', 'No governed file is changed.');
  const groups = groupByOwners(paths.map((path) => responsibleFor(path, circumstances)));
  const outcomes = groups.map(({ owners, paths, reasons }) =>
    owners.length === 0
      ? settled(rule, 'denied', nobodyToAsk(paths, reasons))
      : demandOneOf(rule, owners, paths, circumstances),
  );
  return together(rule, 'An owner of every governed file has to approve.', outcomes);
}

type Responsible = {
  readonly path: string;
  readonly owners: readonly Owner[];
  readonly reason: string;
};

/** Who has to approve one path: its owners, or whom the policy names where nobody owns it. */
export function responsibleFor(
  path: string,
  { codeowners, policy }: Pick<Circumstances, 'codeowners' | 'policy'>,
): Responsible {
  const { owners, reason } =
    codeowners === undefined
      ? { owners: [], reason: 'The target branch has no CODEOWNERS file.' }
      : ownersOf(codeowners, path);
  return { path, reason, owners: owners.length > 0 ? owners : policy.fallbackOwners };
}

type Group = {
  readonly owners: readonly Owner[];
  readonly paths: readonly string[];
  readonly reasons: readonly string[];
};

function groupByOwners(files: readonly Responsible[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const { path, owners, reason } of files) {
    const key = owners.map(ownerName).toSorted().join(' ');
    const group = groups.get(key) ?? { owners, paths: [], reasons: [] };
    groups.set(key, {
      owners,
      paths: [...group.paths, path],
      reasons: [...new Set([...group.reasons, reason])],
    });
  }
  return [...groups.values()];
}

function nobodyToAsk(paths: readonly string[], reasons: readonly string[]): string {
  return `Nobody owns ${paths.join(', ')}, so nobody can approve it. ${reasons.join(' ')} Add a line with an owner to CODEOWNERS, or name fallback-owners in .sluice/policy.yml.`;
}

function describeDisregarded(disregarded: readonly DisregardedReview[]): readonly Reason[] {
  return disregarded.map(({ why }) => reasonOf('disregarded-review', 'skipped', why));
}

function describeUnresolved({ unresolved }: { readonly unresolved: readonly string[] }) {
  return unresolved.map((why) => reasonOf('unresolved-owner', 'missing', why));
}

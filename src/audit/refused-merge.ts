import type { AuditBody } from '../domain/audit-record.ts';
import { type CommitSha, parseCommitSha } from '../domain/change.ts';
import { toCanonicalJson } from '../domain/canonical-json.ts';
import { type Digest, digestOf } from '../domain/digest.ts';
import type { RecordedTarget } from './record.ts';

/** Why what a merge brought is not applied. */
export type RefusalReason =
  | 'unreviewed-push'
  | 'merged-without-approval'
  | 'other-bytes'
  | 'unknown-head'
  | 'unreadable-policy'
  | 'applied-elsewhere'
  | 'failed-rehearsal'
  | 'not-cleared';

/** What a merge brought and why it is refused. Paths are text of the change; all else is ours or the host's. */
export type RefusedMerge = {
  /** `owner/name`. */
  readonly repository: string;
  readonly base: string;
  readonly commit: string;
  /** Null when nobody knows of one. */
  readonly pullRequest: number | null;
  readonly mergedBy: string | null;
  /** Governed and control files; the digest is null where no content could be read. */
  readonly paths: readonly { readonly path: string; readonly digest: Digest | null }[];
  /** Of the policy that judged it; null when it could not be read. */
  readonly policy: Digest | null;
  readonly reason: RefusalReason;
  /** Our own words: no SQL, no value, no server message. */
  readonly because: readonly string[];
};

type Times = { readonly at: string; readonly atRunner: string };

const mostReasons = 20;
const longestReason = 300;
/** Bytes of a list of paths; a longer one is cut down to its digest, so that the record fits a log. */
const longestList = 16_384;

/** What the record of a refused merge says; see schemas/audit-record.json. */
export function toRefusedMergeBody(
  refused: RefusedMerge,
  target: RecordedTarget,
  { at, atRunner }: Times,
): AuditBody {
  const paths = refused.paths.map(({ path, digest }) => ({ path, digest }));
  const listed = toCanonicalJson(paths);
  return {
    event: 'merge.refused',
    at,
    atRunner,
    merge: {
      repository: refused.repository,
      pullRequest: refused.pullRequest,
      base: refused.base,
      commit: refused.commit,
      mergedBy: refused.mergedBy,
      // The host does not tell who pushed a commit to a branch.
      pushedBy: null,
      pathCount: paths.length,
      pathsDigest: digestOf(listed),
      paths: new TextEncoder().encode(listed).length <= longestList ? paths : [],
    },
    policy: refused.policy,
    target: { ...target },
    outcome: { reason: refused.reason, because: reasonsOf(refused) },
  };
}

/** The commits of a refused merge: from its base, which was accepted, to its last. */
export type RefusedSpan = { readonly base: CommitSha; readonly commit: CommitSha };

/** The commits that a record of a refused merge names; undefined for any other record. */
export function refusedSpan(text: string): RefusedSpan | undefined {
  const body: unknown = JSON.parse(text);
  if (at(body, 'event') !== 'merge.refused') return undefined;
  const merge = at(body, 'merge');
  const [base, commit] = [at(merge, 'base'), at(merge, 'commit')].map((name) =>
    typeof name === 'string' ? parseCommitSha(name) : undefined,
  );
  return base === undefined || commit === undefined ? undefined : { base, commit };
}

/** Whether a record of the chain tells of the same refusal already. */
export function tellsOf(text: string, refused: RefusedMerge): boolean {
  const body: unknown = JSON.parse(text);
  return (
    at(body, 'event') === 'merge.refused' &&
    at(at(body, 'merge'), 'commit') === refused.commit &&
    at(at(body, 'outcome'), 'reason') === refused.reason &&
    JSON.stringify(at(at(body, 'outcome'), 'because')) === JSON.stringify(reasonsOf(refused))
  );
}

function reasonsOf({ because }: RefusedMerge): readonly string[] {
  return because
    .slice(0, mostReasons)
    .map((reason) => Array.from(reason).slice(0, longestReason).join(''));
}

function at(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

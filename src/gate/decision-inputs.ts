import type { EvidenceByDatabase, LoadedChange } from '../change/judge-input.ts';
import { toCanonicalJson } from '../domain/canonical-json.ts';
import { digestOf, type Digest } from '../domain/digest.ts';
import { evidenceDigest, withoutTimes } from '../domain/evidence.ts';
import { changeDigest } from '../policy/clear.ts';

/** What a decision was made of, besides what people said: bytes, rules and observations. */
export type DecisionInputs = {
  readonly policy: Digest;
  /** Without times: what was seen twice alike is the same. */
  readonly evidence: readonly Digest[];
  /** Over all of it: policy, changes, facts, evidence, head and base. The status carries its beginning. */
  readonly digest: Digest;
};

export function decisionInputs(
  { change, controls, databases, facts: known }: LoadedChange,
  evidence: EvidenceByDatabase,
): DecisionInputs {
  const policy = controls.policy.digest;
  const changes = databases.map(({ database, units }) => changeDigest(database.name, units));
  const seen = [...evidence.values()].map((one) => evidenceDigest(withoutTimes(one)));
  const { base, head } = change;
  const facts = known === undefined ? {} : { facts: digestOf(JSON.stringify([...known])) };
  return {
    policy,
    evidence: seen,
    digest: digestOf(toCanonicalJson({ policy, changes, evidence: seen, head, base, ...facts })),
  };
}

/** The first twelve digits. */
export function shortDigest(digest: Digest): string {
  return digest.slice('sha256:'.length, 'sha256:'.length + 12);
}

import { parseMasking } from '../config/masking.ts';
import { parsePolicy } from '../config/policy.ts';
import type { CommitSha } from '../domain/change.ts';
import type { MaskingConfig } from '../domain/masking-config.ts';
import type { Policy } from '../domain/policy.ts';
import { SluiceError } from '../errors.ts';
import { findCodeownersPath, parseCodeowners } from '../policy/codeowners.ts';
import type { Codeowners } from '../policy/codeowners.ts';
import type { Repository, TreeEntry } from '../ports/repository.ts';
import { largestControlFile, maskingPath, notPlain, policyPath } from './control-paths.ts';
import { decodeUtf8 } from './decode.ts';

/** What a change is judged by; always read at its base, so that no change edits its own judge. */
export type Controls = {
  readonly policy: Policy;
  readonly codeowners: Codeowners | undefined;
  readonly masking: MaskingConfig | undefined;
};

/** Reads policy, CODEOWNERS and masking of a commit. Throws SluiceError input/policy. */
export async function loadControls(repository: Repository, commit: CommitSha): Promise<Controls> {
  return readControls(repository, commit, undefined);
}

/**
 * The same where a branch may have no policy yet: then every `.sql` file counts, and nothing is
 * enforced. A policy that cannot be read is refused as ever.
 */
export async function loadControlsOrObserve(
  repository: Repository,
  commit: CommitSha,
): Promise<Controls> {
  return readControls(repository, commit, observed);
}

/** The policy of a commit; undefined when it has none. Throws SluiceError input/policy. */
export async function findPolicy(
  repository: Repository,
  commit: CommitSha,
): Promise<Policy | undefined> {
  const written = await readControlText(repository, await repository.tree(commit), policyPath);
  return written === undefined ? undefined : parsePolicy(written, policyPath);
}

/** The masking of a commit; undefined when it has none. Throws SluiceError input/policy. */
export async function findMasking(
  repository: Repository,
  commit: CommitSha,
): Promise<MaskingConfig | undefined> {
  const written = await readControlText(repository, await repository.tree(commit), maskingPath);
  return written === undefined ? undefined : parseMasking(written, maskingPath);
}

/** What stands in for a policy that nobody has written. */
const observed = `version: 1
extends: default
mode: observe
databases:
  default:
    layout: plain
    paths: ['*.sql']
    targets: []
`;

async function readControls(
  repository: Repository,
  commit: CommitSha,
  substitute: string | undefined,
): Promise<Controls> {
  const tree = await repository.tree(commit);
  const codeownersPath = findCodeownersPath(tree.map(({ path }) => path));
  const [written, codeowners, masking] = await Promise.all(
    [policyPath, codeownersPath, maskingPath].map(async (path) =>
      path === undefined ? undefined : readControlText(repository, tree, path),
    ),
  );
  const policy = written ?? substitute;
  if (policy === undefined)
    throw new SluiceError(
      'input/policy',
      `The target branch has no ${policyPath}, so nothing says what is governed and who decides. Nothing is allowed. Begin with the policy in README.md and adapt it.`,
    );
  return {
    policy: parsePolicy(policy, policyPath),
    codeowners: codeowners === undefined ? undefined : parseCodeowners(codeowners),
    masking: masking === undefined ? undefined : parseMasking(masking, maskingPath),
  };
}

/** Text of a control file in the tree of a commit, or undefined. Throws SluiceError input/policy. */
export async function readControlText(
  repository: Repository,
  tree: readonly TreeEntry[],
  path: string,
): Promise<string | undefined> {
  const entry = tree.find((candidate) => candidate.path === path);
  if (entry === undefined) return undefined;
  if ((entry.entry !== 'file' && entry.entry !== 'executable') || entry.size > largestControlFile)
    throw notPlain(path);
  return decodeUtf8(await repository.blob(entry.blob), path, 'input/policy');
}

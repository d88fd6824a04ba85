import { largestControlFile, maskingPath, notPlain, policyPath } from '../change/control-paths.ts';
import { decodeUtf8 } from '../change/decode.ts';
import type { MaskingConfig } from '../domain/masking-config.ts';
import type { Policy } from '../domain/policy.ts';
import { SluiceError } from '../errors.ts';
import type { Root } from '../ports/files.ts';
import type { UsedPolicy } from '../report/model.ts';
import { defaultRisk } from '../risk/scale.data.ts';
import type { Arguments } from './command.ts';
import type { Context } from './context.ts';

/** The policy that a check goes by. */
export type CheckPolicy = {
  readonly policy: Policy;
  readonly masking: MaskingConfig | undefined;
  readonly used: UsedPolicy;
  readonly notices: readonly string[];
  /** A path as the policy names it. */
  readonly nameOf: (path: string) => string;
};

/**
 * The policy of `--policy`, else that of the repository that one works in; undefined where it has none.
 * For a pull request that is the policy of its base, as everywhere: no change brings its own judge. YAML
 * and CEL are loaded only when there is one, because a file alone must be checked quickly. Throws
 * SluiceError input/policy.
 */
export async function findCheckPolicy(
  given: Arguments,
  context: Context,
): Promise<CheckPolicy | undefined> {
  const path = given.options.get('policy');
  const root = await context.files.root();
  if (path !== undefined) return readGiven(path, root, context);
  const branch = context.environment['GITHUB_BASE_REF'] ?? '';
  return branch === '' ? readOwn(root, context) : readOfBranch(branch, root, context);
}

async function readGiven(path: string, root: Root, context: Context): Promise<CheckPolicy> {
  const policy = await readPolicyAt(path, path, context);
  const masking = await readOwnMasking(root, context);
  return toCheckPolicy({ policy, masking, nameOf: (file) => file }, { path, from: 'option' });
}

async function readOwn(root: Root, context: Context): Promise<CheckPolicy | undefined> {
  const file = await findPlain(policyPath, root);
  if (file === undefined) return undefined;
  const policy = await readPolicyAt(file, policyPath, context);
  const masking = await readOwnMasking(root, context);
  const { nameOf } = root;
  return toCheckPolicy({ policy, masking, nameOf }, { path: policyPath, from: 'work-tree' });
}

/** As a review reads it. A clone without the base has nothing to compare with. */
async function readOfBranch(
  branch: string,
  root: Root,
  context: Context,
): Promise<CheckPolicy | undefined> {
  const { findMasking, findPolicy } = await import('../change/load-controls.ts');
  const repository = context.openRepository(root.directory);
  const base = await repository
    .resolve(`refs/remotes/origin/${branch}`)
    .catch((failure: unknown) => {
      if (failure instanceof SluiceError && failure.code === 'host/git') return undefined;
      throw failure;
    });
  if (base === undefined) return withoutLenience(await readOwn(root, context), branch);
  const policy = await findPolicy(repository, base);
  if (policy === undefined) return undefined;
  const masking = await findMasking(repository, base);
  const used = { path: policyPath, from: 'target-branch' } as const;
  return toCheckPolicy({ policy, masking, nameOf: root.nameOf }, used);
}

function toCheckPolicy(
  read: Pick<CheckPolicy, 'policy' | 'masking' | 'nameOf'>,
  used: Omit<UsedPolicy, 'digest'>,
): CheckPolicy {
  return { ...read, used: { ...used, digest: read.policy.digest }, notices: [] };
}

/** The pull request itself may have written what stands in the work tree. */
function withoutLenience(found: CheckPolicy | undefined, branch: string): CheckPolicy | undefined {
  if (found === undefined) return undefined;
  const { suppressions: _suppressions, risk, ...policy } = found.policy;
  const levels = risk === undefined ? {} : { risk: { ...defaultRisk, levels: risk.levels } };
  return {
    ...found,
    policy: { ...policy, ...levels },
    notices: [
      `The clone does not hold the target branch ${branch}, so the policy of the pull request stands in for it: what it suppresses or takes for small does not count. Check out with fetch-depth: 0.`,
    ],
  };
}

async function readPolicyAt(path: string, name: string, context: Context): Promise<Policy> {
  const { parsePolicy } = await import('../config/policy.ts');
  const bytes = await context.files.read(path, largestControlFile);
  return parsePolicy(decodeUtf8(bytes, name, 'input/policy'), name);
}

async function readOwnMasking(root: Root, context: Context): Promise<MaskingConfig | undefined> {
  const file = await findPlain(maskingPath, root);
  if (file === undefined) return undefined;
  const { parseMasking } = await import('../config/masking.ts');
  const bytes = await context.files.read(file, largestControlFile);
  return parseMasking(decodeUtf8(bytes, maskingPath, 'input/policy'), maskingPath);
}

/** Git would take a link for a link, so it is none of the repository's policy. */
async function findPlain(name: string, root: Root): Promise<string | undefined> {
  const found = await root.find(name);
  if (found === undefined) return undefined;
  if (found.isPlain) return found.path;
  throw notPlain(name);
}

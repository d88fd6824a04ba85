import { t as parseMasking } from "./masking-D5UKyEt3.js";
import { t as parsePolicy } from "./policy-XyuEtO3r.js";
import { t as SluiceError } from "./errors-avTrn9RY.js";
import { i as parseCodeowners, n as findCodeownersPath } from "./codeowners-CUZnzeoY.js";
import { i as policyPath, n as maskingPath, r as notPlain } from "./control-paths-KTvHig8A.js";
import { t as decodeUtf8 } from "./decode-BUqwTwow.js";
/** Reads policy, CODEOWNERS and masking of a commit. Throws SluiceError input/policy. */
async function loadControls(repository, commit) {
	return readControls(repository, commit, void 0);
}
/**
* The same where a branch may have no policy yet: then every `.sql` file counts, and nothing is
* enforced. A policy that cannot be read is refused as ever.
*/
async function loadControlsOrObserve(repository, commit) {
	return readControls(repository, commit, observed);
}
/** The policy of a commit; undefined when it has none. Throws SluiceError input/policy. */
async function findPolicy(repository, commit) {
	const written = await readControlText(repository, await repository.tree(commit), policyPath);
	return written === void 0 ? void 0 : parsePolicy(written, policyPath);
}
/** The masking of a commit; undefined when it has none. Throws SluiceError input/policy. */
async function findMasking(repository, commit) {
	const written = await readControlText(repository, await repository.tree(commit), maskingPath);
	return written === void 0 ? void 0 : parseMasking(written, maskingPath);
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
async function readControls(repository, commit, substitute) {
	const tree = await repository.tree(commit);
	const codeownersPath = findCodeownersPath(tree.map(({ path }) => path));
	const [written, codeowners, masking] = await Promise.all([
		policyPath,
		codeownersPath,
		maskingPath
	].map(async (path) => path === void 0 ? void 0 : readControlText(repository, tree, path)));
	const policy = written ?? substitute;
	if (policy === void 0) throw new SluiceError("input/policy", `The target branch has no ${policyPath}, so nothing says what is governed and who decides. Nothing is allowed. Begin with the policy in README.md and adapt it.`);
	return {
		policy: parsePolicy(policy, policyPath),
		codeowners: codeowners === void 0 ? void 0 : parseCodeowners(codeowners),
		masking: masking === void 0 ? void 0 : parseMasking(masking, maskingPath)
	};
}
/** Text of a control file in the tree of a commit, or undefined. Throws SluiceError input/policy. */
async function readControlText(repository, tree, path) {
	const entry = tree.find((candidate) => candidate.path === path);
	if (entry === void 0) return void 0;
	if (entry.entry !== "file" && entry.entry !== "executable" || entry.size > 3e6) throw notPlain(path);
	return decodeUtf8(await repository.blob(entry.blob), path, "input/policy");
}
export { readControlText as a, loadControlsOrObserve as i, findPolicy as n, loadControls as r, findMasking as t };

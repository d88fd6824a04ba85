import { n as readVariable, t as parsePolicy } from "./policy-jrPHKOTj.js";
import { a as readMap, c as readYaml, l as requireCell, o as readText, s as readWord, t as holdsMap, u as requireVersion } from "./yaml-Dib2l8om.js";
import { t as SluiceError } from "./errors-BTJLZQnf.js";
import { i as parseCodeowners, n as findCodeownersPath } from "./codeowners-CUZnzeoY.js";
import { t as decodeUtf8 } from "./decode-DYFSRfUr.js";
/** What `.sluice/masking.yml` may ask for a column. */
const maskKinds = [
	"email",
	"person-name",
	"phone",
	"token"
];
/** Reads `.sluice/masking.yml`. Throws SluiceError input/policy with everything that is wrong. */
function parseMasking(text, path) {
	return readYaml({
		text,
		path,
		code: "input/policy"
	}, (root, problems) => {
		const entries = readMap(root, problems, ["version", "databases"]);
		requireVersion(entries, root, problems);
		const databases = requireCell(entries, "databases", root, problems);
		return { databases: [...databases === void 0 ? [] : readMap(databases, problems, "anything")].map(([name, cell]) => readDatabase(name, cell, problems)) };
	});
}
function readDatabase(database, cell, problems) {
	const entries = readMap(cell, problems, ["source", "columns"]);
	const source = entries.get("source");
	const variable = source === void 0 ? void 0 : readVariable(source, problems);
	const columns = entries.get("columns");
	const named = columns === void 0 ? [] : readMap(columns, problems, "anything");
	return {
		database,
		...variable === void 0 ? {} : { sourceUrlVariable: variable },
		columns: new Map([...named].flatMap(([name, column]) => readColumn(name, column, problems)))
	};
}
function readColumn(name, cell, problems) {
	if (!/^[^.]+\.[^.]+\.[^.]+$/.test(name)) problems.report(cell, `the column ${JSON.stringify(name)} has to be schema.table.column`);
	const masking = holdsMap(cell) ? readKeep(cell, problems) : readMask(cell, problems);
	return masking === void 0 ? [] : [[name, masking]];
}
function readMask(cell, problems) {
	const mask = readWord(cell, problems, maskKinds);
	return mask === void 0 ? void 0 : {
		kind: "mask",
		mask
	};
}
function readKeep(cell, problems) {
	const keep = requireCell(readMap(cell, problems, ["keep"]), "keep", cell, problems);
	const because = keep === void 0 ? void 0 : readText(keep, problems);
	return because === void 0 ? void 0 : {
		kind: "keep",
		because
	};
}
/** Where the policy lives; the presets that it can extend are Sluice's own. */
const policyPath = ".sluice/policy.yml";
const maskingPath = ".sluice/masking.yml";
const largestControlFile = 3e6;
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
	if (entry.entry !== "file" && entry.entry !== "executable" || entry.size > largestControlFile) throw new SluiceError("input/policy", `${path} is no plain file of at most ${largestControlFile} bytes, so what it says is not certain. Nothing is allowed. Commit it as a plain file.`);
	return decodeUtf8(await repository.blob(entry.blob), path, "input/policy");
}
export { readControlText as a, policyPath as i, loadControls as n, loadControlsOrObserve as r, findPolicy as t };

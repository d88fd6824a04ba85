import { r as readVariable, t as parsePolicy } from "./policy-SmYpi5PX.js";
import { a as readMap, c as readYaml, l as requireCell, o as readText$1, s as readWord, t as holdsMap, u as requireVersion } from "./yaml-BHu2BNYD.js";
import { t as SluiceError } from "./errors-DFUB2oUm.js";
import { i as parseCodeowners, n as findCodeownersPath } from "./codeowners-XHfHG8X-.js";
import { t as decodeUtf8 } from "./decode-tJ-M-UqA.js";
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
	const because = keep === void 0 ? void 0 : readText$1(keep, problems);
	return because === void 0 ? void 0 : {
		kind: "keep",
		because
	};
}
const policyPath = ".sluice/policy.yml";
const maskingPath = ".sluice/masking.yml";
const largestControlFile = 3e6;
/** Reads policy, CODEOWNERS and masking of a commit. Throws SluiceError input/policy. */
async function loadControls(repository, commit) {
	const tree = await repository.tree(commit);
	const codeownersPath = findCodeownersPath(tree.map(({ path }) => path));
	const [policy, codeowners, masking] = await Promise.all([
		policyPath,
		codeownersPath,
		maskingPath
	].map(async (path) => path === void 0 ? void 0 : readText(repository, tree, path)));
	if (policy === void 0) throw new SluiceError("input/policy", `The target branch has no ${policyPath}, so nothing says what is governed and who decides. Nothing is allowed. Begin with the policy in README.md and adapt it.`);
	return {
		policy: parsePolicy(policy, policyPath),
		codeowners: codeowners === void 0 ? void 0 : parseCodeowners(codeowners),
		masking: masking === void 0 ? void 0 : parseMasking(masking, maskingPath)
	};
}
async function readText(repository, tree, path) {
	const entry = tree.find((candidate) => candidate.path === path);
	if (entry === void 0) return void 0;
	if (entry.entry !== "file" && entry.entry !== "executable" || entry.size > largestControlFile) throw new SluiceError("input/policy", `${path} is no plain file of at most ${largestControlFile} bytes, so what it says is not certain. Nothing is allowed. Commit it as a plain file.`);
	return decodeUtf8(await repository.blob(entry.blob), path, "input/policy");
}
export { loadControls as t };

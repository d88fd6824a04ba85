import { t as SluiceError } from "./errors-BTJLZQnf.js";
import { c as locateChange, i as findTransactionRefusal, n as detectLayout, o as findCompanions, r as toUnits, t as chooseLayout } from "./detect-D7L7rJ2j.js";
import { r as matchesGlob } from "./glob-CgK8Jx70.js";
import { t as readScript } from "./read-Cl-NOyjy.js";
/**
* Why git attributes keep a path from being governed, or undefined. `attributes` as
* Repository.attributes gives them: `filter=lfs`, `ident`, `-diff`.
*/
function attributeRefusal(attributes) {
	const changing = attributes.find((attribute) => /^(?:filter|working-tree-encoding)(?:=|$)|^ident$/.test(attribute));
	if (changing !== void 0) return `The git attribute ${changing} changes its content on checkout: what people read would not be what runs.`;
	const hiding = attributes.find((attribute) => /^-diff$|^linguist-generated(?!=false$)(?:=|$)/.test(attribute));
	return hiding === void 0 ? void 0 : `The git attribute ${hiding} hides it from reviewers: nobody would see what they approve.`;
}
/** Bounds what a tool's own file may hold; a larger one is not read, and that is a refusal. */
const largest$1 = 5e6;
/** Content of the tool's own files that decide what runs, by blob; what is no UTF-8 text is left out. */
async function readCompanions(database, files, repository) {
	const sizes = new Map(files.map(({ blob, size }) => [blob, size]));
	const companions = findCompanions({
		database,
		matches: matchesGlob,
		files
	});
	const blobs = [...new Set(companions.map(({ blob }) => blob))].filter((blob) => (sizes.get(blob) ?? 0) <= largest$1);
	const contents = await repository.blobs(blobs);
	return new Map(blobs.flatMap((blob, index) => {
		const text = decode(contents[index]);
		return text === void 0 ? [] : [[blob, text]];
	}));
}
function decode(bytes) {
	if (bytes === void 0) return void 0;
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch {
		return;
	}
}
const largest = 1e6;
/**
* The database with the layout that `auto` stands for. The first tree that holds governed files
* decides, and it is the target branch, so that no change chooses how it is read. Stays `auto` where
* nothing is certain, which is refused later.
*/
async function resolveLayout(database, trees, repository) {
	if (database.layout !== "auto") return database;
	for (const tree of trees) {
		const governed = tree.filter(({ path }) => database.paths.some((pattern) => matchesGlob(pattern, path)));
		if (governed.length === 0) continue;
		const texts = await readSample(governed, repository);
		const candidates = detectLayout(findAround(governed, tree), (path) => texts.get(path));
		return {
			...database,
			layout: chooseLayout(candidates) ?? "auto"
		};
	}
	return {
		...database,
		layout: "plain"
	};
}
/** The tools keep their own files beside the migrations, above them, or one directory below. */
function findAround(governed, tree) {
	const directories = new Set(governed.map(({ path }) => directoryOf(path)));
	const above = new Set([...directories].flatMap(ancestorsOf));
	return tree.flatMap(({ path }) => {
		const directory = directoryOf(path);
		return above.has(directory) || directories.has(directoryOf(directory)) ? [path] : [];
	});
}
function directoryOf(path) {
	return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}
function ancestorsOf(directory) {
	const segments = directory === "" ? [] : directory.split("/");
	return ["", ...segments.map((_, index) => segments.slice(0, index + 1).join("/"))];
}
async function readSample(governed, repository) {
	const files = governed.filter(({ path, entry, size }) => path.endsWith(".sql") && entry === "file" && size <= largest).slice(-40);
	const contents = await repository.blobs(files.map(({ blob }) => blob));
	const decoder = new TextDecoder();
	return new Map(files.map(({ path }, index) => [path, decoder.decode(contents[index])]));
}
/** Reads the governed files of a change as git blobs; a work tree is never looked at. */
async function loadDatabase(given, { before, after, commit }, { repository, parser }) {
	const database = await resolveLayout(given, [before, after], repository);
	const texts = await readCompanions(database, [...before, ...after], repository);
	const located = locateChange({
		database,
		matches: matchesGlob,
		base: before,
		head: after,
		texts
	});
	const refusedByGit = await findAttributeRefusals(repository, commit, located.added);
	const read = await readUnits(located.added, database, repository);
	const scripts = await readScripts(read.units, parser);
	const refusedByRunner = findTransactionRefusals(database, read.units, scripts);
	return {
		database,
		base: located.base,
		units: read.units,
		scripts,
		refused: [
			...located.refused,
			...refusedByGit,
			...read.refused,
			...refusedByRunner
		]
	};
}
/**
* What the target branch would hold after a merge: its tip, with the paths that the change touches
* taken from the head. A path that both sides touched is a conflict, which git settles, and which the
* apply compares with what was reviewed.
*/
function mergeTrees(tip, head, changes) {
	const touched = new Set(changes.flatMap(({ path, previousPath }) => [path, ...previousPath ? [previousPath] : []]));
	return [...tip.filter(({ path }) => !touched.has(path)), ...head.filter(({ path }) => touched.has(path))];
}
/** The scripts of the base, to replay on a shadow. A file that cannot be read fails there, by name. */
async function loadBaseScripts(loaded, { repository, parser }) {
	const { units, refused } = await readUnits(loaded.base, loaded.database, repository);
	const [first] = refused;
	if (first !== void 0) throw new SluiceError("input/governed-file", `${JSON.stringify(first.path)} on the target branch cannot be replayed. ${first.reason} Nothing can be rehearsed on a schema that is not known.`);
	return readScripts(units, parser);
}
async function readScripts(units, parser) {
	const scripts = [];
	for (const unit of units) scripts.push(await readScript(unit, parser));
	return scripts;
}
function findTransactionRefusals({ layout }, units, scripts) {
	return units.flatMap(({ path, transaction }, index) => {
		const script = scripts[index];
		const reason = script && findTransactionRefusal(script, transaction, layout);
		return reason === void 0 ? [] : [{
			path,
			reason
		}];
	});
}
async function findAttributeRefusals(repository, commit, files) {
	const paths = files.map(({ path }) => path);
	const attributes = await repository.attributes(commit, paths);
	return paths.flatMap((path) => {
		const reason = attributeRefusal(attributes.get(path) ?? []);
		return reason === void 0 ? [] : [{
			path,
			reason
		}];
	});
}
async function readUnits(files, database, repository) {
	const contents = await repository.blobs(files.map(({ blob }) => blob));
	const read = files.map((file, index) => {
		const bytes = contents[index];
		if (bytes === void 0) throw new SluiceError("internal/bug", "Git handed out fewer files than it was asked for. What is missing could decide, so nothing is allowed. Report it.");
		return {
			path: file.path,
			outcome: toUnits(file, database, bytes)
		};
	});
	return {
		units: read.flatMap(({ outcome }) => outcome.kind === "units" ? outcome.units : []),
		refused: read.flatMap(({ path, outcome }) => outcome.kind === "refused" ? [{
			path,
			reason: outcome.reason
		}] : [])
	};
}
export { readCompanions as a, resolveLayout as i, loadDatabase as n, mergeTrees as r, loadBaseScripts as t };

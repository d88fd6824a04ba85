import { n as sizeRefusal, t as mostFileBytes } from "./file-size-CanRbSDa.js";
import { t as SluiceError } from "./errors-avTrn9RY.js";
import { a as toUnits, c as findCompanions, d as locateChange, i as toDownUnits, l as findStamps, n as detectLayout, o as findTransactionRefusal, r as downPathOf, t as chooseLayout } from "./detect-CNMHzhC5.js";
import { r as matchesGlob } from "./glob-CgK8Jx70.js";
import { t as readScript } from "./read-CgJcaB07.js";
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
/** The down halves of the units of a change by the id of the unit, where the layout has such. */
async function loadDowns(database, { units, tree }, { repository, parser }) {
	const found = findFiles(database, units, tree);
	const contents = await repository.blobs(found.map(({ down }) => down.blob));
	const downs = /* @__PURE__ */ new Map();
	for (const [index, { running, down }] of found.entries()) {
		const bytes = contents[index] ?? /* @__PURE__ */ new Uint8Array();
		for (const unit of toDownUnits({ path: running }, database, {
			path: down.path,
			bytes
		})) {
			const script = await readScript(unit, parser, database.maxFileBytes);
			if (script.statements.length > 0) downs.set(unit.id, {
				unit,
				script
			});
		}
	}
	return downs;
}
/** Links are refused where the tree is read; what is too large is proved by nobody. */
function findFiles({ layout, maxFileBytes }, units, tree) {
	const files = new Map(tree.map((entry) => [entry.path, entry]));
	return [...new Set(units.map(({ path }) => path))].flatMap((running) => {
		const path = downPathOf(layout, running);
		const down = path === void 0 ? void 0 : files.get(path);
		if (down === void 0 || !["file", "executable"].includes(down.entry)) return [];
		return sizeRefusal(down.size, maxFileBytes) === void 0 ? [{
			running,
			down
		}] : [];
	});
}
/**
* The dump that the policy names, at the base of the change; nothing where it names none. Throws
* SluiceError input/policy when it is not there.
*/
function findDump({ name, baseline }, base) {
	if (baseline === void 0) return {};
	const dump = base.find(({ path }) => path === baseline);
	if (dump !== void 0 && (dump.entry === "file" || dump.entry === "executable")) return { dump };
	throw new SluiceError("input/policy", `The policy says that shadows of ${name} are built from ${JSON.stringify(baseline)}, and the target branch has no such file. Nothing can be rehearsed on a schema that is not known. Commit the dump first, or take databases.${name}.baseline out.`);
}
/** A dump of a schema, read as what it is: not proved, and run on a shadow only. */
async function readDump(path, bytes, parser) {
	return readScript({
		id: path,
		path,
		bytes,
		firstLine: 1,
		dump: true
	}, parser, mostFileBytes);
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
	const tooLarge = findTooLarge(located.added, after, database);
	const read = await readUnits(located.added.filter(({ path }) => tooLarge.every((file) => file.path !== path)), database, repository);
	const scripts = await readScripts(read.units, parser, database);
	const refusedByRunner = findTransactionRefusals(database, read.units, scripts);
	const blobs = new Map(after.map(({ path, blob }) => [path, blob]));
	const textOf = (path) => texts.get(blobs.get(path) ?? "");
	return {
		database,
		base: located.base,
		...findDump(database, before),
		units: read.units,
		scripts,
		downs: await loadDowns(database, {
			units: read.units,
			tree: after
		}, {
			repository,
			parser
		}),
		stamps: findStamps(database.layout, [...located.base, ...located.added], textOf),
		refused: [
			...located.refused,
			...refusedByGit,
			...tooLarge,
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
	return readScripts(units, parser, loaded.database);
}
async function readScripts(units, parser, { maxFileBytes }) {
	const scripts = [];
	for (const unit of units) scripts.push(await readScript(unit, parser, maxFileBytes));
	return scripts;
}
/** Git tells the size before anything is read. */
function findTooLarge(files, tree, { maxFileBytes }) {
	const sizes = new Map(tree.map(({ path, size }) => [path, size]));
	return files.flatMap(({ path }) => {
		const reason = sizeRefusal(sizes.get(path) ?? 0, maxFileBytes);
		return reason === void 0 ? [] : [{
			path,
			reason
		}];
	});
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
export { readCompanions as a, resolveLayout as i, loadDatabase as n, readDump as o, mergeTrees as r, loadBaseScripts as t };

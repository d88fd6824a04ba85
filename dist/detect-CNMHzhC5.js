import { n as digestOf } from "./digest-YHUy-tYU.js";
import { a as isPlaceholder, n as codeFirstReason, o as splitPath } from "./dump-name-ZIsCTOUs.js";
import { t as transactionKindOf } from "./transaction-kind-BvyH4pwC.js";
import { n as compareNaturally, r as withoutLeadingZeros, t as layouts } from "./layouts-B0BHNQca.js";
import { n as passByteGate } from "./read-CgJcaB07.js";
/** Files of one group that have the version of an earlier one. */
function findEqualVersions(running) {
	const firstPaths = /* @__PURE__ */ new Map();
	return running.flatMap(({ version, group, path }) => {
		if (version === void 0) return [];
		const key = `${group}${withoutLeadingZeros(version)}`;
		const first = firstPaths.get(key);
		if (first === void 0) {
			firstPaths.set(key, path);
			return [];
		}
		return [{
			path,
			reason: `It has the same version as ${first}: nobody can say which runs first.`
		}];
	});
}
/** Added files that sort before one that the target branch holds, where the runner does not take them. */
function findLate({ late, compare = compareNaturally }, before, added) {
	if (late === void 0) return [];
	const rankOf = ({ rank, path }) => rank ?? path;
	return added.flatMap((file) => {
		const newest = before.findLast(({ group, repeats }) => group === file.group && !repeats);
		if (newest === void 0 || file.repeats || compare(rankOf(file), rankOf(newest)) >= 0) return [];
		return [{
			path: file.path,
			reason: `It sorts before ${newest.path}, which the target branch holds. ${late}`
		}];
	});
}
/** The governed files of one commit in the order of their runner. */
function readTree(layout, input) {
	const readings = input.files.filter((file) => isReached(file, input)).map((file) => readFile(file, layout));
	const running = readings.flatMap((reading) => reading.kind === "runs" ? [reading.running] : []).toSorted(rankOrder(layout));
	const tree = {
		running,
		supports: readings.flatMap((reading) => reading.kind === "supports" ? [reading.path] : []),
		textOf: textReader(input)
	};
	const { order, refused } = layout.simulate?.(tree) ?? {
		order: running,
		refused: []
	};
	return {
		tree,
		files: toFiles(order, layout, input),
		all: toFiles(running, layout, input),
		refused: [
			...readings.flatMap((reading) => reading.kind === "refused" ? [reading.refusal] : []),
			...findEqualVersions(running),
			...findUnreadCompanions(tree, layout, input),
			...refused
		]
	};
}
/** Governed, or a link that stands where the directory of governed files should be. */
function isReached(file, { database, matches }) {
	if (database.paths.some((pattern) => matches(pattern, file.path))) return true;
	if (file.entry !== "symbolic-link" && file.entry !== "submodule") return false;
	return database.paths.some((pattern) => `${literalStart(pattern)}/`.startsWith(`${file.path}/`));
}
function isPlain({ entry }) {
	return entry === "file" || entry === "executable";
}
/** The leading directories of a pattern that hold no wildcard. */
function literalStart(pattern) {
	const segments = pattern.replace(/^\//, "").split("/");
	const wild = segments.findIndex((segment) => /[*?[\\]/.test(segment));
	return segments.slice(0, wild === -1 ? segments.length : wild).join("/");
}
function readFile(file, layout) {
	const { path, entry } = file;
	if (entry === "symbolic-link") return refuse(path, "It is a symbolic link: its target can change without a review.");
	if (entry === "submodule") return refuse(path, "It is a submodule: its content is not in this repository.");
	if (isPlaceholder(splitPath(path).name)) return { kind: "ignored" };
	const role = layout.roleOf(path);
	switch (role.kind) {
		case "runs": {
			const { kind, ...rest } = role;
			return {
				kind,
				running: {
					...rest,
					path
				}
			};
		}
		case "unexpected": return refuse(path, codeFirstReason(path) ?? `The layout ${layout.name} does not know it. ${role.reason}`);
		case "supports": return {
			kind: "supports",
			path
		};
		case "reverts": return { kind: "ignored" };
	}
}
function refuse(path, reason) {
	return {
		kind: "refused",
		refusal: {
			path,
			reason
		}
	};
}
function rankOrder({ compare = compareNaturally }) {
	return (one, other) => compare(one.rank ?? one.path, other.rank ?? other.path) || compareNaturally(one.path, other.path);
}
function textReader({ files, texts }) {
	const blobs = new Map(files.filter(isPlain).map(({ path, blob }) => [path, blob]));
	return (path) => {
		const blob = blobs.get(path);
		return blob === void 0 ? void 0 : texts?.get(blob);
	};
}
function toFiles(order, layout, input) {
	const byPath = new Map(input.files.map((file) => [file.path, file]));
	const textOf = textReader(input);
	return order.flatMap(({ path }) => {
		const file = byPath.get(path);
		if (file === void 0) return [];
		const paths = layout.companionsOf?.(path);
		if (paths === void 0) return [file];
		const companions = paths.flatMap((companion) => {
			const text = textOf(companion);
			return text === void 0 ? [] : [[companion, text]];
		});
		return [{
			...file,
			companions: new Map(companions)
		}];
	});
}
/** A link, or bytes that are no text, may say anything to the tool. */
function findUnreadCompanions({ running, textOf }, layout, { files }) {
	const wanted = new Set(running.flatMap(({ path }) => layout.companionsOf?.(path) ?? []));
	return files.filter(({ path }) => wanted.has(path) && textOf(path) === void 0).map(({ path }) => ({
		path,
		reason: `It decides what ${layout.tool} runs, and it is not a plain text file that could be read.`
	}));
}
/** The tool's own files whose content locate needs, such as Drizzle's journal. */
function findCompanions(input) {
	const layout = findLayout(input.database.layout);
	if (layout?.companionsOf === void 0) return [];
	const wanted = new Set(input.files.filter((file) => isReached(file, input) && layout.roleOf(file.path).kind === "runs").flatMap(({ path }) => layout.companionsOf?.(path) ?? []));
	return input.files.filter((file) => wanted.has(file.path) && isPlain(file));
}
/** Stamps of running files by path, of the layouts that have any. */
function findStamps(layoutName, files, textOf) {
	const layout = findLayout(layoutName);
	return new Map(files.flatMap(({ path }) => {
		const stamp = layout?.stampOf?.(path, textOf);
		return stamp === void 0 ? [] : [[path, stamp]];
	}));
}
/** The governed files of one tree. An unknown layout is one refusal. */
function locate(input) {
	const layout = findLayout(input.database.layout);
	if (layout === void 0) return {
		files: [],
		refused: [unknownLayout(input.database.layout)]
	};
	const { files, refused } = readTree(layout, input);
	return {
		files,
		refused
	};
}
/** What a change does to the governed files: only adding is a migration. */
function locateChange(input) {
	const layout = findLayout(input.database.layout);
	if (layout === void 0) return {
		base: [],
		added: [],
		refused: [unknownLayout(input.database.layout)]
	};
	const base = readTree(layout, {
		...input,
		files: input.base
	});
	const head = readTree(layout, {
		...input,
		files: input.head
	});
	const before = new Map(base.files.map(({ path, blob }) => [path, blob]));
	const repeating = new Set(head.tree.running.filter(({ repeats }) => repeats).map(({ path }) => path));
	const added = head.files.filter(({ path, blob }) => {
		const old = before.get(path);
		return old === void 0 || repeating.has(path) && old !== blob;
	});
	const refused = [
		...head.refused,
		...findTouched(base, head, repeating),
		...findLate(layout, base.tree.running, findNew(base, head)),
		...layout.compareTrees?.(base.tree, head.tree) ?? []
	];
	return {
		base: base.files,
		added,
		refused: [...refused, ...findIdle(base, head, refused)]
	};
}
/** Why an edit of a file of the target branch is refused. */
const editedReason = "It is on the target branch already and may have been applied: an edit would run nowhere. Add a new file instead.";
const removedReason = "It is on the target branch already and may have been applied: removing or renaming it undoes nothing. Put it back and add a new file instead.";
function findTouched(base, head, repeating) {
	const before = new Map(base.all.map(({ path, blob }) => [path, blob]));
	const kept = new Set([...head.all, ...head.refused].map(({ path }) => path));
	const edited = head.all.filter(({ path, blob }) => {
		const old = before.get(path);
		return old !== void 0 && old !== blob && !repeating.has(path);
	});
	const removed = base.all.filter(({ path }) => !kept.has(path));
	return [...edited.map(({ path }) => ({
		path,
		reason: editedReason
	})), ...removed.map(({ path }) => ({
		path,
		reason: removedReason
	}))];
}
function findNew(base, head) {
	const known = new Set(base.all.map(({ path }) => path));
	return head.tree.running.filter(({ path }) => !known.has(path));
}
/** Whatever a layout leaves out without a word is refused: nobody merges a file to have it ignored. */
function findIdle(base, head, refused) {
	const spoken = new Set([...head.files, ...refused].map(({ path }) => path));
	return findNew(base, head).filter(({ path }) => !spoken.has(path)).map(({ path }) => ({
		path,
		reason: "The runner of this layout would never run it."
	}));
}
const undetected = "Nothing says for certain which tool laid out these files, so nobody can say what it would run. Name the layout in the policy; docs/layouts.md lists them.";
function findLayout(name) {
	return layouts.find((layout) => layout.name === name);
}
function unknownLayout(name) {
	if (name === "auto") return {
		path: name,
		reason: undetected
	};
	return {
		path: name,
		reason: `There is no layout of this name; known are ${layouts.map((layout) => layout.name).join(", ")}.`
	};
}
/**
* Why the team's own tool could not run a script: a statement that PostgreSQL refuses in the
* transaction in which the tool would run it. Undefined when nothing is certain.
*/
function findTransactionRefusal(script, mode, layoutName) {
	const layout = layouts.find(({ name }) => name === layoutName);
	if (mode === void 0 || layout === void 0) return void 0;
	const statement = script.statements.find(isOutside);
	if (statement === void 0 || !isEnclosed(script, mode)) return void 0;
	return `The statement at line ${statement.place.line} cannot run in a transaction, and ${layout.tool} would run it in one: PostgreSQL would refuse it. ${layout.outside ?? "Move it to a file of its own"}.`;
}
function isEnclosed({ statements }, mode) {
	switch (mode) {
		case "per-run":
		case "per-file": return true;
		case "per-file-where-possible": return statements.some((statement) => !isOutside(statement));
		case "per-message": return statements.length > 1;
		case "per-statement": return false;
	}
}
/** Those that refuse a transaction whatever their options say. */
const always = /CONCURRENTLY|^VACUUM$|^(?:CREATE|DROP) (?:DATABASE|TABLESPACE)$|^ALTER SYSTEM$|^REINDEX of/;
function isOutside(statement) {
	if (statement.kind === "unparsed") return false;
	const kind = transactionKindOf(statement.node);
	switch (kind.kind) {
		case "creates-index-concurrently":
		case "drops-index-concurrently": return true;
		case "refuses-transaction": return always.test(kind.words);
		default: return false;
	}
}
/** The units of exactly what runs of these bytes, or why nobody can say what does. */
function toUnits(file, database, bytes) {
	if (isLfsPointer(bytes)) return {
		kind: "refused",
		reason: "It is a Git LFS pointer: git does not hold the SQL. Commit the SQL itself."
	};
	const layout = layouts.find(({ name }) => name === database.layout);
	const dump = layout?.isDump?.(file.path) === true ? { dump: true } : {};
	const whole = {
		path: file.path,
		database: database.name,
		...modeOf(layout),
		...dump
	};
	if (layout?.read === void 0) return one(toUnit(whole, file.path, bytes, 1));
	const gate = passByteGate(bytes, database.maxFileBytes);
	if (gate.kind === "refused") return one(toUnit(whole, file.path, bytes, 1));
	const reading = layout.read({
		path: file.path,
		text: gate.text,
		textOf: (path) => file.companions?.get(path)
	});
	if (reading.kind === "refused") return reading;
	return {
		kind: "units",
		units: reading.parts.map((part) => toPartUnit(whole, part))
	};
}
/**
* What undoes the units of a running file, each under the id of the unit that it undoes. `down` is where it
* stands. A half that holds nothing but blanks is none.
*/
function toDownUnits(running, database, down) {
	const common = {
		path: down.path,
		database: database.name
	};
	const gate = passByteGate(down.bytes, database.maxFileBytes);
	if (gate.kind === "refused") return [toUnit(common, running.path, down.bytes, 1)];
	const read = layouts.find(({ name }) => name === database.layout)?.down?.read;
	if (down.path !== running.path || read === void 0) return gate.text.trim() === "" ? [] : [toUnit(common, running.path, down.bytes, 1)];
	return read(gate.text).filter(({ text }) => text.trim() !== "").map((part) => toPartUnit(common, part));
}
/** Where what undoes a running file may stand. */
function downPathOf(layoutName, path) {
	return layouts.find(({ name }) => name === layoutName)?.down?.pathOf(path);
}
function modeOf(layout) {
	return layout?.transaction === void 0 ? {} : { transaction: layout.transaction };
}
function one(unit) {
	return {
		kind: "units",
		units: [unit]
	};
}
function toPartUnit(common, { name, text, firstLine, transaction }) {
	const id = name === void 0 ? common.path : `${common.path}#${name}`;
	return toUnit({
		...common,
		transaction
	}, id, new TextEncoder().encode(text), firstLine);
}
function toUnit(common, id, bytes, firstLine) {
	return {
		...common,
		id,
		digest: digestOf(bytes),
		bytes,
		firstLine
	};
}
function isLfsPointer(bytes) {
	return new TextDecoder("latin1").decode(bytes.subarray(0, 64)).startsWith("version https://git-lfs.github.com/spec/");
}
/**
* Which layouts a set of paths could have, from the signs that each of them declares. `readText` gives
* the SQL of those paths that were read. `plain` speaks last, for any SQL at all.
*/
function detectLayout(paths, readText = () => void 0) {
	const read = paths.flatMap((path) => {
		const text = path.endsWith(".sql") ? readText(path) : void 0;
		return text === void 0 ? [] : [{
			path,
			text
		}];
	});
	return layouts.flatMap((layout) => candidateOf(layout, paths, read) ?? []).toSorted((one, other) => other.weight - one.weight);
}
/** The one layout that the signs speak for most; undefined when two speak as loudly. */
function chooseLayout(candidates) {
	const [first, second] = candidates;
	return first === void 0 || first.weight === second?.weight ? void 0 : first.layout;
}
function candidateOf(layout, paths, read) {
	const seen = (layout.signs ?? []).flatMap((sign) => {
		const path = sign.in === "path" ? firstPath(sign, paths) : firstText(sign, read);
		return path === void 0 ? [] : [{
			weight: sign.weight,
			reason: reasonOf(layout, sign, path)
		}];
	});
	if (seen.length === 0) return void 0;
	return {
		layout: layout.name,
		weight: Math.max(...seen.map(({ weight }) => weight)),
		reasons: seen.map(({ reason }) => reason)
	};
}
function firstPath({ pattern }, paths) {
	return paths.find((path) => pattern.test(path));
}
/** One file that happens to hold a mark says nothing of the others. */
function firstText({ pattern }, read) {
	const marked = read.filter(({ text }) => pattern.test(text));
	return marked.length * 2 > read.length ? marked[0]?.path : void 0;
}
function reasonOf({ tool }, sign, path) {
	return sign.in === "path" ? `${path} is named as ${tool} names its files.` : `${path} and most others hold marks of ${tool}.`;
}
export { toUnits as a, findCompanions as c, locateChange as d, toDownUnits as i, findStamps as l, detectLayout as n, findTransactionRefusal as o, downPathOf as r, editedReason as s, chooseLayout as t, locate as u };

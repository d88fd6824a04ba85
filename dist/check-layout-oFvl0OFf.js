import { n as sizeRefusal } from "./file-size-CanRbSDa.js";
import { t as SluiceError } from "./errors-avTrn9RY.js";
import { a as toUnits, n as detectLayout, o as findTransactionRefusal, t as chooseLayout, u as locate } from "./detect-CNMHzhC5.js";
import { t as layouts } from "./layouts-B0BHNQca.js";
import { t as readScript } from "./read-CgJcaB07.js";
const largestFile = 67108864;
const largestCompanion = 5e6;
/**
* What the tool of a layout would run of the files below these paths, each unit by itself. There is no
* target branch here: what depends on it, such as late files, only a review can tell.
*/
async function readLaidOut(name, positionals, tools) {
	const { context } = tools;
	const found = await Promise.all(positionals.map((path) => context.files.allFiles(path)));
	const paths = [...new Set(found.flat())];
	const layout = await findLayout(name, paths, context);
	const texts = await readCompanions(layout, paths, context);
	const located = locate({
		database: {
			paths: ["**"],
			layout: layout.name
		},
		matches: () => true,
		files: [.../* @__PURE__ */ new Set([...paths, ...texts.keys()])].map(toFile),
		texts
	});
	const given = new Set(paths);
	const running = located.files.filter(({ path }) => given.has(path));
	const isShown = shownWith(running, companionsOf(layout, paths));
	const checked = located.refused.filter(({ path }) => isBelow(path, positionals) && isShown(path)).map(({ path, reason }) => refused(path, reason));
	for (const file of running) checked.push(...await readFile(file, layout, tools));
	return checked;
}
/** On a disk the path stands in for the name that git would give the content. */
function toFile(path) {
	return {
		path,
		entry: "file",
		blob: path
	};
}
async function findLayout(name, paths, context) {
	const chosen = name === "auto" ? await detect(paths, context) : name;
	const layout = layouts.find((known) => known.name === chosen);
	if (layout !== void 0) return layout;
	const known = layouts.map((known) => known.name).join(", ");
	const what = name === "auto" ? "Nothing says for certain which tool laid out these files." : `There is no layout ${JSON.stringify(name)}.`;
	throw new SluiceError("input/layout", `${what} Nothing was read. Name one of ${known}.`);
}
async function detect(paths, context) {
	const texts = /* @__PURE__ */ new Map();
	for (const path of paths.filter((path) => path.endsWith(".sql")).slice(-40)) texts.set(path, new TextDecoder().decode(await context.files.read(path, largestFile)));
	const choice = chooseLayout(detectLayout(paths, (path) => texts.get(path)));
	if (choice !== void 0) context.progress.step(`The files are laid out for ${choice}.`);
	return choice;
}
function companionsOf(layout, paths) {
	const running = paths.filter((path) => layout.roleOf(path).kind === "runs");
	return new Set(running.flatMap((path) => layout.companionsOf?.(path) ?? []));
}
async function readCompanions(layout, paths, context) {
	const texts = /* @__PURE__ */ new Map();
	for (const path of companionsOf(layout, paths)) {
		const text = await readText(path, context);
		if (text !== void 0) texts.set(path, text);
	}
	return texts;
}
/** Undefined where there is none, or where it is no text; the layout says what that means. */
async function readText(path, context) {
	try {
		const bytes = await context.files.read(path, largestCompanion);
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch {
		return;
	}
}
/** A directory holds much that is nobody's migration: of that, only what lies beside one is spoken of. */
function shownWith(running, companions) {
	const directories = new Set(running.map(({ path }) => directoryOf(path)));
	return (path) => path.endsWith(".sql") || companions.has(path) || directories.has(directoryOf(path));
}
function isBelow(path, positionals) {
	return positionals.some((positional) => path === positional || path.startsWith(`${positional.replace(/\/+$/, "")}/`));
}
function directoryOf(path) {
	return path.slice(0, path.lastIndexOf("/") + 1);
}
async function readFile(file, layout, { context, parser, maxFileBytesOf }) {
	const bytes = await context.files.read(file.path, largestFile);
	const maxFileBytes = maxFileBytesOf(file.path);
	const tooLarge = sizeRefusal(bytes.length, maxFileBytes);
	if (tooLarge !== void 0) return [refused(file.path, tooLarge)];
	const database = {
		name: "",
		layout: layout.name,
		...maxFileBytes && { maxFileBytes }
	};
	const outcome = toUnits(file, database, bytes);
	if (outcome.kind === "refused") return [refused(file.path, outcome.reason)];
	const checked = [];
	for (const unit of outcome.units) {
		const script = await readScript(unit, parser, maxFileBytes);
		const reason = findTransactionRefusal(script, unit.transaction, layout.name);
		const because = reason === void 0 ? {} : { refused: [`${file.path}: ${reason}`] };
		checked.push({
			path: file.path,
			script,
			...because
		});
	}
	return checked;
}
function refused(path, reason) {
	return {
		path,
		script: {
			unitId: path,
			source: {
				path,
				firstLine: 1,
				text: ""
			},
			statements: []
		},
		refused: [`${path}: ${reason}`]
	};
}
export { readLaidOut };

import "./file-size-CanRbSDa.js";
import { a as readMap, i as readList, l as requireCell, o as readText, r as readInteger, s as readWord } from "./yaml-BplRaur8.js";
/** The governed databases: at least one, each with paths, a layout and targets in order. */
function readDatabases(cell, problems, layoutNames) {
	const databases = readMap(cell, problems, "anything");
	if (databases.size === 0) problems.report(cell, "databases names none, so nothing is governed");
	return [...databases].map(([name, database]) => {
		checkName(name, database, problems);
		return readDatabase(name, database, {
			problems,
			layoutNames
		});
	});
}
const databaseKeys = [
	"paths",
	"layout",
	"baseline",
	"postgres",
	"max-file-bytes",
	"targets"
];
function readDatabase(name, cell, { problems, layoutNames }) {
	const entries = readMap(cell, problems, databaseKeys);
	const paths = requireCell(entries, "paths", cell, problems);
	const layout = requireCell(entries, "layout", cell, problems);
	const targets = requireCell(entries, "targets", cell, problems);
	const baseline = readBaseline(entries.get("baseline"), problems);
	const postgres = entries.get("postgres");
	const major = postgres === void 0 ? void 0 : readInteger(postgres, problems, [14, 20]);
	const size = entries.get("max-file-bytes");
	const maxFileBytes = size && readInteger(size, problems, [1, 52428800]);
	return {
		name,
		paths: paths === void 0 ? [] : readGlobs(paths, problems),
		layout: (layout === void 0 ? void 0 : readWord(layout, problems, layoutNames)) ?? "",
		...baseline === void 0 ? {} : { baseline },
		...major === void 0 ? {} : { postgres: major },
		...maxFileBytes === void 0 ? {} : { maxFileBytes },
		targets: targets === void 0 ? [] : readTargets(name, targets, problems)
	};
}
/** A path as git spells it, no pattern. */
function readBaseline(cell, problems) {
	const path = cell === void 0 ? void 0 : readText(cell, problems, 500);
	if (cell === void 0 || path === void 0) return void 0;
	if (/[*?\\]|^\/|\/$|(?:^|\/)\.{0,2}(?:\/|$)/.test(path)) problems.report(cell, "baseline has to be the path of one file below the root of the repository");
	return path;
}
/** Patterns of paths, as `databases` and `suppressions` name them. */
function readGlobs(cell, problems) {
	const paths = readList(cell, problems).flatMap((item) => {
		const path = readText(item, problems, 500);
		if (path !== void 0 && (/[[\]!]|\*\*\*/.test(path) || path === "/")) problems.report(item, `${item.name} is a glob without !, [ ], *** and not / alone`);
		return path === void 0 ? [] : [path];
	});
	if (paths.length === 0) problems.report(cell, `${cell.name} names no path`);
	return paths;
}
function readTargets(database, cell, problems) {
	const targets = [];
	for (const item of readList(cell, problems)) {
		const target = readTarget(database, item, {
			problems,
			earlier: targets
		});
		if (target !== void 0) targets.push(target);
	}
	return targets;
}
function readTarget(database, item, { problems, earlier }) {
	const entries = readMap(item, problems, [
		"name",
		"url",
		"after"
	]);
	const nameCell = requireCell(entries, "name", item, problems);
	const url = requireCell(entries, "url", item, problems);
	const name = nameCell === void 0 ? void 0 : readText(nameCell, problems, 100);
	if (name !== void 0) checkName(name, item, problems);
	if (earlier.some((target) => target.name === name)) problems.report(item, `two targets of ${database} have the name ${name}`);
	const after = readAfter(entries.get("after"), problems, earlier);
	const urlVariable = url === void 0 ? void 0 : readVariable(url, problems);
	if (name === void 0 || urlVariable === void 0) return void 0;
	return {
		database,
		name,
		urlVariable,
		...after === void 0 ? {} : { after }
	};
}
function readAfter(cell, problems, earlier) {
	const after = cell === void 0 ? void 0 : readText(cell, problems, 100);
	if (cell === void 0 || earlier.some(({ name }) => name === after)) return after;
	const message = `after has to name a target that stands before; before it: ${earlier.map(({ name }) => name).join(", ") || "none"}`;
	problems.report(cell, message);
}
/** `env:NAME`; the message does not repeat the value, which may hold a password. */
function readVariable(cell, problems) {
	const [, name] = /^env:([A-Z][A-Z0-9_]{0,99})$/.exec(readText(cell, problems) ?? "") ?? [];
	if (name === void 0) problems.report(cell, `${cell.name} has to be env:NAME: a URL holds a password, so only the name of its environment variable belongs here`);
	return name;
}
function checkName(name, cell, problems) {
	if (!/^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}$/.test(name)) problems.report(cell, `the name ${JSON.stringify(name)} has to be letters, digits, dots, - and _`);
}
export { readGlobs as n, readVariable as r, readDatabases as t };

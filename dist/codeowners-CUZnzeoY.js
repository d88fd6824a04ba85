import { t as ownerName } from "./owner-Cb1L7vXz.js";
import { n as matchesCompiled, t as compileGlob } from "./glob-CgK8Jx70.js";
import { t as readOwner } from "./owner-name-_uCwDSQ4.js";
/** "must be under 3 MB" (docs.github.com); the smaller reading of MB, as a lost file fails closed. */
const sizeLimit = 3e6;
/** Where GitHub looks, in its order; the first one found counts alone. */
const codeownersPaths = [
	".github/CODEOWNERS",
	"CODEOWNERS",
	"docs/CODEOWNERS"
];
/** The CODEOWNERS file that counts among these paths. */
function findCodeownersPath(paths) {
	const present = new Set(paths);
	return codeownersPaths.find((path) => present.has(path));
}
/** Reads a file with GitHub's semantics. Never throws: what GitHub skips is listed in `invalid`. */
function parseCodeowners(text) {
	if (new TextEncoder().encode(text).length >= sizeLimit) return {
		entries: [],
		invalid: [],
		tooLarge: true
	};
	const lines = text.replace(/^\uFEFF/, "").split("\n").map((content, index) => readLine(content, index + 1));
	return {
		entries: lines.filter((line) => line !== void 0 && "owners" in line),
		invalid: lines.filter((line) => line !== void 0 && "why" in line),
		tooLarge: false
	};
}
/** The owners of one path from the repository's root: the last matching line decides. */
function ownersOf(codeowners, path) {
	if (codeowners.tooLarge) return nobody(void 0, "CODEOWNERS has 3 MB or more, which GitHub does not load");
	const skipped = describeInvalid(codeowners);
	const entry = codeowners.entries.findLast(({ glob }) => matchesCompiled(glob, path));
	if (entry === void 0) return nobody(void 0, `No line of CODEOWNERS matches${skipped}`);
	if (entry.owners.length === 0) return nobody(entry.line, `Line ${entry.line} of CODEOWNERS (${entry.pattern}) names no owner, which takes ownership away${skipped}`);
	const names = entry.owners.map(ownerName).join(", ");
	return {
		owners: entry.owners,
		line: entry.line,
		reason: `Line ${entry.line} of CODEOWNERS (${entry.pattern}) names ${names}${skipped}.`
	};
}
function nobody(line, why) {
	return {
		owners: [],
		line,
		reason: `${why}.`
	};
}
function describeInvalid({ invalid }) {
	if (invalid.length === 0) return "";
	const shown = invalid.slice(0, 3).map(({ line, why }) => `line ${line}: ${why}`);
	const more = invalid.length > 3 ? `; and ${invalid.length - 3} more` : "";
	return `; GitHub skips invalid lines (${shown.join("; ")}${more})`;
}
function readLine(content, line) {
	const words = wordsOf(content);
	const comment = words.findIndex((word) => word.startsWith("#"));
	const [pattern, ...names] = comment === -1 ? words : words.slice(0, comment);
	if (pattern === void 0) return void 0;
	const wrong = patternProblem(pattern);
	if (wrong !== void 0) return {
		line,
		why: wrong
	};
	const owners = names.map(readOwner);
	const unknown = names[owners.indexOf(void 0)];
	if (unknown !== void 0) return {
		line,
		why: `${unknown} is no owner`
	};
	return {
		line,
		pattern,
		glob: compileGlob(pattern),
		owners: unique(owners)
	};
}
/** Splits at blanks; a backslash keeps the blank after it inside the word. */
function wordsOf(content) {
	return content.match(/(?:\\.|[^\s\\]|\\$)+/gsu) ?? [];
}
function patternProblem(pattern) {
	const bare = pattern.replace(/\\./gsu, "");
	if (pattern.startsWith("!")) return "a pattern cannot be negated with !";
	if (pattern.startsWith("\\#")) return "a pattern cannot start with an escaped #";
	if (/[[\]]/.test(bare)) return "a pattern cannot hold [ or ] unless each is escaped";
	if (bare.includes("***")) return "a pattern cannot hold ***";
	if (bare.endsWith("\\")) return "a pattern cannot end with a lone backslash";
	return pattern === "/" ? "the pattern / matches nothing" : void 0;
}
function unique(owners) {
	const byName = /* @__PURE__ */ new Map();
	for (const owner of owners) if (owner !== void 0) byName.set(ownerName(owner), owner);
	return [...byName.values()];
}
export { parseCodeowners as i, findCodeownersPath as n, ownersOf as r, codeownersPaths as t };

import { n as digestOf, t as checksumOf } from "./digest-YHUy-tYU.js";
import { i as downBesideUp, n as codeFirstReason, o as splitPath, t as isDumpName } from "./dump-name-ZIsCTOUs.js";
import { d as tokensOf } from "./transaction-kind-BvyH4pwC.js";
/** The lines of SQL, and what PostgreSQL's scanner makes of their beginnings. */
function linesOf(text) {
	const open = openLineStarts(text);
	let start = 0;
	return text.split("\n").map((line, index) => {
		const result = {
			number: index + 1,
			text: line,
			open: open.has(start)
		};
		start += line.length + 1;
		return result;
	});
}
/** The kept lines as one part, from the first to the last; every other line between them is empty. */
function partOf(lines, keeps, transaction) {
	const first = lines.findIndex(keeps);
	const last = lines.findLastIndex(keeps);
	const text = lines.slice(Math.max(first, 0), last + 1).map((line) => keeps(line) ? line.text : "").join("\n");
	return {
		firstLine: lines[first]?.number ?? 1,
		text,
		transaction
	};
}
function openLineStarts(text) {
	const starts = /* @__PURE__ */ new Set();
	let feed = text.indexOf("\n");
	for (const { kind, start, end } of tokensOf(text)) {
		const spans = kind === "quoted" || kind === "comment";
		while (feed !== -1 && feed < end - 1) {
			if (spans && feed >= start) starts.add(feed + 1);
			feed = text.indexOf("\n", feed + 1);
		}
		if (!spans) continue;
		if (end === text.length && text.endsWith("\n")) starts.add(end);
	}
	return starts;
}
/** Natural order: runs of digits by their value, everything else by code point. */
function compareNaturally(one, other) {
	const ours = toRuns(one);
	const theirs = toRuns(other);
	for (const [index, run] of ours.entries()) {
		const counterpart = theirs[index];
		if (counterpart === void 0) return 1;
		const order = compareRuns(run, counterpart);
		if (order !== 0) return order;
	}
	return ours.length - theirs.length || compareText(one, other);
}
/** The number without leading zeros, as text: versions have more digits than a double. */
function withoutLeadingZeros(digits) {
	return digits.replace(/^0+(?=\d)/, "");
}
function toRuns(text) {
	return text.match(/\d+|\D+/g) ?? [];
}
function compareRuns(one, other) {
	if (!/^\d/.test(one) || !/^\d/.test(other)) return compareText(one, other);
	const ours = withoutLeadingZeros(one);
	const theirs = withoutLeadingZeros(other);
	return ours.length - theirs.length || compareText(ours, theirs);
}
function compareText(one, other) {
	if (one === other) return 0;
	return one < other ? -1 : 1;
}
/** Atlas with versioned files: `atlas.sum` holds the hash of every one of them. */
const atlas = {
	name: "atlas",
	tool: "Atlas",
	files: "`<version>_name.sql`, and `atlas.sum`, which holds their hashes",
	unit: "the file",
	order: "the file names as texts; from the newest checkpoint on",
	refuses: "an `atlas.sum` that is missing or does not match; equal versions; a version below one of the target branch; a new checkpoint; `atlas:delimiter`, `atlas:txtar`, `atlas:import` and `atlas:sum`",
	transaction: "per-file",
	outside: "Begin the file with -- atlas:txmode none and an empty line, and let it hold that statement alone",
	late: "Atlas refuses a version that is older than the newest one that ran. Run atlas migrate rebase.",
	compare: compareText,
	signs: [{
		weight: 3,
		in: "path",
		pattern: /(?:^|\/)atlas\.sum$/
	}],
	roleOf: (path) => {
		const { directory, name } = splitPath(path);
		if (name === "atlas.sum") return { kind: "supports" };
		const version = /^(\d+)(?:_.*)?\.sql$/.exec(name)?.[1];
		if (version !== void 0) return {
			kind: "runs",
			version,
			group: directory
		};
		return {
			kind: "unexpected",
			reason: "It is not named <version>_name.sql."
		};
	},
	companionsOf: (path) => [path, `${splitPath(path).directory}atlas.sum`],
	simulate: simulate$2,
	compareTrees: (before, after) => findNewCheckpoints(before, after),
	read: ({ text }) => readFile(text)
};
/** The lines of comments with which a file begins, where an empty line follows; Atlas ignores others. */
function headerOf(text) {
	const lines = text.split("\n");
	const end = lines.findIndex((line) => !line.startsWith("--") && !line.startsWith("#"));
	return end !== -1 && lines[end] === "" && end < lines.length - 1 ? lines.slice(0, end) : [];
}
function directivesOf(text) {
	return headerOf(text).flatMap((line) => {
		const [, name, value] = /^[ -~]*?atlas:(\w+)(?: +([ -~]*))?/.exec(line.trim()) ?? [];
		return name === void 0 ? [] : [[name, value?.trim() ?? ""]];
	});
}
function isCheckpoint(text) {
	return directivesOf(text ?? "").some(([name]) => name === "checkpoint");
}
/** In an empty database Atlas begins with the newest checkpoint. */
function simulate$2({ running, textOf }) {
	const groups = [...new Set(running.map(({ group }) => group))];
	return {
		order: groups.flatMap((group) => {
			const files = running.filter((file) => file.group === group);
			const start = files.findLastIndex(({ path }) => isCheckpoint(textOf(path)));
			return files.slice(Math.max(start, 0));
		}),
		refused: groups.flatMap((group) => checkSum(group, {
			running,
			textOf
		}))
	};
}
function checkSum(group, { running, textOf }) {
	const path = `${group}atlas.sum`;
	const text = textOf(path);
	if (text === void 0) return [{
		path,
		reason: "Atlas refuses to run without it, and it is not there. Run atlas migrate hash."
	}];
	const files = running.filter((file) => file.group === group);
	const listed = text.split("\n").slice(1).filter((line) => line !== "");
	const expected = sumOf(files, textOf);
	return listed.length === files.length && files.every((file, index) => listed[index]?.startsWith(`${splitPath(file.path).name} h1:`)) && (expected === void 0 || listed.at(-1)?.endsWith(` h1:${expected}`) === true) ? [] : [{
		path,
		reason: "It does not match the files: Atlas refuses to run. Run atlas migrate hash, and look at what was changed."
	}];
}
/** Atlas feeds one hash with the name and the bytes of each file, so that the last one covers all. */
function sumOf(files, textOf) {
	if (files.length === 0) return void 0;
	const content = files.map(({ path }) => `${splitPath(path).name}${textOf(path) ?? ""}`).join("");
	const pairs = digestOf(content).slice(7).match(/../g) ?? [];
	return btoa(String.fromCharCode(...pairs.map((pair) => Number.parseInt(pair, 16))));
}
function findNewCheckpoints(before, after) {
	const known = new Set(before.running.map(({ path }) => path));
	return after.running.filter(({ path }) => !known.has(path) && isCheckpoint(after.textOf(path))).map(({ path }) => ({
		path,
		reason: "Atlas runs a checkpoint only in an empty database, so it changes no target and could be rehearsed on none. Add it outside of the governed paths."
	}));
}
function readFile(text) {
	const lines = linesOf(text);
	const odd = lines.find(({ text }) => /^[^\S\n]*(?:--|#).*atlas:(?:delimiter|txtar|import|sum)\b/i.test(text));
	if (odd !== void 0) return {
		kind: "refused",
		reason: `Line ${odd.number} tells Atlas to read the file in another way: nobody here can say what would run. Write plain statements that end with semicolons.`
	};
	const transaction = modeOf$2(text);
	const keeps = ({ text: line, open }) => open || transaction === "per-file" || !/^-- ?atlas:txmode\b/.test(line);
	return {
		kind: "parts",
		parts: [partOf(lines, keeps, transaction)]
	};
}
function modeOf$2(text) {
	const mode = directivesOf(text).find(([name]) => name === "txmode")?.[1];
	if (mode === "none") return "per-statement";
	return mode === "all" ? "per-run" : "per-file";
}
/** Bytebase: the version is the numbers with which a name begins. */
const bytebase = {
	name: "bytebase",
	tool: "Bytebase",
	files: "`<version>….sql`, such as `1.2.3_name.sql` or `v20240131_name.sql`",
	unit: "the file",
	order: "the parts of the version as numbers",
	refuses: "equal versions in one directory; names without a version",
	signs: [{
		weight: 1,
		in: "path",
		pattern: /(?:^|\/)[vV]?\d+(?:\.\d+)+[^/\d.][^/]*\.sql$/
	}],
	roleOf: (path) => {
		const { directory, name } = splitPath(path);
		const version = /^[vV]?(\d+(?:\.\d+)*)(?!\d).*\.sql$/.exec(name)?.[1];
		if (version === void 0) return {
			kind: "unexpected",
			reason: "Its name does not begin with a version and end in .sql."
		};
		const normal = version.split(".").map((part) => part.replace(/^0+(?=\d)/, "")).join(".");
		return {
			kind: "runs",
			version: normal,
			group: directory,
			rank: `${directory}${normal}`
		};
	}
};
/**
* The directives of a file. Tools look for them line by line and know nothing of SQL: one inside a
* quoted text or a comment cuts the file for the tool and not for PostgreSQL, so it is refused, and
* so is a line that only looks like one.
*/
function readDirectives(lines, syntax) {
	const found = [];
	for (const line of findLooks(lines, syntax.looks)) {
		const match = syntax.exact.exec(line.text.replace(/\r$/, ""));
		if (match === null || line.open) return {
			kind: "refused",
			reason: reasonOf$1(line, syntax)
		};
		found.push({
			line,
			groups: match.slice(1).map((group) => group ?? "")
		});
	}
	return {
		kind: "directives",
		found
	};
}
/** Where a global pattern matches. */
function looksOf(pattern) {
	return (text) => [...text.matchAll(pattern)].map(({ index }) => index);
}
/** The lines on which a look begins. */
function findLooks(lines, looks) {
	const text = lines.map((line) => line.text).join("\n");
	const found = /* @__PURE__ */ new Set();
	let index = 0;
	let end = -1;
	for (const start of looks(text)) {
		for (; end < start && index < lines.length; index += 1) end += lengthOf(lines[index]) + 1;
		const line = lines[index - 1];
		if (line !== void 0) found.add(line);
	}
	return [...found];
}
function lengthOf(line) {
	return line?.text.length ?? 0;
}
function reasonOf$1({ number, open }, { tool }) {
	return open ? `Line ${number} is a directive to ${tool}, and to PostgreSQL it is inside a quoted text or a comment: they would disagree on what runs. Write it differently there.` : `Line ${number} reads like a directive of ${tool} and is not written as every version of it takes one: nobody can say what runs. Write it exactly as the documentation of ${tool} does, on a line of its own, or remove it.`;
}
/** github.com/amacneil/dbmate. */
const dbmate = {
	name: "dbmate",
	tool: "dbmate",
	files: "`N….sql`; `schema.sql` is what they left behind",
	unit: "what follows `-- migrate:up`, up to `-- migrate:down`",
	order: "the file names as texts, so 10 comes before 9",
	refuses: "equal versions; several up halves; SQL before `-- migrate:up`; directives inside quoted texts or comments",
	transaction: "per-file",
	outside: "Write -- migrate:up transaction:false, and let the file hold that statement alone",
	compare: compareText,
	signs: [{
		weight: 2,
		in: "text",
		pattern: /^--[ \t]*migrate:up\b/m
	}],
	roleOf: (path) => {
		const { directory, name } = splitPath(path);
		const version = /^(\d+)[^/]*\.sql$/.exec(name)?.[1];
		if (version !== void 0) return {
			kind: "runs",
			version,
			group: directory
		};
		if (name === "schema.sql") return { kind: "supports" };
		return {
			kind: "unexpected",
			reason: "Its name does not begin with a number and end in .sql."
		};
	},
	read: ({ text }) => readDbmate(linesOf(text)),
	down: {
		pathOf: (path) => path,
		read: (text) => readDown$2(linesOf(text))
	}
};
const syntax$3 = {
	tool: "dbmate",
	looks: looksOf(/^[^\S\n]*--\s*migrate:(?:up|down)/gim),
	exact: /^--[ \t]*migrate:(up|down)(?:[ \t]+(transaction:(?:true|false)))?[ \t]*$/
};
function readDbmate(lines) {
	const directives = readDirectives(lines, syntax$3);
	if (directives.kind === "refused") return directives;
	const [up, down, ...others] = directives.found;
	if (up === void 0 || others.length > 0 || !isPair(up, down)) return refusedPairs;
	if (lines.slice(0, up.line.number - 1).some((line) => !isIgnored(line))) return refusedBefore;
	const end = down?.line.number ?? lines.length + 1;
	const transaction = up.groups[1] === "transaction:false" ? "per-message" : "per-file";
	const keeps = ({ number }) => number > up.line.number && number < end;
	return {
		kind: "parts",
		parts: [partOf(lines, keeps, transaction)]
	};
}
function readDown$2(lines) {
	const directives = readDirectives(lines, syntax$3);
	const down = directives.kind === "directives" ? directives.found[1] : void 0;
	if (down === void 0) return [];
	return [partOf(lines, ({ number }) => number > down.line.number, "per-file")];
}
function isPair(up, down) {
	return up.groups[0] === "up" && (down === void 0 || down.groups[0] === "down");
}
function isIgnored({ text, open }) {
	return !open && /^\s*(?:--|$)/.test(text);
}
const refusedPairs = {
	kind: "refused",
	reason: "It does not hold one -- migrate:up with at most one -- migrate:down after it: versions of dbmate disagree on what runs. Use one pair a file."
};
const refusedBefore = {
	kind: "refused",
	reason: "Something stands before -- migrate:up, where dbmate takes only comments that begin with --: nothing of the file would run. Move it below."
};
/** Diesel (Rust): a directory a migration, with `up.sql`, `down.sql` and perhaps `metadata.toml`. */
const diesel = {
	name: "diesel",
	tool: "Diesel",
	files: "`<version>_name/up.sql` beside `down.sql`; `metadata.toml` beside them is its own",
	unit: "the up file",
	order: "the versions as texts, their dashes left out",
	refuses: "equal versions; other names; settings that cannot be read",
	transaction: "per-file",
	outside: "Write run_in_transaction = false into metadata.toml beside it, and let the file hold that statement alone",
	compare: compareText,
	signs: [{
		weight: 3,
		in: "path",
		pattern: /(?:^|\/)diesel\.toml$/
	}, {
		weight: 2,
		in: "path",
		pattern: /(?:^|\/)\d[\d-]*_[^/]*\/up\.sql$/
	}],
	down: { pathOf: (path) => `${splitPath(path).directory}down.sql` },
	roleOf: (path) => {
		const { directory, name } = splitPath(path);
		const [, group, stamp] = /^((?:.*\/)?)(\d[\d-]*)_[^/]*\/$/.exec(directory) ?? [];
		if (group === void 0 || stamp === void 0) return unexpected$1;
		if (name === "down.sql") return { kind: "reverts" };
		if (name === "metadata.toml") return { kind: "supports" };
		const version = stamp.replaceAll("-", "");
		return name === "up.sql" ? {
			kind: "runs",
			version,
			group,
			rank: version
		} : unexpected$1;
	},
	companionsOf: (path) => [`${splitPath(path).directory}metadata.toml`],
	read: read$2
};
const unexpected$1 = {
	kind: "unexpected",
	reason: "It is not up.sql, down.sql or metadata.toml in a directory <version>_name."
};
function read$2({ path, text, textOf }) {
	const transaction = modeOf$1(textOf(`${splitPath(path).directory}metadata.toml`) ?? "");
	if (transaction === void 0) return {
		kind: "refused",
		reason: "metadata.toml beside it says more than run_in_transaction = true or false: nobody here can say how Diesel runs it. Write that line alone."
	};
	return {
		kind: "parts",
		parts: [partOf(linesOf(text), () => true, transaction)]
	};
}
function modeOf$1(settings) {
	const lines = settings.split("\n").map((line) => line.replace(/#.*$/, "").trim()).filter((line) => line !== "");
	if (lines.length === 0) return "per-file";
	const [, value] = /^run_in_transaction\s*=\s*(true|false)$/.exec(lines[0] ?? "") ?? [];
	if (value === void 0 || lines.length > 1) return void 0;
	return value === "true" ? "per-file" : "per-message";
}
const mark = "--> statement-breakpoint";
/**
* Drizzle cuts a file at every such mark, wherever it stands, and runs what follows on the same line,
* which to PostgreSQL is a comment. Only a mark that is a whole comment means the same to both.
*/
function readBreakpoints(text, transaction) {
	const comments = /* @__PURE__ */ new Set();
	for (const { kind, start, end } of tokensOf(text)) if (kind === "comment" && text.slice(start, end).trimEnd() === mark) comments.add(start);
	const lines = linesOf(text);
	let position = 0;
	for (const { number, text: line } of lines) {
		for (let at = line.indexOf(mark); at !== -1; at = line.indexOf(mark, at + 1)) if (!comments.has(position + at)) return {
			kind: "refused",
			reason: reasonOf(number)
		};
		position += line.length + 1;
	}
	return {
		kind: "parts",
		parts: [partOf(lines, () => true, transaction)]
	};
}
function reasonOf(number) {
	return `Drizzle cuts the file at the ${mark} on line ${number}, and to PostgreSQL it is part of something else: they would disagree on what runs. Let it be a comment of its own, with nothing behind it.`;
}
/** Drizzle from v1 on: a folder a migration, no journal; what has not run, runs. */
const drizzleFolders = {
	name: "drizzle-folders",
	tool: "Drizzle",
	files: "`<14 digits>_name/migration.sql`; `snapshot.json` beside it is its own",
	unit: "the file",
	order: "names of the directories",
	refuses: "equal stamps; directories without a stamp; a breakpoint inside something else",
	transaction: "per-run",
	outside: "Run that statement by hand: Drizzle has no way to leave its transaction",
	signs: [{
		weight: 3,
		in: "path",
		pattern: /(?:^|\/)\d{14}_[^/]+\/snapshot\.json$/
	}],
	roleOf: (path) => {
		const { directory, name } = splitPath(path);
		if (name === "schema.ts" || name === "relations.ts") return { kind: "supports" };
		const [, group, version] = /^((?:.*\/)?)(\d{14})_[^/]+\/$/.exec(directory) ?? [];
		if (group !== void 0 && version !== void 0) {
			if (name === "migration.sql") return {
				kind: "runs",
				version,
				group
			};
			if (name === "snapshot.json") return { kind: "supports" };
		}
		return {
			kind: "unexpected",
			reason: "It is not named <14 digits>_name/migration.sql."
		};
	},
	read: ({ text }) => readBreakpoints(text, "per-run")
};
/** The content as it is, and as git may have laid it on another system. */
function withEitherLineEnding(text) {
	const unix = text.replaceAll("\r\n", "\n");
	return [.../* @__PURE__ */ new Set([
		text,
		unix,
		unix.replaceAll("\n", "\r\n")
	])];
}
/** The checksums of a content, whichever line endings it had where it ran. */
function checksumsOf(algorithm) {
	return (text) => withEitherLineEnding(text).map((content) => checksumOf(algorithm, content));
}
/** CRC-32 (ISO 3309) as a signed number of 32 bits. */
function crc32(bytes) {
	let sum = 4294967295;
	for (const byte of bytes) sum = (table[(sum ^ byte) & 255] ?? 0) ^ sum >>> 8;
	return ~sum;
}
const table = Int32Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit += 1) value = (value & 1 ? 3988292384 : 0) ^ value >>> 1;
	return value;
});
/** Reads `meta/_journal.json`. */
function readJournal(text) {
	if (text === void 0) return unreadable("Drizzle cannot run without it, and it is not there. Commit meta/_journal.json.");
	const root = parse(text);
	const entries = isRecord(root) ? root["entries"] : void 0;
	if (!isRecord(root) || !Array.isArray(entries)) return unreadable("It is not a journal of Drizzle: nobody can say what runs. Make it with drizzle-kit.");
	if (root["dialect"] !== "postgresql" && root["dialect"] !== "pg") return unreadable("It is a journal for another database than PostgreSQL.");
	const read = entries.map(readEntry);
	const whole = read.filter((entry) => entry !== void 0);
	if (whole.length < read.length) return unreadable("An entry of it has no tag or no stamp: nobody can say what runs. Make it with drizzle-kit.");
	if (new Set(whole.map(({ tag }) => tag)).size < whole.length) return unreadable("It names a file twice: Drizzle would run it twice. Make it with drizzle-kit.");
	return {
		kind: "journal",
		entries: whole
	};
}
function unreadable(reason) {
	return {
		kind: "unreadable",
		reason
	};
}
function parse(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
function readEntry(entry) {
	if (!isRecord(entry)) return void 0;
	const { tag, when } = entry;
	if (typeof tag !== "string" || typeof when !== "number" || !Number.isSafeInteger(when)) return void 0;
	return {
		tag,
		when
	};
}
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** Directories that the runner takes each for itself, in the order of their first file. */
function groupsOf({ running }) {
	return [...new Set(running.map(({ group }) => group))];
}
/** What the runner does with all of them, one after another. */
function simulateGroups(tree, simulateGroup) {
	const parts = groupsOf(tree).map((group) => simulateGroup(group, tree));
	return {
		order: parts.flatMap(({ order }) => order),
		refused: parts.flatMap(({ refused }) => refused)
	};
}
/** Drizzle up to 0.45: `NNNN_name.sql` and a journal that says what runs, in which order. */
const drizzle = {
	name: "drizzle",
	tool: "Drizzle",
	files: "`NNNN_name.sql`, and `meta/_journal.json`, which names them; `meta/*.json` and `*.ts` are its own",
	unit: "the file",
	order: "the entries of the journal",
	refuses: "a file without an entry and an entry without a file; a stamp that is not above the last one; any change of an entry of the target branch; a breakpoint inside something else",
	transaction: "per-run",
	outside: "Run that statement by hand: Drizzle has no way to leave its transaction",
	signs: [{
		weight: 3,
		in: "path",
		pattern: /(?:^|\/)meta\/_journal\.json$/
	}],
	roleOf: (path) => {
		const { directory, name } = splitPath(path);
		if (directory.endsWith("meta/") && name.endsWith(".json")) return { kind: "supports" };
		if (name === "schema.ts" || name === "relations.ts") return { kind: "supports" };
		const version = /^(\d{4,})_[^/]+\.sql$/.exec(name)?.[1];
		if (version !== void 0) return {
			kind: "runs",
			version,
			group: directory
		};
		return {
			kind: "unexpected",
			reason: "It is not named NNNN_name.sql."
		};
	},
	companionsOf: (path) => [journalPath(splitPath(path).directory)],
	simulate: (tree) => simulateGroups(tree, simulateGroup$1),
	compareTrees: (before, after) => groupsOf(after).flatMap((group) => compareJournals(group, before, after)),
	stampOf: (path, textOf) => {
		const { directory, name } = splitPath(path);
		const journal = readJournal(textOf(journalPath(directory)));
		if (journal.kind === "unreadable") return void 0;
		const entry = journal.entries.find(({ tag }) => `${tag}.sql` === name);
		return entry === void 0 ? void 0 : String(entry.when);
	},
	record: {
		checksumsOf: checksumsOf("sha256"),
		edited: "Drizzle looks at stamps alone, and never runs what was changed."
	},
	read: ({ text }) => readBreakpoints(text, "per-run")
};
function journalPath(group) {
	return `${group}meta/_journal.json`;
}
function simulateGroup$1(group, tree) {
	const files = tree.running.filter((file) => file.group === group);
	const path = journalPath(group);
	const journal = readJournal(tree.textOf(path));
	if (journal.kind === "unreadable") return {
		order: files,
		refused: [{
			path,
			reason: journal.reason
		}]
	};
	const byTag = new Map(files.map((file) => [tagOf(file), file]));
	const tags = new Set(journal.entries.map(({ tag }) => tag));
	return {
		order: journal.entries.flatMap(({ tag }) => byTag.get(tag) ?? []),
		refused: [...files.filter((file) => !tags.has(tagOf(file))).map(unlisted$1), ...journal.entries.filter(({ tag }) => !byTag.has(tag)).map((entry) => missing$1(path, entry))]
	};
}
function tagOf({ path }) {
	return splitPath(path).name.slice(0, -4);
}
function unlisted$1({ path }) {
	return {
		path,
		reason: "Drizzle will silently skip this file: meta/_journal.json has no entry for it. Make it with drizzle-kit generate."
	};
}
function missing$1(path, { tag }) {
	return {
		path,
		reason: `Its entry ${JSON.stringify(tag)} has no governed file: Drizzle would stop there, or run what nobody reviewed. Add the file or remove the entry.`
	};
}
function compareJournals(group, before, after) {
	const path = journalPath(group);
	const old = readJournal(before.textOf(path));
	const now = readJournal(after.textOf(path));
	if (now.kind === "unreadable") return [];
	const known = old.kind === "unreadable" ? [] : old.entries;
	const touched = known.find((entry, index) => !isSame(entry, now.entries[index]));
	return [...touched === void 0 ? [] : [{
		path,
		reason: touchedReason(touched)
	}], ...findSkipped(group, known, now)];
}
function isSame(one, other) {
	return one.tag === other?.tag && one.when === other.when;
}
function touchedReason({ tag }) {
	return `Its entry ${JSON.stringify(tag)} stands on the target branch already, and was changed, moved or removed: Drizzle looks at the stamp alone, so it could run the file again or skip another. Put it back and add new entries at the end.`;
}
/** Drizzle compares each stamp with the newest one in the database, and says nothing when it skips. */
function findSkipped(group, known, { entries }) {
	let newest;
	return entries.flatMap((entry, index) => {
		const { tag, when } = entry;
		const earlier = newest;
		if (earlier === void 0 || when > earlier.when) newest = entry;
		if (index < known.length || earlier === void 0 || when > earlier.when) return [];
		const reason = `Drizzle will silently skip this file: its stamp in meta/_journal.json is not newer than that of ${earlier.tag}, which may have been applied. Generate it again on top of the target branch.`;
		return [{
			path: `${group}${tag}.sql`,
			reason
		}];
	});
}
/** Flyway with its default names: versioned, repeatable, undo and baseline files. */
const flyway = {
	name: "flyway",
	tool: "Flyway",
	files: "`V<version>__name.sql`, `R__name.sql`, `B<version>__name.sql`; `U<version>__name.sql` undoes; `<file>.conf` is its own",
	unit: "the file",
	order: "the parts of the version as numbers, then repeatable files by their names; from the newest baseline on",
	refuses: "equal versions (1.0 is 1); a version below one of the target branch; a new baseline; placeholders `${…}`",
	transaction: "per-file-where-possible",
	outside: "Let the file hold that statement alone",
	late: "Flyway refuses to migrate, or ignores the file, while outOfOrder is not set. Give it a higher version.",
	signs: [{
		weight: 2,
		in: "path",
		pattern: /(?:^|\/)V\d+(?:[._]\d+)*__[^/]+\.sql$/
	}],
	roleOf: (path) => {
		const { name } = splitPath(path);
		if (name.endsWith(".sql.conf")) return { kind: "supports" };
		const [, prefix, version] = /^([VUB])(\d+(?:[._]\d+)*)__.+\.sql$/.exec(name) ?? [];
		if (version !== void 0) return versioned(prefix, version);
		const repeatable = /^R__(.+)\.sql$/.exec(name)?.[1];
		if (repeatable !== void 0) return {
			kind: "runs",
			group: "",
			rank: `2 ${repeatable}`,
			repeats: true
		};
		return {
			kind: "unexpected",
			reason: "It is named neither V<version>__name.sql nor R__name.sql."
		};
	},
	down: { pathOf: undoOf },
	isDump: (path) => /^B\d/.test(splitPath(path).name),
	record: {
		checksumsOf: (text) => [String(checksumOfLines(text))],
		edited: "Flyway refuses to migrate while a file is not what it ran."
	},
	companionsOf: (path) => [`${path}.conf`],
	simulate: simulate$1,
	compareTrees: (before, after) => after.running.filter((file) => isBaseline(file) && !before.running.some(({ path }) => path === file.path)).map(({ path }) => ({
		path,
		reason: "Flyway runs a baseline only in an empty database, so it changes no target and could be rehearsed on none. Add it outside of the governed paths."
	})),
	read: read$1
};
function undoOf(path) {
	const { directory, name } = splitPath(path);
	return name.startsWith("V") ? `${directory}U${name.slice(1)}` : void 0;
}
/** Flyway looks into directories, too: all files share their versions. */
function versioned(prefix, version) {
	if (prefix === "U") return { kind: "reverts" };
	const normal = version.split(/[._]/).map((part) => part.replace(/^0+(?=\d)/, "")).join(".").replace(/(?:\.0)+$/, "");
	if (prefix === "B") return {
		kind: "runs",
		group: "B",
		version: normal,
		rank: `0 ${normal}`
	};
	return {
		kind: "runs",
		group: "",
		version: normal,
		rank: `1 ${normal}`
	};
}
function isBaseline({ rank }) {
	return rank?.startsWith("0 ") === true;
}
/** In an empty database Flyway begins with the newest baseline and leaves out what it stands for. */
function simulate$1({ running }) {
	const baseline = running.findLast(isBaseline);
	if (baseline === void 0) return {
		order: running,
		refused: []
	};
	const stands = (file) => file === baseline || file.version === void 0 || !isBaseline(file) && compareNaturally(file.version, baseline.version ?? "") > 0;
	return {
		order: running.filter(stands),
		refused: []
	};
}
function read$1({ path, text, textOf }) {
	const settings = textOf(`${path}.conf`) ?? "";
	const isOff = (key) => new RegExp(`^[ \\t]*(?:flyway\\.)?${key}[ \\t]*=[ \\t]*false[ \\t]*\\r?$`, "m").test(settings);
	const placeholder = /\$\{[^}\n]*\}?/.exec(text);
	if (placeholder !== null && !isOff("placeholderReplacement")) return {
		kind: "refused",
		reason: `It holds the placeholder ${JSON.stringify(placeholder[0].slice(0, 60))}, which Flyway replaces by what is configured where it runs: nobody can say what that is. Write the value itself, or set placeholderReplacement=false in ${splitPath(path).name}.conf.`
	};
	const transaction = isOff("executeInTransaction") ? "per-statement" : "per-file-where-possible";
	return {
		kind: "parts",
		parts: [partOf(linesOf(text), () => true, transaction)]
	};
}
/** Over the lines without their ends, whichever those are, and without a byte order mark. */
function checksumOfLines(text) {
	return crc32(new TextEncoder().encode(text.replace(/^\uFEFF/, "").replaceAll(/[\r\n]/g, "")));
}
/** github.com/golang-migrate/migrate: its history holds the newest version and nothing else. */
const golangMigrate = {
	name: "golang-migrate",
	tool: "golang-migrate",
	files: "`N_name.up.sql` beside `N_name.down.sql`",
	unit: "the up file",
	order: "the number",
	refuses: "equal numbers; a number below one of the target branch; files outside of a pair",
	transaction: "per-message",
	late: "golang-migrate remembers the newest number alone and would silently never run it. Give it a number above that.",
	signs: [{
		weight: 1,
		in: "path",
		pattern: /(?:^|\/)\d+_[^/]*\.up\.sql$/
	}],
	down: downBesideUp,
	roleOf: (path) => {
		const { directory, name } = splitPath(path);
		const [, version, half] = /^(\d+)_.*\.(up|down)\.sql$/.exec(name) ?? [];
		if (version === void 0) return {
			kind: "unexpected",
			reason: "It is named neither N_name.up.sql nor N_name.down.sql."
		};
		return half === "down" ? { kind: "reverts" } : {
			kind: "runs",
			version,
			group: directory
		};
	}
};
/** github.com/pressly/goose, as its SQL parser reads a file line by line. */
const goose = {
	name: "goose",
	tool: "goose",
	files: "`N_name.sql`",
	unit: "what follows `-- +goose Up`, up to `-- +goose Down`",
	order: "the number",
	refuses: "equal numbers; a number below one of the target branch; `ENVSUB ON`; a statement that goose would cut at a semicolon; directives inside quoted texts or comments",
	transaction: "per-file",
	outside: "Begin the file with -- +goose NO TRANSACTION, and let it hold that statement alone",
	late: "goose refuses to run while an older file is missing: every deployment would stop. Give it a number above that.",
	signs: [{
		weight: 2,
		in: "text",
		pattern: /^--[ \t]*\+goose Up\b/im
	}],
	roleOf: (path) => {
		const { directory, name } = splitPath(path);
		const version = /^0*([1-9]\d*)_[^/]*\.sql$/.exec(name)?.[1];
		if (version !== void 0) return {
			kind: "runs",
			version,
			group: directory
		};
		return {
			kind: "unexpected",
			reason: "It is not named N_name.sql with a number above 0."
		};
	},
	read: ({ text }) => readGoose(linesOf(text), "up"),
	down: {
		pathOf: (path) => path,
		read: (text) => readDown$1(linesOf(text))
	}
};
const syntax$2 = {
	tool: "goose",
	looks: looksOf(/^[^\S\n]*--[^\n]*\+goose/gim),
	exact: /^--[ \t]*\+goose (Up|Down|StatementBegin|StatementEnd|NO TRANSACTION|ENVSUB(?:ST)? (?:ON|OFF))[ \t]*$/i
};
const initial = {
	section: "start",
	block: false,
	pending: false,
	transaction: "per-file",
	refusal: void 0
};
function readGoose(lines, half) {
	const directives = readDirectives(lines, syntax$2);
	if (directives.kind === "refused") return directives;
	const words = new Map(directives.found.map(({ line, groups }) => [line, (groups[0] ?? "").toLowerCase()]));
	const kept = /* @__PURE__ */ new Set();
	let state = initial;
	for (const [index, line] of lines.entries()) {
		const word = words.get(line);
		state = word === void 0 ? afterSql(state, line, lines[index + 1]?.open ?? false) : afterDirective(state, word, line.number);
		if (state.refusal !== void 0) return {
			kind: "refused",
			reason: state.refusal
		};
		if (word === void 0 && state.section === half) kept.add(line);
	}
	const unfinished = refusalAtEnd(state);
	if (unfinished !== void 0) return {
		kind: "refused",
		reason: unfinished
	};
	return {
		kind: "parts",
		parts: [partOf(lines, (line) => kept.has(line), state.transaction)]
	};
}
function readDown$1(lines) {
	const reading = readGoose(lines, "down");
	return reading.kind === "parts" ? reading.parts : [];
}
function afterDirective(state, word, number) {
	switch (word) {
		case "up": return state.section === "start" ? {
			...state,
			section: "up"
		} : misplaced(state, number);
		case "down": return afterDown(state, number);
		case "statementbegin":
		case "statementend": return afterBlock(state, word === "statementbegin", number);
		case "no transaction": return {
			...state,
			transaction: "per-statement"
		};
		default: return word.endsWith(" off") ? state : {
			...state,
			refusal: substitution
		};
	}
}
function afterDown(state, number) {
	if (state.section !== "up" || state.block) return misplaced(state, number);
	return {
		...state,
		section: "down",
		pending: false,
		refusal: refuseUnfinished(state)
	};
}
function afterBlock(state, begins, number) {
	if (state.section === "start" || state.block === begins) return misplaced(state, number);
	return {
		...state,
		block: begins,
		pending: begins && state.pending
	};
}
const substitution = "It asks goose to replace environment variables (ENVSUB ON): what runs is decided where it runs. Write the values themselves.";
function misplaced(state, number) {
	const refusal = `goose stops at the directive on line ${number}, which stands in the wrong place: nothing of the file would run. Put one -- +goose Up first, and close every StatementBegin.`;
	return {
		...state,
		refusal
	};
}
function afterSql(state, line, opensNext) {
	const text = line.text.trim();
	const ignored = text === "" || text.startsWith("--");
	switch (state.section) {
		case "start": return ignored && !line.open ? state : {
			...state,
			refusal: before
		};
		case "down": return state;
		case "up": return state.block || ignored && !state.pending ? state : afterStatementLine(state, line, opensNext);
	}
}
const before = "Something stands before -- +goose Up, where goose takes only comments that begin with --: nothing of the file would run. Move it below.";
function afterStatementLine(state, line, opensNext) {
	if (!endsStatement(line.text)) return {
		...state,
		pending: true
	};
	if (!opensNext) return {
		...state,
		pending: false
	};
	const refusal = `goose ends a statement at every line that ends with a semicolon, and line ${line.number} is in the middle of a quoted text or a comment: it would be cut there. Enclose the statement in -- +goose StatementBegin and -- +goose StatementEnd.`;
	return {
		...state,
		refusal
	};
}
/** The last word before a word that begins with two dashes ends with a semicolon. */
function endsStatement(text) {
	const words = text.split(/\s+/).filter((word) => word !== "");
	const comment = words.findIndex((word) => word.startsWith("--"));
	return (comment === -1 ? words : words.slice(0, comment)).at(-1)?.endsWith(";") === true;
}
function refusalAtEnd(state) {
	if (state.section === "start") return "It has no -- +goose Up, without which goose runs nothing of it. Put it on the first line.";
	if (state.block) return "A -- +goose StatementBegin is never closed: goose would run nothing of the file. Add -- +goose StatementEnd.";
	return refuseUnfinished(state);
}
function refuseUnfinished({ pending }) {
	return pending ? "Its last statement does not end with a semicolon at the end of a line: goose would run nothing of the file. Add it." : void 0;
}
/** graphile-migrate: `committed/NNNNNN.sql`, each of which names the hash of the one before it. */
const graphileMigrate = {
	name: "graphile-migrate",
	tool: "graphile-migrate",
	files: "`committed/NNNNNN.sql` or `committed/NNNNNN-name.sql`; `current.sql` and `current/` are for development and never deployed",
	unit: "what follows the header of `--!` lines and its empty line",
	order: "the number",
	refuses: "equal numbers; gaps; a `Previous` that is not the `Hash` of the file before; placeholders `:NAME`; other `--!` lines",
	transaction: "per-file",
	outside: "Write --! no-transaction as the first line below the header, and let the file hold that statement alone",
	signs: [{
		weight: 3,
		in: "path",
		pattern: /(?:^|\/)\.gmrc(?:\.js)?$/
	}, {
		weight: 2,
		in: "text",
		pattern: /^--! Previous: /
	}],
	roleOf: (path) => {
		const { directory, name } = splitPath(path);
		const group = /^((?:.*\/)?)committed\/$/.exec(directory)?.[1];
		const version = /^(\d{6,})(?:-[^/]+)?\.sql$/.exec(name)?.[1];
		if (group !== void 0 && version !== void 0) return {
			kind: "runs",
			version,
			group
		};
		if (name === "current.sql" || /(?:^|\/)current\/$/.test(directory)) return { kind: "supports" };
		return {
			kind: "unexpected",
			reason: "It is not named committed/NNNNNN.sql."
		};
	},
	record: {
		nameOf: (path) => `${/^\d+/.exec(splitPath(path).name)?.[0] ?? ""}.sql`,
		checksumsOf: hashesOf,
		edited: "graphile-migrate looks at what is new alone, and never runs what was changed."
	},
	companionsOf: (path) => [path],
	simulate: (tree) => ({
		order: tree.running,
		refused: findBroken(tree)
	}),
	read: ({ text }) => readBody(text)
};
/** `Previous` and `Hash` first, then other headers, then an empty line. */
function readHeader(text) {
	const lines = text.split("\n");
	const previous = /^--! Previous: (-|sha1:[0-9a-f]{40})$/.exec(lines[0] ?? "")?.[1];
	const hash = /^--! Hash: (sha1:[0-9a-f]{40})$/.exec(lines[1] ?? "")?.[1];
	const end = lines.indexOf("");
	const rest = lines.slice(2, Math.max(end, 2));
	if (previous === void 0 || hash === void 0 || end === -1) return void 0;
	if (!rest.every((line) => /^--! (?:Message: .*|AllowInvalidHash)$/.test(line))) return void 0;
	return {
		previous,
		hash,
		lines: end + 1
	};
}
function findBroken({ running, textOf }) {
	return running.flatMap((file, index) => {
		const before = running[index - 1];
		const reason = brokenReason(file, before?.group === file.group ? before : void 0, textOf);
		return reason === void 0 ? [] : [{
			path: file.path,
			reason
		}];
	});
}
function brokenReason(file, earlier, textOf) {
	const header = readHeader(textOf(file.path) ?? "");
	if (header === void 0) return noHeader;
	if (Number(file.version) !== Number(earlier?.version ?? 0) + 1) return "Its number does not follow that of the file before it: graphile-migrate commits without gaps. Commit it again on top of the target branch.";
	const expected = earlier === void 0 ? "-" : readHeader(textOf(earlier.path) ?? "")?.hash;
	return header.previous === expected ? void 0 : "Its --! Previous is not the --! Hash of the file before it: graphile-migrate would refuse to run. Commit it again on top of the target branch.";
}
const noHeader = "It has no header of --! Previous, --! Hash and an empty line: graphile-migrate would refuse to run. Make it with graphile-migrate commit.";
/** Of the hash before it and of its body; what it says itself only where it may say anything. */
function hashesOf(text) {
	const unix = text.replaceAll("\r\n", "\n");
	const header = readHeader(unix);
	if (header === void 0) return [];
	const lines = unix.split("\n");
	if (lines.slice(0, header.lines).includes("--! AllowInvalidHash")) return [header.hash];
	const previous = header.previous === "-" ? "" : header.previous;
	const body = lines.slice(header.lines).join("\n").trim();
	return [`sha1:${checksumOf("sha1", `${`${previous}\n${body}`.trim()}\n`)}`];
}
function readBody(text) {
	const header = readHeader(text);
	if (header === void 0) return {
		kind: "refused",
		reason: noHeader
	};
	const lines = linesOf(text);
	const body = lines.slice(header.lines);
	const outside = /^--!\s*no-transaction\b/.test(body[0]?.text ?? "");
	const other = body.slice(outside ? 1 : 0).find((line) => /^\s*--!/.test(line.text));
	if (other !== void 0) return {
		kind: "refused",
		reason: `Line ${other.number} begins with --!, which speaks to graphile-migrate in a header alone. Remove it.`
	};
	const placeholder = /(?<!:):[A-Z][0-9A-Z_]+\b/.exec(body.map((line) => line.text).join("\n"));
	if (placeholder !== null) return {
		kind: "refused",
		reason: `It holds ${placeholder[0]}, which graphile-migrate replaces by what is configured where it runs: nobody can say what that is. Write the value itself.`
	};
	const transaction = outside ? "per-message" : "per-file";
	const start = header.lines + (outside ? 1 : 0);
	const keeps = ({ number }) => number > start;
	return {
		kind: "parts",
		parts: [partOf(lines, keeps, transaction)]
	};
}
const name = String.raw`(\d{14}_[\w.-]+\.sql)`;
const quoted = (text) => `(?:'${text}'|"${text}")`;
const path = String.raw`(?:path\.)?(?:join|resolve)\(__dirname, ?${quoted(name)}\)`;
const reading = String.raw`(?:fs\.)?readFileSync\(${path}, ?(?:'utf-?8'|"utf-?8")\)(?:\.toString\(\))?`;
const running = [
	String.raw`=> knex\.(?:schema\.)?raw\(${reading}\);?`,
	String.raw`(?:=> )?\{ ?(?:return|await) knex\.(?:schema\.)?raw\(${reading}\);? ?\};?`,
	String.raw`(?:=> )?\{ ?const sql = ${reading};? (?:return|await) knex\.(?:schema\.)?raw\(sql\);? ?\};?`
].join("|");
const head = String.raw`(?:async )?(?:function ?)?\(?(?:knex|knex: Knex)?\)? ?`;
const statement = {
	ignored: new RegExp([
		String.raw`^(?:'use strict'|"use strict");?$`,
		String.raw`^const (?:fs|\{ ?readFileSync ?\}) = require\(${quoted("(?:node:)?fs")}\);?$`,
		String.raw`^const (?:path|\{ ?(?:join|resolve) ?\}) = require\(${quoted("(?:node:)?path")}\);?$`
	].join("|")),
	up: new RegExp(`^exports\\.up = ${head}(?:${running})$`),
	down: new RegExp(`^exports\\.down = ${head}(?:${running}|(?:=> )?\\{ ?\\};?)$`),
	config: /^exports\.config = \{ ?transaction: (true|false),? ?\};?$/
};
/**
* The one form of program that is read: `exports.up`, perhaps `exports.down` and `exports.config`, and what
* they need. Whatever is not exactly that makes it undefined: a program can do anything.
*/
function readWrapper(text) {
	if (!/^[\t\n\r\x20-\x7e]*$/.test(text) || /\r(?!\n)/.test(text)) return void 0;
	const parts = splitStatements(text);
	const ups = parts.flatMap((part) => findNames(statement.up, part));
	const configs = parts.flatMap((part) => statement.config.exec(part)?.[1] ?? []);
	const others = parts.filter((part) => !Object.values(statement).some((form) => form.test(part)));
	const [file] = ups;
	if (file === void 0 || ups.length > 1 || configs.length > 1 || others.length > 0) return void 0;
	return {
		file,
		transaction: configs[0] !== "false"
	};
}
/** Statements at the left margin, each on one line; whole lines of comment are left out. */
function splitStatements(text) {
	return text.split(/\r?\n(?=[A-Za-z'"/])/).map((part) => part.split("\n").map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("//")).join(" ")).filter((part) => part !== "");
}
function findNames(form, part) {
	return (form.exec(part)?.slice(1) ?? []).filter((group) => group !== void 0);
}
/** Knex where each program does nothing but run the SQL file of its name. */
const knex = {
	name: "knex",
	tool: "Knex",
	files: "`<14 digits>_name.sql` or `.up.sql`, run by the program `<14 digits>_name.js` (`.cjs`, `.mjs`, `.ts`) beside it, which does nothing else: `exports.up = (knex) => knex.raw(readFileSync(join(__dirname, \"NAME\"), \"utf8\"))`; `.down.sql` undoes",
	unit: "the SQL file",
	order: "the names as texts",
	refuses: "a program that does anything else; SQL without its program; question marks, which Knex replaces",
	transaction: "per-file",
	outside: "Write exports.config = { transaction: false } into its program, and let the file hold that statement alone",
	compare: compareText,
	down: { pathOf: (path) => path.replace(/(?:\.up)?\.sql$/, ".down.sql") },
	roleOf: (path) => {
		const { directory, name } = splitPath(path);
		const [, stem, version, ending] = /^((\d{14})_[^/]*?)\.((?:up|down)\.sql|sql|[cm]?js|ts)$/.exec(name) ?? [];
		if (stem === void 0 || version === void 0) return {
			kind: "unexpected",
			reason: "It is not named <14 digits>_name."
		};
		if (ending === "down.sql") return { kind: "reverts" };
		if (ending?.endsWith("sql") === true) return {
			kind: "runs",
			version,
			group: directory,
			rank: `${directory}${stem}`
		};
		return { kind: "supports" };
	},
	companionsOf: (path) => programsOf(path),
	simulate,
	read
};
function programsOf(path) {
	const stem = path.replace(/(?:\.up)?\.sql$/, "");
	return [
		"js",
		"cjs",
		"mjs",
		"ts"
	].map((ending) => `${stem}.${ending}`);
}
function simulate({ running, supports, textOf }) {
	const known = new Set(running.flatMap(({ path }) => programsOf(path)));
	return {
		order: running,
		refused: [...supports.filter((path) => !known.has(path)).map((path) => ({
			path,
			reason: codeFirstReason(path) ?? ""
		})), ...running.flatMap((file) => refuseProgram(file, textOf))]
	};
}
/** Exactly one program, and it does nothing but run the file. */
function refuseProgram(file, textOf) {
	const programs = programsOf(file.path).filter((path) => textOf(path) !== void 0);
	const [program, ...others] = programs;
	if (program === void 0) return [{
		path: file.path,
		reason: "No program of its name runs it: Knex would never do so."
	}];
	const wrapper = readWrapper(textOf(program) ?? "");
	if (others.length === 0 && wrapper?.file === splitPath(file.path).name) return [];
	const reason = `Not analyzed: it does more, or something else, than run ${splitPath(file.path).name}, as far as Sluice can tell. docs/layouts.md has the one form that is read.`;
	return programs.map((path) => ({
		path,
		reason
	}));
}
function read({ path, text, textOf }) {
	if (text.includes("?")) return {
		kind: "refused",
		reason: "It holds a question mark, which Knex replaces by a parameter wherever it stands: something else than this text would run. Write it without, such as jsonb_exists() for the operator."
	};
	const transaction = programsOf(path).map((program) => readWrapper(textOf(program) ?? "")).find((found) => found !== void 0)?.transaction === false ? "per-message" : "per-file";
	return {
		kind: "parts",
		parts: [partOf(linesOf(text), () => true, transaction)]
	};
}
/** Liquibase changelogs that are formatted SQL; XML, YAML and JSON are not analyzed. */
const liquibase = {
	name: "liquibase",
	tool: "Liquibase",
	files: "`*.sql` that begin with `--liquibase formatted sql`",
	unit: "each changeset",
	order: "the paths as texts, as includeAll takes them, then the changesets in each",
	refuses: "SQL outside of changesets; equal changesets; `${…}`, preconditions, properties, contexts, labels, endDelimiter, runAlways, runWith and other databases; directives inside quoted texts or comments",
	transaction: "per-file",
	outside: "Write runInTransaction:false behind its changeset, and let that hold the statement alone",
	compare: compareText,
	signs: [{
		weight: 2,
		in: "text",
		pattern: /^--[ \t]*liquibase formatted sql/i
	}],
	roleOf: (path) => {
		const { directory, name } = splitPath(path);
		if (name.endsWith(".sql") && name !== ".sql") return {
			kind: "runs",
			group: directory
		};
		return {
			kind: "unexpected",
			reason: "It is not named *.sql."
		};
	},
	read: ({ text }) => readChangelog(text, linesOf(text))
};
const syntax$1 = {
	tool: "Liquibase",
	looks: looksOf(/^[^\S\n]*--\s*(?:liquibase\s|changeset\b|rollback\b|preconditions?\b|property\b|ignore(?:Lines)?:)/gim),
	exact: /^--[ \t]*(liquibase formatted sql|changeset|rollback)\b[ \t]*(.*)$/i
};
function readChangelog(text, lines) {
	const directives = readDirectives(lines, syntax$1);
	if (directives.kind === "refused") return directives;
	const [title, ...marks] = directives.found.filter(({ groups }) => groups[0]?.toLowerCase() !== "rollback");
	if (title?.line.number !== 1 || !/^liquibase/i.test(title.groups[0] ?? "")) return refuse(noTitle);
	const property = /\$\{[^}\n]*\}?/.exec(text);
	if (property !== null) return refuse(`It holds ${JSON.stringify(property[0].slice(0, 60))}, which Liquibase replaces by a property that is set where it runs: nobody can say what that is. Write the value itself.`);
	const first = marks[0]?.line.number ?? lines.length + 1;
	if (lines.slice(1, first - 1).some((line) => line.open || !/^\s*(?:--|$)/.test(line.text))) return refuse("Something stands before its first changeset, where Liquibase runs nothing. Move it below.");
	return combine(marks.map(({ line, groups }, index) => readChangeset({
		header: groups[0]?.toLowerCase() === "changeset" ? groups[1] ?? "" : "",
		number: line.number
	}, lines.slice(line.number, (marks[index + 1]?.line.number ?? lines.length + 1) - 1))));
}
const noTitle = "It does not begin with --liquibase formatted sql: Liquibase would run it as one change with settings that are elsewhere. Make it a formatted changelog.";
function refuse(reason) {
	return {
		kind: "refused",
		reason
	};
}
function combine(changesets) {
	const parts = [];
	const names = /* @__PURE__ */ new Set();
	for (const changeset of changesets) {
		if (changeset.kind === "refused") return changeset;
		if (names.has(changeset.part.name)) return refuse(`It holds the changeset ${changeset.part.name} twice: Liquibase would refuse it, or skip one. Give it an id of its own.`);
		names.add(changeset.part.name);
		parts.push(changeset.part);
	}
	return {
		kind: "parts",
		parts
	};
}
function readChangeset({ header, number }, body) {
	const [, author, id, rest] = /^([^\s:"]+):([^\s:"]+)((?:[ \t]+[A-Za-z]+:\S+)*)[ \t]*$/.exec(header) ?? [];
	if (author === void 0 || id === void 0) return refuse(`The changeset on line ${number} is not written as author:id with attributes name:value, none of them with blanks: nobody here can say how Liquibase reads it. Write it so.`);
	const attributes = new Map((rest ?? "").split(/[ \t]+/).flatMap((attribute) => {
		const colon = attribute.indexOf(":");
		return colon === -1 ? [] : [[attribute.slice(0, colon).toLowerCase(), attribute.slice(colon + 1).toLowerCase()]];
	}));
	const odd = [...attributes].find(([name, value]) => !isPlain(name ?? "", value ?? ""));
	if (odd !== void 0) return refuse(`The changeset on line ${number} says ${odd.join(":")}, which makes what runs depend on where it runs, or on more than this file: nobody here can say what that is. Leave it out.`);
	return {
		kind: "part",
		part: {
			...partOf(body, () => true, modeOf(attributes)),
			name: `${author}:${id}`
		}
	};
}
/** Attributes that change neither which text runs nor whether it runs. */
const harmless = /* @__PURE__ */ new Set([
	"runintransaction",
	"splitstatements",
	"stripcomments",
	"runonchange",
	"created",
	"logicalfilepath",
	"rollbacksplitstatements",
	"rollbackenddelimiter"
]);
function isPlain(name, value) {
	switch (name) {
		case "dbms": return value === "postgresql" || value === "all";
		case "enddelimiter": return value === ";";
		case "failonerror": return value === "true";
		case "runalways":
		case "ignore": return value === "false";
		default: return harmless.has(name);
	}
}
function modeOf(attributes) {
	if (attributes.get("runintransaction") !== "false") return "per-file";
	return attributes.get("splitstatements") === "false" ? "per-message" : "per-statement";
}
/** node-pg-migrate with SQL files; its programs are not analyzed. */
const nodePgMigrate = {
	name: "node-pg-migrate",
	tool: "node-pg-migrate",
	files: "`<time>_name.sql`, or `.up.sql` beside `.down.sql`; a time has 13 digits, or 17 as year to millisecond",
	unit: "what follows `-- Up Migration`, up to `-- Down Migration`; without the former, the whole file",
	order: "the time",
	refuses: "equal times; a time below one of the target branch; several halves; directives inside quoted texts or comments",
	transaction: "per-run",
	outside: "node-pg-migrate leaves its transaction only for programs, with pgm.noTransaction()",
	late: "node-pg-migrate refuses to run while an older file is missing. Give it a newer time.",
	signs: [{
		weight: 2,
		in: "text",
		pattern: /^[ \t]*--[ \t-]*up[ \t]+migration/im
	}, {
		weight: 1,
		in: "path",
		pattern: /(?:^|\/)1\d{12}_[^/]*\.sql$/
	}],
	roleOf: (path) => {
		const { directory, name } = splitPath(path);
		const time = /^(\d{13}|\d{17})_[^/]*\.sql$/.exec(name)?.[1];
		if (time === void 0) return {
			kind: "unexpected",
			reason: "It is not named <13 or 17 digits>_name.sql."
		};
		if (name.endsWith(".down.sql")) return { kind: "reverts" };
		const version = String(time.length === 13 ? time : millisecondsOf(time));
		return {
			kind: "runs",
			version,
			group: directory,
			rank: `${directory}${version}`
		};
	},
	read: ({ text }) => readHalves(linesOf(text)),
	down: {
		pathOf: downOf,
		read: (text) => readDown(linesOf(text))
	}
};
/** Milliseconds since 1970 of year, month, day, hour, minute, second and millisecond in 17 digits. */
function millisecondsOf(stamp) {
	const part = (start, end) => Number(stamp.slice(start, end));
	return ((daysOf(part(0, 4), part(4, 6), part(6, 8)) * 24 + part(8, 10)) * 3600 + part(10, 12) * 60 + part(12, 14)) * 1e3 + part(14, 17);
}
/** Days since 1970-01-01 in the Gregorian calendar; a year that begins in March ends with its leap day. */
function daysOf(year, month, day) {
	const from = month > 2 ? year : year - 1;
	const months = (month + 9) % 12;
	const leaps = Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400);
	return from * 365 + leaps + Math.floor((months * 153 + 2) / 5) + day - 719469;
}
const syntax = {
	tool: "node-pg-migrate",
	looks: findMarks,
	exact: /^[ \t]*--[ \t-]*(up|down)[ \t]+migration/i
};
/**
* Where dashes and blanks lead to the words. The tool's own pattern lets both run over many lines, and
* takes quadratic time for that; this begins at the words, and looks back.
*/
function findMarks(text) {
	return [...text.matchAll(/(?:up|down)\s+migration/gi)].flatMap(({ index }) => {
		let start = index;
		while (/[\s-]/.test(text.charAt(start - 1))) start -= 1;
		const before = `${start === 0 ? "" : "x"}${text.slice(start, index)}`;
		const dashes = /(?:^|\n)[^\S\n]*--/.exec(before);
		return dashes === null ? [] : [text.indexOf("--", start + dashes.index)];
	});
}
/** Beside the file that runs, or below its mark in the same one. */
function downOf(path) {
	return path.replace(/\.up\.sql$/, ".down.sql");
}
function readDown(lines) {
	const directives = readDirectives(lines, syntax);
	if (directives.kind === "refused") return [];
	const marks = directives.found.map(({ line, groups }) => ({
		number: line.number,
		half: groups[0]?.toLowerCase()
	}));
	const down = marks.find(({ half }) => half === "down")?.number;
	if (down === void 0) return [];
	const up = marks.find(({ half }) => half === "up")?.number ?? 0;
	const end = up > down ? up : lines.length + 1;
	return [partOf(lines, ({ number }) => number > down && number < end, "per-run")];
}
function readHalves(lines) {
	const directives = readDirectives(lines, syntax);
	if (directives.kind === "refused") return directives;
	const found = directives.found.map(({ line, groups }) => ({
		number: line.number,
		half: groups[0]?.toLowerCase()
	}));
	const ups = found.filter(({ half }) => half === "up");
	const downs = found.filter(({ half }) => half === "down");
	if (ups.length > 1 || downs.length > 1) return refusedHalves;
	const up = ups[0]?.number;
	const down = downs[0]?.number ?? 0;
	if (up === void 0) return {
		kind: "parts",
		parts: [partOf(lines, () => true, "per-run")]
	};
	const end = down > up ? down : lines.length + 1;
	const keeps = ({ number }) => number > up && number < end;
	return {
		kind: "parts",
		parts: [partOf(lines, keeps, "per-run")]
	};
}
const refusedHalves = {
	kind: "refused",
	reason: "It holds -- Up Migration or -- Down Migration more than once: node-pg-migrate looks at the first one alone, which hides the rest. Use one pair a file."
};
/** Every `.sql` file is a unit; a leading number orders them within a directory. */
const plain = {
	name: "plain",
	tool: "no tool",
	files: "every `*.sql`; a leading number is its version",
	unit: "the file",
	order: "natural order of the paths",
	refuses: "equal versions in one directory; files of any other kind",
	signs: [{
		weight: 0,
		in: "path",
		pattern: /\.sql$/
	}],
	roleOf: (path) => {
		const { directory, name } = splitPath(path);
		if (!name.endsWith(".sql") || name === ".sql") return {
			kind: "unexpected",
			reason: "It is not named *.sql."
		};
		const version = /^(\d+)(?=\.sql$|[_.-]\D)/.exec(name)?.[1];
		return {
			kind: "runs",
			group: directory,
			...version === void 0 ? {} : { version }
		};
	},
	isDump: isDumpName
};
/** `<14 digits>_name/migration.sql`, in the order of the directories' names. */
const prisma = {
	name: "prisma",
	tool: "Prisma Migrate",
	files: "`<14 digits>_name/migration.sql`; `migration_lock.toml` is its own",
	unit: "the file",
	order: "names of the directories",
	refuses: "equal versions; directories without a time",
	transaction: "per-message",
	signs: [{
		weight: 3,
		in: "path",
		pattern: /(?:^|\/)migration_lock\.toml$/
	}, {
		weight: 2,
		in: "path",
		pattern: /(?:^|\/)\d{14}_[^/]+\/migration\.sql$/
	}],
	record: {
		nameOf: (path) => splitPath(splitPath(path).directory.slice(0, -1)).name,
		checksumsOf: (text) => checksumsOf("sha256")(text).flatMap((sum) => [sum, unpadded(sum)]),
		edited: "prisma migrate deploy only warns of it, and never runs what was changed."
	},
	roleOf: (path) => {
		const { directory, name } = splitPath(path);
		if (name === "migration_lock.toml") return { kind: "supports" };
		const [, group, version] = /^((?:.*\/)?)(\d{14})_[^/]+\/$/.exec(directory) ?? [];
		if (group !== void 0 && version !== void 0 && name === "migration.sql") return {
			kind: "runs",
			version,
			group
		};
		return {
			kind: "unexpected",
			reason: "It is not named <14 digits>_name/migration.sql."
		};
	}
};
/** Its old versions wrote each byte without a leading zero. */
function unpadded(sum) {
	return (sum.match(/../g) ?? []).map((byte) => byte.replace(/^0/, "")).join("");
}
/** Rails: migrations are programs; `structure.sql` is what they left behind and runs nowhere. */
const rails = {
	name: "rails",
	tool: "Rails",
	files: "`db/migrate/*.rb` are programs; `structure.sql` and `schema.rb` are what they left behind",
	unit: "none: a program is not analyzed",
	order: "none",
	refuses: "every migration, because only the program itself knows what it does",
	signs: [{
		weight: 3,
		in: "path",
		pattern: /(?:^|\/)db\/migrate\/\d{14}_[^/]*\.rb$/
	}],
	roleOf: (path) => {
		const { name } = splitPath(path);
		if (/^(?:\w+_)?(?:structure\.sql|schema\.rb)$/.test(name)) return { kind: "supports" };
		return {
			kind: "unexpected",
			reason: "It is neither a migration nor the dump of the schema."
		};
	}
};
/** Reads `sqitch.plan`: pragmas, changes and tags, in order. */
function readPlan(text) {
	if (text === void 0) return {
		kind: "unreadable",
		reason: "Sqitch cannot deploy without it, and it is not there."
	};
	const lines = text.split("\n").map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#") && !line.startsWith("%"));
	const read = lines.map(readLine);
	const unread = lines[read.indexOf(void 0)];
	if (unread !== void 0) return {
		kind: "unreadable",
		reason: `Its line ${JSON.stringify(unread.slice(0, 80))} is neither a change nor a tag that Sluice knows: nobody can say what is deployed.`
	};
	return {
		kind: "plan",
		changes: findChanges(read.filter((line) => line !== void 0))
	};
}
/** `name [dependencies] time planner <mail> # note`; a revert (`-name`) is not known. */
function readLine(line) {
	const tag = /^@([^\s@:#[\]]+)(?:\s|$)/.exec(line)?.[1];
	if (tag !== void 0) return {
		kind: "tag",
		name: tag
	};
	const name = /^\+?([^\s@:#[\]+-][^\s@:#[\]]*)(?:\s|$)/.exec(line)?.[1];
	return name === void 0 ? void 0 : {
		kind: "change",
		name,
		line
	};
}
/** Read from the end, so that each change knows the next one of its name. */
function findChanges(lines) {
	const changes = [];
	const later = /* @__PURE__ */ new Map();
	const tags = [];
	for (const line of lines.toReversed()) {
		if (line.kind === "tag") {
			tags.push(line.name);
			continue;
		}
		const { name, line: text } = line;
		const since = later.get(name);
		changes.push(since === void 0 ? {
			name,
			line: text
		} : {
			name,
			line: text,
			tags: tags.slice(since).toReversed()
		});
		later.set(name, tags.length);
	}
	return changes.toReversed();
}
/** Sqitch: `sqitch.plan` says what is deployed and in which order, by psql, script by script. */
const sqitch = {
	name: "sqitch",
	tool: "Sqitch",
	files: "`deploy/<change>.sql`, and `sqitch.plan`, which names them; `revert/` undoes, `verify/` and `sqitch.conf` are its own",
	unit: "the deploy script",
	order: "the plan",
	refuses: "a script that is not in the plan and a change without a script; any change of the plan but at its end; variables of psql",
	transaction: "per-statement",
	signs: [{
		weight: 3,
		in: "path",
		pattern: /(?:^|\/)sqitch\.plan$/
	}],
	roleOf: (path) => {
		const { name } = splitPath(path);
		if (name === "sqitch.plan" || name === "sqitch.conf") return { kind: "supports" };
		const [, group, kind] = /^((?:.*?\/)??)(deploy|revert|verify)\/.+\.sql$/.exec(path) ?? [];
		if (group === void 0) return {
			kind: "unexpected",
			reason: "It is not below deploy/, revert/ or verify/."
		};
		if (kind === "revert") return { kind: "reverts" };
		return kind === "verify" ? { kind: "supports" } : {
			kind: "runs",
			group
		};
	},
	down: { pathOf: (path) => path.replace(/^((?:.*?\/)??)deploy\//, "$1revert/") },
	companionsOf: (path) => {
		const group = /^((?:.*?\/)??)deploy\//.exec(path)?.[1];
		return group === void 0 ? [] : [planPath(group)];
	},
	simulate: (tree) => simulateGroups(tree, simulateGroup),
	compareTrees: (before, after) => groupsOf(after).flatMap((group) => comparePlans(group, before, after)),
	read: ({ text }) => readScript(text)
};
function planPath(group) {
	return `${group}sqitch.plan`;
}
function simulateGroup(group, tree) {
	const path = planPath(group);
	const files = tree.running.filter((file) => file.group === group);
	const plan = readPlan(tree.textOf(path));
	if (plan.kind === "unreadable") return {
		order: files,
		refused: [{
			path,
			reason: plan.reason
		}]
	};
	const byName = new Map(files.map((file) => [changeOf(file), file]));
	const found = plan.changes.map((change) => ({
		change,
		file: fileOf(change, byName)
	}));
	const order = found.flatMap(({ file }) => file ?? []);
	const listed = new Set(order.map((file) => file.path));
	return {
		order,
		refused: [...files.filter((file) => !listed.has(file.path)).map(unlisted), ...found.filter(({ file }) => file === void 0).map(({ change }) => missing(path, change))]
	};
}
/** A change that was reworked later is deployed from `<change>@<tag>.sql`. */
function fileOf({ name, tags }, byName) {
	return (tags === void 0 ? [name] : tags.map((tag) => `${name}@${tag}`)).map((candidate) => byName.get(candidate)).find((file) => file !== void 0);
}
function changeOf({ path, group }) {
	return path.slice(`${group}deploy/`.length, -4);
}
function unlisted({ path }) {
	return {
		path,
		reason: "sqitch.plan does not name it, so Sqitch would never deploy it. Add it with sqitch add."
	};
}
function missing(path, { name }) {
	return {
		path,
		reason: `Its change ${JSON.stringify(name)} has no governed deploy script: Sqitch would stop there, or run what nobody reviewed. Add the script or remove the change.`
	};
}
function comparePlans(group, before, after) {
	const path = planPath(group);
	const old = readPlan(before.textOf(path));
	const now = readPlan(after.textOf(path));
	if (old.kind === "unreadable" || now.kind === "unreadable") return [];
	const touched = old.changes.find((change, index) => change.line !== now.changes[index]?.line);
	if (touched === void 0) return [];
	return [{
		path,
		reason: `Its change ${JSON.stringify(touched.name)} stands on the target branch already, and was changed, moved or removed: Sqitch knows what it deployed by exactly these lines. Put it back and add new changes at the end.`
	}];
}
/** psql replaces `:name`, `:'name'` and `:"name"` outside of quoted texts before it sends anything. */
function readScript(text) {
	let colon = -1;
	for (const { kind, start, end } of tokensOf(text)) {
		if (start === colon + 1 && colon !== -1 && (kind === "word" || kind === "quoted")) return {
			kind: "refused",
			reason: variableReason(text.slice(colon, end))
		};
		colon = kind === "punctuation" && text[start] === ":" ? start : -1;
	}
	return {
		kind: "parts",
		parts: [partOf(linesOf(text), () => true, "per-statement")]
	};
}
function variableReason(variable) {
	return `It holds ${JSON.stringify(variable.slice(0, 60))}, which psql replaces by a variable that is set where it runs: nobody can say what that is. Write the value itself.`;
}
/** sqlx (Rust): `N_name.sql`, or a pair of `.up.sql` and `.down.sql`. */
const sqlx = {
	name: "sqlx",
	tool: "sqlx",
	files: "`N_name.sql`, or `N_name.up.sql` beside `N_name.down.sql`",
	unit: "the file, or the up file",
	order: "the number",
	refuses: "equal numbers; other names",
	transaction: "per-file",
	outside: "Begin the file with -- no-transaction, and let it hold that statement alone",
	signs: [{
		weight: 2,
		in: "text",
		pattern: /^-- no-transaction/
	}],
	record: {
		checksumsOf: checksumsOf("sha384"),
		edited: "sqlx refuses to run anything while a file is not what it ran."
	},
	down: downBesideUp,
	roleOf: (path) => {
		const { directory, name } = splitPath(path);
		const version = /^(\d+)_.*\.sql$/.exec(name)?.[1];
		if (version === void 0) return {
			kind: "unexpected",
			reason: "It is not named N_name.sql."
		};
		if (name.endsWith(".down.sql")) return { kind: "reverts" };
		return {
			kind: "runs",
			version,
			group: directory
		};
	},
	read: ({ text }) => {
		const outside = text.startsWith("-- no-transaction");
		const keeps = ({ number }) => !outside || number > 1;
		const transaction = outside ? "per-message" : "per-file";
		return {
			kind: "parts",
			parts: [partOf(linesOf(text), keeps, transaction)]
		};
	}
};
/** The Supabase CLI: `supabase/migrations/<stamp>_name.sql`, by the order in which it lists them. */
const supabase = {
	name: "supabase",
	tool: "the Supabase CLI",
	files: "`<digits>_name.sql`, all in one directory",
	unit: "the file",
	order: "the file names as texts",
	refuses: "equal stamps; a stamp below one of the target branch; names that the CLI skips, such as an old `<stamp>_init.sql` in first place",
	transaction: "per-message",
	late: "supabase db push refuses a stamp that is older than the newest one that ran. Give it a newer stamp.",
	compare: compareText,
	signs: [{
		weight: 3,
		in: "path",
		pattern: /(?:^|\/)supabase\/migrations\/\d+_[^/]*\.sql$/
	}],
	roleOf: (path) => {
		const { directory, name } = splitPath(path);
		const version = /^(\d+)_.*\.sql$/.exec(name)?.[1];
		if (version !== void 0) return {
			kind: "runs",
			version,
			group: directory
		};
		return {
			kind: "unexpected",
			reason: "The Supabase CLI skips every name other than <digits>_name.sql."
		};
	},
	simulate: (tree) => ({
		order: tree.running.filter(({ path }) => path !== skipped(tree)?.path),
		refused: [skipped(tree)].filter((refusal) => refusal !== void 0)
	})
};
/** For the sake of its first versions, which made such a file themselves. */
function skipped({ running }) {
	const path = running[0]?.path;
	const stamp = /(?:^|\/)(\d{14})_init\.sql$/.exec(path ?? "")?.[1];
	if (path === void 0 || stamp === void 0 || stamp >= "20211209000000") return void 0;
	return {
		path,
		reason: "The Supabase CLI skips a first file named <stamp>_init.sql that is older than December 2021: it would never run. Choose another name."
	};
}
/** `N_name.up.sql` beside `N_name.down.sql` (golang-migrate), or `N_name/up.sql` beside `down.sql` (Diesel). */
const upDown = {
	name: "up-down",
	tool: "a tool with pairs of files",
	files: "`N_name.up.sql` beside `N_name.down.sql`, or `N_name/up.sql` beside `down.sql`",
	unit: "the up half",
	order: "natural order of the paths",
	refuses: "equal versions in one directory; files outside of a pair",
	down: { pathOf: (path) => {
		const { directory, name } = splitPath(path);
		return name === "up.sql" ? `${directory}down.sql` : downBesideUp.pathOf(path);
	} },
	roleOf: (path) => {
		const { directory, name } = splitPath(path);
		return pairOfFiles(directory, name) ?? pairInDirectory(directory, name) ?? unexpected;
	}
};
const unexpected = {
	kind: "unexpected",
	reason: "It is named neither N_name.up.sql nor N_name/up.sql, nor like their down halves."
};
function pairOfFiles(directory, name) {
	const [, version, half] = /^(\d+)_.*\.(up|down)\.sql$/.exec(name) ?? [];
	if (version === void 0) return void 0;
	return half === "down" ? { kind: "reverts" } : {
		kind: "runs",
		version,
		group: directory
	};
}
function pairInDirectory(directory, name) {
	const [, group, stamp] = /^((?:.*\/)?)([\d-]*\d[\d-]*)_[^/]*\/$/.exec(directory) ?? [];
	if (group === void 0 || stamp === void 0) return void 0;
	if (name === "down.sql") return { kind: "reverts" };
	return name === "up.sql" ? {
		kind: "runs",
		version: stamp.replaceAll("-", ""),
		group
	} : void 0;
}
/** Every layout that a policy can name. */
const layouts = [
	plain,
	upDown,
	prisma,
	drizzle,
	drizzleFolders,
	supabase,
	flyway,
	golangMigrate,
	goose,
	dbmate,
	sqitch,
	nodePgMigrate,
	knex,
	diesel,
	sqlx,
	liquibase,
	graphileMigrate,
	atlas,
	rails,
	bytebase
];
export { compareNaturally as n, withoutLeadingZeros as r, layouts as t };

import { t as parseCommitSha } from "./change-BCfSmddC.js";
import { t as SluiceError } from "./errors-avTrn9RY.js";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve as resolve$1 } from "node:path";
import { spawn } from "node:child_process";
import { once } from "node:events";
/** The output of `git diff-tree -r -z -M --raw`. Submodules and links keep their kind. */
function parseChangedFiles(output) {
	const fields = splitFields(output);
	const files = [];
	for (let index = 0; index < fields.length;) {
		const length = /^:[^ ]+ [^ ]+ [^ ]+ [^ ]+ R/.test(fields[index] ?? "") ? 3 : 2;
		files.push(toChangedFile(fields.slice(index, index + length)));
		index += length;
	}
	return files.toSorted(byPath);
}
/** A commit object as `git cat-file commit` prints it. */
function parseCommit(commit, text) {
	const end = text.indexOf("\n\n");
	const header = (end < 0 ? text : text.slice(0, end)).split("\n");
	const values = (key) => header.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1));
	return {
		commit,
		parents: values("parent").map(toCommit),
		authorEmail: toEmail(values("author")[0]),
		committerEmail: toEmail(values("committer")[0]),
		message: end < 0 ? "" : text.slice(end + 2)
	};
}
/** Throws SluiceError host/git for anything that is no full object name. */
function toCommit(text) {
	const commit = parseCommitSha(text);
	if (commit === void 0) throw new SluiceError("host/git", "Git named a commit in a form that is not an object name. Which commit is meant is not certain, so nothing is allowed. Use a released version of git.");
	return commit;
}
/** `Name <e-mail> seconds zone`; whoever wrote the commit chose it. */
function toEmail(signature) {
	return /<([^<>]*)> -?\d+ [+-]\d+$/.exec(signature ?? "")?.[1] ?? "";
}
/** The output of `git ls-tree -r -z -l`. */
function parseTree(output) {
	return splitFields(output).map(toTreeEntry).toSorted(byPath);
}
/** The output of `git check-attr -z`: `name=value`, `name` when set, `-name` when unset. */
function parseAttributes(output, paths) {
	const found = new Map(paths.map((path) => [path, []]));
	const fields = splitFields(output);
	for (let index = 0; index < fields.length; index += 3) {
		const [path, name, value] = fields.slice(index, index + 3);
		if (path === void 0 || name === void 0 || value === void 0) throw unreadable();
		found.set(path, [...found.get(path) ?? [], toAttribute(name, value)]);
	}
	return found;
}
function toAttribute(name, value) {
	if (value === "set") return name;
	return value === "unset" ? `-${name}` : `${name}=${value}`;
}
function toChangedFile([raw = "", first, second]) {
	const [, oldMode, newMode, blob, letter] = /^:(\d{6}) (\d{6}) [0-9a-f]+ ([0-9a-f]+) ([AMDTR])\d*$/.exec(raw) ?? [];
	const previousPath = required(first);
	if (letter === "D") return {
		path: previousPath,
		status: "removed",
		entry: toEntryKind(required(oldMode))
	};
	const content = {
		entry: toEntryKind(required(newMode)),
		blob: required(blob)
	};
	if (letter === "R") return {
		path: required(second),
		status: "renamed",
		previousPath,
		...content
	};
	return {
		path: previousPath,
		status: letter === "A" ? "added" : "modified",
		...content
	};
}
function required(field) {
	if (field === void 0) throw unreadable();
	return field;
}
function toTreeEntry(field) {
	const [, mode, blob, size, path] = /^(\d{6}) [a-z]+ ([0-9a-f]+) +(\d+|-)\t([^]+)$/.exec(field) ?? [];
	if (mode === void 0 || blob === void 0 || path === void 0) throw unreadable();
	return {
		path,
		entry: toEntryKind(mode),
		blob,
		size: size === "-" ? 0 : Number(size)
	};
}
function toEntryKind(mode) {
	switch (mode) {
		case "100644":
		case "100664": return "file";
		case "100755": return "executable";
		case "120000": return "symbolic-link";
		case "160000": return "submodule";
		default: throw unreadable();
	}
}
/** No file system takes a longer one; patterns are matched in the square of a hostile name's length. */
const longestName = 4096;
function splitFields(output) {
	const fields = decode(output).split("\0").slice(0, -1);
	if (fields.every((field) => field.length <= longestName)) return fields;
	throw new SluiceError("host/git", `The repository holds a file name of more than ${longestName} characters. No machine could check it out, and nobody would read it, so nothing is allowed. Rename the file.`);
}
/** Git does not say how names are encoded: one that is no UTF-8 cannot be told from another. */
function decode(output) {
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(output);
	} catch (cause) {
		throw new SluiceError("host/git", "The repository holds a file name that is not UTF-8. It cannot be told from others, so nobody knows whether it is governed, and nothing is allowed. Rename the file.", { cause });
	}
}
function byPath(one, other) {
	if (one.path === other.path) return 0;
	return one.path < other.path ? -1 : 1;
}
function unreadable() {
	return new SluiceError("host/git", "Git answered in a form that is not known. What cannot be read cannot be judged, so nothing is allowed. Use a released version of git.");
}
/** No answer of git that we read is larger; more is refused, not cut. */
const longestAnswer = 67108864;
/**
* Runs one git command and gives its output. Nothing of the repository's configuration that starts a
* program is in force, no prompt, no network. Throws SluiceError host/git.
*/
async function runGit(run, parameters) {
	const command = parameters[0] ?? "";
	const child = spawn("git", [
		...hardening,
		"-C",
		run.directory,
		...parameters
	], {
		env: {
			...environmentOf(process.env["PATH"]),
			...run.environment
		},
		stdio: [
			"pipe",
			"pipe",
			"pipe"
		],
		signal: run.signal,
		windowsHide: true
	});
	child.stdin.on("error", () => void 0);
	child.stdin.end(run.input ?? "");
	const complaint = collect(child.stderr, 65536, () => void 0);
	const answer = collect(child.stdout, longestAnswer, () => child.kill("SIGKILL"));
	const code = await exitCodeOf(child, run.signal);
	const { bytes, overflow } = await answer;
	if (overflow) throw new SluiceError("host/git", `The answer of git ${command} is larger than 64 MiB. What is not read could decide, so nothing is allowed. Remove large files from the governed paths, or split the repository.`);
	if (code !== 0) throw failure(command, code, (await complaint).bytes);
	return bytes;
}
const hardening = [
	"--no-pager",
	"--no-replace-objects",
	"--literal-pathspecs",
	...[
		"core.hooksPath=/dev/null",
		"core.fsmonitor=false",
		"core.attributesFile=/dev/null",
		"core.quotePath=false",
		"protocol.allow=never",
		"safe.directory=*"
	].flatMap((setting) => ["-c", setting])
];
/** Nothing of our own environment reaches git: GIT_DIR and its relatives would redirect it. */
function environmentOf(path) {
	return {
		...path === void 0 ? {} : { PATH: path },
		LC_ALL: "C",
		HOME: "/dev/null",
		GIT_CONFIG_NOSYSTEM: "1",
		GIT_CONFIG_GLOBAL: "/dev/null",
		GIT_ATTR_NOSYSTEM: "1",
		GIT_TERMINAL_PROMPT: "0",
		GIT_NO_LAZY_FETCH: "1",
		GIT_ALLOW_PROTOCOL: "none",
		GIT_OPTIONAL_LOCKS: "0",
		GIT_GRAFT_FILE: "/dev/null"
	};
}
async function exitCodeOf(child, signal) {
	try {
		const [code] = await once(child, "close");
		return code;
	} catch (cause) {
		if (signal.aborted) throw new SluiceError("internal/cancelled", "The run was interrupted while git worked. Nothing is allowed by half of an answer. Run it again.", { cause });
		throw new SluiceError("host/git", "Git could not be started. Without it nothing of the change can be read, so nothing is allowed. Install git 2.38 or newer, and see that it is on the PATH.", { cause });
	}
}
async function collect(stream, longest, onOverflow) {
	const chunks = [];
	let size = 0;
	for await (const chunk of stream) {
		const bytes = Buffer.from(chunk);
		size += bytes.length;
		if (size <= longest) chunks.push(bytes);
		else onOverflow();
	}
	return {
		bytes: Buffer.concat(chunks),
		overflow: size > longest
	};
}
function failure(command, code, complaint) {
	return new SluiceError("host/git", `Git ${command} failed. What cannot be read cannot be judged, so nothing is allowed. See that the repository is whole (git fsck) and that git is 2.38 or newer, and run it again.`, {
		cause: new Error(new TextDecoder().decode(complaint)),
		data: {
			command,
			exitCode: String(code)
		}
	});
}
/** What one git hands out at most, unless a single file is larger; run-git.ts takes no more than 64 MiB. */
const batchBytes = 33554432;
/**
* Contents in the order of their names, by few processes: a repository can hold thousands of
* migrations. Throws SluiceError host/git when one of them is no content of this repository.
*/
async function readBlobs(run, names) {
	if (names.length === 0) return [];
	if (names.some((name) => parseCommitSha(name) === void 0)) throw new SluiceError("host/git", "Content can only be read by its full object name. Another name could mean something else later, so nothing is allowed. Report it.");
	const contents = [];
	for (const batch of inBatches(await readSizes(run, names))) {
		const asked = batch.map(({ name }) => name);
		contents.push(...parseContents(await ask(run, "--batch", asked), asked));
	}
	return contents;
}
async function readSizes(run, names) {
	const lines = new TextDecoder().decode(await ask(run, "--batch-check", names)).split("\n");
	return names.map((name, index) => ({
		name,
		size: sizeOf(lines[index] ?? "", name)
	}));
}
function ask(run, how, names) {
	return runGit({
		...run,
		input: names.map((name) => `${name}\n`).join("")
	}, ["cat-file", how]);
}
/** `<name> blob <size>`; git says something else of what it does not have, and of what is no blob. */
function sizeOf(line, wanted) {
	const [name, kind, text = ""] = line.split(" ");
	if (name === wanted && kind === "blob" && /^\d{1,15}$/.test(text)) return Number(text);
	throw new SluiceError("host/git", "The repository does not hold the content of a file. What cannot be read cannot be judged, so nothing is allowed. Fetch the whole repository, without a filter.");
}
function inBatches(blobs) {
	const batches = [];
	let bytes = 0;
	for (const blob of blobs) {
		const last = batches.at(-1);
		const fits = last !== void 0 && bytes + blob.size <= batchBytes;
		bytes = fits ? bytes + blob.size : blob.size;
		if (fits) last.push(blob);
		else batches.push([blob]);
	}
	return batches;
}
/** Each one is a line that says its size, its bytes, and a line feed. */
function parseContents(answer, names) {
	let offset = 0;
	return names.map((name) => {
		const start = answer.indexOf(10, offset) + 1;
		const end = start + sizeOf(new TextDecoder().decode(answer.subarray(offset, Math.max(offset, start - 1))), name);
		offset = end + 1;
		if (offset > answer.length) throw new SluiceError("host/git", "Git handed out less than it announced. Half of a file is not what was reviewed, so nothing is allowed. Run it again, and check the repository with git fsck when it stays.");
		return answer.subarray(start, end);
	});
}
/**
* The tree of a merge that git makes of two commits by itself; undefined when they conflict. It is made
* in a repository of its own, which has the same objects: nothing is written into the one that is read,
* and no merge driver of its configuration runs.
*/
async function mergedTree(run, one, other) {
	const directory = await mkdtemp(join(tmpdir(), "sluice-merge-"));
	const own = {
		...run,
		directory
	};
	try {
		await runGit(own, [
			"init",
			"--quiet",
			"--bare",
			"--template=",
			"."
		]);
		await mkdir(join(directory, "objects", "info"), { recursive: true });
		const objects = await runGit(run, [
			"rev-parse",
			"--git-path",
			"objects"
		]);
		const place = resolve$1(run.directory, new TextDecoder().decode(objects).trimEnd());
		await writeFile(join(directory, "objects", "info", "alternates"), `${place}\n`);
		const tree = await merge(own, one, other);
		if (tree === void 0) return void 0;
		return parseTree(await runGit(own, [
			"ls-tree",
			"-r",
			"-z",
			"-l",
			"--full-tree",
			"--end-of-options",
			tree
		]));
	} finally {
		await rm(directory, {
			recursive: true,
			force: true
		});
	}
}
async function merge(run, one, other) {
	try {
		const answer = await runGit(run, [
			"merge-tree",
			"--write-tree",
			"--no-messages",
			one,
			other
		]);
		return new TextDecoder().decode(answer).trim();
	} catch (failure) {
		if (failure instanceof SluiceError && failure.data["exitCode"] === "1") return void 0;
		throw failure;
	}
}
/** The repository at a directory, read through the git command. Throws SluiceError host/git. */
function openRepository(directory, signal) {
	const run = {
		directory,
		signal
	};
	return {
		resolve: (reference) => resolve(run, reference),
		parents: (commit) => parents(run, commit),
		mergeBase: (one, other) => mergeBase(run, one, other),
		history: (base, head, limit) => history(run, [base, head], limit),
		firstParents: (tip, stop) => firstParents(run, tip, stop),
		changedFiles: async (base, head) => parseChangedFiles(await runGit(run, [
			...differences,
			base,
			head,
			"--"
		])),
		tree: async (commit) => parseTree(await runGit(run, [
			"ls-tree",
			"-r",
			"-z",
			"-l",
			"--full-tree",
			"--end-of-options",
			commit
		])),
		mergedTree: (one, other) => mergedTree(run, one, other),
		blob: (name) => blob(run, name),
		blobs: (names) => readBlobs(run, names),
		attributes: (commit, paths) => attributes(run, commit, paths)
	};
}
const differences = [
	"diff-tree",
	"-r",
	"-z",
	"-M",
	"--raw",
	"--no-abbrev",
	"--no-relative",
	"--ignore-submodules=none",
	"-O/dev/null",
	"--end-of-options"
];
async function resolve(run, reference) {
	if (reference === "" || /\p{Cc}/u.test(reference)) throw new SluiceError("host/git", "The name of a commit is empty or holds control characters. Git could take it for something else, so nothing was read. Give a commit, a branch or a tag.");
	return toCommit(toText(await runGit(run, [
		"rev-parse",
		"--verify",
		"--quiet",
		"--end-of-options",
		`${reference}^{commit}`
	]).catch((cause) => {
		throw cause instanceof SluiceError && cause.code === "internal/cancelled" ? cause : new SluiceError("host/git", "The repository holds no commit of the given name. What would be judged is not there, so nothing is allowed. Fetch it, or give another name.", {
			cause,
			data: { reference }
		});
	})).trim());
}
async function refuseShallow(run) {
	if (toText(await runGit(run, ["rev-parse", "--is-shallow-repository"])).trim() === "false") return;
	throw new SluiceError("host/git", "The repository is shallow. Where the branch left the target cannot be known, so nothing is allowed. Fetch the whole history (fetch-depth: 0).");
}
/** Reads the commit itself: grafts and shallow boundaries change what other commands say. */
async function parents(run, commit) {
	return parseCommit(commit, toText(await runGit(run, [
		"cat-file",
		"commit",
		commit
	]))).parents;
}
async function history(run, [base, head], limit) {
	await refuseShallow(run);
	const range = [
		"--end-of-options",
		head,
		`^${base}`
	];
	const names = toLines(await runGit(run, [
		"rev-list",
		`--max-count=${limit + 1}`,
		...range
	]));
	if (names.length > limit) throw new SluiceError("host/git", `The change has more than ${limit} commits, so who made them cannot be told. Nothing is allowed. Squash them.`);
	const facts = [];
	for (const commit of names.map(toCommit)) facts.push(parseCommit(commit, toText(await runGit(run, [
		"cat-file",
		"commit",
		commit
	]))));
	return facts;
}
async function firstParents(run, tip, stop) {
	await refuseShallow(run);
	return toLines(await runGit(run, [
		"rev-list",
		"--first-parent",
		"--end-of-options",
		...[tip, ...stop === void 0 ? [] : [`^${stop}`]]
	])).map(toCommit);
}
function toLines(bytes) {
	return toText(bytes).split("\n").filter((line) => line !== "");
}
async function mergeBase(run, one, other) {
	await refuseShallow(run);
	return toCommit(toText(await runGit(run, [
		"merge-base",
		"--end-of-options",
		one,
		other
	])).trim());
}
async function blob(run, name) {
	if (parseCommitSha(name) === void 0) throw new SluiceError("host/git", "Content can only be read by its full object name. Another name could mean something else later, so nothing is allowed. Report it.");
	return runGit(run, [
		"cat-file",
		"blob",
		name
	]);
}
/**
* Git's own reading of the .gitattributes files of the commit, through an index of our own: git
* before 2.40 cannot read attributes from a commit, and the work tree is not to be trusted.
*/
async function attributes(run, commit, paths) {
	if (paths.length === 0) return /* @__PURE__ */ new Map();
	const directory = await mkdtemp(join(tmpdir(), "sluice-index-"));
	try {
		const indexed = {
			...run,
			environment: { GIT_INDEX_FILE: join(directory, "index") }
		};
		await runGit(indexed, [
			"read-tree",
			"--end-of-options",
			commit
		]);
		const input = paths.map((path) => `${path}\0`).join("");
		return parseAttributes(await runGit({
			...indexed,
			input
		}, [
			"check-attr",
			"--cached",
			"-z",
			"--stdin",
			"--all"
		]), paths);
	} finally {
		await rm(directory, {
			recursive: true,
			force: true
		});
	}
}
function toText(bytes) {
	return new TextDecoder().decode(bytes);
}
export { runGit as n, toCommit as r, openRepository as t };

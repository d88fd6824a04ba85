import { r as defaultRisk, t as levels } from "./finding-BXX8QpXG.js";
import { a as sealJsonPieces, c as sealWorkflowCommands, h as indexFinder, l as visible, m as lastAnswer, p as mapped } from "./redact-BwiI-7Ds.js";
import { c as policyInWords, r as count } from "./words-CZv-m8tx.js";
import { r as renderCheckJson } from "./render-json-CLtfsbJv.js";
import { n as digestOf } from "./digest-YHUy-tYU.js";
import { i as artifactUri, t as fixesOf } from "./rewrites-Bo0L25KX.js";
import { r as renderCheckText } from "./render-text-DybsWdOB.js";
import { n as codeFirstReason, r as isProgramMigration, t as isDumpName } from "./dump-name-ZIsCTOUs.js";
import { t as rules } from "./rules-DFD3ZQXF.js";
import { t as readScript } from "./read-CgJcaB07.js";
import { i as toReport, t as checkFile } from "./check-scripts-B6TNbcrN.js";
import { i as policyPath, n as maskingPath, r as notPlain, t as largestControlFile } from "./control-paths-KTvHig8A.js";
import { t as decodeUtf8 } from "./decode-BUqwTwow.js";
import { t as SluiceError } from "./errors-avTrn9RY.js";
import { t as writeResult } from "./write-result-C-WtBasZ.js";
import { t as _usingCtx } from "./usingCtx-BdeZztvE.js";
/** Finds the regions of one file; its lines are split once. */
function regionsOf(file) {
	const lines = file.source.text.split(/\r?\n/);
	const indexOf = indexFinder();
	const linesOf = lastAnswer((sql) => sql.trimEnd().split(/\r?\n/));
	return (finding) => {
		const { line, column } = finding.place;
		const text = file.source.text === "" ? void 0 : lines[line - file.source.firstLine];
		if (text === void 0) return {
			startLine: line,
			endLine: line
		};
		const startColumn = indexOf(text, column - 1) + 1;
		const statement = statementAt(file, finding);
		return {
			startLine: line,
			startColumn,
			...statement === void 0 ? {
				endLine: line,
				endColumn: Math.max(text.length + 1, startColumn)
			} : endOf(linesOf(statement.sql), {
				line,
				startColumn
			})
		};
	};
}
/** A finding that stands where its statement begins speaks of all of it. */
function statementAt(file, { place, statement }) {
	const found = file.statements[statement];
	if (found === void 0 || found.kind === "unparsed") return void 0;
	return found.line === place.line && found.column === place.column ? found : void 0;
}
function endOf(lines, { line, startColumn }) {
	const last = lines.at(-1)?.length ?? 0;
	return {
		endLine: line + lines.length - 1,
		endColumn: lines.length === 1 ? startColumn + last : last + 1
	};
}
/** GitHub shows no more than fifty annotations of a job. */
const most = 50;
const names = {
	low: "notice",
	medium: "warning",
	high: "error",
	critical: "error"
};
/** The findings as annotations of a GitHub workflow, the worst first. */
function renderGithub(report) {
	const { files, notices = [] } = report;
	const annotations = files.flatMap(annotationsOf);
	const shown = annotations.toSorted((a, b) => weightOf(b) - weightOf(a)).slice(0, most);
	const left = annotations.length - shown.length;
	const sentence = [
		`${count(files.length, "file")} read, ${count(annotations.length, "finding")}.`,
		...left === 0 ? [] : [`${left} more than the ${most} annotations that GitHub shows.`],
		policyInWords(report, visible),
		...notices.map(visible)
	].join(" ");
	return sealWorkflowCommands(shown.map(({ command }) => command), sentence);
}
/** What is suppressed comes after everything that counts. */
function weightOf({ level, isSuppressed }) {
	return isSuppressed ? -1 : levels.indexOf(level);
}
function annotationsOf(file) {
	const regionOf = regionsOf(file);
	return file.findings.map((finding) => {
		const { startLine, startColumn, endLine, endColumn } = regionOf(finding);
		const columns = startLine === endLine && startColumn !== void 0 && endColumn !== void 0 ? {
			col: startColumn,
			endColumn
		} : {};
		const isSuppressed = finding.suppressed !== void 0;
		const standing = isSuppressed ? "suppressed" : finding.level;
		return {
			level: finding.level,
			isSuppressed,
			command: {
				name: isSuppressed ? "notice" : names[finding.level],
				properties: {
					file: file.path,
					line: startLine,
					endLine,
					...columns,
					title: `Sluice: ${finding.rule} (${standing})`
				},
				message: messageOf(finding)
			}
		};
	});
}
function messageOf({ message, why, instead, suppressed }) {
	const lines = [
		message,
		`Why: ${why}`,
		`Instead: ${instead}`
	];
	if (suppressed !== void 0) lines.push(`Suppressed by the policy until ${suppressed.expires}: ${suppressed.reason}`);
	return lines.map(visible).join("\n");
}
const sarifLevels = {
	low: "note",
	medium: "warning",
	high: "error",
	critical: "error"
};
/** GitHub reads `security-severity` as a CVSS score. */
const severities = {
	low: "2.0",
	medium: "5.0",
	high: "8.0",
	critical: "9.5"
};
/** The findings as a SARIF 2.1.0 log; columns count UTF-16 code units. */
function renderSarif({ files, policy, notices = [] }, rules) {
	const notifications = files.flatMap(notificationsOf);
	return sealJsonPieces({
		$schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		version: "2.1.0",
		runs: [{
			tool: { driver: {
				name: "Sluice",
				rules: rules.map(toDescriptor)
			} },
			automationDetails: { id: "sluice/" },
			invocations: [{
				executionSuccessful: notifications.length === 0,
				toolExecutionNotifications: notifications
			}],
			columnKind: "utf16CodeUnits",
			artifacts: mapped(files, ({ path }) => ({ location: artifactUri(path) })),
			results: resultsOf(files, rules),
			...policy === void 0 ? {} : { properties: {
				policy,
				notices: notices.map(visible)
			} }
		}]
	});
}
function toDescriptor({ id, title, why, instead, invalid, default: standing }) {
	const worst = worstOf(invalid.map(({ level }) => level));
	return {
		id,
		shortDescription: { text: `${title}.` },
		fullDescription: { text: why },
		help: {
			text: `Why: ${why}\nInstead: ${instead}\nMore: docs/rules/${id}.md`,
			markdown: `**Why.** ${why}\n\n**Instead.** ${instead}\n\nMore: \`docs/rules/${id}.md\``
		},
		defaultConfiguration: {
			enabled: standing !== "off",
			level: sarifLevels[worst]
		},
		properties: {
			tags: ["security", "database"],
			"security-severity": severities[worst]
		}
	};
}
function worstOf(some) {
	return levels.toReversed().find((level) => some.includes(level)) ?? "low";
}
function* resultsOf(files, rules) {
	for (const file of files) yield* resultsOfFile(file, rules);
}
function resultsOfFile(file, rules) {
	const regionOf = regionsOf(file);
	const fingerprintOf = fingerprintsOf(file);
	const seen = /* @__PURE__ */ new Map();
	return mapped(file.findings, (finding) => {
		const fingerprint = fingerprintOf(finding);
		const occurrence = (seen.get(fingerprint) ?? 0) + 1;
		seen.set(fingerprint, occurrence);
		const region = regionOf(finding);
		const fixes = fixesOf(finding, file, region);
		return {
			ruleId: finding.rule,
			ruleIndex: rules.findIndex(({ id }) => id === finding.rule),
			level: sarifLevels[finding.level],
			message: { text: visible(finding.message) },
			locations: [{ physicalLocation: {
				artifactLocation: artifactUri(file.path),
				region
			} }],
			...finding.suppressed === void 0 ? {} : { suppressions: [{
				kind: "external",
				status: "accepted",
				justification: visible(finding.suppressed.reason)
			}] },
			partialFingerprints: { primaryLocationLineHash: `${fingerprint}:${occurrence}` },
			...fixes.length === 0 ? {} : { fixes },
			properties: propertiesOf(finding)
		};
	});
}
function propertiesOf(finding) {
	const { level, source, destructive, unknown, denies, instead, counterfactual } = finding;
	return {
		riskLevel: level,
		"security-severity": severities[level],
		source,
		destructive,
		unknown,
		denies,
		instead,
		usesFacts: finding.usesFacts ?? false,
		...counterfactual === void 0 ? {} : { counterfactual }
	};
}
/**
* Names the finding by what it says of which words, so that other statements can move and change.
* Credentials are hidden first: a digest of a short secret can be guessed.
*/
function fingerprintsOf({ path, statements }) {
	const wordsOf = lastAnswer((sql) => {
		const words = visible(sql.replace(/\s+/g, " ").trim());
		return words.length > longest ? digestOf(words) : words;
	});
	return (finding) => {
		const words = wordsOf(statements[finding.statement]?.sql ?? "");
		const text = JSON.stringify([
			finding.rule,
			path,
			finding.message,
			words
		]);
		return digestOf(text).slice(7, 23);
	};
}
const longest = 1e4;
/** A file that could not be read is told apart from one in which nothing was found. */
function notificationsOf(file) {
	const regionOf = regionsOf(file);
	return file.findings.filter(({ rule }) => rule === "unparsed").map((finding) => ({
		level: "error",
		descriptor: { id: finding.rule },
		message: { text: `Nothing is known of this file. ${visible(finding.message)}` },
		locations: [{ physicalLocation: {
			artifactLocation: artifactUri(file.path),
			region: regionOf(finding)
		} }]
	}));
}
/**
* The policy of `--policy`, else that of the repository that one works in; undefined where it has none.
* For a pull request that is the policy of its base, as everywhere: no change brings its own judge. YAML
* and CEL are loaded only when there is one, because a file alone must be checked quickly. Throws
* SluiceError input/policy.
*/
async function findCheckPolicy(given, context) {
	const path = given.options.get("policy");
	const root = await context.files.root();
	if (path !== void 0) return readGiven(path, root, context);
	const branch = context.environment["GITHUB_BASE_REF"] ?? "";
	return branch === "" ? readOwn(root, context) : readOfBranch(branch, root, context);
}
async function readGiven(path, root, context) {
	return toCheckPolicy({
		policy: await readPolicyAt(path, path, context),
		masking: await readOwnMasking(root, context),
		nameOf: (file) => file
	}, {
		path,
		from: "option"
	});
}
async function readOwn(root, context) {
	const file = await findPlain(policyPath, root);
	if (file === void 0) return void 0;
	const policy = await readPolicyAt(file, policyPath, context);
	const masking = await readOwnMasking(root, context);
	const { nameOf } = root;
	return toCheckPolicy({
		policy,
		masking,
		nameOf
	}, {
		path: policyPath,
		from: "work-tree"
	});
}
/** As a review reads it. A clone without the base has nothing to compare with. */
async function readOfBranch(branch, root, context) {
	const { findMasking, findPolicy } = await import("./load-controls-DGiump_u.js");
	const repository = context.openRepository(root.directory);
	const base = await repository.resolve(`refs/remotes/origin/${branch}`).catch((failure) => {
		if (failure instanceof SluiceError && failure.code === "host/git") return void 0;
		throw failure;
	});
	if (base === void 0) return withoutLenience(await readOwn(root, context), branch);
	const policy = await findPolicy(repository, base);
	if (policy === void 0) return void 0;
	const masking = await findMasking(repository, base);
	const used = {
		path: policyPath,
		from: "target-branch"
	};
	return toCheckPolicy({
		policy,
		masking,
		nameOf: root.nameOf
	}, used);
}
function toCheckPolicy(read, used) {
	return {
		...read,
		used: {
			...used,
			digest: read.policy.digest
		},
		notices: []
	};
}
/** The pull request itself may have written what stands in the work tree. */
function withoutLenience(found, branch) {
	if (found === void 0) return void 0;
	const { suppressions: _suppressions, risk, ...policy } = found.policy;
	const levels = risk === void 0 ? {} : { risk: {
		...defaultRisk,
		levels: risk.levels
	} };
	return {
		...found,
		policy: {
			...policy,
			...levels
		},
		notices: [`The clone does not hold the target branch ${branch}, so the policy of the pull request stands in for it: what it suppresses or takes for small does not count. Check out with fetch-depth: 0.`]
	};
}
async function readPolicyAt(path, name, context) {
	const { parsePolicy } = await import("./policy-C9j4126i.js");
	const bytes = await context.files.read(path, largestControlFile);
	return parsePolicy(decodeUtf8(bytes, name, "input/policy"), name);
}
async function readOwnMasking(root, context) {
	const file = await findPlain(maskingPath, root);
	if (file === void 0) return void 0;
	const { parseMasking } = await import("./masking-DH408qf5.js");
	const bytes = await context.files.read(file, largestControlFile);
	return parseMasking(decodeUtf8(bytes, maskingPath, "input/policy"), maskingPath);
}
/** Git would take a link for a link, so it is none of the repository's policy. */
async function findPlain(name, root) {
	const found = await root.find(name);
	if (found === void 0) return void 0;
	if (found.isPlain) return found.path;
	throw notPlain(name);
}
async function readCheckSettings(given, context) {
	const found = await findCheckPolicy(given, context);
	const facts = await findFacts(given, context);
	const settings = found === void 0 ? unruled(facts) : await ruledBy(found, facts, context);
	const failOn = levels.find((level) => level === given.options.get("fail-on"));
	const text = given.options.get("pg");
	const major = text === void 0 ? void 0 : Number(text);
	return {
		...settings,
		failOn,
		postgresOf: (path) => major ?? settings.postgresOf(path)
	};
}
/** Loaded only when they are given: a file alone must be checked quickly. */
async function findFacts(given, context) {
	if (!given.options.has("facts")) return void 0;
	const { readCheckedFacts } = await import("./read-facts-C8QSrWgG.js");
	return readCheckedFacts(given, context);
}
function unruled(facts) {
	return {
		askOwnRules: void 0,
		failOn: void 0,
		maxFileBytesOf: () => void 0,
		postgresOf: () => facts?.major,
		factsOf: () => facts?.ofNoPolicy()
	};
}
async function ruledBy(found, facts, context) {
	const { askOwnRules, databaseOf } = await import("./own-rules-RSrs9s5i.js");
	const { expiredSuppressions, expiryInWords } = await import("./suppress-BNmnZ_J7.js");
	const { policy, nameOf, used } = found;
	const { suppressions = [], risk, switched } = policy;
	const governing = (path) => databaseOf(policy, nameOf(path));
	const factsOf = facts?.of(policy);
	const now = context.clock.now();
	const expired = expiredSuppressions(suppressions, now).map(expiryInWords);
	return {
		askOwnRules: (path, judged) => askOwnRules(policy, nameOf(path), judged),
		failOn: void 0,
		switched,
		risk,
		now,
		used,
		notices: [...found.notices, ...expired],
		maskingOf: (path) => {
			const name = governing(path)?.name;
			return found.masking?.databases.find(({ database }) => database === name);
		},
		suppressionsOf: await suppressionsBy(suppressions, nameOf),
		maxFileBytesOf: (path) => governing(path)?.maxFileBytes,
		postgresOf: (path) => governing(path)?.postgres,
		factsOf: factsOf && ((path) => factsOf(nameOf(path)))
	};
}
/** Those of a file; what is read is named as its reader gave it, and the policy begins at its root. */
async function suppressionsBy(suppressions, nameOf) {
	const { matchesGlob } = await import("./glob-DKraAZWu.js");
	return (path) => suppressions.filter(({ paths }) => paths?.some((pattern) => matchesGlob(pattern, nameOf(path))) ?? true).map(({ paths: _paths, ...everywhere }) => everywhere);
}
/**
* The words of a command. Quotes hold words together; nothing else of a shell is known, so that a
* name with a semicolon in it stays a name.
*/
function wordsOfCommand(command) {
	const words = command.match(/(?:[^\s'"]|'[^']*'|"[^"]*")+/g) ?? [];
	const isOpen = command.replaceAll(/'[^']*'|"[^"]*"/g, "").search(/['"]/) >= 0;
	if (words.length === 0 || isOpen) throw new SluiceError("input/usage", "The command of --from-command is empty, or a quote in it is not closed. Nothing was run. Write a program and its arguments, such as --from-command \"alembic upgrade 1:2 --sql\".");
	return words.map((word) => word.replaceAll(/'([^']*)'|"([^"]*)"/g, "$1$2"));
}
/** The one path in whose place the output is read. */
function renderedPath(positionals, layout) {
	const [path, ...others] = positionals;
	if (path !== void 0 && others.length === 0 && layout === void 0) return path;
	throw new SluiceError("input/usage", "--from-command renders one file and no layout. Nothing was run, because nobody could tell which file the output stands for. Give exactly one path, and leave --layout out.");
}
/** Bounds what is read; the byte gate refuses long before that, and says where. */
const largestFile = 67108864;
/** `sluice check`: what SQL files would do and how risky that is, from their text alone. */
async function check(given, context) {
	const report = await checkFiles(given, context);
	await writeResult(renderReport(report, given, context), given, context);
	return report.decision.kind === "allow" ? 0 : 1;
}
/** What the files would do, and the decision. */
async function checkFiles(given, context) {
	try {
		var _usingCtx$1 = _usingCtx();
		const settings = await readCheckSettings(given, context);
		const parser = _usingCtx$1.a(context.openParser());
		const files = [];
		for await (const file of readFiles(given, settings, {
			context,
			parser
		})) files.push(checkFile(file, settings));
		return toReport(files, settings);
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/** Loads the layouts only when one is asked for: without, every file is read as it stands. */
async function* readFiles(given, { maxFileBytesOf }, { context, parser }) {
	const layout = given.options.get("layout");
	const command = given.options.get("from-command");
	if (command !== void 0) {
		yield await readRendered(command, renderedPath(given.positionals, layout), {
			context,
			parser
		});
		return;
	}
	if (layout !== void 0) {
		const { readLaidOut } = await import("./check-layout-oFvl0OFf.js");
		const tools = {
			context,
			parser,
			maxFileBytesOf
		};
		yield* await readLaidOut(layout, given.positionals, tools);
		return;
	}
	for (const path of await findFiles(given.positionals, context)) {
		const reason = codeFirstReason(path);
		if (reason !== void 0) {
			yield notAnalyzed(path, reason);
			continue;
		}
		const source = {
			id: path,
			path,
			bytes: await context.files.read(path, largestFile),
			firstLine: 1,
			...isDumpName(path) ? { dump: true } : {}
		};
		yield {
			path,
			script: await readScript(source, parser, maxFileBytesOf(path))
		};
	}
}
/** What the user's own command writes, in place of a file that is no SQL. */
async function readRendered(command, path, { context, parser }) {
	const bytes = await context.programs.run(wordsOfCommand(command), context.signal);
	return {
		path,
		script: await readScript({
			id: path,
			path,
			bytes,
			firstLine: 1
		}, parser)
	};
}
async function findFiles(paths, context) {
	const found = await Promise.all(paths.map((path) => findBelow(path, context)));
	return [...new Set(found.flat())];
}
/** A directory is not clean while migrations lie in it that nobody read. */
async function findBelow(path, { files }) {
	const found = await files.sqlFiles(path);
	if (found.length === 1 && found[0] === path) return found;
	return [...found, ...(await files.allFiles(path)).filter(isProgramMigration)];
}
function notAnalyzed(path, reason) {
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
function renderReport(report, given, context) {
	switch (given.options.get("format")) {
		case "json": return renderCheckJson(report);
		case "sarif": return renderSarif(report, rules);
		case "github": return [renderGithub(report)];
		default: return renderCheckText(report, { colour: context.colour && !given.options.has("output") });
	}
}
export { checkFiles as n, check as t };

import { t as levels } from "./finding-B2fSxl_J.js";
import { c as visible, i as sealJson, s as sealWorkflowCommands } from "./redact-grqhbBGI.js";
import { r as count } from "./words-PO5YW6lf.js";
import { r as renderCheckJson } from "./render-json-BkMEG-sC.js";
import { t as digestOf } from "./digest-Crtf6eAX.js";
import { r as renderCheckText } from "./render-text-DXyICveE.js";
import { t as rules } from "./rules-CFAdQrul.js";
import { t as readScript } from "./read-Cl-NOyjy.js";
import { t as checkScripts } from "./check-scripts-DpCIqgwf.js";
import { t as decodeUtf8 } from "./decode-DYFSRfUr.js";
import { t as writeResult } from "./write-result-BDRCXcYe.js";
import { t as _usingCtx } from "./usingCtx-BdeZztvE.js";
/** Finds the regions of one file; its lines are split once. */
function regionsOf(file) {
	const lines = file.source.text.split(/\r?\n/);
	return (finding) => {
		const { line, column } = finding.place;
		const text = file.source.text === "" ? void 0 : lines[line - file.source.firstLine];
		if (text === void 0) return {
			startLine: line,
			endLine: line
		};
		const startColumn = Array.from(text).slice(0, column - 1).join("").length + 1;
		return {
			startLine: line,
			startColumn,
			...endOfStatement(file, finding, startColumn) ?? {
				endLine: line,
				endColumn: Math.max(text.length + 1, startColumn)
			}
		};
	};
}
/** A finding that stands where its statement begins speaks of all of it. */
function endOfStatement(file, { place, statement }, startColumn) {
	const found = file.statements[statement];
	if (found === void 0 || found.kind === "unparsed") return void 0;
	if (found.line !== place.line || found.column !== place.column) return void 0;
	const lines = found.sql.trimEnd().split(/\r?\n/);
	const last = lines.at(-1)?.length ?? 0;
	return {
		endLine: place.line + lines.length - 1,
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
function renderGithub({ files }) {
	const annotations = files.flatMap(annotationsOf);
	const shown = annotations.toSorted((a, b) => levels.indexOf(b.level) - levels.indexOf(a.level)).slice(0, most);
	const left = annotations.length - shown.length;
	const sentence = [`${count(files.length, "file")} read, ${count(annotations.length, "finding")}.`, ...left === 0 ? [] : [`${left} more than the ${most} annotations that GitHub shows.`]].join(" ");
	return sealWorkflowCommands(shown.map(({ command }) => command), sentence);
}
function annotationsOf(file) {
	const regionOf = regionsOf(file);
	return file.findings.map((finding) => {
		const { startLine, startColumn, endLine, endColumn } = regionOf(finding);
		const columns = startLine === endLine && startColumn !== void 0 && endColumn !== void 0 ? {
			col: startColumn,
			endColumn
		} : {};
		return {
			level: finding.level,
			command: {
				name: names[finding.level],
				properties: {
					file: file.path,
					line: startLine,
					endLine,
					...columns,
					title: `Sluice: ${finding.rule} (${finding.level})`
				},
				message: messageOf(finding)
			}
		};
	});
}
function messageOf({ message, why, instead }) {
	return [
		message,
		`Why: ${why}`,
		`Instead: ${instead}`
	].map(visible).join("\n");
}
/** A path as a SARIF artifact location; every character that could mean something else is encoded. */
function artifactUri(path) {
	const uri = path.replace(/^(?:\.\/)+/, "").split("/").map(encodeSegment).join("/");
	return path.startsWith("/") ? { uri: `file://${uri}` } : {
		uri,
		uriBaseId: "%SRCROOT%"
	};
}
/** Half a surrogate pair has no bytes in UTF-8: it becomes U+FFFD, as in every decoder. */
function encodeSegment(segment) {
	const whole = Array.from(segment, (character) => /^[\ud800-\udfff]$/.test(character) ? "�" : character).join("");
	return encodeURIComponent(whole).replace(/[!'()*]/g, toPercent);
}
function toPercent(character) {
	return `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`;
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
function renderSarif({ files }, rules) {
	const notifications = files.flatMap(notificationsOf);
	return sealJson({
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
			artifacts: files.map(({ path }) => ({ location: artifactUri(path) })),
			results: files.flatMap((file) => toResults(file, rules))
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
function toResults(file, rules) {
	const regionOf = regionsOf(file);
	const seen = /* @__PURE__ */ new Map();
	return file.findings.map((finding) => {
		const fingerprint = fingerprintOf(file, finding);
		const occurrence = (seen.get(fingerprint) ?? 0) + 1;
		seen.set(fingerprint, occurrence);
		return {
			ruleId: finding.rule,
			ruleIndex: rules.findIndex(({ id }) => id === finding.rule),
			level: sarifLevels[finding.level],
			message: { text: visible(finding.message) },
			locations: [{ physicalLocation: {
				artifactLocation: artifactUri(file.path),
				region: regionOf(finding)
			} }],
			partialFingerprints: { primaryLocationLineHash: `${fingerprint}:${occurrence}` },
			properties: propertiesOf(finding)
		};
	});
}
function propertiesOf({ level, source, destructive, unknown, denies, instead }) {
	return {
		riskLevel: level,
		"security-severity": severities[level],
		source,
		destructive,
		unknown,
		denies,
		instead
	};
}
/**
* Names the finding by what it says of which words, so that other statements can move and change.
* Credentials are hidden first: a digest of a short secret can be guessed.
*/
function fingerprintOf({ path, statements }, finding) {
	const { sql = "" } = statements[finding.statement] ?? {};
	const words = visible(sql.replace(/\s+/g, " ").trim());
	const text = JSON.stringify([
		finding.rule,
		path,
		finding.message,
		words
	]);
	return digestOf(text).slice(7, 23);
}
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
/** Bounds what is read; the byte gate refuses long before that, and says where. */
const largestFile = 67108864;
const largestPolicy = 1048576;
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
		const policy = await readPolicy(given, context);
		const files = await readFiles(given, context, _usingCtx$1.a(context.openParser()));
		return checkScripts(files, {
			...policy,
			failOn: failOn(given)
		});
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/** Loads YAML and CEL only when a policy is given: a file alone must be checked quickly. */
async function readPolicy(given, context) {
	const path = given.options.get("policy");
	const postgres = major(given);
	if (path === void 0) return {
		askOwnRules: void 0,
		postgresOf: () => postgres
	};
	const bytes = await context.files.read(path, largestPolicy);
	const { parsePolicy } = await import("./policy-DK2M7VU7.js");
	const { askOwnRules, postgresOf } = await import("./own-rules-DXD6PW0V.js");
	const policy = parsePolicy(decodeUtf8(bytes, path, "input/policy"), path);
	return {
		askOwnRules: (file, judged) => askOwnRules(policy, file, judged),
		switched: policy.switched,
		postgresOf: (file) => postgres ?? postgresOf(policy, file)
	};
}
/** Loads the layouts only when one is asked for: without, every file is read as it stands. */
async function readFiles(given, context, parser) {
	const layout = given.options.get("layout");
	if (layout !== void 0) {
		const { readLaidOut } = await import("./check-layout-Du-V7YD2.js");
		return readLaidOut(layout, given.positionals, {
			context,
			parser
		});
	}
	const files = [];
	for (const path of await findFiles(given.positionals, context)) files.push(await readFile(path, context, parser));
	return files;
}
async function findFiles(paths, context) {
	const found = await Promise.all(paths.map((path) => context.files.sqlFiles(path)));
	return [...new Set(found.flat())];
}
async function readFile(path, context, parser) {
	const bytes = await context.files.read(path, largestFile);
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
function failOn(given) {
	return levels.find((level) => level === given.options.get("fail-on"));
}
function major(given) {
	const text = given.options.get("pg");
	return text === void 0 ? void 0 : Number(text);
}
function renderReport(report, given, context) {
	switch (given.options.get("format")) {
		case "json": return renderCheckJson(report);
		case "sarif": return renderSarif(report, rules);
		case "github": return renderGithub(report);
		default: return renderCheckText(report, { colour: context.colour && !given.options.has("output") });
	}
}
export { checkFiles as n, check as t };

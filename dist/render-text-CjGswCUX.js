import { i as sealJson, o as sealTerminal, s as visible } from "./redact-CHYnAN__.js";
import { t as levels } from "./finding-B2fSxl_J.js";
import { n as ownerName } from "./decode-tJ-M-UqA.js";
import { n as objectName, t as lockModes } from "./effect-BknNBniV.js";
/** schemas/check.json */
function renderCheckJson(report) {
	return sealJson({
		version: 1,
		files: report.files.map(toFile),
		assessment: toAssessment(report.assessment),
		decision: report.decision
	});
}
/** schemas/review.json */
function renderReviewJson(report) {
	const { change, evidence, notRehearsed } = report;
	const { pullRequest } = change;
	return sealJson({
		version: 1,
		change: {
			pullRequest: pullRequest.number,
			base: change.base,
			head: change.head,
			author: pullRequest.author,
			...pullRequest.lastPusher === void 0 ? {} : { lastPusher: pullRequest.lastPusher }
		},
		policy: report.policy,
		files: report.files.map(toFile),
		refused: report.refused,
		controlFiles: report.controlFiles,
		owners: report.owners.map(toOwnersRow),
		approvals: report.approvals,
		disregarded: report.disregarded,
		assessment: toAssessment(report.assessment),
		decision: report.decision,
		...evidence === void 0 ? {} : { evidence },
		...notRehearsed === void 0 ? {} : { notRehearsed }
	});
}
/** schemas/owners.json */
function renderOwnersJson(rows) {
	return sealJson(rows.map(toOwnersRow));
}
function renderApplicationJson(application) {
	return sealJson({
		version: 1,
		...application
	});
}
function renderAuditJson(report) {
	return sealJson({
		version: 1,
		intact: report.problems.length === 0,
		...report
	});
}
function toFile(file) {
	return {
		path: file.path,
		statements: file.statements.map(toStatement),
		findings: file.findings.map(toFinding),
		assessment: toAssessment(file.assessment),
		decision: file.decision
	};
}
function toStatement({ line, column, sql, kind, effects }) {
	return {
		line,
		column,
		sql,
		kind,
		effects: effects.map(toEffect)
	};
}
/** The statement says where: the place of the effect within the change is left out. */
function toEffect({ unitId: _unit, statement: _statement, ...effect }) {
	return effect;
}
function toFinding({ rule, level, message, why, instead, place, source, ...marks }) {
	return {
		rule,
		level,
		message,
		line: place.line,
		column: place.column,
		why,
		instead,
		source,
		destructive: marks.destructive,
		unknown: marks.unknown,
		denies: marks.denies
	};
}
function toAssessment({ score, level, destructive, unknown, reasons }) {
	return {
		score,
		level,
		destructive,
		unknown,
		reasons
	};
}
function toOwnersRow({ path, owners, line, reason }) {
	return {
		path,
		owners: owners.map(ownerName),
		line: line ?? null,
		reason
	};
}
/** One effect in words, unescaped: show it before it is printed. */
function effectInWords(effect) {
	switch (effect.kind) {
		case "creates": return `creates ${objectName(effect.object)}`;
		case "drops": return `drops ${objectName(effect.object)}${effect.cascade ? " and what depends on it" : ""}`;
		case "alters": return effect.change === "add-column" ? `adds ${objectName(effect.object)}` : `alters ${objectName(effect.object)}: ${effect.change.replaceAll("-", " ")}`;
		case "truncates": return `truncates ${objectName(effect.object)}`;
		case "writes": return `${effect.verb}s ${rowsWritten(effect.rows, effect.reach)} of ${objectName(effect.object)}`;
		case "locks": return `takes ${effect.mode} on ${objectName(effect.object)}`;
		case "rewrites": return `rewrites ${objectName(effect.object)}`;
		case "scans": return `reads all of ${objectName(effect.object)}`;
		case "builds-index": return `builds index ${effect.index} on ${objectName(effect.object)}`;
		case "grants": return `grants ${effect.privileges.join(", ")} to ${effect.to.join(", ")}`;
		case "revokes": return `revokes ${effect.privileges.join(", ")} from ${effect.from.join(", ")}`;
		case "sets": return `sets ${effect.setting} for the ${effect.scope}`;
		case "calls": return `calls ${effect.name}`;
		case "accesses-server": return `reaches the server's ${effect.how}: ${effect.detail}`;
		case "executes-dynamic": return "executes SQL that is only known at run time";
		case "controls-transaction": return `controls the transaction: ${effect.action}`;
		case "exports": return `exports data: ${effect.detail}`;
		case "unparsed": return `is not understood: ${effect.reason}`;
		case "unknown": return `has unknown effects (${effect.tag}): ${effect.reason}`;
	}
}
function rowsWritten(rows, reach) {
	if (rows !== void 0) return `${rows} row${rows === 1 ? "" : "s"}`;
	return reach === "unbounded" || reach === "tautology" ? "every row" : "rows";
}
function verdictOf(report, show) {
	const verdict = enforcedVerdict(report, show);
	if (report.policy.mode === "enforce") return verdict;
	return {
		headline: `Observed only. ${verdict.headline}`,
		next: `${verdict.next} The policy is in observe mode and blocks nothing.`
	};
}
function enforcedVerdict({ decision, approvals, change }, show) {
	switch (decision.kind) {
		case "allow": {
			const names = approvals.map(({ login }) => show(`@${login}`)).join(", ");
			return {
				headline: `Ready: ${names === "" ? "no approval is needed" : `approved by ${names}`} at ${shortSha(change.head)}.`,
				next: "Next: merge it."
			};
		}
		case "await-approval": return {
			headline: `Waiting: ${count(decision.missing.length, "approval")} missing.`,
			next: `Next: ${decision.missing.map((missing) => `${whoMay(missing, show)} must approve`).join("; ")}.`
		};
		case "deny": return {
			headline: `Blocked: ${show(decision.because[0] ?? "the decision gives no reason")}${moreReasons(decision.because.length)}`,
			next: `Next: ${show(`@${change.pullRequest.author.login}`)} must resolve what is named above; no approval can.`
		};
	}
}
/** Any one of the owners, in words. */
function whoMay({ anyOf }, show) {
	if (anyOf.length === 0) return "a person with write access who did not make the change";
	return anyOf.map((owner) => show(ownerName(owner))).join(" or ");
}
/** `human @carol`, `agent @copilot-swe-agent[bot] for @carol`. */
function actorInWords(actor, show) {
	const people = actor.onBehalfOf.map((login) => show(`@${login}`)).join(", ");
	return `${actor.kind} ${show(`@${actor.login}`)}${people === "" ? "" : ` for ${people}`}`;
}
/** `82 of 100, critical, destructive`. */
function riskInWords({ score, level, destructive, unknown }) {
	const marks = [destructive ? "destructive" : "", unknown ? "partly unknown" : ""];
	return [
		`${score} of 100`,
		level,
		...marks.filter((mark) => mark !== "")
	].join(", ");
}
/** What a file does, in a few sentences: its findings, the worst first, else its effects. */
function fileInWords(file) {
	const messages = unique(file.findings.toSorted((one, other) => levels.indexOf(other.level) - levels.indexOf(one.level)).map(({ message }) => message));
	if (messages.length > 0) return messages;
	const sentences = unique(file.statements.flatMap(({ effects }) => effects.filter(isTelling)).map((effect) => toSentence(effectInWords(effect))));
	return sentences.length > 0 ? sentences : ["Nothing that Sluice knows of."];
}
/** Everything that a rehearsal measured, statement by statement, deferred work included. */
function measured(evidence) {
	return evidence.units.flatMap(({ statements, deferred }) => [...statements, deferred]);
}
/** The strongest lock that was observed, and on what. */
function strongestLock(statements) {
	return statements.flatMap(({ locks }) => locks).reduce((strongest, lock) => strongest === void 0 || lockModes.indexOf(lock.mode) > lockModes.indexOf(strongest.mode) ? lock : strongest, void 0);
}
/** `public.orders: 12 updated, 1 deleted`, unescaped. */
function rowsInWords({ table, inserted, updated, deleted }) {
	const parts = [
		inserted > 0 ? `${inserted} inserted` : "",
		updated > 0 ? `${updated} updated` : "",
		deleted > 0 ? `${deleted} deleted` : ""
	].filter((part) => part !== "");
	return `${table}: ${parts.length === 0 ? "none" : parts.join(", ")}`;
}
function rowsTouched(statements) {
	return statements.flatMap(({ rows }) => rows).reduce((sum, { inserted, updated, deleted }) => sum + inserted + updated + deleted, 0);
}
/** The command of a grammar node: `CREATE TABLE` of `CreateStmt`, `ALTER TABLE` of `AlterTableStmt`. */
function commandInWords(kind) {
	const name = kind.replace(/Stmt$/, "");
	return shortNames[name] ?? name.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toUpperCase();
}
const shortNames = {
	unparsed: "unparsed",
	Create: "CREATE TABLE",
	CreateSeq: "CREATE SEQUENCE",
	CreateTrig: "CREATE TRIGGER",
	Index: "CREATE INDEX",
	View: "CREATE VIEW",
	Rename: "ALTER … RENAME",
	VariableSet: "SET",
	Dropdb: "DROP DATABASE",
	Createdb: "CREATE DATABASE"
};
/** `1 file`, `2 files`. */
function count(number, noun) {
	return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
function shortSha(sha) {
	return sha.slice(0, 7);
}
/** Locks and scans follow from what is done; what was observed and not predicted is a finding. */
function isTelling({ kind, source }) {
	return kind !== "locks" && kind !== "scans" && source === "static";
}
function toSentence(text) {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
function moreReasons(reasons) {
	return reasons > 1 ? ` (and ${count(reasons - 1, "more reason")})` : "";
}
function unique(texts) {
	return [...new Set(texts)];
}
/** `sluice check` for a terminal. */
function renderCheckText(report, options) {
	const paint = painter(options);
	return sealLines([
		...report.files.flatMap((file) => [...fileLines(file, paint), ""]),
		`${count(report.files.length, "file")} read. Risk: ${riskInWords(report.assessment)}.`,
		...decisionLines(report.decision, paint)
	]);
}
/** `sluice review` for a terminal. */
function renderReviewText(report, options) {
	const paint = painter(options);
	const { change, evidence } = report;
	const { headline, next } = verdictOf(report, visible);
	return sealLines([
		paint(decisionColour(report.decision), headline),
		next,
		"",
		`Pull request ${change.pullRequest.number}: ${visible(change.pullRequest.title)}`,
		`Author: ${actorInWords(change.pullRequest.author, visible)}`,
		`Head: ${shortSha(change.head)}, rules from base ${shortSha(change.base)}`,
		`Risk: ${riskInWords(report.assessment)}`,
		"",
		...report.files.flatMap((file) => [
			...fileLines(file, paint),
			...summary(file),
			""
		]),
		...listed("Refused files", report.refused.map(({ path, reason }) => `${visible(path)}: ${visible(reason)}`)),
		...listed("Control files", report.controlFiles.map(visible)),
		...rehearsalLines(evidence, report.notRehearsed),
		...approvalLines(report),
		"Why",
		...reasonLines(report.decision.reason, 1)
	]);
}
/** `sluice owners` for a terminal. */
function renderOwnersText(rows) {
	return sealLines(rows.map(({ path, owners, line, reason }) => {
		const names = owners.map((owner) => visible(ownerName(owner))).join(" ");
		const where = line === void 0 ? "" : `line ${line}: `;
		return `${visible(path)}  ${names === "" ? "nobody" : names}  (${where}${visible(reason)})`;
	}));
}
/** What an apply did, for a terminal. */
function renderApplicationText(application, options) {
	const paint = painter(options);
	const headlines = {
		applied: paint("green", "Applied."),
		"nothing-to-do": "Nothing to do: everything is applied already.",
		refused: paint("red", "Refused: what was not committed was rolled back.")
	};
	return sealLines([`Target ${visible(application.target)}. ${headlines[application.outcome]}`, ...application.units.flatMap(unitLines)]);
}
/** What a verification of the audit records found, for a terminal. */
function renderAuditText(report, options) {
	const paint = painter(options);
	const verdict = report.problems.length === 0 ? paint("green", "The chain is whole.") : paint("red", `The chain is broken: ${count(report.problems.length, "problem")}.`);
	return sealLines([
		`Target ${visible(report.target)}: ${count(report.records, "record")}. ${verdict}`,
		...report.problems.map(({ sequence, problem }) => {
			return `  ${sequence === void 0 ? "" : `record ${sequence}: `}${visible(problem)}`;
		}),
		...report.entries.flatMap(entryLines),
		...report.head === void 0 ? [] : [`Last record: ${report.head}`]
	]);
}
function entryLines(entry) {
	const steered = entry.onBehalfOf.map((login) => ` for @${visible(login)}`).join("");
	const approvers = entry.approvers.map((login) => `@${visible(login)}`).join(", ");
	return [
		`  ${entry.sequence}. ${visible(entry.at)} ${visible(entry.event)} ${visible(entry.unit)}`,
		`     why: pull request ${visible(entry.pullRequest)}, reviewed at ${short(entry.head)}, merged as ${short(entry.commit)}`,
		`     who: ${visible(entry.actor)}${steered}; approved by ${approvers === "" ? "nobody, nobody had to" : approvers}`,
		`     what: ${visible(entry.unitDigest)}, risk ${visible(entry.risk)}`,
		...entry.rows.map((rows) => `     effect: ${visible(rows)}`),
		`     judged by policy ${visible(entry.policy)}`,
		`     rehearsed as evidence ${visible(entry.evidence)}`
	];
}
function short(commit) {
	return visible(commit.slice(0, 12));
}
const codes = {
	red: 31,
	green: 32,
	yellow: 33,
	plain: 0
};
function painter({ colour }) {
	return (name, text) => colour && name !== "plain" ? `\u001B[${codes[name]}m${text}\u001B[39m` : text;
}
function levelColour(level) {
	if (level === "low") return "plain";
	return level === "medium" ? "yellow" : "red";
}
function decisionColour({ kind }) {
	if (kind === "allow") return "green";
	return kind === "deny" ? "red" : "yellow";
}
function fileLines(file, paint) {
	return [`${visible(file.path)}: ${count(file.statements.length, "statement")}, risk ${riskInWords(file.assessment)}`, ...file.findings.flatMap((finding) => findingLines(finding, paint))];
}
function findingLines(finding, paint) {
	const { line, column } = finding.place;
	const observed = finding.source === "observed" ? " (observed)" : "";
	return [
		`  ${line}:${column} ${paint(levelColour(finding.level), finding.level)} ${visible(finding.message)}${observed}  [${finding.rule}]`,
		`      Why: ${visible(finding.why)}`,
		`      Instead: ${visible(finding.instead)}`
	];
}
/** Without findings, the effects tell what the file does. */
function summary(file) {
	return file.findings.length > 0 ? [] : fileInWords(file).map((text) => `  ${visible(text)}`);
}
function decisionLines(decision, paint) {
	const headline = {
		allow: "Allowed.",
		"await-approval": "Waiting for approval.",
		deny: "Denied."
	}[decision.kind];
	return [
		paint(decisionColour(decision), headline),
		...decision.kind === "deny" ? decision.because.map((text) => `  ${visible(text)}`) : [],
		...decision.kind === "await-approval" ? decision.missing.map((missing) => `  ${whoMay(missing, visible)} must approve.`) : []
	];
}
function rehearsalLines(evidence, why) {
	if (evidence === void 0) return [
		"Rehearsal",
		`  Not rehearsed. ${visible(why ?? "")}`.trimEnd(),
		""
	];
	const statements = measured(evidence);
	const lock = strongestLock(statements);
	const { shadow, outcome } = evidence;
	return [
		"Rehearsal",
		`  On ${visible(shadow.provider)}, PostgreSQL ${Math.floor(shadow.serverVersion / 1e4)}; ${count(shadow.copiedRows, "masked row")} copied, ${count(shadow.maskedColumns.length, "column")} masked.`,
		...outcome.kind === "failed" ? [`  Failed in ${visible(outcome.failure.unitId)}: ${visible(outcome.failure.message)}`] : [],
		`  Strongest lock: ${lock === void 0 ? "none" : `${lock.mode} on ${visible(lock.relation)}`}`,
		...statements.flatMap(({ rows }) => rows).map((rows) => `  ${visible(rowsInWords(rows))}`),
		""
	];
}
function approvalLines({ decision, approvals, disregarded }) {
	const missing = decision.kind === "await-approval" ? decision.missing : [];
	return listed("Approvals", [
		...approvals.map(({ login, commit }) => `@${visible(login)} approved at ${shortSha(commit)}`),
		...missing.map((one) => `missing: ${whoMay(one, visible)} (${visible(one.rule)})`),
		...disregarded.map(({ login, why }) => `@${visible(login)} does not count: ${visible(why)}`)
	]);
}
function reasonLines(reason, depth) {
	return [`${"  ".repeat(depth)}${reason.status}: ${visible(reason.description)} (${visible(reason.rule)})`, ...reason.children.flatMap((child) => reasonLines(child, depth + 1))];
}
function unitLines(unit) {
	const name = `  ${visible(unit.unitId)}:`;
	switch (unit.kind) {
		case "applied": return [`${name} applied, record ${unit.record}`, ...unit.rows.map((rows) => `    ${visible(rowsInWords(rows))}`)];
		case "already-applied": return [`${name} applied before, record ${unit.record}`];
		case "refused": return [`${name} refused`, ...unit.because.map((text) => `    ${visible(text)}`)];
	}
}
function listed(title, lines) {
	return lines.length === 0 ? [] : [
		title,
		...lines.map((line) => `  ${line}`),
		""
	];
}
function sealLines(lines) {
	return sealTerminal(`${lines.join("\n")}\n`);
}
export { renderApplicationJson as _, renderReviewText as a, renderOwnersJson as b, count as c, riskInWords as d, rowsTouched as f, whoMay as g, verdictOf as h, renderOwnersText as i, fileInWords as l, strongestLock as m, renderAuditText as n, actorInWords as o, shortSha as p, renderCheckText as r, commandInWords as s, renderApplicationText as t, measured as u, renderAuditJson as v, renderReviewJson as x, renderCheckJson as y };

import { n as lockModes, r as objectName } from "./rules-CFAdQrul.js";
import { t as levels } from "./finding-B2fSxl_J.js";
import { t as ownerName } from "./owner-Cb1L7vXz.js";
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
/** `human @carol`, `agent @copilot for @carol`, or `an agent steered by @carol` in their own pull request. */
function actorInWords({ kind, login, onBehalfOf }, show) {
	const people = onBehalfOf.map((person) => show(`@${person}`)).join(", ");
	if (onBehalfOf.includes(login)) return `an ${kind} steered by ${people}`;
	return `${kind} ${show(`@${login}`)}${people === "" ? "" : ` for ${people}`}`;
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
/** Why counts of rows say nothing of production, each reason once. */
function doubts(statements) {
	return unique(statements.flatMap(({ doubt }) => doubt === void 0 ? [] : [doubt]));
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
export { fileInWords as a, rowsInWords as c, strongestLock as d, verdictOf as f, doubts as i, rowsTouched as l, commandInWords as n, measured as o, whoMay as p, count as r, riskInWords as s, actorInWords as t, shortSha as u };

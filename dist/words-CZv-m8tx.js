import { n as objectName, t as lockModes } from "./effect-P5EDmj4t.js";
import { t as levels } from "./finding-BXX8QpXG.js";
import { t as ownerName } from "./owner-Cb1L7vXz.js";
import { r as sizeInWords } from "./size-COxIzlrl.js";
/** Characters of one probe that people are shown; JSON has them all. */
const shownProbe = 200;
/** What the apply asks the target because of a doubt, unescaped. */
function probesInWords(probes) {
	if (probes.length === 0) return ["No probe could be written."];
	return probes.map(({ sql, about, kind }) => {
		const line = sql.replaceAll(/\s+/g, " ").trim();
		const short = line.length > shownProbe ? `${line.slice(0, shownProbe)}…` : line;
		return `Before it locks anything, the apply ${kind === "count" ? `counts ${about}` : `looks for ${about}`}: ${short}`;
	});
}
/** What the target answered to the probes of a unit. */
function answerInWords(answer) {
	const of = `statement ${answer.statement + 1}: ${answer.about}`;
	switch (answer.kind) {
		case "counted": return `probe of ${of}: ${answer.rows}`;
		case "clear": return `probe of ${of}: none`;
		case "violated": return `probe of ${of}: found`;
		case "unanswered": return `probe of ${of}: not answered (SQLSTATE ${answer.sqlstate})`;
	}
}
/** One sentence of each impact, unescaped; those that are brief share one per lock mode. */
function impactsInWords(impacts) {
	const brief = impacts.filter(({ estimate }) => estimate.kind === "brief");
	const long = impacts.filter(({ estimate }) => estimate.kind !== "brief");
	const modes = [...new Set(brief.map(({ mode }) => mode))];
	return [...long.map(impactInWords), ...modes.map((mode) => briefInWords(brief.filter((impact) => impact.mode === mode)))];
}
function briefInWords(impacts) {
	const [first] = impacts;
	if (first === void 0) return "";
	const relations = [...new Set(impacts.map(({ relation }) => relation))];
	const longest = Math.max(...impacts.map(({ measuredMs }) => measuredMs));
	return `${first.mode} blocks ${first.blocks} of ${listed(relations)} briefly: nothing that happens meanwhile grows with a table (measured ${inTime(longest)}).`;
}
function listed(names) {
	const last = names.at(-1) ?? "";
	return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
/** `ACCESS EXCLUSIVE blocks reads and writes of public.orders for about 20 s to 80 s …`, unescaped. */
function impactInWords(impact) {
	const { mode, blocks, relation, measuredMs, share, estimate } = impact;
	const measured = `measured ${inTime(measuredMs)}${share === void 0 ? "" : ` at ${inPercent(share)} of the rows`}`;
	const subject = `${mode} blocks ${blocks} of ${relation}`;
	switch (estimate.kind) {
		case "brief": return briefInWords([impact]);
		case "range": return `${subject} for about ${inTime(estimate.lowMs)} to ${inTime(estimate.highMs)} at the target's size (${measured}; ${estimate.assumption}).`;
		case "unknown": return `${subject} until its unit ends (${measured}); for how long on the target nobody can say: ${estimate.because}.`;
	}
}
/** `0.8 s`, `41 s`, `3 min`, `2 h`. */
function inTime(milliseconds) {
	if (milliseconds < 100) return `${Math.max(1, Math.round(milliseconds))} ms`;
	const seconds = milliseconds / 1e3;
	if (seconds < 10) return `${seconds.toFixed(1)} s`;
	if (seconds < 120) return `${Math.round(seconds)} s`;
	return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}
function inPercent(share) {
	const percent = share * 100;
	if (percent > 0 && percent < .01) return "less than 0.01 %";
	return `${percent < 1 ? percent.toFixed(2) : Math.round(percent)} %`;
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
/** Why the counts of one statement say nothing; a shadow without rows is said once, of the whole. */
function doubtInWords({ predictive }) {
	if (predictive?.kind !== "no" || predictive.because === "no-rows") return void 0;
	return predictive.sentence;
}
/** How the schema that was rehearsed on differs from the target's, in sentences, unescaped. */
function driftInWords(drift) {
	if (drift === void 0) return [];
	const said = drift.objects.map(({ object, how }) => driftWords[how](object));
	return drift.more === 0 ? said : [...said, `${drift.more} more objects differ.`];
}
const driftWords = {
	"only-on-target": (object) => `The target has the ${object}; the baseline does not.`,
	"only-on-shadow": (object) => `The baseline has the ${object}; the target does not.`,
	different: (object) => `The ${object} is not the same on the target.`
};
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
/** What helps to weigh a finding, as sentences to be shown. */
function weighed(finding, { factsTakenAt }) {
	const { usesFacts, counterfactual, suppressed, size } = finding;
	const date = factsTakenAt === void 0 ? "" : ` of ${factsTakenAt.slice(0, 10)}`;
	const facts = size === void 0 ? `By the facts${date}.` : sizeInWords(size);
	return [
		...suppressed === void 0 ? [] : [`Suppressed by the policy until ${suppressed.expires}: ${suppressed.reason}`],
		...usesFacts === true ? [facts] : [],
		...counterfactual === void 0 ? [] : [`Otherwise: ${counterfactual}`]
	];
}
const origins = {
	option: "as --policy says",
	"work-tree": "of this repository",
	"target-branch": "of the target branch"
};
/** Which policy a check went by. */
function policyInWords({ policy }, show) {
	if (policy === void 0) return "Policy: none. This repository has no .sluice/policy.yml.";
	const { path, from, digest } = policy;
	return `Policy: ${show(path)}, ${origins[from]} (${digest.slice(0, 19)}).`;
}
/** `+42 data-loss: Drops table users. (drop-table)`, one line a reason of the score. */
function pointsInWords({ reasons }, show) {
	return reasons.map(({ points, axis, description, rule, counterfactual }) => `+${points} ${axis}: ${show(description)} (${rule})${counterfactual === void 0 ? "" : ` Otherwise: ${counterfactual}`}`);
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
/** Whom the locks would make wait and how they could deadlock, in sentences, unescaped. */
function waitsInWords({ impacts = [], deadlocks = [] }) {
	return [...impactsInWords(impacts), ...deadlocks];
}
/** Why counts of rows say nothing of production and what the apply does about it, each once. */
function doubts(statements) {
	return unique(statements.flatMap((statement) => {
		const doubt = doubtInWords(statement);
		return doubt === void 0 ? [] : [[doubt, ...probesInWords(statement.probes ?? [])].join(" ")];
	}));
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
export { whoMay as _, fileInWords as a, answerInWords as b, policyInWords as c, rowsTouched as d, shortSha as f, weighed as g, waitsInWords as h, doubts as i, riskInWords as l, verdictOf as m, commandInWords as n, measured as o, strongestLock as p, count as r, pointsInWords as s, actorInWords as t, rowsInWords as u, doubtInWords as v, probesInWords as x, driftInWords as y };

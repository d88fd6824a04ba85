import { t as ownerName } from "./owner-Cb1L7vXz.js";
import { f as gathered, l as visible, p as mapped, s as sealTerminal, u as visibleExcerpts } from "./redact-BwiI-7Ds.js";
import { _ as whoMay, a as fileInWords, b as answerInWords, c as policyInWords, f as shortSha, g as weighed, h as waitsInWords, i as doubts, l as riskInWords, m as verdictOf, o as measured, p as strongestLock, r as count, s as pointsInWords, t as actorInWords, u as rowsInWords } from "./words-CZv-m8tx.js";
import { i as rowImagesInWords, n as shadowInWords, t as reversalsInWords } from "./rehearsal-words-zUoL0OnL.js";
import { r as rewritesShown } from "./rewrites-Bo0L25KX.js";
const widest = 100;
/**
* Shows the line of a place with a caret under its column, for a terminal with letters of one width.
* Nothing when the text is not known or must not be pointed into. The text is read once for all places.
*/
function excerptsOf(source) {
	const excerptAt = visibleExcerpts(source.text);
	return ({ line, column }) => {
		const excerpt = excerptAt(line - source.firstLine + 1, column);
		if (excerpt === void 0 || excerpt.shown.trim() === "") return [];
		const { left, shown, before } = cut(excerpt.shown, excerpt.before);
		const gutter = `${line} | `;
		return [`${gutter}${left}${shown}`, `${" ".repeat(gutter.length - 2)}| ${" ".repeat(widthOf(`${left}${before}`))}^`];
	};
}
/** What a terminal shows around the caret. */
function cut(shown, before) {
	const characters = Array.from(shown);
	const caret = Array.from(before).length;
	const start = caret < widest / 2 ? 0 : caret - widest / 4;
	const part = characters.slice(start, start + widest).join("");
	const right = characters.length > start + widest ? "…" : "";
	return {
		left: start === 0 ? "" : "…",
		shown: `${part}${right}`,
		before: characters.slice(start, caret).join("")
	};
}
/** Letters that a terminal draws two cells wide. */
const wide = /\p{Emoji_Presentation}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|[\u3001-\u303e\uff01-\uff60\uffe0-\uffe6]/gu;
const narrow = /\p{M}/gu;
/** Cells of a terminal that a text without controls takes. */
function widthOf(text) {
	return Array.from(text.replace(narrow, "")).length + (text.match(wide) ?? []).length;
}
/** One audit record as lines of a terminal. */
function entryLines(entry) {
	return entry.refused === void 0 ? unitLines$1(entry) : refusedLines(entry, entry.refused);
}
function unitLines$1(entry) {
	const steered = entry.onBehalfOf.map((login) => ` for @${visible(login)}`).join("");
	const approvers = entry.approvers.map((login) => `@${visible(login)}`).join(", ");
	return [
		`  ${entry.sequence}. ${visible(entry.at)} ${visible(entry.event)} ${visible(entry.unit)}`,
		`     why: pull request ${visible(entry.pullRequest)}, reviewed at ${short(entry.head)}, merged as ${short(entry.commit)}`,
		`     who: ${visible(entry.actor)}${steered}; approved by ${approvers === "" ? "nobody, nobody had to" : approvers}`,
		`     what: ${visible(entry.unitDigest)}, risk ${visible(entry.risk)}`,
		...entry.rows.map((rows) => `     effect: ${visible(rows)}`),
		`     judged by policy ${visible(entry.policy)}`,
		`     rehearsed as evidence ${visible(entry.evidence)}`,
		...(entry.notGuaranteed ?? []).map((text) => `     not guaranteed: ${visible(text)}`)
	];
}
function refusedLines({ sequence, at, event, pullRequest, commit, policy }, { reason, mergedBy, paths, because }) {
	const how = pullRequest === "?" ? "direct push" : `pull request ${visible(pullRequest)}`;
	const who = mergedBy === "?" ? "" : ` by @${visible(mergedBy)}`;
	return [
		`  ${sequence}. ${visible(at)} ${visible(event)} ${visible(reason)}`,
		`     what: ${how}, merged as ${short(commit)}${who}; nothing of it ran`,
		...paths.map((path) => `     path: ${visible(path)}`),
		...because.map((text) => `     why: ${visible(text)}`),
		`     judged by policy ${visible(policy)}`
	];
}
function short(commit) {
	return visible(commit.slice(0, 12));
}
/** `sluice check` for a terminal. */
function* renderCheckText(report, options) {
	const lines = mapped(checkLines(report, painter(options)), (line) => `${line}\n`);
	for (const piece of gathered(lines)) yield sealTerminal(piece);
}
function* checkLines(report, paint) {
	for (const file of report.files) {
		yield* fileLines(file, paint);
		yield "";
	}
	yield policyInWords(report, visible);
	yield* (report.notices ?? []).map((notice) => `Notice: ${visible(notice)}`);
	yield `${count(report.files.length, "file")} read. Risk: ${riskInWords(report.assessment)}.`;
	yield* decisionLines(report.decision, paint);
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
		...pointsInWords(report.assessment, visible).map((line) => `  ${line}`),
		...(report.notices ?? []).map((notice) => `Notice: ${visible(notice)}`),
		"",
		...report.files.flatMap((file) => [
			...fileLines(file, paint),
			...summary(file),
			""
		]),
		...listed("Refused files", report.refused.map(({ path, reason }) => `${visible(path)}: ${visible(reason)}`)),
		...listed("Control files", report.controlFiles.map(visible)),
		...rehearsalLines(evidence, report.notRehearsed),
		...listed("Who waits", waitsInWords(report).map(visible)),
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
function* fileLines(file, paint) {
	const excerptAt = excerptsOf(file.source);
	const rewriteLines = rewritesShown();
	yield `${visible(file.path)}: ${count(file.statements.length, "statement")}, risk ${riskInWords(file.assessment)}`;
	for (const finding of file.findings) {
		yield* findingLines(finding, excerptAt(finding.place), paint);
		yield* weighed(finding, file).map((text) => `      ${visible(text)}`);
		yield* rewriteLines(finding);
	}
}
function findingLines(finding, excerpt, paint) {
	const { line, column } = finding.place;
	const observed = finding.source === "observed" ? " (observed)" : "";
	return [
		`  ${line}:${column} ${paint(levelColour(finding.level), finding.level)} ${visible(finding.message)}${observed}  [${finding.rule}]`,
		...excerpt.map((text) => `    ${text}`),
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
		...outcome.kind !== "completed" ? [`  ${outcome.kind === "failed" ? "Failed" : "Stopped"} in ${visible(outcome.failure.unitId)}: ${visible(outcome.failure.message)}`] : [],
		`  Strongest lock: ${lock === void 0 ? "none" : `${lock.mode} on ${visible(lock.relation)}`}`,
		...statements.flatMap(({ rows }) => rows).map((rows) => `  ${visible(rowsInWords(rows))}`),
		...doubts(statements).map((doubt) => `  Not predictive: ${visible(doubt)}`),
		...[...shadowInWords(shadow), ...reversalsInWords(evidence.units)].map((sentence) => `  ${visible(sentence)}`),
		...imageLines(evidence),
		""
	];
}
function imageLines({ units }) {
	const lines = units.flatMap(rowImagesInWords);
	return lines.length === 0 ? [] : ["  Rows in the log of the shadow", ...lines.map((line) => `    ${visible(line)}`)];
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
		case "applied": return [
			`${name} applied, record ${unit.record}`,
			...unit.rows.map((rows) => `    ${visible(rowsInWords(rows))}`),
			...(unit.probes ?? []).map((answer) => `    ${visible(answerInWords(answer))}`)
		];
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
export { renderReviewText as a, renderOwnersText as i, renderAuditText as n, renderCheckText as r, renderApplicationText as t };

import { t as ownerName } from "./owner-Cb1L7vXz.js";
import { n as codeSpan, o as sealMarkdown, r as plainText, t as codeBlock } from "./redact-BwiI-7Ds.js";
import { n as shadowInWords, t as reversalsInWords } from "./rehearsal-words-DpxtYqhX.js";
import { _ as whoMay, a as fileInWords, d as rowsTouched, f as shortSha, g as weighed, h as waitsInWords, i as doubts, l as riskInWords, m as verdictOf, n as commandInWords, o as measured, p as strongestLock, r as count, s as pointsInWords, t as actorInWords } from "./words-CZv-m8tx.js";
import { n as rewriteBlocks } from "./rewrites-Bo0L25KX.js";
/** A section of Markdown that is folded away; `title` is safe already, and so is `body`. */
function details(title, body) {
	return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}
function score({ assessment }) {
	const lines = pointsInWords(assessment, (text) => text);
	if (lines.length === 0) return [];
	return [details("How the risk adds up", codeBlock(lines.join("\n"), "text"))];
}
function waits(report) {
	const lines = waitsInWords(report);
	return lines.length === 0 ? [] : [details("Who waits", codeBlock(lines.join("\n"), "text"))];
}
function rehearsed({ evidence }) {
	if (evidence === void 0) return [];
	const lines = [...shadowInWords(evidence.shadow), ...reversalsInWords(evidence.units)];
	return [details("How it was rehearsed", codeBlock(lines.join("\n"), "text"))];
}
/** GitHub takes 65,536 characters; the rest is for the marker and what surrounds the report. */
const longestReport = 6e4;
/** Rows of one table; more is said in one line. */
const longestList = 50;
const show = (text) => codeSpan(text);
/**
* `sluice review` as GitHub Markdown, at most 60,000 characters. Verdict, approvals and identity always
* stay; details go first, then rows of the table.
*/
function renderReviewMarkdown(report) {
	const notices = (report.notices ?? []).map((notice) => `- Notice: ${show(notice)}`);
	const head = [
		...verdict(report),
		"",
		...facts(report),
		"",
		...notices.length === 0 ? [] : [...notices.slice(0, longestList), ""]
	];
	const tail = [
		"",
		...approvals(report),
		"",
		...identity(report)
	];
	const essential = [
		...head,
		...fileTable(report, longestList),
		...tail
	].join("\n");
	if (essential.length > longestReport) return sealMarkdown([
		...head,
		...fileTable(report, 0),
		...tail
	].join("\n").slice(0, longestReport));
	return sealMarkdown(withDetails(essential, [
		reasons(report),
		...waits(report),
		...score(report),
		...rehearsed(report),
		...report.files.map(fileDetails)
	]));
}
function verdict(report) {
	const { headline, next } = verdictOf(report, show);
	return [
		`### ${headline}`,
		"",
		next
	];
}
function facts(report) {
	const statements = report.evidence === void 0 ? void 0 : measured(report.evidence);
	const lock = statements === void 0 ? void 0 : strongestLock(statements);
	const duration = (statements ?? []).reduce((sum, { durationMs }) => sum + durationMs, 0);
	const notRehearsed = `not rehearsed${report.notRehearsed === void 0 ? "" : `: ${plainText(report.notRehearsed)}`}`;
	return [
		"| Risk | Statements | Strongest lock | Rows touched | Destructive |",
		"|---|---|---|---|---|",
		`| ${[
			riskInWords(report.assessment),
			kinds(report.files),
			statements === void 0 ? notRehearsed : lockInWords(lock, duration),
			statements === void 0 ? "not rehearsed" : rowsInCell(statements),
			report.assessment.destructive ? "yes" : "no"
		].join(" | ")} |`
	];
}
function rowsInCell(statements) {
	const reasons = doubts(statements).slice(0, 3);
	return [String(rowsTouched(statements)), ...reasons.map((doubt) => `not predictive: ${show(doubt)}`)].join("<br>");
}
function lockInWords(lock, durationMs) {
	const time = durationMs === 0 ? "rehearsed" : `rehearsed in ${Math.round(durationMs)} ms`;
	return lock === void 0 ? `none, ${time}` : `${lock.mode} on ${show(lock.relation)}, ${time}`;
}
function kinds(files) {
	const counts = /* @__PURE__ */ new Map();
	for (const statement of files.flatMap(({ statements }) => statements)) {
		const command = commandInWords(statement.kind);
		counts.set(command, (counts.get(command) ?? 0) + 1);
	}
	if (counts.size === 0) return "none";
	return [...counts].map(([command, number]) => `${number} ${show(command)}`).join(", ");
}
function fileTable(report, longest) {
	const rows = [
		...report.files.map((file) => {
			const owners = report.owners.find(({ path }) => path === file.path)?.owners ?? [];
			const sentences = fileInWords(file);
			const does = sentences.slice(0, 5).map(show).join("<br>");
			const more = sentences.length > 5 ? `<br>and ${sentences.length - 5} more` : "";
			return `| ${show(file.path)} | ${does}${more} | ${riskInWords(file.assessment)} | ${owners.map((owner) => show(ownerName(owner))).join(" ") || "nobody"} |`;
		}),
		...report.refused.map(({ path, reason }) => `| ${show(path)} | refused: ${show(reason)} | | |`),
		...report.controlFiles.map((path) => `| ${show(path)} | control file: it changes how changes are judged | | guardians |`)
	];
	if (rows.length === 0) return ["No governed file changes."];
	const left = rows.length - longest;
	return [
		"| File | What it does | Risk | Owners |",
		"|---|---|---|---|",
		...rows.slice(0, longest),
		...left > 0 ? ["", `${count(left, "more file")} not shown here; the JSON report has all.`] : []
	];
}
function approvals(report) {
	const { decision, approvals, disregarded } = report;
	const missing = decision.kind === "await-approval" ? decision.missing : [];
	const lines = [
		...missing.map((one) => `- Missing: ${whoMay(one, show)}${forPaths(one.paths)}. Rule: ${show(one.rule)}.`),
		...unknownTeams(report, missing),
		...approvals.map(({ login, commit }) => `- Approved: ${show(`@${login}`)} at ${shortSha(commit)}.`),
		...disregarded.map(({ login, why }) => `- Does not count: ${show(`@${login}`)}. ${show(why)}`),
		...notEnough(report, missing)
	];
	const left = lines.length - longestList;
	return [
		"**Approvals**",
		"",
		...lines.length === 0 ? ["- None is needed."] : lines.slice(0, longestList),
		...left > 0 ? [`- ${count(left, "more line")} not shown here.`] : []
	];
}
/** Teams that could approve if anybody knew who they are. */
function unknownTeams({ change }, missing) {
	const { teams } = change.pullRequest;
	const names = missing.flatMap(({ anyOf }) => anyOf).filter((owner) => owner.kind === "team" && !teams.has(`${owner.organization}/${owner.slug}`)).map(ownerName);
	return [...new Set(names)].map((name) => `- Not known: who belongs to ${show(name)}. Give the input <code>team-token</code> a token with the permission <code>members: read</code>, or list the team in <code>.sluice/teams.yml</code> on the target branch.`);
}
/** Approvals that count, but come from nobody who was asked. */
function notEnough({ disregarded }, missing) {
	const told = new Set(disregarded.map(({ why }) => why));
	const reasons = missing.flatMap(({ disregarded }) => disregarded.map(({ why }) => why));
	return [...new Set(reasons)].filter((why) => !told.has(why)).map((why) => `- Is not enough: ${show(why)}`);
}
function forPaths(paths) {
	if (paths.length === 0) return "";
	const more = paths.length > 3 ? ` and ${paths.length - 3} more` : "";
	return `, for ${paths.slice(0, 3).map(show).join(", ")}${more}`;
}
function identity({ change, owners, policy }) {
	const { pullRequest } = change;
	const lines = [...new Set(owners.flatMap(({ line }) => line === void 0 ? [] : [line]))];
	const matched = lines.length === 0 ? "no line matched" : `line ${lines.join(", ")}`;
	const codeowners = owners.length === 0 ? "" : `, ${matched}`;
	const pusher = pullRequest.lastPusher;
	return [[
		`Author: ${actorInWords(pullRequest.author, show)}`,
		`last pushed by ${pusher === void 0 ? "somebody unknown" : show(`@${pusher}`)}`,
		`head ${shortSha(change.head)}`,
		`CODEOWNERS at base ${shortSha(change.base)}${codeowners}`,
		`policy ${policy.digest.slice(7, 19)}, mode ${policy.mode}`
	].join(" · ")];
}
function reasons({ decision }) {
	const lines = (reason, depth) => [`${"  ".repeat(depth)}${reason.status}: ${reason.description} (${reason.rule})`, ...reason.children.flatMap((child) => lines(child, depth + 1))];
	return details("Why this decision", codeBlock(lines(decision.reason, 0).join("\n"), "text"));
}
function fileDetails(file) {
	const statements = file.statements.map((statement, index) => {
		return annotated(statement, file.findings.filter((finding) => indexOf(finding, file) === index), file);
	});
	return details(`SQL of ${show(file.path)}`, statements.join("\n\n"));
}
/** What happened after the last statement is shown at the last statement. */
function indexOf({ statement }, { statements }) {
	return Math.min(statement, statements.length - 1);
}
function annotated(statement, findings, file) {
	const remarks = findings.flatMap((finding) => [
		`- ${finding.level}: ${show(finding.message)} (${finding.rule})`,
		`  - Why: ${plainText(finding.why)}`,
		`  - Instead: ${plainText(finding.instead)}`,
		...weighed(finding, file).map((text) => `  - ${plainText(text)}`)
	]);
	return [
		`Line ${statement.line}, ${show(commandInWords(statement.kind))}`,
		"",
		codeBlock(statement.sql, "sql"),
		...remarks.length === 0 ? [] : ["", ...remarks],
		...rewriteBlocks(findings)
	].join("\n");
}
/** Adds whole sections as long as they fit, and says how many did not. */
function withDetails(essential, sections) {
	const room = 59800;
	const { text, dropped } = sections.reduce((report, section) => {
		const longer = `${report.text}\n\n${section}`;
		return longer.length <= room ? {
			...report,
			text: longer
		} : {
			...report,
			dropped: report.dropped + 1
		};
	}, {
		text: essential,
		dropped: 0
	});
	if (dropped === 0) return `${text}\n`;
	return `${text}\n\n${count(dropped, "section")} left out for length; the JSON report has all.\n`;
}
export { renderReviewMarkdown as t };

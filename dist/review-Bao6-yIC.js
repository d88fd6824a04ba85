import { t as SluiceError } from "./errors-DFUB2oUm.js";
import { n as judge, t as judgeInput } from "./judge-input-CbTzLK0I.js";
import { a as renderReviewText, c as count, d as riskInWords, f as rowsTouched, g as whoMay, h as verdictOf, l as fileInWords, m as strongestLock, o as actorInWords, p as shortSha, s as commandInWords, u as measured, x as renderReviewJson } from "./render-text-CjGswCUX.js";
import { n as ownerName } from "./decode-tJ-M-UqA.js";
import { a as sealMarkdown, n as codeSpan, r as plainText, t as codeBlock } from "./redact-CHYnAN__.js";
import { t as loadControls } from "./load-controls-BxBdhAYG.js";
import { i as mergeTrees, n as shadowChoice, r as loadDatabase, t as rehearseAll } from "./rehearse-change-Cv3YV2Qh.js";
import { n as toReviewReport } from "./review-report-B96SC_TE.js";
import { t as writeResult } from "./write-result-BDRCXcYe.js";
import { t as _usingCtx } from "./usingCtx-BdeZztvE.js";
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
	const head = [
		...verdict(report),
		"",
		...facts(report),
		""
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
	return sealMarkdown(withDetails(essential, [reasons(report), ...report.files.map(fileDetails)]));
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
			statements === void 0 ? "not rehearsed" : String(rowsTouched(statements)),
			report.assessment.destructive ? "yes" : "no"
		].join(" | ")} |`
	];
}
function lockInWords(lock, durationMs) {
	const time = `rehearsed in ${Math.round(durationMs)} ms`;
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
function approvals({ decision, approvals, disregarded }) {
	const lines = [
		...(decision.kind === "await-approval" ? decision.missing : []).map((one) => `- Missing: ${whoMay(one, show)}${forPaths(one.paths)}. Rule: ${show(one.rule)}.`),
		...approvals.map(({ login, commit }) => `- Approved: ${show(`@${login}`)} at ${shortSha(commit)}.`),
		...disregarded.map(({ login, why }) => `- Does not count: ${show(`@${login}`)}. ${show(why)}`)
	];
	const left = lines.length - longestList;
	return [
		"**Approvals**",
		"",
		...lines.length === 0 ? ["- None is needed."] : lines.slice(0, longestList),
		...left > 0 ? [`- ${count(left, "more line")} not shown here.`] : []
	];
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
	const statements = file.statements.map((statement) => annotated(file, statement));
	return details(`SQL of ${show(file.path)}`, statements.join("\n\n"));
}
function annotated(file, statement) {
	const remarks = file.findings.filter(({ place }) => place.line === statement.line && place.column === statement.column).flatMap(({ level, message, why, instead, rule }) => [
		`- ${level}: ${show(message)} (${rule})`,
		`  - Why: ${plainText(why)}`,
		`  - Instead: ${plainText(instead)}`
	]);
	return [
		`Line ${statement.line}, ${show(commandInWords(statement.kind))}`,
		"",
		codeBlock(statement.sql, "sql"),
		...remarks.length === 0 ? [] : ["", ...remarks]
	].join("\n");
}
function details(title, body) {
	return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
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
/** `sluice review`: reads the change, judges it, rehearses what is not denied, and judges again. */
async function review(given, context) {
	try {
		var _usingCtx$1 = _usingCtx();
		const repository = context.openRepository(given.options.get("repo") ?? ".");
		const parser = _usingCtx$1.a(context.openParser());
		context.progress.step("Reading the change.");
		const loaded = await loadChange(given, context, {
			repository,
			parser
		});
		const report = await reviewChange(loaded, given, {
			context,
			repository,
			parser
		});
		await writeResult(renderReport(report, given, context), given, context);
		return isOpen(report, loaded.controls.policy) ? 0 : 1;
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
async function loadChange(given, context, tools) {
	const { repository } = tools;
	const pullRequest = await context.openCodeHost(given.options.get("pull-request") ?? "").readPullRequest(context.signal);
	const base = await repository.resolve(given.options.get("base") ?? "");
	const head = await repository.resolve(given.options.get("head") ?? "");
	refuseOtherHead(pullRequest, head);
	const [files, controls, before, ofHead] = await Promise.all([
		repository.mergeBase(base, head).then((fork) => repository.changedFiles(fork, head)),
		loadControls(repository, base),
		repository.tree(base),
		repository.tree(head)
	]);
	const change = {
		pullRequest,
		base,
		head,
		files
	};
	const after = mergeTrees(before, ofHead, files);
	const databases = [];
	for (const database of controls.policy.databases) databases.push(await loadDatabase(database, {
		before,
		after,
		commit: head
	}, tools));
	return {
		change,
		controls,
		databases
	};
}
/** A recorded pull request speaks of one head; its reviews say nothing of another. */
function refuseOtherHead({ head: recorded }, head) {
	if (recorded === void 0 || recorded === head) return;
	throw new SluiceError("input/pull-request", `The pull request was recorded at ${recorded}, but ${head} is to be reviewed, so its reviews may speak of something else. Nothing is allowed. Record it again.`);
}
async function reviewChange(loaded, given, tools) {
	const choice = shadowChoice(given);
	const first = judge(judgeInput(loaded, { rehearsal: choice === "none" ? "skipped" : "pending" }));
	if (first.decision.kind === "deny" || choice === "none" || !hasUnits(loaded)) return toReviewReport(loaded, first, void 0);
	const evidence = await rehearseAll(loaded, {
		...tools,
		choice
	});
	const second = judge(judgeInput(loaded, {
		rehearsal: "done",
		evidence
	}));
	return toReviewReport(loaded, second, evidence);
}
function hasUnits({ databases }) {
	return databases.some(({ units }) => units.length > 0);
}
function renderReport(report, given, context) {
	switch (given.options.get("format")) {
		case "json": return renderReviewJson(report);
		case "markdown": return renderReviewMarkdown(report);
		default: return renderReviewText(report, { colour: context.colour && !given.options.has("output") });
	}
}
/** In observe mode the gate stays open and the report says what would have been asked. */
function isOpen(report, policy) {
	return report.decision.kind === "allow" || policy.mode === "observe";
}
export { review };

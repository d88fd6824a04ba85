import { t as SluiceError } from "./errors-avTrn9RY.js";
import { n as codeSpan, o as sealMarkdown, r as plainText, t as codeBlock } from "./redact-BwiI-7Ds.js";
import { r as usualFileBytes } from "./file-size-CanRbSDa.js";
import { t as lockModes } from "./effect-P5EDmj4t.js";
import { at as mayMean, ot as writtenTable, v as catalogOf } from "./rules-DFD3ZQXF.js";
import { t as ownerName } from "./owner-Cb1L7vXz.js";
import { r as matchesGlob } from "./glob-CgK8Jx70.js";
import { _ as whoMay, a as fileInWords, d as rowsTouched, f as shortSha, g as weighed, h as waitsInWords, i as doubts, l as riskInWords, m as verdictOf, n as commandInWords, o as measured, p as strongestLock, r as count, s as pointsInWords, t as actorInWords } from "./words-CZv-m8tx.js";
import { a as effectsOf } from "./evaluate-8e4mJB2A.js";
import { n as shadowInWords, r as rowImagesInMarkdown, t as reversalsInWords } from "./rehearsal-words-zUoL0OnL.js";
import { n as rewriteBlocks } from "./rewrites-Bo0L25KX.js";
import { t as loadChange } from "./load-change-B23jQf-Y.js";
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
function rowImages({ evidence }) {
	const table = rowImagesInMarkdown(evidence?.units ?? []);
	return table === "" ? [] : [details("Which rows change", table)];
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
		...rowImages(report),
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
/** Comparing grows with the square of both; nobody reviews more in one pull request. */
const mostTransactions = 20;
const mostLocks = 100;
/** What the transactions of the text lock, as far as it tells. `transactionOf` names that of an effect. */
function lockOrders(effects, transactionOf) {
	const orders = /* @__PURE__ */ new Map();
	for (const [position, effect] of effects.entries()) {
		const taken = takenBy(effect);
		if (taken === void 0 || taken.object.createdHere) continue;
		const { object, mode } = taken;
		const name = transactionOf(effect);
		const locks = orders.get(name) ?? /* @__PURE__ */ new Map();
		const table = {
			name: object.name,
			...object.schema === void 0 ? {} : { schema: object.schema }
		};
		const key = JSON.stringify([
			table.schema,
			table.name,
			mode
		]);
		orders.set(name, locks.set(key, locks.get(key) ?? {
			table,
			mode,
			at: position
		}));
	}
	return [...orders].map(([name, locks]) => ({
		name,
		locks: [...locks.values()]
	}));
}
/** The order within a statement that was observed is not known: it was looked at afterwards. */
function takenBy(effect) {
	if (effect.source === "observed") return void 0;
	if (effect.kind === "writes") return {
		object: effect.object,
		mode: "ROW EXCLUSIVE"
	};
	return effect.kind === "locks" ? effect : void 0;
}
/** Whether it waits for one table while it makes others wait for another. */
function locksSeveral({ locks }) {
	const [first, ...others] = locks.filter(isStrong);
	return first !== void 0 && others.some(({ table }) => !mayMean(table, first.table));
}
/** Stronger than what reading and writing rows take. */
function isStrong({ mode }) {
	return lockModes.indexOf(mode) > lockModes.indexOf("ROW EXCLUSIVE");
}
/** Why the orders are too many to look at each pair of them; undefined where they are not. */
function tooMany(orders) {
	if (orders.length > mostTransactions) return `more than ${mostTransactions} transactions that lock tables`;
	return orders.some(({ locks }) => locks.length > mostLocks) ? `a transaction that takes more than ${mostLocks} locks` : void 0;
}
/**
* How a change and others deadlock when they run at once: one holds what the other waits for, and waits
* for what the other holds. The first way of each transaction with each change, in sentences.
*/
function oppositeOrders(own, others) {
	return others.flatMap((other) => own.flatMap((order) => {
		const found = other.orders.map((theirs) => crossing(order, theirs)).find((way) => way !== void 0);
		return found === void 0 ? [] : [inWords(order.name, other.name, found)];
	}));
}
function crossing(own, theirs) {
	const heldByOwn = own.locks.flatMap((lock) => {
		const awaited = theirs.locks.find((other) => isContested(lock, other));
		return awaited === void 0 ? [] : [{
			own: lock,
			theirs: awaited
		}];
	});
	const heldByThem = theirs.locks.flatMap((lock) => {
		const awaited = own.locks.find((other) => isContested(other, lock));
		return awaited === void 0 ? [] : [{
			own: awaited,
			theirs: lock
		}];
	});
	for (const held of heldByOwn) for (const awaited of heldByThem) if (!mayMean(held.own.table, awaited.own.table) && held.own.at < awaited.own.at && awaited.theirs.at < held.theirs.at) return [held, awaited];
}
function isContested(own, theirs) {
	return mayMean(own.table, theirs.table) && isConflict(own.mode, theirs.mode);
}
/** Table 13.2 of the PostgreSQL manual: each mode with the weakest that it conflicts with. */
const weakestConflict = {
	"ACCESS SHARE": "ACCESS EXCLUSIVE",
	"ROW SHARE": "EXCLUSIVE",
	"ROW EXCLUSIVE": "SHARE",
	"SHARE UPDATE EXCLUSIVE": "SHARE UPDATE EXCLUSIVE",
	SHARE: "ROW EXCLUSIVE",
	"SHARE ROW EXCLUSIVE": "ROW EXCLUSIVE",
	EXCLUSIVE: "ROW SHARE",
	"ACCESS EXCLUSIVE": "ACCESS SHARE"
};
function isConflict(one, other) {
	if (one === "SHARE" && other === "SHARE") return false;
	return lockModes.indexOf(other) >= lockModes.indexOf(weakestConflict[one]);
}
function inWords(unit, name, [held, awaited]) {
	const [first, second] = [held.own.table, awaited.own.table].map(writtenTable);
	return `${unit} locks ${first} (${held.own.mode}), then ${second} (${awaited.own.mode}); ${name} locks them the other way round. When both run at once each waits for the other, and PostgreSQL ends one of them. Take the tables in the same order, or give each a file of its own.`;
}
/** A hint is worth no more than this. */
const longestMs = 2e4;
/** Reading takes a few questions to git for each. */
const mostFiles = 200;
/** What the change locks in one transaction of several tables, by its database; empty where nothing could cross. */
function crossableOrders(loaded, effects) {
	const found = loaded.databases.map(({ database, scripts, units }) => {
		const own = new Set(scripts.map(({ unitId }) => unitId));
		const orders = lockOrders(effects.filter(({ unitId }) => own.has(unitId)), transactionsOf(units, loaded.controls.policy));
		return [database.name, orders.filter(locksSeveral)];
	});
	return new Map(found.filter(([, orders]) => orders.length > 0));
}
/**
* How the change could deadlock with others that are under way, in sentences that carry names. The text
* of the others is only read. Whatever is wrong with one of them is not this change's fault: it is
* named as not compared.
*/
async function hintsAgainst({ loaded, orders }, others, tools) {
	if ([...orders.values()].some((own) => tooMany(own) !== void 0)) return ["It takes too many locks for their order to be compared with that of other changes."];
	const begun = tools.clock.ticks();
	const hints = [];
	const notCompared = [];
	for (const other of others) {
		const theirs = tools.clock.ticks() - begun > longestMs ? "reading those before took too long" : await readOrders(other, loaded, tools);
		if (typeof theirs === "string") notCompared.push({
			name: other.name,
			why: theirs
		});
		else hints.push(...hintsOf(other.name, orders, theirs));
	}
	return [...hints, ...notComparedInWords(notCompared)];
}
/** One sentence of all that were not compared for the same reason. */
function notComparedInWords(those) {
	return [...new Set(those.map(({ why }) => why))].map((reason) => {
		return `The order of its locks was not compared with ${those.filter(({ why }) => why === reason).map(({ name }) => name).join(", ")} (${reason}).`;
	});
}
function hintsOf(name, orders, theirs) {
	return [...orders].flatMap(([database, own]) => oppositeOrders(own, [{
		name,
		orders: theirs.get(database) ?? []
	}]));
}
/** The reason, where it cannot be read or is too much to be compared. */
async function readOrders(other, loaded, tools) {
	try {
		return await tooMuch(other, loaded, tools.repository) ?? await ordersOf(other, loaded, tools);
	} catch (failure) {
		if (tools.signal.aborted || !(failure instanceof SluiceError)) throw failure;
		return "cannot be read";
	}
}
async function ordersOf({ head }, { change, controls, facts }, { repository, parser }) {
	const { pullRequest, base } = change;
	const readControls = () => Promise.resolve(controls);
	const all = (await loadChange({
		pullRequest,
		base,
		head
	}, {
		repository,
		parser,
		readControls
	})).databases.map(({ database, scripts, units }) => {
		const { postgres } = database;
		const orders = lockOrders(effectsOf(scripts, catalogOf(facts?.get(database.name)), { postgres }), transactionsOf(units, controls.policy));
		return [database.name, orders.filter(({ locks }) => locks.length > 1)];
	});
	return all.map(([, orders]) => tooMany(orders)).find(Boolean) ?? new Map(all);
}
/** Git tells the sizes before anything is read. */
async function tooMuch({ head }, { change, controls }, repository) {
	const fork = await repository.mergeBase(change.base, head);
	const [files, tree] = await Promise.all([repository.changedFiles(fork, head), repository.tree(head)]);
	const globs = controls.policy.databases.flatMap(({ paths }) => paths);
	const changed = new Set(files.map(({ path }) => path));
	const governed = tree.filter(({ path }) => changed.has(path) && globs.some((glob) => matchesGlob(glob, path)));
	if (governed.length > mostFiles) return `more than ${mostFiles} governed files`;
	return governed.reduce((sum, { size }) => sum + size, 0) > 5242880 ? `more than ${usualFileBytes} bytes in governed files` : void 0;
}
/** Sluice runs every unit in a transaction of its own; other tools do as their layout says. */
function transactionsOf(units, { apply }) {
	const modes = new Map(units.map(({ id, transaction }) => [id, transaction]));
	return ({ unitId, statement }) => {
		const mode = apply === "external" ? modes.get(unitId) : void 0;
		if (mode === "per-run") return "Its run";
		return mode === "per-statement" ? `${unitId}, statement ${statement + 1},` : unitId;
	};
}
export { renderReviewMarkdown as i, hintsAgainst as n, notComparedInWords as r, crossableOrders as t };

import { t as SluiceError } from "./errors-BTJLZQnf.js";
import { n as judge, t as judgeInput } from "./judge-input-DVEvg7HO.js";
import { t as evidenceDigest } from "./evidence-BMmvRJ2e.js";
import { c as visible, i as sealJson, o as sealTerminal } from "./redact-grqhbBGI.js";
import { c as rowsInWords, d as strongestLock } from "./words-PO5YW6lf.js";
import { t as loadChange } from "./load-change-DixCqtpF.js";
import { r as loadControlsOrObserve } from "./load-controls-B5cXrVV4.js";
import { n as shadowChoice, t as rehearseAll } from "./rehearse-change-C30pmjAR.js";
import { t as writeResult } from "./write-result-BDRCXcYe.js";
import { t as _usingCtx } from "./usingCtx-BdeZztvE.js";
/** Columns of the longest bar. */
const chartWidth = 20;
/** `sluice rehearse` for a terminal: what every statement did, and how long it took beside the others. */
function renderRehearsalText(rehearsals) {
	if (rehearsals.size === 0) return sealTerminal("Nothing to rehearse: no governed file changes.\n");
	const lines = [...rehearsals].flatMap(([database, evidence]) => rehearsalLines(database, evidence));
	return sealTerminal(`${lines.join("\n")}\n`);
}
/** schemas/rehearsal.json */
function renderRehearsalJson(rehearsals) {
	return sealJson({
		version: 1,
		rehearsals: [...rehearsals].map(([database, evidence]) => ({
			database,
			digest: evidenceDigest(evidence),
			evidence
		}))
	});
}
function rehearsalLines(database, evidence) {
	const { shadow, units, outcome } = evidence;
	const longest = Math.max(...units.flatMap(observationsOf).map(({ durationMs }) => durationMs), 1);
	const ending = outcome.kind === "completed" ? "It ran to its end." : `It failed in ${visible(outcome.failure.unitId)}, statement ${outcome.failure.statement + 1}: ${visible(outcome.failure.message)}`;
	return [
		`${visible(database)}: rehearsed on PostgreSQL ${toVersion(shadow.serverVersion)}, ${dataInWords(evidence)}.`,
		`  ${visible(shadow.reason)}`,
		"",
		...units.flatMap((unit) => [
			visible(unit.unitId),
			...unit.statements.flatMap((statement) => statementLines(String(statement.statement + 1), statement, longest)),
			...didSomething(unit.deferred) ? statementLines("end", unit.deferred, longest) : [],
			""
		]),
		ending,
		`Evidence ${evidenceDigest(evidence)}`
	];
}
function observationsOf({ statements, deferred }) {
	return [...statements, deferred];
}
function didSomething({ rows, created, dropped, altered, locks }) {
	return [
		rows,
		created,
		dropped,
		altered,
		locks
	].some((part) => part.length > 0);
}
function statementLines(name, statement, longest) {
	const { durationMs, rows, rewrites, truncated, created, dropped, altered } = statement;
	const lock = strongestLock([statement]);
	const bar = "█".repeat(Math.max(1, Math.round(durationMs / longest * chartWidth)));
	const held = lock === void 0 ? "no lock" : `${lock.mode} on ${visible(lock.relation)}`;
	const objects = [
		...dropped.map(({ type, identity }) => `dropped ${type} ${identity}`),
		...altered.map(({ type, identity }) => `altered ${type} ${identity}`),
		...created.map(({ type, identity }) => `created ${type} ${identity}`),
		...(truncated ?? []).map((table) => `emptied ${table}`),
		...rewrites.map((table) => `rewrote ${table}`),
		...rows.map(rowsInWords)
	];
	return [
		`  ${name.padStart(3)}  ${bar.padEnd(chartWidth)}  ${`${Math.round(durationMs)} ms`.padStart(8)}  ${held}`,
		...objects.map((sentence) => `       ${visible(sentence)}`),
		...statement.doubt === void 0 ? [] : [`       not predictive: ${visible(statement.doubt)}`]
	];
}
function dataInWords({ shadow }) {
	return shadow.data === "none" ? "with no rows but those that migrations insert" : `on a masked copy of ${shadow.copiedRows} rows`;
}
/** `server_version_num` 150018 → 15.18 */
function toVersion(number) {
	return `${Math.floor(number / 1e4)}.${number % 1e4}`;
}
/** `sluice rehearse`: runs a change on a shadow and tells what it did there. Decides nothing. */
async function rehearse(given, context) {
	try {
		var _usingCtx$1 = _usingCtx();
		const repository = context.openRepository(given.options.get("repo") ?? ".");
		const parser = _usingCtx$1.a(context.openParser());
		context.progress.step("Reading the change.");
		const tools = {
			repository,
			parser
		};
		const base = await repository.resolve(given.options.get("base") ?? "");
		const head = await repository.resolve(given.options.get("head") ?? "");
		const loaded = await loadChange({
			pullRequest: nobodys,
			base,
			head
		}, {
			...tools,
			readControls: loadControlsOrObserve
		});
		refuseDenied(loaded);
		const choice = shadowChoice(given);
		if (choice === "none") throw nothingToRunOn();
		const evidence = await rehearseAll(loaded, {
			context,
			...tools,
			choice
		});
		const report = given.options.get("format") === "json" ? renderRehearsalJson(evidence) : renderRehearsalText(evidence);
		await writeResult(report, given, context);
		return [...evidence.values()].every(({ outcome }) => outcome.kind === "completed") ? 0 : 1;
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/** Who proposes it does not matter where nobody decides. */
const nobodys = {
	number: 1,
	title: "",
	targetBranch: "",
	author: {
		kind: "human",
		login: "nobody",
		onBehalfOf: []
	},
	reviews: [],
	permissions: /* @__PURE__ */ new Map(),
	teams: /* @__PURE__ */ new Map()
};
/** What a statement denies by its text alone, or a file that cannot be taken, is not run anywhere. */
function refuseDenied(loaded) {
	const refused = loaded.databases.flatMap((part) => part.refused.map(({ path, reason }) => `${path}: ${reason}`));
	const { findings } = judge(judgeInput(loaded, { rehearsal: "pending" }));
	const denied = findings.flatMap(({ denies, message, place }) => denies ? [`${place.path}:${place.line}: ${message}`] : []);
	const [first] = [...refused, ...denied];
	if (first === void 0) return;
	throw new SluiceError("input/governed-file", `${first} It is refused as it stands, so it was not run. Correct it; sluice check tells more.`);
}
function nothingToRunOn() {
	return new SluiceError("input/usage", "A rehearsal needs a shadow database. Nothing was run. Leave --shadow out, or name a provider.");
}
export { rehearse };

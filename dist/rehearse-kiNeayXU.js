import { a as evidenceDigest, o as wasStopped } from "./facts-CMPa7y4B.js";
import { t as SluiceError } from "./errors-avTrn9RY.js";
import { n as judge, t as judgeInput } from "./judge-input-CRrUtrOs.js";
import { n as deadlockHints, t as lockImpacts } from "./lock-impact-C_PGt0Rk.js";
import { h as waitsInWords, p as strongestLock, u as rowsInWords, v as doubtInWords, x as probesInWords } from "./words-CZv-m8tx.js";
import { i as rowImagesInWords, n as shadowInWords, t as reversalsInWords } from "./rehearsal-words-zUoL0OnL.js";
import { i as sealJson, l as visible, s as sealTerminal } from "./redact-BwiI-7Ds.js";
import { t as loadChange } from "./load-change-B23jQf-Y.js";
import { i as loadControlsOrObserve } from "./load-controls-CZBf0R2z.js";
import { n as withFacts } from "./read-facts-CLLD35Wp.js";
import { t as nobodys } from "./nobodys-yVVU1PJg.js";
import { n as largestHeader, r as parseSnapshot, t as mostSnapshotBytes } from "./snapshot-oqArBHw6.js";
import { t as mostFileBytes } from "./file-size-CanRbSDa.js";
import { a as shadowChoice, n as readRowImages, r as rehearseAll } from "./rehearse-change-4qYNmrhc.js";
import { t as writeResult } from "./write-result-C-WtBasZ.js";
import { t as _usingCtx } from "./usingCtx-BdeZztvE.js";
/** Columns of the longest bar. */
const chartWidth = 20;
/** `sluice rehearse` for a terminal: what every statement did, how long it took beside the others, and who would wait. */
function renderRehearsalText(rehearsals, facts = /* @__PURE__ */ new Map()) {
	if (rehearsals.size === 0) return sealTerminal("Nothing to rehearse: no governed file changes.\n");
	const lines = [...rehearsals].flatMap(([database, evidence]) => rehearsalLines(database, evidence, facts.get(database)));
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
function rehearsalLines(database, evidence, facts) {
	const { shadow, units, outcome } = evidence;
	const longest = Math.max(...units.flatMap(observationsOf).map(({ durationMs }) => durationMs), 1);
	const ending = outcome.kind === "completed" ? "It ran to its end." : `${outcome.kind === "failed" ? "It failed" : "It stopped"} in ${visible(outcome.failure.unitId)}, statement ${outcome.failure.statement + 1}: ${visible(outcome.failure.message)}`;
	return [
		`${visible(database)}: rehearsed on PostgreSQL ${toVersion(shadow.serverVersion)}, ${dataInWords(evidence)}.`,
		`  ${visible(shadow.reason)}`,
		...shadowInWords(shadow).map((sentence) => `  ${visible(sentence)}`),
		"",
		...units.flatMap((unit) => [
			visible(unit.unitId),
			...unit.statements.flatMap((statement) => statementLines(String(statement.statement + 1), statement, longest)),
			...didSomething(unit.deferred) ? statementLines("end", unit.deferred, longest) : [],
			...imageLines(unit),
			""
		]),
		...waitLines(evidence, facts),
		...reversalLines(units),
		ending,
		`Evidence ${evidenceDigest(evidence)}`
	];
}
function reversalLines(units) {
	const lines = reversalsInWords(units);
	return lines.length === 0 ? [] : [
		"Down halves",
		...lines.map((line) => `  ${visible(line)}`),
		""
	];
}
function imageLines(unit) {
	const lines = rowImagesInWords(unit);
	return lines.length === 0 ? [] : ["  Rows in the log of the shadow", ...lines.map((line) => `    ${visible(line)}`)];
}
function waitLines(evidence, facts) {
	const impacts = lockImpacts(evidence, facts);
	const lines = waitsInWords({
		impacts,
		deadlocks: deadlockHints(evidence, facts)
	});
	return lines.length === 0 ? [] : [
		"Who waits",
		...lines.map((line) => `  ${visible(line)}`),
		""
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
		...rows.map(rowsInWords),
		...(statement.scans ?? []).map(({ table, rows: read }) => `read all of ${table} under its lock: ${read} rows`),
		...(statement.sequences ?? []).map((sequence) => `moved ${sequence}, which no rollback takes back`),
		...insideInWords(statement.nested ?? [])
	];
	return [
		`  ${name.padStart(3)}  ${bar.padEnd(chartWidth)}  ${`${Math.round(durationMs)} ms`.padStart(8)}  ${held}`,
		...objects.map((sentence) => `       ${visible(sentence)}`),
		...doubtLines(statement)
	];
}
function doubtLines(statement) {
	const doubt = doubtInWords(statement);
	if (doubt === void 0) return [];
	return [`       not predictive: ${visible(doubt)}`, ...probesInWords(statement.probes ?? []).map((probe) => `       ${visible(probe)}`)];
}
/** Characters of one text, and texts of one statement, that people are shown; JSON has them all. */
const shownText = 120;
const shownTexts = 8;
/** What ran inside, but for what only looked. */
function insideInWords(nested) {
	const acting = nested.filter(({ text }) => !/^\s*select\b/i.test(text));
	const shown = acting.slice(0, shownTexts).map(({ text, calls }) => {
		const line = text.replaceAll(/\s+/g, " ").trim();
		const short = line.length > shownText ? `${line.slice(0, shownText)}…` : line;
		return `ran inside${calls === 1 ? "" : `, ${calls} times`}: ${short}`;
	});
	const more = acting.length - shown.length;
	return more === 0 ? shown : [...shown, `ran inside: ${more} more, which --format json lists`];
}
function dataInWords({ shadow }) {
	return shadow.data === "none" ? "with no rows but those that migrations insert" : `on a masked copy of ${shadow.copiedRows} rows${shadow.takenAt === void 0 ? "" : `, a snapshot of ${visible(shadow.takenAt)}`}`;
}
/** `server_version_num` 150018 → 15.18 */
function toVersion(number) {
	return `${Math.floor(number / 1e4)}.${number % 1e4}`;
}
/** `--baseline` and `--snapshot`: either stands for one database only. */
async function readRehearsalFiles(given, { databases }, { files }) {
	const path = given.options.get("baseline");
	const rows = given.options.get("snapshot");
	if (path === void 0 && rows === void 0) return {};
	const touched = databases.filter(({ units }) => units.length > 0);
	if (touched.length > 1) throw ofOneDatabase();
	const snapshot = rows === void 0 ? void 0 : parseSnapshot(await files.read(rows, mostSnapshotBytes + largestHeader));
	if (snapshot !== void 0) refuseOther(snapshot, touched[0]?.database.name);
	return {
		...path === void 0 ? {} : { baseline: {
			path,
			bytes: await files.read(path, mostFileBytes)
		} },
		...snapshot === void 0 ? {} : { snapshots: /* @__PURE__ */ new Map([[snapshot.database, snapshot]]) }
	};
}
function ofOneDatabase() {
	return new SluiceError("input/usage", "The change touches more than one database, and --baseline and --snapshot are of one. Nothing was run. Name a dump for each with databases.<name>.baseline in the policy.");
}
function refuseOther({ database }, expected) {
	if (expected === void 0 || database === expected) return;
	throw new SluiceError("input/usage", `The snapshot is of ${JSON.stringify(database)}, and the change touches ${expected}. Nothing was run. Give a snapshot of that database.`);
}
/** A kept shadow is for a person at a terminal, and for a server of our own. */
function refuseKeeping(choice, { environment }) {
	if (environment["GITHUB_ACTIONS"] === "true") throw new SluiceError("input/usage", "A workflow cannot keep a shadow: nobody could connect to it, and it would outlive the job. Nothing was run. Leave --keep out, or rehearse on your machine.");
	if (choice.startsWith("dsn:")) throw new SluiceError("input/usage", "A shadow on a server by URL is not kept: others use that server. Nothing was run. Leave --keep out, or take another --shadow.");
}
/** On standard error, because the report is all of the output. */
function tellKept({ connect, remove, hours }, { progress }) {
	progress.step(`The shadow is kept for ${hours} hours. Connect: ${connect}`);
	progress.step(`Remove it: ${remove}`);
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
		const known = await loadChange({
			pullRequest: nobodys,
			base,
			head
		}, {
			...tools,
			readControls: loadControlsOrObserve
		});
		const loaded = await withFacts(known, given, context);
		refuseDenied(loaded);
		const choice = shadowChoice(given);
		if (choice === "none") throw nothingToRunOn();
		const pg = given.options.get("pg");
		const major = pg === void 0 ? {} : { major: Number(pg) };
		const images = readRowImages(given, choice);
		const files = await readRehearsalFiles(given, loaded, context);
		const kept = [];
		const keep = given.options.has("keep") ? { onKept: (one) => kept.push(one) } : {};
		if (given.options.has("keep")) refuseKeeping(choice, context);
		const all = {
			context,
			...tools,
			choice,
			...major,
			...files,
			...images,
			...keep
		};
		const evidence = await rehearseAll(loaded, all);
		const report = given.options.get("format") === "json" ? renderRehearsalJson(evidence) : renderRehearsalText(evidence, loaded.facts);
		await writeResult(report, given, context);
		for (const one of kept) tellKept(one, context);
		return exitCodeOf([...evidence.values()]);
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/** A statement that was stopped tells nothing of the change; one that fails does. */
function exitCodeOf(evidence) {
	if (evidence.some(({ outcome }) => wasStopped(outcome))) return 3;
	return evidence.every(({ outcome }) => outcome.kind === "completed") ? 0 : 1;
}
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

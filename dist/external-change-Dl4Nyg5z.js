import { t as SluiceError } from "./errors-avTrn9RY.js";
import { i as sealJson, l as visible, s as sealTerminal } from "./redact-BwiI-7Ds.js";
import { t as _usingCtx } from "./usingCtx-BdeZztvE.js";
import { t as decodeUtf8 } from "./decode-BUqwTwow.js";
import { i as loadSpan, l as walk, o as unitsFor, r as loadMerged } from "./load-merged-CkhXKqlb.js";
import { t as targetName } from "./target-C5xqcRip.js";
import { S as toRecordBody, b as readTargetFacts, g as inOwnTransaction, i as heldUnits, l as pinForKeeper, o as readTargetLedger, p as takeLock, r as findUnstaged, s as toRecordContext, t as nextSteps, x as readTime, y as statementsOf } from "./explain-BiceYl1W.js";
import { c as installLedger, i as readApplied, n as appendUnit, t as appendRecord } from "./ledger-DzEIjMMD.js";
import { t as blobsAt } from "./blobs-gODYAK8Z.js";
import { i as parseStoredEvidence, r as largestEvidence } from "./facts-CMPa7y4B.js";
import { i as verifyClearance, r as clearExternal } from "./clear-3gg4Dy9Q.js";
import { n as judge, t as judgeInput } from "./judge-input-CRrUtrOs.js";
import { t as findEvidence } from "./evidence-file-3kBahINM.js";
import { t as regardDatabase } from "./regard-CSRXZWaK.js";
import { t as findTarget } from "./targets-CF7r8oDN.js";
import { a as shadowChoice, r as rehearseAll } from "./rehearse-change-4qYNmrhc.js";
/** One line a file, digest first as sha256sum writes it; nothing where nothing is pending. */
function renderClearText({ target, pending, because, outcome }) {
	const lines = outcome === "refused" ? [`Target ${visible(target)}. Refused.`, ...because.map((text) => `  ${visible(text)}`)] : pending.map(({ path, digest }) => `${digest}  ${visible(path)}`);
	return sealTerminal(lines.map((line) => `${line}\n`).join(""));
}
/** schemas/clear.json */
function renderClearJson(report) {
	return sealJson({
		version: 1,
		...report
	});
}
/** What was noted of an apply by another tool, for a terminal. */
function renderRecordText({ target, units, outcome }) {
	const lines = units.map((unit) => {
		switch (unit.kind) {
			case "applied": return `  ${visible(unit.unitId)}: recorded, record ${unit.record}`;
			case "already-applied": return `  ${visible(unit.unitId)}: recorded before, record ${unit.record}`;
			case "refused": return unit.because.map((text) => `  ${visible(text)}`).join("\n");
		}
	});
	return sealTerminal([
		`Target ${visible(target)}. ${headlines[outcome]}`,
		...lines,
		""
	].join("\n"));
}
const headlines = {
	applied: "Recorded as applied by another tool; Sluice did not see it run.",
	"nothing-to-do": "Nothing to record: the ledger holds everything already.",
	refused: "Refused: nothing was recorded."
};
/**
* Why the target has to wait: what came before the change since the last that was recorded, is still
* there, and is not in the target's ledger. A tool that runs whatever it finds would run that as well,
* refused or not. What came while nothing was enforced was never asked for.
*/
async function findEarlier(merged, tools) {
	const { repository, found, ledger } = tools;
	const commits = await repository.firstParents(merged.change.base, void 0);
	const recorded = new Set(ledger.map(({ commit }) => commit));
	const since = commits.find((commit) => recorded.has(commit));
	const regard = regardDatabase(repository, found.database.name);
	const steps = await walk({
		repository,
		commits,
		regard
	}, since);
	const now = await blobsAt(repository, merged.commit);
	const because = [];
	for (const step of steps.filter(({ regarded }) => regarded)) {
		const then = await blobsAt(repository, step.commit);
		const left = pathsOf(await loadReadable(step, merged, tools), tools).filter((path) => then.has(path) && then.get(path) === now.get(path));
		because.push(...left.map((path) => whyWait(path, step, found)));
	}
	return because;
}
/** What would run on the target and is not there yet, and what no tool should run. */
function pathsOf({ controls, databases }, { found, ledger }) {
	const part = databases.find(({ database }) => database.name === found.database.name);
	const isMeant = part?.database.targets.some(({ name }) => name === found.target.name) === true;
	if (part === void 0 || !isMeant || controls.policy.mode === "observe") return [];
	const held = heldUnits(ledger, part.units);
	const open = part.units.filter(({ id }) => !held.has(id));
	return [...new Set([...open, ...part.refused].map(({ path }) => path))];
}
async function loadReadable(step, { controls }, tools) {
	try {
		return await loadSpan(step, tools);
	} catch (error) {
		if (!(error instanceof SluiceError) || error.code !== "input/policy") throw error;
		return loadSpan(step, tools, controls);
	}
}
function whyWait(path, { commit }, { target }) {
	return `${path} came before, with ${commit.slice(0, 12)}, and ${targetName(target)} does not hold it: a tool that runs what it finds would run it as well. Clear and record that merge first, or revert it.`;
}
/** What nobody may conclude from such a record. */
const notGuaranteed = [
	"The record did not commit in one transaction with the change: either can exist without the other.",
	"It is not proved that the change ran exactly once, in this order, or at all.",
	"It is not proved that the bytes that ran are the bytes that were approved.",
	"What the change did was not observed, and it was not compared with the rehearsal before it took effect.",
	"When it ran, and by which login, is not known."
];
/**
* Notes that another tool applied the cleared units: a record and a ledger row each, so that they are
* not pending any more. All or none, and once. Throws as execute does.
*/
async function recordExternal(clearance, input, ports) {
	try {
		var _usingCtx$2 = _usingCtx();
		const problems = verifyClearance(clearance, "external");
		if (problems.length > 0) throw new SluiceError("internal/bug", `What was to be recorded is not what was cleared: ${problems.join("; ")}. Nothing was recorded.`);
		const url = await ports.credentials.urlOf(clearance.target.urlVariable);
		const { signal } = ports;
		const keeper = _usingCtx$2.a(await ports.database.connect({
			url,
			applicationName: "sluice record",
			signal
		}));
		await pinForKeeper(keeper, clearance.limits);
		if (await takeLock(keeper, ports) === "busy") return refused(clearance, [busy]);
		await installLedger(keeper);
		return await inOwnTransaction(keeper, () => recordAll({
			clearance,
			input,
			ports,
			keeper
		}));
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}
const busy = "Another run holds the lock of this database, so what the ledger says could change at once. Nothing was recorded. Run the same command again when it has ended.";
async function recordAll(recording) {
	const { clearance, keeper } = recording;
	const target = targetName(clearance.target);
	const rows = await readApplied(keeper, target);
	const because = clearance.units.flatMap((unit) => whyEdited(unit, rows));
	if (because.length > 0) return refused(clearance, because);
	const facts = await readTargetFacts(keeper, clearance.target);
	const context = toRecordContext(clearance, recording.input, facts);
	const units = [];
	for (const unit of clearance.units) {
		const row = rows.find(({ unitId, state }) => unitId === unit.id && state === "done");
		if (row !== void 0) units.push({
			kind: "already-applied",
			unitId: unit.id,
			record: row.recordDigest
		});
		else units.push(await recordOne(recording, unit, context));
	}
	return {
		target,
		units,
		outcome: units.some(({ kind }) => kind === "applied") ? "applied" : "nothing-to-do"
	};
}
/** Why a unit cannot be taken: the ledger holds other bytes under its name. */
function whyEdited({ id, digest }, rows) {
	const other = rows.find((row) => row.unitId === id && row.digest !== digest);
	if (other === void 0) return [];
	return [`The ledger holds ${id} as ${other.digest}, and it is now ${digest}: a file that was applied may not change. Nothing was recorded. Restore the file and put the change into a new one.`];
}
async function recordOne({ clearance, input, ports, keeper }, unit, context) {
	const body = toRecordBody(context, {
		event: "apply.external",
		at: await readTime(keeper),
		atRunner: ports.clock.now(),
		unit: {
			id: unit.id,
			digest: unit.digest,
			statements: statementsOf(scriptOf(unit, input))
		},
		notGuaranteed
	});
	const record = await appendRecord(keeper, body);
	const row = {
		change: clearance.change,
		unitId: unit.id,
		target: context.target.name,
		digest: unit.digest,
		commit: clearance.commit,
		pullRequest: input.pullRequest.number,
		...input.repository === void 0 ? {} : { repository: input.repository },
		state: "done",
		kind: "external"
	};
	await appendUnit(keeper, row, record);
	return {
		kind: "applied",
		unitId: unit.id,
		durationMs: 0,
		attempts: 1,
		rows: [],
		record: record.digest
	};
}
function scriptOf({ id }, { scripts }) {
	return scripts.find(({ unitId }) => unitId === id) ?? { statements: [] };
}
function refused({ target, units }, because) {
	const [first] = units;
	const unitId = first?.id ?? targetName(target);
	return {
		target: targetName(target),
		units: [{
			kind: "refused",
			unitId,
			because
		}],
		outcome: "refused"
	};
}
/** Evaluates everything as an apply would, for a target that another tool applies to. */
async function weighExternal(given, context, load = loadMerged) {
	try {
		var _usingCtx$1 = _usingCtx();
		const repository = context.openRepository(given.options.get("repo") ?? ".");
		const parser = _usingCtx$1.a(context.openParser());
		context.progress.step("Reading the merged change.");
		const merged = await load(given, context, {
			repository,
			parser
		});
		const found = findTarget(merged.controls.policy, given.options.get("target") ?? "");
		const answer = {
			found,
			merged
		};
		const units = unitsFor(merged, found);
		const early = whyNot(merged);
		if (early.length > 0) return {
			...answer,
			kind: "refused",
			because: early
		};
		const ledger = await readTargetLedger(found.target, context);
		const edited = units.flatMap((unit) => whyEdited(unit, ledger));
		const earlier = await findEarlier(merged, {
			repository,
			parser,
			found,
			ledger
		});
		if (edited.length + earlier.length > 0) return {
			...answer,
			kind: "refused",
			because: [...edited, ...earlier]
		};
		const held = heldUnits(ledger, units);
		const pending = units.filter(({ id }) => !held.has(id));
		if (pending.length === 0) return {
			...answer,
			kind: "nothing-pending"
		};
		const unstaged = await findUnstaged(found, units, context);
		if (unstaged.length > 0) return {
			...answer,
			kind: "refused",
			because: unstaged
		};
		const evidence = await readEvidence(given, merged, {
			context,
			repository,
			parser
		});
		return {
			...answer,
			...clearWith(evidence, {
				merged,
				found,
				pending
			})
		};
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
function whyNot(merged) {
	if (merged.controls.policy.apply === "sluice") return ["The policy lets Sluice apply, so no other tool may. Run sluice apply."];
	const { decision } = judge(judgeInput(merged, { rehearsal: "pending" }));
	return nextSteps(decision).map(({ sentence }) => sentence);
}
/** The file that a job before wrote, which whoever passes it vouches for; else a rehearsal here. */
async function readEvidence(given, merged, tools) {
	const path = given.options.get("evidence");
	if (path !== void 0) {
		const bytes = await tools.context.files.read(path, largestEvidence);
		const stored = parseStoredEvidence(decodeUtf8(bytes, path, "input/evidence"));
		return findEvidence(merged, stored.rehearsals);
	}
	const choice = shadowChoice(given);
	return choice === "none" ? /* @__PURE__ */ new Map() : rehearseAll(merged, {
		...tools,
		choice
	});
}
function clearWith(evidence, { merged, found, pending }) {
	const own = evidence.get(found.database.name);
	if (own === void 0) return {
		kind: "refused",
		because: [noEvidence]
	};
	const judgement = judge(judgeInput(merged, {
		rehearsal: "done",
		evidence
	}));
	const { decision } = judgement;
	const { change, commit, controls } = merged;
	const request = {
		decision,
		change,
		commit,
		units: unitsFor(merged, found),
		target: found.target
	};
	const cleared = clearExternal({
		...request,
		policy: controls.policy
	});
	if (cleared.kind === "refused") return cleared;
	return {
		...cleared,
		judged: {
			merged,
			judgement,
			evidence: own
		},
		pending
	};
}
const noEvidence = "No rehearsal of exactly this change on exactly this baseline is at hand, so nobody saw what it does. Pass the evidence file of the job that rehearsed, or leave --evidence and --shadow out.";
export { renderRecordText as a, renderClearText as i, recordExternal as n, renderClearJson as r, weighExternal as t };

import { t as targetName } from "./target-C5xqcRip.js";
import { t as SluiceError } from "./errors-avTrn9RY.js";
import { n as judge, t as judgeInput } from "./judge-input-CRrUtrOs.js";
import { n as clear } from "./clear-3gg4Dy9Q.js";
import { n as findNothingToDo, r as findUnstaged, t as nextSteps } from "./explain-BiceYl1W.js";
import { t as renderApplicationJson } from "./render-json-CLtfsbJv.js";
import { t as renderApplicationText } from "./render-text-DybsWdOB.js";
import { t as executeCleared } from "./execute-cleared-CX0wt81O.js";
import { o as unitsFor, r as loadMerged } from "./load-merged-CkhXKqlb.js";
import { a as shadowChoice, r as rehearseAll } from "./rehearse-change-4qYNmrhc.js";
import { t as findTarget } from "./targets-CF7r8oDN.js";
import { t as writeResult } from "./write-result-C-WtBasZ.js";
import { t as _usingCtx } from "./usingCtx-BdeZztvE.js";
/** `sluice apply`: everything is evaluated again at the merged commit; then the clearance is executed. */
async function apply(given, context) {
	const application = await applyMerged(given, context);
	const report = given.options.get("format") === "json" ? renderApplicationJson(application) : renderApplicationText(application, { colour: context.colour });
	await writeResult(report, given, context);
	return application.outcome === "refused" ? 1 : 0;
}
async function applyMerged(given, context) {
	try {
		var _usingCtx$1 = _usingCtx();
		const repository = context.openRepository(given.options.get("repo") ?? ".");
		const parser = _usingCtx$1.a(context.openParser());
		context.progress.step("Reading the merged change.");
		const merged = await loadMerged(given, context, {
			repository,
			parser
		});
		const found = findTarget(merged.controls.policy, given.options.get("target") ?? "");
		const first = judge(judgeInput(merged, { rehearsal: "pending" }));
		if (first.decision.kind !== "allow") return refuse(found, merged, whyNot(first));
		const units = unitsFor(merged, found);
		const nothing = await findNothingToDo(found, units, context);
		if (nothing !== void 0) return nothing;
		const early = await findUnstaged(found, units, context);
		if (early.length > 0) return refuse(found, merged, early);
		const choice = shadowChoice(given);
		if (choice === "none") throw unrehearsed();
		return await rehearseAndExecute(merged, found, {
			context,
			repository,
			parser,
			choice
		});
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
async function rehearseAndExecute(merged, found, tools) {
	const rehearsed = await rehearseAll(merged, tools);
	const judgement = judge(judgeInput(merged, {
		rehearsal: "done",
		evidence: rehearsed
	}));
	const evidence = rehearsed.get(found.database.name);
	if (evidence === void 0) return refuse(found, merged, ["Nothing was rehearsed."]);
	const { change, commit, controls } = merged;
	const { decision } = judgement;
	const units = unitsFor(merged, found);
	const { policy } = controls;
	const cleared = clear({
		decision,
		change,
		commit,
		units,
		target: found.target,
		policy
	});
	if (cleared.kind === "refused") return refuse(found, merged, cleared.because);
	return executeCleared(cleared.clearance, {
		merged,
		judgement,
		evidence
	}, tools.context);
}
function whyNot({ decision }) {
	return nextSteps(decision).map(({ sentence }) => sentence);
}
/** The first unit carries the reasons; without one there is nothing that they could be about. */
function refuse(found, merged, because) {
	const unitId = unitsFor(merged, found)[0]?.id ?? targetName(found.target);
	return {
		target: targetName(found.target),
		units: [{
			kind: "refused",
			unitId,
			because
		}],
		outcome: "refused"
	};
}
function unrehearsed() {
	return new SluiceError("input/usage", "An apply without a rehearsal could not compare what happens with what should. Nothing was applied. Leave --shadow out.");
}
export { apply };

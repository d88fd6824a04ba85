import { a as renderRecordText, n as recordExternal, t as weighExternal } from "./external-change-Dl4Nyg5z.js";
import { t as targetName } from "./target-C5xqcRip.js";
import { t as renderApplicationJson } from "./render-json-CLtfsbJv.js";
import { n as executePorts, r as toExecuteInput } from "./execute-cleared-CX0wt81O.js";
import { r as loadMerged } from "./load-merged-CkhXKqlb.js";
import { t as writeResult } from "./write-result-C-WtBasZ.js";
/** `sluice record`: notes what another tool applied, once it did, with what Sluice can know of it. */
async function record(given, context) {
	const application = await recordMerged(given, context);
	const report = given.options.get("format") === "json" ? renderApplicationJson(application) : renderRecordText(application);
	await writeResult(report, given, context);
	return application.outcome === "refused" ? 1 : 0;
}
async function recordMerged(given, context) {
	const answer = await weighExternal(given, context, loadRun);
	const target = targetName(answer.found.target);
	switch (answer.kind) {
		case "nothing-pending": return {
			target,
			units: [],
			outcome: "nothing-to-do"
		};
		case "refused": {
			const { because } = answer;
			return {
				target,
				units: [{
					kind: "refused",
					unitId: target,
					because
				}],
				outcome: "refused"
			};
		}
		case "cleared": {
			const input = toExecuteInput(answer.found.database.name, answer.judged);
			return recordExternal(answer.clearance, input, await executePorts(context));
		}
	}
}
/** The tool has run by now, so that its own table holds the files is no reason against them. */
const loadRun = async (given, context, tools) => {
	const merged = await loadMerged(given, context, tools);
	if (merged.facts === void 0) return merged;
	const facts = [...merged.facts].map(([name, one]) => [name, {
		...one,
		histories: []
	}]);
	return {
		...merged,
		facts: new Map(facts)
	};
};
export { record };

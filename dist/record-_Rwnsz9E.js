import { a as renderRecordText, n as recordExternal, t as weighExternal } from "./external-change-DPosM53g.js";
import { t as targetName } from "./target-C5xqcRip.js";
import { t as renderApplicationJson } from "./render-json-BkMEG-sC.js";
import { n as executePorts, r as toExecuteInput } from "./execute-cleared-CMOW6D-x.js";
import { t as writeResult } from "./write-result-BDRCXcYe.js";
/** `sluice record`: notes what another tool applied, once it did, with what Sluice can know of it. */
async function record(given, context) {
	const application = await recordMerged(given, context);
	const report = given.options.get("format") === "json" ? renderApplicationJson(application) : renderRecordText(application);
	await writeResult(report, given, context);
	return application.outcome === "refused" ? 1 : 0;
}
async function recordMerged(given, context) {
	const answer = await weighExternal(given, context);
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
export { record };

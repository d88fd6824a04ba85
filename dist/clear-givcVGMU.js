import { t as targetName } from "./target-C5xqcRip.js";
import { i as renderClearText, r as renderClearJson, t as weighExternal } from "./external-change-Dl4Nyg5z.js";
import { t as writeResult } from "./write-result-C-WtBasZ.js";
/** `sluice clear`: which files another tool may apply now, or why none. */
async function clear(given, context) {
	const report = toReport(await weighExternal(given, context));
	const render = given.options.get("format") === "json" ? renderClearJson : renderClearText;
	await writeResult(render(report), given, context);
	return report.outcome === "refused" ? 1 : 0;
}
function toReport(answer) {
	return {
		target: targetName(answer.found.target),
		commit: answer.merged.commit,
		outcome: answer.kind,
		pending: answer.kind === "cleared" ? answer.pending.map(({ id, path, digest }) => ({
			unit: id,
			path,
			digest
		})) : [],
		because: answer.kind === "refused" ? answer.because : []
	};
}
export { clear };

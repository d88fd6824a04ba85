import { r as renderCheckJson } from "./render-json-CLtfsbJv.js";
import { r as renderCheckText } from "./render-text-DybsWdOB.js";
import { o as sealMarkdown, t as codeBlock } from "./redact-BwiI-7Ds.js";
import { n as checkFiles } from "./check-BfFGr9ir.js";
import { n as readArguments, t as commands } from "./commands-CDob8eIf.js";
import { t as SluiceError } from "./errors-avTrn9RY.js";
/** A summary takes one megabyte; an invisible character of the change is written as eight. */
const longestSummary = 1e5;
/** `sluice check` as the action runs it: a decision other than allow fails the job. */
async function checkForAction(context) {
	const report = await checkFiles(argumentsOf(context.inputs), context);
	const { decision, assessment, files } = report;
	const { level, score } = assessment;
	const text = startOf(renderCheckText(report, { colour: false }));
	const findings = files.flatMap((file) => file.findings);
	const suppressed = findings.filter((finding) => finding.suppressed !== void 0).length;
	const among = suppressed === 0 ? "" : ` (${suppressed} suppressed)`;
	const counted = `Files: ${files.length}. Findings: ${findings.length}${among}. Risk: ${score} of 100, ${level}.`;
	const allowed = decision.kind === "allow";
	const refusal = `The decision is ${decision.kind}. The summary of this step says why.`;
	return {
		exitCode: allowed ? 0 : 1,
		outputs: {
			decision: decision.kind,
			level,
			score: String(score)
		},
		summary: sealMarkdown(`## Sluice\n\n${codeBlock(text, "text")}`),
		report: renderCheckJson(report),
		notice: allowed ? counted : `${counted}\n${refusal}`
	};
}
function startOf(pieces) {
	let text = "";
	for (const piece of pieces) {
		text += piece;
		if (text.length >= longestSummary) break;
	}
	return text.slice(0, longestSummary);
}
/** The inputs as the command line would have them, so that both refuse the same. */
function argumentsOf(inputs) {
	const command = commands.find(({ name }) => name === "check");
	if (command === void 0) throw new SluiceError("internal/bug", "The command check is gone. Nothing was read, so nothing is allowed. Report it.");
	const paths = (inputs.get("paths") ?? "").split("\n").map((line) => line.trim());
	const given = {
		policy: inputs.get("policy"),
		facts: inputs.get("facts"),
		"fail-on": inputs.get("fail-on")
	};
	const options = Object.entries(given).flatMap(([name, value]) => value === void 0 ? [] : [`--${name}=${value}`]);
	return readArguments(command, [
		...options,
		"--",
		...paths.filter((path) => path !== "")
	]);
}
export { checkForAction };

import { n as codes, t as SluiceError } from "./errors-avTrn9RY.js";
import { d as visibleLines, i as sealJson, o as sealMarkdown, s as sealTerminal, t as codeBlock } from "./redact-BwiI-7Ds.js";
import { r as toSluiceError } from "./environment-B8fr0G6k.js";
import { t as wire } from "./wiring-DesxitVm.js";
import { appendFile } from "node:fs/promises";
import { randomUUID } from "node:crypto";
/** What the input `command` chooses from. */
const actionCommands = [
	"check",
	"facts",
	"find-facts",
	"snapshot",
	"find-snapshot",
	"rehearse",
	"gate",
	"apply"
];
const live$1 = [
	"rehearse",
	"gate",
	"apply"
];
/** Every input of action.yml, in its order, and the commands that read it. */
const inputs = {
	command: actionCommands,
	paths: ["check"],
	policy: ["check"],
	"fail-on": ["check"],
	token: [
		"facts",
		"find-facts",
		"snapshot",
		"find-snapshot",
		...live$1
	],
	"team-token": ["gate", "apply"],
	"account-id": ["gate", "apply"],
	target: [
		"facts",
		"rehearse",
		"apply"
	],
	facts: [
		"check",
		"facts",
		...live$1
	],
	"facts-run": live$1,
	database: ["snapshot"],
	snapshot: ["snapshot", "rehearse"],
	"snapshot-run": ["rehearse"],
	evidence: live$1,
	"evidence-digest": ["gate", "apply"],
	"ephemeral-runner": ["rehearse"],
	"row-images": ["rehearse"],
	report: actionCommands
};
/**
* The inputs as the runner passes them; an empty one is absent. Throws SluiceError input/usage for an
* unknown command, and for an input that its command would not look at.
*/
function readInputs(environment) {
	const given = Object.keys(inputs).flatMap((name) => {
		const text = environment[`INPUT_${name.toUpperCase()}`]?.trim();
		return text === void 0 || text === "" ? [] : [[name, text]];
	});
	const command = readCommand(new Map(given).get("command"));
	const own = given.filter(([name]) => inputs[name]?.includes(command) === true);
	const ignored = given.find(([name]) => name !== "token" && !own.some(([mine]) => mine === name));
	if (ignored !== void 0) throw new SluiceError("input/usage", `The input ${ignored[0]} is given, but the command ${command} does not look at it, so it would not do what it seems to do. Nothing is allowed. Remove it, or choose the command that docs/inputs.md names for it.`);
	return {
		command,
		inputs: new Map(own)
	};
}
function readCommand(text) {
	const command = actionCommands.find((name) => name === text);
	if (command !== void 0) return command;
	throw new SluiceError("input/usage", `The input command has to be one of ${actionCommands.join(", ")}, so that nobody runs SQL by mistake. Nothing is allowed. Name one in the workflow.`);
}
/** Every output of action.yml, in its order; a command that has nothing to say leaves one empty. */
const outputNames = [
	"decision",
	"level",
	"score",
	"evidence",
	"evidence-digest",
	"facts",
	"facts-digest",
	"facts-run",
	"snapshot",
	"snapshot-run",
	"outcome",
	"applied"
];
/** GitHub drops a summary of more than one megabyte, whole. */
const largestSummary = 1e6;
/**
* Appends outputs to the file that the runner reads. The delimiter is made at run time, so that no
* value can end its own block and begin another; without the file nothing is written elsewhere,
* because outputs in the log could be forged there. Throws SluiceError input/usage.
*/
async function writeOutputs(environment, outputs) {
	const path = environment["GITHUB_OUTPUT"];
	if (path === void 0 || path === "") throw new SluiceError("input/usage", "GITHUB_OUTPUT is not set, so nobody could read the decision. Nothing is allowed. Use the command line outside of GitHub Actions.");
	if (Object.keys(outputs).find((name) => !isOutput(name)) !== void 0) throw new SluiceError("internal/bug", "A command has an output that action.yml does not have. Nobody could read it, so nothing is allowed. Report it.");
	const blocks = outputNames.map((name) => toBlock(name, outputs[name] ?? ""));
	await appendFile(path, blocks.join(""));
}
/** Appends Markdown to the summary of the step; a runner without summaries gets none. */
async function writeSummary(environment, text) {
	const path = environment["GITHUB_STEP_SUMMARY"];
	if (path === void 0 || path === "") return;
	const fits = Buffer.byteLength(text) <= largestSummary;
	await appendFile(path, fits ? `${text}\n` : tooLong);
}
/** A summary that is cut could end inside of a block, and the rest of the page with it. */
const tooLong = "## Sluice\n\nThe summary is longer than GitHub takes. The JSON report holds all of it.\n";
function isOutput(name) {
	return outputNames.some((known) => known === name);
}
function toBlock(name, value) {
	const delimiter = `sluice-${randomUUID()}`;
	return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}
/** Tells the runner, the reader of the summary and the artifact what came of a command. */
async function publish(result, places) {
	const { environment, files, report, say } = places;
	await writeSummary(environment, result.summary);
	if (result.report !== void 0) await files.write(report, result.report);
	await writeOutputs(environment, result.outputs);
	const lines = sealTerminal(result.notice).split("\n");
	const error = result.exitCode === 1 ? lines.pop() : void 0;
	for (const line of lines) say(line);
	if (error !== void 0) say(`::error::${error}`);
	return result.exitCode;
}
/** A failure as a result: it refuses. The message may quote the change, so the log has the code only. */
function toFailedResult(error) {
	const { code } = error;
	const { means, fix } = codes[code];
	const message = visibleLines(error.message).join("\n");
	const block = codeBlock(`${message}\n  ${code}: ${means}\n  ${fix}`, "text");
	return {
		exitCode: 1,
		outputs: { decision: "deny" },
		summary: sealMarkdown(`## Sluice\n\n${block}`),
		report: sealJson({
			version: 1,
			error: {
				code,
				message: error.message,
				fix
			}
		}),
		notice: `Sluice could not decide, so nothing is allowed. ${code}: ${fix}`
	};
}
const standardReport = "sluice-report.json";
/** Each is loaded when it is asked for: `check` must start quickly. */
const commands = {
	check: async ({ inputs }) => {
		const { checkForAction } = await import("./check-action-Dixk-9nI.js");
		return checkForAction({
			...wire(process, signal),
			inputs
		});
	},
	facts: live(async () => (await import("./facts-action-DSh-ayNU.js")).factsForAction),
	"find-facts": live(async () => (await import("./facts-action-DSh-ayNU.js")).findFactsForAction),
	snapshot: live(async () => (await import("./snapshot-action-ByOIwEPb.js")).snapshotForAction),
	"find-snapshot": live(async () => (await import("./snapshot-action-ByOIwEPb.js")).findSnapshotForAction),
	rehearse: live(async () => (await import("./rehearse-action-v1KBP3S2.js")).rehearseForAction),
	gate: live(async () => (await import("./gate-DcJ0ags7.js")).gate),
	apply: live(async () => (await import("./apply-range-B-A5m296.js")).applyRange)
};
const interrupted = new AbortController();
const { signal } = interrupted;
for (const name of ["SIGINT", "SIGTERM"]) process.once(name, () => interrupted.abort());
process.once("uncaughtException", refuse);
try {
	process.exitCode = await act();
} catch {
	refuse();
}
if (signal.aborted) process.exit(1);
/** Runs the command and tells the runner. 0 only when the command ended as it should. */
async function act() {
	const { environment, files } = wire(process, signal);
	const report = environment["INPUT_REPORT"]?.trim();
	return publish(await run(), {
		environment,
		files,
		report: report === void 0 || report === "" ? standardReport : report,
		say
	});
}
/** Every failure becomes a result that refuses. */
async function run() {
	try {
		const given = readInputs(process.env);
		return await commands[given.command](given);
	} catch (failure) {
		return toFailedResult(toSluiceError(failure, signal));
	}
}
function live(load) {
	return async ({ inputs }) => {
		const { wireAction } = await import("./wire-action-CbZSQViP.js");
		return (await load())(await wireAction(wire(process, signal), inputs));
	};
}
/** Only sentences of ours: the runner obeys commands that stand in a log. */
function say(sentence) {
	process.stdout.write(`${sentence}\n`);
}
function refuse() {
	process.exitCode = 1;
	say("::error::Sluice failed before it could decide, so nothing is allowed.");
}
export {};

import { n as codes, t as SluiceError } from "./errors-DFUB2oUm.js";
import { t as levels } from "./finding-B2fSxl_J.js";
import { n as runCommandLine } from "./environment-CdmxlYA7.js";
import { a as sealMarkdown, t as codeBlock } from "./redact-CHYnAN__.js";
import { t as wire } from "./wiring-CLvwg1J6.js";
import { appendFile } from "node:fs/promises";
import { randomUUID } from "node:crypto";
/** An input as the runner passes it; empty means absent. */
function readInput(environment, name) {
	const text = environment[`INPUT_${name.toUpperCase()}`]?.trim();
	return text === "" ? void 0 : text;
}
/** The lines of an input that are not empty. */
function readLines(environment, name) {
	return (readInput(environment, name) ?? "").split("\n").map((line) => line.trim()).filter((line) => line !== "");
}
/** Every output of action.yml. */
const outputNames = [
	"decision",
	"level",
	"score"
];
/**
* Appends outputs to the file that the runner reads. The delimiter is made at run time, so that no
* value can end its own block and begin another. Throws SluiceError input/usage outside of a runner.
*/
async function writeOutputs(environment, outputs) {
	const path = environment["GITHUB_OUTPUT"];
	if (path === void 0 || path === "") throw new SluiceError("input/usage", "GITHUB_OUTPUT is not set, so nobody could read the decision. Nothing is allowed. Use the command line outside of GitHub Actions.");
	const blocks = outputNames.map((name) => toBlock(name, outputs[name] ?? ""));
	await appendFile(path, blocks.join(""));
}
/** Appends Markdown to the summary of the step; a runner without summaries gets none. */
async function writeSummary(environment, text) {
	const path = environment["GITHUB_STEP_SUMMARY"];
	if (path !== void 0 && path !== "") await appendFile(path, `${text}\n`);
}
function toBlock(name, value) {
	const delimiter = `sluice-${randomUUID()}`;
	return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}
const decisions = [
	"allow",
	"await-approval",
	"deny"
];
/** The verdict in the output of `check --format json`; undefined when there is none. */
function readVerdict(report) {
	const decision = decisions.find((kind) => kind === field(field(report, "decision"), "kind"));
	const assessment = field(report, "assessment");
	const level = levels.find((name) => name === field(assessment, "level"));
	const score = field(assessment, "score");
	const files = field(report, "files");
	if (decision === void 0 || level === void 0 || !isCount(score) || !Array.isArray(files)) return void 0;
	const findings = files.reduce((sum, file) => sum + lengthOf(field(file, "findings")), 0);
	return {
		decision,
		level,
		score,
		files: files.length,
		findings
	};
}
/** The code of the failure in that output; undefined when it holds none of ours. */
function readFailure(report) {
	const code = field(field(report, "error"), "code");
	return typeof code === "string" && isCode(code) ? code : void 0;
}
function isCode(text) {
	return Object.hasOwn(codes, text);
}
function isCount(value) {
	return typeof value === "number" && Number.isInteger(value) && value >= 0;
}
function lengthOf(value) {
	return Array.isArray(value) ? value.length : 0;
}
function field(value, name) {
	if (typeof value !== "object" || value === null) return void 0;
	return Object.entries(value).find(([key]) => key === name)?.[1];
}
/** A step summary takes one megabyte; an invisible character of the change is written as eight. */
const longestSummary = 1e5;
const interrupted = new AbortController();
for (const name of ["SIGINT", "SIGTERM"]) process.once(name, () => interrupted.abort());
process.once("uncaughtException", refuse);
try {
	process.exitCode = await act();
} catch {
	refuse();
}
/** Checks the files and tells the runner. 0 only when the check allowed all of them. */
async function act() {
	const json = await run("json");
	const report = JSON.parse(json.text);
	const verdict = readVerdict(report);
	if (verdict === void 0) {
		await writeOutputs(process.env, { decision: "deny" });
		await summarize(json.complaints);
		const code = readFailure(report) ?? "internal/bug";
		say(`::error::Sluice could not decide, so nothing is allowed. ${code}: ${codes[code].fix}`);
		return 1;
	}
	const { decision, level, score, files, findings } = verdict;
	await summarize((await run("text")).text);
	await writeOutputs(process.env, {
		decision,
		level,
		score: String(score)
	});
	say(`Files: ${files}. Findings: ${findings}. Risk: ${score} of 100, ${level}.`);
	if (decision === "allow" && json.exitCode === 0) return 0;
	say(`::error::The decision is ${decision}. The summary of this step says why.`);
	return 1;
}
async function run(format) {
	const output = [];
	const complaints = [];
	const context = {
		...wire(process, interrupted.signal),
		colour: false,
		output: into(output)
	};
	const words = [
		"check",
		`--format=${format}`,
		...options(),
		"--",
		...readLines(process.env, "paths")
	];
	return {
		exitCode: await runCommandLine(words, context, into(complaints)),
		text: output.join(""),
		complaints: complaints.join("")
	};
}
function options() {
	return ["policy", "fail-on"].flatMap((name) => {
		const value = readInput(process.env, name);
		return value === void 0 ? [] : [`--${name}=${value}`];
	});
}
function into(texts) {
	return { write: async (text) => void texts.push(text) };
}
function summarize(text) {
	const block = codeBlock(text.slice(0, longestSummary), "text");
	return writeSummary(process.env, sealMarkdown(`## Sluice\n\n${block}`));
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

import { t as nearest } from "./nearest-BfbmE5Hk.js";
import { n as codes, t as SluiceError } from "./errors-avTrn9RY.js";
import { i as sealJson, s as sealTerminal } from "./redact-BwiI-7Ds.js";
import { t as rules } from "./rules-DFD3ZQXF.js";
import { t as writeResult } from "./write-result-C-WtBasZ.js";
/** `sluice explain RULE`: the texts of a rule, or of an error code. */
async function explain(given, context) {
	const explanation = findExplanation(given.positionals[0] ?? "");
	const text = given.options.get("format") === "json" ? sealJson({
		version: 1,
		...explanation
	}) : sealTerminal(renderExplanation(explanation));
	await writeResult(text, given, context);
	return 0;
}
function findExplanation(name) {
	const found = explanations().find((explanation) => explanation.name === name);
	if (found !== void 0) return found;
	const guess = nearest(name, explanations().map((explanation) => explanation.name));
	const hint = guess === void 0 ? "" : ` Did you mean ${guess}?`;
	throw new SluiceError("input/usage", `There is no rule or error code ${JSON.stringify(name)}.${hint} Nothing was done. docs/rules/README.md lists the rules.`);
}
function explanations() {
	return [...rules.map(({ id, title, why, instead }) => ({
		name: id,
		title,
		why,
		instead
	})), ...Object.entries(codes).map(([name, { means, fix }]) => ({
		name,
		title: means,
		why: "Whatever cannot be read, reached or proved is refused.",
		instead: fix
	}))];
}
function renderExplanation({ name, title, why, instead }) {
	return `${name}: ${title}\n\nWhy it matters\n  ${why}\n\nWhat to do instead\n  ${instead}\n`;
}
export { explain };

import { t as levels } from "./finding-B2fSxl_J.js";
import { r as renderCheckText, y as renderCheckJson } from "./render-text-CjGswCUX.js";
import { t as readScript } from "./read-CmV_ezYs.js";
import { t as checkScripts } from "./check-scripts-BuPJkV2V.js";
import { t as decodeUtf8 } from "./decode-tJ-M-UqA.js";
import { t as writeResult } from "./write-result-BDRCXcYe.js";
import { t as _usingCtx } from "./usingCtx-BdeZztvE.js";
/** Bounds what is read; the byte gate refuses long before that, and says where. */
const largestFile = 67108864;
const largestPolicy = 1048576;
/** `sluice check`: what SQL files would do and how risky that is, from their text alone. */
async function check(given, context) {
	try {
		var _usingCtx$1 = _usingCtx();
		const policy = await readPolicy(given, context);
		const paths = await findFiles(given.positionals, context);
		const parser = _usingCtx$1.a(context.openParser());
		const files = [];
		for (const path of paths) files.push(await readFile(path, context, parser));
		const report = checkScripts(files, {
			...policy,
			failOn: failOn(given)
		});
		await writeResult(renderReport(report, given, context), given, context);
		return report.decision.kind === "allow" ? 0 : 1;
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/** Loads YAML and CEL only when a policy is given: a file alone must be checked quickly. */
async function readPolicy(given, context) {
	const path = given.options.get("policy");
	const postgres = major(given);
	if (path === void 0) return {
		askOwnRules: void 0,
		postgresOf: () => postgres
	};
	const bytes = await context.files.read(path, largestPolicy);
	const { parsePolicy } = await import("./policy-BvTiIpYM.js");
	const { askOwnRules, postgresOf } = await import("./own-rules-ClHTU2Nt.js");
	const policy = parsePolicy(decodeUtf8(bytes, path, "input/policy"), path);
	return {
		askOwnRules: (file, judged) => askOwnRules(policy, file, judged),
		postgresOf: (file) => postgres ?? postgresOf(policy, file)
	};
}
async function findFiles(paths, context) {
	const found = await Promise.all(paths.map((path) => context.files.sqlFiles(path)));
	return [...new Set(found.flat())];
}
async function readFile(path, context, parser) {
	const bytes = await context.files.read(path, largestFile);
	return {
		path,
		script: await readScript({
			id: path,
			path,
			bytes,
			firstLine: 1
		}, parser)
	};
}
function failOn(given) {
	return levels.find((level) => level === given.options.get("fail-on"));
}
function major(given) {
	const text = given.options.get("pg");
	return text === void 0 ? void 0 : Number(text);
}
function renderReport(report, given, context) {
	if (given.options.get("format") === "json") return renderCheckJson(report);
	return renderCheckText(report, { colour: context.colour && !given.options.has("output") });
}
export { check };

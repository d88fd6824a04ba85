import { i as parseCodeowners, r as ownersOf } from "./codeowners-CUZnzeoY.js";
import { i as renderOwnersJson } from "./render-json-CLtfsbJv.js";
import { i as renderOwnersText } from "./render-text-DybsWdOB.js";
import { t as decodeUtf8 } from "./decode-BUqwTwow.js";
import { t as toOwnersRow } from "./review-report-DJiXYKXg.js";
import { t as writeResult } from "./write-result-C-WtBasZ.js";
/** Above this size GitHub does not load the file either. */
const largest = 3e6;
/** `sluice owners`: who owns each path, by which line, and why. */
async function owners(given, context) {
	const path = given.options.get("codeowners") ?? "";
	const text = decodeUtf8(await context.files.read(path, largest), path, "input/policy");
	const codeowners = parseCodeowners(text);
	const rows = given.positionals.map((file) => toOwnersRow(file, ownersOf(codeowners, file)));
	const report = given.options.get("format") === "json" ? renderOwnersJson(rows) : renderOwnersText(rows);
	await writeResult(report, given, context);
	return 0;
}
export { owners };

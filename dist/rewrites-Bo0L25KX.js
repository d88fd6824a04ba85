import { n as rewriteInSql } from "./finding-BXX8QpXG.js";
import { d as visibleLines, l as visible, r as plainText, t as codeBlock } from "./redact-BwiI-7Ds.js";
/** A path as a SARIF artifact location; every character that could mean something else is encoded. */
function artifactUri(path) {
	const uri = path.replace(/^(?:\.\/)+/, "").split("/").map(encodeSegment).join("/");
	return path.startsWith("/") ? { uri: `file://${uri}` } : {
		uri,
		uriBaseId: "%SRCROOT%"
	};
}
/** Half a surrogate pair has no bytes in UTF-8: it becomes U+FFFD, as in every decoder. */
function encodeSegment(segment) {
	const whole = Array.from(segment, (character) => /^[\ud800-\udfff]$/.test(character) ? "�" : character).join("");
	return encodeURIComponent(whole).replace(/[!'()*]/g, toPercent);
}
function toPercent(character) {
	return `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`;
}
/** Safer forms for a terminal, finding by finding; two of one statement show the same form once. */
function rewritesShown() {
	const shown = /* @__PURE__ */ new Set();
	return ({ rewrite, unitId, statement }) => {
		if (rewrite === void 0 || !isCopyable(rewriteInSql(rewrite))) return [];
		const key = JSON.stringify([
			unitId,
			statement,
			rewrite
		]);
		if (shown.has(key)) return [];
		shown.add(key);
		return [`      Safer: ${visible(rewrite.note)}`, ...visibleLines(rewriteInSql(rewrite)).map((line) => `        ${line}`)];
	};
}
/** The safer forms of one statement as Markdown, each once. */
function rewriteBlocks(findings) {
	const forms = /* @__PURE__ */ new Map();
	for (const { rewrite } of findings) if (rewrite !== void 0 && isCopyable(rewriteInSql(rewrite))) forms.set(JSON.stringify(rewrite.steps), rewrite);
	return [...forms.values()].flatMap((rewrite) => [
		"",
		`A safer form: ${plainText(rewrite.note)}`,
		"",
		codeBlock(rewriteInSql(rewrite), "sql")
	]);
}
/**
* The SARIF fix: only where the safer form is one statement in place of the only one of its file, and
* where it can be shown exactly as it is.
*/
function fixesOf(finding, file, region) {
	const { rewrite, place } = finding;
	const [statement, ...others] = file.statements;
	const sql = rewrite === void 0 ? void 0 : onlyStatement(rewrite);
	if (rewrite === void 0 || sql === void 0 || !isShownAsItIs(sql)) return [];
	if (statement === void 0 || others.length > 0 || region.endColumn === void 0) return [];
	if (statement.line !== place.line || statement.column !== place.column) return [];
	return [{
		description: { text: rewrite.note },
		artifactChanges: [{
			artifactLocation: artifactUri(file.path),
			replacements: [{
				deletedRegion: region,
				insertedContent: { text: sql }
			}]
		}]
	}];
}
/** Whoever copies it from a report gets it: no seal writes anything of it in another way. */
function isCopyable(sql) {
	return isShownAsItIs(sql) && !/<!--|##\[|^[ \t]*::/m.test(sql);
}
function onlyStatement({ steps }) {
	return steps.length === 1 ? steps[0]?.sql : void 0;
}
/** Nothing invisible stands in it, and no credential that a report hides. */
function isShownAsItIs(sql) {
	const lines = sql.split(/\r?\n/).map((line) => line.replaceAll("	", "    "));
	return visibleLines(sql).every((line, index) => line === lines[index]);
}
export { artifactUri as i, rewriteBlocks as n, rewritesShown as r, fixesOf as t };

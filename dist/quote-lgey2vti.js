import { t as quotedKeywords } from "./keywords.data-BcreeeDz.js";
/**
* The only place that makes an identifier or a literal. Every string has exactly one correct form, whatever
* standard_conforming_strings says; U+0000 has none, because PostgreSQL cannot hold it, and throws.
*/
/** `"name"`: always quoted, so that case, key words and spaces keep their meaning. */
function quoteIdentifier(name) {
	if (name === "") throw new TypeError("An empty name cannot be an identifier in PostgreSQL.");
	refuseNul(name);
	return `"${name.replaceAll("\"", "\"\"")}"`;
}
/** `name` where it means the same without quotes, else `"name"`. */
function writeIdentifier(name) {
	return /^[a-z_][a-z0-9_]*$/.test(name) && !quotedKeywords.has(name) ? name : quoteIdentifier(name);
}
/**
* `'text'`, or ` E'te\\xt'` where a backslash would otherwise depend on the session's settings; the blank keeps
* the E apart from a name before it.
*/
function quoteLiteral(text) {
	refuseNul(text);
	const quoted = text.replaceAll("'", "''");
	return quoted.includes("\\") ? ` E'${quoted.replaceAll("\\", "\\\\")}'` : `'${quoted}'`;
}
/** `"schema"."name"` */
function quoteName(schema, name) {
	return `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
}
function refuseNul(text) {
	if (text.includes("\0")) throw new TypeError("PostgreSQL text cannot hold U+0000.");
}
export { writeIdentifier as i, quoteLiteral as n, quoteName as r, quoteIdentifier as t };

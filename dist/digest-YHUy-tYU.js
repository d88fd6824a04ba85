import { createHash } from "node:crypto";
/** SHA-256 of exactly these bytes; text is taken as UTF-8. */
function digestOf(content) {
	const text = `sha256:${createHash("sha256").update(content).digest("hex")}`;
	if (!isDigest(text)) throw new TypeError("A SHA-256 digest has 64 hexadecimal digits.");
	return text;
}
/** What migration tools record of a file: lower-case hexadecimal digits; text is taken as UTF-8. */
function checksumOf(algorithm, content) {
	return createHash(algorithm).update(content).digest("hex");
}
/** Whether `text` is written as a digest. */
function isDigest(text) {
	return /^sha256:[0-9a-f]{64}$/.test(text);
}
export { digestOf as n, isDigest as r, checksumOf as t };

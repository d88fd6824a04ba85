/**
* JSON with sorted keys and no blanks (RFC 8785 for the values that `Json` allows), so that equal
* values have equal bytes. Throws a RangeError for numbers that are not safe integers and for lone
* surrogates, which RFC 8785 cannot represent without loss.
*/
function toCanonicalJson(value) {
	if (typeof value === "number" && !Number.isSafeInteger(value)) throw new RangeError("Canonical JSON takes safe integers only; write other numbers as text.");
	if (typeof value === "string" && /\p{Surrogate}/u.test(value)) throw new RangeError("Canonical JSON takes well-formed Unicode only.");
	if (value === null || typeof value !== "object") return JSON.stringify(value);
	if (isList(value)) return `[${value.map(toCanonicalJson).join(",")}]`;
	return `{${Object.keys(value).sort().map((key) => `${toCanonicalJson(key)}:${toCanonicalJson(value[key] ?? null)}`).join(",")}}`;
}
function isList(value) {
	return Array.isArray(value);
}
export { toCanonicalJson as t };

import { t as SluiceError } from "./errors-avTrn9RY.js";
/** Text of a column of our own query. Throws SluiceError internal/bug when it is none. */
function readText(row, column) {
	const value = row?.[column];
	if (typeof value === "string") return value;
	throw unexpected(column);
}
function readBoolean(row, column) {
	const value = row?.[column];
	if (typeof value === "boolean") return value;
	throw unexpected(column);
}
/** A count: int8 arrives as text. */
function readCount(row, column) {
	const value = row?.[column];
	const count = typeof value === "string" ? Number(value) : value;
	if (typeof count === "number" && Number.isSafeInteger(count)) return count;
	throw unexpected(column);
}
function unexpected(column) {
	return new SluiceError("internal/bug", `A query of Sluice did not answer ${column} as expected.`);
}
export { readCount as n, readText as r, readBoolean as t };

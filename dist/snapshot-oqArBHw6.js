import { t as SluiceError } from "./errors-avTrn9RY.js";
import { n as digestOf, r as isDigest } from "./digest-YHUy-tYU.js";
import { c as listOf, d as readJson, f as readObject, l as oneOf, m as textThat, p as textOf, u as readCount } from "./facts-CMPa7y4B.js";
const name = textOf(1e4);
const most = 1e5;
/** What describes the rows has no more bytes. */
const largestHeader = 16777216;
/** One line of JSON that describes the rows, then the rows themselves. */
function renderSnapshot({ data, ...header }) {
	return [`${JSON.stringify({
		version: 1,
		...header
	})}\n`, new TextDecoder().decode(data)];
}
/** Throws SluiceError input/snapshot for what is not whole, or not a snapshot. */
function parseSnapshot(bytes) {
	const end = bytes.indexOf(10);
	const first = new TextDecoder().decode(bytes.subarray(0, Math.max(end, 0)));
	const header = readJson(first, {
		code: "input/snapshot",
		file: "The snapshot"
	}, readHeader);
	const data = bytes.subarray(end + 1);
	if (header.tables.reduce((sum, table) => sum + table.bytes, 0) !== data.length || digestOf(data) !== header.digest) throw new SluiceError("input/snapshot", "The snapshot is not whole: its rows are not those that it describes. None of them is loaded. Make it again with sluice snapshot.");
	return {
		...header,
		data
	};
}
const readHeader = (value, place) => {
	const { need } = readObject(value, place, [
		"version",
		"database",
		"takenAt",
		"maskedColumns",
		"tables",
		"sequences",
		"digest"
	]);
	need("version", oneOf([1]));
	return {
		database: need("database", name),
		takenAt: need("takenAt", textThat(isMoment, "a moment as RFC 3339 writes it, in UTC")),
		maskedColumns: need("maskedColumns", listOf(readMasked, most)),
		tables: need("tables", listOf(readTable, most)),
		sequences: need("sequences", listOf(readSequence, most)),
		digest: need("digest", textThat(isDigest, "a SHA-256 digest"))
	};
};
const readMasked = (value, place) => {
	const { need } = readObject(value, place, ["column", "mask"]);
	return {
		column: need("column", name),
		mask: need("mask", name)
	};
};
const readTable = (value, place) => {
	const { need } = readObject(value, place, [
		"schema",
		"name",
		"columns",
		"bytes"
	]);
	return {
		schema: need("schema", name),
		name: need("name", name),
		columns: need("columns", listOf(name, 2e3)),
		bytes: need("bytes", readCount)
	};
};
const readSequence = (value, place) => {
	const { need } = readObject(value, place, [
		"name",
		"value",
		"called"
	]);
	return {
		name: need("name", name),
		value: need("value", textThat(isInteger, "a whole number")),
		called: need("called", readFlag)
	};
};
const readFlag = (value, place) => {
	if (typeof value === "boolean") return value;
	return oneOf(["true"])(value, place) === "true";
};
function isMoment(text) {
	return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(text);
}
function isInteger(text) {
	return /^-?\d{1,19}$/.test(text);
}
/** A larger one is not written and not read. */
const mostSnapshotBytes = 268435456;
export { renderSnapshot as i, largestHeader as n, parseSnapshot as r, mostSnapshotBytes as t };

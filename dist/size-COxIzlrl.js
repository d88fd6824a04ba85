import { o as sizeSteps } from "./finding-BXX8QpXG.js";
/** How much of the points that depend on size counts, in percent. Unknown is as much as the largest. */
function percentOf(size) {
	const steps = sizeSteps.filter(({ rows, bytes }) => atLeast(size?.rows, rows) || atLeast(size?.bytes, bytes));
	return Math.max(...steps.map(({ percent }) => percent));
}
/** Whether both are known, and below what the policy takes for small. */
function isSmall(size, { rows, bytes }) {
	return !atLeast(size?.rows, rows) && !atLeast(size?.bytes, bytes);
}
/** `By the facts of 2026-03-01 the table holds about 120 rows in 64 kB.` */
function sizeInWords(size) {
	if (size === void 0) return "Nobody knows how large the table is: it counts as large.";
	const rows = size.rows < 0 ? "an unknown number of rows" : `about ${grouped(size.rows)} rows`;
	const bytes = size.bytes < 0 ? "an unknown number of bytes" : bytesInWords(size.bytes);
	return `By the facts of ${size.takenAt.slice(0, 10)} the table holds ${rows} in ${bytes}.`;
}
function atLeast(known, bound) {
	return known === void 0 || !(known >= 0) || known >= bound;
}
const units = [
	"bytes",
	"kB",
	"MB",
	"GB",
	"TB"
];
function bytesInWords(bytes) {
	const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
	return `${grouped(Math.round(bytes / 1024 ** power))} ${units[power] ?? ""}`;
}
function grouped(number) {
	return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
export { percentOf as n, sizeInWords as r, isSmall as t };

import { n as codeSpan } from "./redact-BwiI-7Ds.js";
import { u as rowsInWords, y as driftInWords } from "./words-CZv-m8tx.js";
/** Lines of the Markdown table; the JSON report has all. */
const longestTable = 40;
/** Characters of one row. */
const longestRow = 300;
const reasons = {
	unlogged: "the table is unlogged",
	refresh: "it is a materialized view that was filled anew",
	truncate: "the table was truncated",
	"rolled-back": "something was rolled back within the unit"
};
/** What the log told of one unit, in lines, unescaped; nothing where it was not asked. */
function rowImagesInWords({ rowImages }) {
	return (rowImages?.tables ?? []).flatMap((table) => [tableInWords(table), ...linesOf(table).map((line) => `  ${line}`)]);
}
/** The same as a table of Markdown; empty where no unit has any. */
function rowImagesInMarkdown(units) {
	const rows = units.flatMap(({ unitId, rowImages }) => (rowImages?.tables ?? []).flatMap((table) => [`| ${codeSpan(unitId)} | ${codeSpan(tableInWords(table))} |`, ...linesOf(table).map((line) => `| | ${codeSpan(line, longestRow)} |`)]));
	if (rows.length === 0) return "";
	const left = rows.length - longestTable;
	return [
		"| Unit | Rows in the log of the shadow |",
		"|---|---|",
		...rows.slice(0, longestTable),
		...left > 0 ? ["", `${left} more lines not shown here; the JSON report has all.`] : []
	].join("\n");
}
function tableInWords(table) {
	return `${rowsInWords(table)}${table.truncated === true ? ", truncated" : ""}`;
}
function linesOf({ images, more, undecoded }) {
	return [
		...images.map(imageInWords),
		...more > 0 ? [`and ${more} more`] : [],
		...undecoded === void 0 ? [] : [`${undecoded.rows} counted, but not in the log: ${reasons[undecoded.because]}`]
	];
}
function imageInWords({ kind, before, after, cut }) {
	const now = after === void 0 ? [] : [cellsInWords(after)];
	const was = before === void 0 ? [] : [`before: ${beforeInWords(before)}`];
	return `${kind} ${[...now, ...was].join("; ")}${cut === true ? "; more columns" : ""}`;
}
function beforeInWords({ known, cells }) {
	switch (known) {
		case "nothing": return "not known";
		case "key": return `${cellsInWords(cells)} (key only)`;
		case "row": return cellsInWords(cells);
	}
}
function cellsInWords(cells) {
	return cells.map(cellInWords).join(", ");
}
function cellInWords(cell) {
	switch (cell.kind) {
		case "value": return `${cell.column} = ${cell.text}`;
		case "null": return `${cell.column} is null`;
		case "hidden": return `${cell.column} •••`;
		case "unchanged": return `${cell.column} unchanged`;
	}
}
const levels = {
	A: "a server of its own, watched by a superuser",
	B: "a server by URL, which others may use"
};
/** What the shadow was, what is not as on the target, and what nobody looked at. Names are as they are. */
function shadowInWords(shadow) {
	const { level = "A", cannotSee = [], differences = [], drift } = shadow;
	return [
		`Observation level ${level}: ${levels[level]}.`,
		...driftInWords(drift).map((sentence) => `drift: ${sentence}`),
		...differences.map((sentence) => `differs: ${sentence}`),
		...cannotSee.map((sentence) => `not seen: ${sentence}`)
	];
}
const verdicts = {
	proved: "proved: up, down and up again left schema and rows as they were",
	"data-loss": "proved with data loss: the schema comes back, rows do not",
	"not-reversible": "not reversible",
	unknown: "not proved"
};
const compared = {
	own: "rows of the shadow were compared",
	"made-up": "made-up rows stood in empty tables",
	none: "no row was there to compare"
};
/** What the down halves proved, in sentences. Names are as they are. */
function reversalsInWords(units) {
	return units.flatMap(({ unitId, reversal }) => reversal === void 0 ? [] : reversalInWords(unitId, reversal));
}
function reversalInWords(unitId, { path, verdict, because, rows }) {
	return [`${path === unitId ? `The down half of ${path}` : `${path}, which undoes ${unitId},`} is ${verdicts[verdict]} (${compared[rows]}).`, ...because.map((sentence) => `  ${sentence}`)];
}
export { rowImagesInWords as i, shadowInWords as n, rowImagesInMarkdown as r, reversalsInWords as t };

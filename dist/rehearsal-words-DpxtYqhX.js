import { y as driftInWords } from "./words-CZv-m8tx.js";
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
export { shadowInWords as n, reversalsInWords as t };

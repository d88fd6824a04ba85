/** What a finding adds to the score where nobody proves that it touches little. */
const pointsOfLevel = {
	low: 5,
	medium: 15,
	high: 40,
	critical: 70
};
/** Of the points of a loss, so many percent are about what cannot be taken back, and about how much it is. */
const sharesOfLoss = {
	reversibility: 20,
	reach: 20
};
/**
* How much of the points that depend on size counts, by rows or bytes, whichever asks for more. A size that
* nobody knows counts as the last step.
*/
const sizeSteps = [
	{
		rows: 0,
		bytes: 0,
		percent: 10
	},
	{
		rows: 1e4,
		bytes: 16 * 1024 ** 2,
		percent: 40
	},
	{
		rows: 1e6,
		bytes: 1024 ** 3,
		percent: 70
	},
	{
		rows: 1e8,
		bytes: 100 * 1024 ** 3,
		percent: 100
	}
];
/** What comes on top, once each. */
const supplements = {
	cascade: 5,
	personal: 10,
	production: 10,
	agent: 10
};
/** What holds where the policy says nothing. */
const defaultRisk = {
	smallTable: {
		rows: 1e4,
		bytes: 16 * 1024 ** 2
	},
	levels: {
		medium: 15,
		high: 40,
		critical: 70
	}
};
const levels = [
	"low",
	"medium",
	"high",
	"critical"
];
/** The files that a rewrite asks for, in the order in which they have to run. */
function filesOfRewrite({ steps }) {
	const files = [];
	for (const { sql, transaction } of steps) {
		const statements = [...(transaction === "same" ? files.pop() : void 0)?.statements ?? [], sql];
		files.push({
			inTransaction: transaction !== "none",
			statements
		});
	}
	return files;
}
/** A rewrite as SQL, in which a comment says where each file begins. */
function rewriteInSql(rewrite) {
	return filesOfRewrite(rewrite).map(({ inTransaction, statements }, index) => {
		const how = inTransaction ? "" : ", without a transaction";
		return [`-- file ${index + 1}${how}`, ...statements.map((sql) => `${sql};`)].join("\n");
	}).join("\n");
}
export { sharesOfLoss as a, pointsOfLevel as i, rewriteInSql as n, sizeSteps as o, defaultRisk as r, supplements as s, levels as t };

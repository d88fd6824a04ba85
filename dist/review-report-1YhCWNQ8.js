import { n as assess } from "./evaluate-BRTDx6F0.js";
import { a as controlFilesOf, i as standingOf, t as actorOf } from "./decide-uQY24JhZ.js";
import { r as ownersOf } from "./codeowners-CUZnzeoY.js";
import { r as reportStatements } from "./check-scripts-DpCIqgwf.js";
/** Everything that a reader of the review may want, in one value for all renderers. */
function toReviewReport(loaded, judgement, evidence) {
	const { change, controls, databases } = loaded;
	const { codeowners, policy } = controls;
	const standing = standingOf(change, policy.agents);
	const paths = databases.flatMap(({ units }) => units.map(({ path }) => path));
	const rehearsed = [...evidence?.values() ?? []];
	return {
		change,
		files: databases.flatMap((database) => reportFiles(database, loaded, judgement)),
		refused: databases.flatMap(({ refused }) => refused),
		assessment: judgement.assessment,
		decision: judgement.decision,
		approvals: standing.approvals,
		disregarded: standing.disregarded,
		owners: paths.map((path) => toOwnersRow(path, codeowners && ownersOf(codeowners, path))),
		controlFiles: controlFilesOf(change),
		policy: {
			digest: policy.digest,
			mode: policy.mode
		},
		...combine(rehearsed, judgement)
	};
}
function toOwnersRow(path, ownership) {
	if (ownership === void 0) return {
		path,
		owners: [],
		reason: "The target branch has no CODEOWNERS file."
	};
	const { owners, line, reason } = ownership;
	return {
		path,
		owners,
		reason,
		...line === void 0 ? {} : { line }
	};
}
function reportFiles({ scripts, units }, { change, controls }, { effects, findings, decision }) {
	return scripts.flatMap((script, index) => {
		const unit = units[index];
		if (unit === void 0) return [];
		const own = findings.filter(({ unitId }) => unitId === unit.id);
		return [{
			path: unit.path,
			source: script.source,
			statements: reportStatements(script, effects),
			findings: own,
			assessment: assess({
				findings: own,
				actor: actorOf(change, controls.policy)
			}),
			decision
		}];
	});
}
/** Several databases are rehearsed each for itself and told as one story, in order. */
function combine(rehearsed, { decision }) {
	const [first] = rehearsed;
	if (first === void 0) return { notRehearsed: decision.kind === "deny" ? "It is denied already, so nothing was rehearsed." : "Nothing was rehearsed." };
	const failed = rehearsed.find(({ outcome }) => outcome.kind === "failed");
	return { evidence: {
		shadow: first.shadow,
		units: rehearsed.flatMap(({ units }) => units),
		outcome: (failed ?? first).outcome
	} };
}
export { toReviewReport as n, toOwnersRow as t };

import { n as deadlockHints, t as lockImpacts } from "./lock-impact-C_PGt0Rk.js";
import { r as assess } from "./evaluate-8e4mJB2A.js";
import { c as controlFilesOf, s as standingOf } from "./demand-Cx0bx7gT.js";
import { r as ownersOf } from "./codeowners-CUZnzeoY.js";
import { t as actorOf } from "./decide-ChO2ElCE.js";
import { n as expiryInWords } from "./suppress-xqVoLrX3.js";
import { r as reportStatements } from "./check-scripts-B6TNbcrN.js";
/** Everything that a reader of the review may want, in one value for all renderers. */
function toReviewReport(loaded, judgement, evidence) {
	const { change, controls, databases } = loaded;
	const { codeowners, policy } = controls;
	const standing = standingOf(change, policy.agents);
	const paths = databases.flatMap(({ units }) => units.map(({ path }) => path));
	const rehearsed = [...evidence?.values() ?? []];
	const notices = [...loaded.notices ?? [], ...judgement.expired.map(expiryInWords)];
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
		...notices.length === 0 ? {} : { notices },
		...combine(rehearsed, judgement),
		...waits(evidence, loaded)
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
function reportFiles({ database, scripts, units }, { change, controls: { policy }, facts }, { effects, findings, decision }) {
	const takenAt = facts?.get(database.name)?.takenAt;
	const actor = actorOf(change, policy);
	return scripts.flatMap((script, index) => {
		const unit = units[index];
		if (unit === void 0) return [];
		const own = findings.filter(({ unitId }) => unitId === unit.id);
		return [{
			path: unit.path,
			source: script.source,
			statements: reportStatements(script, effects),
			findings: own,
			...takenAt === void 0 ? {} : { factsTakenAt: takenAt },
			assessment: assess({
				findings: own,
				actor,
				risk: policy.risk
			}),
			decision
		}];
	});
}
/** By the facts of each database, where somebody made some. */
function waits(evidence, { facts }) {
	if (evidence === void 0 || evidence.size === 0) return {};
	return {
		impacts: [...evidence].flatMap(([name, one]) => lockImpacts(one, facts?.get(name))),
		deadlocks: [...evidence].flatMap(([name, one]) => deadlockHints(one, facts?.get(name)))
	};
}
/** Several databases are rehearsed each for itself and told as one story, in order. */
function combine(rehearsed, { decision }) {
	const [first] = rehearsed;
	if (first === void 0) return { notRehearsed: decision.kind === "deny" ? "It is denied already, so nothing was rehearsed." : "Nothing was rehearsed." };
	const failed = rehearsed.find(({ outcome }) => outcome.kind === "failed") ?? rehearsed.find(({ outcome }) => outcome.kind !== "completed");
	return { evidence: {
		shadow: first.shadow,
		units: rehearsed.flatMap(({ units }) => units),
		outcome: (failed ?? first).outcome
	} };
}
export { toReviewReport as n, toOwnersRow as t };

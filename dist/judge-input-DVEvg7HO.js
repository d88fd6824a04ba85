import { t as targetName } from "./target-C5xqcRip.js";
import { n as decide, t as actorOf } from "./decide-uQY24JhZ.js";
import { a as advance, i as effectsOf, n as assess, o as emptyCatalog, r as observedEffects, t as evaluateRules } from "./evaluate-BRTDx6F0.js";
/** The whole decision as one pure function: called before the rehearsal, and again with what it saw. */
function judge(input) {
	const parts = input.databases.map((database) => judgeDatabase(database, input.policy));
	const effects = parts.flatMap((part) => part.effects);
	const findings = parts.flatMap((part) => part.findings);
	const targets = input.databases.flatMap(({ target }) => target === void 0 ? [] : [target]);
	const actor = actorOf(input.change, input.policy);
	const target = targets.at(-1);
	const assessment = assess({
		findings,
		actor,
		...target === void 0 ? {} : { target }
	});
	return {
		effects,
		findings,
		assessment,
		decision: decide({
			...input,
			governed: input.databases.flatMap(({ paths }) => paths),
			findings,
			assessment,
			evidence: evidenceState(input),
			targets: targets.map(targetName)
		})
	};
}
function evidenceState({ rehearsal, databases }) {
	const touched = databases.filter(({ paths }) => paths.length > 0);
	if (touched.length === 0) return "not-needed";
	if (rehearsal === "pending") return "pending";
	if (touched.some(({ evidence }) => evidence?.outcome.kind === "failed")) return "failed";
	if (rehearsal === "skipped" || touched.some(({ evidence }) => evidence === void 0)) return "none";
	return "completed";
}
function judgeDatabase({ scripts, evidence, postgres }, { switched }) {
	const predicted = effectsOf(scripts, emptyCatalog);
	const observed = evidence === void 0 ? [] : observedEffects(evidence);
	const effects = [...predicted, ...observed];
	return {
		effects,
		findings: evaluateRules(effects, advance(emptyCatalog, predicted), scripts, {
			postgres,
			switched
		})
	};
}
/** What the judge is asked, before or after a rehearsal. */
function judgeInput(loaded, { rehearsal, evidence }) {
	const { change, controls, databases } = loaded;
	return {
		change,
		policy: controls.policy,
		codeowners: controls.codeowners,
		databases: databases.map(({ database, units, scripts }) => ({
			paths: [...new Set(units.map(({ path }) => path))],
			scripts,
			target: database.targets.at(-1),
			postgres: database.postgres,
			evidence: evidence?.get(database.name)
		})),
		refused: databases.flatMap(({ refused }) => refused),
		rehearsal
	};
}
export { judge as n, judgeInput as t };

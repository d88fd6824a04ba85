import { n as compareNaturally, r as withoutLeadingZeros, t as layouts } from "./layouts-B0BHNQca.js";
import { _ as advance, v as catalogOf } from "./rules-DFD3ZQXF.js";
import { t as targetName } from "./target-C5xqcRip.js";
import "./detect-CNMHzhC5.js";
import { n as decide, t as actorOf } from "./decide-ChO2ElCE.js";
import { a as effectsOf, i as observedEffects, n as weigh, r as assess, t as evaluateRules } from "./evaluate-8e4mJB2A.js";
import { r as suppress, t as expiredSuppressions } from "./suppress-xqVoLrX3.js";
/** The whole decision as one pure function: called before the rehearsal, and again with what it saw. */
function judge(input) {
	const parts = input.databases.map((database) => judgeDatabase(database, input.policy));
	const effects = parts.flatMap((part) => part.effects);
	const { suppressions = [], risk } = input.policy;
	const found = parts.flatMap((part) => part.findings);
	const findings = suppress(found, suppressions, input.now, effects);
	const targets = input.databases.flatMap(({ target }) => target === void 0 ? [] : [target]);
	const actor = actorOf(input.change, input.policy);
	const assessment = assess({
		findings,
		actor,
		targets,
		risk
	});
	return {
		effects,
		findings,
		assessment,
		decision: decide({
			...input,
			governed: input.databases.flatMap(({ paths }) => paths),
			findings: findings.filter(({ suppressed }) => suppressed === void 0),
			assessment,
			evidence: evidenceState(input),
			targets: targets.map(targetName)
		}),
		expired: expiredSuppressions(suppressions, input.now)
	};
}
function evidenceState({ rehearsal, databases }) {
	const touched = databases.filter(({ paths }) => paths.length > 0);
	if (touched.length === 0) return "not-needed";
	if (rehearsal === "pending") return "pending";
	if (touched.some(({ evidence }) => evidence?.outcome.kind === "failed")) return "failed";
	if (touched.some(({ evidence }) => evidence?.outcome.kind === "not-rehearsable")) return "not-rehearsable";
	if (rehearsal === "skipped" || touched.some(({ evidence }) => evidence === void 0)) return "none";
	return "completed";
}
function judgeDatabase({ scripts, evidence, postgres, facts, masking }, { switched, risk }) {
	const before = catalogOf(facts);
	const predicted = effectsOf(scripts, before, { postgres });
	const observed = evidence === void 0 ? [] : observedEffects(evidence);
	const effects = [...predicted, ...observed];
	const findings = evaluateRules(effects, advance(before, predicted), scripts, {
		postgres,
		switched
	});
	return {
		effects,
		findings: weigh(findings, {
			facts,
			effects,
			risk,
			switched,
			masking
		})
	};
}
/**
* What the tool would refuse or silently skip of these new files, by what it recorded in the target:
* a version that ran already, one below the newest, a stamp (by path) that is not above the newest, and
* anything after a migration that failed. A
* target without a readable history says nothing. Facts that are stale cannot tell that a failure
* still stands; what ran stays run.
*/
function findHistoryRefusals(name, paths, { histories, stale }, stamps = /* @__PURE__ */ new Map()) {
	const found = historyOf(name, histories);
	if (found === void 0) return [];
	const { layout, history } = found;
	const failed = stale ? void 0 : history.entries.findLast(({ succeeded }) => !succeeded);
	if (failed !== void 0) return paths.map((path) => ({
		path,
		reason: stuck(layout, failed)
	}));
	const recorded = history.entries.map((entry) => recordOf(layout, entry));
	return paths.flatMap((path) => {
		const stamp = stamps.get(path);
		const reason = stamp === void 0 ? reasonOf$1(layout, path, recorded) : reasonOfStamp(layout, stamp, recorded);
		return reason === void 0 ? [] : [{
			path,
			reason
		}];
	});
}
/** The one history that the tool of a layout would read; of two nobody here knows which. */
function historyOf(name, histories) {
	const layout = layouts.find((known) => known.name === name);
	const [history, ...others] = histories.filter((known) => known.layout === name);
	if (layout === void 0 || history === void 0 || others.length > 0) return void 0;
	return {
		layout,
		history
	};
}
/** What the history would call a running file; undefined where it has no version. */
function recordedAs(layout, path) {
	const role = layout.roleOf(path);
	if (role.kind !== "runs" || role.version === void 0) return void 0;
	return layout.record?.nameOf?.(path) ?? withoutLeadingZeros(role.version);
}
/** What an entry is called. Some tools keep the name of the file, which says the version as the file does. */
function recordOf(layout, { name, version }) {
	if (layout.record?.nameOf !== void 0) return version;
	const role = layout.roleOf(name ?? "");
	if (role.kind === "runs" && role.version !== void 0) return role.version;
	return withoutLeadingZeros(version);
}
function reasonOf$1(layout, path, recorded) {
	const role = layout.roleOf(path);
	const version = recordedAs(layout, path);
	if (role.kind !== "runs" || version === void 0 || role.repeats) return void 0;
	if (recorded.includes(version)) return `The target has recorded version ${version} as run, so ${layout.tool} would never run this file. Give it a version of its own.`;
	const newest = recorded.toSorted(compareNaturally).at(-1);
	if (layout.late === void 0 || newest === void 0 || compareNaturally(version, newest) > 0) return void 0;
	return `Its version is below ${newest}, which the target has recorded as run. ${layout.late}`;
}
/** A tool that looks at the newest stamp alone says nothing when it skips. */
function reasonOfStamp(layout, stamp, recorded) {
	const newest = recorded.toSorted(compareNaturally).at(-1);
	if (newest === void 0 || compareNaturally(stamp, newest) > 0) return void 0;
	return `Its stamp ${stamp} is not above ${newest}, the newest that the target has recorded, so ${layout.tool} would silently skip this file. Generate it again on top of what ran.`;
}
function stuck(layout, { version }) {
	return `The target has recorded that version ${version} failed, and ${layout.tool} runs nothing more until that is repaired. Repair it and take the facts anew.`;
}
/**
* Files that are not what the target has recorded as run, by the checksum that their tool keeps.
* Facts that are stale say nothing: what was recorded may have been repaired since.
*/
function findEdited(layoutName, applied, facts) {
	const found = facts.stale ? void 0 : historyOf(layoutName, facts.histories);
	if (found === void 0) return {
		refused: [],
		restored: /* @__PURE__ */ new Set()
	};
	const { layout, history } = found;
	const differing = applied.flatMap((file) => {
		const recorded = checksumsRecorded(layout, history, file);
		const isOther = (sums) => recorded.length > 0 && sums.length > 0 && !sums.some((sum) => recorded.includes(sum));
		return isOther(file.before) || isOther(file.after) ? [{
			file,
			stays: isOther(file.after)
		}] : [];
	});
	return {
		refused: differing.flatMap(({ file: { path }, stays }) => stays ? [{
			path,
			reason: reasonOf(layout)
		}] : []),
		restored: new Set(differing.flatMap(({ file, stays }) => stays ? [] : [file.path]))
	};
}
function checksumsRecorded(layout, { entries }, { path, stamp }) {
	const role = layout.roleOf(path);
	if (role.kind !== "runs" || role.repeats) return [];
	const name = stamp ?? recordedAs(layout, path);
	return entries.filter((entry) => entry.succeeded && recordOf(layout, entry) === name).filter((entry) => groupOf(layout, entry) === void 0 || groupOf(layout, entry) === role.group).flatMap(({ checksum }) => checksum?.toLowerCase() ?? []);
}
/** A baseline of Flyway has the version of a file that it stands for. */
function groupOf(layout, { name }) {
	const role = layout.roleOf(name ?? "");
	return role.kind === "runs" ? role.group : void 0;
}
function reasonOf({ tool, record }) {
	return `It is not what the target ran: ${tool} recorded another checksum. ${record?.edited ?? ""} Put back what ran and bring the difference in a new file, or repair what ${tool} recorded and take the facts anew.`;
}
/** What the judge is asked, before or after a rehearsal. */
function judgeInput(loaded, { rehearsal, evidence }) {
	const { change, controls, databases, facts: known } = loaded;
	return {
		change,
		policy: controls.policy,
		codeowners: controls.codeowners,
		databases: databases.map(({ database, units, scripts }) => ({
			...withFacts(known?.get(database.name)),
			masking: controls.masking?.databases.find((one) => one.database === database.name),
			paths: [...new Set(units.map(({ path }) => path))],
			scripts,
			target: database.targets.at(-1),
			postgres: database.postgres,
			evidence: evidence?.get(database.name)
		})),
		refused: databases.flatMap((part) => refusedOf(part, loaded)),
		rehearsal,
		now: change.pullRequest.mergedAt ?? loaded.now
	};
}
function withFacts(facts) {
	return facts === void 0 ? {} : { facts };
}
/** Where Sluice applies, a tool's own table is a memory of earlier days. */
function refusedOf(part, loaded) {
	const { database, units, stamps, applied = [], refused } = part;
	const facts = loaded.facts?.get(database.name);
	if (facts === void 0 || loaded.controls.policy.apply === "sluice") return refused;
	const paths = [...new Set(units.map(({ path }) => path))];
	const edited = findEdited(database.layout, applied, facts);
	return [
		...refused.filter(({ path, reason }) => reason !== "It is on the target branch already and may have been applied: an edit would run nowhere. Add a new file instead." || !edited.restored.has(path)),
		...findHistoryRefusals(database.layout, paths, facts, stamps),
		...edited.refused
	];
}
export { judge as n, judgeInput as t };

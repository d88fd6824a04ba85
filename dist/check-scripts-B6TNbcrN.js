import { _ as advance, v as catalogOf } from "./rules-DFD3ZQXF.js";
import { t as levels } from "./finding-BXX8QpXG.js";
import { a as effectsOf, n as weigh, r as assess, t as evaluateRules } from "./evaluate-8e4mJB2A.js";
import { r as suppress } from "./suppress-xqVoLrX3.js";
/** Nobody is known to have written a file that is only read. */
const nobody = {
	kind: "human",
	login: "",
	onBehalfOf: []
};
/** What is said of all files together. */
function toReport(files, { risk, used, notices = [] }) {
	const findings = files.flatMap((file) => file.findings);
	const assessed = assess({
		findings,
		actor: nobody,
		risk
	});
	const unknown = files.some(({ assessment }) => assessment.unknown);
	return {
		files,
		...used === void 0 ? {} : { policy: used },
		...notices.length === 0 ? {} : { notices },
		assessment: {
			...assessed,
			unknown
		},
		decision: worst(files)
	};
}
/** What is said of one file; nothing of it holds its trees. */
function checkFile({ path, script, refused = [] }, options) {
	const before = catalogOf(options.factsOf?.(path));
	const postgres = options.postgresOf(path);
	const effects = effectsOf([script], before, { postgres });
	const catalog = advance(before, effects);
	const found = evaluateRules(effects, catalog, [script], {
		postgres,
		switched: options.switched
	});
	const { facts } = before;
	const { risk, switched } = options;
	const masking = options.maskingOf?.(path);
	const weighed = weigh(found, {
		facts,
		effects,
		risk,
		switched,
		masking
	});
	const allowed = options.suppressionsOf?.(path) ?? [];
	const findings = suppress(weighed, allowed, options.now, effects);
	const assessed = assess({
		findings,
		actor: nobody,
		risk
	});
	const assessment = {
		...assessed,
		unknown: assessed.unknown || refused.length > 0
	};
	return {
		path,
		source: script.source,
		statements: reportStatements(script, effects),
		findings,
		...facts === void 0 ? {} : { factsTakenAt: facts.takenAt },
		assessment,
		decision: refused.length > 0 ? deny(refused) : decideFile(path, {
			findings,
			assessment
		}, options)
	};
}
/** Statements with their places and effects, for the report. */
function reportStatements(script, effects) {
	const byStatement = /* @__PURE__ */ new Map();
	for (const effect of effects) {
		if (effect.unitId !== script.unitId) continue;
		const known = byStatement.get(effect.statement);
		if (known === void 0) byStatement.set(effect.statement, [effect]);
		else known.push(effect);
	}
	return script.statements.map((statement, index) => ({
		line: statement.place.line,
		column: statement.place.column,
		sql: statement.text,
		kind: kindOf(statement),
		effects: byStatement.get(index) ?? []
	}));
}
function kindOf(statement) {
	return statement.kind === "parsed" ? statement.tag : "unparsed";
}
function decideFile(path, { findings: all, assessment }, { askOwnRules, failOn }) {
	const findings = all.filter(({ suppressed }) => suppressed === void 0);
	const denying = findings.filter(({ denies }) => denies);
	if (denying.length > 0) return deny(denying.map(({ rule, message }) => `${rule}: ${message}`));
	if (failOn !== void 0 && findings.length > 0 && reaches(assessment.level, failOn)) return deny([`The level ${assessment.level} reaches --fail-on ${failOn}.`]);
	return askOwnRules?.(path, {
		findings,
		assessment
	}) ?? awaitOrAllow(assessment);
}
/** Low risk waits for nobody; a pull request says who is waited for, so no name stands here. */
function awaitOrAllow({ level, destructive, unknown }) {
	if (level === "low" && !destructive && !unknown) return {
		kind: "allow",
		reason: reason("satisfied", "Nothing in it asks for an approval.")
	};
	return {
		kind: "await-approval",
		missing: [{
			rule: destructive ? "destructive" : unknown ? "unknown" : "level",
			paths: [],
			anyOf: [],
			disregarded: []
		}],
		reason: reason("missing", "Its risk asks for an approval.")
	};
}
function reaches(level, bar) {
	return levels.indexOf(level) >= levels.indexOf(bar);
}
function deny(because) {
	const children = because.map((description) => reason("denied", description));
	return {
		kind: "deny",
		because,
		reason: {
			...reason("denied", "It is refused."),
			children
		}
	};
}
function reason(status, description) {
	return {
		rule: "check",
		status,
		description,
		children: []
	};
}
/** The decision of the whole is that of its worst file. */
function worst(files) {
	const decisions = files.map(({ decision }) => decision);
	const because = decisions.flatMap((decision) => decision.kind === "deny" ? decision.because : []);
	if (because.length > 0) return deny(because);
	return decisions.find(({ kind }) => kind === "await-approval") ?? {
		kind: "allow",
		reason: reason("satisfied", "Nothing in it asks for an approval.")
	};
}
export { toReport as i, nobody as n, reportStatements as r, checkFile as t };

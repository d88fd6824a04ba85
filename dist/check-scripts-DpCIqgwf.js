import { a as advance, i as effectsOf, n as assess, o as emptyCatalog, t as evaluateRules } from "./evaluate-BRTDx6F0.js";
import { t as levels } from "./finding-B2fSxl_J.js";
/** Nobody is known to have written a file that is only read. */
const nobody = {
	kind: "human",
	login: "",
	onBehalfOf: []
};
/**
* Judges each file alone: a folder may hold what ran years ago, and a table that an old file created
* is nobody's to drop freely today.
*/
function checkScripts(files, options) {
	const reported = files.map((file) => checkFile(file, options));
	const findings = reported.flatMap((file) => file.findings);
	const assessed = assess({
		findings,
		actor: nobody
	});
	const unknown = reported.some(({ assessment }) => assessment.unknown);
	return {
		files: reported,
		assessment: {
			...assessed,
			unknown
		},
		decision: worst(reported)
	};
}
function checkFile({ path, script, refused = [] }, options) {
	const effects = effectsOf([script], emptyCatalog);
	const catalog = advance(emptyCatalog, effects);
	const findings = evaluateRules(effects, catalog, [script], {
		postgres: options.postgresOf(path),
		switched: options.switched
	});
	const assessed = assess({
		findings,
		actor: nobody
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
function decideFile(path, judged, { askOwnRules, failOn }) {
	const { findings, assessment } = judged;
	const denying = findings.filter(({ denies }) => denies);
	if (denying.length > 0) return deny(denying.map(({ rule, message }) => `${rule}: ${message}`));
	if (failOn !== void 0 && findings.length > 0 && reaches(assessment.level, failOn)) return deny([`The level ${assessment.level} reaches --fail-on ${failOn}.`]);
	return askOwnRules?.(path, judged) ?? awaitOrAllow(assessment);
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
export { nobody as n, reportStatements as r, checkScripts as t };

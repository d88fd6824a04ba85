import { n as digestOf } from "./digest-YHUy-tYU.js";
import { t as layouts } from "./layouts-B0BHNQca.js";
import { a as readMap, c as readYaml, i as readList, l as requireCell, n as readBoolean, o as readText, r as readInteger, s as readWord, u as requireVersion } from "./yaml-BplRaur8.js";
import { t as readOwner } from "./owner-name-_uCwDSQ4.js";
import { n as readGlobs, t as readDatabases } from "./policy-databases-DVAniViV.js";
import { n as conditionProblem } from "./condition-Cl-q9eQ8.js";
import { r as defaultRisk, t as levels } from "./finding-BXX8QpXG.js";
import { t as rules } from "./rules-DFD3ZQXF.js";
import { t as nearest } from "./nearest-BfbmE5Hk.js";
/** What holds where the policy says nothing. */
const defaultLimits = {
	lockTimeoutMs: 2e3,
	statementTimeoutMs: 6e4
};
/** `limits: {lock-timeout: 2s, statement-timeout: 60s}`, each optional. */
function readLimits(cell, problems) {
	const entries = readMap(cell, problems, ["lock-timeout", "statement-timeout"]);
	const lock = entries.get("lock-timeout");
	const statement = entries.get("statement-timeout");
	return {
		lockTimeoutMs: lock === void 0 ? defaultLimits.lockTimeoutMs : readDuration(lock, problems),
		statementTimeoutMs: statement === void 0 ? defaultLimits.statementTimeoutMs : readDuration(statement, problems)
	};
}
/** `facts: { max-age-days: 7 }`. */
function readFactsMaxAge(cell, problems) {
	const days = readMap(cell, problems, ["max-age-days"]).get("max-age-days");
	return days === void 0 ? void 0 : readInteger(days, problems, [1, 365]);
}
const unitMs = /* @__PURE__ */ new Map([
	["ms", 1],
	["s", 1e3],
	["min", 6e4]
]);
/** Zero is refused: to PostgreSQL it means no limit at all. */
function readDuration(cell, problems) {
	const text = readText(cell, problems, 20) ?? "";
	const [, digits, unit = ""] = /^(\d{1,7})(ms|s|min)$/.exec(text) ?? [];
	const ms = Number(digits ?? 0) * (unitMs.get(unit) ?? 0);
	if (ms > 0 && ms <= 36e5) return ms;
	problems.report(cell, `${cell.name} has to be a duration such as 500ms, 2s or 5min, up to 60min`);
	return 1;
}
/** A list of `@login`, `@organization/team` or e-mail addresses. */
function readOwners(cell, problems) {
	return readList(cell, problems).flatMap((item) => {
		const text = readText(item, problems, 200);
		const owner = text === void 0 ? void 0 : readOwner(text);
		if (text !== void 0 && owner === void 0) problems.report(item, `${item.name} has to be @login or @organization/team`);
		return owner === void 0 ? [] : [owner];
	});
}
/** A list of logins, lower case. */
function readLogins(cell, problems) {
	return readList(cell, problems).flatMap((item) => {
		const login = readText(item, problems, 120)?.toLowerCase().replace(/^@/, "");
		if (login !== void 0 && /^[a-z0-9][a-z0-9-_]*(?:\[bot\])?$/.test(login)) return [login];
		if (login !== void 0) problems.report(item, `${item.name} has to be a login`);
		return [];
	});
}
const requirementKeys = [
	"owners",
	"people",
	"one-of",
	"deny"
];
/** The approval rules; every condition is compiled and its types are checked here. */
function readRules(cell, problems) {
	const rules = readList(cell, problems).map((item) => ({
		item,
		rule: readRule(item, problems)
	}));
	const names = /* @__PURE__ */ new Set();
	for (const { item, rule } of rules) {
		if (rule !== void 0 && names.has(rule.name)) problems.report(item, `two rules have the name ${rule.name}`);
		names.add(rule?.name ?? "");
	}
	return rules.flatMap(({ rule }) => rule === void 0 ? [] : [rule]);
}
function readRule(item, problems) {
	const entries = readMap(item, problems, [
		"name",
		"when",
		...requirementKeys
	]);
	const nameCell = requireCell(entries, "name", item, problems);
	const name = nameCell === void 0 ? void 0 : readText(nameCell, problems, 100);
	const when = entries.get("when");
	const condition = when === void 0 ? void 0 : readCondition(when, problems);
	const requires = readRequirement(item, entries, problems);
	if (name === void 0 || requires === void 0) return void 0;
	return {
		name,
		...condition === void 0 ? {} : { when: condition },
		requires
	};
}
function readCondition(cell, problems) {
	const source = readText(cell, problems, 2e3);
	const wrong = source === void 0 ? void 0 : conditionProblem(source);
	if (wrong !== void 0) problems.report(cell, `${cell.name}: ${wrong}`);
	return source;
}
function readRequirement(item, entries, problems) {
	const asked = requirementKeys.filter((key) => entries.has(key));
	const [key] = asked;
	const cell = key === void 0 ? void 0 : entries.get(key);
	if (asked.length === 1 && key !== void 0 && cell !== void 0) return toRequirement(key, cell, problems);
	problems.report(item, `${item.name} needs exactly one of ${requirementKeys.join(", ")}`);
}
function toRequirement(key, cell, problems) {
	switch (key) {
		case "owners":
			if (readBoolean(cell, problems) === false) problems.report(cell, "owners: false asks nothing; remove the rule");
			return { kind: "owners" };
		case "people": {
			const count = readInteger(cell, problems, [1, 10]);
			return count === void 0 ? void 0 : {
				kind: "people",
				count
			};
		}
		case "one-of": {
			const owners = readOwners(cell, problems);
			if (owners.length === 0) problems.report(cell, `${cell.name} names nobody`);
			return {
				kind: "one-of",
				owners
			};
		}
		case "deny": {
			const because = readText(cell, problems);
			return because === void 0 ? void 0 : {
				kind: "deny",
				because
			};
		}
	}
}
const levelNames = [
	"medium",
	"high",
	"critical"
];
/**
* `risk: { small-table: { rows: 10000, bytes: 16MB }, levels: { medium: 15, high: 40, critical: 70 } }`,
* each optional. A level can begin earlier than it does by itself, never later.
*/
function readRisk(cell, problems) {
	const entries = readMap(cell, problems, ["small-table", "levels"]);
	const small = entries.get("small-table");
	const levels = entries.get("levels");
	return {
		smallTable: small === void 0 ? defaultRisk.smallTable : readSmallTable(small, problems),
		levels: levels === void 0 ? defaultRisk.levels : readLevels(levels, problems)
	};
}
function readSmallTable(cell, problems) {
	const entries = readMap(cell, problems, ["rows", "bytes"]);
	const rows = entries.get("rows");
	const bytes = entries.get("bytes");
	const { smallTable } = defaultRisk;
	return {
		rows: (rows && readInteger(rows, problems, [0, 1e6])) ?? smallTable.rows,
		bytes: (bytes && readBytes(bytes, problems)) ?? smallTable.bytes
	};
}
const unitBytes = /* @__PURE__ */ new Map([
	["kB", 1024],
	["MB", 1024 ** 2],
	["GB", 1024 ** 3]
]);
function readBytes(cell, problems) {
	const text = readText(cell, problems, 20) ?? "";
	if (!/^(?:\d{1,6}kB|\d{1,3}MB|[01]GB)$/.test(text)) {
		problems.report(cell, `${cell.name} has to be a size such as 512kB or 16MB, up to 1GB`);
		return;
	}
	return Number(text.slice(0, -2)) * (unitBytes.get(text.slice(-2)) ?? 0);
}
function readLevels(cell, problems) {
	const entries = readMap(cell, problems, levelNames);
	const from = (name) => {
		const found = entries.get(name);
		const latest = defaultRisk.levels[name];
		return (found && readInteger(found, problems, [1, latest])) ?? latest;
	};
	const levels = {
		medium: from("medium"),
		high: from("high"),
		critical: from("critical")
	};
	if (levels.medium > levels.high || levels.high > levels.critical) problems.report(cell, "medium cannot begin after high, nor high after critical");
	return levels;
}
/** What the guardians allow for a while: which rule, about which object, why, and until when. */
function readSuppressions(cell, problems) {
	return readList(cell, problems).flatMap((item) => readSuppression(item, problems) ?? []);
}
function readSuppression(item, problems) {
	const entries = readMap(item, problems, [
		"rule",
		"object",
		"reason",
		"expires",
		"paths"
	]);
	const read = (key, longest) => {
		const cell = requireCell(entries, key, item, problems);
		return cell === void 0 ? void 0 : readText(cell, problems, longest);
	};
	const rule = read("rule", 100);
	const object = read("object", 300);
	const reason = read("reason", 500);
	const expires = read("expires", 10);
	const pathsCell = entries.get("paths");
	const paths = pathsCell === void 0 ? void 0 : readGlobs(pathsCell, problems);
	if (rule === void 0 || object === void 0) return void 0;
	if (reason === void 0 || expires === void 0) return void 0;
	for (const problem of [
		ruleProblem(rule),
		objectProblem(object),
		dayProblem(expires)
	]) if (problem !== void 0) problems.report(item, `${item.name}: ${problem}`);
	return {
		rule,
		object,
		reason,
		expires,
		...paths === void 0 ? {} : { paths }
	};
}
function ruleProblem(id) {
	if (rules.some((rule) => rule.id === id)) return void 0;
	const guess = nearest(id, rules.map((rule) => rule.id));
	return `there is no rule ${id}; ${guess === void 0 ? "docs/rules/README.md lists them" : `did you mean ${guess}?`}`;
}
function objectProblem(object) {
	if (/^[a-z]+(?: [a-z]+)* [^\s]/.test(object)) return void 0;
	return "object has to be written as the report names it, such as table public.users or column users.email";
}
function dayProblem(day) {
	if (/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(day)) return void 0;
	return "expires has to be the last day that it holds, such as 2027-01-31";
}
const words = [
	"on",
	"off",
	...levels
];
/** Rules about taste and whether they speak. What protects the database cannot be switched. */
function readSwitchedRules(cell, problems) {
	const tastes = rules.flatMap((rule) => rule.default === "off" ? [rule.id] : []);
	const entries = [...readMap(cell, problems, "anything")].flatMap(([id, value]) => {
		if (!tastes.some((taste) => taste === id)) {
			problems.report(value, `${value.name}: ${refusalOf(id, tastes)}`);
			return [];
		}
		const word = readWord(value, problems, words);
		return word === void 0 ? [] : [[id, word]];
	});
	return new Map(entries);
}
function refusalOf(id, tastes) {
	if (rules.some((rule) => rule.id === id)) return `${id} is always on; only rules about taste can be switched`;
	const guess = nearest(id, tastes);
	return `there is no rule ${id}; ${guess === void 0 ? "docs/rules/README.md lists them" : `did you mean ${guess}?`}`;
}
/** The texts of policies/, written by scripts/write-presets.mjs. */
const presets = /* @__PURE__ */ new Map([
	["default", "# The floor (destructive needs an owner, an agent needs a person, and so on) always holds.\nversion: 1\nmode: enforce\napprovals:\n  - name: high risk needs a second person\n    when: risk.level in [\"high\", \"critical\"]\n    people: 1\nexamples:\n  - name: a harmless change of a person is allowed\n    given: { actor: human, level: low }\n    expect: allow\n  - name: a risky change waits for a person\n    given: { actor: human, level: high }\n    expect: await-approval\n  - name: a risky change that a colleague approved is allowed\n    given: { actor: human, level: high, approved-by: [bea] }\n    expect: allow\n  - name: a destructive change waits for the owner\n    given: { actor: human, level: high, destructive: true, approved-by: [bea] }\n    expect: await-approval\n  - name: a destructive change that the owner approved is allowed\n    given: { actor: human, level: high, destructive: true, approved-by: [olga] }\n    expect: allow\n  - name: a refused statement is denied whoever approves it\n    given: { actor: human, level: critical, denies: true, approved-by: [bea, olga] }\n    expect: deny\n  - name: a failed rehearsal is denied\n    given: { actor: human, level: low, evidence: failed }\n    expect: deny\n"],
	["strict", "# Every governed change needs its owner, and risky ones two people.\nversion: 1\nmode: enforce\nrisk:\n  small-table: { rows: 1000, bytes: 1MB }\n  levels: { high: 30, critical: 60 }\napprovals:\n  - name: owners of every governed file\n    when: size(change.governed) > 0\n    owners: true\n  - name: high risk needs two people\n    when: risk.level in [\"high\", \"critical\"]\n    people: 2\n  - name: destructive agents\n    when: risk.destructive && actor.kind == \"agent\"\n    deny: An agent cannot propose a destructive change. A person has to submit it.\nexamples:\n  - name: a harmless change waits for the owner\n    given: { actor: human, level: low }\n    expect: await-approval\n  - name: a harmless change that the owner approved is allowed\n    given: { actor: human, level: low, approved-by: [olga] }\n    expect: allow\n  - name: a risky change waits for the second person\n    given: { actor: human, level: high, approved-by: [olga] }\n    expect: await-approval\n  - name: a risky change that two people approved is allowed\n    given: { actor: human, level: high, approved-by: [bea, olga] }\n    expect: allow\n  - name: an agent cannot destroy\n    given: { actor: agent, level: high, destructive: true, approved-by: [bea, olga] }\n    expect: deny\n"],
	["agents", "# For repositories in which agents write migrations: the owner reads everything that they write.\nversion: 1\nmode: enforce\napprovals:\n  - name: owners read what agents write\n    when: actor.kind == \"agent\" && size(change.governed) > 0\n    owners: true\n  - name: agents do not run what nobody can read\n    when: actor.kind == \"agent\" && risk.unknown\n    deny: An agent cannot propose SQL that cannot be judged. Write the statements out.\n  - name: high risk needs a second person\n    when: risk.level in [\"high\", \"critical\"]\n    people: 1\nexamples:\n  - name: a harmless change of a person is allowed\n    given: { actor: human, level: low }\n    expect: allow\n  - name: a harmless change of an agent waits for the owner\n    given: { actor: agent, level: low, approved-by: [bea] }\n    expect: await-approval\n  - name: a harmless change of an agent that the owner approved is allowed\n    given: { actor: agent, level: low, approved-by: [olga] }\n    expect: allow\n  - name: the person who asked the agent cannot approve\n    given: { actor: agent, level: low, approved-by: [ivan] }\n    expect: await-approval\n  - name: an agent cannot be unclear\n    given: { actor: agent, level: medium, unknown: true, approved-by: [olga] }\n    expect: deny\n"],
	["small-team", "# For a few people who own everything together: one pair of eyes more where it matters.\nversion: 1\nmode: enforce\napprovals:\n  - name: medium risk needs a second person\n    when: risk.level != \"low\"\n    people: 1\nlimits: { lock-timeout: 5s, statement-timeout: 5min }\nexamples:\n  - name: a harmless change of a person is allowed\n    given: { actor: human, level: low }\n    expect: allow\n  - name: a change of some risk waits for a second person\n    given: { actor: human, level: medium }\n    expect: await-approval\n  - name: a change of some risk that a colleague approved is allowed\n    given: { actor: human, level: medium, approved-by: [bea] }\n    expect: allow\n  - name: a harmless change of an agent waits for a person\n    given: { actor: agent, level: low }\n    expect: await-approval\n"]
]);
const keys = [
	"version",
	"extends",
	"mode",
	"apply",
	"databases",
	"approvals",
	"rules",
	"guardians",
	"fallback-owners",
	"agents",
	"limits",
	"facts",
	"risk",
	"suppressions"
];
const ownKeys = [
	"extends",
	"databases",
	"suppressions"
];
const presetKeys = [...keys.filter((key) => !ownKeys.includes(key)), "examples"];
/**
* Reads `.sluice/policy.yml`. With `extends`, the preset's approval rules come first and its lists
* are joined with the file's; a single value of the file replaces the preset's. Throws SluiceError
* input/policy that lists everything that is wrong as `path:line:column what`.
*/
function parsePolicy(text, path, layoutNames = ["auto", ...layouts.map(({ name }) => name)]) {
	return toPolicy(readPart(text, path, {
		layoutNames,
		preset: false
	}), text);
}
const presetOptions = {
	layoutNames: [],
	preset: true
};
function toPolicy(own, text) {
	const digest = digestOf(text);
	const base = presets.get(own.extends ?? "");
	if (base === void 0) return {
		digest,
		...withDefaults(own)
	};
	const preset = readPart(base, `policies/${own.extends}.yml`, presetOptions);
	return {
		digest: digestOf(`${digest}\n${digestOf(base)}`),
		...withDefaults(merge(preset, own))
	};
}
function merge(preset, own) {
	return {
		extends: void 0,
		mode: own.mode ?? preset.mode,
		apply: own.apply ?? preset.apply,
		limits: own.limits ?? preset.limits,
		factsMaxAgeDays: own.factsMaxAgeDays ?? preset.factsMaxAgeDays,
		risk: own.risk ?? preset.risk,
		suppressions: own.suppressions,
		databases: own.databases,
		rules: [...preset.rules, ...own.rules],
		guardians: [...preset.guardians, ...own.guardians],
		fallbackOwners: [...preset.fallbackOwners, ...own.fallbackOwners],
		agents: [...preset.agents, ...own.agents],
		switched: new Map([...preset.switched, ...own.switched])
	};
}
function withDefaults({ mode, apply, limits, factsMaxAgeDays, risk, suppressions, ...part }) {
	return {
		databases: part.databases,
		rules: part.rules,
		guardians: part.guardians,
		fallbackOwners: part.fallbackOwners,
		agents: [...new Set(part.agents)],
		switched: part.switched,
		mode: mode ?? "enforce",
		apply: apply ?? "sluice",
		limits: limits ?? defaultLimits,
		...factsMaxAgeDays === void 0 ? {} : { factsMaxAgeDays },
		...risk === void 0 ? {} : { risk },
		...suppressions.length === 0 ? {} : { suppressions }
	};
}
function readPart(text, path, options) {
	return readYaml({
		text,
		path,
		code: "input/policy"
	}, (root, problems) => readRoot(root, problems, options));
}
function readRoot(root, problems, { layoutNames, preset }) {
	const entries = readMap(root, problems, preset ? presetKeys : keys);
	requireVersion(entries, root, problems);
	if (!preset && !entries.has("databases")) problems.report(root, "the key databases is missing; it says what is governed");
	const read = (key, decode) => {
		const cell = entries.get(key);
		return cell === void 0 ? void 0 : decode(cell);
	};
	const list = (key, decode) => read(key, decode) ?? [];
	return {
		extends: read("extends", (cell) => readWord(cell, problems, [...presets.keys()])),
		mode: read("mode", (cell) => readWord(cell, problems, ["observe", "enforce"])),
		apply: read("apply", (cell) => readWord(cell, problems, ["sluice", "external"])),
		databases: list("databases", (cell) => readDatabases(cell, problems, layoutNames)),
		rules: list("approvals", (cell) => readRules(cell, problems)),
		guardians: list("guardians", (cell) => readOwners(cell, problems)),
		fallbackOwners: list("fallback-owners", (cell) => readOwners(cell, problems)),
		agents: list("agents", (cell) => readLogins(cell, problems)),
		switched: read("rules", (cell) => readSwitchedRules(cell, problems)) ?? /* @__PURE__ */ new Map(),
		limits: read("limits", (cell) => readLimits(cell, problems)),
		factsMaxAgeDays: read("facts", (cell) => readFactsMaxAge(cell, problems)),
		risk: read("risk", (cell) => readRisk(cell, problems)),
		suppressions: list("suppressions", (cell) => readSuppressions(cell, problems))
	};
}
export { parsePolicy as t };

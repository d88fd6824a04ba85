import { t as digestOf } from "./digest-Crtf6eAX.js";
import { t as layouts } from "./layouts-BhOPPjI6.js";
import { a as readMap, c as readYaml, i as readList, l as requireCell, n as readBoolean, o as readText, r as readInteger, s as readWord, u as requireVersion } from "./yaml-Dib2l8om.js";
import { t as readOwner } from "./owner-name-_uCwDSQ4.js";
import { n as conditionProblem } from "./condition-DaCYxy7R.js";
import { t as levels } from "./finding-B2fSxl_J.js";
import { t as rules } from "./rules-CFAdQrul.js";
import { t as nearest } from "./nearest-BfbmE5Hk.js";
/** The governed databases: at least one, each with paths, a layout and targets in order. */
function readDatabases(cell, problems, layoutNames) {
	const databases = readMap(cell, problems, "anything");
	if (databases.size === 0) problems.report(cell, "databases names none, so nothing is governed");
	return [...databases].map(([name, database]) => {
		checkName(name, database, problems);
		return readDatabase(name, database, {
			problems,
			layoutNames
		});
	});
}
function readDatabase(name, cell, { problems, layoutNames }) {
	const entries = readMap(cell, problems, [
		"paths",
		"layout",
		"postgres",
		"targets"
	]);
	const paths = requireCell(entries, "paths", cell, problems);
	const layout = requireCell(entries, "layout", cell, problems);
	const targets = requireCell(entries, "targets", cell, problems);
	const postgres = entries.get("postgres");
	const major = postgres === void 0 ? void 0 : readInteger(postgres, problems, [14, 18]);
	return {
		name,
		paths: paths === void 0 ? [] : readPaths(paths, problems),
		layout: (layout === void 0 ? void 0 : readWord(layout, problems, layoutNames)) ?? "",
		...major === void 0 ? {} : { postgres: major },
		targets: targets === void 0 ? [] : readTargets(name, targets, problems)
	};
}
function readPaths(cell, problems) {
	const paths = readList(cell, problems).flatMap((item) => {
		const path = readText(item, problems, 500);
		if (path !== void 0 && (/[[\]!]|\*\*\*/.test(path) || path === "/")) problems.report(item, `${item.name} is a glob without !, [ ], *** and not / alone`);
		return path === void 0 ? [] : [path];
	});
	if (paths.length === 0) problems.report(cell, `${cell.name} names no path`);
	return paths;
}
function readTargets(database, cell, problems) {
	const targets = [];
	for (const item of readList(cell, problems)) {
		const target = readTarget(database, item, {
			problems,
			earlier: targets
		});
		if (target !== void 0) targets.push(target);
	}
	return targets;
}
function readTarget(database, item, { problems, earlier }) {
	const entries = readMap(item, problems, [
		"name",
		"url",
		"after"
	]);
	const nameCell = requireCell(entries, "name", item, problems);
	const url = requireCell(entries, "url", item, problems);
	const name = nameCell === void 0 ? void 0 : readText(nameCell, problems, 100);
	if (name !== void 0) checkName(name, item, problems);
	if (earlier.some((target) => target.name === name)) problems.report(item, `two targets of ${database} have the name ${name}`);
	const after = readAfter(entries.get("after"), problems, earlier);
	const urlVariable = url === void 0 ? void 0 : readVariable(url, problems);
	if (name === void 0 || urlVariable === void 0) return void 0;
	return {
		database,
		name,
		urlVariable,
		...after === void 0 ? {} : { after }
	};
}
function readAfter(cell, problems, earlier) {
	const after = cell === void 0 ? void 0 : readText(cell, problems, 100);
	if (cell === void 0 || earlier.some(({ name }) => name === after)) return after;
	const message = `after has to name a target that stands before; before it: ${earlier.map(({ name }) => name).join(", ") || "none"}`;
	problems.report(cell, message);
}
/** `env:NAME`; the message does not repeat the value, which may hold a password. */
function readVariable(cell, problems) {
	const [, name] = /^env:([A-Z][A-Z0-9_]{0,99})$/.exec(readText(cell, problems) ?? "") ?? [];
	if (name === void 0) problems.report(cell, `${cell.name} has to be env:NAME: a URL holds a password, so only the name of its environment variable belongs here`);
	return name;
}
function checkName(name, cell, problems) {
	if (!/^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}$/.test(name)) problems.report(cell, `the name ${JSON.stringify(name)} has to be letters, digits, dots, - and _`);
}
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
	["strict", "# Every governed change needs its owner, and risky ones two people.\nversion: 1\nmode: enforce\napprovals:\n  - name: owners of every governed file\n    when: size(change.governed) > 0\n    owners: true\n  - name: high risk needs two people\n    when: risk.level in [\"high\", \"critical\"]\n    people: 2\n  - name: destructive agents\n    when: risk.destructive && actor.kind == \"agent\"\n    deny: An agent cannot propose a destructive change. A person has to submit it.\nexamples:\n  - name: a harmless change waits for the owner\n    given: { actor: human, level: low }\n    expect: await-approval\n  - name: a harmless change that the owner approved is allowed\n    given: { actor: human, level: low, approved-by: [olga] }\n    expect: allow\n  - name: a risky change waits for the second person\n    given: { actor: human, level: high, approved-by: [olga] }\n    expect: await-approval\n  - name: a risky change that two people approved is allowed\n    given: { actor: human, level: high, approved-by: [bea, olga] }\n    expect: allow\n  - name: an agent cannot destroy\n    given: { actor: agent, level: high, destructive: true, approved-by: [bea, olga] }\n    expect: deny\n"],
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
	"limits"
];
const presetKeys = [...keys.filter((key) => key !== "extends" && key !== "databases"), "examples"];
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
		databases: own.databases,
		rules: [...preset.rules, ...own.rules],
		guardians: [...preset.guardians, ...own.guardians],
		fallbackOwners: [...preset.fallbackOwners, ...own.fallbackOwners],
		agents: [...preset.agents, ...own.agents],
		switched: new Map([...preset.switched, ...own.switched])
	};
}
function withDefaults({ mode, apply, limits, ...part }) {
	return {
		databases: part.databases,
		rules: part.rules,
		guardians: part.guardians,
		fallbackOwners: part.fallbackOwners,
		agents: [...new Set(part.agents)],
		switched: part.switched,
		mode: mode ?? "enforce",
		apply: apply ?? "sluice",
		limits: limits ?? defaultLimits
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
	return {
		extends: read("extends", (cell) => readWord(cell, problems, [...presets.keys()])),
		mode: read("mode", (cell) => readWord(cell, problems, ["observe", "enforce"])),
		apply: read("apply", (cell) => readWord(cell, problems, ["sluice", "external"])),
		databases: read("databases", (cell) => readDatabases(cell, problems, layoutNames)) ?? [],
		rules: read("approvals", (cell) => readRules(cell, problems)) ?? [],
		guardians: read("guardians", (cell) => readOwners(cell, problems)) ?? [],
		fallbackOwners: read("fallback-owners", (cell) => readOwners(cell, problems)) ?? [],
		agents: read("agents", (cell) => readLogins(cell, problems)) ?? [],
		switched: read("rules", (cell) => readSwitchedRules(cell, problems)) ?? /* @__PURE__ */ new Map(),
		limits: read("limits", (cell) => readLimits(cell, problems))
	};
}
export { readVariable as n, parsePolicy as t };

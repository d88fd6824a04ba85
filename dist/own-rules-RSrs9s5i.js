import { t as askCondition } from "./condition-Cl-q9eQ8.js";
import { r as matchesGlob } from "./glob-CgK8Jx70.js";
import { n as nobody } from "./check-scripts-B6TNbcrN.js";
/**
* What a policy's own rules say of one file that is in no pull request: a rule that denies, denies;
* a rule that asks for an approval makes it wait. Undefined when no rule speaks.
*/
function askOwnRules(policy, path, { findings, assessment }) {
	const facts = {
		risk: assessment,
		findings,
		actor: nobody,
		change: {
			number: 0,
			targetBranch: "",
			paths: [path],
			governed: [path],
			controlFiles: []
		},
		targets: policy.databases.flatMap(({ name, targets }) => targets.map((target) => `${name}/${target.name}`)),
		evidence: "not-needed"
	};
	const spoken = policy.rules.flatMap((rule) => speak(rule, facts));
	const children = spoken.map(({ reason }) => reason);
	const because = spoken.flatMap(({ denies, reason }) => denies ? [reason.description] : []);
	if (because.length > 0) return {
		kind: "deny",
		because,
		reason: root("denied", children)
	};
	if (spoken.length === 0) return void 0;
	return {
		kind: "await-approval",
		missing: children.map(({ rule }) => ({
			rule,
			paths: [path],
			anyOf: [],
			disregarded: []
		})),
		reason: root("missing", children)
	};
}
/** The database that governs the path. */
function databaseOf({ databases }, path) {
	return databases.find(({ paths }) => paths.some((pattern) => matchesGlob(pattern, path)));
}
function speak(rule, facts) {
	const answer = rule.when === void 0 ? {
		kind: "answered",
		holds: true
	} : askCondition(rule.when, facts);
	if (answer.kind === "failed") return [denial(rule, `The condition of the rule ${rule.name} cannot be answered: ${answer.why}.`)];
	if (!answer.holds) return [];
	if (rule.requires.kind === "deny") return [denial(rule, rule.requires.because)];
	return [{
		denies: false,
		reason: reasonOf(rule, "missing", `The rule ${rule.name} asks for an approval.`)
	}];
}
function denial(rule, description) {
	return {
		denies: true,
		reason: reasonOf(rule, "denied", description)
	};
}
function reasonOf(rule, status, description) {
	return {
		rule: `policy/${rule.name}`,
		status,
		description,
		children: []
	};
}
function root(status, children) {
	return {
		rule: "check",
		status,
		description: "The policy’s own rules speak.",
		children
	};
}
export { askOwnRules, databaseOf };

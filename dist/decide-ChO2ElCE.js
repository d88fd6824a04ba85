import { n as kindOfAccount, t as isMachine } from "./agents-CIKcgpGa.js";
import { a as settled, c as controlFilesOf, n as demandOwners, o as together, r as demandPeople, s as standingOf, t as demandOneOf } from "./demand-Cx0bx7gT.js";
import { t as askCondition } from "./condition-Cl-q9eQ8.js";
/** What holds under every policy. Each part always says something, if only that it did not apply. */
function floorOf(question) {
	return [
		refusedFiles(question),
		deniedFindings(question),
		rehearsal(question),
		unrehearsable(question),
		controlFiles(question),
		objections(question),
		owners(question),
		people(question)
	];
}
function refusedFiles({ input: { refused } }) {
	if (refused.length === 0) return settled("governed-files", "satisfied", "Every file was read.");
	return together("governed-files", "Governed files cannot be taken as they are.", refused.map(({ path, reason }) => settled("governed-files", "denied", `${path}: ${reason}`)));
}
function deniedFindings({ input: { findings } }) {
	const denying = findings.filter(({ denies }) => denies);
	if (denying.length === 0) return settled("findings", "satisfied", "No statement is refused whoever approves it.");
	return together("findings", "Some statements are refused whoever approves them.", denying.map(({ rule, message, instead, place }) => settled(rule, "denied", `${place.path}:${place.line}: ${message} ${instead}`)));
}
function rehearsal({ input: { evidence, assessment, governed } }) {
	const risky = assessment.level !== "low" || assessment.destructive || assessment.unknown;
	if (evidence === "failed") return settled("evidence", "denied", "The rehearsal failed, so the change would fail as well. Correct the statement that the report names.");
	if (evidence === "completed") return settled("evidence", "satisfied", "The rehearsal ran to its end.");
	if (evidence === "pending") return settled("evidence", "skipped", "Nothing is rehearsed yet. What is not denied is rehearsed, and decided again.");
	if (evidence === "not-rehearsable") return settled("evidence", "skipped", "A statement cannot be rehearsed; the report says why.");
	if (evidence === "none" && risky && governed.length > 0) return settled("evidence", "denied", "There was no rehearsal, so nobody saw what the change does. Run the review with a shadow database.");
	return settled("evidence", "skipped", "No rehearsal is required.");
}
function unrehearsable({ input: { evidence }, circumstances }) {
	const rule = "unrehearsable-needs-owner";
	if (evidence === "not-rehearsable") return demandOwners(rule, circumstances);
	return settled(rule, "skipped", "Nothing is beyond what a shadow can rehearse.");
}
function controlFiles({ circumstances, controlFiles: paths }) {
	const { guardians } = circumstances.policy;
	if (paths.length === 0) return settled("control-files", "skipped", "No file that decides about changes is changed.");
	if (guardians.length > 0) return demandOneOf("control-files", guardians, paths, circumstances);
	return settled("control-files", "denied", `${paths.join(", ")}: these files decide about changes, and the policy names no guardians who could approve. Name guardians in .sluice/policy.yml on the target branch.`);
}
function objections({ circumstances: { standing } }) {
	const [first] = standing.objections;
	if (first === void 0) return settled("changes-requested", "satisfied", "Nobody with write access asks for changes.");
	return together("changes-requested", "Changes are requested.", standing.objections.map((login) => ({
		reason: {
			rule: "changes-requested",
			status: "missing",
			description: `@${login} asks for changes. Their approval or the dismissal of their review is missing.`,
			children: []
		},
		missing: [{
			rule: "changes-requested",
			paths: [],
			anyOf: [{
				kind: "user",
				login
			}],
			disregarded: []
		}]
	})));
}
function owners({ input, circumstances }) {
	const { destructive, unknown } = input.assessment;
	if (destructive) return demandOwners("destructive-needs-owner", circumstances);
	if (unknown) return demandOwners("unknown-needs-owner", circumstances);
	return settled("destructive-needs-owner", "skipped", "Nothing destructive and nothing unknown.");
}
/**
* GitHub asks one approval more for an agent's pull request that it can attribute to nobody: one of
* the approvers may be the person who steers the agent.
*/
function people({ input, actor, circumstances }) {
	const rule = "agent-needs-human";
	if (input.governed.length === 0) return settled(rule, "skipped", "No governed file is changed.");
	if (actor.kind === "human") return settled(rule, "skipped", "A person made the change.");
	const attributed = actor.kind === "automation" || actor.onBehalfOf.length > 0;
	return demandPeople(rule, attributed ? 1 : 2, circumstances);
}
/** What one rule of the policy asks; a condition that cannot be answered denies. */
function applyRule(rule, question) {
	const name = `policy/${rule.name}`;
	if (rule.when === void 0) return require(name, rule, question);
	const answer = askCondition(rule.when, factsOf(question));
	if (answer.kind === "failed") return settled(name, "denied", `The condition of the rule ${rule.name} cannot be answered: ${answer.why}. Correct it in .sluice/policy.yml.`);
	if (!answer.holds) return settled(name, "skipped", `The condition of the rule ${rule.name} does not hold.`);
	return require(name, rule, question);
}
function require(name, { requires }, { circumstances }) {
	switch (requires.kind) {
		case "owners": return demandOwners(name, circumstances);
		case "people": return demandPeople(name, requires.count, circumstances);
		case "one-of": return demandOneOf(name, requires.owners, circumstances.paths, circumstances);
		case "deny": return settled(name, "denied", requires.because);
	}
}
function factsOf({ input, actor, controlFiles }) {
	const { number, targetBranch } = input.change.pullRequest;
	return {
		risk: input.assessment,
		findings: input.findings,
		actor,
		change: {
			number,
			targetBranch,
			paths: input.change.files.map(({ path }) => path),
			governed: input.governed,
			controlFiles
		},
		targets: input.targets,
		evidence: input.evidence
	};
}
/**
* Decides. The floor is always evaluated and no policy can lower it; the rules of the policy only
* add to it. Control files are found here, in the files of the change.
*/
function decide(input) {
	const actor = actorOf(input.change, input.policy);
	const circumstances = circumstancesOf(input);
	const controlFiles = controlFilesOf(input.change);
	if (input.governed.length + input.refused.length + controlFiles.length === 0) return conclude([settled("governed-files", "skipped", "The change touches nothing governed.")]);
	const question = {
		input,
		actor,
		circumstances,
		controlFiles
	};
	return conclude([...floorOf(question), ...input.policy.rules.map((rule) => applyRule(rule, question))]);
}
/** The author as the policy sees it; a person's change that a machine pushed last is the machine's. */
function actorOf({ pullRequest }, policy) {
	const { author, lastPusher } = pullRequest;
	if (author.kind !== "human") return author;
	if (policy.agents.includes(author.login)) return {
		...author,
		kind: "agent"
	};
	if (lastPusher === void 0 || !isMachine(lastPusher, policy.agents)) return author;
	return {
		kind: kindOfAccount(lastPusher, "bot", policy.agents),
		login: lastPusher,
		onBehalfOf: [author.login]
	};
}
function circumstancesOf({ change, policy, codeowners, governed }) {
	const moved = change.files.flatMap(({ path, previousPath }) => previousPath !== void 0 && governed.includes(path) ? [previousPath] : []);
	return {
		change,
		policy,
		codeowners,
		standing: standingOf(change, policy.agents),
		paths: [.../* @__PURE__ */ new Set([...governed, ...moved])]
	};
}
function conclude(outcomes) {
	const children = outcomes.map(({ reason }) => reason);
	const because = children.flatMap(denials);
	const missing = outcomes.flatMap((outcome) => outcome.missing);
	const waiting = missing.length > 0 || children.some(({ status }) => status === "missing");
	if (because.length > 0) return {
		kind: "deny",
		because,
		reason: root("denied", children)
	};
	if (waiting) return {
		kind: "await-approval",
		missing,
		reason: root("missing", children)
	};
	return {
		kind: "allow",
		reason: root("satisfied", children)
	};
}
function denials(reason) {
	if (reason.status !== "denied") return [];
	const deeper = reason.children.flatMap(denials);
	return deeper.length > 0 ? deeper : [reason.description];
}
function root(status, children) {
	return {
		rule: "gate",
		status,
		description: {
			denied: "The change is denied.",
			missing: "The change waits for approval.",
			satisfied: "The change is allowed."
		}[status],
		children
	};
}
export { decide as n, actorOf as t };

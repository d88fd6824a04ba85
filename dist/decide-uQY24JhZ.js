import { n as kindOfAccount, t as isMachine } from "./agents-CIKcgpGa.js";
import { t as ownerName } from "./owner-Cb1L7vXz.js";
import { r as ownersOf, t as codeownersPaths } from "./codeowners-CUZnzeoY.js";
import { t as askCondition } from "./condition-DaCYxy7R.js";
const controlFolders = [".sluice", ".github/workflows"];
/** A link or a submodule in their place would take the files inside with it. */
const controlPaths = /* @__PURE__ */ new Set([
	...controlFolders,
	...codeownersPaths.map(toKey),
	".github"
]);
/** Whether a path decides what Sluice allows: its configuration, CODEOWNERS or a workflow. */
function isControlFile(path) {
	const key = toKey(path);
	return controlPaths.has(key) || controlFolders.some((folder) => key.startsWith(`${folder}/`));
}
/** Some file systems take names that differ in case or in Unicode form for one. */
function toKey(path) {
	return path.normalize("NFKC").toLowerCase();
}
/** The control files that a change touches, the places that renamed ones left included. */
function controlFilesOf({ files }) {
	const paths = files.flatMap(({ path, previousPath }) => [path, previousPath ?? path]);
	return [...new Set(paths.filter(isControlFile))];
}
/**
* Reduces the reviews to the latest opinion of each person. A comment is no opinion; a dismissed
* review is one, so that an older approval does not come back. Once merged, only what was said
* until then counts. `agents` are the policy's agent logins.
*/
function standingOf(change, agents) {
	const { mergedAt, permissions } = change.pullRequest;
	const latest = latestOpinions(change.pullRequest.reviews, mergedAt);
	const judged = latest.filter(({ state }) => state === "approved").map((review) => ({
		review,
		why: whyNot(review, change, agents)
	}));
	return {
		approvals: judged.flatMap(({ review, why }) => why === void 0 && review.commit !== void 0 ? [toApproval(review, review.commit)] : []),
		disregarded: judged.flatMap(({ review: { login }, why }) => why === void 0 ? [] : [{
			login,
			why
		}]),
		objections: latest.filter(({ state, login }) => state === "changes-requested" && mayWrite(login, permissions)).map(({ login }) => login)
	};
}
/** Which of the approvals come from one of these owners; teams are resolved by the pull request. */
function coverageOf(owners, standing, { teams }) {
	const people = new Set(owners.flatMap((owner) => peopleOf(owner, teams) ?? []));
	const names = owners.map(ownerName).join(", ");
	const others = standing.approvals.filter(({ login }) => !people.has(login));
	return {
		givenBy: standing.approvals.filter(({ login }) => people.has(login)),
		disregarded: [...standing.disregarded, ...others.map(({ login }) => ({
			login,
			why: `@${login} is none of ${names}.`
		}))],
		unresolved: owners.filter((owner) => peopleOf(owner, teams) === void 0).map((owner) => whyUnresolved(owner))
	};
}
function peopleOf(owner, teams) {
	switch (owner.kind) {
		case "user": return [owner.login];
		case "team": return teams.get(`${owner.organization}/${owner.slug}`);
		case "email": return;
	}
}
function whyUnresolved(owner) {
	return owner.kind === "email" ? `Nobody can stand for ${ownerName(owner)}: an e-mail address names no account. Name the login instead.` : `Nobody can stand for ${ownerName(owner)}: its members are not known. Give the input team-token a token with the permission members: read, or list them in .sluice/teams.yml on the target branch.`;
}
function latestOpinions(reviews, until) {
	const opinions = reviews.filter(({ state }) => state !== "commented").filter(({ submittedAt }) => until === void 0 || compareTimes(submittedAt, until) <= 0).toSorted((one, other) => compareTimes(one.submittedAt, other.submittedAt) || compareIds(one.id, other.id));
	return [...new Map(opinions.map((review) => [review.login, review])).values()].toSorted((one, other) => compareText(one.login, other.login));
}
/** Why this approval does not count, or undefined when it does. */
function whyNot(review, change, agents) {
	return whyNoOutsider(review, change.pullRequest, agents) ?? whyNotEntitled(review, change.pullRequest) ?? whyElsewhere(review, change.head);
}
/** Whoever made the change, or may have, cannot approve it. */
function whyNoOutsider({ login, account }, pullRequest, agents) {
	const { author } = pullRequest;
	if (account === "bot" || isMachine(login, agents)) return `@${login} is no person; bots and agents cannot approve.`;
	if (login === author.login) return `@${login} is the author of the change.`;
	if (author.onBehalfOf.includes(login)) return `@${login} asked @${author.login} for this change.`;
	return isAssigned(login, pullRequest, agents) ? `@${login} is assigned to a pull request of @${author.login}, as whoever asks an agent is.` : void 0;
}
function isAssigned(login, { author, assignees = [] }, agents) {
	return author.kind === "agent" && isMachine(author.login, agents) && assignees.includes(login);
}
function whyNotEntitled({ login }, { lastPusher, permissions }) {
	if (lastPusher === void 0) return `It is not known who pushed last; it could have been @${login}.`;
	if (login === lastPusher) return `@${login} pushed last.`;
	return mayWrite(login, permissions) ? void 0 : `@${login} has no write access.`;
}
/** An approval is bound to what was shown: this commit, against this branch. */
function whyElsewhere({ login, commit, beforeRetarget }, head) {
	if (commit === void 0) return `@${login} approved a commit that is no longer known.`;
	if (commit !== head) return `@${login} approved an older commit (${commit.slice(0, 12)}).`;
	return beforeRetarget === true ? `@${login} approved it for another target branch, which shows another difference.` : void 0;
}
function mayWrite(login, permissions) {
	const permission = permissions.get(login);
	return permission === "write" || permission === "maintain" || permission === "admin";
}
function toApproval({ login, id, submittedAt }, commit) {
	return {
		login,
		reviewId: id,
		commit,
		submittedAt
	};
}
/** RFC 3339 in UTC; fractions are optional and of any length. */
function compareTimes(one, other) {
	return compareText(sortable(one), sortable(other));
}
function sortable(time) {
	const [seconds = "", fraction = ""] = time.replace(/Z$/i, "").split(".");
	return `${seconds}.${fraction.padEnd(9, "0")}`;
}
/** Ids are numbers on GitHub and grow; a longer one is later. */
function compareIds(one, other) {
	return one.length - other.length || compareText(one, other);
}
function compareText(one, other) {
	if (one === other) return 0;
	return one < other ? -1 : 1;
}
/** A reason without children. */
function reasonOf(rule, status, description) {
	return {
		rule,
		status,
		description,
		children: []
	};
}
function settled(rule, status, description) {
	return {
		reason: reasonOf(rule, status, description),
		missing: []
	};
}
/** Several outcomes as the children of one: the worst of them decides its status. */
function together(rule, description, outcomes) {
	const children = outcomes.map(({ reason }) => reason);
	return {
		reason: {
			rule,
			status: worst(children),
			description,
			children
		},
		missing: outcomes.flatMap(({ missing }) => missing)
	};
}
function worst(reasons) {
	return [
		"denied",
		"missing",
		"satisfied",
		"skipped"
	].find((status) => reasons.some((reason) => reason.status === status)) ?? "skipped";
}
/** One approval by one of these owners. */
function demandOneOf(rule, owners, paths, circumstances) {
	const coverage = coverageOf(owners, circumstances.standing, circumstances.change.pullRequest);
	const about = paths.length === 0 ? "" : ` for ${paths.join(", ")}`;
	const names = owners.map(ownerName).join(" or ");
	const [given] = coverage.givenBy;
	if (given !== void 0) return settled(rule, "satisfied", `@${given.login} approved${about} (${names}).`);
	return {
		reason: {
			...reasonOf(rule, "missing", `An approval by ${names} is missing${about}.`),
			children: [...describeDisregarded(coverage.disregarded), ...describeUnresolved(coverage)]
		},
		missing: [{
			rule,
			paths,
			anyOf: owners,
			disregarded: coverage.disregarded
		}]
	};
}
/** Approvals by so many people with write access who did not make the change. */
function demandPeople(rule, count, { standing }) {
	const given = standing.approvals.map(({ login }) => `@${login}`);
	const wanted = count === 1 ? "one person" : `${count} people`;
	if (given.length >= count) return settled(rule, "satisfied", `${given.join(", ")} approved.`);
	const { disregarded } = standing;
	return {
		reason: {
			...reasonOf(rule, "missing", `Approval by ${wanted} with write access who did not make the change is missing.${given.length === 0 ? "" : ` So far: ${given.join(", ")}.`}`),
			children: describeDisregarded(disregarded)
		},
		missing: [{
			rule,
			paths: [],
			anyOf: [],
			disregarded
		}]
	};
}
/** One approval by an owner of every governed file; files with the same owners go together. */
function demandOwners(rule, circumstances) {
	const { paths } = circumstances;
	if (paths.length === 0) return settled(rule, "skipped", "No governed file is changed.");
	return together(rule, "An owner of every governed file has to approve.", groupByOwners(paths.map((path) => responsibleFor(path, circumstances))).map(({ owners, paths, reasons }) => owners.length === 0 ? settled(rule, "denied", nobodyToAsk(paths, reasons)) : demandOneOf(rule, owners, paths, circumstances)));
}
/** Who has to approve one path: its owners, or whom the policy names where nobody owns it. */
function responsibleFor(path, { codeowners, policy }) {
	const { owners, reason } = codeowners === void 0 ? {
		owners: [],
		reason: "The target branch has no CODEOWNERS file."
	} : ownersOf(codeowners, path);
	return {
		path,
		reason,
		owners: owners.length > 0 ? owners : policy.fallbackOwners
	};
}
function groupByOwners(files) {
	const groups = /* @__PURE__ */ new Map();
	for (const { path, owners, reason } of files) {
		const key = owners.map(ownerName).toSorted().join(" ");
		const group = groups.get(key) ?? {
			owners,
			paths: [],
			reasons: []
		};
		groups.set(key, {
			owners,
			paths: [...group.paths, path],
			reasons: [.../* @__PURE__ */ new Set([...group.reasons, reason])]
		});
	}
	return [...groups.values()];
}
function nobodyToAsk(paths, reasons) {
	return `Nobody owns ${paths.join(", ")}, so nobody can approve it. ${reasons.join(" ")} Add a line with an owner to CODEOWNERS, or name fallback-owners in .sluice/policy.yml.`;
}
function describeDisregarded(disregarded) {
	return disregarded.map(({ why }) => reasonOf("disregarded-review", "skipped", why));
}
function describeUnresolved({ unresolved }) {
	return unresolved.map((why) => reasonOf("unresolved-owner", "missing", why));
}
/** What holds under every policy. Each part always says something, if only that it did not apply. */
function floorOf(question) {
	return [
		refusedFiles(question),
		deniedFindings(question),
		rehearsal(question),
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
	if (evidence === "none" && risky && governed.length > 0) return settled("evidence", "denied", "There was no rehearsal, so nobody saw what the change does. Run the review with a shadow database.");
	return settled("evidence", "skipped", "No rehearsal is required.");
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
	return demandPeople(rule, actor.kind === "automation" || actor.onBehalfOf.length > 0 ? 1 : 2, circumstances);
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
export { controlFilesOf as a, standingOf as i, decide as n, responsibleFor as r, actorOf as t };

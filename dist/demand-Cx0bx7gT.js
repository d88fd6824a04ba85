import { t as ownerName } from "./owner-Cb1L7vXz.js";
import { r as ownersOf, t as codeownersPaths } from "./codeowners-CUZnzeoY.js";
import { t as isMachine } from "./agents-CIKcgpGa.js";
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
export { settled as a, controlFilesOf as c, responsibleFor as i, demandOwners as n, together as o, demandPeople as r, standingOf as s, demandOneOf as t };

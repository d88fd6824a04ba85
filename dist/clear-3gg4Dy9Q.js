import { t as toCanonicalJson } from "./canonical-json-CfZZNO51.js";
import { n as digestOf } from "./digest-YHUy-tYU.js";
import { t as targetName } from "./target-C5xqcRip.js";
import { s as standingOf } from "./demand-Cx0bx7gT.js";
/** The only maker of a Clearance. Refuses whatever was not allowed, also in observe mode. */
function clear(request) {
	const { content, because } = draw(request, "sluice");
	if (because.length > 0 || !isClearance(content)) return {
		kind: "refused",
		because
	};
	return {
		kind: "cleared",
		clearance: content
	};
}
/** The only maker of an ExternalClearance, where the policy leaves applying to another tool. */
function clearExternal(request) {
	const { content, because } = draw(request, "external");
	if (because.length > 0 || !isExternalClearance(content)) return {
		kind: "refused",
		because
	};
	return {
		kind: "cleared",
		clearance: content
	};
}
function draw(request, by) {
	const { change, commit, units, target, policy } = request;
	const content = {
		by,
		change: changeDigest(target.database, units),
		commit,
		head: change.head,
		policy: policy.digest,
		approvals: standingOf(change, policy.agents).approvals,
		units,
		target,
		limits: policy.limits
	};
	return {
		content,
		because: [...[...whyUndecided(request.decision), ...whyNotThere(request, by)], ...problemsOf(content)]
	};
}
/** What of a clearance no longer holds; empty when its digests are those of its bytes. */
function verifyClearance(clearance, by = "sluice") {
	return [...clearance.by === by ? [] : ["It was cleared for somebody else to apply."], ...problemsOf(clearance)];
}
/** Digest of a change: its database and the ids and digests of its units, in order. */
function changeDigest(database, units) {
	const listed = units.map(({ id, digest }) => ({
		id,
		digest
	}));
	return digestOf(toCanonicalJson({
		database,
		units: listed
	}));
}
function isClearance(content) {
	return content.by === "sluice" && problemsOf(content).length === 0;
}
function isExternalClearance(content) {
	return content.by === "external" && problemsOf(content).length === 0;
}
function problemsOf({ change, units, target }) {
	const altered = units.filter(({ bytes, digest }) => digestOf(bytes) !== digest);
	const foreign = units.filter(({ database }) => database !== target.database);
	return [
		...altered.map(({ id }) => `The bytes of ${id} are not those that its digest names.`),
		...foreign.map(({ id }) => `${id} belongs to another database than ${targetName(target)}.`),
		...new Set(units.map(({ id }) => id)).size === units.length ? [] : ["Two units have the same id."],
		...changeDigest(target.database, units) === change ? [] : ["The units are not those that were decided."]
	];
}
function whyUndecided(decision) {
	switch (decision.kind) {
		case "allow": return [];
		case "await-approval": return ["An approval is missing."];
		case "deny": return ["The change is denied.", ...decision.because];
	}
}
function whyNotThere({ target, policy }, by) {
	return [...policy.databases.filter(({ name }) => name === target.database).flatMap(({ targets }) => targets).some(({ name, urlVariable }) => name === target.name && urlVariable === target.urlVariable) ? [] : [`The policy has no target ${targetName(target)}.`], ...policy.apply === by ? [] : [appliedElsewhere[policy.apply]]];
}
const appliedElsewhere = {
	external: "The policy leaves applying to another tool.",
	sluice: "The policy lets Sluice apply, so no other tool may."
};
export { verifyClearance as i, clear as n, clearExternal as r, changeDigest as t };

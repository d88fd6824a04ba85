import { t as targetName } from "./target-C5xqcRip.js";
import { t as SluiceError } from "./errors-avTrn9RY.js";
/**
* Gives every governed database the facts of its last target, which is the one a change is judged
* for; those that are too old at `now` (RFC 3339) are marked and lose their sizes. Throws SluiceError
* input/facts for facts of no database, and for two that speak of one.
*/
function factsOfDatabases(given, policy, now) {
	const found = /* @__PURE__ */ new Map();
	for (const facts of given) {
		const { name } = databaseOf(facts, policy);
		if (found.has(name)) throw twice(name);
		found.set(name, agedAt(facts, now, policy.factsMaxAgeDays));
	}
	return found;
}
/** Marks facts that are too old, or from the future, and takes their sizes away. */
function agedAt(facts, now, maxAgeDays = 7) {
	const age = Date.parse(now) - Date.parse(facts.takenAt);
	if (age >= -clockSkew && age <= maxAgeDays * day) return facts;
	return {
		...facts,
		stale: true,
		relations: facts.relations.map(withoutSizes)
	};
}
const day = 864e5;
/** The clocks of two machines differ. */
const clockSkew = 6e5;
function withoutSizes(relation) {
	const unknown = {
		rows: -1,
		bytes: -1,
		indexBytes: -1,
		toastBytes: -1,
		writesPerHour: -1
	};
	const indexes = relation.indexes.map((index) => ({
		...index,
		bytes: -1
	}));
	return {
		...relation,
		...unknown,
		indexes
	};
}
function databaseOf({ database }, { databases }) {
	const found = databases.find((governed) => namesOf(governed).includes(database));
	if (found !== void 0) return found;
	const known = databases.flatMap(namesOf).join(", ");
	throw new SluiceError("input/facts", `The facts are those of ${JSON.stringify(database)}, which is no database of the policy and no last target of one, so they could speak of something else. Nothing is taken from them. Make facts of one of ${known || "the databases that the policy governs"}.`);
}
function namesOf({ name, targets }) {
	const last = targets.at(-1);
	return last === void 0 ? [name] : [name, targetName(last)];
}
function twice(name) {
	return new SluiceError("input/facts", `Two files hold facts of ${JSON.stringify(name)}, so it is not certain which holds. Nothing is taken from them. Give one file for each database.`);
}
export { factsOfDatabases as n, agedAt as t };

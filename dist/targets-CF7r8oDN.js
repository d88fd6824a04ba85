import { t as nearest } from "./nearest-BfbmE5Hk.js";
import { t as targetName } from "./target-C5xqcRip.js";
import { t as SluiceError } from "./errors-avTrn9RY.js";
/**
* The target that `DATABASE/TARGET` names, or `TARGET` alone where only one has that name.
* Throws SluiceError input/target.
*/
function findTarget(policy, name) {
	const all = policy.databases.flatMap((database) => database.targets.map((target) => ({
		database,
		target
	})));
	const found = all.filter(({ target }) => targetName(target) === name || target.name === name);
	const [first, second] = found;
	if (first !== void 0 && second === void 0) return first;
	throw second === void 0 ? unknown(name, all) : ambiguous(name, found);
}
function unknown(name, all) {
	const names = all.map(({ target }) => targetName(target));
	const guess = nearest(name, names);
	const hint = guess === void 0 ? "" : ` Did you mean ${guess}?`;
	return new SluiceError("input/target", `The policy has no target ${JSON.stringify(name)}.${hint} Nothing was touched. Its targets are ${names.join(", ") || "none"}.`);
}
function ambiguous(name, found) {
	const names = found.map(({ target }) => targetName(target));
	return new SluiceError("input/target", `${JSON.stringify(name)} names more than one target: ${names.join(", ")}. Nothing was touched, because the wrong database is worse than none. Name the database as well.`);
}
export { findTarget as t };

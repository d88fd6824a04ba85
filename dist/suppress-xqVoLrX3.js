import { r as movesNames } from "./schema-BDXONlHP.js";
import { n as objectName } from "./effect-P5EDmj4t.js";
import { r as matchesGlob } from "./glob-CgK8Jx70.js";
const moves = /* @__PURE__ */ new Set([
	"rename",
	"set-schema",
	"attach-partition",
	"inherit",
	"inherited-by",
	"parent-of"
]);
/** Whether a name may mean another object afterwards, or an object may hold another one's rows. */
function makesNamesUncertain(effect) {
	switch (effect.kind) {
		case "executes-dynamic":
		case "unparsed":
		case "unknown": return true;
		case "calls": return !effect.known;
		case "alters": return moves.has(effect.change);
		case "sets": return movesNames(effect.setting);
		default: return false;
	}
}
/**
* Marks the findings that the policy of the base allows for a while. What denies, loses data or
* objects, is critical, hides something, was only observed or cannot be judged stays as it is: no
* policy lowers the floor. Nor is anything allowed of a name that the change itself may have given to
* another object.
*/
function suppress(findings, suppressions, now, effects) {
	const moving = effects.filter((effect) => makesNamesUncertain(effect) || remakes(effect));
	const active = suppressions.filter((one) => now !== void 0 && !isExpired(one, now));
	return findings.map((finding) => {
		const found = isSuppressible(finding) ? active.find((suppression) => isAbout(suppression, finding)) : void 0;
		if (found === void 0 || moving.some((effect) => mayMove(effect, finding))) return finding;
		return {
			...finding,
			suppressed: {
				reason: found.reason,
				expires: found.expires
			}
		};
	});
}
/** Suppressions whose last day is over: they hold for nothing any more. */
function expiredSuppressions(suppressions, now) {
	return suppressions.filter((one) => now !== void 0 && isExpired(one, now));
}
/** What to do about a suppression whose last day is over. */
function expiryInWords({ rule, object, expires }) {
	return `The policy suppresses ${rule} for ${object} until ${expires}. That day is over, so it holds no more: extend it or take it out.`;
}
function isExpired({ expires }, now) {
	return now.slice(0, 10) > expires;
}
function isSuppressible({ level, axis, source, ...marks }) {
	if (marks.denies || marks.destructive || marks.unknown) return false;
	return level !== "critical" && axis !== "concealment" && source === "static";
}
function remakes({ kind }) {
	return kind === "creates" || kind === "drops";
}
/** What the statement itself does to the object comes after it was named. */
function mayMove(effect, { object, unitId, statement }) {
	const isOwn = effect.unitId === unitId && effect.statement === statement;
	if (effect.kind === "creates" || effect.kind === "drops") return !isOwn && effect.object.name === object?.name;
	return effect.kind !== "alters" || !isOwn;
}
function isAbout({ rule, object, paths }, finding) {
	if (finding.rule !== rule || nameOf(finding.object) !== object) return false;
	const { path } = finding.place;
	return paths === void 0 || paths.some((pattern) => matchesGlob(pattern, path));
}
/** A dot inside a quoted name would make one object look like another. */
function nameOf(object) {
	if (object === void 0) return void 0;
	return [
		object.schema ?? "",
		object.name,
		object.part ?? ""
	].some((part) => part.includes(".")) ? void 0 : objectName(object);
}
export { makesNamesUncertain as i, expiryInWords as n, suppress as r, expiredSuppressions as t };

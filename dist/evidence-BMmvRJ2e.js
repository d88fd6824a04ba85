import { t as digestOf } from "./digest-Crtf6eAX.js";
/** The same without how long things took, which is never twice the same. */
function withoutTimes(evidence) {
	const untimed = (seen) => ({
		...seen,
		durationMs: 0
	});
	const units = evidence.units.map((unit) => ({
		...unit,
		statements: unit.statements.map(untimed),
		deferred: untimed(unit.deferred)
	}));
	return {
		...evidence,
		units
	};
}
/** The digest by which a record of an apply names the evidence that it was compared with. */
function evidenceDigest(evidence) {
	return digestOf(JSON.stringify(evidence));
}
export { withoutTimes as n, evidenceDigest as t };

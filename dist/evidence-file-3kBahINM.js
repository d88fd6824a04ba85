import { i as parseStoredEvidence, r as largestEvidence } from "./facts-CMPa7y4B.js";
import { t as toCanonicalJson } from "./canonical-json-CfZZNO51.js";
import { n as digestOf } from "./digest-YHUy-tYU.js";
import { t as SluiceError } from "./errors-avTrn9RY.js";
import { t as changeDigest } from "./clear-3gg4Dy9Q.js";
import { i as sealJson } from "./redact-BwiI-7Ds.js";
import { t as decodeUtf8 } from "./decode-BUqwTwow.js";
import { t as assertTrustedRun } from "./trusted-run-DlCbGY1f.js";
/** What a rehearsal saw, with what it speaks for. */
function toRehearsals({ databases }, evidence) {
	return databases.flatMap((part) => {
		const seen = evidence.get(part.database.name);
		return seen === void 0 ? [] : [{
			...subjectOf(part),
			evidence: seen
		}];
	});
}
/** The evidence that speaks for this change; a database whose baseline or units differ has none. */
function findEvidence({ databases }, rehearsals) {
	const found = databases.flatMap((part) => {
		const key = keyOf(subjectOf(part));
		const stored = rehearsals.find((rehearsal) => keyOf(rehearsal) === key);
		if (stored === void 0 || !coversAll(part, stored.evidence)) return [];
		return [[part.database.name, stored.evidence]];
	});
	return new Map(found);
}
/**
* The file as it travels from job to job; its digest is taken over exactly these bytes. Of several
* rehearsals of the same change, as one branch gives that is proposed to two, it holds the first.
*/
function renderStoredEvidence(stored) {
	const { repository, run, rehearsals } = stored;
	return sealJson({
		version: 1,
		repository,
		run,
		rehearsals: distinct(rehearsals)
	});
}
/**
* Reads the file of the input `evidence`; nothing when that is not given. `heads` are the commits that
* an earlier run may have rehearsed. Throws SluiceError input/evidence when the bytes are not those of
* the input `evidence-digest`, or when the run that made them is not trusted.
*/
async function readEvidenceFile(context, heads) {
	const path = context.inputs.get("evidence");
	if (path === void 0) return [];
	const bytes = await context.files.read(path, largestEvidence);
	assertDigest(bytes, context.inputs.get("evidence-digest"));
	const stored = parseStoredEvidence(decodeUtf8(bytes, path, "input/evidence"));
	await assertTrustedRun(stored, heads, context);
	assertOneEach(stored.rehearsals);
	return stored.rehearsals;
}
function subjectOf({ database, base, dump, units }) {
	const baseline = (dump === void 0 ? base : [dump, ...base]).map(({ path, blob }) => ({
		path,
		blob
	}));
	return {
		database: database.name,
		baseline: digestOf(toCanonicalJson(baseline)),
		change: changeDigest(database.name, units)
	};
}
function keyOf({ database, baseline, change }) {
	return digestOf(toCanonicalJson([
		database,
		baseline,
		change
	]));
}
/** A rehearsal that says it ran to its end has seen every unit, in order. */
function coversAll({ units, downs }, evidence) {
	if (evidence.units.some(({ unitId, reversal }) => reversal !== void 0 && reversal.digest !== downs.get(unitId)?.unit.digest)) return false;
	if (evidence.outcome.kind !== "completed") return true;
	return evidence.units.length === units.length && units.every(({ id, digest }, index) => evidence.units[index]?.unitId === id && evidence.units[index].digest === digest);
}
function assertDigest(bytes, expected) {
	if (expected === void 0) throw new SluiceError("input/evidence", "The input evidence is given without evidence-digest, so anybody could have exchanged the file. Nothing is taken from it. Pass the output evidence-digest of the job that rehearsed.");
	if (digestOf(bytes) !== expected) throw new SluiceError("input/evidence", "The evidence file is not the one that the rehearsal wrote: its digest differs. Nothing is taken from it. Run the workflow again, from its first job.");
}
function distinct(rehearsals) {
	const first = /* @__PURE__ */ new Map();
	for (const rehearsal of rehearsals) {
		const key = keyOf(rehearsal);
		if (!first.has(key)) first.set(key, rehearsal);
	}
	return [...first.values()];
}
/** Two answers to one question are none. */
function assertOneEach(rehearsals) {
	if (new Set(rehearsals.map(keyOf)).size === rehearsals.length) return;
	throw new SluiceError("input/evidence", "The evidence file tells of the same change twice, so it is not certain what was seen. Nothing is taken from it. Run the workflow again, from its first job.");
}
export { toRehearsals as i, readEvidenceFile as n, renderStoredEvidence as r, findEvidence as t };

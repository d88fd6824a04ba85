import { n as isDigest, t as digestOf } from "./digest-Crtf6eAX.js";
import { n as lockModes } from "./rules-CFAdQrul.js";
import { t as SluiceError } from "./errors-BTJLZQnf.js";
import { t as toCanonicalJson } from "./canonical-json-CfZZNO51.js";
import { t as changeDigest } from "./clear-Bsvc-Fd1.js";
import { i as sealJson } from "./redact-grqhbBGI.js";
import { t as decodeUtf8 } from "./decode-DYFSRfUr.js";
/** Parses JSON of a stranger with one decoder for its root. Throws SluiceError of the given code. */
function readJson(text, source, decode) {
	const place = {
		...source,
		path: "the file"
	};
	return decode(parse(text, place), place);
}
/** An object that has no other keys than the known ones. */
function readObject(value, place, known) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrong(place, "has to be an object");
	const entries = new Map(Object.entries(value));
	if ([...entries.keys()].some((key) => !known.includes(key))) throw wrong(place, `has a key that is none of ${known.join(", ")}`);
	const at = (key) => ({
		...place,
		path: `${place.path}.${key}`
	});
	return {
		need(key, decode) {
			if (!entries.has(key)) throw wrong(place, `needs the key ${key}`);
			return decode(entries.get(key), at(key));
		},
		may: (key, decode) => entries.has(key) ? decode(entries.get(key), at(key)) : void 0
	};
}
/** A list of at most `most` items. */
function listOf(decode, most) {
	return (value, place) => {
		if (!Array.isArray(value) || value.length > most) throw wrong(place, `has to be a list of at most ${most} items`);
		return value.map((item, index) => decode(item, {
			...place,
			path: `${place.path}[${index}]`
		}));
	};
}
/** Well-formed text of at most `longest` characters. */
function textOf(longest) {
	return (value, place) => {
		if (typeof value === "string" && value.length <= longest && !/\p{Surrogate}/u.test(value)) return value;
		throw wrong(place, `has to be text of at most ${longest} characters`);
	};
}
/** Text that a type guard takes. */
function textThat(is, what) {
	return (value, place) => {
		if (typeof value === "string" && is(value)) return value;
		throw wrong(place, `has to be ${what}`);
	};
}
/** One of a few words or numbers. */
function oneOf(values) {
	return (value, place) => {
		const found = values.find((candidate) => candidate === value);
		if (found === void 0) throw wrong(place, `has to be one of ${values.join(", ")}`);
		return found;
	};
}
/** A whole number from 0. */
const readCount = (value, place) => {
	if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
	throw wrong(place, "has to be a whole number that is not negative");
};
/** A number from 0, such as a duration. */
const readMeasure = (value, place) => {
	if (typeof value === "number" && Number.isFinite(value) && value >= 0) return value;
	throw wrong(place, "has to be a number that is not negative");
};
function parse(text, place) {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw wrong(place, "has to be JSON", cause);
	}
}
function wrong({ code, file, path }, what, cause) {
	return new SluiceError(code, `${file} is not readable: ${path} ${what}. Nothing is taken from it. Run the workflow again.`, { cause });
}
/** The file is written where submitted SQL ran, so its size is bounded before it is read. */
const largestEvidence = 2e7;
const name = textOf(1e4);
const sentence = textOf(1e5);
const digest = textThat(isDigest, "a SHA-256 digest");
const repository = textThat(isRepository, "owner/name in lower case");
const run = textThat(isRunNumber, "the number of a run");
/** No list is longer: the whole file could not hold more. */
const most = 1e5;
/**
* Reads the evidence that a rehearsal stored. Whoever wrote it ran submitted SQL, so unknown keys,
* other types and more than a bounded size are refused. Throws SluiceError input/evidence.
*/
function parseStoredEvidence(text) {
	return readJson(text, {
		code: "input/evidence",
		file: "The evidence file"
	}, readRoot);
}
const readRoot = (value, place) => {
	const { need } = readObject(value, place, [
		"version",
		"repository",
		"run",
		"rehearsals"
	]);
	need("version", oneOf([1]));
	return {
		repository: need("repository", repository),
		run: need("run", run),
		rehearsals: need("rehearsals", listOf(readRehearsal, 1e3))
	};
};
const readRehearsal = (value, place) => {
	const { need } = readObject(value, place, [
		"database",
		"baseline",
		"change",
		"evidence"
	]);
	return {
		database: need("database", name),
		baseline: need("baseline", digest),
		change: need("change", digest),
		evidence: need("evidence", readEvidence)
	};
};
const readEvidence = (value, place) => {
	const { need } = readObject(value, place, [
		"shadow",
		"units",
		"outcome"
	]);
	return {
		shadow: need("shadow", readShadow),
		units: need("units", listOf(readUnit, most)),
		outcome: need("outcome", readOutcome)
	};
};
const readShadow = (value, place) => {
	const { need } = readObject(value, place, [
		"provider",
		"reason",
		"serverVersion",
		"data",
		"copiedRows",
		"maskedColumns"
	]);
	return {
		provider: need("provider", name),
		reason: need("reason", name),
		serverVersion: need("serverVersion", readCount),
		data: need("data", oneOf(["none", "masked-copy"])),
		copiedRows: need("copiedRows", readCount),
		maskedColumns: need("maskedColumns", listOf(readMaskedColumn, most))
	};
};
const readMaskedColumn = (value, place) => {
	const { need } = readObject(value, place, ["column", "mask"]);
	return {
		column: need("column", name),
		mask: need("mask", name)
	};
};
const readUnit = (value, place) => {
	const { need } = readObject(value, place, [
		"unitId",
		"digest",
		"statements",
		"deferred"
	]);
	return {
		unitId: need("unitId", name),
		digest: need("digest", digest),
		statements: need("statements", listOf(readStatement, most)),
		deferred: need("deferred", readStatement)
	};
};
const readStatement = (value, place) => {
	const { need, may } = readObject(value, place, [
		"statement",
		"durationMs",
		"locks",
		"rows",
		"rewrites",
		"truncated",
		"created",
		"dropped",
		"altered",
		"doubt"
	]);
	const truncated = may("truncated", listOf(name, most));
	const doubt = may("doubt", sentence);
	return {
		statement: need("statement", readCount),
		durationMs: need("durationMs", readMeasure),
		locks: need("locks", listOf(readLock, most)),
		rows: need("rows", listOf(readRows, most)),
		rewrites: need("rewrites", listOf(name, most)),
		...truncated === void 0 ? {} : { truncated },
		created: need("created", listOf(readObserved, most)),
		dropped: need("dropped", listOf(readObserved, most)),
		altered: need("altered", listOf(readObserved, most)),
		...doubt === void 0 ? {} : { doubt }
	};
};
const readLock = (value, place) => {
	const { need } = readObject(value, place, ["relation", "mode"]);
	return {
		relation: need("relation", name),
		mode: need("mode", oneOf(lockModes))
	};
};
const readRows = (value, place) => {
	const { need } = readObject(value, place, [
		"table",
		"inserted",
		"updated",
		"deleted"
	]);
	return {
		table: need("table", name),
		inserted: need("inserted", readCount),
		updated: need("updated", readCount),
		deleted: need("deleted", readCount)
	};
};
const readObserved = (value, place) => {
	const { need } = readObject(value, place, ["type", "identity"]);
	return {
		type: need("type", name),
		identity: need("identity", sentence)
	};
};
const readOutcome = (value, place) => {
	const { need } = readObject(value, place, ["kind", "failure"]);
	const kind = need("kind", oneOf(["completed", "failed"]));
	if (kind === "failed") return {
		kind,
		failure: need("failure", readFailure)
	};
	readObject(value, place, ["kind"]);
	return { kind };
};
const readFailure = (value, place) => {
	const { need, may } = readObject(value, place, [
		"unitId",
		"statement",
		"sqlstate",
		"message"
	]);
	const sqlstate = may("sqlstate", textThat(isSqlstate, "five capital letters or digits"));
	return {
		unitId: need("unitId", name),
		statement: need("statement", readCount),
		...sqlstate === void 0 ? {} : { sqlstate },
		message: need("message", sentence)
	};
};
function isRepository(text) {
	return /^[a-z0-9_.-]{1,100}\/[a-z0-9_.-]{1,100}$/.test(text);
}
function isRunNumber(text) {
	return /^[0-9]{1,20}$/.test(text);
}
function isSqlstate(text) {
	return /^[0-9A-Z]{5}$/.test(text);
}
/** Events whose workflow file is never the one of a pull request. */
const trustedEvents = [
	"pull_request_target",
	"workflow_run",
	"push",
	"schedule",
	"workflow_dispatch"
];
/**
* Any branch can hold a workflow that uploads a file of any name. Evidence counts when our own run
* made it, or an earlier run of our own workflow whose file no pull request could have changed.
* Throws SluiceError input/evidence.
*/
async function assertTrustedRun(stored, heads, { host, runner }) {
	if (stored.repository !== runner.repository || stored.repository !== host.repository) throw untrusted("it was made in another repository");
	const problem = stored.run === runner.run ? problemOfOwnRun(runner) : problemOfEarlierRun(await host.readWorkflowRun(stored.run), heads, runner);
	if (problem !== void 0) throw untrusted(problem);
}
function problemOfOwnRun({ event, workflowReference }) {
	if (!workflowReference.startsWith("refs/heads/")) return "the file of this workflow does not come from a branch";
	if (event === "merge_group" || trustedEvents.includes(event)) return void 0;
	return "the event that started this run lets a pull request change the workflow";
}
function problemOfEarlierRun(run, heads, runner) {
	if (run.repository !== runner.repository) return "its run belongs to another repository";
	if (run.workflow !== runner.workflow) return "its run belongs to another workflow";
	if (!trustedEvents.includes(run.event)) return "the event that started its run lets a pull request change the workflow";
	if (run.event === "pull_request_target") return heads.includes(run.head) ? void 0 : "its run belongs to another commit";
	if (!["workflow_run", "schedule"].includes(run.event)) return "its run could have taken the workflow from a tag";
	return `refs/heads/${run.headBranch}` === runner.workflowReference ? void 0 : "its run took the workflow from another branch";
}
function untrusted(why) {
	return new SluiceError("input/evidence", `The evidence file cannot be trusted: ${why}. Nothing is taken from it. Start the workflow from the default branch, as the files in examples/ do, and let both jobs belong to one run.`);
}
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
function subjectOf({ database, base, units }) {
	const baseline = base.map(({ path, blob }) => ({
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
function coversAll({ units }, evidence) {
	if (evidence.outcome.kind === "failed") return true;
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
export { largestEvidence as a, toRehearsals as i, readEvidenceFile as n, parseStoredEvidence as o, renderStoredEvidence as r, findEvidence as t };

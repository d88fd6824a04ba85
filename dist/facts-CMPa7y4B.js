import { n as digestOf, r as isDigest } from "./digest-YHUy-tYU.js";
import { t as SluiceError } from "./errors-avTrn9RY.js";
import { t as lockModes } from "./effect-P5EDmj4t.js";
/** Settings that facts carry: none can hold a secret. */
const carriedSettings = [
	"search_path",
	"row_security",
	"default_transaction_isolation",
	"default_table_access_method",
	"default_toast_compression",
	"check_function_bodies",
	"DateStyle",
	"IntervalStyle",
	"bytea_output",
	"xmloption",
	"xmlbinary"
];
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
	if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrong$1(place, "has to be an object");
	const entries = new Map(Object.entries(value));
	if ([...entries.keys()].some((key) => !known.includes(key))) throw wrong$1(place, `has a key that is none of ${known.join(", ")}`);
	const at = (key) => ({
		...place,
		path: `${place.path}.${key}`
	});
	return {
		need(key, decode) {
			if (!entries.has(key)) throw wrong$1(place, `needs the key ${key}`);
			return decode(entries.get(key), at(key));
		},
		may: (key, decode) => entries.has(key) ? decode(entries.get(key), at(key)) : void 0
	};
}
/** A list of at most `most` items. */
function listOf(decode, most) {
	return (value, place) => {
		if (!Array.isArray(value) || value.length > most) throw wrong$1(place, `has to be a list of at most ${most} items`);
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
		throw wrong$1(place, `has to be text of at most ${longest} characters`);
	};
}
/** Text that a type guard takes. */
function textThat(is, what) {
	return (value, place) => {
		if (typeof value === "string" && is(value)) return value;
		throw wrong$1(place, `has to be ${what}`);
	};
}
/** One of a few words or numbers. */
function oneOf(values) {
	return (value, place) => {
		const found = values.find((candidate) => candidate === value);
		if (found === void 0) throw wrong$1(place, `has to be one of ${values.join(", ")}`);
		return found;
	};
}
/** A whole number from 0. */
const readCount = (value, place) => {
	if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
	throw wrong$1(place, "has to be a whole number that is not negative");
};
/** A number from 0, such as a duration. */
const readMeasure = (value, place) => {
	if (typeof value === "number" && Number.isFinite(value) && value >= 0) return value;
	throw wrong$1(place, "has to be a number that is not negative");
};
/** A mark that is there or is not. */
const readTrue$1 = (value, place) => {
	if (value === true) return value;
	throw wrong$1(place, "has to be true, or absent");
};
function parse(text, place) {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw wrong$1(place, "has to be JSON", cause);
	}
}
function wrong$1({ code, file, path }, what, cause) {
	return new SluiceError(code, `${file} is not readable: ${path} ${what}. Nothing is taken from it. Run the workflow again.`, { cause });
}
/** No list of facts is longer: the whole file could not hold more. */
const mostFacts = 2e5;
/** An identifier, or something as short. */
const name$3 = textOf(1e3);
/** A type as format_type writes it, a version, a checksum. */
const label = textOf(1e4);
const readBoolean = (value, place) => {
	if (typeof value === "boolean") return value;
	throw wrong(place, "true or false");
};
/** A mark that stands there or not. */
const readTrue = (value, place) => {
	if (value === true) return value;
	throw wrong(place, "true, or left out");
};
/** A whole number, or -1 where nobody knows. */
const readSize$1 = (value, place) => {
	if (typeof value === "number" && Number.isSafeInteger(value) && value >= -1) return value;
	throw wrong(place, "a whole number, or -1 for unknown");
};
const qualified = (value, place) => {
	const { need } = readObject(value, place, ["schema", "name"]);
	return {
		schema: need("schema", name$3),
		name: need("name", name$3)
	};
};
function wrong({ code, file, path }, what) {
	return new SluiceError(code, `${file} is not readable: ${path} has to be ${what}. Nothing is taken from it. Make it again.`);
}
/** PostgreSQL allows 1,600 columns; views and old columns change little about that. */
const names = listOf(name$3, 2e3);
/** One relation of a facts file. */
const readRelation = (value, place) => {
	const { need, may } = readObject(value, place, relationKeys);
	const takesTheRest = may("isDefaultPartition", readTrue);
	const partitionKey = may("partitionKey", readPartitionKey);
	return {
		schema: need("schema", name$3),
		name: need("name", name$3),
		kind: need("kind", oneOf(relationKinds)),
		persistence: need("persistence", oneOf(["permanent", "unlogged"])),
		columns: need("columns", listOf(readColumn, 2e3)),
		keys: need("keys", listOf(readKey, 1e4)),
		foreignKeys: need("foreignKeys", listOf(readForeignKey, 1e4)),
		checks: need("checks", listOf(readCheck, 1e4)),
		indexes: need("indexes", listOf(readIndex, 1e4)),
		parents: need("parents", listOf(qualified, 1e4)),
		isPartition: need("isPartition", readBoolean),
		...takesTheRest === void 0 ? {} : { isDefaultPartition: takesTheRest },
		...partitionKey === void 0 ? {} : { partitionKey },
		reads: need("reads", listOf(qualified, mostFacts)),
		triggers: need("triggers", listOf(readTrigger, 1e4)),
		rules: need("rules", listOf(readRule, 1e4)),
		rowSecurity: need("rowSecurity", oneOf([
			"off",
			"on",
			"forced"
		])),
		replicaIdentity: need("replicaIdentity", oneOf([
			"default",
			"nothing",
			"full",
			"index"
		])),
		rows: need("rows", readSize$1),
		bytes: need("bytes", readSize$1),
		indexBytes: need("indexBytes", readSize$1),
		toastBytes: need("toastBytes", readSize$1),
		writesPerHour: need("writesPerHour", readSize$1)
	};
};
const relationKeys = [
	"schema",
	"name",
	"kind",
	"persistence",
	"columns",
	"keys",
	"foreignKeys",
	"checks",
	"indexes",
	"parents",
	"isPartition",
	"isDefaultPartition",
	"partitionKey",
	"reads",
	"triggers",
	"rules",
	"rowSecurity",
	"replicaIdentity",
	"rows",
	"bytes",
	"indexBytes",
	"toastBytes",
	"writesPerHour"
];
const relationKinds = [
	"table",
	"partitioned-table",
	"view",
	"materialized-view",
	"foreign-table",
	"sequence"
];
const readPartitionKey = (value, place) => {
	const { need } = readObject(value, place, ["strategy", "columns"]);
	return {
		strategy: need("strategy", oneOf([
			"range",
			"list",
			"hash"
		])),
		columns: need("columns", names)
	};
};
const readColumn = (value, place) => {
	const { need } = readObject(value, place, [
		"name",
		"type",
		"notNull",
		"default",
		"generated",
		"identity"
	]);
	return {
		name: need("name", name$3),
		type: need("type", label),
		notNull: need("notNull", readBoolean),
		default: need("default", oneOf([
			"none",
			"immutable",
			"stable",
			"volatile"
		])),
		generated: need("generated", oneOf([
			"no",
			"stored",
			"virtual"
		])),
		identity: need("identity", oneOf([
			"no",
			"always",
			"by-default"
		]))
	};
};
const readKey = (value, place) => {
	const { need } = readObject(value, place, [
		"name",
		"kind",
		"columns"
	]);
	return {
		name: need("name", name$3),
		kind: need("kind", oneOf([
			"primary",
			"unique",
			"exclusion"
		])),
		columns: need("columns", names)
	};
};
const actions = [
	"no-action",
	"restrict",
	"cascade",
	"set-null",
	"set-default"
];
const readForeignKey = (value, place) => {
	const { need } = readObject(value, place, [
		"name",
		"columns",
		"references",
		"onDelete",
		"onUpdate",
		"validated"
	]);
	return {
		name: need("name", name$3),
		columns: need("columns", names),
		references: need("references", readReferences),
		onDelete: need("onDelete", oneOf(actions)),
		onUpdate: need("onUpdate", oneOf(actions)),
		validated: need("validated", readBoolean)
	};
};
const readReferences = (value, place) => {
	const { need } = readObject(value, place, [
		"schema",
		"name",
		"columns"
	]);
	return {
		schema: need("schema", name$3),
		name: need("name", name$3),
		columns: need("columns", names)
	};
};
const readCheck = (value, place) => {
	const { need } = readObject(value, place, [
		"name",
		"columns",
		"validated",
		"notNull"
	]);
	return {
		name: need("name", name$3),
		columns: need("columns", names),
		validated: need("validated", readBoolean),
		notNull: need("notNull", readBoolean)
	};
};
const readIndex = (value, place) => {
	const { need, may } = readObject(value, place, [
		"name",
		"columns",
		"unique",
		"valid",
		"partial",
		"method",
		"bytes"
	]);
	const columns = may("columns", names);
	return {
		name: need("name", name$3),
		...columns === void 0 ? {} : { columns },
		unique: need("unique", readBoolean),
		valid: need("valid", readBoolean),
		partial: need("partial", readBoolean),
		method: need("method", name$3),
		bytes: need("bytes", readSize$1)
	};
};
const readTrigger = (value, place) => {
	const { need } = readObject(value, place, [
		"name",
		"events",
		"enabled",
		"calls"
	]);
	return {
		name: need("name", name$3),
		events: need("events", listOf(oneOf([
			"insert",
			"update",
			"delete",
			"truncate"
		]), 4)),
		enabled: need("enabled", readBoolean),
		calls: need("calls", qualified)
	};
};
const readRule = (value, place) => {
	const { need } = readObject(value, place, ["name", "event"]);
	return {
		name: need("name", name$3),
		event: need("event", oneOf([
			"insert",
			"update",
			"delete"
		]))
	};
};
/** Why the counts of rows say nothing of the target. */
const unpredictive = [
	"masked-column",
	"subset",
	"no-rows",
	"stale-baseline"
];
const drifts = [
	"only-on-target",
	"only-on-shadow",
	"different"
];
/** `unknown`: the proof itself could not be carried out. */
const reversalVerdicts = [
	"proved",
	"data-loss",
	"not-reversible",
	"unknown"
];
/** The statement was ended from outside, for running too long or for what it wrote. */
function wasStopped(outcome) {
	if (outcome.kind !== "failed") return false;
	return outcome.failure.sqlstate === "57014" || outcome.failure.sqlstate === "57P01";
}
/**
* The same without how long things took, what they wrote to the log and the values of rows, which need not
* be twice the same.
*/
function withoutTimes(evidence) {
	const untimed = (seen) => ({
		...seen,
		durationMs: 0,
		...seen.walBytes === void 0 ? {} : { walBytes: 0 }
	});
	const units = evidence.units.map((unit) => ({
		...unit,
		statements: unit.statements.map(untimed),
		deferred: untimed(unit.deferred),
		...unit.rowImages === void 0 ? {} : { rowImages: withoutImages(unit.rowImages) }
	}));
	const { sizes, ...shadow } = evidence.shadow;
	const sized = sizes === void 0 ? shadow : {
		...shadow,
		sizes: []
	};
	return {
		...evidence,
		shadow: sized,
		units
	};
}
function withoutImages({ tables }) {
	return { tables: tables.map((table) => ({
		...table,
		images: [],
		more: 0
	})) };
}
/** The digest by which a record of an apply names the evidence that it was compared with. */
function evidenceDigest(evidence) {
	return digestOf(JSON.stringify(evidence));
}
const name$2 = textOf(1e4);
const sentence$1 = textOf(1e5);
const most$1 = 1e5;
/** How the shadow of stored evidence was made. */
const readShadow = (value, place) => {
	const { need, may } = readObject(value, place, [
		"provider",
		"reason",
		"level",
		"cannotSee",
		"differences",
		"drift",
		"serverVersion",
		"data",
		"takenAt",
		"sizes",
		"copiedRows",
		"maskedColumns"
	]);
	const level = may("level", oneOf(["A", "B"]));
	const cannotSee = may("cannotSee", listOf(sentence$1, most$1));
	const differences = may("differences", listOf(sentence$1, most$1));
	const drift = may("drift", readDrift);
	const takenAt = may("takenAt", name$2);
	const sizes = may("sizes", listOf(readSize, most$1));
	return {
		provider: need("provider", name$2),
		reason: need("reason", name$2),
		...level === void 0 ? {} : { level },
		...cannotSee === void 0 ? {} : { cannotSee },
		...differences === void 0 ? {} : { differences },
		...drift === void 0 ? {} : { drift },
		serverVersion: need("serverVersion", readCount),
		data: need("data", oneOf(["none", "masked-copy"])),
		...takenAt === void 0 ? {} : { takenAt },
		...sizes === void 0 ? {} : { sizes },
		copiedRows: need("copiedRows", readCount),
		maskedColumns: need("maskedColumns", listOf(readMaskedColumn, most$1))
	};
};
const readDrift = (value, place) => {
	const { need } = readObject(value, place, ["objects", "more"]);
	return {
		objects: need("objects", listOf(readDrifted, 10)),
		more: need("more", readCount)
	};
};
const readDrifted = (value, place) => {
	const { need } = readObject(value, place, ["object", "how"]);
	return {
		object: need("object", name$2),
		how: need("how", oneOf(drifts))
	};
};
const readSize = (value, place) => {
	const { need } = readObject(value, place, [
		"table",
		"rows",
		"bytes"
	]);
	return {
		table: need("table", name$2),
		rows: need("rows", readCount),
		bytes: need("bytes", readCount)
	};
};
const readMaskedColumn = (value, place) => {
	const { need } = readObject(value, place, ["column", "mask"]);
	return {
		column: need("column", name$2),
		mask: need("mask", name$2)
	};
};
/** What running a down half proved. */
const readReversal = (value, place) => {
	const { need } = readObject(value, place, [
		"path",
		"digest",
		"verdict",
		"because",
		"rows"
	]);
	return {
		path: need("path", textOf(1e4)),
		digest: need("digest", textThat(isDigest, "a SHA-256 digest")),
		verdict: need("verdict", oneOf(reversalVerdicts)),
		because: need("because", listOf(textOf(1e5), 100)),
		rows: need("rows", oneOf([
			"own",
			"made-up",
			"none"
		]))
	};
};
const undecodedReasons = [
	"unlogged",
	"refresh",
	"truncate",
	"rolled-back"
];
const rowImageKinds = [
	"insert",
	"update",
	"delete"
];
const knownBefore = [
	"row",
	"key",
	"nothing"
];
const bareCells = [
	"null",
	"hidden",
	"unchanged"
];
const name$1 = textOf(1e4);
/** More than any rehearsal tells. */
const mostTables = 1e5;
const mostImages = 1e3;
const mostCells = 2e3;
/** Rows that a unit moved, from the log of the shadow. */
const readRowImages = (value, place) => {
	const { need } = readObject(value, place, ["tables"]);
	return { tables: need("tables", listOf(readTable, mostTables)) };
};
const readTable = (value, place) => {
	const { need, may } = readObject(value, place, [
		"table",
		"inserted",
		"updated",
		"deleted",
		"truncated",
		"undecoded",
		"images",
		"more"
	]);
	const truncated = may("truncated", readTrue$1);
	const undecoded = may("undecoded", readUndecoded);
	return {
		table: need("table", name$1),
		inserted: need("inserted", readCount),
		updated: need("updated", readCount),
		deleted: need("deleted", readCount),
		...truncated === void 0 ? {} : { truncated },
		...undecoded === void 0 ? {} : { undecoded },
		images: need("images", listOf(readImage, mostImages)),
		more: need("more", readCount)
	};
};
const readUndecoded = (value, place) => {
	const { need } = readObject(value, place, ["rows", "because"]);
	return {
		rows: need("rows", readCount),
		because: need("because", oneOf(undecodedReasons))
	};
};
const readImage = (value, place) => {
	const { need, may } = readObject(value, place, [
		"kind",
		"before",
		"after",
		"cut"
	]);
	const before = may("before", readBefore);
	const after = may("after", listOf(readCell, mostCells));
	const cut = may("cut", readTrue$1);
	return {
		kind: need("kind", oneOf(rowImageKinds)),
		...before === void 0 ? {} : { before },
		...after === void 0 ? {} : { after },
		...cut === void 0 ? {} : { cut }
	};
};
const readBefore = (value, place) => {
	const { need } = readObject(value, place, ["known", "cells"]);
	return {
		known: need("known", oneOf(knownBefore)),
		cells: need("cells", listOf(readCell, mostCells))
	};
};
const readCell = (value, place) => {
	const { need } = readObject(value, place, [
		"column",
		"kind",
		"text"
	]);
	const kind = need("kind", oneOf(["value", ...bareCells]));
	const column = need("column", name$1);
	if (kind === "value") return {
		column,
		kind,
		text: need("text", textOf(1e3))
	};
	readObject(value, place, ["column", "kind"]);
	return {
		column,
		kind
	};
};
/** The file is written where submitted SQL ran, so its size is bounded before it is read. */
const largestEvidence = 2e7;
const name = textOf(1e4);
const sentence = textOf(1e5);
const digest = textThat(isDigest, "a SHA-256 digest");
const repository = textThat(isRepository, "owner/name in lower case");
const run = textThat(isRunNumber, "the number of a run");
/** No list is longer: the whole file could not hold more. */
const most = 1e5;
const isSqlstate = (text) => /^[0-9A-Z]{5}$/.test(text);
/**
* Reads the evidence that a rehearsal stored. Whoever wrote it ran submitted SQL, so unknown keys,
* other types and more than a bounded size are refused. Throws SluiceError input/evidence.
*/
function parseStoredEvidence(text) {
	return readJson(text, {
		code: "input/evidence",
		file: "The evidence file"
	}, readRoot$1);
}
const readRoot$1 = (value, place) => {
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
const readUnit = (value, place) => {
	const { need, may } = readObject(value, place, [
		"unitId",
		"digest",
		"statements",
		"deferred",
		"rowImages",
		"reversal"
	]);
	const rowImages = may("rowImages", readRowImages);
	const reversal = may("reversal", readReversal);
	return {
		unitId: need("unitId", name),
		digest: need("digest", digest),
		statements: need("statements", listOf(readStatement, most)),
		deferred: need("deferred", readStatement),
		...rowImages === void 0 ? {} : { rowImages },
		...reversal === void 0 ? {} : { reversal }
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
		"predictive",
		"probes",
		"scans",
		"sequences",
		"walBytes",
		"nested"
	]);
	const scans = may("scans", listOf(readScan, most));
	const sequences = may("sequences", listOf(name, most));
	const walBytes = may("walBytes", readCount);
	const nested = may("nested", listOf(readNested, most));
	const truncated = may("truncated", listOf(name, most));
	const predictive = may("predictive", readPredictive);
	const probes = may("probes", listOf(readProbe, most));
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
		...scans === void 0 ? {} : { scans },
		...sequences === void 0 ? {} : { sequences },
		...walBytes === void 0 ? {} : { walBytes },
		...nested === void 0 ? {} : { nested },
		...predictive === void 0 ? {} : { predictive },
		...probes === void 0 ? {} : { probes }
	};
};
const readPredictive = (value, place) => {
	const { need } = readObject(value, place, [
		"kind",
		"because",
		"sentence"
	]);
	const kind = need("kind", oneOf(["yes", "no"]));
	if (kind === "no") return {
		kind,
		because: need("because", oneOf(unpredictive)),
		sentence: need("sentence", sentence)
	};
	readObject(value, place, ["kind"]);
	return { kind };
};
const readProbe = (value, place) => {
	const { need } = readObject(value, place, [
		"kind",
		"sql",
		"about"
	]);
	return {
		kind: need("kind", oneOf(["count", "violation"])),
		sql: need("sql", sentence),
		about: need("about", sentence)
	};
};
const readScan = (value, place) => {
	const { need } = readObject(value, place, ["table", "rows"]);
	return {
		table: need("table", name),
		rows: need("rows", readCount)
	};
};
const readNested = (value, place) => {
	const { need } = readObject(value, place, ["text", "calls"]);
	return {
		text: need("text", sentence),
		calls: need("calls", readCount)
	};
};
const readLock = (value, place) => {
	const { need, may } = readObject(value, place, [
		"relation",
		"mode",
		"of"
	]);
	const of = may("of", name);
	return {
		relation: need("relation", name),
		mode: need("mode", oneOf(lockModes)),
		...of === void 0 ? {} : { of }
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
	const kind = need("kind", oneOf([
		"completed",
		"failed",
		"not-rehearsable"
	]));
	if (kind !== "completed") return {
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
/** About 50,000 relations; the file is read whole. */
const largestFacts = 67108864;
/**
* Reads a facts file (schemas/facts.json), wherever it came from: unknown keys, other types, lists
* without end and a relation that stands there twice are refused. Throws SluiceError input/facts.
*/
function readFacts(text) {
	if (text.length > 67108864) throw tooLarge();
	return readJson(text, {
		code: "input/facts",
		file: "The facts file"
	}, readRoot);
}
const readRoot = (value, place) => {
	const { need, may } = readObject(value, place, [
		"version",
		"database",
		"takenAt",
		"serverVersion",
		"fingerprint",
		"environment",
		"relations",
		"domains",
		"functions",
		"publications",
		"histories",
		"madeBy"
	]);
	need("version", oneOf([1]));
	const relations = need("relations", listOf(readRelation, mostFacts));
	refuseTwice(relations, place);
	const madeBy = may("madeBy", readMaker);
	return {
		database: need("database", name$3),
		takenAt: need("takenAt", textThat(isTime, "a time as 2026-01-31T12:00:00Z")),
		serverVersion: need("serverVersion", readCount),
		fingerprint: need("fingerprint", textThat(isDigest, "a SHA-256 digest")),
		environment: need("environment", readEnvironment),
		relations,
		domains: need("domains", listOf(readDomain, mostFacts)),
		functions: need("functions", listOf(readFunction, mostFacts)),
		publications: need("publications", listOf(readPublication, 1e4)),
		histories: need("histories", listOf(readHistory, 1e3)),
		...madeBy === void 0 ? {} : { madeBy }
	};
};
const readMaker = (value, place) => {
	const { need } = readObject(value, place, ["repository", "run"]);
	return {
		repository: need("repository", textThat(isRepository, "owner/name in lower case")),
		run: need("run", textThat(isRunNumber, "the number of a run"))
	};
};
const readEnvironment = (value, place) => {
	const { need, may } = readObject(value, place, [
		"owner",
		"role",
		"searchPath",
		"encoding",
		"collate",
		"ctype",
		"localeProvider",
		"timeZone",
		"roles",
		"extensions",
		"settings"
	]);
	const settings = may("settings", listOf(readSetting, carriedSettings.length));
	return {
		owner: need("owner", name$3),
		role: need("role", name$3),
		searchPath: need("searchPath", listOf(name$3, 1e3)),
		encoding: need("encoding", name$3),
		collate: need("collate", name$3),
		ctype: need("ctype", name$3),
		localeProvider: need("localeProvider", name$3),
		timeZone: need("timeZone", name$3),
		roles: need("roles", listOf(name$3, mostFacts)),
		extensions: need("extensions", listOf(readExtension, 1e4)),
		...settings === void 0 ? {} : { settings }
	};
};
const readSetting = (value, place) => {
	const { need } = readObject(value, place, ["name", "value"]);
	return {
		name: need("name", oneOf(carriedSettings)),
		value: need("value", name$3)
	};
};
const readExtension = (value, place) => {
	const { need } = readObject(value, place, [
		"name",
		"version",
		"schema"
	]);
	return {
		name: need("name", name$3),
		version: need("version", name$3),
		schema: need("schema", name$3)
	};
};
const readDomain = (value, place) => {
	const { need } = readObject(value, place, [
		"schema",
		"name",
		"type",
		"notNull",
		"hasChecks"
	]);
	return {
		schema: need("schema", name$3),
		name: need("name", name$3),
		type: need("type", label),
		notNull: need("notNull", readBoolean),
		hasChecks: need("hasChecks", readBoolean)
	};
};
const readFunction = (value, place) => {
	const { need } = readObject(value, place, [
		"schema",
		"name",
		"arguments",
		"kind",
		"volatility",
		"language",
		"securityDefiner"
	]);
	return {
		schema: need("schema", name$3),
		name: need("name", name$3),
		arguments: need("arguments", textOf(1e5)),
		kind: need("kind", oneOf([
			"function",
			"procedure",
			"aggregate",
			"window"
		])),
		volatility: need("volatility", oneOf([
			"immutable",
			"stable",
			"volatile"
		])),
		language: need("language", name$3),
		securityDefiner: need("securityDefiner", readBoolean)
	};
};
const readPublication = (value, place) => {
	const { need } = readObject(value, place, [
		"name",
		"allTables",
		"tables"
	]);
	return {
		name: need("name", name$3),
		allTables: need("allTables", readBoolean),
		tables: need("tables", listOf(qualified, mostFacts))
	};
};
const readHistory = (value, place) => {
	const { need } = readObject(value, place, [
		"layout",
		"table",
		"entries"
	]);
	return {
		layout: need("layout", name$3),
		table: need("table", qualified),
		entries: need("entries", listOf(readEntry, mostFacts))
	};
};
const readEntry = (value, place) => {
	const { need, may } = readObject(value, place, [
		"version",
		"name",
		"checksum",
		"succeeded"
	]);
	const named = may("name", label);
	const checksum = may("checksum", label);
	return {
		version: need("version", label),
		...named === void 0 ? {} : { name: named },
		...checksum === void 0 ? {} : { checksum },
		succeeded: need("succeeded", readBoolean)
	};
};
/** Two answers to one question are none. */
function refuseTwice(relations, { file }) {
	if (new Set(relations.map(({ schema, name }) => JSON.stringify([schema, name]))).size === relations.length) return;
	throw new SluiceError("input/facts", `${file} tells of one relation twice, so it is not certain which holds. Nothing is taken from it. Make it again with sluice facts.`);
}
function tooLarge() {
	return new SluiceError("input/facts", `The facts file has more than ${largestFacts} characters. Nothing is taken from it. Make it again with sluice facts.`);
}
/** What is no day of the calendar is as good as too old. */
function isTime(text) {
	return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(text);
}
export { evidenceDigest as a, listOf as c, readJson as d, readObject as f, carriedSettings as h, parseStoredEvidence as i, oneOf as l, textThat as m, readFacts as n, wasStopped as o, textOf as p, largestEvidence as r, withoutTimes as s, largestFacts as t, readCount as u };

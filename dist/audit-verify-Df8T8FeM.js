import { t as toCanonicalJson } from "./canonical-json-CfZZNO51.js";
import { n as digestOf } from "./digest-YHUy-tYU.js";
import { l as readState, o as readLedger, s as readRecords, u as genesis } from "./ledger-DzEIjMMD.js";
import { t as targetName } from "./target-C5xqcRip.js";
import { n as renderAuditJson } from "./render-json-CLtfsbJv.js";
import { n as renderAuditText } from "./render-text-DybsWdOB.js";
import { r as loadControls } from "./load-controls-CZBf0R2z.js";
import { t as findTarget } from "./targets-CF7r8oDN.js";
import { t as writeResult } from "./write-result-C-WtBasZ.js";
import { t as _usingCtx } from "./usingCtx-BdeZztvE.js";
/**
* Whether every record has the digest of its bytes, names the one before, and counts on from it.
* A chain says nothing about records cut off its end or about a chain computed anew: for these,
* compare `head` with a copy kept outside of the database.
*/
function verifyChain(records) {
	let head = genesis;
	for (const [index, record] of records.entries()) {
		const because = faultOf(record, index + 1, head);
		if (because !== void 0) return {
			kind: "broken",
			at: index + 1,
			because
		};
		head = record.digest;
	}
	return {
		kind: "intact",
		count: records.length,
		head
	};
}
function faultOf(record, sequence, previous) {
	if (record.sequence !== sequence) return `record ${sequence} is missing: ${record.sequence} follows ${sequence - 1}`;
	if (digestOf(record.text) !== record.digest) return "the text of the record is not the one that was hashed";
	if (record.previous !== previous) return "the record does not name the one before it";
	return faultOfBody(record);
}
function faultOfBody(record) {
	const body = readBody(record.text);
	if (body === void 0) return "the text of the record is not a JSON object";
	if (body["sequence"] !== record.sequence) return "the text of the record has another sequence";
	if (body["previous"] !== record.previous) return "the text of the record has another predecessor";
}
/** As `verifyChain`, and that each text is the one canonical form of what it says: about ten times slower. */
function verifyStrictly(records) {
	const verification = verifyChain(records);
	if (verification.kind === "broken") return verification;
	const odd = records.find(({ text }) => !isCanonical(text));
	return odd === void 0 ? verification : {
		kind: "broken",
		at: odd.sequence,
		because: "the text of the record is not canonical JSON"
	};
}
function isCanonical(text) {
	const body = readBody(text);
	return body !== void 0 && toCanonicalJson(body) === text;
}
const ledgerEvents = /* @__PURE__ */ new Map([
	["apply.intent", "intent"],
	["apply.committed", "done"],
	["apply.reconciled", "done"],
	["apply.external", "done"]
]);
/** Whether each ledger row has its record and each record that promises a ledger row has it. */
function verifyLedger(records, claims) {
	const chain = verifyChain(records);
	if (chain.kind === "broken") return chain;
	const bySequence = new Map(records.map((record) => [record.sequence, record]));
	for (const claim of claims) {
		const because = faultOfClaim(claim, bySequence.get(claim.recordSequence));
		if (because !== void 0) return {
			kind: "broken",
			at: claim.recordSequence,
			because
		};
	}
	const claimed = new Set(claims.map(({ recordSequence }) => recordSequence));
	const orphan = records.find((record) => promisesRow(record) && !claimed.has(record.sequence));
	if (orphan !== void 0) return {
		kind: "broken",
		at: orphan.sequence,
		because: "the ledger row of the record is gone"
	};
	return claimed.size === claims.length ? chain : {
		kind: "broken",
		at: repeatedIn(claims),
		because: "two ledger rows name this record"
	};
}
function faultOfClaim(claim, record) {
	if (record === void 0) return `the ledger row of ${claim.unitId} names a record that is gone`;
	if (record.digest !== claim.recordDigest) return `the ledger row of ${claim.unitId} names another record`;
	const body = readBody(record.text) ?? {};
	return ledgerEvents.get(body["event"]) === claim.state && readField(body, "change", "unit") === claim.unitId && readField(body, "change", "unitDigest") === claim.digest && readField(body, "target", "name") === claim.target ? void 0 : `the ledger row of ${claim.unitId} says something else than its record`;
}
function promisesRow(record) {
	return ledgerEvents.has(readBody(record.text)?.["event"]);
}
function repeatedIn(claims) {
	const sequences = claims.map(({ recordSequence }) => recordSequence);
	return sequences.find((sequence, index) => sequences.indexOf(sequence) !== index) ?? 0;
}
function readField(body, outer, inner) {
	const value = body[outer];
	return isObject$1(value) ? value[inner] : void 0;
}
function readBody(text) {
	try {
		const value = JSON.parse(text);
		return isObject$1(value) ? value : void 0;
	} catch {
		return;
	}
}
function isObject$1(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/**
* Whether the records and the ledger of the session's database agree with each other and with their
* digests. Throws SluiceError database/ledger when the tables themselves are not ours any more.
*/
async function auditVerify$1(session, options = { strict: false }) {
	if (await readState(session) === "absent") return {
		kind: "intact",
		count: 0,
		head: genesis
	};
	await session.query("begin isolation level repeatable read read only");
	const records = await readRecords(session);
	const ledger = await readLedger(session);
	await session.query("rollback");
	const verification = options.strict ? verifyStrictly(records) : void 0;
	return verification?.kind === "broken" ? verification : verifyLedger(records, ledger);
}
/** Reads a record's text. What is not there is told as `?`, because a summary is no verification. */
function summaryOf({ sequence, text }) {
	const body = JSON.parse(text);
	const word = (...path) => toWord(at(body, path));
	const event = word("event");
	const about = event === "merge.refused" ? "merge" : "change";
	return {
		sequence,
		at: word("at"),
		event,
		unit: word("change", "unit"),
		unitDigest: word("change", "unitDigest"),
		pullRequest: word(about, "pullRequest"),
		commit: word(about, "commit"),
		head: word("change", "head"),
		actor: `${word("actor", "kind")} @${word("actor", "login")}`,
		onBehalfOf: toList(at(body, ["actor", "onBehalfOf"])).map(toWord),
		approvers: toList(at(body, ["approvals"])).map((approval) => toWord(at(approval, ["login"]))),
		risk: `${word("risk", "score")} of 100, ${word("risk", "level")}`,
		policy: word("policy"),
		evidence: word("evidence"),
		rows: toList(at(body, ["effect", "rows"])).map(toRows),
		...event === "merge.refused" ? { refused: toRefused(body) } : {},
		...event === "apply.external" ? { notGuaranteed: words(body, "notGuaranteed") } : {}
	};
}
function toRefused(body) {
	return {
		reason: toWord(at(body, ["outcome", "reason"])),
		mergedBy: toWord(at(body, ["merge", "mergedBy"])),
		paths: toList(at(body, ["merge", "paths"])).map((path) => toWord(at(path, ["path"]))),
		because: words(body, "outcome", "because")
	};
}
function words(body, ...path) {
	return toList(at(body, path)).map(toWord);
}
function toRows(rows) {
	const moved = [
		"inserted",
		"updated",
		"deleted"
	].flatMap((verb) => {
		const count = toWord(at(rows, [verb]));
		return count === "0" ? [] : [`${count} ${verb}`];
	});
	return `${toWord(at(rows, ["table"]))}: ${moved.join(", ")}`;
}
function at(value, path) {
	return path.reduce((inner, key) => isObject(inner) && Object.hasOwn(inner, key) ? inner[key] : void 0, value);
}
function isObject(value) {
	return typeof value === "object" && value !== null;
}
function toList(value) {
	return Array.isArray(value) ? value : [];
}
function toWord(value) {
	return typeof value === "string" || typeof value === "number" ? String(value) : "?";
}
/** `sluice audit verify`: whether the records of a target are whole and agree with its ledger. */
async function auditVerify(given, context) {
	const report = await readReport(given, context);
	const text = given.options.get("format") === "json" ? renderAuditJson(report) : renderAuditText(report, { colour: context.colour });
	await writeResult(text, given, context);
	return report.problems.length === 0 ? 0 : 1;
}
async function readReport(given, context) {
	try {
		var _usingCtx$1 = _usingCtx();
		const repository = context.openRepository(given.options.get("repo") ?? ".");
		const { policy } = await loadControls(repository, await repository.resolve("HEAD"));
		const { target } = findTarget(policy, given.options.get("target") ?? "");
		const url = await context.credentials.urlOf(target.urlVariable);
		const { signal } = context;
		const database = await context.openDatabase();
		const session = _usingCtx$1.a(await database.connect({
			url,
			applicationName: "sluice audit",
			signal
		}));
		const verification = await auditVerify$1(session, { strict: true });
		const name = targetName(target);
		const entries = verification.kind === "intact" && verification.count === 0 ? [] : (await readRecords(session)).map(summaryOf);
		if (verification.kind === "intact") {
			const { count, head } = verification;
			return {
				target: name,
				records: count,
				problems: [],
				entries,
				...count === 0 ? {} : { head }
			};
		}
		return {
			target: name,
			records: entries.length,
			entries,
			problems: [{
				sequence: verification.at,
				problem: verification.because
			}]
		};
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
export { auditVerify };

import { t as SluiceError } from "./errors-avTrn9RY.js";
import { t as _usingCtx } from "./usingCtx-BdeZztvE.js";
import { t as parseCommitSha } from "./change-BCfSmddC.js";
import { n as digestOf } from "./digest-YHUy-tYU.js";
import { t as ownerName } from "./owner-Cb1L7vXz.js";
import { t as targetName } from "./target-C5xqcRip.js";
import { t as toCanonicalJson } from "./canonical-json-CfZZNO51.js";
import { a as readEvents, i as readApplied, n as appendUnit, t as appendRecord } from "./ledger-DzEIjMMD.js";
import { a as evidenceDigest } from "./facts-CMPa7y4B.js";
const mostReasons = 20;
const longestReason = 300;
/** Bytes of a list of paths; a longer one is cut down to its digest, so that the record fits a log. */
const longestList = 16384;
/** What the record of a refused merge says; see schemas/audit-record.json. */
function toRefusedMergeBody(refused, target, { at, atRunner }) {
	const paths = refused.paths.map(({ path, digest }) => ({
		path,
		digest
	}));
	const listed = toCanonicalJson(paths);
	return {
		event: "merge.refused",
		at,
		atRunner,
		merge: {
			repository: refused.repository,
			pullRequest: refused.pullRequest,
			base: refused.base,
			commit: refused.commit,
			mergedBy: refused.mergedBy,
			pushedBy: null,
			pathCount: paths.length,
			pathsDigest: digestOf(listed),
			paths: new TextEncoder().encode(listed).length <= longestList ? paths : []
		},
		policy: refused.policy,
		target: { ...target },
		outcome: {
			reason: refused.reason,
			because: reasonsOf(refused)
		}
	};
}
/** The commits that a record of a refused merge names; undefined for any other record. */
function refusedSpan(text) {
	const body = JSON.parse(text);
	if (at(body, "event") !== "merge.refused") return void 0;
	const merge = at(body, "merge");
	const [base, commit] = [at(merge, "base"), at(merge, "commit")].map((name) => typeof name === "string" ? parseCommitSha(name) : void 0);
	return base === void 0 || commit === void 0 ? void 0 : {
		base,
		commit
	};
}
/** Whether a record of the chain tells of the same refusal already. */
function tellsOf(text, refused) {
	const body = JSON.parse(text);
	return at(body, "event") === "merge.refused" && at(at(body, "merge"), "commit") === refused.commit && at(at(body, "outcome"), "reason") === refused.reason && JSON.stringify(at(at(body, "outcome"), "because")) === JSON.stringify(reasonsOf(refused));
}
function reasonsOf({ because }) {
	return because.slice(0, mostReasons).map((reason) => Array.from(reason).slice(0, longestReason).join(""));
}
function at(value, key) {
	return isObject(value) && Object.hasOwn(value, key) ? value[key] : void 0;
}
function isObject(value) {
	return typeof value === "object" && value !== null;
}
/** A record over this is cut down to counts: about 16 KB. */
const softLimit = 16384;
/** What a record says. It holds digests of SQL and names of objects, never SQL, row values or server messages. */
function toRecordBody(context, outcome) {
	const whole = assemble(context, outcome, listEffect);
	return JSON.stringify(whole).length <= softLimit ? whole : assemble(context, outcome, countEffect);
}
function assemble(context, outcome, render) {
	return {
		event: outcome.event,
		at: outcome.at,
		atRunner: outcome.atRunner,
		change: toChange(context, outcome.unit, render === countEffect),
		actor: {
			kind: context.actor.kind,
			login: context.actor.login,
			onBehalfOf: context.actor.onBehalfOf
		},
		approvals: context.approvals.map(({ login, reviewId, commit, submittedAt }) => ({
			login,
			reviewId,
			commit,
			submittedAt
		})),
		risk: toRisk(context.assessment),
		policy: context.policy,
		evidence: context.evidence,
		target: { ...context.target },
		effect: outcome.effect === void 0 ? null : render(outcome.effect),
		timing: toTiming(outcome),
		outcome: {
			sqlstate: outcome.sqlstate ?? null,
			because: outcome.because ?? []
		},
		...toProbes(outcome.probes ?? []),
		...outcome.notGuaranteed === void 0 ? {} : { notGuaranteed: outcome.notGuaranteed }
	};
}
function toProbes(answers) {
	if (answers.length === 0) return {};
	return { probes: answers.map((answer) => answer.kind === "counted" ? {
		...answer,
		rows: String(answer.rows)
	} : { ...answer }) };
}
function toTiming({ durationMs, attempts }) {
	if (durationMs === void 0 || attempts === void 0) return null;
	return {
		durationMs: Math.round(durationMs),
		attempts
	};
}
function toChange(context, unit, brief) {
	const { change } = context;
	const statements = unit.statements.map(({ tag, text }) => ({
		kind: tag,
		digest: digestOf(text)
	}));
	return {
		repository: change.repository ?? null,
		pullRequest: change.pullRequest,
		title: digestOf(change.title),
		commit: change.commit,
		head: change.head,
		base: change.base,
		digest: change.digest,
		unit: unit.id,
		unitDigest: unit.digest,
		statementCount: statements.length,
		statements: brief ? [] : statements
	};
}
function toRisk(assessment) {
	return {
		score: Math.round(assessment.score),
		level: assessment.level,
		destructive: assessment.destructive,
		unknown: assessment.unknown,
		rules: [...new Set(assessment.reasons.map(({ rule }) => rule))]
	};
}
function listEffect(effect) {
	return {
		rows: rowsOf(effect).map(({ table, inserted, updated, deleted }) => ({
			table,
			inserted: String(inserted),
			updated: String(updated),
			deleted: String(deleted)
		})),
		created: effect.flatMap(({ created }) => created.map(toObject)),
		dropped: effect.flatMap(({ dropped }) => dropped.map(toObject)),
		altered: effect.flatMap(({ altered }) => altered.map(toObject)),
		rewrites: [...new Set(effect.flatMap(({ rewrites }) => rewrites))],
		locks: effect.flatMap(({ locks }) => locks.map(({ relation, mode }) => ({
			relation,
			mode
		})))
	};
}
function toObject({ type, identity }) {
	return {
		type,
		identity
	};
}
/** How much there was of each, and the digest of the whole list. */
function countEffect(effect) {
	const count = (pick) => effect.reduce((sum, part) => sum + pick(part).length, 0);
	return {
		digest: digestOf(JSON.stringify(listEffect(effect))),
		tables: rowsOf(effect).length,
		created: count((part) => part.created),
		dropped: count((part) => part.dropped),
		altered: count((part) => part.altered),
		locks: count((part) => part.locks)
	};
}
/** Rows per table over all statements, tables in order of their first appearance. */
function rowsOf(effect) {
	const totals = /* @__PURE__ */ new Map();
	for (const row of effect.flatMap(({ rows }) => rows)) {
		const before = totals.get(row.table) ?? {
			inserted: 0,
			updated: 0,
			deleted: 0
		};
		totals.set(row.table, {
			table: row.table,
			inserted: before.inserted + row.inserted,
			updated: before.updated + row.updated,
			deleted: before.deleted + row.deleted
		});
	}
	return [...totals.values()];
}
/** What a record says of the target that the session is connected to. */
async function readTargetFacts(session, target) {
	return {
		database: target.database,
		name: targetName(target),
		systemIdentifier: await readSystemIdentifier(session),
		serverVersion: session.serverVersion,
		transport: session.transport
	};
}
async function readSystemIdentifier(session) {
	const [row] = await session.query("select system_identifier::pg_catalog.text as id from pg_catalog.pg_control_system()");
	const id = row?.["id"];
	if (typeof id !== "string") throw new SluiceError("internal/bug", "The server did not tell which cluster it is.");
	return id;
}
/** The clock of the database, RFC 3339 UTC. */
async function readTime(session) {
	const [row] = await session.query(`select pg_catalog.to_char(pg_catalog.timezone('UTC', pg_catalog.clock_timestamp()),
                               'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`);
	const now = row?.["now"];
	if (typeof now !== "string") throw new SluiceError("internal/bug", "The database did not tell the time.");
	return now;
}
/** Adds a record in the session's open transaction. */
async function record(run, session, subject, happening) {
	const { startedAt, ...outcome } = happening;
	const body = toRecordBody(run.context, {
		...outcome,
		at: await readTime(session),
		atRunner: run.ports.clock.now(),
		durationMs: run.ports.clock.ticks() - startedAt,
		unit: {
			id: subject.unit.id,
			digest: subject.unit.digest,
			statements: statementsOf(subject.script)
		}
	});
	return appendRecord(session, body);
}
/** The statements of a unit as a record names them. */
function statementsOf({ statements }) {
	return statements.map((statement) => ({
		tag: statement.kind === "parsed" ? statement.tag : "unparsed",
		text: statement.text
	}));
}
/** Adds a record and the ledger row that names it, in the session's open transaction. */
async function recordUnit(run, session, subject, happening) {
	const { state, kind, ...plain } = happening;
	const added = await record(run, session, subject, plain);
	const { clearance, input } = run;
	const row = {
		change: clearance.change,
		unitId: subject.unit.id,
		target: run.target,
		digest: subject.unit.digest,
		commit: clearance.commit,
		pullRequest: input.pullRequest.number,
		...input.repository === void 0 ? {} : { repository: input.repository },
		state,
		kind
	};
	await appendUnit(session, row, added);
	return added;
}
/** Runs `work` in a transaction of the keeper, which runs nothing but our own statements. */
async function inOwnTransaction(keeper, work) {
	await keeper.query("begin isolation level read committed read write");
	try {
		const result = await work();
		await keeper.query("commit");
		return result;
	} catch (error) {
		if (error instanceof SluiceError && error.code === "database/refused") await keeper.query("rollback");
		throw error;
	}
}
/** Nothing of the unit was kept: records that, and says so. */
async function refuse(run, subject, happening) {
	await inOwnTransaction(run.keeper, () => record(run, run.keeper, subject, happening));
	return {
		kind: "refused",
		unitId: subject.unit.id,
		because: happening.because
	};
}
/** The unit is applied and recorded. */
function applied(run, subject, done) {
	return {
		kind: "applied",
		unitId: subject.unit.id,
		durationMs: Math.round(run.ports.clock.ticks() - done.startedAt),
		attempts: done.attempts,
		rows: rowsOf(done.effect),
		record: done.record.digest,
		...done.probes.length === 0 ? {} : { probes: done.probes }
	};
}
/** A number from 0 up to 1, for waits that must not fall into step. */
function jitter(ids) {
	const [byte = 0] = ids.random(1);
	return byte / 256;
}
/** One apply at a time in one database. The number means nothing; it must only never change. */
const key = "8318251896219559265";
const patienceMs = 3e4;
/**
* Takes the session's advisory lock, trying again until it is free. It never waits inside the server:
* a session that does holds a snapshot, for which CREATE INDEX CONCURRENTLY would wait in turn.
*/
async function takeLock(session, ports) {
	const end = ports.clock.ticks() + patienceMs;
	for (;;) {
		const [row] = await session.query("select pg_catalog.pg_try_advisory_lock($1) as held", [key]);
		if (row?.["held"] === true) return "held";
		if (ports.clock.ticks() >= end) return "busy";
		await ports.clock.sleep(150 + 350 * jitter(ports.ids), ports.signal);
	}
}
/** Throws SluiceError database/lost unless the session still holds the lock. */
async function assertLocked(session) {
	const [row] = await session.query(`select exists (
       select from pg_catalog.pg_locks l
        where l.locktype = 'advisory' and l.granted and l.pid = pg_catalog.pg_backend_pid()
          and (l.classid::pg_catalog.int8 << 32) + l.objid::pg_catalog.int8 = $1::pg_catalog.int8
          and l.objsubid = 1) as held`, [key]);
	if (row?.["held"] !== true) throw new SluiceError("database/lost", "The lock that keeps two applies apart was lost, so another one may be running; the transaction was rolled back.");
}
/** Settings that every session of an apply has, whatever the login or the database says. */
const always = /* @__PURE__ */ new Map([
	["standard_conforming_strings", "on"],
	["synchronous_commit", "on"],
	["default_transaction_isolation", "read committed"],
	["default_transaction_read_only", "off"],
	["default_transaction_deferrable", "off"],
	["row_security", "on"],
	["check_function_bodies", "on"]
]);
const idleMs = 6e4;
/** For the session that runs one transaction of submitted SQL. */
async function pinForTransaction(session, limits) {
	await set(session, [
		...always,
		["lock_timeout", `${limits.lockTimeoutMs}ms`],
		["statement_timeout", `${limits.statementTimeoutMs}ms`],
		["idle_in_transaction_session_timeout", `${idleMs}ms`],
		...await checkInterval(session)
	]);
}
/** An interrupted build leaves an invalid index: nothing but its own deadline may end it. */
async function pinForConcurrent(session, deadlineMs) {
	await set(session, [
		...always,
		["lock_timeout", "0"],
		["statement_timeout", `${deadlineMs}ms`],
		["client_connection_check_interval", "0"]
	]);
}
/** For the session that holds the lock: it is idle most of the time and must stay. */
async function pinForKeeper(session, limits) {
	await set(session, [
		...always,
		["lock_timeout", `${limits.lockTimeoutMs}ms`],
		["statement_timeout", `${limits.statementTimeoutMs}ms`],
		["idle_session_timeout", "0"],
		["search_path", "pg_catalog, pg_temp"]
	]);
}
/** After submitted SQL, in its transaction: what it set must not reach the ledger or the COMMIT. */
async function reclaim(session, limits) {
	await session.query("reset session authorization");
	await session.query("reset role");
	await session.query("set local search_path to pg_catalog, pg_temp");
	await session.query("set local synchronous_commit to on");
	await session.query(`select pg_catalog.set_config('lock_timeout', $1, true),
            pg_catalog.set_config('statement_timeout', $2, true)`, [`${limits.lockTimeoutMs}ms`, `${limits.statementTimeoutMs}ms`]);
}
async function set(session, settings) {
	for (const [name, value] of settings) await session.query("select pg_catalog.set_config($1, $2, false)", [name, value]);
}
async function checkInterval(session) {
	const [row] = await session.query(`select pg_catalog.version() ~ '(linux|darwin|freebsd)' as able`);
	return row?.["able"] === true ? [["client_connection_check_interval", "500ms"]] : [];
}
/** What all records of one clearance on one target have in common. */
function toRecordContext(clearance, input, target) {
	return {
		change: {
			digest: clearance.change,
			...input.repository === void 0 ? {} : { repository: input.repository },
			pullRequest: input.pullRequest.number,
			title: input.pullRequest.title,
			commit: clearance.commit,
			head: clearance.head,
			base: input.base
		},
		actor: input.actor,
		approvals: clearance.approvals,
		assessment: input.assessment,
		policy: clearance.policy,
		evidence: evidenceDigest(input.evidence),
		target
	};
}
/**
* Why the target has to wait: the units that the target before it (`after:`) does not hold yet. Empty
* when there is none before it, or it holds exactly these bytes.
*/
async function findUnstaged({ database, target }, units, context) {
	const earlier = database.targets.find(({ name }) => name === target.after);
	if (earlier === void 0) return [];
	const held = await readHeld(earlier, units, context);
	return units.filter(({ id }) => !held.has(id)).map(({ id }) => `${targetName(earlier)} does not hold ${id} yet, and ${targetName(target)} comes after it. Apply it there first.`);
}
/** What there is to say when the target holds every unit already; undefined when it does not. */
async function findNothingToDo({ target }, units, context) {
	const held = await readHeld(target, units, context);
	const done = units.flatMap(({ id }) => {
		const record = held.get(id);
		return record === void 0 ? [] : [{
			kind: "already-applied",
			unitId: id,
			record
		}];
	});
	if (done.length < units.length) return void 0;
	return {
		target: targetName(target),
		units: done,
		outcome: "nothing-to-do"
	};
}
/** What the target's own ledger says of it, oldest first; nothing when Sluice was never there. */
async function readTargetLedger(target, context) {
	try {
		var _usingCtx$1 = _usingCtx();
		const session = _usingCtx$1.a(await openTarget(target, context));
		return await readApplied(session, targetName(target));
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/** The merges that the target's chain says were refused, oldest first. */
async function readRefusedSpans(target, context) {
	try {
		var _usingCtx3 = _usingCtx();
		const session = _usingCtx3.a(await openTarget(target, context));
		return (await readEvents(session, "merge.refused")).flatMap(({ text }) => refusedSpan(text) ?? []);
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
async function openTarget({ urlVariable }, context) {
	const url = await context.credentials.urlOf(urlVariable);
	const database = await context.openDatabase();
	const { signal } = context;
	return database.connect({
		url,
		applicationName: "sluice apply",
		signal
	});
}
/** Units that the target's own ledger holds with exactly these bytes, and their records. */
async function readHeld(target, units, context) {
	return heldUnits(await readTargetLedger(target, context), units);
}
/** Units that these rows hold with exactly these bytes, and their records. */
function heldUnits(rows, units) {
	const done = rows.filter(({ state }) => state === "done");
	return new Map(units.flatMap(({ id, digest }) => {
		const row = done.find(({ unitId }) => unitId === id);
		return row === void 0 || row.digest !== digest ? [] : [[id, row.recordDigest]];
	}));
}
/** Who must act next, and how; empty when the change is allowed. */
function nextSteps(decision) {
	switch (decision.kind) {
		case "allow": return [];
		case "await-approval": return decision.missing.map(stepOf);
		case "deny": return decision.because.map((sentence) => ({
			sentence,
			owners: []
		}));
	}
}
function stepOf({ rule, paths, anyOf }) {
	const about = paths.length === 0 ? "the change" : paths.join(", ");
	const names = anyOf.map(ownerName).join(" or ");
	if (rule === "changes-requested") return {
		sentence: `${names} has to approve, or somebody has to dismiss that review.`,
		owners: anyOf
	};
	return {
		sentence: `${anyOf.length === 0 ? "A person with write access who did not make it" : names} has to approve ${about}.`,
		owners: anyOf
	};
}
export { tellsOf as C, toRecordBody as S, recordUnit as _, readRefusedSpans as a, readTargetFacts as b, pinForConcurrent as c, reclaim as d, assertLocked as f, inOwnTransaction as g, applied as h, heldUnits as i, pinForKeeper as l, jitter as m, findNothingToDo as n, readTargetLedger as o, takeLock as p, findUnstaged as r, toRecordContext as s, nextSteps as t, pinForTransaction as u, refuse as v, toRefusedMergeBody as w, readTime as x, statementsOf as y };

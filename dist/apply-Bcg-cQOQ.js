import { t as digestOf } from "./digest-Crtf6eAX.js";
import { t as targetName } from "./target-C5xqcRip.js";
import { t as SluiceError } from "./errors-DFUB2oUm.js";
import { c as settleDeferred, d as isStronger, f as planUnit, h as quoteName, l as observeStatement, n as shadowChoice, r as loadDatabase, s as joinedRows, t as rehearseAll, u as takeSnapshot } from "./rehearse-change-Cv3YV2Qh.js";
import { a as readApplied, c as installLedger, d as toCanonicalJson, i as hasRecord, n as appendRecord, r as appendUnit, t as findTarget } from "./targets-DwVz-_-O.js";
import { t as _usingCtx } from "./usingCtx-BdeZztvE.js";
import { i as standingOf$1, t as actorOf } from "./decide-vbxtqhKo.js";
import { n as judge, t as judgeInput } from "./judge-input-CbTzLK0I.js";
import { n as ownerName } from "./decode-tJ-M-UqA.js";
import { _ as renderApplicationJson, t as renderApplicationText } from "./render-text-CjGswCUX.js";
import { t as loadControls } from "./load-controls-BxBdhAYG.js";
import { t as writeResult } from "./write-result-BDRCXcYe.js";
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
		timing: {
			durationMs: Math.round(outcome.durationMs),
			attempts: outcome.attempts
		},
		outcome: {
			sqlstate: outcome.sqlstate ?? null,
			because: outcome.because ?? []
		}
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
			statements: subject.script.statements.map((statement) => ({
				tag: statement.kind === "parsed" ? statement.tag : "unparsed",
				text: statement.text
			}))
		}
	});
	return appendRecord(session, body);
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
async function refuse$1(run, subject, happening) {
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
		record: done.record.digest
	};
}
async function readTime(session) {
	const [row] = await session.query(`select pg_catalog.to_char(pg_catalog.timezone('UTC', pg_catalog.clock_timestamp()),
                               'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`);
	const now = row?.["now"];
	if (typeof now !== "string") throw new SluiceError("internal/bug", "The database did not tell the time.");
	return now;
}
/** A number from 0 up to 1, for waits that must not fall into step. */
function jitter(ids) {
	const [byte = 0] = ids.random(1);
	return byte / 256;
}
/** One apply at a time in one database. The number means nothing; it must only never change. */
const key = "8318251896219559265";
const patienceMs$1 = 3e4;
/**
* Takes the session's advisory lock, trying again until it is free. It never waits inside the server:
* a session that does holds a snapshot, for which CREATE INDEX CONCURRENTLY would wait in turn.
*/
async function takeLock(session, ports) {
	const end = ports.clock.ticks() + patienceMs$1;
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
const building = `exists (
  select from pg_catalog.pg_stat_progress_create_index p
   where p.datname = pg_catalog.current_database()
     and p.pid <> pg_catalog.pg_backend_pid()
     and (p.index_relid = c.oid or p.index_relid is null))`;
/** Looks for the index of a CONCURRENTLY statement through a session with the statement's own search_path. */
async function probeIndex(session, plan) {
	return plan.action === "create" ? probeOnTable(session, plan.index.name, plan.table) : probeByName(session, plan.index);
}
const qualified = (schema, name) => `case when ${schema}::pg_catalog.text is null
        then pg_catalog.format('%I', ${name}::pg_catalog.text)
        else pg_catalog.format('%I.%I', ${schema}::pg_catalog.text, ${name}::pg_catalog.text) end`;
async function probeOnTable(session, index, table) {
	return toState((await session.query(`select n.nspname::pg_catalog.text as schema,
            coalesce(i.indrelid = t.oid, false) as known,
            coalesce(i.indisvalid and i.indisready and i.indislive, false) as valid,
            ${building} as building
       from pg_catalog.pg_class t
       join pg_catalog.pg_namespace n on n.oid = t.relnamespace
       join pg_catalog.pg_class c on c.relnamespace = t.relnamespace and c.relname = $3
       left join pg_catalog.pg_index i on i.indexrelid = c.oid
      where t.oid = pg_catalog.to_regclass(${qualified("$1", "$2")})`, [
		table.schema ?? null,
		table.name,
		index
	]))[0]);
}
async function probeByName(session, index) {
	return toState((await session.query(`select n.nspname::pg_catalog.text as schema,
            i.indexrelid is not null as known,
            coalesce(i.indisvalid and i.indisready and i.indislive, false) as valid,
            ${building} as building
       from pg_catalog.pg_class c
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       left join pg_catalog.pg_index i on i.indexrelid = c.oid
      where c.oid = pg_catalog.to_regclass(${qualified("$1", "$2")})`, [index.schema ?? null, index.name]))[0]);
}
function toState(row) {
	if (row === void 0) return { kind: "absent" };
	const { schema } = row;
	if (typeof schema !== "string") throw new SluiceError("internal/bug", "The probe of an index did not answer as expected.");
	if (row["known"] !== true) return { kind: "other" };
	if (row["valid"] === true) return {
		kind: "valid",
		schema
	};
	return row["building"] === true ? { kind: "building" } : {
		kind: "invalid",
		schema
	};
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
/** Building an index on a large table takes hours; nothing waits for it. */
const deadlineMs = 144e5;
/** Runs CREATE or DROP INDEX CONCURRENTLY: says so, runs it, looks whether it is so, says that too. */
async function applyConcurrentIndex(run, subject) {
	try {
		var _usingCtx$6 = _usingCtx();
		const startedAt = run.ports.clock.ticks();
		const worker = _usingCtx$6.a(await run.connect());
		await pinForConcurrent(worker, deadlineMs);
		const next = decideNext(subject, await probeIndex(worker, subject.plan));
		if (next.kind === "refuse") return await refuse$1(run, subject, {
			event: "apply.refused",
			startedAt,
			attempts: 1,
			because: [next.because]
		});
		if (next.kind === "finished") return await finish(run, subject, "apply.reconciled", startedAt);
		if (!subject.intended) await intend(run, subject, startedAt);
		if (next.kind === "repair") await dropLeftover(worker, subject.plan, next.schema);
		return await build(run, subject, {
			worker,
			startedAt
		});
	} catch (_) {
		_usingCtx$6.e = _;
	} finally {
		await _usingCtx$6.d();
	}
}
function decideNext({ plan, intended }, found) {
	if (found.kind === "building") return {
		kind: "refuse",
		because: "The index is being built right now: a live build looks like a failed one, and must not be repaired. Instead, run the same command again when it has ended."
	};
	if (plan.action === "drop") return intended && found.kind === "absent" ? { kind: "finished" } : { kind: "run" };
	if (found.kind === "absent") return { kind: "run" };
	if (!intended || found.kind === "other") return {
		kind: "refuse",
		because: "Something of that name is already there and no record says that Sluice began it: nobody knows whether it is the index that was approved. Instead, drop or rename it, or choose another name."
	};
	return found.kind === "valid" ? { kind: "finished" } : {
		kind: "repair",
		schema: found.schema
	};
}
async function intend(run, subject, startedAt) {
	const intent = {
		event: "apply.intent",
		state: "intent",
		kind: "concurrent-index"
	};
	await inOwnTransaction(run.keeper, () => recordUnit(run, run.keeper, subject, {
		...intent,
		startedAt,
		attempts: 1
	}));
}
async function build(run, subject, { worker, startedAt }) {
	const outcome = await worker.execute(subject.plan.statement.text);
	const found = await probeIndex(worker, subject.plan);
	await assertLocked(run.keeper);
	if (outcome.kind === "done" && isFinished(subject.plan, found)) return finish(run, subject, "apply.committed", startedAt);
	if (subject.plan.action === "create" && found.kind === "invalid") await dropLeftover(worker, subject.plan, found.schema);
	return refuse$1(run, subject, {
		startedAt,
		attempts: 1,
		...failureOf(outcome)
	});
}
function isFinished(plan, found) {
	return plan.action === "create" ? found.kind === "valid" : found.kind === "absent";
}
function failureOf(outcome) {
	const sqlstate = outcome.kind === "failed" ? { sqlstate: outcome.sqlstate } : {};
	const what = outcome.kind === "failed" ? `The statement failed with SQLSTATE ${outcome.sqlstate}` : "The statement ended and the index is not as it should be";
	return {
		event: "apply.failed",
		...sqlstate,
		because: [`${what}: an unfinished index would slow every write, so what was left of it was removed. Instead, correct the cause and run the same command again.`]
	};
}
async function dropLeftover(worker, plan, schema) {
	await worker.query(`drop index concurrently if exists ${quoteName(schema, plan.index.name)}`);
}
async function finish(run, subject, event, startedAt) {
	const done = {
		event,
		state: "done",
		kind: "concurrent-index",
		startedAt,
		attempts: 1
	};
	return applied(run, subject, {
		startedAt,
		attempts: 1,
		effect: [],
		record: await inOwnTransaction(run.keeper, () => recordUnit(run, run.keeper, subject, done))
	});
}
/** The only maker of a Clearance. Refuses whatever was not allowed, also in observe mode. */
function clear(request) {
	const { change, commit, units, target, policy } = request;
	const because = [...whyUndecided(request.decision), ...whyNotThere(request)];
	const content = {
		change: changeDigest(target.database, units),
		commit,
		head: change.head,
		policy: policy.digest,
		approvals: standingOf$1(change, policy.agents).approvals,
		units,
		target,
		limits: policy.limits
	};
	const wrong = [...because, ...problemsOf(content)];
	if (wrong.length > 0 || !isClearance(content)) return {
		kind: "refused",
		because: wrong
	};
	return {
		kind: "cleared",
		clearance: content
	};
}
/** What of a clearance no longer holds; empty when its digests are those of its bytes. */
function verifyClearance(clearance) {
	return problemsOf(clearance);
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
	return problemsOf(content).length === 0;
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
function whyNotThere({ target, policy }) {
	return [...policy.databases.filter(({ name }) => name === target.database).flatMap(({ targets }) => targets).some(({ name, urlVariable }) => name === target.name && urlVariable === target.urlVariable) ? [] : [`The policy has no target ${targetName(target)}.`], ...policy.apply === "sluice" ? [] : ["The policy leaves applying to another tool."]];
}
/**
* Checks at run time what the type promises: that the clearance is whole and that the statements are
* those of its bytes. Throws SluiceError internal/bug.
*/
function assertCleared(clearance, input) {
	const problems = [...verifyClearance(clearance), ...foreignStatements(clearance, input)];
	if (problems.length > 0) throw new SluiceError("internal/bug", `What was to be applied is not what was cleared: ${problems.join("; ")}. Nothing was applied.`);
}
function foreignStatements(clearance, { scripts }) {
	return clearance.units.flatMap(({ id, bytes }) => {
		const script = scripts.find(({ unitId }) => unitId === id);
		if (script === void 0) return [`${id} has no statements`];
		const texts = script.statements.map(({ text }) => text);
		return standInOrder(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes), texts) ? [] : [`the statements of ${id} are not in its bytes`];
	});
}
function standInOrder(whole, texts) {
	let from = 0;
	return texts.every((text) => {
		const at = whole.indexOf(text, from);
		from = at + text.length;
		return at >= 0;
	});
}
/** What is to be done with each cleared unit, in order, by what the ledger holds of this target. */
function planPending(run, ledger) {
	return run.clearance.units.map((unit) => {
		return standingOf(run, {
			unit,
			script: run.input.scripts.find(({ unitId }) => unitId === unit.id) ?? {
				unitId: unit.id,
				statements: []
			}
		}, ledger.filter(({ unitId }) => unitId === unit.id));
	});
}
function standingOf(run, subject, rows) {
	const { unit, script } = subject;
	const edited = rows.find(({ digest }) => digest !== unit.digest);
	if (edited !== void 0) return {
		...subject,
		kind: "refused",
		because: editedReason(run, subject, edited)
	};
	const done = rows.find(({ state }) => state === "done");
	if (done !== void 0) return {
		...subject,
		kind: "already-applied",
		record: done.recordDigest
	};
	const plan = planUnit(script);
	if (plan.kind === "refused") return {
		...subject,
		kind: "refused",
		because: plan.because
	};
	const rehearsed = rehearsalOf(run, subject);
	if (rehearsed === void 0) return {
		...subject,
		kind: "refused",
		because: unrehearsed$1
	};
	return plan.kind === "transactional" ? {
		...subject,
		kind: "transactional",
		plan,
		rehearsed
	} : {
		...subject,
		kind: "concurrent-index",
		plan,
		intended: rows.length > 0
	};
}
function editedReason(run, { unit }, row) {
	return `The unit was applied to ${run.target} as ${row.digest} with commit ${row.commit}, and is now ${unit.digest}: the target would differ from the migrations for ever. Instead, restore the file and put the change into a new one.`;
}
const unrehearsed$1 = "The rehearsal at the merged commit did not complete this unit: nobody saw what it does. Instead, let the rehearsal succeed first.";
function rehearsalOf({ input }, { unit }) {
	return input.evidence.units.find(({ unitId, digest }) => unitId === unit.id && digest === unit.digest);
}
/** A production that grew since the copy may move this much more than the rehearsal did. */
const rowsFactor = 1.2;
/** … or so many rows more, for small counts. */
const rowsMargin = 10;
/**
* How the apply went beyond its rehearsal, in words that name objects only; empty when it did not. Objects
* must be the same. Locks from SHARE UPDATE EXCLUSIVE up, rewrites and moved tables must have been
* rehearsed, or be what the statement's own text says: an empty shadow moves no rows.
*/
function compareEffects(comparison) {
	const rehearsed = totalOf(comparison.rehearsed);
	const observed = totalOf(comparison.observed);
	const { statics, data } = comparison;
	return [
		...objectDifferences("created", rehearsed.created, observed.created),
		...objectDifferences("dropped", rehearsed.dropped, observed.dropped),
		...objectDifferences("altered", rehearsed.altered, observed.altered),
		...lockDifferences(rehearsed, observed, statics),
		...fileDifferences(rehearsed, observed),
		...rowDifferences(rehearsed, observed, {
			statics,
			data
		})
	];
}
function totalOf(unit) {
	const all = [...unit.statements, unit.deferred];
	return {
		...unit.deferred,
		locks: all.flatMap(({ locks }) => locks),
		rows: joinedRows(all.flatMap(({ rows }) => rows)),
		rewrites: all.flatMap(({ rewrites }) => rewrites),
		truncated: all.flatMap(({ truncated }) => truncated ?? []),
		created: all.flatMap(({ created }) => created),
		dropped: all.flatMap(({ dropped }) => dropped),
		altered: all.flatMap(({ altered }) => altered)
	};
}
function objectDifferences(verb, rehearsed, observed) {
	const one = new Set(rehearsed.map(nameOf));
	const other = new Set(observed.map(nameOf));
	return [...[...other].filter((name) => !one.has(name)).map((name) => `${verb} ${name}, which the rehearsal did not`), ...[...one].filter((name) => !other.has(name)).map((name) => `did not do as rehearsed: ${verb} ${name}`)];
}
function nameOf({ type, identity }) {
	return `${type} ${identity}`;
}
function lockDifferences(rehearsed, observed, statics) {
	const expected = [...rehearsed.locks.map(({ relation, mode }) => ({
		relation: plain(relation),
		mode
	})), ...statics.flatMap((effect) => effect.kind === "locks" ? [{
		relation: `${effect.object.schema ?? "public"}.${effect.object.name}`,
		mode: effect.mode
	}] : [])];
	return observed.locks.filter(({ mode }) => isStronger(mode, "ROW EXCLUSIVE")).filter(({ relation, mode }) => !expected.some((lock) => lock.relation === plain(relation) && covers(lock.mode, mode))).map(({ relation, mode }) => `locked ${relation} in ${mode} mode, which the rehearsal did not`);
}
function covers(expected, mode) {
	return !isStronger(mode, expected);
}
function fileDifferences(rehearsed, observed) {
	const rewritten = new Set(rehearsed.rewrites);
	return observed.rewrites.filter((table) => !rewritten.has(table)).map((table) => `rewrote ${table}, which the rehearsal did not`);
}
const verbs = [
	["insert", "inserted"],
	["update", "updated"],
	["delete", "deleted"]
];
function rowDifferences(rehearsed, observed, { statics, data }) {
	return observed.rows.flatMap((row) => {
		const expected = rehearsed.rows.find(({ table }) => table === row.table);
		return verbs.flatMap(([verb, count]) => {
			const moved = row[count];
			const allowed = expected?.[count] ?? 0;
			if (moved === 0) return [];
			if (data === "masked-copy" && moved > Math.max(allowed * rowsFactor, allowed + rowsMargin)) return [`${count} more rows of ${row.table} than the rehearsal: ${moved}, rehearsed ${allowed}`];
			if (allowed > 0) return [];
			if (data === "none" && isDirectTarget(statics, verb, row.table)) return [];
			return [`${count} rows of ${row.table}, which the rehearsal did not`];
		});
	});
}
function isDirectTarget(statics, verb, table) {
	return statics.some((effect) => effect.kind === "writes" && effect.via === "direct" && effect.verb === verb && `${effect.object.schema ?? "public"}.${effect.object.name}` === plain(table));
}
/** Static names are unquoted. */
function plain(name) {
	return name.replaceAll(/"((?:[^"]|"")*)"/g, (_, inner) => inner.replaceAll("\"\"", "\""));
}
const patienceMs = 6e4;
/**
* Commits. When the reply is lost, the server is asked what became of the transaction. Throws what was
* thrown when it did not commit.
*/
async function commit(run, worker, pending) {
	try {
		const outcome = await worker.execute("commit");
		return outcome.kind === "failed" ? {
			kind: "failed",
			sqlstate: outcome.sqlstate
		} : { kind: "committed" };
	} catch (error) {
		if (!(error instanceof SluiceError) || error.code !== "database/lost") throw error;
		if (await wasCommitted(run, pending)) return { kind: "committed" };
		throw error;
	}
}
async function wasCommitted(run, { transaction, record }) {
	try {
		var _usingCtx$5 = _usingCtx();
		const session = _usingCtx$5.a(await run.connect());
		await waitForEnd(run, session, transaction);
		return await hasRecord(session, record.digest);
	} catch (_) {
		_usingCtx$5.e = _;
	} finally {
		await _usingCtx$5.d();
	}
}
/** A transaction whose client is gone goes on for a while: the ledger says nothing before its end. */
async function waitForEnd(run, session, transaction) {
	const { clock, signal } = run.ports;
	const end = clock.ticks() + patienceMs;
	for (;;) {
		const [row] = await session.query("select pg_catalog.pg_xact_status($1::xid8) as status", [transaction]);
		if (row?.["status"] !== "in progress") return;
		if (clock.ticks() >= end) throw new SluiceError("database/lost", "The reply to COMMIT was lost and the server has not ended the transaction, so nobody knows yet whether it is kept.");
		await clock.sleep(200, signal);
	}
}
/** Whether the unit read, wrote, locked or redefined anything in our own schema. */
function touchesLedger(observed) {
	return [...observed.statements, observed.deferred].some(touches);
}
function touches(evidence) {
	const relations = [
		...evidence.locks.map(({ relation }) => relation),
		...evidence.rows.map(({ table }) => table),
		...evidence.rewrites
	];
	const objects = [
		...evidence.created,
		...evidence.dropped,
		...evidence.altered
	];
	return relations.some((name) => /^"?sluice"?\./.test(name)) || objects.some(({ identity }) => /(?:^|[^\w.])"?sluice"?(?:\.|$)/.test(identity));
}
const attemptsLimit = 5;
const blocked = /* @__PURE__ */ new Set(["55P03", "40P01"]);
/** Runs one unit and its record in one transaction, again when a lock could not be had in time. */
async function applyTransactional(run, subject) {
	const startedAt = run.ports.clock.ticks();
	for (let attempts = 1;; attempts += 1) {
		const timing = {
			startedAt,
			attempts
		};
		const attempt = await tryOnce(run, subject, timing);
		if (attempt.kind === "committed") return applied(run, subject, {
			...timing,
			...attempt
		});
		if (attempt.kind !== "blocked" || attempts === attemptsLimit) return refuse$1(run, subject, {
			...timing,
			...reasonOf(attempt)
		});
		const pause = 100 * 2 ** attempts * (.5 + jitter(run.ports.ids));
		await run.ports.clock.sleep(pause, run.ports.signal);
	}
}
function reasonOf(attempt) {
	switch (attempt.kind) {
		case "blocked": return {
			event: "apply.refused",
			sqlstate: attempt.sqlstate,
			because: [`Other transactions held a needed lock in all of ${attemptsLimit} attempts: waiting longer would have stopped everybody behind. Instead, run the same command again when the table is less busy, or end the transaction that holds the lock.`]
		};
		case "failed": return {
			event: "apply.failed",
			sqlstate: attempt.sqlstate,
			because: [attempt.because]
		};
		case "mismatch": return {
			event: "apply.refused",
			because: attempt.because
		};
	}
}
async function tryOnce(run, subject, timing) {
	try {
		var _usingCtx$4 = _usingCtx();
		const worker = _usingCtx$4.a(await run.connect());
		await pinForTransaction(worker, run.clearance.limits);
		await worker.query("begin isolation level read committed read write");
		const before = await takeSnapshot({
			worker,
			observer: run.keeper
		});
		const ran = await runStatements(run, subject, worker, before);
		if (ran.kind !== "ran") {
			await worker.execute("rollback");
			return ran;
		}
		const because = objections(run, subject, ran.observed);
		if (because.length > 0) {
			await worker.execute("rollback");
			return {
				kind: "mismatch",
				because
			};
		}
		await reclaim(worker, run.clearance.limits);
		const effect = [...ran.observed.statements, ran.observed.deferred];
		const record = await recordUnit(run, worker, subject, {
			...timing,
			event: "apply.committed",
			state: "done",
			effect,
			kind: "transactional"
		});
		await assertLocked(run.keeper);
		const outcome = await commit(run, worker, {
			transaction: before.transaction,
			record
		});
		if (outcome.kind === "committed") return {
			kind: "committed",
			effect,
			record
		};
		return failedAt(outcome.sqlstate, "COMMIT");
	} catch (_) {
		_usingCtx$4.e = _;
	} finally {
		await _usingCtx$4.d();
	}
}
async function runStatements(run, { unit, plan }, worker, start) {
	const watch = {
		worker,
		observer: run.keeper
	};
	const statements = [];
	let current = start;
	for (const [index, { text, place }] of plan.statements.entries()) {
		const outcome = await worker.execute(text);
		const where = `The statement at line ${place.line}, column ${place.column}`;
		if (outcome.kind === "failed") return failedAt(outcome.sqlstate, where);
		const { durationMs } = outcome;
		const statement = {
			statement: plan.first + index,
			durationMs
		};
		const observation = await observeStatement(watch, current, statement);
		if (observation.kind === "escaped") return escaped(where);
		statements.push(observation.evidence);
		current = observation.after;
	}
	const settled = await settleDeferred(watch, current, plan.first + plan.statements.length);
	switch (settled.kind) {
		case "failed": return failedAt(settled.sqlstate, "A deferred constraint or trigger");
		case "escaped": return escaped("A deferred trigger");
		case "restless": return {
			kind: "mismatch",
			because: [restless]
		};
		case "settled": {
			const { evidence: deferred } = settled;
			return {
				kind: "ran",
				observed: {
					unitId: unit.id,
					digest: unit.digest,
					statements,
					deferred
				}
			};
		}
	}
}
const restless = "Deferred triggers kept deferring others: nobody could see what COMMIT would do. Instead, let the triggers do their work at once.";
function failedAt(sqlstate, where) {
	if (blocked.has(sqlstate)) return {
		kind: "blocked",
		sqlstate
	};
	return {
		kind: "failed",
		sqlstate,
		because: `${where} failed with SQLSTATE ${sqlstate}: the whole unit was rolled back. Instead, correct the change and submit it again; the rehearsal did not meet this, so compare the data.`
	};
}
function escaped(where) {
	throw new SluiceError("database/ledger", `${where} ended the transaction that it ran in, so part of the change may be kept without a record. Compare the target with the change before anything else is applied.`);
}
function objections(run, { unit, rehearsed }, observed) {
	if (touchesLedger(observed)) return ["The change touches the schema sluice, which holds the ledger and the audit records: they would prove nothing any more. Instead, leave that schema alone."];
	const { effects, evidence } = run.input;
	return compareEffects({
		rehearsed,
		observed,
		statics: effects.filter(({ unitId }) => unitId === unit.id),
		data: evidence.shadow.data
	}).map((difference) => `On the target the unit ${difference}: that was not approved, so it was rolled back. Instead, find the difference between the target and its migrations, and submit the change again.`);
}
/**
* Applies exactly the cleared units to the cleared target, in order, up to the first that is refused.
* Each commits together with its ledger row and its audit record; what the ledger holds does not run
* again. Throws SluiceError database/* when the server is gone or the ledger is not ours, input/target
* when the URL is missing, internal/bug when the input is not what was cleared.
*/
async function execute(clearance, input, ports) {
	try {
		var _usingCtx$3 = _usingCtx();
		assertCleared(clearance, input);
		const url = await ports.credentials.urlOf(clearance.target.urlVariable);
		const connect = () => ports.database.connect({
			url,
			applicationName: "sluice apply",
			signal: ports.signal
		});
		const keeper = _usingCtx$3.a(await connect());
		await pinForKeeper(keeper, clearance.limits);
		if (await takeLock(keeper, ports) === "busy") return busy(clearance);
		await installLedger(keeper);
		return await applyAll({
			clearance,
			input,
			ports,
			target: targetName(clearance.target),
			keeper,
			connect,
			context: await contextOf(clearance, input, keeper)
		});
	} catch (_) {
		_usingCtx$3.e = _;
	} finally {
		await _usingCtx$3.d();
	}
}
function busy(clearance) {
	const because = "Another apply holds the lock of this database: two at once could apply a unit twice. Instead, run the same command again when it has ended.";
	const units = clearance.units.slice(0, 1).map(({ id }) => ({
		kind: "refused",
		unitId: id,
		because: [because]
	}));
	return {
		target: targetName(clearance.target),
		units,
		outcome: "refused"
	};
}
async function applyAll(run) {
	const pending = planPending(run, await readApplied(run.keeper, run.target));
	const units = [];
	const refused = pending.find((unit) => unit.kind === "refused");
	for (const unit of refused === void 0 ? pending : [refused]) {
		const application = await applyOne(run, unit);
		units.push(application);
		if (application.kind === "refused") break;
	}
	return {
		target: run.target,
		units,
		outcome: outcomeOf(units)
	};
}
function outcomeOf(units) {
	if (units.some(({ kind }) => kind === "refused")) return "refused";
	return units.some(({ kind }) => kind === "applied") ? "applied" : "nothing-to-do";
}
async function applyOne(run, pending) {
	switch (pending.kind) {
		case "already-applied": return {
			kind: "already-applied",
			unitId: pending.unit.id,
			record: pending.record
		};
		case "refused": return refuse$1(run, pending, {
			event: "apply.refused",
			startedAt: run.ports.clock.ticks(),
			attempts: 1,
			because: [pending.because]
		});
		case "transactional":
			run.ports.progress.step("Applying a unit in its own transaction.");
			return applyTransactional(run, pending);
		case "concurrent-index":
			run.ports.progress.step("Working on an index without locking its table.");
			return applyConcurrentIndex(run, pending);
	}
}
async function contextOf(clearance, input, keeper) {
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
		evidence: digestOf(JSON.stringify(input.evidence)),
		target: {
			database: clearance.target.database,
			name: targetName(clearance.target),
			systemIdentifier: await readSystemIdentifier(keeper),
			serverVersion: keeper.serverVersion,
			transport: keeper.transport
		}
	};
}
async function readSystemIdentifier(keeper) {
	const [row] = await keeper.query("select system_identifier::pg_catalog.text as id from pg_catalog.pg_control_system()");
	const id = row?.["id"];
	if (typeof id !== "string") throw new SluiceError("internal/bug", "The server did not tell which cluster it is.");
	return id;
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
/**
* Reads a merged change from git: what the merge brought to the target branch, judged by the controls
* of its first parent. Throws when it was not merged, or when the merge holds other governed bytes
* than the head that was reviewed.
*/
async function loadMerged(given, context, tools) {
	const { repository } = tools;
	const pullRequest = await context.openCodeHost(given.options.get("pull-request") ?? "").readPullRequest(context.signal);
	if (pullRequest.mergedAt === void 0) throw refusal("The pull request is not merged.", "Merge it first.");
	const commit = await repository.resolve(given.options.get("commit") ?? "");
	const { base, head } = await findSpan(pullRequest, commit, repository);
	const [files, controls, before, after] = await Promise.all([
		repository.changedFiles(base, commit),
		loadControls(repository, base),
		repository.tree(base),
		repository.tree(commit)
	]);
	const change = {
		pullRequest,
		base,
		head,
		files
	};
	const databases = [];
	for (const database of controls.policy.databases) databases.push(await loadDatabase(database, {
		before,
		after,
		commit
	}, tools));
	refuseOtherBytes(databases, await repository.tree(head), after);
	return {
		change,
		controls,
		databases,
		commit
	};
}
async function findSpan(pullRequest, commit, repository) {
	const [base, merged] = await repository.parents(commit);
	if (base === void 0) throw refusal("The commit has no parent.", "Name the commit that the merge made.");
	const head = pullRequest.head ?? merged;
	if (head === void 0) throw refusal("Nothing says which head was reviewed: the commit is no merge and the pull request was recorded without its head.", "Record the pull request with its head.");
	return {
		base,
		head
	};
}
/** A conflict that was settled in the merge, or a merge made by hand, can hold what nobody reviewed. */
function refuseOtherBytes(databases, reviewed, merged) {
	const blobs = new Map(reviewed.map(({ path, blob }) => [path, blob]));
	const mergedBlobs = new Map(merged.map(({ path, blob }) => [path, blob]));
	for (const { path } of databases.flatMap(({ units }) => units)) if (blobs.get(path) !== mergedBlobs.get(path)) throw refusal(`${JSON.stringify(path)} holds other bytes after the merge than at the head that was reviewed.`, "Open a pull request with what is really meant, and have it approved.");
}
function refusal(what, instead) {
	return new SluiceError("input/pull-request", `${what} Sluice applies only what was reviewed and merged, so nothing was applied. ${instead}`);
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
/** Units that the target's own ledger holds with exactly these bytes, and their records. */
async function readHeld(target, units, context) {
	try {
		var _usingCtx$2 = _usingCtx();
		const url = await context.credentials.urlOf(target.urlVariable);
		const database = await context.openDatabase();
		const { signal } = context;
		const session = _usingCtx$2.a(await database.connect({
			url,
			applicationName: "sluice apply",
			signal
		}));
		const done = (await readApplied(session, targetName(target))).filter(({ state }) => state === "done");
		return new Map(units.flatMap(({ id, digest }) => {
			const row = done.find(({ unitId }) => unitId === id);
			return row === void 0 || row.digest !== digest ? [] : [[id, row.recordDigest]];
		}));
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}
/** `sluice apply`: everything is evaluated again at the merged commit; then the clearance is executed. */
async function apply(given, context) {
	const application = await applyMerged(given, context);
	const report = given.options.get("format") === "json" ? renderApplicationJson(application) : renderApplicationText(application, { colour: context.colour });
	await writeResult(report, given, context);
	return application.outcome === "refused" ? 1 : 0;
}
async function applyMerged(given, context) {
	try {
		var _usingCtx$1 = _usingCtx();
		const repository = context.openRepository(given.options.get("repo") ?? ".");
		const parser = _usingCtx$1.a(context.openParser());
		context.progress.step("Reading the merged change.");
		const merged = await loadMerged(given, context, {
			repository,
			parser
		});
		const found = findTarget(merged.controls.policy, given.options.get("target") ?? "");
		const first = judge(judgeInput(merged, { rehearsal: "pending" }));
		if (first.decision.kind !== "allow") return refuse(found, merged, whyNot(first));
		const units = unitsFor(merged, found);
		const nothing = await findNothingToDo(found, units, context);
		if (nothing !== void 0) return nothing;
		const early = await findUnstaged(found, units, context);
		if (early.length > 0) return refuse(found, merged, early);
		const choice = shadowChoice(given);
		if (choice === "none") throw unrehearsed();
		return await rehearseAndExecute(merged, found, {
			context,
			repository,
			parser,
			choice
		});
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
async function rehearseAndExecute(merged, found, tools) {
	const rehearsed = await rehearseAll(merged, tools);
	const judgement = judge(judgeInput(merged, {
		rehearsal: "done",
		evidence: rehearsed
	}));
	const evidence = rehearsed.get(found.database.name);
	if (evidence === void 0) return refuse(found, merged, ["Nothing was rehearsed."]);
	const { change, commit, controls } = merged;
	const { decision } = judgement;
	const units = unitsFor(merged, found);
	const { policy } = controls;
	const cleared = clear({
		decision,
		change,
		commit,
		units,
		target: found.target,
		policy
	});
	if (cleared.kind === "refused") return refuse(found, merged, cleared.because);
	return executeCleared(cleared.clearance, {
		merged,
		judgement,
		evidence
	}, tools.context);
}
async function executeCleared(clearance, { merged, judgement, evidence }, context) {
	const { change, controls, databases } = merged;
	const { clock, ids, progress, signal, credentials } = context;
	const part = databases.find(({ database }) => database.name === clearance.target.database);
	progress.step("Applying what was cleared.");
	return execute(clearance, {
		scripts: part?.scripts ?? [],
		effects: judgement.effects.filter(({ source }) => source === "static"),
		evidence,
		assessment: judgement.assessment,
		actor: actorOf(change, controls.policy),
		pullRequest: change.pullRequest,
		base: change.base
	}, {
		database: await context.openDatabase(),
		credentials,
		clock,
		ids,
		progress,
		signal
	});
}
function unitsFor({ databases }, { database }) {
	return databases.find((part) => part.database.name === database.name)?.units ?? [];
}
function whyNot({ decision }) {
	return nextSteps(decision).map(({ sentence }) => sentence);
}
/** The first unit carries the reasons; without one there is nothing that they could be about. */
function refuse(found, merged, because) {
	const unitId = unitsFor(merged, found)[0]?.id ?? targetName(found.target);
	return {
		target: targetName(found.target),
		units: [{
			kind: "refused",
			unitId,
			because
		}],
		outcome: "refused"
	};
}
function unrehearsed() {
	return new SluiceError("input/usage", "An apply without a rehearsal could not compare what happens with what should. Nothing was applied. Leave --shadow out.");
}
export { apply };

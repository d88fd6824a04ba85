import { t as targetName } from "./target-C5xqcRip.js";
import { r as quoteName } from "./quote-lgey2vti.js";
import { _ as recordUnit, b as readTargetFacts, c as pinForConcurrent, d as reclaim, f as assertLocked, g as inOwnTransaction, h as applied, l as pinForKeeper, m as jitter, p as takeLock, s as toRecordContext, u as pinForTransaction, v as refuse } from "./explain-BiceYl1W.js";
import { a as observeStatement, d as isStronger, i as settleDeferred, m as probesOf, n as plain, o as takeSnapshot, r as joinedRows, t as planUnit } from "./plan-B8z3EB0S.js";
import { t as SluiceError } from "./errors-avTrn9RY.js";
import { n as readCount } from "./row-ClT0gal6.js";
import { t as _usingCtx } from "./usingCtx-BdeZztvE.js";
import { i as verifyClearance } from "./clear-3gg4Dy9Q.js";
import { c as installLedger, i as readApplied, r as hasRecord } from "./ledger-DzEIjMMD.js";
import { t as actorOf } from "./decide-ChO2ElCE.js";
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
	const { statics } = comparison;
	const data = isDoubtful(comparison.rehearsed) ? "none" : comparison.data;
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
/** What the shadow could not know is no expectation. */
function isDoubtful({ statements, deferred }) {
	return [...statements, deferred].some(({ predictive }) => predictive?.kind === "no");
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
			if (data === "masked-copy" && isBeyond(moved, allowed)) return [`${count} more rows of ${row.table} than the rehearsal: ${moved}, rehearsed ${allowed}`];
			if (allowed > 0) return [];
			if (data === "none" && isDirectTarget(statics, verb, row.table)) return [];
			return [`${count} rows of ${row.table}, which the rehearsal did not`];
		});
	});
}
/** Whether more rows moved than a table that has grown a little explains. */
function isBeyond(moved, expected) {
	return moved > Math.max(expected * rowsFactor, expected + rowsMargin);
}
function isDirectTarget(statics, verb, table) {
	return statics.some((effect) => effect.kind === "writes" && effect.via === "direct" && effect.verb === verb && `${effect.object.schema ?? "public"}.${effect.object.name}` === plain(table));
}
/**
* Asks the target what the rehearsal could not know, in read-only transactions of another session, before
* the unit takes any lock. The questions are made of the cleared bytes, never of the evidence.
*/
async function probeTarget(run, doubtful) {
	const planned = plannedProbes(doubtful);
	const asked = [];
	if (planned.length > 0) try {
		var _usingCtx$5 = _usingCtx();
		const session = _usingCtx$5.a(await run.connect());
		await pinForTransaction(session, run.clearance.limits);
		for (const one of planned) asked.push(await ask(session, one));
	} catch (_) {
		_usingCtx$5.e = _;
	} finally {
		await _usingCtx$5.d();
	}
	return {
		answers: asked.map(({ answer }) => answer),
		counts: asked.flatMap(({ count }) => count === void 0 ? [] : [count]),
		because: asked.flatMap(({ answer, statement }) => answer.kind === "violated" ? [violated(statement, answer)] : [])
	};
}
/** What the statements moved beyond what the target had counted, in words. */
function beyondProbes({ counts }, observed) {
	return counts.flatMap(({ statement, verb, tables, rows }) => {
		const moved = (observed.find((one) => one.statement === statement)?.rows ?? []).filter(({ table }) => tables.includes(table)).reduce((sum, row) => sum + row[verb], 0);
		return isBeyond(moved, rows) ? [`${verb} more rows than the target had counted before: ${moved}, counted ${rows}`] : [];
	});
}
function plannedProbes({ statements, first, rehearsed }) {
	const doubted = new Set(rehearsed.statements.flatMap(({ statement, predictive }) => predictive?.kind === "no" && predictive.because !== "no-rows" ? [statement] : []));
	return statements.flatMap((statement, index) => {
		const position = first + index;
		if (!doubted.has(position)) return [];
		return probesOf(statement, statements.slice(0, index)).map((probe) => ({
			statement,
			position,
			probe
		}));
	});
}
async function ask(session, planned) {
	const { statement, position, probe } = planned;
	const common = {
		statement: position,
		about: probe.about
	};
	await session.query("begin isolation level read committed read only");
	const reply = await replyTo(session, probe);
	await session.query("rollback");
	if (reply.kind === "refused") return {
		statement,
		answer: {
			...common,
			...refusedAnswer(probe, reply.sqlstate)
		}
	};
	const { row, tables } = reply;
	if (probe.kind === "violation") return {
		statement,
		answer: {
			...common,
			kind: row["answer"] === true ? "violated" : "clear"
		}
	};
	const rows = readCount(row, "answer");
	const count = {
		statement: position,
		verb: probe.verb,
		tables,
		rows
	};
	return {
		statement,
		answer: {
			...common,
			kind: "counted",
			rows
		},
		count
	};
}
async function replyTo(session, probe) {
	try {
		const tree = await session.query(treeQuery, [probe.table]);
		const [root] = tree;
		if (probe.kind === "violation" && probe.alone && tree.length > 1 && root?.["kind"] !== "p") return {
			kind: "refused",
			sqlstate: "0A000"
		};
		const [row = {}] = await session.query(probe.sql);
		return {
			kind: "replied",
			row,
			tables: tree.map(({ name }) => String(name))
		};
	} catch (cause) {
		if (!(cause instanceof SluiceError) || cause.code !== "database/refused") throw cause;
		return {
			kind: "refused",
			sqlstate: String(cause.data["sqlstate"])
		};
	}
}
const treeQuery = `
with recursive tree(oid, depth) as (
  select pg_catalog.to_regclass($1)::pg_catalog.oid, 0
  union all
  select i.inhrelid, tree.depth + 1 from pg_catalog.pg_inherits i join tree on i.inhparent = tree.oid)
select pg_catalog.format('%I.%I', n.nspname, c.relname) as name, c.relkind::pg_catalog.text as kind
  from tree
  join pg_catalog.pg_class c on c.oid = tree.oid
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'p', 'f')
 order by tree.depth`;
/** A value that cannot be converted is what a probe of a conversion asks for. */
function refusedAnswer(probe, sqlstate) {
	return probe.kind === "violation" && probe.answer === "fails" && /^2[23]/.test(sqlstate) ? { kind: "violated" } : {
		kind: "unanswered",
		sqlstate
	};
}
function violated({ place }, { about }) {
	return `On the target there are ${about}, which the statement at line ${place.line}, column ${place.column} does not allow: it would fail while it holds its lock, and the rehearsal could not know, because it had no real values. Instead, correct these rows in a change before this one.`;
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
/** Building an index on a large table takes hours; nothing waits for it. */
const deadlineMs = 144e5;
/** Runs CREATE or DROP INDEX CONCURRENTLY: says so, runs it, looks whether it is so, says that too. */
async function applyConcurrentIndex(run, subject) {
	try {
		var _usingCtx$4 = _usingCtx();
		const startedAt = run.ports.clock.ticks();
		const worker = _usingCtx$4.a(await run.connect());
		await pinForConcurrent(worker, deadlineMs);
		const next = decideNext(subject, await probeIndex(worker, subject.plan));
		if (next.kind === "refuse") return await refuse(run, subject, {
			event: "apply.refused",
			startedAt,
			attempts: 1,
			because: [next.because]
		});
		if (next.kind === "finished") return await finish(run, subject, {
			event: "apply.reconciled",
			startedAt,
			probes: []
		});
		if (next.kind === "repair") await dropLeftover(worker, subject.plan, next.schema);
		const { because, answers: probes } = await probeTarget(run, probedStatements(subject));
		if (because.length > 0) return await refuse(run, subject, {
			event: "apply.refused",
			startedAt,
			attempts: 1,
			because,
			probes
		});
		if (!subject.intended) await intend(run, subject, startedAt);
		return await build(run, subject, {
			worker,
			startedAt,
			probes
		});
	} catch (_) {
		_usingCtx$4.e = _;
	} finally {
		await _usingCtx$4.d();
	}
}
function probedStatements({ plan, rehearsed }) {
	return {
		statements: [plan.statement],
		first: plan.position,
		rehearsed
	};
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
async function build(run, subject, { worker, startedAt, probes }) {
	const outcome = await worker.execute(subject.plan.statement.text);
	const found = await probeIndex(worker, subject.plan);
	await assertLocked(run.keeper);
	if (outcome.kind === "done" && isFinished(subject.plan, found)) return finish(run, subject, {
		event: "apply.committed",
		startedAt,
		probes
	});
	if (subject.plan.action === "create" && found.kind === "invalid") await dropLeftover(worker, subject.plan, found.schema);
	return refuse(run, subject, {
		startedAt,
		attempts: 1,
		probes,
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
async function finish(run, subject, ended) {
	const done = {
		...ended,
		state: "done",
		kind: "concurrent-index",
		attempts: 1
	};
	const record = await inOwnTransaction(run.keeper, () => recordUnit(run, run.keeper, subject, done));
	return applied(run, subject, {
		...ended,
		attempts: 1,
		effect: [],
		record
	});
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
		const script = run.input.scripts.find(({ unitId }) => unitId === unit.id);
		const source = {
			path: unit.path,
			firstLine: unit.firstLine,
			text: ""
		};
		return standingOf(run, {
			unit,
			script: script ?? {
				unitId: unit.id,
				source,
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
		because: unrehearsed
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
		rehearsed,
		intended: rows.length > 0
	};
}
function editedReason(run, { unit }, row) {
	return `The unit was applied to ${run.target} as ${row.digest} with commit ${row.commit}, and is now ${unit.digest}: the target would differ from the migrations for ever. Instead, restore the file and put the change into a new one.`;
}
const unrehearsed = "The rehearsal at the merged commit did not complete this unit: nobody saw what it does. Instead, let the rehearsal succeed first.";
function rehearsalOf({ input }, { unit }) {
	return input.evidence.units.find(({ unitId, digest }) => unitId === unit.id && digest === unit.digest);
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
		var _usingCtx$3 = _usingCtx();
		const session = _usingCtx$3.a(await run.connect());
		await waitForEnd(run, session, transaction);
		return await hasRecord(session, record.digest);
	} catch (_) {
		_usingCtx$3.e = _;
	} finally {
		await _usingCtx$3.d();
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
	const { plan, rehearsed } = subject;
	const probed = await probeTarget(run, {
		...plan,
		rehearsed
	});
	const { because, answers: probes } = probed;
	if (because.length > 0) return refuse(run, subject, {
		event: "apply.refused",
		startedAt,
		attempts: 1,
		because,
		probes
	});
	return applyProbed(run, {
		...subject,
		probed
	}, startedAt);
}
async function applyProbed(run, subject, startedAt) {
	const probes = subject.probed.answers;
	for (let attempts = 1;; attempts += 1) {
		const timing = {
			startedAt,
			attempts
		};
		const attempt = await tryOnce(run, subject, timing);
		if (attempt.kind === "committed") return applied(run, subject, {
			...timing,
			...attempt,
			probes
		});
		if (attempt.kind !== "blocked" || attempts === attemptsLimit) return refuse(run, subject, {
			...timing,
			...reasonOf(attempt),
			probes
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
		var _usingCtx$2 = _usingCtx();
		const worker = _usingCtx$2.a(await run.connect());
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
		const { answers: probes } = subject.probed;
		const done = {
			...timing,
			event: "apply.committed",
			state: "done",
			effect,
			probes
		};
		const record = await recordUnit(run, worker, subject, {
			...done,
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
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}
async function runStatements(run, { unit, plan }, worker, start) {
	const watch = {
		worker,
		observer: run.keeper
	};
	const statements = [];
	let current = start;
	for (const [index, { text, place, tag }] of plan.statements.entries()) {
		const outcome = await worker.execute(text);
		const where = `The statement at line ${place.line}, column ${place.column}`;
		if (outcome.kind === "failed") return failedAt(outcome.sqlstate, where);
		const { durationMs } = outcome;
		const statement = {
			statement: plan.first + index,
			durationMs
		};
		const observation = await observeStatement(watch, current, statement, tag);
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
function objections(run, { unit, rehearsed, probed }, observed) {
	if (touchesLedger(observed)) return ["The change touches the schema sluice, which holds the ledger and the audit records: they would prove nothing any more. Instead, leave that schema alone."];
	const { effects, evidence } = run.input;
	return [...compareEffects({
		rehearsed,
		observed,
		statics: effects.filter(({ unitId }) => unitId === unit.id),
		data: evidence.shadow.data
	}), ...beyondProbes(probed, observed.statements)].map((difference) => `On the target the unit ${difference}: that was not approved, so it was rolled back. Instead, find the difference between the target and its migrations, and submit the change again.`);
}
/**
* Applies exactly the cleared units to the cleared target, in order, up to the first that is refused.
* Each commits together with its ledger row and its audit record; what the ledger holds does not run
* again. Throws SluiceError database/* when the server is gone or the ledger is not ours, input/target
* when the URL is missing, internal/bug when the input is not what was cleared.
*/
async function execute(clearance, input, ports) {
	try {
		var _usingCtx$1 = _usingCtx();
		assertCleared(clearance, input);
		const url = await ports.credentials.urlOf(clearance.target.urlVariable);
		const connect = () => ports.database.connect({
			url,
			applicationName: "sluice apply",
			signal: ports.signal
		});
		const keeper = _usingCtx$1.a(await connect());
		await pinForKeeper(keeper, clearance.limits);
		if (await takeLock(keeper, ports) === "busy") return busy(clearance);
		await installLedger(keeper);
		const target = targetName(clearance.target);
		const facts = await readTargetFacts(keeper, clearance.target);
		return await applyAll({
			clearance,
			input,
			ports,
			target,
			keeper,
			connect,
			context: toRecordContext(clearance, input, facts)
		});
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
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
		case "refused": return refuse(run, pending, {
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
/** Applies what was cleared. Throws as execute does. */
async function executeCleared(clearance, judged, context) {
	context.progress.step("Applying what was cleared.");
	return execute(clearance, toExecuteInput(clearance.target.database, judged), await executePorts(context));
}
/** What the apply may do and what its record says. */
function toExecuteInput(database, { merged, judgement, evidence, repository }) {
	const { change, controls, databases } = merged;
	return {
		scripts: databases.find((candidate) => candidate.database.name === database)?.scripts ?? [],
		effects: judgement.effects.filter(({ source }) => source === "static"),
		evidence,
		assessment: judgement.assessment,
		actor: actorOf(change, controls.policy),
		pullRequest: change.pullRequest,
		base: change.base,
		...repository === void 0 ? {} : { repository }
	};
}
/** What an apply may touch, of what a command may. */
async function executePorts(context) {
	const { clock, ids, progress, signal, credentials } = context;
	return {
		database: await context.openDatabase(),
		credentials,
		clock,
		ids,
		progress,
		signal
	};
}
export { executePorts as n, toExecuteInput as r, executeCleared as t };

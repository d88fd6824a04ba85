import { t as SluiceError } from "./errors-BTJLZQnf.js";
import { n as lockModes } from "./rules-CFAdQrul.js";
import { a as transactionKindOf } from "./detect-D7L7rJ2j.js";
/**
* The only place that makes an identifier or a literal. Every string has exactly one correct form, whatever
* standard_conforming_strings says; U+0000 has none, because PostgreSQL cannot hold it, and throws.
*/
/** `"name"`: always quoted, so that case, key words and spaces keep their meaning. */
function quoteIdentifier(name) {
	if (name === "") throw new TypeError("An empty name cannot be an identifier in PostgreSQL.");
	refuseNul(name);
	return `"${name.replaceAll("\"", "\"\"")}"`;
}
/**
* `'text'`, or ` E'te\\xt'` where a backslash would otherwise depend on the session's settings; the blank keeps
* the E apart from a name before it.
*/
function quoteLiteral(text) {
	refuseNul(text);
	const quoted = text.replaceAll("'", "''");
	return quoted.includes("\\") ? ` E'${quoted.replaceAll("\\", "\\\\")}'` : `'${quoted}'`;
}
/** `"schema"."name"` */
function quoteName(schema, name) {
	return `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
}
function refuseNul(text) {
	if (text.includes("\0")) throw new TypeError("PostgreSQL text cannot hold U+0000.");
}
/** How to run a unit so that the change and its record commit together, or why that cannot be done. */
function planUnit(script) {
	const unread = script.statements.find((statement) => statement.kind === "unparsed");
	if (unread !== void 0) return refuse(`${placeOf(unread)} could not be parsed`, "nobody can say what it does", "correct it; sluice check names the reason");
	const planned = script.statements.filter(isParsed).map(plan);
	const only = planned[0];
	if (only !== void 0 && planned.length === 1 && isConcurrent(only)) return planIndex(only);
	const enclosed = isEnclosed(planned);
	const inside = enclosed ? planned.slice(1, -1) : planned;
	const because = inside.map(objectionTo).find((text) => text !== void 0);
	if (because !== void 0) return {
		kind: "refused",
		because
	};
	return {
		kind: "transactional",
		statements: inside.map(({ statement }) => statement),
		first: enclosed ? 1 : 0
	};
}
function isParsed(statement) {
	return statement.kind === "parsed";
}
function plan(statement) {
	return {
		statement,
		transaction: transactionKindOf(statement.node)
	};
}
function isConcurrent({ transaction }) {
	return transaction.kind === "creates-index-concurrently" || transaction.kind === "drops-index-concurrently";
}
function isEnclosed(planned) {
	const first = planned[0]?.transaction;
	const last = planned.at(-1)?.transaction;
	return first?.kind === "begins" && first.plain && last?.kind === "commits" && last.plain;
}
function planIndex({ statement, transaction }) {
	const common = {
		kind: "concurrent-index",
		statement,
		position: 0
	};
	if (transaction.kind === "drops-index-concurrently") {
		const [index, ...others] = transaction.indexes;
		if (index !== void 0 && others.length === 0) return {
			...common,
			action: "drop",
			index
		};
	}
	if (transaction.kind === "creates-index-concurrently" && transaction.index !== void 0) {
		const { table, ifNotExists } = transaction;
		const index = {
			...table,
			name: transaction.index
		};
		return {
			...common,
			action: "create",
			index,
			table,
			ifNotExists
		};
	}
	return refuse(`${placeOf(statement)} does not name exactly one index`, "after an interruption nobody could tell whether it was finished", "name the index, one statement a file");
}
function objectionTo(planned) {
	const { statement, transaction } = planned;
	const place = placeOf(statement);
	switch (transaction.kind) {
		case "ordinary": return statement.tag === "DoStmt" && statement.bodies.some(controlsTransaction) ? sentence(`${place} carries code that ends the transaction`, "what it did would be kept without its record", "let the code leave the transaction alone") : void 0;
		case "begins":
		case "commits":
		case "controls": return sentence(`${place} controls the transaction (${wordsOf(transaction)})`, "change and record could not commit together", "remove it, or enclose the whole file in one plain BEGIN … COMMIT");
		case "creates-index-concurrently":
		case "drops-index-concurrently": return sentence(`${place} works CONCURRENTLY beside other statements`, "PostgreSQL runs it outside any transaction, so the rest could not be undone with it", "move it to a file of its own");
		case "refuses-transaction": return sentence(`${place} is ${transaction.words}, which cannot be rolled back or ends what the session relies on`, "it could happen without a record", "take it out of the change; an operator runs it with the server");
	}
}
function controlsTransaction(body) {
	return body.kind === "read" && body.parts.some(endsTransaction);
}
function endsTransaction(part) {
	if (part.kind === "transaction") return true;
	return part.kind === "statement" && isControl(transactionKindOf(part.node));
}
function isControl(transaction) {
	return [
		"begins",
		"commits",
		"controls"
	].includes(transaction.kind);
}
function wordsOf(transaction) {
	switch (transaction.kind) {
		case "begins": return transaction.plain ? "BEGIN" : "BEGIN with options";
		case "commits": return transaction.plain ? "COMMIT" : "COMMIT AND CHAIN";
		case "controls": return transaction.words;
		default: return transaction.kind;
	}
}
function placeOf({ place }) {
	return `The statement at line ${place.line}, column ${place.column}`;
}
function refuse(what, why, instead) {
	return {
		kind: "refused",
		because: sentence(what, why, instead)
	};
}
function sentence(what, why, instead) {
	return `${what}: ${why}. Instead, ${instead}.`;
}
/** Text of a column of our own query. Throws SluiceError internal/bug when it is none. */
function readText(row, column) {
	const value = row?.[column];
	if (typeof value === "string") return value;
	throw unexpected(column);
}
function readBoolean(row, column) {
	const value = row?.[column];
	if (typeof value === "boolean") return value;
	throw unexpected(column);
}
/** A count: int8 arrives as text. */
function readCount(row, column) {
	const value = row?.[column];
	const count = typeof value === "string" ? Number(value) : value;
	if (typeof count === "number" && Number.isSafeInteger(count)) return count;
	throw unexpected(column);
}
function unexpected(column) {
	return new SluiceError("internal/bug", `A query of Sluice did not answer ${column} as expected.`);
}
const query$1 = `
select l.relation::pg_catalog.text as oid, l.mode
  from pg_catalog.pg_locks l
 where l.pid operator(pg_catalog.=) $1
   and l.locktype operator(pg_catalog.=) 'relation'
   and l.granted`;
/** Asks another session, which the watched one cannot influence. */
async function readLocks(observer, pid) {
	const held = /* @__PURE__ */ new Map();
	for (const row of await observer.query(query$1, [pid])) {
		const oid = readText(row, "oid");
		const mode = toLockMode(readText(row, "mode"));
		if (mode !== void 0 && isStronger(mode, held.get(oid))) held.set(oid, mode);
	}
	return held;
}
/** Locks that are stronger now than before on relations that existed when the transaction began. */
function newLocks(held, known) {
	return [...held.after].filter(([oid, mode]) => isStronger(mode, held.before.get(oid))).flatMap(([oid, mode]) => {
		const relation = known.get(oid);
		return relation === void 0 ? [] : [{
			relation: relation.name,
			mode
		}];
	}).sort((one, other) => one.relation < other.relation ? -1 : 1);
}
/** Whether `mode` stands after `other` in the manual's order; anything is stronger than nothing. */
function isStronger(mode, other) {
	return other === void 0 || lockModes.indexOf(mode) > lockModes.indexOf(other);
}
/** `AccessExclusiveLock` → `ACCESS EXCLUSIVE` */
function toLockMode(name) {
	const words = name.replace(/Lock$/, "").replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ").toUpperCase();
	return lockModes.find((mode) => mode === words);
}
const user = "x.oid >= 16384";
/**
* Catalogs that any login may read. Not here: pg_subscription, pg_authid and pg_user_mapping, which hold
* secrets; pg_depend and its relatives, which follow; row and array types, which are their relation's.
*/
const catalogs = [
	{
		name: "pg_class",
		ignored: [
			"relfilenode",
			"relpages",
			"reltuples",
			"relallvisible",
			"relallfrozen",
			"relfrozenxid",
			"relminmxid",
			"relhasindex",
			"relhasrules",
			"relhastriggers",
			"relhassubclass",
			"relchecks",
			"relnatts",
			"reltoastrelid",
			"relrewrite",
			"reltype"
		],
		where: `${user} and x.relkind <> 't' and x.relnamespace <> 99
      and not exists (
        select from pg_catalog.pg_index t join pg_catalog.pg_class r on r.oid = t.indrelid
         where t.indexrelid = x.oid and r.relkind = 't')`,
		parent: "(select i.indrelid from pg_catalog.pg_index i where i.indexrelid = x.oid)",
		also: `pg_catalog.jsonb_build_array(
      (select pg_catalog.to_jsonb(i) from pg_catalog.pg_index i where i.indexrelid = x.oid),
      (select pg_catalog.to_jsonb(s) from pg_catalog.pg_sequence s where s.seqrelid = x.oid),
      (select pg_catalog.to_jsonb(f) from pg_catalog.pg_foreign_table f where f.ftrelid = x.oid),
      (select pg_catalog.to_jsonb(p) from pg_catalog.pg_partitioned_table p where p.partrelid = x.oid),
      (select pg_catalog.jsonb_agg(pg_catalog.to_jsonb(h) order by h.inhseqno)
         from pg_catalog.pg_inherits h where h.inhrelid = x.oid),
      (select r.ev_action::pg_catalog.text from pg_catalog.pg_rewrite r
        where r.ev_class = x.oid and r.rulename = '_RETURN'))`
	},
	{
		name: "pg_constraint",
		ignored: [],
		where: user,
		parent: "x.conrelid",
		also: `(select pg_catalog.jsonb_agg(pg_catalog.jsonb_build_array(t.oid::pg_catalog.int8, t.tgenabled)
              order by t.oid) from pg_catalog.pg_trigger t where t.tgconstraint = x.oid)`
	},
	{
		name: "pg_trigger",
		ignored: [],
		where: `${user} and not x.tgisinternal`,
		parent: "x.tgrelid"
	},
	{
		name: "pg_policy",
		ignored: [],
		where: user,
		parent: "x.polrelid"
	},
	{
		name: "pg_rewrite",
		ignored: [],
		where: `${user} and x.rulename <> '_RETURN'`,
		parent: "x.ev_class"
	},
	{
		name: "pg_proc",
		ignored: [],
		where: user
	},
	{
		name: "pg_type",
		ignored: [],
		where: `${user} and x.typrelid = 0
      and not exists (select from pg_catalog.pg_type e where e.typarray = x.oid)`,
		also: `(select pg_catalog.jsonb_agg(e.enumlabel order by e.enumsortorder)
              from pg_catalog.pg_enum e where e.enumtypid = x.oid)`
	},
	{
		name: "pg_namespace",
		ignored: [],
		where: `x.nspname not like 'pg\\_%' and x.nspname <> 'information_schema'`
	},
	{
		name: "pg_extension",
		ignored: [],
		where: user
	},
	{
		name: "pg_language",
		ignored: [],
		where: user
	},
	{
		name: "pg_operator",
		ignored: [],
		where: user
	},
	{
		name: "pg_opclass",
		ignored: [],
		where: user
	},
	{
		name: "pg_opfamily",
		ignored: [],
		where: user
	},
	{
		name: "pg_cast",
		ignored: [],
		where: user
	},
	{
		name: "pg_collation",
		ignored: [],
		where: user
	},
	{
		name: "pg_conversion",
		ignored: [],
		where: user
	},
	{
		name: "pg_am",
		ignored: [],
		where: user
	},
	{
		name: "pg_transform",
		ignored: [],
		where: user
	},
	{
		name: "pg_statistic_ext",
		ignored: [],
		where: user
	},
	{
		name: "pg_publication",
		ignored: [],
		where: user
	},
	{
		name: "pg_publication_rel",
		ignored: [],
		where: user
	},
	{
		name: "pg_publication_namespace",
		ignored: [],
		where: user,
		since: 15e4
	},
	{
		name: "pg_foreign_data_wrapper",
		ignored: [],
		where: user
	},
	{
		name: "pg_foreign_server",
		ignored: [],
		where: user
	},
	{
		name: "pg_event_trigger",
		ignored: [],
		where: user
	},
	{
		name: "pg_ts_config",
		ignored: [],
		where: user
	},
	{
		name: "pg_ts_dict",
		ignored: [],
		where: user
	},
	{
		name: "pg_ts_parser",
		ignored: [],
		where: user
	},
	{
		name: "pg_ts_template",
		ignored: [],
		where: user
	},
	{
		name: "pg_default_acl",
		ignored: [],
		where: user
	},
	{
		name: "pg_largeobject_metadata",
		ignored: [],
		where: user
	},
	{
		name: "pg_database",
		ignored: ["datfrozenxid", "datminmxid"],
		where: "x.datname = pg_catalog.current_database()",
		also: `(select pg_catalog.jsonb_agg(pg_catalog.to_jsonb(s) order by s.setrole)
              from pg_catalog.pg_db_role_setting s where s.setdatabase in (0, x.oid))`
	}
];
/** Reads through a session whose path is pinned. */
async function readObjects(session) {
	const text = `
    select x.class || ':' || x.object || ':' || x.part as key, x.parent, x.fingerprint, i.type, i.identity
      from (${sources(session.serverVersion).join("\n union all ")}) x,
           lateral pg_catalog.pg_identify_object(
             x.class::pg_catalog.oid, x.object::pg_catalog.oid, x.part::pg_catalog.int4) i
     where i.identity is not null`;
	const rows = await session.query(text);
	return new Map(rows.map((row) => [readText(row, "key"), {
		type: readText(row, "type"),
		identity: readText(row, "identity").replaceAll(/\bpg_temp_\d+\b/g, "pg_temp"),
		fingerprint: readText(row, "fingerprint"),
		parent: readText(row, "parent")
	}]));
}
function sources(version) {
	return [
		...catalogs.filter(({ since = 0 }) => version >= since).map(sourceOf),
		columnSource,
		roleSource
	];
}
function sourceOf({ name, ignored, where, parent, also }) {
	const row = `(pg_catalog.to_jsonb(x) - array[${ignored.map((column) => `'${column}'`).join(", ")}]::pg_catalog.text[])::pg_catalog.text`;
	return `
    select 'pg_catalog.${name}'::pg_catalog.regclass::pg_catalog.oid::pg_catalog.text as class,
           x.oid::pg_catalog.text as object, '0' as part,
           coalesce(${parent ?? "0"}, 0)::pg_catalog.text as parent,
           ${digest(`${row} || coalesce((${also ?? "null"})::pg_catalog.text, '')`)} as fingerprint
      from pg_catalog.${name} x
     where ${where}`;
}
function digest(expression) {
	return `pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(${expression}, 'UTF8')), 'hex')`;
}
const columnSource = `
    select 'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid::pg_catalog.text,
           x.attrelid::pg_catalog.text, x.attnum::pg_catalog.text, x.attrelid::pg_catalog.text,
           ${digest(`(pg_catalog.to_jsonb(x) - array['attmissingval', 'atthasmissing', 'attcacheoff'])::pg_catalog.text
             || coalesce((select d.adbin::pg_catalog.text from pg_catalog.pg_attrdef d
                           where d.adrelid = x.attrelid and d.adnum = x.attnum), '')`)}
      from pg_catalog.pg_attribute x
      join pg_catalog.pg_class c on c.oid = x.attrelid
     where c.oid >= 16384 and c.relkind in ('r', 'p', 'f', 'v', 'm', 'c')
       and x.attnum > 0 and not x.attisdropped`;
const roleSource = `
    select 'pg_catalog.pg_authid'::pg_catalog.regclass::pg_catalog.oid::pg_catalog.text,
           x.oid::pg_catalog.text, '0', '0',
           ${digest(`pg_catalog.to_jsonb(x)::pg_catalog.text
             || coalesce((select pg_catalog.jsonb_agg(pg_catalog.to_jsonb(m) order by m.roleid, m.grantor)
                            from pg_catalog.pg_auth_members m where m.member = x.oid)::pg_catalog.text, '')`)}
      from pg_catalog.pg_roles x
     where x.oid >= 16384`;
/** What differs from `before` to `after`. Parts of a relation that came or went as a whole go unnamed. */
function differenceOf(before, after) {
	const created = absentFrom(before, after);
	const dropped = absentFrom(after, before);
	const altered = [...after].filter(([key, now]) => {
		const then = before.get(key);
		return then !== void 0 && then.fingerprint !== now.fingerprint;
	});
	return {
		created: named(withoutParts(created)),
		dropped: named(withoutParts(dropped)),
		altered: named(altered)
	};
}
/**
* The state before this session's own work, as far as the others changed meanwhile: what `others`, asked
* just after `after`, see as `after` does was not done here, and likewise what neither of them sees.
*/
function rebase(before, after, others) {
	const rebased = new Map(before);
	for (const [key, theirs] of others) {
		const now = after.get(key);
		if (now?.fingerprint === theirs.fingerprint) rebased.set(key, now);
	}
	for (const key of before.keys()) if (!after.has(key) && !others.has(key)) rebased.delete(key);
	return rebased;
}
function absentFrom(one, other) {
	return [...other].filter(([key]) => !one.has(key));
}
function withoutParts(entries) {
	const relations = new Set(entries.filter(([key]) => key.endsWith(":0")).map(([key]) => key.split(":")[1]));
	return entries.filter(([key, { parent }]) => parent === "0" || parent === key || !relations.has(parent));
}
function named(entries) {
	return entries.map(([, { type, identity }]) => ({
		type,
		identity
	})).sort((one, other) => sortKey(one) < sortKey(other) ? -1 : 1);
}
function sortKey({ type, identity }) {
	return `${type} ${identity}`;
}
const trustedPath = "pg_catalog, pg_temp";
/**
* Looks through a session that runs submitted SQL. Operators are found by search_path, and a hostile `=`
* would blind every query, so the path is pinned while we look and put back afterwards. The settings are
* local to the transaction: what the script set for the session stays as the script set it.
*/
async function withPinnedPath(worker, look) {
	const [saved] = await worker.query(`select pg_catalog.current_setting('search_path') as path,
            pg_catalog.current_setting('quote_all_identifiers') as quoting,
            pg_catalog.current_setting('track_counts') as counting`);
	await setLocally(worker, trustedPath, "off");
	const result = await look(await readPinned(worker, saved));
	await setLocally(worker, readText(saved, "path"), readText(saved, "quoting"));
	return result;
}
async function readPinned(worker, saved) {
	const [row] = await worker.query(`select pg_catalog.pg_current_xact_id()::pg_catalog.text as transaction,
            pg_catalog.current_setting('search_path') = $1 as pinned`, [trustedPath]);
	if (!readBoolean(row, "pinned")) return { transaction: "none" };
	if (readText(saved, "counting") !== "on") return { transaction: "uncounted" };
	return { transaction: readText(row, "transaction") };
}
async function setLocally(worker, path, quoting) {
	await worker.query(`select pg_catalog.set_config('search_path', $1, true),
            pg_catalog.set_config('quote_all_identifiers', $2, true)`, [path, quoting]);
}
const query = `
select c.oid::pg_catalog.text as oid,
       pg_catalog.format('%I.%I', n.nspname, c.relname) as name,
       c.relkind::pg_catalog.text as kind,
       c.relfilenode::pg_catalog.text as file,
       case when c.relkind in ('r', 'm') then pg_catalog.pg_relation_size(c.oid) else 0 end as bytes,
       pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid) as inserted,
       pg_catalog.pg_stat_get_xact_tuples_updated(c.oid) as updated,
       pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid) as deleted
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
   and n.nspname not like 'pg\\_temp\\_%'
   and n.nspname not like 'pg\\_toast\\_temp\\_%'`;
/** Reads through a session whose path is pinned. */
async function readRelations(session) {
	const rows = await session.query(query);
	return new Map(rows.map((row) => [readText(row, "oid"), {
		name: readText(row, "name"),
		kind: readText(row, "kind"),
		file: readText(row, "file"),
		bytes: row["bytes"] === null ? 0 : readCount(row, "bytes"),
		inserted: readCount(row, "inserted"),
		updated: readCount(row, "updated"),
		deleted: readCount(row, "deleted")
	}]));
}
/** Tables and materialized views that existed before and have another file now. */
function rewrittenTables(before, after) {
	return changedFiles(before, after).map(({ now }) => now.name);
}
/** Those among the rewritten that held something and hold nothing now. */
function truncatedTables(before, after) {
	return changedFiles(before, after).filter(({ earlier, now }) => earlier.bytes > 0 && now.bytes === 0).map(({ now }) => now.name);
}
function changedFiles(before, after) {
	return [...before].flatMap(([oid, earlier]) => {
		const now = after.get(oid);
		return now === void 0 ? [] : [{
			earlier,
			now
		}];
	}).filter(({ earlier, now }) => ["r", "m"].includes(now.kind) && earlier.file !== now.file).sort((one, other) => one.now.name < other.now.name ? -1 : 1);
}
/** Rows moved between two readings in one transaction, per table. Dropped tables have lost their counters. */
function movedRows(before, after) {
	return [...after].map(([oid, now]) => moved(before.get(oid), now)).filter(({ inserted, updated, deleted }) => inserted + updated + deleted > 0).sort((one, other) => one.table < other.table ? -1 : 1);
}
function moved(before, now) {
	return {
		table: now.name,
		inserted: Math.max(0, now.inserted - (before?.inserted ?? 0)),
		updated: Math.max(0, now.updated - (before?.updated ?? 0)),
		deleted: Math.max(0, now.deleted - (before?.deleted ?? 0))
	};
}
/** To be taken right after BEGIN. Throws SluiceError database/refused where the server does not count rows. */
async function takeSnapshot(watch) {
	const seen = await look(watch);
	if (seen.transaction === "none") throw new SluiceError("internal/bug", "An observation needs an open transaction.");
	if (seen.transaction === "uncounted") throw new SluiceError("database/refused", "track_counts is off, so nobody can tell which rows a statement moves. Turn it on for this login.");
	return {
		...seen,
		known: seen.relations
	};
}
/** What the worker's last statement did. `duration` is that of the statement, `before` the snapshot taken before it. */
async function observeStatement(watch, before, statement) {
	const now = await look(watch);
	if (now.transaction !== before.transaction) return { kind: "escaped" };
	const after = {
		...now,
		known: before.known
	};
	return {
		kind: "observed",
		evidence: {
			...statement,
			locks: newLocks({
				before: before.locks,
				after: after.locks
			}, before.known),
			rows: movedRows(before.relations, after.relations),
			rewrites: rewrittenTables(before.relations, after.relations),
			truncated: truncatedTables(before.relations, after.relations),
			...await ownDifference(watch, before.objects, after.objects)
		},
		after
	};
}
async function look({ worker, observer }) {
	const locks = await readLocks(observer, worker.pid);
	return withPinnedPath(worker, async ({ transaction }) => ({
		transaction,
		locks,
		relations: await readRelations(worker),
		objects: await readObjects(worker)
	}));
}
/** Others may change the catalogs of a busy server meanwhile; what they did is not held against the statement. */
async function ownDifference({ observer }, before, after) {
	const all = differenceOf(before, after);
	if (all.created.length + all.dropped.length + all.altered.length === 0) return all;
	return differenceOf(rebase(before, after, await readObjects(observer)), after);
}
const passes = 8;
/**
* Fires deferred constraints and triggers before COMMIT would, so that what they do is seen. One pass is
* not enough: a trigger that fires may defer another. `statement` numbers the evidence;
* `run` must limit its time where nothing else does.
*/
async function settleDeferred(watch, before, statement, run = (text) => watch.worker.execute(text)) {
	let evidence;
	let current = before;
	for (let pass = 0; pass < passes; pass += 1) {
		const outcome = await run("set constraints all immediate");
		if (outcome.kind === "failed") return {
			kind: "failed",
			sqlstate: outcome.sqlstate,
			message: outcome.message
		};
		const { durationMs } = outcome;
		const observation = await observeStatement(watch, current, {
			statement,
			durationMs
		});
		if (observation.kind === "escaped") return observation;
		evidence = joined(evidence, observation.evidence);
		current = observation.after;
		if (observation.evidence.rows.length === 0) return {
			kind: "settled",
			evidence,
			after: current
		};
	}
	return { kind: "restless" };
}
function joined(one, other) {
	if (one === void 0) return other;
	return {
		statement: one.statement,
		durationMs: one.durationMs + other.durationMs,
		locks: [...one.locks.filter(({ relation, mode }) => !other.locks.some((lock) => lock.relation === relation && isStronger(lock.mode, mode))), ...other.locks],
		rows: joinedRows([...one.rows, ...other.rows]),
		rewrites: [.../* @__PURE__ */ new Set([...one.rewrites, ...other.rewrites])],
		truncated: [.../* @__PURE__ */ new Set([...one.truncated ?? [], ...other.truncated ?? []])],
		created: [...one.created, ...other.created],
		dropped: [...one.dropped, ...other.dropped],
		altered: [...one.altered, ...other.altered]
	};
}
/** The sum per table. */
function joinedRows(rows) {
	const sums = /* @__PURE__ */ new Map();
	for (const row of rows) {
		const sum = sums.get(row.table);
		sums.set(row.table, {
			table: row.table,
			inserted: row.inserted + (sum?.inserted ?? 0),
			updated: row.updated + (sum?.updated ?? 0),
			deleted: row.deleted + (sum?.deleted ?? 0)
		});
	}
	return [...sums.values()];
}
export { quoteName as _, readRelations as a, isStronger as c, readBoolean as d, readCount as f, quoteLiteral as g, quoteIdentifier as h, takeSnapshot as i, newLocks as l, planUnit as m, settleDeferred as n, differenceOf as o, readText as p, observeStatement as r, readObjects as s, joinedRows as t, readLocks as u };

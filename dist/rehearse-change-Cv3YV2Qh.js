import { t as SluiceError } from "./errors-DFUB2oUm.js";
import { t as _usingCtx } from "./usingCtx-BdeZztvE.js";
import { t as lockModes } from "./effect-BknNBniV.js";
import { t as digestOf } from "./digest-Crtf6eAX.js";
import { n as layouts } from "./policy-SmYpi5PX.js";
import { r as matchesGlob } from "./glob-CgK8Jx70.js";
import { t as readScript } from "./read-CmV_ezYs.js";
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
/**
* How one statement stands to its transaction, from PreventInTransactionBlock's callers in PostgreSQL
* 14 to 18. What is not listed runs inside one, and the server refuses it where this table errs.
*/
function transactionKindOf(node) {
	if ("TransactionStmt" in node) return ofTransaction(node.TransactionStmt);
	if ("IndexStmt" in node && node.IndexStmt.concurrent === true) return ofIndex(node.IndexStmt);
	if ("DropStmt" in node && node.DropStmt.concurrent === true) return {
		kind: "drops-index-concurrently",
		indexes: (node.DropStmt.objects ?? []).map(nameOfList)
	};
	const words = wordsOfRefusing(node);
	return words === void 0 ? { kind: "ordinary" } : {
		kind: "refuses-transaction",
		words
	};
}
function ofTransaction(statement) {
	const plain = (statement.options ?? []).length === 0 && statement.chain !== true;
	switch (statement.kind) {
		case "TRANS_STMT_BEGIN":
		case "TRANS_STMT_START": return {
			kind: "begins",
			plain
		};
		case "TRANS_STMT_COMMIT": return {
			kind: "commits",
			plain
		};
		default: return {
			kind: "controls",
			words: transactionWords(statement.kind)
		};
	}
}
function transactionWords(kind) {
	return (kind ?? "transaction control").replace("TRANS_STMT_", "").replaceAll("_", " ");
}
function ofIndex(statement) {
	return {
		kind: "creates-index-concurrently",
		...statement.idxname === void 0 ? {} : { index: statement.idxname },
		table: nameOfRelation(statement.relation),
		ifNotExists: statement.if_not_exists === true
	};
}
function nameOfRelation(relation) {
	const name = relation?.relname ?? "";
	return relation?.schemaname === void 0 ? { name } : {
		schema: relation.schemaname,
		name
	};
}
function nameOfList(node) {
	const parts = "List" in node ? (node.List.items ?? []).map(textOf) : [];
	const name = parts.at(-1) ?? "";
	const schema = parts.at(-2);
	return schema === void 0 ? { name } : {
		schema,
		name
	};
}
function textOf(node) {
	return "String" in node ? node.String.sval ?? "" : "";
}
/** Tags that always refuse a transaction. */
const always = /* @__PURE__ */ new Map([
	["CreatedbStmt", "CREATE DATABASE"],
	["DropdbStmt", "DROP DATABASE"],
	["AlterDatabaseStmt", "ALTER DATABASE"],
	["AlterDatabaseRefreshCollStmt", "ALTER DATABASE"],
	["CreateTableSpaceStmt", "CREATE TABLESPACE"],
	["DropTableSpaceStmt", "DROP TABLESPACE"],
	["AlterSystemStmt", "ALTER SYSTEM"],
	["CreateSubscriptionStmt", "CREATE SUBSCRIPTION"],
	["AlterSubscriptionStmt", "ALTER SUBSCRIPTION"],
	["DropSubscriptionStmt", "DROP SUBSCRIPTION"]
]);
function wordsOfRefusing(node) {
	const [tag = ""] = Object.keys(node);
	return always.get(tag) ?? wordsOfMaintenance(node) ?? wordsOfDetach(node);
}
function wordsOfMaintenance(node) {
	if ("VacuumStmt" in node) return node.VacuumStmt.is_vacuumcmd === true ? "VACUUM" : void 0;
	if ("ClusterStmt" in node) return node.ClusterStmt.relation === void 0 ? "CLUSTER without a table" : void 0;
	if ("DiscardStmt" in node) return "DISCARD";
	return "ReindexStmt" in node ? wordsOfReindex(node.ReindexStmt) : void 0;
}
function wordsOfReindex({ kind, params }) {
	if ((params ?? []).some(isConcurrently)) return "REINDEX CONCURRENTLY";
	if (kind === "REINDEX_OBJECT_INDEX" || kind === "REINDEX_OBJECT_TABLE") return void 0;
	return "REINDEX of a schema, a database or the system";
}
function isConcurrently(node) {
	return "DefElem" in node && node.DefElem.defname === "concurrently";
}
function wordsOfDetach(node) {
	if (!("AlterTableStmt" in node)) return void 0;
	return (node.AlterTableStmt.cmds ?? []).some((command) => "AlterTableCmd" in command && command.AlterTableCmd.def !== void 0 && "PartitionCmd" in command.AlterTableCmd.def && command.AlterTableCmd.def.PartitionCmd.concurrent === true) ? "ALTER TABLE … DETACH PARTITION CONCURRENTLY" : void 0;
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
		case "controls": return sentence(`${place} controls the transaction (${wordsOf$1(transaction)})`, "change and record could not commit together", "remove it, or enclose the whole file in one plain BEGIN … COMMIT");
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
function wordsOf$1(transaction) {
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
const query$2 = `
select l.relation::pg_catalog.text as oid, l.mode
  from pg_catalog.pg_locks l
 where l.pid operator(pg_catalog.=) $1
   and l.locktype operator(pg_catalog.=) 'relation'
   and l.granted`;
/** Asks another session, which the watched one cannot influence. */
async function readLocks(observer, pid) {
	const held = /* @__PURE__ */ new Map();
	for (const row of await observer.query(query$2, [pid])) {
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
const query$1 = `
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
	const rows = await session.query(query$1);
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
/** Natural order: runs of digits by their value, everything else by code point. */
function compareNaturally(one, other) {
	const ours = toRuns(one);
	const theirs = toRuns(other);
	for (const [index, run] of ours.entries()) {
		const counterpart = theirs[index];
		if (counterpart === void 0) return 1;
		const order = compareRuns(run, counterpart);
		if (order !== 0) return order;
	}
	return ours.length - theirs.length || compareText(one, other);
}
/** The number without leading zeros, as text: versions have more digits than a double. */
function withoutLeadingZeros(digits) {
	return digits.replace(/^0+(?=\d)/, "");
}
function toRuns(text) {
	return text.match(/\d+|\D+/g) ?? [];
}
function compareRuns(one, other) {
	if (!/^\d/.test(one) || !/^\d/.test(other)) return compareText(one, other);
	const ours = withoutLeadingZeros(one);
	const theirs = withoutLeadingZeros(other);
	return ours.length - theirs.length || compareText(ours, theirs);
}
function compareText(one, other) {
	if (one === other) return 0;
	return one < other ? -1 : 1;
}
/** The governed files of one tree. An unknown layout is one refusal. */
function locate(input) {
	const layout = layouts.find(({ name }) => name === input.database.layout);
	if (layout === void 0) {
		const known = layouts.map(({ name }) => name).join(", ");
		return {
			files: [],
			refused: [{
				path: input.database.layout,
				reason: `There is no layout of this name; known are ${known}.`
			}]
		};
	}
	const readings = input.files.filter((file) => isReached(file, input)).map((file) => readFile(file, layout));
	const running = readings.filter((reading) => reading.kind === "runs").toSorted(compareReadings);
	return {
		files: running.map(({ file }) => file),
		refused: [...readings.filter((reading) => reading.kind === "refused"), ...findEqualVersions(running)].map(({ path, reason }) => ({
			path,
			reason
		}))
	};
}
/** What a change does to the governed files: only adding is a migration. */
function locateChange(input) {
	const base = locate({
		...input,
		files: input.base
	});
	const head = locate({
		...input,
		files: input.head
	});
	const before = new Map(base.files.map((file) => [file.path, file]));
	const after = new Map(head.files.map((file) => [file.path, file]));
	const edited = head.files.filter((file) => {
		const old = before.get(file.path);
		return old !== void 0 && old.blob !== file.blob;
	});
	const removed = base.files.filter(({ path }) => !after.has(path));
	const refusedAtHead = new Set(head.refused.map(({ path }) => path));
	return {
		base: base.files,
		added: head.files.filter(({ path }) => !before.has(path)),
		refused: [
			...head.refused,
			...edited.map(({ path }) => ({
				path,
				reason: editedReason
			})),
			...removed.filter(({ path }) => !refusedAtHead.has(path)).map(({ path }) => ({
				path,
				reason: removedReason
			}))
		]
	};
}
const editedReason = "It is on the target branch already and may have been applied: an edit would run nowhere. Add a new file instead.";
const removedReason = "It is on the target branch already and may have been applied: removing or renaming it undoes nothing. Put it back and add a new file instead.";
/** The unit of exactly these bytes, or why they are not SQL. */
function toUnit(file, database, bytes) {
	if (isLfsPointer(bytes)) return {
		kind: "refused",
		reason: "It is a Git LFS pointer: git does not hold the SQL. Commit the SQL itself."
	};
	return {
		kind: "unit",
		unit: {
			id: file.path,
			database,
			path: file.path,
			digest: digestOf(bytes),
			bytes,
			firstLine: 1
		}
	};
}
/**
* Why git attributes keep a path from being governed, or undefined. `attributes` as
* Repository.attributes gives them: `filter=lfs`, `ident`, `-diff`.
*/
function attributeRefusal(attributes) {
	const changing = attributes.find((attribute) => /^(?:filter|working-tree-encoding)(?:=|$)|^ident$/.test(attribute));
	if (changing !== void 0) return `The git attribute ${changing} changes its content on checkout: what people read would not be what runs.`;
	const hiding = attributes.find((attribute) => /^-diff$|^linguist-generated(?:=true)?$/.test(attribute));
	return hiding === void 0 ? void 0 : `The git attribute ${hiding} hides it from reviewers: nobody would see what they approve.`;
}
/** Governed, or a link that stands where the directory of governed files should be. */
function isReached(file, { database, matches }) {
	if (database.paths.some((pattern) => matches(pattern, file.path))) return true;
	if (file.entry !== "symbolic-link" && file.entry !== "submodule") return false;
	return database.paths.some((pattern) => `${literalStart(pattern)}/`.startsWith(`${file.path}/`));
}
/** The leading directories of a pattern that hold no wildcard. */
function literalStart(pattern) {
	const segments = pattern.replace(/^\//, "").split("/");
	const wild = segments.findIndex((segment) => /[*?[\\]/.test(segment));
	return segments.slice(0, wild === -1 ? segments.length : wild).join("/");
}
function readFile(file, layout) {
	const { path, entry } = file;
	if (entry === "symbolic-link") return {
		kind: "refused",
		path,
		reason: "It is a symbolic link: its target can change without a review."
	};
	if (entry === "submodule") return {
		kind: "refused",
		path,
		reason: "It is a submodule: its content is not in this repository."
	};
	const role = layout.roleOf(path);
	switch (role.kind) {
		case "runs": return {
			...role,
			file
		};
		case "unexpected": return {
			kind: "refused",
			path,
			reason: `The layout ${layout.name} does not know it. ${role.reason}`
		};
		case "reverts":
		case "supports": return { kind: "ignored" };
	}
}
function compareReadings(one, other) {
	return compareNaturally(one.file.path, other.file.path);
}
function findEqualVersions(running) {
	const firstPaths = /* @__PURE__ */ new Map();
	return running.flatMap(({ version, group, file }) => {
		if (version === void 0) return [];
		const key = `${group}${withoutLeadingZeros(version)}`;
		const first = firstPaths.get(key);
		if (first === void 0) {
			firstPaths.set(key, file.path);
			return [];
		}
		return [{
			path: file.path,
			reason: `It has the same version as ${first}: nobody can say which runs first.`
		}];
	});
}
function isLfsPointer(bytes) {
	return new TextDecoder("latin1").decode(bytes.subarray(0, 64)).startsWith("version https://git-lfs.github.com/spec/");
}
/** Reads the governed files of a change as git blobs; a work tree is never looked at. */
async function loadDatabase(database, { before, after, commit }, { repository, parser }) {
	const located = locateChange({
		database,
		matches: matchesGlob,
		base: before,
		head: after
	});
	const refusedByGit = await findAttributeRefusals(repository, commit, located.added);
	const read = await readUnits(located.added, database.name, repository);
	return {
		database,
		base: located.base,
		units: read.units,
		scripts: await readScripts(read.units, parser),
		refused: [
			...located.refused,
			...refusedByGit,
			...read.refused
		]
	};
}
/**
* What the target branch would hold after a merge: its tip, with the paths that the change touches
* taken from the head. A path that both sides touched is a conflict, which git settles, and which the
* apply compares with what was reviewed.
*/
function mergeTrees(tip, head, changes) {
	const touched = new Set(changes.flatMap(({ path, previousPath }) => [path, ...previousPath ? [previousPath] : []]));
	return [...tip.filter(({ path }) => !touched.has(path)), ...head.filter(({ path }) => touched.has(path))];
}
/** The scripts of the base, to replay on a shadow. A file that cannot be read fails there, by name. */
async function loadBaseScripts(loaded, { repository, parser }) {
	const { units, refused } = await readUnits(loaded.base, loaded.database.name, repository);
	const [first] = refused;
	if (first !== void 0) throw new SluiceError("input/governed-file", `${JSON.stringify(first.path)} on the target branch cannot be replayed. ${first.reason} Nothing can be rehearsed on a schema that is not known.`);
	return readScripts(units, parser);
}
async function readScripts(units, parser) {
	const scripts = [];
	for (const unit of units) scripts.push(await readScript(unit, parser));
	return scripts;
}
async function findAttributeRefusals(repository, commit, files) {
	const paths = files.map(({ path }) => path);
	const attributes = await repository.attributes(commit, paths);
	return paths.flatMap((path) => {
		const reason = attributeRefusal(attributes.get(path) ?? []);
		return reason === void 0 ? [] : [{
			path,
			reason
		}];
	});
}
async function readUnits(files, database, repository) {
	const contents = await repository.blobs(files.map(({ blob }) => blob));
	const read = files.map((file, index) => {
		const bytes = contents[index];
		if (bytes === void 0) throw new SluiceError("internal/bug", "Git handed out fewer files than it was asked for.");
		return {
			path: file.path,
			outcome: toUnit(file, database, bytes)
		};
	});
	return {
		units: read.flatMap(({ outcome }) => outcome.kind === "unit" ? [outcome.unit] : []),
		refused: read.flatMap(({ path, outcome }) => outcome.kind === "refused" ? [{
			path,
			reason: outcome.reason
		}] : [])
	};
}
const domain = "@x.example";
/** Up to 20 hexadecimal digits at a domain that RFC 2606 reserves: nobody ever gets mail there. */
const email = {
	needs: 26,
	expression: (hash, length) => `pg_catalog.left(pg_catalog.encode(${hash}, 'hex'), ${digits$2(length)}) || '${domain}'`,
	isInside: (value, length) => `${value} ~ '^[0-9a-f]{${digits$2(length)}}@x[.]example$'`
};
function digits$2(length) {
	return Math.min(20, length - 10);
}
const consonants = [..."bdfghjklmnprstvz"];
const vowels = [..."aiou"];
const syllables = consonants.flatMap((one) => vowels.map((other) => one + other)).join("");
/** `Zz` and up to eight syllables of a fixed code of 64: reads as a name, is nobody's. */
const personName = {
	needs: 12,
	expression: (hash, length) => `'Zz' || ${Array.from({ length: count(length) }, (_, index) => syllable(hash, index)).join(" || ")}`,
	isInside: (value, length) => `${value} ~ '^Zz([${consonants.join("")}][${vowels.join("")}]){${count(length)}}$'`
};
function syllable(hash, index) {
	return `pg_catalog.substr('${syllables}', 1 + 2 * (pg_catalog.get_byte(${hash}, ${index}) & 63), 2)`;
}
function count(length) {
	return Math.min(8, Math.floor((length - 2) / 2));
}
/** +999 is a country code that ITU keeps unassigned; 12 digits follow, no longer a number anywhere. */
const phone = {
	needs: 12,
	expression: (hash, length) => `'+999' || pg_catalog.lpad((('x' || pg_catalog.encode(pg_catalog.substr(${hash}, 1, 6), 'hex'))::pg_catalog.bit(48)::pg_catalog.int8 % 1${"0".repeat(digits$1(length))})::pg_catalog.text, ${digits$1(length)}, '0')`,
	isInside: (value, length) => `${value} ~ '^[+]999[0-9]{${digits$1(length)}}$'`
};
function digits$1(length) {
	return Math.min(12, length - 4);
}
const prefix = "masked_";
/**
* `masked_` and up to 32 hexadecimal digits. Where that does not fit, digits only: a short column cannot
* hold a namespace of its own, so there only its alphabet is proved.
*/
const token = {
	needs: 1,
	expression: (hash, length) => `'${prefixFor(length)}' || pg_catalog.left(pg_catalog.encode(${hash}, 'hex'), ${digits(length)})`,
	isInside: (value, length) => `${value} ~ '^${prefixFor(length)}[0-9a-f]{${digits(length)}}$'`
};
function prefixFor(length) {
	return length >= 16 ? prefix : "";
}
function digits(length) {
	return Math.min(32, length - prefixFor(length).length);
}
const masks = {
	email,
	"person-name": personName,
	phone,
	token
};
const unlimited = 1e4;
/** Text, integers and uuids keep equality; everything else becomes one constant of its type. */
function cellOf({ family, type, length = unlimited }, kind) {
	switch (family) {
		case "text": return textCell(fitting(kind, length), length);
		case "integer": return {
			input: asText,
			output: (hash) => `-1 - (('x' || pg_catalog.encode(pg_catalog.substr(${hash}, 1, 4), 'hex'))::pg_catalog.bit(32)::pg_catalog.int8 % 2147483647)`,
			isInside: (column) => `${column} < 0`
		};
		case "uuid": return {
			input: asText,
			output: (hash) => `pg_catalog.overlay(pg_catalog.left(pg_catalog.encode(${hash}, 'hex'), 32), '8', 13, 1)::pg_catalog.uuid`,
			isInside: (column) => `pg_catalog.substr(${asText(column)}, 15, 1) = '8'`
		};
		default: return constantCell(constants[family], type);
	}
}
const constants = {
	json: "{}",
	bytea: "\\x",
	xml: "<masked/>",
	"text-search": "",
	array: "{}",
	date: "1900-01-01",
	network: "240.0.0.1",
	plain: null,
	unknown: null
};
function fitting(kind, length) {
	const mask = masks[kind];
	return length >= mask.needs ? mask : masks.token;
}
function textCell(mask, length) {
	return {
		input: asText,
		output: (hash) => mask.expression(hash, length),
		isInside: (column) => mask.isInside(asText(column), length)
	};
}
function constantCell(constant, type) {
	if (constant === null) return {
		output: () => "null",
		isInside: () => "false"
	};
	const literal = constant.includes("\\") ? `E'${constant.replaceAll("\\", "\\\\")}'` : `'${constant}'`;
	return {
		output: () => `${literal}::pg_catalog.text`,
		isInside: (column) => `${asText(column)} = ${literal}::${type}::pg_catalog.text`
	};
}
function asText(column) {
	return `${column}::pg_catalog.text`;
}
/**
* Words of column names, in the singular, that tell what a column holds. Several words mean: in this order,
* side by side.
*/
const emailWords = [
	"email",
	"e mail",
	"mail",
	"mailbox",
	"emailaddress",
	"recipient",
	"reply to",
	"cc",
	"bcc"
];
const phoneWords = [
	"phone",
	"telephone",
	"tel",
	"mobile",
	"cell",
	"cellphone",
	"fax",
	"msisdn",
	"sms",
	"whatsapp",
	"phonenumber",
	"landline",
	"handphone"
];
const nameWords = [
	"first name",
	"last name",
	"full name",
	"middle name",
	"given name",
	"family name",
	"maiden name",
	"nick name",
	"real name",
	"legal name",
	"display name",
	"contact name",
	"customer name",
	"client name",
	"patient name",
	"employee name",
	"user name",
	"person name",
	"owner name",
	"holder name",
	"account holder",
	"card holder",
	"firstname",
	"lastname",
	"fullname",
	"middlename",
	"surname",
	"forename",
	"fname",
	"lname",
	"mname",
	"nickname",
	"username",
	"displayname",
	"cardholder",
	"author name",
	"sender name",
	"recipient name",
	"guest name",
	"student name",
	"beneficiary",
	"guardian name",
	"spouse",
	"signatory",
	"payee"
];
/** A plain `name` in a table of people is a person's. */
const peopleTables = [
	"user",
	"customer",
	"client",
	"person",
	"people",
	"employee",
	"patient",
	"member",
	"contact",
	"student",
	"teacher",
	"guest",
	"staff",
	"subscriber",
	"applicant",
	"candidate",
	"doctor",
	"driver",
	"tenant user",
	"profile",
	"lead"
];
const tokenWords = [
	"password",
	"passwd",
	"pwd",
	"passphrase",
	"passcode",
	"secret",
	"token",
	"api key",
	"apikey",
	"access key",
	"private key",
	"secret key",
	"encryption key",
	"signing key",
	"license key",
	"credential",
	"session",
	"session id",
	"cookie",
	"otp",
	"totp",
	"mfa",
	"salt",
	"pin",
	"cvv",
	"cvc",
	"csrf",
	"jwt",
	"bearer",
	"oauth",
	"hash",
	"ssn",
	"social security",
	"sin",
	"nin",
	"nino",
	"national id",
	"national insurance",
	"passport",
	"driver license",
	"driving license",
	"driver licence",
	"tax id",
	"tin",
	"vat",
	"ein",
	"itin",
	"iban",
	"bic",
	"swift",
	"bank account",
	"account number",
	"account no",
	"routing",
	"sort code",
	"card",
	"card number",
	"credit card",
	"pan",
	"ip",
	"ip address",
	"ipaddress",
	"mac address",
	"user agent",
	"device id",
	"fingerprint",
	"address",
	"street",
	"postcode",
	"postal",
	"zip",
	"zipcode",
	"city",
	"latitude",
	"longitude",
	"lat",
	"lng",
	"dob",
	"birth",
	"birthday",
	"birthdate",
	"date of birth",
	"born",
	"gender",
	"sex",
	"religion",
	"ethnicity",
	"nationality",
	"medical",
	"diagnosis",
	"salary",
	"bio",
	"avatar"
];
/**
* Which personal thing a column holds, by its name, type, table and comment; never by its values. Text
* that no word explains is `unclassified`. Booleans, enums, numbers, dates and text whose CHECK lists every
* value are not personal, except where the name says so.
*/
function classify(column) {
	if (column.listed) return "not-personal";
	const named = byName(wordsOf(column.name), wordsOf(column.table));
	const isText = freeForm.has(column.family);
	if (named !== void 0) return isText || isValue(column) ? named : "not-personal";
	if (!isText) return "not-personal";
	return byName(wordsOf(column.comment ?? ""), []) ?? "unclassified";
}
const freeForm = /* @__PURE__ */ new Set([
	"text",
	"json",
	"bytea",
	"xml",
	"text-search",
	"array",
	"unknown"
]);
/** `phone bigint` and `national_id bigint` are values; `email_count bigint` and `token_expires date` are about one. */
function isValue({ name, family }) {
	if (family === "plain") return false;
	const text = ` ${wordsOf(name).join(" ")}`.replace(/ (?:number|num|no|value|digit)$/, "");
	return [
		...emailWords,
		...phoneWords,
		...nameWords,
		...tokenWords
	].some((phrase) => text.endsWith(` ${phrase}`));
}
function byName(words, table) {
	if (holds(words, emailWords)) return "email";
	if (holds(words, phoneWords)) return "phone";
	if (holds(words, nameWords)) return "person-name";
	if (words.join(" ") === "name" && holds(table, peopleTables)) return "person-name";
	if (holds(words, tokenWords)) return "token";
}
function holds(words, vocabulary) {
	const text = ` ${words.join(" ")} `;
	return vocabulary.some((phrase) => text.includes(` ${phrase} `));
}
/** `userEMailAddresses2` → user, e, mail, address */
function wordsOf(name) {
	return name.replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2").replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2").toLowerCase().split(/[^\p{L}]+/u).filter((word) => word !== "").map(singular);
}
function singular(word) {
	if (/(?:ss|us|is)$/.test(word) || word.length < 4) return word;
	if (word.endsWith("sses")) return word.slice(0, -2);
	return word.endsWith("s") ? word.slice(0, -1) : word;
}
/** `public.users.email`: how masking.yml and reports name it. */
function columnName({ schema, table, name }) {
	return `${schema}.${table}.${name}`;
}
/** Name of the startup setting that carries the key, in hexadecimal. */
const keySetting = "sluice.mask_key";
/**
* How every table is copied so that no personal value leaves the source's own query. Columns joined by
* foreign keys are masked alike: the class of the referenced column, the length of the shortest.
*/
function planCopy(tables, rules) {
	const columns = new Map(tables.flatMap((table) => table.columns.map((column) => [columnName(column), column])));
	return tables.map((table) => planTable(table, {
		columns,
		rules
	}));
}
function planTable(table, knowledge) {
	const planned = table.columns.map((column) => planColumn(column, knowledge));
	const name = quoteName(table.schema, table.name);
	const list = planned.map(({ quoted }) => quoted).join(", ");
	return {
		schema: table.schema,
		name: table.name,
		copyOut: `copy (${selection(name, planned)}) to stdout`,
		copyIn: `copy ${name} (${list}) from stdin`,
		masked: planned.flatMap(({ column, quoted, mask }) => mask === void 0 ? [] : [{
			column: columnName(column),
			mask: mask.kind,
			quoted,
			isInside: mask.cell.isInside(quoted)
		}])
	};
}
function planColumn(column, knowledge) {
	const quoted = quoteIdentifier(column.name);
	const group = linkedTo(column, knowledge.columns);
	const root = group[0] ?? column;
	const kind = maskOf(root, knowledge.rules.get(columnName(root)));
	const own = knowledge.rules.get(columnName(column));
	const mask = own === void 0 ? kind : maskOf(column, own);
	if (mask === void 0) return {
		column,
		quoted
	};
	const lengths = group.flatMap(({ length }) => length === void 0 ? [] : [length]);
	const length = lengths.length === 0 ? {} : { length: Math.min(...lengths) };
	return {
		column,
		quoted,
		mask: {
			kind: mask,
			domain: mask,
			cell: cellOf({
				family: column.family,
				type: column.type,
				...length
			}, mask)
		}
	};
}
/** The column that all of these refer to in the end, then the others; the column alone when it has no keys. */
function linkedTo(column, columns) {
	const root = rootOf(column, columns);
	return [root, ...[...columns.values()].filter((other) => other.references !== void 0 && rootOf(other, columns) === root)];
}
function rootOf(column, columns, seen = []) {
	const next = column.references === void 0 ? void 0 : columns.get(column.references);
	if (next === void 0 || seen.includes(next)) return column;
	return rootOf(next, columns, [...seen, column]);
}
function maskOf(column, rule) {
	if (rule?.kind === "keep") return void 0;
	if (rule?.kind === "mask") return rule.mask;
	return toMask(classify(column));
}
function toMask(classification) {
	if (classification === "not-personal") return void 0;
	return classification === "unclassified" ? "token" : classification;
}
/** OFFSET 0 keeps the planner from repeating each hash for every use of it. */
function selection(name, planned) {
	const inner = planned.flatMap(({ quoted, mask }, index) => [`t.${quoted} as c${index}`, ...mask?.cell.input === void 0 ? [] : [`${hashOf(mask.cell.input(`t.${quoted}`), mask.domain)} as h${index}`]]);
	return `select ${planned.map(({ mask }, index) => mask === void 0 ? `s.c${index}` : `case when s.c${index} is not null then ${mask.cell.output(`s.h${index}`)} end`).join(", ")} from (select ${inner.join(", ")} from ${name} t offset 0) s`;
}
function hashOf(text, domain) {
	return `pg_catalog.sha256((select pg_catalog.decode(pg_catalog.current_setting('${keySetting}'), 'hex')) || pg_catalog.convert_to('${domain}:' || ${text}, 'UTF8'))`;
}
/**
* A query over the copy: `total`, and in `c0`, `c1` … how many cells of each masked column are outside of
* what its mask can write. Every one of them must be 0; all rows are read.
*/
function proofOf({ schema, name, masked }) {
	return `select ${["pg_catalog.count(*) as total", ...masked.map(({ quoted, isInside }, index) => `pg_catalog.count(*) filter (where ${quoted} is not null and (${isInside}) is not true) as c${index}`)].join(", ")} from only ${quoteName(schema, name)}`;
}
const query = `
with recursive base (oid, type, typmod) as (
  select t.oid, t.oid, -1 from pg_catalog.pg_type t where t.typtype <> 'd'
  union all
  select d.oid, b.type, case when d.typtypmod >= 0 then d.typtypmod else b.typmod end
    from pg_catalog.pg_type d join base b on b.oid = d.typbasetype where d.typtype = 'd'
)
select n.nspname as schema, c.relname as "table", a.attname as name,
       pg_catalog.format_type(t.oid, case when a.atttypmod >= 0 then a.atttypmod else b.typmod end) as type,
       t.typname as base, t.typtype::pg_catalog.text as typtype, t.typcategory::pg_catalog.text as category,
       tn.nspname = 'pg_catalog' as builtin,
       coalesce(e.typname, '') as element, coalesce(e.typtype::pg_catalog.text, '') as elementtype,
       case when t.typname in ('varchar', 'bpchar')
            then case when a.atttypmod >= 0 then a.atttypmod else b.typmod end - 4
            when t.typname = 'name' then 63 else -1 end as length,
       coalesce(pg_catalog.col_description(c.oid, a.attnum), '') as comment,
       not a.attnotnull as nullable,
       exists (
         select from pg_catalog.pg_constraint k
          where k.contype = 'c' and k.convalidated and k.conrelid = c.oid and k.conkey = array[a.attnum]
            and pg_catalog.pg_get_constraintdef(k.oid)
                ~ '^CHECK \\(\\(\\(?("[^"]+"|[a-z0-9_]+)\\)?(::text)? = ANY \\(\\(?ARRAY\\[(''([^'']|'''')*''::[a-z ]+(, )?)+\\]\\)?(::text\\[\\])?\\)\\)\\)$'
       ) as listed,
       coalesce((
         select pg_catalog.jsonb_build_array(fn.nspname, f.relname, fa.attname)::pg_catalog.text
           from pg_catalog.pg_constraint k,
                lateral pg_catalog.generate_subscripts(k.conkey, 1) u (i)
           join pg_catalog.pg_class f on true
           join pg_catalog.pg_namespace fn on fn.oid = f.relnamespace
           join pg_catalog.pg_attribute fa on fa.attrelid = f.oid
          where k.contype = 'f' and k.conrelid = c.oid and k.conkey[u.i] = a.attnum and f.oid = k.confrelid
            and fa.attnum = k.confkey[u.i] and not (f.oid = c.oid and k.confkey[u.i] = a.attnum)
          order by k.oid limit 1), '') as reference
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join base b on b.oid = a.atttypid
  join pg_catalog.pg_type t on t.oid = b.type
  join pg_catalog.pg_namespace tn on tn.oid = t.typnamespace
  left join pg_catalog.pg_type e on e.oid = t.typelem and t.typcategory = 'A'
 where c.relkind = 'r' and c.relpersistence <> 't' and a.attgenerated = ''
   and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
 order by n.nspname, c.relname, a.attnum`;
/** Ordinary tables of a database and the columns that a copy can write. The path must be pinned. */
async function readTables(session) {
	const tables = /* @__PURE__ */ new Map();
	for (const row of await session.query(query)) {
		const column = toColumn(row);
		const key = JSON.stringify([column.schema, column.table]);
		const columns = [...tables.get(key)?.columns ?? [], column];
		tables.set(key, {
			schema: column.schema,
			name: column.table,
			columns
		});
	}
	return [...tables.values()];
}
function toColumn(row) {
	const length = row["length"];
	const comment = readText(row, "comment");
	const reference = toReference(readText(row, "reference"));
	return {
		schema: readText(row, "schema"),
		table: readText(row, "table"),
		name: readText(row, "name"),
		type: readText(row, "type"),
		family: familyOf(row),
		...typeof length === "number" && length > 0 ? { length } : {},
		...comment === "" ? {} : { comment },
		listed: readBoolean(row, "listed"),
		nullable: readBoolean(row, "nullable"),
		...reference === void 0 ? {} : { references: reference }
	};
}
function toReference(text) {
	if (text === "") return void 0;
	const parts = JSON.parse(text);
	if (!Array.isArray(parts)) return void 0;
	const [schema, table, name] = parts.map(String);
	return columnName({
		schema: schema ?? "",
		table: table ?? "",
		name: name ?? ""
	});
}
const families = new Map([
	...[
		"text",
		"varchar",
		"bpchar",
		"name",
		"citext"
	].map((type) => [type, "text"]),
	...["json", "jsonb"].map((type) => [type, "json"]),
	...["tsvector", "tsquery"].map((type) => [type, "text-search"]),
	...[
		"int4",
		"int8",
		"numeric"
	].map((type) => [type, "integer"]),
	...[
		"date",
		"timestamp",
		"timestamptz"
	].map((type) => [type, "date"]),
	...["inet", "cidr"].map((type) => [type, "network"]),
	["bytea", "bytea"],
	["xml", "xml"],
	["uuid", "uuid"]
]);
const plainTypes = new Set("bool int2 float4 float8 money time timetz interval bit varbit oid char macaddr macaddr8 point line lseg box path polygon circle pg_lsn int4range int8range numrange tsrange tstzrange daterange int4multirange int8multirange nummultirange tsmultirange tstzmultirange datemultirange".split(" "));
function familyOf(row) {
	const base = readText(row, "base");
	if (base !== "citext" && readText(row, "typtype") === "e") return "plain";
	if (readText(row, "category") === "A") return arrayFamily(row);
	if (base !== "citext" && !readBoolean(row, "builtin")) return "unknown";
	return families.get(base) ?? (plainTypes.has(base) ? "plain" : "unknown");
}
function arrayFamily(row) {
	const element = readText(row, "element");
	const family = families.get(element);
	return readText(row, "elementtype") === "e" || plainTypes.has(element) || [
		"integer",
		"date",
		"uuid"
	].includes(family ?? "") ? "plain" : "array";
}
/**
* Fills the shadow's tables from the source, in one snapshot, and proves of every masked cell that a mask
* wrote it. Values are masked inside the source's query with a key that is made here and kept nowhere.
* Throws SluiceError database/* before anything else can read a copy that is not proved.
*/
async function copyMasked(request, { database, ids }) {
	try {
		var _usingCtx$5 = _usingCtx();
		const key = [...ids.random(32)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
		const source = _usingCtx$5.a(await database.connect({
			url: request.url,
			applicationName: "sluice masked copy",
			settings: { [keySetting]: key },
			signal: request.signal
		}));
		await beginReading(source);
		const plans = planCopy(await commonTables(source, request.shadow), request.masking.columns);
		await request.shadow.query("set session_replication_role = 'replica'");
		let rows = 0;
		for (const plan of plans) rows += await copyTable(plan, source, request.shadow);
		await copySequences(source, request.shadow);
		await request.shadow.query("reset session_replication_role");
		await source.query("rollback");
		return {
			rows,
			maskedColumns: plans.flatMap(({ masked }) => masked.map(({ column, mask }) => ({
				column,
				mask
			})))
		};
	} catch (_) {
		_usingCtx$5.e = _;
	} finally {
		await _usingCtx$5.d();
	}
}
async function beginReading(source) {
	await source.query("begin isolation level repeatable read read only");
	await source.query("select pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', true)");
	await source.query("set local row_security = off");
	await source.query("set local lock_timeout = '5s'");
	await source.query("set local jit = off");
}
/** Tables and columns that the base's migrations made and the source has; the types of the source. */
async function commonTables(source, shadow) {
	const present = new Map((await readTables(shadow)).map((table) => [nameOf(table), table.columns.map(({ name }) => name)]));
	return (await readTables(source)).map((table) => ({
		...table,
		columns: table.columns.filter(({ name }) => present.get(nameOf(table))?.includes(name))
	})).filter(({ columns }) => columns.length > 0);
}
function nameOf({ schema, name }) {
	return quoteName(schema, name);
}
async function copyTable(plan, source, shadow) {
	try {
		await shadow.query(`delete from only ${nameOf(plan)}`);
		await shadow.copyIn(plan.copyIn, source.copyOut(plan.copyOut));
	} catch (cause) {
		throw copyFailure(plan, cause);
	}
	return prove(plan, shadow);
}
function copyFailure({ schema, name, masked }, cause) {
	if (!(cause instanceof SluiceError) || cause.code !== "database/refused") return cause;
	const columns = masked.map(({ column }) => column).join(", ");
	return new SluiceError("database/refused", `The masked copy of ${schema}.${name} was refused (SQLSTATE ${String(cause.data["sqlstate"])}), so there is nothing to rehearse on. If a constraint does not accept what a mask writes, name the column in .sluice/masking.yml with \`keep\` and a reason, or with another mask. Masked there: ${columns === "" ? "none" : columns}.`, { data: cause.data });
}
async function prove(plan, shadow) {
	const [row] = await shadow.query(proofOf(plan));
	const unproved = plan.masked.filter((_, index) => readCount(row, `c${index}`) > 0);
	if (unproved.length > 0) throw new SluiceError("internal/bug", `Masking ${unproved.map(({ column }) => column).join(", ")} left values that no mask writes; the shadow was thrown away.`);
	return readCount(row, "total");
}
const sequences = `
select n.nspname as schema, c.relname as name
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relkind = 'S' and n.nspname not like 'pg\\_%'`;
async function copySequences(source, shadow) {
	const toName = (row) => quoteName(readText(row, "schema"), readText(row, "name"));
	const present = new Set((await shadow.query(sequences)).map(toName));
	for (const name of (await source.query(sequences)).map(toName)) {
		if (!present.has(name)) continue;
		const [row] = await source.query(`select last_value, is_called from ${name}`);
		await shadow.query("select pg_catalog.setval($1::pg_catalog.regclass, $2, $3)", [
			name,
			readText(row, "last_value"),
			row?.["is_called"]
		]);
	}
}
const graceMs = 500;
/**
* Runs one submitted statement for at most `limitMs`. The limit is kept from the other session, because
* the script can switch off every limit of its own. A terminated worker throws SluiceError database/lost.
*/
async function executeWithin({ worker, observer }, text, limit) {
	const stopper = new AbortController();
	const guard = stopLate(limit, stopper.signal, async (how) => {
		await observer.query(how === "cancel" ? "select pg_catalog.pg_cancel_backend($1)" : "select pg_catalog.pg_terminate_backend($1)", [worker.pid]);
	});
	try {
		return await worker.execute(text);
	} finally {
		stopper.abort();
		await guard;
	}
}
async function stopLate({ limitMs, clock }, signal, stop) {
	try {
		await clock.sleep(limitMs, signal);
		await stop("cancel");
		await clock.sleep(graceMs, signal);
		await stop("terminate");
	} catch (cause) {
		if (!signal.aborted) throw cause;
	}
}
/** Runs one unit as the apply would, on a session of its own, and commits it so that the next one sees it. */
async function rehearseUnit(unit, script, stage) {
	try {
		var _usingCtx$4 = _usingCtx();
		const plan = planUnit(script);
		if (plan.kind === "refused") return {
			kind: "failed",
			failure: {
				unitId: unit.id,
				statement: 0,
				message: plan.because
			}
		};
		const watch = {
			worker: _usingCtx$4.a(await stage.worker()),
			observer: stage.observer
		};
		let statement = plan.kind === "transactional" ? plan.first : plan.position;
		try {
			return plan.kind === "transactional" ? await inTransaction(watch, {
				unit,
				stage
			}, numbered(plan), (at) => {
				statement = at;
			}) : await outsideTransaction(watch, {
				unit,
				stage
			}, plan);
		} catch (cause) {
			if (!isStatementsFault(cause)) throw cause;
			return failure({
				unitId: unit.id,
				statement,
				message: cause.message
			});
		}
	} catch (_) {
		_usingCtx$4.e = _;
	} finally {
		await _usingCtx$4.d();
	}
}
/** A worker that the watchdog ended, or whose own settings keep us from looking, is the statement's doing. */
function isStatementsFault(cause) {
	return cause instanceof SluiceError && (cause.code === "database/lost" || cause.code === "database/refused");
}
function numbered(plan) {
	return plan.statements.map((statement, index) => ({
		statement,
		position: plan.first + index
	}));
}
async function inTransaction(watch, { unit, stage }, statements, onStatement) {
	await watch.worker.query("begin");
	let current = await takeSnapshot(watch);
	const evidence = [];
	for (const { statement, position } of statements) {
		onStatement(position);
		const at = {
			unitId: unit.id,
			statement: position
		};
		const outcome = await executeWithin(watch, statement.text, stage);
		if (outcome.kind === "failed") return failure({
			...at,
			...serverSaid(outcome)
		});
		const observation = await observeStatement(watch, current, {
			statement: position,
			durationMs: outcome.durationMs
		});
		if (observation.kind === "escaped") return failure({
			...at,
			message: escapedMessage
		});
		evidence.push(observation.evidence);
		current = observation.after;
	}
	const end = (statements[0]?.position ?? 0) + statements.length;
	const settlement = await settleDeferred(watch, current, end, (text) => executeWithin(watch, text, stage));
	if (settlement.kind !== "settled") return failure({
		unitId: unit.id,
		statement: end,
		...settlementMessage(settlement)
	});
	const committed = await executeWithin(watch, "commit", stage);
	if (committed.kind === "failed") return failure({
		unitId: unit.id,
		statement: end,
		...serverSaid(committed)
	});
	const { digest } = unit;
	const deferred = settlement.evidence;
	return {
		kind: "rehearsed",
		evidence: {
			unitId: unit.id,
			digest,
			statements: evidence,
			deferred
		}
	};
}
/** Its locks come and go while it runs, so they are left to what is known statically. */
async function outsideTransaction(watch, { unit, stage }, plan) {
	const before = await readObjects(watch.observer);
	const outcome = await executeWithin(watch, plan.statement.text, stage);
	const statement = plan.position;
	if (outcome.kind === "failed") return failure({
		unitId: unit.id,
		statement,
		...serverSaid(outcome)
	});
	const nothing = {
		locks: [],
		rows: [],
		rewrites: [],
		truncated: []
	};
	const seen = {
		...nothing,
		...differenceOf(before, await readObjects(watch.observer)),
		statement,
		durationMs: outcome.durationMs
	};
	const deferred = {
		...nothing,
		statement: statement + 1,
		durationMs: 0,
		created: [],
		dropped: [],
		altered: []
	};
	const { id: unitId, digest } = unit;
	return {
		kind: "rehearsed",
		evidence: {
			unitId,
			digest,
			statements: [seen],
			deferred
		}
	};
}
const escapedMessage = "The statement ended its transaction: what it did could not be undone. Let the migration leave the transaction alone.";
function failure(failure) {
	return {
		kind: "failed",
		failure
	};
}
function serverSaid({ sqlstate, message }) {
	return {
		sqlstate,
		message
	};
}
function settlementMessage(settlement) {
	switch (settlement.kind) {
		case "failed": return serverSaid(settlement);
		case "escaped": return { message: escapedMessage };
		case "restless": return { message: "Deferred triggers kept deferring others: nobody can see what COMMIT would do. Make the last of them immediate." };
	}
}
/** Runs a migration that the base already holds; gives why that was not possible. */
async function replayUnit(script, stage) {
	try {
		var _usingCtx$3 = _usingCtx();
		const plan = planUnit(script);
		const { unitId } = script;
		const because = `The base migration ${unitId} cannot be replayed, so the change cannot be rehearsed`;
		if (plan.kind === "refused") return {
			unitId,
			statement: 0,
			message: `${because}. ${plan.because}`
		};
		const worker = _usingCtx$3.a(await stage.worker());
		const run = (text) => executeWithin({
			worker,
			observer: stage.observer
		}, text, stage);
		const transactional = plan.kind === "transactional";
		const statements = transactional ? plan.statements : [plan.statement];
		const first = transactional ? plan.first : plan.position;
		if (transactional) await worker.query("begin");
		for (const [index, statement] of statements.entries()) {
			const outcome = await run(statement.text);
			if (outcome.kind === "failed") return {
				unitId,
				statement: first + index,
				sqlstate: outcome.sqlstate,
				message: `${because}. Line ${statement.place.line}: ${outcome.message}`
			};
		}
		if (!transactional) return void 0;
		const outcome = await run("commit");
		if (outcome.kind === "done") return void 0;
		const { sqlstate, message } = outcome;
		return {
			unitId,
			statement: first + statements.length,
			sqlstate,
			message: `${because}. ${message}`
		};
	} catch (_) {
		_usingCtx$3.e = _;
	} finally {
		await _usingCtx$3.d();
	}
}
/**
* Roles are the server's, not the database's, so migrations name roles that they never create. A stub, of
* which the worker is a member, without login or any privilege, stands for each that the base names.
*/
async function makeRoleStubs(scripts, { worker, observer }) {
	try {
		var _usingCtx$2 = _usingCtx();
		const names = new Set(scripts.flatMap((script) => [...rolesNamedIn(script)]));
		if (names.size === 0) return;
		const [login] = await _usingCtx$2.a(await worker()).query("select session_user::pg_catalog.text as name");
		const present = await observer.query("select rolname::pg_catalog.text as name from pg_catalog.pg_roles");
		const existing = new Set(present.map((row) => readText(row, "name")));
		for (const name of names) {
			if (existing.has(name) || name.startsWith("pg_")) continue;
			await observer.query(`create role ${quoteIdentifier(name)} nologin`);
			await observer.query(`grant ${quoteIdentifier(name)} to ${quoteIdentifier(readText(login, "name"))}`);
		}
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}
function rolesNamedIn(script) {
	const names = /* @__PURE__ */ new Set();
	const visit = (value) => {
		if (typeof value !== "object" || value === null) return;
		if ("roletype" in value && "rolename" in value && typeof value.rolename === "string") names.add(value.rolename);
		for (const child of Object.values(value)) visit(child);
	};
	for (const statement of script.statements) if (statement.kind === "parsed") visit(statement.node);
	return names;
}
const defaultLimitMs = 6e4;
/**
* Runs the change on a disposable, masked shadow and tells what it did there. A statement that fails is
* evidence; what is thrown (SluiceError database/*) means that nothing was rehearsed.
*/
async function rehearse(request, ports) {
	try {
		var _usingCtx$1 = _usingCtx();
		const { databaseName, major, signal } = request;
		const shadow = _usingCtx$1.a(await ports.provider.open({
			databaseName,
			...major === void 0 ? {} : { major },
			signal
		}));
		const observer = _usingCtx$1.a(await shadow.observer());
		await observer.query("select pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', false)");
		const stage = {
			worker: () => shadow.worker(),
			observer,
			clock: ports.clock,
			limitMs: request.statementTimeoutMs ?? defaultLimitMs
		};
		const failure = await replayBase(request, stage, ports.progress);
		if (failure !== void 0) return {
			shadow: describe(shadow),
			units: [],
			outcome: {
				kind: "failed",
				failure
			}
		};
		const copy = await fill(request, {
			observer,
			ports
		});
		const { units, outcome } = await rehearseUnits(request, stage, ports.progress);
		return {
			shadow: describe(shadow, copy),
			units,
			outcome
		};
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
async function replayBase({ baseScripts, signal }, stage, progress) {
	if (baseScripts.length === 0) return void 0;
	progress.step("Replaying the migrations of the base.");
	await makeRoleStubs(baseScripts, stage);
	for (const script of baseScripts) {
		signal.throwIfAborted();
		const failure = await replayUnit(script, stage);
		if (failure !== void 0) return failure;
	}
}
async function fill({ source, signal }, { observer, ports }) {
	if (source !== void 0) ports.progress.step("Copying rows, masked at their source.");
	const copy = source === void 0 ? void 0 : await copyMasked({
		...source,
		shadow: observer,
		signal
	}, ports);
	await observer.query("analyze");
	return copy;
}
async function rehearseUnits(request, stage, progress) {
	progress.step("Rehearsing the change.");
	const units = [];
	for (const [position, unit] of request.units.entries()) {
		request.signal.throwIfAborted();
		const script = request.scripts[position];
		if (script?.unitId !== unit.id) throw new SluiceError("internal/bug", "A unit and its script do not belong together.");
		const rehearsal = await rehearseUnit(unit, script, stage);
		if (rehearsal.kind === "failed") return {
			units,
			outcome: rehearsal
		};
		units.push(rehearsal.evidence);
	}
	return {
		units,
		outcome: { kind: "completed" }
	};
}
function describe(shadow, copy) {
	const { provider, reason, serverVersion } = shadow;
	return {
		provider,
		reason,
		serverVersion,
		data: copy === void 0 ? "none" : "masked-copy",
		copiedRows: copy?.rows ?? 0,
		maskedColumns: copy?.maskedColumns ?? []
	};
}
/** `--shadow`, which readArguments has checked; `auto` when it is absent. */
function shadowChoice(given) {
	const choice = given.options.get("shadow");
	if (choice === "none" || choice === "local-binaries" || choice === "npm-binaries") return choice;
	return "auto";
}
/** Rehearses every database that the change touches, each on a shadow of its own. */
async function rehearseAll(loaded, tools) {
	const evidence = /* @__PURE__ */ new Map();
	for (const database of loaded.databases) if (database.units.length > 0) evidence.set(database.database.name, await rehearseOne(database, loaded, tools));
	return evidence;
}
async function rehearseOne(part, { controls }, { context, choice, ...git }) {
	const { name, postgres } = part.database;
	const masking = controls.masking?.databases.find(({ database }) => database === name);
	const baseScripts = await loadBaseScripts(part, git);
	const request = {
		databaseName: name,
		...postgres === void 0 ? {} : { major: postgres },
		baseScripts,
		units: part.units,
		scripts: part.scripts,
		signal: context.signal,
		...masking?.sourceUrlVariable === void 0 ? {} : { source: {
			url: await context.credentials.urlOf(masking.sourceUrlVariable),
			masking
		} },
		statementTimeoutMs: controls.policy.limits.statementTimeoutMs
	};
	const { clock, ids, progress } = context;
	return rehearse(request, {
		provider: await context.openShadowProvider(choice),
		database: await context.openDatabase(),
		clock,
		ids,
		progress
	});
}
export { locate as a, settleDeferred as c, isStronger as d, planUnit as f, quoteName as h, mergeTrees as i, observeStatement as l, quoteLiteral as m, shadowChoice as n, toUnit as o, quoteIdentifier as p, loadDatabase as r, joinedRows as s, rehearseAll as t, takeSnapshot as u };

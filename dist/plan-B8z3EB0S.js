import { t as SluiceError } from "./errors-avTrn9RY.js";
import { i as writeIdentifier, t as quoteIdentifier } from "./quote-lgey2vti.js";
import { c as nodesAs, o as namesOf, r as constantText, s as nodeAs, t as transactionKindOf, u as someNode } from "./transaction-kind-BvyH4pwC.js";
import { t as lockModes } from "./effect-P5EDmj4t.js";
import { G as wordsOf$1, K as written, W as nameLength, a as readAlterTable, b as emptyCatalog, i as bodyOf, it as volatileFunctions, nt as isAlwaysBuiltin, o as textOf } from "./rules-DFD3ZQXF.js";
import { n as readCount, r as readText, t as readBoolean } from "./row-ClT0gal6.js";
/** The name for `to_regclass`; undefined where it also names a database. */
function quotedName(relation) {
	if (relation?.relname === void 0 || relation.catalogname !== void 0) return void 0;
	const { schemaname, relname } = relation;
	return [schemaname, relname].flatMap((name) => name === void 0 ? [] : [quoteIdentifier(name)]).join(".");
}
/** The question whether any row of a source is such. */
function anyRow(source, condition) {
	return `select exists (select from ${source} where ${condition}) as answer`;
}
/** Where a word stands outside of all brackets; undefined unless that is exactly one place. */
function onlyPlace(words, text) {
	const [place, ...others] = placesOf(words, text);
	return others.length === 0 ? place : void 0;
}
/** Every place at which a word stands outside of all brackets. */
function placesOf(words, text) {
	return words.flatMap((word, place) => word.depth === 0 && word.text === text ? [place] : []);
}
/**
* Whether asking a target for these parts of a statement reads and does nothing else: every function is
* one of PostgreSQL's own and not volatile, and nothing writes, locks or draws lots.
*/
function isReadable(parts) {
	return !parts.some((part) => someNode(part, (node) => isActing(node) || callsUnknown(node)));
}
const acting = [
	"InsertStmt",
	"UpdateStmt",
	"DeleteStmt",
	"MergeStmt",
	"intoClause",
	"LockingClause",
	"CurrentOfExpr",
	"ParamRef",
	"RangeTableSample",
	"SetToDefault"
];
function isActing(node) {
	return acting.some((key) => Object.hasOwn(node, key));
}
function callsUnknown(node) {
	const call = nodeAs(node, "FuncCall");
	if (call === void 0) return false;
	const names = namesOf(call.funcname);
	const name = names.at(-1) ?? "";
	if (names.length > 1 && names[0] !== "pg_catalog") return true;
	if (name === "timezone") return false;
	return volatileFunctions.has(name) || !isAlwaysBuiltin(name);
}
/** Whether CREATE UNIQUE INDEX would meet a value twice. */
function uniqueIndex({ node, text }) {
	const index = nodeAs(node, "IndexStmt");
	const table = quotedName(index?.relation);
	if (index?.unique !== true || index.relation?.inh !== true || table === void 0) return [];
	const words = wordsOf$1(text);
	const on = words.findIndex(({ text: said }) => said === "on");
	const name = words.slice(on + 1, on + 1 + nameLength(words, on + 1));
	const open = words.findIndex((word, at) => at > on && word.depth === 0 && word.text === "(");
	const close = words.findIndex((word, at) => at > open && word.depth === 0 && word.text === ")");
	const keys = keysOf(index, text, words.slice(open + 1, close));
	const condition = conditionOf(index, text, words.slice(close + 1));
	if (keys === void 0 || condition === void 0) return [];
	const distinct = index.nulls_not_distinct === true;
	return [twice({
		table,
		source: written(text, name),
		keys,
		condition,
		distinct
	})];
}
/** Whether some rows hold the same values of all keys. */
function twice({ table, source, keys, condition = "", distinct }) {
	const conditions = [...distinct ? [] : keys.map((key) => `${key} is not null`), ...condition === "" ? [] : [`(${condition})`]];
	return {
		kind: "violation",
		sql: `select exists (select from ${source}${conditions.length === 0 ? "" : ` where ${conditions.join(" and ")}`} group by ${keys.join(", ")} having pg_catalog.count(*) > 1) as answer`,
		about: "values that more than one row holds",
		table,
		answer: "exists",
		alone: true
	};
}
function keysOf(index, text, words) {
	const elements = nodesAs(index.indexParams, "IndexElem");
	const parts = partsOf$1(words);
	if (parts.length !== elements.length) return void 0;
	const keys = elements.flatMap((element, at) => keyOf(element, text, parts[at] ?? []) ?? []);
	return keys.length === elements.length ? keys : void 0;
}
function partsOf$1(words) {
	const commas = words.flatMap(({ text, depth }, at) => text === "," && depth === 1 ? [at] : []);
	return [...commas, words.length].map((end, at) => words.slice((commas[at - 1] ?? -1) + 1, end));
}
/** Another operator class or collation may find other values equal. */
function keyOf(element, text, words) {
	const { name, expr, opclass, collation, ordering, nulls_ordering: nulls } = element;
	if ((opclass ?? []).length > 0 || (collation ?? []).length > 0) return void 0;
	if (name !== void 0) return writeIdentifier(name);
	if (expr === void 0 || !isReadable([expr])) return void 0;
	const order = (isSaid(nulls, "SORTBY_NULLS_DEFAULT") ? 2 : 0) + (isSaid(ordering, "SORTBY_DEFAULT") ? 1 : 0);
	return written(text, words.slice(0, words.length - order));
}
function isSaid(order, absent) {
	return order !== void 0 && order !== absent;
}
/** The predicate of a partial index; empty where it is none. */
function conditionOf({ whereClause }, text, words) {
	if (whereClause === void 0) return "";
	const where = onlyPlace(words, "where");
	if (where === void 0 || !isReadable([whereClause])) return void 0;
	return written(text, words.slice(where + 1));
}
/** Whether rows are there that a new constraint refuses. */
function addedConstraint(command, table) {
	const constraint = nodeAs(command.node.def, "Constraint");
	const name = quotedName(table.relation);
	if (constraint === void 0 || name === void 0) return [];
	if (constraint.skip_validation === true || constraint.is_enforced === false) return [];
	switch (constraint.contype) {
		case "CONSTR_CHECK": return checked(constraint, command, table);
		case "CONSTR_FOREIGN": return referring(constraint, table);
		case "CONSTR_UNIQUE":
		case "CONSTR_PRIMARY": return keyed(constraint, table);
		case "CONSTR_NOTNULL": return required(namesOf(constraint.keys), table);
		default: return [];
	}
}
/** Whether rows are there that hold no value in one of these columns. */
function required(columns, table) {
	const name = quotedName(table.relation);
	if (name === void 0 || columns.length === 0) return [];
	const condition = columns.map((column) => `${writeIdentifier(column)} is null`).join(" or ");
	return [violation(name, anyRow(sourceOf$2(table), condition), "rows without a value")];
}
/** The table as FROM takes it. */
function sourceOf$2({ written, only }) {
	return only ? `only ${written}` : written;
}
/** A question that a row answers. */
function violation(table, sql, about, alone = false) {
	return {
		kind: "violation",
		sql,
		about,
		table,
		answer: "exists",
		alone
	};
}
function checked(constraint, command, table) {
	const name = quotedName(table.relation);
	const words = bodyOf(constraint, command.words.slice(1));
	const end = words.findIndex(({ text, depth }) => text === ")" && depth === 0);
	const isExpected = words[0]?.text === "check" && words[1]?.text === "(" && end > 1;
	if (name === void 0 || !isExpected || !isReadable([constraint.raw_expr])) return [];
	return [violation(name, anyRow(constraint.is_no_inherit === true ? `only ${table.written}` : sourceOf$2(table), `not ${textOf(command, words.slice(1, end + 1))}`), "rows that the check refuses")];
}
function referring(constraint, table) {
	const name = quotedName(table.relation);
	const referenced = quotedName(constraint.pktable);
	const columns = namesOf(constraint.fk_attrs).map((column) => `one.${writeIdentifier(column)}`);
	const keys = namesOf(constraint.pk_attrs).map((column) => `other.${writeIdentifier(column)}`);
	const isSure = columns.length > 0 && keys.length === columns.length;
	if (name === void 0 || referenced === void 0 || !isSure) return [];
	if (constraint.fk_with_period === true || constraint.pk_with_period === true) return [];
	const given = columns.map((column) => `${column} is not null`).join(" and ");
	const found = `exists (select from ${referenced} as other where ${columns.map((column, at) => `${keys[at] ?? ""} = ${column}`).join(" and ")})`;
	return [violation(name, anyRow(`${sourceOf$2(table)} as one`, `${given} and not ${found}`), "rows that refer to nothing", true)];
}
function keyed(constraint, table) {
	const name = quotedName(table.relation);
	const columns = namesOf(constraint.keys);
	const hasOwnRules = constraint.indexname !== void 0 || constraint.without_overlaps === true;
	if (name === void 0 || columns.length === 0 || hasOwnRules || table.only) return [];
	return [...constraint.contype === "CONSTR_PRIMARY" ? required(columns, table) : [], twice({
		table: name,
		source: sourceOf$2(table),
		keys: columns.map(writeIdentifier),
		distinct: constraint.nulls_not_distinct === true
	})];
}
/** How many rows an UPDATE, a DELETE or an INSERT … SELECT chooses. */
function chosenRows(statement) {
	const { node, text } = statement;
	const inserted = nodeAs(node, "InsertStmt");
	const updated = nodeAs(node, "UpdateStmt");
	const deleted = nodeAs(node, "DeleteStmt");
	if (inserted !== void 0) return selectedRows(inserted, text);
	if (updated !== void 0) {
		const { relation, fromClause: joined, whereClause: where, withClause } = updated;
		return predicateRows({
			verb: "update",
			relation,
			joined,
			where,
			withClause,
			text
		});
	}
	if (deleted === void 0) return [];
	const { relation, usingClause: joined, whereClause: where, withClause } = deleted;
	return predicateRows({
		verb: "delete",
		relation,
		joined,
		where,
		withClause,
		text
	});
}
const about = "rows that the statement chooses";
function predicateRows(choice) {
	const { verb, relation, joined = [], where, withClause, text } = choice;
	const table = quotedName(relation);
	const parts = partsOf(choice);
	if (table === void 0 || parts === void 0 || where === void 0) return [];
	if (!isReadable([
		...joined,
		where,
		withClause
	])) return [];
	const predicate = written(text, parts.predicate);
	const condition = parts.joined.length === 0 ? predicate : `exists (select from ${written(text, parts.joined)} where ${predicate})`;
	const sql = `${written(text, parts.before)} select pg_catalog.count(*) as answer from ${written(text, parts.target)} where ${condition}`;
	const done = verb === "update" ? "updated" : "deleted";
	return [{
		kind: "count",
		sql: sql.trimStart(),
		about,
		table,
		verb: done
	}];
}
function partsOf(choice) {
	const words = wordsOf$1(choice.text);
	const at = verbPlace(words, choice);
	const where = onlyPlace(words, "where");
	if (at === void 0 || where === void 0) return void 0;
	const start = at + (choice.verb === "delete" ? 2 : 1);
	const end = targetEnd(words, start, choice.relation);
	const joined = joinedPlace(words, choice, {
		end,
		where
	});
	if (joined === void 0 || !follows(words[end], choice.verb)) return void 0;
	const returning = placesOf(words, "returning")[0] ?? words.length;
	if (returning < where) return void 0;
	return {
		before: words.slice(0, at),
		target: words.slice(start, end),
		joined: words.slice(joined + 1, where),
		predicate: words.slice(where + 1, returning)
	};
}
/** Where the command begins; what stands before it are its common table expressions. */
function verbPlace(words, { verb, withClause }) {
	if (withClause === void 0) return words[0]?.text === verb ? 0 : void 0;
	return onlyPlace(words, verb);
}
/** Behind the name of the target, its star and its alias. */
function targetEnd(words, start, relation) {
	const name = words[start]?.text === "only" ? start + 1 : start;
	const star = name + nameLength(words, name);
	const alias = words[star]?.text === "*" ? star + 1 : star;
	if (relation?.alias === void 0) return alias;
	return words[alias]?.text === "as" ? alias + 2 : alias + 1;
}
function follows(word, verb) {
	return verb === "update" ? word?.text === "set" : word?.text === "using" || word?.text === "where";
}
/** The word before the joined tables: the predicate's where nothing is joined, undefined where it is not sure. */
function joinedPlace(words, { verb, joined = [] }, { end, where }) {
	if (joined.length === 0) return where;
	if (verb === "delete") return end;
	const places = placesOf(words, "from").filter((place) => place > end && place < where && words[place - 1]?.text !== "distinct");
	return places.length === 1 ? places[0] : void 0;
}
function selectedRows(node, text) {
	const table = quotedName(node.relation);
	const words = wordsOf$1(text);
	const at = node.withClause === void 0 ? 0 : onlyPlace(words, "insert") ?? words.length;
	const chosen = sourceOf$1(words.slice(at), node);
	if (table === void 0 || chosen === void 0) return [];
	if (!isReadable([node.selectStmt, node.withClause])) return [];
	return [{
		kind: "count",
		sql: `${written(text, words.slice(0, at))} select pg_catalog.count(*) as answer from (${written(text, chosen)}) as chosen`.trimStart(),
		about,
		table,
		verb: "inserted"
	}];
}
/** The SELECT, behind the name of the table and its columns; undefined where it is not sure. */
function sourceOf$1(words, node) {
	if (words[0]?.text !== "insert" || words[1]?.text !== "into") return void 0;
	const source = words.slice(sourceStart(words, node), sourceEnd(words, node));
	return source[0]?.text === "select" || source[0]?.text === "with" ? source : void 0;
}
function sourceStart(words, node) {
	let start = 2 + nameLength(words, 2);
	if (node.relation?.alias !== void 0) start += 2;
	if ((node.cols ?? []).length > 0) start = words.findIndex(({ text, depth }, at) => at > start && text === ")" && depth === 0) + 1;
	return words[start]?.text === "overriding" ? start + 3 : start;
}
/** Nowhere where more than one place may be its end. */
function sourceEnd(words, node) {
	const conflicts = placesOf(words, "on").filter((at) => words[at + 1]?.text === "conflict");
	if (node.onConflictClause !== void 0) return conflicts.length === 1 ? conflicts[0] ?? 0 : 0;
	return placesOf(words, "returning")[0] ?? words.length;
}
/** Whether values are there that a column's new type cannot hold. */
function newType(command, table) {
	const column = nodeAs(command.node.def, "ColumnDef");
	const name = quotedName(table.relation);
	const type = typeWords(command.words);
	if (column === void 0 || name === void 0 || type.length === 0) return [];
	if (!isReadable([column.raw_default])) return [];
	const value = valueOf(command, column);
	if (value === void 0) return [];
	const source = sourceOf$2(table);
	const sql = `select pg_catalog.count(cast(${value} as ${textOf(command, type)})) as answer from ${source}`;
	const about = "values that the new type cannot hold";
	const length = lengthOf(column);
	const size = `pg_catalog.length(pg_catalog.rtrim(cast(${value} as text), ' '))`;
	return [{
		kind: "violation",
		sql,
		about,
		table: name,
		answer: "fails",
		alone: false
	}, ...length === void 0 ? [] : [violation(name, anyRow(source, `${size} > ${length}`), "values that are too long")]];
}
/** What follows TYPE, up to COLLATE or USING. */
function typeWords(words) {
	const name = words[1]?.text === "column" ? 2 : 1;
	const type = words[name + 1]?.text === "set" ? name + 3 : name + 1;
	if (words[0]?.text !== "alter" || words[type]?.text !== "type") return [];
	const rest = words.slice(type + 1);
	const end = rest.findIndex(({ text, depth }) => depth === 0 && (text === "collate" || text === "using"));
	return end === -1 ? rest : rest.slice(0, end);
}
function valueOf(command, { raw_default: conversion }) {
	if (conversion === void 0) return writeIdentifier(command.node.name ?? "");
	const using = onlyPlace(command.words, "using");
	return using === void 0 ? void 0 : `(${textOf(command, command.words.slice(using + 1))})`;
}
const limited = /* @__PURE__ */ new Set(["varchar", "bpchar"]);
function lengthOf({ typeName: type }) {
	if (type === void 0 || (type.arrayBounds ?? []).length > 0) return void 0;
	if (!limited.has(namesOf(type.names).at(-1) ?? "")) return void 0;
	const length = Number(constantText(type.typmods?.[0]));
	return Number.isSafeInteger(length) ? length : void 0;
}
/** Actions of ALTER TABLE that leave every row and every name as it was. */
const steadyActions = /* @__PURE__ */ new Set([
	"AT_AddColumn",
	"AT_AddConstraint",
	"AT_ValidateConstraint",
	"AT_DropConstraint",
	"AT_SetNotNull",
	"AT_DropNotNull",
	"AT_ColumnDefault",
	"AT_SetStatistics",
	"AT_SetStorage",
	"AT_SetRelOptions",
	"AT_ResetRelOptions"
]);
/** Whether an action leaves every row and every name as it was. */
function isSteadyAction(subtype) {
	return steadyActions.has(subtype ?? "AT_AddColumn");
}
/** Whether `later` sees the same rows before `earlier` has run as after it. */
function isSteady(earlier, later) {
	const { node, tag } = earlier;
	if (tag === "IndexStmt" || tag === "CommentStmt") return true;
	const setting = nodeAs(node, "VariableSetStmt");
	if (setting !== void 0) return setting.name?.endsWith("_timeout") === true;
	const created = nodeAs(node, "CreateStmt")?.relation;
	if (created !== void 0) return created.relpersistence !== "t" && !mentions(later, created.relname ?? "");
	const altered = nodeAs(node, "AlterTableStmt");
	if (altered === void 0) return false;
	return nodesAs(altered.cmds, "AlterTableCmd").every(({ subtype }) => isSteadyAction(subtype));
}
function mentions({ node }, name) {
	return someNode(node, (inner) => Object.values(inner).includes(name));
}
/**
* The questions that the target itself answers before the statement takes any lock, each one read-only
* SELECT with the column `answer`. `earlier` are the statements of its unit before it: none of them may
* change what is asked for. None where the question cannot be written for certain.
*/
function probesOf(statement, earlier) {
	if (/\bu&"/i.test(statement.text)) return [];
	if (!earlier.every((before) => isSteady(before, statement))) return [];
	switch (statement.tag) {
		case "InsertStmt":
		case "UpdateStmt":
		case "DeleteStmt": return chosenRows(statement);
		case "IndexStmt": return uniqueIndex(statement);
		case "AlterTableStmt": return alteredTable(statement);
		default: return [];
	}
}
function alteredTable(statement) {
	const read = readAlterTable(statement, {
		catalog: emptyCatalog,
		postgres: void 0
	});
	if (read === void 0) return [];
	const { table, commands } = read;
	return commands.flatMap((command) => commands.every((other) => other === command || isSteadyAction(other.node.subtype)) ? ofCommand(command, table) : []);
}
function ofCommand(command, table) {
	switch (command.node.subtype) {
		case "AT_AddConstraint": return addedConstraint(command, table);
		case "AT_SetNotNull": return required([command.node.name ?? ""], table);
		case "AT_AlterColumnType": return newType(command, table);
		default: return [];
	}
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
		if (relation === void 0) return [];
		const { name, of } = relation;
		return [{
			relation: name,
			mode,
			...of === void 0 ? {} : { of }
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
/** Of a column. */
const columns = {
	ignored: [
		"attmissingval",
		"atthasmissing",
		"attcacheoff"
	],
	counted: [
		"attrelid",
		"attname",
		"atttypid",
		"attstattarget",
		"attlen",
		"attnum",
		"attndims",
		"atttypmod",
		"attbyval",
		"attalign",
		"attstorage",
		"attcompression",
		"attnotnull",
		"atthasdef",
		"attidentity",
		"attgenerated",
		"attisdropped",
		"attislocal",
		"attinhcount",
		"attcollation",
		"attacl",
		"attoptions",
		"attfdwoptions"
	]
};
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
		counted: [
			"oid",
			"relname",
			"relnamespace",
			"reloftype",
			"relowner",
			"relam",
			"reltablespace",
			"relisshared",
			"relpersistence",
			"relkind",
			"relrowsecurity",
			"relforcerowsecurity",
			"relispopulated",
			"relreplident",
			"relispartition",
			"relacl",
			"reloptions",
			"relpartbound"
		],
		where: `${user} and x.relkind <> 't' and x.relnamespace <> 99
      and not (x.relkind in ('i', 'I') and exists (
        select from pg_catalog.pg_index t join pg_catalog.pg_class r on r.oid = t.indrelid
         where t.indexrelid = x.oid and r.relkind = 't'))`,
		parent: `case when x.relkind in ('i', 'I')
      then (select i.indrelid from pg_catalog.pg_index i where i.indexrelid = x.oid) end`,
		also: `row(
      case when x.relkind in ('i', 'I') then
        (select i::pg_catalog.text from pg_catalog.pg_index i where i.indexrelid = x.oid) end,
      case when x.relkind = 'S' then
        (select s::pg_catalog.text from pg_catalog.pg_sequence s where s.seqrelid = x.oid) end,
      case when x.relkind = 'f' then
        (select f::pg_catalog.text from pg_catalog.pg_foreign_table f where f.ftrelid = x.oid) end,
      case when x.relkind = 'p' then
        (select p::pg_catalog.text from pg_catalog.pg_partitioned_table p where p.partrelid = x.oid) end,
      (select pg_catalog.array_agg(h::pg_catalog.text order by h.inhseqno)
         from pg_catalog.pg_inherits h where h.inhrelid = x.oid),
      case when x.relkind in ('v', 'm') then
        (select r.ev_action::pg_catalog.text from pg_catalog.pg_rewrite r
          where r.ev_class = x.oid and r.rulename = '_RETURN') end)`
	},
	{
		name: "pg_constraint",
		ignored: [],
		where: user,
		parent: "x.conrelid",
		also: `(select pg_catalog.array_agg(row(t.oid, t.tgenabled)::pg_catalog.text order by t.oid) from pg_catalog.pg_trigger t where t.tgconstraint = x.oid)`
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
		...catalogs.filter(({ since = 0 }) => version >= since).map((catalog) => sourceOf(catalog, version)),
		columnSource(version),
		roleSource
	];
}
function sourceOf(catalog, version) {
	const { name, where, parent, also } = catalog;
	const row = definitionOf(catalog, version);
	return `
    select 'pg_catalog.${name}'::pg_catalog.regclass::pg_catalog.oid::pg_catalog.text as class,
           x.oid::pg_catalog.text as object, '0' as part,
           coalesce(${parent ?? "0"}, 0)::pg_catalog.text as parent,
           ${digest(`${row} || coalesce((${also ?? "null"})::pg_catalog.text, '')`)} as fingerprint
      from pg_catalog.${name} x
     where ${where}`;
}
/**
* The row `x` without what says nothing, as text. PostgreSQL writes a row as text in a tenth of the time
* that JSON takes, so the columns that count are listed as far as majors are known.
*/
function definitionOf({ ignored, counted }, version) {
	if (ignored.length === 0) return "x::pg_catalog.text";
	if (counted !== void 0 && version < afterKnown) return `row(${counted.map((column) => `x.${column}`).join(", ")})::pg_catalog.text`;
	return `(pg_catalog.to_jsonb(x) - array[${ignored.map((column) => `'${column}'`).join(", ")}]::pg_catalog.text[])::pg_catalog.text`;
}
/** A newer major may have columns that nobody here knows of. */
const afterKnown = 19e4;
function digest(expression) {
	return `pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(${expression}, 'UTF8')), 'hex')`;
}
function columnSource(version) {
	return `
    select 'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid::pg_catalog.text,
           x.attrelid::pg_catalog.text, x.attnum::pg_catalog.text, x.attrelid::pg_catalog.text,
           ${digest(`${definitionOf(columns, version)}
             || coalesce((select d.adbin::pg_catalog.text from pg_catalog.pg_attrdef d
                           where d.adrelid = x.attrelid and d.adnum = x.attnum), '')`)}
      from pg_catalog.pg_attribute x
      join pg_catalog.pg_class c on c.oid = x.attrelid
     where c.oid >= 16384 and c.relkind in ('r', 'p', 'f', 'v', 'm', 'c')
       and x.attnum > 0 and not x.attisdropped`;
}
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
            pg_catalog.current_setting('jit') as jit,
            pg_catalog.current_setting('track_counts') as counting`);
	await setLocally(worker, {
		path: trustedPath,
		quoting: "off",
		jit: "off"
	});
	const result = await look(await readPinned(worker, saved));
	await setLocally(worker, {
		path: readText(saved, "path"),
		quoting: readText(saved, "quoting"),
		jit: readText(saved, "jit")
	});
	return result;
}
async function readPinned(worker, saved) {
	const [row] = await worker.query(`select pg_catalog.pg_current_xact_id()::pg_catalog.text as transaction,
            pg_catalog.current_setting('search_path') = $1 as pinned`, [trustedPath]);
	if (!readBoolean(row, "pinned")) return { transaction: "none" };
	if (readText(saved, "counting") !== "on") return { transaction: "uncounted" };
	return { transaction: readText(row, "transaction") };
}
/** To compile what reads the catalogs takes longer than to run it. */
async function setLocally(worker, { path, quoting, jit }) {
	await worker.query(`select pg_catalog.set_config('search_path', $1, true),
            pg_catalog.set_config('quote_all_identifiers', $2, true),
            pg_catalog.set_config('jit', $3, true)`, [
		path,
		quoting,
		jit
	]);
}
const query = `
select c.oid::pg_catalog.text as oid,
       pg_catalog.format('%I.%I', n.nspname, c.relname) as name,
       (select pg_catalog.format('%I.%I', tn.nspname, t.relname)
          from pg_catalog.pg_class t
          join pg_catalog.pg_namespace tn on tn.oid = t.relnamespace
         where t.oid <> c.oid and t.oid = coalesce(pg_catalog.pg_partition_root(b.base), b.base)) as belongs,
       c.relkind::pg_catalog.text as kind, c.relpersistence = 'u' as unlogged,
       c.relfilenode::pg_catalog.text as file,
       case when c.relkind in ('r', 'm') then pg_catalog.pg_relation_size(c.oid) else 0 end as bytes,
       pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid) as inserted,
       pg_catalog.pg_stat_get_xact_tuples_updated(c.oid) as updated,
       pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid) as deleted,
       case when c.relkind in ('r', 'm') then pg_catalog.pg_stat_get_xact_tuples_returned(c.oid) else 0 end as scanned
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 cross join lateral (
   select case when c.relkind in ('i', 'I')
               then (select i.indrelid from pg_catalog.pg_index i where i.indexrelid = c.oid)
               when c.relkind = 'S'
               then (select d.refobjid from pg_catalog.pg_depend d
                      where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid
                        and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
                        and d.refobjsubid > 0 and d.deptype in ('a', 'i') limit 1)
               else c.oid end as base) b
 where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
   and n.nspname not like 'pg\\_temp\\_%'
   and n.nspname not like 'pg\\_toast\\_temp\\_%'`;
/** Reads through a session whose path is pinned. */
async function readRelations(session) {
	const rows = await session.query(query);
	return new Map(rows.map((row) => [readText(row, "oid"), {
		name: readText(row, "name"),
		...row["belongs"] === null ? {} : { of: readText(row, "belongs") },
		kind: readText(row, "kind"),
		...row["unlogged"] === true ? { unlogged: true } : {},
		file: readText(row, "file"),
		bytes: row["bytes"] === null ? 0 : readCount(row, "bytes"),
		inserted: readCount(row, "inserted"),
		updated: readCount(row, "updated"),
		deleted: readCount(row, "deleted"),
		scanned: readCount(row, "scanned")
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
/**
* Tables that existed before the transaction and were read from end to end under a lock that makes
* somebody wait. Only what this session reads is counted, not what its parallel workers do.
*/
function scansUnderLock({ before, after }, held, known) {
	return [...after].filter(([oid]) => known.has(oid) && isBlocking(held, oid)).map(([oid, { name, scanned }]) => ({
		table: name,
		rows: scanned - (before.get(oid)?.scanned ?? 0)
	})).filter(({ rows }) => rows > 0).sort((one, other) => one.table < other.table ? -1 : 1);
}
function isBlocking(held, oid) {
	const mode = held.get(oid);
	return mode !== void 0 && isStronger(mode, "ROW EXCLUSIVE");
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
/**
* What the worker's last statement did. `duration` is that of the statement, `before` the snapshot taken
* before it. Where `tag` says what it was and it wrote to no catalog, the objects are not read again.
*/
async function observeStatement(watch, before, statement, tag) {
	const now = await look(watch, tag !== void 0 && tag !== "TransactionStmt" ? before : void 0);
	if (now.transaction !== before.transaction) return { kind: "escaped" };
	const after = {
		...now,
		known: before.known
	};
	const scans = scansUnderLock({
		before: before.relations,
		after: after.relations
	}, after.locks, before.known);
	return {
		kind: "observed",
		evidence: {
			...statement,
			...scans.length === 0 ? {} : { scans },
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
async function look({ worker, observer }, before) {
	const locks = await readLocks(observer, worker.pid);
	return withPinnedPath(worker, async ({ transaction }) => {
		const written = await readWritten(worker);
		return {
			transaction,
			locks,
			relations: await readRelations(worker),
			written,
			objects: before?.written === written ? before.objects : await readObjects(worker)
		};
	});
}
const writtenRows = `
select pg_catalog.sum(pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid)
                      + pg_catalog.pg_stat_get_xact_tuples_updated(c.oid)
                      + pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid))::pg_catalog.text as rows
  from pg_catalog.pg_class c
 where c.oid < 16384 and c.relkind = 'r'`;
async function readWritten(worker) {
	const [row] = await worker.query(writtenRows);
	return readText(row, "rows");
}
/** Others may change the catalogs of a busy server meanwhile; what they did is not held against the statement. */
async function ownDifference({ observer, alone }, before, after) {
	const all = differenceOf(before, after);
	if (all.created.length + all.dropped.length + all.altered.length === 0 || alone === true) return all;
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
		}, "ConstraintsSetStmt");
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
		altered: [...one.altered, ...other.altered],
		...joinedScans([...one.scans ?? [], ...other.scans ?? []])
	};
}
function joinedScans(scans) {
	if (scans.length === 0) return {};
	const sums = /* @__PURE__ */ new Map();
	for (const { table, rows } of scans) sums.set(table, rows + (sums.get(table) ?? 0));
	return { scans: [...sums].map(([table, rows]) => ({
		table,
		rows
	})) };
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
/** A name as the server quotes it, without quotes: what static names and facts are compared with. */
function plain(name) {
	return name.replaceAll(/"((?:[^"]|"")*)"/g, (_, inner) => inner.replaceAll("\"\"", "\""));
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
export { observeStatement as a, withPinnedPath as c, isStronger as d, newLocks as f, settleDeferred as i, differenceOf as l, probesOf as m, plain as n, takeSnapshot as o, readLocks as p, joinedRows as r, readRelations as s, planUnit as t, readObjects as u };

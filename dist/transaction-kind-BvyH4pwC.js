const space = /[ \t\n\r\f\v]+/y;
const lineComment = /--[^\n\r]*/y;
const commentMark = /\/\*|\*\//g;
const word = /[A-Za-z_\u0080-\uffff][A-Za-z0-9_$\u0080-\uffff]*/y;
const number = /\.?[0-9](?:[A-Za-z0-9_.]|(?<=[eE])[+-])*/y;
const operator = /(?:(?!--|\/\*)[-+*/<>=~!@#%^&|`?])+|::|:=/y;
const dollarQuote = /\$(?:[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*)?\$/y;
const escapePrefix = /[eE]'/y;
const otherPrefix = /(?:[bBxXnN]|[uU]&)(?=['"])/y;
const continuation = /[ \t\f\v]*[\n\r][ \t\n\r\f\v]*'/y;
/**
* The tokens of `text`, without gaps, in time linear in its length. What is not closed reaches to the end:
* the grammar refuses it. Follows PostgreSQL with standard_conforming_strings on, as sessions pin it.
*/
function* tokensOf(text) {
	let start = 0;
	while (start < text.length) {
		const token = tokenAt(text, start);
		yield token;
		start = token.end;
	}
}
function tokenAt(text, start) {
	return matched("space", space, text, start) ?? matched("comment", lineComment, text, start) ?? blockComment(text, start) ?? quoted(text, start) ?? matched("word", word, text, start) ?? matched("number", number, text, start) ?? matched("operator", operator, text, start) ?? {
		kind: "punctuation",
		start,
		end: start + 1,
		depth: 0
	};
}
function matched(kind, pattern, text, start) {
	const end = endOf(pattern, text, start);
	return end === void 0 ? void 0 : {
		kind,
		start,
		end,
		depth: 0
	};
}
function endOf(pattern, text, start) {
	pattern.lastIndex = start;
	return pattern.test(text) ? pattern.lastIndex : void 0;
}
function blockComment(text, start) {
	if (!text.startsWith("/*", start)) return void 0;
	let open = 0;
	let deepest = 0;
	commentMark.lastIndex = start;
	for (let mark = commentMark.exec(text); mark !== null; mark = commentMark.exec(text)) {
		open += mark[0] === "/*" ? 1 : -1;
		deepest = Math.max(deepest, open);
		if (open === 0) return {
			kind: "comment",
			start,
			end: commentMark.lastIndex,
			depth: deepest
		};
	}
	return {
		kind: "comment",
		start,
		end: text.length,
		depth: deepest
	};
}
function quoted(text, start) {
	const end = quotedEnd(text, start);
	return end === void 0 ? void 0 : {
		kind: "quoted",
		start,
		end,
		depth: 0
	};
}
function quotedEnd(text, start) {
	const escaped = endOf(escapePrefix, text, start);
	if (escaped !== void 0) return escapedEnd(text, escaped);
	const opening = endOf(otherPrefix, text, start) ?? start;
	const quote = text[opening];
	if (quote === "'" || quote === "\"") return doubledEnd(text, opening + 1, quote);
	const tag = endOf(dollarQuote, text, start);
	if (tag === void 0) return void 0;
	return after(text, text.slice(start, tag), tag);
}
/** A doubled quote lexes as two adjacent literals here, which ends at the same place. */
function doubledEnd(text, start, quote) {
	return after(text, quote, start);
}
/** `E'…'` and its continuations on later lines, in all of which a backslash escapes. */
function escapedEnd(text, start) {
	let index = start;
	while (index < text.length) {
		const character = text[index];
		if (character === "\\") index += 2;
		else if (character !== "'") index += 1;
		else if (text[index + 1] === "'") index += 2;
		else {
			const next = endOf(continuation, text, index + 1);
			if (next === void 0) return index + 1;
			index = next;
		}
	}
	return text.length;
}
function after(text, mark, from) {
	const found = text.indexOf(mark, from);
	return found === -1 ? text.length : found + mark.length;
}
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
	const found = [];
	for (const node of nodes ?? []) {
		const one = nodeAs(node, tag);
		if (one !== void 0) found.push(one);
	}
	return found;
}
/** The strings of a list such as a qualified name. */
function namesOf(nodes) {
	return nodesAs(nodes, "String").map((text) => text.sval ?? "");
}
/** Key and value of each property that holds a tree, in source order. */
function childrenOf(tree) {
	const children = [];
	for (const key of Object.keys(tree)) {
		const value = Reflect.get(tree, key);
		if (isTree(value)) children.push([key, value]);
	}
	return children;
}
function isTree(value) {
	return typeof value === "object" && value !== null;
}
/** Whether any node at any depth satisfies the condition; the first may be the tree itself. */
function someNode(tree, condition) {
	const pending = tree === void 0 ? [] : [tree];
	for (let node = pending.pop(); node !== void 0; node = pending.pop()) {
		if (condition(node)) return true;
		const children = Object.values(node);
		for (const child of children) if (isTree(child)) pending.push(child);
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
export { isOptionOn as a, nodesAs as c, tokensOf as d, hasTag as i, optionNamed as l, childrenOf as n, namesOf as o, constantText as r, nodeAs as s, transactionKindOf as t, someNode as u };

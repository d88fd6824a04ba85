import { r as usualFileBytes } from "./file-size-CanRbSDa.js";
import { d as tokensOf, s as nodeAs } from "./transaction-kind-BvyH4pwC.js";
import { i as readTexts, o as foldSelect, r as executedTexts, s as foldTarget, t as tagOf } from "./tag-D8-7_RYS.js";
/** PostgreSQL's scanner is quadratic in the nesting of comments. */
const deepestComment = 64;
/**
* The parser recurses on the native stack; 1,000 nested sub-selects pass on the smallest stack that Node
* gives a main thread, 2,000 do not. Half of the former leaves room for readers of the tree, too.
*/
const deepestExpression = 500;
const separators = /* @__PURE__ */ new Set([
	"and",
	"or",
	"when",
	"then",
	"else",
	"select",
	"from",
	"where",
	"set",
	"values"
]);
const nestingWords = /* @__PURE__ */ new Set([
	"not",
	"is",
	"isnull",
	"notnull",
	"collate",
	"at",
	"like",
	"ilike",
	"similar",
	"between",
	"in"
]);
const joiningWords = /* @__PURE__ */ new Set([
	"union",
	"intersect",
	"except",
	"join"
]);
/** The first place at which comments or expressions nest more deeply than the parser can take. */
function findTooDeep(text) {
	const stack = [{
		opener: "",
		operators: 0,
		joins: 0
	}];
	let total = 0;
	for (const token of tokensOf(text)) {
		if (token.depth > deepestComment) return {
			what: "comments",
			index: token.start
		};
		if (token.kind === "space" || token.kind === "comment") continue;
		total += advance(stack, token, text);
		if (total + stack.length > deepestExpression) return {
			what: "expressions",
			index: token.start
		};
	}
}
/** Applies one token to the stack; by how much the sum of all counts changed. */
function advance(stack, token, text) {
	switch (token.kind) {
		case "operator": return count(stack, "operators");
		case "punctuation": return punctuate(stack, text.charAt(token.start));
		case "word": return read$1(stack, text.slice(token.start, token.end).toLowerCase());
		case "quoted":
		case "number":
		case "comment":
		case "space": return 0;
	}
}
function punctuate(stack, character) {
	switch (character) {
		case "(":
		case "[": return open(stack, character);
		case ")":
		case "]": return closeCases(stack) + close(stack);
		case ",": return -reset(stack, ["operators"]);
		case ";": return closeCases(stack) - reset(stack, ["operators", "joins"]);
		default: return 0;
	}
}
function read$1(stack, name) {
	if (name === "case") return open(stack, name);
	if (name === "end") return stack.at(-1)?.opener === "case" ? close(stack) : 0;
	if (separators.has(name)) return -reset(stack, ["operators"]);
	if (nestingWords.has(name)) return count(stack, "operators");
	if (joiningWords.has(name)) return count(stack, "joins");
	return 0;
}
function open(stack, opener) {
	stack.push({
		opener,
		operators: 0,
		joins: 0
	});
	return 0;
}
function close(stack) {
	if (stack.length === 1) return 0;
	const frame = stack.pop();
	return frame === void 0 ? 0 : -(frame.operators + frame.joins);
}
function closeCases(stack) {
	let change = 0;
	while (stack.at(-1)?.opener === "case") change += close(stack);
	return change;
}
function count(stack, what) {
	const frame = stack.at(-1);
	if (frame === void 0) return 0;
	frame[what] += 1;
	return 1;
}
function reset(stack, what) {
	const frame = stack.at(-1);
	if (frame === void 0) return 0;
	const removed = what.reduce((sum, name) => sum + frame[name], 0);
	for (const name of what) frame[name] = 0;
	return removed;
}
/**
* What a person reads must be what the parser reads and what the server runs. PostgreSQL takes several of
* these characters as parts of names, and the parser stops at U+0000 where the server does not.
*/
const refusedCharacters = [
	{
		pattern: /\0/u,
		reason: "it holds the byte NUL, at which the parser stops reading"
	},
	{
		pattern: /\ufeff/u,
		reason: "it holds a byte order mark, which PostgreSQL takes as text"
	},
	{
		pattern: /\r(?!\n)/u,
		reason: "it holds a carriage return without a line feed, which ends a comment unseen"
	},
	{
		pattern: /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u,
		reason: "it holds a character that changes the direction of text, which hides the true order"
	},
	{
		pattern: /\u00ad|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u180e|\u200b|\u200c|\u200d|[\u2060-\u2065]|\u206a|\u206b|\u206c|\u206d|\u206e|\u206f|\u3164|\uffa0|[\ufff9-\ufffb]|[\u{e0000}-\u{e0fff}]/u,
		reason: "it holds an invisible character, which makes two different names look the same"
	},
	{
		pattern: /[\u00a0\u2007\u202f]/u,
		reason: "it holds a no-break space, which PostgreSQL takes as part of a name"
	},
	{
		pattern: /[\u0085\u2028\u2029]/u,
		reason: "it holds a line break that PostgreSQL does not see as one"
	},
	{
		pattern: /[\u0001-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f]/u,
		reason: "it holds a control character, which no editor shows"
	}
];
/** Lets only bytes through that a person and the parser read alike. No bytes at all are no statements. */
function passByteGate(bytes, maximumBytes = usualFileBytes) {
	if (bytes.length > maximumBytes) return {
		kind: "refused",
		reason: `it has ${bytes.length} bytes, more than the ${maximumBytes} that are read`,
		offset: maximumBytes
	};
	const text = decode(bytes);
	if (text === void 0) return {
		kind: "refused",
		reason: "it is not valid UTF-8, so nobody can say which text it is",
		offset: firstInvalidByte(bytes)
	};
	const refusal = findTextRefusal(text);
	if (refusal === void 0) return {
		kind: "passed",
		text
	};
	const offset = new TextEncoder().encode(text.slice(0, refusal.index)).length;
	return {
		kind: "refused",
		reason: refusal.reason,
		offset
	};
}
/** The gate for text that comes out of a statement, such as the body of a function. */
function findTextRefusal(text) {
	return findRefusedCharacter(text) ?? findRefusedNesting(text);
}
function findRefusedCharacter(text) {
	return refusedCharacters.map(({ pattern, reason }) => ({
		reason,
		index: text.search(pattern)
	})).filter(({ index }) => index !== -1).sort((a, b) => a.index - b.index)[0];
}
function findRefusedNesting(text) {
	const tooDeep = findTooDeep(text);
	if (tooDeep === void 0) return void 0;
	return {
		reason: `its ${tooDeep.what} nest more deeply than the parser can read safely`,
		index: tooDeep.index
	};
}
function decode(bytes) {
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch {
		return;
	}
}
/** Whether a prefix can still become valid is monotonic in its length. */
function firstInvalidByte(bytes) {
	let valid = 0;
	let invalid = bytes.length + 1;
	while (invalid - valid > 1) {
		const middle = Math.floor((valid + invalid) / 2);
		if (canContinue(bytes.subarray(0, middle))) valid = middle;
		else invalid = middle;
	}
	return valid;
}
function canContinue(prefix) {
	try {
		new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(prefix, { stream: true });
		return true;
	} catch {
		return false;
	}
}
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** Every record of the tree, without recursion, because hostile blocks nest. */
function recordsIn(tree) {
	const records = [];
	const pending = [tree];
	for (let value = pending.pop(); value !== void 0; value = pending.pop()) {
		const children = Array.isArray(value) ? value : [];
		if (isRecord(value)) records.push(value);
		pending.push(...isRecord(value) ? Object.values(value) : children);
	}
	return records;
}
/** Where the compiler keeps an expression that yields SQL text: EXECUTE and its relatives. */
const dynamicPlaces = /* @__PURE__ */ new Set([
	"PLpgSQL_stmt_dynexecute.query",
	"PLpgSQL_stmt_dynfors.query",
	"PLpgSQL_stmt_return_query.dynquery",
	"PLpgSQL_stmt_open.dynquery"
]);
/** Whether `owner.field` is one of them. */
function isDynamicPlace(place) {
	return dynamicPlaces.has(place);
}
/** RawParseMode of PostgreSQL's parser.h. */
const modes = /* @__PURE__ */ new Map([
	[0, "statement"],
	[2, "expression"],
	[3, "assignment"],
	[4, "assignment"],
	[5, "assignment"]
]);
/** A loop's query runs before its body, and a block's handlers after it, whatever the order of the keys. */
const late = /* @__PURE__ */ new Set(["body", "exceptions"]);
/**
* Every piece of SQL at any depth of the compiler's trees, in the order of the source, declarations first.
* Walks by shape, so that a kind of statement that a later PostgreSQL adds is read, too; and without
* recursion, because hostile blocks nest.
*/
function embeddedIn(functions) {
	const found = [];
	const pending = [{
		value: functions,
		owner: "",
		field: ""
	}];
	for (let place = pending.pop(); place !== void 0; place = pending.pop()) {
		found.push(...toEmbedded(place));
		pending.push(...inside(place).toReversed());
	}
	return found;
}
function inside({ value, owner, field }) {
	if (Array.isArray(value)) return value.map((item) => ({
		value: item,
		owner,
		field
	}));
	if (!isRecord(value)) return [];
	const entries = Object.entries(value);
	return [
		...entries.filter(([name]) => !late.has(name)),
		...entries.filter(([name]) => name === "body"),
		...entries.filter(([name]) => name === "exceptions")
	].map(([name, child]) => name.startsWith("PLpgSQL_") ? {
		value: child,
		owner: name,
		field: name === "PLpgSQL_expr" ? `${owner}.${field}` : ""
	} : {
		value: child,
		owner,
		field: name
	});
}
function toEmbedded({ value, owner, field }) {
	if (!isRecord(value)) return [];
	if (owner === "PLpgSQL_expr") return [toSql(value, field)];
	if (field !== "") return [];
	if (owner === "PLpgSQL_stmt_commit") return [{
		kind: "transaction",
		action: "commit"
	}];
	if (owner === "PLpgSQL_stmt_rollback") return [{
		kind: "transaction",
		action: "rollback"
	}];
	return [];
}
function toSql(source, place) {
	const { query, parseMode } = source;
	if (typeof query !== "string") return {
		kind: "unknown",
		text: ""
	};
	if (isDynamicPlace(place)) return {
		kind: "dynamic",
		text: query,
		source
	};
	const kind = typeof parseMode === "number" ? modes.get(parseMode) : void 0;
	if (kind === "expression" && place === "PLpgSQL_stmt_return.expr") return {
		kind,
		text: query,
		returned: true
	};
	return {
		kind: kind ?? "unknown",
		text: query
	};
}
/**
* The expressions that `target := value` evaluates: the value, and the target when its subscripts are
* expressions themselves. Undefined when there is no assignment.
*/
function splitAssignment(text) {
	let brackets = 0;
	for (const token of tokensOf(text)) {
		brackets += bracket(token, text);
		if (brackets === 0 && isAssignment(token, text)) return split(text, token);
	}
}
function bracket(token, text) {
	if (token.kind !== "punctuation") return 0;
	const character = text[token.start];
	if (character === "[" || character === "(") return 1;
	return character === "]" || character === ")" ? -1 : 0;
}
function isAssignment(token, text) {
	const written = text.slice(token.start, token.end);
	return token.kind === "operator" && (written === ":=" || written === "=");
}
function split(text, sign) {
	const target = text.slice(0, sign.start);
	const value = text.slice(sign.end);
	return target.includes("[") ? [target, value] : [value];
}
/** Hostile blocks nest: what stands deeper is not folded. */
const deepest = 40;
/**
* The SQL text that EXECUTE and its relatives run, where constants and variables that hold constants
* there make it. Follows the statements in their order; what a branch, a loop or a handler may have
* changed is not known any more, inside it and after it.
*/
async function dynamicTexts(functions, parse) {
	const found = /* @__PURE__ */ new Map();
	for (const wrapper of functions) {
		const body = isRecord(wrapper) ? wrapper["PLpgSQL_function"] : void 0;
		if (!isRecord(body) || !hasDynamic(body)) continue;
		const datums = Array.isArray(body["datums"]) ? body["datums"].map(toDatum) : [];
		const walk = {
			parse,
			variables: variablesOf(datums),
			found,
			depth: 0
		};
		await walkTree(body["action"], await initial(datums, body, walk), walk);
	}
	return found;
}
function hasDynamic(tree) {
	return recordsIn(tree).some((record) => "dynquery" in record || "PLpgSQL_stmt_dynexecute" in record || "PLpgSQL_stmt_dynfors" in record);
}
/** Other types may change, cut or refuse a text that is assigned to them. */
const textTypes = /* @__PURE__ */ new Set([
	"text",
	"varchar",
	"character varying",
	"pg_catalog.text"
]);
function toDatum(datum) {
	const variable = isRecord(datum) ? datum["PLpgSQL_var"] : void 0;
	if (!isRecord(variable)) return {
		name: "",
		isText: false
	};
	const type = isRecord(variable["datatype"]) ? variable["datatype"]["PLpgSQL_type"] : void 0;
	const typeName = isRecord(type) ? type["typname"] : void 0;
	return {
		name: typeof variable["refname"] === "string" ? variable["refname"] : "",
		isText: typeof typeName === "string" && textTypes.has(typeName.toLowerCase()),
		initial: variable["default_val"]
	};
}
function variablesOf(datums) {
	const names = datums.map(({ name }) => name);
	const known = datums.flatMap(({ name, isText }, index) => isText && names.indexOf(name) === names.lastIndexOf(name) ? [[index, name]] : []);
	return new Map(known);
}
/** What the declarations set; one that reads a variable which changes later counts as unknown. */
async function initial(datums, body, walk) {
	const changing = changedBy(body["action"], walk.variables);
	const constants = /* @__PURE__ */ new Map();
	const unchanging = /* @__PURE__ */ new Map();
	for (const [index, datum] of datums.entries()) {
		const name = walk.variables.get(index);
		if (name === void 0 || datum.initial === void 0) continue;
		const value = await foldExpression(queryOf(datum.initial), unchanging, walk);
		if (value === void 0) continue;
		constants.set(name, value);
		if (!changing.has(name)) unchanging.set(name, value);
	}
	return constants;
}
function queryOf(expression) {
	const inner = isRecord(expression) ? expression["PLpgSQL_expr"] : void 0;
	const query = isRecord(inner) ? inner["query"] : void 0;
	return typeof query === "string" ? query : void 0;
}
async function foldExpression(query, constants, { parse }) {
	const node = query === void 0 ? void 0 : await parse(query);
	const value = node === void 0 ? void 0 : foldTarget(node, constants);
	return value?.kind === "text" ? value : void 0;
}
/** Every variable that anything in the tree may set; a CALL may set any. */
function changedBy(tree, variables) {
	const records = recordsIn(tree);
	if (records.some((record) => "PLpgSQL_stmt_call" in record)) return new Set(variables.values());
	return new Set(records.flatMap((record) => setBy(record, variables)));
}
function setBy(record, variables) {
	const numbers = [record["varno"], record["target"]];
	const variable = record["PLpgSQL_var"];
	const name = isRecord(variable) ? variable["refname"] : void 0;
	return [...numbers.flatMap((index) => typeof index === "number" ? variables.get(index) ?? [] : []), ...typeof name === "string" ? [name] : []];
}
/** Everything of a compound statement; its lists of statements run in order, each from the same start. */
async function walkTree(tree, before, outer) {
	if (outer.depth > deepest) return;
	const walk = {
		...outer,
		depth: outer.depth + 1
	};
	const changed = changedBy(tree, walk.variables);
	const plain = isBlock(tree) ? before : without(before, changed);
	const pending = isRecord(tree) ? [tree] : [];
	for (let here = pending.pop(); here !== void 0; here = pending.pop()) for (const [key, child] of Object.entries(here)) {
		await noteDynamic(key, child, plain, walk);
		if (Array.isArray(child) && child.some(isStatement)) await walkList(child, plain, walk);
		else if (Array.isArray(child)) pending.push(...child.filter(isRecord));
		else if (isRecord(child)) pending.push(child);
	}
}
/** A block without handlers runs once, from its beginning, so it starts with what was known before. */
function isBlock(tree) {
	const block = isRecord(tree) ? tree["PLpgSQL_stmt_block"] : void 0;
	return isRecord(block) && block["exceptions"] === void 0;
}
function without(constants, names) {
	return new Map([...constants].filter(([name]) => !names.has(name)));
}
function isStatement(value) {
	return isRecord(value) && Object.keys(value).some((key) => key.startsWith("PLpgSQL_stmt_"));
}
async function noteDynamic(key, child, constants, walk) {
	if (!key.startsWith("PLpgSQL_") || !isRecord(child)) return;
	for (const [field, expression] of Object.entries(child)) {
		if (!isDynamicPlace(`${key}.${field}`) || !isRecord(expression)) continue;
		const source = expression["PLpgSQL_expr"];
		const query = queryOf(expression);
		const node = query === void 0 ? void 0 : await walk.parse(query);
		const text = node === void 0 ? void 0 : foldSelect(node, constants);
		if (text !== void 0 && isRecord(source)) walk.found.set(source, text);
	}
}
async function walkList(list, before, walk) {
	let constants = before;
	for (const statement of list) {
		await walkTree(statement, constants, walk);
		const now = await assignmentOf(statement, constants, walk);
		constants = without(constants, changedBy(statement, walk.variables));
		if (now !== void 0) constants = new Map([...constants, now]);
	}
}
/** `name := constant`, and SELECT constant INTO name. */
async function assignmentOf(statement, constants, walk) {
	const found = isRecord(statement) ? assigned(statement) ?? selected(statement) : void 0;
	const name = found === void 0 ? void 0 : walk.variables.get(found.variable);
	if (found === void 0 || name === void 0) return void 0;
	const folded = await foldExpression(found.value, constants, walk);
	return folded === void 0 ? void 0 : [name, folded];
}
function assigned(statement) {
	const assign = statement["PLpgSQL_stmt_assign"];
	if (!isRecord(assign) || typeof assign["varno"] !== "number") return void 0;
	const [value, ...others] = splitAssignment(queryOf(assign["expr"]) ?? "") ?? [];
	return value === void 0 || others.length > 0 ? void 0 : {
		variable: assign["varno"],
		value
	};
}
function selected(statement) {
	const execute = statement["PLpgSQL_stmt_execsql"];
	if (!isRecord(execute)) return void 0;
	const variable = onlyTarget(execute["target"]);
	const value = /^\s*select\s(.*)$/is.exec(queryOf(execute["sqlstmt"]) ?? "")?.[1];
	return variable === void 0 || value === void 0 ? void 0 : {
		variable,
		value
	};
}
function onlyTarget(target) {
	const row = isRecord(target) ? target["PLpgSQL_row"] : void 0;
	const fields = isRecord(row) ? row["fields"] : void 0;
	const [field, ...others] = Array.isArray(fields) ? fields : [];
	if (!isRecord(field) || others.length > 0) return void 0;
	return typeof field["varno"] === "number" ? field["varno"] : void 0;
}
/** More than anybody writes: a function that creates a function that creates a function. */
const deepestBody = 8;
/** The code that a statement carries; what its bodies create in turn is part of them. */
async function bodiesOf(carrier, parser) {
	const { node } = carrier;
	if ("DoStmt" in node) return [await readQuoted(carrier, (node.DoStmt.args ?? []).flatMap(toOption), {
		parser,
		fallback: "plpgsql"
	})];
	if (!("CreateFunctionStmt" in node)) return [];
	const body = node.CreateFunctionStmt.sql_body;
	if (body !== void 0) return [await readStandard(carrier, body, parser)];
	return [await readQuoted(carrier, (node.CreateFunctionStmt.options ?? []).flatMap(toOption), {
		parser,
		fallback: "unknown"
	})];
}
function toOption(node) {
	return "DefElem" in node ? [node.DefElem] : [];
}
async function readQuoted(carrier, options, given) {
	const languages = options.filter(({ defname }) => defname === "language").flatMap(stringsOf);
	const codes = options.filter(({ defname }) => defname === "as").flatMap(stringsOf);
	const language = languages[0] ?? given.fallback;
	const [code] = codes;
	if (languages.length > 1 || codes.length !== 1 || code === void 0) return opaque(language, "It does not have exactly one language and one body.");
	if (language !== "plpgsql" && language !== "sql") return opaque(language, `Nobody can tell what code in the language ${language} does.`);
	const trouble = findTrouble(code);
	if (trouble !== void 0) return opaque(language, trouble);
	if (language === "sql") return readSql(code, carrier.depth, given.parser);
	return readPlPgSql(carrier, given.parser);
}
function stringsOf({ arg }) {
	if (arg === void 0) return [];
	if ("String" in arg) return [arg.String.sval ?? ""];
	if (!("List" in arg)) return [];
	return (arg.List.items ?? []).flatMap((item) => "String" in item ? [item.String.sval ?? ""] : []);
}
/** Escapes in E'…' can write what the gate would not let through, and bytes that are no UTF-8. */
function findTrouble(code) {
	if (code.includes("�")) return "The body holds text that is not valid UTF-8.";
	const refusal = findTextRefusal(code);
	return refusal === void 0 ? void 0 : `The body was not read because ${refusal.reason}.`;
}
function opaque(language, reason) {
	return {
		kind: "opaque",
		language,
		reason
	};
}
async function readSql(code, depth, parser) {
	const outcome = await parser.parse(code);
	if (outcome.kind === "failed") return opaque("sql", outcome.reason);
	if (outcome.kind === "syntax-error") return opaque("sql", `The body: ${outcome.message}.`);
	return {
		kind: "read",
		language: "sql",
		parts: await readStatements(code, depth, parser)
	};
}
async function readPlPgSql(carrier, parser) {
	const outcome = await parser.parsePlPgSql(carrier.text);
	if (outcome.kind === "failed") return opaque("plpgsql", outcome.reason);
	if (outcome.kind === "syntax-error") return opaque("plpgsql", `The body: ${outcome.message}.`);
	if (outcome.functions.length !== 1) return opaque("plpgsql", "The body was not read as exactly one function.");
	const known = await dynamicTexts(outcome.functions, (expression) => parseExpression(expression, parser));
	const parts = [];
	for (const embedded of embeddedIn(outcome.functions)) parts.push(...await readEmbedded(embedded, {
		depth: carrier.depth,
		known
	}, parser));
	return {
		kind: "read",
		language: "plpgsql",
		parts
	};
}
async function readEmbedded(embedded, { depth, known }, parser) {
	switch (embedded.kind) {
		case "transaction": return [{
			kind: "transaction",
			action: embedded.action
		}];
		case "statement": return readStatements(embedded.text, depth, parser);
		case "expression": return [asReturned(embedded, await readExpression(embedded.text, depth, parser))];
		case "dynamic": return [await readDynamic(embedded, {
			depth,
			known
		}, parser)];
		case "assignment": {
			const expressions = splitAssignment(embedded.text);
			if (expressions === void 0) return [unparsed(embedded.text, "It is not an assignment as PL/pgSQL knows it.")];
			return Promise.all(expressions.map((text) => readExpression(text, depth, parser)));
		}
		case "unknown": return [unparsed(embedded.text, "PL/pgSQL parsed it in a way that is not known here.")];
	}
}
function asReturned(embedded, part) {
	const returned = embedded.kind === "expression" && embedded.returned === true;
	return returned && part.kind === "expression" ? {
		...part,
		returned
	} : part;
}
/** PL/pgSQL puts SELECT before an expression, so that `count(*) from orders` is one, too. */
async function readExpression(expression, depth, parser) {
	const text = `SELECT ${expression}`;
	const outcome = await parser.parse(text);
	if (outcome.kind === "failed") return unparsed(text, outcome.reason);
	if (outcome.kind === "syntax-error") return unparsed(text, outcome.message);
	const [only, ...others] = outcome.statements;
	if (only === void 0 || others.length > 0 || !("SelectStmt" in only.node)) return unparsed(text, "It is more than one expression.");
	const { node } = only;
	return {
		kind: "expression",
		text,
		node,
		...await textsOf({
			text,
			node,
			depth
		}, parser)
	};
}
async function parseExpression(expression, parser) {
	const outcome = await parser.parse(`SELECT ${expression}`);
	const [only, ...others] = outcome.kind === "parsed" ? outcome.statements : [];
	return others.length === 0 ? only?.node : void 0;
}
/** EXECUTE: what it runs is read, too, where constants make its text. */
async function readDynamic(embedded, { depth, known }, parser) {
	const part = await readExpression(embedded.text, depth, parser);
	if (part.kind !== "expression") return part;
	const text = known.get(embedded.source) ?? foldSelect(part.node);
	const folded = text === void 0 ? void 0 : await readFolded(text, depth, parser);
	return {
		...part,
		kind: "dynamic",
		...folded === void 0 ? {} : { folded }
	};
}
/** The statements of a text that constants make; undefined when it cannot be read as a whole. */
async function readFolded(text, depth, parser) {
	if (depth >= deepestBody || text.trim() === "" || findTrouble(text) !== void 0) return void 0;
	const parts = await readStatements(text, depth, parser);
	return parts.some(({ kind }) => kind === "unparsed") ? void 0 : parts;
}
/** What calls in the statement run as text of their own. */
async function textsOf(carrier, parser) {
	const texts = executedTexts(carrier.text, carrier.node);
	return readTexts(texts, (text) => readFolded(text, carrier.depth, parser));
}
async function readStatements(text, depth, parser) {
	const outcome = await parser.parse(text);
	if (outcome.kind === "failed") return [unparsed(text, outcome.reason)];
	if (outcome.kind === "syntax-error") return [unparsed(text, outcome.message)];
	const bytes = new TextEncoder().encode(text);
	const parts = [];
	for (const { node, offset, length } of outcome.statements) {
		const slice = new TextDecoder().decode(bytes.subarray(offset, offset + length));
		parts.push(...await readStatement({
			text: slice,
			node,
			depth: depth + 1
		}, parser));
	}
	return parts;
}
/** The statement itself, and the parts of whatever bodies it carries. */
async function readStatement(carrier, parser) {
	const { text, node } = carrier;
	const texts = await textsOf(carrier, parser);
	const itself = {
		kind: "statement",
		text,
		tag: tagOf(node),
		node,
		...texts
	};
	if (("DoStmt" in node || "CreateFunctionStmt" in node) && carrier.depth > deepestBody) return [itself, unparsed(text, "Bodies stand in bodies more deeply than they are read.")];
	return [itself, ...(await bodiesOf(carrier, parser)).flatMap((body) => body.kind === "read" ? body.parts : [unparsed(text, body.reason)])];
}
/** BEGIN ATOMIC … END and RETURN …: the grammar has read them; parts have the whole text for theirs. */
async function readStandard(carrier, body, parser) {
	const parts = [];
	for (const node of flatten(body)) if ("ReturnStmt" in node) parts.push(...toReturned(carrier.text, node.ReturnStmt.returnval));
	else {
		const inner = {
			text: carrier.text,
			node,
			depth: carrier.depth + 1
		};
		parts.push(...await readStatement(inner, parser));
	}
	return {
		kind: "read",
		language: "sql",
		parts
	};
}
function flatten(node) {
	return "List" in node ? (node.List.items ?? []).flatMap(flatten) : [node];
}
function toReturned(text, value) {
	if (value === void 0) return [];
	return [{
		kind: "expression",
		text,
		node: { SelectStmt: { targetList: [{ ResTarget: { val: value } }] } }
	}];
}
function unparsed(text, reason) {
	return {
		kind: "unparsed",
		text,
		reason
	};
}
/** What pg_dump writes first, in this order; its versions leave some out (`_doSetFixedOutputState`). */
const opening$1 = [
	"SET statement_timeout = 0",
	"SET lock_timeout = 0",
	"SET idle_in_transaction_session_timeout = 0",
	"SET transaction_timeout = 0",
	"SET client_encoding = 'UTF8'",
	"SET standard_conforming_strings = on",
	"SELECT pg_catalog.set_config('search_path', '', false)",
	"SET check_function_bodies = false",
	"SET xmloption = content",
	"SET client_min_messages = warning",
	"SET row_security = off"
];
/** What every version of it writes. */
const always = /* @__PURE__ */ new Set([
	"SET statement_timeout = 0",
	"SET lock_timeout = 0",
	"SET standard_conforming_strings = on",
	"SET check_function_bodies = false",
	"SET client_min_messages = warning",
	"SET row_security = off"
]);
/** Whether the statements begin with all that every version of pg_dump begins with. */
function holdsWholePreamble(statements) {
	const top = new Set(takeInOrder(statements, 0, opening$1).map((index) => statements[index]));
	return [...always].every((text) => top.has(text));
}
/** What it writes once before the first table, behind the schemas, extensions and functions. */
const beforeTables = ["SET default_tablespace = ''", "SET default_table_access_method = heap"];
/**
* Which statements of a dump are pg_dump's own settings. Only its very words count, in its order, at
* the top; behind such a top those for its tables count once, side by side.
*/
function findPreamble(statements) {
	const top = takeInOrder(statements, 0, opening$1);
	if (top.length === 0) return /* @__PURE__ */ new Set();
	const start = statements.findIndex((text, index) => index >= top.length && beforeTables.includes(text));
	return /* @__PURE__ */ new Set([...top, ...start === -1 ? [] : takeInOrder(statements, start, beforeTables)]);
}
function takeInOrder(statements, start, words) {
	const taken = [];
	let next = 0;
	for (let index = start; index < statements.length; index += 1) {
		const word = words.indexOf(statements[index] ?? "", next);
		if (word === -1) break;
		next = word + 1;
		taken.push(index);
	}
	return taken;
}
/**
* Whether a file that is named as a dump also looks like one: it begins with the whole top that every
* pg_dump writes, makes and fills objects, and touches no table but those that it makes itself. A name
* is the author's choice, and under those settings anything else would run without its time limits.
*/
function looksLikeDump(texts, nodes) {
	if (!holdsWholePreamble(texts)) return false;
	const made = new Set(nodes.flatMap(relationMade).map(nameOf));
	return nodes.every((node) => dumped.has(tagOf(node)) && relationsTouched(node).every((one) => made.has(nameOf(one))));
}
function nameOf({ schemaname = "", relname = "" }) {
	return `${schemaname}.${relname}`;
}
/** A table that may have been there is made by nobody; pg_dump never writes that. */
function relationMade(node) {
	return [
		newTable(nodeAs(node, "CreateStmt")),
		newTable(nodeAs(node, "CreateForeignTableStmt")?.base),
		nodeAs(node, "CreateSeqStmt")?.sequence,
		nodeAs(node, "ViewStmt")?.view,
		nodeAs(node, "CreateTableAsStmt")?.into?.rel,
		newIndex(nodeAs(node, "IndexStmt"))
	].flatMap((one) => one ?? []);
}
function newTable(table) {
	return table?.if_not_exists === true ? void 0 : table?.relation;
}
/** It lives in the schema of its table. */
function newIndex(index) {
	return index && {
		...index.relation,
		relname: index.idxname ?? ""
	};
}
function relationsTouched(node) {
	return [
		altered(nodeAs(node, "AlterTableStmt")),
		nodeAs(node, "AlterSeqStmt")?.sequence,
		nodeAs(node, "CreatePolicyStmt")?.table,
		nodeAs(node, "IndexStmt")?.relation,
		nodeAs(node, "InsertStmt")?.relation,
		nodeAs(node, "CreateTrigStmt")?.relation,
		...rewritten(node)
	].flatMap((one) => one ?? []);
}
/** The index of a constraint has a name that no statement of its own gave it. */
function altered(statement) {
	return statement?.objtype === "OBJECT_INDEX" ? void 0 : statement?.relation;
}
function rewritten(node) {
	return [nodeAs(node, "RuleStmt")?.relation, nodeAs(node, "RefreshMatViewStmt")?.relation];
}
/** Kinds of statements of a plain dump without --clean. */
const dumped = /* @__PURE__ */ new Set([
	"AlterDefaultPrivilegesStmt",
	"AlterEventTrigStmt",
	"AlterOwnerStmt",
	"AlterPublicationStmt",
	"AlterSeqStmt",
	"AlterStatsStmt",
	"AlterTSConfigurationStmt",
	"AlterTableStmt",
	"AlterTypeStmt",
	"CommentStmt",
	"CompositeTypeStmt",
	"CreateAmStmt",
	"CreateCastStmt",
	"CreateConversionStmt",
	"CreateDomainStmt",
	"CreateEnumStmt",
	"CreateEventTrigStmt",
	"CreateExtensionStmt",
	"CreateFdwStmt",
	"CreateForeignServerStmt",
	"CreateForeignTableStmt",
	"CreateFunctionStmt",
	"CreateOpClassStmt",
	"CreateOpFamilyStmt",
	"CreatePLangStmt",
	"CreatePolicyStmt",
	"CreatePublicationStmt",
	"CreateRangeStmt",
	"CreateSchemaStmt",
	"CreateSeqStmt",
	"CreateStatsStmt",
	"CreateStmt",
	"CreateTableAsStmt",
	"CreateTransformStmt",
	"CreateTrigStmt",
	"CreateUserMappingStmt",
	"DefineStmt",
	"GrantStmt",
	"IndexStmt",
	"InsertStmt",
	"RefreshMatViewStmt",
	"RuleStmt",
	"SecLabelStmt",
	"SelectStmt",
	"VariableSetStmt",
	"ViewStmt"
]);
const opening = /^(?:(?:--[^\n]*)?\n)*(\\restrict ([A-Za-z0-9]+))\n/;
/**
* pg_dump puts `\restrict KEY` before everything and `\unrestrict KEY` after it: between them psql
* obeys no other command of its own. Only such a pair is accepted; blanks stand in for it, so that
* every place stays as it is.
*/
function withoutDumpFrame(text) {
	const [before = "", command = "", key = ""] = opening.exec(text) ?? [];
	const closing = `\\unrestrict ${key}`;
	const end = text.trimEnd();
	if (command === "" || !end.endsWith(`\n${closing}`)) return text;
	const start = before.length - command.length - 1;
	return [
		text.slice(0, start),
		" ".repeat(command.length),
		text.slice(start + command.length, end.length - closing.length),
		" ".repeat(closing.length),
		text.slice(end.length)
	].join("");
}
/** Where each of the ascending byte offsets stands; the bytes are UTF-8 and begin at `firstLine` of `path`. */
function placesOf(source, offsets) {
	let line = source.firstLine;
	let column = 1;
	let position = 0;
	return offsets.map((offset) => {
		for (; position < offset; position += 1) {
			const byte = source.bytes[position] ?? 0;
			if (byte === 10) {
				line += 1;
				column = 1;
			} else if ((byte & 192) !== 128) column += 1;
		}
		return {
			path: source.path,
			line,
			column,
			offset
		};
	});
}
/**
* The statements of one unit. When the gate or the grammar refuses any of it, nothing else of it is trusted:
* one unparsed statement stands for the whole, placed where the trouble is; its text is empty when the bytes
* did not pass the gate.
*/
async function readScript(source, parser, maximumBytes) {
	const gate = passByteGate(source.bytes, maximumBytes);
	if (gate.kind === "refused") return only(source, {
		text: "",
		reason: `The file was not read because ${gate.reason}.`,
		offset: gate.offset
	});
	const text = source.dump === true ? withoutDumpFrame(gate.text) : gate.text;
	const outcome = await parser.parse(text);
	switch (outcome.kind) {
		case "failed": return only(source, {
			text,
			reason: outcome.reason,
			offset: 0
		});
		case "syntax-error": return only(source, {
			text,
			reason: explainSyntaxError(source.bytes, outcome),
			offset: outcome.offset
		});
		case "parsed": return readParsed(withText(source, gate.text, text), {
			text,
			framed: text !== gate.text
		}, {
			raws: outcome.statements,
			parser
		});
	}
}
async function readParsed(source, { text, framed }, { raws, parser }) {
	const decoder = new TextDecoder("utf-8", {
		fatal: true,
		ignoreBOM: true
	});
	const texts = raws.map(({ offset, length }) => decoder.decode(source.bytes.subarray(offset, offset + length)));
	const nodes = raws.map(({ node }) => node);
	const isDump = source.dump === true && looksLikeDump(texts, nodes);
	if (framed && !isDump) return only(source, {
		text,
		reason: metaCommand,
		offset: 0
	});
	const statements = await read(source, {
		raws,
		texts,
		preamble: isDump ? findPreamble(texts) : /* @__PURE__ */ new Set()
	}, parser);
	return {
		unitId: source.id,
		source: sourceOf(source, text),
		statements
	};
}
const metaCommand = "It holds a psql meta-command, which only psql understands: PostgreSQL itself refuses it.";
/** The bytes of what was parsed: no statement carries anything else. */
function withText(source, given, text) {
	return text === given ? source : {
		...source,
		bytes: new TextEncoder().encode(text)
	};
}
function only(source, trouble) {
	const statements = placesOf(source, [trouble.offset]).map((place) => ({
		kind: "unparsed",
		text: trouble.text,
		place,
		reason: trouble.reason
	}));
	return {
		unitId: source.id,
		source: sourceOf(source, trouble.text),
		statements
	};
}
function sourceOf({ path, firstLine }, text) {
	return {
		path,
		firstLine,
		text
	};
}
/** Outside quotes a backslash begins nothing in SQL, but every command of psql. */
function explainSyntaxError(bytes, error) {
	if (bytes[error.offset] === 92) return metaCommand;
	return `PostgreSQL's grammar does not accept it: ${error.message}.`;
}
async function read(source, { raws, texts: textsOfRaws, preamble }, parser) {
	const places = placesOf(source, raws.map(({ offset }) => offset));
	const statements = [];
	for (const [index, { node }] of raws.entries()) {
		const place = places[index];
		const text = textsOfRaws[index];
		if (place === void 0 || text === void 0) continue;
		const carrier = {
			text,
			node,
			depth: 0
		};
		const bodies = await bodiesOf(carrier, parser);
		const texts = await textsOf(carrier, parser);
		const mark = preamble.has(index) ? { preamble: true } : {};
		statements.push({
			kind: "parsed",
			text,
			place,
			tag: tagOf(node),
			node,
			bodies,
			...texts,
			...mark
		});
	}
	return statements;
}
export { passByteGate as n, readScript as t };

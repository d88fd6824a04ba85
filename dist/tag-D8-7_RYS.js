import { t as quotedKeywords } from "./keywords.data-BcreeeDz.js";
import { c as nodesAs, n as childrenOf, o as namesOf, s as nodeAs } from "./transaction-kind-BvyH4pwC.js";
/** quote_ident(): quoted unless it can stand as it is, as a word that is no reserved keyword. */
function quotedIdentifier(name) {
	return /^[a-z_][a-z0-9_]*$/.test(name) && !quotedKeywords.has(name) ? name : `"${name.replaceAll("\"", "\"\"")}"`;
}
/** quote_literal(). */
function quotedLiteral(text) {
	const body = text.replaceAll("'", "''");
	return text.includes("\\") ? `E'${body.replaceAll("\\", "\\\\")}'` : `'${body}'`;
}
/** The value as PostgreSQL makes text of it; undefined for NULL and what has another form. */
function textOf(value) {
	if (value.kind === "text") return value.text.length > 1e6 ? void 0 : value.text;
	return value.kind === "integer" ? String(value.value) : void 0;
}
/** The bytes of a bytea literal in hexadecimal form, or of one without escapes. */
function bytesOfLiteral(text) {
	if (text.startsWith("\\x")) return bytesOfHex(text.slice(2));
	return text.includes("\\") ? void 0 : {
		kind: "bytes",
		bytes: new TextEncoder().encode(text)
	};
}
function bytesOfHex(text) {
	const digits = text.replace(/\s/g, "");
	if (digits.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(digits)) return void 0;
	const pairs = digits.match(/../g) ?? [];
	return {
		kind: "bytes",
		bytes: Uint8Array.from(pairs.map((pair) => Number.parseInt(pair, 16)))
	};
}
/** %[position$][-][width]type; the width may be an argument, a position of its own for it is not folded. */
const specifier = /%(?:(\d+)\$)?(-?)(\d*|\*)([sIL%])/y;
/** What format() yields; undefined when it is not folded, or when PostgreSQL refuses it. */
function formatText(template, values) {
	let result = "";
	let next = 0;
	let at = 0;
	while (at < template.length) {
		const percent = template.indexOf("%", at);
		if (percent === -1) return result + template.slice(at);
		result += template.slice(at, percent);
		specifier.lastIndex = percent;
		const found = specifier.exec(template);
		if (found === null || result.length > 1e6) return void 0;
		const [all, position, , , type = ""] = found;
		at = percent + all.length;
		if (type === "%") {
			result += "%";
			continue;
		}
		const width = values.slice(next, next + taken(found));
		next = taken(found) + (position === void 0 ? next + 1 : Number(position));
		const shown = aligned(writtenAs(type, values[next - 1]), found, width[0]);
		if (shown === void 0) return void 0;
		result += shown;
	}
	return result;
}
function writtenAs(type, value) {
	if (value === void 0) return void 0;
	if (value.kind === "null") {
		if (type === "I") return void 0;
		return type === "L" ? "NULL" : "";
	}
	const text = textOf(value);
	if (text === void 0 || type === "s") return text;
	return type === "I" ? quotedIdentifier(text) : quotedLiteral(text);
}
/** How many arguments are taken for the width. */
function taken([, , , width]) {
	return width === "*" ? 1 : 0;
}
function aligned(text, [, position, minus, width = ""], given) {
	const wide = width === "*" ? widthOf(given, position) : Number(width);
	if (text === void 0 || wide === void 0 || Math.abs(wide) > 1e6) return void 0;
	const blanks = " ".repeat(Math.max(0, Math.abs(wide) - [...text].length));
	return minus === "-" || wide < 0 ? text + blanks : blanks + text;
}
/** Beside a position of the value it is not folded. */
function widthOf(given, position) {
	return given?.kind === "integer" && position === void 0 ? given.value : void 0;
}
/** `(array['a', 'b'])[2]`. */
function pickItem(array, index) {
	if (array?.kind !== "array" || index?.kind !== "integer") return void 0;
	return array.items[index.value - 1] ?? { kind: "null" };
}
/** `'{"a": "b"}'::json ->> 'a'`; only a text is taken out, because numbers may be written otherwise. */
function pickJson(document, left, key) {
	const type = namesOf(nodeAs(document, "TypeCast")?.typeName?.names).at(-1) ?? "";
	if (!["json", "jsonb"].includes(type) || left?.kind !== "text") return void 0;
	const name = key === void 0 ? void 0 : textOf(key);
	const found = name === void 0 ? void 0 : propertyOf(parse(left.text), name);
	return typeof found === "string" ? {
		kind: "text",
		text: found
	} : void 0;
}
function propertyOf(value, name) {
	return typeof value === "object" && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : void 0;
}
function parse(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
/** Functions that take texts apart or write them in escapes; they yield NULL for NULL. */
const partFunctions = {
	string_to_array: ([text, separator, ...more]) => {
		if (text?.kind !== "text" || separator?.kind !== "text" || more.length > 0) return void 0;
		if (separator.text === "" || text.text === "") return void 0;
		return {
			kind: "array",
			items: text.text.split(separator.text).map((part) => ({
				kind: "text",
				text: part
			}))
		};
	},
	unistr: ([text]) => {
		if (text?.kind !== "text") return void 0;
		const plain = text.text.replaceAll(escape, (_, ...digits) => {
			const found = digits.slice(0, 4).find((digit) => typeof digit === "string");
			return typeof found === "string" ? String.fromCodePoint(Number.parseInt(found, 16)) : "\0";
		});
		return /[\\\0]/.test(plain) ? void 0 : {
			kind: "text",
			text: plain
		};
	}
};
const escape = /\\(?:([0-9a-f]{4})|\+([0-9a-f]{6})|u([0-9a-f]{4})|U([0-9a-f]{8}))/gi;
/** What a call of a built-in function yields; undefined when it is not folded. */
function foldCall(names, values) {
	const name = names.at(-1) ?? "";
	if (names.length > 1 && (names.length > 2 || names[0] !== "pg_catalog")) return void 0;
	if (!isFoldable(name)) return void 0;
	const loose = Object.hasOwn(lenient, name) ? lenient[name] : void 0;
	if (loose !== void 0) return loose(values);
	if (values.some(({ kind }) => kind === "null")) return { kind: "null" };
	return strict[name]?.(values);
}
/** Whether somebody's own function of this name could stand in for the built-in one. */
function isFoldable(name) {
	return Object.hasOwn(lenient, name) || Object.hasOwn(strict, name) || ofRows.has(name);
}
/** Folded where they stand in a sub-select. */
const ofRows = /* @__PURE__ */ new Set(["string_agg", "unnest"]);
/** Functions that look at NULL themselves. */
const lenient = {
	concat: (values) => joined(values, ""),
	concat_ws: ([separator, ...values]) => {
		if (separator?.kind === "null") return separator;
		const between = separator === void 0 ? void 0 : textOf(separator);
		return between === void 0 ? void 0 : joined(values, between);
	},
	format: ([template, ...values]) => template?.kind === "text" ? text(formatText(template.text, values)) : void 0,
	quote_nullable: ([value]) => {
		if (value?.kind === "null") return text("NULL");
		return value === void 0 ? void 0 : mapText(value, quotedLiteral);
	}
};
/** Functions that yield NULL for NULL. */
const strict = {
	quote_ident: ([value]) => only(value, quotedIdentifier),
	quote_literal: ([value]) => only(value, quotedLiteral),
	chr: ([code]) => {
		const value = integer(code);
		return value === void 0 || value < 1 || value > 127 ? void 0 : text(String.fromCodePoint(value));
	},
	reverse: ([value]) => only(value, (from) => [...from].toReversed().join("")),
	lower: ([value]) => ascii(value, (from) => from.toLowerCase()),
	upper: ([value]) => ascii(value, (from) => from.toUpperCase()),
	initcap: ([value]) => ascii(value, (from) => from.toLowerCase().replace(/[a-z0-9]+/g, (word) => word[0]?.toUpperCase() + word.slice(1))),
	replace: (values) => texts(values, 3, ([from = "", what = "", to = ""]) => what === "" ? from : from.replaceAll(what, () => to)),
	translate: (values) => texts(values, 3, ([from = "", what = "", to = ""]) => translated(from, what, to)),
	repeat: ([value, count]) => {
		const times = Math.max(0, integer(count) ?? Number.POSITIVE_INFINITY);
		return only(value, (from) => from.length * times > 1e6 ? void 0 : from.repeat(times));
	},
	left: ([value, count]) => sliced(value, count, (from, length) => from.slice(0, length)),
	right: ([value, count]) => sliced(value, count, (from, length) => length === 0 ? [] : from.slice(length < 0 ? -length : -length)),
	substr: (values) => substring(values),
	substring: (values) => substring(values),
	overlay: (values) => overlaid(values),
	btrim: (values) => trimmed(values, true, true),
	ltrim: (values) => trimmed(values, true, false),
	rtrim: (values) => trimmed(values, false, true),
	lpad: (values) => padded(values, (from, fill) => [...fill, ...from]),
	rpad: (values) => padded(values, (from, fill) => [...from, ...fill]),
	split_part: ([value, separator, position]) => {
		const at = integer(position) ?? 0;
		if (separator === void 0 || at < 1) return void 0;
		const between = textOf(separator) ?? "";
		return only(value, (from) => between === "" ? void 0 : from.split(between)[at - 1] ?? "");
	},
	array_to_string: ([array, separator, ...more]) => {
		if (array?.kind !== "array" || separator === void 0 || more.length > 0) return void 0;
		const between = textOf(separator);
		return between === void 0 ? void 0 : joined(array.items, between);
	},
	decode: (values) => decoded(values),
	encode: (values) => encoded(values),
	convert_from: ([bytes, encoding]) => converted(bytes, encoding),
	convert_to: ([value, encoding]) => value?.kind === "text" && isUtf8(encoding) ? {
		kind: "bytes",
		bytes: new TextEncoder().encode(value.text)
	} : void 0,
	text: ([value]) => only(value, (from) => from),
	...partFunctions
};
function text(value) {
	return value === void 0 ? void 0 : {
		kind: "text",
		text: value
	};
}
function mapText(value, change) {
	const from = textOf(value);
	return from === void 0 ? void 0 : text(change(from));
}
function only(value, change) {
	return value?.kind === "text" ? mapText(value, change) : void 0;
}
/** Other letters change case as the collation of the database says. */
function ascii(value, change) {
	return only(value, (from) => /^[\x00-\x7f]*$/.test(from) ? change(from) : void 0);
}
function integer(value) {
	return value?.kind === "integer" ? value.value : void 0;
}
function texts(values, count, change) {
	const all = values.flatMap((value) => value.kind === "text" ? [value.text] : []);
	return all.length === count && values.length === count ? text(change(all)) : void 0;
}
function joined(values, separator) {
	const known = values.filter(({ kind }) => kind !== "null");
	const all = known.flatMap((value) => textOf(value) ?? []);
	return all.length === known.length ? text(all.join(separator)) : void 0;
}
function translated(from, what, to) {
	const letters = [...what];
	const others = [...to];
	return [...from].map((letter) => {
		const at = letters.indexOf(letter);
		return at === -1 ? letter : others[at] ?? "";
	}).join("");
}
function sliced(value, count, slice) {
	const length = integer(count);
	if (length === void 0) return void 0;
	return only(value, (from) => slice([...from], length).join(""));
}
function substring([value, start, count]) {
	const first = integer(start);
	const length = count === void 0 ? Number.POSITIVE_INFINITY : integer(count);
	if (first === void 0 || length === void 0 || length < 0) return void 0;
	return only(value, (from) => [...from].slice(Math.max(0, first - 1), Math.max(0, first - 1 + length)).join(""));
}
function overlaid([value, by, start, count]) {
	const first = integer(start);
	if (by?.kind !== "text" || first === void 0 || first < 1) return void 0;
	const length = count === void 0 ? [...by.text].length : integer(count);
	if (length === void 0 || length < 0) return void 0;
	return only(value, (from) => {
		const letters = [...from];
		return [
			...letters.slice(0, first - 1),
			by.text,
			...letters.slice(first - 1 + length)
		].join("");
	});
}
function trimmed([value, letters], left, right) {
	const taken = letters === void 0 ? [" "] : [...textOf(letters) ?? ""];
	return only(value, (from) => {
		const all = [...from];
		const start = left ? all.findIndex((letter) => !taken.includes(letter)) : 0;
		const last = right ? all.findLastIndex((letter) => !taken.includes(letter)) : all.length - 1;
		return start === -1 ? "" : all.slice(start, last + 1).join("");
	});
}
function padded([value, count, filler], put) {
	const length = integer(count);
	const fill = [...filler === void 0 ? " " : textOf(filler) ?? ""];
	if (length === void 0 || length > 1e6 || fill.length === 0) return void 0;
	return only(value, (from) => {
		const all = [...from].slice(0, Math.max(0, length));
		return put(all, Array.from({ length: length - all.length }, (_, at) => fill[at % fill.length]).flatMap((letter) => letter ?? [])).join("");
	});
}
function decoded([value, format]) {
	if (value?.kind !== "text" || format?.kind !== "text") return void 0;
	const { text: from } = value;
	switch (format.text.toLowerCase()) {
		case "hex": return bytesOfHex(from);
		case "base64": return bytesOfBase64(from.replace(/\s/g, ""));
		case "escape": return from.startsWith("\\x") ? void 0 : bytesOfLiteral(from);
		default: return;
	}
}
function bytesOfBase64(from) {
	if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(from)) return void 0;
	return {
		kind: "bytes",
		bytes: Uint8Array.from([...atob(from)].map((letter) => letter.codePointAt(0) ?? 0))
	};
}
function encoded([value, format]) {
	if (value?.kind !== "bytes" || format?.kind !== "text") return void 0;
	const bytes = [...value.bytes];
	switch (format.text.toLowerCase()) {
		case "hex": return text(bytes.map((byte) => byte.toString(16).padStart(2, "0")).join(""));
		case "escape": return bytes.some((byte) => byte === 0 || byte > 127) ? void 0 : text(String.fromCodePoint(...bytes).replaceAll("\\", "\\\\"));
		default: return;
	}
}
function isUtf8(encoding) {
	return encoding?.kind === "text" && /^utf-?8$/i.test(encoding.text);
}
/** Other encodings agree with UTF-8 on ASCII only. */
function converted(value, encoding) {
	if (value?.kind !== "bytes" || encoding?.kind !== "text") return void 0;
	if (value.bytes.includes(0)) return void 0;
	if (!isUtf8(encoding) && value.bytes.some((byte) => byte > 127)) return void 0;
	if (!/^(?:utf-?8|sql_ascii|latin[\d-]+|iso[-_]?8859[-_]\d+|win\d+)$/i.test(encoding.text)) return void 0;
	const decodedText = new TextDecoder("utf-8", { ignoreBOM: true }).decode(value.bytes);
	return decodedText.includes("�") ? void 0 : text(decodedText);
}
/** `select string_agg(w, ' ' order by i) from (values …) v (i, w)`, and the same from unnest(array[…]). */
function foldStringAgg(statement, fold) {
	const { targetList, fromClause } = statement;
	const call = nodeAs(nodeAs(targetList?.[0], "ResTarget")?.val, "FuncCall");
	const [source, ...others] = fromClause ?? [];
	if (call === void 0 || source === void 0 || others.length > 0) return void 0;
	const rows = rowsOf(source, fold);
	const sorted = rows === void 0 ? void 0 : inOrder(rows, call.agg_order ?? [], fold);
	return sorted === void 0 ? void 0 : aggregate(call, sorted, fold);
}
const plain = /* @__PURE__ */ new Set([
	"funcname",
	"args",
	"agg_order",
	"location",
	"funcformat"
]);
function aggregate(call, rows, fold) {
	const [value, separator] = call.args ?? [];
	if (!Object.keys(call).every((key) => plain.has(key)) || namesOf(call.funcname).at(-1) !== "string_agg") return void 0;
	if (value === void 0 || separator === void 0) return void 0;
	const between = textAt(separator, /* @__PURE__ */ new Map(), fold);
	const texts = rows.flatMap((row) => textAt(value, row, fold) ?? []);
	if (between === void 0 || texts.length !== rows.length || rows.length === 0) return void 0;
	return {
		kind: "text",
		text: texts.join(between)
	};
}
function textAt(node, row, fold) {
	const value = fold(node, row);
	return value === void 0 ? void 0 : textOf(value);
}
/** Only numbers are sorted here: how texts are depends on the collation of the database. */
function inOrder(rows, order, fold) {
	if (order.length === 0) return rows;
	const [by, ...others] = nodesAs(order, "SortBy");
	if (by?.node === void 0 || others.length > 0 || (by.useOp ?? []).length > 0) return void 0;
	const { node, sortby_dir: direction } = by;
	const keyed = rows.flatMap((row) => {
		const key = fold(node, row);
		return key?.kind === "integer" ? [{
			row,
			key: key.value
		}] : [];
	});
	if (keyed.length !== rows.length) return void 0;
	const sign = direction === "SORTBY_DESC" ? -1 : 1;
	return keyed.toSorted((one, other) => sign * (one.key - other.key)).map(({ row }) => row);
}
function rowsOf(source, fold) {
	const derived = nodeAs(source, "RangeSubselect");
	if (derived !== void 0) return valuesRows(derived, fold);
	const called = nodeAs(source, "RangeFunction");
	return called === void 0 ? void 0 : unnestedRows(called, fold);
}
function valuesRows({ subquery, alias }, fold) {
	const lists = nodeAs(subquery, "SelectStmt")?.valuesLists;
	const names = namesOf(alias?.colnames);
	return lists === void 0 ? void 0 : allOf(lists.map((list) => valuesRow(list, names, fold)));
}
function unnestedRows({ functions, alias }, fold) {
	const value = fold(unnested(functions?.[0]) ?? { A_Const: { isnull: true } }, /* @__PURE__ */ new Map());
	const [own, count] = namesOf(alias?.colnames);
	const name = own ?? alias?.aliasname ?? "unnest";
	return value?.kind === "array" ? value.items.map((item, index) => numbered(item, index, [name, count])) : void 0;
}
function unnested(list) {
	const [first] = nodeAs(list, "List")?.items ?? [];
	const call = nodeAs(first, "FuncCall");
	return namesOf(call?.funcname).at(-1) === "unnest" ? call?.args?.[0] : void 0;
}
/** WITH ORDINALITY counts from 1. */
function numbered(item, index, [own, count]) {
	const row = /* @__PURE__ */ new Map([[own ?? "", item]]);
	return count === void 0 ? row : row.set(count, {
		kind: "integer",
		value: index + 1
	});
}
function valuesRow(list, names, fold) {
	const items = nodeAs(list, "List")?.items ?? [];
	const entries = items.flatMap((item, index) => {
		const value = fold(item, /* @__PURE__ */ new Map());
		return value === void 0 ? [] : [[names[index] ?? `column${index + 1}`, value]];
	});
	return entries.length === items.length ? new Map(entries) : void 0;
}
function allOf(items) {
	const known = items.flatMap((item) => item === void 0 ? [] : [item]);
	return known.length === items.length ? known : void 0;
}
const none = /* @__PURE__ */ new Map();
/** The text that `SELECT <expression>` yields, when it is made of constants only. */
function foldSelect(select, constants = none) {
	const value = foldTarget(select, constants);
	return value === void 0 ? void 0 : textOf(value);
}
/** The value of a SELECT that reads no table. */
function foldTarget(select, constants = none) {
	const statement = nodeAs(select, "SelectStmt");
	const [target, ...others] = statement?.targetList ?? [];
	const { fromClause, whereClause, limitCount, limitOffset, groupClause } = statement ?? {};
	const clauses = [
		whereClause,
		limitCount,
		limitOffset,
		groupClause
	];
	if (others.length > 0 || clauses.some((clause) => clause !== void 0)) return void 0;
	if (fromClause !== void 0) return foldRows(statement, constants);
	const value = nodeAs(target, "ResTarget")?.val;
	return value === void 0 ? void 0 : fold(value, constants);
}
function foldRows(statement = {}, constants = none) {
	return foldStringAgg(statement, (node, row) => fold(node, new Map([...constants, ...row])));
}
/** The text of an expression that is made of constants only. */
function foldText(node, constants = none) {
	const value = fold(node, constants);
	return value === void 0 ? void 0 : textOf(value);
}
function fold(node, constants) {
	const literal = foldLiteral(node);
	if (literal !== void 0) return literal;
	if ("ColumnRef" in node) return foldVariable(node, constants);
	if ("TypeCast" in node) return foldCast(node.TypeCast, constants);
	if ("A_Expr" in node) return foldOperator(node.A_Expr, constants);
	if ("SubLink" in node) return foldSubSelect(node, constants);
	return foldCombination(node, constants);
}
function foldCombination(node, constants) {
	if ("FuncCall" in node) return foldFunction(node.FuncCall, constants);
	if ("CoalesceExpr" in node) return foldAll(node.CoalesceExpr.args, constants)?.find(({ kind }) => kind !== "null");
	if ("A_ArrayExpr" in node) {
		const items = foldAll(node.A_ArrayExpr.elements, constants);
		return items === void 0 ? void 0 : {
			kind: "array",
			items
		};
	}
	if ("A_Indirection" in node) return foldItem(node.A_Indirection, constants);
	return "CaseExpr" in node ? foldCase(node.CaseExpr, constants) : void 0;
}
function foldItem({ arg, indirection }, constants) {
	const [step, ...others] = indirection ?? [];
	const place = nodeAs(step, "A_Indices");
	if (arg === void 0 || place?.uidx === void 0) return void 0;
	if (others.length > 0 || place.is_slice === true) return void 0;
	return pickItem(fold(arg, constants), fold(place.uidx, constants));
}
function foldFunction(call, constants) {
	const { funcname, args, func_variadic: spread, ...rest } = call;
	const plain = Object.keys(rest).every((key) => key === "location" || key === "funcformat");
	const values = foldAll(args, constants);
	if (!plain || values === void 0) return void 0;
	const last = values.at(-1);
	if (spread !== true) return foldCall(namesOf(funcname), values);
	if (last?.kind !== "array") return void 0;
	return foldCall(namesOf(funcname), [...values.slice(0, -1), ...last.items]);
}
function foldAll(nodes = [], constants = none) {
	const values = nodes.flatMap((node) => fold(node, constants) ?? []);
	return values.length === nodes.length ? values : void 0;
}
function foldLiteral(node) {
	const literal = nodeAs(node, "A_Const");
	if (literal === void 0) return void 0;
	if (literal.isnull === true) return { kind: "null" };
	if (literal.sval !== void 0) return {
		kind: "text",
		text: literal.sval.sval ?? ""
	};
	return literal.ival === void 0 ? void 0 : {
		kind: "integer",
		value: literal.ival.ival ?? 0
	};
}
function foldVariable(node, constants) {
	const fields = nodeAs(node, "ColumnRef")?.fields ?? [];
	const [name] = namesOf(fields);
	return fields.length === 1 && name !== void 0 ? constants.get(name) : void 0;
}
/** Types whose text is the text that was cast. */
const textual = /* @__PURE__ */ new Set(["text", "varchar"]);
const named$1 = /* @__PURE__ */ new Set([
	"name",
	"regclass",
	"regnamespace",
	"regrole"
]);
function foldCast(cast, constants) {
	const { names, typmods, arrayBounds } = cast.typeName ?? {};
	if (cast.arg === void 0 || typmods !== void 0 || arrayBounds !== void 0) return void 0;
	const value = fold(cast.arg, constants);
	return value === void 0 ? void 0 : castTo(namesOf(names).at(-1) ?? "", value);
}
function castTo(type, value) {
	if (value.kind === "null") return value;
	if (type === "bytea") return value.kind === "text" ? bytesOfLiteral(value.text) : void 0;
	const text = textOf(value);
	if (text === void 0) return void 0;
	return textual.has(type) || named$1.has(type) && /^[a-z_][a-z0-9_]{0,40}$/.test(text) ? {
		kind: "text",
		text
	} : castToName(type, text);
}
function castToName(type, text) {
	if (type === "bpchar") return {
		kind: "text",
		text: text.replace(/ +$/, "")
	};
	return type === "name" && /^[ -~]{1,63}$/.test(text) ? {
		kind: "text",
		text
	} : void 0;
}
function foldOperator(expression, constants) {
	const { kind, name, lexpr, rexpr } = expression;
	const operator = namesOf(name);
	if (kind !== "AEXPR_OP" || lexpr === void 0 || rexpr === void 0) return void 0;
	if (operator.length > 1 && operator[0] !== "pg_catalog") return void 0;
	if (operator.at(-1) === "->>") return foldJson(lexpr, rexpr, constants);
	if (operator.at(-1) !== "||") return void 0;
	const sides = foldAll([lexpr, rexpr], constants);
	return sides === void 0 ? void 0 : join(sides);
}
function foldJson(document, key, constants) {
	const text = nodeAs(document, "TypeCast")?.arg;
	if (text === void 0) return void 0;
	return pickJson(document, fold(text, constants), fold(key, constants));
}
function join(sides) {
	if (sides.some(({ kind }) => kind === "null")) return { kind: "null" };
	if (sides.every(({ kind }) => kind === "bytes")) {
		const bytes = sides.flatMap((side) => side.kind === "bytes" ? [...side.bytes] : []);
		return {
			kind: "bytes",
			bytes: Uint8Array.from(bytes)
		};
	}
	if (!sides.some(({ kind }) => kind === "text")) return void 0;
	const texts = sides.flatMap((side) => textOf(side) ?? []);
	return texts.length === 2 ? {
		kind: "text",
		text: texts.join("")
	} : void 0;
}
function foldSubSelect(node, constants) {
	const link = nodeAs(node, "SubLink");
	if (link?.subLinkType !== "EXPR_SUBLINK" || link.subselect === void 0) return void 0;
	return foldTarget(link.subselect, constants);
}
/** CASE WHEN true or false: the arm that is taken. */
function foldCase(choice, constants) {
	if (choice.arg !== void 0) return void 0;
	for (const { expr, result } of nodesAs(choice.args, "CaseWhen")) {
		const truth = nodeAs(expr, "A_Const")?.boolval;
		if (truth === void 0 || result === void 0) return void 0;
		if (truth.boolval === true) return fold(result, constants);
	}
	return choice.defresult === void 0 ? { kind: "null" } : fold(choice.defresult, constants);
}
/** Functions that run SQL text, and which of their arguments it is, by how many there are. */
const executors = /* @__PURE__ */ new Map([
	["query_to_xml", () => [0]],
	["query_to_xmlschema", () => [0]],
	["query_to_xml_and_xmlschema", () => [0]],
	["ts_stat", () => [0]],
	["ts_rewrite", () => [1]],
	["crosstab", () => [0, 1]]
]);
/** The same of those that hand it to another session or another server; a connection may stand before it. */
const remoteExecutors = /* @__PURE__ */ new Map([
	["dblink", (count) => [count > 1 ? 1 : 0]],
	["dblink_exec", (count) => [count > 1 ? 1 : 0]],
	["dblink_send_query", () => [1]],
	["dblink_open", (count) => [count > 2 ? 2 : 1]],
	["schedule", (count) => [count > 2 ? 2 : 1]],
	["schedule_in_database", () => [2]],
	["alter_job", () => [2]],
	["run_command_on_workers", () => [0]],
	["run_command_on_all_nodes", () => [0]]
]);
/** How those arguments are called where they are given by name. */
const named = /* @__PURE__ */ new Set([
	"command",
	"sql",
	"query"
]);
/** The names stand in almost no statement, so most trees need no walk; an escaped name is not folded. */
const mentioned = /to_xml|ts_stat|ts_rewrite|crosstab|dblink|schedule|alter_job|run_command_on/i;
/** The texts that calls in this statement run, when constants make them; undefined for all other calls. */
function executedTexts(text, node) {
	if (!mentioned.test(text)) return [];
	const found = [];
	const pending = [node];
	for (let here = pending.pop(); here !== void 0; here = pending.pop()) {
		found.push(...executedBy(here));
		for (const [, child] of childrenOf(here)) pending.push(child);
	}
	return found;
}
/** What one call runs; a text that is not made of constants is left out. */
function executedBy(node) {
	const call = nodeAs(node, "FuncCall");
	const name = namesOf(call?.funcname).at(-1) ?? "";
	const given = call?.args ?? [];
	const places = (executors.get(name) ?? remoteExecutors.get(name))?.(given.length);
	if (places === void 0) return [];
	const byName = given.flatMap((argument) => namedText(argument));
	const byPlace = places.flatMap((place) => given[place] ?? []);
	return [...byName, ...byPlace].flatMap((argument) => foldText(argument) ?? []);
}
function namedText(argument) {
	const { name = "", arg } = nodeAs(argument, "NamedArgExpr") ?? {};
	return arg !== void 0 && named.has(name) ? [arg] : [];
}
/** Whether the text runs in another session, where nothing of this transaction is to be seen. */
function runsElsewhere(name) {
	return remoteExecutors.has(name);
}
/** The statements of each text that could be read. */
async function readTexts(texts, read) {
	if (texts.length === 0) return {};
	const known = /* @__PURE__ */ new Map();
	for (const text of texts) {
		const parts = await read(text);
		if (parts !== void 0) known.set(text, parts);
	}
	return { texts: known };
}
/** Name of the grammar's node: the only key of its wrapper, for example `DropStmt`. */
function tagOf(node) {
	return Object.keys(node)[0] ?? "";
}
export { runsElsewhere as a, foldText as c, readTexts as i, isFoldable as l, executedBy as n, foldSelect as o, executedTexts as r, foldTarget as s, tagOf as t };

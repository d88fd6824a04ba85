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
	return (nodes ?? []).flatMap((node) => nodeAs(node, tag) ?? []);
}
/** The strings of a list such as a qualified name. */
function namesOf(nodes) {
	return nodesAs(nodes, "String").map((text) => text.sval ?? "");
}
/** Key and value of each property that holds a tree, in source order. */
function childrenOf(tree) {
	const children = [];
	const entries = Object.entries(tree);
	for (const [key, value] of entries) if (typeof value === "object" && value !== null) children.push([key, value]);
	return children;
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
export { namesOf as a, optionNamed as c, isOptionOn as i, someNode as l, constantText as n, nodeAs as o, hasTag as r, nodesAs as s, childrenOf as t, tokensOf as u };

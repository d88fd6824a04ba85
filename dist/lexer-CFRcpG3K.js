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
export { tokensOf as t };

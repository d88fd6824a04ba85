/** What lies so deep is written at once: one statement of a file, one result of a run. */
const pieceDepth = 4;
/**
* JSON as JSON.stringify indents it with two blanks, piece by piece, so that no report has to fit into one
* string. Whatever can be iterated is written as a list.
*/
function* jsonPieces(value, replace, depth = 0) {
	if (depth === pieceDepth || typeof value !== "object" || value === null) {
		yield (JSON.stringify(value, replace, 2) ?? "null").replaceAll("\n", `\n${"  ".repeat(depth)}`);
		return;
	}
	const indent = `\n${"  ".repeat(depth + 1)}`;
	const [open, close] = Symbol.iterator in value ? "[]" : "{}";
	let before = open;
	for (const [name, member] of membersOf(value)) {
		yield `${before}${indent}${name}`;
		yield* jsonPieces(member, replace, depth + 1);
		before = ",";
	}
	yield before === open ? `${open}${close}` : `\n${"  ".repeat(depth)}${close}`;
}
/** What stands before each member, and the member. */
function* membersOf(value) {
	if (isIterable(value)) {
		for (const item of value) yield ["", item];
		return;
	}
	const entries = Object.entries(value);
	for (const [key, member] of entries) if (member !== void 0) yield [`${JSON.stringify(key)}: `, member];
}
function isIterable(value) {
	return Symbol.iterator in value;
}
/** Asked in ascending order it reads a line once, however long that is. */
function indexFinder() {
	let known = {
		line: "",
		codePoints: 0,
		index: 0
	};
	return (line, codePoints) => {
		let { codePoints: count, index } = known.line === line && known.codePoints <= codePoints ? known : {
			codePoints: 0,
			index: 0
		};
		for (; count < codePoints && index < line.length; count += 1) index += (line.codePointAt(index) ?? 0) > 65535 ? 2 : 1;
		known = {
			line,
			codePoints: count,
			index
		};
		return index;
	};
}
/** Keeps the last answer: findings come statement by statement, and many may be about the same one. */
function lastAnswer(answer) {
	let last;
	return (question) => {
		if (last === void 0 || last.question !== question) last = {
			question,
			answer: answer(question)
		};
		return last.answer;
	};
}
/** Characters of a piece, more or less: few enough to be held, enough to be worth a write. */
const pieceLength = 65536;
/** Joins small texts to pieces of a size that is worth writing. */
function* gathered(texts) {
	let piece = [];
	let length = 0;
	for (const text of texts) {
		piece.push(text);
		length += text.length;
		if (length < pieceLength) continue;
		yield piece.join("");
		piece = [];
		length = 0;
	}
	if (length > 0) yield piece.join("");
}
/** A list that is made while it is written. */
function* mapped(items, make) {
	for (const item of items) yield make(item);
}
/**
* Everything that shows nothing, moves text or breaks a line: controls, format characters (bidi,
* zero width), surrogates, private use, separators, default ignorables, blanks other than the space.
*/
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/gu;
/** Text of the change on one line of a terminal: what would be invisible is written as `<U+202E>`. */
function visible(text) {
	return withoutCredentials(text).replace(invisible, toCodePoint);
}
/** Text of the change as lines: line ends and tabs stay, everything else invisible is written out. */
function visibleLines(text) {
	return withoutCredentials(text).split(/\r?\n/).map((line) => line.replaceAll("	", "    ").replace(invisible, toCodePoint));
}
/** Text of the change inside a Markdown sentence or table cell: no character of it means anything. */
function codeSpan(text, longest = 200) {
	return `<code>${plainText(cut(visible(text), longest))}</code>`;
}
/**
* Our own words inside a Markdown sentence or table cell. Text of the change needs `codeSpan`: here
* GitHub would still take `@name` and `#1` for mentions.
*/
function plainText(text) {
	return visible(text).replace(meaningful, toEntity);
}
/**
* What may mean something within a line of Markdown, left out only where it cannot: a dot that is not
* of `www.`, an underscore inside a word, a colon before a blank.
*/
const meaningful = /(?<=www)\.|(?<![a-z0-9])_|_(?![a-z0-9])|:(?! )|[^\p{L}\p{M}\p{N}\p{Emoji_Presentation} ,/()'’…._:-]/giu;
/** Text of the change as a Markdown code block whose fence is longer than any run inside it. */
function codeBlock(text, language) {
	const shown = visibleLines(text).join("\n").replaceAll("<!--", "<U+003C>!--");
	const runs = shown.match(/`+/g) ?? [];
	const fence = "`".repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
	return `${fence}${language}\n${shown}\n${fence}`;
}
/** A finished report for a terminal or a log, whose every text from the change is `visible`. */
function sealTerminal(text) {
	return seal(text.replace(/^([ \t]*):(?=:)/gm, "$1<U+003A>").replaceAll("##[", "##<U+005B>"));
}
/**
* Reads excerpts of a text: lines and columns from 1, columns in code points. Undefined when hiding
* a credential moved the lines, so that nothing can be pointed at.
*/
function visibleExcerpts(text) {
	const hidden = withoutCredentials(text).split(/\r?\n/);
	const lines = text.split(/\r?\n/);
	const indexOf = indexFinder();
	const sameUntil = lastAnswer((line) => commonLength(lines[line - 1], hidden[line - 1]));
	return (line, column) => {
		const [original, shown] = [lines[line - 1], hidden[line - 1]];
		if (hidden.length !== lines.length || original === void 0 || shown === void 0) return void 0;
		const index = indexOf(original, column - 1);
		if (index > sameUntil(line)) return void 0;
		const [from, until] = [letterAt(shown, index - window), letterAt(shown, index + window)];
		return {
			shown: visibleLines(shown.slice(from, until)).join(""),
			before: visibleLines(shown.slice(from, index)).join("")
		};
	};
}
/** UTF-16 units on either side of a place: more than any excerpt shows. */
const window = 1e3;
/** Between two code points. */
function letterAt(text, index) {
	const at = Math.min(Math.max(index, 0), text.length);
	return (text.codePointAt(at - 1) ?? 0) > 65535 ? at - 1 : at;
}
function commonLength(one = "", other = "") {
	if (one === other) return one.length;
	let length = 0;
	while (length < one.length && one.charCodeAt(length) === other.charCodeAt(length)) length += 1;
	return length;
}
/** Commands for the Actions runner, then a sentence of ours: no text of the change can be another command. */
function sealWorkflowCommands(commands, sentence) {
	return seal(`${[...commands.map(({ name, properties, message }) => {
		return `::${name} ${Object.entries(properties).map(([key, value]) => `${key}=${commandProperty(value)}`).join(",")}::${commandText(message)}`;
	}), sealTerminal(sentence)].join("\n")}\n`);
}
/** The runner reads `%25` back as `%`, and so on; what is invisible has been written out before. */
function commandText(text) {
	return text.split("\n").map(visible).join("\n").replaceAll("%", "%25").replaceAll("\n", "%0A").replaceAll("##[", "##<U+005B>");
}
function commandProperty(value) {
	return commandText(visible(String(value))).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
/** A finished Markdown report, whose every text from the change is in a span or a block of ours. */
function sealMarkdown(text) {
	return seal(text);
}
/** JSON and a line end: every invisible character is escaped, and no line can be taken as a command. */
function sealJson(value) {
	return seal([...sealJsonPieces(value)].join(""));
}
/** The same in pieces, for what may be long; a list may be made while it is written. */
function* sealJsonPieces(value) {
	for (const piece of gathered(jsonPieces(value, withoutCredentialsInStrings))) yield seal(piece.replaceAll("##[", String.raw`#\u0023[`).replace(invisible, (character) => character === "\n" ? character : toJsonEscape(character)));
	yield seal("\n");
}
/** Passwords in URLs, connection strings and role definitions never reach a reader. Linear in the text. */
function withoutCredentials(text) {
	return text.replace(/(:\/\/)[^\s/@'"]*@/g, "$1***@").replace(/\b(password\s*(?:=\s*)?)(?:[eEuU]&?)?'(?:[^']|'')*'/gi, "$1'***'").replace(/\b(password=)(?!\s*'\*\*\*')[^\s'"&;]+/gi, "$1***");
}
function withoutCredentialsInStrings(_key, value) {
	return typeof value === "string" ? withoutCredentials(value) : value;
}
function toCodePoint(character) {
	return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`;
}
function toEntity(character) {
	return `&#${character.codePointAt(0) ?? 0};`;
}
function toJsonEscape(character) {
	return character.split("").map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
}
function cut(text, longest) {
	const characters = Array.from(text);
	return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join("")}…`;
}
function seal(text) {
	if (!isRedacted(text)) throw new TypeError("A report is text.");
	return text;
}
/** The one place where `Redacted` is made; only the seals above call it. */
function isRedacted(text) {
	return typeof text === "string";
}
export { sealJsonPieces as a, sealWorkflowCommands as c, visibleLines as d, gathered as f, indexFinder as h, sealJson as i, visible as l, lastAnswer as m, codeSpan as n, sealMarkdown as o, mapped as p, plainText as r, sealTerminal as s, codeBlock as t, visibleExcerpts as u };

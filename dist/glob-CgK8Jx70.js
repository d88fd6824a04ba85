const anySegment = ["many"];
/** Whether the path from the repository's root matches; the semantics are those of `compileGlob`. */
function matchesGlob(pattern, path) {
	return matchesCompiled(compileGlob(pattern), path);
}
/**
* Reads a pattern as CODEOWNERS does (docs.github.com, "About code owners"): without a slash except
* at the end it matches at any depth, otherwise from the root; `*` and `?` stay inside a segment;
* `**` spans segments; a trailing slash means the contents of directories; a trailing `/*` means one
* level; whatever else matches a directory owns its contents. A backslash makes the next letter
* literal. `/` matches nothing.
*/
function compileGlob(pattern) {
	const directoryOnly = pattern.endsWith("/");
	const body = directoryOnly ? pattern.slice(0, -1) : pattern;
	const anchored = body.includes("/");
	const names = (body.startsWith("/") ? body.slice(1) : body).split("/");
	const inner = names.map((name) => name === "**" ? "any" : toSegment(name));
	return [
		...anchored ? [] : ["any"],
		...inner,
		...endOf(names, anchored, directoryOnly)
	];
}
/** Paths have no leading slash. Takes time in proportion to the product of both lengths at most. */
function matchesCompiled(glob, path) {
	return matchesSequence(path.split("/"), glob, (part) => part === "any", (part, name) => part !== "any" && matchesSegment(part, name));
}
function endOf(names, anchored, directoryOnly) {
	const last = names.at(-1);
	if (directoryOnly || last === "**") return [anySegment, "any"];
	return anchored && last === "*" ? [] : ["any"];
}
function toSegment(name) {
	const letters = [];
	let escaped = false;
	for (const text of name) {
		if (escaped || !"\\*?".includes(text)) letters.push({
			kind: "literal",
			text
		});
		else if (text !== "\\") letters.push(text === "*" ? "many" : "one");
		escaped = !escaped && text === "\\";
	}
	return letters;
}
function matchesSegment(segment, name) {
	return matchesSequence(Array.from(name), segment, (letter) => letter === "many", (letter, text) => letter === "one" || letter !== "many" && letter.text === text);
}
/**
* Only the latest wildcard is ever widened: an earlier one cannot help where a later one failed, so
* that a hostile pattern or path costs no more than the product of the two lengths.
*/
function matchesSequence(items, parts, isWild, fits) {
	let at = 0;
	let item = 0;
	let wild;
	while (item < items.length) {
		const part = parts[at];
		const current = items[item];
		if (part !== void 0 && isWild(part)) {
			wild = {
				at,
				item
			};
			at++;
		} else if (part !== void 0 && current !== void 0 && fits(part, current)) {
			at++;
			item++;
		} else if (wild === void 0) return false;
		else {
			wild = {
				at: wild.at,
				item: wild.item + 1
			};
			at = wild.at + 1;
			item = wild.item;
		}
	}
	return parts.slice(at).every(isWild);
}
export { matchesCompiled as n, matchesGlob as r, compileGlob as t };

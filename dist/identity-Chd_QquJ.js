/** An object identity such as `public."Users"` or `public.f(integer)`, taken apart. */
function parseIdentity(identity, isColumn) {
	const parts = partsOf(identity.replace(/\(.*$/s, ""));
	if (parts === void 0) return { name: identity };
	const part = isColumn ? parts.at(-1) : void 0;
	const names = isColumn ? parts.slice(0, -1) : parts;
	const schema = names.length > 1 ? names[0] : void 0;
	return {
		name: names.at(-1) ?? identity,
		...schema === void 0 ? {} : { schema },
		...part === void 0 ? {} : { part }
	};
}
/** The names of a dotted path; undefined when it is something else, such as `t on public.users`. */
function partsOf(path) {
	if (!/^(?:"(?:[^"]|"")+"|[^".\s]+)(?:\.(?:"(?:[^"]|"")+"|[^".\s]+))*$/.test(path)) return void 0;
	return (path.match(/"(?:[^"]|"")+"|[^".\s]+/g) ?? []).map((part) => part.startsWith("\"") ? part.slice(1, -1).replaceAll("\"\"", "\"") : part);
}
export { parseIdentity as t };

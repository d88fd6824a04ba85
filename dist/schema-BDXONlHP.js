/** The schema before the first statement. */
function schemaOf(facts) {
	const relations = new Map((facts?.relations ?? []).map((one) => [relationKey(one), one]));
	return {
		searchPath: facts === void 0 ? void 0 : searchPathOf(facts),
		relations,
		names: new Map([...relations.keys()].map((key) => [key, key])),
		hidden: /* @__PURE__ */ new Set(),
		changed: /* @__PURE__ */ new Set(),
		entangled: /* @__PURE__ */ new Set()
	};
}
function searchPathOf({ environment }) {
	return environment.searchPath.map((name) => name === "$user" ? environment.role : name);
}
/** Names a relation by schema and name. */
function relationKey({ schema, name }) {
	return JSON.stringify([schema, name]);
}
/** The relation that a written name means, if it is certain and the facts know it. */
function findRelation(schema, written) {
	const identity = schema.names.get(nameKey(schema, written) ?? "");
	return identity === void 0 ? void 0 : relationAt(schema, identity);
}
/** The relation of an identity; undefined when the facts do not know it. */
function relationAt(schema, identity) {
	const facts = schema.relations.get(identity);
	if (facts === void 0) return void 0;
	const entangled = schema.entangled.has(identity);
	return {
		identity,
		facts,
		changed: entangled || schema.changed.has(identity),
		entangled
	};
}
function nameKey(schema, { schema: written, name }) {
	if (written !== void 0) return relationKey({
		schema: written,
		name
	});
	if (schema.hidden.has(name) || name.startsWith("pg_")) return void 0;
	return (schema.searchPath ?? []).map((place) => relationKey({
		schema: place,
		name
	})).find((key) => schema.names.has(key));
}
/** The schema after one effect. */
function schemaAfter(schema, effect) {
	if (schema.relations.size === 0) return schema;
	switch (effect.kind) {
		case "creates": return afterCreate(schema, effect);
		case "drops": return afterDrop(schema, effect);
		case "alters": return afterAlter(schema, effect);
		case "sets": return movesNames(effect.setting) ? {
			...schema,
			searchPath: void 0
		} : schema;
		default: return schema;
	}
}
/** Nobody can say any more what a name means. */
function forgetNames(schema) {
	return {
		...schema,
		names: /* @__PURE__ */ new Map()
	};
}
/** Whether this setting decides what an unqualified name means. */
function movesNames(setting) {
	return [
		"search_path",
		"role",
		"session_authorization",
		"all"
	].includes(setting.toLowerCase());
}
const relationKinds = /* @__PURE__ */ new Set([
	"table",
	"view",
	"materialized-view",
	"foreign-table",
	"sequence",
	"index",
	"type"
]);
function afterCreate(schema, { object }) {
	if (object.kind === "rule") return withoutName(schema, object);
	if (object.kind === "trigger") return withChanged(schema, object);
	return isRelation(object) ? withoutName(schema, object) : schema;
}
function afterDrop(schema, { object, cascade, via }) {
	const rest = cascade ? allChanged(schema) : schema;
	if (object.part !== void 0) return withChanged(rest, object);
	if (object.kind === "schema") return forgetNames(rest);
	if (object.kind === "index") return withIndexChanged(rest, object.name);
	if (!isRelation(object)) return rest;
	return via === "direct" ? withoutKey(rest, object) : withoutName(rest, object);
}
/** What these change is not the shape. */
const harmless = /* @__PURE__ */ new Set([
	"comment",
	"owner",
	"statistics",
	"options",
	"column-options",
	"storage",
	"compression",
	"cluster-on",
	"tablespace",
	"add-column",
	"add-constraint",
	"add-index",
	"set-not-null",
	"validate-constraint",
	"column-default",
	"policy",
	"part-of"
]);
/** From then on a write to it reaches rows that the facts count elsewhere, or another table's. */
const entangling = /* @__PURE__ */ new Set([
	"attach-partition",
	"parent-of",
	"inherited-by",
	"referenced-by",
	"cascades-to",
	"inherit"
]);
function afterAlter(schema, effect) {
	const { object, change, to } = effect;
	if (entangling.has(change)) return withEntangled(schema, object);
	if (object.kind === "schema") return to === void 0 ? schema : forgetNames(schema);
	if (harmless.has(change)) return schema;
	if (!isRelation(object)) return withChanged(schema, object);
	if ((change === "rename" || change === "set-schema") && to !== void 0) return moved(schema, effect, to);
	return withChanged(schema, object);
}
function isRelation({ kind, part }) {
	return part === void 0 && relationKinds.has(kind);
}
function moved(schema, effect, to) {
	const { object, change, via } = effect;
	const key = nameKey(schema, object);
	const identity = key === void 0 ? void 0 : schema.names.get(key);
	const target = change === "rename" ? { name: to } : {
		schema: to,
		name: object.name
	};
	if (key === void 0 || identity === void 0 || via !== "direct") return withoutName(withoutName(schema, object), target);
	const names = new Map(schema.names);
	names.delete(key);
	names.set(relationKey({
		schema: schemaIn(key),
		...target
	}), identity);
	return {
		...schema,
		names
	};
}
function schemaIn(key) {
	const parts = JSON.parse(key);
	const [schema] = Array.isArray(parts) ? parts : [];
	return typeof schema === "string" ? schema : "";
}
/** The name means something that the facts do not know, wherever it is looked for. */
function withoutName(schema, object) {
	const hidden = new Set(schema.hidden).add(object.name);
	const names = new Map(schema.names);
	for (const key of sameNamed(schema, object)) names.delete(key);
	return {
		...schema,
		names,
		hidden
	};
}
function sameNamed({ names }, { schema, name }) {
	if (schema !== void 0) return [relationKey({
		schema,
		name
	})];
	return [...names.keys()].filter((key) => key.endsWith(`,${JSON.stringify(name)}]`));
}
/** It is gone; where another schema of the path has the same name, that one is meant next. */
function withoutKey(schema, object) {
	const key = nameKey(schema, object);
	if (key === void 0 || !schema.names.has(key)) return withoutName(schema, object);
	const names = new Map(schema.names);
	names.delete(key);
	return {
		...schema,
		names
	};
}
function withChanged(schema, object) {
	const found = findRelation(schema, object);
	if (found === void 0) return schema;
	return {
		...schema,
		changed: new Set(schema.changed).add(found.identity)
	};
}
function withEntangled(schema, object) {
	const found = findRelation(schema, object);
	if (found === void 0) return schema;
	return {
		...schema,
		entangled: new Set(schema.entangled).add(found.identity)
	};
}
function withIndexChanged(schema, index) {
	const owners = [...schema.relations].flatMap(([identity, { indexes, keys }]) => [...indexes, ...keys].some(({ name }) => name === index) ? [identity] : []);
	return {
		...schema,
		changed: /* @__PURE__ */ new Set([...schema.changed, ...owners])
	};
}
function allChanged(schema) {
	return {
		...schema,
		changed: new Set(schema.relations.keys())
	};
}
export { relationKey as a, relationAt as i, forgetNames as n, schemaAfter as o, movesNames as r, schemaOf as s, findRelation as t };

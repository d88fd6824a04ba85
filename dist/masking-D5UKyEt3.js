import { r as readVariable } from "./policy-databases-DVAniViV.js";
import { a as readMap, c as readYaml, l as requireCell, o as readText, s as readWord, t as holdsMap, u as requireVersion } from "./yaml-BplRaur8.js";
/** What `.sluice/masking.yml` may ask for a column. */
const maskKinds = [
	"email",
	"person-name",
	"phone",
	"token"
];
/** Reads `.sluice/masking.yml`. Throws SluiceError input/policy with everything that is wrong. */
function parseMasking(text, path) {
	return readYaml({
		text,
		path,
		code: "input/policy"
	}, (root, problems) => {
		const entries = readMap(root, problems, ["version", "databases"]);
		requireVersion(entries, root, problems);
		const databases = requireCell(entries, "databases", root, problems);
		return { databases: [...databases === void 0 ? [] : readMap(databases, problems, "anything")].map(([name, cell]) => readDatabase(name, cell, problems)) };
	});
}
function readDatabase(database, cell, problems) {
	const entries = readMap(cell, problems, ["source", "columns"]);
	const source = entries.get("source");
	const variable = source === void 0 ? void 0 : readVariable(source, problems);
	const columns = entries.get("columns");
	const named = columns === void 0 ? [] : readMap(columns, problems, "anything");
	return {
		database,
		...variable === void 0 ? {} : { sourceUrlVariable: variable },
		columns: new Map([...named].flatMap(([name, column]) => readColumn(name, column, problems)))
	};
}
function readColumn(name, cell, problems) {
	if (!/^[^.]+\.[^.]+\.[^.]+$/.test(name)) problems.report(cell, `the column ${JSON.stringify(name)} has to be schema.table.column`);
	const masking = holdsMap(cell) ? readKeep(cell, problems) : readMask(cell, problems);
	return masking === void 0 ? [] : [[name, masking]];
}
function readMask(cell, problems) {
	const mask = readWord(cell, problems, maskKinds);
	return mask === void 0 ? void 0 : {
		kind: "mask",
		mask
	};
}
function readKeep(cell, problems) {
	const keep = requireCell(readMap(cell, problems, ["keep"]), "keep", cell, problems);
	const because = keep === void 0 ? void 0 : readText(keep, problems);
	return because === void 0 ? void 0 : {
		kind: "keep",
		because
	};
}
export { parseMasking as t };

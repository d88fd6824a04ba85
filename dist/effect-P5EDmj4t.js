/** Table 13.2 of the PostgreSQL manual, weakest first. */
const lockModes = [
	"ACCESS SHARE",
	"ROW SHARE",
	"ROW EXCLUSIVE",
	"SHARE UPDATE EXCLUSIVE",
	"SHARE",
	"SHARE ROW EXCLUSIVE",
	"EXCLUSIVE",
	"ACCESS EXCLUSIVE"
];
/** `table public.users`, `column users.email`: the object in words, unquoted; render it before it is shown. */
function objectName(object) {
	const path = [
		object.schema,
		object.name,
		object.part
	].filter((part) => part !== void 0);
	return `${object.kind.replaceAll("-", " ")} ${path.join(".")}`;
}
/** The object in words, and how many rows the facts say it has. */
function sizedName(object) {
	const rows = object.size?.rows ?? -1;
	if (rows < 0) return objectName(object);
	const count = String(Math.round(rows)).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
	return `${objectName(object)} (about ${count} ${count === "1" ? "row" : "rows"})`;
}
export { objectName as n, sizedName as r, lockModes as t };

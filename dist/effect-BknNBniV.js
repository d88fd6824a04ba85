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
export { objectName as n, lockModes as t };

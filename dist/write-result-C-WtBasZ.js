/** Writes a finished report, whole or in pieces, to `--output`, or to standard output. */
async function writeResult(report, given, context) {
	const path = given.options.get("output");
	if (path !== void 0) return context.files.write(path, report);
	const pieces = typeof report === "string" ? [report] : report;
	for (const piece of pieces) await context.output.write(piece);
}
export { writeResult as t };

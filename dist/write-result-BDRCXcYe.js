/** Writes a finished report to `--output`, or to standard output. */
async function writeResult(text, given, context) {
	const path = given.options.get("output");
	if (path === void 0) await context.output.write(text);
	else await context.files.write(path, text);
}
export { writeResult as t };

import { n as readFacts, t as largestFacts } from "./facts-CMPa7y4B.js";
import { t as SluiceError } from "./errors-avTrn9RY.js";
import { t as decodeUtf8 } from "./decode-BUqwTwow.js";
import { n as factsOfDatabases } from "./facts-of-databases-gA94S2Rm.js";
import { n as factsWorkflow, r as problemOfTakenRun } from "./trusted-run-DlCbGY1f.js";
/**
* The facts of the inputs `facts` and `facts-run`. What is missing, broken or not provably from outside
* of every pull request is not used at all: every size then counts as the largest, and the report says
* so. Throws only when the run was cancelled, or for a bug.
*/
async function readGivenFacts(context) {
	const now = context.clock.now();
	const path = context.inputs.get("facts");
	if (path === void 0) return (loaded) => ({
		...loaded,
		now
	});
	const given = await orNotice(() => readTrusted(path, context));
	if (given.kind === "unused") return (loaded) => ({
		...loaded,
		now,
		notices: [given.notice]
	});
	return (loaded) => layBeside(loaded, given.value, now);
}
function layBeside(loaded, given, now) {
	try {
		return {
			...loaded,
			now,
			facts: factsOfDatabases(given, loaded.controls.policy, now)
		};
	} catch (failure) {
		return {
			...loaded,
			now,
			notices: [noticeOf(failure)]
		};
	}
}
async function orNotice(read) {
	try {
		return {
			kind: "read",
			value: await read()
		};
	} catch (failure) {
		return {
			kind: "unused",
			notice: noticeOf(failure)
		};
	}
}
function noticeOf(failure) {
	if (!(failure instanceof SluiceError) || failure.code.startsWith("internal/")) throw failure;
	return `No facts are used, so every table counts as large. ${failure.message}`;
}
async function readTrusted(path, context) {
	const run = context.inputs.get("facts-run");
	if (run === void 0) throw untrusted("nothing says which run took them");
	const problem = await problemOfTakenRun(run, factsWorkflow, context);
	if (problem !== void 0) throw untrusted(problem);
	const { files, host } = context;
	const facts = [];
	for (const file of await files.allFiles(path)) {
		const text = decodeUtf8(await files.read(file, largestFacts), file, "input/facts");
		const read = readFacts(text);
		if (read.madeBy?.repository !== host.repository || read.madeBy.run !== run) throw untrusted("a file of another run stands where theirs should");
		facts.push(read);
	}
	if (facts.length === 0) throw untrusted("there is no file");
	return facts;
}
function untrusted(why) {
	return new SluiceError("input/facts", `The facts cannot be trusted: ${why}. Nothing is taken from them. Let sluice-facts.yml run on the default branch, as the file in examples/ does, and pass the run that find-facts found.`);
}
export { readGivenFacts as t };

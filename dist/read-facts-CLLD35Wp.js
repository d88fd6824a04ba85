import { t as decodeUtf8 } from "./decode-BUqwTwow.js";
import { n as factsOfDatabases, t as agedAt } from "./facts-of-databases-gA94S2Rm.js";
import { n as readFacts, t as largestFacts } from "./facts-CMPa7y4B.js";
import { t as SluiceError } from "./errors-avTrn9RY.js";
import { r as matchesGlob } from "./glob-CgK8Jx70.js";
/** The change with the facts of `--facts`, which come from outside of it. Throws SluiceError input/facts. */
async function withFacts(loaded, given, context) {
	const now = context.clock.now();
	if (!given.options.has("facts")) return {
		...loaded,
		now
	};
	const read = await readFactsFiles(given, context);
	const facts = factsOfDatabases(read, loaded.controls.policy, now);
	return {
		...loaded,
		facts,
		now
	};
}
/** The facts of `sluice check`, which may have no policy. Throws SluiceError input/facts. */
async function readCheckedFacts(given, context) {
	const read = await readFactsFiles(given, context);
	const now = context.clock.now();
	const [only] = read.length === 1 ? read : [];
	return {
		major: only && Math.floor(only.serverVersion / 1e4),
		ofNoPolicy: () => {
			if (only === void 0) throw severalWithoutPolicy();
			return agedAt(only, now);
		},
		of: (policy) => {
			const facts = factsOfDatabases(read, policy, now);
			return (path) => {
				const governs = (paths) => paths.some((pattern) => matchesGlob(pattern, path));
				return facts.get(policy.databases.find(({ paths }) => governs(paths))?.name ?? "");
			};
		}
	};
}
async function readFactsFiles(given, context) {
	const paths = await context.files.allFiles(given.options.get("facts") ?? "");
	if (paths.length > mostFiles) throw tooMany(paths.length);
	const read = [];
	for (const path of paths) read.push(readFacts(decodeUtf8(await context.files.read(path, largestFacts), path, "input/facts")));
	return read;
}
/** A policy governs fewer databases, and a wrong directory may hold any number of files. */
const mostFiles = 200;
function tooMany(files) {
	return new SluiceError("input/facts", `The directory of --facts holds ${files} files. Nothing is read of more than ${mostFiles}, because it is hardly a directory of facts. Give one that holds a file for each database and nothing else.`);
}
function severalWithoutPolicy() {
	return new SluiceError("input/facts", "There are several facts files, or none, and no policy that says which files belong to which database. Nothing was checked. Give one file, or the policy as well.");
}
export { withFacts as n, readCheckedFacts as t };

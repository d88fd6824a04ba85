import { r as loadControls } from "./load-controls-CZBf0R2z.js";
import { t as targetName } from "./target-C5xqcRip.js";
import { t as SluiceError } from "./errors-avTrn9RY.js";
import { t as takeFacts } from "./take-CkxHQ5Bs.js";
import { t as findTarget } from "./targets-CF7r8oDN.js";
import { i as sealJson } from "./redact-BwiI-7Ds.js";
import { t as writeResult } from "./write-result-C-WtBasZ.js";
import { t as _usingCtx } from "./usingCtx-BdeZztvE.js";
/** `sluice facts`: what is known of a target, without one value of its data. */
async function facts(given, context) {
	const taken = await takeFactsOf(await findSource(given, context), context);
	await writeResult(sealJson({
		version: 1,
		...taken
	}), given, context);
	return 0;
}
/** Connects and takes the facts; says which histories the login may not read. */
async function takeFactsOf(source, context) {
	try {
		var _usingCtx$1 = _usingCtx();
		const url = await context.credentials.urlOf(source.urlVariable);
		const { signal } = context;
		const database = await context.openDatabase();
		context.progress.step(`Reading the catalogs of ${source.database}.`);
		const session = _usingCtx$1.a(await database.connect({
			url,
			applicationName: "sluice facts",
			signal
		}));
		const takenAt = context.clock.now();
		const taken = await takeFacts(session, {
			database: source.database,
			takenAt
		});
		for (const table of taken.hidden) context.progress.step(`The login may not read ${table}, so the facts hold no history. Grant select on it to have one.`);
		return taken.facts;
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
async function findSource(given, context) {
	const from = given.options.get("from") ?? "";
	const database = given.options.get("database");
	if (from.startsWith("env:")) return ofVariable(from.slice(4), database);
	if (database !== void 0) throw wrong("--database goes with env:VARIABLE: a target says itself which database it is of");
	const repository = context.openRepository(given.options.get("repo") ?? ".");
	const { policy } = await loadControls(repository, await repository.resolve("HEAD"));
	const { target } = findTarget(policy, from);
	return {
		database: targetName(target),
		urlVariable: target.urlVariable
	};
}
function ofVariable(urlVariable, database) {
	if (!/^[A-Z][A-Z0-9_]{0,99}$/.test(urlVariable)) throw wrong("env: names an environment variable in capital letters, such as env:REPLICA_URL");
	if (database === void 0) throw wrong("env:VARIABLE needs --database, because facts speak of one database of the policy");
	return {
		database,
		urlVariable
	};
}
function wrong(what) {
	return new SluiceError("input/usage", `${what}. No facts were taken. See sluice facts --help for examples.`);
}
export { takeFactsOf as n, facts as t };

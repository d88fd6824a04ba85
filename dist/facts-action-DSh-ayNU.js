import { r as loadControls } from "./load-controls-CZBf0R2z.js";
import { a as trustedBranch, n as factsWorkflow } from "./trusted-run-DlCbGY1f.js";
import { n as digestOf } from "./digest-YHUy-tYU.js";
import { t as targetName } from "./target-C5xqcRip.js";
import { t as findTarget } from "./targets-CF7r8oDN.js";
import { t as branchOf } from "./pending-merges-CUvXNMDq.js";
import { i as sealJson, o as sealMarkdown } from "./redact-BwiI-7Ds.js";
import { n as takeFactsOf } from "./facts-B2N_AQtT.js";
import { t as _usingCtx } from "./usingCtx-BdeZztvE.js";
const standardPath = "sluice-facts.json";
/**
* Takes the facts of the input `target` into a file that says which run took them. The policy is that
* of the branch, and the URL is in the environment of this job alone.
*/
const factsForAction = async (context) => {
	const { files, inputs, runner } = context;
	const { target } = await findBranchTarget(context);
	const source = {
		database: targetName(target),
		urlVariable: target.urlVariable
	};
	const { repository, run } = runner;
	const facts = await takeFactsOf(source, context);
	const text = sealJson({
		version: 1,
		...facts,
		madeBy: {
			repository,
			run
		}
	});
	const path = inputs.get("facts") ?? standardPath;
	await files.write(path, text);
	const notice = `Facts of ${facts.relations.length} relations were taken.`;
	return {
		exitCode: 0,
		outputs: {
			facts: path,
			"facts-digest": digestOf(text),
			"facts-run": run
		},
		summary: sealMarkdown(`## Sluice took facts\n\n${notice}`),
		notice
	};
};
/** Which run took the newest facts; what it took is trusted, or not, by who reads the file. */
const findFactsForAction = async (context) => {
	const run = await context.host.findNewestRun(factsWorkflow, trustedBranch(context) ?? "");
	const notice = run === void 0 ? "No run of sluice-facts.yml has succeeded, so every table counts as large." : `Run ${run} took the newest facts.`;
	return {
		exitCode: 0,
		outputs: run === void 0 ? {} : { "facts-run": run },
		summary: sealMarkdown(`## Sluice looked for facts\n\n${notice}`),
		notice
	};
};
async function findBranchTarget(context) {
	try {
		var _usingCtx$1 = _usingCtx();
		const branch = branchOf(context);
		const fetched = _usingCtx$1.a(await context.remote.fetch([{
			kind: "branch",
			name: branch
		}]));
		const tip = await fetched.repository.resolve(fetched.commits[0] ?? "");
		const { policy } = await loadControls(fetched.repository, tip);
		return findTarget(policy, context.inputs.get("target") ?? "");
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
export { factsForAction, findFactsForAction };

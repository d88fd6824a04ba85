import { t as SluiceError } from "./errors-avTrn9RY.js";
import { n as withoutReviews } from "./pull-request-BWq9zPgQ.js";
import { n as loadMerge, s as findMerges } from "./load-merged-CkhXKqlb.js";
import { r as loadControls } from "./load-controls-CZBf0R2z.js";
import { t as regardDatabase } from "./regard-CSRXZWaK.js";
import { t as findTarget } from "./targets-CF7r8oDN.js";
/**
* What was merged and would be applied to the target of the input `target`, oldest first, to be
* rehearsed: without reviews, because nobody decides by it. Direct pushes are left out.
*/
async function loadPendingMerges(context, { repository, parser, tip, since }) {
	const { policy } = await loadControls(repository, tip);
	const { database } = findTarget(policy, context.inputs.get("target") ?? "");
	const merges = await findMerges({
		repository,
		host: context.host,
		branch: branchOf(context),
		tip,
		since,
		regard: regardDatabase(repository, database.name)
	});
	const loaded = [];
	for (const merge of merges) {
		if (merge.kind === "direct-push" || merge.commit === since) continue;
		const change = await loadReadable(merge, {
			repository,
			parser
		});
		if (change?.databases.some(({ units }) => units.length > 0) === true) loaded.push(change);
	}
	return loaded;
}
/** The target branch that the run is about. Throws SluiceError input/event when it is about none. */
function branchOf({ occasion }) {
	if (occasion.kind === "branch") return occasion.branch;
	throw new SluiceError("input/event", "The workflow was started by an event that is about no branch, so nobody can tell what was merged. Nothing was applied. Start it on push to the target branch, on a schedule, or by hand.");
}
/** Undefined where the policy of the base cannot be read: such a merge is refused, so nothing runs. */
async function loadReadable({ pullRequest, base, commit }, tools) {
	try {
		const { head } = pullRequest;
		return await loadMerge({
			pullRequest: withoutReviews(pullRequest),
			base,
			commit,
			head
		}, tools);
	} catch (error) {
		if (error instanceof SluiceError && error.code === "input/policy") return void 0;
		throw error;
	}
}
export { loadPendingMerges as n, branchOf as t };

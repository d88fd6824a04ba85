import { t as SluiceError } from "./errors-avTrn9RY.js";
import { t as _usingCtx } from "./usingCtx-BdeZztvE.js";
/** The workflow that takes facts of targets, as examples/ names it. */
const factsWorkflow = ".github/workflows/sluice-facts.yml";
/** The workflow that takes masked rows. */
const snapshotWorkflow = ".github/workflows/sluice-snapshot.yml";
/** Events whose workflow file is never the one of a pull request. */
const trustedEvents = [
	"pull_request_target",
	"workflow_run",
	"push",
	"schedule",
	"workflow_dispatch"
];
/**
* Any branch can hold a workflow that uploads a file of any name. Evidence counts when our own run
* made it, or an earlier run of our own workflow whose file no pull request could have changed.
* Throws SluiceError input/evidence.
*/
async function assertTrustedRun(stored, heads, { host, runner }) {
	if (stored.repository !== runner.repository || stored.repository !== host.repository) throw untrusted("it was made in another repository");
	const problem = stored.run === runner.run ? problemOfOwnRun(runner) : problemOfEarlierRun(await host.readWorkflowRun(stored.run), heads, runner);
	if (problem !== void 0) throw untrusted(problem);
}
function problemOfOwnRun({ event, workflowReference }) {
	if (!workflowReference.startsWith("refs/heads/")) return "the file of this workflow does not come from a branch";
	if (event === "merge_group" || trustedEvents.includes(event)) return void 0;
	return "the event that started this run lets a pull request change the workflow";
}
function problemOfEarlierRun(run, heads, runner) {
	if (run.repository !== runner.repository) return "its run belongs to another repository";
	if (run.workflow !== runner.workflow) return "its run belongs to another workflow";
	if (!trustedEvents.includes(run.event)) return "the event that started its run lets a pull request change the workflow";
	if (run.event === "pull_request_target") return heads.includes(run.head) ? void 0 : "its run belongs to another commit";
	if (!["workflow_run", "schedule"].includes(run.event)) return "its run could have taken the workflow from a tag";
	return `refs/heads/${run.headBranch}` === runner.workflowReference ? void 0 : "its run took the workflow from another branch";
}
/** The branch that this workflow comes from; a merge group's is the one that it is to be merged into. */
function trustedBranch({ occasion, runner }) {
	if (occasion.kind === "merge-group") return occasion.targetBranch;
	return /^refs\/heads\/(.+)$/.exec(runner.workflowReference)?.[1];
}
/**
* Why what a run of the workflow took cannot be trusted; undefined where it can. Throws SluiceError
* host/*.
*/
async function problemOfTakenRun(id, workflow, context) {
	const { host, runner } = context;
	const own = problemOfOwnRun(runner);
	if (own !== void 0) return own;
	const run = await host.readWorkflowRun(id);
	if (run.repository !== runner.repository) return "the run belongs to another repository";
	if (run.workflow !== workflow) return "the run belongs to another workflow";
	if (!takingEvents.includes(run.event)) return "the event that started the run lets somebody choose what it takes";
	if (run.headBranch !== trustedBranch(context)) return "the run took the workflow from another branch";
	return await isOnBranch(run, context.remote) ? void 0 : "the commit of the run is not one that the branch was at";
}
const takingEvents = ["schedule", "workflow_dispatch"];
/** The host names a tag like a branch, so the name alone tells nothing of what a dispatch ran. */
async function isOnBranch({ head, headBranch }, remote) {
	try {
		var _usingCtx$1 = _usingCtx();
		const fetched = _usingCtx$1.a(await remote.fetch([{
			kind: "branch",
			name: headBranch
		}]));
		const [tip] = fetched.commits;
		if (tip === void 0) return false;
		return (await fetched.repository.firstParents(tip, void 0)).includes(head);
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
function untrusted(why) {
	return new SluiceError("input/evidence", `The evidence file cannot be trusted: ${why}. Nothing is taken from it. Start the workflow from the default branch, as the files in examples/ do, and let both jobs belong to one run.`);
}
export { trustedBranch as a, snapshotWorkflow as i, factsWorkflow as n, problemOfTakenRun as r, assertTrustedRun as t };

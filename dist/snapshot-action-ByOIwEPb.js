import { a as trustedBranch, i as snapshotWorkflow } from "./trusted-run-DlCbGY1f.js";
import { i as renderSnapshot } from "./snapshot-oqArBHw6.js";
import { t as branchOf } from "./pending-merges-CUvXNMDq.js";
import { o as sealMarkdown } from "./redact-BwiI-7Ds.js";
import { t as planOccasion } from "./occasion-changes-BdMyg5--.js";
import { n as takeSnapshotOf } from "./snapshot-Cbyzpm-t.js";
import { t as _usingCtx } from "./usingCtx-BdeZztvE.js";
const standardPath = "sluice-snapshot.rows";
/**
* Masks the rows of the input `database` into a file, for jobs that hold no credential. The policy, the
* masking and the schema are those of the branch; the URL is in the environment of this job alone.
*/
const snapshotForAction = async (context) => {
	try {
		var _usingCtx$1 = _usingCtx();
		const { files, inputs, remote } = context;
		const branch = branchOf(context);
		const parser = _usingCtx$1.a(context.openParser());
		const fetched = _usingCtx$1.a(await remote.fetch([{
			kind: "branch",
			name: branch
		}]));
		const { repository } = fetched;
		const base = await repository.resolve(fetched.commits[0] ?? "");
		const name = inputs.get("database") ?? "";
		const taken = await takeSnapshotOf(name, base, {
			context,
			repository,
			parser,
			choice: "auto"
		});
		const path = inputs.get("snapshot") ?? standardPath;
		await files.write(path, renderSnapshot(taken));
		const notice = `Masked rows of ${taken.tables.length} tables were written.`;
		return {
			exitCode: 0,
			outputs: {
				snapshot: path,
				"snapshot-run": context.runner.run
			},
			summary: sealMarkdown(`## Sluice took a snapshot\n\n${notice}`),
			notice
		};
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
};
/**
* Which run took the newest snapshot; what it took is trusted, or not, by who reads the file. A job that
* runs the SQL of a fork is not told, so that the rows are not on its machine.
*/
const findSnapshotForAction = async (context) => {
	const { isFromFork } = await planOccasion(context);
	const branch = trustedBranch(context) ?? "";
	const run = isFromFork ? void 0 : await context.host.findNewestRun(snapshotWorkflow, branch);
	const notice = isFromFork ? "The change comes from a fork, which sees no masked rows." : foundInWords(run);
	return {
		exitCode: 0,
		outputs: run === void 0 ? {} : { "snapshot-run": run },
		summary: sealMarkdown(`## Sluice looked for a snapshot\n\n${notice}`),
		notice
	};
};
function foundInWords(run) {
	return run === void 0 ? "No run of sluice-snapshot.yml has succeeded, so there are no masked rows." : `Run ${run} took the newest snapshot.`;
}
export { findSnapshotForAction, snapshotForAction };

import { r as largestEvidence } from "./facts-gULAwq1V.js";
import { n as digestOf } from "./digest-YHUy-tYU.js";
import { t as SluiceError } from "./errors-Bd0fnE--.js";
import { n as judge, t as judgeInput } from "./judge-input-QrDetVyW.js";
import { o as sealMarkdown } from "./redact-BwiI-7Ds.js";
import { i as toRehearsals, r as renderStoredEvidence } from "./evidence-file-B3fo9D08.js";
import { t as readGivenFacts } from "./given-facts-DjfGRBfp.js";
import { t as targetName } from "./target-C5xqcRip.js";
import { n as withoutReviews } from "./pull-request-C1TdAGcn.js";
import { t as loadChange } from "./load-change-CZLsNSJe.js";
import { i as loadControlsOrObserve, r as loadControls } from "./load-controls-DUegKd_1.js";
import { n as loadPendingMerges } from "./pending-merges-CsZHC2fo.js";
import { t as findTarget } from "./targets-DnYAsBy_.js";
import { n as rehearseAll } from "./rehearse-change-C8JhzLdo.js";
import { t as _usingCtx } from "./usingCtx-BdeZztvE.js";
/** Asks the host where to look, once; everything else is read from git. */
async function planOccasion(context) {
	const { occasion, host } = context;
	switch (occasion.kind) {
		case "pull-request": return planPullRequests([await host.readPullRequest(occasion.number)]);
		case "head": {
			const { headRepository, branch, head } = occasion;
			return planPullRequests((await host.findByBranch(headRepository, branch)).filter((one) => one.head === head));
		}
		case "merge-group": return planMergeGroup(occasion);
		case "branch": return planBranch(occasion.branch, context);
	}
}
/** A closed one is never decided, so its SQL is not run. */
function planPullRequests(listed) {
	const open = listed.filter((pullRequest) => pullRequest.open);
	return {
		references: open.flatMap(({ targetBranch, number }) => [{
			kind: "branch",
			name: targetBranch
		}, {
			kind: "pull-request",
			number
		}]),
		read: async ({ repository, commits }, parser) => {
			const changes = [];
			for (const [index, one] of open.entries()) {
				const [base, head] = commits.slice(index * 2);
				if (base === void 0 || head === void 0) throw tooFewCommits();
				const proposed = {
					pullRequest: withoutReviews(one),
					base,
					head
				};
				changes.push(await loadChange(proposed, {
					repository,
					parser,
					readControls
				}));
			}
			return changes;
		}
	};
}
/** The group is what would be merged, whoever is in it. */
function planMergeGroup(group) {
	const { base, head, targetBranch } = group;
	const pullRequest = unattributed(targetBranch);
	return {
		references: [{
			kind: "commit",
			commit: base
		}, {
			kind: "commit",
			commit: head
		}],
		read: async ({ repository }, parser) => [await loadChange({
			pullRequest,
			base,
			head
		}, {
			repository,
			parser,
			readControls
		})]
	};
}
/** What was merged and is not said to be applied. Too much costs a rehearsal; the ledger decides later. */
function planBranch(name, context) {
	return {
		references: [{
			kind: "branch",
			name
		}],
		read: async ({ repository, commits: [tip] }, parser) => {
			if (tip === void 0) throw tooFewCommits();
			const { policy } = await loadControls(repository, tip);
			const { target } = findTarget(policy, context.inputs.get("target") ?? "");
			const since = await context.host.readLastDeployment(targetName(target));
			return loadPendingMerges(context, {
				repository,
				parser,
				tip,
				since
			});
		}
	};
}
const readControls = loadControlsOrObserve;
/** The kind of author that the fewest rules deny: what is rehearsed in vain is denied later. */
function unattributed(targetBranch) {
	return {
		number: 1,
		title: "",
		targetBranch,
		author: {
			kind: "human",
			login: "unknown",
			onBehalfOf: []
		},
		reviews: [],
		permissions: /* @__PURE__ */ new Map(),
		teams: /* @__PURE__ */ new Map()
	};
}
function tooFewCommits() {
	return new SluiceError("internal/bug", "Git fetched fewer commits than it was asked for. What would be judged is not there, so nothing is allowed. Report it.");
}
const standardPath = "sluice-evidence.json";
/**
* The job that runs submitted SQL. It decides nothing, writes nothing to the host and holds no
* credential of a database: what it leaves is a file, which the next job reads as a stranger's.
*/
const rehearseForAction = async (context) => {
	assertThrowAway(context);
	context.progress.step("Reading the change.");
	const plan = await planOccasion(context);
	return store(plan.references.length === 0 ? [] : await rehearseAsPlanned(plan, context), context);
};
async function rehearseAsPlanned({ references, read }, context) {
	try {
		var _usingCtx$1 = _usingCtx();
		const layFacts = await readGivenFacts(context);
		const parser = _usingCtx$1.a(context.openParser());
		const fetched = _usingCtx$1.a(await context.remote.fetch(references));
		const tools = {
			context,
			parser,
			repository: fetched.repository
		};
		const rehearsals = [];
		for (const change of await read(fetched, parser)) rehearsals.push(...await rehearseChange(layFacts(change), tools));
		return rehearsals;
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/** Submitted SQL can become any account of a machine that lets everybody be root, as hosted ones do. */
function assertThrowAway({ runner, inputs }) {
	if (runner.hosted || inputs.get("ephemeral-runner") === "true") return;
	throw new SluiceError("input/usage", "The command rehearse was started on a runner that GitHub does not host. It runs submitted SQL, which could stay on a machine that is used again. Use a hosted runner, or set the input ephemeral-runner to true when this one is thrown away after each job.");
}
/** What is denied already is not run. */
async function rehearseChange(change, tools) {
	const { decision } = judge(judgeInput(change, { rehearsal: "pending" }));
	if (decision.kind === "deny") return [];
	const evidence = await rehearseAll(change, {
		...tools,
		choice: "auto",
		data: "none"
	});
	return toRehearsals(change, evidence);
}
async function store(rehearsals, { runner, inputs, files }) {
	const { repository, run } = runner;
	const text = renderStoredEvidence({
		repository,
		run,
		rehearsals
	});
	assertBounded(text);
	const path = inputs.get("evidence") ?? standardPath;
	await files.write(path, text);
	const completed = rehearsals.filter(({ evidence }) => evidence.outcome.kind === "completed");
	const notice = `Rehearsals: ${rehearsals.length}. Completed: ${completed.length}.`;
	return {
		exitCode: 0,
		outputs: {
			evidence: path,
			"evidence-digest": digestOf(text)
		},
		summary: sealMarkdown(`## Sluice rehearsed\n\n${notice} The job that decides reads what it saw.`),
		report: text,
		notice
	};
}
function assertBounded(text) {
	if (Buffer.byteLength(text) <= 2e7) return;
	throw new SluiceError("input/evidence", `The rehearsal saw more than ${largestEvidence} bytes can tell. The job that decides would refuse the file, so none was written. Split the change.`);
}
export { rehearseForAction };

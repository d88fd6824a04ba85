import { t as targetName } from "./target-C5xqcRip.js";
import { t as SluiceError } from "./errors-avTrn9RY.js";
import { n as withoutReviews } from "./pull-request-BWq9zPgQ.js";
import { t as loadChange } from "./load-change-B23jQf-Y.js";
import { i as loadControlsOrObserve, r as loadControls } from "./load-controls-CZBf0R2z.js";
import { n as loadPendingMerges } from "./pending-merges-CUvXNMDq.js";
import { t as findTarget } from "./targets-CF7r8oDN.js";
/** Asks the host where to look, once; everything else is read from git. */
async function planOccasion(context) {
	const { occasion, host } = context;
	switch (occasion.kind) {
		case "pull-request": return planPullRequests([await host.readPullRequest(occasion.number)], host.repository);
		case "head": {
			const { headRepository, branch, head } = occasion;
			return planPullRequests((await host.findByBranch(headRepository, branch)).filter((one) => one.head === head), host.repository);
		}
		case "merge-group": return planMergeGroup(occasion);
		case "branch": return planBranch(occasion.branch, context);
	}
}
/** A closed one is never decided, so its SQL is not run. */
function planPullRequests(listed, repository) {
	const open = listed.filter((pullRequest) => pullRequest.open);
	return {
		isFromFork: open.some(({ headRepository }) => headRepository !== repository),
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
		isFromFork: false,
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
		isFromFork: false,
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
export { planOccasion as t };

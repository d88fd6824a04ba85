import { t as SluiceError } from "./errors-avTrn9RY.js";
import { c as controlFilesOf } from "./demand-Cx0bx7gT.js";
import { n as withFacts } from "./read-facts-CLLD35Wp.js";
import { n as withoutReviews, t as withReviews } from "./pull-request-BWq9zPgQ.js";
import { t as withApplied } from "./load-applied-BOapU2s4.js";
import { r as loadControls } from "./load-controls-CZBf0R2z.js";
import { n as loadDatabase } from "./load-units-Qh7ezy39.js";
/**
* The steps from the tip back to `since`, which is one of them, oldest first. Without it, or when it is
* not on the line, back to where the branch got its policy: what is older was never governed.
*/
async function walk(line, since) {
	const bounded = since !== void 0 && line.commits.includes(since);
	const steps = [];
	for (const index of line.commits.keys()) {
		const step = await stepAt(line, index);
		if (step === void 0 || step === "ungoverned" && !bounded) break;
		if (step !== "ungoverned") steps.unshift(step);
		if (line.commits[index] === since) break;
	}
	return steps;
}
/** The step at a place of the line; undefined for the first commit of all, which has no base. */
async function stepAt({ repository, commits, regard }, index) {
	const commit = commits[index];
	const base = commits[index + 1];
	if (commit === void 0 || base === void 0) return void 0;
	const regarded = await regard({
		commit,
		base
	}, await repository.changedFiles(base, commit));
	if (regarded === "ungoverned") return regarded;
	return {
		commit,
		base,
		regarded: regarded === "regarded"
	};
}
/**
* What came to the branch since then and matters, oldest first, with the pull request that brought it.
* The host is asked only about commits that matter.
*/
async function findMerges(request) {
	const { repository, tip, since, regard } = request;
	const line = {
		repository,
		commits: await repository.firstParents(tip, void 0),
		regard
	};
	const asked = askOnce(request);
	const recent = await walk(line, since);
	const steps = [...await stepsBefore(line, recent[0], since, asked), ...recent];
	const merges = [];
	for (let index = 0; index < steps.length;) {
		const { merge, next } = await mergeAt(steps, index, {
			repository,
			asked
		});
		if (merge !== void 0) merges.push(merge);
		index = next;
	}
	return merges;
}
/** The merge that ended with this commit; undefined when no merged pull request did. */
async function findMerge(commit, tools) {
	const listed = (await tools.host.findByCommit(commit)).filter(({ mergedAt, mergeCommit }) => mergedAt !== void 0 && mergeCommit === commit);
	for (const { targetBranch: branch } of listed) {
		const regard = async () => "regarded";
		const span = {
			tip: commit,
			since: commit,
			branch,
			regard
		};
		const last = (await findMerges({
			...tools,
			...span
		})).at(-1);
		if (last?.kind === "pull-request" && last.commit === commit) return last;
	}
}
function askOnce({ host, branch }) {
	const read = once((number) => host.readPullRequest(number));
	return once(async (commit) => {
		const found = [];
		for (const { number, mergedAt, targetBranch } of await host.findByCommit(commit)) {
			if (mergedAt === void 0 || targetBranch !== branch) continue;
			const pullRequest = await read(number);
			if (isMergedInto(pullRequest, branch)) found.push(pullRequest);
		}
		return found;
	});
}
function once(ask) {
	const answers = /* @__PURE__ */ new Map();
	return async (key) => {
		const answer = answers.get(key) ?? ask(key);
		answers.set(key, answer);
		return answer;
	};
}
function isMergedInto(pullRequest, branch) {
	return pullRequest.mergedAt !== void 0 && pullRequest.mergeCommit !== void 0 && pullRequest.targetBranch === branch;
}
/** The earlier commits of the rebase whose last commit is the oldest of the walk. */
async function stepsBefore(line, oldest, since, asked) {
	if (oldest === void 0 || oldest.commit !== since || !oldest.regarded) return [];
	const last = (await asked(since)).find(({ mergeCommit }) => mergeCommit === since);
	if (last === void 0 || !await isSingle(line, since)) return [];
	const belongs = async (commit) => await isSingle(line, commit) && (await asked(commit)).some(({ number }) => number === last.number);
	const steps = [];
	for (let index = line.commits.indexOf(since) + 1;; index += 1) {
		const step = await stepAt(line, index);
		if (step === void 0 || step === "ungoverned") return steps;
		if (!await belongs(step.commit)) return steps;
		steps.unshift(step);
	}
}
async function mergeAt(steps, index, reading) {
	const step = steps[index];
	if (step?.regarded !== true) return { next: index + 1 };
	const { base, commit } = step;
	for (const pullRequest of await reading.asked(commit)) {
		const rest = steps.slice(index);
		const length = rest.findIndex((later) => later.commit === pullRequest.mergeCommit) + 1;
		const group = rest.slice(0, length);
		const last = group.at(-1);
		if (last === void 0 || !await cameTogether(group, pullRequest, reading)) continue;
		const how = length > 1 ? "rebase" : await howMerged(reading, commit);
		return {
			merge: {
				kind: "pull-request",
				pullRequest,
				base,
				commit: last.commit,
				how
			},
			next: index + length
		};
	}
	return {
		merge: {
			kind: "direct-push",
			base,
			commit
		},
		next: index + 1
	};
}
/** A rebase puts plain commits on the branch, one after another, and the host says that of each. */
async function cameTogether(group, { number }, { repository, asked }) {
	if (group.length === 1) return true;
	for (const { commit, regarded } of group) {
		if (!await isSingle({ repository }, commit)) return false;
		if (!regarded) continue;
		if (!(await asked(commit)).some((brought) => brought.number === number)) return false;
	}
	return true;
}
async function howMerged(reading, commit) {
	return await isSingle(reading, commit) ? "squash" : "merge";
}
async function isSingle({ repository }, commit) {
	return (await repository.parents(commit)).length === 1;
}
/**
* Whether the first commit of a rebase is one that the pull request itself holds. A rebase makes new
* commits; this one was pushed to the branch, and its lines were in nobody's difference to review.
*/
async function wasThereBefore({ how, base, commit, pullRequest }, repository) {
	if (how !== "rebase") return false;
	const first = (await repository.firstParents(commit, base)).at(-1);
	return first === void 0 || await repository.mergeBase(first, pullRequest.head) === first;
}
/**
* Reads a merged change from git: what the merge brought to the target branch, judged by the controls
* of its first parent. Throws when it was not merged, or when the merge holds other governed bytes
* than the head that was reviewed.
*/
async function loadMerged(given, context, tools) {
	const { repository } = tools;
	const commit = await repository.resolve(given.options.get("commit") ?? "");
	const path = given.options.get("pull-request");
	const merged = path === void 0 ? await loadFromHost(commit, {
		...tools,
		host: await context.openLiveCodeHost()
	}) : await loadRecorded(commit, path, {
		...tools,
		context
	});
	const [other] = await findOtherBytes(merged, repository);
	if (other !== void 0) throw refusal(`${JSON.stringify(other)} ${otherBytes}`, "Open a pull request with what is really meant, and have it approved.");
	return withFacts(merged, given, context);
}
async function loadRecorded(commit, path, { context, ...tools }) {
	const pullRequest = await context.openCodeHost(path).readPullRequest(context.signal);
	if (pullRequest.mergedAt === void 0) throw refusal("The pull request is not merged.", "Merge it first.");
	return loadMerge({
		pullRequest,
		commit,
		...await findSpan(pullRequest, commit, tools.repository)
	}, tools);
}
async function loadFromHost(commit, { host, ...tools }) {
	const { repository } = tools;
	const merge = await findMerge(commit, {
		repository,
		host
	});
	if (merge === void 0 || await wasThereBefore(merge, repository)) throw refusal("No pull request was merged as this commit.", "Name the commit that the merge made; of a rebase, the last one.");
	const { pullRequest, base } = merge;
	const loaded = await loadMerge({
		pullRequest: withoutReviews(pullRequest),
		base,
		commit,
		head: pullRequest.head
	}, tools);
	return {
		...await withReviews(loaded, pullRequest, {
			host,
			repository
		}),
		commit
	};
}
/** What the merge would run on the database of a target, in order. */
function unitsFor({ databases }, { database }) {
	return databases.find((part) => part.database.name === database.name)?.units ?? [];
}
/** Reads what a merge brought. Whether these are the bytes that were reviewed, findOtherBytes says. */
async function loadMerge({ pullRequest, base, commit, head }, tools) {
	const { files, ...brought } = await loadSpan({
		base,
		commit
	}, tools);
	return {
		change: {
			pullRequest,
			base,
			head,
			files
		},
		...brought,
		commit
	};
}
/** Reads what was brought from `base` to `commit`; `substitute` stands in where those of the base cannot be read. */
async function loadSpan({ base, commit }, { repository, parser }, substitute) {
	const [files, controls, before, after] = await Promise.all([
		repository.changedFiles(base, commit),
		substitute ?? loadControls(repository, base),
		repository.tree(base),
		repository.tree(commit)
	]);
	const databases = [];
	for (const database of controls.policy.databases) databases.push(await withApplied(await loadDatabase(database, {
		before,
		after,
		commit
	}, {
		repository,
		parser
	}), controls.policy, {
		after,
		repository
	}));
	return {
		files,
		controls,
		databases
	};
}
/**
* Governed paths and control files of the merge that do not hold what the reviewed head holds: a
* conflict that was settled in the merge, or a merge made by hand, can bring what nobody reviewed. A
* control file that both sides changed may hold what git makes of the two.
*/
async function findOtherBytes({ change, commit, databases }, repository) {
	const reviewed = entriesOf(await repository.tree(change.head));
	const merged = entriesOf(await repository.tree(commit));
	const differs = (path) => reviewed.get(path) !== merged.get(path);
	const governed = databases.flatMap(({ units }) => units.map(({ path }) => path)).filter(differs);
	const controls = controlFilesOf(change).filter(differs);
	if (controls.length === 0) return governed;
	const made = await repository.mergedTree(change.base, change.head);
	if (made === void 0) return [...governed, ...controls];
	const expected = entriesOf(made);
	return [...governed, ...controls.filter((path) => expected.get(path) !== merged.get(path))];
}
/** What is said after the path. */
const otherBytes = "holds other bytes after the merge than at the head that was reviewed.";
function entriesOf(entries) {
	return new Map(entries.map(({ path, entry, blob }) => [path, `${entry} ${blob}`]));
}
async function findSpan(pullRequest, commit, repository) {
	const [base, merged] = await repository.parents(commit);
	if (base === void 0) throw refusal("The commit has no parent.", "Name the commit that the merge made.");
	const head = pullRequest.head ?? merged;
	if (head === void 0) throw refusal("Nothing says which head was reviewed: the commit is no merge and the pull request was recorded without its head.", "Record the pull request with its head.");
	return {
		base,
		head
	};
}
function refusal(what, instead) {
	return new SluiceError("input/pull-request", `${what} Sluice applies only what was reviewed and merged, so nothing was applied. ${instead}`);
}
export { otherBytes as a, wasThereBefore as c, loadSpan as i, walk as l, loadMerge as n, unitsFor as o, loadMerged as r, findMerges as s, findOtherBytes as t };

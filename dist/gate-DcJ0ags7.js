import { t as readGivenFacts } from "./given-facts-CnS8abEw.js";
import { n as readEvidenceFile, t as findEvidence } from "./evidence-file-3kBahINM.js";
import { t as loadChange } from "./load-change-B23jQf-Y.js";
import { i as loadControlsOrObserve } from "./load-controls-CZBf0R2z.js";
import { t as SluiceError } from "./errors-avTrn9RY.js";
import { l as visible, o as sealMarkdown, s as sealTerminal } from "./redact-BwiI-7Ds.js";
import { t as toCanonicalJson } from "./canonical-json-CfZZNO51.js";
import { n as digestOf } from "./digest-YHUy-tYU.js";
import { a as evidenceDigest, s as withoutTimes } from "./facts-CMPa7y4B.js";
import { t as changeDigest } from "./clear-3gg4Dy9Q.js";
import { c as controlFilesOf } from "./demand-Cx0bx7gT.js";
import { n as judge, t as judgeInput } from "./judge-input-CRrUtrOs.js";
import { n as toReviewReport } from "./review-report-DJiXYKXg.js";
import { i as renderReviewMarkdown, n as hintsAgainst, r as notComparedInWords, t as crossableOrders } from "./other-changes-zTAzWvk0.js";
import { _ as whoMay, r as count } from "./words-CZv-m8tx.js";
import { n as withoutReviews, t as withReviews } from "./pull-request-BWq9zPgQ.js";
import { t as _usingCtx } from "./usingCtx-BdeZztvE.js";
import { a as renderReviewJson } from "./render-json-CLtfsbJv.js";
const prefix = "sluice/gate: ";
/** Whether a status of this name is a verdict of ours on some branch. */
function isStatusContext(context) {
	return context.startsWith(prefix);
}
/** A status belongs to a commit, which may be proposed to several branches: each has its own. */
function statusContext({ targetBranch }) {
	return `${prefix}${targetBranch}`;
}
function isSameSubject(one, other) {
	return one.head === other?.head && one.targetBranch === other.targetBranch;
}
/** Takes an older verdict away while this run works: a slow or broken run must not leave a green one. */
async function writePending(subject, board) {
	await write(subject, {
		state: "pending",
		description: looking(subject)
	}, board);
}
/**
* Does the work, and writes the verdict `error` when it fails: whatever is thrown refuses the gate.
* Throws what the work threw, also when that verdict cannot be written.
*/
async function orError(subject, board, work) {
	try {
		return await work();
	} catch (failure) {
		await tryToWriteError(subject, failure, board);
		throw failure;
	}
}
/** Writes the last verdict of this run; false when a newer run has begun, which then has the word. */
async function writeVerdict(subject, verdict, board) {
	if (await isSuperseded(subject, board)) return false;
	await write(subject, verdict, board);
	return true;
}
/** Writes a verdict without looking for a newer run. */
async function write(subject, verdict, { host, runner }) {
	await host.writeVerdict(subject.head, {
		...verdict,
		context: statusContext(subject),
		url: runner.url
	});
}
/**
* Whether another run of ours wrote here after we wrote `pending`. Whoever may push can write any
* verdict: what another account wrote is no run of ours and does not silence us.
*/
async function isSuperseded(subject, { host, runner }) {
	const verdicts = await host.readVerdicts(subject.head, statusContext(subject));
	const isOurs = ({ url, state }) => url === runner.url && state === "pending";
	const own = verdicts.findLast(isOurs);
	if (own === void 0) throw new SluiceError("host/answer", "GitHub does not show the verdict that this run wrote, so it is not certain which run has the word. Nothing is allowed. Run the workflow again.");
	return !isOurs(verdicts.find(({ creator }) => creator === own.creator) ?? own);
}
/** Best effort: the failure itself matters more than that it could not be shown. */
async function tryToWriteError(subject, failure, board) {
	const description = errorInWords(failure);
	try {
		if (await mayWriteError(subject, board)) await write(subject, {
			state: "error",
			description
		}, board);
	} catch {
		return;
	}
}
/** The description of a verdict `error`. */
function errorInWords(failure) {
	const code = failure instanceof SluiceError ? failure.code : "internal/bug";
	return sealTerminal(`Sluice could not decide (${code}), so nothing is allowed.`);
}
/** Where nobody can tell which run is the newest, the one that refuses has the word. */
async function mayWriteError(subject, board) {
	try {
		return !await isSuperseded(subject, board);
	} catch {
		return true;
	}
}
function looking({ head }) {
	return sealTerminal(`Sluice is looking at ${head.slice(0, 12)}.`);
}
function decisionInputs({ change, controls, databases, facts: known }, evidence) {
	const policy = controls.policy.digest;
	const changes = databases.map(({ database, units }) => changeDigest(database.name, units));
	const seen = [...evidence.values()].map((one) => evidenceDigest(withoutTimes(one)));
	const { base, head } = change;
	const facts = known === void 0 ? {} : { facts: digestOf(JSON.stringify([...known])) };
	return {
		policy,
		evidence: seen,
		digest: digestOf(toCanonicalJson({
			policy,
			changes,
			evidence: seen,
			head,
			base,
			...facts
		}))
	};
}
/** The first twelve digits. */
function shortDigest(digest) {
	return digest.slice(7, 19);
}
/** The pull requests of every commit that the group adds to the target branch. */
async function findMembers({ base, head, targetBranch }, repository, host) {
	const isMember = ({ open, targetBranch: branch }) => open && branch === targetBranch;
	const numbers = /* @__PURE__ */ new Set();
	for (const commit of await repository.firstParents(head, base)) {
		const listed = (await findOfCommit(commit, repository, host)).filter(isMember);
		if (listed.length === 0) return { kind: "unknown" };
		for (const { number } of listed) numbers.add(number);
	}
	const members = await Promise.all([...numbers].toSorted((one, other) => one - other).map((number) => host.readPullRequest(number)));
	const [first, ...others] = members;
	if (first === void 0 || !members.every(isMember)) return { kind: "unknown" };
	return {
		kind: "known",
		members: [first, ...others]
	};
}
/** A merge names the head that it merged; whatever else adds a commit, the host has to know it. */
async function findOfCommit(commit, repository, host) {
	const [parent, merged, ...more] = await repository.parents(commit);
	if (parent === void 0 || more.length > 0) return [];
	if (merged !== void 0) return (await host.findByCommit(merged)).filter(({ head }) => head === merged);
	const known = await host.findByCommit(commit);
	return known.length > 0 ? known : findNamedBy(await subjectOf(commit, parent, repository), host);
}
/**
* A squash belongs to no pull request before it is merged; its subject ends with the number. That is
* only where to look: the governed bytes of the group have to be those of the pull request.
*/
async function findNamedBy(subject, host) {
	const [, number] = /\(#([1-9]\d{0,8})\)$/.exec(subject) ?? [];
	if (number === void 0) return [];
	try {
		return [await host.readPullRequest(Number(number))];
	} catch (failure) {
		if (failure instanceof SluiceError && failure.code === "host/not-found") return [];
		throw failure;
	}
}
async function subjectOf(commit, parent, repository) {
	const [facts] = await repository.history(parent, commit, 1);
	return facts?.message.split("\n")[0]?.trimEnd() ?? "";
}
/**
* Why the group cannot be taken for its pull requests, or undefined. A conflict that the queue settled,
* or a commit that somebody slipped in, can hold bytes that no pull request has; and what is in order in
* each alone can be refused when they come together.
*/
async function problemOfGroup(whole, members, repository) {
	const strange = "The group holds other governed bytes than its pull requests.";
	const inGroup = await readEntries(whole, repository);
	const known = /* @__PURE__ */ new Set();
	for (const { loaded } of members) {
		const inMember = await readEntries(loaded, repository);
		for (const path of judgedPaths(loaded)) {
			if (inMember.get(path) !== inGroup.get(path)) return strange;
			known.add(path);
		}
	}
	if (!judgedPaths(whole).every((path) => known.has(path))) return strange;
	const isRefused = whole.databases.some(({ refused }) => refused.length > 0);
	const isEachFine = members.every(({ loaded }) => loaded.databases.every(({ refused }) => refused.length === 0));
	return isRefused && isEachFine ? "Together the pull requests of the group hold governed files that are refused." : void 0;
}
/** A rehearsal of the whole group saw each member too, in the order in which they will be merged. */
function evidenceOfMember({ databases }, own, ofGroup) {
	const found = databases.flatMap(({ database, units }) => {
		const evidence = own.get(database.name) ?? partOf(ofGroup.get(database.name), units);
		return evidence === void 0 ? [] : [[database.name, evidence]];
	});
	return new Map(found);
}
function partOf(evidence, units) {
	if (evidence === void 0 || units.length === 0) return void 0;
	const seen = evidence.units.filter(({ unitId, digest }) => units.some((unit) => unit.id === unitId && unit.digest === digest));
	if (evidence.outcome.kind === "completed" && seen.length !== units.length) return void 0;
	return {
		...evidence,
		units: seen
	};
}
async function readEntries({ change }, repository) {
	const tree = await repository.tree(change.head);
	return new Map(tree.map(({ path, entry, blob }) => [path, `${entry} ${blob}`]));
}
/** Every path of the change that is governed or a control file. */
function judgedPaths({ change, databases }) {
	return [...databases.flatMap(({ units, refused }) => [...units, ...refused].map(({ path }) => path)), ...controlFilesOf(change)];
}
/** Whether nothing of the change is Sluice's business. */
function isUngoverned({ change, databases }) {
	return controlFilesOf(change).length === 0 && databases.every(({ units, refused }) => units.length === 0 && refused.length === 0);
}
/** The last decision: with the rehearsal where every touched database has one, else without. */
function judgePullRequest(listed, loaded, { all, evidence }) {
	const touched = loaded.databases.filter(({ units }) => units.length > 0);
	const isRehearsed = touched.every(({ database }) => evidence.has(database.name));
	const judgement = judge(judgeInput(loaded, {
		rehearsal: isRehearsed ? "done" : "skipped",
		evidence
	}));
	const report = toReviewReport(loaded, judgement, evidence);
	return {
		listed,
		report: all.length > 0 && evidence.size === 0 && touched.length > 0 ? {
			...report,
			notRehearsed: rehearsedOther
		} : report,
		inputs: decisionInputs(loaded, evidence),
		effects: judgement.effects
	};
}
const rehearsedOther = "The rehearsal saw another state of the change or of the target branch, so it does not count. Run the workflow again.";
const marker = "<!-- sluice:gate -->";
/**
* Says on each pull request what was decided. Best effort: whoever reads the status knows the verdict
* without it. Gives the number of comments that could not be written.
*/
async function tryToComment(judged, ruling, host) {
	let failed = 0;
	for (const one of judged) try {
		await host.writeComment(one.listed.number, marker, toComment(one, ruling));
	} catch {
		failed++;
	}
	return failed;
}
/** Without a time, so that the same state is the same text and nobody is told twice. */
function toComment(judged, ruling) {
	const { policy, evidence } = judged.inputs;
	const seen = evidence.length === 0 ? "none" : evidence.map(shortDigest).join(", ");
	return sealMarkdown([
		marker,
		...sharedHead(judged, ruling),
		renderReviewMarkdown(untimed(judged.report)),
		`<sub>Policy ${shortDigest(policy)} · evidence ${seen} · head ${judged.listed.head}</sub>`
	].join("\n"));
}
function untimed(report) {
	const { evidence } = report;
	return evidence === void 0 ? report : {
		...report,
		evidence: withoutTimes(evidence)
	};
}
function sharedHead({ listed }, { state, decisive }) {
	if (state === "success" || decisive.listed.number === listed.number) return [];
	return [`Pull request ${decisive.listed.number} proposes the same commit to the same branch and blocks it. The status is the one of that pull request.`, ""];
}
/** The worst of them, in one line that says who must do what. */
function rule(first, ...others) {
	const blocking = [first, ...others].find((judged) => !passes(judged));
	const decisive = blocking ?? first;
	const prefix = others.length > 0 && blocking !== void 0 ? `#${decisive.listed.number}: ` : "";
	return {
		state: blocking === void 0 ? "success" : "failure",
		decisive,
		description: describe(`${prefix}${inWords$1(decisive)}`, decisive.inputs)
	};
}
const ungovernedInWords = "Nothing here is governed.";
const longestDescription = 140;
/** One line of at most 140 characters that ends with the digest of what was decided on. */
function describe(words, { digest }) {
	const end = ` · ${shortDigest(digest)}`;
	return sealTerminal(`${cut(sealTerminal(words), longestDescription - end.length)}${end}`);
}
function passes({ report }) {
	return report.decision.kind === "allow" || report.policy.mode === "observe";
}
function inWords$1(judged) {
	const { report } = judged;
	if (report.policy.mode === "enforce") return enforcedInWords(judged);
	switch (report.decision.kind) {
		case "allow": return "Observe: would be allowed.";
		case "await-approval": return `Observe: would need ${missingInWords(report.decision)}`;
		case "deny": return `Observe: would be denied: ${visible(report.decision.because[0] ?? "")}`;
	}
}
function enforcedInWords({ report: { decision, approvals } }) {
	switch (decision.kind) {
		case "allow": {
			const names = approvals.map(({ login }) => visible(`@${login}`)).join(", ");
			return names === "" ? "Allowed: no approval is needed." : `Allowed: approved by ${names}`;
		}
		case "await-approval": return `Needs ${missingInWords(decision)}`;
		case "deny": return `Denied: ${visible(decision.because[0] ?? "")}`;
	}
}
/** Names first: who is named has to act, whatever room is left for the rest. */
function missingInWords({ missing }) {
	const named = missing.filter(({ anyOf }) => anyOf.length > 0);
	const anybody = missing.filter(({ anyOf }) => anyOf.length === 0);
	return [...new Set([...named, ...anybody].map((one) => whoMay(one, visible)))].join(", and ");
}
function cut(text, longest) {
	if (text.length <= longest) return text;
	return `${text.slice(0, longest - 1).replace(/\p{Surrogate}$/u, "").trimEnd()}…`;
}
/** The verdict first: it was true a moment ago, and a comment may take seconds. */
async function publish({ subject, judged, commented, stillHolds }, context) {
	const ruling = rule(...judged);
	if (ruling.state === "success" && !await stillHolds()) return { kind: "changed" };
	if (!await writeVerdict(subject, ruling, context)) return { kind: "superseded" };
	return {
		kind: "judged",
		ruling,
		judged,
		failedComments: await tryToComment(commented, ruling, context.host)
	};
}
function unsettled() {
	return new SluiceError("host/unsettled", "What was to be judged changed each time that it was judged, so no verdict would have been about what is there now. Nothing is allowed. Run the workflow again when nobody pushes or reviews.");
}
/** Whether the host still shows what was judged: the same heads, the same reviews, the same people. */
async function stillHolds(judged, host) {
	for (const one of judged) if (!await holds(one, host)) return false;
	return true;
}
async function holds({ listed, report }, host) {
	const now = await host.readPullRequest(listed.number);
	if (!now.open || now.head !== listed.head || now.targetBranch !== listed.targetBranch) return false;
	if (!isSame(now.assignees, listed.assignees)) return false;
	const { reviews } = report.change.pullRequest;
	return isSame(await host.readReviews(now, reviews), reviews);
}
function isSame(now, before) {
	return JSON.stringify(now) === JSON.stringify(before);
}
/** Judges what a merge queue is about to merge: every pull request of the group has to be allowed. */
async function gateMergeGroup(group, tools) {
	return orError(group, tools.context, async () => {
		await writePending(group, tools.context);
		for (let round = 1; round <= 3; round++) {
			const outcome = await lookOnce$1(group, tools);
			if (outcome.kind !== "changed") return outcome;
		}
		throw unsettled();
	});
}
async function lookOnce$1(group, tools) {
	try {
		var _usingCtx$4 = _usingCtx();
		const { context } = tools;
		const fetched = _usingCtx$4.a(await context.remote.fetch([{
			kind: "commit",
			commit: group.base
		}, {
			kind: "commit",
			commit: group.head
		}]));
		const whole = await load(group, asPullRequest(group), {
			...tools,
			fetched
		});
		if (isUngoverned(whole)) return await conclude(group, whole, { kind: "ungoverned" }, tools);
		const members = await findMembers(group, fetched.repository, context.host);
		if (members.kind === "unknown") return await conclude(group, whole, {
			kind: "refused",
			why: "Cannot tell which pull request brought a commit of the group."
		}, tools);
		return await lookAtMembers(group, whole, members.members, tools);
	} catch (_) {
		_usingCtx$4.e = _;
	} finally {
		await _usingCtx$4.d();
	}
}
async function lookAtMembers(group, whole, members, tools) {
	try {
		var _usingCtx3 = _usingCtx();
		const { context } = tools;
		const fetched = _usingCtx3.a(await context.remote.fetch([
			{
				kind: "commit",
				commit: group.base
			},
			{
				kind: "commit",
				commit: group.head
			},
			...members.map(({ number }) => ({
				kind: "pull-request",
				number
			}))
		]));
		const heads = fetched.commits.slice(2);
		if (members.some(({ head }, index) => heads[index] !== head)) return { kind: "changed" };
		const loaded = await loadMembers(group, members, {
			...tools,
			fetched
		});
		const why = await problemOfGroup(whole, loaded, fetched.repository);
		if (why !== void 0) return await conclude(group, whole, {
			kind: "refused",
			why
		}, tools);
		const judged = await judgeMembers(whole, loaded, {
			...tools,
			fetched
		});
		const [first, ...others] = judged;
		if (first === void 0) return { kind: "changed" };
		return await publish({
			subject: group,
			judged: [first, ...others],
			commented: [],
			stillHolds: () => stillHolds(judged, context.host)
		}, context);
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
async function loadMembers(group, members, tools) {
	const loaded = [];
	for (const listed of members) loaded.push({
		listed,
		loaded: await load({
			...group,
			head: listed.head
		}, withoutReviews(listed), tools)
	});
	return loaded;
}
async function judgeMembers(whole, members, { context, fetched: { repository } }) {
	const heads = [whole.change.head, ...members.map(({ listed }) => listed.head)];
	const rehearsals = await readEvidenceFile(context, heads);
	const ofGroup = findEvidence(whole, rehearsals);
	const judged = [];
	for (const { listed, loaded } of members) {
		const evidence = evidenceOfMember(loaded, findEvidence(loaded, rehearsals), ofGroup);
		const complete = await withReviews(loaded, listed, {
			host: context.host,
			repository
		});
		judged.push(judgePullRequest(listed, complete, {
			all: rehearsals,
			evidence
		}));
	}
	return judged;
}
async function load({ base, head }, pullRequest, { layFacts, parser, fetched: { repository } }) {
	return layFacts(await loadChange({
		pullRequest,
		base,
		head
	}, {
		repository,
		parser,
		readControls: loadControlsOrObserve
	}));
}
/** A group has no author and no reviews of its own; nothing is ever decided by this one. */
function asPullRequest({ head, targetBranch }) {
	return {
		number: 0,
		title: "merge group",
		head,
		targetBranch,
		author: {
			kind: "automation",
			login: "github-merge-queue[bot]",
			onBehalfOf: []
		},
		reviews: [],
		permissions: /* @__PURE__ */ new Map(),
		teams: /* @__PURE__ */ new Map()
	};
}
async function conclude(group, whole, outcome, { context }) {
	const isObserved = whole.controls.policy.mode === "observe";
	const isRefused = outcome.kind === "refused" && !isObserved;
	const words = outcome.kind === "refused" ? outcome.why : ungovernedInWords;
	const description = describe(outcome.kind === "refused" && isObserved ? `Observe: ${words}` : words, decisionInputs(whole, /* @__PURE__ */ new Map()));
	return await writeVerdict(group, {
		state: isRefused ? "failure" : "success",
		description
	}, context) ? outcome : { kind: "superseded" };
}
/** The newest of those that people could merge next. */
const mostCompared = 20;
/**
* Adds to the reports how the change could deadlock with other open pull requests, where it holds one
* table while it waits for another. A hint: it changes no decision, and nothing that goes wrong with
* another pull request does.
*/
async function withOtherOrders([first, ...others], loaded, tools) {
	const orders = crossableOrders(loaded, first.effects);
	if (orders.size === 0) return [first, ...others];
	const hints = await compare({
		loaded,
		orders
	}, first.listed, tools);
	const told = (judged) => ({
		...judged,
		report: {
			...judged.report,
			deadlocks: [...judged.report.deadlocks ?? [], ...hints]
		}
	});
	return [told(first), ...others.map(told)];
}
async function compare(own, listed, { context, parser }) {
	try {
		try {
			var _usingCtx$3 = _usingCtx();
			const { compared, left } = await chooseOthers(listed, context);
			if (compared.length === 0) return notComparedInWords(left);
			const { repository, commits } = _usingCtx$3.a(await context.remote.fetch([{
				kind: "commit",
				commit: own.loaded.change.base
			}, ...compared.map(({ number }) => ({
				kind: "pull-request",
				number
			}))]));
			const others = compared.flatMap((one, index) => {
				const head = commits[index + 1];
				return head === void 0 ? [] : [{
					name: nameOf(one),
					head
				}];
			});
			const { clock, signal } = context;
			return [...await hintsAgainst(own, others, {
				repository,
				parser,
				clock,
				signal
			}), ...notComparedInWords(left)];
		} catch (_) {
			_usingCtx$3.e = _;
		} finally {
			await _usingCtx$3.d();
		}
	} catch (failure) {
		if (context.signal.aborted || !(failure instanceof SluiceError)) throw failure;
		return ["The order of its locks was not compared with other open pull requests (they could not be read)."];
	}
}
/** Anybody may open a pull request from a fork, with as much in it as they like. */
async function chooseOthers({ number, head, targetBranch }, { host }) {
	const { newest, isAll } = await host.findByTarget(targetBranch);
	const others = newest.filter((other) => other.number !== number && other.head !== head);
	const own = others.filter(({ headRepository }) => headRepository === host.repository);
	const forks = others.filter(({ headRepository }) => headRepository !== host.repository);
	const tooMany = own.slice(mostCompared);
	return {
		compared: own.slice(0, mostCompared),
		left: [...forks.map((one) => ({
			name: nameOf(one),
			why: "of a fork"
		})), ...tooMany.length > 0 || !isAll ? [{
			name: "older open pull requests",
			why: `only the ${mostCompared} newest are looked at`
		}] : []]
	};
}
function nameOf({ number }) {
	return `pull request ${number}`;
}
/** Judges a pull request as it is now, and says so on its head. Starts over when it changes meanwhile. */
async function gatePullRequest(number, tools, earlier = { round: 0 }) {
	const { context } = tools;
	const listed = await context.host.readPullRequest(number);
	if (!listed.open) return { kind: "closed" };
	const round = earlier.round + 1;
	return orError(listed, context, async () => {
		if (!isSameSubject(listed, earlier.subject)) await writePending(listed, context);
		const outcome = await lookOnce(listed, tools);
		if (outcome.kind !== "changed") return outcome;
		if (round === 3) throw unsettled();
		return gatePullRequest(number, tools, {
			round,
			subject: listed
		});
	});
}
async function lookOnce(listed, { context, parser, layFacts }) {
	try {
		var _usingCtx$2 = _usingCtx();
		const { repository, commits } = _usingCtx$2.a(await context.remote.fetch([{
			kind: "branch",
			name: listed.targetBranch
		}, {
			kind: "pull-request",
			number: listed.number
		}]));
		const [base, head] = commits;
		if (base === void 0 || head !== listed.head) return { kind: "changed" };
		const proposed = {
			pullRequest: withoutReviews(listed),
			base,
			head
		};
		const loaded = layFacts(await loadChange(proposed, {
			repository,
			parser,
			readControls: loadControlsOrObserve
		}));
		const isTip = async () => await context.remote.tipOf(listed.targetBranch) === base;
		if (isUngoverned(loaded)) return await isTip() ? await passUngoverned(listed, loaded, context) : { kind: "changed" };
		const judged = await withOtherOrders(await judgeAll(listed, loaded, {
			context,
			repository
		}), loaded, {
			context,
			parser
		});
		return await publish({
			subject: listed,
			judged,
			commented: judged,
			stillHolds: async () => await isTip() && await stillHolds(judged, context.host)
		}, context);
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}
/** Nothing that anybody said could matter, so nothing more is asked: most pull requests end here. */
async function passUngoverned(subject, loaded, context) {
	const inputs = decisionInputs(loaded, /* @__PURE__ */ new Map());
	await write(subject, {
		state: "success",
		description: describe(ungovernedInWords, inputs)
	}, context);
	return { kind: "ungoverned" };
}
/** A status belongs to the commit: everybody who proposes it to the same branch is judged for it. */
async function judgeAll(listed, loaded, { context, repository }) {
	const { host } = context;
	const rehearsals = await readEvidenceFile(context, [listed.head]);
	const rehearsed = {
		all: rehearsals,
		evidence: findEvidence(loaded, rehearsals)
	};
	const judgeOne = async (one) => judgePullRequest(one, await withReviews(loaded, one, {
		host,
		repository
	}), rehearsed);
	const others = await findOthers(listed, host);
	const judged = [await judgeOne(listed)];
	for (const other of others) judged.push(await judgeOne(other));
	return judged;
}
/** Read one by one, because a list may tell less of each. */
async function findOthers(listed, host) {
	const isOther = (other) => other.open && other.number !== listed.number && isSameSubject(other, listed);
	const found = (await host.findByCommit(listed.head)).filter(isOther);
	return (await Promise.all(found.map(({ number }) => host.readPullRequest(number)))).filter(isOther);
}
/** What the run of the action shows. The job is green whatever the verdict is: the status says it. */
function toResult(outcomes) {
	const decisive = outcomes.toSorted((one, other) => weight(other) - weight(one))[0];
	const judged = outcomes.flatMap((outcome) => outcome.kind === "judged" ? outcome.judged : []);
	const report = decisive?.kind === "judged" ? decisive.ruling.decisive.report : void 0;
	const sentences = outcomes.map(inWords);
	return {
		exitCode: 0,
		outputs: outputsOf(decisive),
		summary: judged.length > 0 ? summarize(judged) : sealMarkdown(sentencesOf(sentences)),
		notice: sentencesOf(sentences),
		...report === void 0 ? {} : { report: renderReviewJson(report) }
	};
}
function sentencesOf(sentences) {
	return sentences.length === 0 ? "No open pull request has this head, so there is nothing to do." : sentences.join("\n");
}
function summarize(judged) {
	return sealMarkdown(judged.map(({ report }) => renderReviewMarkdown(report)).join("\n"));
}
/** The worst of several is what the outputs tell. */
function weight(outcome) {
	switch (outcome.kind) {
		case "refused": return 4;
		case "judged": return outcome.ruling.state === "failure" ? 3 : 2;
		case "ungoverned": return 1;
		case "superseded":
		case "closed": return 0;
	}
}
function outputsOf(outcome) {
	switch (outcome?.kind) {
		case "judged": {
			const { decision, assessment } = outcome.ruling.decisive.report;
			const { level, score } = assessment;
			return {
				decision: decision.kind,
				level,
				score: String(score)
			};
		}
		case "ungoverned": return {
			decision: "allow",
			level: "low",
			score: "0"
		};
		case "refused": return { decision: "deny" };
		case "superseded":
		case "closed":
		case void 0: return {};
	}
}
function inWords(outcome) {
	switch (outcome.kind) {
		case "closed": return "The pull request is closed, so nothing was written.";
		case "superseded": return "A newer run has begun and has the word, so this one wrote no verdict.";
		case "ungoverned": return `${ungovernedInWords} The verdict is success.`;
		case "refused": return outcome.why;
		case "judged": return [`Pull request ${outcome.ruling.decisive.listed.number}: ${judgedInWords(outcome.ruling)}.`, ...outcome.failedComments === 0 ? [] : [`${count(outcome.failedComments, "comment")} could not be written; the job may lack the permission pull-requests: write.`]].join(" ");
	}
}
function judgedInWords({ state, decisive }) {
	const { decision, assessment, policy } = decisive.report;
	const { score, level } = assessment;
	return `the verdict is ${state}, the decision ${decision.kind} in mode ${policy.mode}, risk ${score} of 100, ${level}`;
}
/**
* The pull requests that a run has to look at. An event only tells where to look: what counts is what
* the host shows. Throws SluiceError input/event.
*/
async function findSubjects(occasion, host) {
	switch (occasion.kind) {
		case "pull-request": return [occasion.number];
		case "head": return (await host.findByBranch(occasion.headRepository, occasion.branch)).filter(({ head }) => head === occasion.head).map(({ number }) => number);
		case "branch": throw new SluiceError("input/event", "This event is about a branch, and the gate judges pull requests. There is nothing to judge, so nothing is allowed. Start it from the events of examples/.");
	}
}
/** Looks at each, also when another fails: an older verdict must not stand on any of them. */
async function lookAtEach(numbers, look) {
	const settled = [];
	for (const number of numbers) settled.push(...await Promise.allSettled([look(number)]));
	return settled.map((one) => {
		if (one.status === "rejected") throw one.reason;
		return one.value;
	});
}
/**
* Does the work. When it fails, perhaps before it could tell what to judge, earlier verdicts that allow
* the head of the event are taken back. Throws what the work threw.
*/
async function orTakeBack(occasion, board, work) {
	try {
		return await work();
	} catch (failure) {
		if ("head" in occasion) await tryToTakeBack(occasion.head, failure, board);
		throw failure;
	}
}
/** Best effort: the failure itself matters more than that it could not be shown. */
async function tryToTakeBack(head, failure, board) {
	try {
		const contexts = await board.host.readContexts(head);
		for (const context of contexts.filter(isStatusContext)) await takeBack(head, context, failure, board);
	} catch {
		return;
	}
}
/** What this very run allowed was judged by it, before something else broke. */
async function takeBack(head, context, failure, { host, runner }) {
	const [newest] = await host.readVerdicts(head, context);
	if (newest?.state !== "success" || newest.url === runner.url) return;
	const description = errorInWords(failure);
	await host.writeVerdict(head, {
		context,
		state: "error",
		description,
		url: runner.url
	});
}
/** Finds the pull requests of the event, judges each as its host shows it now, and publishes the verdict. */
const gate = async (context) => {
	try {
		var _usingCtx$1 = _usingCtx();
		const { host, occasion, progress } = context;
		const parser = _usingCtx$1.a(context.openParser());
		progress.step("Judging the pull request.");
		const tools = {
			context,
			parser,
			layFacts: await readGivenFacts(context)
		};
		if (occasion.kind === "merge-group") return toResult([await gateMergeGroup(occasion, tools)]);
		return toResult(await orTakeBack(occasion, context, async () => {
			return lookAtEach(await findSubjects(occasion, host), (number) => gatePullRequest(number, tools));
		}));
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
};
export { gate };

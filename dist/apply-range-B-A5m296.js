import { a as otherBytes, c as wasThereBefore, i as loadSpan, s as findMerges, t as findOtherBytes } from "./load-merged-CkhXKqlb.js";
import { t as targetName } from "./target-C5xqcRip.js";
import { i as sealJson, n as codeSpan, o as sealMarkdown, s as sealTerminal } from "./redact-BwiI-7Ds.js";
import { b as answerInWords, f as shortSha, r as count, u as rowsInWords } from "./words-CZv-m8tx.js";
import { C as tellsOf, a as readRefusedSpans, b as readTargetFacts, g as inOwnTransaction, i as heldUnits, l as pinForKeeper, o as readTargetLedger, p as takeLock, r as findUnstaged, t as nextSteps, w as toRefusedMergeBody, x as readTime } from "./explain-BiceYl1W.js";
import { a as readEvents, c as installLedger, t as appendRecord } from "./ledger-DzEIjMMD.js";
import { t as _usingCtx } from "./usingCtx-BdeZztvE.js";
import { n as digestOf } from "./digest-YHUy-tYU.js";
import { t as SluiceError } from "./errors-avTrn9RY.js";
import { c as controlFilesOf } from "./demand-Cx0bx7gT.js";
import { t as blobsAt } from "./blobs-gODYAK8Z.js";
import { n as executePorts, t as executeCleared } from "./execute-cleared-CX0wt81O.js";
import { n as withoutReviews, t as withReviews } from "./pull-request-BWq9zPgQ.js";
import { n as judge, t as judgeInput } from "./judge-input-CRrUtrOs.js";
import { n as clear } from "./clear-3gg4Dy9Q.js";
import { n as readEvidenceFile, t as findEvidence } from "./evidence-file-3kBahINM.js";
import { t as readGivenFacts } from "./given-facts-CnS8abEw.js";
import { r as loadControls } from "./load-controls-CZBf0R2z.js";
import { t as branchOf } from "./pending-merges-CUvXNMDq.js";
import { t as regardDatabase } from "./regard-CSRXZWaK.js";
import { t as findTarget } from "./targets-CF7r8oDN.js";
function appliedUnits({ merges }) {
	return merges.flatMap(({ units }) => units).filter(({ kind }) => kind === "applied").length;
}
/** A step summary takes one megabyte; details beyond this are only in the JSON report. */
const longestSummary = 1e5;
const longestReason = 600;
/** What an apply of everything that was merged did, as GitHub Markdown. */
function renderRangeMarkdown(report) {
	const head = [
		`## ${headline(report)}`,
		"",
		identity(report)
	];
	const { text, dropped } = report.merges.map(mergeLines).reduce((whole, lines) => {
		const longer = [
			whole.text,
			"",
			...lines
		].join("\n");
		return longer.length > longestSummary ? {
			...whole,
			dropped: whole.dropped + 1
		} : {
			...whole,
			text: longer
		};
	}, {
		text: head.join("\n"),
		dropped: 0
	});
	const left = dropped === 0 ? "" : `\n\n${count(dropped, "merge")} left out for length; the JSON report has all.`;
	return sealMarkdown(`${text}${left}\n`);
}
/** The same, whole. */
function renderRangeJson(report) {
	return sealJson({
		version: 1,
		...report
	});
}
function headline(report) {
	const target = codeSpan(report.target);
	switch (report.outcome) {
		case "applied": return `Applied ${count(appliedUnits(report), "unit")} to ${target}`;
		case "nothing-to-do": return `Nothing to do: ${target} holds everything that was merged and approved`;
		case "refused": return `Refused: not everything that was merged may be applied to ${target}`;
	}
}
function identity({ branch, tip, since, merges }) {
	const from = since === void 0 ? "its first policy" : codeSpan(shortSha(since));
	const to = codeSpan(shortSha(tip));
	return `Branch ${codeSpan(branch)} from ${from} to ${to}: ${count(merges.length, "merge")}.`;
}
function mergeLines(merge) {
	return [
		`### ${nameOf$1(merge)}: ${words[merge.outcome]}`,
		"",
		...merge.units.flatMap(unitLines),
		...merge.pending.map((id) => `- ${codeSpan(id)}: not applied`),
		...refusalLines(merge)
	];
}
const words = {
	applied: "applied",
	held: "applied before",
	allowed: "approved, nothing to run",
	refused: "refused",
	waits: "waits for what was refused before it"
};
function nameOf$1({ commit, pullRequest, mergedBy }) {
	const by = mergedBy === void 0 ? "" : ` by ${codeSpan(`@${mergedBy}`)}`;
	return pullRequest === void 0 ? `Direct push ${codeSpan(shortSha(commit))}` : `Pull request ${pullRequest.number} (${pullRequest.how} ${codeSpan(shortSha(commit))}${by})`;
}
function unitLines(unit) {
	const name = codeSpan(unit.unitId);
	switch (unit.kind) {
		case "applied": return [
			`- ${name}: applied, record ${codeSpan(unit.record)}`,
			...unit.rows.map((rows) => `  - ${codeSpan(rowsInWords(rows))}`),
			...(unit.probes ?? []).map((answer) => `  - ${codeSpan(answerInWords(answer))}`)
		];
		case "already-applied": return [`- ${name}: applied before, record ${codeSpan(unit.record)}`];
		case "refused": return [`- ${name}: refused`, ...unit.because.map((reason) => `  - ${codeSpan(reason, longestReason)}`)];
	}
}
function refusalLines({ refusal }) {
	if (refusal === void 0) return [];
	const { reason, because, record, isKnown, stops } = refusal;
	const when = isKnown ? "recorded before as" : "record";
	return [
		`- Why: ${codeSpan(reason)}${record === void 0 ? "" : `, ${when} ${codeSpan(record)}`}`,
		...because.map((sentence) => `  - ${codeSpan(sentence, longestReason)}`),
		...stops ? ["- Everything after it waits, because it was rehearsed on top of this."] : ["- Nothing waits for it."]
	];
}
/**
* Adds to the target's chain that a merge is not applied, and why; once. It makes no ledger row.
* Throws SluiceError database/* and input/target as execute does.
*/
async function recordRefusedMerge(refused, { target, limits }, ports) {
	try {
		var _usingCtx$2 = _usingCtx();
		const url = await ports.credentials.urlOf(target.urlVariable);
		const { signal } = ports;
		const keeper = _usingCtx$2.a(await ports.database.connect({
			url,
			applicationName: "sluice apply",
			signal
		}));
		await pinForKeeper(keeper, limits);
		const known = await findKnown(keeper, refused);
		if (known !== void 0) return {
			kind: "known",
			record: known
		};
		if (await takeLock(keeper, ports) === "busy") return { kind: "busy" };
		await installLedger(keeper);
		return await inOwnTransaction(keeper, async () => {
			const since = await findKnown(keeper, refused);
			if (since !== void 0) return {
				kind: "known",
				record: since
			};
			const facts = await readTargetFacts(keeper, target);
			const times = {
				at: await readTime(keeper),
				atRunner: ports.clock.now()
			};
			const { digest } = await appendRecord(keeper, toRefusedMergeBody(refused, facts, times));
			return {
				kind: "recorded",
				record: digest
			};
		});
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}
async function findKnown(session, refused) {
	return (await readEvents(session, "merge.refused")).find(({ text }) => tellsOf(text, refused))?.digest;
}
/** Reads what each merge brought to the target; a merge that brought nothing to it is left out. */
async function loadBrought(merges, tools) {
	const loaded = [];
	for (const merge of merges) {
		const one = await loadOne(merge, tools);
		if (one.units.length + one.refusedPaths.length + one.controlFiles.length > 0) loaded.push(one);
	}
	return loaded;
}
async function loadOne(merge, tools) {
	const { brought, isReadable } = await loadReadable(merge, tools);
	const { database, target } = tools.found;
	const part = brought.databases.filter(({ database: { targets } }) => targets.some(({ name }) => name === target.name)).find((candidate) => candidate.database.name === database.name);
	return {
		merge,
		brought,
		isReadable,
		units: part?.units ?? [],
		refusedPaths: (part?.refused ?? []).map(({ path }) => path),
		controlFiles: controlFilesOf(brought)
	};
}
async function loadReadable(merge, { latest, ...tools }) {
	try {
		return {
			brought: await loadSpan(merge, tools),
			isReadable: true
		};
	} catch (error) {
		if (!(error instanceof SluiceError) || error.code !== "input/policy") throw error;
		return {
			brought: await loadSpan(merge, tools, latest),
			isReadable: false
		};
	}
}
/** Governed and control files of a merge with the digests of their content, for the record. */
async function readPaths({ merge, units, refusedPaths, controlFiles }, repository) {
	const entries = new Map((await repository.tree(merge.commit)).map((entry) => [entry.path, entry]));
	const digests = [.../* @__PURE__ */ new Set([...refusedPaths, ...controlFiles])].map(async (path) => {
		const entry = entries.get(path);
		const isFile = entry?.entry === "file" || entry?.entry === "executable";
		if (entry === void 0 || !isFile || entry.size > largestRead) return {
			path,
			digest: null
		};
		return {
			path,
			digest: digestOf(await repository.blob(entry.blob))
		};
	});
	return [...units.map(({ path, digest }) => ({
		path,
		digest
	})), ...await Promise.all(digests)];
}
const largestRead = 1e7;
/**
* Whether the branch at `tip` still holds what the merge brought and the target does not, or lacks what
* the target holds: what came later was rehearsed on that.
*/
async function isStillThere({ merge, units, refusedPaths }, { repository, tip, holds }) {
	const [then, now] = [await blobsAt(repository, merge.commit), await blobsAt(repository, tip)];
	const isSame = (path) => then.get(path) === now.get(path);
	return units.some(({ id, path, digest }) => isSame(path) && !holds(id, digest)) || refusedPaths.some((path) => isSame(path) && (then.has(path) || holds(path)));
}
/** Shows the apply as a deployment on the host while it runs and when it ended. */
async function deployed({ commit, target }, context, apply) {
	const show = (state) => showState({
		environment: targetName(target),
		commit,
		state
	}, context);
	await show("in_progress");
	let state = "failure";
	try {
		const application = await apply();
		state = application.outcome === "refused" ? "failure" : "success";
		return application;
	} finally {
		await show(state);
	}
}
/** Shows up to which commit the target holds what was merged: where the next rehearsal begins. */
async function showHeld(commit, target, context) {
	await showState({
		environment: targetName(target),
		commit,
		state: "success"
	}, context, heldInWords);
}
const heldInWords = "The target holds what was merged until here.";
const descriptions = {
	in_progress: "Sluice applies what was merged.",
	success: "Sluice applied what was merged.",
	failure: "Sluice did not apply everything that was merged."
};
/** Best effort: the ledger is the proof, so a host that refuses must not stop or fail an apply. */
async function showState(deployment, { host, runner, progress }, words = descriptions[deployment.state]) {
	const description = sealTerminal(words);
	try {
		await host.writeDeployment({
			...deployment,
			description,
			url: runner.url
		});
	} catch (error) {
		if (!(error instanceof SluiceError) || !error.code.startsWith("host/")) throw error;
		progress.step("The deployment could not be shown on the host; the apply goes on.");
	}
}
/** The merge, judged by the controls that were last accepted. */
function judgedByAccepted(merge, distrust) {
	if (distrust === void 0) return merge;
	return {
		...merge,
		brought: {
			...merge.brought,
			controls: distrust.accepted
		}
	};
}
/** What is distrusted after a merge that ended so; nothing any more where it put everything back. */
async function distrustAfter(before, brought, ended, repository) {
	const after = widened(before, brought, ended);
	if (after === void 0) return void 0;
	return await isStanding(after, [brought.merge.commit], repository) ? after : void 0;
}
function widened(before, { merge, brought, controlFiles }, { refusal }) {
	const paths = controlFiles.filter(isJudging);
	if (paths.length === 0 || !unaccepted.has(refusal?.reason ?? "")) return before;
	if (before === void 0) return {
		accepted: brought.controls,
		base: merge.base,
		paths
	};
	return {
		...before,
		paths: [.../* @__PURE__ */ new Set([...before.paths, ...paths])]
	};
}
/** Whether every one of these commits still holds something that was not accepted. */
async function isStanding(change, commits, repository) {
	const accepted = await blobsAt(repository, change.base);
	for (const commit of commits) {
		const held = await blobsAt(repository, commit);
		if (change.paths.every((path) => accepted.get(path) === held.get(path))) return false;
	}
	return true;
}
/** The judging control files that a span changed. */
async function unacceptedIn({ base, commit }, repository) {
	const files = await repository.changedFiles(base, commit);
	return {
		base,
		paths: controlFilesOf({ files }).filter(isJudging)
	};
}
/** A workflow decides nothing here: everything is judged again. */
function isJudging(path) {
	return !path.startsWith(".github/workflows/");
}
/** Other refusals say nothing against the control files that came with the merge. */
const unaccepted = /* @__PURE__ */ new Set([
	"unreviewed-push",
	"merged-without-approval",
	"other-bytes",
	"unknown-head",
	"unreadable-policy"
]);
/** Evaluates everything again, as of the merge. */
async function weighMerge(brought, scales) {
	const { merge } = brought;
	if (merge.kind === "direct-push") return unreviewed(scales.branch);
	if (!brought.isReadable) return refuse$1("unreadable-policy", unreadable);
	if (scales.heads.get(merge.pullRequest.number) !== merge.pullRequest.head) return refuse$1("unknown-head", unknownHead);
	if (await wasThereBefore(merge, scales.repository)) return unreviewed(scales.branch);
	const merged = await loadReviewed(brought, merge, scales);
	const [other] = await findOtherBytes(merged, scales.repository);
	if (other !== void 0) return refuse$1("other-bytes", `${JSON.stringify(other)} ${otherBytes}`);
	const first = judge(judgeInput(merged, { rehearsal: "pending" }));
	if (first.decision.kind !== "allow") return unapproved(merge, first);
	return brought.units.length === 0 ? { kind: "allowed" } : clearRehearsed(brought, merged, scales);
}
async function loadReviewed({ brought }, { pullRequest, base, commit }, { host, repository, layFacts }) {
	const { files, controls, databases } = brought;
	const loaded = layFacts({
		change: {
			pullRequest: withoutReviews(pullRequest),
			base,
			head: pullRequest.head,
			files
		},
		controls,
		databases
	});
	return {
		...await withReviews(loaded, pullRequest, {
			host,
			repository
		}),
		commit
	};
}
function clearRehearsed({ merge, units }, merged, { found, rehearsals, host }) {
	const { change, commit, controls } = merged;
	const { policy } = controls;
	if (policy.apply === "external") return refuse$1("applied-elsewhere", appliedElsewhere);
	const evidence = findEvidence(merged, rehearsals);
	const own = evidence.get(found.database.name);
	const touched = merged.databases.filter((part) => part.units.length > 0);
	if (own === void 0 || touched.some(({ database }) => !evidence.has(database.name))) return {
		kind: "unrehearsed",
		because: [noEvidence]
	};
	if ([...evidence.values()].some(({ outcome }) => outcome.kind === "failed")) return refuse$1("failed-rehearsal", failedRehearsal);
	const judgement = judge(judgeInput(merged, {
		rehearsal: "done",
		evidence
	}));
	if (judgement.decision.kind !== "allow") return unapproved(merge, judgement);
	const { decision } = judgement;
	const cleared = clear({
		decision,
		change,
		commit,
		units,
		target: found.target,
		policy
	});
	if (cleared.kind === "refused") return refuse$1("not-cleared", ...cleared.because);
	const judged = {
		merged,
		judgement,
		evidence: own,
		repository: host.repository
	};
	return {
		kind: "cleared",
		clearance: cleared.clearance,
		judged
	};
}
function unapproved(merge, { decision }) {
	const by = merge.kind === "direct-push" ? void 0 : merge.pullRequest.mergedBy;
	const who = by === void 0 ? "It" : `@${by} merged it; it`;
	const steps = nextSteps(decision).map(({ sentence }) => sentence);
	return refuse$1("merged-without-approval", `${who} was merged without what the policy asked for at that moment: ${later}`, ...steps, ...disregardedIn(decision));
}
/** Why what somebody said does not count, each once. */
function disregardedIn(decision) {
	if (decision.kind !== "await-approval") return [];
	const reasons = decision.missing.flatMap(({ disregarded }) => disregarded.map(({ why }) => why));
	return [...new Set(reasons)].slice(0, 10);
}
const later = "an approval that is given later does not count. Revert it, and submit it again.";
function unreviewed(branch) {
	return refuse$1("unreviewed-push", `No pull request that was merged into ${branch} brought it, so nobody reviewed it. Revert it, and submit what is meant as a pull request.`);
}
const unreadable = "The policy of the commit before it cannot be read, so nothing says who had to approve it. Revert it, correct the policy, and submit it again.";
const unknownHead = "The head that was reviewed is not what git holds of the pull request, so nobody can compare the bytes. Revert it, and submit it again.";
const appliedElsewhere = "The policy leaves applying to another tool. Let that tool ask sluice clear, and tell it with sluice record.";
const noEvidence = "No rehearsal of exactly this change on exactly this baseline is at hand, so nobody knows what it would do; it may have been merged while this run went on. Run the workflow again: it rehearses everything that the target does not hold.";
const failedRehearsal = "The rehearsal at the merged commit failed, so it would fail on the target. Revert it, correct it, and submit it again.";
function refuse$1(reason, ...because) {
	return {
		kind: "refused",
		reason,
		because
	};
}
/** Goes through the merges in order. A refused one stops what stood on it, and is recorded once. */
async function applyMerges(range, context) {
	const { repository, tip } = range;
	const merges = [];
	let distrust;
	for (const [index, merge] of range.brought.entries()) {
		const brought = judgedByAccepted(merge, distrust);
		const isStopped = merges.some(({ refusal }) => refusal?.stops === true);
		const run = {
			range,
			context,
			done: merges.flatMap(({ units }) => units)
		};
		const ended = isStopped && waits(brought) ? waiting(brought) : await applyOne(brought, run);
		distrust = await distrustAfter(distrust, brought, ended, repository);
		const later = range.brought.slice(index).map(({ merge: { commit } }) => commit);
		const isWeakened = distrust !== void 0 && await isStanding(distrust, [...later, tip], repository);
		merges.push(isWeakened ? stopping(ended) : ended);
	}
	return {
		merges,
		outcome: outcomeOf(merges)
	};
}
/** Nothing more is applied while the branch is judged by what nobody accepted. */
function stopping(merge) {
	if (merge.refusal === void 0) return merge;
	return {
		...merge,
		refusal: {
			...merge.refusal,
			stops: true
		}
	};
}
/** Direct pushes and control files are judged at once, whatever stopped before them. */
function waits({ merge, units, refusedPaths }) {
	return merge.kind === "pull-request" && units.length + refusedPaths.length > 0;
}
/** A refusal that was recorded before and stops nothing is no news. */
function outcomeOf(merges) {
	if (merges.some(({ refusal }) => refusal !== void 0 && (refusal.stops || !refusal.isKnown))) return "refused";
	return merges.some(({ outcome }) => outcome === "applied") ? "applied" : "nothing-to-do";
}
async function applyOne(brought, run) {
	const { ledger } = run.range;
	if (isDealtWith(brought, ledger)) {
		const units = heldNow(heldUnits(ledger, brought.units));
		return {
			...nameOf(brought),
			outcome: "held",
			units,
			pending: []
		};
	}
	const weighed = await weighMerge(brought, {
		...run.range,
		host: run.context.host
	});
	switch (weighed.kind) {
		case "refused": return refuse(brought, weighed, run);
		case "allowed": return {
			...nameOf(brought),
			outcome: "allowed",
			units: [],
			pending: []
		};
		case "unrehearsed": return postpone(brought, weighed.because, run);
		case "cleared": return applyCleared(brought, weighed, run);
	}
}
/** Whether the target holds all that the merge brought, and nothing else of it waits to be judged. */
function isDealtWith({ merge, units, refusedPaths, controlFiles }, ledger) {
	if (units.length === 0 || refusedPaths.length > 0) return false;
	if (merge.kind === "direct-push" && controlFiles.length > 0) return false;
	return heldUnits(ledger, units).size === units.length;
}
function heldNow(held) {
	return [...held].map(([unitId, record]) => ({
		kind: "already-applied",
		unitId,
		record
	}));
}
function waiting(brought) {
	const pending = brought.units.map(({ id }) => id);
	return {
		...nameOf(brought),
		outcome: "waits",
		units: [],
		pending
	};
}
async function applyCleared(brought, { clearance, judged }, { range, context }) {
	const because = await findUnstaged(range.found, brought.units, context);
	if (because.length > 0) return stoppedBy(brought, "not-staged", because);
	const application = await deployed(clearance, context, () => executeCleared(clearance, judged, context));
	return {
		...nameOf(brought),
		...toOutcome(application),
		pending: unreached(brought, application)
	};
}
/** The next rehearsal begins where this target stands, not where the host believes it to be. */
async function postpone(brought, because, run) {
	const stopped = stoppedBy(brought, "no-evidence", because);
	const stops = await standsAtTip(brought, run);
	if (!stops) return {
		...stopped,
		refusal: {
			...stopped.refusal,
			isKnown: true,
			stops
		}
	};
	await showHeld(brought.merge.base, run.range.found.target, run.context);
	return stopped;
}
/** Nothing is said against it: the next run may go on. */
function stoppedBy(brought, reason, because) {
	const refusal = {
		reason,
		because,
		isKnown: false,
		stops: true
	};
	return {
		...waiting(brought),
		outcome: "refused",
		refusal
	};
}
function toOutcome({ units, outcome }) {
	if (outcome !== "refused") return {
		units,
		outcome: outcome === "applied" ? "applied" : "held"
	};
	return {
		units,
		outcome,
		refusal: {
			reason: "not-applied",
			because: units.flatMap((unit) => unit.kind === "refused" ? unit.because : []),
			isKnown: false,
			stops: true
		}
	};
}
function unreached({ units }, application) {
	const reached = new Set(application.units.map(({ unitId }) => unitId));
	return units.map(({ id }) => id).filter((id) => !reached.has(id));
}
async function refuse(brought, { reason, because }, run) {
	const { range, context } = run;
	const { repository, found, limits } = range;
	const { merge, isReadable, brought: by } = brought;
	const recorded = await recordRefusedMerge({
		repository: context.host.repository,
		base: merge.base,
		commit: merge.commit,
		pullRequest: merge.kind === "pull-request" ? merge.pullRequest.number : null,
		mergedBy: nameOf(brought).mergedBy ?? null,
		paths: await readPaths(brought, repository),
		policy: isReadable ? by.controls.policy.digest : null,
		reason,
		because
	}, {
		target: found.target,
		limits
	}, await executePorts(context));
	const refusal = {
		reason,
		because,
		isKnown: recorded.kind === "known",
		stops: await standsAtTip(brought, run),
		...recorded.kind === "busy" ? {} : { record: recorded.record }
	};
	return {
		...waiting(brought),
		outcome: "refused",
		refusal
	};
}
/** Whether what came later stands on it: the branch has it, and the target does not. */
function standsAtTip(brought, { range, done }) {
	const { repository, tip, ledger } = range;
	const holds = (unitId, digest) => done.some((unit) => unit.kind === "applied" && unit.unitId === unitId) || ledger.some((row) => row.unitId === unitId && (digest === void 0 || isDone(row, digest)));
	return isStillThere(brought, {
		repository,
		tip,
		holds
	});
}
function isDone(row, digest) {
	return row.state === "done" && row.digest === digest;
}
function nameOf({ merge }) {
	if (merge.kind === "direct-push") return { commit: merge.commit };
	const { pullRequest, how, commit } = merge;
	const { number, mergedBy } = pullRequest;
	return {
		commit,
		pullRequest: {
			number,
			how
		},
		...mergedBy === void 0 ? {} : { mergedBy }
	};
}
/**
* Where to begin: at the last commit that is applied, or before it at a change of the control files that
* nobody accepted and that was still in force there, because what came after it is judged without it.
*/
async function findStart({ repository, line, newest, refusals }) {
	if (newest === void 0) return void 0;
	const older = new Set(line.slice(line.indexOf(newest) + 1));
	let open;
	for (const span of refusals.filter(({ commit }) => older.has(commit))) {
		const { paths, base } = await unacceptedIn(span, repository);
		if (paths.length === 0) continue;
		const wider = open === void 0 ? {
			base,
			paths,
			commit: span.commit
		} : {
			...open,
			paths: [.../* @__PURE__ */ new Set([...open.paths, ...paths])]
		};
		open = await isStanding(wider, [span.commit], repository) ? wider : void 0;
	}
	if (open === void 0 || !await isStanding(open, [newest], repository)) return newest;
	return open.commit;
}
/**
* Applies to the target of the input `target` whatever was merged and is not applied yet, in the order
* in which it was merged. Nothing is rehearsed here: a job that holds no credential did that before.
*/
const applyRange = async (context) => {
	const report = await reportOf(context);
	const refused = report.merges.filter(({ outcome }) => outcome === "refused").length;
	return {
		exitCode: report.outcome === "refused" ? 1 : 0,
		outputs: {
			applied: String(appliedUnits(report)),
			outcome: report.outcome
		},
		summary: renderRangeMarkdown(report),
		report: renderRangeJson(report),
		notice: `Merges: ${report.merges.length}. Units applied: ${appliedUnits(report)}. Merges refused: ${refused}.`
	};
};
async function reportOf(context) {
	try {
		var _usingCtx$1 = _usingCtx();
		const branch = branchOf(context);
		context.progress.step("Reading what was merged.");
		const parser = _usingCtx$1.a(context.openParser());
		const fetched = _usingCtx$1.a(await context.remote.fetch([{
			kind: "branch",
			name: branch
		}]));
		const { repository } = fetched;
		const tip = await repository.resolve(fetched.commits[0] ?? "");
		const latest = await loadControls(repository, tip);
		const found = findTarget(latest.policy, context.inputs.get("target") ?? "");
		const ledger = await readTargetLedger(found.target, context);
		const line = await repository.firstParents(tip, void 0);
		const last = ledger.findLast((row) => line.some((commit) => commit === row.commit))?.commit;
		const since = await findStart({
			repository,
			line,
			newest: line.find((commit) => commit === last),
			refusals: await readRefusedSpans(found.target, context)
		});
		const regard = regardDatabase(repository, found.database.name);
		const brought = await loadBrought(await findMerges({
			repository,
			host: context.host,
			branch,
			tip,
			since,
			regard
		}), {
			repository,
			parser,
			found,
			latest
		});
		const { limits } = latest.policy;
		const outcome = await fetchAndApply({
			repository,
			branch,
			tip,
			found,
			limits,
			ledger,
			brought,
			layFacts: await readGivenFacts(context)
		}, context);
		return {
			target: targetName(found.target),
			branch,
			tip,
			...since === void 0 ? {} : { since },
			...outcome
		};
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/** A squash leaves no trace of the head that was reviewed: it has to be fetched. */
async function fetchAndApply({ repository, ...range }, context) {
	try {
		var _usingCtx3 = _usingCtx();
		const open = range.brought.filter((brought) => !isDealtWith(brought, range.ledger));
		if (open.length === 0) return applyMerges({
			...range,
			repository,
			heads: /* @__PURE__ */ new Map(),
			rehearsals: []
		}, context);
		const numbers = [...new Set(open.flatMap(numberOf))];
		const references = numbers.map((number) => ({
			kind: "pull-request",
			number
		}));
		const branch = {
			kind: "branch",
			name: range.branch
		};
		const fetched = _usingCtx3.a(await context.remote.fetch([branch, ...references]));
		const [, ...commits] = fetched.commits;
		const heads = new Map(numbers.flatMap((number, index) => pair(number, commits[index])));
		const rehearsals = await readEvidenceFile(context, []);
		return await applyMerges({
			...range,
			repository: fetched.repository,
			heads,
			rehearsals
		}, context);
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
function numberOf({ merge }) {
	return merge.kind === "pull-request" ? [merge.pullRequest.number] : [];
}
function pair(key, value) {
	return value === void 0 ? [] : [[key, value]];
}
export { applyRange };

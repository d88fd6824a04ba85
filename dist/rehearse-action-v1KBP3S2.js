import { r as largestEvidence } from "./facts-CMPa7y4B.js";
import { n as digestOf } from "./digest-YHUy-tYU.js";
import { t as SluiceError } from "./errors-avTrn9RY.js";
import { n as judge, t as judgeInput } from "./judge-input-CRrUtrOs.js";
import { o as sealMarkdown } from "./redact-BwiI-7Ds.js";
import { i as toRehearsals, r as renderStoredEvidence } from "./evidence-file-3kBahINM.js";
import { t as readGivenFacts } from "./given-facts-CnS8abEw.js";
import { n as largestHeader, r as parseSnapshot, t as mostSnapshotBytes } from "./snapshot-oqArBHw6.js";
import { c as tooOld, r as rehearseAll } from "./rehearse-change-4qYNmrhc.js";
import { i as snapshotWorkflow, r as problemOfTakenRun } from "./trusted-run-DlCbGY1f.js";
import { t as planOccasion } from "./occasion-changes-BdMyg5--.js";
import { t as _usingCtx } from "./usingCtx-BdeZztvE.js";
/**
* The snapshots of the inputs `snapshot` and `snapshot-run`; undefined where none are given. Throws
* SluiceError input/snapshot for files that are not there, not whole or of another run: whoever
* wants rows does not get a rehearsal without them.
*/
async function readGivenSnapshots(context) {
	const path = context.inputs.get("snapshot");
	if (path === void 0) return void 0;
	const run = context.inputs.get("snapshot-run");
	const problem = run === void 0 ? void 0 : await problemOfTakenRun(run, snapshotWorkflow, context);
	if (problem !== void 0) throw unusable(`of another run: ${problem}`);
	const snapshots = /* @__PURE__ */ new Map();
	for (const file of await findFiles(path, context)) {
		const snapshot = parseSnapshot(await context.files.read(file, mostSnapshotBytes + largestHeader));
		if (snapshots.has(snapshot.database)) throw unusable(`one of two of ${JSON.stringify(snapshot.database)}`);
		snapshots.set(snapshot.database, snapshot);
	}
	if (snapshots.size === 0) throw unusable("not there");
	return snapshots;
}
async function findFiles(path, { files }) {
	try {
		return await files.allFiles(path);
	} catch (cause) {
		throw unusable("not there", { cause });
	}
}
/** Throws SluiceError input/snapshot for rows of no database of the policy, and for those that are too old. */
function assertUsable(snapshots, { controls: { policy } }, now) {
	const known = policy.databases.map(({ name }) => name);
	for (const snapshot of snapshots.values()) {
		const { database } = snapshot;
		if (!known.includes(database)) throw unusable(`of ${JSON.stringify(database)}, and the policy governs ${known.join(", ")}`);
		const old = tooOld(snapshot, now, policy.factsMaxAgeDays ?? 7);
		if (old !== void 0) throw unusable(`too old. ${old.replace(/\.$/, "")}`);
	}
}
function unusable(why, options) {
	return new SluiceError("input/snapshot", `The snapshot is ${why}. Nothing was rehearsed, because without its rows a rehearsal would show less than was asked for. Let sluice-snapshot.yml run on the default branch, or leave the input snapshot out.`, options);
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
	return store(plan.references.length === 0 ? [] : await rehearseAsPlanned(plan, context), plan, context);
};
async function rehearseAsPlanned({ references, isFromFork, read }, context) {
	try {
		var _usingCtx$1 = _usingCtx();
		const layFacts = await readGivenFacts(context);
		const snapshots = isFromFork ? void 0 : await readGivenSnapshots(context);
		const parser = _usingCtx$1.a(context.openParser());
		const fetched = _usingCtx$1.a(await context.remote.fetch(references));
		const rows = snapshots === void 0 ? {} : { snapshots };
		const tools = {
			context,
			parser,
			repository: fetched.repository,
			...rows
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
async function rehearseChange(change, { snapshots, ...tools }) {
	if (snapshots !== void 0) assertUsable(snapshots, change, tools.context.clock.now());
	const { decision } = judge(judgeInput(change, { rehearsal: "pending" }));
	if (decision.kind === "deny") return [];
	const rows = snapshots === void 0 ? { data: "none" } : { snapshots };
	const rowImages = tools.context.inputs.get("row-images") === "true";
	const evidence = await rehearseAll(change, {
		...tools,
		choice: "auto",
		...rows,
		rowImages
	});
	return toRehearsals(change, evidence);
}
async function store(rehearsals, { isFromFork }, { runner, inputs, files }) {
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
	const counts = `Rehearsals: ${rehearsals.length}. Completed: ${completed.length}.`;
	const notice = isFromFork && inputs.has("snapshot") ? `${counts} No row of the snapshot was shown to a fork.` : counts;
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

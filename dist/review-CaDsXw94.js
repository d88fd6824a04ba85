import { t as SluiceError } from "./errors-avTrn9RY.js";
import { n as judge, t as judgeInput } from "./judge-input-CRrUtrOs.js";
import { a as renderReviewJson } from "./render-json-CLtfsbJv.js";
import { i as renderReviewMarkdown, n as hintsAgainst, t as crossableOrders } from "./other-changes-zTAzWvk0.js";
import { a as renderReviewText } from "./render-text-DybsWdOB.js";
import { t as loadChange } from "./load-change-B23jQf-Y.js";
import { n as withFacts } from "./read-facts-CLLD35Wp.js";
import { a as shadowChoice, n as readRowImages, r as rehearseAll } from "./rehearse-change-4qYNmrhc.js";
import { n as toReviewReport } from "./review-report-DJiXYKXg.js";
import { t as writeResult } from "./write-result-C-WtBasZ.js";
import { t as _usingCtx } from "./usingCtx-BdeZztvE.js";
/** `sluice review`: reads the change, judges it, rehearses what is not denied, and judges again. */
async function review(given, context) {
	try {
		var _usingCtx$1 = _usingCtx();
		const repository = context.openRepository(given.options.get("repo") ?? ".");
		const parser = _usingCtx$1.a(context.openParser());
		context.progress.step("Reading the change.");
		const loaded = await readChange(given, context, {
			repository,
			parser
		});
		const others = await readOthers(given, {
			repository,
			parser
		});
		const tools = {
			context,
			repository,
			parser
		};
		const report = await withOthers(await reviewChange(loaded, given, tools), {
			loaded,
			others
		}, tools);
		await writeResult(renderReport(report, given, context), given, context);
		return isOpen(report, loaded.controls.policy) ? 0 : 1;
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
async function readChange(given, context, tools) {
	const pullRequest = await context.openCodeHost(given.options.get("pull-request") ?? "").readPullRequest(context.signal);
	const base = await tools.repository.resolve(given.options.get("base") ?? "");
	const head = await tools.repository.resolve(given.options.get("head") ?? "");
	refuseOtherHead(pullRequest, head);
	return withFacts(await loadChange({
		pullRequest,
		base,
		head
	}, tools), given, context);
}
/** A recorded pull request speaks of one head; its reviews say nothing of another. */
function refuseOtherHead({ head: recorded }, head) {
	if (recorded === void 0 || recorded === head) return;
	throw new SluiceError("input/pull-request", `The pull request was recorded at ${recorded}, but ${head} is to be reviewed, so its reviews may speak of something else. Nothing is allowed. Record it again.`);
}
async function reviewChange(loaded, given, tools) {
	const choice = shadowChoice(given);
	const images = readRowImages(given, choice);
	const first = judge(judgeInput(loaded, { rehearsal: choice === "none" ? "skipped" : "pending" }));
	if (first.decision.kind === "deny" || choice === "none" || !hasUnits(loaded)) return {
		judgement: first,
		report: toReviewReport(loaded, first, void 0)
	};
	const evidence = await rehearseAll(loaded, {
		...tools,
		choice,
		...images
	});
	const second = judge(judgeInput(loaded, {
		rehearsal: "done",
		evidence
	}));
	return {
		judgement: second,
		report: toReviewReport(loaded, second, evidence)
	};
}
/** `--others`: how the change could deadlock with others that are under way. It decides nothing. */
async function withOthers({ report, judgement }, { loaded, others }, { context, ...git }) {
	const orders = crossableOrders(loaded, judgement.effects);
	if (others.length === 0 || orders.size === 0) return report;
	const { clock, signal } = context;
	const hints = await hintsAgainst({
		loaded,
		orders
	}, others, {
		...git,
		clock,
		signal
	});
	return {
		...report,
		deadlocks: [...report.deadlocks ?? [], ...hints]
	};
}
async function readOthers(given, { repository }) {
	const others = [];
	for (const name of given.options.get("others")?.split(",") ?? []) others.push({
		name,
		head: await repository.resolve(name)
	});
	return others;
}
function hasUnits({ databases }) {
	return databases.some(({ units }) => units.length > 0);
}
function renderReport(report, given, context) {
	switch (given.options.get("format")) {
		case "json": return renderReviewJson(report);
		case "markdown": return renderReviewMarkdown(report);
		default: return renderReviewText(report, { colour: context.colour && !given.options.has("output") });
	}
}
/** In observe mode the gate stays open and the report says what would have been asked. */
function isOpen(report, policy) {
	return report.decision.kind === "allow" || policy.mode === "observe";
}
export { review };

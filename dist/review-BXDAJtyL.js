import { t as SluiceError } from "./errors-Bd0fnE--.js";
import { n as judge, t as judgeInput } from "./judge-input-QrDetVyW.js";
import { a as renderReviewJson } from "./render-json-CLtfsbJv.js";
import { t as renderReviewMarkdown } from "./render-markdown-BKOkpchk.js";
import { a as renderReviewText } from "./render-text-CFmgwV_G.js";
import { t as loadChange } from "./load-change-CZLsNSJe.js";
import { n as withFacts } from "./read-facts-2gh46Xsi.js";
import { i as shadowChoice, n as rehearseAll } from "./rehearse-change-C8JhzLdo.js";
import { n as toReviewReport } from "./review-report-B1zbuIzn.js";
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
		const report = await reviewChange(loaded, given, {
			context,
			repository,
			parser
		});
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
	const first = judge(judgeInput(loaded, { rehearsal: choice === "none" ? "skipped" : "pending" }));
	if (first.decision.kind === "deny" || choice === "none" || !hasUnits(loaded)) return toReviewReport(loaded, first, void 0);
	const evidence = await rehearseAll(loaded, {
		...tools,
		choice
	});
	const second = judge(judgeInput(loaded, {
		rehearsal: "done",
		evidence
	}));
	return toReviewReport(loaded, second, evidence);
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

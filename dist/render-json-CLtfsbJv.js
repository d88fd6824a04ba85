import { t as ownerName } from "./owner-Cb1L7vXz.js";
import { a as sealJsonPieces, i as sealJson, p as mapped } from "./redact-BwiI-7Ds.js";
/** schemas/check.json */
function renderCheckJson(report) {
	return sealJsonPieces({
		version: 1,
		...report.policy === void 0 ? {} : { policy: report.policy },
		...report.notices === void 0 ? {} : { notices: report.notices },
		files: mapped(report.files, toFile),
		assessment: toAssessment(report.assessment),
		decision: report.decision
	});
}
/** schemas/review.json */
function renderReviewJson(report) {
	const { change, evidence, notRehearsed } = report;
	const { pullRequest } = change;
	return sealJson({
		version: 1,
		change: {
			pullRequest: pullRequest.number,
			base: change.base,
			head: change.head,
			author: pullRequest.author,
			...pullRequest.lastPusher === void 0 ? {} : { lastPusher: pullRequest.lastPusher }
		},
		policy: report.policy,
		...report.notices === void 0 ? {} : { notices: report.notices },
		files: report.files.map(toFile),
		refused: report.refused,
		controlFiles: report.controlFiles,
		owners: report.owners.map(toOwnersRow),
		approvals: report.approvals,
		disregarded: report.disregarded,
		assessment: toAssessment(report.assessment),
		decision: report.decision,
		...evidence === void 0 ? {} : { evidence },
		...notRehearsed === void 0 ? {} : { notRehearsed },
		...report.impacts === void 0 ? {} : { impacts: report.impacts },
		...report.deadlocks === void 0 ? {} : { deadlocks: report.deadlocks }
	});
}
/** schemas/owners.json */
function renderOwnersJson(rows) {
	return sealJson(rows.map(toOwnersRow));
}
function renderApplicationJson(application) {
	return sealJson({
		version: 1,
		...application
	});
}
function renderAuditJson(report) {
	return sealJson({
		version: 1,
		intact: report.problems.length === 0,
		...report
	});
}
function toFile(file) {
	return {
		path: file.path,
		...file.factsTakenAt === void 0 ? {} : { factsTakenAt: file.factsTakenAt },
		statements: mapped(file.statements, toStatement),
		findings: file.findings.map(toFinding),
		assessment: toAssessment(file.assessment),
		decision: file.decision
	};
}
function toStatement({ line, column, sql, kind, effects }) {
	return {
		line,
		column,
		sql,
		kind,
		effects: effects.map(toEffect)
	};
}
/** The statement says where: the place of the effect within the change is left out. */
function toEffect({ unitId: _unit, statement: _statement, ...effect }) {
	return effect;
}
function toFinding({ rule, level, message, why, instead, place, source, ...marks }) {
	return {
		rule,
		axis: marks.axis,
		level,
		message,
		line: place.line,
		column: place.column,
		why,
		instead,
		source,
		destructive: marks.destructive,
		unknown: marks.unknown,
		denies: marks.denies,
		usesFacts: marks.usesFacts ?? false,
		...marks.object === void 0 ? {} : { object: marks.object },
		...marks.size === void 0 ? {} : { size: marks.size },
		...marks.personal === void 0 ? {} : { personal: marks.personal },
		...marks.masked === void 0 ? {} : { masked: marks.masked },
		...marks.followers === void 0 ? {} : { followers: marks.followers },
		...marks.suppressed === void 0 ? {} : { suppressed: marks.suppressed },
		...marks.counterfactual === void 0 ? {} : { counterfactual: marks.counterfactual },
		...marks.rewrite === void 0 ? {} : { rewrite: marks.rewrite }
	};
}
function toAssessment({ score, level, destructive, unknown, reasons }) {
	return {
		score,
		level,
		destructive,
		unknown,
		reasons
	};
}
function toOwnersRow({ path, owners, line, reason }) {
	return {
		path,
		owners: owners.map(ownerName),
		line: line ?? null,
		reason
	};
}
export { renderReviewJson as a, renderOwnersJson as i, renderAuditJson as n, renderCheckJson as r, renderApplicationJson as t };

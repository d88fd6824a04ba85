import { t as parseCommitSha } from "./change-BCfSmddC.js";
import { t as SluiceError } from "./errors-avTrn9RY.js";
import { n as kindOfAccount } from "./agents-CIKcgpGa.js";
import { a as readLogin, i as isLogin, n as readTeams, o as readLoginList, r as refuseEqual } from "./teams-U40Eb1av.js";
import { a as readMap, c as readYaml, i as readList, l as requireCell, n as readBoolean, o as readText, r as readInteger, s as readWord, u as requireVersion } from "./yaml-BplRaur8.js";
const states = {
	APPROVED: "approved",
	CHANGES_REQUESTED: "changes-requested",
	DISMISSED: "dismissed",
	COMMENTED: "commented"
};
const stateNames = [
	"APPROVED",
	"CHANGES_REQUESTED",
	"DISMISSED",
	"COMMENTED"
];
/** Reviews as GitHub's REST API names their states; a review without a commit is stale. */
function readReviews(cell, problems) {
	const reviews = readList(cell, problems).flatMap((item) => readReview(item, problems) ?? []);
	if (new Set(reviews.map(({ id }) => id)).size < reviews.length) problems.report(cell, "two reviews have the same id");
	return reviews;
}
function readReview(cell, problems) {
	const entries = readMap(cell, problems, [
		"id",
		"login",
		"type",
		"state",
		"commit",
		"submittedAt"
	]);
	const need = (key, decode) => {
		const found = requireCell(entries, key, cell, problems);
		return found === void 0 ? void 0 : decode(found);
	};
	const id = need("id", (found) => readText(found, problems, 40));
	const login = need("login", (found) => readLogin(found, problems));
	const type = need("type", (found) => readWord(found, problems, ["User", "Bot"]));
	const state = need("state", (found) => readWord(found, problems, stateNames));
	const submittedAt = need("submittedAt", (found) => readTime(found, problems));
	const commitCell = entries.get("commit");
	const commit = commitCell === void 0 ? void 0 : readCommit$1(commitCell, problems);
	if (id === void 0 || login === void 0 || type === void 0) return void 0;
	if (state === void 0 || submittedAt === void 0) return void 0;
	return {
		id,
		login,
		account: type === "Bot" ? "bot" : "human",
		state: states[state],
		submittedAt,
		...commit === void 0 ? {} : { commit }
	};
}
/** RFC 3339 in UTC, to milliseconds so that texts compare as times do. */
function readTime(cell, problems) {
	const text = readText(cell, problems, 40);
	const found = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?Z$/.exec(text ?? "");
	if (found !== null) return `${found[1]}.${(found[2] ?? "").padEnd(3, "0")}Z`;
	if (text !== void 0) problems.report(cell, `${cell.name} has to be a time such as 2026-01-31T09:00:00Z`);
}
function readCommit$1(cell, problems) {
	const text = readText(cell, problems, 64);
	if (text === void 0 || parseCommitSha(text) !== void 0) return text;
	problems.report(cell, `${cell.name} has to be a full commit name`);
}
const keys = [
	"version",
	"number",
	"title",
	"head",
	"targetBranch",
	"author",
	"lastPusher",
	"reviews",
	"permissions",
	"teams",
	"mergedAt",
	"mergedBy"
];
const permissions = [
	"admin",
	"maintain",
	"write",
	"triage",
	"read",
	"none"
];
/**
* Reads a recorded pull request: JSON as schemas/pull-request.json describes it. Logins become lower
* case. Throws SluiceError input/pull-request that lists everything that is wrong.
*/
function parsePullRequest(text, path = "pull-request.json") {
	requireJson(text, path);
	return readYaml({
		text,
		path,
		code: "input/pull-request"
	}, readRoot);
}
/** The YAML reader brings positions and finds duplicate keys; only JSON may reach it. */
function requireJson(text, path) {
	try {
		JSON.parse(text);
	} catch (cause) {
		throw new SluiceError("input/pull-request", `${path} is not JSON.`, { cause });
	}
}
function readRoot(root, problems) {
	const entries = readMap(root, problems, keys);
	requireVersion(entries, root, problems);
	const need = (key, decode) => {
		const cell = requireCell(entries, key, root, problems);
		return cell === void 0 ? void 0 : decode(cell);
	};
	const may = (key, decode) => {
		const cell = entries.get(key);
		return cell === void 0 ? void 0 : decode(cell);
	};
	const number = need("number", (cell) => readInteger(cell, problems, [1, 2 ** 31]));
	const title = need("title", (cell) => readText(cell, problems));
	const targetBranch = need("targetBranch", (cell) => readText(cell, problems, 255));
	const author = need("author", (cell) => readAuthor(cell, problems));
	const optional = {
		head: may("head", (cell) => readCommit(cell, problems)),
		lastPusher: may("lastPusher", (cell) => readLogin(cell, problems)),
		mergedAt: may("mergedAt", (cell) => readTime(cell, problems)),
		mergedBy: may("mergedBy", (cell) => readLogin(cell, problems))
	};
	const reviews = may("reviews", (cell) => readReviews(cell, problems)) ?? [];
	const permissions = may("permissions", (cell) => readPermissions(cell, problems));
	const teams = may("teams", (cell) => readTeams(cell, problems));
	const known = toKnown({
		number,
		title,
		targetBranch,
		author
	});
	if (known === void 0) return void 0;
	return {
		...known,
		...present(optional),
		reviews,
		permissions: permissions ?? /* @__PURE__ */ new Map(),
		teams: teams ?? /* @__PURE__ */ new Map()
	};
}
function toKnown({ number, title, targetBranch, author }) {
	if (number === void 0 || title === void 0) return void 0;
	if (targetBranch === void 0 || author === void 0) return void 0;
	return {
		number,
		title,
		targetBranch,
		author
	};
}
function present(optional) {
	const { head, lastPusher, mergedAt, mergedBy } = optional;
	return {
		...head === void 0 ? {} : { head },
		...lastPusher === void 0 ? {} : { lastPusher },
		...mergedAt === void 0 ? {} : { mergedAt },
		...mergedBy === void 0 ? {} : { mergedBy }
	};
}
function readCommit(cell, problems) {
	const commit = parseCommitSha(readText(cell, problems, 64) ?? "");
	if (commit === void 0) problems.report(cell, `${cell.name} has to be a full commit name`);
	return commit;
}
function readAuthor(cell, problems) {
	const entries = readMap(cell, problems, [
		"login",
		"type",
		"agent",
		"onBehalfOf"
	]);
	const loginCell = requireCell(entries, "login", cell, problems);
	const typeCell = requireCell(entries, "type", cell, problems);
	const agentCell = entries.get("agent");
	const behalfCell = entries.get("onBehalfOf");
	const login = loginCell === void 0 ? void 0 : readLogin(loginCell, problems);
	const type = typeCell === void 0 ? void 0 : readWord(typeCell, problems, ["User", "Bot"]);
	const agent = agentCell === void 0 ? false : readBoolean(agentCell, problems);
	const onBehalfOf = behalfCell === void 0 ? [] : readLoginList(behalfCell, problems);
	if (login === void 0 || type === void 0) return void 0;
	return {
		kind: kindOfAccount(login, type === "Bot" ? "bot" : "human", agent === true ? [login] : []),
		login,
		onBehalfOf
	};
}
function readPermissions(cell, problems) {
	const given = [...readMap(cell, problems, "anything")].flatMap(([name, value]) => {
		const permission = readWord(value, problems, permissions);
		if (!isLogin(name.toLowerCase())) problems.report(value, `${value.name} is no login`);
		return permission === void 0 ? [] : [[name.toLowerCase(), permission]];
	});
	return refuseEqual(new Map(given), given.length, {
		cell,
		problems
	});
}
export { parsePullRequest };

import { n as kindOfAccount, t as isMachine } from "./agents-CIKcgpGa.js";
import { a as readControlText } from "./load-controls-CZBf0R2z.js";
import { t as parseTeams } from "./teams-U40Eb1av.js";
import { c as controlFilesOf, i as responsibleFor } from "./demand-Cx0bx7gT.js";
/**
* Ids of the apps of coding agents, as the noreply addresses of their commits carry them
* (`<id>+<login>@users.noreply.github.com`): an id stays when an app is renamed. Source: GitHub's
* Users API, 2026.
*/
const agentIds = [
	"136622811",
	"158243242",
	"161369871",
	"167198135",
	"176961590",
	"198982749",
	"199175422",
	"201248094",
	"201670782",
	"205137888",
	"206951365",
	"208079219",
	"208546643",
	"209825114",
	"215057067",
	"215619710",
	"220155983",
	"223556219",
	"230936708"
];
/** Addresses that coding agents write into their commits, lower case. */
const agentEmails = [
	"aider@aider.chat",
	"amp@ampcode.com",
	"codex@openai.com",
	"copilot@github.com",
	"cursoragent@cursor.com",
	"noreply@aider.chat",
	"noreply@anthropic.com",
	"noreply@openai.com"
];
/** Trailers that coding agents leave in the last paragraph of a commit message, lower case. */
const agentTrailers = [
	/^agent-logs-url: https:\/\//,
	/^assisted-by: \S+:\S/,
	/^claude-session: \S/,
	/^generated-by: \S/,
	/^made-with: cursor$/,
	/^replit-commit-author: (?:agent|assistant)$/
];
/** A line of its own, above the trailers. */
const agentFooter = /^(?:\u{1F916} )?generated with \[claude code\]\(https:\/\/claude\.(?:com\/claude-code|ai\/code)\)$/u;
const ids = new Set(agentIds);
const emails = new Set(agentEmails);
/**
* Who made a pull request, and which people steered it: they cannot approve it. A person whose commits
* carry the mark of a coding agent steered that agent, so the change is judged as an agent's. Names in
* commits are whatever their author wrote, so they only ever take approvals away.
*/
function steeredActor({ author, commits, agents }) {
	const kind = kindOfAccount(author.login, author.account, agents);
	const isOfAgent = commits.some((commit) => hasAgentMark(commit, agents));
	if (kind === "human" && !isOfAgent) return {
		kind,
		login: author.login,
		onBehalfOf: []
	};
	const steerers = [...kind === "human" ? [author.login] : [], ...commits.flatMap(namedBy)];
	return {
		kind: isOfAgent ? "agent" : kind,
		login: author.login,
		onBehalfOf: [...new Set(steerers)].filter((login) => !isMachine(login, agents)).filter((login) => kind === "human" || login !== author.login).toSorted()
	};
}
/** Whether a commit shows that a coding agent made it: by its e-mail addresses or its last paragraph. */
function hasAgentMark(commit, agents) {
	const { authorEmail, committerEmail, message } = commit;
	const trailers = lastParagraph(message);
	return [
		authorEmail,
		committerEmail,
		...trailers.flatMap(coAuthorOf)
	].some((address) => isOfAgent(address, agents)) || trailers.some((line) => agentTrailers.some((mark) => mark.test(line))) || linesOf(message).some((line) => agentFooter.test(line)) || message.startsWith("aider: ");
}
function isOfAgent(address, agents) {
	const email = address.toLowerCase();
	const account = accountOf(email);
	if (account === void 0) return emails.has(email);
	if (account.id !== void 0 && ids.has(account.id)) return true;
	return kindOfAccount(account.login, "human", agents) === "agent";
}
/** People whom a commit names: its author, its committer, and its co-authors wherever they stand. */
function namedBy({ authorEmail, committerEmail, message }) {
	return [
		authorEmail,
		committerEmail,
		...linesOf(message).flatMap(coAuthorOf)
	].map((address) => accountOf(address.toLowerCase())).filter((account) => account !== void 0 && !ids.has(account.id ?? "")).flatMap((account) => account?.login ?? []);
}
/** The account of `<id>+<login>@users.noreply.github.com`; the oldest accounts have no id there. */
function accountOf(email) {
	const [, id, login] = /^(?:(\d{1,12})\+)?([a-z0-9][a-z0-9_-]{0,99}(?:\[bot\])?)@users\.noreply\.github\.com$/.exec(email) ?? [];
	return login === void 0 ? void 0 : {
		id,
		login
	};
}
function coAuthorOf(line) {
	const [, address] = /^co-authored-by:[^<>]{0,200}<([^<>\s]{1,320})>$/.exec(line) ?? [];
	return address === void 0 ? [] : [address];
}
/** Where git looks for trailers. */
function lastParagraph(message) {
	const lines = linesOf(message.trimEnd());
	return lines.slice(lines.lastIndexOf("") + 1);
}
function linesOf(message) {
	return message.split("\n").map((line) => line.trim().toLowerCase());
}
const rosterPath = ".sluice/teams.yml";
/**
* Members of the teams that the decision can ask for: by the host, else by the roster of the target
* branch. A team that neither knows is absent, and nobody stands for it.
*/
async function readTeams(loaded, { host, repository }) {
	const names = teamsToAsk(loaded);
	const told = (await Promise.all(names.map(async (name) => [name, await host.readTeam(name)]))).flatMap(([name, members]) => members === void 0 ? [] : [[name, members]]);
	if (told.length === names.length) return new Map(told);
	const roster = await readRoster(loaded, repository);
	const listed = names.flatMap((name) => {
		const members = roster.get(name);
		return members === void 0 ? [] : [[name, members]];
	});
	return new Map([...listed, ...told]);
}
/** `organization/slug` of every team that could be asked for an approval of this change. */
function teamsToAsk({ change, controls, databases }) {
	const { policy } = controls;
	const paths = new Set(databases.flatMap(({ units }) => units.map(({ path }) => path)));
	const moved = change.files.flatMap(({ path, previousPath }) => previousPath !== void 0 && paths.has(path) ? [previousPath] : []);
	const owners = [
		...[...paths, ...moved].flatMap((path) => responsibleFor(path, controls).owners),
		...controlFilesOf(change).length > 0 ? policy.guardians : [],
		...policy.rules.flatMap(({ requires }) => requires.kind === "one-of" ? requires.owners : [])
	];
	return [...new Set(owners.flatMap(teamName))].toSorted();
}
function teamName(owner) {
	return owner.kind === "team" ? [`${owner.organization}/${owner.slug}`] : [];
}
async function readRoster({ change }, repository) {
	const tree = await repository.tree(change.base);
	const text = await readControlText(repository, tree, rosterPath);
	return text === void 0 ? /* @__PURE__ */ new Map() : parseTeams(text, rosterPath);
}
/** More commits than GitHub itself lists of a pull request: who made such a change cannot be told. */
const mostCommits = 250;
/** A pull request before anybody asked who said what: enough to read its change from git. */
function withoutReviews(listed) {
	const { number, title, head, targetBranch, author, assignees, mergedAt, mergedBy } = listed;
	return {
		number,
		title,
		head,
		targetBranch,
		author: {
			kind: kindOfAccount(author.login, author.account),
			login: author.login,
			onBehalfOf: []
		},
		assignees,
		reviews: [],
		permissions: /* @__PURE__ */ new Map(),
		teams: /* @__PURE__ */ new Map(),
		...mergedAt === void 0 ? {} : { mergedAt },
		...mergedBy === void 0 ? {} : { mergedBy }
	};
}
/** The change with its pull request as its host knows it now: reviews, who may approve, who steered it. */
async function withReviews(loaded, listed, { host, repository }) {
	const { agents } = loaded.controls.policy;
	const [reviews, lastPusher, teams, commits] = await Promise.all([
		host.readReviews(listed),
		host.readLastPusher(listed),
		readTeams(loaded, {
			host,
			repository
		}),
		repository.history(loaded.change.base, loaded.change.head, mostCommits)
	]);
	const pullRequest = {
		...withoutReviews(listed),
		author: steeredActor({
			...listed,
			commits,
			agents
		}),
		reviews,
		permissions: await readPermissions(reviews, host),
		teams,
		...lastPusher === void 0 ? {} : { lastPusher }
	};
	return {
		...loaded,
		change: {
			...loaded.change,
			pullRequest
		}
	};
}
/** Of the people whose opinion could count. */
async function readPermissions(reviews, host) {
	const opinions = reviews.filter(({ state, account }) => account === "human" && (state === "approved" || state === "changes-requested"));
	const logins = [...new Set(opinions.map(({ login }) => login))];
	return new Map(await Promise.all(logins.map(async (login) => [login, await host.readPermission(login)])));
}
export { withoutReviews as n, withReviews as t };

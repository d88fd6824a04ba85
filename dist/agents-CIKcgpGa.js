/**
* Logins of the apps of coding agents, lower case. Source: the account names that their commits
* carry, `<id>+<login>@users.noreply.github.com`, checked against GitHub's Users API in 2026. Only
* names with `[bot]`, which no person can have, and `copilot`, which GitHub reserved.
*/
const agentLogins = [
	"amazon-q-developer[bot]",
	"anthropic-claude[bot]",
	"chatgpt-codex-connector[bot]",
	"claude-code-action[bot]",
	"claude[bot]",
	"cline[bot]",
	"coderabbitai[bot]",
	"continue[bot]",
	"copilot",
	"copilot-swe-agent[bot]",
	"copilot[bot]",
	"cursor[bot]",
	"cursoragent[bot]",
	"devin-ai-integration[bot]",
	"gemini-code-assist[bot]",
	"google-labs-jules[bot]",
	"jetbrains-ai[bot]",
	"openai-codex[bot]",
	"sourcegraph-cody[bot]"
];
/**
* Bots that follow a fixed program. `github-actions[bot]` is none: whoever may push a branch can make it
* do anything.
*/
const automationLogins = ["dependabot[bot]", "renovate[bot]"];
const agents = new Set(agentLogins);
const automations = new Set(automationLogins);
/**
* What an account is. An unknown bot is an agent, because any GitHub App can be one. `declared` are
* logins that the policy, or whoever recorded the change, calls agents.
*/
function kindOfAccount(login, account, declared = []) {
	if (declared.includes(login) || agents.has(login)) return "agent";
	if (account === "human" && !login.endsWith("[bot]")) return "human";
	return automations.has(login) ? "automation" : "agent";
}
/** Whether nobody sits behind this login, as far as the login tells. */
function isMachine(login, declared) {
	return kindOfAccount(login, "human", declared) !== "human";
}
export { kindOfAccount as n, isMachine as t };
